package stats

import "math"

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
