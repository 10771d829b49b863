// Package conj knows how Korean predicates and endings change shape when they meet.
//
// It writes Hangul as units, so that an ending that is only a coda (ᆫ in 간 = 가 + ᆫ) begins at a place of its own:
// a unit is a syllable without its coda, or a coda. 간다 is 가, ㄴ, 다. The coda ㄻ is two units, since in 만듦 its ㄹ
// belongs to the stem and its ㅁ to the ending.
package conj

// Unit is a syllable without a coda (1 … 399) or a coda (400 … 426).
type Unit = uint16

const (
	syllableBase  = 0xAC00
	syllableCount = 11172
	vowels        = 21
	codas         = 28

	firstCoda = 399 // the unit of coda c is firstCoda + c
	// NumUnits bounds the units: all are below it.
	NumUnits = firstCoda + codas

	codaN, codaD, codaL, codaLM, codaM, codaB, codaS, codaSS, codaH = 4, 7, 8, 10, 16, 17, 19, 20, 27
)

// IsCoda tells whether a unit is a coda, that is, not the start of a syllable.
func IsCoda(u Unit) bool { return u > firstCoda }

// IsSyllable tells whether r is one of the 11,172 syllables.
func IsSyllable(r rune) bool { return r-syllableBase < syllableCount && r >= syllableBase }

// beforeCodas is the rune before the conjoining codas.
const beforeCodas = 0x11A7

// isCoda tells whether r is a conjoining coda (ᆫ).
func isCoda(r rune) bool { return r > beforeCodas && r < beforeCodas+codas }

// Append appends the units of a string of syllables, conjoining codas (ᆫ) and nothing else. ok is false when there is
// anything else in it.
func Append(dst []Unit, s string) (units []Unit, ok bool) {
	for _, r := range s {
		switch {
		case IsSyllable(r):
			i := int(r - syllableBase)
			dst = append(dst, Unit(i/codas+1))
			dst = appendCoda(dst, i%codas)
		case isCoda(r):
			dst = appendCoda(dst, int(r-beforeCodas))
		default:
			return dst, false
		}
	}
	return dst, true
}

func appendCoda(dst []Unit, c int) []Unit {
	switch c {
	case 0:
		return dst
	case codaLM:
		return append(dst, firstCoda+codaL, firstCoda+codaM)
	}
	return append(dst, Unit(firstCoda+c))
}

// JoinCodas gives the coda that a unit, a coda, and the coda behind it in the same syllable are together: its number as
// Unicode counts codas, 0 for none.
func JoinCodas(u Unit, next int) int {
	if next != 0 {
		return codaLM
	}
	return int(u) - firstCoda
}

// open is the unit of the open syllable with this onset and vowel, counted as Unicode does.
func open(onset, vowel int) Unit { return Unit(onset*vowels + vowel + 1) }

// parts undoes open.
func parts(u Unit) (onset, vowel int) { return int(u-1) / vowels, int(u-1) % vowels }

// Sound is how a run of units ends, for the choice between 이 and 가, 으로 and 로.
type Sound uint8

// The sounds.
const (
	Open   Sound = iota // a vowel
	Closed              // a consonant other than ㄹ
	Liquid              // ㄹ
)

// SoundOf gives the sound in which a unit ends.
func SoundOf(u Unit) Sound {
	switch {
	case u == firstCoda+codaL:
		return Liquid
	case u > firstCoda:
		return Closed
	}
	return Open
}

// SameOnset tells whether two syllables begin with the same consonant.
func SameOnset(a, b Unit) bool {
	if IsCoda(a) || IsCoda(b) {
		return a == b
	}
	x, _ := parts(a)
	y, _ := parts(b)
	return x == y
}

// MayChange tells whether a stem ends in ㄷ, ㅂ or ㅅ, which some stems change before a vowel and others keep.
func MayChange(stem string) bool {
	u, ok := Append(nil, stem)
	if !ok || len(u) == 0 {
		return false
	}
	switch int(u[len(u)-1]) - firstCoda {
	case codaD, codaB, codaS:
		return true
	}
	return false
}

// LosesLiquid tells whether an ending that begins so takes the ㄹ from the stem before it: 사는, 사신 of 살다.
func LosesLiquid(first Unit) bool {
	if IsCoda(first) {
		return false
	}
	onset, _ := parts(first)
	return onset == onsetN || onset == onsetS
}
