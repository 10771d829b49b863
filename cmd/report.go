package cmd

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
	"kstat/tokenize"
)

var reportCommand = command{
	name: "report", args: msgArgsFiles, short: msgReportShort, long: msgReportLong, example: msgReportExample,
	flags: []flagGroup{
		{msgGroupOutput, []*flag{&flagOutput, &flagReportTop, &flagKwicLimit, &flagNoText}},
		{msgGroupCompare, []*flag{&flagRef, &flagReportRefList}},
		reportUnitFlags, inputFlags, otherFlags,
	},
	most: anyNumber, run: runReport,
}

var (
	flagReportTop = flag{name: "top", short: "t", value: "N", usage: msgFlagReportTop, def: "1000",
		number: func(o *options) *int { return &o.top }}
	flagKwicLimit = flag{name: "kwic-limit", value: "N", usage: msgFlagKwicLimit, def: "0",
		number: func(o *options) *int { return &o.kwicLimit }}
	flagRef = flag{name: "ref", value: "FILE", usage: msgFlagRef,
		list: func(o *options) *[]string { return &o.ref }}
	flagReportRefList = flag{name: "ref-list", value: "FILE", usage: msgFlagReportRefList,
		list: func(o *options) *[]string { return &o.refList }}
	flagNoText = flag{name: "no-text", usage: msgFlagNoText,
		yes: func(o *options) *bool { return &o.noText }}

	reportUnitFlags = flagGroup{msgGroupUnit, []*flag{&flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagMinFreq}}
)

// How much the page holds.
const (
	smallText  = 1 << 20 // bytes; the page of a text up to this size holds all lines
	largeLimit = 40      // lines for each number of a larger one
	pairWords  = 500     // the most frequent words, among which pairs are looked for
	mostPairs  = 200     // of a text whose lines are sampled
	allPairs   = 2000    // of one whose lines are all there, so that most words have collocates of their own
	mostKeys   = 100
	mostOwn    = 12  // words that set a document apart
	ownWords   = 300 // documents; of more, nobody reads a list for each
	sentences  = 10  // that hold the most key words
	mostGrams  = 100 // for each n
	curveSteps = 100
	equalParts = 10 // of a text of fewer than fewDocuments documents, for dispersion
	fewParts   = 5
)

func runReport(p *program, o *options, args []string) error {
	if err := p.pageOutput(o); err != nil {
		return err
	}
	var notes []report.Note
	o.ngram = 1
	count, err := p.countOptions(o, &notes)
	if err != nil {
		return err
	}
	src, err := p.source(o, args)
	if err != nil {
		return err
	}
	if len(o.ref) > 0 && len(o.refList) > 0 {
		return wrong(msgExclusive, "--ref", "--ref-list")
	}
	// An index holds the text and stays: it pays to keep little else beside it.
	if old := debug.SetGCPercent(50); old != 100 {
		debug.SetGCPercent(old) // the user's own wish
	}
	return p.write(o, func(w io.Writer) error {
		end := p.progress(src, args, false)
		defer end()
		x, err := corpus.IndexTerms(src, count)
		end()
		if err != nil {
			return err
		}
		var ref *side
		if in := (sideInput{append(o.ref, o.refList...), len(o.refList) > 0}); len(in.files) > 0 {
			s, err := p.readSide(o, in, count)
			if err != nil {
				return err
			}
			if s.record.Tokens == 0 {
				return &emptySide{s.name}
			}
			ref = &s
		}
		return page.Write(w, p.page(o, x, ref, notes))
	})
}

// pageOutput refuses to write a page to a terminal, or to a file that nothing would open as one.
func (p *program) pageOutput(o *options) error {
	if !o.toFile() {
		if p.terminal {
			return wrong(msgBinary, "html").hinted(msgGiveOutput, ".html")
		}
		return nil
	}
	switch strings.ToLower(filepath.Ext(o.output)) {
	case ".html", ".htm", "":
		return nil
	}
	return wrong(msgPageEnding, o.output).hinted(msgGiveOutput, ".html")
}

