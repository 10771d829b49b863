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

// mostSteps is the standard deviation up to which binomial draws by inversion, which takes about as many steps: 7 µs at 1,000,
// and 3 ms at 500,000, where rejection takes 0.2 µs whatever it is. Rejection is the faster way from about 20 on; but what was
// drawn once with a seed should be drawn again, and only very large counts were too slow.
const mostSteps = 1000

// binomial draws the number of successes of n trials of probability p.
func (r *random) binomial(n uint64, p float64) uint64 {
	q := 1 - p
	switch {
	case n == 0 || p <= 0:
		return 0
	case p >= 1:
		return n
	case float64(n)*p*q > mostSteps*mostSteps:
		return r.binomialByRejection(n, p, q)
	}
	return r.binomialByInversion(n, p, q)
}

// binomialByRejection is Hörmann's BTRS (The generation of binomial random variates, 1993): points under a curve above the
// density, which is easy to draw from, are drawn until one is under the density itself, once in 1.13 tries whatever n is.
// The distribution is exact, which a normal approximation's is not; n·p and n·q must be 10 or more.
func (r *random) binomialByRejection(n uint64, p, q float64) uint64 {
	if p > 0.5 {
		return n - r.binomialByRejection(n, q, p)
	}
	h := newHat(n, p, q)
	top := special.BinomialLogDensity(uint64((float64(n)+1)*p), n, p, q)
	for {
		u, v := r.float()-0.5, 1-r.float()
		k, height := h.at(u)
		switch {
		case !(k >= 0 && k <= float64(n)):
		case h.surely(u, v), math.Log(v*height) <= special.BinomialLogDensity(uint64(k), n, p, q)-top:
			return uint64(k)
		}
	}
}

// hat is the curve above a binomial density of p ≤ ½, as Hörmann fitted it; the letters and constants are his.
type hat struct{ a, b, alpha, centre float64 }

func newHat(n uint64, p, q float64) hat {
	sd := math.Sqrt(float64(n) * p * q)
	b := 1.15 + 2.53*sd
	return hat{a: -0.0873 + 0.0248*b + 0.01*p, b: b, alpha: (2.83 + 5.1/b) * sd, centre: float64(n)*p + 0.5}
}

// at gives the value that u, from −½ to ½, stands for, and the curve's height there in units of the density's top.
func (h hat) at(u float64) (k, height float64) {
	us := 0.5 - math.Abs(u)
	return math.Floor((2*h.a/us+h.b)*u + h.centre), h.alpha / (h.a/(us*us) + h.b)
}

// surely says that the share v of the curve's height at u is under the density, which then need not be computed: four times in
// five.
func (h hat) surely(u, v float64) bool { return math.Abs(u) <= 0.43 && v <= 0.92-4.2/h.b }

// binomialByInversion uses a uniform number up by the probabilities of the most likely value, its neighbours, theirs, and so
// on. The first probability is exact at any n, and the others follow by ratios.
func (r *random) binomialByInversion(n uint64, p, q float64) uint64 {
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
