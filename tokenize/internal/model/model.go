// Package model holds the embedded model: one file of sections that are read in place, so that a program that starts
// pays only for the pages it touches.
//
//	offset  size  what
//	     0     8  "kstatmdl"
//	     8     4  version of the format
//	    12     4  number of sections
//	    16     8  CRC-64 (ECMA) of everything after the directory
//	    24   8·n  directory: offset and length of each section, uint32 each
//
// All numbers are little-endian; nothing needs alignment. The sections:
//
//	Meta          uint32 each: classes, class of the end, cost of a rare shape
//	Morphs        8 bytes a morpheme: uint32 place in Pool, uint8 length of its form in bytes, uint8 tag, uint8 flags
//	              (1: irregular; 2: in Pool 다 follows the form, so that the dictionary form stands there), uint8 kind (see
//	              choose.Kind)
//	Pool          the letters
//	Contractions  16 bytes an item from number len(Morphs) on: up to four morphemes, uint32, the rest None
//	Trie, Entries see lattice.Lexicon
//	Empty         entries that cover nothing; Unknown: entries of the classes of unknown words
//	Bigram … Names  see lattice.Params
//	Table, Analyses, Tails  see types.go
//	Weights       a bit for each feature's number, whether it has a weight; a byte 0, for those that have
//	              none; then int8 for each that has one, in 1/32 nat
//	Ranks         how many weights there are: uint32 before each 4,096 features; uint16 before each 64, from the 4,096 on that
//	              they are in
//	Rows          uint16 a morpheme: row of its vectors plus one, or 0
//	Nouns, Predicates, Govern  see choose.Valence
//	Company       see choose.Company; Beside: see choose.Beside
//	Gazetteer     see gazetteer.go; Listed: see lattice.Params
package model

import (
	"encoding/binary"
	"fmt"
	"hash/crc64"
	"math"
	"math/bits"
	"sync"
	"unsafe"
)

// Section is the number of a section.
type Section int

// The sections, in the order of the directory.
const (
	Meta Section = iota
	Morphs
	Pool
	Contractions
	Trie
	Entries
	Empty
	Unknown
	Bigram
	Sound
	UnkLen
	UnkFirst
	UnkLast
	Chars
	Names
	Table
	Analyses
	Tails
	Weights
	Ranks
	Rows
	Nouns
	Predicates
	Govern
	Company
	Gazetteer
	Listed
	Beside
	numSections
)

// Version is the version of the format that this program reads. It is another one too where the same bytes mean other features.
const Version = 10

const (
	magic     = "kstatmdl"
	headSize  = 24
	directory = headSize + 8*int(numSections)
)

// None stands for no morpheme.
const None = 0xFFFFFFFF

// UnknownBase plus a tag is the number of a morpheme that the model lacks.
const UnknownBase = 0xFFFF0000

// ListedBase plus a tag is the number of one that the gazetteer lists, as far as that matters; Plain makes one of UnknownBase of it.
const ListedBase = UnknownBase + mostTags

// mostTags bounds the tags.
const mostTags = 64

// Plain gives the number of a morpheme whether it is listed or not.
func Plain(morph uint32) uint32 {
	if morph >= ListedBase && morph < ListedBase+mostTags {
		morph -= mostTags
	}
	return morph
}

// UnknownTag gives the tag of a morpheme that the model lacks.
func UnknownTag(morph uint32) uint8 { return uint8(morph % mostTags) }

// File is a model.
type File struct {
	data     string
	sections [numSections]string
	ranks    func() *ranks // of the weights, read or made when they are first asked for
}

