package stats

import (
	"math"
	"slices"
)

// Bootstrap gives a percentile interval at 1−α for any association measure of a pair: the N places are drawn again with
// replacement Options.Permutations times, the measure is computed on each drawn table, and the middle 1−α of the values is
// kept. It is for the measures that have no interval of their own; where they have one (log_odds, log_ratio) that is
// better. The same Options.Seed gives the same interval on any machine. 9,999 tables are drawn in some
// tenths of a second at most, however large the counts are.
//
// Draws on which the measure has no value (NaN) are left out; ends may be infinite. Both ends are NaN where the counts make
// no table or no draw has a value. A pair seen once or twice has an interval that is too narrow: what was never seen is
// never drawn.
func Bootstrap(v *Variant[Pair], p Pair, o *Options) Interval {
	t, ok := p.cells()
	n := t.A + t.B + t.C + t.D
	if !ok || n == 0 {
		return noInterval
	}
	alpha, r := o.alpha(), newRandom(o.seed())
	var values []float64
	for range o.permutations() {
		// Four cells drawn one after another, each out of what is left.
		left, places := n, n
		draw := func(cell uint64) uint64 {
			x := uint64(0)
			if left > 0 {
				x = r.binomial(places, float64(cell)/float64(left))
			}
			left -= cell
			places -= x
			return x
		}
		a, b, c := draw(t.A), draw(t.B), draw(t.C)
		// A plain pair with the drawn margins: the span is in them already.
		if x := v.Value(Pair{O11: a, F1: a + b, F2: a + c, N: n}, o); !math.IsNaN(x) {
			values = append(values, x)
		}
	}
	return percentiles(values, alpha)
}

// BootstrapContrast gives such an interval for a keyness measure of a word: both corpora are drawn again, each from its own
// frequency of the word.
func BootstrapContrast(v *Variant[Contrast], k Contrast, o *Options) Interval {
	if _, ok := k.cells(); !ok || k.C == 0 || k.D == 0 {
		return noInterval
	}
	a, b, c, d := k.floats()
	alpha, r := o.alpha(), newRandom(o.seed())
	var values []float64
	for range o.permutations() {
		drawn := Contrast{A: r.binomial(k.C, a/c), B: r.binomial(k.D, b/d), C: k.C, D: k.D}
		if x := v.Value(drawn, o); !math.IsNaN(x) {
			values = append(values, x)
		}
	}
	return percentiles(values, alpha)
}

// percentiles gives the α/2 and 1−α/2 quantiles of values, by R's default definition (type 7).
func percentiles(values []float64, alpha float64) Interval {
	if len(values) == 0 {
		return noInterval
	}
	slices.Sort(values)
	at := func(q float64) float64 {
		h := q * float64(len(values)-1)
		i := int(h)
		if i+1 >= len(values) || values[i] == values[i+1] {
			return values[min(i, len(values)-1)]
		}
		return values[i] + (h-float64(i))*(values[i+1]-values[i])
	}
	return Interval{at(alpha / 2), at(1 - alpha/2)}
}
