package cmd

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kstat/corpus"
	"kstat/manifest"
	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

var compareCommand = command{
	name: "compare", args: msgArgsCompare, short: msgCompareShort, long: msgCompareLong, example: msgCompareExample,
	flags: []flagGroup{
		{msgGroupCompare, []*flag{&flagRefList, &flagFreqList, &flagKeyMeasures, &flagDocFreq, &flagAs, &flagCorrect, &flagAlpha, &flagMaxP, &flagSortBy, &flagK, &flagBootstrap, &flagSeed}},
		unitFlags, inputFlags, figureGroup(compareFigure, &flagTop, &flagExamples, &flagKwicLimit, &flagNoText), otherFlags,
	},
	needs: 1, most: anyNumber, run: runCompare,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, keyMeasureRows()) },
}

// adjustedP is the measure that no family of package stats has, because it is of all words together.
const adjustedP = "p_adj"

// compareDefault are the measures of compare where none are asked for: effect before significance.
var compareDefault = []string{"lrc", "log_ratio", "g2", adjustedP}

// keyMeasureNames are all measures of compare.
func keyMeasureNames() []string {
	var names []string
	for _, m := range stats.Keynesses.Rows {
		names = append(names, m.Name)
		if m.Name == "p" {
			names = append(names, adjustedP)
		}
	}
	return append(names, stats.DocumentTests.Names()...)
}

// keyMeasureRows are the measures as the help lists them.
func keyMeasureRows() [][2]report.Text {
	rows := measureRows(&stats.Keynesses)
	rows = append(rows, [2]report.Text{{adjustedP}, messages[msgColAdjustedP]})
	return append(rows, measureRows(&stats.DocumentTests)...)
}

// side is one of the two corpora of a comparison.
type side struct {
	name   string
	record *corpus.Record
	// postings tell of each term in which documents it stands; nil for a frequency list, and for a single document.
	postings *corpus.Postings
	parts    *stats.Parts // the documents
	tokens   []uint64     // of each document
	full     uint64       // documents with tokens
}

// comparison is two corpora, word by word.
type comparison struct {
	o       *options
	side    [2]side
	join    *corpus.Join
	rows    []int32                        // the words compared, by their place in join
	words   stats.Distinct[stats.Contrast] // the counts of rows
	p, adj  []stats.Prob                   // by input
	options stats.Options
	correct *stats.Correction
	alpha   float64
	family  uint64          // how many words are tested
	onPage  bool            // the result is a page
	shown   map[string]bool // what rows may be, where not all that is counted is asked for; nil: all
	onlyA   bool            // rows are the words of A, and listed are those that are key in it
	// rawLimit is the largest p whose corrected value is below alpha.
	rawLimit stats.Prob
}

func runCompare(p *program, o *options, args []string) error {
	t := &report.Table{Command: "compare", Title: messages[msgCompareTitle]}
	c := &comparison{o: o}
	if err := c.settings(); err != nil {
		return err
	}
	preset := o.preset()
	var choices []stats.Choice
	if preset != nil {
		choices = preset.Keynesses
		if len(choices) == 0 {
			return wrong(msgPresetLacks, preset.Name, "compare")
		}
	}
	names := keyMeasureNames()
	all := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "permutation_p" })
	as, err := askedFor(o.measures, names, all, compareDefault, choices)
	if err != nil {
		return err
	}
	fig, err := p.drawnFigure(o, compareFigure)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	count, err := p.countOptions(o, &t.Notes)
	if err != nil {
		return err
	}
	if !o.pageEnding() {
		if flag := firstGiven(given{"--kwic-limit", o.kwicLimit > 0}, given{"--no-text", o.noText}); flag != "" {
			return wrong(msgOnlyOnPages, flag).hinted(msgGiveOutput, ".html")
		}
	}
	a, b, err := p.sidesOf(o, args)
	if err != nil {
		return err
	}
	if o.pageEnding() {
		if !a.list && !b.list {
			if flag := firstGiven(given{"--kwic", o.kwic > 0}, given{"--measures", o.measures != ""}, given{"--sort", o.sort != ""}); flag != "" {
				return wrong(msgNotOnPages, flag)
			}
			return p.comparePage(o, c, as, [2]sideInput{a, b}, count, &t.Notes)
		}
		p.say(p.text(msgPageOfLists, o.output))
	}
	for _, in := range [2]sideInput{a, b} {
		if !in.list {
			if err := secondReading(o, in.files); err != nil {
				return err
			}
		}
	}
	lessGarbage()
	forMuch(o, slices.Concat(a.files, b.files))
	if c.side, err = p.readSides(o, [2]sideInput{a, b}, count); err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	c.compare()
	c.settle(p, as, true)
	sorting, err := c.sorting(as)
	if err != nil {
		return err
	}
	if fig != nil {
		return c.draw(p, fig, sorting, args)
	}
	d := newDoubts(t)
	if preset != nil && preset.Alpha > 0 && o.maxP == "" {
		d.note("threshold", msgPresetThreshold, preset.Program, strconv.FormatFloat(preset.Alpha, 'g', -1, 64))
	}
	if err := c.table(p, t, d, as, sorting, format); err != nil {
		return err
	}
	if err := c.lines(p, [2]sideInput{a, b}, count, t, sorting); err != nil {
		return err
	}
	return p.writeTable(o, format, t)
}

