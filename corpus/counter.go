package corpus

import "kstat/tokenize"

// Counter counts the terms of documents: how often each occurs, and in how many documents. Its memory grows with the
// vocabulary, not with the text.
//
// Counters of parts merge into the counter of the whole, whatever the parts and in whatever order: a Counter holds
// finished documents and one open document, which EndDocument finishes. Two workers who count two pieces of a document
// each leave it open; whoever merges them finishes it. Not safe for concurrent use: one a goroutine, then Merge.
type Counter struct {
	// Totals of all that was counted.
	Totals

	words vocabulary
	open  uint32             // number of the open document, from 1; 0 before the first term
	other map[termTag]uint64 // counts of the tags of a term other than tally.tag, which has the rest

	gram []byte   // scratch of AddNGrams
	ids  []uint32 // scratch of Add
}

// tally is what is known of a term: its spelling, and what is counted of it. It is all in one place, so that it costs one access
// to memory.
type tally struct {
	freq   uint64
	docs   uint32 // documents that hold it, the open one included
	seenIn uint32 // == Counter.open if the open document holds it
	length uint32 // of the spelling
	tag    tokenize.Tag
	// short is the spelling itself, up to six syllables; of a longer one where it stands in vocabulary.text: the block, then
	// the place in it, 4 bytes each.
	short [19]byte
}

type termTag struct {
	id  uint32
	tag tokenize.Tag
}

// Totals are the sizes of what was counted.
type Totals struct {
	Documents uint64 // finished documents, empty ones too
	Sentences uint64
	Eojeols   uint64
	Tokens    uint64 // running terms of the unit, those that are counted: the base of frequencies per million
}

// Add counts the terms of a piece of the open document.
func (c *Counter) Add(terms []tokenize.Term) {
	c.Tokens += uint64(len(terms))
	c.ids = c.addTerms(c.ids[:0], terms)
}

// AddNGrams counts, instead of the terms, each n of them that stand side by side in one sentence, joined by the glue.
// A hole between two terms (see tokenize.Term.Position) parts them. Totals.Tokens counts terms as in Add, so that
// frequencies per million compare. N-grams have no tag.
func (c *Counter) AddNGrams(terms []tokenize.Term, n int, glue string) {
	c.AddGrams(terms, n, n, 0, glue)
}

// AddGrams is AddNGrams for all lengths from least to most, each of which may leave out words up to skip (see SkipGrams).
func (c *Counter) AddGrams(terms []tokenize.Term, least, most, skip int, glue string) {
	c.Tokens += uint64(len(terms))
	for n := least; n <= most; n++ {
		grams := NGrams(terms, n)
		if skip > 0 {
			grams = SkipGrams(terms, n, skip)
		}
		for gram := range grams {
			c.addGram(gram, glue)
		}
	}
}

// addTerms counts terms and appends their numbers.
func (c *Counter) addTerms(dst []uint32, terms []tokenize.Term) []uint32 {
	if c.words.slots == nil {
		c.words.init()
	}
	var some [atOnce]hashedTerm
	for len(terms) > 0 {
		n := min(len(terms), atOnce)
		for i := range terms[:n] {
			some[i] = hashedTerm{hashOf(&c.words, terms[i].Text), terms[i].Text, uint32(i), terms[i].Tag}
		}
		dst = c.addHashed(dst, some[:n])
		terms = terms[n:]
	}
	return dst
}

// atOnce is how many terms are looked up together.
const atOnce = 64

// addHashed is addTerms for terms whose hashes are known. It asks memory for all that it needs of some of them before it looks at
// any: one after the other, each would wait for a place of the table and then for the tally there.
func (c *Counter) addHashed(dst []uint32, terms []hashedTerm) []uint32 {
	v := &c.words
	var (
		first [atOnce]slot
		near  [atOnce]*tally // of first
		other [atOnce]bool   // what stands there cannot be the term
	)
	for len(terms) > 0 {
		n := min(len(terms), atOnce)
		mask := uint32(len(v.slots) - 1)
		for i := range terms[:n] {
			first[i] = v.slots[uint32(terms[i].hash>>32)&mask]
		}
		for i, s := range first[:n] {
			if s != 0 {
				near[i] = v.terms.at(s.id())
			}
		}
		for i, s := range first[:n] {
			other[i] = s == 0 || near[i].length != uint32(len(terms[i].text))
		}
		for i := range terms[:n] {
			t := &terms[i]
			s := first[i]
			if !other[i] && s.tag() == uint32(t.hash>>32) && string(v.spelled(near[i])) == t.text {
				c.count(near[i], s.id(), t.tag, 1)
				dst = append(dst, s.id())
				continue
			}
			id := lookup(v, t.hash, t.text)
			c.add(id, t.tag, 1)
			dst = append(dst, id)
		}
		terms = terms[n:]
	}
	return dst
}

