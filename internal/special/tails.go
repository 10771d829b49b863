package special

import "math"

// StudentTLogSurvival gives ln P(T > t) for Student's t with df ≥ 1 degrees of freedom, whole or not.
func StudentTLogSurvival(t, df float64) float64 {
	if math.IsNaN(t) || !(df >= 1) {
		return math.NaN()
	}
	if math.IsInf(df, 1) {
		return NormalLogSurvival(t)
	}
	t2 := t * t
	half, _ := LogBetaTails(df/2, 0.5, df/(df+t2), t2/(df+t2))
	if math.IsInf(t2, 1) {
		half = math.Inf(-1)
		if !math.IsInf(t, 0) { // t² overflowed: the tail is a power of t
			half = 0.5*df*math.Log(df) - df*math.Log(math.Abs(t)) - math.Log(df/2) - LogBeta(df/2, 0.5)
		}
	}
	half -= math.Ln2
	if t < 0 {
		return Log1mExp(half)
	}
	return half
}

// LogBeta gives ln B(a, b) for a, b > 0 without the cancellation of three log-gammas.
func LogBeta(a, b float64) float64 {
	if !(a > 0) || !(b > 0) {
		return math.NaN()
	}
	n := a + b
	// B = (a+b)/(ab)·a!·b!/(a+b)!, and the powers a^a·b^b/n^n are read as logarithms of shares.
	return logFactorialRest(a) + logFactorialRest(b) - logFactorialRest(n) - math.Log(a/n*b) -
		a*math.Log1p(b/a) - b*math.Log1p(a/b)
}

// FLogSurvival gives ln P(F > f) for the F distribution with d1, d2 ≥ 1 degrees of freedom; below 0 that is 0.
func FLogSurvival(f, d1, d2 float64) float64 {
	if math.IsNaN(f) || !(d1 >= 1) || !(d2 >= 1) {
		return math.NaN()
	}
	switch {
	case f <= 0:
		return 0
	case math.IsInf(f, 1):
		return math.Inf(-1)
	}
	_, upper := LogBetaTails(d1/2, d2/2, d1*f/(d1*f+d2), d2/(d1*f+d2))
	return upper
}

// BinomialLogUpper gives ln P(X ≥ k) of n trials that succeed with probability p; q = 1−p is given too, the smaller of
// p and q being exact.
func BinomialLogUpper(k, n uint64, p, q float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case k == 0:
		return 0
	case k > n:
		return math.Inf(-1)
	}
	lower, _ := LogBetaTails(float64(k), float64(n-k+1), p, q)
	return lower
}

// BinomialLogLower gives ln P(X ≤ k), with the arguments of [BinomialLogUpper].
func BinomialLogLower(k, n uint64, p, q float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case k >= n:
		return 0
	}
	_, upper := LogBetaTails(float64(k+1), float64(n-k), p, q)
	return upper
}

// BinomialLogDensity gives ln P(X = k), with the arguments of [BinomialLogUpper].
func BinomialLogDensity(k, n uint64, p, q float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case k > n:
		return math.Inf(-1)
	case p == 0 || q == 0:
		if k == 0 && p == 0 || k == n && q == 0 {
			return 0
		}
		return math.Inf(-1)
	}
	a, b := float64(k), float64(n-k)
	return logBetaDensity(a, b, p, q, betaLead(a, b, p, q))
}