// Open reads the directory of a model. It fails on a file of another kind or version, and on one that is cut short.
func Open(data string) (*File, error) {
	if len(data) < directory || data[:8] != magic {
		return nil, fmt.Errorf("not a kstat model")
	}
	if v := u32(data, 8); v != Version {
		return nil, fmt.Errorf("model has format %d, this program reads %d", v, Version)
	}
	if n := u32(data, 12); n != uint32(numSections) {
		return nil, fmt.Errorf("model has %d sections, not %d", n, numSections)
	}
	f := &File{data: data}
	for i := range f.sections {
		at, n := uint64(u32(data, headSize+8*i)), uint64(u32(data, headSize+8*i+4))
		if at+n > uint64(len(data)) {
			return nil, fmt.Errorf("model is cut short: section %d ends at byte %d of %d", i, at+n, len(data))
		}
		f.sections[i] = data[at : at+n]
	}
	f.ranks = sync.OnceValue(f.readRanks)
	return f, nil
}

// Check compares the checksum. It reads the whole file, so it is for tests and builds, not for every start.
func (f *File) Check() error {
	sum := crc64.Checksum(view(f.data[directory:]), crc64.MakeTable(crc64.ECMA))
	if want := binary.LittleEndian.Uint64(view(f.data[16:24])); sum != want {
		return fmt.Errorf("model is damaged: checksum %016x, not %016x", sum, want)
	}
	return nil
}

// String gives a section as it is.
func (f *File) String(s Section) string { return f.sections[s] }

// Bytes gives a section as bytes, which must not be written to.
func (f *File) Bytes(s Section) []byte { return view(f.sections[s]) }

// Size gives the size of the whole file in bytes.
func (f *File) Size() int { return len(f.data) }

