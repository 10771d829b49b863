package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The shared exam: what every row of every table must say, and what every measure must do on every small input. A new row is
// examined without a line of test code.

func TestRows(t *testing.T) {
	rowExam(t, &Associations)
	rowExam(t, &Keynesses)
	rowExam(t, &DocumentTests)
	rowExam(t, &Grams)
	rowExam(t, &Placed)
	rowExam(t, &Dispersions)
	rowExam(t, &Diversities)
	rowExam(t, &Similarities)
}

func rowExam[In any](t *testing.T, f *Family[In]) {
	seen := map[string]bool{}
	for _, m := range f.Rows {
		where := f.Name + " " + m.Name
		say := func(format string, args ...any) { t.Errorf("%s: %s", where, fmt.Sprintf(format, args...)) }
		if seen[m.Name] {
			say("the name stands twice")
		}
		seen[m.Name] = true
		if got, ok := f.Find(m.Name); !ok || got != m {
			say("Find does not find it")
		}
		for what, text := range map[string]string{"Name": m.Name, "Symbol": m.Symbol, "English": m.English, "Korean": m.Korean,
			"Question": m.Question, "Zero": m.Zero} {
			if text == "" {
				say("no %s", what)
			}
		}
		if strings.Trim(m.Name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			say("a flag can't take the name")
		}
		if !strings.HasSuffix(m.Question, "?") && !strings.Contains(m.Question, "? ") {
			say("the question is none: %q", m.Question)
		}
		if len(m.Sources) == 0 {
			say("no source")
		}
		for _, s := range m.Sources {
			if _, ok := Reference(s); !ok {
				say("no reference for %q", s)
			}
		}
		if len(m.Variants) == 0 {
			say("no variant")
			continue
		}
		scaleExam(t, f.Name, m)
		if v, ok := m.Variant(""); !ok || v != &m.Variants[0] {
			say("the empty name is not the default variant")
		}
		names := map[string]bool{}
		for _, v := range m.Variants {
			if v.Name == "" || names[v.Name] {
				say("variant name %q", v.Name)
			}
			names[v.Name] = true
			if v.Formula == "" || v.LaTeX == "" || v.Value == nil {
				say("variant %s lacks a formula or a function", v.Name)
			}
			if strings.Count(v.LaTeX, "{") != strings.Count(v.LaTeX, "}") {
				say("unbalanced braces in the LaTeX of %s", v.Name)
			}
			if m.Role == Probability && v.P == nil {
				say("variant %s is a probability without its logarithm", v.Name)
			}
			for _, p := range v.Peers {
				if _, ok := Peer(p); !ok {
					say("unknown peer %q", p)
				}
			}
		}
		if (m.Fields == nil) != (m.All == nil) {
			say("Fields without All, or All without Fields")
		}
		if m.All != nil && len(m.All(m.Example, nil)) != len(m.Fields) {
			say("All gives %d numbers for %d fields", len(m.All(m.Example, nil)), len(m.Fields))
		}
		if m.Result == 0 {
			say("the worked example has no result")
		}
	}
}

// approx reports whether two values are equal up to rounding, infinities and NaN included.
func approx(a, b float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-12*math.Max(1, math.Max(math.Abs(a), math.Abs(b)))
}

// directions are the signs that measures of a family may have: only words attract each other, and only a text is varied.
var directions = map[string][]Sign{
	Associations.Name:  {Unsigned, Signed, Shifted},
	Grams.Name:         {Signed},
	Keynesses.Name:     {Unsigned, Signed, Shifted, Undirected},
	DocumentTests.Name: {Unsigned, Signed, Shifted},
	Placed.Name:        {Undirected},
	Dispersions.Name:   {Even, Uneven, Undirected},
	Diversities.Name:   {Varied, Repetitive, Uneven, Undirected},
	Similarities.Name:  {Alike, Different},
}

// misses tells whether a value is outside the scale, by more than rounding.
func (s Scale) misses(x float64) bool { return x < s.Lo-1e-12 || x > s.Hi+1e-12 }

