package stats

import "math"

// ZipfMandelbrot is the law f(r) = C/(r+b)^a fitted to the ranked frequencies of a text: the r-th most frequent word has
// that frequency. Natural texts have a around 1 and b between 0 and 10.
type ZipfMandelbrot struct {
	A, B float64
	// C makes the fitted frequencies of all ranks add up to the tokens. It is +Inf where the law is so steep that no float64
	// holds it; Frequency has no such trouble.
	C float64
	// Ranks is the range of the fit: ranks 1 to Ranks, all types.
	Ranks uint64
	// KS is the greatest distance between the cumulated shares of the text and of the law (Kolmogorov and Smirnov's):
	// 0.01 means that no cut of the rank list is off by more than a hundredth of the tokens.
	KS float64
	// Outcome says whether the law was fitted. A, B, C and KS are NaN where it was not.
	Outcome ZipfOutcome
	// OverExponential is the likelihood-ratio statistic 2(ln L − ln L₀) of the law against the exponential e^(−λr), which it
	// becomes as b grows without bound. Below [zipfDistinct] the text does not tell the two apart, and b has no upper bound.
	OverExponential float64
	first           float64 // the frequency that the law gives to rank 1
}

// ZipfOutcome is what came of a fit of the law.
type ZipfOutcome uint8

const (
	// ZipfFitted: the likelihood has its greatest value at A and B.
	ZipfFitted ZipfOutcome = iota
	// ZipfTooFew: fewer than three types, through which a curve of two parameters goes in many ways.
	ZipfTooFew
	// ZipfLevel: all types are equally frequent. a is 0 and b is anything.
	ZipfLevel
	// ZipfExponential: the likelihood rises as b grows without bound. The frequencies fall as an exponential does, or faster
	// still, as those of a closed set of units (jamo, letters) do.
	ZipfExponential
	// ZipfSpike: the likelihood rises as b falls to −1, where the first rank is apart and all others are level.
	ZipfSpike
	// ZipfUnsettled: the search did not end where the slope of the likelihood is 0.
	ZipfUnsettled
)

// Converged reports whether there is a fit.
func (z *ZipfMandelbrot) Converged() bool { return z.Outcome == ZipfFitted }

// Frequency gives the frequency that the law has at a rank.
func (z *ZipfMandelbrot) Frequency(rank float64) float64 {
	return z.first * math.Exp(-z.A*math.Log1p((rank-1)/(1+z.B)))
}

const (
	// zipfLeast is the least t = ln(1+b) that is looked at: b within 10⁻⁵ of −1. Natural texts stay above −3.
	zipfLeast = -12
	// zipfMost is the greatest b that is looked at, in vocabularies. There the law is an exponential but for a thousandth of
	// the exponent of the last rank.
	zipfMost = 1000
	// zipfStep is how far apart in t the points are from which a top of the likelihood is searched.
	zipfStep = 0.5
	// zipfDistinct is what OverExponential exceeds by chance in one text of twenty that follows the exponential: that is the
	// edge of the law, so that it is χ² with one degree of freedom or, as often, 0 (Self and Liang 1987).
	zipfDistinct = 2.705543454
	// zipfFew is the number of types below which two parameters have too little to go by.
	zipfFew = 10
)

