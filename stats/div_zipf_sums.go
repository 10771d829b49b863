package stats

import "math"

// rankSums are sums over successive ranks of functions of x = ln(1 + k/e^t) and q = k/(k+e^t), where k counts ranks from 0. The
// law's weight of a rank relative to that of the first, w = e^(−ax), neither overflows nor vanishes.
type rankSums interface {
	// term adds the terms at x and q, times c.
	term(a, x, q, c float64)
	// slope adds the derivatives of the terms by k, times c. y = 1/(k+e^t) is that of x.
	slope(a, x, q, y, c float64)
}

// sumRanks adds the terms of the ranks from first to last, which count from 0; scale is e^t = 1+b.
//
// Far from the first rank the terms change slowly, and the sum over a block of them is taken as an integral, by the midpoint
// form of Euler and Maclaurin's formula and Gauss's ten points:
//
//	Σ g(k) = ∫ g − [g′]/24 + 7[g‴]/5760 − …    from ½ before the first to ½ behind the last
//
// The third term is left out: from k+e^t = 100·(|a|+8) on it is below 10⁻¹⁴ of the sum. So a vocabulary of a million, for
// which the search asks some hundred times, takes a tenth of a second and not a minute.
func sumRanks(first, last, a, scale float64, s rankSums) {
	const shortest = 20 // terms for which Gauss's points and two derivatives are less work
	smooth := 100 * (math.Abs(a) + 8)
	wide := 1 / (2 + math.Abs(a)) // a block of this share of k+e^t
	for k := first; k <= last; {
		u, end := k+scale, k
		if u >= smooth {
			end = math.Min(last, k+math.Floor(u*wide))
		}
		if end-k < shortest {
			for ; k <= end; k++ {
				s.term(a, math.Log1p(k/scale), k/(k+scale), 1)
			}
			continue
		}
		sumBlock(k-0.5, end+0.5, a, scale, s)
		k = end + 1
	}
}

// sumBlock adds the terms of the ranks between lo and hi, which lie half-way between ranks, as an integral.
func sumBlock(lo, hi, a, scale float64, s rankSums) {
	middle, half := lo+(hi-lo)/2, (hi-lo)/2
	for i, g := range gaussPoints {
		for _, k := range [2]float64{middle - half*g, middle + half*g} {
			s.term(a, math.Log1p(k/scale), k/(k+scale), half*gaussWeights[i])
		}
	}
	s.slope(a, math.Log1p(lo/scale), lo/(lo+scale), 1/(lo+scale), 1./24)
	s.slope(a, math.Log1p(hi/scale), hi/(hi+scale), 1/(hi+scale), -1./24)
}

// The points of Gauss and Legendre's quadrature with ten points on [−1, 1], those above 0, and their weights (NIST Digital
// Library of Mathematical Functions, table 3.5.2).
var (
	gaussPoints = [...]float64{0.148874338981631210884826001129720, 0.433395394129247190799265943165784, 0.679409568299024406234327365114874,
		0.865063366688984510732096688423493, 0.973906528517171720077964012084452}
	gaussWeights = [...]float64{0.295524224714752870173815619188769, 0.269266719309996355091226921569469, 0.219086362515982043995534934228163,
		0.149451349150580593145863396957697, 0.066671344308688137593568809893332}
)

// lawSums are the sums of w and of w times x, q and their products.
type lawSums struct{ sum, x, q, xx, xq, qq float64 }

func (s *lawSums) term(a, x, q, c float64) {
	w := c * math.Exp(-a*x)
	s.sum += w
	s.x += w * x
	s.q += w * q
	s.xx += w * x * x
	s.xq += w * x * q
	s.qq += w * q * q
}

func (s *lawSums) slope(a, x, q, y, c float64) {
	wy := c * math.Exp(-a*x) * y
	s.sum -= wy * a
	s.x += wy * (1 - a*x)
	s.q += wy * (1 - q - a*q)
	s.xx += wy * x * (2 - a*x)
	s.xq += wy * (q + x*(1-q) - a*x*q)
	s.qq += wy * q * (2*(1-q) - a*q)
}

// textSums are the sums of x, q and q², which the text weighs by its frequencies; a is of no consequence.
type textSums struct{ x, q, qq float64 }

func (s *textSums) term(_, x, q, c float64) {
	s.x += c * x
	s.q += c * q
	s.qq += c * q * q
}

func (s *textSums) slope(_, _, q, y, c float64) {
	s.x += c * y
	s.q += c * y * (1 - q)
	s.qq += 2 * c * y * q * (1 - q)
}