// scaleExam checks what a row says of the values of its variants, each with the worked example.
func scaleExam[In any](t *testing.T, family string, m *Measure[In]) {
	if m.Variants[0].Scale != nil {
		t.Errorf("%s %s: the scale of the default variant is the measure's", family, m.Name)
	}
	for i := range m.Variants {
		v := &m.Variants[i]
		s := m.ScaleOf(v)
		where := fmt.Sprintf("%s %s:%s", family, m.Name, v.Name)
		if !(s.Lo < s.Hi) {
			t.Errorf("%s: range %v…%v", where, s.Lo, s.Hi)
		}
		if x := v.Value(m.Example, nil); s.misses(x) || math.IsNaN(x) {
			t.Errorf("%s: %v on the example, outside %v…%v", where, x, s.Lo, s.Hi)
		}
		if !slices.Contains(directions[family], s.Sign) {
			t.Errorf("%s: %v is no direction of this family", where, s.Sign)
		}
		if s.Sign == Unsigned && s.Lo < 0 || s.Sign == Signed && s.Lo >= 0 {
			t.Errorf("%s: %v, though the range is %v…%v", where, s.Sign, s.Lo, s.Hi)
		}
		if v.Scale != nil && *v.Scale == (Scale{m.Sign, m.Lo, m.Hi}) {
			t.Errorf("%s: a scale of its own that is the measure's", where)
		}
	}
}

// laws examines one measure on one input: direction is the sign of attraction there, full that no cell is empty.
func laws[In any](t *testing.T, f *Family[In], m *Measure[In], in, swapped In, direction int, full bool) {
	for i := range m.Variants {
		v := &m.Variants[i]
		x, scale := v.Value(in, nil), m.ScaleOf(v)
		say := func(format string, args ...any) {
			t.Errorf("%s %s:%s on %v: %s", f.Name, m.Name, v.Name, in, fmt.Sprintf(format, args...))
		}
		if full && (math.IsNaN(x) || math.IsInf(x, 0)) {
			say("%v, though no cell is empty", x)
		}
		if scale.misses(x) {
			say("%v, outside %v…%v", x, scale.Lo, scale.Hi)
		}
		if (i == 0 || v.Scale != nil) && scale.Sign == Signed {
			zeroRule := m.Name == "log_ratio" && !full // Hardie's ½ may turn the sign, which a warning says
			unclipped := m.Name == "chi2_yates"        // rises again towards independence
			if !zeroRule && (direction == 0 && !unclipped && x != 0 && !math.IsNaN(x) || float64(direction)*x < 0) {
				say("%v, where the sign should be %d", x, direction)
			}
		}
		if direction == 0 && full && scale.Sign == Unsigned && m.Role != Probability && x != 0 && m.Name != "chi2_yates" {
			say("%v under independence", x)
		}
		if m.Symmetric && !v.Directed {
			if y := v.Value(swapped, nil); !approx(x, y) {
				say("%v, but %v the other way round", x, y)
			}
		}
		if v.P != nil {
			p := v.P(in, nil)
			if p > 0 || full && math.IsNaN(float64(p)) {
				say("p = e^%v", float64(p))
			}
			if m.Role == Probability && !approx(p.Float(), x) {
				say("value %v, but p = %v", x, p.Float())
			}
		}
		if v.Interval != nil {
			c := v.Interval(in, nil)
			if c.Lo > c.Hi || full && (math.IsNaN(c.Lo) || math.IsNaN(c.Hi)) {
				say("interval %v", c)
			}
			if full && (x < c.Lo-1e-9 || x > c.Hi+1e-9) {
				say("%v, outside its own interval %v", x, c)
			}
		}
		if again := v.Value(in, nil); math.Float64bits(again) != math.Float64bits(x) {
			say("%v, and then %v", x, again)
		}
	}
	if m.Doubts != nil {
		for _, w := range m.Doubts(in, nil) {
			if w.Kind.String() == "" {
				t.Errorf("%s %s on %v: a warning without a name", f.Name, m.Name, in)
			}
		}
	}
}

// All pairs of up to 12 places, under all three ways to complete the table.
func TestAssociationLaws(t *testing.T) {
	for n := uint64(1); n <= 12; n++ {
		for f1 := uint64(0); f1 <= n; f1++ {
			for f2 := uint64(0); f2 <= n; f2++ {
				for o := uint64(0); o <= n; o++ {
					p := Pair{O11: o, F1: f1, F2: f2, N: n}
					c, ok := p.cells()
					full := ok && c.A > 0 && c.B > 0 && c.C > 0 && c.D > 0
					direction := 0
					if d := p.surplus(); d > 0 {
						direction = 1
					} else if d < 0 {
						direction = -1
					}
					for _, m := range Associations.Rows {
						if !ok && math.IsNaN(m.Value(p, nil)) {
							continue // no table, and no value
						}
						if !ok { // windows that overlap: the count may exceed a margin, and so may what is made of it
							continue
						}
						// Berry-Rogghe's z has no value for words that fill the text together.
						laws(t, &Associations, m, p, p.swap(), direction, full && (m.Name != "z" || f1+f2 < n))
					}
				}
			}
		}
	}
}

