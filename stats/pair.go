package stats

import (
	"fmt"

	"kstat/internal/special"
)

// Pair is what has been counted of two words w1 and w2 that may belong together (커피, 마시다): the input of every
// association measure. Counts go up to 10^12, times Span.
type Pair struct {
	O11 uint64 // how often w1 and w2 occur together
	F1  uint64 // how often w1 occurs
	F2  uint64 // how often w2 occurs
	N   uint64 // how much there is: tokens for windows, sentences (paragraphs, documents) for co-occurrence within one
	// Span is the number of places of a window, both sides together: 10 for five words left and five right; 0 means 1.
	// It matters only to Margins other than Plain, and to the z of Berry-Rogghe.
	Span uint64
	// Margins says how the other cells follow from the counts.
	Margins Margins
}

// Margins is a way to complete a pair's count to a 2×2 table
//
//	            w2    not w2
//	w1          O11   O12     R1
//	not w1      O21   O22     R2
//	            C1    C2      N
//
// Programs differ here more than in their formulas, and seldom say what they do.
type Margins uint8

const (
	// Plain: R1 = f1, C1 = f2, N as given, E = f1·f2/N. Right for co-occurrence within sentences and for adjacent words.
	// For a wider window it expects too little, S times too little, and every score is too high; most programs do it.
	//
	// A window can count a word for several others (in 오픈 소스 오픈, 소스 stands beside two 오픈), so that O11 may exceed f1 or
	// f2, and no 2×2 table holds that. The margin is then raised to the count: R1 = max(f1, O11), C1 = max(f2, O11); and
	// where N has no room for them, N to R1+C1−O11+1, so that one place has neither word. Every measure has a value in its
	// range then, and the pair stands among the strongest, where it belongs. [Pair.Raised] tells of it. Counts of scopes
	// and of adjacent words never need it.
	Plain Margins = iota
	// SpanCorrected: R1 = f1·S, the number of places around w1, C1 = f2, E = f1·S·f2/N. Evert (2008) and the UCS toolkit.
	// C1 is raised to O11 as with Plain; N is not, and there is no such table where f1·S > N.
	SpanCorrected
	// PairCount: what is counted is pairs of places: R1 = f1·S, C1 = f2·S, N·S, with the same E = f1·S·f2/N. A table
	// always, whatever overlaps, of counts that windows of S places can give.
	PairCount
)

var marginNames = [...]string{"plain", "span", "pairs"}

// String gives the name as printed in a table's header: plain, span, pairs.
func (m Margins) String() string { return marginNames[m] }

// FindMargins gives the margins that String writes so; ok is false where there are none.
func FindMargins(name string) (m Margins, ok bool) {
	for i, n := range marginNames {
		if n == name {
			return Margins(i), true
		}
	}
	return Plain, false
}

func (p Pair) span() uint64 { return max(1, p.Span) }

// Table gives R1, C1 and N as the pair's Margins define them.
func (p Pair) Table() (r1, c1, n uint64) {
	r1, c1, n = p.unraised()
	if !p.Raised() {
		return r1, c1, n
	}
	r1, c1 = max(r1, p.O11), max(c1, p.O11)
	if p.Margins == Plain {
		n = max(n, r1+c1-p.O11+1)
	}
	return r1, c1, n
}

// Raised tells whether the count exceeds a margin, so that Table gives a larger one.
func (p Pair) Raised() bool {
	r1, c1, _ := p.unraised()
	return p.Margins != PairCount && (p.O11 > r1 || p.O11 > c1)
}

// unraised gives the margins as counted, even where O11 exceeds one.
func (p Pair) unraised() (r1, c1, n uint64) {
	switch p.Margins {
	case SpanCorrected:
		return p.F1 * p.span(), p.F2, p.N
	case PairCount:
		return p.F1 * p.span(), p.F2 * p.span(), p.N * p.span()
	}
	return p.F1, p.F2, p.N
}

// Expected gives E11, how often the words would occur together if they were independent.
func (p Pair) Expected() float64 {
	r1, c1, n := p.Table()
	return float64(r1) * float64(c1) / float64(n)
}

// cells gives the four cells; ok is false where a margin is smaller than what it should hold.
func (p Pair) cells() (t special.Cells, ok bool) {
	r1, c1, n := p.Table()
	if p.O11 > r1 || p.O11 > c1 || r1 > n || c1 > n || n-r1 < c1-p.O11 {
		return t, false
	}
	return special.Cells{A: p.O11, B: r1 - p.O11, C: c1 - p.O11, D: n - r1 - (c1 - p.O11)}, true
}

// excess gives (O11−E11)/E11 without cancellation.
func (p Pair) excess() float64 {
	r1, c1, n := p.Table()
	return special.ProductDifference(p.O11, n, r1, c1) / (float64(r1) * float64(c1))
}

// surplus gives O11−E11 without cancellation.
func (p Pair) surplus() float64 {
	r1, c1, n := p.Table()
	return special.ProductDifference(p.O11, n, r1, c1) / float64(n)
}

// String writes the counts as a worked example shows them.
func (p Pair) String() string {
	s := fmt.Sprintf("O11 = %d, f1 = %d, f2 = %d, N = %d", p.O11, p.F1, p.F2, p.N)
	if p.Span > 1 {
		s += fmt.Sprintf(", S = %d (%v)", p.Span, p.Margins)
	}
	return s
}

// swap exchanges the two words. Under SpanCorrected the window stays with the first.
func (p Pair) swap() Pair {
	p.F1, p.F2 = p.F2, p.F1
	return p
}

// doubtTable warns where there are no four cells.
func doubtTable(p Pair) []Warning {
	if _, ok := p.cells(); ok {
		return nil
	}
	r1, c1, _ := p.Table()
	return []Warning{{Kind: NotATable, Count: p.O11, Of: min(r1, c1)}}
}

// doubtCells warns where the χ² approximation is poor, where a margin had to be raised or where there are no four cells.
func doubtCells(p Pair, _ *Options) []Warning {
	if w := doubtTable(p); w != nil {
		return w
	}
	r1, c1, n := p.Table()
	w := lowExpected(float64(r1), float64(c1), float64(n))
	if p.Raised() {
		w = append(w, Warning{Kind: RaisedMargin, Count: p.O11, Of: min(p.F1, p.F2)})
	}
	return w
}

// lowExpected applies Cochran's rule: the χ² distribution is a fair approximation where no expected count is below 5.
// With an empty margin there is no value to doubt.
func lowExpected(r1, c1, n float64) []Warning {
	if r1 == 0 || c1 == 0 || r1 == n || c1 == n {
		return nil
	}
	least, below := inf, uint64(0)
	for _, e := range [...]float64{r1 * c1 / n, r1 * (n - c1) / n, (n - r1) * c1 / n, (n - r1) * (n - c1) / n} {
		least = min(least, e)
		if e < 5 {
			below++
		}
	}
	if below == 0 {
		return nil
	}
	return []Warning{{Kind: LowExpected, Count: below, Of: 4, Value: least}}
}

// doubtRare warns where a pair was seen once or twice only: an effect of such a pair is mostly chance.
func doubtRare(p Pair, _ *Options) []Warning {
	if p.O11 == 0 || p.O11 > 2 {
		return nil
	}
	return []Warning{{Kind: Hapax, Count: p.O11}}
}
