package stats

import (
	"cmp"
	"fmt"
	"slices"
)

// Sequence is a text as the numbers of its types in running order (학교 가다 학교 오다 is 0 1 0 2): the input of every
// diversity measure. It is immutable.
type Sequence struct {
	ids   []uint32 // from 0 to types−1, in order of first occurrence; nil where the order is unknown
	freq  []uint64 // by type
	ranks []uint64 // frequencies, falling
	n     uint64
	// content is the number of content words, −1 where nobody counted them.
	content int64
}

// NewSequence takes the types of a text's tokens, in order, under any numbers.
func NewSequence(types []uint32) *Sequence {
	s := &Sequence{ids: make([]uint32, len(types)), n: uint64(len(types)), content: -1}
	// A table for numbers not much larger than the text, a map for others.
	most := uint32(0)
	for _, t := range types {
		most = max(most, t)
	}
	var next func(t uint32) uint32
	fresh := func() uint32 {
		s.freq = append(s.freq, 0)
		return uint32(len(s.freq))
	}
	if uint64(most) <= 4*uint64(len(types))+1024 {
		seen := make([]uint32, uint64(most)+1) // number + 1, 0 for none
		next = func(t uint32) uint32 {
			if seen[t] == 0 {
				seen[t] = fresh()
			}
			return seen[t] - 1
		}
	} else {
		seen := map[uint32]uint32{}
		next = func(t uint32) uint32 {
			id, ok := seen[t]
			if !ok {
				id = fresh()
				seen[t] = id
			}
			return id - 1
		}
	}
	for i, t := range types {
		s.ids[i] = next(t)
		s.freq[s.ids[i]]++
	}
	s.rank()
	return s
}

// NewFrequencies takes the frequencies of a text's types where the order of the tokens is not known, as in a frequency
// list. The measures that read the text in order (MSTTR, MATTR, MTLD) are NaN. Frequencies of 0 are no types.
func NewFrequencies(freq []uint64) *Sequence {
	s := &Sequence{content: -1}
	for _, f := range freq {
		if f > 0 {
			s.freq = append(s.freq, f)
			s.n += f
		}
	}
	s.rank()
	return s
}

func (s *Sequence) rank() {
	s.ranks = slices.Clone(s.freq)
	slices.SortFunc(s.ranks, func(a, b uint64) int { return cmp.Compare(b, a) })
}

// WithContent gives the same text with the number of its tokens that are content words, which lexical density needs. It
// panics if there are more of them than tokens.
func (s *Sequence) WithContent(tokens uint64) *Sequence {
	if tokens > s.n {
		panic("stats: more content words than tokens")
	}
	c := *s
	c.content = int64(tokens)
	return &c
}

// N gives the number of tokens, V the number of types.
func (s *Sequence) N() uint64 { return s.n }

// V gives the number of types.
func (s *Sequence) V() uint64 { return uint64(len(s.freq)) }

// Hapaxes gives the number of types that occur once.
func (s *Sequence) Hapaxes() uint64 {
	v := len(s.ranks)
	first, _ := slices.BinarySearchFunc(s.ranks, 1, func(f uint64, one int) int { return cmp.Compare(uint64(one), f) })
	return uint64(v - first)
}

// spectrum calls f for each frequency that types have, rising, with the number of types that have it.
func (s *Sequence) spectrum(f func(freq, types float64)) {
	for i := len(s.ranks) - 1; i >= 0; {
		j := i
		for j >= 0 && s.ranks[j] == s.ranks[i] {
			j--
		}
		f(float64(s.ranks[i]), float64(i-j))
		i = j
	}
}

// String writes the sequence as a worked example shows it.
func (s *Sequence) String() string {
	if s.n > 40 {
		return fmt.Sprintf("a text of %d tokens and %d types", s.n, s.V())
	}
	return fmt.Sprintf("the text %v", s.ids)
}

// Korean writes the text for Korean readers.
func (s *Sequence) Korean() string {
	if s.n > 40 {
		return fmt.Sprintf("토큰 %d개, 타입 %d개인 텍스트", s.n, s.V())
	}
	return fmt.Sprintf("텍스트 %v", s.ids)
}

// doubtShort warns where a text has fewer tokens than the measure needs; most must be known to depend on length.
func doubtShort(need func(*Options) uint64) func(*Sequence, *Options) []Warning {
	return func(s *Sequence, o *Options) []Warning {
		if n := need(o); s.n < n {
			return []Warning{{Kind: ShortText, Count: s.n, Of: n}}
		}
		return nil
	}
}
