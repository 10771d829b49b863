package tokenize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kstat/hangul"
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
// nouns (영화음악), or of a name and 이 (동혁이, but not 순이), and what ends in a particle or an ending, stays as it is.
// Endings have particles at their ends, and stand behind different letters time after time (습니|다, 었|다는): where a
// longer one may be meant a particle tells nothing.
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

	// Most stretches stand before a particle once at most, so that nothing more need be known of them.
	once, again hashes           // of those that stand before a particle, and of those that do so again
	numbers     map[string]int32 // of a stretch that again has: its place in stretches
	stretches   []stretch
}

// stretch is what is known of a sequence of syllables in the surfaces that the model lacks.
type stretch struct {
	text      string
	count     int32
	fits      int32 // before nothing or a particle
	particles int32
	starts    int32 // behind a space
	missed    int32 // behind a space, where it fits and the search took another beginning
	lefts     [leastLefts]rune
	nLefts    int32
}

// run is a surface that the model lacks.
type run struct {
	surface  string
	piece    int32 // of the observed text
	particle int   // see particles.behind
	maybe    uint32
	hash     uint64
	left     uint8
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
	t.reserve(len(text))
	w.known.young.reserve(min(len(text)/32, tableEntries))
	w.guessed.young.reserve(min(len(text)/96, guessedEntries))
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
	w.findOwn(t)
	w.takeApart(t)
}

