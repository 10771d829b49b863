package tokenize

import "unicode/utf8"

// UnitJamo counts the letters of Hangul in their stand-alone shape: 값 is ㄱ, ㅏ and ㅄ. The same letter at the beginning
// and at the end of a syllable is one term. All else leaves a hole.
var UnitJamo = Unit{Name: "jamo", draw: drawJamo}

func drawJamo(x *Extractor) {
	s := sentences{tokens: x.tokens}
	for eojeol, span := range spans(x.text) {
		for i := span[0]; i < span[1]; {
			r, n := utf8.DecodeRuneInString(x.text[i:span[1]])
			switch {
			case isComposed(r):
				r -= 0xAC00
				x.piece(leadLetters[r/588], i, i+n, s.at(i), eojeol)
				x.piece(vowelLetters[r/28%21], i, i+n, s.at(i), eojeol)
				if c := r % 28; c > 0 {
					x.piece(codaLetters[c-1], i, i+n, s.at(i), eojeol)
				}
			case r >= 0x1100 && r < 0x1113:
				x.piece(leadLetters[r-0x1100], i, i+n, s.at(i), eojeol)
			case r >= 0x1161 && r < 0x1176:
				x.piece(vowelLetters[r-0x1161], i, i+n, s.at(i), eojeol)
			case r >= 0x11A8 && r < 0x11C3:
				x.piece(codaLetters[r-0x11A8], i, i+n, s.at(i), eojeol)
			case r >= 0x3131 && r <= 0x318E && r != 0x3164 || isLead(r) || isVowel(r) || isTrail(r):
				x.piece(x.text[i:i+n], i, i+n, s.at(i), eojeol)
			default:
				x.position++
			}
			i += n
		}
		x.position++
	}
}

var (
	leadLetters  = [...]string{"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"}
	vowelLetters = [...]string{"ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅘ", "ㅙ", "ㅚ", "ㅛ", "ㅜ", "ㅝ", "ㅞ", "ㅟ", "ㅠ", "ㅡ", "ㅢ", "ㅣ"}
	codaLetters  = [...]string{"ㄱ", "ㄲ", "ㄳ", "ㄴ", "ㄵ", "ㄶ", "ㄷ", "ㄹ", "ㄺ", "ㄻ", "ㄼ", "ㄽ", "ㄾ", "ㄿ", "ㅀ", "ㅁ", "ㅂ", "ㅄ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"}
)
