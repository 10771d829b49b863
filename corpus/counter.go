package corpus

import (
	"encoding/binary"
	"slices"
	"sync"

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

	words   vocabulary
	tallies []tally            // by number of the term
	open    uint32             // number of the open document, from 1; 0 before the first term
	other   map[termTag]uint64 // counts of the tags of a term other than tally.tag, which has the rest

	gram []byte   // scratch of AddNGrams
	ids  []uint32 // scratch of Add
}

// tally is what is counted of a term, in one place, so that a term costs one access to memory.
type tally struct {
	freq   uint64
	docs   uint32 // documents that hold it, the open one included
	seenIn uint32 // == Counter.open if the open document holds it
	tag    tokenize.Tag
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
	t := &c.tallies[id]
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

// grow makes room for a term that was just added to the vocabulary.
func (c *Counter) grow(id uint32, tag tokenize.Tag) {
	if int(id) == len(c.tallies) {
		c.tallies = append(c.tallies, tally{tag: tag})
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
	if c.words.slots == nil {
		c.words.init()
	}
	// Each thread adds to terms of its own, so that only what is new has to wait.
	const unknown = ^uint32(0)
	hashes := make([]uint64, len(ids))
	var lock sync.Mutex
	var others []uint32 // terms with another tag here
	fresh := 0
	inRanges(len(ids), threads, func(from, to int) {
		var otherwise []uint32
		n := 0
		for i := from; i < to; i++ {
			term := o.words.spelling(uint32(i))
			hashes[i] = hashOf(&c.words, term)
			id, ok := find(&c.words, hashes[i], term)
			if !ok {
				ids[i] = unknown
				n++
				continue
			}
			ids[i] = id
			if !c.join(id, &o.tallies[i], o.open) {
				otherwise = append(otherwise, uint32(i))
			}
		}
		lock.Lock()
		defer lock.Unlock()
		others = append(others, otherwise...)
		fresh += n
	})
	for _, i := range others {
		c.addOther(ids[i], o.tallies[i].tag, o.tallies[i].freq)
	}
	c.words.reserve(fresh)
	c.tallies = slices.Grow(c.tallies, fresh)
	for i, id := range ids {
		if id == unknown {
			id = lookup(&c.words, hashes[i], o.words.spelling(uint32(i)))
			ids[i] = id
			c.grow(id, o.tallies[i].tag)
			c.join(id, &o.tallies[i], o.open)
		}
	}
	for k, n := range o.other {
		id := ids[k.id]
		if c.tallies[id].tag != o.tallies[k.id].tag { // counted above under the other's first tag
			c.other[termTag{id, o.tallies[k.id].tag}] -= n
		}
		if c.tallies[id].tag != k.tag {
			c.addOther(id, k.tag, n)
		}
	}
	return ids
}

// join adds what another Counter, whose open document is open, has counted of a term, and tells whether its tag is the same.
func (c *Counter) join(id uint32, y *tally, open uint32) bool {
	x := &c.tallies[id]
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
	// Half of the terms and more occur but once; they are a work of their own.
	rarest := 0
	for i := range c.tallies {
		if c.tallies[i].freq == min {
			rarest++
		}
	}
	all := make([]ranking, len(c.tallies))
	at := [2]int{0, len(all) - rarest} // where the next goes of those that are more frequent, and of the rarest
	for id := range c.tallies {
		f := c.tallies[id].freq
		if f < min {
			continue
		}
		to := &at[0]
		if f == min {
			to = &at[1]
		}
		all[*to] = ranking{^f, firstBytes(c.words.spelling(uint32(id))), uint32(id)}
		*to++
	}
	n := at[0]
	halves := [2][]ranking{all[:n], all[len(all)-rarest:]}
	inTurn(2, threads, func(k int) { sortRankings(halves[k]) })
	all = all[:n+copy(all[n:], halves[1])]
	// What begins alike is left, in short runs. Each thread takes whole ones.
	const parts = 16
	var starts [parts + 1]int
	for k := range starts {
		starts[k] = runAt(all, len(all)*k/parts)
	}
	inTurn(parts, threads, func(k int) {
		for from, to := starts[k], starts[k+1]; from < to; {
			end := runAt(all[:to], from+1)
			if end > from+1 {
				slices.SortFunc(all[from:end], func(a, b ranking) int { return c.words.compare(a.id, b.id) })
			}
			from = end
		}
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

// ranking is what the order of a term is found by. The beginning of the spelling decides nearly always, and stands here
// beside the frequency: looking up spellings all over the memory takes twice the time.
type ranking struct {
	freq  uint64 // inverted, so that the most frequent comes first
	start uint64
	id    uint32
}

// runAt gives where the first run of terms that begin alike starts, from a place on.
func runAt(all []ranking, at int) int {
	for at > 0 && at < len(all) && all[at].freq == all[at-1].freq && all[at].start == all[at-1].start {
		at++
	}
	return at
}

// sortRankings puts terms in the order of freq, then of start, byte by byte from the last one (a radix sort); bytes that all
// have in common, as most of the frequencies, cost nothing.
func sortRankings(sorted []ranking) {
	all := sorted
	const bytes = 16
	var times [bytes][256]uint32
	for i := range all {
		r := &all[i]
		for k := range bytes / 2 {
			times[k][uint8(r.start>>(8*k))]++
			times[k+bytes/2][uint8(r.freq>>(8*k))]++
		}
	}
	other := make([]ranking, len(all))
	for k := range bytes {
		next, at, single := &times[k], uint32(0), false
		for i, n := range next {
			single = single || int(n) == len(all)
			next[i] = at
			at += n
		}
		if single {
			continue
		}
		for i := range all {
			key := all[i].start
			if k >= bytes/2 {
				key = all[i].freq
			}
			to := &next[uint8(key>>(8*(k%(bytes/2))))]
			other[*to] = all[i]
			*to++
		}
		all, other = other, all
	}
	copy(sorted, all)
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
			counts[from+i] = Count{Term: spelling(id), Tag: c.mostly(id, others[id]), Freq: c.tallies[id].freq, Docs: c.tallies[id].docs}
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
	rest := c.tallies[id].freq
	for _, o := range others {
		rest -= o.n
	}
	best := tagCount{c.tallies[id].tag, rest}
	for _, o := range others {
		if o.n > best.n || o.n == best.n && o.tag < best.tag {
			best = o
		}
	}
	return best.tag
}
