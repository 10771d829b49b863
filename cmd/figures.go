package cmd

import (
	"cmp"
	"errors"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/chart"
	"kstat/report/page"
	"kstat/tokenize"
)

// The charts that a command can draw instead of printing a table.
const (
	figureBar     = "bar"
	figureCloud   = "cloud"
	figureStrip   = "strip"
	figureScatter = "scatter"
)

// The formats of charts.
const (
	formatSVG = "svg"
	formatPNG = "png"
)

func plotFormatNames() []string { return append(formatNames(), formatSVG, formatPNG) }

// figureFlag is the flag that chooses among the charts of a command, of which the first is the usual one.
func figureFlag(kinds ...string) *flag {
	return &flag{name: "figure", value: "KIND", usage: msgFlagFigure, choices: func() []string { return kinds },
		text: func(o *options) *string { return &o.figure }}
}

var (
	freqFigure       = figureFlag(figureBar, figureCloud, figureStrip)
	ngramsFigure     = figureFlag(figureBar, figureCloud)
	keywordsFigure   = figureFlag(figureCloud, figureBar)
	compareFigure    = figureFlag(figureScatter, figureBar)
	dispersionFigure = figureFlag(figureStrip)
	reportFigure     = figureFlag(figureCloud, figureBar, figureStrip)

	flagFont = flag{name: "font", value: "FILE", usage: msgFlagFont, names: readsFile,
		text: func(o *options) *string { return &o.font }}
)

// figureGroup are the flags of the output of a command that draws charts.
func figureGroup(figure *flag, flags ...*flag) flagGroup {
	return flagGroup{msgGroupOutput, append(flags, &flagPlotFormat, figure, &flagFont, &flagOutput)}
}

// How much a chart shows where nobody asks for another number.
const (
	mostBars   = 30
	mostStrips = 30
)

// drawn is a chart as it was asked for.
type drawn struct {
	kind   string
	format string
	font   *chart.Font // nil for SVG
}

// drawnFigure tells which chart is asked for; nil if it is a table. The kinds are those of the command.
func (p *program) drawnFigure(o *options, choice *flag) (*drawn, error) {
	format := o.format
	if format == "" && o.toFile() {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.output)), ".")
	}
	if format != formatSVG && format != formatPNG {
		if flag := firstGiven(given{"--figure", o.figure != ""}, given{"--font", o.font != ""}); flag != "" {
			return nil, wrong(msgOnlyInFigures, flag).hinted(msgGiveOutput, "."+formatSVG)
		}
		return nil, nil
	}
	d := &drawn{kind: o.figure, format: format}
	if d.kind == "" {
		d.kind = choice.choices()[0]
	}
	p.rec.settle(choice, d.kind)
	if flag := firstGiven(given{"--kwic", o.kwic > 0}, given{"--frames", o.frames}, given{"--measures", o.measures != "" && choice != dispersionFigure},
		given{"--as", o.as != "" && (choice == freqFigure || choice == ngramsFigure)}); flag != "" {
		return nil, wrong(msgNotInFigures, flag)
	}
	if format == formatSVG {
		if o.font != "" {
			return nil, wrong(msgFontOfSVG).hinted(msgGiveOutput, "."+formatPNG)
		}
		return d, nil
	}
	if p.terminal && !o.toFile() {
		return nil, wrong(msgBinary, formatPNG).hinted(msgGiveOutput, "."+formatPNG)
	}
	var err error
	if o.font == "" {
		if d.font, err = chart.FindFont(); err != nil {
			return nil, wrong(msgNoFont).hinted(msgNoFontHint)
		}
		p.rec.settle(&flagFont, d.font.Files[0])
		return d, nil
	}
	if d.font, err = chart.OpenFont(o.font); err != nil {
		var unfit *chart.UnfitError
		switch {
		case errors.As(err, &unfit) && unfit.Lacks != 0:
			return nil, wrong(msgFontLacks, o.font, string(unfit.Lacks)).hinted(msgNoFontHint)
		case errors.As(err, &unfit):
			return nil, wrong(msgNoSuchFont, o.font).hinted(msgNoFontHint)
		}
		return nil, &writeError{o.font, err}
	}
	return d, nil
}

