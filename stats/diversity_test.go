package stats

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// words makes a text of n tokens whose types have Zipf's frequencies.
func words(r *rand.Rand, n, types int) []uint32 {
	z := rand.NewZipf(r, 1.3, 2, uint64(types-1))
	ids := make([]uint32, n)
	for i := range ids {
		ids[i] = uint32(z.Uint64())
	}
	return ids
}

// The sliding counts agree with counting every window anew, and MTLD with its definition.
func TestWindowTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	for range 60 {
		ids := words(r, 1+r.IntN(300), 1+r.IntN(80))
		s := NewSequence(ids)
		w := 1 + r.IntN(60)
		o := &Options{Window: w}
		ttr := func(v []uint32) float64 {
			seen := map[uint32]bool{}
			for _, x := range v {
				seen[x] = true
			}
			return float64(len(seen)) / float64(len(v))
		}
		var moving, segments []float64
		for i := 0; i+w <= len(ids); i++ {
			moving = append(moving, ttr(ids[i:i+w]))
			if i%w == 0 {
				segments = append(segments, ttr(ids[i:i+w]))
			}
		}
		check := func(name string, values []float64, mean, sd float64) {
			t.Helper()
			wantMean, wantSD := nan, nan
			if len(values) > 0 {
				wantMean, wantSD = moments1(values)
			}
			same(t, name, mean, wantMean)
			same(t, name+"_sd", sd, wantSD)
		}
		m, d := s.mattr(o)
		check("mattr", moving, m, d)
		m, d = s.msttr(o)
		check("msttr", segments, m, d)
		// MTLD reads the same backwards as the reversed text forwards.
		back := make([]uint32, len(ids))
		for i := range ids {
			back[i] = ids[len(ids)-1-i]
		}
		same(t, "mtld backwards", s.mtld(nil, true), NewSequence(back).mtld(nil, false))
	}
}

// Whatever numbers the types have, whether the order is known or not, the measures of frequency are the same.
func TestSequenceNumbering(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 42))
	ordered := map[string]bool{"msttr": true, "msttr_sd": true, "mattr": true, "mattr_sd": true, "mtld": true}
	for range 30 {
		ids := words(r, 200, 60)
		other := make([]uint32, len(ids))
		for i, x := range ids {
			other[i] = 4_000_000_000 - 7*x
		}
		a, b := NewSequence(ids), NewSequence(other)
		c := NewFrequencies(a.freq)
		for _, m := range Diversities.Rows {
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(a, nil)
				if y := v.Value(b, nil); math.Float64bits(x) != math.Float64bits(y) {
					t.Errorf("%s: %v, but %v with other numbers", m.Name, x, y)
				}
				y := v.Value(c, nil)
				if ordered[m.Name] && !math.IsNaN(y) {
					t.Errorf("%s of a frequency list: %v", m.Name, y)
				}
				if !ordered[m.Name] && !approx(x, y) {
					t.Errorf("%s: %v, but %v from the frequencies", m.Name, x, y)
				}
			}
		}
	}
}

