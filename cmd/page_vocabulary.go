package cmd

import (
	"math"
	"strconv"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
)

// diversityShown are the measures of the vocabulary that the page shows: the plain ones, and those that a text's length
// disturbs least.
var diversityShown = [...]string{"ttr", "mattr", "mtld", "hdd", "yule_k", "entropy", "hapax_ratio"}

func (b *pageBuilder) vocabulary() {
	x, r := b.x, b.r
	s := stats.NewSequence(x.Running())
	r.Sizes = sizes(x.Totals, s)
	r.Diversity = diversity(s)
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
	b.curves(s)
}

// sizes gives the numbers of a text at a glance.
func sizes(t corpus.Totals, s *stats.Sequence) []page.Size {
	return []page.Size{
		{Label: messages[msgDocuments], Value: t.Documents, Opens: page.OpensDocuments},
		{Label: messages[msgSentences], Value: t.Sentences, Opens: page.OpensSentences},
		{Label: messages[msgEojeols], Value: t.Eojeols, Opens: page.OpensSentences},
		{Label: messages[msgReportTokens], Value: t.Tokens, Opens: page.OpensWords},
		{Label: messages[msgReportTypes], Value: s.V(), Opens: page.OpensWords},
		{Label: messages[msgReportHapaxes], Value: s.Hapaxes(), Opens: page.OpensHapaxes},
	}
}

// diversity gives the measures of a text's vocabulary.
func diversity(s *stats.Sequence) (all []page.Measure) {
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		shown := measureOnPage(m, m.Value(s, nil), 3)
		if m.Doubts != nil {
			for _, w := range m.Doubts(s, nil) {
				if w.Kind == stats.ShortText {
					shown.Doubt = filled(msgReportShortText, "n", w.Count, "of", w.Of)
				}
			}
		}
		all = append(all, shown)
	}
	return all
}

// curves gives the growth of the vocabulary and the ranked frequencies, with the laws that fit them.
func (b *pageBuilder) curves(s *stats.Sequence) {
	n := int(b.x.Tokens)
	if n == 0 {
		return
	}
	heaps := stats.FitHeaps(s)
	growth := &b.r.Growth
	seen := make([]bool, b.x.Types())
	types, step := 0, 1
	point := func(tokens int) {
		growth.X = append(growth.X, float64(tokens))
		growth.Y = append(growth.Y, float64(types))
		growth.Fit = append(growth.Fit, page.Number(heaps.K*math.Pow(float64(tokens), heaps.Beta)))
	}
	for k, id := range b.x.Running() {
		if !seen[id] {
			seen[id] = true
			types++
		}
		if (k+1)*curveSteps >= step*n {
			point(k + 1)
			step = (k+1)*curveSteps/n + 1
		}
	}
	growth.Law = "V = " + short(heaps.K) + "·n^" + short(heaps.Beta)
	growth.Remark = messages[msgReportHeaps]
	if math.IsNaN(heaps.Beta) {
		growth.Fit, growth.Law, growth.Remark = nil, "", report.Text{}
	}

	zipf := stats.FitZipfMandelbrot(s)
	ranks := &b.r.Ranks
	_, counts := b.x.Ranking(1, 0)
	for rank := 1; rank <= len(counts); rank = max(rank+1, rank*21/20) {
		ranks.X = append(ranks.X, float64(rank))
		ranks.Y = append(ranks.Y, float64(counts[rank-1].Freq))
		if zipf.Converged() {
			ranks.Fit = append(ranks.Fit, page.Number(zipf.Frequency(float64(rank))))
		}
	}
	if zipf.Converged() {
		ranks.Law = "f = " + short(zipf.C) + "/(r " + signed(zipf.B) + ")^" + short(zipf.A)
		ranks.Remark = messages[msgReportZipf]
	}
}

// short gives a parameter of a law with three digits, which is what its fit is good for.
func short(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'g', 3, 64), "e+0", "e", 1)
}

// signed gives a parameter that is added, with the sign between.
func signed(f float64) string {
	if f < 0 {
		return "− " + short(-f)
	}
	return "+ " + short(f)
}