// settings reads the flags that are numbers.
func (c *comparison) settings() error {
	var err error
	if c.alpha, err = parseShare("--alpha", c.o.alpha); err != nil {
		return err
	}
	preset := c.o.preset()
	c.correct = correctionOf(c.o, preset)
	if preset != nil {
		c.options = preset.Options
	}
	c.options.Alpha = c.alpha
	c.options.Seed = uint64(c.o.seed)
	c.options.Permutations = c.o.bootstrap
	if c.o.smoothK > 0 {
		c.options.SmoothK = float64(c.o.smoothK)
	}
	return nil
}

// sideInput is what the user names as one side: files, or frequency lists.
type sideInput struct {
	files []string
	list  bool
	role  string // of the inputs, in the record of the run
}

// sidesOf tells from the arguments what is A and what is B.
func (p *program) sidesOf(o *options, args []string) (a, b sideInput, err error) {
	if o.freqList {
		if err := refuseText(o); err != nil {
			return a, b, err
		}
	}
	switch {
	case len(o.refList) > 0 && o.freqList:
		return a, b, wrong(msgExclusive, "--ref-list", "--freq-list")
	case o.kwic > 0 && o.freqList:
		return a, b, wrong(msgExclusive, "--kwic", "--freq-list")
	case len(o.refList) > 0:
		return sideInput{args, false, roleA}, sideInput{o.refList, true, roleB}, nil
	case len(args) < 2:
		return a, b, wrong(msgCompareOne, args[0]).hinted(msgCompareOneHint)
	case len(args) > 2:
		return a, b, wrong(msgCompareMany, len(args)).hinted(msgCompareManyHint)
	}
	return sideInput{args[:1], o.freqList, roleA}, sideInput{args[1:], o.freqList, roleB}, nil
}

// refuseText refuses the flags that say how text is counted, where there is none: a frequency list is counted already.
func refuseText(o *options) error {
	if flag := firstGiven(given{"--unit", o.unit != flagUnit.def}, given{"--pos", o.pos != ""}, given{"--tagset", o.tagset != flagTagset.def},
		given{"--stem", o.stem != ""}, given{"--stopwords", len(o.stopwords) > 0}, given{"--ngram", o.ngram > 1}, given{"--no-clean", o.noClean},
		given{"--pretokenized", o.pretokenized}, given{"--pretagged", o.pretagged}); flag != "" {
		return wrong(msgNotWithLists, flag).hinted(msgNotWithListsHint)
	}
	return nil
}

// readSides counts both sides: two lists at the same time, because a list is read by one thread, unless one is standard input, and
// texts one after the other, because they keep all threads busy.
func (p *program) readSides(o *options, in [2]sideInput, count corpus.CountOptions) (sides [2]side, err error) {
	if !in[0].list || !in[1].list {
		for i := range in {
			if sides[i], err = p.readSide(o, in[i], count); err != nil {
				return sides, err
			}
		}
		return sides, nil
	}
	var lists [2]list
	var wait sync.WaitGroup
	together := !slices.Contains(in[0].files, "-") && !slices.Contains(in[1].files, "-")
	for i := range in {
		read := func() { lists[i] = p.readList(o, in[i]) }
		if together {
			wait.Go(read)
		} else if read(); lists[i].err != nil {
			break
		}
	}
	wait.Wait()
	for i := range lists {
		if sides[i], err = lists[i].tell(p, count); err != nil {
			return sides, err
		}
	}
	return sides, nil
}

// list is a frequency list as it was read, with what there is to say about it, which must wait for its turn.
type list struct {
	name   string
	record *corpus.Record
	err    error
	say    []func(p *program, count corpus.CountOptions)
}

