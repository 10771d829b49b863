// Package methods writes the paragraph on method (연구 방법) that a paper needs, from the record of the run: data, cleaning,
// analyser, unit of counting, thresholds, measures with their formulas and sources, correction, seeds, in Korean as journals
// write it (-다) or in English, with the list of works cited.
//
// It says what the run did, all of it and nothing else. Each setting that had an effect is named with its value, and one that
// the user left alone is marked as a default. A table has those that need no mention, each with the reason, and whatever
// option is neither told in a sentence nor in it comes in a last sentence of the rest, so that a new flag cannot be forgotten.
//
// It judges nothing. Whether a window of five suits the question is the author's to say.
package methods

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kstat/hangul"
	"kstat/manifest"
	"kstat/stats"
)

// Lang is the language of a paragraph.
type Lang uint8

// The languages.
const (
	English Lang = iota
	Korean
)

// text is a sentence or a phrase in both languages. In it, {name} stands for a value, {name:을/를} for a value with the Korean
// particle in the shape that it takes behind it, and {?option} for the mark of a default, if all options named there were
// left alone.
type text [2]string

// Description is a paragraph with what belongs below it.
type Description struct {
	Lang Lang
	// Sentences are those of the paragraph.
	Sentences []string
	// Formulas are those of the measures, in the order in which the paragraph names them.
	Formulas []Formula
	// Works are those that are cited, in the order of their keys.
	Works []stats.Work
	// Program is what the run was done with, which is cited too.
	Program manifest.Program
	// Model is the model of the analyser, as the bibliography names it; empty where none was used.
	Model string
}

// Formula is a measure with how it is computed.
type Formula struct {
	Name    string // as the paragraph names it, with the name of the variant where there are several
	Formula string // as the record has it
	LaTeX   string // empty where this version of the program does not know the formula
	Works   []string
}

// A citation stands in a sentence as the key of the work between these two, so that each format can cite as it does.
const (
	citeBegin = "\x01"
	citeEnd   = "\x02"
)

// describer writes a description.
type describer struct {
	m    *manifest.Manifest
	lang Lang
	d    *Description
	// What was told: options, families of measures, works.
	told, families, cited map[string]bool
	undone                []string // what was not done because nobody asked for it
}

// Describe writes the paragraph for a run.
func Describe(m *manifest.Manifest, lang Lang) *Description {
	w := newDescriber(m, lang)
	w.data()
	w.cleaning()
	w.analyser()
	w.unit()
	for _, part := range parts[m.Command] {
		part(w)
	}
	w.presetAndSeed()
	w.leftUndone()
	w.rest()
	for _, work := range stats.Bibliography() {
		if w.cited[work.Key] {
			w.d.Works = append(w.d.Works, work)
		}
	}
	return w.d
}

func newDescriber(m *manifest.Manifest, lang Lang) *describer {
	return &describer{m: m, lang: lang, told: map[string]bool{}, families: map[string]bool{}, cited: map[string]bool{}, d: &Description{Lang: lang, Program: m.Program}}
}

// parts are what the paragraph tells of each command, beyond data, cleaning, analyser and unit.
var parts = map[string][]func(*describer){
	"freq":         {(*describer).grams, (*describer).frequencies, (*describer).cohesion, (*describer).dispersion, (*describer).thresholds},
	"ngrams":       {(*describer).grams, (*describer).frequencies, (*describer).cohesion, (*describer).thresholds},
	"kwic":         {(*describer).concordance},
	"compare":      {(*describer).grams, (*describer).keyness, (*describer).dispersion, (*describer).thresholds, (*describer).similarity, (*describer).page, (*describer).correction},
	"keywords":     {(*describer).keywords, (*describer).thresholds, (*describer).correction},
	"collocations": {(*describer).pairs, (*describer).association, (*describer).thresholds, (*describer).correction},
	"collocates":   {(*describer).node, (*describer).pairs, (*describer).association, (*describer).thresholds, (*describer).correction},
	"dispersion":   {(*describer).grams, (*describer).word, (*describer).dispersion},
	"diversity":    {(*describer).grams, (*describer).diversity},
	"tokenize":     {(*describer).morphemes},
	"sentences":    {(*describer).sentences},
	"clean":        {(*describer).clean},
	"report":       {(*describer).report},
}

