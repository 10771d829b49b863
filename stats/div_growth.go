package stats

import "math"

// ZipfMandelbrot is the law f(r) = C/(r+b)^a fitted to the ranked frequencies of a text: the r-th most frequent word has
// that frequency. Natural texts have a around 1 and b between 0 and 10.
type ZipfMandelbrot struct {
	A, B float64
	// C makes the fitted frequencies of all ranks add up to the tokens.
	C float64
	// Ranks is the range of the fit: ranks 1 to Ranks, all types.
	Ranks uint64
	// KS is the greatest distance between the cumulated shares of the text and of the law (Kolmogorov and Smirnov's):
	// 0.01 means that no cut of the rank list is off by more than a hundredth of the tokens.
	KS float64
	// Converged is false, and A, B, C and KS are NaN, where the likelihood has no greatest value: fewer than three types,
	// types of equal frequency, or a text so regular that b grows without bound.
	Converged bool
}

// FitZipfMandelbrot fits the law by maximum likelihood: the shares p_r = (r+b)^−a/Σ_s (s+b)^−a of the ranks s = 1…V make the
// text's frequencies most probable. (Regression on the logarithms, as usually done, is led by the long tail of hapaxes.)
//
// The ranks come from the same text as the frequencies, which makes any text look a little more like the law than it is
// (Piantadosi 2014), so KS is a description, no test.
func FitZipfMandelbrot(s *Sequence) ZipfMandelbrot {
	fail := ZipfMandelbrot{A: nan, B: nan, C: nan, KS: nan, Ranks: s.V()}
	if s.V() < 3 || s.ranks[0] == s.ranks[len(s.ranks)-1] {
		return fail
	}
	z := newZipfLikelihood(s)
	// For each b one a is best, and is quickly found, as the likelihood is concave in a. Along the ridge of these best
	// points b is found where the slope is 0: uphill from b = 1 until it has changed sign, then Newton's method within
	// that bracket. (Newton's method in both at once creeps: the ridge is long, narrow and bent.)
	a := 1.0
	ridge := func(t float64) (slope, curvature float64) {
		p := z.best(&a, t)
		return p.gt, p.htt - p.hat*p.hat/p.haa
	}
	lo, hi := -inf, inf
	t := math.Ln2
	for step := 0.25; math.IsInf(lo, -1) || math.IsInf(hi, 1); step *= 1.5 {
		if slope, _ := ridge(t); slope > 0 {
			lo, t = t, t+step
		} else if slope < 0 {
			hi, t = t, t-step
		} else {
			break
		}
		if !(t < 25 && t > -12) { // b above 10^10, or within 10^-5 of −1: the likelihood has its best value at infinity
			return fail
		}
	}
	for range 100 {
		slope, curvature := ridge(t)
		if slope > 0 {
			lo = t
		} else {
			hi = t
		}
		next := t - slope/curvature
		if !(next > lo && next < hi) && next != t {
			next = lo + (hi-lo)/2
		}
		if math.Abs(next-t) <= 1e-14*(1+math.Abs(t)) {
			break
		}
		t = next
	}
	z.best(&a, t)
	if math.IsNaN(a) {
		return fail
	}
	return z.result(a, t)
}

// best moves a to where the likelihood is greatest for b = e^t − 1 and gives the derivatives there.
func (z zipfLikelihood) best(a *float64, t float64) zipfPoint {
	for range 100 {
		p := z.at(*a, t)
		step := -p.ga / p.haa
		// The likelihood is concave but not quadratic: from far off, Newton's step may be wild.
		limit := 1 + math.Abs(*a)
		step = math.Max(-limit, math.Min(limit, step))
		if !(math.Abs(step) > 1e-15*(1+math.Abs(*a))) {
			return p
		}
		*a += step
	}
	return z.at(*a, t)
}

// zipfLikelihood is the mean log-likelihood of ranked frequencies under the law.
type zipfLikelihood struct {
	freq     []uint64
	n        float64
	plateaus []plateau
}