// findOwn finds the document's own words in the guessed surfaces of a text, and guesses those that hold one anew.
func (w *Worker) findOwn(t *text) {
	d := &w.own
	if cap(d.runs) < len(t.guessed) {
		d.runs = make([]run, 0, len(t.guessed))
	}
	line := 0
	for _, k := range t.guessed {
		for t.lines[line].last <= k {
			line++
		}
		p, e, start := &t.pieces[k], t.entries[k], t.lines[line].start
		if p.End-p.Start <= 3*longestRun {
			d.runs = append(d.runs, run{surface: t.text[start+int(p.Start) : start+int(p.End)], piece: k, hash: e.hash, left: e.left})
		}
	}
	if len(d.runs) < leastSeen {
		return
	}
	if d.words == nil {
		d.words, d.numbers = map[string]int32{}, map[string]int32{}
	}
	particles := w.r.particles()
	for i := range d.runs {
		r := &d.runs[i]
		if r.particle, r.maybe = particles.behind(r.surface); r.particle != 0 {
			d.count(r)
		}
	}
	for i := range d.runs {
		d.note(&d.runs[i], t.entries[d.runs[i].piece])
	}
	for i := range d.stretches {
		st := &d.stretches[i]
		if st.fits < leastSeen || st.particles < leastParticles || st.fits*4 < st.count*3 || st.starts < 2 && st.nLefts < leastLefts {
			continue
		}
		switch {
		case st.missed >= leastMissed && w.isNoun(st.text):
			d.words[st.text] = missed
		case !w.isNew(st.text) || st.starts == 0 && w.maybeRest(st.text):
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
			if d.words[s[:n]] > 0 && particles.has(s[n:]) {
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
		d.once, d.again = hashes{}, hashes{}
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

// hashes is a set of hashes of which it sees so many bits: in little memory, so that all of it is near. What it has not was
// never added.
type hashes [1 << hashBits / 64]uint64

const hashBits = 16

func (h *hashes) has(hash uint32) bool {
	hash >>= 32 - hashBits
	return h[hash/64]>>(hash%64)&1 != 0
}

func (h *hashes) add(hash uint32) {
	hash >>= 32 - hashBits
	h[hash/64] |= 1 << (hash % 64)
}

// stretchHash goes on with the hash of a stretch by the syllable that begins at s[i].
func stretchHash(h uint32, s string, i int) uint32 {
	return (h ^ uint32(s[i])<<16 ^ uint32(s[i+1])<<8 ^ uint32(s[i+2])) * 0x9E3779B1
}

// hashOf gives the hash of a stretch.
func hashOf(s string) (h uint32) {
	for i := 0; i < len(s); i += 3 {
		h = stretchHash(h, s, i)
	}
	return h
}

// count adds the stretches of a run that stand before a particle to once, and to again where they are there.
func (d *document) count(r *run) {
	for i := max(0, r.particle-3*longestWord); i+6 <= r.particle; i += 3 {
		h := hashOf(r.surface[i:r.particle])
		if d.once.has(h) {
			d.again.add(h)
		}
		d.once.add(h)
	}
}

// each calls f with the stretches s[i:j] of a run that again has, as long as f wants more.
func (d *document) each(s string, f func(i, j int) bool) {
	for i := 0; i+6 <= len(s); i += 3 {
		h := stretchHash(0, s, i)
		for j := i + 6; j <= len(s) && j <= i+3*longestWord; j += 3 {
			h = stretchHash(h, s, j-3)
			if d.again.has(h) && !f(i, j) {
				return
			}
		}
	}
}

// note notes the stretches of a run that may occur often enough; e is what the search made of it.
func (d *document) note(r *run, e *entry) {
	s := r.surface
	d.each(s, func(i, j int) bool {
		n, ok := d.numbers[s[i:j]]
		if !ok {
			n = int32(len(d.stretches))
			d.numbers[s[i:j]] = n
			d.stretches = append(d.stretches, stretch{text: s[i:j]})
		}
		st := &d.stretches[n]
		st.count++
		if j == r.particle {
			st.particles++
		}
		fits := r.maybe>>(j/3)&1 != 0 || j == len(s)
		if fits {
			st.fits++
		}
		if i == 0 {
			st.starts++
			if begins := int(e.cands()[0].morph()[0].end); fits && begins != j { // its first morpheme ends there
				st.missed++
			}
			return true
		}
		before := rune(s[i-3])<<16 | rune(s[i-2])<<8 | rune(s[i-1])
		for _, l := range st.lefts[:min(st.nLefts, leastLefts)] {
			if l == before {
				return true
			}
		}
		if st.nLefts < leastLefts {
			st.lefts[st.nLefts] = before
		}
		st.nLefts++
		return true
	})
}

// mark makes again tell where the document's own words are.
func (d *document) mark() {
	d.again = hashes{}
	for s := range d.words {
		d.again.add(hashOf(s))
	}
}

// holdsOwn tells whether a run holds a word of the document's own.
func (d *document) holdsOwn(s string) (holds bool) {
	d.each(s, func(i, j int) bool {
		holds = d.words[s[i:j]] > 0
		return !holds
	})
	return holds
}

// particles are the particles of a model by their last syllables, and the endings that end like one of them.
type particles map[string][]suffix

// suffix is a particle, or an ending without the coda that it may begin with: 다는 of ᆫ다는.
type suffix struct {
	form     string
	particle bool
}

// behindAll is a particle that stands behind all and everything, so that it tells nothing.
const behindAll = "요"

// particlesOf gives the particles that consist of whole syllables.
func particlesOf(r *resources) particles {
	p := particles{}
	add := func(s suffix) {
		last := s.form[len(s.form)-3:]
		if !slices.Contains(p[last], s) {
			p[last] = append(p[last], s)
		}
	}
	for m := range uint32(r.items) {
		if t := Tag(r.tag(m)); t < JKS || t > JC {
			continue
		}
		form := r.known(m)
		if first, _ := utf8.DecodeRuneInString(form); hangul.IsSyllable(first) {
			add(suffix{form, true})
		}
	}
	for m := range uint32(r.items) {
		if t := Tag(r.tag(m)); t < EF || t > ETM {
			continue
		}
		form := r.known(m)
		if first, n := utf8.DecodeRuneInString(form); !hangul.IsSyllable(first) {
			form = form[n:]
		}
		for n := len(form) - 3; n > 0; n -= 3 {
			if p.has(form[n:]) {
				add(suffix{form, false})
				break
			}
		}
	}
	return p
}

// has tells whether a string of syllables is a particle that tells something.
func (p particles) has(s string) bool {
	return s != behindAll && slices.Contains(p[s[len(s)-3:]], suffix{s, true})
}

// behind tells where a run goes on with a particle and ends, behind two syllables or more, in bytes, or 0; and behind how many syllables it does
// so if what may be part of an ending, or of a longer particle, is one, a bit for each number.
func (p particles) behind(s string) (particle int, maybe uint32) {
	longest := suffix{}
	for _, x := range p[s[len(s)-3:]] {
		if n := len(s) - len(x.form); n >= 0 && s[n:] == x.form {
			if len(x.form) > len(longest.form) || len(x.form) == len(longest.form) && x.particle {
				longest = x
			}
			if n >= 6 && x.particle {
				maybe |= 1 << (n / 3)
			}
		}
	}
	if n := len(s) - len(longest.form); n >= 6 && longest.particle && longest.form != behindAll {
		particle = n
	}
	return particle, maybe
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

// maybeRest tells whether a stretch may be the rest of one word and the beginning of the next: whether it begins with a particle or an ending
// (는영화), or ends with an ending.
func (w *Worker) maybeRest(s string) bool {
	has := func(s string, from Tag) bool {
		return slices.ContainsFunc(w.itemTags(s), func(tag uint8) bool { return Tag(tag) >= from && Tag(tag) <= ETM })
	}
	for n := 3; n < len(s); n += 3 {
		if has(s[:n], JKS) || has(s[n:], EP) {
			return true
		}
	}
	return false
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
// nothing that ends as an inflected word or a plural does.
func (w *Worker) isNew(s string) bool {
	if name, ok := strings.CutSuffix(s, "이"); ok && len(name) >= 6 && w.isNoun(name) {
		return false
	}
	if len(w.itemTags(s)) > 0 || strings.HasSuffix(s, "들") || !w.lat.Set(s, segment.LeftStart) {
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
