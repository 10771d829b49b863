package stats

import (
	"math"
	"math/bits"
	"math/rand/v2"

	"kstat/internal/special"
)

// random draws numbers that depend on the seed alone: PCG-DXSM from the standard library, whose sequence is fixed, and this
// file's own ways to make numbers and orders of it, which the standard library may change.
type random struct{ rand.PCG }

func newRandom(seed uint64) *random {
	r := &random{}
	r.Seed(seed, 0)
	return r
}

// float gives a number in [0, 1).
func (r *random) float() float64 { return float64(r.Uint64()>>11) * 0x1p-53 }

// below gives a number in [0, n), n > 0, each equally likely (Lemire's method).
func (r *random) below(n uint64) uint64 {
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for limit := -n % n; lo < limit; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

// shuffle puts v into a random order (Fisher and Yates).
func (r *random) shuffle(v []int) {
	for i := len(v) - 1; i > 0; i-- {
		j := int(r.below(uint64(i) + 1))
		v[i], v[j] = v[j], v[i]
	}
}

// binomial draws the number of successes of n trials of probability p by inversion: a uniform number is used up by the
// probabilities of the most likely value, its neighbours, theirs, and so on. About as many steps as the standard deviation
// are needed; the first probability is exact at any n, and the others follow by ratios.
func (r *random) binomial(n uint64, p float64) uint64 {
	switch {
	case n == 0 || p <= 0:
		return 0
	case p >= 1:
		return n
	}
	q := 1 - p
	mode := min(n, uint64((float64(n)+1)*p))
	u := r.float()
	at := math.Exp(special.BinomialLogDensity(mode, n, p, q))
	if u -= at; u < 0 {
		return mode
	}
	lower, upper, pLower, pUpper := mode, mode, at, at
	for lower > 0 || upper < n {
		if upper < n {
			pUpper *= float64(n-upper) / float64(upper+1) * (p / q)
			upper++
			if u -= pUpper; u < 0 {
				return upper
			}
		}
		if lower > 0 {
			pLower *= float64(lower) / float64(n-lower+1) * (q / p)
			lower--
			if u -= pLower; u < 0 {
				return lower
			}
		}
		if pUpper+pLower < 1e-18 {
			break // what rounding left of u
		}
	}
	return mode
}