// plateau is a run of ranks that have the same frequency: a million words have some hundred.
type plateau struct{ first, last, freq float64 }

func newZipfLikelihood(s *Sequence) zipfLikelihood {
	z := zipfLikelihood{freq: s.ranks, n: float64(s.n)}
	for i, f := range s.ranks {
		if i == 0 || f != s.ranks[i-1] {
			z.plateaus = append(z.plateaus, plateau{float64(i + 1), float64(i + 1), float64(f)})
		}
		z.plateaus[len(z.plateaus)-1].last = float64(i + 1)
	}
	return z
}

// zipfPoint is the gradient of the mean log-likelihood at a point and its second derivatives by a and t = ln(1+b).
type zipfPoint struct{ ga, gt, haa, hat, htt float64 }

// at uses that the likelihood is that of an exponential family in a: with x = ln(r+b), y = 1/(r+b), E the mean under the law
// and M the mean over the text,
//
//	∂l/∂a = E[x] − M[x]          ∂²l/∂a²  = −Var[x]
//	∂l/∂b = a·(E[y] − M[y])      ∂²l/∂a∂b = E[y] − M[y] − a·Cov[x,y]
//	                             ∂²l/∂b²  = a·(M[y²] − E[y²] − a·Var[y])
func (z zipfLikelihood) at(a, t float64) zipfPoint {
	b := math.Expm1(t)
	var e lawSums
	sumRanks(1, float64(len(z.freq)), a, b, t, &e)
	var mx, my, myy float64
	for _, p := range z.plateaus {
		var m textSums
		sumRanks(p.first, p.last, 0, b, t, &m)
		share := p.freq / z.n
		mx += share * m.x
		my += share * m.y
		myy += share * m.yy
	}
	ex, ey, exx, exy, eyy := e.x/e.sum, e.y/e.sum, e.xx/e.sum, e.xy/e.sum, e.yy/e.sum
	gb := a * (ey - my)
	hab := ey - my - a*(exy-ex*ey)
	hbb := a * (myy - eyy - a*(eyy-ey*ey))
	db := 1 + b // ∂b/∂t
	return zipfPoint{
		ga: ex - mx, gt: gb * db,
		haa: ex*ex - exx, hat: hab * db, htt: hbb*db*db + gb*db,
	}
}

// rankSums are sums over successive ranks of functions of x and y. x counts from t = ln(1+b), so that w = (r+b)^−a, taken
// relative to that of the first rank, neither overflows nor vanishes.
type rankSums interface {
	// term adds the terms at x and y, times c.
	term(a, x, y, c float64)
	// slope adds the derivatives of the terms by r, times c.
	slope(a, x, y, c float64)
}

// sumRanks adds the terms of the ranks from first to last.
//
// Far from the first rank the terms change slowly, and the sum over a block of them is taken as an integral, by the midpoint
// form of Euler and Maclaurin's formula and Gauss's ten points:
//
//	Σ g(r) = ∫ g − [g′]/24 + 7[g‴]/5760 − …    from ½ before the first to ½ behind the last
//
// The third term is left out: from r+b = 100·(|a|+8) on it is below 10⁻¹⁴ of the sum. So a vocabulary of a million, for
// which the search asks a thousand times, takes a tenth of a second and not a minute.
func sumRanks(first, last, a, b, t float64, s rankSums) {
	const shortest = 20 // terms for which Gauss's points and two derivatives are less work
	smooth := 100 * (math.Abs(a) + 8)
	wide := 1 / (2 + math.Abs(a)) // a block of this share of r+b
	for r := first; r <= last; {
		u, end := r+b, r
		if u >= smooth {
			end = math.Min(last, r+math.Floor(u*wide))
		}
		if end-r < shortest {
			for ; r <= end; r++ {
				s.term(a, math.Log(r+b)-t, 1/(r+b), 1)
			}
			continue
		}
		lo, hi := u-0.5, end+b+0.5
		middle, half := lo+(hi-lo)/2, (hi-lo)/2
		for i, g := range gaussPoints {
			for _, u := range [2]float64{middle - half*g, middle + half*g} {
				s.term(a, math.Log(u)-t, 1/u, half*gaussWeights[i])
			}
		}
		s.slope(a, math.Log(lo)-t, 1/lo, 1./24)
		s.slope(a, math.Log(hi)-t, 1/hi, -1./24)
		r = end + 1
	}
}

