package corpus

import (
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"kstat/tokenize"
)

// Index is an analysed corpus in memory: its running terms as numbers, and for each of them the way back to its place in
// the text. It is for results whose numbers must lead to their lines; those that only count take a Counter, whose memory
// does not grow with the text. An Index takes about as many bytes as twice the text: what comes behind the first megabytes is
// kept deflated.
//
// An Index is immutable once IndexTerms has returned it.
type Index struct {
	// Totals are the sizes of all that was indexed.
	Totals
	// Sources are the documents in order.
	Sources []IndexedDocument
	// Ends tells of each source that was given to IndexTerms how many Sources there are up to its end.
	Ends []int
	// Cleaning tells how often each rule of the cleaner changed something, and Changes, by the name of the rule, the first
	// MostChanges places.
	Cleaning Counts
	Changes  map[string][]IndexedChange

	counter  Counter
	running  []uint32 // the term at each position, by its number in counter
	passages int
	pieces   []indexedPiece
	bases    *bases // nil where none were asked for

	bytes int           // of text
	pack  *flate.Writer // while the index is made
}

// IndexOptions say what an Index holds.
type IndexOptions struct {
	CountOptions // N must be 1 or 0, else the error is ErrIndexGrams
	// Bases are the tags of morphemes that are counted beside the terms, in their dictionary form: see Index.Bases. 0 means
	// that none are.
	Bases tokenize.TagSet
}

// ErrIndexGrams says that an Index of n-grams was asked for.
var ErrIndexGrams = errors.New("an index holds no n-grams: N must be 1 or 0")

// IndexedDocument is what an Index knows of a document.
type IndexedDocument struct {
	Document
	Bytes     int // of decoded text
	Sentences int
	Eojeols   int
	// First is the number of running terms before the document, Tokens the number of those in it.
	First, Tokens int
	// Warnings are about the document.
	Warnings []Warning
}

// MostChanges is the number of changes of each rule that an Index keeps.
const MostChanges = 20

// IndexedChange is a change by a rule of the cleaner.
type IndexedChange struct {
	Source   int // index in Index.Sources
	Line     int // of the document, from 1
	Old, New string
}

// indexedPiece is a chunk, the way from its cleaned text to it, and where in the cleaned text its terms stand. Most of an
// Index are these places, so they are packed: six bytes a term.
type indexedPiece struct {
	text     string // as it was decoded
	packed   []byte // the same, deflated, instead
	source   int    // index in Index.Sources
	m        Map
	first    int      // its first running term
	starts   []uint32 // of its terms, in the cleaned text
	spans    []uint16
	passage  int // the number of its first passage
	passages []passage
}

// unpackedBytes is how much text an Index keeps as it is: that of a few books, which is opened at every place.
const unpackedBytes = 4 << 20

// decoded gives the text of the piece.
func (p *indexedPiece) decoded() string {
	if p.packed == nil {
		return p.text
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(p.packed)))
	if err != nil {
		panic(err) // we packed it
	}
	return string(b)
}

// A span is the length of a term in bytes, and the bit isJoined where the term stands directly behind the one before, in the
// same sentence. A word of more bytes than maxSpan is marked for so long.
const (
	isJoined = 1 << 15
	maxSpan  = isJoined - 1
)

// place gives the range of the cleaned text in which a running term of the piece stands.
func (p *indexedPiece) place(k int) (start, end int) {
	start = int(p.starts[k-p.first])
	return start, start + int(p.spans[k-p.first]&maxSpan)
}

// joined tells whether a running term of the piece stands directly behind the one before.
func (p *indexedPiece) joined(k int) bool { return p.spans[k-p.first]&isJoined != 0 }

// bases are the morphemes that an Index counts beside its terms.
type bases struct {
	counter Counter
	of      []uint32          // by number of a term: 1 + the base that its first occurrence has, 0 for none
	other   map[uint32]uint32 // by position: the same, of occurrences that have another
	none    uint32            // stands where there is no base, and is never counted
}

