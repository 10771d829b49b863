package cmd

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"kstat/report"
	"kstat/stats"
)

// asked is an item of --measures: the name of a measure and the variant, empty for the default one.
type asked struct{ name, variant string }

// allMeasures is what --measures takes for every measure.
const allMeasures = "all"

// askedFor reads a list of measures: names from a table, each with a variant behind a colon if need be, or all. A
// measure has one column, so that two variants of one are refused. Without a list it gives those of a preset, and else the default ones.
func askedFor(list string, names, all, def []string, preset []stats.Choice) ([]asked, error) {
	if list == "" {
		if preset == nil {
			for _, n := range def {
				preset = append(preset, stats.Choice{Measure: n})
			}
		}
		var as []asked
		for _, c := range preset {
			as = append(as, asked{c.Measure, c.Variant})
		}
		return as, nil
	}
	var as []asked
	var twice error
	var byName []string // those that stand there by their names, which go before what all means
	add := func(a asked, named bool) {
		i := slices.IndexFunc(as, func(b asked) bool { return a.name == b.name })
		switch {
		case i < 0:
			as = append(as, a)
		case !named:
		case slices.Contains(byName, a.name) && a != as[i]:
			twice = cmp.Or(twice, error(wrong(msgVariantTwice, a.name)))
		default:
			as[i] = a
		}
		if named {
			byName = append(byName, a.name)
		}
	}
	for item := range strings.SplitSeq(list, ",") {
		name, variant, _ := strings.Cut(strings.TrimSpace(item), ":")
		switch {
		case name == allMeasures && variant == "":
			for _, n := range all {
				add(asked{n, stats.VariantOf(preset, n)}, false)
			}
			continue
		case !slices.Contains(names, name):
			return nil, wrong(msgUnknownMeasure, name, strings.Join(names, ", ")).suggest(name, names, msgNearest)
		case variant == "":
			variant = stats.VariantOf(preset, name)
		}
		add(asked{name, variant}, true)
	}
	return as, twice
}

// measured is a measure in the variant that was asked for.
type measured[In any] struct {
	*stats.Measure[In]
	variant *stats.Variant[In]
	// bootstrap gives an interval by drawing again, for effects that have none of their own; nil if it is not asked for.
	bootstrap func(*stats.Variant[In], In, *stats.Options) stats.Interval
}

// measureIn looks for a measure in a family. It is nil, without an error, where another family must have it.
func measureIn[In any](f *stats.Family[In], a asked) (*measured[In], error) {
	m, ok := f.Find(a.name)
	if !ok {
		return nil, nil
	}
	v, ok := m.Variant(a.variant)
	if !ok {
		var names []string
		for i := range m.Variants {
			names = append(names, m.Variants[i].Name)
		}
		return nil, wrong(msgUnknownVariant, a.name, a.variant, strings.Join(names, ", ")).suggest(a.variant, names, msgNearestVariant)
	}
	return &measured[In]{Measure: m, variant: v}, nil
}

// newFigure gives the columns of a measure: its value, the ends of its interval, the logarithm of a probability. in gives
// what the measure is of, by row.
func newFigure[In any](m *measured[In], o *stats.Options, d *doubts, full bool, in func(row int) In) figure {
	f := figure{columns: m.columns(full)}
	f.append = func(dst []report.Cell, row int) []report.Cell { return m.cells(dst, in(row), o, full) }
	if m.Doubts != nil {
		f.notes = func(cells []report.Cell, row int) {
			w := m.Doubts(in(row), o)
			if len(w) == 0 {
				return
			}
			if m.All == nil {
				cells = cells[:1]
			}
			note := d.about(w[0].Kind)
			for i, c := range cells {
				cells[i] = c.Noted(note)
			}
		}
	}
	return f
}

