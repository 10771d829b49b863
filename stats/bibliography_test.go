package stats

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// cited gives the keys that rows and corrections cite.
func cited() map[string]bool {
	keys := make(map[string]bool)
	collect := func(sources []string) {
		for _, s := range sources {
			keys[s] = true
		}
	}
	for _, m := range Associations.Rows {
		collect(m.Sources)
	}
	for _, m := range Keynesses.Rows {
		collect(m.Sources)
	}
	for _, m := range DocumentTests.Rows {
		collect(m.Sources)
	}
	for _, m := range Grams.Rows {
		collect(m.Sources)
	}
	for _, m := range Placed.Rows {
		collect(m.Sources)
	}
	for _, m := range Dispersions.Rows {
		collect(m.Sources)
	}
	for _, m := range Diversities.Rows {
		collect(m.Sources)
	}
	for _, m := range Similarities.Rows {
		collect(m.Sources)
	}
	for _, c := range Corrections {
		collect(c.Sources)
	}
	return keys
}

// Every work that a measure or a correction names has its entry.
func TestEverySourceHasAnEntry(t *testing.T) {
	for key := range cited() {
		if _, ok := FindWork(key); !ok {
			t.Errorf("%s is not in the bibliography", key)
		}
	}
}

// Each entry has the fields that its kind needs, in text as in BibTeX; keys and IDs are in order and unique.
func TestBibliography(t *testing.T) {
	entry := regexp.MustCompile(`^@[a-z]+\{[A-Za-z]+\d{4},\n(  [a-z]+ = \{.+\},?\n)+\}\n$`)
	ids := make(map[string]string)
	for i, w := range works {
		if i > 0 && works[i-1].Key >= w.Key {
			t.Errorf("%s stands behind %s", w.Key, works[i-1].Key)
		}
		if other, ok := ids[w.ID()]; ok {
			t.Errorf("%s and %s are both %s", other, w.Key, w.ID())
		}
		ids[w.ID()] = w.Key
		needs := map[string]string{"authors": w.Authors, "year": w.Year, "title": w.Title}
		switch w.Kind {
		case Article:
			needs["journal"], needs["volume"], needs["pages"] = w.In, w.Volume, w.Pages
		case Chapter:
			needs["book"], needs["publisher"], needs["pages"] = w.In, w.Publisher, w.Pages
		case Paper:
			needs["proceedings"] = w.In
		case Thesis:
			needs["degree"], needs["school"] = w.Degree, w.Publisher
		default:
			needs["publisher"] = w.Publisher
		}
		for name, value := range needs {
			if value == "" {
				t.Errorf("%s lacks its %s", w.Key, name)
			}
		}
		if year := w.Key[len(w.Key)-4:]; year != w.Year && year != w.Online {
			t.Errorf("%s is of %s", w.Key, w.Year)
		}
		if names := strings.Split(w.Key[:len(w.Key)-5], " & "); !strings.Contains(bare(w.Authors), strings.TrimSuffix(names[0], " et al.")) {
			t.Errorf("%s is by %s", w.Key, w.Authors)
		}
		bib := w.BibTeX()
		if !entry.MatchString(bib) || strings.Count(bib, "{") != strings.Count(bib, "}") {
			t.Errorf("not well formed:\n%s", bib)
		}
		text := w.String()
		if strings.ContainsAny(text, "{}") || strings.Contains(text, "  ") || strings.Contains(text, "..") || !strings.HasSuffix(text, ".") {
			t.Errorf("%q", text)
		}
	}
}

// An entry of each kind, as it is printed.
func TestBibTeX(t *testing.T) {
	for key, want := range map[string]string{
		"Benjamini & Hochberg 1995": `@article{BenjaminiHochberg1995,
  author = {Y. Benjamini and Y. Hochberg},
  year = {1995},
  title = {Controlling the false discovery rate: a practical and powerful approach to multiple testing},
  journal = {Journal of the Royal Statistical Society B},
  volume = {57},
  number = {1},
  pages = {289--300}
}
`,
		"Spärck Jones 1972": `@article{SparckJones1972,
  author = {K. {Spärck Jones}},
  year = {1972},
  title = {A statistical interpretation of term specificity and its application in retrieval},
  journal = {Journal of Documentation},
  volume = {28},
  number = {1},
  pages = {11--21}
}
`,
		"Berry-Rogghe 1973": `@incollection{BerryRogghe1973,
  author = {G. L. M. Berry-Rogghe},
  year = {1973},
  title = {The computation of collocations and their relevance in lexical studies},
  booktitle = {The Computer and Literary Studies},
  editor = {A. J. Aitken and others},
  pages = {103--112},
  publisher = {Edinburgh University Press}
}
`,
		"Smith & Aldridge 2011": `@article{SmithAldridge2011,
  author = {P. W. H. Smith and W. Aldridge},
  year = {2011},
  title = {Improving authorship attribution: optimizing {Burrows'} {Delta} method},
  journal = {Journal of Quantitative Linguistics},
  volume = {18},
  number = {1},
  pages = {63--88}
}
`,
		"Evert 2005": `@phdthesis{Evert2005,
  author = {S. Evert},
  year = {2005},
  title = {The {Statistics} of {Word} {Cooccurrences:} {Word} {Pairs} and {Collocations}},
  school = {Universität Stuttgart}
}
`,
	} {
		w, ok := FindWork(key)
		if !ok || w.BibTeX() != want {
			t.Errorf("%s\nwant\n%s", w.BibTeX(), want)
		}
	}
	if !slices.IsSortedFunc(Bibliography(), func(a, b Work) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("not in order")
	}
}