// FitZipfMandelbrot fits the law by maximum likelihood: the shares p_r = (r+b)^−a/Σ_s (s+b)^−a of the ranks s = 1…V make the
// text's frequencies most probable. (Regression on the logarithms, as usually done, is led by the long tail of hapaxes.)
//
// Not every text has such a fit. With λ = a/(1+b) and b → ∞ the law becomes p_r ∝ e^(−λr), with b → −1 one rank above level
// ones. Where the likelihood is greatest at one of these edges, a and b do not exist, and the outcome says so.
//
// The ranks come from the same text as the frequencies, which makes any text look a little more like the law than it is
// (Piantadosi 2014), so KS is a description, no test.
func FitZipfMandelbrot(s *Sequence) ZipfMandelbrot {
	if s.V() < 3 {
		return noZipf(s, ZipfTooFew)
	}
	if s.ranks[0] == s.ranks[len(s.ranks)-1] {
		return noZipf(s, ZipfLevel)
	}
	z := newZipfLikelihood(s)
	edge := z.exponential()
	// For each t = ln(1+b) one a is best, as the likelihood is concave in a, so that only t has to be searched. The ridge of
	// these best points is walked along from the exponential to the other edge. It has a top wherever the slope changes its
	// sign; as a rule there is one.
	outcome, top := ZipfUnsettled, zipfPoint{l: -inf}
	if edge.top {
		outcome, top.l = ZipfExponential, edge.l
	}
	right := z.best(edge.lambda*math.Exp(z.farthest()), z.farthest())
	if right.slope > 0 && right.l > top.l {
		outcome, top = ZipfExponential, right
	}
	for right.t > zipfLeast {
		left := z.best(right.a, math.Max(right.t-zipfStep, zipfLeast))
		if left.slope >= 0 && right.slope <= 0 {
			if p := z.climb(left, right); p.l > top.l {
				outcome, top = ZipfFitted, p
			}
		}
		right = left
	}
	if right.slope < 0 && right.l > top.l {
		outcome, top = ZipfSpike, right
	}
	if outcome == ZipfFitted && !top.settled() {
		outcome = ZipfUnsettled
	}
	if outcome != ZipfFitted {
		return noZipf(s, outcome)
	}
	return z.result(top, edge)
}

func noZipf(s *Sequence, o ZipfOutcome) ZipfMandelbrot {
	return ZipfMandelbrot{A: nan, B: nan, C: nan, KS: nan, OverExponential: nan, first: nan, Ranks: s.V(), Outcome: o}
}

// zipfLikelihood is the mean log-likelihood of ranked frequencies under the law.
type zipfLikelihood struct {
	freq     []uint64
	n        float64
	plateaus []plateau
}

// plateau is a run of ranks that have the same frequency: a million words have some hundred. Its ranks count from 0.
type plateau struct{ first, last, freq float64 }

func newZipfLikelihood(s *Sequence) zipfLikelihood {
	z := zipfLikelihood{freq: s.ranks, n: float64(s.n)}
	for i, f := range s.ranks {
		if i == 0 || f != s.ranks[i-1] {
			z.plateaus = append(z.plateaus, plateau{float64(i), float64(i), float64(f)})
		}
		z.plateaus[len(z.plateaus)-1].last = float64(i)
	}
	return z
}

// farthest is the greatest t that is looked at.
func (z zipfLikelihood) farthest() float64 { return math.Log1p(zipfMost * float64(len(z.freq))) }

// zipfEdge is the law at b = ∞: p_k ∝ e^(−λk), with k = r−1.
type zipfEdge struct {
	lambda, l float64
	top       bool // the likelihood does not rise from here into the law
}

// exponential gives the best law at b = ∞. With ξ = 1/(1+b) and λ = aξ the law is p_k ∝ (1+ξk)^(−λ/ξ), which is smooth at ξ = 0,
// and there
//
//	∂l/∂λ = E[k] − M[k]          ∂l/∂ξ = λ/2·(M[k²] − E[k²])
//
// with E the mean under the law and M the mean over the text.
func (z zipfLikelihood) exponential() zipfEdge {
	m1, m2 := 0.0, 0.0
	for _, p := range z.plateaus {
		n := p.last - p.first + 1
		middle := p.first + (n-1)/2
		share := p.freq * n / z.n
		m1 += share * middle
		m2 += share * (middle*middle + (n*n-1)/12)
	}
	v := float64(len(z.freq))
	lambda := solveFalling(1/(1+m1), func(l float64) (f, slope float64) {
		e := geometric(l, v)
		return e.mean - m1, -e.variance
	})
	e := geometric(lambda, v)
	return zipfEdge{lambda: lambda, l: -lambda*m1 - e.lnSum, top: m2 <= e.variance+e.mean*e.mean}
}

