package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// draw makes two samples of up to k values, some zero, some tied.
func draw(r *rand.Rand, k int, tied bool) Samples {
	side := func() (v []float64, zeros uint64) {
		for range 1 + r.IntN(k) {
			x := float64(1 + r.IntN(6))
			if !tied {
				x += r.Float64()
			}
			v = append(v, x)
		}
		if tied {
			zeros = r.Uint64N(3)
		}
		return v, zeros
	}
	var s Samples
	s.X, s.ZeroX = side()
	s.Y, s.ZeroY = side()
	return s
}

// What tests over documents must obey: exchanging the sides turns effects round and leaves probabilities; a change of unit
// changes nothing; zeros may be counted or written out.
func TestDocumentLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for k := range 400 {
		s := draw(r, 7, k%2 == 0)
		// Thousandths, so that a change of unit is exact.
		double, written := s, s
		double.X, double.Y = nil, nil
		for _, x := range s.X {
			double.X = append(double.X, 2*x)
		}
		for _, y := range s.Y {
			double.Y = append(double.Y, 2*y)
		}
		written.X = append(append([]float64(nil), s.X...), make([]float64, s.ZeroX)...)
		written.Y = append(append([]float64(nil), s.Y...), make([]float64, s.ZeroY)...)
		written.ZeroX, written.ZeroY = 0, 0
		for _, m := range DocumentTests.Rows {
			// The draws of a random permutation test depend on how documents are written; all others don't.
			o := &Options{Permutations: 100000}
			laws(t, &DocumentTests, m, s, s.swap(), sign(m, s), false)
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(s, o)
				if y := v.Value(double, o); !approx(x, y) {
					t.Errorf("%s of %v: %v, but %v in another unit", m.Name, s, x, y)
				}
				if y := v.Value(written, o); !approx(x, y) {
					t.Errorf("%s of %v: %v, but %v with the zeros written out", m.Name, s, x, y)
				}
				if y := v.Value(s.swap(), o); m.Sign == Signed && !approx(x, -y) {
					t.Errorf("%s of %v: %v, but %v the other way round", m.Name, s, x, y)
				}
			}
		}
	}
}

// sign gives the direction in which a signed measure must point.
func sign(m *Measure[Samples], s Samples) int {
	d := 0.0
	switch m.Name {
	case "zeta": // in a larger share of the documents, however often
		d = having(s.X)*s.ny() - having(s.Y)*s.nx()
	case "cliffs_delta":
		for _, g := range s.groups() {
			for _, h := range s.groups() {
				if g.value > h.value {
					d += g.x*h.y - g.y*h.x
				}
			}
		}
	default:
		mx, _ := moments(s.X, s.ZeroX)
		my, _ := moments(s.Y, s.ZeroY)
		d = mx - my
	}
	switch {
	case d > 0:
		return 1
	case d < 0:
		return -1
	}
	return 0
}

// The exact Mann–Whitney distribution is that of all divisions, counted one by one.
func TestMannWhitneyTwin(t *testing.T) {
	exact, _ := docMannWhitney.Variant("exact")
	for n := 1; n <= 5; n++ {
		for m := 1; m <= 5; m++ {
			// u[k] counts the divisions of 0…n+m−1 with U = k.
			count, all := map[int]int{}, 0
			for set := range 1 << (n + m) {
				u, x := 0, 0
				for i := range n + m {
					if set>>i&1 == 1 {
						u += i - x
						x++
					}
				}
				if x == n {
					count[u]++
					all++
				}
			}
			for set := range 1 << (n + m) {
				var s Samples
				u := 0
				for i := range n + m {
					if set>>i&1 == 1 {
						u += i - len(s.X)
						s.X = append(s.X, float64(i))
					} else {
						s.Y = append(s.Y, float64(i))
					}
				}
				if len(s.X) != n {
					continue
				}
				lower, upper := 0, 0
				for k, c := range count {
					if k <= u {
						lower += c
					}
					if k >= u {
						upper += c
					}
				}
				want := math.Min(1, 2*float64(min(lower, upper))/float64(all))
				if got := exact.Value(s, nil); !approx(got, want) {
					t.Fatalf("U = %d of %d and %d: p = %v, counted %v", u, n, m, got, want)
				}
			}
		}
	}
}

// A random permutation test comes near the exact one, depends on the seed alone, and is never 0.
func TestPermutation(t *testing.T) {
	s := Samples{X: []float64{4.1, 2.7, 5.6, 3.3, 6.2, 2.9, 3.8}, Y: []float64{1.9, 3, 2.2, 0.7, 2.8, 3.1}, ZeroX: 1, ZeroY: 2}
	exact := permutationP(s, &Options{Permutations: 1 << 20})
	drawn := permutationP(s, &Options{Permutations: 4000, Seed: 1})
	if sd := math.Sqrt(exact * (1 - exact) / 4000); math.Abs(drawn-exact) > 4*sd {
		t.Errorf("exact p = %v, drawn p = %v", exact, drawn)
	}
	if again := permutationP(s, &Options{Permutations: 4000, Seed: 1}); again != drawn {
		t.Errorf("the same seed gave %v and %v", drawn, again)
	}
	// The very number, so that no change of library or machine moves it unseen.
	if drawn != 0.04173956510872282 {
		t.Errorf("p drawn with seed 1 is %v", drawn)
	}
	if p := permutationP(Samples{X: []float64{9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, Y: make([]float64, 10)}, nil); p != 1.0/10000 {
		t.Errorf("nothing as extreme was drawn, and p = %v", p)
	}
	same(t, "equal documents", permutationP(Samples{X: []float64{2, 2}, Y: []float64{2, 2, 2}}, nil), 1)
}

// Documents that give no test give NaN, and say why where they can.
func TestDegenerateSamples(t *testing.T) {
	inf := math.Inf(1)
	for _, s := range []Samples{{}, {X: []float64{1}}, {ZeroX: 3}, {ZeroX: 1, ZeroY: 1}, {X: []float64{1}, Y: []float64{1}},
		{X: []float64{1}, Y: []float64{2}}, {X: []float64{math.NaN()}, Y: []float64{2}}, {X: []float64{inf, 1}, Y: []float64{2, 3}}} {
		for _, m := range DocumentTests.Rows {
			for i := range m.Variants {
				m.Variants[i].Value(s, nil)
				if f := m.Variants[i].Interval; f != nil {
					f(s, nil)
				}
			}
			if m.Doubts != nil {
				m.Doubts(s, nil)
			}
		}
	}
	kinds := func(w []Warning) (k []Kind) {
		for _, x := range w {
			k = append(k, x.Kind)
		}
		return k
	}
	got := kinds(docWelch.Doubts(Samples{X: []float64{300}, ZeroX: 3, Y: []float64{1, 1}, ZeroY: 7}, nil))
	if len(got) != 2 || got[0] != FewDocuments || got[1] != OneDocument {
		t.Errorf("a word of one document among four: %v", got)
	}
}