// page gathers what the report shows.
func (p *program) page(o *options, x *corpus.Index, ref *side, notes []report.Note) *page.Report {
	b := p.newPage("report", o, x, notes)
	r := b.r
	b.documents()
	b.words()
	if ref != nil {
		b.keys(ref)
	}
	b.ngrams()
	b.pairs()
	b.passages()
	b.vocabulary()
	b.method()
	return r
}

// newPage begins a page on an index.
func (p *program) newPage(command string, o *options, x *corpus.Index, notes []report.Note) *pageBuilder {
	b := &pageBuilder{o: o, x: x, at: map[int]int{}}
	b.ids, b.counts = x.Ranking(uint64(o.minFreq), o.top)
	b.r = &page.Report{
		Lang: p.lang, Title: pageTitle(x, p.lang), Program: "kstat " + Version,
		Tokens: int(x.Tokens), Types: x.Types(), NoText: o.noText, Limit: b.limit(),
		Options: p.optionsInForce(command, o),
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

// optionsInForce gives the flags of the command with their values.
func (p *program) optionsInForce(command string, o *options) (all []page.Option) {
	c, _ := p.commandNamed(command)
	for _, g := range c.flags {
		for _, f := range g.flags {
			var v string
			switch {
			case f == &flagLang || f == &flagOutput || f == &flagThreads || f == &flagFormat: // they change no number
				continue
			case f.text != nil:
				v = *f.text(o)
			case f.list != nil:
				v = strings.Join(*f.list(o), ", ")
			case f.number != nil:
				v = strconv.Itoa(*f.number(o))
			case f.yes != nil:
				v = strconv.FormatBool(*f.yes(o))
			}
			def := f.def
			if f.yes != nil {
				def = "false"
			}
			all = append(all, page.Option{Name: "--" + f.name, Value: v, Default: v == def})
		}
	}
	return all
}

// pageBuilder makes a page.Report of an index.
type pageBuilder struct {
	o      *options
	x      *corpus.Index
	r      *page.Report
	ids    []uint32 // the words of the page
	counts []corpus.Count
	at     map[int]int // passage of the index -> 1 + its number on the page
	shown  []int       // passages of the index that the page shows, unsorted
	texts  []corpus.Passage
	sample bool // some lines are left out
	split  int  // the running terms of side A; 0 where nothing is compared
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
			Name: d.Name, Encoding: d.Encoding, Bytes: d.Bytes, SHA256: hex.EncodeToString(d.SHA256[:]),
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

// line makes a line of terms that stand at these positions of a passage. Terms that share a syllable share a mark.
func (b *pageBuilder) line(passage int, spans ...[2]int) page.Line {
	from, _ := b.x.PassageTerms(passage)
	l := page.Line{Passage: b.show(passage)}
	marks := b.texts[l.Passage].Marks
	for _, s := range spans {
		m := [2]int{marks[s[0]-from][0], marks[s[1]-1-from][1]}
		if n := len(l.Marks); n > 0 && m[0] < l.Marks[n-1][1] {
			l.Marks[n-1][1] = max(l.Marks[n-1][1], m[1])
			continue
		}
		l.Marks = append(l.Marks, m)
	}
	return l
}

// show puts a passage of the index on the page.
func (b *pageBuilder) show(passage int) int {
	if b.at[passage] == 0 {
		b.shown = append(b.shown, passage)
		b.texts = append(b.texts, b.x.Passage(passage))
		b.at[passage] = len(b.shown)
	}
	return b.at[passage] - 1
}

func (b *pageBuilder) words() {
	x, r, limit := b.x, b.r, b.r.Limit
	parts, of := b.parts()
	positions := x.Positions(b.ids)
	var lines [][]corpus.Occurrence
	if !b.o.noText {
		lines = x.Lines(b.ids, limit)
	}
	for i, c := range b.counts {
		en, ko := c.Tag.Title()
		w := page.Word{
			Term: c.Term, Title: report.Text{en, ko}, Class: wordClass(c.Tag), Freq: c.Freq, Docs: uint64(c.Docs), DP: page.Number(math.NaN()),
			Strip: strip(positions[i], int(x.Tokens)),
		}
		if b.split > 0 {
			before, _ := slices.BinarySearch(positions[i], uint64(b.split))
			w.FreqB = w.Freq - uint64(before)
		}
		if c.Tag != tokenize.None {
			set, _ := tokenize.ParseTagset(b.o.tagset) // flag.check has looked at the name
			w.Tag = set.Name(c.Tag)
		}
		if parts != nil {
			count := make([]uint64, len(of)-1)
			part := 0
			for _, k := range positions[i] {
				for int(k) >= of[part+1] {
					part++
				}
				count[part]++
			}
			dp, _ := stats.Dispersions.Find("dp")
			w.DP = page.Number(dp.Value(parts.Dense(count), nil))
		}
		if lines != nil {
			b.sample = b.sample || len(lines[i]) < int(c.Freq)
			for _, l := range lines[i] {
				w.Lines = append(w.Lines, b.line(l.Passage, [2]int{l.First, l.Last}))
			}
		}
		r.Words = append(r.Words, w)
	}
	if n := len(x.Sources); n > 1 && n <= ownWords && b.split == 0 {
		b.own(positions)
	}
}

// own finds the words that set each document apart from all others together: those that it has at least twice and more
// often, by G². The positions are those of the words.
func (b *pageBuilder) own(positions [][]uint64) {
	type found struct {
		word, n int
		g2      float64
	}
	g2, _ := stats.Keynesses.Find("g2")
	all := make([][]found, len(b.x.Sources))
	for word, at := range positions {
		for rest := at; len(rest) > 0; {
			doc, _ := slices.BinarySearchFunc(b.x.Sources, int(rest[0]), func(d corpus.IndexedDocument, k int) int {
				return cmp.Compare(d.First+d.Tokens, k+1)
			})
			d := &b.x.Sources[doc]
			n, _ := slices.BinarySearch(rest, uint64(d.First+d.Tokens))
			k := stats.Contrast{A: uint64(n), B: uint64(len(at) - n), C: uint64(d.Tokens), D: b.x.Tokens - uint64(d.Tokens)}
			if n > 1 && k.KeyIn() > 0 {
				all[doc] = append(all[doc], found{word, n, g2.Value(k, nil)})
			}
			rest = rest[n:]
		}
	}
	for doc, own := range all {
		slices.SortStableFunc(own, func(x, y found) int { return cmp.Compare(y.g2, x.g2) })
		for _, f := range own[:min(len(own), mostOwn)] {
			b.r.Documents[doc].Own = append(b.r.Documents[doc].Own, [2]int{f.word, f.n})
		}
	}
}

// parts divides the running terms for dispersion: into documents where there are enough of them, else into equal parts.
// Nil where there is too little text for either. of holds the ends of the parts.
func (b *pageBuilder) parts() (parts *stats.Parts, of []int) {
	x := b.x
	n := int(x.Tokens)
	of = []int{0}
	switch {
	case b.split > 0: // a word of one side is unevenly spread over both
		return nil, nil
	case len(x.Sources) >= fewParts:
		for i := range x.Sources {
			of = append(of, x.Sources[i].First+x.Sources[i].Tokens)
		}
		b.r.Spread = messages[msgReportSpreadDocuments]
	case n >= 10*equalParts:
		for i := 1; i <= equalParts; i++ {
			of = append(of, i*n/equalParts)
		}
		b.r.Spread = messages[msgReportSpreadParts]
	default:
		return nil, nil
	}
	sizes := make([]uint64, len(of)-1)
	for i := range sizes {
		sizes[i] = uint64(of[i+1] - of[i])
	}
	return stats.NewParts(sizes), of
}

// strip gives where a term stands, in as many places as the page draws.
func strip(positions []uint64, tokens int) (marks []int) {
	for _, k := range positions {
		at := int(k) * page.Places / tokens
		if n := len(marks); n > 0 && marks[n-2] == at {
			marks[n-1]++
		} else {
			marks = append(marks, at, 1)
		}
	}
	return marks
}

func wordClass(t tokenize.Tag) page.Class {
	switch {
	case tokenize.NounTags.Has(t):
		return page.Noun
	case tokenize.PredicateTags.Has(t):
		return page.Predicate
	case t == tokenize.MAG:
		return page.Adverb
	}
	return page.Other
}

// keys looks for the words that stand out against a reference.
func (b *pageBuilder) keys(ref *side) {
	r := b.r
	r.Reference = filled(msgReportReference, "name", ref.name, "n", ref.record.Tokens)
	in := make(map[string]uint64, len(ref.record.Terms))
	for _, t := range ref.record.Terms {
		in[t.Term] = t.Freq
	}
	opt := &stats.Options{Comparisons: uint64(len(b.counts))}
	lrc, _ := stats.Keynesses.Find("lrc")
	g2, _ := stats.Keynesses.Find("g2")
	ratio, _ := stats.Keynesses.Find("log_ratio")
	perMillion := func(freq, tokens uint64) page.Number { return page.Number(float64(freq) * 1e6 / float64(tokens)) }
	for i, c := range b.counts {
		k := stats.Contrast{A: c.Freq, B: in[c.Term], C: b.x.Tokens, D: ref.record.Tokens}
		if c.Freq < 2 || k.KeyIn() <= 0 {
			continue
		}
		key := page.Key{
			Word: i, Freq: k.A, RefFreq: k.B, PerText: perMillion(k.A, k.C), PerRef: perMillion(k.B, k.D),
			LogRatio: page.Number(ratio.Value(k, nil)), LRC: page.Number(lrc.Value(k, opt)), G2: page.Number(g2.Value(k, nil)),
			Lo: page.Number(math.NaN()), Hi: page.Number(math.NaN()), AdjustedP: page.Number(math.NaN()),
		}
		if f := ratio.Variants[0].Interval; f != nil {
			within := f(k, nil)
			key.Lo, key.Hi = page.Number(within.Lo), page.Number(within.Hi)
		}
		r.Keys = append(r.Keys, key)
	}
	slices.SortStableFunc(r.Keys, func(x, y page.Key) int { return cmp.Or(cmp.Compare(y.LRC, x.LRC), cmp.Compare(y.G2, x.G2)) })
	r.Keys = r.Keys[:min(len(r.Keys), mostKeys)]
	for _, m := range []*stats.Measure[stats.Contrast]{ratio, lrc, g2} {
		r.Formulas = append(r.Formulas, formula(m))
	}
	if !b.o.noText {
		b.keySentences()
	}
}

// keySentences chooses the sentences with the most weight of sure key words. Each different one that a sentence holds
// weighs its log ratio; the sum is divided by the root of the sentence's words, so that a long sentence needs more of
// them. LRC would weigh too little where texts are short: of an essay it leaves a handful of words above 0.
func (b *pageBuilder) keySentences() {
	x := b.x
	weight := make(map[uint32]float64, len(b.r.Keys))
	for _, k := range b.r.Keys {
		if k.G2 >= page.SureKey {
			weight[b.ids[k.Word]] = float64(k.LogRatio)
		}
	}
	type scored struct {
		passage int
		score   float64
	}
	var all []scored
	for i := range x.Passages() {
		from, to := x.PassageTerms(i)
		if to-from < 3 {
			continue
		}
		s := scored{passage: i}
		held := make(map[uint32]bool)
		for _, id := range x.Running()[from:to] {
			if w := weight[id]; w > 0 && !held[id] {
				held[id] = true
				s.score += w
			}
		}
		if len(held) < 2 {
			continue
		}
		s.score /= math.Sqrt(float64(to - from))
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	for _, s := range all[:min(len(all), sentences)] {
		from, to := x.PassageTerms(s.passage)
		var spans [][2]int
		for k := from; k < to; k++ {
			if weight[x.Running()[k]] > 0 {
				spans = append(spans, [2]int{k, k + 1})
			}
		}
		b.r.KeySentences = append(b.r.KeySentences, b.line(s.passage, spans...))
	}
}

func (b *pageBuilder) ngrams() {
	for n := 2; n <= 3; n++ {
		for _, g := range b.x.NGrams(n, b.ids, 2, mostGrams, b.r.Limit) {
			gram := page.NGram{Words: g.Terms, Freq: uint64(g.Freq)}
			if !b.o.noText {
				for _, l := range g.Lines {
					gram.Lines = append(gram.Lines, b.line(l.Passage, [2]int{l.First, l.Last}))
				}
			}
			b.r.NGrams = append(b.r.NGrams, gram)
		}
	}
	slices.SortStableFunc(b.r.NGrams, func(a, b page.NGram) int { return cmp.Compare(b.Freq, a.Freq) })
}

// pairs looks for the words that stand in the same sentences more often than chance has it, the strongest evidence first.
func (b *pageBuilder) pairs() {
	ids := b.ids[:min(len(b.ids), pairWords)]
	found, alone := b.x.Pairs(ids, 2)
	g2, _ := stats.Associations.Find("g2")
	logDice, _ := stats.Associations.Find("logdice")
	npmi, _ := stats.Associations.Find("npmi")
	type scored struct {
		corpus.IndexedPair
		pair stats.Pair
		g2   float64
	}
	var all []scored
	for _, f := range found {
		pair := stats.Pair{O11: uint64(f.Together), F1: uint64(alone[f.A]), F2: uint64(alone[f.B]), N: uint64(b.x.Passages())}
		if v := g2.Value(pair, nil); v > 0 {
			all = append(all, scored{f, pair, v})
		}
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.g2, x.g2) })
	all = all[:min(len(all), b.mostPairs())]
	chosen := make([]corpus.IndexedPair, len(all))
	for i := range all {
		chosen[i] = all[i].IndexedPair
	}
	if !b.o.noText {
		b.x.AddLines(chosen, ids, b.r.Limit)
	}
	for i, s := range all {
		pair := page.Pair{
			A: s.A, B: s.B, Together: s.pair.O11, FreqA: s.pair.F1, FreqB: s.pair.F2,
			G2: page.Number(s.g2), LogDice: page.Number(logDice.Value(s.pair, nil)), NPMI: page.Number(npmi.Value(s.pair, nil)),
		}
		for _, l := range chosen[i].Lines {
			first, second := min(l.A, l.B), max(l.A, l.B)
			pair.Lines = append(pair.Lines, b.line(l.Passage, [2]int{first, first + 1}, [2]int{second, second + 1}))
		}
		b.r.Pairs = append(b.r.Pairs, pair)
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
	document := make(map[int]int, len(b.x.Sources)) // the Index of a document that could not be read is no place among them
	for i := range b.x.Sources {
		document[b.x.Sources[i].Index] = i
	}
	for n, i := range b.shown {
		p := &b.texts[n]
		b.r.Passages = append(b.r.Passages, page.Passage{Document: document[p.Doc.Index], Line: p.Line, Number: i, Text: p.Text})
	}
}

// mostPairs gives how many pairs the page holds at most.
func (b *pageBuilder) mostPairs() int {
	if b.r.Limit > 0 {
		return mostPairs
	}
	return allPairs
}

// diversityShown are the measures of the vocabulary that the page shows: the plain ones, and those that a text's length
// disturbs least.
var diversityShown = [...]string{"ttr", "mattr", "mtld", "hdd", "yule_k", "entropy", "hapax_ratio"}

func (b *pageBuilder) vocabulary() {
	x, r := b.x, b.r
	s := stats.NewSequence(x.Running())
	r.Sizes = []page.Size{
		{Label: messages[msgDocuments], Value: x.Documents},
		{Label: messages[msgSentences], Value: x.Sentences},
		{Label: messages[msgEojeols], Value: x.Eojeols},
		{Label: messages[msgReportTokens], Value: x.Tokens},
		{Label: messages[msgReportTypes], Value: s.V()},
		{Label: messages[msgReportHapaxes], Value: s.Hapaxes()},
	}
	r.Diversity = diversity(s)
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
	b.curves(s)
}

// diversity gives the measures of a text's vocabulary.
func diversity(s *stats.Sequence) (all []page.Measure) {
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		shown := page.Measure{Name: report.Text{m.English, m.Korean}, Value: page.Number(m.Value(s, nil)), Decimals: 3}
		if m.Doubts != nil {
			for _, w := range m.Doubts(s, nil) {
				if w.Kind == stats.ShortText {
					shown.Doubt = filled(msgReportShortText, "n", w.Count, "of", w.Of)
				}
			}
		}
		all = append(all, shown)
	}
	return all
}

// curves gives the growth of the vocabulary and the ranked frequencies, with the laws that fit them.
func (b *pageBuilder) curves(s *stats.Sequence) {
	n := int(b.x.Tokens)
	if n == 0 {
		return
	}
	heaps := stats.FitHeaps(s)
	growth := &b.r.Growth
	seen := make([]bool, b.x.Types())
	types, step := 0, 1
	point := func(tokens int) {
		growth.X = append(growth.X, float64(tokens))
		growth.Y = append(growth.Y, float64(types))
		growth.Fit = append(growth.Fit, page.Number(heaps.K*math.Pow(float64(tokens), heaps.Beta)))
	}
	for k, id := range b.x.Running() {
		if !seen[id] {
			seen[id] = true
			types++
		}
		if (k+1)*curveSteps >= step*n {
			point(k + 1)
			step = (k+1)*curveSteps/n + 1
		}
	}
	growth.Law = "V = " + short(heaps.K) + "·n^" + short(heaps.Beta)
	growth.Remark = messages[msgReportHeaps]
	if math.IsNaN(heaps.Beta) {
		growth.Fit, growth.Law, growth.Remark = nil, "", report.Text{}
	}

	zipf := stats.FitZipfMandelbrot(s)
	ranks := &b.r.Ranks
	_, counts := b.x.Ranking(1, 0)
	for rank := 1; rank <= len(counts); rank = max(rank+1, rank*21/20) {
		ranks.X = append(ranks.X, float64(rank))
		ranks.Y = append(ranks.Y, float64(counts[rank-1].Freq))
		if zipf.Converged {
			ranks.Fit = append(ranks.Fit, page.Number(zipf.C/math.Pow(float64(rank)+zipf.B, zipf.A)))
		}
	}
	if zipf.Converged {
		ranks.Law = "f = " + short(zipf.C) + "/(r " + signed(zipf.B) + ")^" + short(zipf.A)
		ranks.Remark = messages[msgReportZipf]
	}
}

// short gives a parameter of a law with three digits, which is what its fit is good for.
func short(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'g', 3, 64), "e+0", "e", 1)
}

