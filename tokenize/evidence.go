package tokenize

import (
	"kstat/tokenize/internal/lattice"
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
//
// The lexicon may have the word and the search not find it: 영신, the name of a novel's heroine, cut into 영|신은 and 영|신을
// time after time. A noun of the lexicon that does so behind a space counts as well where the search has missed it.
const (
	leastSeen      = 3
	surelySeen     = 8
	leastParticles = 2
	leastLefts     = 3
	leastMissed    = 3
	longestWord    = 6 // syllables
	longestRun     = 24

	// how much cheaper the search takes such a word to be
	likely = 8 * lattice.Scale
	sure   = 16 * lattice.Scale
	missed = 4 * lattice.Scale // of a noun of the lexicon
)

// document is what Observe found in the text that it read.
type document struct {
	words   map[string]int32 // its own words, and how much cheaper the search takes each to be
	entries generation       // of surfaces that hold one
	runs    []run

	// Most stretches occur once or twice and need no more than a count: by hash, so that none is counted too low.
	counts    [1 << hashBits]uint8
	numbers   map[string]int32 // of a stretch that may occur often: its place in stretches
	stretches []stretch
}

// stretch is what is known of a sequence of syllables in the surfaces that the model lacks.
type stretch struct {
	text      string
	count     int
	fits      int // before nothing or a particle
	particles int
	starts    int // behind a space
	missed    int // behind a space, where it fits and the search took another beginning
	lefts     [leastLefts]rune
	nLefts    int
}

// run is a surface that the model lacks.
type run struct {
	surface string
	piece   int32 // of the observed text
	hash    uint64
	left    uint8
}

// Observe reads a document, or a long part of one, before it is analysed, and forgets what the one before has told.
// Tokens does it for its own text; a caller that goes line by line calls it for the text that the lines are from. Lines
// that are parts of that very string are not read again.
func (w *Worker) Observe(text string) {
	d := &w.own
	d.forget()
	w.forget()
	t := &w.observed
	t.reset(text)
	for at := 0; at < len(text); {
		line, next := cutLine(text[at:])
		w.read(t, at, at+len(line))
		if len(t.missing) >= together {
			w.findAll(t)
		}
		at += next
	}
	w.findAll(t)
	w.guessAll(t)
	for i := range t.lines {
		l := &t.lines[i]
		for k := l.first; k < l.last; k++ {
			e := t.entries[k]
			if p := &t.pieces[k]; e != nil && e.guessed && p.End-p.Start <= 3*longestRun {
				d.runs = append(d.runs, run{t.text[l.start+int(p.Start) : l.start+int(p.End)], k, e.hash, e.left})
			}
		}
	}
	if len(d.runs) < leastSeen {
		return
	}
	if d.words == nil {
		d.words, d.numbers = map[string]int32{}, map[string]int32{}
	}
	for i := range d.runs {
		d.count(d.runs[i].surface)
	}
	for i := range d.runs {
		w.note(d.runs[i].surface, t.entries[d.runs[i].piece])
	}
	for i := range d.stretches {
		st := &d.stretches[i]
		if st.fits < leastSeen || st.particles < leastParticles || st.fits*4 < st.count*3 || st.starts < 2 && st.nLefts < leastLefts {
			continue
		}
		switch {
		case st.missed >= leastMissed && w.isNoun(st.text):
			d.words[st.text] = missed
		case !w.isNew(st.text):
		case st.fits >= surelySeen:
			d.words[st.text] = sure
		default:
			d.words[st.text] = likely
		}
	}
	if len(d.words) == 0 {
		return
	}
	// of 갤로그 and 갤로그로 the shorter is the word, where particles account for the rest
	var longer []string
	for s := range d.words {
		for n := len(s) - 3; n >= 6; n -= 3 {
			if d.words[s[:n]] > 0 && w.particle(s[n:]) {
				longer = append(longer, s)
				break
			}
		}
	}
	for _, s := range longer {
		delete(d.words, s)
	}
	d.mark()
	w.lat.Own = d.words
	for i := range d.runs {
		r := &d.runs[i]
		if !d.holdsOwn(r.surface) {
			continue
		}
		e := d.entries.get(r.hash, r.surface, r.left)
		if e == nil {
			e = w.guess(&d.entries.arena, r.hash, r.surface, r.left)
			d.entries.put(e)
		}
		t.entries[r.piece] = e
	}
	w.lat.Own = nil
}

func (d *document) forget() {
	d.entries.clear()
	clear(d.words)
	if len(d.runs) > 0 {
		d.zero()
		clear(d.numbers)
		clear(d.runs)
		clear(d.stretches)
		d.runs, d.stretches = d.runs[:0], d.stretches[:0]
	}
}

// entry gives the document's own analyses of a surface, where it has any.
func (d *document) entry(e *entry) *entry {
	if d.entries.n == 0 {
		return nil
	}
	return d.entries.get(e.hash, e.surface(), e.left)
}

const hashBits = 17

// zero makes all counts 0. The stretches of a few runs are found faster than all of the counts.
func (d *document) zero() {
	if len(d.runs) > 1000 {
		clear(d.counts[:])
		return
	}
	for i := range d.runs {
		eachStretch(d.runs[i].surface, func(_, _ int, slot uint32) { d.counts[slot] = 0 })
	}
}

// stretchHash goes on with the hash of a stretch by the syllable that begins at s[i].
func stretchHash(h uint32, s string, i int) uint32 {
	return (h ^ uint32(s[i])<<16 ^ uint32(s[i+1])<<8 ^ uint32(s[i+2])) * 0x9E3779B1
}

// eachStretch calls f with the places of the stretches of a run and their hashes.
func eachStretch(s string, f func(i, j int, slot uint32)) {
	for i := 0; i+6 <= len(s); i += 3 {
		h := stretchHash(0, s, i)
		for j := i + 6; j <= len(s) && j <= i+3*longestWord; j += 3 {
			h = stretchHash(h, s, j-3)
			f(i, j, h>>(32-hashBits))
		}
	}
}

// count counts the stretches of a run by their hashes.
func (d *document) count(s string) {
	eachStretch(s, func(_, _ int, slot uint32) {
		if d.counts[slot] < leastSeen {
			d.counts[slot]++
		}
	})
}

// mark makes counts tell where the document's own words are.
func (d *document) mark() {
	d.zero()
	for s := range d.words {
		h := uint32(0)
		for i := 0; i < len(s); i += 3 {
			h = stretchHash(h, s, i)
		}
		d.counts[h>>(32-hashBits)] = 1
	}
}

// note notes the stretches of a run that may occur often enough; e is what the search made of it.
func (w *Worker) note(s string, e *entry) {
	d := &w.own
	begins := int(e.cands()[0].morph()[0].end) // its first morpheme ends there
	var particles [longestRun + 1]int8         // by place: 1: a particle follows, -1: none does
	eachStretch(s, func(i, j int, slot uint32) {
		if d.counts[slot] < leastSeen {
			return
		}
		n, ok := d.numbers[s[i:j]]
		if !ok {
			n = int32(len(d.stretches))
			d.numbers[s[i:j]] = n
			d.stretches = append(d.stretches, stretch{text: s[i:j]})
		}
		st := &d.stretches[n]
		st.count++
		fits := st.fits
		if j == len(s) {
			st.fits++
		} else {
			p := &particles[j/3]
			if *p == 0 {
				*p = -1
				if w.particle(s[j:]) {
					*p = 1
				}
			}
			if *p > 0 {
				st.fits++
				st.particles++
			}
		}
		if i == 0 {
			st.starts++
			if begins != j {
				st.missed += st.fits - fits
			}
			return
		}
		before := rune(s[i-3])<<16 | rune(s[i-2])<<8 | rune(s[i-1])
		for _, l := range st.lefts[:min(st.nLefts, leastLefts)] {
			if l == before {
				return
			}
		}
		if st.nLefts < leastLefts {
			st.lefts[st.nLefts] = before
		}
		st.nLefts++
	})
}

// holdsOwn tells whether a run holds a word of the document's own.
func (d *document) holdsOwn(s string) (holds bool) {
	eachStretch(s, func(i, j int, slot uint32) {
		holds = holds || d.counts[slot] > 0 && d.words[s[i:j]] > 0
	})
	return holds
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

// isNoun tells whether a stretch is a noun of the lexicon and nothing else.
func (w *Worker) isNoun(s string) bool {
	tags := w.itemTags(s)
	for _, tag := range tags {
		if Tag(tag) != NNG && Tag(tag) != NNP {
			return false
		}
	}
	return len(tags) > 0
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
