package cmd

import (
	"slices"
	"strconv"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
)

// spreads tell how the terms of a record are spread over its parts.
type spreads struct {
	parts     *stats.Parts
	postings  *corpus.Postings
	positions *corpus.Positions // nil where no measure needs them
}

func newSpreads(r *corpus.Record, d corpus.Division, positions bool) *spreads {
	s := &spreads{parts: stats.NewParts(d.Sizes()), postings: r.Postings(d)}
	if positions {
		s.positions = r.Positions()
	}
	return s
}

// of gives the spread of a term.
func (s *spreads) of(term int) stats.Spread {
	x := stats.Spread{Parts: s.parts}
	x.Index, x.Count = s.postings.Of(term)
	if s.positions != nil {
		x.Positions = s.positions.Of(term)
	}
	return x
}

// The ways to divide a corpus that --parts knows by name. A number is so many equal parts.
const (
	partsDocument  = "document"
	partsParagraph = "paragraph"
	partsEqual     = "equal" // what the summary calls those of a number
)

// division gives the parts that --parts asks for.
func division(o *options, r *corpus.Record) (corpus.Division, error) {
	switch o.parts {
	case "", partsDocument:
		return r.ByDocument(), nil
	case partsParagraph:
		return r.ByParagraph(), nil
	}
	n, err := strconv.Atoi(o.parts)
	if err != nil || n < 1 {
		return corpus.Division{}, wrong(msgBadParts, o.parts)
	}
	if n > len(r.Running) && len(r.Running) > 0 {
		return corpus.Division{}, wrong(msgTooManyParts, n, len(r.Running))
	}
	return r.IntoParts(n), nil
}

// ofDistance are the measures that need to know where each occurrence stands.
var ofDistance = []string{"arf", "ald", "awt"}

// dispersions works out measures of how the terms of a record are spread.
type dispersions struct {
	as       []asked
	options  stats.Options
	division corpus.Division
	byPart   *spreads
	byDoc    *spreads // for tf_idf, whatever the parts
}

// dispersionMeasures reads --measures for dispersion: the names are checked before the text is read.
func dispersionMeasures(o *options, def []string) ([]asked, error) {
	var choices []stats.Choice
	if preset := o.preset(); preset != nil {
		if choices = preset.Dispersions; len(choices) == 0 {
			return nil, wrong(msgPresetLacks, preset.Name, "freq, dispersion")
		}
	}
	names := stats.Dispersions.Names()
	as, err := askedFor(o.measures, names, names, def, choices)
	if err != nil {
		return nil, err
	}
	for _, a := range as {
		if _, err := measureIn(&stats.Dispersions, a); err != nil {
			return nil, err
		}
	}
	return as, nil
}

func newDispersions(o *options, r *corpus.Record, as []asked) (*dispersions, error) {
	d := &dispersions{as: as}
	if preset := o.preset(); preset != nil {
		d.options = preset.Options
	}
	var err error
	if d.division, err = division(o, r); err != nil {
		return nil, err
	}
	distances, documents := false, false
	for _, a := range as {
		distances = distances || slices.Contains(ofDistance, a.name)
		documents = documents || a.name == "tf_idf"
	}
	d.byPart = newSpreads(r, d.division, distances)
	d.byDoc = d.byPart
	if documents && o.parts != "" && o.parts != partsDocument {
		d.byDoc = newSpreads(r, r.ByDocument(), false)
	}
	return d, nil
}

// figures gives the columns of the measures; term gives the number of a row's term.
func (x *dispersions) figures(d *doubts, full bool, term func(row int) int) ([]figure, error) {
	var figures []figure
	for _, a := range x.as {
		m, err := measureIn(&stats.Dispersions, a)
		if err != nil {
			return nil, err
		}
		s := x.byPart
		if a.name == "tf_idf" {
			s = x.byDoc
		}
		figures = append(figures, newFigure(m, &x.options, d, full, func(row int) stats.Spread { return s.of(term(row)) }))
	}
	if x.byPart.parts.N() == 1 {
		d.note("one_part", msgOnePart)
	}
	return figures, nil
}

// summary says what the parts are, and which formula of several is meant.
func (x *dispersions) summary(o *options) []report.Field {
	how := o.parts
	switch how {
	case "":
		how = partsDocument
	case partsDocument, partsParagraph:
	default:
		how = partsEqual
	}
	fields := []report.Field{
		{Key: "parts", Label: messages[msgParts], Value: report.Int(x.byPart.parts.N())},
		{Key: "parts_are", Label: messages[msgPartsAre], Value: report.Str(how), Words: choiceWords(how)},
	}
	return append(fields, variantFields(variantsOf(&stats.Dispersions, x.as))...)
}

// variantFields says which formula of several is meant by each measure; nothing where there is no choice.
func variantFields(variants string) []report.Field {
	if variants == "" {
		return nil
	}
	return []report.Field{{Key: "variants", Label: messages[msgVariants], Value: report.Str(variants)}}
}

// variantsOf names the formula of each measure that has several, as --measures takes them.
func variantsOf[In any](f *stats.Family[In], as []asked) string {
	list := ""
	for _, a := range as {
		m, ok := f.Find(a.name)
		if !ok || len(m.Variants) < 2 {
			continue
		}
		v, ok := m.Variant(a.variant)
		if !ok {
			continue
		}
		if list != "" {
			list += ","
		}
		list += a.name + ":" + v.Name
	}
	return list
}
