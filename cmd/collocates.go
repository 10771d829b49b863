package cmd

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

var collocatesCommand = command{
	name: "collocates", args: msgArgsWord, short: msgCollocatesShort, long: msgCollocatesLong, example: msgCollocatesExample,
	flags: []flagGroup{
		{msgGroupPairs, pairFlags},
		termFlags, inputFlags, linesFlags, otherFlags,
	},
	needs: 1, words: 1, most: anyNumber, run: runCollocates,
	appendix: func(p *program) {
		rows := append(pairMeasureRows(), measureRows(&stats.Placed)...)
		p.writeMeasures(msgMeasures, append(rows, measureRows(&stats.DocumentTests)...))
	},
}

// noSuchWord is the error where the word that a command is about does not occur.
type noSuchWord struct {
	word    string
	nearest string // a term that does, or nothing
}

func (e *noSuchWord) Error() string { return e.word }

// node finds the term that a word names.
func node(r *corpus.Record, count corpus.CountOptions, word string) (uint32, error) {
	x, err := tokenize.NewExtractor(count.Terms)
	if err != nil {
		return 0, err
	}
	word = (&corpus.Cleaner{}).Clean(word).Text
	for _, w := range []string{word, x.Fold(word)} {
		if i, ok := r.Find(w); ok {
			return uint32(i), nil
		}
	}
	e := &noSuchWord{word: word}
	if _, ok := r.Find(word + "다"); ok {
		e.nearest = word + "다"
	}
	return 0, e
}

// complainNoSuchWord says that a word does not occur.
func (p *program) complainNoSuchWord(err error) bool {
	var e *noSuchWord
	if !errors.As(err, &e) {
		return false
	}
	p.say(p.text(msgNoSuchWord, e.word))
	if e.nearest != "" {
		p.say(p.text(msgNearest, e.nearest))
	} else {
		p.say(p.text(msgNoSuchWordHint))
	}
	return true
}

// widestTable is the window up to which the table shows each distance in a column of its own.
const widestTable = 10

func runCollocates(p *program, o *options, args []string) error {
	t := &report.Table{Command: "collocates", Title: messages[msgCollocatesTitle]}
	a, err := associationSettings(o, stats.Placed.Names(), stats.DocumentTests.Names())
	if err != nil {
		return err
	}
	if err := secondReading(o, args[1:]); err != nil {
		return err
	}
	a.settle(p)
	if a.window == 0 {
		return p.collocatesWithin(o, a, args, t)
	}
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	r, count, err := p.record(o, args[1:], t)
	if err != nil {
		return err
	}
	at, err := node(r, count, args[0])
	if err != nil {
		return err
	}
	c, err := r.Collocates(a.pairOptions(), at)
	if err != nil {
		return err
	}
	span := uint64(2 * a.window)
	if o.ordered {
		span = uint64(a.window)
	}
	var kept []*corpus.Collocate
	pruned := 0
	for i := range c.Terms {
		x := &c.Terms[i]
		n := x.Left + x.Right
		if o.ordered {
			n = x.Right
		}
		switch {
		case n == 0, x.Term == at && !o.ordered: // two nodes near each other are no pair without order
		case n < uint64(o.minFreq):
			pruned++
		default:
			kept = append(kept, x)
			a.add(stats.Pair{O11: n, F1: r.Terms[at].Freq, F2: r.Terms[x.Term].Freq, N: uint64(len(r.Running)), Span: span, Margins: a.margins})
		}
	}
	a.places = func(row int) stats.Places {
		at := kept[row].At
		x := stats.Places{Left: slices.Clone(at[:a.window]), Right: at[a.window:]}
		slices.Reverse(x.Left)
		return x
	}
	if slices.ContainsFunc(a.as, func(x asked) bool { _, ok := stats.DocumentTests.Find(x.name); return ok }) {
		if err := p.windowsByDocument(a, r, at, func(row int) uint32 { return kept[row].Term }); err != nil {
			return err
		}
	}
	sides := figure{[]report.Column{
		{Key: "left", Heading: messages[msgColLeftCount], About: messages[msgAboutLeftCount], Kind: report.Count},
		{Key: "right", Heading: messages[msgColRightCount], About: messages[msgAboutRightCount], Kind: report.Count},
	}, func(dst []report.Cell, row int) []report.Cell {
		return append(dst, report.Int(kept[row].Left), report.Int(kept[row].Right))
	}, nil}
	var places figure
	if a.window <= widestTable {
		for i := range 2 * a.window {
			key, about := "l"+strconv.Itoa(a.window-i), textsOf(msgAboutPlaceLeft, a.window-i)
			if i >= a.window {
				key, about = "r"+strconv.Itoa(i-a.window+1), textsOf(msgAboutPlaceRight, i-a.window+1)
			}
			places.columns = append(places.columns, report.Column{Key: key, About: about, Kind: report.Count})
		}
		places.append = func(dst []report.Cell, row int) []report.Cell {
			for _, n := range kept[row].At {
				dst = append(dst, report.Int(n))
			}
			return dst
		}
	}
	return p.collocatesTable(o, a, args[1:], t, format, r, count, at, func(i int) uint32 { return kept[i].Term }, sides, places, pruned)
}