// Commands gives the names of the commands whose runs can be described.
func Commands() []string {
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// value is what a template puts in the place of a name. sound is what a particle behind it follows, if that is not the end
// of show.
type value struct{ show, sound string }

// plain makes a value of anything that can be printed.
func plain(x any) value { return value{show: fmt.Sprint(x)} }

// say adds a sentence.
func (w *describer) say(t text, pairs ...any) {
	w.d.Sentences = append(w.d.Sentences, w.fill(t, pairs...))
}

// fill fills a template. pairs are names and values: a value, or anything that can be printed; whole numbers get commas.
func (w *describer) fill(t text, pairs ...any) string {
	values := make(map[string]value, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		v, ok := pairs[i+1].(value)
		if n, isCount := pairs[i+1].(uint64); isCount {
			v = value{show: grouped(n), sound: strconv.FormatUint(n, 10)}
		} else if !ok {
			v = plain(pairs[i+1])
		}
		values[pairs[i].(string)] = v
	}
	var b strings.Builder
	rest := t[w.lang]
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		var name string
		name, rest, _ = strings.Cut(after, "}")
		if options, ok := strings.CutPrefix(name, "?"); ok {
			b.WriteString(w.mark(strings.Split(options, ",")...))
			continue
		}
		name, particle, _ := strings.Cut(name, ":")
		v := values[name]
		b.WriteString(v.show)
		if p, ok := hangul.ParticleNamed(particle); ok {
			sound := v.sound
			if sound == "" {
				sound = v.show
			}
			b.WriteString(p.Shape(hangul.FinalSound(sound)))
		}
	}
}

