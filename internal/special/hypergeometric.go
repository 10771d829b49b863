package special

import "math"

// Hypergeometric is the distribution of the cell A of a 2×2 table when its margins are given:
//
//	P(A = k) = C(row1, k)·C(row2, col1−k) / C(N, col1)
//
// With factorials replaced by Stirling's formula and its error, the large terms collect into the log-likelihood of
// the table (an identity that deserves to be better known):
//
//	ln P = −G²/2 + λ(R1)+λ(R2)+λ(C1)+λ(C2) − λ(N) − λ(A)−λ(B)−λ(C)−λ(D),   λ(n) = ln n! − (n·ln n − n)
//
// G²/2 is a sum of terms none of which cancels, and the λ are small, so the density holds its digits at counts of
// 10^12. This is Loader's saddle-point expansion, written for the hypergeometric.
type Hypergeometric struct {
	row1, row2, col1, col2 uint64
	margins                float64 // the λ of the margins
}

// NewHypergeometric gives the distribution of A over all tables with the margins of t.
func NewHypergeometric(t Cells) Hypergeometric {
	h := Hypergeometric{row1: t.A + t.B, row2: t.C + t.D, col1: t.A + t.C, col2: t.B + t.D}
	f := func(n uint64) float64 { return logFactorialRest(float64(n)) }
	h.margins = f(h.row1) + f(h.row2) + f(h.col1) + f(h.col2) - f(h.row1+h.row2)
	return h
}

// Support gives the least and the greatest value that A can have.
func (h Hypergeometric) Support() (lo, hi uint64) {
	if h.col1 > h.row2 {
		lo = h.col1 - h.row2
	}
	return lo, min(h.row1, h.col1)
}

func (h Hypergeometric) cells(k uint64) Cells {
	return Cells{A: k, B: h.row1 - k, C: h.col1 - k, D: h.row2 + k - h.col1}
}

// LogDensity gives ln P(A = k), −Inf outside the support.
func (h Hypergeometric) LogDensity(k uint64) float64 {
	if lo, hi := h.Support(); k < lo || k > hi {
		return math.Inf(-1)
	}
	t := h.cells(k)
	f := func(n uint64) float64 { return logFactorialRest(float64(n)) }
	return h.margins - t.LogLikelihood() - (f(t.A) + f(t.B) + f(t.C) + f(t.D))
}

// mode gives the most probable value.
func (h Hypergeometric) mode() uint64 {
	m := (float64(h.row1) + 1) * (float64(h.col1) + 1) / (float64(h.row1+h.row2) + 2)
	lo, hi := h.Support()
	return max(lo, min(hi, uint64(m)))
}

// LogUpper gives ln P(A ≥ k).
func (h Hypergeometric) LogUpper(k uint64) float64 {
	switch lo, hi := h.Support(); {
	case k <= lo:
		return 0
	case k > hi:
		return math.Inf(-1)
	case k <= h.mode():
		return Log1mExp(h.sumDown(k - 1))
	}
	return h.sumUp(k)
}

// LogLower gives ln P(A ≤ k).
func (h Hypergeometric) LogLower(k uint64) float64 {
	switch lo, hi := h.Support(); {
	case k < lo:
		return math.Inf(-1)
	case k >= hi:
		return 0
	case k >= h.mode():
		return Log1mExp(h.sumUp(k + 1))
	}
	return h.sumDown(k)
}

// sumUp gives ln Σ_{j≥k} P(A=j) for k at or above the mode.
func (h Hypergeometric) sumUp(k uint64) float64 {
	t, density := h.cells(k), h.LogDensity(k)
	a, b, c, d := float64(t.A), float64(t.B), float64(t.C), float64(t.D)
	return density + math.Log(sumTail(
		func(n float64) float64 { return (b - n + 1) * (c - n + 1) / ((a + n) * (d + n)) },
		func(n float64) float64 { return h.LogDensity(k+uint64(n)) - density }))
}

// sumDown gives ln Σ_{j≤k} P(A=j) for k at or below the mode.
func (h Hypergeometric) sumDown(k uint64) float64 {
	t, density := h.cells(k), h.LogDensity(k)
	a, b, c, d := float64(t.A), float64(t.B), float64(t.C), float64(t.D)
	return density + math.Log(sumTail(
		func(n float64) float64 { return (a - n + 1) * (d - n + 1) / ((b + n) * (c + n)) },
		func(n float64) float64 { return h.LogDensity(k-uint64(n)) - density }))
}

// LogTwoSided gives the logarithm of Fisher's two-sided p for an observed A = k: the total probability of all tables
// that are no more probable than the observed one, up to a relative 1e-7. That is the rule of R's fisher.test, made so
// that tables of equal probability are not parted by rounding.
func (h Hypergeometric) LogTwoSided(k uint64) float64 {
	lo, hi := h.Support()
	if k < lo || k > hi {
		return math.NaN()
	}
	limit := h.LogDensity(k) + math.Log1p(1e-7)
	mode := h.mode()
	// The density falls away from the mode, so each side's tables are those beyond a border.
	lower, upper := math.Inf(-1), math.Inf(-1)
	switch {
	case h.LogDensity(mode) <= limit:
		return 0
	case k < mode:
		border := lastAtMost(limit, k, mode, h.LogDensity) // ≥ k: also its neighbours within 1e-7
		lower = h.sumDown(border)
		if h.LogDensity(hi) <= limit {
			upper = h.sumUp(firstAtMost(limit, mode, hi, h.LogDensity))
		}
	default:
		border := firstAtMost(limit, mode, k, h.LogDensity)
		upper = h.sumUp(border)
		if h.LogDensity(lo) <= limit {
			lower = h.sumDown(lastAtMost(limit, lo, mode, h.LogDensity))
		}
	}
	return min(0, LogAddExp(lower, upper))
}

// lastAtMost gives the greatest x in [lo, hi) with f(x) ≤ limit, where f rises, f(lo) ≤ limit and f(hi) > limit.
func lastAtMost(limit float64, lo, hi uint64, f func(uint64) float64) uint64 {
	for hi-lo > 1 {
		if mid := lo + (hi-lo)/2; f(mid) <= limit {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// firstAtMost gives the least x in (lo, hi] with f(x) ≤ limit, where f falls, f(lo) > limit and f(hi) ≤ limit.
func firstAtMost(limit float64, lo, hi uint64, f func(uint64) float64) uint64 {
	for hi-lo > 1 {
		if mid := lo + (hi-lo)/2; f(mid) <= limit {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}