// passage is a sentence, or a part of one that is too long to be shown as a whole.
type passage struct {
	start, end uint32 // in the piece's cleaned text
	first      uint32 // its first term, counted from the piece's; it ends where the next passage begins
	line       uint32 // of the document
	goesOn     bool   // the sentence of the passage before
}

// maxPassage is the number of bytes from which on a sentence is divided into passages, between two terms: about five times
// as long as the longest sentences of a careful writer.
const maxPassage = 1500

// IndexTerms analyses all documents of the sources, one source after the other, and keeps what CountTerms throws away.
// Errors are those of CountTerms, and ErrIndexGrams.
func IndexTerms(o IndexOptions, sources ...*Source) (*Index, error) {
	if o.N != 0 && o.N != 1 {
		return nil, ErrIndexGrams
	}
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	newWorker := func(int) func(*Chunk) *analysed {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		reader.cleaner.Log = true
		return func(c *Chunk) *analysed { return analyse(reader, c, o.Bases) }
	}
	x := &Index{Changes: make(map[string][]IndexedChange)}
	if o.Bases != 0 {
		x.bases = &bases{other: make(map[uint32]uint32)}
	}
	deliver := func(a *analysed, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(a.chunk, a.faults)
		if a.chunk.Offset == 0 {
			x.Sources = append(x.Sources, IndexedDocument{First: len(x.running)})
		}
		d := &x.Sources[len(x.Sources)-1]
		x.add(a)
		d.Bytes += len(a.chunk.Text)
		d.Sentences += a.sizes[0]
		d.Eojeols += a.sizes[1]
		d.Tokens = len(x.running) - d.First
		if a.chunk.Last {
			d.Document, d.Warnings = *a.chunk.Doc, a.chunk.Warnings
			x.counter.EndDocument()
			if x.bases != nil {
				x.bases.counter.EndDocument()
			}
		}
		return nil
	}
	for _, src := range sources {
		if err := InOrder(src.Chunks(), o.Threads, newWorker, deliver); err != nil {
			return nil, err
		}
		x.Ends = append(x.Ends, len(x.Sources))
	}
	x.pack = nil
	x.Documents, x.Tokens = x.counter.Documents, x.counter.Tokens
	if x.bases != nil {
		x.bases.none = x.bases.counter.words.id("")
	}
	return x, nil
}

// analysed is what a thread makes of a chunk.
type analysed struct {
	chunk    *Chunk
	m        Map
	counts   Counts
	changes  []Change // the first of each rule
	faults   []TaggedFault
	sizes    [2]int   // sentences, eojeols
	terms    []tagged // and where they stand:
	starts   []uint32
	spans    []uint16
	bases    []tagged
	base     []uint32 // by term: 1 + its base, 0 for none
	passages []passage
}

// tagged is a term, or a morpheme, with its tag.
type tagged struct {
	text string
	tag  tokenize.Tag
}

func analyse(r *Reader, c *Chunk, wanted tokenize.TagSet) *analysed {
	piece := r.Read(c)
	a := &analysed{chunk: c, m: piece.Map, counts: piece.Counts, faults: piece.Faults}
	a.sizes[0], a.sizes[1] = piece.Sizes()
	kept := make(map[string]int)
	for _, c := range piece.Changes {
		if kept[c.Rule]++; kept[c.Rule] <= MostChanges {
			a.changes = append(a.changes, c)
		}
	}
	terms := r.Terms()
	a.terms, a.starts, a.spans = make([]tagged, len(terms)), make([]uint32, len(terms)), make([]uint16, len(terms))
	for i := range terms {
		t := &terms[i]
		a.terms[i], a.starts[i], a.spans[i] = tagged{t.Text, t.Tag}, uint32(t.Start), uint16(min(t.End-t.Start, maxSpan))
		if i > 0 && t.Sentence == terms[i-1].Sentence && t.Position == terms[i-1].Position+1 {
			a.spans[i] |= isJoined
		}
	}
	if wanted != 0 {
		a.findBases(piece.Tokens, terms, wanted)
	}
	line, counted := c.Line, 0
	term, token := 0, 0
	for token < len(piece.Tokens) {
		first := &piece.Tokens[token]
		end := first.End
		for ; token < len(piece.Tokens) && piece.Tokens[token].Sentence == first.Sentence; token++ {
			end = max(end, piece.Tokens[token].End)
		}
		line += strings.Count(piece.Text[counted:first.Start], "\n")
		counted = first.Start
		p := passage{start: uint32(first.Start), end: uint32(end), first: uint32(term), line: uint32(line)}
		for ; term < len(terms) && terms[term].Sentence == first.Sentence; term++ {
			if at := a.starts[term]; at-p.start > maxPassage {
				a.passages = append(a.passages, passage{start: p.start, end: at, first: p.first, line: p.line, goesOn: p.goesOn})
				p.start, p.first, p.goesOn = at, uint32(term), true
			}
		}
		a.passages = append(a.passages, p)
	}
	return a
}

