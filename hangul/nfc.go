package hangul

import (
	"strings"
	"unicode/utf8"
)

// Conjoining jamo lie in U+1100-U+11FF, so their UTF-8 is E1 84..87 xx: one byte tells that there may be work.
const jamoLead = 0xE1

// Composed reads conjoining jamo, or a syllable without final and a final, at the start of s. If they compose it gives
// the syllable and their length in bytes, otherwise 0 and 0: a single syllable is no work to do.
//
// Only neighbours compose. A mark between two jamo keeps them apart, and so does a second final.
func Composed(s string) (syllable rune, length int) {
	if len(s) < 6 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case initialFirst <= r && r < initialFirst+Initials:
		m, size := utf8.DecodeRuneInString(s[n:])
		if m < medialFirst || m >= medialFirst+Medials {
			return 0, 0
		}
		r = Join(int(r-initialFirst), int(m-medialFirst), 0)
		n += size
		length = n
	case !IsSyllable(r) || HasFinal(r):
		return 0, 0
	}
	if n < len(s) {
		if f, size := utf8.DecodeRuneInString(s[n:]); finalNone < f && f < finalNone+Finals {
			return r + f - finalNone, n + size
		}
	}
	if length == 0 {
		return 0, 0
	}
	return r, length
}

// NFC composes the conjoining jamo of s to syllables, as Unicode normalisation form C does it for Hangul, and leaves
// everything else as it is. If there is nothing to compose it gives s itself, without a copy.
func NFC(s string) string {
	var out []byte
	done := 0 // s[:done] is in out
	for i := 0; i < len(s); {
		// Only a jamo of E1 84..87 can start or end a composition, and a syllable before a final is the three
		// bytes before it.
		lead := strings.IndexByte(s[i:], jamoLead)
		if lead < 0 {
			break
		}
		i += lead
		from := i
		if i >= done+3 {
			if r, n := utf8.DecodeLastRuneInString(s[done:i]); IsSyllable(r) {
				from = i - n
			}
		}
		r, n := Composed(s[from:])
		if n == 0 && from < i {
			from = i
			r, n = Composed(s[from:])
		}
		if n == 0 {
			i++
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(s))
		}
		out = append(out, s[done:from]...)
		out = utf8.AppendRune(out, r)
		i = from + n
		done = i
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}
