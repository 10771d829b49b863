package conj

import "unicode/utf8"

// Fits tells whether an analysis may be one of a surface of syllables, by what its first morpheme has at its beginning and its last one at
// its end: of the analyses of other surfaces some three of a hundred may. However shapes change, a morpheme keeps its first consonant (하, 해),
// of two syllables or more the first vowel too (부르, 불러), of three or more all of the first syllable; and the last one keeps its coda, or
// leaves a ㄹ before it (만들, 만듦). first and last are forms, empty where they are not known. The copula may cover nothing (이 in 라고), and 하
// only breathes on what follows it (하 in 토록).
func Fits(surface, first, last string) bool {
	const syllable = len("가") // bytes
	if form, _ := utf8.DecodeRuneInString(first); first != "이" && first != "하" && IsSyllable(form) {
		seen, _ := utf8.DecodeRuneInString(surface)
		same := func(parts rune) bool { return (form-syllableBase)/parts == (seen-syllableBase)/parts }
		switch {
		case form == seen:
		case len(first) > 2*syllable, !same(vowels * codas):
			return false
		case len(first) > syllable && len(surface) > syllable && !same(codas):
			return false
		}
	}
	coda, _ := utf8.DecodeLastRuneInString(last)
	switch {
	case IsSyllable(coda):
		coda = (coda - syllableBase) % codas
	case isCoda(coda):
		coda -= beforeCodas
	default:
		return true
	}
	seen, _ := utf8.DecodeLastRuneInString(surface)
	seen = (seen - syllableBase) % codas
	return coda == seen || coda == codaM && seen == codaLM
}
