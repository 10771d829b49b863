package report

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"kstat/hangul"
)

// Visible gives text that stays on its line and within its cell, on a terminal and on a page: line breaks and tabs
// become spaces, other control characters their pictures (␛), and what would turn the direction of writing, or is not
// UTF-8, U+FFFD. Joiners stay, because emoji and some scripts need them. A coda that has no syllable before it, as in
// the endings ᆫ and ᆸ니다, would hang on whatever stands at its left: it is shown as a letter of its own, ㄴ, ㅂ니다. Text
// without any of these is returned as it is.
func Visible(s string) string {
	before := rune(-1)
	return strings.Map(func(r rune) rune {
		p := r
		if r < ' ' || r > '~' {
			p = picture(r)
			if r >= 0x11a8 && r <= 0x11c2 && !takesCoda(before) { // a modern conjoining coda
				p = hangul.Compat(r)
			}
		}
		before = r
		return p
	}, s)
}

// takesCoda says whether a coda after r belongs to the same syllable: r is a conjoining vowel or a syllable without one.
func takesCoda(r rune) bool {
	return r >= 0x1160 && r <= 0x11a7 || hangul.IsSyllable(r) && !hangul.HasFinal(r)
}

// picture gives what is shown for a rune, which is mostly the rune itself.
func picture(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f:
		return r
	case r == '\t', r == '\n', r == '\v', r == '\f', r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return ' '
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0xa0: // C1
		return utf8.RuneError
	case r == 0x61c, r == 0x200e, r == 0x200f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
		return utf8.RuneError
	}
	return r
}

// width gives the number of terminal columns of a text: 2 for a Hangul syllable, in either normal form, and for most
// emoji, 0 for a combining mark.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

const ellipsis = "…"

// cut shortens text to so many terminal columns, whole graphemes only, with an ellipsis in place of what is gone: its
// end, or its beginning where fromStart is set.
func cut(s string, columns int, fromStart bool) string {
	have := width(s)
	if have <= columns {
		return s
	}
	if columns < 1 {
		return ""
	}
	drop := have - (columns - 1)
	rest, state := s, -1
	if fromStart {
		for drop > 0 {
			var w int
			_, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
			drop -= w
		}
		return ellipsis + rest
	}
	kept, end := 0, 0
	for {
		g, r, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if kept+w > columns-1 {
			return s[:end] + ellipsis
		}
		kept, end, rest, state = kept+w, end+len(g), r, next
	}
}
