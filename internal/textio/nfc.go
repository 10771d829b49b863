package textio

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many runes of a segment may follow the first for it to be normalised. A dozen marks on a letter are
// more than any orthography has; x/text breaks segments of more than thirty code points, counted after decomposition,
// with a joiner of its own (U+034F), and twelve runes of at most two marks each stay below that.
const maxMarks = 12

// StartsSegment tells whether the first rune of s is a boundary of canonical composition: normalisation never changes what
// is before it because of it. Letters and signs are, marks and conjoining medials and finals are not.
func StartsSegment(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if commonlySafe(r) {
		return true
	}
	return norm.NFC.PropertiesString(s).BoundaryBefore()
}

// NFCSafe tells whether the first rune of s is the same in NFC whatever stands around it, but for conjoining jamo after a
// syllable: it is NFC alone and starts a segment.
func NFCSafe(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case commonlySafe(r):
		return true
	case 0x1100 <= r && r <= 0x11FF:
		return !(0x1161 <= r && r <= 0x1175) && !(0x11A8 <= r && r <= 0x11C2)
	}
	return safe(s[:n])
}

func safe(s string) bool {
	return norm.NFC.PropertiesString(s).BoundaryBefore() && norm.NFC.IsNormalString(s)
}

// commonlySafe knows the blocks of which Korean text consists without the look-up: Latin, quotation marks and dashes,
// arrows and signs, CJK punctuation, compatibility jamo, hanja, syllables.
func commonlySafe(r rune) bool {
	switch {
	case r < 0x300, 0x2010 <= r && r <= 0x205E, 0x2190 <= r && r <= 0x22FF, 0x2460 <= r && r <= 0x27BF, 0x3000 <= r && r <= 0x3029:
		return true
	case 0x3131 <= r && r <= 0x318E, 0x3400 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3:
		return true
	}
	return false
}

// NFCSegment normalises the segment at the start of s, its first rune and those after it that start none. It gives the
// segment's length in bytes and what it is in NFC. A segment with a pile of more than a dozen marks is no writing and comes
// back as it is, in time proportional to its length.
func NFCSegment(s string) (nfc string, n int) {
	marks := -1
	for n < len(s) {
		_, size := utf8.DecodeRuneInString(s[n:])
		if n > 0 && StartsSegment(s[n:]) {
			break
		}
		n += size
		marks++
	}
	if marks > maxMarks {
		return s[:n], n
	}
	return norm.NFC.String(s[:n]), n
}
