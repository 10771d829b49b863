package corpus

import (
	"unicode/utf8"

	"kstat/hangul"
)

// wideSigns are the signs of the block U+FFE0-U+FFE6 in their ordinary width.
var wideSigns = [...]rune{'¢', '£', '¬', '¯', '¦', '¥', '₩'}

// ordinaryWidth gives fullwidth ASCII and signs, and halfwidth jamo, in their ordinary width, and everything else as it is.
func ordinaryWidth(r rune) rune {
	switch {
	case r < 0xFF01 || 0xFFE6 < r:
		return r
	case r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case 0xFFA1 <= r && r <= 0xFFDC:
		return hangul.Compat(r)
	case 0xFFE0 <= r:
		return wideSigns[r-0xFFE0]
	}
	return r
}

func cleanWidth(line string, e *editor) {
	for i, r := range line {
		if w := ordinaryWidth(r); w != r {
			e.replace(i, i+utf8.RuneLen(r), string(w))
		}
	}
}
