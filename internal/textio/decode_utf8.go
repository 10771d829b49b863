package textio

import "unicode/utf8"

func (d *Decoder) decodeUTF8() {
	// What is nearly always true is looked at first. A character that the end of in cuts off makes nothing before it broken.
	if n := wholeCharacters(d.in); valid(d.in[:n]) {
		d.pass(d.in[:n], n)
	}
	for len(d.in) > 0 {
		n := 0
		for n < len(d.in) {
			if d.in[n] < utf8.RuneSelf {
				n++
				continue
			}
			_, size := utf8.DecodeRune(d.in[n:])
			if size == 1 {
				break
			}
			n += size
		}
		d.pass(d.in[:n], n)
		if len(d.in) == 0 {
			return
		}
		n, whole := brokenUTF8(d.in)
		if !whole && !d.eof {
			return
		}
		d.broken(n)
	}
}

// wholeCharacters gives the length of b without a character at its end that may be cut off.
func wholeCharacters(b []byte) int {
	for i := len(b) - 1; i >= max(0, len(b)-(utf8.UTFMax-1)); i-- {
		if utf8.RuneStart(b[i]) {
			if !utf8.FullRune(b[i:]) {
				return i
			}
			break
		}
	}
	return len(b)
}

// brokenUTF8 gives the length of the broken sequence at the start of b, which is not the start of a valid one. whole is
// false if b ends before the sequence went wrong, so that more bytes could make it right.
//
// The ranges of the second byte are those of table 3-7 of the Unicode Standard: E0 A0.., ED ..9F, F0 90.., F4 ..8F.
func brokenUTF8(b []byte) (n int, whole bool) {
	low, high, size := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case 0xC2 <= c && c <= 0xDF:
		size = 2
	case 0xE0 <= c && c <= 0xEF:
		size = 3
		if c == 0xE0 {
			low = 0xA0
		} else if c == 0xED {
			high = 0x9F
		}
	case 0xF0 <= c && c <= 0xF4:
		size = 4
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F
		}
	default:
		return 1, true
	}
	for n = 1; n < size; n++ {
		if n == len(b) {
			return n, false
		}
		if b[n] < low || high < b[n] {
			return n, true
		}
		low, high = 0x80, 0xBF
	}
	return n, true
}
