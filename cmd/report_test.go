package cmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kstat/report"
	"kstat/stats"
)

// ran gives what a run of kstat prints.
func ran(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := newProgram(func(string) string { return "" }, args, strings.NewReader(""), &stdout, &stderr)
	p.lang = report.English
	if status := run(args, p); status != statusOK {
		t.Fatalf("kstat %s: status %d, %s", strings.Join(args, " "), status, &stderr)
	}
	return stdout.String()
}

// pageWord is what these tests read of a word.
type pageWord struct {
	T, G    string
	F, D, B uint64
	L       [][]int
}

// pageData is what these tests read of a page.
type pageData struct {
	Words  []pageWord
	NGrams []struct {
		W []int
		F uint64
		L [][]int
	}
	Pairs []struct {
		A, B int
		O    int
		L    [][]int
	}
	Keys []struct {
		I    []int
		W    *pageWord
		C, F uint64
		R, L float64
		G    float64
	}
	Passages     [][]any
	KeySentences [][]int
	Documents    []struct {
		Name   string
		Tokens uint64
		Own    [][2]int
	}
	Tokens       uint64
	AllDocuments int
	Sides        []struct{ Documents int }
}

// key gives the word of a key.
func (d *pageData) key(i int) *pageWord {
	if k := &d.Keys[i]; k.W == nil {
		return &d.Words[k.I[0]]
	}
	return d.Keys[i].W
}

