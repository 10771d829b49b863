package special

import "math"

// LogGammaTails gives the logarithms of the regularised incomplete gamma functions, ln P(a, x) and ln Q(a, x) = ln(1−P),
// for a > 0 and x ≥ 0.
//
// Both are the density x^a·e^−x/Γ(a+1), in saddle-point form, times a sum of positive terms (the series of P, below
// x = a+1) or a continued fraction (Legendre's for Q, above). Each needs about √a steps near x = a, few elsewhere.
func LogGammaTails(a, x float64) (logP, logQ float64) {
	switch {
	case !(a > 0) || !(x >= 0):
		return math.NaN(), math.NaN()
	case x == 0:
		return math.Inf(-1), 0
	case math.IsInf(x, 1):
		return 0, math.Inf(-1)
	}
	density := logPoissonDensity(a, x)
	if x < a+1 {
		// P = Σ of the densities at a, a+1, …, each x/n times the one before
		sum := sumTail(
			func(n float64) float64 { return x / (a + n) },
			func(n float64) float64 { return logPoissonDensity(a+n, x) - density })
		logP = min(0, density+math.Log(sum))
		return logP, Log1mExp(logP)
	}
	// Q = a·density/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …)))
	fraction := x + 1 - a
	if b := fraction; b < 0x1p60*(1+a) { // beyond it is all there is to it, in 53 bits
		fraction = continuedFraction(b, func(n float64) (float64, float64) { return -n * (n - a), b + 2*n })
	}
	logQ = min(0, density+math.Log(a/fraction))
	return Log1mExp(logQ), logQ
}

// logPoissonDensity gives ln(x^a·e^−x/Γ(a+1)).
func logPoissonDensity(a, x float64) float64 { return -x*Deviance((a-x)/x) - logFactorialRest(a) }

// continuedFraction gives b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method as Thompson and Barnett modified it, where
// next(n) gives a_n and b_n.
func continuedFraction(b0 float64, next func(n float64) (a, b float64)) float64 {
	const tiny = 1e-300
	f := b0
	if f == 0 {
		f = tiny
	}
	c, d := f, 0.0
	for n := 1.0; ; n++ {
		a, b := next(n)
		if d = b + a*d; d == 0 {
			d = tiny
		}
		if c = b + a/c; c == 0 {
			c = tiny
		}
		d = 1 / d
		delta := c * d
		f *= delta
		// A NaN ends the loop too.
		if !(math.Abs(delta-1) > 0x1p-53) {
			return f
		}
	}
}

// ChiSquaredSurvival gives P(X > x) for a χ² variable with df degrees of freedom.
func ChiSquaredSurvival(x, df float64) float64 {
	if df == 1 && x >= 0 {
		return math.Erfc(math.Sqrt(x / 2))
	}
	return math.Exp(ChiSquaredLogSurvival(x, df))
}

// ChiSquaredLogSurvival gives ln P(X > x) for a χ² variable with df degrees of freedom; below 0 that is 0.
func ChiSquaredLogSurvival(x, df float64) float64 {
	if x < 0 {
		x = 0
	}
	_, q := LogGammaTails(df/2, x/2)
	return q
}

// PoissonLogUpper gives ln P(X ≥ k) for a Poisson variable of mean m.
func PoissonLogUpper(k uint64, m float64) float64 {
	if k == 0 {
		if !(m >= 0) {
			return math.NaN()
		}
		return 0
	}
	p, _ := LogGammaTails(float64(k), m)
	return p
}

// PoissonLogLower gives ln P(X ≤ k) for a Poisson variable of mean m.
func PoissonLogLower(k uint64, m float64) float64 {
	_, q := LogGammaTails(float64(k)+1, m)
	return q
}

// GammaLogQuantile gives ln x for the x with P(a, x) = p, a > 0: the lower quantile of the gamma distribution.
func GammaLogQuantile(p, a float64) float64 { return gammaLogQuantile(p, a, false) }

// GammaUpperLogQuantile gives ln x for the x with Q(a, x) = p, a > 0: the upper quantile, for small p.
func GammaUpperLogQuantile(p, a float64) float64 { return gammaLogQuantile(p, a, true) }

// gammaLogQuantile is Newton's method on the logarithm of the tail as a function of ln x, kept within a bracket.
func gammaLogQuantile(p, a float64, upper bool) float64 {
	switch {
	case !(a > 0) || !(p >= 0 && p <= 1):
		return math.NaN()
	case p == 0 && !upper || p == 1 && upper:
		return math.Inf(-1)
	case p == 0 || p == 1:
		return math.Inf(1)
	case p > 0.5:
		// near 1 the logarithm of a tail says nothing; that of the other one does, and 1−p is exact
		p, upper = 1-p, !upper
	}
	z := NormalUpperQuantile(p)
	sign := 1.0
	if upper {
		z, sign = -z, -1
	}
	// Wilson and Hilferty: the cube root of a gamma variable is nearly normal.
	start := 3 * math.Log(math.Max(1-1/(9*a)-z/(3*math.Sqrt(a)), 1e-3))
	want := math.Log(p)
	return bracketedNewton(start+math.Log(a), sign, want, func(t float64) (value, slope float64) {
		x := math.Exp(t)
		lower, above := LogGammaTails(a, x)
		value = lower
		if upper {
			value = above
		}
		return value, sign * math.Exp(math.Log(a)+logPoissonDensity(a, x)-value)
	})
}
