package cmd

import (
	"math"
	"strings"

	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
)

func formula[In any](m *stats.Measure[In]) page.Formula {
	return page.Formula{Name: report.Text{m.English, m.Korean}, Formula: formulaText(m), Source: strings.Join(m.Sources, "; ")}
}

// unitNamesOnPage says what a unit is called, with the name that --unit has for it.
func unitNamesOnPage(unit string) report.Text {
	m, ok := map[string]msg{
		"word": msgUnitWord, "noun": msgUnitNoun, "morpheme": msgUnitMorpheme, "eojeol": msgUnitEojeol, "syllable": msgUnitSyllable,
		"grapheme": msgUnitGrapheme, "jamo": msgUnitJamo,
	}[unit]
	if !ok {
		return report.Text{unit, unit}
	}
	return messages[m]
}

// method says how the numbers were made.
func (b *pageBuilder) method() {
	r := b.r
	add := func(t report.Text) { r.Method = append(r.Method, t) }
	switch {
	case b.o.pretagged || b.o.pretokenized:
		add(messages[msgReportMethodTagged])
	default:
		add(messages[msgReportMethodAnalysis])
	}
	add(filled(msgReportMethodUnit, "unit", unitNamesOnPage(b.o.unit), "n", len(r.Words), "all", r.Types))
	if b.split > 0 {
		add(filled(msgPageMethodCompare, "n", len(b.r.Words)))
	} else if r.Reference != (report.Text{}) {
		add(filled(msgReportMethodKeys, "n", b.tested))
	}
	add(messages[msgReportMethodGrams])
	add(filled(msgReportMethodPairs, "n", pairWords, "sentences", b.x.Passages(), "most", b.mostPairs()))
	if !math.IsNaN(b.firstDP()) {
		add(r.Spread)
	}
	switch {
	case b.o.noText:
		add(messages[msgReportMethodNoText])
	case r.Limit > 0:
		add(filled(msgReportMethodSample, "n", r.Limit))
	default:
		add(messages[msgReportMethodLines])
	}
	for _, name := range []string{"g2", "logdice", "npmi"} {
		m, _ := stats.Associations.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
	if !math.IsNaN(b.firstDP()) {
		dp, _ := stats.Dispersions.Find("dp")
		r.Formulas = append(r.Formulas, formula(dp))
	}
}

func (b *pageBuilder) firstDP() float64 {
	if len(b.r.Words) == 0 {
		return math.NaN()
	}
	return float64(b.r.Words[0].DP)
}