// signed gives a parameter that is added, with the sign between.
func signed(f float64) string {
	if f < 0 {
		return "− " + short(-f)
	}
	return "+ " + short(f)
}

func formula[In any](m *stats.Measure[In]) page.Formula {
	return page.Formula{Name: report.Text{m.English, m.Korean}, Formula: m.Variants[0].Formula, Source: strings.Join(m.Sources, "; ")}
}

// filled gives a text with the values of the names in {braces}, in both languages.
func filled(m msg, pairs ...any) (t report.Text) {
	args := corpus.Args{}
	for i := 0; i < len(pairs); i += 2 {
		args[pairs[i].(string)] = grouped(fmt.Sprint(pairs[i+1]))
	}
	for l := range t {
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

// method says how the numbers were made.
func (b *pageBuilder) method() {
	r := b.r
	add := func(t report.Text) { r.Method = append(r.Method, t) }
	switch {
	case b.o.pretagged || b.o.pretokenized:
		add(messages[msgReportMethodTagged])
	default:
		add(messages[msgReportMethodAnalysis])
	}
	add(filled(msgReportMethodUnit, "unit", b.o.unit, "n", len(r.Words), "all", r.Types))
	if b.split > 0 {
		add(filled(msgPageMethodCompare, "n", len(b.r.Words)))
	} else if r.Reference != (report.Text{}) {
		add(filled(msgReportMethodKeys, "n", len(b.counts)))
	}
	add(messages[msgReportMethodGrams])
	add(filled(msgReportMethodPairs, "n", pairWords, "sentences", b.x.Passages(), "most", b.mostPairs()))
	if !math.IsNaN(b.firstDP()) {
		add(r.Spread)
	}
	switch {
	case b.o.noText:
		add(messages[msgReportMethodNoText])
	case r.Limit > 0:
		add(filled(msgReportMethodSample, "n", r.Limit))
	default:
		add(messages[msgReportMethodLines])
	}
	for _, name := range []string{"g2", "logdice", "npmi"} {
		m, _ := stats.Associations.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
	if !math.IsNaN(b.firstDP()) {
		dp, _ := stats.Dispersions.Find("dp")
		r.Formulas = append(r.Formulas, formula(dp))
	}
}

func (b *pageBuilder) firstDP() float64 {
	if len(b.r.Words) == 0 {
		return math.NaN()
	}
	return float64(b.r.Words[0].DP)
}
