package cmd

import (
	"slices"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

var freqCommand = command{
	name: "freq", args: msgArgsFiles, short: msgFreqShort, long: msgFreqLong, example: msgFreqExample,
	flags: []flagGroup{unitFlags, {msgGroupDispersion, []*flag{&flagDispersionMeasures, &flagParts, &flagAs}}, inputFlags, figureGroup(freqFigure, &flagTop, &flagExamples), otherFlags},
	most:  anyNumber, run: runFreq,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, measureRows(&stats.Dispersions)) },
}

func runFreq(p *program, o *options, args []string) error {
	return p.frequencies("freq", true, freqFigure, o, args)
}

// frequencies counts and prints the frequency list of terms or n-grams, with a column for tags or without.
func (p *program) frequencies(name string, tags bool, choice *flag, o *options, args []string) error {
	t := &report.Table{Command: name, Title: messages[msgFreqTitle]}
	count, err := p.countOptions(o, &t.Notes)
	if err != nil {
		return err
	}
	fig, err := p.drawnFigure(o, choice)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	if err := secondReading(o, args); err != nil {
		return err
	}
	if tags && (o.measures != "" || o.as != "") {
		return p.spreadFrequencies(o, args, t, format, tags, count.Terms.Tagset)
	}
	if o.parts != "" {
		return wrong(msgPartsWithoutMeasures)
	}
	if fig != nil && fig.kind == figureStrip {
		return p.drawStrips(o, fig, args, t)
	}
	var grams []*measured[stats.Gram]
	var as []asked
	if !tags {
		if grams, as, err = p.gramMeasures(o, count.N, t); err != nil {
			return err
		}
	}
	glue := count.Glue
	if len(grams) > 0 {
		count.Glue = unitSeparator
	}
	if count.Skip = o.skip; o.frames {
		switch {
		case o.maximal:
			return wrong(msgExclusive, "--frames", "--maximal")
		case o.kwic > 0:
			return wrong(msgExclusive, "--frames", "--kwic")
		case count.N < 3:
			return wrong(msgFramesTooShort, count.N).hinted(msgFramesHint)
		}
		count.Glue = unitSeparator
	}
	if o.maximal {
		if o.skip > 0 {
			return wrong(msgExclusive, "--skip", "--maximal")
		}
		// Down to pairs; joined by what stands in no term, so that they can be taken apart again.
		count.Least, count.Glue = min(2, count.N), unitSeparator
	}
	src, err := p.source(o, roleText, args)
	if err != nil {
		return err
	}
	end := p.progress(src, args, false)
	defer end()
	counter, err := corpus.CountTerms(src, count)
	end()
	if err != nil {
		return err
	}
	counts := counter.Counts(uint64(o.minFreq), o.top)
	if o.frames {
		return p.frames(o, format, t, counter, glue)
	}
	if o.maximal {
		counts = maximal(counter, o, glue, t)
	}
	if fig != nil {
		return p.drawFrequencies(o, fig, counts, args)
	}
	d := newDoubts(t)
	var measures []figure
	if len(grams) > 0 {
		measures = gramFigures(grams, counter.Counts(1, 0), d, forPrograms(format))
		for i := range counts {
			counts[i].Term = strings.ReplaceAll(counts[i].Term, unitSeparator, glue)
		}
		recordMeasures(p.rec, &stats.Grams, as)
	}
	f := frequencyFigure(tags, count.Terms.Tagset, counter.Tokens, counts)
	figures, err := p.withExamples(o, args, count, glue, append([]figure{f}, measures...), counts)
	if err != nil {
		return err
	}
	for _, f := range figures {
		t.Columns = append(t.Columns, f.columns...)
	}
	t.Rows = rows(figures, upTo(len(counts)), o.threads)
	t.Summary = summary(counter)
	return p.writeTable(o, format, t)
}

// withExamples adds the lines behind the numbers of a frequency list. With n-grams of several lengths those of each length are
// looked for.
func (p *program) withExamples(o *options, args []string, count corpus.CountOptions, glue string, figures []figure, counts []corpus.Count) ([]figure, error) {
	if o.kwic == 0 {
		return figures, nil
	}
	find := func([]string) corpusFinder {
		return func(terms []tokenize.Term, hit func(string, int, int)) {
			most := max(1, count.N)
			least := most
			if count.Least > 0 {
				least = count.Least
			}
			for n := least; n <= most; n++ {
				corpus.FindGrams(n, glue, count.Skip)(terms, hit)
			}
		}
	}
	f, err := p.examples(o, args, count, find, upTo(len(counts)), func(row int) string { return counts[row].Term })
	return append(figures, f), err
}