// The points of Gauss and Legendre's quadrature with ten points on [−1, 1], those above 0, and their weights (NIST Digital
// Library of Mathematical Functions, table 3.5.2).
var (
	gaussPoints = [...]float64{0.148874338981631210884826001129720, 0.433395394129247190799265943165784, 0.679409568299024406234327365114874,
		0.865063366688984510732096688423493, 0.973906528517171720077964012084452}
	gaussWeights = [...]float64{0.295524224714752870173815619188769, 0.269266719309996355091226921569469, 0.219086362515982043995534934228163,
		0.149451349150580593145863396957697, 0.066671344308688137593568809893332}
)

// lawSums are the sums of w and of w times x, y and their products.
type lawSums struct{ sum, x, y, xx, xy, yy float64 }

func (s *lawSums) term(a, x, y, c float64) {
	w := c * math.Exp(-a*x)
	s.sum += w
	s.x += w * x
	s.y += w * y
	s.xx += w * x * x
	s.xy += w * x * y
	s.yy += w * y * y
}

func (s *lawSums) slope(a, x, y, c float64) {
	wy := c * math.Exp(-a*x) * y
	s.sum -= wy * a
	s.x += wy * (1 - a*x)
	s.y -= wy * y * (a + 1)
	s.xx += wy * x * (2 - a*x)
	s.xy += wy * y * (1 - (a+1)*x)
	s.yy -= wy * y * y * (a + 2)
}

// textSums are the sums of x, y and y², which the text weighs by its frequencies; a is of no consequence.
type textSums struct{ x, y, yy float64 }

func (s *textSums) term(_, x, y, c float64) {
	s.x += c * x
	s.y += c * y
	s.yy += c * y * y
}

func (s *textSums) slope(_, _, y, c float64) {
	s.x += c * y
	s.y -= c * y * y
	s.yy -= 2 * c * y * y * y
}

func (z zipfLikelihood) result(a, t float64) ZipfMandelbrot {
	b := math.Expm1(t)
	share := make([]float64, len(z.freq))
	sum := 0.0
	for i := range z.freq {
		share[i] = math.Exp(-a * (math.Log(float64(i+1)+b) - t))
		sum += share[i]
	}
	fit := ZipfMandelbrot{A: a, B: b, C: z.n / sum * math.Exp(a*t), Ranks: uint64(len(z.freq)), Converged: true}
	text, law := 0.0, 0.0
	for i, f := range z.freq {
		text += float64(f) / z.n
		law += share[i] / sum
		fit.KS = math.Max(fit.KS, math.Abs(text-law))
	}
	return fit
}

// Heaps is the law V(n) = K·n^β of the growth of the vocabulary, fitted to a text: the first n tokens have that many types.
// Natural texts have β between 0.4 and 0.8, falling with their length.
type Heaps struct {
	K, Beta float64
	// R2 is the share of the variation of ln V(n) that the law explains.
	R2 float64
	// Points is the number of points of the curve that were fitted.
	Points int
}