func dataOf(t *testing.T, page string) (d pageData) {
	t.Helper()
	_, rest, _ := strings.Cut(page, "id=data>")
	text, _, _ := strings.Cut(rest, "</script>")
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

const essays = "../testdata/essays"

// The numbers of a report are those of the commands that print them alone, and each has as many lines as it counts.
func TestReportAgreesWithTheOtherCommands(t *testing.T) {
	d := dataOf(t, ran(t, "report", essays))

	var freq struct {
		Rows []struct {
			Term, Tag string
			Freq      uint64
			DocFreq   uint64 `json:"doc_freq"`
		}
	}
	if err := json.Unmarshal([]byte(ran(t, "freq", "--top", "1000", "--format", "json", essays)), &freq); err != nil {
		t.Fatal(err)
	}
	if len(freq.Rows) != len(d.Words) || len(d.Words) < 500 {
		t.Fatalf("%d words, freq has %d", len(d.Words), len(freq.Rows))
	}
	for i, r := range freq.Rows {
		if w := d.Words[i]; w.T != r.Term || w.G != r.Tag || w.F != r.Freq || w.D != r.DocFreq {
			t.Errorf("word %d is %v, freq has %v", i, w, r)
		} else if len(w.L) != int(w.F) {
			t.Errorf("%s: %d lines for %d", w.T, len(w.L), w.F)
		}
	}

	grams := map[string]string{}
	for _, n := range []string{"2", "3"} {
		for line := range strings.Lines(ran(t, "freq", "--ngram", n, "--format", "tsv", essays)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			grams[fields[1]] = fields[len(fields)-3]
		}
	}
	for _, g := range d.NGrams {
		var words []string
		for _, w := range g.W {
			words = append(words, d.Words[w].T)
		}
		if name := strings.Join(words, " "); grams[name] != strconv.FormatUint(g.F, 10) || len(g.L) != int(g.F) {
			t.Errorf("%s: %d with %d lines, freq has %q", name, g.F, len(g.L), grams[name])
		}
	}

	for _, p := range d.Pairs {
		a, b := passagesOf(d.Words[p.A].L), passagesOf(d.Words[p.B].L)
		both := 0
		for passage := range a {
			if b[passage] {
				both++
			}
		}
		if both != p.O || len(p.L) != p.O {
			t.Errorf("%s, %s: %d with %d lines, in truth %d", d.Words[p.A].T, d.Words[p.B].T, p.O, len(p.L), both)
		}
	}
}

func passagesOf(lines [][]int) map[int]bool {
	in := map[int]bool{}
	for _, l := range lines {
		in[l[0]] = true
	}
	return in
}

// Without a reference of its own a report has the key words of the command keywords, and for each as many lines as it counts.
func TestReportHasTheKeyWordsOfKeywords(t *testing.T) {
	for _, ref := range [][]string{nil, {"--ref", filepath.Join(essays, "travel.txt")}} {
		essay := filepath.Join(essays, "open-ai.txt")
		d := dataOf(t, ran(t, append([]string{"report", essay}, ref...)...))
		var table struct {
			Rows []struct {
				Term     string
				Freq     uint64
				FreqRef  uint64   `json:"freq_ref"`
				LogRatio *float64 `json:"log_ratio"`
				LRC, G2  float64
			}
		}
		if err := json.Unmarshal([]byte(ran(t, append([]string{"keywords", "--format", "json", essay}, ref...)...)), &table); err != nil {
			t.Fatal(err)
		}
		near := func(x, y float64) bool { return math.Abs(x-y) < 1e-6*(1+math.Abs(x)) }
		if len(d.Keys) < 20 {
			t.Fatalf("%d keys", len(d.Keys))
		}
		at := 0
		for i, k := range d.Keys {
			for at < len(table.Rows) && table.Rows[at].Freq < 2 { // which the page leaves out
				at++
			}
			r, w := table.Rows[at], d.key(i)
			if w.T != r.Term || k.C != r.Freq || k.F != r.FreqRef || !near(k.L, r.LRC) || !near(k.G, r.G2) || r.LogRatio != nil && !near(k.R, *r.LogRatio) {
				t.Errorf("key %d is %s %+v, keywords has %+v", i, w.T, k, r)
			}
			if len(w.L) != int(k.C) {
				t.Errorf("%s: %d lines for %d", w.T, len(w.L), k.C)
			}
			at++
		}
	}
}

// A page of a comparison has the numbers of the comparison.
func TestComparedPageAgreesWithCompare(t *testing.T) {
	a, b := filepath.Join(essays, "open-ai.txt"), filepath.Join(essays, "travel.txt")
	file := filepath.Join(t.TempDir(), "x.html")
	ran(t, "compare", "-o", file, a, b)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := dataOf(t, string(page))
	type row struct {
		Term     string
		FreqA    uint64   `json:"freq_a"`
		FreqB    uint64   `json:"freq_b"`
		LogRatio *float64 `json:"log_ratio"`
		LRC      float64
	}
	var table struct{ Rows []row }
	if err := json.Unmarshal([]byte(ran(t, "compare", "--format", "json", a, b)), &table); err != nil {
		t.Fatal(err)
	}
	rows := map[string]row{}
	for _, r := range table.Rows {
		rows[r.Term] = r
	}
	if len(d.Keys) < 100 {
		t.Fatalf("%d keys", len(d.Keys))
	}
	for i := range d.Keys {
		k, w := &d.Keys[i], d.key(i)
		r, ok := rows[w.T]
		if !ok {
			t.Fatalf("compare has no %s", w.T)
		}
		near := func(x, y float64) bool { return x-y < 1e-6 && y-x < 1e-6 }
		if r.FreqA != k.C || r.FreqB != k.F || w.B != k.F || w.F != k.C+k.F || r.LogRatio != nil && !near(*r.LogRatio, k.R) || !near(r.LRC, k.L) {
			t.Errorf("%s: %+v, compare has %+v", w.T, k, r)
		}
	}
}

// What a page says of its measures it says in Korean too, and formulas that hold English words have a Korean twin.
func TestMeasuresOfPagesInKorean(t *testing.T) {
	words := regexp.MustCompile(`[A-Za-z]{3,}`)
	check := func(name string, formula report.Text, question string) {
		symbols := strings.NewReplacer("log", "", "max", "", "min", "", "cos", "").Replace(formula[report.English])
		if words.MatchString(symbols) && formula[report.Korean] == "" {
			t.Errorf("%s has no Korean formula: %s", name, formula[report.English])
		}
		if question == "" {
			t.Errorf("%s has no Korean question", name)
		}
	}
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		check(name, formulaText(m), inKorean[name])
	}
	for _, m := range stats.Similarities.Rows {
		check(m.Name, formulaText(m), inKorean[m.Name])
	}
	for _, f := range keyMeasures().formulas() {
		check(f.Name[report.English], f.Formula, "it is explained beside its table")
	}
	for _, name := range []string{"g2", "logdice", "npmi"} {
		m, _ := stats.Associations.Find(name)
		check(name, formulaText(m), "so is this")
	}
}

