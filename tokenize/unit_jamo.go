package tokenize

import (
	"unicode/utf8"

	"kstat/hangul"
)

// UnitJamo counts the letters of Hangul in their stand-alone shape: 값 is ㄱ, ㅏ and ㅄ. The same letter at the beginning
// and at the end of a syllable is one term. All else leaves a hole.
var UnitJamo = Unit{Name: "jamo", draw: drawJamo}

func drawJamo(x *Extractor) {
	s := sentences{tokens: x.tokens}
	for eojeol, span := range spans(x.text) {
		for i, end := span[0], span[1]; i < end; {
			r, n := utf8.DecodeRuneInString(x.text[i:end])
			if initial, medial, final, ok := hangul.Decompose(r); ok {
				x.letter(initial, i, n, &s, eojeol)
				x.letter(medial, i, n, &s, eojeol)
				if final != 0 {
					x.letter(final, i, n, &s, eojeol)
				}
			} else if hangul.ClassOf(r) == hangul.Jamo {
				x.letter(r, i, n, &s, eojeol)
			} else {
				x.position++
			}
			i += n
		}
		x.position++ // the space
	}
}

// letter appends the jamo of a rune of n bytes at a place.
func (x *Extractor) letter(jamo rune, at, n int, s *sentences, eojeol int) {
	x.buf = utf8.AppendRune(x.buf[:0], hangul.Compat(jamo))
	x.piece(x.intern(), at, at+n, s.at(at), eojeol)
}