func (p *program) readList(o *options, in sideInput) list {
	l := list{name: strings.Join(in.files, " ")}
	later := func(f func(p *program, count corpus.CountOptions)) { l.say = append(l.say, f) }
	src, err := corpus.NewSource(in.files, p.reading(corpus.Options{Encoding: o.encoding, Plain: true}))
	if err != nil {
		l.err = err
		return l
	}
	later(func(p *program, _ corpus.CountOptions) { p.rec.read(in.role, src) })
	l.record, l.err = corpus.ReadFrequencies(src, corpus.Notices{
		Error: func(err error) { later(func(_ *program, c corpus.CountOptions) { c.Error(err) }) },
		Warn:  func(w corpus.Warning) { later(func(_ *program, c corpus.CountOptions) { c.Warn(w) }) },
	}, func(e *corpus.FrequencyError) { later(func(p *program, _ corpus.CountOptions) { p.listFault(e) }) })
	return l
}

// tell says what there is to say, and gives the list as a side.
func (l *list) tell(p *program, count corpus.CountOptions) (side, error) {
	for _, say := range l.say {
		say(p, count)
	}
	return side{name: l.name, record: l.record}, l.err
}

// readSide counts a side; a list is one that a text is held against.
func (p *program) readSide(o *options, in sideInput, count corpus.CountOptions) (s side, err error) {
	if in.list {
		l := p.readList(o, in)
		if s, err = l.tell(p, count); err != nil {
			return s, err
		}
		return s, s.likeText(count)
	}
	s.name = strings.Join(in.files, " ")
	src, err := p.source(o, in.role, in.files)
	if err != nil {
		return s, err
	}
	end := p.progress(src, in.files, false)
	s.record, err = corpus.RecordTerms(src, count)
	if end(); err != nil {
		return s, err
	}
	s.countDocuments()
	return s, nil
}

// likeText treats a list that is held against a text as the text is: its words are written alike, and the stop words are left out.
func (s *side) likeText(count corpus.CountOptions) error {
	x, err := tokenize.NewExtractor(count.Terms)
	if err != nil {
		return err
	}
	s.record = s.record.Renamed(func(c corpus.Count) string { return x.Fold(c.Term) }).Without(count.Stop)
	return nil
}

// countDocuments fills in what is known of the documents of a side.
func (s *side) countDocuments() {
	for _, d := range s.record.Sources {
		s.tokens = append(s.tokens, d.Tokens)
		if d.Tokens > 0 {
			s.full++
		}
	}
	s.parts = stats.NewParts(s.tokens)
	if s.full > 1 {
		s.postings = s.record.Postings(s.record.ByDocument())
	}
}

// rename gives the terms of a side other names.
func (s *side) rename(name func(corpus.Count) string) {
	s.record = s.record.Renamed(name)
	if s.postings != nil {
		s.postings = s.record.Postings(s.record.ByDocument())
	}
}

// listFault says what is wrong with a line of a frequency list.
func (p *program) listFault(e *corpus.FrequencyError) {
	p.failed = true
	p.rec.warn(manifest.Warning{Kind: string(e.Fault), Path: manifest.Text(e.Path), Line: e.Line})
	text := p.text(listFaults[e.Fault], e.Text)
	if e.Fault == corpus.TermListedTwice {
		text = p.text(listFaults[e.Fault], e.Text, e.First)
	}
	p.say(p.text(msgAtLine, e.Path, e.Line, text))
}

// listFaults are the texts for what can be wrong with a frequency list.
var listFaults = map[corpus.FrequencyFault]msg{
	corpus.NoFrequency:         msgListNoFrequency,
	corpus.NoListedTerm:        msgListNoTerm,
	corpus.FrequencyNotNumber:  msgListNotNumber,
	corpus.FrequencyNegative:   msgListNegative,
	corpus.FrequencyFractional: msgListFractional,
	corpus.FrequencyTooLarge:   msgListTooLarge,
	corpus.TermListedTwice:     msgListTwice,
	corpus.SizeNotNumber:       msgListSizeNotNumber,
	corpus.SizeTooSmall:        msgListSizeTooSmall,
	corpus.ListWithoutHeader:   msgListHeader,
	corpus.ListWithCommas:      msgListCommas,
}

// emptySide says that there is nothing to compare.
type emptySide struct{ name string }

func (e *emptySide) Error() string { return e.name }

// check looks whether there is something to compare.
func (c *comparison) check() error {
	for i := range c.side {
		if c.side[i].record.Tokens == 0 {
			return &emptySide{c.side[i].name}
		}
		switch s := &c.side[i]; {
		case !c.o.docFreq || s.full > 1:
		case s.record.Running == nil:
			return wrong(msgDocFreqList, s.name)
		default:
			return wrong(msgDocFreqOne, s.name).hinted(msgTestsHint)
		}
	}
	return nil
}

