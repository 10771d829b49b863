package cmd

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"kstat/corpus"
	"kstat/corpus/sejong"
	"kstat/hangul"
	"kstat/report/chart"
	"kstat/report/page"
	"kstat/stats"
	"kstat/tokenize"
)

// keysAgainst looks for the words that stand out against texts or a frequency list.
func (b *pageBuilder) keysAgainst(ref *side) {
	b.r.Reference = filled(msgReportReference, "name", ref.name, "n", ref.record.Tokens)
	in := make(map[string]uint64, len(ref.record.Terms))
	for _, t := range ref.record.Terms {
		in[t.Term] = t.Freq
	}
	ids, counts := b.x.Ranking(1, 0)
	freq := make([]uint64, len(counts))
	for i := range counts {
		freq[i] = in[counts[i].Term]
	}
	b.keys(b.x, ids, counts, freq, ref.record.Tokens)
}

// keysAgainstSejong looks for the morphemes that stand out against the built-in reference list.
func (p *program) keysAgainstSejong(b *pageBuilder, count corpus.CountOptions) error {
	bases := b.x.Bases()
	if bases == nil {
		b.r.NoKeys = messages[msgReportNoKeys]
		return nil
	}
	lacks, lacked := sejongLacks(0), uint64(0)
	_, words := b.x.Ranking(1, 0)
	for _, c := range words {
		first, _ := utf8.DecodeRuneInString(c.Term)
		class := hangul.ClassOf(first)
		if lacks.Has(c.Tag) || tokenize.PredicateTags.Has(c.Tag) && (class == hangul.Hanja || class == hangul.Latin) { // 保障하다
			lacked += c.Freq
		}
	}
	if bases.Tokens == 0 && lacked > 0 {
		b.r.NoKeys = messages[msgReportAllLacked]
		return nil
	}
	_, shown, err := likeSejong(b.o, count.Terms)
	if err != nil {
		return err
	}
	tokens := uint64(sejong.Tokens)
	if count.Stop != nil {
		list, err := sejong.Record()
		if err != nil {
			return err
		}
		tokens = list.Without(count.Stop).Tokens
	}
	var ids []uint32
	var counts []corpus.Count
	var names []string
	all, allCounts := bases.Ranking(1, 0)
	for i, c := range allCounts {
		switch {
		case count.Stop != nil && count.Stop(c.Term):
			bases.Tokens -= c.Freq
		case shown.Has(c.Tag):
			ids, counts, names = append(ids, all[i]), append(counts, c), append(names, c.Term)
		}
	}
	freq, err := sejong.Frequencies(names)
	if err != nil {
		return err
	}
	p.rec.settle(&flagRef, sejongName)
	b.r.Reference, b.r.ReferenceRemark = messages[msgReportSejong], filled(msgReportSejongRemark, "n", lacked)
	b.keys(bases, ids, counts, freq, tokens)
	return nil
}

// keys chooses the key words among the terms of an index, which is that of the page or of its bases. freq is how often each
// stands in the reference.
func (b *pageBuilder) keys(x *corpus.Index, ids []uint32, counts []corpus.Count, freq []uint64, tokens uint64) {
	r := b.r
	type candidate struct {
		at      int
		k       stats.Contrast
		lrc, g2 float64
	}
	b.tested = len(counts)
	opt := &stats.Options{Comparisons: uint64(len(counts))}
	measures := keyMeasures()
	var all []candidate
	for i := range counts {
		k := stats.Contrast{A: counts[i].Freq, B: freq[i], C: x.Tokens, D: tokens}
		if k.A < max(2, uint64(b.o.minFreq)) {
			break // in falling order
		}
		if k.KeyIn() > 0 {
			all = append(all, candidate{i, k, measures.lrc.Value(k, opt), measures.g2.Value(k, nil)})
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Or(cmp.Compare(y.lrc, x.lrc), cmp.Compare(y.g2, x.g2)) })
	all = all[:min(len(all), mostKeys)]
	chosen, chosenCounts := make([]uint32, len(all)), make([]corpus.Count, len(all))
	for i, c := range all {
		chosen[i], chosenCounts[i] = ids[c.at], counts[c.at]
	}
	words, of, carriers := b.described(x, chosen, chosenCounts), b.wordsOf(x, chosen), make([]int, len(all))
	if len(b.x.Sources) > 1 {
		x.EachPositions(chosen, func(i int, at []uint32) { carriers[i] = b.carrier(all[i].k, at, measures) })
	}
	for i, c := range all {
		key := measures.key(c.k, opt)
		key.Carrier = carriers[i]
		b.fillKey(&key, &words[i], of[i])
		r.Keys = append(r.Keys, key)
	}
	r.Formulas = append(r.Formulas, measures.formulas()...)
	if !b.o.noText {
		b.keySentences(x, chosen)
	}
}

