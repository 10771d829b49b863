package corpus

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"kstat/tokenize"
)

// Record is a corpus as the numbers of its running terms: what is needed where not only counts matter but also in which
// document, in which part and in which order the terms stand. It takes 6 bytes a term, and no text.
//
// A Record is immutable once made. It is the same for any number of threads.
type Record struct {
	Totals
	// Terms are the different terms by number: the most frequent first, those of the same frequency in the order of their
	// code points.
	Terms []Count
	// Running holds the term at each position. With n-grams it holds those instead, by where they begin, and is shorter
	// than Totals.Tokens. Nil if the corpus is known by a frequency list only.
	Running []uint32
	// Sources are the documents in order, empty ones too. Nil for a frequency list.
	Sources []RecordedDocument

	// numbers and places are of a frequency list: its words by the numbers under which they were read, and where they stand in
	// Terms, -1 for those of frequency 0.
	numbers *termNumbers
	places  []int32

	paragraphs []int // where in Running each one ends, those without terms left out
	// steps tells how each running term lies to the one before it in the document: the difference of their positions, which
	// counts the terms between that are not counted, and the bit newSentence where a sentence begins with it.
	steps []uint16
}

// isList tells whether a record has the counts of words and nothing of where they stand.
func (r *Record) isList() bool { return r.Running == nil && len(r.Terms) > 0 }

// newSentence marks the first term of a sentence in Record.steps; farthest is the largest step there is.
const (
	newSentence = 1 << 15
	farthest    = newSentence - 1
)

// RecordedDocument is what a Record knows of a document.
type RecordedDocument struct {
	*Document
	End    int    // Running[End of the one before:End] are its terms
	Tokens uint64 // its share of Totals.Tokens
}

// RecordTerms reads all documents of a source. The only errors are a language that no stemmer knows and a *PanicError;
// inputs that cannot be used are told to Notices.Error, and the rest is recorded.
func RecordTerms(src *Source, o CountOptions) (*Record, error) {
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	var (
		counter = newSharedCounter()
		pieces  []recorded
		r       = &Record{}
	)
	newWorker := func(int) func(*Chunk) recorded {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		r := &recorder{CountOptions: &o, reader: reader, counter: sharedThread{sharedCounter: counter}}
		return r.record
	}
	open := false // the last paragraph may go on in the next piece
	holes := 0    // positions at the end of the piece before that are not counted
	running := 0  // terms of the pieces so far
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(x recorded, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(x.chunk, x.faults)
		if n := len(r.Sources); n == 0 || r.Sources[n-1].Document != x.chunk.Doc {
			r.Sources = append(r.Sources, RecordedDocument{Document: x.chunk.Doc})
			open, holes = false, 0
		}
		if len(x.steps) > 0 {
			first := &x.steps[0]
			*first = *first&newSentence | uint16(min(int(*first&farthest)+holes, farthest))
			holes = 0
		}
		holes += x.holes
		for i, end := range x.paragraphs {
			if i == 0 && open && x.continues {
				r.paragraphs[len(r.paragraphs)-1] = running + end
			} else {
				r.paragraphs = append(r.paragraphs, running+end)
			}
		}
		if len(x.paragraphs) > 0 {
			open = !x.ended
		} else {
			open = open && x.continues
		}
		running += len(x.running)
		doc := &r.Sources[len(r.Sources)-1]
		doc.End, doc.Tokens = running, doc.Tokens+x.tokens
		r.Tokens += x.tokens
		r.Sentences += uint64(x.sentences)
		r.Eojeols += uint64(x.eojeols)
		if x.chunk.Last {
			r.Documents++
		}
		x.end = running
		x.chunk = nil // nor its text
		pieces = append(pieces, x)
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.number(counter.all(), pieces, o.Threads)
	return r, nil
}

// recorded is a piece of a document as numbers.
type recorded struct {
	chunk      *Chunk
	faults     []TaggedFault
	running    []uint32 // by the numbers of the counter
	steps      []uint16
	paragraphs []int // where in running each ends
	continues  bool  // no paragraph ends before the first term
	ended      bool  // one ends behind the last term
	holes      int   // positions behind the last term, of terms that are not counted; all of them where there is no term
	sentences  int
	eojeols    int
	tokens     uint64
	end        int // in Record.Running
}

// recorder makes pieces of chunks, and keeps its scratch: the terms' numbers and steps of the piece under way. A paragraph is a
// line, as it is a sentence's end for the analyser; where the input is cut into tokens already, a sentence a line, it is what
// stands between empty lines.
type recorder struct {
	*CountOptions
	reader  *Reader
	counter sharedThread
	running []uint32
	steps   []uint16
	// Of the term before.
	last               int // where it begins in the text, -1 before the first
	position, sentence int
}

// record analyses a chunk.
func (r *recorder) record(chunk *Chunk) recorded {
	x := recorded{chunk: chunk}
	r.running, r.steps = r.running[:0], r.steps[:0]
	r.last, r.position, r.sentence = -1, -1, -1
	piece := r.reader.ReadTerms(chunk, func(text string, terms []tokenize.Term) {
		x.tokens += uint64(len(terms))
		if r.N > 1 {
			for gram := range NGrams(terms, r.N) {
				r.place(&x, text, &gram[0])
				r.running = append(r.running, r.counter.addGram(gram, r.Glue))
			}
			return
		}
		for i := range terms {
			r.place(&x, text, &terms[i])
		}
		r.running = r.counter.addTerms(r.running, terms)
	})
	x.faults = piece.Faults
	x.sentences, x.eojeols = piece.Sizes()
	x.running, x.steps = slices.Clone(r.running), slices.Clone(r.steps)
	x.holes = r.reader.extractor.Positions() - 1 - r.position
	if r.last < 0 {
		x.continues = chunk.Offset > 0 && !r.paragraphEnds(piece.Text, true)
		return x
	}
	x.paragraphs = append(x.paragraphs, len(x.running))
	x.ended = r.paragraphEnds(piece.Text[r.last:], false)
	return x
}

// place notes where the next term of the piece begins.
func (r *recorder) place(x *recorded, text string, term *tokenize.Term) {
	step := uint16(min(term.Position-r.position, farthest))
	begins := term.Sentence != r.sentence // only then a paragraph may begin, since a line's end is that of a sentence
	if begins {
		step |= newSentence
		switch {
		case r.last < 0:
			x.continues = x.chunk.Offset > 0 && !r.paragraphEnds(text[:term.Start], true)
		case r.paragraphEnds(text[r.last:term.Start], false):
			x.paragraphs = append(x.paragraphs, len(r.steps))
		}
	}
	r.steps = append(r.steps, step)
	r.last, r.position, r.sentence = term.Start, term.Position, term.Sentence
}

// paragraphEnds tells whether a paragraph ends within a text between two terms, or before the first one of a chunk.
func (o *CountOptions) paragraphEnds(text string, first bool) bool {
	if !o.ByEmptyLine {
		return strings.Contains(text, "\n")
	}
	empty := first // the line under way
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			if empty {
				return true
			}
			empty = true
		case ' ', '\t', '\r':
		default:
			empty = false
		}
	}
	return false
}