// compare fills the rows: all words of both sides that are frequent enough, with what is tested of them all.
func (c *comparison) compare() {
	a, b := c.side[0].record, c.side[1].record
	c.join = corpus.JoinRecords(a, b)
	c.rows = make([]int32, 0, len(c.join.Terms))
	c.words.Expect(len(c.join.Terms))
	for i, term := range c.join.Terms {
		if c.shown != nil && !c.shown[term] {
			continue
		}
		k := stats.Contrast{A: c.freq(0, i), B: c.freq(1, i), C: c.size(0), D: c.size(1)}
		if c.onlyA {
			if k.A > 0 {
				c.family++
			}
			if k.A == 0 || k.A < uint64(c.o.minFreq) {
				continue
			}
		}
		if !c.onlyA && k.A+k.B < uint64(c.o.minFreq) {
			if c.o.docFreq {
				continue
			}
			break // in falling order
		}
		c.rows = append(c.rows, int32(i))
		c.words.Add(k)
	}
	// A threshold on both sides together does not favour uneven words: what it keeps out need not be tested. One on A alone
	// does, so that all words of A are the family.
	if !c.onlyA {
		c.family = uint64(len(c.rows))
	}
	if c.correct.Name != "none" {
		c.options.Comparisons = c.family
	}
	m, _ := stats.Keynesses.Find("p")
	v := &m.Variants[0]
	if preset := c.o.preset(); preset != nil {
		v, _ = m.Variant(stats.VariantOf(preset.Keynesses, "p"))
	}
	c.p = make([]stats.Prob, len(c.words.Inputs))
	inParallel(len(c.words.Inputs), c.o.threads, func(i int) { c.p[i] = v.P(c.words.Inputs[i], &c.options) })
	c.adj = c.correct.AdjustTimes(c.p, c.words.Times, c.family)
	c.rawLimit = stats.Prob(math.Inf(-1))
	for i, adj := range c.adj {
		if adj.Float() < c.alpha && c.p[i] > c.rawLimit {
			c.rawLimit = c.p[i]
		}
	}
}

// of gives the counts of a row.
func (c *comparison) of(row int) stats.Contrast { return c.words.Inputs[c.words.Index[row]] }

// freq gives how often a word of the joint vocabulary stands on a side, or with --doc-freq in how many documents.
func (c *comparison) freq(side, word int) uint64 {
	if i := c.join.In[side][word]; i >= 0 && c.o.docFreq {
		return uint64(c.side[side].record.Terms[i].Docs)
	}
	return c.occurrences(side, word)
}

// occurrences gives how often a word of the joint vocabulary stands on a side, whatever is counted.
func (c *comparison) occurrences(side, word int) uint64 {
	if i := c.join.In[side][word]; i >= 0 {
		return c.side[side].record.Terms[i].Freq
	}
	return 0
}

// size gives what the frequencies of a side are out of.
func (c *comparison) size(side int) uint64 {
	if c.o.docFreq {
		return c.side[side].full
	}
	return c.side[side].record.Tokens
}

// sortedBy names what the rows are sorted by.
func (c *comparison) sortedBy(as []asked) string {
	switch {
	case c.o.sort != "":
		return c.o.sort
	case c.o.as != "":
		return as[0].name
	}
	return "lrc"
}

// maxP is the largest corrected p that is listed, 0 for any.
func (c *comparison) maxP() (float64, error) {
	if c.o.maxP != "" {
		return parseShare("--max-p", c.o.maxP)
	}
	if preset := c.o.preset(); preset != nil {
		return preset.Alpha, nil
	}
	return 0, nil
}

