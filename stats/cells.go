package stats

import (
	"math"

	"kstat/internal/special"
)

// What association and keyness share: statistics of a 2×2 table. Each is NaN where a margin is empty, for then there is
// nothing to test.

func emptyMargin(t special.Cells) bool {
	return t.A+t.B == 0 || t.C+t.D == 0 || t.A+t.C == 0 || t.B+t.D == 0
}

// marginProduct gives R1·R2·C1·C2.
func marginProduct(t special.Cells) float64 {
	return float64(t.A+t.B) * float64(t.C+t.D) * float64(t.A+t.C) * float64(t.B+t.D)
}

func total(t special.Cells) float64 { return float64(t.A + t.B + t.C + t.D) }

// cellsG2 gives Dunning's log-likelihood, unsigned.
func cellsG2(t special.Cells) float64 {
	if emptyMargin(t) {
		return nan
	}
	return 2 * t.LogLikelihood()
}

// cellsChi2 gives Pearson's χ², unsigned.
func cellsChi2(t special.Cells) float64 {
	if emptyMargin(t) {
		return nan
	}
	det := t.Det()
	return total(t) * (det * det / marginProduct(t))
}

// cellsYates gives χ² with Yates's correction, unsigned; clip keeps the correction from exceeding the difference.
func cellsYates(t special.Cells, clip bool) float64 {
	if emptyMargin(t) {
		return nan
	}
	// |det| − N/2, whose digits matter where it is near 0: both are exact halves of integers below 2^53 there.
	d := math.Abs(t.Det()) - total(t)/2
	if clip && d < 0 {
		return 0
	}
	return total(t) * (d * d / marginProduct(t))
}

// tabular is an input that makes a 2×2 table; ok is false where its counts make none.
type tabular interface {
	cells() (t special.Cells, ok bool)
}

// onCells makes a value of the four cells a value of the input: NaN where there are no four cells.
func onCells[In tabular](f func(special.Cells) float64) func(In, *Options) float64 {
	return func(in In, _ *Options) float64 {
		t, ok := in.cells()
		if !ok {
			return nan
		}
		return f(t)
	}
}

// signedCells makes an unsigned statistic of the cells a signed value of the input.
func signedCells[In tabular](f func(special.Cells) float64) func(In, *Options) float64 {
	return onCells[In](func(t special.Cells) float64 { return signed(f(t), t) })
}

// fisher makes a variant of Fisher's test of a tail of the hypergeometric distribution.
func fisher[In tabular](name, formula, latex string, peers []string,
	tail func(h special.Hypergeometric, k uint64) float64) Variant[In] {
	return probability(Variant[In]{Name: name, Formula: formula, LaTeX: latex, Peers: peers}, func(in In, _ *Options) Prob {
		t, ok := in.cells()
		if !ok {
			return Prob(nan)
		}
		return Prob(tail(special.NewHypergeometric(t), t.A))
	})
}

// doubtCorrection adds to the doubts of χ² that Yates's correction is larger than the difference it corrects.
func doubtCorrection[In tabular](doubts func(In, *Options) []Warning) func(In, *Options) []Warning {
	return func(in In, o *Options) []Warning {
		w := doubts(in, o)
		if t, ok := in.cells(); ok && 2*math.Abs(t.Det()) < total(t) {
			w = append(w, Warning{Kind: OverCorrected, Value: math.Abs(t.Det()) / total(t)})
		}
		return w
	}
}

// signed gives value the sign of what the table's det says: positive where the cell A holds more than expected.
func signed(value float64, t special.Cells) float64 {
	if t.Det() < 0 {
		return -value
	}
	return value
}

// cellsOddsRatio gives A·D/(B·C).
func cellsOddsRatio(t special.Cells) float64 {
	return float64(t.A) * float64(t.D) / (float64(t.B) * float64(t.C))
}

// cellsOddsInterval gives Woolf's interval of the odds ratio, NaN where a cell is empty.
func cellsOddsInterval(t special.Cells, alpha float64) Interval {
	if t.A == 0 || t.B == 0 || t.C == 0 || t.D == 0 {
		return noInterval
	}
	se := math.Sqrt(1/float64(t.A) + 1/float64(t.B) + 1/float64(t.C) + 1/float64(t.D))
	half := math.Exp(special.NormalUpperQuantile(alpha/2) * se)
	or := cellsOddsRatio(t)
	return Interval{or / half, or * half}
}

func oddsRatioInterval[In tabular](in In, o *Options) Interval {
	t, ok := in.cells()
	if !ok {
		return noInterval
	}
	return cellsOddsInterval(t, o.alpha())
}

func yates(t special.Cells) float64        { return cellsYates(t, false) }
func yatesClipped(t special.Cells) float64 { return cellsYates(t, true) }