// number puts the pieces together, gives the terms their numbers, and tells in how many documents each stands.
func (r *Record) number(all counters, pieces []recorded, threads int) {
	order := all.ranked(1, 0, threads)
	r.Terms = all.countsOf(order, threads)
	_, bound := all.types()
	place := make([]uint32, bound)
	for i, id := range order {
		place[id] = uint32(i)
	}
	if len(pieces) > 0 {
		n := pieces[len(pieces)-1].end
		r.Running, r.steps = make([]uint32, n), make([]uint16, n)
	}
	inTurn(len(pieces), threads, func(i int) {
		p := &pieces[i]
		from := p.end - len(p.running)
		for k, id := range p.running {
			r.Running[from+k] = place[id]
		}
		copy(r.steps[from:], p.steps)
		p.running, p.steps = nil, nil
	})
	r.countDocuments(threads) // the threads don't know where documents end
}

// countDocuments tells of each term in how many documents it stands.
func (r *Record) countDocuments(threads int) {
	full, from := uint32(0), 0 // documents that hold any
	for _, s := range r.Sources {
		if s.End > from {
			full++
		}
		from = s.End
	}
	first := uint32(0)
	if full == 1 { // and so all
		first = 1
	}
	for i := range r.Terms {
		r.Terms[i].Docs = first
	}
	if full < 2 {
		return
	}
	var lock sync.Mutex
	inRanges(len(r.Sources), threads, func(from, to int) {
		docs, seen := make([]uint32, len(r.Terms)), make([]uint32, len(r.Terms))
		at := 0
		if from > 0 {
			at = r.Sources[from-1].End
		}
		for d, s := range r.Sources[from:to] {
			for _, id := range r.Running[at:s.End] {
				if seen[id] != uint32(d+1) {
					seen[id] = uint32(d + 1)
					docs[id]++
				}
			}
			at = s.End
		}
		lock.Lock()
		defer lock.Unlock()
		for id, n := range docs {
			r.Terms[id].Docs += n
		}
	})
}

