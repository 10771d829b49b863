package cmd

import (
	"fmt"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
)

var ngramsCommand = command{
	name: "ngrams", args: msgArgsFiles, short: msgNgramsShort, long: msgNgramsLong, example: msgNgramsExample,
	flags: []flagGroup{ngramsFlags, inputFlags, figureGroup(ngramsFigure, &flagTop, &flagExamples), otherFlags}, most: anyNumber, run: runNgrams,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, measureRows(&stats.Grams)) },
}

func runNgrams(p *program, o *options, args []string) error {
	return p.frequencies("ngrams", false, ngramsFigure, o, args)
}

// gramMeasures reads --measures for n-grams. What all measures cannot be of n-grams of this length is noted in the table.
func (p *program) gramMeasures(o *options, n int, t *report.Table) ([]*measured[stats.Gram], []asked, error) {
	if o.measures == "" {
		return nil, nil, nil
	}
	if flag := firstGiven(given{"--frames", o.frames}, given{"--maximal", o.maximal}, given{"--kwic", o.kwic > 0}); flag != "" {
		return nil, nil, wrong(msgExclusive, "--measures", flag)
	}
	names := stats.Grams.Names()
	as, err := askedFor(o.measures, names, names, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	if n < 2 || n > corpus.LongestAgreement {
		if o.measures != allMeasures {
			return nil, nil, wrong(msgGramLength, n, corpus.LongestAgreement).hinted(msgGramHint, corpus.LongestAgreement)
		}
		p.leftOut(t, textsOf(msgGramsLeftOut, strings.Join(names, ", "), n, corpus.LongestAgreement))
		return nil, nil, nil
	}
	var ms []*measured[stats.Gram]
	for _, a := range as {
		m, err := measureIn(&stats.Grams, a)
		if err != nil {
			return nil, nil, err
		}
		ms = append(ms, m)
	}
	return ms, as, nil
}

// gramFigures gives the columns of measures of n-grams; counts are the rows, all what was seen, of which they are the first.
func gramFigures(ms []*measured[stats.Gram], all []corpus.Count, d *doubts, full bool) (figures []figure) {
	if len(ms) == 0 {
		return nil
	}
	of := corpus.Agreements(all, unitSeparator)
	for _, m := range ms {
		figures = append(figures, newFigure(m, &stats.Options{}, d, full, func(row int) stats.Gram { return of(row) }))
	}
	return figures
}

// shownFillers is how many of the terms in the slot of a frame are named.
const shownFillers = 5

// frames prints the n-grams with a slot.
func (p *program) frames(o *options, format *report.Format, t *report.Table, counter *corpus.Counter, glue string) error {
	frames := corpus.Frames(counter.Counts(1, 0), unitSeparator)
	for i := range frames {
		if frames[i].Freq < uint64(o.minFreq) || o.top > 0 && i == o.top {
			frames = frames[:i]
			break
		}
	}
	t.Columns = []report.Column{
		{Key: "rank", Heading: messages[msgColRank], About: messages[msgAboutRank], Kind: report.Count},
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutFrame], Strong: true},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "per_million", Heading: messages[msgColPerMillion], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "fillers", Heading: messages[msgColFillers], About: messages[msgAboutFillers], Kind: report.Count},
		{Key: "filled_by", Heading: messages[msgColFilledBy], About: messages[msgAboutFilledBy]},
	}
	t.Rows = func(yield func([]report.Cell) bool) {
		for i, f := range frames {
			var by []string
			for _, x := range f.Fillers[:min(shownFillers, len(f.Fillers))] {
				by = append(by, fmt.Sprintf("%s %d", x.Term, x.Freq))
			}
			if !yield([]report.Cell{report.Int(i + 1), report.Str(strings.ReplaceAll(f.Term, unitSeparator, glue)), report.Int(f.Freq),
				report.Float(float64(f.Freq) * 1e6 / float64(counter.Tokens)), report.Int(len(f.Fillers)), report.Str(strings.Join(by, ", "))}) {
				return
			}
		}
	}
	t.Summary = summary(counter)
	return p.writeTable(o, format, t)
}