// sorting gives the order of the rows.
func (c *comparison) sorting(as []asked) ([]int, error) {
	by := c.sortedBy(as)
	var keys []func(stats.Contrast) float64 // rows with larger values come first
	switch {
	case by == "term":
	case by == "lrc":
		lrc, _ := stats.Keynesses.Find("lrc")
		keys = append(keys, func(k stats.Contrast) float64 { return math.Abs(lrc.Value(k, &c.options)) })
	case by == "freq_a":
		keys = append(keys, func(k stats.Contrast) float64 { return float64(k.A) })
	case by == "freq_b":
		keys = append(keys, func(k stats.Contrast) float64 { return float64(k.B) })
	case by == adjustedP:
		by = "p" // the corrections never change the order
		fallthrough
	default:
		a := asked{name: by}
		for _, x := range as {
			if x.name == by {
				a = x
			}
		}
		m, err := measureIn(&stats.Keynesses, a)
		if err != nil {
			return nil, err
		}
		if m == nil {
			return nil, wrong(msgBadChoice, "--sort", by, strings.Join(sortNames(), ", ")).suggest(by, sortNames(), msgNearest)
		}
		keys = append(keys, func(k stats.Contrast) float64 {
			switch {
			case m.probability():
				return -float64(m.variant.P(k, &c.options))
			case m.ScaleOf(m.variant).Sign == stats.Signed:
				return math.Abs(m.variant.Value(k, &c.options))
			}
			return m.variant.Value(k, &c.options)
		})
	}
	if by != "term" {
		g2, _ := stats.Keynesses.Find("g2")
		keys = append(keys, func(k stats.Contrast) float64 { return g2.Value(k, &c.options) })
	}
	values := make([][2]float64, len(c.words.Inputs))
	inParallel(len(c.words.Inputs), c.o.threads, func(i int) {
		for j, key := range keys {
			values[i][j] = math.Inf(-1)
			if v := key(c.words.Inputs[i]); !math.IsNaN(v) {
				values[i][j] = v
			}
		}
	})
	limit, err := c.maxP()
	if err != nil {
		return nil, err
	}
	listed := func(input int) bool {
		return !(c.onlyA && c.words.Inputs[input].KeyIn() <= 0) && (limit == 0 || c.adj[input].Float() < limit)
	}
	names := func(x, y int) int { return strings.Compare(c.join.Terms[c.rows[x]], c.join.Terms[c.rows[y]]) }
	var base []uint32
	if c.o.docFreq { // else rows of the same counts are in the order of their names
		for row := range c.rows {
			base = append(base, uint32(row))
		}
		slices.SortFunc(base, func(x, y uint32) int { return names(int(x), int(y)) })
	}
	order := byInput(c.words.Index, c.words.Times, base, listed, func(x, y int) int {
		u, v := values[x], values[y]
		return cmp.Or(cmp.Compare(v[0], u[0]), cmp.Compare(v[1], u[1]))
	}, names)
	if c.o.top > 0 && len(order) > c.o.top {
		order = order[:c.o.top]
	}
	return order, nil
}

func sortNames() []string {
	return append(append([]string{"term", "freq_a", "freq_b"}, stats.Keynesses.Names()...), adjustedP)
}

// documents tells whether both sides have documents enough for tests over them.
func (c *comparison) documents() bool { return c.side[0].full > 1 && c.side[1].full > 1 }

// table lays out the comparison.
func (c *comparison) table(p *program, t *report.Table, d *doubts, as []asked, order []int, format *report.Format) error {
	full := forPrograms(format)
	figures := c.frequencies(d)
	measures, err := c.measureFigures(d, as, full)
	if err != nil {
		return err
	}
	figures = append(figures, measures...)
	if !c.documents() && slices.ContainsFunc(as, func(a asked) bool { _, ok := stats.DocumentTests.Find(a.name); return ok }) {
		c.noDocuments(p, d)
	}
	if slices.Equal(c.side[0].record.Terms, c.side[1].record.Terms) {
		d.note("same_corpus", msgSameCorpus, c.side[0].name, c.side[1].name)
		p.say(p.text(msgWarning, p.text(msgSameCorpus, c.side[0].name, c.side[1].name)))
	}
	for _, f := range figures {
		t.Columns = append(t.Columns, f.columns...)
	}
	if c.alike() {
		t.Rows = rows(figures[:1], order, 1) // a word is sooner looked up than handed to a thread
		t.Ends = endsOf(figures[1:], order, c.words.Index, c.words.Times, c.o.threads)
	} else {
		t.Rows = rows(figures, order, c.o.threads)
	}
	t.Summary = c.summary()
	variants := variantsOf(&stats.Keynesses, as)
	if v := variantsOf(&stats.DocumentTests, as); v != "" && c.documents() {
		variants = strings.TrimPrefix(variants+","+v, ",")
	}
	t.Summary = append(t.Summary, variantFields(variants)...)
	if format.Notes {
		t.Groups = []report.Group{c.similarity()}
	}
	if c.o.docFreq {
		t.Notes = append(t.Notes, report.Note{Kind: "document_frequencies", Text: messages[msgDocFreqNote]})
		t.Summary = append(t.Summary, report.Field{Key: "counted", Label: messages[msgCountedAre], Value: report.Str("documents"), Words: choiceWords("documents")})
	}
	if c.side[0].full == 1 && c.side[1].full == 1 {
		t.Notes = append(t.Notes, report.Note{Kind: "constant_delta", Text: messages[msgConstantDelta]})
	}
	return nil
}