// MergeRecords gives the record of several parts of a corpus, each of whole documents, in the order of the parts: what one
// would have that had read them all. Its counts, the documents of its terms and its Pairs are the same in whatever order the
// parts come; its parts of equal size and the distances between terms are not. Frequency lists merge too, but a list and a
// text only to a list. The tag of a term is that of the parts, each weighing as often as it has the term.
func MergeRecords(parts ...*Record) *Record {
	all := &Record{}
	lists := make([][]Count, len(parts))
	text := true
	for i, p := range parts {
		lists[i] = p.Terms
		all.Documents += p.Documents
		all.Sentences += p.Sentences
		all.Eojeols += p.Eojeols
		all.Tokens += p.Tokens
		text = text && (p.Running != nil || p.Sources != nil)
	}
	j := JoinTerms(lists...)
	all.Terms = make([]Count, len(j.Terms))
	type tagged struct {
		tag  tokenize.Tag
		freq uint64
	}
	for number, term := range j.Terms {
		c := &all.Terms[number]
		c.Term = term
		var tags []tagged
		for i, p := range parts {
			at := j.In[i][number]
			if at < 0 {
				continue
			}
			t := p.Terms[at]
			c.Freq += t.Freq
			c.Docs += t.Docs
			if k := slices.IndexFunc(tags, func(x tagged) bool { return x.tag == t.Tag }); k >= 0 {
				tags[k].freq += t.Freq
			} else {
				tags = append(tags, tagged{t.Tag, t.Freq})
			}
		}
		slices.SortFunc(tags, func(x, y tagged) int { return cmp.Or(cmp.Compare(y.freq, x.freq), cmp.Compare(x.tag, y.tag)) })
		c.Tag = tags[0].tag
	}
	if !text {
		return all
	}
	for i, p := range parts {
		place := make([]uint32, len(p.Terms))
		for number, at := range j.In[i] {
			if at >= 0 {
				place[at] = uint32(number)
			}
		}
		before := len(all.Running)
		for _, id := range p.Running {
			all.Running = append(all.Running, place[id])
		}
		all.steps = append(all.steps, p.steps...)
		for _, s := range p.Sources {
			s.End += before
			all.Sources = append(all.Sources, s)
		}
		for _, end := range p.paragraphs {
			all.paragraphs = append(all.paragraphs, before+end)
		}
	}
	return all
}

// Renamed gives the record with its terms under other names; terms of the same name become one, whose tag is that of the
// more frequent of them. It is the record itself where all keep their names.
func (r *Record) Renamed(name func(Count) string) *Record {
	if !slices.ContainsFunc(r.Terms, func(c Count) bool { return name(c) != c.Term }) {
		return r
	}
	n := *r
	n.numbers, n.places = nil, nil
	number := make(map[string]uint32, len(r.Terms))
	terms := make([]Count, 0, len(r.Terms))
	ids := make([]uint32, len(r.Terms))
	for i, c := range r.Terms { // in falling order of frequency, so that the first of a name has its tag
		c.Term = name(c)
		id, ok := number[c.Term]
		if ok {
			terms[id].Freq += c.Freq
		} else {
			id = uint32(len(terms))
			number[c.Term] = id
			terms = append(terms, c)
		}
		ids[i] = id
	}
	order := make([]uint32, len(terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return ByFrequency(terms[a], terms[b]) })
	place := make([]uint32, len(terms))
	n.Terms = make([]Count, len(terms))
	for i, id := range order {
		place[id] = uint32(i)
		n.Terms[i] = terms[id]
	}
	if r.Running != nil {
		n.Running = make([]uint32, len(r.Running))
		for i, id := range r.Running {
			n.Running[i] = place[ids[id]]
		}
		n.countDocuments(1)
	}
	return &n
}

// Without gives a frequency list without some of its terms, which are none of its tokens then; nil leaves out none. It must not be
// asked of a record of texts, whose terms stand somewhere.
func (r *Record) Without(left func(term string) bool) *Record {
	if left == nil {
		return r
	}
	n := *r
	n.numbers, n.places = nil, nil
	n.Terms = make([]Count, 0, len(r.Terms))
	for _, c := range r.Terms {
		if left(c.Term) {
			n.Tokens -= c.Freq
			continue
		}
		n.Terms = append(n.Terms, c)
	}
	return &n
}

// Find gives the number of a term.
func (r *Record) Find(term string) (number int, ok bool) {
	number = slices.IndexFunc(r.Terms, func(c Count) bool { return c.Term == term })
	return number, number >= 0
}

