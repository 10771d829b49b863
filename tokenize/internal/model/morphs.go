package model

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// MorphTable is Morphs: what is known of each morpheme, in eight bytes, so that memory is asked once for all of it.
//
//	uint24 place of its form in Pool, uint8 length of the form in bytes
//	uint8 tag (6 bits), irregular (1), followed (1): in Pool 다 follows the form, so that the dictionary form stands there
//	uint8 kind, see choose.Kind
//	uint16 row of its vectors plus one, or 0
type MorphTable string

// MorphSize is the size of what is known of a morpheme.
const MorphSize = 8

// MaxPool bounds the size of Pool.
const MaxPool = 1 << 24

// Morph is what is known of a morpheme.
type Morph struct {
	Form      string // in Pool, at Place
	Place     uint32
	Tag       uint8
	Irregular bool
	Followed  bool
	Kind      uint8
	Row       uint16
}

const (
	irregularBit = 1 << 6
	followedBit  = 1 << 7
)

// AppendMorph appends a morpheme to a table. One that does not fit is a fault of the caller and panics.
func AppendMorph(b []byte, m *Morph) []byte {
	if m.Place >= MaxPool || len(m.Form) > 0xFF || m.Tag >= mostTags {
		panic("model: a morpheme that does not fit")
	}
	b = binary.LittleEndian.AppendUint32(b, m.Place|uint32(len(m.Form))<<24)
	tag := m.Tag
	if m.Irregular {
		tag |= irregularBit
	}
	if m.Followed {
		tag |= followedBit
	}
	return binary.LittleEndian.AppendUint16(append(b, tag, m.Kind), m.Row)
}

// Len gives the number of morphemes.
func (t MorphTable) Len() int { return len(t) / MorphSize }

// Form gives where in Pool the form of morpheme i is, and how long it is.
func (t MorphTable) Form(i uint32) (at, n int) {
	x := t.written(i)
	return int(x & (MaxPool - 1)), int(x >> 24)
}

func (t MorphTable) written(i uint32) uint32 { return u32(string(t), int(MorphSize*i)) }

// Tag gives the tag of morpheme i.
func (t MorphTable) Tag(i uint32) uint8 { return t[MorphSize*i+4] & (mostTags - 1) }

// Irregular tells whether morpheme i is an irregular predicate.
func (t MorphTable) Irregular(i uint32) bool { return t[MorphSize*i+4]&irregularBit != 0 }

// Followed tells whether 다 follows the form of morpheme i in Pool.
func (t MorphTable) Followed(i uint32) bool { return t[MorphSize*i+4]&followedBit != 0 }

// Kind gives the kind of morpheme i.
func (t MorphTable) Kind(i uint32) uint8 { return t[MorphSize*i+5] }

// Row gives the row of the vectors of morpheme i plus one, or 0.
func (t MorphTable) Row(i uint32) uint16 {
	return uint16(t[MorphSize*i+6]) | uint16(t[MorphSize*i+7])<<8
}

// Alike tells whether two morphemes have the same form, and both or neither stand for a dictionary form with 다.
func (t MorphTable) Alike(i, j uint32) bool {
	return t.written(i) == t.written(j) && t.Followed(i) == t.Followed(j)
}

// mostShared bounds the syllables of what is looked for within other texts of Pool.
const mostShared = 8

// BuildPool puts texts together, each of which is somewhere in the pool: most short ones are part of longer ones (한국 of 한국어).
func BuildPool(texts []string) (pool []byte, places map[string]uint32) {
	order := slices.Clone(texts)
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	order = slices.Compact(order)
	places = map[string]uint32{}
	within := map[string]uint32{} // where stretches of whole runes, of all texts so far, are first
	for _, text := range order {
		at, ok := within[text]
		if !ok {
			at = uint32(len(pool))
			pool = append(pool, text...)
			for i := range text {
				for j, n := i, 0; j < len(text) && n < mostShared; n++ {
					_, size := utf8.DecodeRuneInString(text[j:])
					j += size
					if _, ok := within[text[i:j]]; !ok {
						within[text[i:j]] = at + uint32(i)
					}
				}
			}
		}
		places[text] = at
	}
	return pool, places
}
