package corpus

import (
	"unicode/utf8"
)

const (
	zwj       = 0x200D // joins two emoji to one: 👩‍🏫
	keycap    = 0x20E3 // makes 1 and a variation selector to 1️⃣
	blackFlag = 0x1F3F4
)

// isZeroWidth tells characters that cannot be seen and are neither control characters nor bidi marks: joiners, the byte order
// mark inside a text, variation selectors, tags.
func isZeroWidth(r rune) bool {
	switch {
	case 0x200B <= r && r <= 0x200D, 0x2060 <= r && r <= 0x2064, 0x206A <= r && r <= 0x206F, r == 0xFEFF, r == 0x034F, r == 0x180E:
		return true
	case isVariation(r), isTag(r), r == 0xE0001:
		return true
	}
	return false
}

// isVariation tells variation selectors. Those of hanja choose between shapes of one character, which count as one.
func isVariation(r rune) bool {
	return 0xFE00 <= r && r <= 0xFE0F || 0x180B <= r && r <= 0x180D || 0xE0100 <= r && r <= 0xE01EF
}

// isTag tells the tag letters of which the flags of England, Scotland and Wales are made.
func isTag(r rune) bool { return 0xE0020 <= r && r <= 0xE007F }

// isEmoji tells characters that take part in emoji sequences, by their blocks: a sign too many does no harm, since
// nobody writes a joiner after it.
func isEmoji(r rune) bool {
	switch {
	case r == 0xA9, r == 0xAE, r == 0x203C, r == 0x2049, r == 0x2122, r == 0x2139, r == 0x24C2, r == 0x3030, r == 0x303D, r == 0x3297, r == 0x3299:
		return true
	case 0x2190 <= r && r <= 0x23FF, 0x25A0 <= r && r <= 0x27BF, 0x2900 <= r && r <= 0x297F, 0x2B00 <= r && r <= 0x2BFF:
		return true
	}
	return 0x1F000 <= r && r <= 0x1FAFF
}

// holdsEmoji tells whether the zero-width character r belongs to an emoji, by what is kept before it and what follows.
func holdsEmoji(before, r, after rune) bool {
	switch {
	case r == zwj:
		return (isEmoji(before) || before == 0xFE0F || isTag(before)) && isEmoji(after)
	case r == 0xFE0E || r == 0xFE0F:
		digit := '0' <= before && before <= '9' || before == '#' || before == '*'
		return isEmoji(before) || digit && after == keycap
	case isTag(r):
		return before == blackFlag || isTag(before)
	}
	return false
}

func cleanZeroWidth(line string, e *editor) {
	before := rune(-1)
	for i, r := range line {
		if r < 0x34F || !isZeroWidth(r) {
			before = r
			continue
		}
		n := utf8.RuneLen(r)
		after, _ := utf8.DecodeRuneInString(line[i+n:])
		if holdsEmoji(before, r, after) {
			before = r
		} else {
			e.replace(i, i+n, "")
		}
	}
}
