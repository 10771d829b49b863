package cmd

import (
	"cmp"
	"math"
	"slices"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/chart"
	"kstat/report/page"
	"kstat/stats"
	"kstat/tokenize"
)

func (b *pageBuilder) words() {
	b.divide()
	r := b.r
	r.Words = b.described(b.x, b.ids, b.counts)
	if n := len(b.x.Sources); n > 1 && n <= ownWords && b.split == 0 {
		b.own()
	}
}

// described gives what the page says of terms of an index, with their lines.
func (b *pageBuilder) described(x *corpus.Index, ids []uint32, counts []corpus.Count) []page.Word {
	words := make([]page.Word, len(ids))
	dp, _ := stats.Dispersions.Find("dp")
	set, _ := tokenize.ParseTagset(b.o.tagset) // flag.check has looked at the name
	x.EachPositions(ids, func(i int, at []uint32) {
		c := &counts[i]
		en, ko := c.Tag.Title()
		w := page.Word{
			Term: c.Term, Title: report.Text{en, ko}, Class: wordClass(c.Tag), Freq: c.Freq, Docs: uint64(c.Docs), DP: page.Number(math.NaN()),
			Strip: strip(at, len(b.x.Running())),
		}
		if b.split > 0 {
			before, _ := slices.BinarySearch(at, uint32(b.split))
			w.FreqB = uint64(len(at) - before)
		}
		if c.Tag != tokenize.None {
			w.Tag = tagOf(set, c)
		}
		if b.parts != nil {
			count := make([]uint64, len(b.ends)-1)
			part := 0
			for _, k := range at {
				for int(k) >= b.ends[part+1] {
					part++
				}
				count[part]++
			}
			w.DP = page.Number(dp.Value(b.parts.Dense(count), nil))
		}
		words[i] = w
	})
	if b.o.noText {
		return words
	}
	for i, lines := range x.Lines(ids, b.r.Limit) {
		b.sample = b.sample || len(lines) < int(counts[i].Freq)
		for _, l := range lines {
			words[i].Lines = append(words[i].Lines, b.line(l.Passage, [2]int{l.First, l.Last}))
		}
	}
	return words
}

// own finds the words that set each document apart from all others together: those that it has at least twice and more
// often, by G².
func (b *pageBuilder) own() {
	type found struct {
		word, n int
		g2      float64
	}
	g2, _ := stats.Keynesses.Find("g2")
	all := make([][]found, len(b.x.Sources))
	b.x.EachPositions(b.ids, func(word int, at []uint32) {
		for rest := at; len(rest) > 0; {
			doc := b.documentAt(rest[0])
			d := &b.x.Sources[doc]
			n, _ := slices.BinarySearch(rest, uint32(d.First+d.Tokens))
			k := stats.Contrast{A: uint64(n), B: uint64(len(at) - n), C: uint64(d.Tokens), D: b.x.Tokens - uint64(d.Tokens)}
			if n > 1 && k.KeyIn() > 0 {
				all[doc] = append(all[doc], found{word, n, g2.Value(k, nil)})
			}
			rest = rest[n:]
		}
	})
	for doc, own := range all {
		slices.SortStableFunc(own, func(x, y found) int { return cmp.Compare(y.g2, x.g2) })
		for _, f := range own[:min(len(own), mostOwn)] {
			b.r.Documents[doc].Own = append(b.r.Documents[doc].Own, [2]int{f.word, f.n})
		}
	}
}

// documentAt gives the document that holds a running term.
func (b *pageBuilder) documentAt(k uint32) int {
	doc, _ := slices.BinarySearchFunc(b.x.Sources, int(k), func(d corpus.IndexedDocument, k int) int {
		return cmp.Compare(d.First+d.Tokens, k+1)
	})
	return doc
}

