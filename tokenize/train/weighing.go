package main

import (
	"math"

	"kstat/tokenize/internal/choose"
)

// place is where a token stands.
type place struct {
	ctx    *choose.Context // of its features
	left   []choose.View   // what the tokens to its left show
	likely []choose.View   // what all tokens of its sentence show as they most often are
	right  *choose.View    // what the next one shows
	i      int             // its number in the sentence
}

// weighing is what speaks for each candidate of a type at a place.
type weighing struct {
	scores []float64 // by candidate, in nats
	feats  []uint32
	ends   []int // by candidate: the end of its features
	best   float64
	parts  []choose.Parts
	suits  []float64
	groups []int32
	around [choose.CompanyDim]float32
}

// set weighs the candidates of a type as if it stood at a place. begin gives what speaks for each whatever its neighbours; biased
// tells whether that it is what it is counts too.
func (w *weighing) set(ch *chooser, typ int32, at *place, biased bool, begin func(cand int32) float64) {
	from, to := ch.from[typ], ch.from[typ+1]
	w.parts = w.parts[:0]
	for k := from; k < to; k++ {
		w.parts = append(w.parts, ch.cands[k].parts)
	}
	same := choose.Compare(w.parts)
	if !same.Predicate {
		w.suits = ch.v.govern(w.suits[:0], ch.cands[from:to], at.left, at.right)
	}
	groups, keeps := ch.groups(w.groups[:0], from, to)
	if w.groups = groups; keeps {
		ch.company.around(&w.around, at.likely, at.i)
	}
	w.scores, w.feats, w.ends, w.best = w.scores[:0], w.feats[:0], w.ends[:0], math.Inf(-1)
	for k := from; k < to; k++ {
		score := begin(k)
		start := len(w.feats)
		if biased {
			w.feats = append(w.feats, ch.cands[k].bias)
		}
		w.feats = at.ctx.All(w.feats, &ch.cands[k].parts, same)
		if !same.Predicate {
			score += w.suits[k-from]
		}
		if keeps {
			score += ch.company.score(&w.around, &ch.cands[from+groups[k-from]].parts)
		}
		for _, f := range w.feats[start:] {
			score += ch.weight(f)
		}
		w.scores, w.ends, w.best = append(w.scores, score), append(w.ends, len(w.feats)), math.Max(w.best, score)
	}
}

// shares makes the scores shares of one. It gives the sum of what they are of the best.
func (w *weighing) shares() (sum float64) {
	for _, score := range w.scores {
		sum += math.Exp(score - w.best)
	}
	for k, score := range w.scores {
		w.scores[k] = math.Exp(score-w.best) / sum
	}
	return sum
}
