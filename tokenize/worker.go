package tokenize

import (
	"strings"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// Worker analyses text after text, one at a time, and reuses its memory.
type Worker struct {
	r     *resources
	lat   lattice.Lattice
	arena arena
	cache cache
	seen  cache  // surfaces with words of the document's own
	set   Tagset // of the lines that the cache's analyses remember
	out   []Token
	line0 []byte

	pieces   []segment.Piece
	entries  []*entry
	views    []choose.View
	chosen   []uint8
	ctx      choose.Context
	weights  model.FeatureWeights
	choices  int // that were made; no longer counted from manyChoices on
	feats    []uint32
	scores   []int32
	governed []choose.Governed
	parts    []choose.Parts
	ids      []uint32
	nodes    []int32
	found    [][]part
	costs    []int32

	// of Observe
	runs      []run
	stretches map[string]stretch
	own       map[string]int32
	tags      []uint8
}

func newWorker(r *resources) *Worker {
	w := &Worker{r: r, weights: r.file.FeatureWeights()}
	w.lat = lattice.Lattice{Lex: &r.lex, P: &r.params, Prune: 8 * lattice.Scale}
	return w
}

// maxLine is where a line that never ends is cut, in bytes, so that memory stays bounded.
const maxLine = 1 << 16

// Tokens gives the morphemes of a text, in order. A line end ends a sentence. The slice is valid until the next call;
// the strings in it for as long as they are held.
func (w *Worker) Tokens(text string) []Token {
	w.Observe(text)
	w.out = w.out[:0]
	eojeol, sentence := 0, 0
	for at := 0; at < len(text); {
		line, next := cutLine(text[at:])
		w.line(line)
		from := len(w.out)
		w.emit(line, at, eojeol)
		if len(w.out) > from {
			eojeol = w.out[len(w.out)-1].Eojeol + 1
			sentence = numberSentences(w.out[from:], text, sentence)
		}
		at += next
	}
	return w.out
}

// cutLine gives the first line of a text, without its end, and where the next begins.
func cutLine(text string) (line string, next int) {
	n := strings.IndexByte(text, '\n')
	if n < 0 {
		n = len(text)
	}
	if n > maxLine {
		// cut behind the last space, or between two runes where there is none
		n = maxLine
		for n > maxLine/2 && text[n] > ' ' {
			n--
		}
		if n == maxLine/2 {
			for n = maxLine; text[n]&0xC0 == 0x80; n-- {
			}
		}
		return text[:n], n
	}
	line = text[:n]
	if n < len(text) {
		n++
	}
	return line, n
}

// line finds the pieces of a line and chooses their analyses.
func (w *Worker) line(line string) {
	w.pieces = segment.Append(w.pieces[:0], line)
	w.entries, w.views, w.chosen = w.entries[:0], w.views[:0], w.chosen[:0]
	left := segment.LeftStart
	for i := 0; i < len(w.pieces); i++ {
		p := &w.pieces[i]
		if p.Spaced {
			left = segment.LeftStart
		}
		text := line[p.Start:p.End]
		if p.Kind == segment.Hangul {
			if len(text) > 3*maxRun {
				w.split(i, 3*maxRun)
				p = &w.pieces[i]
				text = line[p.Start:p.End]
			}
			e := w.entry(text, left)
			if e.guessed && w.seen.n > 0 {
				if own := w.seen.get(e.hash, text, left); own != nil {
					e = own
				}
			}
			w.entries = append(w.entries, e)
			w.views = append(w.views, viewOf(e, 0, p.Spaced))
		} else {
			w.entries = append(w.entries, nil)
			w.views = append(w.views, choose.Mark(p.Kind, text, p.Spaced))
		}
		w.chosen = append(w.chosen, 0)
		left = segment.Left(p.Kind)
	}
	for i, e := range w.entries {
		if e == nil || len(e.cands) < 2 {
			continue
		}
		if k := w.choose(i, e); k > 0 {
			w.chosen[i] = uint8(k)
			w.views[i] = viewOf(e, k, w.pieces[i].Spaced)
		}
	}
}

// split cuts piece i after n bytes.
func (w *Worker) split(i, n int) {
	w.pieces = append(w.pieces, segment.Piece{})
	copy(w.pieces[i+1:], w.pieces[i:])
	w.pieces[i].End = w.pieces[i].Start + int32(n)
	w.pieces[i+1].Start = w.pieces[i].End
	w.pieces[i+1].Spaced = false
}

func viewOf(e *entry, k int, spaced bool) choose.View {
	return e.cands[k].parts.View(e.letters, spaced)
}

func (w *Worker) viewAt(i int) *choose.View {
	if i < 0 || i >= len(w.views) {
		return &choose.Boundary
	}
	return &w.views[i]
}

// The choice stops at the near features where one analysis leads by sureLead, in 1/32 nat.
const sureLead = 3 * model.WeightScale

// manyChoices is from when on unpacked weights are worth the time it takes to unpack them.
const manyChoices = 1 << 14

// choose picks the analysis of piece i.
func (w *Worker) choose(i int, e *entry) int {
	if w.choices < manyChoices {
		if w.choices++; w.choices == manyChoices {
			w.weights.Unpack()
		}
	}
	ctx := &w.ctx
	ctx.Set(w.views[:i], w.viewAt(i+1), w.viewAt(i+2), w.pieces[i].Spaced)
	w.scores = w.scores[:0]
	governs := !e.same.Predicate && w.r.valence.Rows > 0
	best, first, second := 0, int32(-1<<30), int32(-1<<30)
	for k := range e.cands {
		c := &e.cands[k]
		w.feats = ctx.Near(w.feats[:0], &c.parts, e.same)
		score := w.weights.Sum(w.feats) - c.cost
		if governs && c.parts.Predicate > 0 {
			w.governed = choose.Arguments(w.governed[:0], w.views[:i], w.viewAt(i+1), c.parts.Modifies)
			score += w.r.valence.Score(c.parts.Predicate-1, w.governed)
		}
		w.scores = append(w.scores, score)
		if score > first {
			best, first, second = k, score, first
		} else if score > second {
			second = score
		}
	}
	if first-second >= sureLead {
		return best
	}
	best, top := 0, int32(-1<<30)
	for k := range e.cands {
		if w.scores[k] < first-2*sureLead {
			continue // out of reach
		}
		w.feats = ctx.Far(w.feats[:0], &e.cands[k].parts, e.same)
		if score := w.scores[k] + w.weights.Sum(w.feats); score > top {
			best, top = k, score
		}
	}
	return best
}

var kindTags = [segment.NumKinds]Tag{
	segment.Latin: SL, segment.Digits: SN, segment.Hanja: SH, segment.Jamo: SW, segment.Stop: SF, segment.Comma: SP,
	segment.Open: SSO, segment.Close: SSC, segment.Ellipsis: SE, segment.Dash: SO, segment.Symbol: SW, segment.Emoji: WEmoji,
	segment.URL: WURL, segment.Email: WEmail, segment.Hashtag: WHashtag, segment.Mention: WMention, segment.Serial: WSerial,
}

// emit appends the tokens of a line that begins at byte at of the text.
func (w *Worker) emit(line string, at, eojeol int) {
	for i := range w.pieces {
		p := &w.pieces[i]
		if i > 0 && p.Spaced {
			eojeol++
		}
		e := w.entries[i]
		if e == nil {
			text := line[p.Start:p.End]
			w.out = append(w.out, Token{Form: text, Lemma: text, Start: at + int(p.Start), End: at + int(p.End), Eojeol: eojeol, Tag: kindTags[p.Kind]})
			continue
		}
		for _, m := range e.cands[w.chosen[i]].morph {
			start, end := int(p.Start)+int(m.start), int(p.Start)+int(m.end)
			form, lemma, source := w.r.form(m.morph, line[start:end])
			w.out = append(w.out, Token{Form: form, Lemma: lemma, Start: at + start, End: at + end, Eojeol: eojeol, Tag: Tag(w.r.tag(m.morph)), Source: source})
		}
	}
}

// entry gives what is known of a surface, from the cache where it was met before.
func (w *Worker) entry(surface string, left uint8) *entry {
	hash := model.Hash(surface, left)
	if e := w.cache.get(hash, surface, left); e != nil {
		return e
	}
	e := w.look(hash, surface, left)
	if w.cache.full() {
		// the arena's pieces go with the entries that hold them
		w.cache.clear()
		w.arena = arena{}
	}
	w.cache.put(e)
	return e
}

// cache remembers surfaces that were met.
type cache struct {
	slots []*entry
	n     int
}

const (
	minCache = 1 << 10
	maxCache = 1 << 16 // slots: with 3/4 in use some 15 MB
)

func (c *cache) get(hash uint64, surface string, left uint8) *entry {
	if len(c.slots) == 0 {
		return nil
	}
	mask := len(c.slots) - 1
	for i := int(hash) & mask; c.slots[i] != nil; i = (i + 1) & mask {
		if e := c.slots[i]; e.hash == hash && e.left == left && e.surface == surface {
			return e
		}
	}
	return nil
}

func (c *cache) full() bool { return len(c.slots) == maxCache && c.n >= maxCache*3/4 }

func (c *cache) clear() {
	clear(c.slots)
	c.n = 0
}

func (c *cache) put(e *entry) {
	if c.n >= len(c.slots)*3/4 {
		old := c.slots
		c.slots = make([]*entry, max(minCache, 2*len(old)))
		for _, e := range old {
			if e != nil {
				c.place(e)
			}
		}
	}
	c.place(e)
	c.n++
}

func (c *cache) place(e *entry) {
	mask := len(c.slots) - 1
	i := int(e.hash) & mask
	for c.slots[i] != nil {
		i = (i + 1) & mask
	}
	c.slots[i] = e
}