// once makes the figure of a measure for which many rows have the same input: each of the n inputs is worked out once.
// index tells which input is a row's.
func (f figure) once(n int, index func(row int) int) figure {
	known := make([]atomic.Pointer[[]report.Cell], n)
	return figure{f.columns, func(dst []report.Cell, row int) []report.Cell {
		i := index(row)
		cells := known[i].Load()
		if cells == nil {
			made := f.append(make([]report.Cell, 0, len(f.columns)), i)
			cells = &made
			known[i].Store(cells)
		}
		return append(dst, *cells...)
	}, f.notesOf(index)}
}

// notesOf gives the notes of an input by row.
func (f figure) notesOf(index func(row int) int) func(cells []report.Cell, row int) {
	if f.notes == nil {
		return nil
	}
	return func(cells []report.Cell, row int) { f.notes(cells, index(row)) }
}

// columns gives the columns of a measure. Full is for programs, which get the logarithm of a probability beside it: most
// of them read 1e-400 as 0.
func (m *measured[In]) columns(full bool) []report.Column {
	if m.All != nil {
		var columns []report.Column
		for _, name := range m.Fields {
			c := m.column(m.Name+"_"+name, report.Text{m.Symbol + " " + name, m.Korean + " " + name})
			columns = append(columns, c)
		}
		return columns
	}
	c := m.column(m.Name, report.Text{m.Symbol, m.Korean})
	columns := []report.Column{c}
	if m.probability() {
		columns[0].Kind = report.Probability
		if full {
			columns = append(columns, log10Column(m.Name, c.Heading))
		}
	}
	if m.interval() {
		lo := m.column(m.Name+"_lo", report.Text{m.Symbol + messages[msgLowEnd][report.English], m.Korean + messages[msgLowEnd][report.Korean]})
		hi := m.column(m.Name+"_hi", report.Text{m.Symbol + messages[msgHighEnd][report.English], m.Korean + messages[msgHighEnd][report.Korean]})
		lo.About, hi.About = messages[msgAboutLowEnd], messages[msgAboutHighEnd]
		columns = append(columns, lo, hi)
	}
	return columns
}

func (m *measured[In]) column(key string, heading report.Text) report.Column {
	c := report.Column{Key: key, Heading: heading, Kind: report.Number, Decimals: 2,
		About: report.Text{m.English + ". " + m.Question, m.Korean + ": " + m.variant.Formula}}
	if s := m.ScaleOf(m.variant); s.Lo >= -1 && s.Hi <= 1 {
		c.Decimals = 3
	}
	return c
}

func log10Column(name string, heading report.Text) report.Column {
	for l := range heading {
		heading[l] = "log10 " + heading[l]
	}
	return report.Column{Key: "log10_" + name, Heading: heading, About: messages[msgAboutLog10], Kind: report.Number, Decimals: 1}
}

// probability tells whether the value is one.
func (m *measured[In]) probability() bool { return m.Role == stats.Probability && m.variant.P != nil }

// interval tells whether the measure is given with its interval: that of an effect.
func (m *measured[In]) interval() bool {
	return m.Role == stats.Effect && (m.variant.Interval != nil || m.bootstrap != nil)
}

// cells appends the cells of a measure.
func (m *measured[In]) cells(dst []report.Cell, in In, o *stats.Options, full bool) []report.Cell {
	if m.All != nil {
		for _, v := range m.All(in, o) {
			dst = append(dst, report.Float(v))
		}
		return dst
	}
	if m.probability() {
		return appendProb(dst, m.variant.P(in, o), full)
	}
	dst = append(dst, report.Float(m.variant.Value(in, o)))
	if m.interval() {
		var i stats.Interval
		if m.variant.Interval != nil {
			i = m.variant.Interval(in, o)
		} else {
			i = m.bootstrap(m.variant, in, o)
		}
		dst = append(dst, report.Float(i.Lo), report.Float(i.Hi))
	}
	return dst
}

// appendProb appends a probability, and its logarithm if that is asked for.
func appendProb(dst []report.Cell, p stats.Prob, full bool) []report.Cell {
	dst = append(dst, report.P(p.Float(), p.Log10()))
	if full {
		dst = append(dst, report.Float(p.Log10()))
	}
	return dst
}

