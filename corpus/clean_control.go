package corpus

import (
	"unicode/utf8"

	"kstat/hangul"
)

// isControl tells control characters that are no white space, U+FFFC, which stands where a picture was, the marks of
// interlinear notes, and the code points that are never characters.
func isControl(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && !isSpace(r)
	case 0x7F <= r && r < 0xA0:
		return !isSpace(r)
	case 0xFFF9 <= r && r <= 0xFFFC, 0xFDD0 <= r && r <= 0xFDEF:
		return true
	}
	return r&0xFFFE == 0xFFFE
}

func cleanControl(line string, e *editor) {
	drop(line, e, func(r rune) bool { return r != '\r' && isControl(r) })
}

// drop drops every character for which unwanted says so.
func drop(line string, e *editor, unwanted func(rune) bool) {
	for i, r := range line {
		if !hangul.IsSyllable(r) && unwanted(r) {
			e.replace(i, i+utf8.RuneLen(r), "")
		}
	}
}
