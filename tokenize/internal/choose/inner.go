package choose

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

// Inner appends the numbers of the features of an analysis of a surface that its neighbours have no part in. left is what
// stands before the surface, as package segment numbers it.
func Inner(dst []uint32, surface string, left uint8, spans []Span, m Morphemes) []uint32 {
	id1, shape1, shape2 := uint32(left)+1<<24, uint32(bound)+uint32(left), uint32(bound)
	end := uint16(0)
	for i := 0; i <= len(spans); i++ {
		id, shape := uint32(2<<24), uint32(2*bound)
		if i < len(spans) {
			s := &spans[i]
			id = s.Morph
			shape = uint32(m.Tag(id))<<5 | uint32(min(7, (s.End-s.Start)/3))<<1
			if s.Start < end {
				shape |= 1
			}
		}
		dst = append(dst, Mix(id1, id+2001)&mask, Mix(id1, shape+2003)&mask, Mix(shape1, id+2005)&mask, Mix(Mix(shape2, shape1), shape+2007)&mask, Mix(Mix(shape2, id1), id+2009)&mask)
		if i < len(spans) {
			s := &spans[i]
			if s.Start == end && end > 0 {
				// the letters where the two meet
				a, b := syllable(surface, end-3), syllable(surface, end)
				dst = append(dst, Mix(Mix(a, b), shape1>>5<<8|shape>>5+2011)&mask, Mix(b, shape1+2013)&mask)
			}
			if NounKind == m.Kind(id) && s.End > s.Start {
				dst = append(dst, Mix(syllable(surface, s.Start), shape+2015)&mask, Mix(syllable(surface, s.End-3), shape+2017)&mask)
			}
			end = s.End
		}
		id1, shape2, shape1 = id, shape1, shape
	}
	return dst
}

// syllable gives the bytes of the syllable that begins at byte i.
func syllable(s string, i uint16) uint32 {
	return uint32(s[i])<<16 | uint32(s[i+1])<<8 | uint32(s[i+2])
}