// geometricMoments are those of p_k ∝ e^(−λk), k = 0…v−1.
type geometricMoments struct{ lnSum, mean, variance float64 }

// geometric takes the sums in closed form: with h(x) = 1/(e^x−1), the mean is h(λ) − v·h(vλ).
func geometric(lambda, v float64) geometricMoments {
	if lambda*v < 1e-2 { // the two terms cancel: Bernoulli's series, around the level law
		n2 := v * v
		return geometricMoments{
			lnSum:    math.Log(v) - lambda*(v-1)/2 + lambda*lambda*(n2-1)/24,
			mean:     (v-1)/2 - lambda*(n2-1)/12 + lambda*lambda*lambda*(n2*n2-1)/720,
			variance: (n2-1)/12 - lambda*lambda*(n2*n2-1)/240,
		}
	}
	h := func(x float64) float64 { return 1 / math.Expm1(x) }
	one, all := h(lambda), h(lambda*v)
	return geometricMoments{
		lnSum:    math.Log(-math.Expm1(-lambda*v)) - math.Log(-math.Expm1(-lambda)),
		mean:     one - v*all,
		variance: one*(one+1) - v*v*all*(all+1),
	}
}

// solveFalling gives the x > 0 at which a falling function is 0. Newton's step is taken only where it stays between the points
// on both sides of the root that are known already, else the middle of these, so that no step can run away.
func solveFalling(x float64, f func(x float64) (value, slope float64)) float64 {
	lo, hi := 0.0, inf
	for range 2000 {
		value, slope := f(x)
		switch {
		case value > 0:
			lo = x
		case value < 0:
			hi = x
		default:
			return x
		}
		next := x - value/slope
		if math.Abs(next-x) <= 1e-15*x {
			return x
		}
		if !(next > lo && next < hi) {
			next = lo + (hi-lo)/2
		}
		if math.IsInf(hi, 1) { // nothing is known above: go there, but not far
			next = math.Min(next, 4*x)
		}
		if next == x || next == lo || next == hi {
			return x
		}
		x = next
	}
	return nan
}

// zipfPoint is a point of the ridge: the best a for a t, the mean log-likelihood there, and its slope and curvature along
// the ridge.
type zipfPoint struct{ a, t, l, slope, curvature float64 }

// settled reports whether a top was found to the accuracy of the numbers: what Newton's method would still move.
func (p zipfPoint) settled() bool {
	return !math.IsNaN(p.a) && math.Abs(p.slope) <= 1e-6*math.Abs(p.curvature)
}

// best gives the point of the ridge at t. The search for its a begins at a.
func (z zipfLikelihood) best(a, t float64) zipfPoint {
	a = solveFalling(a, func(a float64) (f, slope float64) {
		d := z.at(a, t)
		return d.a, d.aa
	})
	d := z.at(a, t)
	return zipfPoint{a: a, t: t, l: d.l, slope: d.t, curvature: d.tt - d.at*d.at/d.aa}
}

// climb gives the top of the ridge between two points of it, between which the slope falls through 0.
func (z zipfLikelihood) climb(left, right zipfPoint) zipfPoint {
	lo, hi, p := left.t, right.t, left
	for range 100 {
		next := p.t - p.slope/p.curvature
		if !(next > lo && next < hi) && next != p.t {
			next = lo + (hi-lo)/2
		}
		if math.Abs(next-p.t) <= 1e-14*(1+math.Abs(p.t)) {
			break
		}
		p = z.best(p.a, next)
		if p.slope > 0 {
			lo = p.t
		} else {
			hi = p.t
		}
	}
	return p
}

// zipfSlopes is the mean log-likelihood at a point with its derivatives by a and t.
type zipfSlopes struct{ l, a, t, aa, at, tt float64 }

