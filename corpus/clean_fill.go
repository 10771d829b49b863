package corpus

import (
	"strings"

	"kstat/hangul"
)

// hangulFiller begins a fill sequence; see hangul.Filled. Text that went through an EUC-KR encoder, of Python for one, has them.
const hangulFiller = 0x3164

func cleanFill(line string, e *editor) {
	const filler = string(rune(hangulFiller))
	for i := 0; ; {
		at := strings.Index(line[i:], filler)
		if at < 0 {
			return
		}
		i += at
		if r, n := hangul.Filled(line[i:]); n > 0 {
			e.replace(i, i+n, string(r))
			i += n
		} else {
			i += len(filler)
		}
	}
}