// All words of up to 12 tokens in two corpora.
func TestKeynessLaws(t *testing.T) {
	for c := uint64(0); c <= 8; c++ {
		for d := uint64(0); d <= 8; d++ {
			for a := uint64(0); a <= c+1; a++ {
				for b := uint64(0); b <= d; b++ {
					k := Contrast{A: a, B: b, C: c, D: d}
					full := a > 0 && b > 0 && a < c && b < d
					for _, m := range Keynesses.Rows {
						if m.Name == "ell" && full {
							if e1, e2 := k.Expected(); min(e1, e2) == 1 {
								continue // infinite, as the row says
							}
						}
						if a > c {
							m.Value(k, nil) // impossible counts, but no panic
							continue
						}
						laws(t, &Keynesses, m, k, k.swap(), k.KeyIn(), full)
						// Exchanging the corpora turns signed measures round and leaves tests as they are.
						x, y := m.Value(k, nil), m.Value(k.swap(), nil)
						if m.Sign == Signed && m.Name != "pct_diff" && !approx(x, -y) ||
							(m.Sign == Unsigned || m.Sign == Undirected) && !approx(x, y) && !(math.IsNaN(x) && math.IsNaN(y)) {
							t.Errorf("%s on %v: %v, but %v with the corpora exchanged", m.Name, k, x, y)
						}
					}
				}
			}
		}
	}
}

// inScale checks that all variants of all measures of a family keep to their scale on an input.
func inScale[In any](t *testing.T, f *Family[In], in In, o *Options) {
	for _, m := range f.Rows {
		for i := range m.Variants {
			v := &m.Variants[i]
			if x, scale := v.Value(in, o), m.ScaleOf(v); scale.misses(x) {
				t.Errorf("%s %s:%s of %v: %v, outside %v…%v", f.Name, m.Name, v.Name, in, x, scale.Lo, scale.Hi)
			}
		}
	}
}

// Small worlds of what has no table of four cells: all texts of up to six tokens and three types, all ways to stand in nine
// places of unequal parts, all pairs and triples of words that are counted up to three times.
func TestScalesOfSmallWorlds(t *testing.T) {
	o := &Options{Window: 2, HDDSample: 3}
	var texts func(ids []uint32)
	texts = func(ids []uint32) {
		inScale(t, &Diversities, NewSequence(ids), o)
		for id := uint32(0); id < 3 && len(ids) < 6; id++ {
			texts(append(ids[:len(ids):len(ids)], id))
		}
	}
	texts(nil)
	parts, first := NewParts([]uint64{2, 3, 4}), [4]uint64{0, 2, 5, 9}
	for set := range 1 << 9 {
		counts := make([]uint64, 3)
		var positions []uint64
		for i := range counts {
			for at := first[i]; at < first[i+1]; at++ {
				if set>>at&1 == 1 {
					counts[i]++
					positions = append(positions, at)
				}
			}
		}
		s := parts.Dense(counts)
		s.Positions = positions
		inScale(t, &Dispersions, s, nil)
	}
	for _, places := range []int{4, 8} {
		digits := make(Gram, places)
		for n := range 1 << (2 * min(places, 6)) {
			for i := range digits {
				digits[i] = uint64(n >> (2 * i) & 3)
			}
			inScale(t, &Grams, digits, nil)
			inScale(t, &Placed, Places{Left: digits[:2], Right: digits[2:]}, nil)
		}
	}
}

