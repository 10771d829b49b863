package main

import (
	"fmt"
	"slices"
	"strings"

	"kstat/tokenize"
	"kstat/tokenize/internal/segment"
)

// corrections are what a linguist knows better than the labels: see README.md for the format of their file.
type corrections struct {
	path     string
	entries  []entry
	labels   []*relabel // in the order of the file
	surfaces map[string][]*relabel
	anywhere map[int32][]*relabel // by the first morpheme of what they replace
	texts    []labelled
}

// entry is a word that the lexicon has to have.
type entry struct {
	m    morph
	line int
}

// relabel gives a surface its analysis, in place of a certain other one or, if that is nil, of any. With anywhere for a
// surface it changes a sequence of morphemes within any analysis.
type relabel struct {
	mark               string // that the surface must follow, or ""
	surface            string
	wrong, right       []morph
	wrongIDs, rightIDs []int32
	line               int
	met                int // how often it changed a label
}

const anywhere = "*"

// labelled is a text with its analysis.
type labelled struct {
	text, label string
	line        int
}

// How much a correction weighs, in occurrences.
const (
	entryCount = 30 // an entry that the text has less often is counted so
	labelCount = 20 // a surface's analysis is seen so often beside the text
	textCount  = 5  // a text of the corrections is read so often
)

// readCorrections reads a file of corrections. It fails on the first line that it cannot use.
func readCorrections(path string) (*corrections, error) {
	r := &corrections{path: path, surfaces: map[string][]*relabel{}, anywhere: map[int32][]*relabel{}}
	n := 0
	var fault error
	err := lines(path, func(line string) {
		n++
		if line = strings.TrimRight(line, " \r"); line == "" || line[0] == '#' || fault != nil {
			return
		}
		if err := r.add(strings.Split(line, "\t"), n); err != nil {
			fault = fmt.Errorf("%s:%d: %w", path, n, err)
		}
	})
	if err == nil {
		err = fault
	}
	return r, err
}

func (r *corrections) add(f []string, n int) error {
	if len(f) < 2 || f[0] == "" || f[1] == "" {
		return fmt.Errorf("two columns with a TAB between them are needed: a form and its tag, or a surface and its analysis")
	}
	if !strings.Contains(f[1], "/") {
		return r.addEntry(f[0], f[1], n)
	}
	if strings.Contains(f[0], " ") {
		if got, want := len(strings.Fields(f[1])), len(strings.Fields(f[0])); got != want {
			return fmt.Errorf("%d eojeols, but an analysis of %d", want, got)
		}
		r.texts = append(r.texts, labelled{f[0], f[1], n})
		for _, item := range strings.Fields(f[1]) {
			if _, err := parseAnalysis(item); err != nil {
				return err
			}
		}
		return nil
	}
	l := &relabel{surface: f[0], line: n}
	if p := segment.Append(nil, f[0]); len(p) == 2 && p[0].Kind == segment.Symbol && p[1].Kind == segment.Hangul {
		l.mark, l.surface = f[0][:p[0].End], f[0][p[1].Start:]
	} else if f[0] != anywhere && (len(p) != 1 || p[0].Kind != segment.Hangul) {
		return fmt.Errorf("%s is not Hangul from end to end, nor Hangul behind a symbol; marks and digits have no analysis to correct", f[0])
	}
	right := f[1]
	if len(f) > 2 && strings.Contains(f[2], "/") {
		wrong, err := parseAnalysis(f[1])
		if err != nil {
			return err
		}
		l.wrong, right = wrong, f[2]
	} else if f[0] == anywhere {
		return fmt.Errorf("what %s is to be instead of is missing: %s, the wrong morphemes, the right ones", f[1], anywhere)
	}
	ms, err := parseAnalysis(right)
	if err != nil {
		return err
	}
	l.right = ms
	r.labels = append(r.labels, l)
	return nil
}

