package cmd

import (
	"slices"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/tokenize"
)

// contextOfExamples is how much a line behind a number shows on each side.
var contextOfExamples = corpus.Context{Eojeols: 5}

// secondReading refuses --kwic where the texts cannot be read again.
func secondReading(o *options, inputs []string) error {
	if o.kwic > 0 && (len(inputs) == 0 || slices.Contains(inputs, "-")) {
		return wrong(msgKwicStdin).hinted(msgKwicStdinHint)
	}
	return nil
}

// examples gives the columns kwic_1, kwic_2 …, which hold the first lines behind the numbers of a row, as
// document:line: left [match] right. key gives what a row is looked up by; the rows are those of order.
func (p *program) examples(o *options, inputs []string, count corpus.CountOptions, find func([]string) corpusFinder, order []int,
	key func(row int) string) (figure, error) {
	return p.examplesAcross(o, inputs, count, find, order, key, 0, corpus.WithinSentence)
}

// examplesAcross is examples for what reaches over the end of a sentence: across so many positions, within a scope.
func (p *program) examplesAcross(o *options, inputs []string, count corpus.CountOptions, find func([]string) corpusFinder, order []int,
	key func(row int) string, across int, within corpus.Scope) (figure, error) {
	var keys []string
	wanted := make(map[string]bool, len(order))
	for _, row := range order {
		if k := key(row); k != "" && !wanted[k] {
			wanted[k] = true
			keys = append(keys, k)
		}
	}
	src, err := p.sourceAgain(o, inputs)
	if err != nil {
		return figure{}, err
	}
	end := p.progress(src, inputs, false)
	lines, err := corpus.Examples(src, corpus.ExampleOptions{CountOptions: count, Find: find(keys), Wanted: wanted, Limit: o.kwic, Context: contextOfExamples, Across: across, Within: within})
	if end(); err != nil {
		return figure{}, err
	}
	var f figure
	for i := range o.kwic {
		n := strconv.Itoa(i + 1)
		f.columns = append(f.columns, report.Column{Key: "kwic_" + n, Heading: textsOf(msgColExampleLine, i+1), About: messages[msgAboutExampleLine]})
	}
	f.append = func(dst []report.Cell, row int) []report.Cell {
		found := lines[key(row)]
		for i := range o.kwic {
			if i < len(found) {
				l := found[i]
				dst = append(dst, report.Str(l.Doc.Name+":"+strconv.Itoa(l.Number)+": "+strings.TrimSpace(l.Left+"["+l.Node+"]"+l.Right)))
			} else {
				dst = append(dst, report.Cell{})
			}
		}
		return dst
	}
	return f, nil
}

// corpusFinder is ExampleOptions.Find.
type corpusFinder = func([]tokenize.Term, func(string, int, int))

// ofGrams makes a finder of terms or n-grams.
func ofGrams(count corpus.CountOptions) func([]string) corpusFinder {
	return func([]string) corpusFinder { return corpus.FindGrams(max(1, count.N), count.Glue, count.Skip) }
}

// across is how far a pair of a table may reach over the end of a sentence.
func (a *associations) across() int {
	if a.within == corpus.WithinSentence {
		return 0
	}
	return a.window
}

// ofPairs makes a finder of the pairs of a table.
func (a *associations) ofPairs() func([]string) corpusFinder {
	return func(keys []string) corpusFinder {
		words := make(map[string]bool)
		for _, k := range keys {
			for w := range strings.SplitSeq(k, unitSeparator) {
				words[w] = true
			}
		}
		return corpus.FindPairs(corpus.Window{Size: a.window, AcrossSentences: a.within != corpus.WithinSentence}, a.o.ordered && a.window > 0, words)
	}
}
