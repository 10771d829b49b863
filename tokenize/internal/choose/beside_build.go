package choose

import (
	"encoding/binary"
	"maps"
	"slices"
)

// BesideVectors are what Beside is built from: vectors by keys.
type BesideVectors struct {
	Scale int32 // in 1/2²⁰ nat for a product of 1
	words map[uint32][]int8
	pairs map[uint32][]int8
	added map[besideAdded]int8
}

// AddFirst, AddLast and AddAfter add the vector of a word by its hash, as View has it: of the first and of the last morpheme of a piece
// to the left, and of the first morpheme of one to the right. AddAlone and AddTag add that of a tag: of the only morpheme of a piece to
// the left, in place of the last, and of the first morpheme of one to the right that has no vector of its own.
func (b *BesideVectors) AddFirst(first uint32, vector []int8) {
	b.word(Mix(first, besideFirst), vector)
}

// AddLast: see AddFirst.
func (b *BesideVectors) AddLast(last uint32, vector []int8) { b.word(Mix(last, besideLast), vector) }

// AddAfter: see AddFirst.
func (b *BesideVectors) AddAfter(first uint32, vector []int8) {
	b.word(Mix(first, besideAfter), vector)
}

// AddAlone: see AddFirst.
func (b *BesideVectors) AddAlone(tag uint8, vector []int8) {
	b.word(Mix(uint32(tag), besideAlone), vector)
}

// AddTag: see AddFirst.
func (b *BesideVectors) AddTag(tag uint8, vector []int8) { b.word(Mix(uint32(tag), besideTag), vector) }

func (b *BesideVectors) word(key uint32, vector []int8) { put(&b.words, key, vector, BesideDim) }

// AddPair adds the vectors of a pair of readings, by the hashes of their first morphemes.
func (b *BesideVectors) AddPair(first, second uint32, left, right []int8) {
	vector := slices.Concat(left, right)
	if first > second {
		first, second = second, first
		for i, x := range vector {
			vector[i] = -x
		}
	}
	put(&b.pairs, pairKey(first, second), vector, 2*BesideDim)
}

// besideAdded is a word beside a pair.
type besideAdded struct {
	pair       uint32 // key
	side, word uint32
}

// AddLeft and AddRight add what is added to the product of a word, by its hash as View has it, to the left or right of a pair, in 1/16
// nat. The pair must be added too.
func (b *BesideVectors) AddLeft(first, second, word uint32, value int8) {
	b.add(first, second, besideLeft, word, value)
}

// AddRight: see AddLeft.
func (b *BesideVectors) AddRight(first, second, word uint32, value int8) {
	b.add(first, second, besideRight, word, value)
}

func (b *BesideVectors) add(first, second, side, word uint32, value int8) {
	if first > second {
		first, second, value = second, first, -value
	}
	if b.added == nil {
		b.added = map[besideAdded]int8{}
	}
	b.added[besideAdded{pairKey(first, second), side, word}] = value
}

// put keeps the first of several vectors of one key.
func put(to *map[uint32][]int8, key uint32, vector []int8, size int) {
	if len(vector) != size {
		panic("a vector of another length")
	}
	if *to == nil {
		*to = map[uint32][]int8{}
	}
	if _, ok := (*to)[key]; !ok {
		(*to)[key] = vector
	}
}

// Section is the vectors as a model has them.
func (b *BesideVectors) Section() []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(b.Scale))
	for _, vectors := range []map[uint32][]int8{b.words, b.pairs} {
		keys := slices.Sorted(maps.Keys(vectors))
		out = binary.LittleEndian.AppendUint16(out, uint16(len(keys)))
		for _, n := range starts(keys, 32-keyBits, keyBits) {
			out = binary.LittleEndian.AppendUint16(out, uint16(n))
		}
		for _, k := range keys {
			out = binary.LittleEndian.AppendUint32(out, k)
		}
		for _, k := range keys {
			for _, x := range vectors[k] {
				out = append(out, uint8(x))
			}
		}
	}
	return b.appendAdded(out)
}

// starts tells of the upper bits of rising keys, so many bits above some lower ones, how many keys are below each of their values,
// and how many keys there are.
func starts(keys []uint32, lower, bits int) (out []int) {
	n := 0
	for upper := range uint32(1<<bits + 1) {
		for n < len(keys) && keys[n]>>lower < upper {
			n++
		}
		out = append(out, n)
	}
	return out
}

// appendAdded appends the last table. Of two words whose keys have the same 28 upper bits it keeps one.
func (b *BesideVectors) appendAdded(out []byte) []byte {
	rows := slices.Sorted(maps.Keys(b.pairs))
	values := map[uint32]int8{}
	for a, value := range b.added {
		row, ok := slices.BinarySearch(rows, a.pair)
		if !ok {
			panic("a word beside a pair that there is not")
		}
		key := addedKey(row, a.side, a.word) >> (16 - addedBits)
		if old, ok := values[key]; !ok || value > old {
			values[key] = value
		}
	}
	keys := slices.Sorted(maps.Keys(values))
	for _, n := range starts(keys, 16, addedBits) {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint16(out, uint16(k))
	}
	for _, k := range keys {
		out = append(out, uint8(values[k]))
	}
	return out
}
