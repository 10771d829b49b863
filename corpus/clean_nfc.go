package corpus

import (
	"unicode/utf8"

	"kstat/hangul"
	"kstat/internal/textio"
)

// cleanNFC composes. Hangul is done by arithmetic, syllable by syllable, so that each has its own entry in the offset
// map; other letters by segments.
func cleanNFC(line string, e *editor) {
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf && (i+1 == len(line) || line[i+1] < utf8.RuneSelf) {
			i++ // no mark follows
			continue
		}
		if r, n := hangul.Composed(line[i:]); n > 0 {
			e.replace(i, i+n, string(r))
			i += n
			continue
		}
		if r, n := utf8.DecodeRuneInString(line[i:]); hangul.ClassOf(r) == hangul.Syllable || hangul.ClassOf(r) == hangul.Jamo {
			i += n
			continue
		}
		nfc, n := textio.NFCSegment(line[i:])
		if nfc != line[i:i+n] {
			e.replace(i, i+n, nfc)
		}
		i += n
	}
}
