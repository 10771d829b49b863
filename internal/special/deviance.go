package special

import "math"

// Deviance gives (1+u)·ln(1+u) − u for u ≥ −1, to full relative precision.
//
// It is how far an observation x lies from what was expected, m, with u = (x−m)/m:
//
//	m·Deviance(u) = x·ln(x/m) − (x−m)
//
// Written as on the right, two large numbers cancel when x is near m; a log-likelihood of 0.001 in a corpus of 10^10
// words would have no right digit. Deviance is 0 at u = 0, grows like u²/2 around it, and is 1 at u = −1 (nothing
// observed). Every log-likelihood statistic and every density of this module is a sum of such terms, none negative.
//
// Near 0 it uses ln(1+u) = 2·atanh(v) with v = u/(2+u), as Loader's bd0 does:
//
//	(1+u)·ln(1+u) − u = u·v + 2(1+u)·(v³/3 + v⁵/5 + …)
//
// Reference: C. Loader (2000), Fast and accurate computation of binomial probabilities.
func Deviance(u float64) float64 {
	switch {
	case u == -1:
		return 1
	case !(math.Abs(u) < 0.5): // so that NaN goes here too
		return (1+u)*math.Log1p(u) - u
	}
	v := u / (2 + u)
	return u*v + 2*(1+u)*atanhRest(v)
}

// atanhRest gives atanh(v) − v = v³/3 + v⁵/5 + … for |v| ≤ 1/3.
func atanhRest(v float64) float64 {
	v2 := v * v
	term := v * v2
	sum := term / 3
	for j := 5.0; ; j += 2 {
		term *= v2
		next := sum + term/j
		if next == sum {
			return sum
		}
		sum = next
	}
}