// The obvious twins: exact rational or plain formulas, on every table of up to 12 observations.
func TestAssociationTwins(t *testing.T) {
	twins := map[string]func(o, f1, f2, n float64) float64{
		"pmi":     func(o, f1, f2, n float64) float64 { return math.Log2(o * n / (f1 * f2)) },
		"t":       func(o, f1, f2, n float64) float64 { return (o - f1*f2/n) / math.Sqrt(o) },
		"z":       func(o, f1, f2, n float64) float64 { return (o - f1*f2/n) / math.Sqrt(f1*f2/n) },
		"dice":    func(o, f1, f2, n float64) float64 { return 2 * o / (f1 + f2) },
		"logdice": func(o, f1, f2, n float64) float64 { return 14 + math.Log2(2*o/(f1+f2)) },
		"delta_p": func(o, f1, f2, n float64) float64 { return o/f1 - (f2-o)/(n-f1) },
		"g2": func(o, f1, f2, n float64) float64 {
			sum := 0.0
			for _, c := range [][3]float64{{o, f1, f2}, {f1 - o, f1, n - f2}, {f2 - o, n - f1, f2}, {n - f1 - f2 + o, n - f1, n - f2}} {
				if c[0] > 0 {
					sum += 2 * c[0] * math.Log(c[0]*n/(c[1]*c[2]))
				}
			}
			return math.Copysign(sum, o-f1*f2/n)
		},
		"chi2": func(o, f1, f2, n float64) float64 {
			d := o*(n-f1-f2+o) - (f1-o)*(f2-o)
			return math.Copysign(n*d*d/(f1*(n-f1)*f2*(n-f2)), d)
		},
		"odds_ratio": func(o, f1, f2, n float64) float64 { return o * (n - f1 - f2 + o) / ((f1 - o) * (f2 - o)) },
	}
	for name, twin := range twins {
		m, _ := Associations.Find(name)
		for n := uint64(2); n <= 12; n++ {
			for f1 := uint64(1); f1 < n; f1++ {
				for f2 := uint64(1); f2 < n; f2++ {
					for o := f1 + f2 - min(f1+f2, n); o <= min(f1, f2); o++ {
						p := Pair{O11: o, F1: f1, F2: f2, N: n}
						if got, want := m.Value(p, nil), twin(float64(o), float64(f1), float64(f2), float64(n)); !approx(got, want) {
							t.Errorf("%s of %v = %v, the twin says %v", name, p, got, want)
						}
					}
				}
			}
		}
	}
}

// The margins of a window are those of a plain pair with the counts multiplied, for all measures but the one that takes the
// span itself.
func TestMargins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		s := 1 + r.Uint64N(10)
		p := Pair{F1: 1 + r.Uint64N(50), F2: 1 + r.Uint64N(50), N: 1000, Span: s}
		p.O11 = r.Uint64N(min(p.F1*s, p.F2) + 1)
		for _, m := range Associations.Rows {
			for _, v := range m.Variants {
				if v.Name == "berry_rogghe" {
					continue
				}
				p.Margins = SpanCorrected
				same(t, m.Name, v.Value(p, nil), v.Value(Pair{O11: p.O11, F1: p.F1 * s, F2: p.F2, N: p.N}, nil))
				p.Margins = PairCount
				same(t, m.Name, v.Value(p, nil), v.Value(Pair{O11: p.O11, F1: p.F1 * s, F2: p.F2 * s, N: p.N * s}, nil))
			}
		}
		p.Margins = SpanCorrected
		e := p.Expected()
		if p.Margins = PairCount; !approx(p.Expected(), e) {
			t.Errorf("expected counts of %v: %v and %v", p, e, p.Expected())
		}
	}
	// Berry-Rogghe: E = 100·10·80/(10000−100)
	p := Pair{O11: 20, F1: 100, F2: 80, N: 10000, Span: 10}
	z, _ := assocZ.Variant("berry_rogghe")
	q := 80.0 / 9900
	same(t, "berry_rogghe", z.Value(p, nil), (20-q*1000)/math.Sqrt(q*1000*(1-q)))
	// Windows that overlap make a count larger than a plain margin, which is raised to it.
	p = Pair{O11: 30, F1: 10, F2: 12, N: 1000, Span: 10}
	raised := Pair{O11: 30, F1: 30, F2: 30, N: 1000}
	for _, m := range Associations.Rows {
		same(t, m.Name+" with raised margins", m.Value(p, nil), m.Value(raised, nil))
	}
	if !p.Raised() || raised.Raised() {
		t.Error("Raised does not tell which pair has a count above its margins")
	}
	for _, m := range []Margins{Plain, SpanCorrected, PairCount} {
		if got, ok := FindMargins(m.String()); !ok || got != m {
			t.Errorf("FindMargins(%q) = %v", m, got)
		}
	}
	if w := assocG2.Doubts(p, nil); len(w) != 2 || w[1].Kind != RaisedMargin {
		t.Errorf("raised margins are not warned of: %v", w)
	}
	if p.Margins = PairCount; math.IsNaN(assocG2.Value(p, nil)) || p.Raised() {
		t.Error("pairs of places make a table always")
	}
	p = Pair{O11: 30, F1: 101, F2: 40, N: 1000, Span: 10, Margins: SpanCorrected}
	if w := assocG2.Doubts(p, nil); !math.IsNaN(assocG2.Value(p, nil)) || len(w) != 1 || w[0].Kind != NotATable {
		t.Errorf("more places around a word than there are: %v", w)
	}
}

