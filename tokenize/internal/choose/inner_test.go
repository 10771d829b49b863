package choose

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kstat/tokenize/internal/model"
)

// tagged gives morphemes the tags of their numbers' last byte; those below 100 are nouns.
type tagged struct{}

func (tagged) Tag(m uint32) uint8 { return uint8(m) }
func (tagged) Row(uint32) int32   { return 0 }
func (tagged) Kind(m uint32) Kind {
	if m < 100 {
		return NounKind
	}
	return OtherKind
}

// What two analyses of a surface have side by side in common is the same features of both: 백기완+은 and 백기+완+은 end alike
// but do not begin alike. What stands before the surface is felt at its beginning only.
func TestInner(t *testing.T) {
	whole := []Span{{1, 0, 9}, {200, 9, 12}}
	cut := []Span{{2, 0, 6}, {3, 6, 9}, {200, 9, 12}}
	a, b := Inner(nil, "백기완은", 0, whole, tagged{}), Inner(nil, "백기완은", 0, cut, tagged{})
	common := 0
	for _, f := range a {
		if slices.Contains(b, f) {
			common++
		}
	}
	if common == 0 || common == len(a) {
		t.Errorf("%d of %d features in common", common, len(a))
	}
	other := Inner(nil, "백기완은", 3, cut, tagged{})
	if n := len(other); other[0] == b[0] || !slices.Equal(other[n-5:], b[n-5:]) {
		t.Error("what stands before the surface is not felt at its beginning, or at its end")
	}
	if got := Inner(a, "백기완은", 0, cut, tagged{}); !slices.Equal(got[:len(a)], a) || !slices.Equal(got[len(a):], b) {
		t.Error("the features are not appended to what was there")
	}
	for _, f := range b {
		if f >= 1<<Bits {
			t.Errorf("feature %d has no weight", f)
		}
	}
}

// A morpheme that shares its syllable with the one before (하 and 었 in 했) is no beginning of letters of its own.
func TestInnerShares(t *testing.T) {
	shared, apart := []Span{{120, 0, 3}, {130, 0, 3}}, []Span{{120, 0, 3}, {130, 3, 6}}
	if a, b := Inner(nil, "했다", 0, shared, tagged{}), Inner(nil, "했다", 0, apart, tagged{}); len(a) != len(b)-2 {
		t.Errorf("%d features where they share a syllable, %d where they do not", len(a), len(b))
	}
}

// fewMorphemes tells of a morpheme what follows from its number.
type fewMorphemes struct{}

func (fewMorphemes) Tag(morph uint32) uint8 { return uint8(morph % 5) }
func (fewMorphemes) Kind(morph uint32) Kind { return Kind(morph % 3) }
func (fewMorphemes) Row(uint32) int32       { return 0 }

// The sums of several analyses differ by as much as those of the features that Inner gives for each.
func TestInside(t *testing.T) {
	file, err := model.Open(string(model.Build(map[model.Section][]byte{
		model.Weights: model.BuildWeights(func(f uint32) float64 { return (float64(f%7) - 3) * float64(1-min(1, f%9)) }),
	})))
	if err != nil {
		t.Fatal(err)
	}
	weights := file.FeatureWeights()
	r := rand.New(rand.NewPCG(7, 8))
	const surface = "가나다라마"
	var in Inside
	for range 2000 {
		var analyses [][]Span
		for range 1 + r.IntN(5) {
			var spans []Span
			for end := 0; end < len(surface); {
				start := max(0, end-3*r.IntN(2))
				end = min(len(surface), max(end, start+3*(1+r.IntN(2))))
				spans = append(spans, Span{Morph: uint32(r.IntN(6)), Start: uint16(start), End: uint16(end)})
			}
			if len(analyses) > 0 { // the beginning of one that is there, or its end
				old := analyses[r.IntN(len(analyses))]
				switch k := r.IntN(len(old) + 1); r.IntN(3) {
				case 0:
					spans = append(append([]Span(nil), old[:k]...), spans...)
				case 1:
					spans = append(spans, old[k:]...)
				}
			}
			analyses = append(analyses, spans)
		}
		left := uint8(r.IntN(3))
		got := in.Sums(nil, surface, left, analyses, fewMorphemes{}, &weights)
		var want []int32
		for _, a := range analyses {
			want = append(want, weights.Sum(Inner(nil, surface, left, a, fewMorphemes{})))
		}
		for i := range got {
			if got[i]-got[0] != want[i]-want[0] {
				t.Fatalf("%v: sums %v, those of Inner %v", analyses, got, want)
			}
		}
	}
}