// Of thousands of documents the page lists those that something on it leads to, and leads to the right ones.
func TestPageOfManyDocuments(t *testing.T) {
	dir := t.TempDir()
	for _, side := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, side), 0o777); err != nil {
			t.Fatal(err)
		}
		for i := range mostNamed {
			name := filepath.Join(dir, side, fmt.Sprintf("%s%04d.txt", side, i))
			if err := os.WriteFile(name, []byte("모델 "+side+strconv.Itoa(i)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	file := filepath.Join(dir, "x.html")
	ran(t, "compare", "--pretokenized", "--kwic-limit", "2", "--top", "1", "-o", file, filepath.Join(dir, "a"), filepath.Join(dir, "b"))
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := dataOf(t, string(b))
	if d.AllDocuments != 2*mostNamed || len(d.Documents) >= mostNamed || len(d.Documents) < 2 || d.Sides[0].Documents+d.Sides[1].Documents != len(d.Documents) {
		t.Fatalf("%d of %d documents, %+v", len(d.Documents), d.AllDocuments, d.Sides)
	}
	for _, p := range d.Passages {
		at := int(p[0].(float64))
		name, text := filepath.Base(d.Documents[at].Name), p[3].(string)
		number, _ := strconv.Atoi(text[len("모델 a"):])
		side := text[len("모델 "):][:1]
		if want := fmt.Sprintf("%s%04d.txt", side, number); name != want || (at < d.Sides[0].Documents) != (side == "a") {
			t.Errorf("%q is said to stand in %s, document %d", text, name, at)
		}
	}
}

// Lines are sampled, and no sentence is on the page that no line refers to.
func TestReportHoldsNoMoreThanItsLines(t *testing.T) {
	d := dataOf(t, ran(t, "report", "--kwic-limit", "1", "--top", "20", essays))
	used := map[int]bool{}
	add := func(lines [][]int) {
		if len(lines) > 1 {
			t.Errorf("%d lines", len(lines))
		}
		for _, l := range lines {
			used[l[0]] = true
		}
	}
	for _, w := range d.Words {
		add(w.L)
	}
	for _, g := range d.NGrams {
		add(g.L)
	}
	for _, p := range d.Pairs {
		add(p.L)
	}
	for _, k := range d.Keys {
		if k.W != nil {
			add(k.W.L)
		}
	}
	for _, l := range d.KeySentences {
		used[l[0]] = true
	}
	if len(d.Passages) != len(used) || len(used) == 0 {
		t.Errorf("%d sentences, %d are used", len(d.Passages), len(used))
	}
}

// What sets a document apart is counted as freq counts it in that document alone, and ordered by G².
func TestOwnWordsOfDocuments(t *testing.T) {
	d := dataOf(t, ran(t, "report", essays))
	g2, _ := stats.Keynesses.Find("g2")
	for _, doc := range d.Documents {
		counts := map[string]string{}
		for line := range strings.Lines(ran(t, "freq", "--format", "tsv", doc.Name)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			counts[fields[1]] = fields[3]
		}
		if len(doc.Own) < 5 {
			t.Errorf("%s has %d words of its own", doc.Name, len(doc.Own))
		}
		last := math.Inf(1)
		for _, own := range doc.Own {
			w, n := d.Words[own[0]], uint64(own[1])
			if counts[w.T] != strconv.FormatUint(n, 10) {
				t.Errorf("%s: %s %d times, freq has %s", doc.Name, w.T, n, counts[w.T])
			}
			v := g2.Value(stats.Contrast{A: n, B: w.F - n, C: doc.Tokens, D: d.Tokens - doc.Tokens}, nil)
			if v > last || !(v > 0) {
				t.Errorf("%s: %s with G² %v after %v", doc.Name, w.T, v, last)
			}
			last = v
		}
	}
}
