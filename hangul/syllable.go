// Package hangul does arithmetic on Korean letters: syllables and jamo, their canonical composition, the script of a
// rune, and the particles that change their shape with the sound before them.
//
// A modern syllable is an initial (choseong, 19 of them), a medial (jungseong, 21) and perhaps a final (jongseong, 27):
// 한 = ㅎ + ㅏ + ㄴ. Unicode orders the 19 × 21 × 28 = 11,172 syllables so that composing and taking apart are a few
// multiplications; the package has no tables of syllables.
//
// The same jamo exists up to three times in Unicode. Conjoining jamo (U+1100…) are what NFD text is made of, and tell
// initial from final: ᄒ U+1112, ᇂ U+11C2. Compatibility jamo (U+3131…) are what a keyboard writes in ㅋㅋ; they
// do not tell. Halfwidth jamo (U+FFA1…) are left over from old terminals. The package knows nothing of words.
package hangul

// The block of syllables and the conjoining jamo that compose to them, named as in the Unicode Standard, section 3.12.
const (
	SyllableFirst = 0xAC00 // 가
	SyllableLast  = 0xD7A3 // 힣

	Initials = 19 // number of initials
	Medials  = 21 // number of medials
	Finals   = 28 // number of finals, "none" counted

	SyllableCount = Initials * Medials * Finals // 11,172

	initialFirst = 0x1100 // ᄀ
	medialFirst  = 0x1161 // ᅡ
	finalNone    = 0x11A7 // one before ᆨ: no final
)

// IsSyllable tells whether r is one of the 11,172 modern syllables 가 to 힣.
func IsSyllable(r rune) bool { return SyllableFirst <= r && r <= SyllableLast }

// Join composes a syllable from the numbers of its jamo: initial 0-18, medial 0-20, final 0-27, where final 0 is none.
// It gives 0 when a number is out of range.
func Join(initial, medial, final int) rune {
	if uint(initial) >= Initials || uint(medial) >= Medials || uint(final) >= Finals {
		return 0
	}
	return rune(SyllableFirst + (initial*Medials+medial)*Finals + final)
}

// Split gives the numbers of a syllable's jamo, the inverse of Join; ok is false if r is no syllable.
func Split(r rune) (initial, medial, final int, ok bool) {
	if !IsSyllable(r) {
		return 0, 0, 0, false
	}
	i := int(r) - SyllableFirst
	return i / (Medials * Finals), i / Finals % Medials, i % Finals, true
}

// Compose composes a syllable from jamo of any kind, conjoining, compatibility or halfwidth; final is 0 for none. It
// gives 0 when they make no modern syllable, as with a final ㄸ or an old jamo.
func Compose(initial, medial, final rune) rune {
	i, m := InitialIndex(initial), MedialIndex(medial)
	f := 0
	if final != 0 {
		if f = FinalIndex(final); f == 0 {
			return 0
		}
	}
	return Join(i, m, f)
}

// Decompose gives the conjoining jamo of a syllable, final 0 if there is none; ok is false if r is no syllable.
func Decompose(r rune) (initial, medial, final rune, ok bool) {
	i, m, f, ok := Split(r)
	if !ok {
		return 0, 0, 0, false
	}
	if f > 0 {
		final = rune(finalNone + f)
	}
	return rune(initialFirst + i), rune(medialFirst + m), final, true
}

// HasFinal tells whether a syllable ends in a consonant: 한 does, 하 does not. It is false for everything else.
func HasFinal(r rune) bool { return IsSyllable(r) && (r-SyllableFirst)%Finals != 0 }

// Final gives the final of a syllable as a conjoining jamo, 0 if it has none or r is no syllable.
func Final(r rune) rune {
	if !HasFinal(r) {
		return 0
	}
	return finalNone + (r-SyllableFirst)%Finals
}

// WithFinal gives the syllable r with another final, a jamo of any kind or 0 for none: 하 and ㄴ make 한, 한 and 0
// make 하. It gives 0 if that is no syllable.
func WithFinal(r, final rune) rune {
	initial, medial, _, ok := Decompose(r)
	if !ok {
		return 0
	}
	return Compose(initial, medial, final)
}