// alike tells whether words that are equally frequent have equal rows, but for the word itself: they do where nothing is
// said of documents or of the lines of a word.
func (c *comparison) alike() bool {
	return c.side[0].postings == nil && c.side[1].postings == nil && c.o.kwic == 0
}

// measureFigures gives the columns of the measures. Tests over documents are left out where a side has too few.
func (c *comparison) measureFigures(d *doubts, as []asked, full bool) ([]figure, error) {
	var figures []figure
	for _, a := range as {
		if a.name == adjustedP {
			figures = append(figures, c.adjusted(full))
			continue
		}
		k, err := measureIn(&stats.Keynesses, a)
		if err != nil {
			return nil, err
		}
		if k != nil {
			if c.o.bootstrap > 0 {
				k.bootstrap = stats.BootstrapContrast
			}
			f := newFigure(k, &c.options, d, full, func(i int) stats.Contrast { return c.words.Inputs[i] })
			if c.alike() { // then the whole row is made once
				f = newFigure(k, &c.options, d, full, func(row int) stats.Contrast { return c.of(row) })
			} else {
				f = f.once(len(c.words.Inputs), func(row int) int { return int(c.words.Index[row]) })
			}
			figures = append(figures, f)
			continue
		}
		m, err := measureIn(&stats.DocumentTests, a)
		if err != nil {
			return nil, err
		}
		if c.documents() {
			figures = append(figures, newFigure(m, &c.options, d, full, c.samples))
		}
	}
	return figures, nil
}

// lines adds the lines behind the numbers: those of the side in which a word is key, of A where it is in neither.
func (c *comparison) lines(p *program, in [2]sideInput, count corpus.CountOptions, t *report.Table, order []int) error {
	if c.o.kwic == 0 {
		return nil
	}
	var sides [2]figure
	sideOf := func(row int) int {
		if c.of(row).KeyIn() < 0 {
			return 1
		}
		return 0
	}
	for i := range sides {
		if in[i].list {
			continue
		}
		f, err := p.examples(c.o, in[i].files, count, ofGrams(count), order, func(row int) string {
			if sideOf(row) != i {
				return ""
			}
			return c.join.Terms[c.rows[row]]
		})
		if err != nil {
			return err
		}
		sides[i] = f
		t.Columns = append(t.Columns[:len(t.Columns):len(t.Columns)], f.columns...)
	}
	if sides[0].append != nil && sides[1].append != nil {
		t.Columns = t.Columns[:len(t.Columns)-c.o.kwic]
	}
	before := t.Rows
	t.Rows = func(yield func([]report.Cell) bool) {
		i := 0
		for row := range before {
			if f := sides[sideOf(order[i])]; f.append != nil {
				row = f.append(row, order[i])
			}
			if i++; !yield(row) {
				return
			}
		}
	}
	return nil
}

// noDocuments says that tests over documents cannot be made. Asked for by name it is an input that could not be used; as a
// part of all it is a note.
func (c *comparison) noDocuments(p *program, d *doubts) {
	for i := range c.side {
		s := &c.side[i]
		if s.full > 1 {
			continue
		}
		var text report.Text
		if s.record.Running == nil {
			text = textsOf(msgTestsOfList, s.name)
		} else {
			text = textsOf(msgTestsOfOne, s.name, s.full)
		}
		d.t.Notes = append(d.t.Notes, report.Note{Kind: stats.FewDocuments.String(), Text: text})
		if !slices.Contains(strings.Split(c.o.measures, ","), allMeasures) {
			p.failed = true
			p.say(text.In(p.lang))
			p.say(p.text(msgTestsHint))
		}
		return
	}
}

// frequencies gives the columns of what was counted.
func (c *comparison) frequencies(d *doubts) []figure {
	term := figure{[]report.Column{{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutTerm], Strong: true}},
		func(dst []report.Cell, row int) []report.Cell {
			return append(dst, report.Str(c.join.Terms[c.rows[row]]))
		}, nil}
	columns := []report.Column{
		{Key: "freq_a", Heading: messages[msgColFreqA], About: messages[msgAboutFreqA], Kind: report.Count},
		{Key: "freq_b", Heading: messages[msgColFreqB], About: messages[msgAboutFreqB], Kind: report.Count},
		{Key: "per_million_a", Heading: messages[msgColPerMillionA], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "per_million_b", Heading: messages[msgColPerMillionB], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
	}
	figures := []figure{term, {columns, func(dst []report.Cell, row int) []report.Cell {
		k := c.of(row)
		return append(dst, report.Int(k.A), report.Int(k.B),
			report.Float(float64(k.A)*1e6/float64(k.C)), report.Float(float64(k.B)*1e6/float64(k.D)))
	}, nil}}
	for i := range c.side {
		if c.side[i].full > 1 {
			figures = append(figures, c.spread(i))
		}
	}
	keyIn := figure{[]report.Column{{Key: "key_in", Heading: messages[msgColKeyIn], About: messages[msgAboutKeyIn]}},
		func(dst []report.Cell, row int) []report.Cell {
			switch c.of(row).KeyIn() {
			case 1:
				return append(dst, report.Str("a"))
			case -1:
				return append(dst, report.Str("b"))
			}
			return append(dst, report.Cell{})
		}, c.noteOneDocument(d)}
	return append(figures, keyIn)
}

