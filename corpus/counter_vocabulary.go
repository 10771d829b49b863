package corpus

import (
	"bytes"
	"hash/maphash"
	"unsafe"

	"kstat/tokenize"
)

// vocabulary gives terms small numbers, from 0 in the order in which they are first seen.
//
// It is a hash table of numbers over one array of spellings. Against map[string]uint32 it needs no pointer per term,
// which the garbage collector would have to follow (690,000 words of film reviews: 20 MB instead of 55), and it takes
// terms put together in a byte slice without making strings of them.
type vocabulary struct {
	seed  maphash.Seed
	slots []slot // the length is a power of two and at least 4/3 of the terms
	text  []byte // the spellings, one after the other
	ends  []int  // by number: where the spelling ends in text
}

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
func (v *vocabulary) size() int { return len(v.ends) }

// spelling gives the term with a number. It is valid until a term is added and must not be changed.
func (v *vocabulary) spelling(id uint32) []byte {
	start := 0
	if id > 0 {
		start = v.ends[id-1]
	}
	return v.text[start:v.ends[id]]
}

// spellings gives a function that gives the terms as parts of one string, which is the text itself: what is added later
// changes nothing in it.
func (v *vocabulary) spellings() func(id uint32) string {
	all := unsafe.String(unsafe.SliceData(v.text), len(v.text))
	return func(id uint32) string {
		start := 0
		if id > 0 {
			start = v.ends[id-1]
		}
		return all[start:v.ends[id]]
	}
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

// atOnce is how many terms idsOf looks up together.
const atOnce = 64

// hashedTerm is a term on its way into a vocabulary.
type hashedTerm struct {
	hash uint64
	text string
	at   uint32 // its place among others
	tag  tokenize.Tag
}

// idsOf appends the numbers of several terms. It asks memory for all that it needs of some of them before it looks at any: one
// after the other, each would wait for a place of the table and then for a spelling.
func (v *vocabulary) idsOf(dst []uint32, terms []hashedTerm) []uint32 {
	var first [atOnce]slot
	var near [atOnce][]byte // the spellings of first
	for len(terms) > 0 {
		n := min(len(terms), atOnce)
		mask := uint32(len(v.slots) - 1)
		for i := range terms[:n] {
			first[i] = v.slots[uint32(terms[i].hash>>32)&mask]
		}
		for i := range n {
			if first[i] != 0 {
				near[i] = v.spelling(first[i].id())
			}
		}
		for i := range terms[:n] {
			t := &terms[i]
			if s := first[i]; s != 0 && s.tag() == uint32(t.hash>>32) && string(near[i]) == t.text {
				dst = append(dst, s.id())
			} else {
				dst = append(dst, lookup(v, t.hash, t.text))
			}
		}
		terms = terms[n:]
	}
	return dst
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
	id := uint32(len(v.ends))
	v.text = append(doubled(v.text, len(term)), term...)
	v.ends = append(doubled(v.ends, 1), len(v.text))
	v.slots[at] = slotOf(tag, id)
	if len(v.ends)*4 > len(v.slots)*3 {
		v.slots = rehashed(v.slots, 2*len(v.slots))
	}
	return id
}

// compare orders terms by code points, which for NFC Hangul is the order of the dictionary.
func (v *vocabulary) compare(a, b uint32) int { return bytes.Compare(v.spelling(a), v.spelling(b)) }
