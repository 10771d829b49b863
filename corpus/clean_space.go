package corpus

import (
	"unicode/utf8"

	"kstat/hangul"
)

// isSpace tells white space other than the ordinary space, tab and the line ends: vertical tab and form feed, the no-break,
// the typographic and the ideographic spaces, U+2028 and U+2029, which end no line here, and the fillers that people
// write where an empty name is not allowed.
func isSpace(r rune) bool {
	switch {
	case r == '\v', r == '\f', r == 0x85, r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	case r == hangulFiller, r == 0xFFA0, r == 0x2800:
		return true
	}
	return false
}

func cleanSpace(line string, e *editor) {
	for i, r := range line {
		if !hangul.IsSyllable(r) && isSpace(r) {
			e.replace(i, i+utf8.RuneLen(r), " ")
		}
	}
}