// spread gives the columns of how a word is spread over the documents of a side.
func (c *comparison) spread(side int) figure {
	s := &c.side[side]
	end := [2]string{"_a", "_b"}[side]
	dp, _ := stats.Dispersions.Find("dp")
	columns := []report.Column{
		{Key: "doc_freq" + end, Heading: messages[[2]msg{msgColDocFreqA, msgColDocFreqB}[side]], About: messages[msgAboutDocFreq], Kind: report.Count},
		{Key: "dp" + end, Heading: messages[[2]msg{msgColDPA, msgColDPB}[side]], About: messages[msgAboutDP], Kind: report.Number, Decimals: 3},
	}
	return figure{columns, func(dst []report.Cell, row int) []report.Cell {
		i := c.join.In[side][c.rows[row]]
		if i < 0 {
			return append(dst, report.Int(0), report.Cell{})
		}
		index, count := s.postings.Of(int(i))
		v := dp.Value(stats.Spread{Parts: s.parts, Index: index, Count: count}, &c.options)
		return append(dst, report.Int(len(index)), report.Float(v))
	}, nil}
}

// noteOneDocument notes at a row's first cell that its word is key because of one document.
func (c *comparison) noteOneDocument(d *doubts) func(cells []report.Cell, row int) {
	return func(cells []report.Cell, row int) {
		if c.byOneDocument(row) {
			cells[0] = cells[0].Noted(d.about(stats.OneDocument))
		}
	}
}

// byOneDocument tells whether a word is key because of one document: it is, and without the document that has it most often
// it would not be.
func (c *comparison) byOneDocument(row int) bool {
	_, ok := c.carrier(row)
	return ok
}

// carrier gives the document, by its place on its side, to which a word owes that it is key; ok is false where there is none.
func (c *comparison) carrier(row int) (document int, ok bool) {
	if c.o.docFreq {
		return 0, false // every document counts once
	}
	if !(c.adj[c.words.Index[row]].Float() < c.alpha) {
		return 0, false
	}
	k := c.of(row)
	i, key := 0, k.KeyIn()
	if key < 0 {
		i = 1
	}
	s := &c.side[i]
	if s.postings == nil {
		return 0, false
	}
	index, count := s.postings.Of(int(c.join.In[i][c.rows[row]]))
	most := 0
	for j := range count {
		if count[j] > count[most] {
			most = j
		}
	}
	n, tokens := count[most], s.tokens[index[most]]
	if i == 0 {
		k.A, k.C = k.A-n, k.C-tokens
	} else {
		k.B, k.D = k.B-n, k.D-tokens
	}
	m, _ := stats.Keynesses.Find("p")
	return index[most], k.KeyIn() != key || !(m.Variants[0].P(k, &c.options) <= c.rawLimit)
}

// adjusted gives the columns of the corrected p.
func (c *comparison) adjusted(full bool) figure {
	columns := []report.Column{{Key: adjustedP, Heading: messages[msgColAdjustedP], About: messages[msgAboutAdjustedP], Kind: report.Probability}}
	if full {
		columns = append(columns, log10Column(adjustedP, columns[0].Heading))
	}
	return figure{columns, func(dst []report.Cell, row int) []report.Cell {
		return appendProb(dst, c.adj[c.words.Index[row]], full)
	}, nil}
}

// samples gives a word's relative frequencies in the documents of both sides.
func (c *comparison) samples(row int) (s stats.Samples) {
	for i := range c.side {
		side := &c.side[i]
		var x []float64
		if at := c.join.In[i][c.rows[row]]; at >= 0 {
			index, count := side.postings.Of(int(at))
			for j, d := range index {
				x = append(x, float64(count[j])*1e6/float64(side.tokens[d]))
			}
		}
		zeros := side.full - uint64(len(x))
		if i == 0 {
			s.X, s.ZeroX = x, zeros
		} else {
			s.Y, s.ZeroY = x, zeros
		}
	}
	return s
}