// unitSeparator is the control character for such uses; cleaning takes it out of text.
const unitSeparator = "\x1f"

// maximal gives the n-grams that are not nested in longer ones, and notes how many were.
func maximal(counter *corpus.Counter, o *options, glue string, t *report.Table) []corpus.Count {
	all := counter.Counts(1, 0)
	kept := corpus.Maximal(all, unitSeparator)
	t.Notes = append(t.Notes, report.Note{Kind: "nested", Text: textsOf(msgNested, len(all)-len(kept))})
	for i := range kept {
		if kept[i].Freq < uint64(o.minFreq) || o.top > 0 && i == o.top {
			kept = kept[:i]
			break
		}
		kept[i].Term = strings.ReplaceAll(kept[i].Term, unitSeparator, glue)
	}
	return kept
}

// spreadFrequencies is frequencies with measures of how the terms are spread, for which their places must be known.
func (p *program) spreadFrequencies(o *options, args []string, t *report.Table, format *report.Format, tags bool, set tokenize.Tagset) error {
	as, err := dispersionMeasures(o, nil)
	if err != nil {
		return err
	}
	p.settleDispersions(o, as)
	t.Notes = nil // those of countOptions, which record makes anew
	r, count, err := p.record(o, args, t)
	if err != nil {
		return err
	}
	x, err := newDispersions(o, r, as)
	if err != nil {
		return err
	}
	counts := r.Terms
	for i := range counts {
		if counts[i].Freq < uint64(o.minFreq) || o.top > 0 && i == o.top {
			counts = counts[:i]
			break
		}
	}
	d := newDoubts(t)
	figures, err := x.figures(d, forPrograms(format), func(row int) int { return row })
	if err != nil {
		return err
	}
	f := frequencyFigure(tags, set, r.Tokens, counts)
	if figures, err = p.withExamples(o, args, count, count.Glue, append([]figure{f}, figures...), counts); err != nil {
		return err
	}
	for _, f := range figures {
		t.Columns = append(t.Columns, f.columns...)
	}
	t.Rows = rows(figures, upTo(len(counts)), o.threads)
	t.Summary = append(recordSummary(r), x.summary(o)...)
	return p.writeTable(o, format, t)
}

// upTo gives the numbers below n.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// frequencyFigure gives the columns of a frequency list.
func frequencyFigure(tags bool, set tokenize.Tagset, tokens uint64, counts []corpus.Count) figure {
	columns := []report.Column{
		{Key: "rank", Heading: messages[msgColRank], About: messages[msgAboutRank], Kind: report.Count},
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutTerm], Strong: true},
		{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "per_million", Heading: messages[msgColPerMillion], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "doc_freq", Heading: messages[msgColDocFreq], About: messages[msgAboutDocFreq], Kind: report.Count},
	}
	if !tags {
		columns = slices.Delete(columns, 2, 3)
	}
	return figure{columns, func(dst []report.Cell, row int) []report.Cell {
		c := &counts[row]
		dst = append(dst, report.Int(row+1), report.Str(c.Term))
		switch {
		case !tags:
		case c.Tag == tokenize.None:
			dst = append(dst, report.Cell{})
		default:
			dst = append(dst, report.Str(tagOf(set, c)))
		}
		return append(dst, report.Int(c.Freq), report.Float(float64(c.Freq)*1e6/float64(tokens)), report.Int(c.Docs))
	}, nil}
}

// tagOf gives the tag of a term as the set writes it: of a morpheme, which is counted with its tag, as it stands in the term,
// VV-I of 걷/VV-I.
func tagOf(set tokenize.Tagset, c *corpus.Count) string {
	for _, name := range set.Names(c.Tag) {
		if form, ok := strings.CutSuffix(c.Term, name); ok && strings.HasSuffix(form, "/") {
			return name
		}
	}
	return set.Name(c.Tag)
}

// summary gives the sizes of what was counted.
func summary(c *corpus.Counter) []report.Field {
	return []report.Field{
		{Key: "documents", Label: messages[msgDocuments], Value: report.Int(c.Documents)},
		{Key: "sentences", Label: messages[msgSentences], Value: report.Int(c.Sentences)},
		{Key: "eojeols", Label: messages[msgEojeols], Value: report.Int(c.Eojeols)},
		{Key: "tokens", Label: messages[msgTokens], Value: report.Int(c.Tokens)},
		{Key: "types", Label: messages[msgTypes], Value: report.Int(c.Types())},
	}
}
