package cmd

import (
	"cmp"
	"math"
	"slices"

	"kstat/report/page"
	"kstat/stats"
)

// keys looks for the words that stand out against a reference.
func (b *pageBuilder) keys(ref *side) {
	r := b.r
	r.Reference = filled(msgReportReference, "name", ref.name, "n", ref.record.Tokens)
	in := make(map[string]uint64, len(ref.record.Terms))
	for _, t := range ref.record.Terms {
		in[t.Term] = t.Freq
	}
	opt := &stats.Options{Comparisons: uint64(len(b.counts))}
	lrc, _ := stats.Keynesses.Find("lrc")
	g2, _ := stats.Keynesses.Find("g2")
	ratio, _ := stats.Keynesses.Find("log_ratio")
	perMillion := func(freq, tokens uint64) page.Number { return page.Number(float64(freq) * 1e6 / float64(tokens)) }
	for i, c := range b.counts {
		k := stats.Contrast{A: c.Freq, B: in[c.Term], C: b.x.Tokens, D: ref.record.Tokens}
		if c.Freq < 2 || k.KeyIn() <= 0 {
			continue
		}
		key := page.Key{
			Word: i, Freq: k.A, RefFreq: k.B, PerText: perMillion(k.A, k.C), PerRef: perMillion(k.B, k.D),
			LogRatio: page.Number(ratio.Value(k, nil)), LRC: page.Number(lrc.Value(k, opt)), G2: page.Number(g2.Value(k, nil)),
			Lo: page.Number(math.NaN()), Hi: page.Number(math.NaN()), AdjustedP: page.Number(math.NaN()),
		}
		if f := ratio.Variants[0].Interval; f != nil {
			within := f(k, nil)
			key.Lo, key.Hi = page.Number(within.Lo), page.Number(within.Hi)
		}
		r.Keys = append(r.Keys, key)
	}
	slices.SortStableFunc(r.Keys, func(x, y page.Key) int { return cmp.Or(cmp.Compare(y.LRC, x.LRC), cmp.Compare(y.G2, x.G2)) })
	r.Keys = r.Keys[:min(len(r.Keys), mostKeys)]
	for _, m := range []*stats.Measure[stats.Contrast]{ratio, lrc, g2} {
		r.Formulas = append(r.Formulas, formula(m))
	}
	if !b.o.noText {
		b.keySentences()
	}
}

// keySentences chooses the sentences with the most weight of sure key words. Each different one that a sentence holds
// weighs its log ratio; the sum is divided by the root of the sentence's words, so that a long sentence needs more of
// them. LRC would weigh too little where texts are short: of an essay it leaves a handful of words above 0.
func (b *pageBuilder) keySentences() {
	x := b.x
	weight := make(map[uint32]float64, len(b.r.Keys))
	for _, k := range b.r.Keys {
		if k.G2 >= page.SureKey {
			weight[b.ids[k.Word]] = float64(k.LogRatio)
		}
	}
	type scored struct {
		passage int
		score   float64
	}
	var all []scored
	for i := range x.Passages() {
		from, to := x.PassageTerms(i)
		if to-from < 3 {
			continue
		}
		s := scored{passage: i}
		held := make(map[uint32]bool)
		for _, id := range x.Running()[from:to] {
			if w := weight[id]; w > 0 && !held[id] {
				held[id] = true
				s.score += w
			}
		}
		if len(held) < 2 {
			continue
		}
		s.score /= math.Sqrt(float64(to - from))
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	for _, s := range all[:min(len(all), sentences)] {
		from, to := x.PassageTerms(s.passage)
		var spans [][2]int
		for k := from; k < to; k++ {
			if weight[x.Running()[k]] > 0 {
				spans = append(spans, [2]int{k, k + 1})
			}
		}
		b.r.KeySentences = append(b.r.KeySentences, b.line(s.passage, spans...))
	}
}
