package special

import "math"

const (
	ln2Pi  = 1.837877066409345483560659472811235 // ln 2π
	lnRt2P = ln2Pi / 2
)

// StirlingError gives what Stirling's formula leaves out of ln x!, for x ≥ 0:
//
//	ln Γ(x+1) = x·ln x − x + ½·ln(2πx) + StirlingError(x)
//
// It is positive, about 1/(12x), and +Inf at 0. From 16 on the asymptotic series is exact to the last bit; below, x is
// moved up by
//
//	StirlingError(x) − StirlingError(x+1) = (x+½)·ln(1+1/x) − 1
//
// which is a sum of positive terms (Gudermann's series).
func StirlingError(x float64) float64 {
	if math.IsNaN(x) || x < 0 {
		return math.NaN()
	}
	if x == 0 {
		return math.Inf(1)
	}
	if x < 0.5 {
		// Gudermann's series would be slow here, and the cancellation of the definition costs nothing yet.
		lg, _ := math.Lgamma(x + 1)
		return lg - (x+0.5)*math.Log(x) + x - lnRt2P
	}
	sum := 0.0
	for ; x < 16; x++ {
		v := 1 / (2*x + 1)
		// (x+½)·2·atanh(v) − 1 = (atanh(v) − v)/v
		sum += atanhRest(v) / v
	}
	r := 1 / (x * x)
	return sum + (1.0/12-r*(1.0/360-r*(1.0/1260-r*(1.0/1680-r*(1.0/1188-r*(691.0/360360-r/156))))))/x
}

// logFactorialRest gives ln n! − (n·ln n − n), that is ½·ln(2πn) plus the Stirling error, and 0 at 0: what is left of
// a factorial when the large part has gone into a [Deviance].
func logFactorialRest(n float64) float64 {
	if n == 0 {
		return 0
	}
	return 0.5*(ln2Pi+math.Log(n)) + StirlingError(n)
}