// divide divides the running terms for dispersion: into documents where there are enough of them, else into equal parts. There
// are no parts where there is too little text for either, and where sides are compared: a word of one side is unevenly spread
// over both.
func (b *pageBuilder) divide() {
	x := b.x
	n := len(x.Running())
	ends := []int{0}
	switch {
	case b.split > 0:
		return
	case len(x.Sources) >= fewParts:
		for i := range x.Sources {
			ends = append(ends, x.Sources[i].First+x.Sources[i].Tokens)
		}
		b.r.Spread = messages[msgReportSpreadDocuments]
	case n >= 10*equalParts:
		for i := 1; i <= equalParts; i++ {
			ends = append(ends, i*n/equalParts)
		}
		b.r.Spread = messages[msgReportSpreadParts]
	default:
		return
	}
	sizes := make([]uint64, len(ends)-1)
	for i := range sizes {
		sizes[i] = uint64(ends[i+1] - ends[i])
	}
	b.parts, b.ends = stats.NewParts(sizes), ends
}

// strip gives where a term stands, in as many places as the page draws.
func strip(positions []uint32, tokens int) (marks []int) {
	at := make([]int, len(positions))
	for i, k := range positions {
		at[i] = int(k)
	}
	return chart.Binned(at, tokens)
}

func wordClass(t tokenize.Tag) page.Class {
	switch {
	case tokenize.NounTags.Has(t):
		return page.Noun
	case tokenize.PredicateTags.Has(t):
		return page.Predicate
	case t == tokenize.MAG:
		return page.Adverb
	}
	return page.Other
}

func (b *pageBuilder) ngrams() {
	for n := 2; n <= longestGram; n++ {
		for _, g := range b.x.NGrams(n, b.ids, gramMinFreq, mostGrams, b.r.Limit) {
			gram := page.NGram{Words: g.Terms, Freq: uint64(g.Freq)}
			if !b.o.noText {
				for _, l := range g.Lines {
					gram.Lines = append(gram.Lines, b.line(l.Passage, [2]int{l.First, l.Last}))
				}
			}
			b.r.NGrams = append(b.r.NGrams, gram)
		}
	}
	slices.SortStableFunc(b.r.NGrams, func(a, b page.NGram) int { return cmp.Compare(b.Freq, a.Freq) })
}

// pairs looks for the words that stand in the same sentences more often than chance has it, the strongest evidence first.
func (b *pageBuilder) pairs() {
	ids := b.ids[:min(len(b.ids), pairWords)]
	found, alone := b.x.Pairs(ids, pairMinFreq)
	g2, _ := stats.Associations.Find("g2")
	logDice, _ := stats.Associations.Find("logdice")
	npmi, _ := stats.Associations.Find("npmi")
	type scored struct {
		corpus.IndexedPair
		pair stats.Pair
		g2   float64
	}
	var all []scored
	for _, f := range found {
		pair := stats.Pair{O11: uint64(f.Together), F1: uint64(alone[f.A]), F2: uint64(alone[f.B]), N: uint64(b.x.Passages())}
		if v := g2.Value(pair, nil); v > 0 {
			all = append(all, scored{f, pair, v})
		}
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.g2, x.g2) })
	all = all[:min(len(all), b.mostPairs())]
	chosen := make([]corpus.IndexedPair, len(all))
	for i := range all {
		chosen[i] = all[i].IndexedPair
	}
	if !b.o.noText {
		b.x.AddLines(chosen, ids, b.r.Limit)
	}
	for i, s := range all {
		pair := page.Pair{
			A: s.A, B: s.B, Together: s.pair.O11, FreqA: s.pair.F1, FreqB: s.pair.F2,
			G2: page.Number(s.g2), LogDice: page.Number(logDice.Value(s.pair, nil)), NPMI: page.Number(npmi.Value(s.pair, nil)),
		}
		for _, l := range chosen[i].Lines {
			first, second := min(l.A, l.B), max(l.A, l.B)
			pair.Lines = append(pair.Lines, b.line(l.Passage, [2]int{first, first + 1}, [2]int{second, second + 1}))
		}
		b.r.Pairs = append(b.r.Pairs, pair)
	}
}

// mostPairs gives how many pairs the page holds at most.
func (b *pageBuilder) mostPairs() int {
	if b.r.Limit > 0 {
		return mostPairs
	}
	return allPairs
}