// addEntry adds a form and its tag; a predicate's form is the dictionary's, with 다.
func (r *corrections) addEntry(form, tag string, n int) error {
	t, irregular, ok := parseTag(tag)
	if !ok {
		return fmt.Errorf("no tag is called %s", tag)
	}
	if predicate(t) {
		stem, ok := strings.CutSuffix(form, "다")
		if !ok || stem == "" {
			return fmt.Errorf("%s is a predicate's tag, and %s does not end in 다", tag, form)
		}
		form = stem
	} else if irregular {
		return fmt.Errorf("%s: only predicates are irregular", tag)
	}
	if !hangulForm(form) {
		return fmt.Errorf("%s is not Hangul from end to end", form)
	}
	r.entries = append(r.entries, entry{morph{form, t, irregular}, n})
	return nil
}

// parseAnalysis reads the analysis of an eojeol: 되/VV+었/EP+어/EF.
func parseAnalysis(s string) ([]morph, error) {
	var out []morph
	for _, item := range splitMorphemes(s) {
		m, ok := parseMorph(item)
		if !ok || strings.Contains(item, " ") || m.tag == tokenize.None {
			return nil, fmt.Errorf("%s is no morpheme with a tag, as in 되/VV+었/EP+어/EF", item)
		}
		out = append(out, m)
	}
	return out, nil
}

// bind looks up the corrections' morphemes in the vocabulary of the labels that are to be corrected.
func (r *corrections) bind(v *vocabulary) {
	for _, l := range r.labels {
		l.wrongIDs, l.rightIDs = v.idsOf(l.wrong), v.idsOf(l.right)
		if l.surface == anywhere {
			r.anywhere[l.wrongIDs[0]] = append(r.anywhere[l.wrongIDs[0]], l)
		} else {
			r.surfaces[l.surface] = append(r.surfaces[l.surface], l)
		}
	}
}

// relabel gives the morphemes of a piece as the corrections have them. before is what stands before it in its eojeol.
func (r *corrections) relabel(before, surface string, ids []int32) []int32 {
	if r == nil {
		return ids
	}
	for i := 0; i < len(ids); i++ {
		for _, l := range r.anywhere[ids[i]] {
			if n := len(l.wrongIDs); i+n <= len(ids) && slices.Equal(ids[i:i+n], l.wrongIDs) {
				l.met++
				ids = slices.Replace(ids, i, i+n, l.rightIDs...)
				i += len(l.rightIDs) - 1
				break
			}
		}
	}
	for _, l := range r.surfaces[surface] {
		if !strings.HasSuffix(before, l.mark) {
			continue
		}
		if l.wrong == nil && !slices.Equal(ids, l.rightIDs) || l.wrong != nil && slices.Equal(ids, l.wrongIDs) {
			l.met++
			return slices.Clone(l.rightIDs)
		}
	}
	return ids
}

func (v *vocabulary) idsOf(ms []morph) []int32 {
	var ids []int32
	for _, m := range ms {
		ids = append(ids, v.id(m))
	}
	return ids
}

// teach adds to a corpus what the corrections hold beside the labels that they changed. It must come last.
func (r *corrections) teach(c *corpus) error {
	c.corrections, c.learnAll = nil, true
	for _, t := range r.texts {
		for range textCount {
			bad, from := c.bad, len(c.tokens)
			c.add(t.text, t.label, 0, 1, 1)
			if c.bad != bad {
				return fmt.Errorf("%s:%d: the analysis does not write the text", r.path, t.line)
			}
			for i := range c.tokens[from:] {
				c.tokens[from+i].sure = true
			}
		}
	}
	for _, l := range r.labels {
		if l.wrong != nil {
			continue
		}
		for _, id := range l.rightIDs {
			c.vocab.count[id] += labelCount
		}
		left := segment.LeftStart
		if l.mark != "" {
			left = segment.Left(segment.Symbol)
		}
		c.types[c.typ(l.surface, left)].count(c.analysis(pack(l.rightIDs)), labelCount)
	}
	for _, e := range r.entries {
		id := c.vocab.id(e.m)
		c.vocab.count[id] = max(c.vocab.count[id], entryCount)
	}
	return nil
}

// report says which corrections of labels have met no label: they may be out of date.
func (r *corrections) report() {
	changed, unmet := 0, []int(nil)
	for _, l := range r.labels {
		changed += l.met
		if l.met == 0 && l.wrong != nil {
			unmet = append(unmet, l.line)
		}
	}
	fmt.Printf("corrections: %d entries, %d texts, %d labels changed; lines that changed none: %v\n", len(r.entries), len(r.texts), changed, unmet)
}
