// Package segment cuts text into pieces of one kind of writing each: 한글, Latin, digits, marks. What is Hangul goes on
// to the search for morphemes; everything else is a morpheme as it stands.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is the kind of a piece.
type Kind uint8

// The kinds. The order is part of the model's format.
const (
	Hangul   Kind = iota // whole syllables
	Latin                // letters of any script but Hangul and hanja: GPT, café, библиотека
	Digits               // 2024, 1,000, 3.5
	Hanja                // 文化
	Jamo                 // letters of Hangul on their own: ㅋㅋ, ㅠㅠ
	Stop                 // . ? !
	Comma                // , : ; / ·
	Open                 // ( “ and a quote mark that opens
	Close                // ) ” and a quote mark that closes
	Ellipsis             // …
	Dash                 // - ~
	Symbol               // anything else
	Emoji                // 👍, 👨‍👩‍👧, ❤️
	URL                  // https://…, www.…
	Email                // a@b.kr
	Hashtag              // #한글
	Mention              // @name
	Serial               // 10:30, 2024-01-31, 1/3, 127.0.0.1
	NumKinds
)

// Piece is a piece of text without white space in it.
type Piece struct {
	Start, End int32 // bytes of the text, [Start,End)
	Kind       Kind
	Spaced     bool // white space, or the start of the text, stands before it
	Begins     bool // a word begins with it; Append knows of those behind a space only
}

// kinds of ASCII characters
var ascii = func() (t [128]Kind) {
	for c := range t {
		switch {
		case c >= '0' && c <= '9':
			t[c] = Digits
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			t[c] = Latin
		default:
			t[c] = Symbol
		}
	}
	for _, c := range ".?!" {
		t[c] = Stop
	}
	for _, c := range ",:;/" {
		t[c] = Comma
	}
	for _, c := range "([{<" {
		t[c] = Open
	}
	for _, c := range ")]}>" {
		t[c] = Close
	}
	for _, c := range "-~" {
		t[c] = Dash
	}
	return t
}()

// Append appends the pieces of a text. A text is cut at white space and where the kind of writing changes.
func Append(dst []Piece, text string) []Piece {
	spaced := true
	first := len(dst)
	for i := 0; i < len(text); {
		c := text[i]
		if c >= 0xEA && c <= 0xED && i+2 < len(text) && isSyllable(c, text[i+1], text[i+2]) {
			j := i + 3
			for j+3 < len(text) && areSyllable(uint32(text[j])<<24|uint32(text[j+1])<<16|uint32(text[j+2])<<8|uint32(text[j+3])) {
				j += 3
			}
			if j+3 == len(text) && isSyllable(text[j], text[j+1], text[j+2]) {
				j += 3
			}
			dst = append(dst, Piece{int32(i), int32(j), Hangul, spaced, spaced})
			spaced = false
			i = j
			continue
		}
		if c <= ' ' {
			spaced = true
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
			if isSpace(r) {
				spaced = true
				i += n
				continue
			}
		}
		kind, end := piece(text, i, r, n, spaced, dst[first:])
		dst = append(dst, Piece{int32(i), int32(end), kind, spaced, spaced})
		spaced = false
		i = end
	}
	return dst
}

// Hangul syllables are U+AC00 … U+D7A3: EA B0 80 … ED 9E A3.
func isSyllable(a, b, c byte) bool { return areSyllable(uint32(a)<<24 | uint32(b)<<16 | uint32(c)<<8) }

// areSyllable tells whether the upper three bytes are a syllable.
func areSyllable(x uint32) bool {
	return x>>8-0xEAB080 <= 0xED9EA3-0xEAB080 && x&0xC0C000 == 0x808000
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == 0x200B || r == 0xFEFF
}

// kindOf gives the kind of a rune that is not a space.
func kindOf(r rune) Kind {
	if r < 128 {
		return ascii[r]
	}
	switch {
	case r >= 0xAC00 && r < 0xAC00+11172:
		return Hangul
	case r >= 0x3131 && r <= 0x318E || r >= 0x1100 && r <= 0x11FF || r >= 0xA960 && r <= 0xA97F || r >= 0xD7B0 && r <= 0xD7FF:
		if r == 0x318D || r == 0x119E {
			return Symbol // ㆍ stands for a middle dot
		}
		return Jamo
	case r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF:
		return Hanja
	case isEmoji(r):
		return Emoji
	}
	switch r {
	case '…', '‥':
		return Ellipsis
	case '。', '！', '？', '．':
		return Stop
	case '·', '、', '，', '：', '；':
		return Comma
	case '“', '‘', '「', '『', '《', '〈', '【', '（', '［', '｢', '｛', '〔':
		return Open
	case '”', '’', '」', '』', '》', '〉', '】', '）', '］', '｣', '｝', '〕':
		return Close
	case '∼', '～', '〜', '–':
		return Dash
	}
	switch {
	case unicode.IsLetter(r), unicode.Is(unicode.Mn, r), unicode.Is(unicode.Mc, r):
		return Latin
	case unicode.Is(unicode.Nd, r):
		return Digits
	}
	return Symbol
}

