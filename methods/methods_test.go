package methods

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kstat/hangul"
	"kstat/internal/golden"
	"kstat/manifest"
	"kstat/stats"
)

// samples are records of runs of every command, as the program wrote them, but for version, model and time. A test of the
// commands sees to it that they have the options of today.
func samples(t testing.TB) map[string]*manifest.Manifest {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	all := make(map[string]*manifest.Manifest)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := manifest.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all[strings.TrimSuffix(filepath.Base(f), ".json")] = m
	}
	return all
}

func write(t testing.TB, m *manifest.Manifest, lang Lang, format string) string {
	t.Helper()
	var b bytes.Buffer
	for i := range Formats {
		if Formats[i].Name == format {
			if err := Describe(m, lang).Write(&b, &Formats[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}

// The paragraph of each command, for a reader to judge.
func TestParagraphs(t *testing.T) {
	commands := make(map[string]bool)
	for name, m := range samples(t) {
		commands[m.Command] = true
		var both string
		for _, lang := range []Lang{Korean, English} {
			paragraph, _, _ := strings.Cut(write(t, m, lang, "text"), "\n")
			both += paragraph + "\n"
		}
		golden.File(t, "testdata/"+name+".txt", []byte(both))
	}
	for _, c := range Commands() {
		if !commands[c] {
			t.Errorf("no sample of %s", c)
		}
	}
	for _, format := range []string{"text", "md", "tex", "bib"} {
		golden.File(t, "testdata/compare."+format, []byte(write(t, samples(t)["compare"], Korean, format)))
	}
}

// without are the options that change nothing in a run, so that its paragraph need not name them, with the reason.
var without = map[string]string{
	"freq parts":                     "no measures of dispersion",
	"freq_all parts":                 "no measures of dispersion",
	"compare k":                      "no simple maths",
	"compare seed":                   "nothing is drawn",
	"compare_lists k":                "no simple maths",
	"compare_lists seed":             "nothing is drawn",
	"compare_page k":                 "no simple maths",
	"compare_page seed":              "nothing is drawn",
	"keywords k":                     "no simple maths",
	"keywords window":                "TextRank only",
	"keywords_ref k":                 "no simple maths",
	"keywords_ref window":            "TextRank only",
	"keywords_textrank max-p":        "keyness only",
	"keywords_textrank sort":         "keyness only",
	"keywords_textrank correct":      "keyness only",
	"keywords_textrank alpha":        "keyness only",
	"keywords_textrank k":            "keyness only",
	"keywords_textrank ref":          "keyness and TF-IDF only",
	"keywords_tfidf max-p":           "keyness only",
	"keywords_tfidf sort":            "keyness only",
	"keywords_tfidf correct":         "keyness only",
	"keywords_tfidf alpha":           "keyness only",
	"keywords_tfidf k":               "keyness only",
	"keywords_tfidf window":          "TextRank only",
	"ngrams_frames maximal":          "frames exclude it",
	"collocations seed":              "nothing is drawn",
	"collocations_within seed":       "nothing is drawn",
	"collocations_within ordered":    "there is no order in a scope",
	"collocations_within expected":   "there is no window",
	"collocations_within tagset":     "the input has no tags",
	"collocations_within no-clean":   "what is cut into tokens is not cleaned",
	"collocations_bootstrap correct": "no corrected p is shown",
	"collocates_all seed":            "nothing is drawn",
	"collocates seed":                "nothing is drawn",
	"diversity seed":                 "nothing is drawn",
	"diversity_list seed":            "nothing is drawn",
	"report_ref tagset":              "told of the analyser, which was not used",
	"report_ref no-clean":            "what is tagged is not cleaned",
	"sentences join":                 "how the sentences are printed",
}

// Each default that mattered is named: with another value in its place the paragraph is another, and where the user had
// given the value, the mark of the default is gone.
func TestEveryDefaultIsNamed(t *testing.T) {
	used := make(map[string]bool)
	for name, m := range samples(t) {
		for i, o := range m.Options {
			if !o.Default || silent[o.Name] != "" {
				continue
			}
			excuse := without[name+" "+o.Name]
			if l, ok := m.Option("freq-list"); ok && l.Value == "true" && slices.Contains(ofTexts, o.Name) {
				excuse = "the input is a list, which has its units"
			} else if excuse != "" {
				used[name+" "+o.Name] = true
			}
			for _, lang := range []Lang{English, Korean} {
				other := *m
				other.Options = slices.Clone(m.Options)
				other.Options[i].Value, other.Options[i].Values = another(o), nil
				same := write(t, m, lang, "text") == write(t, &other, lang, "text")
				switch {
				case same && excuse == "":
					t.Errorf("%s: --%s is %q by default, and the paragraph is the same with %q", name, o.Name, o.Value, other.Options[i].Value)
				case !same && excuse != "":
					t.Errorf("%s: --%s changes the paragraph, though %s", name, o.Name, excuse)
				}
			}
		}
	}
	for key := range without {
		if !used[key] {
			t.Errorf("%s is no default of a sample", key)
		}
	}
}

// ofTexts are the options that say how texts are read and analysed.
var ofTexts = []string{"unit", "pos", "stem", "stopwords", "ngram", "tagset", "no-clean"}

// another gives a value that an option does not have.
func another(o manifest.Option) manifest.Text {
	switch {
	case o.Value == "false":
		return "true"
	case o.Value == "true":
		return "false"
	case o.Name == "encoding":
		return "cp949"
	case o.Name == "parts":
		return "paragraph"
	case o.Name == "correct":
		return "holm"
	case o.Name == "expected" && o.Value != "span":
		return "span"
	case o.Name == "pos":
		return "NNG"
	}
	return "7"
}

// No option of a run is left to the sentence of the rest.
func TestNothingIsLeftOver(t *testing.T) {
	for name, m := range samples(t) {
		for _, lang := range []Lang{English, Korean} {
			text := write(t, m, lang, "text")
			if strings.Contains(text, "Other settings") || strings.Contains(text, "그 밖의 설정") || strings.Contains(text, "그 밖에") {
				t.Errorf("%s: %s", name, text[:strings.IndexByte(text, '\n')])
			}
		}
	}
	// One that no sentence knows is.
	m := samples(t)["freq"]
	m.Options = append(m.Options, manifest.Option{Name: "tolerance", Value: "7", Default: true}, manifest.Option{Name: "off", Value: "false", Default: true})
	if text := write(t, m, Korean, "text"); !strings.Contains(text, "그 밖의 설정은 다음과 같다: --tolerance 7(기본값).") {
		t.Error(text)
	}
}

// Every measure of package stats can be described: with its name in both languages, its formula, and a work that is in the
// bibliography; what is cited is listed, and nothing else.
func TestEveryMeasure(t *testing.T) {
	n := 0
	for _, s := range stats.Sheets() {
		for _, v := range s.Variants {
			n++
			m := samples(t)["compare"]
			m.Measures = []manifest.Measure{{Family: s.Family, Name: s.Name, Variant: v.Name, Formula: v.Formula}}
			for _, lang := range []Lang{English, Korean} {
				w := newDescriber(m, lang)
				list, ok := w.measures(s.Family)
				if !ok || !strings.Contains(list.show, citeBegin) || len(w.d.Formulas) != 1 || w.d.Formulas[0].LaTeX != v.LaTeX {
					t.Errorf("%s %s:%s: %q, %+v", s.Family, s.Name, v.Name, list.show, w.d.Formulas)
				}
				if strings.Contains(list.show, "))") || strings.Contains(list.show, "(;") || strings.Contains(list.show, "()") {
					t.Errorf("%s %s:%s: %q", s.Family, s.Name, v.Name, list.show)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d formulas", n)
	}
}

// What is cut off after the first rows is named, since the sentence before may speak of measures, and it stands before what a
// page holds beside the rows.
func TestFirstRowsAreNamed(t *testing.T) {
	unnamed := regexp.MustCompile(`^이 가운데|^The first \d+ are`)
	said := map[string]int{}
	for name, m := range samples(t) {
		for lang, words := range map[Lang][2]string{
			English: {"The first 1", "Lexical diversity was"}, Korean: {"상위 1", "어휘 다양도는"},
		} {
			first, diversity := -1, -1
			for i, s := range Describe(m, lang).Sentences {
				if strings.Contains(s, words[0]) {
					first = i
					if unnamed.MatchString(s) {
						t.Errorf("%s: %s", name, s)
					}
				}
				if strings.HasPrefix(s, words[1]) {
					diversity = i
				}
			}
			if first >= 0 {
				said[name]++
				if diversity >= 0 && first > diversity {
					t.Errorf("%s: the first rows are told after the diversity of the vocabulary", name)
				}
			}
		}
	}
	if said["report"] != 2 || said["compare_page"] != 2 {
		t.Errorf("the first rows are told of %v", said)
	}
}

func TestWorksAreThoseCited(t *testing.T) {
	cites := regexp.MustCompile(citeBegin + "([^" + citeEnd + "]*)" + citeEnd)
	for name, m := range samples(t) {
		d := Describe(m, Korean)
		want := map[string]bool{}
		for _, c := range cites.FindAllStringSubmatch(strings.Join(d.Sentences, " "), -1) {
			want[c[1]] = true
		}
		for _, w := range d.Works {
			if !want[w.Key] {
				t.Errorf("%s: %s is listed and not cited", name, w.Key)
			}
			delete(want, w.Key)
		}
		for key := range want {
			t.Errorf("%s: %s is cited and not listed", name, key)
		}
		for _, f := range d.Formulas {
			for _, key := range f.Works {
				if !slices.ContainsFunc(d.Works, func(w stats.Work) bool { return w.Key == key }) {
					t.Errorf("%s: the formula %s cites %s", name, f.Name, key)
				}
			}
		}
	}
	for _, key := range []string{"Mihalcea & Tarau 2004", "Efron & Tibshirani 1993"} {
		if _, ok := stats.FindWork(key); !ok {
			t.Errorf("%s is not in the bibliography", key)
		}
	}
}

// Every sentence and phrase is there in both languages and asks for the same values, and every particle that a template
// names is one.
func TestTemplates(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	pair := regexp.MustCompile(`text\{"([^"]*)",\s*"([^"]*)"\}`)
	value := regexp.MustCompile(`\{(\??[a-z0-9_,-]+)(?::([^}]*))?\}`)
	found := 0
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil || strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, m := range pair.FindAllStringSubmatch(string(source), -1) {
			found++
			var asked [2][]string
			for l := range asked {
				for _, v := range value.FindAllStringSubmatch(m[1+l], -1) {
					asked[l] = append(asked[l], v[1])
					if l == 0 && v[2] != "" {
						t.Errorf("%q has a particle", m[1])
					}
					if v[2] != "" {
						if !slices.ContainsFunc(particleNames(), func(n string) bool { return n == v[2] }) {
							t.Errorf("%q is no particle in %q", v[2], m[2])
						}
					}
				}
				slices.Sort(asked[l])
				asked[l] = slices.Compact(asked[l])
			}
			if !slices.Equal(asked[0], asked[1]) {
				t.Errorf("%q asks for %v, %q for %v", m[1], asked[0], m[2], asked[1])
			}
			if m[1] != "" && !strings.ContainsFunc(m[2], func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) && strings.ContainsFunc(m[1], unicode.IsLower) && !strings.Contains(m[1], "{") {
				t.Errorf("the Korean of %q is %q", m[1], m[2])
			}
		}
	}
	if found < 80 {
		t.Errorf("only %d texts", found)
	}
}

// Particles follow the sound of what stands before them, quotation marks and brackets or not.
func TestParticles(t *testing.T) {
	w := newDescriber(&manifest.Manifest{}, Korean)
	for _, c := range []struct{ template, show, sound, want string }{
		{"{v:을/를} 사용하였다.", "kstat 1.0.0", "", "kstat 1.0.0을 사용하였다."},
		{"{v:을/를} 사용하였다.", "kstat 1.2", "", "kstat 1.2를 사용하였다."},
		{"{v:을/를} 사용하였다.", "kstat 1.0.3(내장 모델)", "", "kstat 1.0.3(내장 모델)을 사용하였다."},
		{"{v:으로/로} 측정하였다.", "로그비(log ratio; Hardie 2014)", "로그비", "로그비(log ratio; Hardie 2014)로 측정하였다."},
		{"{v:으로/로} 하였다.", "0.05", "", "0.05로 하였다."},
		{"{v:으로/로} 하였다.", "0.01", "", "0.01로 하였다."},
		{"{v:으로/로} 하였다.", "0.1", "", "0.1로 하였다."},
		{"{v:으로/로} 하였다.", "0.06", "", "0.06으로 하였다."},
		{"{v:이었/였}다.", "UTF-8", "", "UTF-8이었다."},
		{"{v:이었/였}다.", "CP949", "", "CP949였다."},
		{"중심어는 {v:이며/며}", "‘모델’", "모델", "중심어는 ‘모델’이며"},
		{"중심어는 {v:이며/며}", "‘나무’", "나무", "중심어는 ‘나무’며"},
	} {
		if got := w.fill(text{"", c.template}, "v", value{c.show, c.sound}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Whatever a record holds, the paragraph is written, and a word from outside cannot become a command of TeX.
func FuzzDescribe(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.json")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := manifest.Parse(data)
		if err != nil {
			return
		}
		for _, lang := range []Lang{English, Korean} {
			for _, format := range Formats {
				if text := write(t, m, lang, format.Name); text == "" {
					t.Errorf("%s: nothing", format.Name)
				}
			}
		}
	})
}

func particleNames() []string {
	var names []string
	for _, p := range hangul.Particles {
		names = append(names, p.Name)
	}
	return names
}
