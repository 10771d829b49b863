package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// What every measure of dispersion must obey, on random words.
func TestDispersionLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 300 {
		n := 1 + r.IntN(12)
		sizes, counts := make([]uint64, n), make([]uint64, n)
		for i := range sizes {
			sizes[i] = 1 + r.Uint64N(1000)
			if r.IntN(3) > 0 {
				counts[i] = r.Uint64N(sizes[i]/10 + 1)
			}
		}
		s := NewParts(sizes).Dense(counts)
		for _, m := range Dispersions.Rows {
			laws(t, &Dispersions, m, s, s, 0, false)
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(s, nil)
				// The order of the parts means nothing, nor do parts without tokens, nor counts of 0.
				p := r.Perm(n)
				sz, ct := []uint64{0}, []uint64{0}
				for _, k := range p {
					sz, ct = append(sz, sizes[k]), append(ct, counts[k])
				}
				if y := v.Value(NewParts(sz).Dense(ct), nil); !approx(x, y) {
					t.Errorf("%s:%s of %v: %v, but %v in another order", m.Name, v.Name, s, x, y)
				}
				explicit := Spread{Parts: s.Parts, Count: counts}
				for k := range counts {
					explicit.Index = append(explicit.Index, k)
				}
				if y := v.Value(explicit, nil); !approx(x, y) {
					t.Errorf("%s:%s of %v: %v, but %v with the zeros written out", m.Name, v.Name, s, x, y)
				}
			}
		}
	}
}

// A word as frequent in every part as in all has the best value of every measure, a word of one part the worst.
func TestDispersionExtremes(t *testing.T) {
	sizes := []uint64{100, 200, 300, 100, 50}
	even := NewParts(sizes).Dense([]uint64{2, 4, 6, 2, 1})
	equal := NewParts([]uint64{70, 70, 70, 70}).Dense([]uint64{3, 3, 3, 3})
	one := NewParts(sizes).Dense([]uint64{0, 0, 0, 0, 7})
	value := func(name string, s Spread) float64 {
		m, _ := Dispersions.Find(name)
		return m.Value(s, nil)
	}
	for name, want := range map[string]float64{"dp": 0, "dp_norm": 0, "d_kl": 0, "juilland_d": 1, "carroll_d2": 1, "rosengren_s": 1,
		"d_a": 1} {
		same(t, name+" of an even word", value(name, even), want)
	}
	for name, want := range map[string]float64{"vc": 0, "lyne_d3": 1, "zhang_dc": 1, "kf": 12, "u": 12, "um": 12, "fm": 12} {
		same(t, name+" of an even word in equal parts", value(name, equal), want)
	}
	for name, want := range map[string]float64{"dp": 1 - 50.0/750, "dp_norm": 1, "d_kl": math.Log2(15), "juilland_d": 0, "carroll_d2": 0,
		"rosengren_s": 50.0 / 750, "d_a": 0, "vc": 2, "lyne_d3": 0, "u": 0, "um": 7.0 / 5, "kf": 7.0 / 5, "range": 1} {
		same(t, name+" of a word of one part", value(name, one), want)
	}
	// A word at equal distances loses nothing by adjustment; one passage leaves about 1.
	steady := Spread{Parts: NewParts([]uint64{1000}), Index: []int{0}, Count: []uint64{10},
		Positions: []uint64{5, 105, 205, 305, 405, 505, 605, 705, 805, 905}}
	same(t, "arf of a steady word", value("arf", steady), 10)
	alf, _ := dispALD.Variant("alf")
	same(t, "alf of a steady word", alf.Value(steady, nil), 10)
	clump := steady
	clump.Positions = []uint64{5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
	same(t, "arf of a clump", value("arf", clump), 1+9.0/100)
	if w := dispDP.Doubts(one, nil); len(w) != 1 || w[0].Kind != OneDocument || w[0].Of != 5 {
		t.Errorf("a word of one part: %v", w)
	}
}

// Words that do not occur and corpora without parts have no dispersion; misuse panics.
func TestDegenerateSpreads(t *testing.T) {
	for _, s := range []Spread{{Parts: NewParts(nil)}, {Parts: NewParts([]uint64{0, 0})}, {Parts: NewParts([]uint64{5, 5})},
		{Parts: NewParts([]uint64{5}), Index: []int{0}, Count: []uint64{0}}} {
		for _, m := range Dispersions.Rows {
			for i := range m.Variants {
				if x := m.Variants[i].Value(s, nil); !math.IsNaN(x) && !(m.Name == "range" && x == 0) {
					t.Errorf("%s of a word that is not there: %v", m.Name, x)
				}
			}
		}
	}
	parts := NewParts([]uint64{5, 0, 5})
	refused(t, "too few counts", func() { parts.Dense([]uint64{1}) })
	refused(t, "occurrences in an empty part", func() { parts.Dense([]uint64{1, 1, 1}) })
	refused(t, "more occurrences than tokens", func() { parts.Dense([]uint64{6, 0, 0}) })
	for what, s := range map[string]Spread{
		"no parts":                            {},
		"occurrences without parts":           {Index: []int{0}, Count: []uint64{1}},
		"index and count of different length": {Parts: parts, Index: []int{0, 1}, Count: []uint64{1}},
		"a part beyond the last":              {Parts: parts, Index: []int{0, 3}, Count: []uint64{1, 1}},
		"a part below the first":              {Parts: parts, Index: []int{-1, 0}, Count: []uint64{1, 1}},
	} {
		for _, m := range Dispersions.Rows {
			for i := range m.Variants {
				refused(t, m.Name+" of "+what, func() { m.Variants[i].Value(s, nil) })
			}
			if m.Doubts != nil {
				refused(t, "the doubts of "+m.Name+" of "+what, func() { m.Doubts(s, nil) })
			}
		}
	}
	for what, s := range map[string]Spread{
		"a part beyond the last":       {Parts: parts, Index: []int{0, 9, 2}, Count: []uint64{1, 1, 1}}, // hidden among others
		"a part below the first":       {Parts: parts, Index: []int{0, -9, 2}, Count: []uint64{1, 1, 1}},
		"occurrences in an empty part": {Parts: parts, Index: []int{0, 1}, Count: []uint64{1, 1}},
		"more occurrences than tokens": {Parts: parts, Index: []int{0, 2}, Count: []uint64{1, 6}},
	} {
		for _, m := range []*Measure[Spread]{dispDP, dispJuillandD, dispRosengrenS, dispDKL, dispKF} {
			refused(t, m.Name+" of "+what, func() { m.Value(s, nil) })
		}
	}
	refused(t, "positions that fall", func() {
		dispARF.Value(Spread{Parts: parts, Index: []int{0}, Count: []uint64{2}, Positions: []uint64{4, 3}}, nil)
	})
	refused(t, "a position outside", func() {
		dispARF.Value(Spread{Parts: parts, Index: []int{0}, Count: []uint64{1}, Positions: []uint64{10}}, nil)
	})
}