// Degenerate texts: empty, of one token, of one type, with all words different, shorter than any window. Nothing panics, and
// what has no value is NaN or infinite as the rows say.
func TestDegenerateTexts(t *testing.T) {
	all := make([]uint32, 60)
	for i := range all {
		all[i] = uint32(i)
	}
	texts := map[string]*Sequence{"empty": NewSequence(nil), "one token": NewSequence([]uint32{7}),
		"one type": NewSequence(make([]uint32, 60)), "all different": NewSequence(all)}
	for name, s := range texts {
		for _, m := range Diversities.Rows {
			laws(t, &Diversities, m, s, s, 0, false)
			if m.All != nil {
				m.All(s, nil)
			}
			if x := m.Value(s, nil); name == "empty" && !math.IsNaN(x) {
				t.Errorf("%s of an empty text: %v", m.Name, x)
			}
		}
	}
	value := func(name, text string) float64 {
		m, _ := Diversities.Find(name)
		return m.Value(texts[text], nil)
	}
	for name, want := range map[string]float64{"ttr": 1, "herdan_c": 1, "dugast_u": inf, "maas_a2": 0, "yule_k": 0, "simpson_d": 0,
		"honore_r": inf, "mtld": inf, "hdd": 1, "vocd_d": inf, "hapax_ratio": 1, "entropy": math.Log2(60), "mattr": 1, "mattr_sd": 0,
		"herdan_vm": 0, "yule_i": inf} {
		same(t, name+" of all different words", value(name, "all different"), want)
	}
	h := FitHeaps(texts["all different"])
	same(t, "heaps k", h.K, 1)
	same(t, "heaps beta", h.Beta, 1)
	for name, want := range map[string]float64{"ttr": 1.0 / 60, "entropy": 0, "yule_k": 1e4 * 59 / 60.0, "simpson_d": 1, "hapax_ratio": 0,
		"herdan_c": 0, "mtld": 2, "mattr": 0.02} {
		same(t, name+" of one type", value(name, "one type"), want)
	}
	short := NewSequence([]uint32{1, 2, 1})
	if w := divMATTR.Doubts(short, nil); len(w) != 1 || w[0] != (Warning{Kind: ShortText, Count: 3, Of: 50}) {
		t.Errorf("a text shorter than the window: %v", w)
	}
	if x := divMATTR.Value(short, &Options{Window: 1_000_000_000}); !math.IsNaN(x) {
		t.Errorf("a window of 10^9: %v", x)
	}
	if x := divLexicalDensity.Value(short.WithContent(3), nil); x != 1 {
		t.Errorf("the density of content words alone: %v", x)
	}
	for _, n := range []uint64{4, 99, math.MaxUint64} {
		refused(t, "more content words than tokens", func() { short.WithContent(n) })
	}
	if w := divZipfMandelbrot.Doubts(NewFrequencies([]uint64{5, 5, 5, 5}), nil); len(w) != 2 || w[0].Kind != FewTypes || w[1].Kind != NotConverged {
		t.Errorf("a law without an answer: %v", w)
	}
	if w := divZipfMandelbrot.Doubts(NewFrequencies(nil), nil); len(w) != 0 {
		t.Errorf("no text at all: %v", w)
	}
}

// A text whose frequencies follow the law is fitted by the law that made it.
func TestZipfMandelbrotRecovers(t *testing.T) {
	freq := make([]uint64, 2000)
	for r := range freq {
		freq[r] = uint64(1e12 / math.Pow(float64(r+1)+2.7, 1.1))
	}
	z := FitZipfMandelbrot(NewFrequencies(freq))
	if !z.Converged() || math.Abs(z.A-1.1) > 1e-6 || math.Abs(z.B-2.7) > 1e-5 || z.KS > 1e-8 || math.Abs(z.C/1e12-1) > 1e-5 {
		t.Errorf("a = 1.1, b = 2.7, C = 1e12 are fitted as %+v", z)
	}
}

// A text that is drawn from the law gives its parameters back, as nearly as chance lets it.
func TestZipfMandelbrotRecoversFromSample(t *testing.T) {
	for _, law := range []struct{ a, b float64 }{{1.1, 2.7}, {0.8, -0.5}, {1.6, 30}} {
		var sums []float64
		sum := 0.0
		for r := 1.0; r <= 500; r++ {
			sum += math.Pow(r+law.b, -law.a)
			sums = append(sums, sum)
		}
		random := rand.New(rand.NewPCG(61, 62))
		ids := make([]uint32, 500_000)
		for i := range ids {
			k, _ := slices.BinarySearch(sums, random.Float64()*sum)
			ids[i] = uint32(k)
		}
		z := FitZipfMandelbrot(NewSequence(ids))
		if !z.Converged() || math.Abs(z.A-law.a) > 0.03*law.a || math.Abs(z.B-law.b) > 0.06*(1+law.b) || z.KS > 0.003 {
			t.Errorf("half a million tokens of a = %v, b = %v are fitted as %+v", law.a, law.b, z)
		}
	}
}

// Ordinary texts, in every unit, and what no law of powers describes: SciPy's search finds the same top of the likelihood, or
// that it has none. testdata/make_zipf.py makes the file.
func TestZipfMandelbrotAgainstSciPy(t *testing.T) {
	_, rows := table(t, "zipf.tsv")
	for _, r := range rows {
		s := NewFrequencies(spectrumOf(t, r["frequencies"]))
		z := FitZipfMandelbrot(s)
		check := func(name string, got, want, tol float64) {
			t.Helper()
			if !(math.Abs(got-want) <= tol) && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Errorf("%s: %s = %.12g, SciPy has %.12g", r["text"], name, got, want)
			}
		}
		a, b := number(t, r["a"]), number(t, r["b"])
		check("a", z.A, a, 1e-6*a) // SciPy compares values, which are level near the top
		check("b", z.B, b, 1e-6*(1+b))
		check("ks", z.KS, number(t, r["ks"]), 1e-6)
		doubt := ""
		for _, w := range divZipfMandelbrot.Doubts(s, nil) {
			if w.Kind != FewTypes {
				doubt = w.Kind.String()
			}
		}
		if doubt != r["doubt"] {
			t.Errorf("%s: doubt %q, SciPy's answer means %q", r["text"], doubt, r["doubt"])
		}
	}
}

