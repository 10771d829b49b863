package cmd

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
)

var pairFlags = []*flag{&flagWindow, &flagWithin, &flagOrdered, &flagExpected, &flagPairMeasures, &flagAs, &flagCorrect, &flagAlpha, &flagMaxP, &flagPairSort, &flagBootstrap, &flagSeed}

var collocationsCommand = command{
	name: "collocations", args: msgArgsFiles, short: msgCollocationsShort, long: msgCollocationsLong, example: msgCollocationsExample,
	flags: []flagGroup{
		{msgGroupPairs, pairFlags},
		termFlags, inputFlags, linesFlags, otherFlags,
	},
	most: anyNumber, run: runCollocations,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, pairMeasureRows()) },
}

// pairDefault are the measures of collocations where none are asked for.
var pairDefault = []string{"g2", adjustedP, "logdice", "pmi", "log_odds"}

// pairMeasureNames are all measures of pairs.
func pairMeasureNames() []string { return append(stats.Associations.Names(), adjustedP) }

func pairMeasureRows() [][2]report.Text {
	return append(measureRows(&stats.Associations), [2]report.Text{{adjustedP}, messages[msgColAdjustedP]})
}

func pairSortNames() []string {
	return append([]string{"term", "o11"}, pairMeasureNames()...)
}

// associations are pairs of words on their way to a table.
type associations struct {
	o  *options
	as []asked
	// inputs are the different counts that pairs have; input tells which are a row's, and times how many rows have them.
	inputs []stats.Pair
	input  []uint32
	times  []uint64
	known  []uint32 // a hash table of the numbers of inputs, from 1; the length is a power of two
	// byName gives the rows in the order of their words, and names compares those of two.
	byName func() []uint32
	names  func(x, y int) int
	// places and samples are what the measures of a collocate's places and of documents take, by row; nil where there are none.
	places  func(row int) stats.Places
	samples func(row int) stats.Samples
	// family is the number of pairs that were seen and so tested: what is left out because it was seen too rarely belongs to
	// it, or p would look smaller than it is.
	family  uint64
	adj     []stats.Prob // by input
	options stats.Options
	correct *stats.Correction
	alpha   float64
	margins stats.Margins
	window  int // 0 for co-occurrence in a scope
	within  corpus.Scope
}

// add adds a row.
func (a *associations) add(p stats.Pair) {
	if len(a.inputs)*2 >= len(a.known) {
		a.known = make([]uint32, max(1<<10, 2*len(a.known)))
		for i := range a.inputs {
			a.known[a.slot(&a.inputs[i])] = uint32(i + 1)
		}
	}
	at := a.slot(&p)
	if a.known[at] == 0 {
		a.inputs, a.times = append(a.inputs, p), append(a.times, 0)
		a.known[at] = uint32(len(a.inputs))
	}
	i := a.known[at] - 1
	a.input = append(a.input, i)
	a.times[i]++
}

// slot gives the place in known of an input, or the one where it belongs.
func (a *associations) slot(p *stats.Pair) int {
	const odd = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	h := ((p.O11*odd^p.F1)*odd ^ p.F2) * odd
	mask := len(a.known) - 1
	i := int(h>>32) & mask
	for a.known[i] != 0 && a.inputs[a.known[i]-1] != *p {
		i = (i + 1) & mask
	}
	return i
}

// of gives the counts of a row.
func (a *associations) of(row int) stats.Pair { return a.inputs[a.input[row]] }

