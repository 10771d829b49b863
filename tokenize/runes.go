package tokenize

import "unicode/utf8"

// Runes turns byte offsets into a text, such as those of tokens, terms and sentences, into rune offsets: the number of
// runes before them. Programs in languages whose strings are indexed by character want those; a Go program, which slices
// strings by bytes, needs them only to pass on.
//
// Offsets may be asked for in any order. Each costs time in proportion to its distance from the one before, so that all
// offsets of a text, asked for in the order of its tokens, cost one pass over it. A Runes is for one goroutine.
type Runes struct {
	text  string
	byte  int // offset that was asked for last
	count int // runes before it
}

// NewRunes gives the converter of a text's offsets. An invalid byte counts as one rune, as it does in a range loop.
func NewRunes(text string) *Runes { return &Runes{text: text} }

// Offset gives the number of runes before a byte offset. Offsets below 0 count as 0, those beyond the text as its end, and
// one within a rune, which no token has, as that of the rune.
func (r *Runes) Offset(offset int) int {
	offset = r.start(min(max(offset, 0), len(r.text)))
	if offset >= r.byte {
		r.count += utf8.RuneCountInString(r.text[r.byte:offset])
	} else {
		r.count -= utf8.RuneCountInString(r.text[offset:r.byte])
	}
	r.byte = offset
	return r.count
}

// start gives the start of the rune that a byte is part of.
func (r *Runes) start(offset int) int {
	if offset == len(r.text) || utf8.RuneStart(r.text[offset]) {
		return offset
	}
	for i := offset - 1; i >= 0 && i > offset-utf8.UTFMax; i-- {
		if utf8.RuneStart(r.text[i]) {
			if _, n := utf8.DecodeRuneInString(r.text[i:]); i+n > offset {
				return i
			}
			break
		}
	}
	return offset // a byte that is part of none
}