func isEmoji(r rune) bool {
	return r >= 0x1F300 && r <= 0x1FAFF || r >= 0x1F000 && r <= 0x1F0FF || r >= 0x1F1E6 && r <= 0x1F1FF
}

// piece finds the kind and the end of the piece that begins at i with r, of n bytes.
func piece(text string, i int, r rune, n int, spaced bool, before []Piece) (Kind, int) {
	kind := kindOf(r)
	j := i + n
	if next, m := utf8.DecodeRuneInString(text[j:]); next == 0xFE0F && m > 0 && kind != Emoji {
		kind = Emoji // ❤️ is a heart and a selector
	}
	switch kind {
	case Latin:
		return latin(text, i, n)
	case Digits:
		return digits(text, i, spaced)
	case Emoji:
		return Emoji, emoji(text, i)
	case Symbol:
		switch r {
		case '#', '@':
			if end := name(text, j); end > j && (spaced || len(before) == 0 || before[len(before)-1].Kind != Latin) {
				if r == '#' {
					return Hashtag, end
				}
				return Mention, end
			}
		case '"', '\'':
			if opens(text, i, j, spaced, before) {
				return Open, j
			}
			return Close, j
		}
	case Open, Close:
		return kind, j
	}
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if isSpace(r) || kindOf(r) != kind || r == '"' || r == '\'' || r == '#' || r == '@' {
			break
		}
		if next, _ := utf8.DecodeRuneInString(text[j+n:]); next == 0xFE0F {
			break
		}
		j += n
	}
	return kind, j
}

// opens tells whether a straight quote mark opens: it does after a space and before a letter, and elsewhere where none
// of its kind is open within the last pieces.
func opens(text string, i, j int, spaced bool, before []Piece) bool {
	if j >= len(text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[j:])
	if isSpace(next) {
		return false
	}
	if spaced {
		return true
	}
	switch last := before[len(before)-1]; last.Kind {
	case Open, Comma, Dash:
		return true
	case Stop, Ellipsis, Close:
		return false
	}
	switch kindOf(next) {
	case Hangul:
		// after a word and before Hangul: '라고 closes, 그는"아니 opens; a mark of the same kind that is open decides
		for k := len(before) - 1; k >= 0 && k > len(before)-40; k-- {
			p := before[k]
			if text[p.Start:p.End] == text[i:j] {
				return p.Kind == Close
			}
		}
		return true
	case Stop, Comma, Close:
		return false
	}
	return false
}

