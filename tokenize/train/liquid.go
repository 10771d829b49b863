package main

import (
	"fmt"
	"math"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
)

// The teacher has a fault that its labels show everywhere: it shuns stems that have lost their ㄹ before ㄴ or ㅅ. Of 2,770
// labels of 사는 two say 살다, and 아는 is more often taken for a noun 아 than for 알다. Such labels teach nothing. How
// often such a surface is the stem in ㄹ is reckoned from how often the stem occurs where it cannot be mistaken (살고,
// 살아), and how often predicates have the ending; the choice learns what distinguishes the readings from other surfaces
// alone. What stands before the stem in its surface belongs to it: 힘들고 tells of 힘드는, 들고 says nothing of 카드는.

// doubtLiquid is the doubt of the readings of a type that a lost ㄹ may tell apart; what is above it is of other doubts.
const doubtLiquid = 1

// pairUp finds the types with such readings and corrects their shares. It must follow assemble.
func (ch *chooser) pairUp() {
	ch.doubts = make([]uint8, len(ch.cands))
	base := map[analysis]float64{} // by what a surface begins with, up to a predicate: occurrences before endings that take no ㄹ away
	var follow [2][]float64        // of verbs and of adjectives, which take other endings: by ending that does, how often it follows such as have none
	var bases [2]float64           // of those
	for i := range follow {
		follow[i] = make([]float64, len(ch.kinds))
	}
	lost := make([]int, len(ch.cands)) // by candidate: place of the stem that has lost its ㄹ, plus one
	for k := range ch.cands {
		lost[k] = ch.loses(&ch.cands[k], conj.Liquid) + 1
		ms := analysis(ch.cands[k].morphs)
		c := float64(ch.cands[k].count)
		for j := 0; j+1 < ms.len(); j++ {
			a, b := uint32(ms.at(j)), uint32(ms.at(j+1))
			if a >= unknownBase || b >= unknownBase || !predicate(ch.morph(a).tag) || !ending(ch.morph(b).tag) {
				continue
			}
			stem, _ := conj.Append(nil, ch.morph(a).form)
			next, _ := conj.Append(nil, ch.morph(b).form)
			of := ch.describes(a)
			closed := conj.SoundOf(stem[len(stem)-1]) == conj.Closed
			if conj.LosesLiquid(next[0]) {
				if closed {
					follow[of][b] += c
				}
				continue
			}
			if c > 0 {
				base[ms.upTo(j)] += c
			}
			if closed {
				bases[of] += c
			}
		}
	}
	// reckon tells how often a reading that begins so may be expected
	reckon := func(k int32, j int) float64 {
		ms := analysis(ch.cands[k].morphs)
		of := ch.describes(uint32(ms.at(j)))
		return base[ms.upTo(j)] * follow[of][uint32(ms.at(j+1))] / math.Max(1, bases[of])
	}
	corrected := 0
	var expect []float64 // by candidate of the type
	for i := range ch.c.types {
		from, to := ch.from[i], ch.from[i+1]
		var total, group, seen, expectLost, expectOpen float64
		expect = append(expect[:0], make([]float64, to-from)...)
		for k := from; k < to; k++ {
			c := float64(ch.cands[k].count)
			total += c
			j := lost[k] - 1
			if j < 0 {
				j = ch.loses(&ch.cands[k], conj.Open)
			}
			if j < 0 {
				continue
			}
			group += c
			e := reckon(k, j)
			expect[k-from] = e + 1e-6
			if lost[k] > 0 {
				seen += c
				expectLost += e
			} else {
				expectOpen += e
			}
		}
		if total == 0 || expectLost == 0 {
			continue
		}
		grown := math.Min(expectLost+expectOpen, .97*total)
		if grown < group || grown < total/2 {
			grown = group // 나는 is mostly 나 and 는, whatever 나다 and 날다 may expect
		}
		// 만드는 is labelled VX throughout, though 만들 is hardly ever VX elsewhere
		skewed := false
		for k := from; k < to; k++ {
			skewed = skewed || lost[k] > 0 && seen*expect[k-from]/expectLost > 2*float64(ch.cands[k].count)+5
		}
		if grown*expectLost/(expectLost+expectOpen) < 1.2*seen+1 && !skewed {
			continue
		}
		corrected++
		all := grown > 1.3*group+2
		for k := from; k < to; k++ {
			c := &ch.cands[k]
			switch e := expect[k-from]; {
			case e > 0:
				ch.doubts[k] = doubtLiquid
				c.count = float32(grown * e / (expectLost + expectOpen))
				c.lat = float32(grown / total * e / (expectLost + expectOpen))
			case all:
				ch.doubts[k] = doubtLiquid
				c.count *= float32((total - grown) / math.Max(1, total-group))
				c.lat *= float32((total - grown) / total)
			}
		}
	}
	fmt.Println("types whose reading with a lost ㄹ was corrected:", corrected)
}

// describes tells, as 0 or 1, whether a predicate is an adjective: 자는 is no form of 잘다, since no adjective but 있다 and 없다, which end in no
// ㄹ, has 는 behind it.
func (ch *chooser) describes(m uint32) int {
	switch ch.morph(m).tag {
	case tokenize.VA, tokenize.XSA, tokenize.VCN:
		return 1
	}
	return 0
}

// morph gives a morpheme of the lexicon by its number.
func (ch *chooser) morph(m uint32) morph { return ch.c.vocab.list[ch.f.x.items[m].morphs[0]] }

// loses gives the place of a stem in an analysis that ends in this sound and stands before an ending that takes, or would
// have taken, a ㄹ from it; -1 where there is none.
func (ch *chooser) loses(c *candidate, sound conj.Sound) int {
	ms := analysis(c.morphs)
	for j := 0; j+1 < ms.len(); j++ {
		a, b := uint32(ms.at(j)), uint32(ms.at(j+1))
		if a >= unknownBase || b >= unknownBase || !predicate(ch.morph(a).tag) || ch.morph(a).tag == tokenize.VCP || !ending(ch.morph(b).tag) {
			continue
		}
		stem, _ := conj.Append(nil, ch.morph(a).form)
		next, _ := conj.Append(nil, ch.morph(b).form)
		if conj.SoundOf(stem[len(stem)-1]) == sound && conj.LosesLiquid(next[0]) {
			return j
		}
	}
	return -1
}