// at uses that the law is an exponential family in a. With k = r−1, x = ln((r+b)/(1+b)) = ln(1 + k/e^t), q = −∂x/∂t = k/(k+e^t), E
// the mean under the law and M the mean over the text,
//
//	l      = −a·M[x] − ln Σ e^(−ax)
//	∂l/∂a  = E[x] − M[x]            ∂²l/∂a²  = −Var[x]
//	∂l/∂t  = a·(M[q] − E[q])        ∂²l/∂a∂t = M[q] − E[q] + a·Cov[x,q]
//	                                ∂²l/∂t²  = a·(E[q(1−q)] − M[q(1−q)] − a·Var[q])
//
// x and q are 0 at the first rank and small where b is large. (With r+b and b in place of them all that tells the law from an
// exponential cancels.)
func (z zipfLikelihood) at(a, t float64) zipfSlopes {
	var e lawSums
	scale := math.Exp(t)
	sumRanks(0, float64(len(z.freq)-1), a, scale, &e)
	var mx, mq, mqq float64
	for _, p := range z.plateaus {
		var m textSums
		sumRanks(p.first, p.last, 0, scale, &m)
		share := p.freq / z.n
		mx += share * m.x
		mq += share * m.q
		mqq += share * m.qq
	}
	ex, eq, exx, exq, eqq := e.x/e.sum, e.q/e.sum, e.xx/e.sum, e.xq/e.sum, e.qq/e.sum
	return zipfSlopes{
		l: -a*mx - math.Log(e.sum),
		a: ex - mx, t: a * (mq - eq),
		aa: ex*ex - exx, at: mq - eq + a*(exq-ex*eq), tt: a * (eq - eqq - mq + mqq - a*(eqq-eq*eq)),
	}
}

func (z zipfLikelihood) result(top zipfPoint, edge zipfEdge) ZipfMandelbrot {
	fit := ZipfMandelbrot{A: top.a, B: math.Expm1(top.t), Ranks: uint64(len(z.freq)), OverExponential: 2 * z.n * (top.l - edge.l)}
	share := make([]float64, len(z.freq))
	sum, scale := 0.0, math.Exp(top.t)
	for k := range z.freq {
		share[k] = math.Exp(-top.a * math.Log1p(float64(k)/scale))
		sum += share[k]
	}
	fit.first = z.n / sum
	fit.C = fit.first * math.Exp(top.a*top.t)
	text, law := 0.0, 0.0
	for k, f := range z.freq {
		text += float64(f) / z.n
		law += share[k] / sum
		fit.KS = math.Max(fit.KS, math.Abs(text-law))
	}
	return fit
}

// divZipfMandelbrot is the fit of [FitZipfMandelbrot] as a measure: a and b, the distance and the range.
var divZipfMandelbrot = &Measure[*Sequence]{
	Name: "zipf_mandelbrot", Symbol: "Zipf–Mandelbrot", English: "Zipf–Mandelbrot law", Korean: "지프–만델브로 법칙",
	Question: "How fast do the frequencies of words fall with their rank?",
	Role:     Effect, Sign: Undirected, Lo: -inf, Hi: inf,
	Zero:    "NaN where there is no fit: fewer than three types, types of equal frequency, frequencies that fall as an exponential does (b would be infinite), or level ones below the first (b would be −1).",
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
	Doubts:  zipfDoubts,
}

// zipfDoubts gives what there is to doubt about a fit, that of too few types first: whatever else is said follows from it.
func zipfDoubts(s *Sequence, _ *Options) (w []Warning) {
	z := FitZipfMandelbrot(s)
	if 0 < z.Ranks && z.Ranks < zipfFew {
		w = append(w, Warning{Kind: FewTypes, Count: z.Ranks, Of: zipfFew})
	}
	switch z.Outcome {
	case ZipfFitted:
		if z.OverExponential < zipfDistinct {
			w = append(w, Warning{Kind: NearExponential, Value: z.OverExponential})
		}
	case ZipfExponential:
		w = append(w, Warning{Kind: BeyondExponential})
	case ZipfSpike:
		w = append(w, Warning{Kind: FirstApart})
	case ZipfLevel, ZipfUnsettled:
		w = append(w, Warning{Kind: NotConverged, Count: z.Ranks})
	}
	return w
}