// tallestPNG is how high a chart can be as PNG, in its units: more than that is a strip of paper of a metre, and hundreds of
// megabytes while it is drawn.
const tallestPNG = 4000

// writeFigure writes a chart to where the options say.
func (p *program) writeFigure(o *options, d *drawn, f *chart.Drawing) error {
	if d.font != nil && f.Height > tallestPNG {
		return wrong(msgFigureTooTall).hinted(msgFigureTooTallHint)
	}
	return p.write(o, d.format, func(w io.Writer) error {
		if d.font != nil {
			return f.WritePNG(w, d.font)
		}
		return f.WriteSVG(w)
	})
}

// figureTitle says what a chart shows, and of which inputs.
func (p *program) figureTitle(m msg, inputs []string) string {
	var names []string
	for i, in := range inputs {
		if i == 3 {
			names = append(names, "…")
			break
		}
		if in == "-" {
			in = p.text(msgReportStdin)
		}
		names = append(names, filepath.Base(in))
	}
	if len(names) == 0 {
		names = append(names, p.text(msgReportStdin))
	}
	return p.text(m, strings.Join(names, ", "))
}

// atMost gives how many rows a chart shows.
func atMost(o *options, usual, all int) int {
	if o.top > 0 {
		return min(o.top, all)
	}
	return min(usual, all)
}

// classColors are the colours of the coarse parts of speech.
var classColors = map[page.Class]chart.Color{page.Noun: chart.Accent, page.Predicate: chart.Second, page.Adverb: chart.Third, page.Other: chart.Dim}

// classes are the coarse parts of speech in the order of legends.
var classes = [...]page.Class{page.Noun, page.Predicate, page.Adverb, page.Other}

// classLegend explains the colours of the classes that the terms have, where there are several.
func (p *program) classLegend(counts []corpus.Count) []chart.LegendItem {
	return p.legendOf(func(c page.Class) bool {
		return slices.ContainsFunc(counts, func(x corpus.Count) bool { return x.Tag != tokenize.None && wordClass(x.Tag) == c })
	})
}

// wordLegend is classLegend for the words of a page.
func (p *program) wordLegend(words []page.Word) []chart.LegendItem {
	return p.legendOf(func(c page.Class) bool {
		return slices.ContainsFunc(words, func(w page.Word) bool { return w.Class == c })
	})
}

// legendOf explains the colours of the classes that are there, where there are several.
func (p *program) legendOf(has func(page.Class) bool) (legend []chart.LegendItem) {
	for _, c := range classes {
		if has(c) {
			legend = append(legend, chart.LegendItem{Color: classColors[c], Text: c.Name().In(p.lang)})
		}
	}
	if len(legend) < 2 {
		return nil
	}
	return legend
}

// termColor gives the colour of a term in charts of frequencies.
func termColor(c corpus.Count) chart.Color {
	if c.Tag == tokenize.None {
		return chart.Accent
	}
	return classColors[wordClass(c.Tag)]
}

// drawFrequencies draws a frequency list.
func (p *program) drawFrequencies(o *options, d *drawn, counts []corpus.Count, inputs []string) error {
	if d.kind == figureCloud {
		counts = counts[:atMost(o, chart.PrintCloud.Most, len(counts))]
		words := make([]chart.Weighted, len(counts))
		for i, c := range counts {
			words[i] = chart.Weighted{Text: c.Term, Weight: float64(c.Freq), Color: termColor(c)}
		}
		return p.writeFigure(o, d, chart.DrawCloud(p.figureTitle(msgFigureFrequent, inputs), words, p.classLegend(counts)))
	}
	counts = counts[:atMost(o, mostBars, len(counts))]
	bars := make([]chart.Bar, len(counts))
	for i, c := range counts {
		bars[i] = chart.Bar{Label: c.Term, Value: float64(c.Freq), Text: grouped(strconv.FormatUint(c.Freq, 10)), Color: termColor(c)}
	}
	return p.writeFigure(o, d, chart.DrawBars(p.figureTitle(msgFigureFrequent, inputs), p.text(msgColFreq), bars, p.classLegend(counts)))
}