// associationSettings reads the flags that collocations and collocates share. more are measures that the command has beside
// those of pairs: the first all of --measures all, the others by name only.
func associationSettings(o *options, more, byName []string) (*associations, error) {
	a := &associations{o: o, within: corpus.Scope(o.within), window: o.window}
	var err error
	if a.alpha, err = parseShare("--alpha", o.alpha); err != nil {
		return nil, err
	}
	if o.window > corpus.MaxWindow {
		return nil, wrong(msgWindowTooLarge, o.window, corpus.MaxWindow)
	}
	if a.window == 0 && a.within == "" {
		a.window = defaultWindow
	}
	if a.window == 0 {
		if flag := firstGiven(given{"--ordered", o.ordered}, given{"--expected", o.expected != ""}); flag != "" {
			return nil, wrong(msgNeedsWindow, flag)
		}
	}
	if a.within == "" {
		a.within = corpus.WithinSentence
	}
	preset := o.preset()
	var choices []stats.Choice
	if preset != nil {
		choices = preset.Associations
		if more != nil && a.window > 0 {
			choices = slices.Concat(preset.Placed, choices)
		}
		a.options, a.margins = preset.Options, preset.Margins
	}
	a.correct = correctionOf(o, preset)
	for _, m := range [...]stats.Margins{stats.Plain, stats.SpanCorrected, stats.PairCount} {
		if o.expected == m.String() {
			a.margins = m
		}
	}
	if a.window == 0 {
		a.margins = stats.Plain // there is no span to correct for
	}
	a.options.Alpha, a.options.Seed = a.alpha, uint64(o.seed)
	a.options.Permutations = o.bootstrap
	names := append(pairMeasureNames(), more...)
	if a.as, err = askedFor(o.measures, append(names, byName...), names, pairDefault, choices); err != nil {
		return nil, err
	}
	return a, nil
}

const defaultWindow = 5

// correctionOf gives the correction that was asked for, else that of the preset, else the first of the table.
func correctionOf(o *options, preset *stats.Preset) *stats.Correction {
	name := o.correct
	if name == "" && preset != nil {
		name = preset.Correction
	}
	if c, ok := stats.FindCorrection(name); ok {
		return c
	}
	return stats.Corrections[0]
}

// pairOptions says which terms are a pair.
func (a *associations) pairOptions() corpus.PairOptions {
	return corpus.PairOptions{Within: a.within, Window: a.window, Ordered: a.o.ordered, Min: uint64(a.o.minFreq), Most: mostListed, Threads: a.o.threads}
}

// mostListed is the number of pairs that are listed: some hundred megabytes of memory, and of a table of which nobody reads
// the end.
const mostListed = 5_000_000

// ranked makes the order of the rows by name that of the words of pairs.
func (a *associations) ranked(r *corpus.Record, pairs []corpus.PairCount) {
	rank := make([]uint32, len(r.Terms)) // of the words of pairs, in the order of their code points
	a.byName = func() []uint32 {
		for _, x := range pairs {
			rank[x.A], rank[x.B] = 1, 1
		}
		var words []uint32
		for term, in := range rank {
			if in == 1 {
				words = append(words, uint32(term))
			}
		}
		slices.SortFunc(words, func(x, y uint32) int { return strings.Compare(r.Terms[x].Term, r.Terms[y].Term) })
		for i, term := range words {
			rank[term] = uint32(i)
		}
		// By counting, the second word first.
		order, sorted := make([]uint32, len(pairs)), make([]uint32, len(pairs))
		for i := range order {
			order[i] = uint32(i)
		}
		for _, word := range [2]func(i int) uint32{
			func(i int) uint32 { return rank[pairs[i].B] },
			func(i int) uint32 { return rank[pairs[i].A] },
		} {
			next := make([]int, len(words)+1)
			for i := range pairs {
				next[word(i)+1]++
			}
			for k := range words {
				next[k+1] += next[k]
			}
			for _, i := range order {
				sorted[next[word(int(i))]] = i
				next[word(int(i))]++
			}
			order, sorted = sorted, order
		}
		return order
	}
	a.names = func(x, y int) int {
		return cmp.Or(cmp.Compare(rank[pairs[x].A], rank[pairs[y].A]), cmp.Compare(rank[pairs[x].B], rank[pairs[y].B]))
	}
}

// test fills what is of all pairs together.
func (a *associations) test() {
	if a.correct.Name != "none" {
		a.options.Comparisons = a.family
	}
	g2, _ := stats.Associations.Find("g2")
	p := make([]stats.Prob, len(a.inputs))
	inParallel(len(p), a.o.threads, func(i int) { p[i] = g2.Variants[0].P(a.inputs[i], &a.options) })
	a.adj = a.correct.AdjustTimes(p, a.times, a.family)
}

