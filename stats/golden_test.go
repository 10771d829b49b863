package stats

import (
	"math"
	"strings"
	"testing"
)

// The worked examples of the rows are recomputed: what a page of documentation prints is what the code gives.
func TestExamples(t *testing.T) {
	exampleExam(t, &Associations)
	exampleExam(t, &Keynesses)
	exampleExam(t, &DocumentTests)
	exampleExam(t, &Grams)
	exampleExam(t, &Placed)
	exampleExam(t, &Dispersions)
	exampleExam(t, &Diversities)
	exampleExam(t, &Similarities)
}

func exampleExam[In any](t *testing.T, f *Family[In]) {
	for _, m := range f.Rows {
		if got := m.Value(m.Example, nil); math.Abs(got-m.Result) > 1e-11*math.Abs(m.Result) {
			t.Errorf("%s %s: %v gives %.12g, the row says %.12g", f.Name, m.Name, m.Example, got, m.Result)
		}
	}
}

// The ten most associated word pairs of Dunning (1993, table 2), with the values printed there.
func TestDunningTable(t *testing.T) {
	for _, row := range []struct {
		g2         float64
		a, b, c, d uint64
	}{
		{270.72, 110, 2442, 111, 29114}, // the swiss
		{263.90, 29, 13, 123, 31612},    // can be
		{256.84, 31, 23, 139, 31584},    // previous year
		{167.23, 10, 0, 3, 31764},       // mineral water
		{157.21, 76, 104, 2476, 29121},  // at the
		{157.03, 16, 16, 51, 31694},     // real terms
		{146.80, 9, 0, 5, 31763},        // natural gas
		{115.02, 16, 0, 865, 30896},     // owing to
		{104.53, 10, 9, 41, 31717},      // health insurance
		{100.96, 8, 2, 27, 31740},       // stiff competition
	} {
		p := Pair{O11: row.a, F1: row.a + row.b, F2: row.a + row.c, N: row.a + row.b + row.c + row.d}
		if got := assocG2.Value(p, nil); math.Abs(got-row.g2) > 0.005 {
			t.Errorf("%v: G² = %.4f, Dunning prints %.2f", p, got, row.g2)
		}
	}
}

// Log Ratio and its conservative forms as the reference implementation has them (log-ratio-gold.tsv of
// fau-klue/pandas-association-measures, MIT; R package corpora; α = 0.05, 599 comparisons). Its column clr is the normal
// approximation at α = 0.01, its column lrc.normal the same at 0.05.
func TestLogRatioGold(t *testing.T) {
	const n1, n = 168329, 19720567
	o := &Options{Comparisons: 599}
	strict := &Options{Alpha: 0.01, Comparisons: 599}
	value := func(measure, variant string, k Contrast, o *Options) float64 {
		m, _ := Keynesses.Find(measure)
		v, _ := m.Variant(variant)
		return v.Value(k, o)
	}
	for _, row := range []struct {
		a, all                         uint64
		lr, clr, lrc, positive, normal float64
	}{
		{1189, 2157, 7.156575955874566, 6.888131619986817, 6.910068549501856, 6.9206299783908864, 6.9112561373666805},
		{49, 88, 7.189213818656465, 5.856503097986011, 5.941562136184079, 5.994636950864576, 5.971306385306486},
		{15, 18, 9.181834288290867, 5.25375813796948, 5.991330482867978, 6.10798857532048, 5.592133186588571},
	} {
		k := Contrast{A: row.a, B: row.all - row.a, C: n1, D: n - n1}
		for what, x := range map[string][2]float64{
			"lr":           {value("log_ratio", "", k, o), row.lr},
			"clr":          {value("clr", "", k, strict), row.clr},
			"lrc":          {value("lrc", "", k, o), row.lrc},
			"lrc.positive": {value("lrc", "positive", k, o), row.positive},
			"lrc.normal":   {value("clr", "", k, o), row.normal},
		} {
			if math.Abs(x[0]-x[1]) > 1e-12 {
				t.Errorf("%s of %v = %.16g, want %.16g", what, k, x[0], x[1])
			}
		}
	}
}