func latin(text string, i, n int) (Kind, int) {
	if end, kind := address(text, i); end > 0 {
		return kind, end
	}
	j := i + n
	for j < len(text) {
		c := text[j]
		if c < utf8.RuneSelf {
			if ascii[c] == Latin || (c == '.' || c == '\'' || c == '&') && j+1 < len(text) && text[j+1] < utf8.RuneSelf && ascii[text[j+1]] == Latin {
				j++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(text[j:])
		if r == '’' {
			if j+n < len(text) && text[j+n] < utf8.RuneSelf && ascii[text[j+n]] == Latin {
				j += n
				continue
			}
			break
		}
		if kindOf(r) != Latin {
			break
		}
		j += n
	}
	return Latin, j
}

// Longer addresses are cut: the bounds keep the time linear on text such as a1a1a1….
const (
	maxAddress = 2048
	maxLocal   = 64 // before the @, as RFC 5321 has it
)

// address finds a web or e-mail address at i; end is 0 where there is none.
func address(text string, i int) (end int, kind Kind) {
	web := hasPrefixFold(text[i:], "http://") || hasPrefixFold(text[i:], "https://") || hasPrefixFold(text[i:], "www.") || hasPrefixFold(text[i:], "ftp://")
	j, at := i, -1
	for j < len(text) && j-i < maxAddress && text[j] > ' ' && text[j] < 0x7F && strings.IndexByte("\"<>`{}|\\^", text[j]) < 0 {
		if text[j] == '@' {
			if at < 0 {
				at = j
			}
		} else if !web && at < 0 && j-i >= maxLocal {
			return 0, 0
		} else if !web && at < 0 && !nameByte(text[j]) && text[j] != '.' && text[j] != '-' && text[j] != '+' {
			return 0, 0
		}
		j++
	}
	if web {
		j = trimAddress(text, i, j)
		if j-i > 8 || hasPrefixFold(text[i:], "www.") && j-i > 5 {
			return j, URL
		}
		return 0, 0
	}
	if at > i {
		j = at + 1
		dot := false
		for j < len(text) && (nameByte(text[j]) || text[j] == '-' || text[j] == '.' && j+1 < len(text) && nameByte(text[j+1])) {
			dot = dot || text[j] == '.'
			j++
		}
		if dot {
			return j, Email
		}
	}
	return 0, 0
}

// trimAddress leaves out marks that end the sentence rather than the address, and a closing bracket without its opening.
func trimAddress(text string, i, j int) int {
	for j > i {
		c := text[j-1]
		if strings.IndexByte(".,;:!?'*", c) >= 0 || c == ')' && strings.Count(text[i:j], "(") < strings.Count(text[i:j], ")") || c == ']' {
			j--
			continue
		}
		break
	}
	return j
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && s[0]|0x20 == prefix[0] && strings.EqualFold(s[:len(prefix)], prefix)
}

func nameByte(c byte) bool { return c < 128 && (ascii[c] == Latin || ascii[c] == Digits || c == '_') }

// name gives the end of the letters and digits from j on.
func name(text string, j int) int {
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		k := kindOf(r)
		if isSpace(r) || k != Hangul && k != Latin && k != Digits && k != Jamo && k != Hanja && r != '_' {
			break
		}
		j += n
	}
	return j
}

// digits takes a number with its commas and its point, or a serial: several numbers joined by the same kind of mark. The
// full stop of a short number that counts what follows is its own: 1. 서론.
func digits(text string, i int, spaced bool) (Kind, int) {
	if end, kind := address(text, i); end > 0 {
		return kind, end
	}
	isDigit := func(j int) bool { return j < len(text) && text[j] >= '0' && text[j] <= '9' }
	j := i
	marks, commas, points := 0, 0, 0
	for j < len(text) {
		if isDigit(j) {
			j++
			continue
		}
		if c := text[j]; isDigit(j + 1) {
			switch c {
			case ',':
				if !(isDigit(j+2) && isDigit(j+3)) || isDigit(j+4) {
					return number(marks, points), j
				}
				commas++
				j++
				continue
			case '.':
				points++
				j++
				continue
			case '-', '/', ':':
				marks++
				j++
				continue
			}
		}
		if text[j] >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(text[j:])
			if unicode.Is(unicode.Nd, r) {
				j += n
				continue
			}
		}
		break
	}
	if spaced && j-i <= 2 && j+1 < len(text) && text[j] == '.' && text[j+1] == ' ' {
		j++
	}
	return number(marks, points), j
}

func number(marks, points int) Kind {
	if marks > 0 || points > 1 {
		return Serial
	}
	return Digits
}

// emoji takes a sequence: flags of two letters, skin tones, selectors, and families joined by U+200D.
func emoji(text string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	j := i + n
	if r >= 0x1F1E6 && r <= 0x1F1FF {
		if r, n := utf8.DecodeRuneInString(text[j:]); r >= 0x1F1E6 && r <= 0x1F1FF {
			j += n
		}
		return j
	}
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		switch {
		case r == 0xFE0F, r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
			j += n
		case r == 0x200D:
			next, m := utf8.DecodeRuneInString(text[j+n:])
			if next == utf8.RuneError || isSpace(next) || !isEmoji(next) && (next < 0x2600 || next > 0x27BF) {
				return j
			}
			j += n + m
		default:
			return j
		}
	}
	return j
}

// What stands before a Hangul piece within its eojeol, as far as it tells what may follow: 년 after a number, 는 after
// a word of Latin letters. The numbers are part of the model's format.
const (
	LeftStart  uint8 = iota // nothing, or a mark after which a word begins
	LeftLatin               // GPT|는
	LeftDigits              // 20|년
	LeftClose               // )|를
	LeftHanja               // 韓國|의
	LeftSymbol              // %|를
	NumLefts
)

// Left gives what a piece of this kind is to the Hangul after it.
func Left(k Kind) uint8 {
	switch k {
	case Latin:
		return LeftLatin
	case Digits, Serial:
		return LeftDigits
	case Close:
		return LeftClose
	case Hanja:
		return LeftHanja
	case Symbol, Emoji, URL, Email, Hashtag, Mention:
		return LeftSymbol
	}
	return LeftStart
}
