package cmd

import (
	"strconv"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/chart"
	"kstat/stats"
)

var dispersionCommand = command{
	name: "dispersion", args: msgArgsWord, short: msgDispersionShort, long: msgDispersionLong, example: msgDispersionExample,
	flags: []flagGroup{
		{msgGroupDispersion, []*flag{&flagDispersionMeasures, &flagParts, &flagAs}},
		dispersionUnitFlags, inputFlags,
		figureGroup(dispersionFigure, &flagTop),
		otherFlags,
	},
	needs: 1, words: 1, most: anyNumber, run: runDispersion,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, measureRows(&stats.Dispersions)) },
}

var dispersionUnitFlags = flagGroup{msgGroupUnit, []*flag{&flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagNgram}}

// plotWidth is how many characters a bar code of text has.
const plotWidth = 60

func runDispersion(p *program, o *options, args []string) error {
	as, err := dispersionMeasures(o, stats.Dispersions.Names())
	if err != nil {
		return err
	}
	p.settleDispersions(o, as)
	t := &report.Table{Command: "dispersion", Title: messages[msgDispersionTitle]}
	fig, err := p.drawnFigure(o, dispersionFigure)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	r, count, err := p.record(o, args[1:], t)
	if err != nil {
		return err
	}
	at, err := node(r, count, args[0])
	if err != nil {
		return err
	}
	x, err := newDispersions(o, r, as)
	if err != nil {
		return err
	}
	plot := plotOf(r, x, o, int(at))
	if fig != nil {
		strips := stripsOf(plot)
		return p.writeFigure(o, fig, chart.DrawStrips(p.text(msgPlotTitle, r.Terms[at].Term, r.Terms[at].Freq), strips[:atMost(o, len(strips), len(strips))]))
	}
	t.Columns = []report.Column{
		{Key: "part", Heading: messages[msgColPart], About: messages[msgAboutPart]},
		{Key: "tokens", Heading: messages[msgColTokens], About: messages[msgAboutTokens], Kind: report.Count},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "per_million", Heading: messages[msgColPerMillion], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "plot", Heading: messages[msgColPlot], About: messages[msgAboutPlot], Strong: true},
	}
	lines := plot.Lines
	if o.top > 0 && len(lines) > o.top {
		lines = lines[:o.top]
	}
	t.Rows = func(yield func([]report.Cell) bool) {
		for _, l := range lines {
			perMillion := report.Cell{}
			if l.Length > 0 {
				perMillion = report.Float(float64(len(l.Marks)) * 1e6 / float64(l.Length))
			}
			if !yield([]report.Cell{report.Str(l.Name), report.Int(l.Length), report.Int(len(l.Marks)), perMillion, report.Str(l.Text(plotWidth))}) {
				return
			}
		}
	}
	d := newDoubts(t)
	figures, err := x.figures(d, true, func(int) int { return int(at) })
	if err != nil {
		return err
	}
	g := report.Group{Key: "dispersion", Title: messages[msgGroupDispersionTitle]}
	for _, f := range figures {
		for i, cell := range f.append(nil, 0) {
			g.Fields = append(g.Fields, report.Field{Key: f.columns[i].Key, Label: f.columns[i].Heading, Value: cell, Decimals: max(3, f.columns[i].Decimals)})
		}
	}
	t.Groups = []report.Group{g}
	t.Summary = append(recordSummary(r),
		report.Field{Key: "term", Label: messages[msgColTerm], Value: report.Str(r.Terms[at].Term)},
		report.Field{Key: "freq", Label: messages[msgColFreq], Value: report.Int(r.Terms[at].Freq)},
		report.Field{Key: "doc_freq", Label: messages[msgColDocFreq], Value: report.Int(r.Terms[at].Docs)})
	t.Summary = append(t.Summary, x.summary(o)...)
	return p.writeTable(o, format, t)
}

// plotOf makes the bar code of a term: a line a part, a mark an occurrence.
func plotOf(r *corpus.Record, x *dispersions, o *options, term int) *report.Barcode {
	b := &report.Barcode{}
	from := 0
	for i, end := range x.division.Ends {
		name := strconv.Itoa(i + 1)
		if (o.parts == "" || o.parts == partsDocument) && i < len(r.Sources) {
			name = r.Sources[i].Name
		}
		l := report.BarcodeLine{Name: name, Length: end - from}
		for j, id := range r.Running[from:end] {
			if id == uint32(term) {
				l.Marks = append(l.Marks, j)
			}
		}
		b.Lines = append(b.Lines, l)
		from = end
	}
	return b
}
