package tokenize

import (
	"cmp"
	"math"
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
	pieces   []segment.Piece
	entries  []*entry // nil for what is not Hangul
	views    []choose.View
	chosen   []uint8
	doubts   []int32 // the pieces whose near features did not decide
	ctx      choose.Context
	weights  model.FeatureWeights
	glanced  uint64 // of no meaning: so that a glance is not left out
	feats    []uint32
	ends     []int32 // of each analysis's features in feats
	scores   []int32
	left     []uint8 // the analyses that may still be chosen
	governed []choose.Governed
	suits    []int32

	// of the surface that is looked for
	ids    []uint32
	nodes  []int32
	morph  []part
	parts  []model.Part
	found  [][]part
	costs  []int32
	tags   []uint8
	bounds []uint16 // where the words of the surface end, in bytes
	apart  []int32  // of takeApart
	side   []choose.Span
	ways   [][]choose.Span

	sums   []choose.Sum // of the pieces as they most often are
	around choose.Around
	beside choose.Neighbours
	kept   [math.MaxUint8]int32 // what each analysis scores with it
	inside choose.Inside
}

func newWorker(r *resources) *Worker {
	w := &Worker{r: r, weights: r.file.FeatureWeights(), known: newCache(tableEntries), guessed: newCache(guessedEntries)}
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
	t.text, t.lines, t.pieces, t.entries, t.next = s, t.lines[:0], t.pieces[:0], t.entries[:0], 0
	t.missing, t.guessed, t.unknown = t.missing[:0], t.guessed[:0], t.unknown[:0]
}

