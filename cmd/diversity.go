package cmd

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

var diversityCommand = command{
	name: "diversity", args: msgArgsFiles, short: msgDiversityShort, long: msgDiversityLong, example: msgDiversityExample,
	flags: []flagGroup{
		{msgGroupDiversity, []*flag{&flagDiversityMeasures, &flagDiversityWindow, &flagSample, &flagThreshold, &flagAs, &flagSeed, &flagOneList}},
		dispersionUnitFlags, inputFlags, tableFlags, otherFlags,
	},
	most: anyNumber, run: runDiversity,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, measureRows(&stats.Diversities)) },
}

// diversityDefault are the measures of diversity where none are asked for: all but vocd_d, which draws random samples, and
// lexical_density, which needs another unit.
func diversityDefault() []string {
	return slices.DeleteFunc(stats.Diversities.Names(), func(n string) bool { return n == "vocd_d" || n == "lexical_density" })
}

// diverseText is a row of the table of diversities.
type diverseText struct {
	name   string
	tokens uint64
	types  uint64
	text   *stats.Sequence
}

func runDiversity(p *program, o *options, args []string) error {
	var opt stats.Options
	var choices []stats.Choice
	if preset := o.preset(); preset != nil {
		if choices = preset.Diversities; len(choices) == 0 {
			return wrong(msgPresetLacks, preset.Name, "diversity")
		}
		opt = preset.Options
	}
	if o.freqList {
		if err := refuseText(o); err != nil {
			return err
		}
	}
	t := &report.Table{Command: "diversity", Title: messages[msgDiversityTitle]}
	names := stats.Diversities.Names()
	as, err := askedFor(o.measures, names, names, diversityDefault(), choices)
	if err != nil {
		return err
	}
	if as, err = p.computable(o, as, t); err != nil {
		return err
	}
	var ms []*measured[*stats.Sequence]
	for _, a := range as {
		m, err := measureIn(&stats.Diversities, a)
		if err != nil {
			return err
		}
		ms = append(ms, m)
	}
	if o.window > 0 {
		opt.Window = o.window
	}
	opt.HDDSample = uint64(o.sample)
	if o.threshold != "" {
		if opt.MTLDThreshold, err = parseShare("--threshold", o.threshold); err != nil {
			return err
		}
	}
	opt.Seed = uint64(o.seed)
	p.rec.settleMeasures(&flagDiversityMeasures, as)
	p.rec.settle(&flagDiversityWindow, strconv.Itoa(cmp.Or(opt.Window, stats.DefaultWindow)))
	recordMeasures(p.rec, &stats.Diversities, as)
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	texts, fields, err := p.diverseTexts(o, args, t)
	if err != nil {
		return err
	}
	d := newDoubts(t)
	full := forPrograms(format)
	var figures []figure
	for _, m := range ms {
		figures = append(figures, newFigure(m, &opt, d, full, func(row int) *stats.Sequence { return texts[row].text }))
	}
	if len(texts) > 1 {
		d.note("windows_cross_documents", msgWindowsCross)
	}
	lead := figure{[]report.Column{
		{Key: "doc", Heading: messages[msgColDoc], About: messages[msgAboutDoc], Strong: true},
		{Key: "tokens", Heading: messages[msgColTokens], About: messages[msgAboutRunning], Kind: report.Count},
		{Key: "types", Heading: messages[msgColTypes], About: messages[msgAboutTypes], Kind: report.Count},
	}, func(dst []report.Cell, row int) []report.Cell {
		x := &texts[row]
		return append(dst, report.Str(x.name), report.Int(x.tokens), report.Int(x.types))
	}, nil}
	figures = append([]figure{lead}, figures...)
	if o.top > 0 && len(texts) > o.top {
		texts = texts[:o.top]
	}
	if !full && len(texts) <= mostUpright {
		upright(t, figures, texts, p.lang)
	} else {
		for _, f := range figures {
			t.Columns = append(t.Columns, f.columns...)
		}
		t.Rows = rows(figures, upTo(len(texts)), o.threads)
	}
	t.Summary = fields
	t.Summary = append(t.Summary, variantFields(variantsOf(&stats.Diversities, as))...)
	return p.writeTable(o, format, t)
}

