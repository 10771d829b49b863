package special

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// NormalSurvival gives P(Z > z) for a standard normal variable.
func NormalSurvival(z float64) float64 { return 0.5 * math.Erfc(z/math.Sqrt2) }

// NormalLogSurvival gives ln P(Z > z) for a standard normal variable.
func NormalLogSurvival(z float64) float64 {
	switch {
	case z < 0:
		return math.Log1p(-NormalSurvival(-z))
	case !(z > 5):
		return math.Log(NormalSurvival(z))
	}
	// P(|Z| > z) is a χ² tail.
	_, q := LogGammaTails(0.5, z*z/2)
	return q - math.Ln2
}

// NormalUpperQuantile gives the z with P(Z > z) = p, +Inf at 0 and −Inf at 1. Small p keep all their digits.
func NormalUpperQuantile(p float64) float64 {
	if !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	return 0 - mathext.NormalQuantile(p) // 0, not −0, at ½
}