// order gives the order of the pairs: by a measure, attraction before repulsion, then as often seen first, then by name.
func (a *associations) order() ([]int, error) {
	by := cmp.Or(a.o.sort, a.as[0].name)
	value := func(int) float64 { return 0 } // by input
	own, err := a.ownValue(by)
	if err != nil {
		return nil, err
	}
	if own != nil {
		return a.ownOrder(own)
	}
	switch by {
	case "term":
	case "o11":
		value = func(i int) float64 { return float64(a.inputs[i].O11) }
	case adjustedP:
		value = func(i int) float64 { return -float64(a.adj[i]) }
	default:
		x := asked{name: by}
		for _, y := range a.as {
			if y.name == by {
				x = y
			}
		}
		m, err := measureIn(&stats.Associations, x)
		if err != nil {
			return nil, err
		}
		if m == nil {
			return nil, wrong(msgBadChoice, "--sort", by, strings.Join(pairSortNames(), ", ")).suggest(by, pairSortNames(), msgNearest)
		}
		value = func(i int) float64 {
			p := a.inputs[i]
			if m.probability() {
				return -float64(m.variant.P(p, &a.options))
			}
			v := m.variant.Value(p, &a.options)
			if m.ScaleOf(m.variant).Sign == stats.Unsigned && m.Role == stats.Significance && float64(p.O11) < p.Expected() {
				return -math.Abs(v)
			}
			return v
		}
	}
	limit, err := a.maxP()
	if err != nil {
		return nil, err
	}
	values := make([]float64, len(a.inputs))
	inParallel(len(values), a.o.threads, func(i int) {
		if values[i] = value(i); math.IsNaN(values[i]) {
			values[i] = math.Inf(-1)
		}
	})
	order := byInput(a.input, a.times, a.byName(),
		func(i int) bool { return limit == 0 || a.adj[i].Float() < limit },
		func(x, y int) int {
			if values[x] != values[y] || by == "term" {
				return cmp.Compare(values[y], values[x])
			}
			return cmp.Compare(a.inputs[y].O11, a.inputs[x].O11)
		}, a.names)
	return a.cut(order), nil
}

// maxP gives the p up to which pairs are listed; 0 is for all.
func (a *associations) maxP() (float64, error) {
	if a.o.maxP == "" {
		return 0, nil
	}
	return parseShare("--max-p", a.o.maxP)
}

// cut leaves as many rows as --top says.
func (a *associations) cut(order []int) []int {
	if a.o.top > 0 && len(order) > a.o.top {
		return order[:a.o.top]
	}
	return order
}

