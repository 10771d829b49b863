package stats

import (
	"fmt"

	"kstat/internal/special"
)

// Contrast is what has been counted of one word in two corpora, the input of every keyness measure: 행복하다 stands 100
// times in a target of 10,000 tokens and 50 times in a reference of 20,000. Given document frequencies and numbers of
// documents instead, the same measures ask in how many documents the word is, not how often (Egbert and Biber's text
// dispersion keyness).
type Contrast struct {
	A uint64 // occurrences in the target
	B uint64 // occurrences in the reference
	C uint64 // tokens of the target
	D uint64 // tokens of the reference
}

// cells gives the 2×2 table of this word and all others; ok is false where a corpus is smaller than the word's count.
func (k Contrast) cells() (t special.Cells, ok bool) {
	if k.A > k.C || k.B > k.D {
		return t, false
	}
	return special.Cells{A: k.A, B: k.B, C: k.C - k.A, D: k.D - k.B}, true
}

// difference gives a·d − b·c, whose sign says where the word is key, without cancellation.
func (k Contrast) difference() float64 { return special.ProductDifference(k.A, k.D, k.B, k.C) }

// floats gives a, b, c, d.
func (k Contrast) floats() (a, b, c, d float64) {
	return float64(k.A), float64(k.B), float64(k.C), float64(k.D)
}

// KeyIn says where the word is relatively more frequent: 1 in the target, −1 in the reference, 0 in neither.
func (k Contrast) KeyIn() int {
	switch d := k.difference(); {
	case d > 0:
		return 1
	case d < 0:
		return -1
	}
	return 0
}

// Expected gives E1 and E2, how often the word would stand in the target and in the reference if it were spread evenly
// over both.
func (k Contrast) Expected() (e1, e2 float64) {
	a, b, c, d := k.floats()
	return c * (a + b) / (c + d), d * (a + b) / (c + d)
}

// String writes the counts as a worked example shows them.
func (k Contrast) String() string {
	return fmt.Sprintf("a = %d, b = %d, c = %d, d = %d", k.A, k.B, k.C, k.D)
}

// swap exchanges target and reference.
func (k Contrast) swap() Contrast { return Contrast{A: k.B, B: k.A, C: k.D, D: k.C} }

// doubtKeyCells warns where the χ² approximation is poor.
func doubtKeyCells(k Contrast, _ *Options) []Warning {
	if _, ok := k.cells(); !ok {
		return []Warning{{Kind: NotATable, Count: max(k.A, k.B), Of: min(k.C, k.D)}}
	}
	a, b, c, d := k.floats()
	return lowExpected(a+b, c, c+d)
}

// doubtKeyEffect warns of effects that rest on one or two occurrences, and of empty cells.
func doubtKeyEffect(k Contrast, _ *Options) []Warning {
	var w []Warning
	if n := k.A + k.B; n > 0 && n <= 2 {
		w = append(w, Warning{Kind: Hapax, Count: n})
	}
	if k.A == 0 || k.B == 0 {
		w = append(w, Warning{Kind: ZeroCell, Count: k.A + k.B})
	}
	return w
}
