package choose

import "kstat/tokenize/internal/model"

// What stands side by side within a surface tells how likely an analysis is where the text has never had the surface: the
// lattice knows neighbours by their classes only, to be fast. These features know them by name and by length, and what the
// letters are where two of them meet. They are read for the few best ways through the lattice.

// Span is a morpheme of an analysis and the bytes of the surface that it covers.
type Span struct {
	Morph      uint32
	Start, End uint16
}

// bound is the shape of what stands before the first and after the last morpheme.
const bound = 1 << 12

// before is what stands before a place in an analysis.
type before struct {
	id             uint32 // of the morpheme before it
	shape1, shape2 uint32 // of that and of the one before
	end            uint16 // of the morpheme before it
}

func first(left uint8) before { return before{uint32(left) + 1<<24, bound + uint32(left), bound, 0} }

// last is what stands behind the last morpheme.
const last, lastShape = 2 << 24, 2 * bound

// shape gives the shape of a morpheme: its tag, its length and whether it begins in a syllable in which the one before ends.
func (b *before) shape(s *Span, m Morphemes) uint32 {
	shape := uint32(m.Tag(s.Morph))<<5 | uint32(min(7, (s.End-s.Start)/3))<<1
	if s.Start < b.end {
		shape |= 1
	}
	return shape
}

// features appends the numbers of the features of a place. s is the morpheme that stands there, nil for the end.
func (b *before) features(dst []uint32, surface string, s *Span, id, shape uint32, m Morphemes) []uint32 {
	dst = append(dst, Mix(b.id, id+2001)&mask, Mix(b.id, shape+2003)&mask, Mix(b.shape1, id+2005)&mask, Mix(Mix(b.shape2, b.shape1), shape+2007)&mask, Mix(Mix(b.shape2, b.id), id+2009)&mask)
	if s == nil {
		return dst
	}
	if s.Start == b.end && b.end > 0 {
		// the letters where the two meet
		x, y := syllable(surface, b.end-3), syllable(surface, b.end)
		dst = append(dst, Mix(Mix(x, y), b.shape1>>5<<8|shape>>5+2011)&mask, Mix(y, b.shape1+2013)&mask)
	}
	if NounKind == m.Kind(s.Morph) && s.End > s.Start {
		dst = append(dst, Mix(syllable(surface, s.Start), shape+2015)&mask, Mix(syllable(surface, s.End-3), shape+2017)&mask)
	}
	return dst
}

// next goes on behind a morpheme.
func (b *before) next(s *Span, shape uint32) { *b = before{s.Morph, shape, b.shape1, s.End} }

// Inner appends the numbers of the features of an analysis of a surface that its neighbours have no part in. left is what
// stands before the surface, as package segment numbers it.
func Inner(dst []uint32, surface string, left uint8, spans []Span, m Morphemes) []uint32 {
	b := first(left)
	for i := range spans {
		s := &spans[i]
		shape := b.shape(s, m)
		dst = b.features(dst, surface, s, s.Morph, shape, m)
		b.next(s, shape)
	}
	return b.features(dst, surface, nil, last, lastShape, m)
}

// Inside sums the weights of the inner features of the analyses of a surface, which share most of their places: what is the
// same in two of them is looked up once, and what all begin or end with, which tells them not apart, never. All weights of a
// surface are asked for together.
type Inside struct {
	seen   []seen
	first  []int32 // by the syllable at which a place begins: the last of seen that does, plus one
	feats  []uint32
	places []int32 // in seen, of an analysis after the other
	ends   []int32 // of each analysis's places
}

// seen is a place of an analysis.
type seen struct {
	before
	Span
	next int32 // another that begins at the same syllable, plus one
	end  int32 // of its features
	sum  int32 // of their weights
}

// Sums appends, for each analysis, the sum of the weights of its features that are not of places with which all begin or end.
func (in *Inside) Sums(dst []int32, surface string, left uint8, analyses [][]Span, m Morphemes, weights *model.FeatureWeights) []int32 {
	in.seen, in.feats, in.places, in.ends = in.seen[:0], in.feats[:0], in.places[:0], in.ends[:0]
	if n := len(surface)/3 + 1; len(in.first) < n {
		in.first = make([]int32, 2*n)
	} else {
		clear(in.first[:n])
	}
	b := first(left)
	shared := 0
	for ; beginAlike(analyses, shared); shared++ {
		s := &analyses[0][shared]
		b.next(s, b.shape(s, m))
	}
	alike := endAlike(analyses) - sees
	for _, spans := range analyses {
		b := b
		n := len(spans) - max(0, alike)
		for i := shared; i < n; i++ {
			s := &spans[i]
			shape := b.shape(s, m)
			in.at(b, s, *s, shape, surface, m)
			b.next(s, shape)
		}
		if alike < 0 {
			end := uint16(len(surface))
			in.at(b, nil, Span{last, end, end}, lastShape, surface, m)
		}
		in.ends = append(in.ends, int32(len(in.places)))
	}
	each, from := weights.Each(in.feats), int32(0)
	for i := range in.seen {
		k := &in.seen[i]
		for _, v := range each[from:k.end] {
			k.sum += int32(v)
		}
		from = k.end
	}
	from = 0
	for _, end := range in.ends {
		sum := int32(0)
		for _, k := range in.places[from:end] {
			sum += in.seen[k].sum
		}
		dst, from = append(dst, sum), end
	}
	return dst
}

// at adds a place.
func (in *Inside) at(b before, s *Span, key Span, shape uint32, surface string, m Morphemes) {
	start := &in.first[key.Start/3]
	for i := *start; i > 0; i = in.seen[i-1].next {
		if k := &in.seen[i-1]; k.Span == key && k.before == b {
			in.places = append(in.places, i-1)
			return
		}
	}
	in.places = append(in.places, int32(len(in.seen)))
	in.feats = b.features(in.feats, surface, s, key.Morph, shape, m)
	in.seen = append(in.seen, seen{b, key, *start, int32(len(in.feats)), 0})
	*start = int32(len(in.seen))
}

// beginAlike tells whether all analyses have the same morpheme number i.
func beginAlike(analyses [][]Span, i int) bool {
	for _, spans := range analyses {
		if i >= len(spans) || spans[i] != analyses[0][i] {
			return false
		}
	}
	return true
}

// sees is how many morphemes before its own a place's features depend on; of the third only whether the second shares a syllable
// with it.
const sees = 3

// endAlike gives with how many morphemes all analyses end alike.
func endAlike(analyses [][]Span) (n int) {
	for of := analyses[0]; n < len(of); n++ {
		s := of[len(of)-1-n]
		for _, spans := range analyses[1:] {
			if n >= len(spans) || spans[len(spans)-1-n] != s {
				return n
			}
		}
	}
	return n
}

// syllable gives the bytes of the syllable that begins at byte i.
func syllable(s string, i uint16) uint32 {
	return uint32(s[i])<<16 | uint32(s[i+1])<<8 | uint32(s[i+2])
}
