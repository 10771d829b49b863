package hangul

import "unicode/utf8"

// The modern jamo as compatibility jamo, in the order of Join's numbers. A final that no keyboard has as an initial, as
// ㄳ, has a compatibility jamo of its own.
var (
	initials = [Initials]rune{'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
	finals   = [Finals]rune{0, 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
)

const (
	compatFirst       = 0x3131 // ㄱ
	compatMedialFirst = 0x314F // ㅏ, and the 21 medials stand in Join's order
	compatMedialLast  = 0x3163 // ㅣ
	compatFiller      = 0x3164 // stands for a missing jamo in a KS X 1001 fill sequence
	compatLast        = 0x318E // ㆎ, the last of the old ones

	halfFiller = 0xFFA0
	halfFirst  = 0xFFA1 // ﾡ
	halfLast   = 0xFFDC // ￜ
)

// initialNumber and finalNumber are the inverse of initials and finals, indexed by r - compatFirst; -1 for none.
var initialNumber, finalNumber = func() (i, f [compatMedialFirst - compatFirst]int8) {
	for n := range i {
		i[n], f[n] = -1, -1
	}
	for n, r := range initials {
		i[r-compatFirst] = int8(n)
	}
	for n, r := range finals[1:] {
		f[r-compatFirst] = int8(n + 1)
	}
	return i, f
}()

// InitialIndex gives the number 0-18 of a jamo of any kind as an initial, -1 if it is none.
func InitialIndex(r rune) int {
	if initialFirst <= r && r < initialFirst+Initials {
		return int(r - initialFirst)
	}
	if r = fullwidth(r); compatFirst <= r && r < compatMedialFirst {
		return int(initialNumber[r-compatFirst])
	}
	return -1
}

// MedialIndex gives the number 0-20 of a jamo of any kind as a medial, -1 if it is none.
func MedialIndex(r rune) int {
	if medialFirst <= r && r < medialFirst+Medials {
		return int(r - medialFirst)
	}
	if r = fullwidth(r); compatMedialFirst <= r && r <= compatMedialLast {
		return int(r - compatMedialFirst)
	}
	return -1
}

// FinalIndex gives the number 1-27 of a jamo of any kind as a final, 0 if it is none.
func FinalIndex(r rune) int {
	if finalNone < r && r < finalNone+Finals {
		return int(r - finalNone)
	}
	if r = fullwidth(r); compatFirst <= r && r < compatMedialFirst {
		return max(0, int(finalNumber[r-compatFirst]))
	}
	return 0
}

// Compat gives the compatibility jamo for a modern conjoining or a halfwidth one: ᄒ and ᇂ and ﾾ all give ㅎ.
// Everything else, old jamo included, comes back as it is. It loses whether a consonant was initial or final.
func Compat(r rune) rune {
	switch {
	case initialFirst <= r && r < initialFirst+Initials:
		return initials[r-initialFirst]
	case medialFirst <= r && r < medialFirst+Medials:
		return compatMedialFirst + r - medialFirst
	case finalNone < r && r < finalNone+Finals:
		return finals[r-finalNone]
	}
	return fullwidth(r)
}

// fullwidth gives the compatibility jamo of a halfwidth one, and everything else as it is. The block has holes: its medials
// stand in groups of six.
func fullwidth(r rune) rune {
	switch {
	case r < halfFiller || r > halfLast:
		return r
	case r == halfFiller:
		return compatFiller
	case r <= 0xFFBE: // ﾡ to ﾾ: the thirty consonants without a hole
		return compatFirst + r - halfFirst
	}
	for _, g := range [...]struct{ from, to, medial rune }{
		{0xFFC2, 0xFFC7, 0}, {0xFFCA, 0xFFCF, 6}, {0xFFD2, 0xFFD7, 12}, {0xFFDA, 0xFFDC, 18},
	} {
		if g.from <= r && r <= g.to {
			return compatMedialFirst + g.medial + r - g.from
		}
	}
	return r
}

// Halfwidth gives the halfwidth jamo of a compatibility one, and everything else as it is; the inverse of Compat on
// halfwidth jamo.
func Halfwidth(r rune) rune {
	switch {
	case r == compatFiller:
		return halfFiller
	case compatFirst <= r && r < compatMedialFirst:
		return halfFirst + r - compatFirst
	case compatMedialFirst <= r && r <= compatMedialLast:
		m := r - compatMedialFirst
		return 0xFFC2 + m/6*8 + m%6
	}
	return r
}

// AppendJamo appends the compatibility jamo of s to dst, as one types them: 값이 → ㄱㅏㅄㅇㅣ. What is neither
// syllable nor jamo is appended as it is.
func AppendJamo(dst []byte, s string) []byte {
	for _, r := range s {
		i, m, f, ok := Split(r)
		if !ok {
			dst = utf8.AppendRune(dst, Compat(r))
			continue
		}
		dst = utf8.AppendRune(dst, initials[i])
		dst = utf8.AppendRune(dst, rune(compatMedialFirst+m))
		if f > 0 {
			dst = utf8.AppendRune(dst, finals[f])
		}
	}
	return dst
}

// Filled reads a fill sequence of KS X 1001 at the start of s and gives its syllable and its length in bytes, 0 and 0
// if there is none. The standard has codes for only 2,350 syllables and writes the others as a filler and three jamo:
// U+3164 ㅂ ㅞ ㄺ is 뷁, and a fourth filler stands for a missing final.
func Filled(s string) (syllable rune, length int) {
	const n = 3 // bytes of each of the four code points
	if len(s) < 4*n || s[0] != 0xE3 || s[1] != 0x85 || s[2] != 0xA4 {
		return 0, 0
	}
	var j [3]rune
	for i := range j {
		j[i], _ = utf8.DecodeRuneInString(s[(i+1)*n:])
		if j[i] < compatFirst || j[i] > compatFiller {
			return 0, 0
		}
	}
	if j[2] == compatFiller {
		j[2] = 0
	}
	if syllable = Compose(j[0], j[1], j[2]); syllable == 0 {
		return 0, 0
	}
	return syllable, 4 * n
}
