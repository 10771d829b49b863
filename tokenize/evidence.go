package tokenize

import (
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// A document tells by itself which of its words the model lacks: 갤로그 in 행도멸족갤로그로, 히로잉갤로그로, 갤로그로 stands
// behind different letters and before particles, time after time. Observe finds such words among the surfaces that the
// model does not know, and for the text that follows the search takes each for one word.
//
// The conditions are few and strict, since a word wrongly found is wrong everywhere: a stretch of two to six syllables
// counts where what follows it in its run is nothing or a particle; it must do so three times and nearly always, twice
// before a particle, and behind a space twice or behind three different syllables. What the lexicon can make of whole
// nouns (영화음악), and what ends in a particle or an ending, stays as it is.
const (
	leastSeen      = 3
	surelySeen     = 8
	leastParticles = 2
	leastLefts     = 3
	longestWord    = 6 // syllables
	longestRun     = 24

	// how much cheaper the search takes such a word to be
	likely = 8 * lattice.Scale
	sure   = 16 * lattice.Scale
)

// stretch is what is known of a sequence of syllables in the surfaces that the model lacks.
type stretch struct {
	count     int
	fits      int // before nothing or a particle
	particles int
	starts    int // behind a space
	lefts     [leastLefts]rune
	nLefts    int
}

// Observe reads a document, or a long part of one, before it is analysed, and forgets what the one before has told.
// Tokens does it for its own text; a caller that goes line by line calls it for the text that the lines are from.
func (w *Worker) Observe(text string) {
	w.seen.clear()
	if w.own != nil {
		clear(w.own)
	}
	clear(w.stretches)
	w.runs = w.runs[:0]
	for at := 0; at < len(text); {
		line, next := cutLine(text[at:])
		at += next
		w.pieces = segment.Append(w.pieces[:0], line)
		left := segment.LeftStart
		for i := range w.pieces {
			p := &w.pieces[i]
			if p.Spaced {
				left = segment.LeftStart
			}
			if p.Kind == segment.Hangul && int(p.End-p.Start) <= 3*longestRun {
				surface := line[p.Start:p.End]
				if e := w.entry(surface, left); e.guessed {
					w.runs = append(w.runs, run{surface, left})
				}
			}
			left = segment.Left(p.Kind)
		}
	}
	if len(w.runs) < leastSeen {
		return
	}
	if w.stretches == nil {
		w.stretches, w.own = map[string]stretch{}, map[string]int32{}
	}
	for _, r := range w.runs {
		w.note(r.surface)
	}
	for s, st := range w.stretches {
		if st.fits < leastSeen || st.particles < leastParticles || st.fits*4 < st.count*3 || st.starts < 2 && st.nLefts < leastLefts || !w.isNew(s) {
			continue
		}
		w.own[s] = likely
		if st.fits >= surelySeen {
			w.own[s] = sure
		}
	}
	// of 갤로그 and 갤로그로 the shorter is the word, where particles account for the rest
	var longer []string
	for s := range w.own {
		for n := len(s) - 3; n >= 6; n -= 3 {
			if w.own[s[:n]] > 0 && w.particle(s[n:]) {
				longer = append(longer, s)
				break
			}
		}
	}
	if len(w.own) == 0 {
		return
	}
	for _, s := range longer {
		delete(w.own, s)
	}
	w.lat.Own = w.own
	for _, r := range w.runs {
		if w.holdsOwn(r.surface) {
			hash := model.Hash(r.surface, r.left)
			if w.seen.get(hash, r.surface, r.left) == nil {
				w.seen.put(w.look(hash, r.surface, r.left))
			}
		}
	}
	w.lat.Own = nil
}

// run is a surface that the model lacks.
type run struct {
	surface string
	left    uint8
}

// note counts the stretches of a run.
func (w *Worker) note(s string) {
	for i := 0; i < len(s); i += 3 {
		for j := i + 6; j <= len(s) && j <= i+3*longestWord; j += 3 {
			st := w.stretches[s[i:j]]
			st.count++
			if j == len(s) {
				st.fits++
			} else if w.particle(s[j:]) {
				st.fits++
				st.particles++
			}
			if i == 0 {
				st.starts++
			} else {
				before := rune(s[i-3])<<16 | rune(s[i-2])<<8 | rune(s[i-1])
				known := false
				for _, l := range st.lefts[:min(st.nLefts, leastLefts)] {
					known = known || l == before
				}
				if !known {
					if st.nLefts < leastLefts {
						st.lefts[st.nLefts] = before
					}
					st.nLefts++
				}
			}
			w.stretches[s[i:j]] = st
		}
	}
}

// particle tells whether a string is a particle, or the copula.
func (w *Worker) particle(s string) bool {
	for _, tag := range w.itemTags(s) {
		if t := Tag(tag); t >= JKS && t <= JC {
			return true
		}
	}
	return false
}

// itemTags gives the tags of the items of the lexicon that are written just so.
func (w *Worker) itemTags(s string) []uint8 {
	w.tags = w.tags[:0]
	w.lat.EachWhole(s, func(item uint32) {
		if int(item) < w.r.items {
			w.tags = append(w.tags, w.r.tag(item))
		}
	})
	return w.tags
}

// isNew tells whether the lexicon cannot explain a stretch: it is no word of it, no sequence of its longer nouns, and
// nothing that ends as an inflected word does.
func (w *Worker) isNew(s string) bool {
	if len(w.itemTags(s)) > 0 || !w.lat.Set(s, segment.LeftStart) {
		return false
	}
	w.nodes, _ = w.lat.Best(w.nodes[:0])
	whole := true
	for k, i := range w.nodes {
		nd := &w.lat.Nodes[i]
		if nd.Kind == lattice.KindUnknown {
			whole = false
			continue
		}
		tag := NNG
		if int(nd.Item) < w.r.items {
			tag = Tag(w.r.tag(nd.Item))
		} else {
			return false
		}
		if k == len(w.nodes)-1 && (tag >= JKS && tag <= ETM || tag == VX || tag == VV || tag == VA) {
			return false
		}
		start, end := w.bytes(nd)
		switch tag {
		case NNG, NNP, NR, MAG:
			whole = whole && end-start >= 6
		case XPN, XSN, NNB, MM, SN:
		default:
			whole = false
		}
	}
	return !whole
}

// holdsOwn tells whether a run holds a word of the document's own.
func (w *Worker) holdsOwn(s string) bool {
	for i := 0; i < len(s); i += 3 {
		for j := i + 6; j <= len(s) && j <= i+3*longestWord; j += 3 {
			if w.own[s[i:j]] > 0 {
				return true
			}
		}
	}
	return false
}