// grouped writes a number with commas between its thousands.
func grouped(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// mark notes that options have been told, and gives the mark of a default if the user gave none of them.
func (w *describer) mark(names ...string) string {
	left := true
	for _, name := range names {
		w.told[name] = true
		if o, ok := w.m.Option(name); !ok || !o.Default {
			left = false
		}
	}
	if !left {
		return ""
	}
	return text{" (default)", "(기본값)"}[w.lang]
}

// option gives the value of an option, empty where the command has none.
func (w *describer) option(name string) string {
	o, _ := w.m.Option(name)
	if o.Values != nil {
		names := make([]string, len(o.Values))
		for i, v := range o.Values {
			names[i] = string(v)
		}
		return strings.Join(names, ", ")
	}
	return string(o.Value)
}

// has tells whether the command has an option.
func (w *describer) has(name string) bool {
	_, ok := w.m.Option(name)
	return ok
}

// given tells whether the user gave an option.
func (w *describer) given(name string) bool {
	o, ok := w.m.Option(name)
	return ok && !o.Default
}

// is tells whether a flag that takes no value is set.
func (w *describer) is(name string) bool { return w.option(name) == "true" }

// none tells whether a setting is in force that does nothing: no value, or zero.
func (w *describer) none(name string) bool { v := w.option(name); return v == "" || v == "0" }

// tell notes that an option has been told in a sentence that has no mark for it.
func (w *describer) tell(names ...string) {
	for _, n := range names {
		w.told[n] = true
	}
}

// undo notes that something was not done because nobody asked for it.
func (w *describer) undo(t text, option string) {
	w.told[option] = true
	w.undone = append(w.undone, t[w.lang])
}

// cite gives the citation of works.
func (w *describer) cite(keys ...string) string {
	var b strings.Builder
	for i, key := range keys {
		if _, ok := stats.FindWork(key); !ok {
			continue
		}
		if i > 0 {
			b.WriteString("; ")
		}
		w.cited[key] = true
		b.WriteString(citeBegin + key + citeEnd)
	}
	return b.String()
}

// list joins items by commas, in English with "and" before the last.
func (w *describer) list(items []string) string {
	if w.lang == English && len(items) > 1 {
		last := len(items) - 1
		return strings.Join(items[:last], ", ") + " and " + items[last]
	}
	return strings.Join(items, ", ")
}

// listed joins values likewise; particles follow the last.
func (w *describer) listed(items []value) value {
	shown := make([]string, len(items))
	for i := range items {
		shown[i] = items[i].show
	}
	v := value{show: w.list(shown)}
	if len(items) > 0 {
		v.sound = items[len(items)-1].sound
	}
	return v
}

// quoted gives a word or a name from outside in quotation marks.
func (w *describer) quoted(t manifest.Text) value {
	marks := [2][2]string{English: {"“", "”"}, Korean: {"‘", "’"}}[w.lang]
	return value{show: marks[0] + string(t) + marks[1], sound: string(t)}
}

// count gives a number of the summary.
func (w *describer) count(name string) uint64 { return w.m.Counts[name] }

// units writes a number with what is counted, in English with its plural.
func (w *describer) units(n uint64, singular, plural, korean string) value {
	switch {
	case w.lang == Korean:
		return value{show: grouped(n) + korean}
	case n == 1:
		return value{show: grouped(n) + " " + singular}
	}
	return value{show: grouped(n) + " " + plural}
}

// leftUndone tells in one sentence what was not done.
func (w *describer) leftUndone() {
	if len(w.undone) > 0 {
		last := w.undone[len(w.undone)-1]
		joined := w.list(w.undone)
		if w.lang == English && len(w.undone) > 1 { // "no a, b or c"
			joined = strings.Join(w.undone[:len(w.undone)-1], ", ") + " or " + last
		}
		w.say(text{"There was no {list} (default).", "{list:은/는} 하지 않았다(기본값)."}, "list", value{joined, last})
	}
}

// silent are the options that a paper need not name, with the reason.
var silent = map[string]string{
	"format":       "the form of the result",
	"output":       "where it goes",
	"figure":       "the form of the result",
	"font":         "the form of the result",
	"log":          "the log of what cleaning changed is a second result",
	"kwic":         "lines shown beside the numbers",
	"kwic-limit":   "lines shown behind the numbers",
	"no-text":      "lines shown behind the numbers",
	"pretokenized": "told of the analyser where it is set",
	"pretagged":    "told of the analyser where it is set",
	"freq-list":    "told of the data where it is set",
	"ref-list":     "told of the data where it is set",
	"as":           "told where it is set; otherwise each measure's formula says what was computed",
	"bootstrap":    "told where it is set",
	"measures":     "the measures are named one by one",
}

// rest tells what no sentence told. Flags that are off, and options that name no value, need not be told.
func (w *describer) rest() {
	w.families["correction"], w.families["keywords"] = true, true // told by the steps that they belong to
	for _, m := range w.m.Measures {
		if w.families[m.Family] {
			continue
		}
		if list, ok := w.measures(m.Family); ok {
			w.say(text{"{list} were computed as well.", "그 밖에 {list:을/를} 구하였다."}, "list", list)
		}
	}
	var items []string
	for _, o := range w.m.Options {
		if w.told[o.Name] || silent[o.Name] != "" && o.Default || o.Default && (o.Value == "" && o.Values == nil || o.Value == "false") {
			continue
		}
		if silent[o.Name] != "" {
			continue
		}
		v := w.option(o.Name)
		items = append(items, "--"+o.Name+" "+v+w.mark(o.Name))
	}
	if len(items) > 0 {
		w.say(text{"Other settings: {list}.", "그 밖의 설정은 다음과 같다: {list}."}, "list", strings.Join(items, ", "))
	}
}
