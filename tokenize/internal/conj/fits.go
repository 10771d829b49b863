package conj

// Fits tells whether an analysis may be one of a surface of syllables, by what its first morpheme has at its beginning and its last one at
// its end: of the analyses of other surfaces some three of a hundred may. However shapes change, a morpheme keeps its first consonant (하, 해),
// of two syllables or more the first vowel too (부르, 불러), of three or more all of the first syllable; and the last one keeps its coda, or
// leaves a ㄹ before it (만들, 만듦). first and last are forms, empty where they are not known. The copula may cover nothing (이 in 라고), and 하
// only breathes on what follows it (하 in 토록).
func Fits(surface, first, last string) bool {
	if first != "" && first != "이" && first != "하" {
		form, seen := runeAt(first, 0)-syllableBase, runeAt(surface, 0)-syllableBase
		switch {
		case form == seen, form < 0:
		case len(first) > 2*runeBytes, form/(vowels*codas) != seen/(vowels*codas):
			return false
		case len(first) > runeBytes && len(surface) > runeBytes && form/codas != seen/codas:
			return false
		}
	}
	if last == "" {
		return true
	}
	coda, seen := runeAt(last, len(last)-runeBytes), (runeAt(surface, len(surface)-runeBytes)-syllableBase)%codas
	switch {
	case coda >= syllableBase:
		coda = (coda - syllableBase) % codas
	case coda > beforeCodas && coda < beforeCodas+codas:
		coda -= beforeCodas
	default:
		return true
	}
	return coda == seen || coda == codaM && seen == codaLM
}

const (
	runeBytes   = 3      // of a syllable or a coda
	beforeCodas = 0x11A7 // the conjoining codas follow
)

// runeAt gives the rune of three bytes that begins at byte i of a string.
func runeAt(s string, i int) int {
	s = s[i:][:runeBytes]
	return int(s[0]&0xF)<<12 | int(s[1]&0x3F)<<6 | int(s[2]&0x3F)
}
