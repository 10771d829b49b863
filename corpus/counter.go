package corpus

import (
	"cmp"
	"encoding/binary"

	"kstat/tokenize"
)

// Counter counts the terms of documents: how often each occurs, and in how many documents. Its memory grows with the
// vocabulary, not with the text.
//
// Counters of parts merge into the counter of the whole, whatever the parts and in whatever order: a Counter holds
// finished documents and one open document, which EndDocument finishes. Two workers who count two pieces of a document
// each leave it open; whoever merges them finishes it. Not safe for concurrent use: one a goroutine, then Merge.
type Counter struct {
	// Totals of all that was counted.
	Totals

	words  vocabulary
	freq   []uint64 // by number of the term
	docs   []uint32 // documents that hold it, the open one included
	seenIn []uint32 // == open if the open document holds it
	open   uint32   // number of the open document, from 1; 0 before the first term
	tag    []tokenize.Tag
	other  map[termTag]uint64 // counts of the tags of a term other than tag, which has the rest

	gram []byte   // scratch of AddNGrams
	ids  []uint32 // scratch of Add
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
	from := len(dst)
	dst = c.words.idsOf(dst, terms)
	for i, id := range dst[from:] {
		c.add(id, terms[i].Tag, 1)
	}
	return dst
}

// addGram counts an n-gram, or a single term, and gives its number.
func (c *Counter) addGram(gram []tokenize.Term, glue string) uint32 {
	var id uint32
	tag := tokenize.None
	if len(gram) == 1 {
		id, tag = c.words.id(gram[0].Text), gram[0].Tag
	} else {
		c.gram = append(c.gram[:0], gram[0].Text...)
		for i := range gram[1:] {
			c.gram = append(c.gram, glue...)
			c.gram = append(c.gram, gram[1+i].Text...)
		}
		id = c.words.idOf(c.gram)
	}
	c.add(id, tag, 1)
	return id
}

// add counts n occurrences of a term in the open document.
func (c *Counter) add(id uint32, tag tokenize.Tag, n uint64) {
	c.grow(id, tag)
	c.freq[id] += n
	if c.tag[id] != tag {
		c.addOther(id, tag, n)
	}
	if c.open == 0 {
		c.open = 1
	}
	if c.seenIn[id] != c.open {
		c.seenIn[id] = c.open
		c.docs[id]++
	}
}

// grow makes room for a term that was just added to the vocabulary.
func (c *Counter) grow(id uint32, tag tokenize.Tag) {
	if int(id) == len(c.freq) {
		c.freq = append(c.freq, 0)
		c.docs = append(c.docs, 0)
		c.seenIn = append(c.seenIn, 0)
		c.tag = append(c.tag, tag)
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
func (c *Counter) Merge(o *Counter) { c.merge(o, 1) }

// merge is Merge with several threads, and gives for each number of the other the number that its term has here.
func (c *Counter) merge(o *Counter, threads int) []uint32 {
	ids := make([]uint32, o.words.size())
	if c.words.size() == 0 && c.Totals == (Totals{}) {
		for i := range ids {
			ids[i] = uint32(i)
		}
		*c = *o
		return ids
	}
	c.Documents += o.Documents
	c.Sentences += o.Sentences
	c.Eojeols += o.Eojeols
	c.Tokens += o.Tokens
	if c.open == 0 {
		c.open = 1
	}
	const unknown = ^uint32(0)
	inRanges(len(ids), threads, func(from, to int) {
		for i := from; i < to; i++ {
			id, ok := find(&c.words, o.words.spelling(uint32(i)))
			if !ok {
				id = unknown
			}
			ids[i] = id
		}
	})
	for from, id := range ids {
		if id == unknown {
			id = c.words.idOf(o.words.spelling(uint32(from)))
			ids[from] = id
		}
		c.grow(id, o.tag[from])
		c.freq[id] += o.freq[from]
		c.docs[id] += o.docs[from]
		if o.seenIn[from] == o.open && o.open > 0 {
			if c.seenIn[id] == c.open {
				c.docs[id]-- // the same document, seen by both
			}
			c.seenIn[id] = c.open
		}
		if c.tag[id] != o.tag[from] {
			c.addOther(id, o.tag[from], o.freq[from])
		}
	}
	for k, n := range o.other {
		id := ids[k.id]
		if c.tag[id] != o.tag[k.id] { // counted above under the other's first tag
			c.other[termTag{id, o.tag[k.id]}] -= n
		}
		if c.tag[id] != k.tag {
			c.addOther(id, k.tag, n)
		}
	}
	return ids
}

// Types gives the number of different terms.
func (c *Counter) Types() int { return c.words.size() }

// Count is what a Counter knows of a term.
type Count struct {
	Term string
	// Tag is the part of speech that the term has most often; of those that it has equally often the first in the
	// order of the tags.
	Tag  tokenize.Tag
	Freq uint64
	Docs uint32 // documents that hold the term
}

// Counts gives the terms that occur at least min times, the most frequent first, those of the same frequency in
// the order of their code points, which in Hangul is that of the dictionary; at most top of them, or all where top is 0.
func (c *Counter) Counts(min uint64, top int) []Count {
	return c.countsOf(c.ranked(min, top, 1), 1)
}

// ranked gives the numbers of the terms of Counts.
func (c *Counter) ranked(min uint64, top, threads int) []uint32 {
	// The beginning of the spelling decides nearly always, and stands here beside the frequency: looking up spellings all
	// over the memory takes twice the time.
	type ranking struct {
		freq, start uint64
		id          uint32
	}
	all := make([]ranking, 0, len(c.freq))
	for id, f := range c.freq {
		if f >= min {
			all = append(all, ranking{f, firstBytes(c.words.spelling(uint32(id))), uint32(id)})
		}
	}
	sortInParallel(all, threads, func(a, b ranking) int {
		switch {
		case a.freq != b.freq:
			return cmp.Compare(b.freq, a.freq)
		case a.start != b.start:
			return cmp.Compare(a.start, b.start)
		}
		return c.words.compare(a.id, b.id)
	})
	if top > 0 && top < len(all) {
		all = all[:top]
	}
	ids := make([]uint32, len(all))
	for i := range all {
		ids[i] = all[i].id
	}
	return ids
}

// firstBytes gives the first eight bytes of a spelling as a number, in whose order the spellings are as far as these tell.
func firstBytes(spelling []byte) uint64 {
	var b [8]byte
	copy(b[:], spelling)
	return binary.BigEndian.Uint64(b[:])
}

// countsOf gives what is known of the terms with these numbers.
func (c *Counter) countsOf(ids []uint32, threads int) []Count {
	others := c.otherTags()
	counts := make([]Count, len(ids))
	spelling := func(id uint32) string { return string(c.words.spelling(id)) }
	if 2*len(ids) > c.words.size() {
		spelling = c.words.spellings() // one string instead of as many as there are terms
	}
	inRanges(len(ids), threads, func(from, to int) {
		for i, id := range ids[from:to] {
			counts[from+i] = Count{Term: spelling(id), Tag: c.mostly(id, others[id]), Freq: c.freq[id], Docs: c.docs[id]}
		}
	})
	return counts
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
func (c *Counter) mostly(id uint32, others []tagCount) tokenize.Tag {
	rest := c.freq[id]
	for _, o := range others {
		rest -= o.n
	}
	best := tagCount{c.tag[id], rest}
	for _, o := range others {
		if o.n > best.n || o.n == best.n && o.tag < best.tag {
			best = o
		}
	}
	return best.tag
}
