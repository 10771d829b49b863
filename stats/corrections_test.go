package stats

import (
	"math"
	"strings"
	"testing"
)

func floats(t *testing.T, s string) []float64 {
	t.Helper()
	var v []float64
	for f := range strings.SplitSeq(s, ",") {
		v = append(v, number(t, f))
	}
	return v
}

func probs(p ...float64) []Prob {
	out := make([]Prob, len(p))
	for i, x := range p {
		out[i] = Prob(math.Log(x))
	}
	return out
}

// The corrections agree with statsmodels on families of 1 to 250 tests, ties and a certain one among them.
func TestCorrectionsAgainstStatsmodels(t *testing.T) {
	_, rows := table(t, "corrections.tsv")
	for _, r := range rows {
		p := probs(floats(t, r["p"])...)
		for _, c := range Corrections {
			if c.Name == "none" {
				continue
			}
			want := floats(t, r[c.Name])
			for i, q := range c.Adjust(p, 0) {
				if math.Abs(q.Float()-want[i]) > 1e-13*want[i] {
					t.Errorf("%s of p[%d] of %d: %.17g, want %.17g", c.Name, i, len(p), q.Float(), want[i])
				}
			}
		}
	}
}

// Equations that every correction obeys, in float64's range and far below.
func TestCorrectionLaws(t *testing.T) {
	families := [][]Prob{
		{}, {0}, {-3}, {-1, -1, -1}, {-1e6, -1e5, -10, -0.1, 0}, {-2, -9, -4, -1e-9, -1e300, Prob(math.Inf(-1))},
		{-700, -701, -745, -746, -1000},
	}
	for _, c := range Corrections {
		for _, p := range families {
			for _, m := range []uint64{uint64(len(p)), uint64(len(p)) + 1, 1e6} {
				got := c.Adjust(p, m)
				for i := range p {
					if got[i] < p[i] && !(p[i]-got[i] < 1e-12) || got[i] > 0 || math.IsNaN(float64(got[i])) {
						t.Errorf("%s: %v became %v in a family of %d", c.Name, p[i], got[i], m)
					}
					for j := range p {
						if p[i] < p[j] && got[i] > got[j] {
							t.Errorf("%s turned the order of %v and %v", c.Name, p[i], p[j])
						}
						if p[i] == p[j] && got[i] != got[j] {
							t.Errorf("%s parted equal probabilities", c.Name)
						}
					}
				}
			}
		}
		// Words cut off a table still belong to the family: the top of a table keeps its values.
		all := probs(1e-9, 2e-9, 0.003, 0.004, 0.3, 0.9)
		if whole, top := c.Adjust(all, 6), c.Adjust(all[:3], 6); c.Name != "bh" && c.Name != "by" {
			for i := range top {
				if top[i] != whole[i] {
					t.Errorf("%s: p[%d] is %v in the whole table, %v in its top", c.Name, i, whole[i], top[i])
				}
			}
		}
		nan := Prob(math.NaN())
		got := c.Adjust([]Prob{-5, nan, -4}, 0)
		want := c.Adjust([]Prob{-5, -4}, 0)
		if got[0] != want[0] || got[2] != want[1] || !math.IsNaN(float64(got[1])) {
			t.Errorf("%s counts NaN as a test", c.Name)
		}
	}
	for _, c := range Corrections {
		refused(t, "a family smaller than its members", func() { c.Adjust(make([]Prob, 3), 2) })
		for _, times := range [][]uint64{{}, {1}, {1, 1, 7}} {
			refused(t, "another number of times than of probabilities", func() { c.AdjustTimes([]Prob{-5, -2}, times, 0) })
		}
		if got := c.AdjustTimes(nil, []uint64{}, 0); len(got) != 0 {
			t.Errorf("%s of no tests: %v", c.Name, got)
		}
	}
}

// Šidák's correction is 1−(1−p)^m, which Bonferroni's m·p bounds; both hold far below float64's range.
func TestSidak(t *testing.T) {
	c, _ := FindCorrection("sidak")
	if got := c.Adjust([]Prob{-1e6}, 1000)[0]; math.Abs(float64(got)-(-1e6+math.Log(1000))) > 1e-9 {
		t.Errorf("Šidák of e^-1000000 among 1000: e^%v", float64(got))
	}
	if got, want := SidakLevel(0.05, 1), 0.05; math.Abs(got-want) > 1e-16 {
		t.Errorf("SidakLevel(0.05, 1) = %v", got)
	}
	// 1 − 0.95^(1/599), by R: -expm1(log1p(-0.05)/599)
	if got, want := SidakLevel(0.05, 599), 8.5627876942e-05; math.Abs(got-want) > 1e-15 {
		t.Errorf("SidakLevel(0.05, 599) = %.12g", got)
	}
	if got, want := BonferroniLevel(0.05, 599), 0.05/599; got != want {
		t.Errorf("BonferroniLevel(0.05, 599) = %v", got)
	}
}

// A probability is written with the digits it has, however small.
func TestProbString(t *testing.T) {
	for want, p := range map[string]Prob{
		"0.05":            Prob(math.Log(0.05)),
		"1":               0,
		"0":               Prob(math.Inf(-1)),
		"NaN":             Prob(math.NaN()),
		"1e-300":          Prob(-300 * math.Ln10),
		"1e-308":          Prob(-308 * math.Ln10),
		"1e-330":          Prob(-330 * math.Ln10),
		"1e-300000":       Prob(-300000 * math.Ln10),
		"2.5e-1000":       Prob(math.Log(2.5) - 1000*math.Ln10),
		"9.99999e-400":    Prob(math.Log(9.99999) - 400*math.Ln10),
		"1.23457e-400000": Prob(math.Log(1.23456789) - 400000*math.Ln10),
	} {
		if got := p.String(); got != want {
			t.Errorf("e^%v is written %s, want %s", float64(p), got, want)
		}
	}
	// A mantissa that rounds up to 10 moves into the exponent.
	if got := Prob(math.Log(9.9999999) - 500*math.Ln10).String(); got != "1e-499" {
		t.Errorf("9.9999999e-500 is written %s", got)
	}
}
