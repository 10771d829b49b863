package special

import (
	"math"
	"math/bits"
)

// Cells is a 2×2 table of counts,
//
//	A B | A+B
//	C D | C+D
//
// with every sum of cells below 2^53 (a corpus of 10^12 tokens is far below).
type Cells struct{ A, B, C, D uint64 }

// Det gives A·D − B·C, rounded once: the products and their difference are exact in 128 bits. Divided by N it is how
// far each cell lies from what independence expects.
func (t Cells) Det() float64 { return ProductDifference(t.A, t.D, t.B, t.C) }

// ProductDifference gives x·y − z·w, rounded once.
func ProductDifference(x, y, z, w uint64) float64 {
	h1, l1 := bits.Mul64(x, y)
	h2, l2 := bits.Mul64(z, w)
	if h1 > h2 || h1 == h2 && l1 >= l2 {
		lo, borrow := bits.Sub64(l1, l2, 0)
		hi, _ := bits.Sub64(h1, h2, borrow)
		return float128(hi, lo)
	}
	lo, borrow := bits.Sub64(l2, l1, 0)
	hi, _ := bits.Sub64(h2, h1, borrow)
	return -float128(hi, lo)
}

// float128 gives hi·2^64 + lo, rounded once to nearest.
func float128(hi, lo uint64) float64 {
	if hi == 0 {
		return float64(lo)
	}
	// The top 64 bits round as the whole does, once the bits below them are kept as one sticky bit.
	n := bits.LeadingZeros64(hi)
	top := hi<<n | lo>>1>>(63-n)
	if lo<<n != 0 {
		top |= 1
	}
	return math.Ldexp(float64(top), 64-n)
}

// LogLikelihood gives Σ O·ln(O/E) over the four cells, E being row sum times column sum over N: half of Dunning's G².
// It is 0 under independence, never negative, and keeps its relative precision near 0 (see [Deviance]).
func (t Cells) LogLikelihood() float64 {
	r1, r2 := float64(t.A+t.B), float64(t.C+t.D)
	c1, c2 := float64(t.A+t.C), float64(t.B+t.D)
	n := r1 + r2
	det := t.Det()
	if det == 0 {
		return 0 // independence, or an empty margin
	}
	// u = (O−E)/E = ±det/(row·column), and Σ(O−E) = 0, so Σ O·ln(O/E) = Σ E·Deviance(u).
	term := func(row, col, d float64) float64 { return row * col / n * Deviance(d/(row*col)) }
	return term(r1, c1, det) + term(r1, c2, -det) + term(r2, c1, -det) + term(r2, c2, det)
}
