package hangul

import "unicode"

// Class sorts runes as Korean text analysis does: by script where there is one, else by what the sign is for.
type Class uint8

const (
	Other       Class = iota // unassigned, private use, or of no other class
	Space                    // white space, line ends included
	Control                  // control and format characters, among them the zero-width joiner
	Syllable                 // 가-힣
	Jamo                     // conjoining, compatibility and halfwidth jamo, old ones included
	Hanja                    // Chinese characters and their marks 々 〇
	Kana                     // hiragana, katakana, bopomofo apart
	Latin                    // Latin letters, fullwidth ones included
	Letter                   // letters of every other script
	Digit                    // decimal digits of any script
	Number                   // ½ ² Ⅳ ①
	Mark                     // combining marks, variation selectors among them
	Punctuation              // . , ( 「 …
	Symbol                   // + $ ♥ and emoji
)

var classNames = [...]string{"other", "space", "control", "syllable", "jamo", "hanja", "kana", "latin", "letter", "digit", "number", "mark", "punctuation", "symbol"}

// String gives the name of the class in lower case.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "other"
}

// asciiClasses spares the commonest runes the table look-ups.
var asciiClasses = func() (t [128]Class) {
	for r := range t {
		t[r] = classify(rune(r))
	}
	return t
}()

// ClassOf gives the class of a rune; a rune that is no Unicode code point is Other.
func ClassOf(r rune) Class {
	switch {
	case uint32(r) < 128:
		return asciiClasses[r]
	case IsSyllable(r):
		return Syllable
	case 0x4E00 <= r && r <= 0x9FFF: // the unified ideographs that Korean uses, ahead of the slower look-up
		return Hanja
	}
	return classify(r)
}

func classify(r rune) Class {
	switch {
	case unicode.IsSpace(r):
		return Space
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return Control
	case unicode.Is(unicode.M, r):
		return Mark
	case unicode.Is(unicode.Nd, r):
		return Digit
	case unicode.Is(unicode.Han, r) && unicode.In(r, unicode.L, unicode.Nl):
		return Hanja
	case unicode.Is(unicode.N, r):
		return Number
	case unicode.Is(unicode.Hangul, r) && unicode.IsLetter(r):
		if IsSyllable(r) {
			return Syllable
		}
		return Jamo
	case unicode.In(r, unicode.Hiragana, unicode.Katakana) && unicode.IsLetter(r), r == 'ー', r == 'ｰ':
		return Kana
	case unicode.Is(unicode.Latin, r) && unicode.IsLetter(r):
		return Latin
	case unicode.IsLetter(r):
		return Letter
	case unicode.Is(unicode.P, r):
		return Punctuation
	case unicode.Is(unicode.S, r):
		return Symbol
	}
	return Other
}