func view(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

func u32(s string, i int) uint32 {
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

// Build puts sections together.
func Build(sections map[Section][]byte) []byte {
	out := make([]byte, directory)
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[8:], Version)
	binary.LittleEndian.PutUint32(out[12:], uint32(numSections))
	for i := range numSections {
		for len(out)%16 != 0 {
			out = append(out, 0)
		}
		binary.LittleEndian.PutUint32(out[headSize+8*int(i):], uint32(len(out)))
		binary.LittleEndian.PutUint32(out[headSize+8*int(i)+4:], uint32(len(sections[i])))
		out = append(out, sections[i]...)
	}
	binary.LittleEndian.PutUint64(out[16:], crc64.Checksum(out[directory:], crc64.MakeTable(crc64.ECMA)))
	return out
}

// Hash is the hash of a surface and of what stands before it: its low bits choose a slot, its high ones are the check.
func Hash(surface string, left uint8) uint64 {
	b := view(surface)
	h := uint64(left)*0x9E3779B97F4A7C15 ^ uint64(len(b))*0xD6E8FEB86659FD93
	for len(b) >= 8 {
		h = mum(h^binary.LittleEndian.Uint64(b), 0xA0761D6478BD642F)
		b = b[8:]
	}
	if len(b) >= 4 {
		h = mum(h^uint64(binary.LittleEndian.Uint32(b)), 0xE7037ED1A0B428DB)
		b = b[4:]
	}
	var tail uint64
	for i, c := range b {
		tail |= uint64(c) << (8 * i)
	}
	return mum(h^tail, 0x8EBC6AF09C88C6E3)
}

func mum(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// WeightScale is a weight's unit: 1/32 nat.
const WeightScale = 32

// WeightBits is the size of a feature's number.
const WeightBits = 24

// valuesAt is where in Weights the values are.
const valuesAt = 1 << WeightBits / 8

// FeatureWeights are the weights of a model's features, for one goroutine.
type FeatureWeights struct {
	has    *[1 << WeightBits / 64][8]byte // a bit for each feature, whether it has a weight
	values string                         // 0, and those of the features that have one
	ranks  *ranks

	// of Each
	places []uint32
	each   []int8
}

// ranks tell how many weights there are before each 64 features: those before the block of 4,096 that they are in, and
// those of the block.
type ranks struct {
	blocks [1 << WeightBits / 4096]uint32
	words  [1 << WeightBits / 64]uint16
}

// FeatureWeights gives the weights of the features.
func (f *File) FeatureWeights() FeatureWeights {
	w := f.sections[Weights]
	has := (*[1 << WeightBits / 64][8]byte)(unsafe.Pointer(unsafe.StringData(w[:valuesAt])))
	return FeatureWeights{has: has, values: w[valuesAt:], ranks: f.ranks()}
}

// readRanks gives the ranks where they stand, if a processor can read them there; otherwise it makes them.
func (f *File) readRanks() *ranks {
	if s := f.sections[Ranks]; len(s) == int(unsafe.Sizeof(ranks{})) && binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return (*ranks)(unsafe.Pointer(unsafe.StringData(s)))
	}
	return countWeights(f.sections[Weights])
}

// VerifyRanks tells whether the ranks are those of the weights.
func (f *File) VerifyRanks() bool { return *f.ranks() == *countWeights(f.sections[Weights]) }

// BuildRanks makes Ranks of Weights.
func BuildRanks(weights []byte) (section []byte) {
	r := countWeights(string(weights))
	for _, n := range r.blocks {
		section = binary.LittleEndian.AppendUint32(section, n)
	}
	for _, n := range r.words {
		section = binary.LittleEndian.AppendUint16(section, n)
	}
	return section
}

// countWeights makes the ranks of the section Weights.
func countWeights(weights string) *ranks {
	r := new(ranks)
	n := uint32(0)
	for i := range r.words {
		if i%64 == 0 {
			r.blocks[i/64] = n
		}
		r.words[i] = uint16(n - r.blocks[i/64])
		n += uint32(bits.OnesCount64(u64(weights, 8*i)))
	}
	return r
}

// Sum gives the sum of the weights of features in 1/32 nat.
func (w *FeatureWeights) Sum(features []uint32) (sum int32) {
	for _, v := range w.Each(features) {
		sum += int32(v)
	}
	return sum
}

// Each gives the weights of features in 1/32 nat. They are valid until the next call.
//
// Each is far from the last in memory, which is what takes the time: 10 to 100 times as long as all the rest. So nothing
// here waits for what was read: half of the features that are asked for have no weight, in no order, and nothing branches on
// it, and all is read in two short loops, of which a processor goes through dozens of rounds ahead of what memory has
// given. The more features are asked for together, the better, and the fewer instructions a round has: each loop is a function
// of its own, so that all it needs is in registers.
func (w *FeatureWeights) Each(features []uint32) []int8 {
	n := len(features)
	if cap(w.each) < n {
		w.places, w.each = make([]uint32, 2*n), make([]int8, 2*n)
	}
	w.find(w.places[:n], features)
	return w.read(w.each[:n], w.places)
}

// find finds where in values the weights of features are; 0 for those that have none.
//
//go:noinline
func (w *FeatureWeights) find(places []uint32, features []uint32) {
	places = places[:len(features)]
	has, ranks := w.has, w.ranks
	_, _ = has[0], ranks.blocks[0] // so that the loop need not look whether they are there
	for i, f := range features {
		f &= 1<<WeightBits - 1
		x := binary.LittleEndian.Uint64(has[f>>6][:]) << (^f & 63) // the feature's own bit is the highest
		n := ranks.blocks[f>>12] + uint32(ranks.words[f>>6]) + uint32(bits.OnesCount64(x))
		places[i] = n & uint32(int64(x)>>63)
	}
}

// read reads the weights in these places.
//
//go:noinline
func (w *FeatureWeights) read(each []int8, places []uint32) []int8 {
	places = places[:len(each)]
	values := w.values
	for i := range each {
		each[i] = int8(values[places[i]])
	}
	return each
}

func u64(s string, i int) uint64 { return binary.LittleEndian.Uint64(view(s[i : i+8])) }

// BuildWeights makes Weights from the weights of all features, in nats. Those that round to 0 are left out, the others
// clipped to ±4 nats.
func BuildWeights(weight func(feature uint32) float64) []byte {
	t := make([]byte, valuesAt+1)
	for f := range uint32(1 << WeightBits) {
		v := int(math.Round(max(-127, min(127, weight(f)*WeightScale))))
		if v != 0 {
			t[f>>3] |= 1 << (f & 7)
			t = append(t, uint8(int8(v)))
		}
	}
	return t
}