// ofOrder are the measures for which the order of the words must be known.
var ofOrder = []string{"msttr", "msttr_sd", "mattr", "mattr_sd", "mtld"}

// computable gives the measures without lexical_density where it has no value: whoever asks for it by its name is refused,
// and from all measures it is left out with a note. Those that a frequency list does not tell stay, as NaN, with a note.
func (p *program) computable(o *options, as []asked, t *report.Table) ([]asked, error) {
	const density = "lexical_density"
	var unknown []string
	for _, a := range as {
		if o.freqList && slices.Contains(ofOrder, a.name) {
			unknown = append(unknown, a.name)
		}
	}
	if unknown != nil {
		t.Notes = append(t.Notes, report.Note{Kind: "no_order", Text: textsOf(msgListWithoutOrder, strings.Join(unknown, ", "))})
	}
	i := slices.IndexFunc(as, func(a asked) bool { return a.name == density })
	switch {
	case i < 0 || allMorphemes(o):
		return as, nil
	case strings.Contains(o.measures, density):
		return nil, wrong(msgNeedsMorphemes, density)
	}
	p.leftOut(t, textsOf(msgNeedsMorphemes, density))
	return slices.Delete(as, i, i+1), nil
}

// allMorphemes tells whether all morphemes are counted, each with its tag: lexical density is the share of content words
// among them, and the other units have left out the rest already.
func allMorphemes(o *options) bool {
	return o.unit == tokenize.UnitMorpheme.Name && o.pos == "" && o.ngram < 2 && len(o.stopwords) == 0 && !o.pretokenized && !o.freqList
}

// mostUpright is the number of texts up to which a table for people has a column for each and a row for each measure: many
// columns of one row are hard to read.
const mostUpright = 6

// upright lays out figures with a row for each column of theirs.
func upright(t *report.Table, figures []figure, texts []diverseText, lang report.Lang) {
	var keys []report.Column
	columns := make([][]report.Cell, len(texts))
	t.Columns = []report.Column{{Key: "measure", Heading: messages[msgColMeasure], Strong: true}}
	for i, x := range texts {
		for _, f := range figures {
			columns[i] = f.cells(columns[i], i)
		}
		t.Columns = append(t.Columns, report.Column{Key: x.name, Kind: report.Number, Decimals: 3})
	}
	for _, f := range figures {
		keys = append(keys, f.columns...)
	}
	t.Rows = func(yield func([]report.Cell) bool) {
		for k := 1; k < len(keys); k++ {
			row := []report.Cell{report.Str(keys[k].Heading.In(lang))}
			for i := range columns {
				row = append(row, columns[i][k])
			}
			if !yield(row) {
				return
			}
		}
	}
}

// diverseTexts reads the texts: all together first if there are several, then each on its own.
func (p *program) diverseTexts(o *options, args []string, t *report.Table) ([]diverseText, []report.Field, error) {
	if o.freqList {
		count, err := p.countOptions(o, &t.Notes)
		if err != nil {
			return nil, nil, err
		}
		if len(args) == 0 {
			args = []string{"-"}
		}
		side, err := p.readSide(o, sideInput{args, true, roleList}, count)
		if err != nil {
			return nil, nil, err
		}
		freq := make([]uint64, len(side.record.Terms))
		for i, c := range side.record.Terms {
			freq[i] = c.Freq
		}
		s := stats.NewFrequencies(freq)
		return []diverseText{{side.name, s.N(), s.V(), s}}, recordSummary(side.record), nil
	}
	r, _, err := p.record(o, args, t)
	if err != nil {
		return nil, nil, err
	}
	dense := allMorphemes(o)
	text := func(name string, running []uint32) diverseText {
		s := stats.NewSequence(running)
		if dense {
			n := uint64(0)
			for _, id := range running {
				if tokenize.ContentTags.Has(r.Terms[id].Tag) {
					n++
				}
			}
			s = s.WithContent(n)
		}
		return diverseText{name, s.N(), s.V(), s}
	}
	var texts []diverseText
	if len(r.Sources) != 1 {
		texts = append(texts, text(messages[msgAllDocuments].In(p.lang), r.Running))
	}
	from := 0
	for _, s := range r.Sources {
		texts = append(texts, text(s.Name, r.Running[from:s.End]))
		from = s.End
	}
	return texts, recordSummary(r), nil
}