// spectrumOf reads frequencies that are written as frequency*types.
func spectrumOf(t *testing.T, s string) (freq []uint64) {
	t.Helper()
	for item := range strings.SplitSeq(s, ",") {
		f, n, _ := strings.Cut(item, "*")
		freq = append(freq, slices.Repeat([]uint64{count(t, f)}, int(count(t, n)))...)
	}
	return freq
}

// Where the text does not tell the law from an exponential, the numbers come with a doubt.
func TestZipfMandelbrotNearExponential(t *testing.T) {
	s := NewFrequencies([]uint64{20, 13, 9, 6, 4, 3, 2, 2, 1, 1, 1})
	z := FitZipfMandelbrot(s)
	w := divZipfMandelbrot.Doubts(s, nil)
	if !z.Converged() || z.OverExponential < 0 || z.OverExponential > 2.7 || len(w) != 1 || w[0].Kind != NearExponential {
		t.Errorf("nearly an exponential: %+v, doubts %v", z, w)
	}
}

// The exponential in closed form has the moments that its terms have, also where it is nearly level.
func TestGeometricAgainstTerms(t *testing.T) {
	for _, c := range []struct{ lambda, v float64 }{{1e-9, 40}, {2e-4, 45}, {3e-4, 45}, {0.05, 45}, {0.7, 3}, {3, 1000}, {40, 10}} {
		var sum, m1, m2 float64
		for k := range int(c.v) {
			w := math.Exp(-c.lambda * float64(k))
			sum, m1, m2 = sum+w, m1+w*float64(k), m2+w*float64(k)*float64(k)
		}
		got := geometric(c.lambda, c.v)
		for _, x := range [][2]float64{{got.lnSum, math.Log(sum)}, {got.mean, m1 / sum}, {got.variance, m2/sum - m1/sum*(m1/sum)}} {
			if math.Abs(x[0]-x[1]) > 1e-9*math.Abs(x[1]) {
				t.Errorf("λ = %v, v = %v: %v, want %v", c.lambda, c.v, x[0], x[1])
			}
		}
	}
}

// The growth curve runs from 1 to V, and rises ever more slowly.
func TestGrowthCurve(t *testing.T) {
	s := NewSequence(words(rand.New(rand.NewPCG(51, 52)), 500, 200))
	same(t, "E[V(1)]", s.expectedTypes(1), 1)
	same(t, "E[V(N)]", s.expectedTypes(500), float64(s.V()))
	last, slope := 0.0, inf
	for n := uint64(1); n <= 500; n++ {
		v := s.expectedTypes(n)
		if v < last || v-last > slope+1e-9 {
			t.Fatalf("E[V(%d)] = %v after %v", n, v, last)
		}
		slope, last = v-last, v
	}
}

// The sums over many ranks, which are taken as integrals, are the sums.
func TestZipfSumsAgainstTerms(t *testing.T) {
	for _, c := range []struct{ a, b, from, to float64 }{
		{1, 2, 1, 10_000}, {0.44, -0.95, 1, 500_000}, {1.2, 7.5, 3, 200_000}, {2.5, 300, 1, 300_000}, {0, 0, 1, 50_000},
		{-0.3, 1, 1, 50_000}, {12, 4000, 1, 100_000}, {1, 1e6, 1, 200_000}, {3e7, 1e8, 1, 200_000}, {1, 0, 905, 930}, {1, 0, 2000, 2000},
	} {
		scale := 1 + c.b
		from, to := c.from-1, c.to-1 // ranks from 0
		var law, slowLaw lawSums
		var text, slowText textSums
		sumRanks(from, to, c.a, scale, &law)
		sumRanks(from, to, 0, scale, &text)
		for k := to; k >= from; k-- { // the small terms first
			slowLaw.term(c.a, math.Log1p(k/scale), k/(k+scale), 1)
			slowText.term(0, math.Log1p(k/scale), k/(k+scale), 1)
		}
		values := func(l lawSums, t textSums) []float64 {
			return []float64{l.sum, l.x, l.q, l.xx, l.xq, l.qq, t.x, t.q, t.qq}
		}
		got := values(law, text)
		for i, want := range values(slowLaw, slowText) {
			if math.Abs(got[i]-want) > 2e-12*math.Abs(want) {
				t.Errorf("a=%v b=%v, ranks %v to %v, sum %d: %.17g, want %.17g", c.a, c.b, c.from, c.to, i, got[i], want)
			}
		}
	}
}
