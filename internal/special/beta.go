package special

import "math"

// LogBetaTails gives the logarithms of the regularised incomplete beta function, ln I_x(a, b) and ln(1 − I_x(a, b)),
// for a, b ≥ ½, which whole degrees of freedom never go below (smaller shapes give NaN). The caller gives y = 1−x too,
// since 1−x computed from an x near 1 has lost its digits; the smaller of the two is taken as exact, the other as derived
// from it.
//
// The tail on x's side of the mean a/(a+b) is the saddle-point form of x^a·y^b/B(a, b) over a continued fraction, the
// one of DiDonato and Morris (1992, section 4), which needs about √(a+b) steps near the mean and few elsewhere.
func LogBetaTails(a, b, x, y float64) (lower, upper float64) {
	switch {
	case !(a >= 0.5) || !(b >= 0.5) || !(x >= 0) || !(y >= 0):
		return math.NaN(), math.NaN()
	case x == 0:
		return math.Inf(-1), 0
	case y == 0:
		return 0, math.Inf(-1)
	}
	d := betaLead(a, b, x, y)
	if d < 0 { // x above the mean
		upper = min(0, logBetaLower(b, a, y, x, -d))
		return Log1mExp(upper), upper
	}
	lower = min(0, logBetaLower(a, b, x, y, d))
	return lower, Log1mExp(lower)
}

// betaLead gives a·y − b·x = a − (a+b)·x = (a+b)·y − b, how far the mean lies above x, times a+b: exactly, up to one
// rounding, as long as a+b is exact.
func betaLead(a, b, x, y float64) float64 {
	n := a + b
	if x <= y {
		p := n * x
		return (a - p) - math.FMA(n, x, -p)
	}
	p := n * y
	return (p - b) + math.FMA(n, y, -p)
}

// logBetaDensity gives ln of x^a·y^b·Γ(a+b+1)/(Γ(a+1)·Γ(b+1)), with d = betaLead(a, b, x, y).
func logBetaDensity(a, b, x, y, d float64) float64 {
	n := a + b
	return logFactorialRest(n) - logFactorialRest(a) - logFactorialRest(b) -
		n*x*Deviance(d/(n*x)) - n*y*Deviance(-d/(n*y))
}

// logBetaLower gives ln I_x(a, b) for x at or below the mean.
func logBetaLower(a, b, x, y, d float64) float64 {
	cf := continuedFraction(a*(d+1)/(a+1), func(n float64) (float64, float64) {
		m := a + 2*n
		num := (a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / ((m - 1) * (m - 1))
		den := n + n*(b-n)*x/(m-1) + (a+n)*(d+1+n*(1+y))/(m+1)
		return num, den
	})
	// x^a·y^b/B(a,b) = density·a·b/(a+b)
	return logBetaDensity(a, b, x, y, d) + math.Log(a/(a+b)*b/cf)
}

// BetaLogit gives t = ln(x/(1−x)) for the x with I_x(a, b) = p, 0 ≤ p ≤ 1 and a, b ≥ ½: the quantile of the beta distribution as a
// log odds, which loses nothing where x is near 0 or 1. It is −Inf at p = 0 and +Inf at p = 1. For p near 1, where p
// itself has lost its digits, ask for the mirror: −BetaLogit(1−p, b, a).
func BetaLogit(p, a, b float64) float64 {
	switch {
	case !(a >= 0.5) || !(b >= 0.5) || !(p >= 0 && p <= 1):
		return math.NaN()
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	}
	// Newton's method on ln I as a function of t, whose slope is x^a·y^b/B(a,b)/I. That function rises and is concave
	// (its slope falls from a to 0), so that from a point on the left the steps converge from the left.
	want := math.Log(p)
	f := func(t float64) (value, slope float64) {
		x, y := 1/(1+math.Exp(-t)), 1/(1+math.Exp(t))
		lower, _ := LogBetaTails(a, b, x, y)
		d := betaLead(a, b, x, y)
		return lower, math.Exp(logBetaDensity(a, b, x, y, d) + math.Log(a/(a+b)*b) - lower)
	}
	return bracketedNewton(betaLogitStart(p, a, b), 1, want, f)
}

// betaLogitStart guesses the quantile. Far in the lower tail I is nearly x^a/(a·B(a, b)), exactly so at b = 1; elsewhere
// the log odds are nearly normal.
func betaLogitStart(p, a, b float64) float64 {
	if lnX := (math.Log(p) + math.Log(a) + LogBeta(a, b)) / a; a < 10 && lnX < -0.5 {
		return lnX - Log1mExp(lnX)
	}
	return math.Log(a/b) - NormalUpperQuantile(p)*math.Sqrt(1/a+1/b)
}
