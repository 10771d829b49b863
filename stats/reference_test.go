package stats

import (
	"bufio"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// table reads a tab-separated file of testdata: its header, and a map from column to field for each row.
func table(t *testing.T, name string) (head []string, rows []map[string]string) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		field := strings.Split(s.Text(), "\t")
		if head == nil {
			head = field
			continue
		}
		row := map[string]string{}
		for i, h := range head {
			row[h] = field[i]
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return head, rows
}

func count(t *testing.T, s string) uint64 {
	t.Helper()
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// agree reports whether got is want to a relative tol, or to tol·1e-3 absolutely near 0; infinities and NaN must be the
// same.
func agree(got, want, tol float64) bool {
	if math.IsNaN(want) {
		return math.IsNaN(got)
	}
	if math.IsInf(want, 0) {
		return got == want
	}
	return math.Abs(got-want) <= math.Max(tol*math.Abs(want), tol*1e-3)
}

// Every variant of every association and keyness measure agrees with its definition computed in 50 digits, on 230 tables
// each, from four observations to 10^12, with probabilities down to 1e-1000000. testdata/make_cells.py makes the tables.
func TestAgainstDefinitions(t *testing.T) {
	pair := func(r map[string]string) Pair {
		return Pair{O11: count(t, r["O11"]), F1: count(t, r["F1"]), F2: count(t, r["F2"]), N: count(t, r["N"])}
	}
	definitionExam(t, &Associations, "association.tsv", pair)
	contrast := func(r map[string]string) Contrast {
		return Contrast{A: count(t, r["A"]), B: count(t, r["B"]), C: count(t, r["C"]), D: count(t, r["D"])}
	}
	definitionExam(t, &Keynesses, "keyness.tsv", contrast)
}

// The tests over documents agree with R's. testdata/make_documents.R makes the samples.
func TestDocumentsAgainstR(t *testing.T) {
	list := func(s string) (v []float64) {
		for f := range strings.SplitSeq(s, ",") {
			if f != "" {
				v = append(v, number(t, f))
			}
		}
		return v
	}
	definitionExam(t, &DocumentTests, "documents.tsv", func(r map[string]string) Samples {
		return Samples{X: list(r["X"]), Y: list(r["Y"]), ZeroX: count(t, r["ZeroX"]), ZeroY: count(t, r["ZeroY"])}
	})
}

// Every dispersion measure agrees with its definition over all parts. testdata/make_dispersion.py makes the words.
func TestDispersionAgainstDefinitions(t *testing.T) {
	list := func(s string) (v []uint64) {
		for f := range strings.SplitSeq(s, ",") {
			v = append(v, count(t, f))
		}
		return v
	}
	definitionExam(t, &Dispersions, "dispersion.tsv", func(r map[string]string) Spread {
		s := NewParts(list(r["sizes"])).Dense(list(r["counts"]))
		s.Positions = list(r["positions"])
		return s
	})
}

// Every diversity measure agrees with its definition, on texts of 1 to 2,800 tokens, degenerate ones among them.
// testdata/make_diversity.py makes the texts.
func TestDiversityAgainstDefinitions(t *testing.T) {
	definitionExam(t, &Diversities, "diversity.tsv", func(r map[string]string) *Sequence {
		var ids []uint32
		for f := range strings.SplitSeq(r["types"], ",") {
			ids = append(ids, uint32(count(t, f)))
		}
		return NewSequence(ids).WithContent(uint64(len(ids) * 3 / 5))
	})
}

// Similarity agrees with SciPy and the definitions. testdata/make_similarity.py makes the lists.
func TestSimilarityAgainstDefinitions(t *testing.T) {
	counts := func(s string) (v []uint64) {
		for f := range strings.SplitSeq(s, ",") {
			v = append(v, count(t, f))
		}
		return v
	}
	definitionExam(t, &Similarities, "similarity.tsv", func(r map[string]string) Profiles {
		return Profiles{A: counts(r["A"]), B: counts(r["B"]), Mean: floats(t, r["mean"]), SD: floats(t, r["sd"])}
	})
}

// settings are the options that a column's @suffix stands for.
var settings = map[string]*Options{
	"":           nil,
	"700000":     {Comparisons: 700000},
	"k100":       {SmoothK: 100},
	"prior10000": {Prior: 10000},
}

func definitionExam[In any](t *testing.T, f *Family[In], file string, input func(map[string]string) In) {
	head, rows := table(t, file)
	tested := map[string]bool{}
	for _, column := range head {
		if !strings.Contains(column, ":") {
			continue
		}
		base, part, _ := strings.Cut(column, "#")
		base, setting, _ := strings.Cut(base, "@")
		name, variant, _ := strings.Cut(base, ":")
		m, ok := f.Find(name)
		if !ok {
			t.Errorf("%s has a column for %s, which is no %s measure", file, name, f.Name)
			continue
		}
		v, ok := m.Variant(variant)
		if !ok {
			t.Errorf("%s has a column for the variant %s of %s, which does not exist", file, variant, name)
			continue
		}
		o, ok := settings[setting]
		if !ok {
			t.Fatalf("unknown setting %s", setting)
		}
		tested[base] = true
		for _, r := range rows {
			if r[column] == "" {
				continue
			}
			in, want := input(r), number(t, r[column])
			var got float64
			switch part {
			case "lnp":
				got = float64(v.P(in, o))
			case "lo":
				got = v.Interval(in, o).Lo
			case "hi":
				got = v.Interval(in, o).Hi
			case "":
				got = v.Value(in, o)
			default:
				got = m.All(in, o)[slices.Index(m.Fields, part)]
			}
			// An error in ln p is a relative error of p.
			tol := 1e-12
			if m.Name == "zipf_mandelbrot" {
				tol = 1e-11 // the ridge of the likelihood is nearly level: rounding moves its top by as much
			}
			ok := agree(got, want, tol)
			if part == "lnp" && math.Abs(want) < 700 {
				ok = math.Abs(got-want) <= 2e-12*math.Max(math.Abs(want), 0.1) || agree(got, want, 0)
			}
			if !ok {
				t.Errorf("%s %s on %v = %.17g, want %.17g", f.Name, column, in, got, want)
			}
		}
	}
	for _, m := range f.Rows {
		for _, v := range m.Variants {
			if !tested[m.Name+":"+v.Name] {
				t.Errorf("%s has no column for %s:%s", file, m.Name, v.Name)
			}
		}
	}
}

// Tests of 2×2 tables agree with R's own chisq.test, fisher.test, phyper and binom.test on 260 random tables
// (testdata/make_tables.R), to the digits that R has: 1e-9.
func TestTablesAgainstR(t *testing.T) {
	_, rows := table(t, "tables.tsv")
	if len(rows) < 200 {
		t.Fatalf("only %d tables", len(rows))
	}
	for _, r := range rows {
		a, b, c, d := count(t, r["a"]), count(t, r["b"]), count(t, r["c"]), count(t, r["d"])
		p := Pair{O11: a, F1: a + b, F2: a + c, N: a + b + c + d}
		k := Contrast{A: a, B: c, C: a + b, D: c + d}
		check := func(column string, got float64) {
			t.Helper()
			if want := number(t, r[column]); !(math.Abs(got-want) <= 1e-9*math.Max(math.Abs(want), 1e-3)) {
				t.Errorf("%s of %d %d / %d %d: %.15g, R has %.15g", column, a, b, c, d, got, want)
			}
		}
		pairs := func(measure, variant string) float64 {
			m, _ := Associations.Find(measure)
			v, _ := m.Variant(variant)
			return v.Value(p, nil)
		}
		words := func(measure, variant string) float64 {
			m, _ := Keynesses.Find(measure)
			v, _ := m.Variant(variant)
			return v.Value(k, nil)
		}
		// R clips Yates's correction.
		check("chi2", pairs("chi2", "unsigned"))
		check("chi2", words("chi2", ""))
		check("yates", math.Abs(pairs("chi2_yates", "clipped")))
		check("yates", words("chi2_yates", "clipped"))
		// In R the definition of G² cancels: its error is that of numbers of the size of N.
		cancel := 1e-15 * float64(a+b+c+d)
		for _, got := range []float64{pairs("g2", "unsigned"), words("g2", "")} {
			if want := number(t, r["g2"]); math.Abs(got-want) > cancel+1e-9*want {
				t.Errorf("g2 of %d %d / %d %d: %.15g, R has %.15g", a, b, c, d, got, want)
			}
		}
		// Of R's own G², R's p and ours are the same.
		check("ln_p_g2", float64(chi2P(number(t, r["g2"]))))
		check("fisher", pairs("fisher", "two_sided"))
		check("fisher", words("fisher", ""))
		check("fisher_greater", pairs("fisher", "right"))
		check("fisher_less", pairs("fisher", "left"))
		check("ln_upper", float64(assocFisher.Variants[0].P(p, nil)))
		check("ln_p_chi2", float64(keyChi2.Variants[0].P(k, nil)))
		// p₁/p₂ = (d/c)·τ/(1−τ) of the bounds τ of a/(a+b): back from the interval of the relative risk.
		i := keyRelativeRisk.Variants[0].Interval(k, nil)
		back := func(risk float64) float64 {
			odds := risk * float64(k.C) / float64(k.D)
			if math.IsInf(odds, 1) {
				return 1
			}
			return odds / (1 + odds)
		}
		check("binom_lo", back(i.Lo))
		check("binom_hi", back(i.Hi))
	}
}