// summary gives the sizes of what was compared, and how.
func (c *comparison) summary() []report.Field {
	a, b := c.side[0].record, c.side[1].record
	sum := func(f func(*corpus.Record) uint64) report.Cell { return report.Int(f(a) + f(b)) }
	fields := []report.Field{
		{Key: "documents", Label: messages[msgDocuments], Value: sum(func(r *corpus.Record) uint64 { return r.Documents })},
		{Key: "sentences", Label: messages[msgSentences], Value: sum(func(r *corpus.Record) uint64 { return r.Sentences })},
		{Key: "eojeols", Label: messages[msgEojeols], Value: sum(func(r *corpus.Record) uint64 { return r.Eojeols })},
		{Key: "tokens", Label: messages[msgTokens], Value: sum(func(r *corpus.Record) uint64 { return r.Tokens })},
		{Key: "types", Label: messages[msgTypes], Value: report.Int(len(c.join.Terms))},
	}
	for i := range c.side {
		s := &c.side[i]
		end := [2]string{"_a", "_b"}[i]
		label := func(m msg) report.Text {
			t := messages[m]
			for l := range t {
				t[l] += " " + [2]string{"A", "B"}[i]
			}
			return t
		}
		fields = append(fields,
			report.Field{Key: [2]string{"a", "b"}[i], Label: report.Text{[2]string{"A", "B"}[i]}, Value: report.Str(filepath.ToSlash(s.name))},
			report.Field{Key: "documents" + end, Label: label(msgDocuments), Value: report.Int(s.record.Documents)},
			report.Field{Key: "tokens" + end, Label: label(msgTokens), Value: report.Int(s.record.Tokens)},
			report.Field{Key: "types" + end, Label: label(msgTypes), Value: report.Int(len(s.record.Terms))})
	}
	fields = append(fields,
		report.Field{Key: "family", Label: messages[msgFamily], Value: report.Int(c.family)},
		report.Field{Key: "correction", Label: messages[msgCorrection], Value: report.Str(c.correct.Name), Words: correctionWords(c.correct)},
		report.Field{Key: "alpha", Label: messages[msgAlpha], Value: report.Float(c.alpha), Decimals: 3})
	if c.o.as != "" {
		fields = append(fields, report.Field{Key: "as", Label: messages[msgAs], Value: report.Str(c.o.preset().Program)})
	}
	return fields
}

// similarity gives how alike the two corpora are, over all words of both, and how alike each is to itself.
func (c *comparison) similarity() report.Group {
	p := stats.Profiles{A: make([]uint64, len(c.join.Terms)), B: make([]uint64, len(c.join.Terms))}
	for i := range c.join.Terms {
		p.A[i], p.B[i] = c.occurrences(0, i), c.occurrences(1, i)
	}
	var bags [2][]stats.Bag
	for i := range c.side {
		bags[i] = c.bags(i)
	}
	if n := len(bags[0]) + len(bags[1]); n > 1 && len(bags[0]) > 0 && len(bags[1]) > 0 {
		p.Mean, p.SD = stats.DocumentMoments(slices.Concat(bags[0], bags[1]), len(c.join.Terms))
	}
	g := report.Group{Key: "similarity", Title: messages[msgSimilarity]}
	add := func(key string, label report.Text, v float64) {
		f := report.Field{Key: key, Label: label, Value: report.Float(v), Decimals: 3}
		if math.IsNaN(v) {
			f.Value = report.Cell{}
		}
		g.Fields = append(g.Fields, f)
	}
	for _, m := range stats.Similarities.Rows {
		add(m.Name, report.Text{m.English, m.Korean}, m.Value(p, &c.options))
	}
	for i := range c.side {
		if len(bags[i]) > 1 {
			mean, sd := stats.Homogeneity(bags[i], len(c.join.Terms), &c.options)
			end := [2]string{"_a", "_b"}[i]
			add("homogeneity"+end, messages[[2]msg{msgHomogeneityA, msgHomogeneityB}[i]], mean)
			add("homogeneity_sd"+end, messages[[2]msg{msgHomogeneitySDA, msgHomogeneitySDB}[i]], sd)
		}
	}
	return g
}

// bags gives the documents of a side as numbers of the joint vocabulary.
func (c *comparison) bags(side int) []stats.Bag {
	r := c.side[side].record
	place := make([]uint32, len(r.Terms))
	for word, i := range c.join.In[side] {
		if i >= 0 {
			place[i] = uint32(word)
		}
	}
	var bags []stats.Bag
	for _, b := range r.Bags(place) {
		bags = append(bags, stats.Bag{Types: b.Terms, Counts: b.Counts})
	}
	return bags
}