// FitHeaps fits the law to the averaged growth curve by least squares on the logarithms. The curve is
//
//	E[V(n)] = Σ_v 1 − C(N−f_v, n)/C(N, n)   at n = ⌊jN/100⌋, j = 1…100
//
// the mean vocabulary of the first n tokens over all orders of the text, computed exactly: the accidents of where a topic
// begins are averaged out, and so is their information. The points, linear in n, make the fit hold for the later part of
// the curve; no power law holds for all of it (Font-Clos and Corral 2015). K, β and R² are NaN for a text of less than two
// tokens.
func FitHeaps(s *Sequence) Heaps {
	var x, y []float64
	last := uint64(0)
	for j := uint64(1); j <= 100; j++ {
		n := s.n / 100 * j
		n += s.n % 100 * j / 100
		if n == last {
			continue
		}
		last = n
		x = append(x, math.Log(float64(n)))
		y = append(y, math.Log(s.expectedTypes(n)))
	}
	fit := Heaps{K: nan, Beta: nan, R2: nan, Points: len(x)}
	if len(x) < 2 {
		return fit
	}
	mx, my := mean(x), mean(y)
	var sxx, sxy, syy float64
	for i := range x {
		sxx += (x[i] - mx) * (x[i] - mx)
		sxy += (x[i] - mx) * (y[i] - my)
		syy += (y[i] - my) * (y[i] - my)
	}
	fit.Beta = sxy / sxx
	fit.K = math.Exp(my - fit.Beta*mx)
	fit.R2 = sxy / sxx * (sxy / syy)
	if syy == 0 {
		fit.R2 = 1 // one type: a constant, which the law fits
	}
	return fit
}

func mean(x []float64) (sum float64) {
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// divZipfMandelbrot is the fit of [FitZipfMandelbrot] as a measure: a and b, the distance and the range.
var divZipfMandelbrot = &Measure[*Sequence]{
	Name: "zipf_mandelbrot", Symbol: "Zipf–Mandelbrot", English: "Zipf–Mandelbrot law", Korean: "지프–만델브로 법칙",
	Question: "How fast do the frequencies of words fall with their rank?",
	Role:     Effect, Sign: Undirected, Lo: -inf, Hi: inf,
	Zero:    "NaN where the fit has no answer: fewer than three types, or types of equal frequency.",
	Sources: []string{"Mandelbrot 1953", "Piantadosi 2014"},
	Variants: []Variant[*Sequence]{
		{Name: "likelihood", Formula: "f(r) = C/(r+b)^a by maximum likelihood over all ranks; ks = max |cumulated shares|",
			LaTeX: `f(r)=\frac{C}{(r+b)^a}`,
			Value: func(s *Sequence, _ *Options) float64 { return FitZipfMandelbrot(s).A }},
	},
	Fields: []string{"a", "b", "ks", "ranks"},
	All: func(s *Sequence, _ *Options) []float64 {
		z := FitZipfMandelbrot(s)
		return []float64{z.A, z.B, z.KS, float64(z.Ranks)}
	},
	Example: NewFrequencies([]uint64{120, 61, 42, 29, 25, 18, 17, 14, 12, 12, 10, 9, 8, 8, 7, 6, 6, 5, 5, 4}),
	Result:  1.18922194566,
	Doubts: func(s *Sequence, _ *Options) []Warning {
		if s.V() > 0 && !FitZipfMandelbrot(s).Converged {
			return []Warning{{Kind: NotConverged, Count: s.V()}}
		}
		return nil
	},
}

// divHeaps is the fit of [FitHeaps] as a measure.
var divHeaps = &Measure[*Sequence]{
	Name: "heaps", Symbol: "Heaps", English: "Heaps's law", Korean: "힙스 법칙",
	Question: "How fast does the vocabulary grow with the length of the text?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for texts of no or one token.",
	Sources: []string{"Heaps 1978", "Font-Clos & Corral 2015"},
	Variants: []Variant[*Sequence]{
		{Name: "averaged", Formula: "V(n) = K·n^β by least squares of ln E[V(n)] on ln n, n = ⌊jN/100⌋, j = 1…100",
			LaTeX: `V(n)=K n^\beta`,
			Value: func(s *Sequence, _ *Options) float64 { return FitHeaps(s).K }},
	},
	Fields: []string{"k", "beta", "r2"},
	All: func(s *Sequence, _ *Options) []float64 {
		h := FitHeaps(s)
		return []float64{h.K, h.Beta, h.R2}
	},
	Example: sequenceExample, Result: 7.77072154382,
	Doubts: doubtShort(func(*Options) uint64 { return 1000 }),
}
