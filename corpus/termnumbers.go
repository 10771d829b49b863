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

// find gives a term's number; ok is false where it has none.
func (t *termNumbers) find(term string) (number uint32, ok bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	tag := uint32(maphash.String(t.seed, term) >> 32)
	mask := uint32(len(t.slots) - 1)
	for i := tag & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if s := t.slots[i]; s.tag() == tag && t.terms[s.id()] == term {
			return s.id(), true
		}
	}
	return 0, false
}

// number gives a term's number, the next free one if it is new.
func (t *termNumbers) number(term string) uint32 {
	if len(t.terms)*4 >= len(t.slots)*3 {
		t.expect(max(4*len(t.terms), 1)) // moving all of a large table is dear, its empty slots are not
	}
	tag := uint32(maphash.String(t.seed, term) >> 32)
	mask := uint32(len(t.slots) - 1)
	for i := tag & mask; ; i = (i + 1) & mask {
		s := t.slots[i]
		if s == 0 {
			number := uint32(len(t.terms))
			t.terms = append(t.terms, term)
			t.slots[i] = slotOf(tag, number)
			return number
		}
		if s.tag() == tag && t.terms[s.id()] == term {
			return s.id()
		}
	}
}
