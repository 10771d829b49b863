package cmd

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
)

// How much the page holds.
const (
	smallText   = 1 << 20 // bytes; the page of a text up to this size holds all lines
	largeLimit  = 30      // lines for each number of a larger one
	pairWords   = 500     // the most frequent words, among which pairs are looked for
	mostPairs   = 200     // of a text whose lines are sampled
	allPairs    = 2000    // of one whose lines are all there, so that most words have collocates of their own
	mostKeys    = 100
	mostOwn     = 12   // words that set a document apart
	ownWords    = 300  // documents; of more, nobody reads a list for each
	mostNamed   = 1000 // documents; of more, those are listed that something on the page leads to
	sentences   = 10   // that hold the most key words
	mostGrams   = 100  // for each n
	longestGram = 3
	gramMinFreq = 2
	pairMinFreq = 2 // sentences that hold both words
	curveSteps  = 100
	equalParts  = 10 // of a text of fewer than fewParts documents, for dispersion
	fewParts    = 5
)

// newPage begins a page on an index.
func (p *program) newPage(o *options, x *corpus.Index, notes []report.Note) *pageBuilder {
	b := &pageBuilder{o: o, x: x, at: map[int]int{}}
	b.ids, b.counts = x.Ranking(uint64(o.minFreq), o.top)
	b.r = &page.Report{
		Lang: p.lang, Title: pageTitle(x, p.lang), Program: "kstat " + Version,
		Tokens: int(x.Tokens), Types: x.Types(), NoText: o.noText, Limit: b.limit(),
	}
	for _, n := range notes {
		b.r.Notes = append(b.r.Notes, n.Text)
	}
	return b
}

// pageTitle names the documents.
func pageTitle(x *corpus.Index, lang report.Lang) string {
	var names []string
	for i, d := range x.Sources {
		if i == 3 {
			names = append(names, "…")
			break
		}
		if d.Name == "-" {
			return messages[msgReportStdin].In(lang)
		}
		names = append(names, filepath.Base(d.Name))
	}
	return strings.Join(names, ", ")
}

// pageBuilder makes a page.Report of an index.
type pageBuilder struct {
	o      *options
	x      *corpus.Index
	r      *page.Report
	ids    []uint32 // the words of the page
	counts []corpus.Count
	at     map[int]int // passage of the index -> 1 + its number on the page
	shown  []int       // passages of the index that the page shows, in the order in which they were asked for
	sample bool        // some lines are left out
	split  int         // the running terms of side A; 0 where nothing is compared
	parts  *stats.Parts
	ends   []int // of the parts, among the running terms, from 0
	tested int   // words that were tested for being key
}

// limit gives how many lines a number opens at most, 0 for all.
func (b *pageBuilder) limit() int {
	if b.o.kwicLimit > 0 {
		return b.o.kwicLimit
	}
	size := 0
	for i := range b.x.Sources {
		size += b.x.Sources[i].Bytes
	}
	if size <= smallText {
		return 0
	}
	return largeLimit
}

func (b *pageBuilder) documents() {
	x, r := b.x, b.r
	for i := range x.Sources {
		d := &x.Sources[i]
		r.Documents = append(r.Documents, page.Document{
			Name: d.Name, Encoding: d.Encoding, Bytes: d.Bytes,
			Sentences: d.Sentences, Eojeols: d.Eojeols, First: d.First, Tokens: d.Tokens,
		})
	}
	for i, rule := range corpus.Rules() {
		if i < len(x.Cleaning) && x.Cleaning[i] > 0 {
			change := page.Change{Rule: rule.Name, Does: ruleText(rule), Count: x.Cleaning[i]}
			if !b.o.noText {
				for _, c := range x.Changes[rule.Name] {
					change.At = append(change.At, page.Changed{Document: c.Source, Line: c.Line, Old: c.Old, New: c.New})
				}
			}
			r.Cleaning = append(r.Cleaning, change)
		}
	}
}

// line makes a line of the running terms at these positions, which stand in a passage. Until passages has the texts, its marks
// are those positions.
func (b *pageBuilder) line(passage int, spans ...[2]int) page.Line {
	return page.Line{Passage: b.show(passage), Marks: spans}
}

