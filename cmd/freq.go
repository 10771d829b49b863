package cmd

import (
	"slices"

	"kstat/corpus"
	"kstat/report"
	"kstat/tokenize"
)

var freqCommand = command{
	name: "freq", args: msgArgsFiles, short: msgFreqShort, long: msgFreqLong, example: msgFreqExample,
	flags: []flagGroup{unitFlags, inputFlags, tableFlags, otherFlags}, most: anyNumber, run: runFreq,
}

func runFreq(p *program, o *options, args []string) error {
	return p.frequencies("freq", true, o, args)
}

// frequencies counts and prints the frequency list of terms or n-grams, with a column for tags or without.
func (p *program) frequencies(name string, tags bool, o *options, args []string) error {
	t := &report.Table{Command: name, Title: messages[msgFreqTitle]}
	count, err := p.countOptions(o, &t.Notes)
	if err != nil {
		return err
	}
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	src, err := p.source(o, args)
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
	t.Columns = []report.Column{
		{Key: "rank", Heading: messages[msgColRank], About: messages[msgAboutRank], Kind: report.Count},
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutTerm], Strong: true},
		{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "per_million", Heading: messages[msgColPerMillion], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "doc_freq", Heading: messages[msgColDocFreq], About: messages[msgAboutDocFreq], Kind: report.Count},
	}
	if !tags {
		t.Columns = slices.Delete(t.Columns, 2, 3)
	}
	counts := counter.Counts(uint64(o.minFreq), o.top)
	row := make([]report.Cell, len(t.Columns))
	t.Rows = func(yield func([]report.Cell) bool) {
		for i, c := range counts {
			row = append(row[:0], report.Int(i+1), report.Str(c.Term))
			switch {
			case !tags:
			case c.Tag == tokenize.None:
				row = append(row, report.Cell{})
			default:
				row = append(row, report.Str(count.Terms.Tagset.Name(c.Tag)))
			}
			row = append(row, report.Int(c.Freq), report.Float(float64(c.Freq)*1e6/float64(counter.Tokens)), report.Int(c.Docs))
			if !yield(row) {
				return
			}
		}
	}
	t.Summary = summary(counter)
	return p.writeTable(o, format, t)
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