// carrier gives 1 + the document without which a word would be no sure key word, the one that has it most often; 0 where there is
// none. The positions are those of the word.
func (b *pageBuilder) carrier(k stats.Contrast, at []uint32, m keyMeasureSet) int {
	most, document := 0, 0
	for rest := at; len(rest) > 0; {
		doc := b.documentAt(rest[0])
		d := &b.x.Sources[doc]
		n, _ := slices.BinarySearch(rest, uint32(d.First+d.Tokens))
		if n > most {
			most, document = n, doc
		}
		rest = rest[n:]
	}
	if most == 0 || !(m.g2.Value(k, nil) >= page.SureKey) {
		return 0
	}
	tokens := uint64(b.x.Sources[document].Tokens)
	k.A, k.C = k.A-uint64(most), k.C-min(tokens, k.C-(k.A-uint64(most))) // the terms of a reference may be fewer than the words
	if k.KeyIn() > 0 && m.g2.Value(k, nil) >= page.SureKey {
		return 0
	}
	return 1 + document
}

// fillKey says which word a key word is.
func (b *pageBuilder) fillKey(key *page.Key, w *page.Word, of []int) {
	key.Of = of
	if len(of) != 1 || b.r.Words[of[0]].Term != w.Term || b.r.Words[of[0]].Freq != w.Freq {
		key.Word = w
	}
}

// wordsOf gives the words of the page that are made of the terms of an index, which is that of the page or of its bases.
func (b *pageBuilder) wordsOf(x *corpus.Index, ids []uint32) [][]int {
	of := make([][]int, len(ids))
	at := make(map[uint32]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	word := make(map[uint32]int, len(b.ids))
	for i, id := range b.ids {
		word[id] = i
	}
	type link struct{ key, word int }
	seen := make(map[link]bool)
	running := b.x.Running()
	for k, id := range x.Running() {
		i, ok := at[id]
		if !ok {
			continue
		}
		if w, ok := word[running[k]]; ok && !seen[link{i, w}] {
			seen[link{i, w}] = true
			of[i] = append(of[i], w)
		}
	}
	for i := range of {
		slices.Sort(of[i])
	}
	return of
}

// keyMeasureSet are the measures of a key word on a page.
type keyMeasureSet struct {
	lrc, g2, ratio *stats.Measure[stats.Contrast]
}

func keyMeasures() (m keyMeasureSet) {
	m.lrc, _ = stats.Keynesses.Find("lrc")
	m.g2, _ = stats.Keynesses.Find("g2")
	m.ratio, _ = stats.Keynesses.Find("log_ratio")
	return m
}

func (m keyMeasureSet) formulas() []page.Formula {
	return []page.Formula{formula(m.ratio), formula(m.lrc), formula(m.g2)}
}

// faced gives a word as a plane of two corpora shows it.
func (m keyMeasureSet) faced(term string, k stats.Contrast, opt *stats.Options) chart.Faced {
	f := chart.Faced{Text: term, A: float64(k.A) * 1e6 / float64(k.C), B: float64(k.B) * 1e6 / float64(k.D), Color: chart.Dim}
	if k.KeyIn() != 0 {
		f.Rank = math.Abs(m.g2.Value(k, opt))
	}
	switch isSure(k.KeyIn(), f.Rank) {
	case 1:
		f.Color = chart.Accent
	case -1:
		f.Color = chart.Second
	}
	return f
}

// key gives the numbers of a key word.
func (m keyMeasureSet) key(k stats.Contrast, opt *stats.Options) page.Key {
	perMillion := func(freq, tokens uint64) page.Number { return page.Number(float64(freq) * 1e6 / float64(tokens)) }
	key := page.Key{
		Freq: k.A, RefFreq: k.B, PerText: perMillion(k.A, k.C), PerRef: perMillion(k.B, k.D),
		LogRatio: page.Number(m.ratio.Value(k, opt)), LRC: page.Number(m.lrc.Value(k, opt)), G2: page.Number(m.g2.Value(k, opt)),
		Lo: page.Number(math.NaN()), Hi: page.Number(math.NaN()), AdjustedP: page.Number(math.NaN()),
	}
	if f := m.ratio.Variants[0].Interval; f != nil {
		within := f(k, opt)
		key.Lo, key.Hi = page.Number(within.Lo), page.Number(within.Hi)
	}
	return key
}

// keySentences chooses the sentences with the most weight of sure key words, by their numbers in an index. Each different one
// that a sentence holds weighs its log ratio; the sum is divided by the root of the sentence's words, so that a long sentence
// needs more of them. LRC would weigh too little where texts are short: of an essay it leaves a handful of words above 0.
func (b *pageBuilder) keySentences(x *corpus.Index, keys []uint32) {
	weight := make(map[uint32]float64, len(keys))
	for i, k := range b.r.Keys {
		if k.G2 >= page.SureKey {
			weight[keys[i]] = float64(k.LogRatio)
		}
	}
	type scored struct {
		passage int
		score   float64
	}
	var all []scored
	held := make(map[uint32]bool)
	for i := range x.Passages() {
		from, to := x.PassageTerms(i)
		if to-from < 3 {
			continue
		}
		s := scored{passage: i}
		clear(held)
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
	shown := make(map[string]bool)
	for _, s := range all {
		if len(b.r.KeySentences) == sentences {
			break
		}
		from, to := x.PassageTerms(s.passage)
		var spans [][2]int
		for k := from; k < to; k++ {
			if weight[x.Running()[k]] > 0 {
				spans = append(spans, [2]int{k, k + 1})
			}
		}
		if text := x.Passage(s.passage).Text; !shown[text] { // a slogan that a thousand reviews repeat is one sentence
			shown[text] = true
			b.r.KeySentences = append(b.r.KeySentences, b.line(s.passage, spans...))
		}
	}
}