// Division is a way to divide the running terms of a Record into parts: part i goes from Ends[i-1] (0 for the first) to
// Ends[i].
type Division struct{ Ends []int }

// ByDocument divides a record into its documents. A frequency list has none.
func (r *Record) ByDocument() Division {
	d := Division{Ends: make([]int, len(r.Sources))}
	for i, s := range r.Sources {
		d.Ends[i] = s.End
	}
	return d
}

// ByParagraph divides a record into the paragraphs that hold a term. A frequency list has none, and the record that an Index
// gives does not know its own.
func (r *Record) ByParagraph() Division { return Division{Ends: r.paragraphs} }

// IntoParts divides a record into n parts whose sizes differ by one term at most, wherever documents end. Those of a frequency
// list are empty.
func (r *Record) IntoParts(n int) Division {
	d := Division{Ends: make([]int, n)}
	for i := range d.Ends {
		// i+1 and the length are below 2^32 each, so the product is exact.
		d.Ends[i] = int(uint64(i+1) * uint64(len(r.Running)) / uint64(n))
	}
	return d
}

// Sizes gives the number of terms in each part.
func (d Division) Sizes() []uint64 {
	sizes := make([]uint64, len(d.Ends))
	from := 0
	for i, end := range d.Ends {
		sizes[i] = uint64(end - from)
		from = end
	}
	return sizes
}

// Postings tells of each term in which parts it stands and how often.
type Postings struct {
	from  []int // by term; one more than there are terms
	part  []uint32
	count []uint32
}

// Postings counts each term in each part. In a frequency list no term stands in any.
func (r *Record) Postings(d Division) *Postings {
	p := &Postings{from: make([]int, len(r.Terms)+1)}
	seen := make([]int, len(r.Terms))
	each := func(f func(part int, term uint32)) {
		from := 0
		for i, end := range d.Ends {
			for _, term := range r.Running[from:end] {
				f(i, term)
			}
			from = end
		}
	}
	each(func(part int, term uint32) {
		if seen[term] != part+1 {
			seen[term] = part + 1
			p.from[term+1]++
		}
	})
	for i := range r.Terms {
		p.from[i+1] += p.from[i]
	}
	p.part = make([]uint32, p.from[len(r.Terms)])
	p.count = make([]uint32, len(p.part))
	next := slices.Clone(p.from)
	clear(seen)
	each(func(part int, term uint32) {
		if seen[term] != part+1 {
			seen[term] = part + 1
			p.part[next[term]] = uint32(part)
			next[term]++
		}
		p.count[next[term]-1]++
	})
	return p
}

// Of gives the parts that hold a term, rising, and how often each does. The slices are the caller's.
func (p *Postings) Of(term int) (part []int, count []uint64) {
	from, to := p.from[term], p.from[term+1]
	part, count = make([]int, to-from), make([]uint64, to-from)
	for i := range part {
		part[i], count[i] = int(p.part[from+i]), uint64(p.count[from+i])
	}
	return part, count
}

// Positions tells of each term at which places of Record.Running it stands.
type Positions struct {
	from []int
	at   []uint32
}

// Positions finds all places of all terms. In a frequency list there are none.
func (r *Record) Positions() *Positions {
	from, at := r.placesOf(len(r.Terms))
	return &Positions{from, at}
}

// Of gives the places of a term, rising. The slice is the caller's.
func (p *Positions) Of(term int) []uint64 {
	at := make([]uint64, 0, p.from[term+1]-p.from[term])
	for _, i := range p.at[p.from[term]:p.from[term+1]] {
		at = append(at, uint64(i))
	}
	return at
}

// Bag is a document without its order: which terms it holds, by rising number, and how often each.
type Bag struct {
	Terms  []uint32
	Counts []uint64
}

// Bags gives the documents as bags, by the numbers that place gives the terms. A frequency list has no documents.
func (r *Record) Bags(place []uint32) []Bag {
	bags := make([]Bag, len(r.Sources))
	var ids []uint32
	from := 0
	for i, s := range r.Sources {
		ids = ids[:0]
		for _, id := range r.Running[from:s.End] {
			ids = append(ids, place[id])
		}
		from = s.End
		slices.Sort(ids)
		b := &bags[i]
		for j, id := range ids {
			if j > 0 && id == ids[j-1] {
				b.Counts[len(b.Counts)-1]++
				continue
			}
			b.Terms, b.Counts = append(b.Terms, id), append(b.Counts, 1)
		}
	}
	return bags
}
