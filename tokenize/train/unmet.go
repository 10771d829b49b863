package main

import (
	"strings"
	"unicode/utf8"

	"kstat/tokenize"
	"kstat/tokenize/internal/segment"
)

// The program asks the lattice for surfaces only that the table lacks. They are not like those that the table has: more of them
// are several words, for a writer saves a space here and there, or hold a word that nobody knows. So when the table's shares are
// known, the lattice's costs and the weights of what stands side by side go on learning, for the program alone, from such
// surfaces among all others.

// lesson is a surface to learn from.
type lesson struct {
	t        *pieceType
	from, to int32 // its candidates, where they are asked for
	hidden   int32 // a noun of it that the lexicon is to lack, or noMorph
}

const noMorph = -1

// learnUnmet learns what to make of surfaces that the table lacks.
func (ch *chooser) learnUnmet() {
	lessons := append(ch.f.types(), ch.joined(unmetPairs)...)
	lessons = append(lessons, ch.joined(unmetTriples)...)
	lessons = append(lessons, ch.hidden()...)
	lessons = append(lessons, ch.named(namedLessons)...)
	ch.f.learn(lessons, 1, 5, unmetRate)
	ch.f.store()
	kept := len(ch.cands)
	ch.find(lessons)
	ch.learnSide(lessons, 1, 187)
	ch.cands = ch.cands[:kept]
}

// unmetRate is how fast the costs go on learning, beside the .5 with which they begin.
const unmetRate = .05

// joined says which neighbours of the text are joined to lessons: so many, each of so many words and syllables at most.
type joined struct {
	lessons, words, syllables int
	seed                      uint64
}

// Neighbours that are joined teach what stands between words that nothing parts. With more of them new words are taken apart.
var (
	joinedPairs  = joined{100_000, 2, 12, 178} // for the table's shares
	unmetPairs   = joined{150_000, 2, 12, 178}
	unmetTriples = joined{50_000, 3, 16, 179}
)

// joined makes lessons of neighbours.
func (ch *chooser) joined(j joined) (lessons []lesson) {
	var first []int // tokens that are followed by their partners
	for i := range ch.c.sentences {
		s := &ch.c.sentences[i]
		if s.heldOut {
			continue
		}
		for k := int(s.from); k+j.words <= int(s.to); k++ {
			if ch.joins(k, j) {
				first = append(first, k)
			}
		}
	}
	shuffle(first, j.seed)
	for _, k := range first[:min(len(first), j.lessons)] {
		t := &pieceType{left: ch.c.types[ch.c.tokens[k].typ].left, total: 1, counts: []float64{1}}
		var all analysis
		for _, word := range ch.c.tokens[k : k+j.words] {
			t.surface += ch.c.types[word.typ].surface
			all += ch.c.analyses[word.gold]
		}
		t.list = []int32{ch.c.analysis(all)}
		lessons = append(lessons, lesson{t: t, hidden: noMorph})
	}
	return lessons
}

// joins tells whether the tokens from number k on may be joined.
func (ch *chooser) joins(k int, j joined) bool {
	size := 0
	for _, word := range ch.c.tokens[k : k+j.words] {
		if word.typ < 0 || word.gold < 0 || !word.spaced {
			return false
		}
		size += len(ch.c.types[word.typ].surface)
	}
	return size <= 3*j.syllables
}

// Surfaces seen no more than thrice that hold a noun seen no more than hiddenMost times are lessons, hiddenLessons of them, as if
// the lexicon lacked the noun: of what the lexicon has, it is nearest to what it lacks. The types themselves have hardly any
// unknown words, from which a judge learns to distrust them.
const (
	hiddenLessons = 43_000
	hiddenSurface = 3
	hiddenMost    = 5
)

// hidden makes lessons that hide a noun.
func (ch *chooser) hidden() (lessons []lesson) {
	var may []int
	for i := range ch.c.types {
		t := &ch.c.types[i]
		if t.total > 0 && t.total <= hiddenSurface && ch.rareNoun(t) != noMorph {
			may = append(may, i)
		}
	}
	shuffle(may, 199)
	for _, i := range may[:min(len(may), hiddenLessons)] {
		t := &ch.c.types[i]
		one := &pieceType{surface: t.surface, left: t.left, total: 1, list: []int32{t.likeliest()}, counts: []float64{1}}
		lessons = append(lessons, lesson{t: one, hidden: ch.rareNoun(t)})
	}
	return lessons
}

// likeliest gives the analysis of a type that was seen most often.
func (t *pieceType) likeliest() int32 {
	best := 0
	for j := range t.counts {
		if t.counts[j] > t.counts[best] {
			best = j
		}
	}
	return t.list[best]
}

// rareNoun gives the first noun of a type that may be hidden, or noMorph.
func (ch *chooser) rareNoun(t *pieceType) int32 {
	an := ch.c.analyses[t.likeliest()]
	for k := range an.len() {
		m := an.at(k)
		v := &ch.c.vocab.list[m]
		if (v.tag == tokenize.NNG || v.tag == tokenize.NNP) && len(v.form) >= 2*len("가") && ch.f.x.itemOf[m] >= 0 && ch.c.vocab.count[m] <= hiddenMost {
			return m
		}
	}
	return noMorph
}

// find gives lessons their candidates.
func (ch *chooser) find(lessons []lesson) {
	for i := range lessons {
		le := &lessons[i]
		le.from = int32(len(ch.cands))
		ch.f.without(le.hidden, func() { ch.add(le.t) })
		le.to = int32(len(ch.cands))
	}
}

const namedLessons = 10_000

// named makes lessons of names that the lexicon lacks, in place of names in the text.
func (ch *chooser) named(n int) (lessons []lesson) {
	sound := func(s string) int {
		r, _ := utf8.DecodeLastRuneInString(s)
		switch (r - 0xAC00) % 28 {
		case 0:
			return 0
		case 8:
			return 1
		}
		return 2
	}
	var hosts [3][]int
	for i := range ch.c.types {
		t := &ch.c.types[i]
		if t.total == 0 || t.left != segment.LeftStart {
			continue
		}
		an := ch.c.analyses[t.likeliest()]
		v := &ch.c.vocab.list[an.at(0)]
		if v.tag == tokenize.NNP && strings.HasPrefix(t.surface, v.form) {
			k := sound(v.form)
			hosts[k] = append(hosts[k], i)
		}
	}
	order := make([]int, len(ch.c.unmetNames))
	for i := range order {
		order[i] = i
	}
	shuffle(order, 211)
	for k := range hosts {
		if len(hosts[k]) == 0 {
			return nil
		}
		shuffle(hosts[k], 212+uint64(k))
	}
	var next [3]int
	for _, i := range order[:min(n, len(order))] {
		id := ch.c.unmetNames[i]
		form := ch.c.vocab.list[id].form
		k := sound(form)
		t := &ch.c.types[hosts[k][next[k]%len(hosts[k])]]
		next[k]++
		an := ch.c.analyses[t.likeliest()]
		old := ch.c.vocab.list[an.at(0)].form
		ids := unpack(an)
		ids[0] = id
		one := &pieceType{surface: form + t.surface[len(old):], left: t.left, total: 1, list: []int32{ch.c.analysis(pack(ids))}, counts: []float64{1}}
		lessons = append(lessons, lesson{t: one, hidden: noMorph})
	}
	return lessons
}
