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
// All numbers are little-endian. Sections begin at multiples of 32 bytes, which makes reading Weights faster; nothing else needs
// alignment. The sections:
//
//	Meta          uint32 each: classes, class of the end, cost of a rare shape
//	Morphs        see MorphTable
//	Pool          the letters
//	Contractions  16 bytes an item from the number of morphemes on: up to four morphemes, uint32, the rest None
//	Trie, Entries see lattice.Lexicon
//	Empty         entries that cover nothing; Unknown: entries of the classes of unknown words
//	Bigram … Names  see lattice.Params
//	Table, Analyses, Tails  see types.go
//	Weights       32 bytes for each 128 features: a bit for each, whether it has a weight; then int8 for each that has one,
//	              in 1/32 nat, and 0 where there are fewer than 16. So a weight is in one line of a processor's cache
//	Nouns, Predicates, Govern  see choose.Valence
//	Company       see choose.Company; Beside: see choose.Beside
//	Gazetteer     see gazetteer.go; Listed: see lattice.Params
package model

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc64"
	"math"
	"math/bits"
	"slices"
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
const Version = 11

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
		for len(out)%weightBlock != 0 {
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

const (
	weightBlock  = 32  // bytes
	blockFeature = 128 // features of a block
	blockBits    = blockFeature / 8
	blockWeights = weightBlock - blockBits // most of a block
	numBlocks    = 1 << WeightBits / blockFeature
)

// FeatureWeights are the weights of a model's features, for one goroutine.
type FeatureWeights struct {
	blocks  *[numBlocks][weightBlock]byte
	each    []int8
	touched uint8 // of no meaning
}

// FeatureWeights gives the weights of the features.
func (f *File) FeatureWeights() FeatureWeights {
	w := f.sections[Weights]
	return FeatureWeights{blocks: (*[numBlocks][weightBlock]byte)(unsafe.Pointer(unsafe.StringData(w[:numBlocks*weightBlock])))}
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
// it. A processor goes as many rounds of a loop ahead of what memory has given as fit into it, several of the one that reads a weight,
// dozens of one that only touches where it is, which comes first. The more features are asked for together, the better.
func (w *FeatureWeights) Each(features []uint32) []int8 {
	if n := len(features); cap(w.each) < n {
		w.each = make([]int8, 2*n)
	}
	each := w.each[:len(features)]
	w.touched += w.touch(features)
	w.read(each, features)
	return each
}

// touch reads a byte of each block.
//
//go:noinline
func (w *FeatureWeights) touch(features []uint32) (sum uint8) {
	blocks := w.blocks
	_ = blocks[0]
	for _, f := range features {
		sum += blocks[f/blockFeature%numBlocks][0]
	}
	return sum
}

// read is a function of its own, so that all that its loop needs is in registers.
//
//go:noinline
func (w *FeatureWeights) read(each []int8, features []uint32) {
	each = each[:len(features)]
	blocks := w.blocks
	_ = blocks[0] // so that the loop need not look whether they are there
	for i, f := range features {
		b := &blocks[f/blockFeature%numBlocks]
		upper := f / 64 & 1
		x := binary.LittleEndian.Uint64(b[8*upper:]) << (^f & 63) // the feature's own bit is the highest
		n := bits.OnesCount64(x) + bits.OnesCount64(binary.LittleEndian.Uint64(b[:])&-uint64(upper))
		each[i] = int8(b[(blockBits-1+n)%weightBlock]) & int8(int64(x)>>63)
	}
}

func u64(s string, i int) uint64 { return binary.LittleEndian.Uint64(view(s[i : i+8])) }

// BuildWeights makes Weights from the weights of all features, in nats. Those that round to 0 are left out, the others
// clipped to ±4 nats. Where more than 16 of a block are left, the smallest are left out, of equal ones the last: about one of a thousand
// where one of fifteen features has a weight.
func BuildWeights(weight func(feature uint32) float64) []byte {
	t := make([]byte, numBlocks*weightBlock)
	type feature struct {
		number int // in its block
		weight int
	}
	var of []feature
	for i := range numBlocks {
		of = of[:0]
		for k := range blockFeature {
			if v := int(math.Round(max(-127, min(127, weight(uint32(i*blockFeature+k))*WeightScale)))); v != 0 {
				of = append(of, feature{k, v})
			}
		}
		slices.SortStableFunc(of, func(a, b feature) int { return cmp.Compare(max(b.weight, -b.weight), max(a.weight, -a.weight)) })
		of = of[:min(len(of), blockWeights)]
		slices.SortFunc(of, func(a, b feature) int { return cmp.Compare(a.number, b.number) })
		block := t[i*weightBlock:][:weightBlock]
		for n, f := range of {
			block[f.number/8] |= 1 << (f.number % 8)
			block[blockBits+n] = uint8(int8(f.weight))
		}
	}
	return t
}

// VerifyWeights tells what is wrong with Weights.
func (f *File) VerifyWeights() error {
	w := f.sections[Weights]
	if len(w) != numBlocks*weightBlock {
		return fmt.Errorf("section Weights has %d bytes, not %d", len(w), numBlocks*weightBlock)
	}
	for i := range numBlocks {
		block := w[i*weightBlock:][:weightBlock]
		n := bits.OnesCount64(u64(block, 0)) + bits.OnesCount64(u64(block, 8))
		if n > blockWeights {
			return fmt.Errorf("section Weights has no room for the %d weights of block %d", n, i)
		}
		for k := n; k < blockWeights; k++ {
			if block[blockBits+k] != 0 {
				return fmt.Errorf("section Weights has values for more than the %d features of block %d", n, i)
			}
		}
	}
	return nil
}
