package cmd

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"kstat/report"
	"kstat/stats"
)

var measuresCommand = command{
	name: "measures", args: msgArgsMeasure, short: msgMeasuresShort, long: msgMeasuresLong, example: msgMeasuresExample,
	flags: []flagGroup{{msgGroupOutput, []*flag{&flagFormat, &flagOutput}}, langFlags}, words: 1, most: 1, run: runMeasures,
}

// entry is a measure of some family, with what its variants give on the worked example.
type entry struct {
	stats.Sheet
	results []float64 // by variant; of a measure of several numbers those of All
	p       []string  // of variants that are tests
}

// entries gives all measures, worked out anew.
func entries() []entry {
	sheets := stats.Sheets()
	var all []entry
	all = fill(all, sheets, &stats.Associations)
	all = fill(all, sheets, &stats.Keynesses)
	all = fill(all, sheets, &stats.DocumentTests)
	all = fill(all, sheets, &stats.Grams)
	all = fill(all, sheets, &stats.Placed)
	all = fill(all, sheets, &stats.Dispersions)
	all = fill(all, sheets, &stats.Diversities)
	return fill(all, sheets, &stats.Similarities)
}

// fill appends the rows of a family; sheets are all sheets, of which the first len(all) are done.
func fill[In any](all []entry, sheets []stats.Sheet, f *stats.Family[In]) []entry {
	for _, m := range f.Rows {
		e := entry{Sheet: sheets[len(all)]}
		for i := range m.Variants {
			v := &m.Variants[i]
			e.results = append(e.results, v.Value(m.Example, nil))
			p := ""
			if v.P != nil {
				p = v.P(m.Example, nil).String()
			}
			e.p = append(e.p, p)
		}
		if m.All != nil {
			e.results = m.All(m.Example, nil)
		}
		all = append(all, e)
	}
	return all
}

func runMeasures(p *program, o *options, args []string) error {
	all := entries()
	if len(args) > 0 {
		var names []string
		var found []entry
		for _, e := range all {
			names = append(names, e.Name)
			if e.Name == args[0] {
				found = append(found, e)
			}
		}
		if preset, ok := stats.FindPreset(args[0]); ok && o.format == "" && !o.toFile() {
			p.writePreset(preset)
			return nil
		}
		if len(found) == 0 {
			names = append(names, presetNames()...)
			return wrong(msgNoMeasure, args[0]).hinted(msgSeeMeasures).suggest(args[0], names, msgNearest)
		}
		if o.format == "" && !o.toFile() {
			for i, e := range found {
				if i > 0 {
					fmt.Fprintln(p.out)
				}
				p.writeMeasure(&e)
			}
			return nil
		}
		all = found
	}
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	t := &report.Table{Command: "measures", Title: messages[msgMeasuresTitle], Columns: []report.Column{
		{Key: "family", Heading: messages[msgColFamily]},
		{Key: "name", Heading: messages[msgColName], Strong: true},
		{Key: "title", Heading: messages[msgColMeaning]},
		{Key: "variant", Heading: messages[msgColVariant], About: messages[msgAboutVariant]},
		{Key: "formula", Heading: messages[msgColFormula]},
	}}
	full := forPrograms(format)
	if full {
		t.Columns = append(t.Columns,
			report.Column{Key: "latex", Heading: report.Text{"LaTeX"}},
			report.Column{Key: "range", Heading: messages[msgColRange]},
			report.Column{Key: "role", Heading: messages[msgColRole]},
			report.Column{Key: "programs", Heading: messages[msgColPrograms], About: messages[msgAboutPrograms]},
			report.Column{Key: "sources", Heading: messages[msgColSources]},
			report.Column{Key: "example", Heading: messages[msgColExample]},
			report.Column{Key: "result", Heading: messages[msgColResult], Kind: report.Number, Decimals: 6})
	}
	t.Rows = func(yield func([]report.Cell) bool) {
		for _, e := range all {
			for i, v := range e.Variants {
				row := []report.Cell{report.Str(e.Family), report.Str(e.Name), report.Str(report.Text{e.English, e.Korean}.In(p.lang)),
					report.Str(v.Name), report.Str(report.Text{v.Formula, v.Korean}.In(p.lang))}
				if full {
					row = append(row, report.Str(v.LaTeX), report.Str(rangeOf(v.Scale)), report.Str(e.Role.String()), report.Str(strings.Join(v.Peers, "; ")),
						report.Str(strings.Join(e.Sources, "; ")), report.Str(e.Example), report.Float(e.results[i]))
				}
				if !yield(row) {
					return
				}
			}
		}
	}
	return p.writeTable(o, format, t)
}