// windowsByDocument makes a row's samples for tests over documents: how frequent a collocate is in the windows around the
// node, document by document, and how frequent in the rest of the documents.
func (p *program) windowsByDocument(a *associations, r *corpus.Record, node uint32, term func(row int) uint32) error {
	x, err := r.Surroundings(a.pairOptions(), node)
	if err != nil {
		return err
	}
	if x.Inside < 2 || x.Outside < 2 {
		p.failed = true
		p.say(p.text(msgTestsOfWindows, min(x.Inside, x.Outside)))
		p.say(p.text(msgTestsHint))
	}
	a.samples = func(row int) (s stats.Samples) {
		inside, outside := x.Of(term(row))
		return stats.Samples{X: inside, ZeroX: x.Inside - uint64(len(inside)), Y: outside, ZeroY: x.Outside - uint64(len(outside))}
	}
	return nil
}

// ownFigure gives the columns of a measure that is of more than a pair's counts; ok is false where the name is of no such.
func (a *associations) ownFigure(x asked, d *doubts, full bool) (f figure, ok bool, err error) {
	placed, err := measureIn(&stats.Placed, x)
	if err == nil && placed != nil {
		if a.places == nil {
			return f, false, wrong(msgNeedsWindow, "--measures "+x.name)
		}
		return newFigure(placed, &a.options, d, full, a.places), true, nil
	}
	tested, err2 := measureIn(&stats.DocumentTests, x)
	if err = cmp.Or(err, err2); err != nil || tested == nil {
		return f, false, err
	}
	if a.samples == nil {
		return f, false, wrong(msgNeedsWindow, "--measures "+x.name)
	}
	return newFigure(tested, &a.options, d, full, a.samples), true, nil
}

// ownValue gives what rows are put in order by, where the measure is of more than a pair's counts; else nil.
func (a *associations) ownValue(by string) (func(row int) float64, error) {
	x := asked{name: by}
	for _, y := range a.as {
		if y.name == by {
			x = y
		}
	}
	f, ok, err := a.ownFigure(x, newDoubts(&report.Table{}), false)
	if err != nil || !ok {
		return nil, err
	}
	sign := 1.0
	if _, test := stats.DocumentTests.Find(by); test && f.columns[0].Kind == report.Probability {
		sign = -1
	}
	return func(row int) float64 {
		v, _ := f.append(nil, row)[0].Number()
		return sign * v
	}, nil
}

