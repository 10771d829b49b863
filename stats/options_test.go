package stats

import (
	"math"
	"strings"
	"testing"
)

// refused checks that f is refused in the way the package promises: by a panic of its own, not one of the run time.
func refused(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if r := recover(); r == nil {
			t.Errorf("%s: no panic", what)
		} else if text, ok := r.(string); !ok || !strings.HasPrefix(text, "stats:") {
			t.Errorf("%s: the panic %v, which is not one of stats", what, r)
		}
	}()
	f()
}

// Each option outside its range is refused by each kind of function that uses it, and taken at the ends of the range.
func TestOptionsOutsideTheirRange(t *testing.T) {
	pair, contrast, gram := Pair{O11: 5, F1: 30, F2: 20, N: 1000}, Contrast{100, 50, 10000, 20000}, Gram{970, 10, 15, 5}
	samples := Samples{X: []float64{1, 2, 3}, Y: []float64{2, 3, 4, 5}, ZeroX: 2, ZeroY: 1}
	text := NewSequence([]uint32{1, 2, 3, 1, 2, 4, 5, 6, 1, 2})
	profiles := profilesExample
	bags := []Bag{{[]uint32{0, 1}, []uint64{3, 1}}, {[]uint32{0, 1}, []uint64{2, 4}}, {[]uint32{1}, []uint64{2}}}
	npmi, logRatio := &assocNPMI.Variants[0], &keyLogRatio.Variants[0]
	intervals := func(o *Options) {
		for _, m := range Keynesses.Rows {
			for i := range m.Variants {
				if f := m.Variants[i].Interval; f != nil && m.Name != "lrc" && m.Name != "clr" {
					refused(t, "the interval of "+m.Name, func() { f(contrast, o) })
				}
			}
		}
		for _, m := range DocumentTests.Rows {
			for i := range m.Variants {
				if f := m.Variants[i].Interval; f != nil {
					refused(t, "the interval of "+m.Name, func() { f(samples, o) })
				}
			}
		}
		refused(t, "the interval of lambda", func() { gramLambda.Variants[0].Interval(gram, o) })
		refused(t, "the interval of log_odds", func() { assocLogOdds.Variants[0].Interval(pair, o) })
		refused(t, "the interval of odds_ratio", func() { assocOddsRatio.Variants[0].Interval(pair, o) })
		refused(t, "lrc", func() { keyLRC.Value(contrast, o) })
		refused(t, "clr", func() { keyCLR.Value(contrast, o) })
		refused(t, "a bootstrap", func() { Bootstrap(npmi, pair, o) })
		refused(t, "a bootstrap of keyness", func() { BootstrapContrast(logRatio, contrast, o) })
	}
	for _, alpha := range []float64{-0.05, 1, 2, 5, 95, inf, nan} {
		intervals(&Options{Alpha: alpha})
		intervals(&Options{Alpha: alpha, Comparisons: 10})
	}
	for _, x := range []float64{-1, inf, -inf, nan} {
		refused(t, "SmoothK", func() { keySimpleMaths.Value(contrast, &Options{SmoothK: x}) })
		refused(t, "Prior", func() { keyLogOddsPrior.Value(contrast, &Options{Prior: x}) })
	}
	for _, x := range []float64{-0.72, 1, 72, inf, nan} {
		refused(t, "MTLDThreshold", func() { divMTLD.Value(text, &Options{MTLDThreshold: x}) })
	}
	for _, n := range []int{-1, -5, math.MinInt} {
		refused(t, "Permutations", func() { docPermutation.Value(samples, &Options{Permutations: n}) })
		refused(t, "Permutations", func() { Bootstrap(npmi, pair, &Options{Permutations: n}) })
		refused(t, "Permutations", func() { BootstrapContrast(logRatio, contrast, &Options{Permutations: n}) })
		refused(t, "Halves", func() { Homogeneity(bags, 2, &Options{Halves: n}) })
		for _, m := range []*Measure[Profiles]{simSpearman, simKilgarriff, simBurrowsDelta, simCosineDelta} {
			for i := range m.Variants {
				refused(t, "TopWords of "+m.Name, func() { m.Variants[i].Value(profiles, &Options{TopWords: n}) })
			}
		}
		for _, m := range []*Measure[*Sequence]{divMSTTR, divMSTTRSD, divMATTR, divMATTRSD} {
			refused(t, "Window of "+m.Name, func() { m.Value(text, &Options{Window: n}) })
			refused(t, "Window of the doubts of "+m.Name, func() { m.Doubts(text, &Options{Window: n}) })
		}
	}
	// The least and the largest values are numbers like any other.
	for _, o := range []*Options{
		{Alpha: 1e-300, SmoothK: 1e-300, Prior: 1e-300, Permutations: 1, Window: 1, HDDSample: 1, MTLDThreshold: 1e-300, TopWords: 1, Halves: 1},
		{Alpha: 1 - 1e-15, SmoothK: 1e300, Prior: 1e300, Permutations: 2, Window: math.MaxInt, HDDSample: math.MaxUint64,
			MTLDThreshold: 1 - 1e-15, TopWords: math.MaxInt, Halves: 3, Comparisons: math.MaxUint64},
	} {
		inScale(t, &Keynesses, contrast, o)
		inScale(t, &DocumentTests, samples, o)
		inScale(t, &Diversities, text, o)
		inScale(t, &Similarities, profiles, o)
		Bootstrap(npmi, pair, o)
		BootstrapContrast(logRatio, contrast, o)
		Homogeneity(bags, 2, o)
	}
	// So many permutations that every division is looked at.
	same(t, "permutation_p", docPermutation.Value(samples, &Options{Permutations: math.MaxInt}), docPermutation.Value(samples, nil))
}
