package main

import (
	"kstat/tokenize"
	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/lattice"
)

// A surface that is nearly always one word may be another one for all that: 나는 is 나다 or 날다 once in a thousand times, 열려 the
// intention to open something hardly ever. Such rivals of what is likely, which begin with another word, are candidates however
// rare they are, so that what stands around can choose them. So are both readings of a pair that the teacher was asked about (우리, a
// cage), be they common or not.
const (
	leastRival      = 5   // occurrences of a surface
	rivalMade       = 20  // and of one for which rivals are looked for that the lattice finds unlikely
	rivalOfNoun     = 100 // and of one whose such rivals may begin with a noun
	rivalWays       = 24
	rivalSlack      = 12 * lattice.Scale
	mostRivals      = 3  // that the lattice finds unlikely
	rivalSeen       = 3  // occurrences of a rival that the text has, however rare it is
	rivalPredicate  = 40 // occurrences of the first morpheme
	rivalNoun       = 200
	rivalEnding     = 1000 // and of each that follows
	rivalShare      = 2e-3 // of a noun, by the lattice
	leastRivalPrior = 1e-3 // its share at least
)

// rivals finds the rivals among the ways through the lattice of a surface, in the order of their costs.
type rivals struct {
	ch        *chooser
	total     float64
	likeliest uint32         // the first morpheme of the likeliest reading
	begun     map[uint32]int // by first morpheme: how many were found
	n         int            // of those that the lattice finds unlikely
}

// near tells whether one of those that the lattice finds likely is a rival; two may begin alike (어/EC, 어/EF).
func (r *rivals) near(ms []uint32) bool {
	if r.total < leastRival || !r.ch.isRival(ms) && !r.asked(ms) || r.begun[ms[0]] >= 2 {
		return false
	}
	r.begun[ms[0]]++
	return true
}

// far tells whether one of the others is.
func (r *rivals) far(ms []uint32) bool {
	switch {
	case r.n >= mostRivals || r.begun[ms[0]] > 0:
		return false
	case r.asked(ms):
	case !r.ch.isRival(ms) || r.ch.Kind(ms[0]) != choose.PredicateKind && r.total < rivalOfNoun:
		return false
	}
	r.begun[ms[0]]++
	r.n++
	return true
}

// asked tells whether the teacher was asked about the likeliest reading and an analysis.
func (r *rivals) asked(ms []uint32) bool {
	return r.ch.asked[[2]uint32{r.likeliest, ms[0]}] && r.ch.inflected(ms[1:])
}

// isRival tells whether an analysis is one that may be a rival: a common predicate with its endings, or a common noun with its
// particles.
func (ch *chooser) isRival(ms []uint32) bool {
	if len(ms) < 2 || ms[0] >= unknownBase {
		return false
	}
	switch count := ch.c.vocab.count[ch.f.x.items[ms[0]].morphs[0]]; ch.morph(ms[0]).tag {
	case tokenize.VV, tokenize.VA:
		return count >= rivalPredicate && ch.inflected(ms[1:])
	case tokenize.NNG, tokenize.NP:
		return count >= rivalNoun && ch.inflected(ms[1:])
	}
	return false
}

// inflected tells whether morphemes are common endings and particles.
func (ch *chooser) inflected(ms []uint32) bool {
	for _, m := range ms {
		if m >= unknownBase || ch.c.vocab.count[ch.f.x.items[m].morphs[0]] < rivalEnding {
			return false
		}
		w := ch.morph(m)
		switch tag := w.tag; {
		case tokenize.EP <= tag && tag <= tokenize.ETM, tokenize.JKS <= tag && tag <= tokenize.JC:
			if w.form == "ᆷ" {
				return false // 점 as 절+ᆷ
			}
		default:
			return false
		}
	}
	return true
}

func unpack32(a analysis32) (ms []uint32) {
	for _, m := range unpack(analysis(a)) {
		ms = append(ms, uint32(m))
	}
	return ms
}
