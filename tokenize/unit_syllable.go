package tokenize

import (
	"unicode"
	"unicode/utf8"

	"kstat/hangul"
)

// UnitSyllable counts the syllables of Hangul, modern and old, composed or not. All else leaves a hole.
var UnitSyllable = Unit{Name: "syllable", draw: drawSyllables}

func drawSyllables(x *Extractor) {
	s := sentences{tokens: x.tokens}
	for eojeol, span := range spans(x.text) {
		for i := span[0]; i < span[1]; {
			n, is := syllableLen(x.text[i:span[1]])
			if is {
				x.piece(x.text[i:i+n], i, i+n, s.at(i), eojeol)
			} else {
				x.position += utf8.RuneCountInString(x.text[i : i+n])
			}
			i += n
		}
		x.position++
	}
}

// syllableLen gives the length in bytes of the syllable that the text begins with: a composed syllable with a trailing
// consonant that could not be composed (old Hangul), or leading consonants, vowels and trailing consonants in that order, with
// the tone marks and other marks on them. Where it begins with none, it gives the length of what is none.
func syllableLen(text string) (n int, is bool) {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case hangul.IsSyllable(r):
	case isLead(r):
		vowel := false
		for n < len(text) {
			r, m := utf8.DecodeRuneInString(text[n:])
			if !isVowel(r) && (vowel || !isLead(r)) {
				break
			}
			vowel = vowel || isVowel(r)
			n += m
		}
		if !vowel {
			return n, false
		}
	default:
		return n, false
	}
	for n < len(text) {
		r, m := utf8.DecodeRuneInString(text[n:])
		if !isTrail(r) && !unicode.IsMark(r) {
			break
		}
		n += m
	}
	return n, true
}

func isLead(r rune) bool  { return r >= 0x1100 && r <= 0x115F || r >= 0xA960 && r <= 0xA97C }
func isVowel(r rune) bool { return r >= 0x1160 && r <= 0x11A7 || r >= 0xD7B0 && r <= 0xD7C6 }
func isTrail(r rune) bool { return r >= 0x11A8 && r <= 0x11FF || r >= 0xD7CB && r <= 0xD7FB }