// figures gives the columns of the counts and the measures.
func (a *associations) figures(d *doubts, full bool) ([]figure, error) {
	counts := figure{[]report.Column{
		{Key: "o11", Heading: messages[msgColO11], About: messages[msgAboutO11], Kind: report.Count},
		{Key: "f1", Heading: report.Text{"f1"}, About: messages[msgAboutF1], Kind: report.Count},
		{Key: "f2", Heading: report.Text{"f2"}, About: messages[msgAboutF2], Kind: report.Count},
		{Key: "n", Heading: report.Text{"N"}, About: messages[msgAboutN], Kind: report.Count},
		{Key: "e11", Heading: messages[msgColE11], About: messages[msgAboutE11], Kind: report.Number, Decimals: 2},
	}, func(dst []report.Cell, row int) []report.Cell {
		p := a.of(row)
		return append(dst, report.Int(p.O11), report.Int(p.F1), report.Int(p.F2), report.Int(p.N), report.Float(p.Expected()))
	}, func(cells []report.Cell, row int) {
		if a.of(row).Raised() {
			cells[0] = cells[0].Noted(d.about(stats.RaisedMargin))
		}
	}}
	if slices.ContainsFunc(a.inputs, stats.Pair.Raised) {
		d.about(stats.RaisedMargin) // of the whole table, whether or not such a pair is listed
	}
	if !full {
		counts.columns = slices.Delete(counts.columns, 3, 4) // it is the same in each row and stands below the table
		all := counts.append
		counts.append = func(dst []report.Cell, row int) []report.Cell {
			dst = all(dst, row)
			return slices.Delete(dst, len(dst)-2, len(dst)-1)
		}
	}
	figures := []figure{counts}
	for _, x := range a.as {
		if x.name == adjustedP {
			columns := []report.Column{{Key: adjustedP, Heading: messages[msgColAdjustedP], About: messages[msgAboutAdjustedP], Kind: report.Probability}}
			if full {
				columns = append(columns, log10Column(adjustedP, columns[0].Heading))
			}
			figures = append(figures, figure{columns: columns, append: func(dst []report.Cell, row int) []report.Cell { return appendProb(dst, a.adj[a.input[row]], full) }})
			continue
		}
		f, ok, err := a.ownFigure(x, d, full)
		if err != nil {
			return nil, err
		}
		if ok {
			figures = append(figures, f)
			continue
		}
		m, err := measureIn(&stats.Associations, x)
		if err != nil {
			return nil, err
		}
		if a.o.bootstrap > 0 {
			m.bootstrap = stats.Bootstrap
		}
		figures = append(figures, newFigure(m, &a.options, d, full, a.of))
	}
	return figures, nil
}

// summary gives what was counted, and how.
func (a *associations) summary(r *corpus.Record, n uint64) []report.Field {
	fields := append(recordSummary(r), report.Field{Key: "n", Label: report.Text{"N"}, Value: report.Int(n)})
	if a.window > 0 {
		fields = append(fields, report.Field{Key: "window", Label: messages[msgWindow], Value: report.Int(a.window)})
	}
	fields = append(fields,
		report.Field{Key: "within", Label: messages[msgWithin], Value: report.Str(string(a.within)), Words: choiceWords(string(a.within))},
		report.Field{Key: "ordered", Label: messages[msgOrdered], Value: report.Bool(a.o.ordered)},
		report.Field{Key: "expected", Label: messages[msgExpected], Value: report.Str(a.margins.String()), Words: choiceWords(a.margins.String())},
		report.Field{Key: "family", Label: messages[msgFamilyPairs], Value: report.Int(a.family)},
		report.Field{Key: "correction", Label: messages[msgCorrection], Value: report.Str(a.correct.Name), Words: correctionWords(a.correct)},
		report.Field{Key: "alpha", Label: messages[msgAlpha], Value: report.Float(a.alpha), Decimals: 3})
	fields = append(fields, variantFields(variantsOf(&stats.Associations, a.as))...)
	if preset := a.o.preset(); preset != nil {
		fields = append(fields, report.Field{Key: "as", Label: messages[msgAs], Value: report.Str(preset.Program)})
	}
	return fields
}

// oneScopeNote says that a single scope makes every pair alike.
func (a *associations) oneScopeNote(d *doubts, n uint64) {
	if a.window == 0 && n == 1 {
		d.note("one_scope", msgOneScope, choiceWords(string(a.within)))
	}
}

// expectedNote says what the expected frequency leaves out.
func (a *associations) expectedNote(d *doubts, span uint64) {
	if a.margins == stats.Plain && span > 1 {
		d.note("expected_plain", msgExpectedPlain, span)
	}
}

// record reads the documents that the arguments name into a Record, with a bar while it takes long.
func (p *program) record(o *options, args []string, t *report.Table) (*corpus.Record, corpus.CountOptions, error) {
	count, err := p.countOptions(o, &t.Notes)
	if err != nil {
		return nil, count, err
	}
	src, err := p.source(o, roleText, args)
	if err != nil {
		return nil, count, err
	}
	forMuch(o, args)
	defer p.progress(src, args, false)()
	r, err := corpus.RecordTerms(src, count)
	return r, count, err
}

