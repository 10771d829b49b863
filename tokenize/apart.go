package tokenize

import (
	"math"
	"slices"
	"unsafe"

	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// Where a writer has left out spaces (그책을읽은사람은많다), the lattice finds the words; but it knows them less well than the
// table does, and nothing of what stands around them. So where nearly all that it finds likely has a word begin at the same
// place, behind a particle, an ending or an adverb, the surface is taken apart there: 그책을 | 읽은 | 사람은 | 많다. Each word is
// looked for in the table, and what it means is chosen as if the space stood there. A word that the table lacks keeps what the
// lattice found of it within the whole: by itself it would be found anew, and worse, without what stands before it.

// Between wordEnds and wordBegins, sets of tags, a space should stand.
const (
	wordEnds TagSet = 1<<JKS | 1<<JKC | 1<<JKG | 1<<JKO | 1<<JKB | 1<<JKV | 1<<JKQ | 1<<JX | 1<<JC |
		1<<EF | 1<<EC | 1<<ETN | 1<<ETM | 1<<MAG | 1<<MAJ | 1<<IC
	wordBegins TagSet = 1<<NNG | 1<<NNP | 1<<NNB | 1<<NP | 1<<NR | 1<<VV | 1<<VA | 1<<VCN |
		1<<MM | 1<<MAG | 1<<MAJ | 1<<IC | 1<<XPN | 1<<XR
)

// certainWord is the least share of the analyses of a surface that have a word begin at a place where it is taken apart.
const certainWord = .97

// parts gives the words of a surface that is taken apart, none of another.
func (e *entry) parts() []entry { return unsafe.Slice(e.words, int(e.nWords)) }

// beginsWord tells whether a word begins with morpheme i of an analysis, not the first.
func (w *Worker) beginsWord(morph []part, i int) bool {
	p, q := &morph[i-1], &morph[i]
	return p.end == q.start && wordEnds.Has(Tag(w.r.tag(p.morph))) && wordBegins.Has(Tag(w.r.tag(q.morph)))
}

// setWords finds in which words a guessed surface is to be taken apart and gives each of them those of the surface's analyses
// that agree with it, as far as they are about it. A surface of which only the best analysis is known stays whole: an entry has
// few words, so that memory is bounded by the number of entries.
func (w *Worker) setWords(a *arena, e *entry) {
	if int(e.size) > 3*maxNBest {
		return
	}
	first := e.cands()[0].morph()
	w.bounds = w.bounds[:0]
	for i := 1; i < len(first); i++ {
		if w.beginsWord(first, i) {
			w.bounds = append(w.bounds, first[i].start)
		}
	}
	if len(w.bounds) == 0 {
		return
	}
	var shares [maxCandidates]float64
	for k := range e.cands() {
		shares[k] = math.Exp(-float64(e.cands()[k].cost) / model.WeightScale)
	}
	w.bounds = slices.DeleteFunc(w.bounds, func(at uint16) bool { return w.share(e, &shares, at) < certainWord })
	if len(w.bounds) == 0 {
		return
	}
	w.bounds = append(w.bounds, e.size)
	words := a.words.take(len(w.bounds), wordBlock)
	from := uint16(0)
	for i, to := range w.bounds {
		word := &words[i]
		surface := e.surface()[from:to]
		word.left, word.guessed = segment.LeftStart, true
		if i == 0 {
			word.left = e.left
		}
		word.hash = model.Hash(surface, word.left)
		word.text, word.size = unsafe.StringData(surface), to-from
		w.setCandidates(a, word, w.within(a, e, &shares, from, to))
		from = to
	}
	e.words, e.nWords = &words[0], uint16(len(words))
}

// share gives the share of a surface's analyses, of which each has its own, in which a word begins at a byte.
func (w *Worker) share(e *entry, shares *[maxCandidates]float64, at uint16) (share float64) {
	for k := range e.cands() {
		morph := e.cands()[k].morph()
		i := 0
		for i < len(morph) && morph[i].start < at {
			i++
		}
		if i > 0 && i < len(morph) && morph[i].start == at && w.beginsWord(morph, i) {
			share += shares[k]
		}
	}
	return share
}

// within gives what the analyses of a surface, of which each has its share, have between two bytes at which words begin, the
// commonest first.
func (w *Worker) within(a *arena, e *entry, whole *[maxCandidates]float64, from, to uint16) []candidate {
	var shares [maxCandidates]float64
	found, sum := w.found[:0], 0.0
	for k := range e.cands() {
		morph, ok := cutOut(e.cands()[k].morph(), from, to)
		if !ok {
			continue
		}
		i := slices.IndexFunc(found, func(m []part) bool { return sameMorphs(m, morph) })
		if i < 0 {
			i, found = len(found), append(found, morph)
		}
		shares[i] += whole[k]
		sum += whole[k]
	}
	w.found = found
	cands := a.cands(len(found))
	for i, m := range found {
		morph := a.morphs(len(m))
		for j, p := range m {
			morph[j] = part{p.morph, p.start - from, p.end - from}
		}
		s, k := shares[i], i
		for ; k > 0 && shares[k-1] < s; k-- {
			shares[k], cands[k] = shares[k-1], cands[k-1]
		}
		shares[k], cands[k] = s, candidate{}
		cands[k].begin(int(-math.Log(s/sum)*model.WeightScale), morph)
	}
	return cands
}

// cutOut gives the morphemes of an analysis between two bytes, where it has bounds there.
func cutOut(morph []part, from, to uint16) ([]part, bool) {
	i := 0
	for i < len(morph) && morph[i].start < from {
		i++
	}
	if i > 0 && morph[i-1].end > from {
		return nil, false
	}
	j := i
	for j < len(morph) && morph[j].start < to {
		j++
	}
	return morph[i:j], i < j && morph[i].start == from && morph[j-1].end == to
}

// takeApart takes the guessed surfaces of a text apart that consist of several words.
func (w *Worker) takeApart(t *text) {
	more := 0
	for _, i := range t.guessed {
		if n := int(t.entries[i].nWords); n > 0 {
			more += n - 1
		}
	}
	if more == 0 {
		return
	}
	// from the end, so that each piece is moved once
	to := len(t.pieces) + more
	t.pieces, t.entries = slices.Grow(t.pieces, more)[:to], slices.Grow(t.entries, more)[:to]
	guessed, moved := t.guessed, w.apart[:0]
	for n := len(t.lines) - 1; n >= 0 && to > int(t.lines[n].last); n-- {
		l := &t.lines[n]
		from := int(l.last)
		l.last = int32(to)
		for i := from - 1; i >= int(l.first); i-- {
			p, e := t.pieces[i], t.entries[i]
			isGuessed := len(guessed) > 0 && guessed[len(guessed)-1] == int32(i)
			if isGuessed {
				guessed = guessed[:len(guessed)-1]
			}
			if isGuessed && e.nWords > 0 {
				to, moved = w.placeWords(t, p, e.parts(), to, moved)
				continue
			}
			to--
			t.pieces[to], t.entries[to] = p, e
			if isGuessed {
				moved = append(moved, int32(to))
			}
		}
		l.first = int32(to)
	}
	slices.Reverse(moved)
	t.guessed, w.apart = append(guessed, moved...), moved // the others' places are as they were
}

// placeWords puts the words of a piece before place to of a text's pieces, the last first. It gives the place of the first, and
// appends those of the words that the table lacks to guessed.
func (w *Worker) placeWords(t *text, p segment.Piece, words []entry, to int, guessed []int32) (first int, places []int32) {
	end := p.End
	for i := len(words) - 1; i >= 0; i-- {
		word := &words[i]
		start := end - int32(word.size)
		to--
		t.pieces[to] = segment.Piece{Start: start, End: end, Kind: p.Kind, Spaced: i == 0 && p.Spaced, Begins: i > 0 || p.Begins}
		if t.entries[to] = w.fromTableOr(word); t.entries[to] == word {
			guessed = append(guessed, int32(to))
		}
		end = start
	}
	return to, guessed
}

// fromTableOr gives what the table has of a word, or else what was guessed of it.
func (w *Worker) fromTableOr(word *entry) *entry {
	if e := w.tabled(word.hash, word.surface(), word.left); e != nil {
		return e
	}
	return word
}
