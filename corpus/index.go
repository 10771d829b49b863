package corpus

import (
	"cmp"
	"crypto/sha256"
	"hash"
	"slices"
	"strings"
	"unicode/utf8"

	"kstat/tokenize"
)

// Index is an analysed corpus in memory: its running terms as numbers, and for each of them the way back to its place in
// the text. It is for results whose numbers must lead to their lines; those that only count take a Counter, whose memory
// does not grow with the text. An Index takes about three times the bytes of the text.
//
// An Index is immutable once IndexTerms has returned it.
type Index struct {
	// Totals are the sizes of all that was indexed.
	Totals
	// Sources are the documents in order.
	Sources []IndexedDocument
	// Cleaning tells how often each rule of the cleaner changed something, and Changes, by the name of the rule, the first
	// MostChanges places.
	Cleaning Counts
	Changes  map[string][]IndexedChange

	counter  Counter
	running  []uint32 // the term at each position, by its number in counter
	places   []place  // where it stands
	joined   []bool   // whether it stands directly behind the one before, in the same sentence
	passages []passage
	pieces   []indexedPiece
}

// IndexedDocument is what an Index knows of a document.
type IndexedDocument struct {
	Document
	Bytes     int      // of decoded text
	SHA256    [32]byte // of the decoded text; for a UTF-8 file without a byte order mark, of the file
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

// place is a range of a piece's cleaned text.
type place struct{ start, end uint32 }

// indexedPiece is a chunk and the way from its cleaned text to it.
type indexedPiece struct {
	chunk *Chunk
	m     Map
}

// passage is a sentence, or a part of one that is too long to be shown as a whole.
type passage struct {
	piece      uint32
	start, end uint32 // in the piece's cleaned text
	first      uint32 // its first term; it ends where the next passage begins
	line       uint32 // of the document
	goesOn     bool   // the sentence of the passage before
}

// maxPassage is the number of bytes from which on a sentence is divided into passages, between two terms: about five times
// as long as the longest sentences of a careful writer.
const maxPassage = 1500

// IndexTerms analyses all documents of a source and keeps what CountTerms throws away. CountOptions.N must be 1 or 0.
// Errors are those of CountTerms.
func IndexTerms(src *Source, o CountOptions) (*Index, error) {
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	newWorker := func(int) func(*Chunk) *analysed {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		reader.cleaner.Log = true
		return func(c *Chunk) *analysed { return analyse(reader, c) }
	}
	x := &Index{Changes: make(map[string][]IndexedChange)}
	var sum hash.Hash
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(a *analysed, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(a.chunk, a.faults)
		if a.chunk.Offset == 0 {
			x.Sources = append(x.Sources, IndexedDocument{First: len(x.running)})
			sum = sha256.New()
		}
		sum.Write([]byte(a.chunk.Text))
		d := &x.Sources[len(x.Sources)-1]
		x.add(a)
		d.Bytes += len(a.chunk.Text)
		d.Sentences += a.sizes[0]
		d.Eojeols += a.sizes[1]
		d.Tokens = len(x.running) - d.First
		if a.chunk.Last {
			d.Document, d.Warnings = *a.chunk.Doc, a.chunk.Warnings
			sum.Sum(d.SHA256[:0])
			x.counter.EndDocument()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	x.Documents, x.Tokens = x.counter.Documents, x.counter.Tokens
	return x, nil
}

// analysed is what a thread makes of a chunk.
type analysed struct {
	chunk    *Chunk
	m        Map
	counts   Counts
	changes  []Change // the first of each rule
	faults   []TaggedFault
	sizes    [2]int // sentences, eojeols
	terms    []tokenize.Term
	passages []passage // first counts from the chunk's first term
}

func analyse(r *Reader, c *Chunk) *analysed {
	piece := r.Read(c)
	a := &analysed{chunk: c, m: piece.Map, counts: piece.Counts, faults: piece.Faults}
	a.sizes[0], a.sizes[1] = piece.Sizes()
	a.terms = append(a.terms, r.Terms()...)
	kept := make(map[string]int)
	for _, c := range piece.Changes {
		if kept[c.Rule]++; kept[c.Rule] <= MostChanges {
			a.changes = append(a.changes, c)
		}
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
		for ; term < len(a.terms) && a.terms[term].Sentence == first.Sentence; term++ {
			if at := uint32(a.terms[term].Start); at-p.start > maxPassage {
				a.passages = append(a.passages, passage{start: p.start, end: at, first: p.first, line: p.line, goesOn: p.goesOn})
				p.start, p.first, p.goesOn = at, uint32(term), true
			}
		}
		a.passages = append(a.passages, p)
	}
	return a
}

// add takes over the terms and passages of the next chunk.
func (x *Index) add(a *analysed) {
	x.Sentences += uint64(a.sizes[0])
	x.Eojeols += uint64(a.sizes[1])
	x.Cleaning.Add(a.counts)
	x.counter.Add(a.terms)
	for _, c := range a.changes {
		if len(x.Changes[c.Rule]) < MostChanges {
			x.Changes[c.Rule] = append(x.Changes[c.Rule], IndexedChange{len(x.Sources) - 1, a.chunk.Line + c.Line - 1, c.Old, c.New})
		}
	}
	base := uint32(len(x.running))
	for i := range a.terms {
		t := &a.terms[i]
		x.running = append(x.running, x.counter.words.id(t.Text))
		x.places = append(x.places, place{uint32(t.Start), uint32(t.End)})
		x.joined = append(x.joined, i > 0 && t.Sentence == a.terms[i-1].Sentence && t.Position == a.terms[i-1].Position+1)
	}
	for _, p := range a.passages {
		p.piece = uint32(len(x.pieces))
		p.first += base
		x.passages = append(x.passages, p)
	}
	x.pieces = append(x.pieces, indexedPiece{a.chunk, a.m})
}

// Running gives the numbers of all terms in the order of the text. It must not be changed.
func (x *Index) Running() []uint32 { return x.running }

// Types gives the number of different terms.
func (x *Index) Types() int { return x.counter.Types() }

// Ranking gives the terms as Counter.Counts does, and the number of each.
func (x *Index) Ranking(min uint64, top int) ([]uint32, []Count) {
	ids := x.counter.ranked(min, top)
	return ids, x.counter.countsOf(ids)
}

// Passages gives the number of passages. A passage is a sentence, or a part of one that is longer than 1,500 bytes.
func (x *Index) Passages() int { return len(x.passages) }

// PassageTerms gives the running terms of a passage: those at [from,to) of Running.
func (x *Index) PassageTerms(i int) (from, to int) {
	from, to = int(x.passages[i].first), len(x.running)
	if i+1 < len(x.passages) {
		to = int(x.passages[i+1].first)
	}
	return from, to
}

// Passage is a sentence, or a part of a long one, as it stands in the text.
type Passage struct {
	Doc  *Document
	Line int // of the document, from 1
	// GoesOn says that the passage goes on with the sentence of the one before.
	GoesOn bool
	// Text is the passage in NFC, with every run of white space as one space, like the lines of a concordance. Where
	// more than 3,000 bytes hold no edge of a term, " … " stands for their middle.
	Text string
	// Marks are the ranges of Text in which its terms stand, one for each of PassageTerms.
	Marks [][2]int
}

// Passage gives a passage's text and where its terms stand in it.
func (x *Index) Passage(i int) Passage {
	p := &x.passages[i]
	piece := &x.pieces[p.piece]
	from, to := x.PassageTerms(i)
	out := Passage{Doc: piece.chunk.Doc, Line: int(p.line), GoesOn: p.goesOn, Marks: make([][2]int, to-from)}
	// The decoded text goes over into Text bit by bit, from the edge of a term to the next. Terms that share a syllable
	// have edges that do not nest, so each edge is looked up where it comes.
	start, end := piece.m.Decoded(int(p.start), int(p.end))
	var b strings.Builder
	done, at := start, 0
	reach := func(edge int) {
		edge = min(max(edge, done), end)
		bit := oneLine(abridged(piece.chunk.Text[done:edge]))
		if strings.HasSuffix(b.String(), " ") {
			bit = strings.TrimPrefix(bit, " ")
		}
		b.WriteString(bit)
		done, at = edge, b.Len()
	}
	type edge struct{ decoded, mark, side int }
	var edges []edge
	for k := from; k < to; k++ {
		s, e := piece.m.Decoded(int(x.places[k].start), int(x.places[k].end))
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