// findBases finds the morphemes that are counted beside the terms, and which of them each term is made of: the first, if
// there are several.
func (a *analysed) findBases(tokens []tokenize.Token, terms []tokenize.Term, wanted tokenize.TagSet) {
	a.base, a.bases = make([]uint32, len(terms)), make([]tagged, 0, len(terms))
	term := 0
	for i := range tokens {
		t := &tokens[i]
		if !wanted.Has(t.Tag) {
			continue
		}
		a.bases = append(a.bases, tagged{t.Lemma, t.Tag})
		for term < len(terms) && terms[term].Last <= i {
			term++
		}
		if term < len(terms) && terms[term].First <= i && a.base[term] == 0 {
			a.base[term] = uint32(len(a.bases))
		}
	}
}

// add takes over the terms and passages of the next chunk.
func (x *Index) add(a *analysed) {
	x.Sentences += uint64(a.sizes[0])
	x.Eojeols += uint64(a.sizes[1])
	x.Cleaning.Add(a.counts)
	for _, c := range a.changes {
		if len(x.Changes[c.Rule]) < MostChanges {
			x.Changes[c.Rule] = append(x.Changes[c.Rule], IndexedChange{len(x.Sources) - 1, a.chunk.Line + c.Line - 1, c.Old, c.New})
		}
	}
	first := len(x.running)
	x.running = append(x.running, x.counter.addAll(a.terms)...)
	if x.bases != nil {
		x.bases.add(x.running[first:], first, x.bases.counter.addAll(a.bases), a.base)
	}
	p := indexedPiece{
		text: a.chunk.Text, source: len(x.Sources) - 1, m: a.m, first: first, starts: a.starts, spans: a.spans,
		passage: x.passages, passages: slices.Clip(slices.Clone(a.passages)),
	}
	x.passages += len(p.passages)
	if x.bytes += len(p.text); x.bytes > unpackedBytes {
		p.packed, p.text = x.deflated(p.text), ""
	}
	x.pieces = append(x.pieces, p)
}

// deflated packs a text: Korean to less than half, at a hundred megabytes a second.
func (x *Index) deflated(text string) []byte {
	var b bytes.Buffer
	if x.pack == nil {
		x.pack, _ = flate.NewWriter(&b, flate.BestSpeed) // which is a level that there is
	} else {
		x.pack.Reset(&b)
	}
	io.WriteString(x.pack, text) // a Buffer takes all
	x.pack.Close()
	return slices.Clip(bytes.Clone(b.Bytes()))
}

// pieceOf gives the piece that holds a passage, and the number of the passage in it.
func (x *Index) pieceOf(passage int) (piece, i int) {
	piece, _ = slices.BinarySearchFunc(x.pieces, passage+1, func(p indexedPiece, n int) int { return cmp.Compare(p.passage+len(p.passages), n) })
	return piece, passage - x.pieces[piece].passage
}

// addAll counts terms and gives their numbers.
func (c *Counter) addAll(terms []tagged) []uint32 {
	ids := make([]uint32, len(terms))
	c.Tokens += uint64(len(terms))
	for i := range terms {
		ids[i] = c.words.id(terms[i].text)
		c.add(ids[i], terms[i].tag, 1)
	}
	return ids
}