// reserve makes room for the pieces of so many bytes, more than most text has. Memory that is asked for at once is touched as far
// as it is used; what grows is copied and touched again and again.
func (t *text) reserve(bytes int) {
	if n := bytes / 6; cap(t.pieces) < n {
		t.pieces, t.entries = make([]segment.Piece, 0, n), make([]*entry, 0, n)
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

// analyse chooses the analyses of the pieces of a line.
func (w *Worker) analyse(t *text, number int) {
	l := &t.lines[number]
	line := t.text[l.start:l.end]
	w.pieces, w.entries = t.pieces[l.first:l.last], t.entries[l.first:l.last]
	n := len(w.pieces)
	w.views, w.chosen = slices.Grow(w.views[:0], n)[:n], slices.Grow(w.chosen[:0], n)[:n]
	clear(w.chosen)
	w.doubts = w.doubts[:0]
	differ := false
	for i, e := range w.entries {
		p := &w.pieces[i]
		if e != nil {
			differ = differ || e.differs
			e.cands()[0].parts.Show(&w.views[i], p.Begins)
		} else {
			w.views[i] = choose.Mark(p.Kind, line[p.Start:p.End], p.Begins)
		}
	}
	if differ {
		w.sums = w.r.company.Sums(w.sums[:0], w.views)
	}
	for i, e := range w.entries {
		if e != nil && e.n > 1 {
			w.decide(i, e)
		}
	}
	// The first look took what follows for what it most often is. Where it turned out to be something else, what was in
	// doubt before it is looked at again.
	for k := len(w.doubts) - 1; k >= 0; k-- {
		i := int(w.doubts[k])
		if i+1 < n && w.chosen[i+1] > 0 || i+2 < n && w.chosen[i+2] > 0 {
			w.decide(i, w.entries[i])
		}
	}
}

// decide chooses the analysis of piece i, which has several, and shows it to its neighbours.
func (w *Worker) decide(i int, e *entry) {
	if k := uint8(w.choose(i, e)); k != w.chosen[i] {
		w.chosen[i] = k
		e.cands()[k].parts.Show(&w.views[i], w.pieces[i].Begins)
	}
}

func viewOf(e *entry, k int, spaced bool) choose.View {
	return e.cands()[k].parts.View(spaced)
}

func (w *Worker) viewAt(i int) *choose.View {
	if i < 0 || i >= len(w.views) {
		return &choose.Boundary
	}
	return &w.views[i]
}

// stops tell where the choice, which goes through three groups of features, stops: where one analysis leads by so much, in 1/32
// nat. What is behind by reach is not looked at again.
type stops struct{ quickLead, quickReach, nearLead, nearReach int32 }

// Of two predicates with the same endings, the tags tell nothing and the neighbours little: what tells 칼을 가는 (갈다) from 집을 가는
// is read last.
var (
	usualStops = stops{5 * model.WeightScale, 11 * model.WeightScale / 2, 3 * model.WeightScale, 7 * model.WeightScale / 2}
	twinStops  = stops{6 * model.WeightScale, 13 * model.WeightScale / 2, 4 * model.WeightScale, 9 * model.WeightScale / 2}
)

// govern finds how well each analysis's predicate suits what it would govern, better or worse than all of them do on average. It
// reports whether they differ at all.
func (w *Worker) govern(e *entry, left []choose.View, right *choose.View) bool {
	if e.same.Predicate || w.r.valence.Rows == 0 {
		return false
	}
	w.suits = w.suits[:0]
	arguments := choose.Arguments(w.governed[:0], left, true)
	w.governed = choose.Head(arguments, right)
	sum, all := int64(0), int64(0)
	cands := e.cands()
	for k := range cands {
		s, p := int32(0), &cands[k].parts
		if p.Predicate > 0 {
			governed := arguments
			if p.Modifies {
				governed = w.governed
			}
			s = w.r.valence.Score(p.Predicate-1, governed)
			share := choose.ShareOf(int32(cands[k].cost))
			sum += share * int64(s)
			all += share
		}
		w.suits = append(w.suits, s)
	}
	average := int32(sum / all) // where the predicates differ there is one
	for k := range cands {
		if cands[k].parts.Predicate > 0 {
			w.suits[k] -= average
		}
	}
	return true
}

// believed is how much of how common an analysis is counts where others are of other words, in 32nds. What is commoner by far in all text
// is less so where the text is about the other: 적은 beside 두려움 is the enemy.
const believed = 26

// tempered is what company says as far as it counts, less than 5 nats however much there is of it: fourteen neighbours are no fourteen
// witnesses.
func tempered(score int32) int32 {
	const most = 5 * model.WeightScale
	return score * most / (most + max(score, -score))
}

// start begins the scores of the analyses of piece i with what is known of each before its features are read: how common it is, how
// well its predicate suits what it would govern, and how well its words suit the company that they would keep.
func (w *Worker) start(i int, e *entry, left []choose.View, right *choose.View) {
	governs := w.govern(e, left, right)
	if e.differs {
		w.around.Set(w.sums, i)
	}
	cands := e.cands()
	w.scores = w.scores[:0]
	for k := range cands {
		c := &cands[k]
		score := -int32(c.cost)
		if e.differs && !e.guessed {
			score = score * believed / 32
		}
		if governs {
			score += w.suits[k]
		}
		if e.differs {
			if kept := &w.kept[k]; int(c.group) < k {
				*kept = w.kept[c.group]
			} else {
				*kept = w.r.company.Score(&w.around, &c.parts)
			}
			score += tempered(w.kept[k])
		}
		w.scores = append(w.scores, score)
	}
}

// addBeside adds to the scores of the analyses that are left how well they suit what stands right beside the piece.
func (w *Worker) addBeside(e *entry) {
	if !e.paired {
		return
	}
	w.beside.Set(&w.r.beside, &w.ctx)
	cands := e.cands()
	for _, k := range w.left {
		if pair := cands[k].pair; pair != 0 {
			w.scores[k] += w.r.beside.Score(pair, &w.beside)
		}
	}
}

// choose picks the analysis of piece i.
func (w *Worker) choose(i int, e *entry) int {
	w.ctx.Set(w.views[:i], w.viewAt(i+1), w.viewAt(i+2), w.pieces[i].Begins)
	w.start(i, e, w.views[:i], w.viewAt(i+1))
	w.leaveAll(e)
	at := &usualStops
	if e.twins {
		at = &twinStops
	}
	best, lead := w.add(e, (*choose.Context).Quick)
	if lead >= at.quickLead {
		return best
	}
	w.leave(w.scores[best] - at.quickReach)
	w.addBeside(e)
	if best, lead = w.add(e, (*choose.Context).Near); lead >= at.nearLead {
		return best
	}
	w.doubts = append(w.doubts, int32(i))
	w.leave(w.scores[best] - at.nearReach)
	best, _ = w.add(e, (*choose.Context).Far)
	return best
}

// add adds the weights of a group of features to the scores of the analyses that are left. It gives the best of them and by how
// much it leads.
func (w *Worker) add(e *entry, group func(*choose.Context, []uint32, *choose.Parts, choose.Same) []uint32) (best int, lead int32) {
	cands := e.cands()
	w.feats, w.ends = w.feats[:0], w.ends[:0]
	for _, k := range w.left {
		w.feats = group(&w.ctx, w.feats, &cands[k].parts, e.same)
		w.ends = append(w.ends, int32(len(w.feats)))
	}
	each, from := w.weights.Each(w.feats), int32(0)
	first, second := int32(-1<<30), int32(-1<<30)
	for j, k := range w.left {
		score := w.scores[k]
		for _, v := range each[from:w.ends[j]] {
			score += int32(v)
		}
		from = w.ends[j]
		w.scores[k] = score
		if score > first {
			best, first, second = int(k), score, first
		} else if score > second {
			second = score
		}
	}
	return best, first - second
}

// leaveAll leaves all analyses.
func (w *Worker) leaveAll(e *entry) {
	w.left = w.left[:0]
	for k := range e.cands() {
		w.left = append(w.left, uint8(k))
	}
}

// leave leaves the analyses whose scores are no less than least.
func (w *Worker) leave(least int32) {
	n := 0
	for _, k := range w.left {
		if w.scores[k] >= least {
			w.left[n] = k
			n++
		}
	}
	w.left = w.left[:n]
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
