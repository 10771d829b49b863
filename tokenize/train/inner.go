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
	var lessons []lesson
	for i := range ch.c.types {
		if ch.c.types[i].total > 0 && ch.from[i+1]-ch.from[i] > 1 {
			lessons = append(lessons, lesson{&ch.c.types[i], ch.from[i], ch.from[i+1], noMorph})
		}
	}
	kept := len(ch.cands)
	pairs := ch.joined(joinedPairs)
	ch.find(pairs)
	lessons = append(lessons, pairs...)
	ch.learnSide(lessons, epochs, 177)
	ch.cands = ch.cands[:kept]
	var g inner
	for i := range ch.c.types {
		g.set(ch, &ch.c.types[i], ch.from[i], ch.from[i+1])
		for j, k := range g.ks {
			ch.cands[k].way, ch.cands[k].lat = ch.cands[k].lat, float32(g.share[j])
		}
	}
}

// learnSide goes through lessons so many times, in orders that a seed decides.
func (ch *chooser) learnSide(lessons []lesson, epochs int, seed uint64) {
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	var g inner
	for epoch := range epochs {
		shuffle(order, seed+uint64(epoch))
		var tested, before, after, loss, n float64
		for _, i := range order {
			t := lessons[i].t
			total := g.set(ch, t, lessons[i].from, lessons[i].to)
			if total == 0 || len(g.ks) < 2 {
				continue
			}
			if fnv(t.surface)%64 == 0 { // to see what it is worth
				if t.total > 2 {
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
		fmt.Printf("side by side: loss %.4f; rare surfaces right %.4f, by the lattice alone %.4f of %.0f\n", loss/n, after/tested, before/tested, tested)
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
		if ch.mean != nil {
			ch.mean.until(f, wt)
		}
		sigma := (float32(math.Sqrt(float64(ch.n[f]+g*g))) - float32(math.Sqrt(float64(ch.n[f])))) / ch.alpha
		ch.z[f] += g - sigma*wt
		ch.n[f] += g * g
	}
}