// add notes the bases of terms, of which the first is so far in the text. Nearly every word has the same base wherever it
// stands, so that a number for each word and a map for the others take the least memory.
func (b *bases) add(terms []uint32, first int, ids, base []uint32) {
	for i, term := range terms {
		of := uint32(0)
		if base[i] > 0 {
			of = ids[base[i]-1] + 1
		}
		if int(term) == len(b.of) { // numbers are given in order: it is new
			b.of = append(b.of, of)
		} else if b.of[term] != of {
			b.other[uint32(first+i)] = of
		}
	}
}

// Bases gives the index of the morphemes that the terms are made of, in their dictionary form: 사용 of 사용하다, 민주 of 민주화, 걷다 of
// 걷다. Its passages and positions are those of the index itself; a position whose term has none of the morphemes holds a term
// that is never counted. Frequencies are those of the morphemes in the whole text, and may exceed the number of positions where
// they stand in what is no term, as 만 in 10만. It is nil where IndexOptions.Bases asked for none.
func (x *Index) Bases() *Index {
	if x.bases == nil {
		return nil
	}
	b := *x
	b.bases = nil
	b.counter = x.bases.counter
	b.Tokens = b.counter.Tokens
	none := x.bases.none
	b.running = make([]uint32, len(x.running))
	for k, id := range x.running {
		of := x.bases.of[id]
		if o, ok := x.bases.other[uint32(k)]; ok {
			of = o
		}
		if b.running[k] = none; of > 0 {
			b.running[k] = of - 1
		}
	}
	return &b
}

// Find gives the number of a term.
func (x *Index) Find(term string) (number uint32, ok bool) { return x.counter.words.find(term) }

// Record gives the counts of one of the sources, the first being 0. It knows neither the paragraphs nor the distances of its terms:
// ByParagraph gives none, and Pairs, PairsOf, Collocates and Surroundings a *PairsError.
func (x *Index) Record(source int) *Record {
	from := 0
	if source > 0 {
		from = x.Ends[source-1]
	}
	documents := x.Sources[from:x.Ends[source]]
	r := &Record{Totals: Totals{Documents: uint64(len(documents))}}
	if len(documents) == 0 {
		return r
	}
	first, last := documents[0].First, documents[len(documents)-1]
	running := x.running[first : last.First+last.Tokens]
	r.Tokens = uint64(len(running))
	freq := make([]uint64, x.Types())
	for _, id := range running {
		freq[id]++
	}
	ids := make([]uint32, 0, len(freq))
	for id, f := range freq {
		if f > 0 {
			ids = append(ids, uint32(id))
		}
	}
	slices.SortFunc(ids, func(a, b uint32) int {
		if freq[a] != freq[b] {
			return cmp.Compare(freq[b], freq[a])
		}
		return x.counter.words.compare(a, b)
	})
	r.Terms = x.counter.countsOf(ids, 1)
	number := make([]uint32, len(freq))
	for i, id := range ids {
		r.Terms[i].Freq = freq[id]
		number[id] = uint32(i)
	}
	r.Running = make([]uint32, len(running))
	for k, id := range running {
		r.Running[k] = number[id]
	}
	for i := range documents {
		d := &documents[i]
		r.Sentences += uint64(d.Sentences)
		r.Eojeols += uint64(d.Eojeols)
		r.Sources = append(r.Sources, RecordedDocument{Document: &d.Document, End: d.First + d.Tokens - first, Tokens: uint64(d.Tokens)})
	}
	r.countDocuments(1)
	return r
}

// Running gives the numbers of all terms in the order of the text. It must not be changed.
func (x *Index) Running() []uint32 { return x.running }

// Types gives the number of different terms.
func (x *Index) Types() int { return x.counter.Types() }

// Ranking gives the terms as Counter.Counts does, and the number of each.
func (x *Index) Ranking(min uint64, top int) ([]uint32, []Count) {
	ids := x.counter.ranked(min, top, 1)
	return ids, x.counter.countsOf(ids, 1)
}

