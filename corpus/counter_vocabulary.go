package corpus

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"

	"kstat/tokenize"
)

// vocabulary gives terms small numbers, from 0 in the order in which they are first seen.
//
// It is a hash table of numbers over blocks of spellings. Against map[string]uint32 it needs no pointer per term,
// which the garbage collector would have to follow (690,000 words of film reviews: 20 MB instead of 55), and it takes
// terms put together in a byte slice without making strings of them.
type vocabulary struct {
	seed  maphash.Seed
	slots []slot   // the length is a power of two and at least 4/3 of the terms
	text  [][]byte // the longer spellings, one after the other in blocks that are never moved
	terms tallies
}

// tallies are what is known of the terms, by number. They stand in blocks that are never moved: a slice that grows leaves as much
// memory behind as it takes in the end, and all of that the system must give.
type tallies struct {
	blocks []*[tallyBlock]tally
	n      int
}

const (
	tallyBlock = 1 << 8
	textBlock  = 1 << 13 // bytes of a block of spellings, but for a term that is longer than that
)

// at gives the tally of a term. It stays where it is.
func (t *tallies) at(id uint32) *tally { return &t.blocks[id/tallyBlock][id%tallyBlock] }

// next gives the tally of the next number, which is empty.
func (t *tallies) next() *tally {
	if t.n%tallyBlock == 0 {
		t.blocks = append(t.blocks, new([tallyBlock]tally))
	}
	t.n++
	return t.at(uint32(t.n - 1))
}

// block gives the tallies of the i-th block.
func (t *tallies) block(i int) []tally { return t.blocks[i][:min(tallyBlock, t.n-i*tallyBlock)] }

// slot is a place of the table: in its upper half that of a term's hash, which spares most comparisons of spellings and all
// rehashing, in its lower half the term's number + 1; 0 if it is empty. Both in one word cost one access to memory, which is
// most of the time of a large vocabulary.
type slot uint64

func slotOf(tag, id uint32) slot { return slot(tag)<<32 | slot(id+1) }

// rehashed gives the table that holds the same in size places, a power of two.
func rehashed(old []slot, size int) []slot {
	slots := make([]slot, size)
	mask := uint32(size - 1)
	for _, s := range old {
		if s == 0 {
			continue
		}
		i := s.tag() & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = s
	}
	return slots
}

func (s slot) tag() uint32 { return uint32(s >> 32) }
func (s slot) id() uint32  { return uint32(s) - 1 }

// size gives the number of terms.
func (v *vocabulary) size() int { return v.terms.n }

// spelling gives the term with a number. It must not be changed.
func (v *vocabulary) spelling(id uint32) []byte { return v.spelled(v.terms.at(id)) }

// spelled is spelling for a term by its tally.
func (v *vocabulary) spelled(t *tally) []byte {
	if t.length <= uint32(len(t.short)) {
		return t.short[:t.length]
	}
	block, start := binary.NativeEndian.Uint32(t.short[:]), binary.NativeEndian.Uint32(t.short[4:])
	return v.text[block][start : start+t.length]
}

// spell notes the spelling of a new term.
func spell[T string | []byte](v *vocabulary, t *tally, term T) {
	t.length = uint32(len(term))
	if len(term) <= len(t.short) {
		copy(t.short[:], term)
		return
	}
	last := len(v.text) - 1
	if last < 0 || len(v.text[last])+len(term) > cap(v.text[last]) {
		last++
		v.text = append(v.text, make([]byte, 0, max(textBlock, len(term))))
	}
	block := &v.text[last]
	binary.NativeEndian.PutUint32(t.short[:], uint32(last))
	binary.NativeEndian.PutUint32(t.short[4:], uint32(len(*block)))
	*block = append(*block, term...)
}

// id gives a term's number, the next free one if it is new.
func (v *vocabulary) id(term string) uint32 {
	if v.slots == nil {
		v.init()
	}
	return lookup(v, hashOf(v, term), term)
}

// idOf is id for a term in a byte slice, which the vocabulary does not keep.
func (v *vocabulary) idOf(term []byte) uint32 {
	if v.slots == nil {
		v.init()
	}
	return lookup(v, hashOf(v, term), term)
}

// hashedTerm is a term on its way into a vocabulary.
type hashedTerm struct {
	hash uint64
	text string
	at   uint32 // its place among others
	tag  tokenize.Tag
}

// find gives a term's number without adding it.
func (v *vocabulary) find(term string) (id uint32, ok bool) {
	if v.slots == nil {
		return 0, false
	}
	return find(v, hashOf(v, term), term)
}

func find[T string | []byte](v *vocabulary, h uint64, term T) (id uint32, ok bool) {
	tag := uint32(h >> 32)
	mask := uint32(len(v.slots) - 1)
	for i := tag & mask; v.slots[i] != 0; i = (i + 1) & mask {
		if s := v.slots[i]; s.tag() == tag && string(v.spelling(s.id())) == string(term) {
			return s.id(), true
		}
	}
	return 0, false
}

func hashOf[T string | []byte](v *vocabulary, term T) uint64 {
	switch t := any(term).(type) {
	case string:
		return maphash.String(v.seed, t)
	default:
		return maphash.Bytes(v.seed, t.([]byte))
	}
}

// doubled gives a slice with room for n more, twice as much as before where it is full: append takes a quarter more at a time,
// so that half of all memory would be former copies of a large slice, and slices.Grow touches the room that it makes.
func doubled[E any](s []E, n int) []E {
	if len(s)+n <= cap(s) {
		return s
	}
	return append(make([]E, 0, len(s)+max(n, len(s), 16)), s...)
}

func (v *vocabulary) init() { v.start(maphash.MakeSeed(), 1<<10) }

// start makes a table of size places, a power of two, for the hashes of a seed.
func (v *vocabulary) start(seed maphash.Seed, size int) {
	v.seed = seed
	v.slots = make([]slot, size)
}

func lookup[T string | []byte](v *vocabulary, h uint64, term T) uint32 {
	tag := uint32(h >> 32)
	mask := uint32(len(v.slots) - 1)
	for i := tag & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s == 0 {
			return add(v, tag, i, term)
		}
		if s.tag() == tag && string(v.spelling(s.id())) == string(term) {
			return s.id()
		}
	}
}

func add[T string | []byte](v *vocabulary, tag, at uint32, term T) uint32 {
	id := uint32(v.terms.n)
	spell(v, v.terms.next(), term)
	v.slots[at] = slotOf(tag, id)
	if v.terms.n*4 > len(v.slots)*3 {
		v.slots = rehashed(v.slots, 2*len(v.slots))
	}
	return id
}

// compare orders terms by code points, which for NFC Hangul is the order of the dictionary.
func (v *vocabulary) compare(a, b uint32) int { return bytes.Compare(v.spelling(a), v.spelling(b)) }