// No count takes a measure out of its range, be it one that no text gives: more together than there are places, words more
// frequent than the text is long, under all three margins.
func TestImpossiblePairs(t *testing.T) {
	for _, n := range []uint64{0, 1, 3, 5} {
		for o := uint64(0); o <= 6; o++ {
			for f1 := uint64(0); f1 <= 6; f1++ {
				for f2 := uint64(0); f2 <= 6; f2++ {
					for _, span := range []uint64{1, 2, 5} {
						for _, m := range []Margins{Plain, SpanCorrected, PairCount} {
							inScale(t, &Associations, Pair{O11: o, F1: f1, F2: f2, N: n, Span: span, Margins: m}, nil)
						}
					}
				}
			}
		}
	}
	for _, p := range []Pair{
		{O11: 5, F1: 3, F2: 2, N: 10, Span: 10, Margins: SpanCorrected},
		{O11: 1e12, F1: 1e12, F2: 1e12, N: 1e12, Span: 10, Margins: SpanCorrected},
		{O11: 1e12, F1: 1e12, F2: 1e12, N: 1e12},
		{O11: 5, F1: 20, F2: 30, N: 10},
	} {
		if x := assocNPMI.Value(p, nil); !math.IsNaN(x) {
			t.Errorf("NPMI of %v: %v", p, x)
		}
		if w := assocNPMI.Doubts(p, nil); p.O11 != p.F1 && (len(w) != 1 || w[0].Kind != NotATable) {
			t.Errorf("NPMI of %v has no value, and does not say why: %v", p, w)
		}
	}
	// A window larger than the text leaves exclusiveness what it is, which does not look at the text's size.
	p := Pair{O11: 5, F1: 3, F2: 6, N: 10, Span: 10, Margins: SpanCorrected}
	same(t, "Dice", assocDice.Value(p, nil), 10.0/36)
}

// What windows count in a text gives every measure a value in its range, however often the words repeat: a text of two or
// three words, such as 오픈 소스 오픈 오픈, has counts far above its margins.
func TestWindowCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	raised := 0
	for range 2000 {
		words := make([]int, 2+r.IntN(14))
		types := 2 + r.IntN(3)
		var freq [4]uint64
		for i := range words {
			words[i] = r.IntN(types)
			freq[words[i]]++
		}
		window := 1 + r.IntN(6)
		var together [4][4]uint64 // the smaller number first
		for i, a := range words {
			for _, b := range words[i+1 : min(len(words), i+1+window)] {
				together[min(a, b)][max(a, b)]++
			}
		}
		for a := range types {
			for b := a + 1; b < types; b++ {
				p := Pair{O11: together[a][b], F1: freq[a], F2: freq[b], N: uint64(len(words)), Span: uint64(2 * window)}
				if p.O11 == 0 {
					continue
				}
				if p.Raised() {
					raised++
				}
				for _, p.Margins = range []Margins{Plain, PairCount} {
					for _, m := range Associations.Rows {
						if m.Name == "z" && p.F1+p.F2 >= p.N {
							continue // Berry-Rogghe's has none for words that fill the text together
						}
						if x := m.Value(p, nil); math.IsNaN(x) || x < m.Lo-1e-12 || x > m.Hi+1e-12 {
							t.Fatalf("%v: %s of %v (%v) = %v, outside %v…%v", words, m.Name, p, p.Margins, x, m.Lo, m.Hi)
						}
						if q := assocG2.Variants[0].P(p, nil); math.IsNaN(float64(q)) || q > 0 {
							t.Fatalf("%v: p of %v (%v) = e^%v", words, p, p.Margins, float64(q))
						}
					}
				}
			}
		}
	}
	if raised < 100 {
		t.Errorf("only %d of the pairs had a margin raised", raised)
	}
}

func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !approx(got, want) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}