// forPrograms tells whether a format is for programs, which get more columns than people can read.
func forPrograms(f *report.Format) bool {
	switch f.Name {
	case "table", "md", "html":
		return false
	}
	return true
}

// doubts are the footnotes of a table that come from what is doubtful about its numbers. Each kind is noted once.
type doubts struct {
	t  *report.Table
	at map[string]int
}

func newDoubts(t *report.Table) *doubts { return &doubts{t, make(map[string]int)} }

// about gives the number of the note about a kind of doubt.
func (d *doubts) about(k stats.Kind) int { return d.note(k.String(), doubtTexts[k]) }

// note gives the number of a note, which is written when it is first asked for.
func (d *doubts) note(kind string, text msg, args ...any) int {
	i, ok := d.at[kind]
	if !ok {
		i = len(d.t.Notes)
		d.t.Notes = append(d.t.Notes, report.Note{Kind: kind, Text: textsOf(text, args...)})
		d.at[kind] = i
	}
	return i
}

// leftOut says, and notes in the table, that measures of those that all would be were left out.
func (p *program) leftOut(t *report.Table, why report.Text) {
	t.Notes = append(t.Notes, report.Note{Kind: "measures_left_out", Text: why})
	p.say(p.text(msgWarning, why.In(p.lang)))
}

// textsOf gives a message in all languages; an argument that is a text stands there in the language of the message.
func textsOf(m msg, args ...any) report.Text {
	t := messages[m]
	if len(args) > 0 {
		for l := range t {
			own := slices.Clone(args)
			for i, a := range own {
				if words, ok := a.(report.Text); ok {
					own[i] = words.In(report.Lang(l))
				}
			}
			t[l] = fmt.Sprintf(t[l], own...)
		}
	}
	return t
}

// doubtTexts are the texts for the reasons to distrust a number.
var doubtTexts = map[stats.Kind]msg{
	stats.LowExpected:       msgDoubtLowExpected,
	stats.Hapax:             msgDoubtHapax,
	stats.ZeroCell:          msgDoubtZeroCell,
	stats.SignTurned:        msgDoubtSignTurned,
	stats.NotATable:         msgDoubtNotATable,
	stats.RaisedMargin:      msgDoubtRaisedMargin,
	stats.OneDocument:       msgDoubtOneDocument,
	stats.FewDocuments:      msgDoubtFewDocuments,
	stats.ShortText:         msgDoubtShortText,
	stats.Ties:              msgDoubtTies,
	stats.UnequalParts:      msgDoubtUnequalParts,
	stats.OverCorrected:     msgDoubtOverCorrected,
	stats.NotConverged:      msgDoubtNotConverged,
	stats.FewTypes:          msgDoubtFewTypes,
	stats.BeyondExponential: msgDoubtBeyondExponential,
	stats.NearExponential:   msgDoubtNearExponential,
	stats.FirstApart:        msgDoubtFirstApart,
}

// preset gives the preset that --as names, nil for none.
func (o *options) preset() *stats.Preset {
	p, _ := stats.FindPreset(o.as) // flag.check has looked at the name
	return p
}

// parseShare reads the value of a flag that is a share or a probability: above 0 and below 1.
func parseShare(flag, value string) (float64, error) {
	f, err := strconv.ParseFloat(value, 64)
	if err != nil || !(f > 0 && f < 1) {
		return 0, wrong(msgNotAShare, flag, value)
	}
	return f, nil
}

func presetNames() []string {
	var names []string
	for i := range stats.Presets {
		names = append(names, stats.Presets[i].Name)
	}
	return names
}

func correctionNames() []string {
	var names []string
	for _, c := range stats.Corrections {
		names = append(names, c.Name)
	}
	return names
}

// measureRows gives the names of the measures of a family with what they are called in prose, for the help.
func measureRows[In any](f *stats.Family[In]) (rows [][2]report.Text) {
	for _, m := range f.Rows {
		rows = append(rows, [2]report.Text{{m.Name}, {m.English, m.Korean}})
	}
	return rows
}
