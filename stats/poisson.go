package stats

import (
	"math"

	"kstat/internal/special"
)

// poissonInterval gives Garwood's exact interval for the mean of a Poisson count n at error level alpha.
func poissonInterval(n uint64, alpha float64) (lo, hi float64) {
	if n > 0 {
		lo = math.Exp(special.GammaLogQuantile(alpha/2, float64(n)))
	}
	return lo, math.Exp(special.GammaUpperLogQuantile(alpha/2, float64(n)+1))
}
