package corpus

import "hash/maphash"

// termNumbers gives terms small numbers, from 0 in the order in which they are first seen. It is a vocabulary for terms that
// are strings already and are kept anyway: nothing of them is copied.
type termNumbers struct {
	terms []string // by number
	seed  maphash.Seed
	slots []slot // the length is a power of two and at least 4/3 of the terms
}

// expect makes room for n terms.
func (t *termNumbers) expect(n int) {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
	}
	size := max(len(t.slots), 1<<10)
	for size*3 < n*4 {
		size *= 2
	}
	if size > len(t.slots) {
		t.slots = rehashed(t.slots, size)
	}
}

// hash gives what the table finds a term by. It is valid once there is a table.
func (t *termNumbers) hash(term string) uint32 { return uint32(maphash.String(t.seed, term) >> 32) }

// near gives the place of the table where the search for a hash begins. Whoever looks up many terms asks for those of some
// terms before the first is needed, as memory gives all of them in the time of one.
func (t *termNumbers) near(hash uint32) slot { return t.slots[hash&uint32(len(t.slots)-1)] }

// find gives the number of a term with its hash; ok is false where it has none.
func (t *termNumbers) find(hash uint32, term string) (number uint32, ok bool) {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if s := t.slots[i]; s.tag() == hash && t.terms[s.id()] == term {
			return s.id(), true
		}
	}
	return 0, false
}

// ready makes room for so many more terms.
func (t *termNumbers) ready(n int) {
	if (len(t.terms)+n)*4 > len(t.slots)*3 {
		t.expect(max(4*len(t.terms), n)) // moving all of a large table is dear, its empty slots are not
	}
}

// number gives the number of a term with its hash, the next free one if it is new. There must be room for one.
func (t *termNumbers) number(hash uint32, term string) uint32 {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := t.slots[i]
		if s == 0 {
			number := uint32(len(t.terms))
			t.terms = append(doubled(t.terms, 1), term)
			t.slots[i] = slotOf(hash, number)
			return number
		}
		if s.tag() == hash && t.terms[s.id()] == term {
			return s.id()
		}
	}
}