func runCollocations(p *program, o *options, args []string) error {
	t := &report.Table{Command: "collocations", Title: messages[msgCollocationsTitle]}
	a, err := associationSettings(o, nil, nil)
	if err != nil {
		return err
	}
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	if err := secondReading(o, args); err != nil {
		return err
	}
	a.settle(p)
	r, count, err := p.record(o, args, t)
	if err != nil {
		return err
	}
	pairs, err := r.Pairs(a.pairOptions())
	var many *corpus.PairsError
	if errors.As(err, &many) && many.Fault == corpus.TooManyPairs {
		return wrong(msgTooManyPairs, many.Pairs).hinted(msgTooManyPairsHint)
	} else if err != nil {
		return err
	}
	a.input = make([]uint32, 0, len(pairs.Pairs))
	for _, x := range pairs.Pairs {
		a.add(stats.Pair{O11: x.N, F1: pairs.Freq[x.A], F2: pairs.Freq[x.B], N: pairs.N, Span: pairs.Span, Margins: a.margins})
	}
	a.known = nil
	a.ranked(r, pairs.Pairs)
	a.family = pairs.Types
	a.test()
	order, err := a.order()
	if err != nil {
		return err
	}
	d := newDoubts(t)
	figures, err := a.figures(d, forPrograms(format))
	if err != nil {
		return err
	}
	names := figure{[]report.Column{
		{Key: "w1", Heading: messages[msgColW1], About: messages[msgAboutW1], Strong: true},
		{Key: "w2", Heading: messages[msgColW2], About: messages[msgAboutW2], Strong: true},
	}, func(dst []report.Cell, row int) []report.Cell {
		x := pairs.Pairs[row]
		return append(dst, report.Str(r.Terms[x.A].Term), report.Str(r.Terms[x.B].Term))
	}, nil}
	figures = append([]figure{names}, figures...)
	if o.kwic > 0 {
		f, err := p.examplesAcross(o, args, count, a.ofPairs(), order, func(row int) string {
			x := pairs.Pairs[row]
			return corpus.PairKey(r.Terms[x.A].Term, r.Terms[x.B].Term, o.ordered && a.window > 0)
		}, a.across(), a.within)
		if err != nil {
			return err
		}
		figures = append(figures, f)
	}
	for _, f := range figures {
		t.Columns = append(t.Columns, f.columns...)
	}
	if o.kwic > 0 {
		t.Rows = rows(figures, order, o.threads)
	} else {
		t.Rows = rows(figures[:1], order, 1) // words are sooner looked up than handed to a thread
		t.Ends = endsOf(figures[1:], order, a.input, a.times, o.threads)
	}
	t.Summary = a.summary(r, pairs.N)
	a.expectedNote(d, pairs.Span)
	a.oneScopeNote(d, pairs.N)
	if pairs.Min > 1 {
		d.note("pruned", msgPruned, pairs.Min, pairs.Types-uint64(len(pairs.Pairs)), pairs.RareTerms)
	}
	if pairs.Min > max(1, uint64(o.minFreq)) {
		text := textsOf(msgTooManyKept, mostListed, pairs.Min, max(1, o.minFreq))
		d.t.Notes = append(d.t.Notes, report.Note{Kind: "too_many_pairs", Text: text})
		p.say(p.text(msgWarning, text.In(p.lang)))
	}
	return p.writeTable(o, format, t)
}

// recordSummary gives the sizes of a record.
func recordSummary(r *corpus.Record) []report.Field {
	return []report.Field{
		{Key: "documents", Label: messages[msgDocuments], Value: report.Int(r.Documents)},
		{Key: "sentences", Label: messages[msgSentences], Value: report.Int(r.Sentences)},
		{Key: "eojeols", Label: messages[msgEojeols], Value: report.Int(r.Eojeols)},
		{Key: "tokens", Label: messages[msgTokens], Value: report.Int(r.Tokens)},
		{Key: "types", Label: messages[msgTypes], Value: report.Int(len(r.Terms))},
	}
}
