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

// tailEnd is the share of a sum of falling terms below which a term ends it. It is far below a float64's 2^-53 because
// near the centre of a wide distribution the terms still to come fall slowly: a million of them may follow.
const tailEnd = 0x1p-80
