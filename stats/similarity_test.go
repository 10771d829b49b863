package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// What every similarity must obey: the same either way round, indifferent to the sizes of the corpora where it is of
// proportions, best for a corpus and itself.
func TestSimilarityLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(61, 62))
	for range 200 {
		n := 2 + r.IntN(40)
		p := Profiles{A: make([]uint64, n), B: make([]uint64, n), Mean: make([]float64, n), SD: make([]float64, n)}
		for i := range n {
			p.A[i], p.B[i] = r.Uint64N(30), r.Uint64N(30)
			p.Mean[i], p.SD[i] = r.Float64(), r.Float64()
		}
		p.A[0], p.B[n-1] = 1, 1
		for _, m := range Similarities.Rows {
			laws(t, &Similarities, m, p, p.swap(), 2, false)
		}
		self := Profiles{A: p.A, B: p.A, Mean: p.Mean, SD: p.SD}
		double := Profiles{A: p.A, B: make([]uint64, n), Mean: p.Mean, SD: p.SD}
		for i := range p.A {
			double.B[i] = 2 * p.A[i]
		}
		for name, want := range map[string]float64{"cosine": 1, "jsd": 0, "kilgarriff_chi2": 0, "burrows_delta": 0, "cosine_delta": 0,
			"jaccard": 1, "dice": 1} {
			m, _ := Similarities.Find(name)
			same(t, name+" of a corpus and itself", m.Value(self, nil), want)
			same(t, name+" of a corpus and its double", m.Value(double, nil), want)
		}
	}
	apart := Profiles{A: []uint64{5, 3, 0, 0}, B: []uint64{0, 0, 4, 9}}
	for name, want := range map[string]float64{"cosine": 0, "jsd": 1, "jaccard": 0, "dice": 0} {
		m, _ := Similarities.Find(name)
		same(t, name+" of corpora without a common word", m.Value(apart, nil), want)
	}
	for _, p := range []Profiles{{}, {A: []uint64{0}, B: []uint64{5}}, {A: []uint64{3}, B: []uint64{5}}} {
		for _, m := range Similarities.Rows {
			for i := range m.Variants {
				m.Variants[i].Value(p, nil)
			}
		}
	}
}

// A corpus whose documents are alike is homogeneous, one of two kinds of document is not; the halves depend on the seed alone.
func TestHomogeneity(t *testing.T) {
	alike := func(types ...uint32) (d []Bag) {
		for range 20 {
			b := Bag{Types: types}
			for range types {
				b.Counts = append(b.Counts, 10)
			}
			d = append(d, b)
		}
		return d
	}
	same(t, "homogeneity of equal documents", first(Homogeneity(alike(0, 1, 2), 3, nil)), 0)
	mixed := append(alike(0, 1, 2), alike(3, 4, 5)...)
	mean, sd := Homogeneity(mixed, 6, &Options{Seed: 5})
	if !(mean > 1) || !(sd > 0) {
		t.Errorf("a corpus of two kinds of document: %v ± %v", mean, sd)
	}
	again, _ := Homogeneity(mixed, 6, &Options{Seed: 5})
	if again != mean {
		t.Errorf("the same seed gave %v and %v", mean, again)
	}
	if x, _ := Homogeneity(mixed[:1], 6, nil); !math.IsNaN(x) {
		t.Errorf("homogeneity of one document: %v", x)
	}
	m, d := DocumentMoments([]Bag{{Types: []uint32{0}, Counts: []uint64{4}}, {}, {Types: []uint32{0, 1}, Counts: []uint64{1, 3}}}, 2)
	same(t, "mean", m[0], 0.625)
	same(t, "sd", d[0], 0.75/math.Sqrt2)
	same(t, "mean", m[1], 0.375)
	same(t, "sd", d[1], 0.75/math.Sqrt2)
}

func first(x, _ float64) float64 { return x }

// Documents that are none over the vocabulary are refused, however few there are.
func TestBagsOutsideTheVocabulary(t *testing.T) {
	good := Bag{[]uint32{0, 1}, []uint64{1, 2}}
	for what, bad := range map[string]Bag{
		"more types than counts":     {[]uint32{0, 1}, []uint64{1}},
		"more counts than types":     {[]uint32{0}, []uint64{1, 1}},
		"a type beyond the last":     {[]uint32{0, 2}, []uint64{1, 1}},
		"a type far beyond the last": {[]uint32{math.MaxUint32}, []uint64{1}},
		"types that fall":            {[]uint32{1, 0}, []uint64{1, 1}},
		"a type twice":               {[]uint32{1, 1}, []uint64{1, 1}},
	} {
		for _, documents := range [][]Bag{{bad}, {good, bad}, {good, good, bad}} {
			refused(t, what, func() { DocumentMoments(documents, 2) })
			refused(t, what, func() { Homogeneity(documents, 2, nil) })
		}
	}
	refused(t, "a vocabulary of −1 words", func() { DocumentMoments(nil, -1) })
	refused(t, "a vocabulary of −1 words", func() { Homogeneity(nil, -1, nil) })
}
