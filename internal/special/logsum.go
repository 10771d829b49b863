package special

import "math"

// Log1mExp gives ln(1 − e^x) for x ≤ 0: the logarithm of the other tail, from the logarithm of this one.
func Log1mExp(x float64) float64 {
	if x > -math.Ln2 {
		return math.Log(-math.Expm1(x))
	}
	return math.Log1p(-math.Exp(x))
}

// LogAddExp gives ln(e^x + e^y) without overflow or underflow.
func LogAddExp(x, y float64) float64 {
	if x < y {
		x, y = y, x
	}
	if math.IsInf(x, -1) || math.IsInf(x, 1) {
		return x
	}
	return x + math.Log1p(math.Exp(y-x))
}

// sumTail gives 1 + r(1) + r(1)·r(2) + …, the sum of a tail of a distribution in units of its first density, where
// ratio(n) = r(n) is the n-th density over the one before it, 0 where the distribution ends; logTerm(n) is the logarithm
// of r(1)·…·r(n), by a closed form.
//
// About 40·σ/t terms are needed at t standard deviations σ from the centre, some milliseconds for the commonest word of a
// corpus of 10^10. The rounding errors of a million ratios would add up to 1e-11, so every now and then the term is taken
// from the closed form again.
func sumTail(ratio, logTerm func(n float64) float64) float64 {
	// The end is far below a float64's 2^-53, because near the centre of a wide distribution the terms still to come
	// fall slowly: a million of them may follow.
	const end = 0x1p-80
	const anchor = 4096
	sum := 0.0
	for base, term := 0.0, 1.0; ; base += anchor {
		// Small sums of a block first, so that the long sum has few roundings.
		block := 0.0
		for n := base; n < base+anchor; n++ {
			block += term
			term *= ratio(n + 1)
			if !(term > (sum+block)*end) { // also NaN
				return sum + block
			}
		}
		sum += block
		term = math.Exp(logTerm(base + anchor))
	}
}