// Counts gives what is known of the terms with these numbers.
func (x *Index) Counts(ids []uint32) []Count { return x.counter.countsOf(ids, 1) }

// Passages gives the number of passages. A passage is a sentence, or a part of one that is longer than 1,500 bytes.
func (x *Index) Passages() int { return x.passages }

// PassageTerms gives the running terms of a passage: those at [from,to) of Running.
func (x *Index) PassageTerms(i int) (from, to int) {
	piece, k := x.pieceOf(i)
	return x.pieces[piece].terms(k)
}

// terms gives the running terms of a passage of the piece.
func (p *indexedPiece) terms(i int) (from, to int) {
	from, to = p.first+int(p.passages[i].first), p.first+len(p.starts)
	if i+1 < len(p.passages) {
		to = p.first + int(p.passages[i+1].first)
	}
	return from, to
}

// Passage is a sentence, or a part of a long one, as it stands in the text.
type Passage struct {
	Source int // index in Index.Sources
	Line   int // of the document, from 1
	// GoesOn says that the passage goes on with the sentence of the one before.
	GoesOn bool
	// Text is the passage in NFC, with every run of white space as one space, like the lines of a concordance. Where
	// more than 3,000 bytes hold no edge of a term, " … " stands for their middle.
	Text string
	// Marks are the ranges of Text in which its terms stand, one for each of PassageTerms.
	Marks [][2]int
}

// Passage gives a passage's text and where its terms stand in it. Whoever wants many asks EachPassage.
func (x *Index) Passage(i int) (p Passage) {
	x.EachPassage([]int{i}, func(_ int, got Passage) { p = got })
	return p
}

// EachPassage calls f for each of the passages with its place in the list: in the order of the text, so that what is kept packed is
// unpacked once.
func (x *Index) EachPassage(passages []int, f func(i int, p Passage)) {
	order := make([]int, len(passages))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(passages[a], passages[b]) })
	open, text := -1, ""
	for _, i := range order {
		piece, k := x.pieceOf(passages[i])
		if piece != open {
			open, text = piece, x.pieces[piece].decoded()
		}
		f(i, x.pieces[piece].shown(k, text))
	}
}

// shown gives a passage of the piece, whose decoded text is given.
func (piece *indexedPiece) shown(i int, text string) Passage {
	p := &piece.passages[i]
	from, to := piece.terms(i)
	out := Passage{Source: piece.source, Line: int(p.line), GoesOn: p.goesOn, Marks: make([][2]int, to-from)}
	// The decoded text goes over into Text bit by bit, from the edge of a term to the next. Terms that share a syllable
	// have edges that do not nest, so each edge is looked up where it comes.
	start, end := piece.m.Decoded(int(p.start), int(p.end))
	var b strings.Builder
	done, at := start, 0
	reach := func(edge int) {
		edge = min(max(edge, done), end)
		bit := oneLine(abridged(text[done:edge]))
		if strings.HasSuffix(b.String(), " ") {
			bit = strings.TrimPrefix(bit, " ")
		}
		b.WriteString(bit)
		done, at = edge, b.Len()
	}
	type edge struct{ decoded, mark, side int }
	var edges []edge
	for k := from; k < to; k++ {
		s, e := piece.m.Decoded(piece.place(k))
		edges = append(edges, edge{s, k - from, 0}, edge{e, k - from, 1})
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return cmp.Compare(a.decoded, b.decoded) })
	for _, e := range edges {
		reach(e.decoded)
		out.Marks[e.mark][e.side] = at
	}
	reach(end)
	out.Text = b.String()
	return out
}

// abridged takes the middle out of a text that is longer than any passage should be, as a word of 10,000 letters or what
// cleaning made two ㅋ of.
func abridged(text string) string {
	if len(text) <= 2*maxPassage {
		return text
	}
	head, tail := maxPassage/2, len(text)-maxPassage/2
	for !utf8.RuneStart(text[head]) {
		head--
	}
	for !utf8.RuneStart(text[tail]) {
		tail++
	}
	return text[:head] + " … " + text[tail:]
}