// The names that the command line promises.
func TestPromisedNames(t *testing.T) {
	promise := func(what string, names []string, has func(string) bool) {
		for _, n := range names {
			if !has(n) {
				t.Errorf("%s: no measure %s", what, n)
			}
		}
	}
	promise("collocations", strings.Fields(`g2 simple_ll chi2 chi2_yates fisher pmi npmi mi2 mi3 local_mi mi_logf t z dice logdice jaccard
		simpson cosine min_sensitivity delta_p delta_p_reverse liddell phi2 log_odds lift poisson_stirling mutual_expectation`),
		func(n string) bool { _, ok := Associations.Find(n); return ok })
	promise("compare", strings.Fields(`g2 g2_2term chi2 chi2_yates fisher log_ratio lrc pct_diff relative_risk odds_ratio simple_maths
		diff_coef bic ell log_odds_prior p`), func(n string) bool { _, ok := Keynesses.Find(n); return ok })
	promise("compare", strings.Fields("mann_whitney_p welch_t_p cohens_d cliffs_delta"),
		func(n string) bool { _, ok := DocumentTests.Find(n); return ok })
	promise("similarity", strings.Fields("cosine jsd spearman kilgarriff_chi2 burrows_delta"),
		func(n string) bool { _, ok := Similarities.Find(n); return ok })
	promise("freq", strings.Fields(`dp dp_norm juilland_d carroll_d2 rosengren_s range arf ald awt d_kl d_a lyne_d3 zhang_dc tf_idf`),
		func(n string) bool { _, ok := Dispersions.Find(n); return ok })
	promise("diversity", strings.Fields(`ttr root_ttr cttr herdan_c somers_s dugast_u maas_a2 msttr mattr mtld hdd yule_k simpson_d
		honore_r brunet_w entropy hapax_ratio zipf_mandelbrot heaps`), func(n string) bool { _, ok := Diversities.Find(n); return ok })
	if got := len(Associations.Names()); got < 28 {
		t.Errorf("%d associations", got)
	}
	if got, want := len(Sheets()), len(Associations.Rows)+len(Keynesses.Rows)+len(DocumentTests.Rows)+len(Grams.Rows)+len(Placed.Rows)+len(Dispersions.Rows)+
		len(Diversities.Rows)+len(Similarities.Rows); got != want {
		t.Errorf("%d sheets of %d measures", got, want)
	}
	for _, s := range Sheets() {
		if s.Example == "" || len(s.Variants) == 0 || len(s.Sources) == 0 {
			t.Errorf("the sheet of %s is not full", s.Name)
		}
	}
}

// With the margins given, attraction rises with the count of the pair: so must whatever claims to measure it; and keyness
// with the count in the target. (CLR is left out: its ½ for a count of 0 makes the widest interval of all at 1.)
func TestMonotone(t *testing.T) {
	for _, name := range []string{"g2", "simple_ll", "chi2", "pmi", "npmi", "mi2", "mi3", "t", "z", "dice", "logdice", "jaccard",
		"simpson", "cosine", "min_sensitivity", "mutual_expectation", "delta_p", "delta_p_reverse", "liddell", "lift", "differential",
		"log_odds", "odds_ratio", "log_ratio", "lrc"} {
		m, _ := Associations.Find(name)
		last := math.Inf(-1)
		for o := uint64(1); o < 40; o++ {
			x := m.Value(Pair{O11: o, F1: 60, F2: 40, N: 300}, nil)
			if x < last {
				t.Errorf("%s falls from %v to %v at O11 = %d", name, last, x, o)
			}
			last = x
		}
	}
	for _, name := range []string{"log_ratio", "lrc", "pct_diff", "relative_risk", "odds_ratio", "simple_maths", "diff_coef",
		"log_odds_prior"} {
		m, _ := Keynesses.Find(name)
		last := math.Inf(-1)
		for a := uint64(0); a < 60; a++ {
			x := m.Value(Contrast{A: a, B: 20, C: 1000, D: 900}, nil)
			if x < last {
				t.Errorf("%s falls from %v to %v at a = %d", name, last, x, a)
			}
			last = x
		}
	}
}
