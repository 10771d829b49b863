package main

import (
	"fmt"
	"math"

	"kstat/tokenize/internal/choose"
)

// learnInner learns the weights of what stands side by side within a surface, and gives each candidate that the lattice has
// found its share with them. The lattice's costs stay as they are; a type is a lesson whatever its frequency, since what is
// to be learned are surfaces that are rare.
func (ch *chooser) learnInner(epochs int) {
	var order []int
	for i := range ch.c.types {
		if ch.c.types[i].total > 0 && ch.from[i+1]-ch.from[i] > 1 {
			order = append(order, i)
		}
	}
	kept := len(ch.cands)
	merged, from := ch.merge()
	for k := range merged {
		order = append(order, len(ch.c.types)+k)
	}
	var g inner
	for epoch := range epochs {
		shuffle(order, uint64(epoch+177))
		var tested, before, after, loss, n float64
		for _, i := range order {
			var total float64
			if k := i - len(ch.c.types); k >= 0 {
				total = g.set(ch, &merged[k], from[k], from[k+1])
			} else {
				total = g.set(ch, &ch.c.types[i], ch.from[i], ch.from[i+1])
			}
			if total == 0 || len(g.ks) < 2 {
				continue
			}
			if i < len(ch.c.types) && fnv(ch.c.types[i].surface)%64 == 0 { // to see what it is worth
				if ch.c.types[i].total > 2 {
					continue
				}
				tested++
				best, likely := 0, 0
				for j := range g.ks {
					if g.share[j] > g.share[best] {
						best = j
					}
					if g.lat[j] > g.lat[likely] {
						likely = j
					}
				}
				before += g.gold[likely] / total
				after += g.gold[best] / total
				continue
			}
			n++
			done := 0
			for j, p := range g.share {
				want := g.gold[j] / total
				if want > 0 {
					loss -= want * math.Log(p)
				}
				if grad := p - want; math.Abs(grad) > 1e-4 {
					ch.move(g.feats[done:g.ends[j]], float32(grad))
				}
				done = g.ends[j]
			}
		}
		fmt.Printf("inner epoch %d: loss %.4f; rare types right %.4f, by the lattice alone %.4f of %.0f\n", epoch, loss/n, after/tested, before/tested, tested)
	}
	ch.cands = ch.cands[:kept]
	for i := range ch.c.types {
		g.set(ch, &ch.c.types[i], ch.from[i], ch.from[i+1])
		for j, k := range g.ks {
			ch.cands[k].way, ch.cands[k].lat = ch.cands[k].lat, float32(g.share[j])
		}
	}
}

// inner is what is looked at of a type.
type inner struct {
	ks    []int32   // the candidates that the lattice has found
	lat   []float64 // their shares by its costs
	gold  []float64 // how often they were seen
	share []float64 // their shares with the weights
	feats []uint32
	ends  []int // of their features
	spans []choose.Span
}

// set reads a type and its candidates, and gives how often one of them was seen.
func (g *inner) set(ch *chooser, t *pieceType, from, to int32) (total float64) {
	g.ks, g.lat, g.gold, g.share, g.feats, g.ends = g.ks[:0], g.lat[:0], g.gold[:0], g.share[:0], g.feats[:0], g.ends[:0]
	best := math.Inf(-1)
	for k := from; k < to; k++ {
		c := &ch.cands[k]
		if c.lat == 0 {
			continue
		}
		start := len(g.feats)
		g.spans = c.appendSpans(g.spans[:0])
		g.feats = choose.Inner(g.feats, t.surface, t.left, g.spans, ch)
		score := math.Log(float64(c.lat))
		for _, f := range g.feats[start:] {
			score += ch.weight(f)
		}
		best = math.Max(best, score)
		g.ks, g.lat, g.gold, g.share, g.ends = append(g.ks, k), append(g.lat, float64(c.lat)), append(g.gold, float64(c.count)), append(g.share, score), append(g.ends, len(g.feats))
		total += float64(c.count)
	}
	sum := 0.0
	for j, s := range g.share {
		g.share[j] = math.Exp(s - best)
		sum += g.share[j]
	}
	for j := range g.share {
		g.share[j] /= sum
	}
	return total
}

// appendSpans appends the morphemes of a candidate with what they cover.
func (c *candidate) appendSpans(dst []choose.Span) []choose.Span {
	ms := analysis(c.morphs)
	end := 0
	for j := range ms.len() {
		start := end - 3*int(c.spans[j]>>4)
		end = start + 3*int(c.spans[j]&15)
		dst = append(dst, choose.Span{Morph: uint32(ms.at(j)), Start: uint16(start), End: uint16(end)})
	}
	return dst
}

// move moves the weights of features along their gradient.
func (ch *chooser) move(feats []uint32, g float32) {
	for _, f := range feats {
		wt := float32(ch.weight(f))
		sigma := (float32(math.Sqrt(float64(ch.n[f]+g*g))) - float32(math.Sqrt(float64(ch.n[f])))) / ch.alpha
		ch.z[f] += g - sigma*wt
		ch.n[f] += g * g
	}
}

// Two words are written as one where a writer saves a space, which few texts do as often as film reviews and all do here and
// there. mergedLessons pairs of neighbours of the text are such lessons, so that it is learned what stands between words that
// nothing parts; more of them, and new words are taken apart.
const (
	mergedLessons = 100_000
	longestMerged = 12 // syllables of a pair
)

// merge makes pairs of neighbours to types, and gives where the candidates of each begin and the last one's end.
func (ch *chooser) merge() (merged []pieceType, from []int32) {
	var pairs []int // the tokens that are followed by their partner
	for i := range ch.c.sentences {
		s := &ch.c.sentences[i]
		if s.heldOut {
			continue
		}
		for k := s.from; k+1 < s.to; k++ {
			a, b := &ch.c.tokens[k], &ch.c.tokens[k+1]
			if a.typ >= 0 && b.typ >= 0 && a.gold >= 0 && b.gold >= 0 && a.spaced && b.spaced && len(ch.c.types[a.typ].surface)+len(ch.c.types[b.typ].surface) <= 3*longestMerged {
				pairs = append(pairs, int(k))
			}
		}
	}
	shuffle(pairs, 178)
	for _, k := range pairs[:min(len(pairs), mergedLessons)] {
		a, b := &ch.c.tokens[k], &ch.c.tokens[k+1]
		x, y := &ch.c.types[a.typ], &ch.c.types[b.typ]
		t := pieceType{surface: x.surface + y.surface, left: x.left, total: 1, list: []int32{ch.c.analysis(ch.c.analyses[a.gold] + ch.c.analyses[b.gold])}, counts: []float64{1}}
		merged, from = append(merged, t), append(from, int32(len(ch.cands)))
		ch.add(&t)
	}
	return merged, append(from, int32(len(ch.cands)))
}
