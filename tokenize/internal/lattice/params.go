package lattice

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"
	"unsafe"

	"github.com/FastFilter/xorfilter"

	"kstat/tokenize/internal/conj"
)

// Params are the costs, all of the model's numbers that are not the lexicon's.
type Params struct {
	Classes  int
	Bigram   []byte  // int16: [left class of the right item][right class of the left item]
	Sound    []byte  // int16: [left class][sound before it]
	Start    int     // class of the start of an eojeol is Start + what stands before it
	End      int     // class of the end
	Empty    []Entry // items that cover nothing
	Unknown  []Entry // classes of unknown words, one entry each; Cost unused
	UnkLen   []byte  // int16: [unknown class][syllables, at most MaxUnknown]
	UnkFirst []byte  // int8, in units of EdgeUnit: [unknown class][syllable]: the first syllable
	UnkLast  []byte  // int8, in units of EdgeUnit: [unknown class][syllable]: the last syllable
	Chars    []byte  // uint8, in units of 16: [Pair of neighbouring syllables]: what they cost within a noun
	Rare     int32   // cost of a rare shape

	// Names tells what the syllables of an unknown word of class NameClass, of three or more, cost on top: int8, in units of 16:
	// [see the Name constants][syllable]. It may be empty.
	Names     []byte
	NameClass int

	// Listed tells what a word of class NameClass costs that Gazetteer lists, whatever its letters: int16 by its syllables. It is no more
	// than MostListed cheaper for it. Gazetteer, which may be nil, holds the NameHash of each name.
	Listed    []byte
	Gazetteer *xorfilter.BinaryFuse[uint8]

	once  sync.Once
	costs *costs
}

// MaxUnknown bounds the syllables of an unknown word, MostUnknown the classes of unknown words, and MostEmpty the items that cover
// nothing.
const (
	MaxUnknown  = 8
	MostUnknown = 2
	MostEmpty   = chunk
)

// EdgeUnit is the unit of the costs of the first and the last syllable of an unknown word.
const EdgeUnit = 8

// Edge stands for the start and the end of a word beside the numbers of its syllables.
const Edge = 11172

// What a table of Names is about: a syllable of a word of three, by its place, or one of a longer word.
const (
	Name3First = iota // 김민수: the family's name
	Name3Second
	Name3Third
	NameFirst // 라흐마니노프
	NameMiddle
	NameLast
	NumNames
)

// NamesSize is the size of Names.
const NamesSize = NumNames * Edge

// CharPair is the place in Chars of two neighbouring syllables: a hash, since most pairs never occur.
func CharPair(a, b int) int {
	return int((uint32(a)*40503 + uint32(b)*2654435761) >> 7 & (CharPairs - 1))
}

// CharPairs is the size of Chars.
const CharPairs = 1 << 17

func int16At(b []byte, i int) int32 { return int32(int16(binary.LittleEndian.Uint16(b[2*i:]))) }

// int16s gives numbers that are stored as int16, where they stand if the processor has its bytes in the same order.
func int16s(b []byte) []int16 {
	n := len(b) / 2
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return unsafe.Slice((*int16)(unsafe.Pointer(unsafe.SliceData(b))), n)
	}
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(int16At(b, i))
	}
	return out
}

// costs are the parameters as the search wants them.
type costs struct {
	listed  [MaxUnknown + 1]int32
	bigram  []int16 // of Params
	stride  uintptr // of a left class in bigram, in bytes
	lefts   *[4 * MaxClasses]leftCost
	unknown []unknown

	syllables []syllableCosts
}

// leftCost is what is known of what an item of a class costs beside what stands before it, by the sound that does.
type leftCost struct {
	sound int16 // what the sound costs
	floor int16 // the least of the class's row of bigram, with what the sound costs
}

// noSound is before the first unit, where no sound costs anything.
const noSound = 3

// made gives the costs, which are made once for all who search.
func (p *Params) made() *costs {
	p.once.Do(func() {
		n := p.Classes
		c := &costs{bigram: int16s(p.Bigram), stride: 2 * uintptr(n), lefts: new([4 * MaxClasses]leftCost), syllables: make([]syllableCosts, Edge)}
		for left := range n {
			floor := slices.Min(c.bigram[left*n:][:n])
			for k := range noSound {
				sound := int16(int16At(p.Sound, left*3+k))
				c.lefts[4*left+k] = leftCost{sound, int16(max(math.MinInt16, min(math.MaxInt16, int32(floor)+int32(sound))))}
			}
			c.lefts[4*left+noSound] = leftCost{0, floor}
		}
		for k := range p.Unknown {
			u := unknown{left: p.Unknown[k].Left, right: p.Unknown[k].Right}
			if k == p.NameClass {
				u.named = -1
			}
			for n := range u.length {
				u.length[n] = int16At(p.UnkLen, k*(MaxUnknown+1)+n)
			}
			if k == p.NameClass && p.Gazetteer != nil {
				for n := range c.listed {
					c.listed[n] = int16At(p.Listed, n)
				}
			}
			c.unknown = append(c.unknown, u)
		}
		for i := range c.syllables {
			s := &c.syllables[i]
			for k := range p.Unknown {
				s.first[k], s.last[k] = EdgeUnit*int16(int8(p.UnkFirst[k*Edge+i])), EdgeUnit*int16(int8(p.UnkLast[k*Edge+i]))
			}
			for k := range s.names {
				if len(p.Names) > 0 {
					s.names[k] = int8(p.Names[k*Edge+i])
				}
			}
		}
		p.costs = c
	})
	return p.costs
}

// ending is what it costs that a run ends with a node.
func (p *Params) ending(n *Node) int32 { return int16At(p.Bigram, p.End*p.Classes+int(n.Right)) }

// Pair is the cost of two neighbours. sound is what the left one ends in; at the start it is ignored.
func (p *Params) Pair(right, left uint16, sound conj.Sound) int32 {
	return int16At(p.Bigram, int(left)*p.Classes+int(right)) + int16At(p.Sound, int(left)*3+int(sound))
}