// rangeOf writes where the values of a scale lie.
func rangeOf(s stats.Scale) string {
	end := func(x float64) string {
		switch {
		case math.IsInf(x, 1):
			return "∞"
		case math.IsInf(x, -1):
			return "−∞"
		}
		return strings.Replace(strconv.FormatFloat(x, 'g', 6, 64), "-", "−", 1)
	}
	return end(s.Lo) + " … " + end(s.Hi)
}

// writeMeasure prints all about a measure.
func (p *program) writeMeasure(e *entry) {
	indent := ""
	line := func(label msg, text string) {
		if text != "" {
			fmt.Fprintf(p.out, "%s%s: %s\n", indent, p.text(label), text)
		}
	}
	scale := e.Variants[0].Scale
	name := report.Text{e.English, e.Korean}.In(p.lang)
	fmt.Fprintf(p.out, "%s (%s): %s\n", e.Name, p.text(familyNames[e.Family]), name)
	fmt.Fprintln(p.out, questionOf(&e.Sheet).In(p.lang))
	fmt.Fprintln(p.out)
	line(msgColRole, p.text(roleNames[e.Role]))
	line(msgColRange, rangeOf(scale))
	line(msgSignIs, p.signOf(e.Family, scale.Sign))
	line(msgColZero, zeroOf(&e.Sheet).In(p.lang))
	if e.Family == stats.Associations.Name {
		line(msgColE11, p.text(msgMarginsAre))
	}
	for _, s := range e.Sources {
		line(msgColSource1, s)
	}
	line(msgColExample, report.Text{e.Example, e.KoreanExample}.In(p.lang))
	for i, v := range e.Variants {
		fmt.Fprintf(p.out, "\n%s %s\n", p.text(msgColVariant), v.Name)
		indent = "  "
		line(msgColFormula, report.Text{v.Formula, v.Korean}.In(p.lang))
		fmt.Fprintf(p.out, "  LaTeX: %s\n", v.LaTeX)
		if v.Scale.Lo != scale.Lo || v.Scale.Hi != scale.Hi {
			line(msgColRange, rangeOf(v.Scale))
		}
		if v.Sign != scale.Sign {
			line(msgSignIs, p.signOf(e.Family, v.Sign))
		}
		line(msgColPrograms, strings.Join(v.Peers, ", "))
		if e.Fields != nil {
			for j, f := range e.Fields {
				fmt.Fprintf(p.out, "  %s: %s = %.12g\n", p.text(msgColResult), f, e.results[j])
			}
			continue
		}
		fmt.Fprintf(p.out, "  %s: %.12g\n", p.text(msgColResult), e.results[i])
		if e.p[i] != "" && e.Role != stats.Probability {
			fmt.Fprintf(p.out, "  p: %s\n", e.p[i])
		}
	}
}

var familyNames = map[string]msg{
	stats.Associations.Name:  msgFamilyAssociation,
	stats.Keynesses.Name:     msgFamilyKeyness,
	stats.DocumentTests.Name: msgFamilyDocuments,
	stats.Grams.Name:         msgFamilyGram,
	stats.Placed.Name:        msgFamilyPlaced,
	stats.Dispersions.Name:   msgFamilyDispersion,
	stats.Diversities.Name:   msgFamilyDiversity,
	stats.Similarities.Name:  msgFamilySimilarity,
}

