package stats

import (
	"math"
	"testing"
)

// Every name in a preset exists, and the variant is said to be that program's.
func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for i := range Presets {
		p := &Presets[i]
		if seen[p.Name] || p.Program == "" || p.Note == "" || p.Source == "" {
			t.Errorf("preset %q stands twice or says nothing", p.Name)
		}
		seen[p.Name] = true
		if got, ok := FindPreset(p.Name); !ok || got != p {
			t.Errorf("FindPreset(%q) does not find it", p.Name)
		}
		if _, ok := FindCorrection(p.Correction); !ok {
			t.Errorf("%s: unknown correction %q", p.Name, p.Correction)
		}
		choicesExam(t, p, p.Associations, &Associations)
		choicesExam(t, p, p.Keynesses, &Keynesses)
		choicesExam(t, p, p.Dispersions, &Dispersions)
		choicesExam(t, p, p.Diversities, &Diversities)
		choicesExam(t, p, p.Placed, &Placed)
	}
	for _, name := range []string{"antconc", "wordsmith", "cqpweb", "sketchengine", "khcoder", "ucs", "quanteda"} {
		if !seen[name] {
			t.Errorf("no preset %s", name)
		}
	}
	if v := VariantOf(Presets[0].Keynesses, "nonsense"); v != "" {
		t.Errorf("a preset has an opinion on nonsense: %s", v)
	}
}

func choicesExam[In any](t *testing.T, p *Preset, choices []Choice, f *Family[In]) {
	for _, c := range choices {
		m, ok := f.Find(c.Measure)
		if !ok {
			t.Errorf("%s: no %s measure %s", p.Name, f.Name, c.Measure)
			continue
		}
		if _, ok := m.Variant(c.Variant); !ok || c.Variant == "" {
			t.Errorf("%s: no variant %s of %s", p.Name, c.Variant, c.Measure)
		}
		if VariantOf(choices, c.Measure) != c.Variant {
			t.Errorf("%s names %s twice", p.Name, c.Measure)
		}
	}
}

// The preset ucs gives what the UCS toolkit printed for pairs of its example (16 digits; ucs-gold-100.ds of
// fau-klue/pandas-association-measures, MIT, rows 2 and 3).
func TestPresetUCS(t *testing.T) {
	ucs, _ := FindPreset("ucs")
	pairs := []struct {
		p    Pair
		want map[string]float64
	}{
		{Pair{O11: 7, F1: 15334, F2: 120, N: 191998}, map[string]float64{
			"dice": 0.00090591432638799, "jaccard": 0.000453162426361106, "pmi": -0.136441960174449, "mi2": 0.708656079839807,
			"mi3": 1.55375411985406, "min_sensitivity": 0.000456501891222121, "poisson_stirling": -3.99515509454391,
			"mutual_information": 0.180189321005741, "chi2": -0.757555937349874, "chi2_yates": -0.492734538404499,
			"cosine": 0.00516035628498237, "local_mi": -0.955093721221146, "g2": -0.829802488929075,
			"odds_ratio": -0.146567379083828, "log_odds": -0.118534511210605, "simple_ll": -0.76933053374612,
			"t": -0.976603439999581, "z": -0.834636300973578}},
		{Pair{O11: 1, F1: 15334, F2: 8, N: 191998}, map[string]float64{
			"dice": 0.000130361100247686, "pmi": 0.194551258866975, "chi2": 0.221777189976883, "chi2_yates": 0.0328298063301833,
			"g2": 0.191806047478568, "simple_ll": 0.173788301216522, "odds_ratio": 0.216405675258847}},
	}
	for _, x := range pairs {
		for name, want := range x.want {
			m, _ := Associations.Find(name)
			v, _ := m.Variant(VariantOf(ucs.Associations, name))
			if got := v.Value(x.p, nil); math.Abs(got-want) > 1e-10*math.Abs(want) { // UCS's own sums of logarithms cancel
				t.Errorf("%s of %v = %.15g, UCS has %.15g", name, x.p, got, want)
			}
		}
	}
	// UCS prints probabilities as −log₁₀ p.
	fisher, _ := Associations.Find("fisher")
	if got, want := -fisher.Variants[0].P(pairs[0].p, nil).Log10(), 0.06938119984837125; math.Abs(got-want) > 1e-14 {
		t.Errorf("Fisher of %v: %.16g, UCS has %.16g", pairs[0].p, got, want)
	}
}

// The preset cqpweb gives the Log Ratio that CQPweb 3.2 printed for collocates of Bundesregierung (cqpweb-gold-lr.tsv of the
// same project): counts in and outside of the 168,329 tokens of the windows, in a corpus of 19,720,567.
func TestPresetCQPweb(t *testing.T) {
	cqp, _ := FindPreset("cqpweb")
	m, _ := Keynesses.Find("log_ratio")
	v, _ := m.Variant(VariantOf(cqp.Keynesses, "log_ratio"))
	for _, x := range []struct {
		all, seen uint64
		expected  float64
		logRatio  float64
	}{{18, 15, 0.154, 9.182}, {7, 5, 0.06, 8.182}, {33, 22, 0.282, 7.86}, {88, 49, 0.751, 7.189}} {
		p := Pair{O11: x.seen, F1: 168329, F2: x.all, N: 19720567}
		if got := v.Value(p.Contrast(), nil); math.Abs(got-x.logRatio) > 6e-4 {
			t.Errorf("log ratio of %v = %v, CQPweb has %v", p, got, x.logRatio)
		}
		if got := p.Expected(); math.Abs(got-x.expected) > 6e-4 {
			t.Errorf("expected %v, CQPweb has %v", got, x.expected)
		}
	}
}