// drawStrips draws where the most frequent terms stand.
func (p *program) drawStrips(o *options, d *drawn, args []string, t *report.Table) error {
	r, _, err := p.record(o, args, t)
	if err != nil {
		return err
	}
	var ends []int
	if len(r.Sources) <= 60 { // more lines would be a grey field
		for _, s := range r.Sources {
			ends = append(ends, s.End)
		}
	}
	positions := r.Positions()
	var strips []chart.Strip
	for i, c := range r.Terms[:atMost(o, mostStrips, len(r.Terms))] {
		if c.Freq < uint64(o.minFreq) {
			break
		}
		s := chart.Strip{Label: c.Term, Text: grouped(strconv.FormatUint(c.Freq, 10)), Length: len(r.Running), Ends: ends}
		for _, k := range positions.Of(i) {
			s.Marks = append(s.Marks, int(k))
		}
		strips = append(strips, s)
	}
	return p.writeFigure(o, d, chart.DrawStrips(p.figureTitle(msgFigureStrips, args), strips))
}

// drawScores draws terms with a score.
func (p *program) drawScores(o *options, d *drawn, title, axis string, counts []corpus.Count, score []float64) error {
	n := atMost(o, mostBars, len(counts))
	if d.kind == figureCloud {
		n = atMost(o, chart.PrintCloud.Most, len(counts))
		words := make([]chart.Weighted, n)
		for i := range words {
			words[i] = chart.Weighted{Text: counts[i].Term, Weight: score[i], Color: termColor(counts[i])}
		}
		return p.writeFigure(o, d, chart.DrawCloud(title, words, p.classLegend(counts[:n])))
	}
	bars := make([]chart.Bar, n)
	for i := range bars {
		bars[i] = chart.Bar{Label: counts[i].Term, Value: score[i], Text: strconv.FormatFloat(score[i], 'f', 2, 64), Color: termColor(counts[i])}
	}
	return p.writeFigure(o, d, chart.DrawBars(title, axis, bars, p.classLegend(counts[:n])))
}

// draw draws a comparison, of which order are the rows as they would be listed.
func (c *comparison) draw(p *program, d *drawn, order []int, inputs []string) error {
	o, measures := c.o, keyMeasures()
	sides := []chart.LegendItem{
		{Color: chart.Accent, Text: p.text(msgFigureKeyOf, "A: "+filepath.Base(c.side[0].name))},
		{Color: chart.Second, Text: p.text(msgFigureKeyOf, "B: "+filepath.Base(c.side[1].name))},
		{Color: chart.Dim, Text: p.text(msgFigureNotKey)},
	}
	switch d.kind {
	case figureScatter:
		words := make([]chart.Faced, atMost(o, mostCompared, len(c.rows)))
		for row := range words {
			words[row] = measures.faced(c.join.Terms[c.rows[row]], c.of(row), &c.options)
		}
		return p.writeFigure(o, d, chart.DrawScatter(p.text(msgFigureScatter, filepath.Base(c.side[0].name), filepath.Base(c.side[1].name)),
			p.text(msgFigurePerMillion, "A: "+filepath.Base(c.side[0].name)), p.text(msgFigurePerMillion, "B: "+filepath.Base(c.side[1].name)), words, sides))
	case figureCloud: // the words of A by their frequency
		byFreq := make([]int, len(c.rows))
		for row := range byFreq {
			byFreq[row] = row
		}
		slices.SortStableFunc(byFreq, func(x, y int) int { return cmp.Compare(c.of(y).A, c.of(x).A) })
		words := make([]chart.Weighted, atMost(o, chart.PrintCloud.Most, len(byFreq)))
		for i := range words {
			f := measures.faced(c.join.Terms[c.rows[byFreq[i]]], c.of(byFreq[i]), &c.options)
			words[i] = chart.Weighted{Text: f.Text, Weight: float64(c.of(byFreq[i]).A), Color: chart.Dim}
			if f.Color == chart.Accent {
				words[i].Color = chart.Accent
			}
		}
		return p.writeFigure(o, d, chart.DrawCloud(p.figureTitle(msgFigureKeyCloud, inputs), words,
			[]chart.LegendItem{{Color: chart.Accent, Text: p.text(msgFigureKey, filepath.Base(c.side[1].name))}, {Color: chart.Dim, Text: p.text(msgFigureNotKey)}}))
	}
	order = order[:atMost(o, mostBars, len(order))]
	bars := make([]chart.Bar, len(order))
	for i, row := range order {
		k := measures.key(c.of(row), &c.options)
		bars[i] = chart.Bar{
			Label: c.join.Terms[c.rows[row]], Value: float64(k.LogRatio), Text: strings.Replace(strconv.FormatFloat(float64(k.LogRatio), 'f', 2, 64), "-", "−", 1),
			Lo: float64(k.Lo), Hi: float64(k.Hi), Color: chart.Accent,
		}
		if c.of(row).KeyIn() < 0 {
			bars[i].Color = chart.Second
		}
	}
	if c.onlyA {
		return p.writeFigure(o, d, chart.DrawBars(p.figureTitle(msgFigureKeys, inputs), p.text(msgFigureLogRatio), bars, nil))
	}
	return p.writeFigure(o, d, chart.DrawBars(p.text(msgFigureScatter, filepath.Base(c.side[0].name), filepath.Base(c.side[1].name)),
		p.text(msgFigureLogRatio), bars, sides[:2]))
}