var roleNames = map[stats.Role]msg{
	stats.Effect:       msgRoleEffect,
	stats.Significance: msgRoleSignificance,
	stats.Probability:  msgRoleProbability,
	stats.Score:        msgRoleScore,
}

// signNames say which way values point; an Undirected measure has no line.
var signNames = map[stats.Sign]msg{
	stats.Unsigned:   msgSignUnsigned,
	stats.Signed:     msgSignSigned,
	stats.Shifted:    msgSignShifted,
	stats.Even:       msgSignEven,
	stats.Uneven:     msgSignUneven,
	stats.Varied:     msgSignVaried,
	stats.Repetitive: msgSignRepetitive,
	stats.Alike:      msgSignAlike,
	stats.Different:  msgSignDifferent,
}

// sidesSigns are the signs where two sides are compared, and not two words that attract each other.
var sidesSigns = map[stats.Sign]msg{
	stats.Unsigned: msgSidesUnsigned,
	stats.Signed:   msgSidesSigned,
	stats.Shifted:  msgSidesShifted,
}

// signOf says which way the values of a family's measure point, "" where they point nowhere.
func (p *program) signOf(family string, s stats.Sign) string {
	names := signNames
	if family == stats.Keynesses.Name || family == stats.DocumentTests.Name {
		names = sidesSigns
	}
	if m, ok := names[s]; ok {
		return p.text(m)
	}
	return ""
}

// questionOf gives the question that a measure answers.
func questionOf(s *stats.Sheet) report.Text {
	return report.Text{s.Question, koreanOf(koreanQuestions[:], s.Family+" "+s.Name).reason}
}

// zeroOf says what a measure gives at its edges.
func zeroOf(s *stats.Sheet) report.Text {
	return report.Text{s.Zero, koreanOf(koreanZeros[:], s.Zero).reason}
}

// writePreset prints what --as picks for a program.
func (p *program) writePreset(x *stats.Preset) {
	fmt.Fprintln(p.out, p.text(msgPresetOf, x.Program, x.Name))
	fmt.Fprintln(p.out)
	list := func(family string, choices []stats.Choice) {
		if len(choices) == 0 {
			return
		}
		var items []string
		for _, c := range choices {
			items = append(items, c.Measure+":"+c.Variant)
		}
		fmt.Fprintf(p.out, "%s: %s\n", p.text(familyNames[family]), strings.Join(items, ", "))
	}
	list(stats.Associations.Name, x.Associations)
	list(stats.Keynesses.Name, x.Keynesses)
	list(stats.Dispersions.Name, x.Dispersions)
	list(stats.Diversities.Name, x.Diversities)
	fmt.Fprintln(p.out, p.text(msgPresetMargins, choiceWords(x.Margins.String()).In(p.lang)))
	correction := x.Correction
	if c, ok := stats.FindCorrection(x.Correction); ok {
		correction = correctionWords(c).In(p.lang)
	}
	if x.Alpha > 0 {
		fmt.Fprintln(p.out, p.text(msgPresetThresholdIs, strconv.FormatFloat(x.Alpha, 'g', -1, 64), correction))
	} else {
		fmt.Fprintln(p.out, p.text(msgPresetNoThreshold, correction))
	}
	note, source := report.Text{x.Note}, report.Text{x.Source}
	for _, k := range koreanPresets {
		if k.name == x.Name {
			note[report.Korean], source[report.Korean] = k.note, k.source
		}
	}
	fmt.Fprintf(p.out, "%s: %s\n", p.text(msgPresetNote), note.In(p.lang))
	fmt.Fprintf(p.out, "%s: %s\n", p.text(msgPresetSource), source.In(p.lang))
}
