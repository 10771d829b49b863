package main

import (
	"math"

	"kstat/tokenize/internal/choose"
)

// What a predicate governs is the same in all of its forms: 샀다 can be nothing but 사다, and what stands before it tells what
// may stand before 사는, which 살다 is written as well. So each form that is clear is a lesson in telling its predicate from one
// that shares another form with it.

// contrastLesson is what such a lesson counts beside one of a form that is in doubt.
const contrastLesson = .5

// contrasts is what such lessons need.
type contrasts struct {
	parts []choose.Parts // by predicate, as far as what it governs is told by them
	clear []int8         // by type: 1 where all likely candidates begin with the same morpheme, -1 where not, 0 not known
	feats []uint32
}

func (ch *chooser) newContrasts() *contrasts {
	c := &contrasts{parts: make([]choose.Parts, len(ch.v.count)), clear: make([]int8, len(ch.c.types))}
	for m, row := range ch.rows {
		if row > 0 && ch.kinds[m] == choose.PredicateKind {
			c.parts[row-1] = choose.PartsOf([]uint32{uint32(m)}, ch)
			c.parts[row-1].Tags = 0
		}
	}
	return c
}

// contrast learns from a token, if it is clear which predicate it begins with, what tells that one from a rival.
func (ch *chooser) contrast(ctx *choose.Context, t *token, gold int32, lesson float64) {
	c := ch.contrasts
	p := ch.cands[gold].parts.Predicate - 1
	if p < 0 || ch.doubts[gold] != 0 || len(ch.v.confusable[p]) == 0 || !ch.isClear(t.typ) {
		return
	}
	rivals := ch.v.confusable[p]
	q := rivals[ch.v.random.next()%uint64(len(rivals))]
	c.feats = ctx.Governs(c.feats[:0], &c.parts[p])
	n := len(c.feats)
	c.feats = ctx.Governs(c.feats, &c.parts[q])
	score := math.Log((ch.v.count[p] + 1) / (ch.v.count[q] + 1))
	for i, f := range c.feats {
		if i < n {
			score += ch.weight(f)
		} else {
			score -= ch.weight(f)
		}
	}
	if grad := float32((1 - sigmoid(score)) * lesson * contrastLesson); grad > 1e-4 {
		ch.move(c.feats[:n], -grad)
		ch.move(c.feats[n:], grad)
	}
}

// isClear tells whether all likely candidates of a type begin with the same morpheme.
func (ch *chooser) isClear(typ int32) bool {
	c := &ch.contrasts.clear[typ]
	if *c == 0 {
		*c = 1
		best := &ch.cands[ch.best[typ]]
		for k := ch.from[typ]; k < ch.from[typ+1]; k++ {
			if ch.cands[k].parts.First != best.parts.First && prior(&ch.cands[k], ch.c.types[typ].total, 0) > leastShare {
				*c = -1
			}
		}
	}
	return *c > 0
}

// leastShare is the share from which on a reading makes a form unclear.
const leastShare = .02