// drawReport draws one of the figures of a report's page, as it is there.
func (p *program) drawReport(o *options, d *drawn, r *page.Report, inputs []string) error {
	limit := func(usual int) []page.Word { return r.Words[:min(usual, len(r.Words))] }
	switch d.kind {
	case figureBar:
		var bars []chart.Bar
		for _, w := range limit(mostBars) {
			bars = append(bars, chart.Bar{Label: w.Term, Value: float64(w.Freq), Text: grouped(strconv.FormatUint(w.Freq, 10)), Color: classColors[w.Class]})
		}
		return p.writeFigure(o, d, chart.DrawBars(p.figureTitle(msgFigureFrequent, inputs), p.text(msgColFreq), bars, p.wordLegend(limit(mostBars))))
	case figureStrip:
		var strips []chart.Strip
		for _, w := range limit(mostStrips) {
			s := chart.Strip{Label: w.Term, Text: grouped(strconv.FormatUint(w.Freq, 10)), Length: page.Places}
			for i := 0; i < len(w.Strip); i += 2 {
				s.Marks = append(s.Marks, slices.Repeat(w.Strip[i:i+1], w.Strip[i+1])...)
			}
			strips = append(strips, s)
		}
		return p.writeFigure(o, d, chart.DrawStrips(p.figureTitle(msgFigureStrips, inputs), strips))
	}
	key := make(map[int]bool)
	for _, k := range r.Keys {
		if k.G2 >= page.SureKey {
			for _, w := range k.Of {
				key[w] = true
			}
		}
	}
	shown := limit(chart.PrintCloud.Most)
	legend, title := p.wordLegend(shown), msgFigureFrequent
	if len(key) > 0 {
		legend, title = []chart.LegendItem{{Color: chart.Accent, Text: p.text(msgFigureSureKey)}, {Color: chart.Dim, Text: p.text(msgFigureNotKey)}}, msgFigureKeyCloud
	}
	var words []chart.Weighted
	for i, w := range shown {
		word := chart.Weighted{Text: w.Term, Weight: float64(w.Freq), Color: classColors[w.Class]}
		if len(key) > 0 {
			if word.Color = chart.Dim; key[i] {
				word.Color = chart.Accent
			}
		}
		words = append(words, word)
	}
	return p.writeFigure(o, d, chart.DrawCloud(p.figureTitle(title, inputs), words, legend))
}

// stripsOf gives the bar code of a term as strips.
func stripsOf(b *report.Barcode) []chart.Strip {
	strips := make([]chart.Strip, len(b.Lines))
	for i, l := range b.Lines {
		strips[i] = chart.Strip{Label: l.Name, Text: grouped(strconv.Itoa(len(l.Marks))), Length: l.Length, Marks: l.Marks}
	}
	return strips
}

// isSure tells whether a word is coloured as a key word of a side: 1 for A, -1 for B, 0 for neither.
func isSure(in int, g2 float64) int {
	if math.Abs(g2) >= page.SureKey {
		return in
	}
	return 0
}
