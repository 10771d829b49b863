package special

import "math"

// bracketedNewton solves f(t) = want from t on, where f rises (sign 1) or falls (sign −1) throughout and gives its slope
// too. A step that leaves the bracket found so far is replaced by halving it.
func bracketedNewton(t, sign, want float64, f func(float64) (value, slope float64)) float64 {
	lo, hi := math.Inf(-1), math.Inf(1)
	for range 200 {
		v, slope := f(t)
		if sign*(v-want) < 0 {
			lo = t
		} else {
			hi = t
		}
		next := t - (v-want)/slope
		if !(next > lo && next < hi) && next != t { // also NaN
			switch {
			case math.IsInf(lo, -1):
				next = t - 1 - math.Abs(t)
			case math.IsInf(hi, 1):
				next = t + 1 + math.Abs(t)
			default:
				next = lo + (hi-lo)/2
			}
		}
		if math.Abs(next-t) <= 0x1p-52*math.Max(math.Abs(t), 0x1p-20) {
			return next
		}
		t = next
	}
	return t
}