// addGram counts an n-gram, or a single term.
func (c *Counter) addGram(gram []tokenize.Term, glue string) {
	var id uint32
	tag := tokenize.None
	if len(gram) == 1 {
		id, tag = c.words.id(gram[0].Text), gram[0].Tag
	} else {
		c.gram = appendGram(c.gram[:0], gram, glue)
		id = c.words.idOf(c.gram)
	}
	c.add(id, tag, 1)
}

// appendGram appends the spelling of an n-gram.
func appendGram(dst []byte, gram []tokenize.Term, glue string) []byte {
	dst = append(dst, gram[0].Text...)
	for i := range gram[1:] {
		dst = append(dst, glue...)
		dst = append(dst, gram[1+i].Text...)
	}
	return dst
}

// add counts n occurrences of a term in the open document.
func (c *Counter) add(id uint32, tag tokenize.Tag, n uint64) {
	c.count(c.words.terms.at(id), id, tag, n)
}

// count is add for a term by its tally too.
func (c *Counter) count(t *tally, id uint32, tag tokenize.Tag, n uint64) {
	if t.freq == 0 {
		t.tag = tag
	}
	t.freq += n
	if t.tag != tag {
		c.addOther(id, tag, n)
	}
	if c.open == 0 {
		c.open = 1
	}
	if t.seenIn != c.open {
		t.seenIn = c.open
		t.docs++
	}
}

func (c *Counter) addOther(id uint32, tag tokenize.Tag, n uint64) {
	if c.other == nil {
		c.other = make(map[termTag]uint64)
	}
	c.other[termTag{id, tag}] += n
}

// EndDocument finishes the open document.
func (c *Counter) EndDocument() {
	c.Documents++
	if c.open > 0 {
		c.open++
	}
}

// Merge adds all that another Counter counted. What both count of their open documents becomes one open document. The
// other must not be used afterwards: a Counter that is empty takes over its memory.
func (c *Counter) Merge(o *Counter) {
	if c.words.size() == 0 && c.Totals == (Totals{}) {
		*c = *o
		return
	}
	c.Documents += o.Documents
	c.Sentences += o.Sentences
	c.Eojeols += o.Eojeols
	c.Tokens += o.Tokens
	if c.open == 0 {
		c.open = 1
	}
	ids := make([]uint32, o.words.size())
	for i := range ids {
		y := o.words.terms.at(uint32(i))
		ids[i] = c.words.idOf(o.words.spelled(y))
		if !c.join(ids[i], y, o.open) {
			c.addOther(ids[i], y.tag, y.freq)
		}
	}
	for k, n := range o.other {
		id := ids[k.id]
		tag, first := c.words.terms.at(id).tag, o.words.terms.at(k.id).tag
		if tag != first { // counted above under the other's first tag
			c.other[termTag{id, first}] -= n
		}
		if tag != k.tag {
			c.addOther(id, k.tag, n)
		}
	}
}

// join adds what another Counter, whose open document is open, has counted of a term, and tells whether its tag is the same.
func (c *Counter) join(id uint32, y *tally, open uint32) bool {
	x := c.words.terms.at(id)
	if x.freq == 0 {
		x.tag = y.tag
	}
	x.freq += y.freq
	x.docs += y.docs
	if y.seenIn == open && open > 0 {
		if x.seenIn == c.open {
			x.docs-- // the same document, seen by both
		}
		x.seenIn = c.open
	}
	return x.tag == y.tag
}

// Types gives the number of different terms.
func (c *Counter) Types() int { return c.words.size() }

// Count is what a Counter knows of a term.
type Count struct {
	Term string
	Freq uint64
	Docs uint32 // documents that hold the term
	// Tag is the part of speech that the term has most often; of those that it has equally often the first in the
	// order of the tags.
	Tag tokenize.Tag
}

// Counts gives the terms that occur at least min times, the most frequent first, those of the same frequency in
// the order of their code points, which in Hangul is that of the dictionary; at most top of them, or all where top is 0.
func (c *Counter) Counts(min uint64, top int) []Count {
	return c.countsOf(c.ranked(min, top, 1), 1)
}

// ranked gives the numbers of the terms of Counts.
func (c *Counter) ranked(min uint64, top, threads int) []uint32 {
	return counters{c}.ranked(min, top, threads)
}

// countsOf gives what is known of the terms with these numbers.
func (c *Counter) countsOf(ids []uint32, threads int) []Count {
	return counters{c}.countsOf(ids, threads)
}

type tagCount struct {
	tag tokenize.Tag
	n   uint64
}

// otherTags gives the tags of each term other than its first.
func (c *Counter) otherTags() map[uint32][]tagCount {
	others := make(map[uint32][]tagCount)
	for k, n := range c.other {
		others[k.id] = append(others[k.id], tagCount{k.tag, n})
	}
	return others
}

// mostly gives the tag that a term has most often.
func (t *tally) mostly(others []tagCount) tokenize.Tag {
	rest := t.freq
	for _, o := range others {
		rest -= o.n
	}
	best := tagCount{t.tag, rest}
	for _, o := range others {
		if o.n > best.n || o.n == best.n && o.tag < best.tag {
			best = o
		}
	}
	return best.tag
}