// show puts a passage of the index on the page.
func (b *pageBuilder) show(passage int) int {
	if b.at[passage] == 0 {
		b.shown = append(b.shown, passage)
		b.at[passage] = len(b.shown)
	}
	return b.at[passage] - 1
}

// mark makes marks of the positions of a line. Terms that share a syllable share a mark.
func (b *pageBuilder) mark(l *page.Line, marks [][2]int) {
	from, _ := b.x.PassageTerms(b.shown[l.Passage])
	spans := l.Marks
	l.Marks = nil
	for _, s := range spans {
		m := [2]int{marks[s[0]-from][0], marks[s[1]-1-from][1]}
		if n := len(l.Marks); n > 0 && m[0] < l.Marks[n-1][1] {
			l.Marks[n-1][1] = max(l.Marks[n-1][1], m[1])
			continue
		}
		l.Marks = append(l.Marks, m)
	}
}

// passages puts the sentences on the page that the lines refer to; where every line of every word is there, all sentences
// are, so that a line opens its whole paragraph.
func (b *pageBuilder) passages() {
	if b.o.noText {
		return
	}
	if !b.sample && b.r.Limit == 0 {
		for i := range b.x.Passages() {
			b.show(i)
		}
	}
	b.r.Passages = make([]page.Passage, len(b.shown))
	marks := make([][][2]int, len(b.shown))
	b.x.EachPassage(b.shown, func(n int, p corpus.Passage) {
		b.r.Passages[n] = page.Passage{Document: p.Source, Line: p.Line, Number: b.shown[n], Text: p.Text}
		marks[n] = p.Marks
	})
	each := func(lines page.Lines) {
		for i := range lines {
			b.mark(&lines[i], marks[lines[i].Passage])
		}
	}
	for i := range b.r.Words {
		each(b.r.Words[i].Lines)
	}
	for i := range b.r.Keys {
		if w := b.r.Keys[i].Word; w != nil {
			each(w.Lines)
		}
	}
	for i := range b.r.NGrams {
		each(b.r.NGrams[i].Lines)
	}
	for i := range b.r.Pairs {
		each(b.r.Pairs[i].Lines)
	}
	each(b.r.KeySentences)
}

// listed leaves those documents on the page that something on it leads to, where there are too many: a hundred thousand reviews,
// each in a file of its own.
func (b *pageBuilder) listed() {
	r := b.r
	r.AllDocuments = len(r.Documents)
	if len(r.Documents) <= mostNamed {
		return
	}
	each := func(f func(document int) int) { // documents become what f gives
		for i := range r.Passages {
			r.Passages[i].Document = f(r.Passages[i].Document)
		}
		for i := range r.Cleaning {
			for k := range r.Cleaning[i].At {
				r.Cleaning[i].At[k].Document = f(r.Cleaning[i].At[k].Document)
			}
		}
		for i := range r.Keys {
			if k := &r.Keys[i]; k.Carrier > 0 {
				k.Carrier = f(k.Carrier-1) + 1
			}
		}
	}
	used := make([]bool, len(r.Documents))
	each(func(document int) int { used[document] = true; return document })
	place := make([]int, len(used)+1)
	var kept []page.Document
	for i, u := range used {
		place[i] = len(kept)
		if u {
			kept = append(kept, r.Documents[i])
		}
	}
	place[len(used)] = len(kept)
	each(func(document int) int { return place[document] })
	before := 0
	for i := range r.Sides {
		end := before + r.Sides[i].Documents
		r.Sides[i].Documents = place[end] - place[before]
		before = end
	}
	r.Documents = kept
}

// filled gives a text with the values of the names in {braces}, in both languages. A value may be a text itself.
func filled(m msg, pairs ...any) (t report.Text) {
	args := corpus.Args{}
	for i := 0; i < len(pairs); i += 2 {
		args[pairs[i].(string)] = grouped(fmt.Sprint(pairs[i+1]))
	}
	for l := range t {
		for i := 0; i < len(pairs); i += 2 {
			if both, ok := pairs[i+1].(report.Text); ok {
				args[pairs[i].(string)] = both.In(report.Lang(l))
			}
		}
		t[l] = args.Fill(messages[m].In(report.Lang(l)))
	}
	return t
}

// grouped puts commas between the thousands of a whole number; other text stays as it is.
func grouped(s string) string {
	if _, err := strconv.ParseUint(s, 10, 64); err != nil {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