// ownOrder gives the rows with the larger values first, then those that were seen more often, then by name.
func (a *associations) ownOrder(value func(row int) float64) ([]int, error) {
	limit, err := a.maxP()
	if err != nil {
		return nil, err
	}
	values := make([]float64, len(a.input))
	inParallel(len(values), a.o.threads, func(i int) {
		if values[i] = value(i); math.IsNaN(values[i]) {
			values[i] = math.Inf(-1)
		}
	})
	var order []int
	for _, row := range a.byName() {
		if limit == 0 || a.adj[a.input[row]].Float() < limit {
			order = append(order, int(row))
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(values[y], values[x]), cmp.Compare(a.of(y).O11, a.of(x).O11))
	})
	return a.cut(order), nil
}

// collocatesWithin is collocates by scopes that hold both words: there are no sides and no places then.
func (p *program) collocatesWithin(o *options, a *associations, args []string, t *report.Table) error {
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	r, count, err := p.record(o, args[1:], t)
	if err != nil {
		return err
	}
	at, err := node(r, count, args[0])
	if err != nil {
		return err
	}
	pairs, err := r.PairsOf(a.pairOptions(), at)
	if err != nil {
		return err
	}
	var kept []uint32
	pruned := 0
	for _, x := range pairs.Pairs {
		if x.N < uint64(o.minFreq) {
			pruned++
			continue
		}
		kept = append(kept, x.B)
		a.add(stats.Pair{O11: x.N, F1: pairs.Freq[at], F2: pairs.Freq[x.B], N: pairs.N, Span: 1})
	}
	return p.collocatesTable(o, a, args[1:], t, format, r, count, at, func(i int) uint32 { return kept[i] }, figure{}, figure{}, pruned)
}

// collocatesTable prints the collocates of a word.
func (p *program) collocatesTable(o *options, a *associations, inputs []string, t *report.Table, format *report.Format, r *corpus.Record, count corpus.CountOptions,
	at uint32, term func(i int) uint32, sides, places figure, pruned int) error {
	a.names = func(x, y int) int { return strings.Compare(r.Terms[term(x)].Term, r.Terms[term(y)].Term) }
	a.byName = func() []uint32 {
		order := make([]uint32, len(a.input))
		for i := range order {
			order[i] = uint32(i)
		}
		slices.SortFunc(order, func(x, y uint32) int { return a.names(int(x), int(y)) })
		return order
	}
	a.family = uint64(len(a.input) + pruned)
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
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutCollocate], Strong: true},
		{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
	}, func(dst []report.Cell, row int) []report.Cell {
		c := &r.Terms[term(row)]
		dst = append(dst, report.Str(c.Term))
		if c.Tag == tokenize.None {
			return append(dst, report.Cell{})
		}
		return append(dst, report.Str(tagOf(count.Terms.Tagset, c)))
	}, nil}
	all := []figure{names}
	if sides.append != nil {
		all = append(all, sides)
	}
	all = append(all, figures...)
	if places.append != nil {
		all = append(all, places)
	}
	if o.kwic > 0 {
		f, err := p.examplesAcross(o, inputs, count, a.ofPairs(), order, func(row int) string {
			return corpus.PairKey(r.Terms[at].Term, r.Terms[term(row)].Term, o.ordered && a.window > 0)
		}, a.across(), a.within)
		if err != nil {
			return err
		}
		all = append(all, f)
	}
	for _, f := range all {
		t.Columns = append(t.Columns, f.columns...)
	}
	t.Rows = rows(all, order, o.threads)
	n, span := uint64(0), uint64(1)
	if len(a.inputs) > 0 {
		n, span = a.inputs[0].N, a.inputs[0].Span
	}
	t.Summary = append(a.summary(r, n),
		report.Field{Key: "node", Label: messages[msgNode], Value: report.Str(r.Terms[at].Term)},
		report.Field{Key: "node_freq", Label: messages[msgNodeFreq], Value: report.Int(r.Terms[at].Freq)})
	a.expectedNote(d, span)
	a.oneScopeNote(d, n)
	if pruned > 0 {
		d.note("pruned", msgPrunedCollocates, o.minFreq, pruned)
	}
	return p.writeTable(o, format, t)
}
