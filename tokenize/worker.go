package tokenize

import (
	"cmp"
	"slices"
	"strings"
	"unsafe"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// Worker analyses text after text, one at a time, and reuses its memory: some 40 MB at most for what it has met, and what the
// longest text took. Drop one that has read a very long text at once, or hand it texts in pieces. Tokenizer.NewWorker makes one; the
// zero value is of no use.
type Worker struct {
	r       *resources
	lat     lattice.Lattice
	known   cache // what the table holds
	guessed cache // what the lattice found
	own     document
	out     []Token

	// of AppendLine
	set      Tagset        // of the lines that the caches' analyses remember
	numeral  numeralBefore // of the line that is printed
	printing bool          // a line was asked for
	printed  []byte

	observed text // what Observe read
	single   text // a line that it did not

	// of the line that is worked on
	pieces  []segment.Piece
	entries []*entry // nil for what is not Hangul
	chosen  []uint8

	// of the surface that is looked for
	ids     []uint32
	nodes   []int32
	morph   []part
	parts   []model.Part
	found   [][]part
	costs   []int32
	tags    []uint8
	bounds  []uint16 // where the words of the surface end, in bytes
	apart   []int32  // of takeApart
	side    []choose.Span
	ways    [][]choose.Span
	sides   []int32 // what stands side by side in each of ways
	inside  choose.Inside
	glanced uint64 // of no meaning: so that a glance is not left out

	choice chooser
	feats  []uint32 // of NBest
}

func newWorker(r *resources) *Worker {
	w := &Worker{r: r, choice: chooser{r: r, weights: r.file.FeatureWeights()}, known: newCache(tableEntries), guessed: newCache(guessedEntries)}
	w.lat = lattice.Lattice{Lex: &r.lex, P: &r.params, Prune: prune, Reuse: true}
	return w
}

// prune is how much more than the best a beginning of a surface may cost.
const prune = 8 * lattice.Scale

// text is what is known of a text line by line.
type text struct {
	text    string
	lines   []lineOf
	pieces  []segment.Piece // with offsets within their line
	entries []*entry        // of the pieces
	chosen  []uint8         // the analyses of the pieces, once they are chosen
	keys    []key           // of the pieces of a line
	missing []unknown       // of the pieces whose surfaces are still to be looked for, beyond the first glance
	guessed []int32         // of the pieces whose surfaces the table does not hold, in order
	unknown []unknown       // those of them that are still to be guessed
	next    int             // the line that will be asked for next, if they are asked for in order
}

// lineOf is a line of a text: its bytes and its pieces.
type lineOf struct {
	start, end  int
	first, last int32
}

// unknown is a piece whose surface neither the table nor the caches hold.
type unknown struct {
	surface string
	key     key
	piece   int32
}

// key is what a surface is looked for by.
type key struct {
	hash uint64
	left uint8
}

// maxLine is where a line that never ends is cut, in bytes, so that memory stays bounded.
const maxLine = 1 << 16

// Tokens gives the morphemes of a text, in order. A line end ends a sentence. The slice is valid until the next call;
// the strings in it for as long as they are held.
func (w *Worker) Tokens(text string) []Token {
	w.Observe(text)
	w.out = slices.Grow(w.out[:0], 9*len(w.observed.pieces)/4) // some more than most text has
	eojeol, sentence := 0, 0
	for i := range w.observed.lines {
		l := &w.observed.lines[i]
		w.analyse(&w.observed, i)
		from := len(w.out)
		w.emit(text[l.start:l.end], l.start, eojeol)
		if len(w.out) > from {
			eojeol = w.out[len(w.out)-1].Eojeol + 1
			sentence = numberSentences(w.out[from:], text, sentence)
		}
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
	if i := w.observed.find(line); i >= 0 {
		w.analyse(&w.observed, i)
		return
	}
	if w.known.full() || w.guessed.full() {
		w.forget()
	}
	t := &w.single
	t.reset(line)
	w.read(t, 0, len(line))
	w.findAll(t)
	w.guessAll(t)
	for _, i := range t.guessed {
		if own := w.own.entry(t.entries[i]); own != nil {
			t.entries[i] = own
		}
	}
	w.takeApart(t)
	w.analyse(t, 0)
}

// forget makes room in the caches. What was observed goes with it.
func (w *Worker) forget() {
	w.observed.reset("")
	w.known.age()
	w.guessed.age()
}

func (t *text) reset(s string) {
	t.text, t.lines, t.pieces, t.entries, t.chosen, t.next = s, t.lines[:0], t.pieces[:0], t.entries[:0], t.chosen[:0], 0
	t.missing, t.guessed, t.unknown = t.missing[:0], t.guessed[:0], t.unknown[:0]
}

// reserve makes room for the pieces of so many bytes, more than most text has. Memory that is asked for at once is touched as far
// as it is used; what grows is copied and touched again and again.
func (t *text) reserve(bytes int) {
	if n := bytes / 6; cap(t.pieces) < n {
		t.pieces, t.entries, t.chosen = make([]segment.Piece, 0, n), make([]*entry, 0, n), make([]uint8, 0, n)
	}
	if n := bytes / 32; cap(t.lines) < n {
		t.lines = make([]lineOf, 0, n)
	}
	if n := bytes / 64; cap(t.unknown) < n {
		t.unknown, t.guessed = make([]unknown, 0, n), make([]int32, 0, n)
	}
}

// find gives the number of the line that a string is, not one that reads the same, or -1.
func (t *text) find(line string) int {
	at := uintptr(unsafe.Pointer(unsafe.StringData(line))) - uintptr(unsafe.Pointer(unsafe.StringData(t.text)))
	if len(line) == 0 || at >= uintptr(len(t.text)) {
		return -1
	}
	i := t.next
	if i >= len(t.lines) || t.lines[i].start != int(at) {
		var ok bool
		if i, ok = slices.BinarySearchFunc(t.lines, int(at), func(l lineOf, at int) int { return cmp.Compare(l.start, at) }); !ok {
			return -1
		}
	}
	if t.lines[i].end-t.lines[i].start != len(line) {
		return -1
	}
	t.next = i + 1
	return i
}

// read adds the line text[start:end]: its pieces and what is near of their surfaces; findAll and guessAll do the rest. It goes
// over the pieces once for the hashes and again for the entries, so that the memory is asked for many entries before the first
// one is needed.
func (w *Worker) read(t *text, start, end int) {
	line := t.text[start:end]
	first := len(t.pieces)
	t.pieces = segment.Append(t.pieces, line)
	t.keys = t.keys[:0]
	left := segment.LeftStart
	for i := first; i < len(t.pieces); i++ {
		p := &t.pieces[i]
		if p.Spaced {
			left = segment.LeftStart
		}
		if p.Kind != segment.Hangul {
			t.keys = append(t.keys, key{})
			t.entries = append(t.entries, nil)
			left = segment.Left(p.Kind)
			continue
		}
		if p.End-p.Start > 3*maxRun {
			t.split(i, 3*maxRun)
			p = &t.pieces[i]
		}
		hash := model.Hash(line[p.Start:p.End], left)
		t.keys = append(t.keys, key{hash, left})
		t.entries = append(t.entries, w.known.young.first(hash))
		left = segment.Left(segment.Hangul)
	}
	for i, k := range t.keys {
		p := &t.pieces[first+i]
		if p.Kind != segment.Hangul {
			continue
		}
		surface := line[p.Start:p.End]
		if e := t.entries[first+i]; e == nil || e.hash != k.hash || e.left != k.left || e.surface() != surface {
			t.missing = append(t.missing, unknown{surface, k, int32(first + i)})
			t.entries[first+i] = nil
		}
	}
	t.lines = append(t.lines, lineOf{start, end, int32(first), int32(len(t.pieces))})
}

// split cuts piece i after n bytes.
func (t *text) split(i, n int) {
	t.pieces = slices.Insert(t.pieces, i+1, segment.Piece{})
	t.pieces[i+1] = t.pieces[i]
	t.pieces[i].End = t.pieces[i].Start + int32(n)
	t.pieces[i+1].Start = t.pieces[i].End
	t.pieces[i+1].Spaced, t.pieces[i+1].Begins = false, false
}

// analyse chooses the analyses of the pieces of a text, if that is not done, and goes to one of its lines.
func (w *Worker) analyse(t *text, number int) {
	if len(t.chosen) < len(t.pieces) {
		w.choice.choose(t)
	}
	l := &t.lines[number]
	w.pieces, w.entries, w.chosen = t.pieces[l.first:l.last], t.entries[l.first:l.last], t.chosen[l.first:l.last]
	if w.printing {
		w.glance()
	}
}

// glance asks memory for what is printed of the analyses of the line, for all of them before the first is needed.
func (w *Worker) glance() {
	sum := uint64(0)
	for i, e := range w.entries {
		if e != nil {
			sum += uint64(e.cands()[w.chosen[i]].size)
		}
	}
	for i, e := range w.entries {
		if e != nil {
			if c := &e.cands()[w.chosen[i]]; c.size > 0 {
				sum += uint64(*c.line)
			}
		}
	}
	w.glanced += sum
}

func viewOf(e *entry, k int, spaced bool) choose.View {
	return e.cands()[k].parts.View(spaced)
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
		for _, m := range e.cands()[w.chosen[i]].morph() {
			start, end := int(p.Start)+int(m.start), int(p.Start)+int(m.end)
			form, lemma, source := w.r.form(m.morph, line[start:end])
			w.out = append(w.out, Token{Form: form, Lemma: lemma, Start: at + start, End: at + end, Eojeol: eojeol, Tag: Tag(w.r.tag(m.morph)), Source: source, Irregular: w.r.irregular(m.morph)})
		}
	}
}

// entry gives what is known of a surface from the caches, where it was met before, or from the table; nil if it is to be
// guessed.
func (w *Worker) entry(hash uint64, surface string, left uint8) *entry {
	if e := w.tabled(hash, surface, left); e != nil {
		return e
	}
	return w.guessed.get(hash, surface, left)
}

// tabled gives what the table has of a surface, from the cache where it was met before; nil if it has nothing.
func (w *Worker) tabled(hash uint64, surface string, left uint8) *entry {
	if e := w.known.get(hash, surface, left); e != nil {
		return e
	}
	e := w.lookUp(hash, surface, left)
	if e != nil {
		w.known.young.put(e)
	}
	return e
}

// together is how many surfaces are looked for at once.
const together = 64

// findAll looks for the surfaces of a text that were not near. Both the table and the caches are far from the last place in
// memory, three times for a surface, one waiting for the other; so each is asked for on behalf of many surfaces before the
// first answer is needed.
func (w *Worker) findAll(t *text) {
	f := w.r.file
	groups := f.String(model.Analyses)
	var places [together]uint32
	for missing := t.missing; len(missing) > 0; {
		some := missing[:min(len(missing), together)]
		missing = missing[len(some):]
		for i := range some {
			places[i] = f.Glance(some[i].key.hash)
		}
		for i := range some {
			const line = 64 // of the processor's cache; a group is some two of them
			if at := int(places[i]); at+line < len(groups) {
				w.glanced += uint64(groups[at]) + uint64(groups[at+line])
			}
			if e := w.known.old.first(some[i].key.hash); e != nil {
				w.glanced += e.hash
			}
		}
		for i := range some {
			u := &some[i]
			e := w.entry(u.key.hash, u.surface, u.key.left)
			if e == nil {
				t.unknown = append(t.unknown, *u)
			}
			if e == nil || e.guessed {
				t.guessed = append(t.guessed, u.piece)
			}
			t.entries[u.piece] = e
		}
	}
	clear(t.missing)
	t.missing = t.missing[:0]
}

// guessAll guesses the analyses of the surfaces of a text that are not known, in the order of their letters: what the lattice
// reads for one surface is then near what it read for the last, and other work between does not drive it from the
// processor's caches.
func (w *Worker) guessAll(t *text) {
	slices.SortFunc(t.unknown, func(a, b unknown) int {
		return cmp.Or(strings.Compare(a.surface, b.surface), cmp.Compare(a.key.left, b.key.left), cmp.Compare(a.piece, b.piece))
	})
	var e *entry
	for i := range t.unknown {
		u := &t.unknown[i]
		if i == 0 || u.surface != t.unknown[i-1].surface || u.key.left != t.unknown[i-1].key.left {
			e = w.guess(&w.guessed.young.arena, u.key.hash, u.surface, u.key.left)
			w.guessed.young.put(e)
		}
		t.entries[u.piece] = e
	}
	clear(t.unknown)
	t.unknown = t.unknown[:0]
}
