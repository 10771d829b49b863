package corpus

import (
	"unicode/utf8"

	"kstat/hangul"
	"kstat/internal/textio"
)

// What the first byte of a character says about it. Most text consists of the first two kinds, which is why the scan
// passes a gigabyte a second.
const (
	leadPlain    = iota // ASCII for which no rule exists
	leadSyllable        // EB, EC: U+B000-U+CFFF, all syllables
	leadEdge            // EA, ED: syllables from U+AC00 to U+D7A3, other letters beside them
	leadRun             // an ASCII mark that is shortened in runs
	leadAnd             // &
	leadControl         // C0 and DEL, the white space among them
	leadTwo             // C2-CB: U+0080-U+02FF
	leadHanja           // E4-E9: U+4000-U+9FFF
	leadQuote           // E2: general punctuation, which is frequent, and signs
	leadJamo            // E3: ㅋ and ㅠ, which are frequent in what people chat, and kana
	leadSlow            // anything else: the character is decoded
)

var leads = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c == '\t', c == '\n':
			t[c] = leadPlain
		case c == '&':
			t[c] = leadAnd
		case c < ' ', c == 0x7F:
			t[c] = leadControl
		case c < utf8.RuneSelf:
			if kept(rune(c)) > 0 {
				t[c] = leadRun
			}
		case c == 0xEB, c == 0xEC:
			t[c] = leadSyllable
		case c == 0xEA, c == 0xED:
			t[c] = leadEdge
		case 0xC2 <= c && c <= 0xCB:
			t[c] = leadTwo
		case 0xE4 <= c && c <= 0xE9:
			t[c] = leadHanja
		case c == 0xE2:
			t[c] = leadQuote
		case c == 0xE3:
			t[c] = leadJamo
		default:
			t[c] = leadSlow
		}
	}
	return t
}()

// scan finds the first character of s at or after i for which there may be something to do: where it is, how many bytes it
// has, and for which rules. m is 0 if there is none. It looks at the characters before i to see runs, and never sees
// less than the rules would change.
func scan(s string, i int) (at, size int, m mask) {
	for i < len(s) {
		c := s[i]
		lead := leads[c]
		if lead == leadEdge && i+3 <= len(s) && (c == 0xEA && s[i+1] >= 0xB0 || c == 0xED && (s[i+1] < 0x9E || s[i+1] == 0x9E && s[i+2] <= 0xA3)) {
			lead = leadSyllable
		}
		switch lead {
		case leadPlain:
			i++
		case leadSyllable:
			if i+3 > len(s) { // not valid UTF-8
				return i, len(s) - i, 0
			}
			for { // one syllable is followed by another more often than not
				if i >= 9 && s[i+2] == s[i-1] && s[i:i+3] == s[i-3:i] && s[i-6:i] == s[i-9:i-3] && s[i-6:i-3] == s[i:i+3] {
					return i, 3, 1 << ruleRepeat
				}
				i += 3
				if i+4 > len(s) {
					break
				}
				next := uint32(s[i])<<24 | uint32(s[i+1])<<16 | uint32(s[i+2])<<8 | uint32(s[i+3])
				if next>>8 < 0xEAB080 || next>>8 > 0xED9EA3 { // U+AC00-U+D7A3
					break
				}
			}
		case leadRun:
			if i >= 2 && s[i-1] == c && s[i-2] == c && repeated(s, i, 1) {
				return i, 1, 1 << ruleRepeat
			}
			i++
		case leadAnd:
			if i+1 < len(s) && entityByte(s[i+1]) {
				return i, 1, 1 << ruleEntity
			}
			i++
		case leadControl:
			return i, 1, controlRule(c)
		case leadHanja:
			i += 3
		case leadTwo:
			if c == 0xC2 {
				if r, n := utf8.DecodeRuneInString(s[i:]); r <= 0xA0 || r == softHyphen {
					return i, n, runeRules(r, s[i:])
				}
			}
			i += 2
		case leadQuote:
			if i+3 <= len(s) && s[i+1] == 0x80 && 0x90 <= s[i+2] && s[i+2] < 0xA6 { // U+2010-U+2025
				i += 3
				continue
			}
			fallthrough
		default:
			if lead == leadJamo && i+3 <= len(s) && isLetterJamo(s[i+1], s[i+2]) && (i < 3 || s[i-3:i] != s[i:i+3]) {
				i += 3 // of a run, only the first
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if m := runeRules(r, s[i:]); m != 0 {
				return i, n, m
			}
			if kept(r) > 0 && repeated(s, i, n) {
				return i, n, 1 << ruleRepeat
			}
			i += n
		}
	}
	return len(s), 0, 0
}

// isLetterJamo tells of a character that begins with E3 whether it is one of the letters of U+3131-U+3163: ㄱ to ㅎ, ㅏ to ㅣ.
func isLetterJamo(b, c byte) bool { return b == 0x84 && c >= 0xB1 || b == 0x85 && c <= 0xA3 }

// scanAll gives the rules for which there may be something to do anywhere in s.
func scanAll(s string) (all mask) {
	for i := 0; i < len(s) && all != allRules; {
		at, size, m := scan(s, i)
		all |= m
		i = at + max(size, 1)
	}
	return all
}

// repeated tells whether the n bytes of the character at s[i:] make the run that ends there too long.
func repeated(s string, i, n int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	k := kept(r)
	if i < k*n {
		return false
	}
	for j := i - n; k > 0; j, k = j-n, k-1 {
		if s[j:j+n] != s[i:i+n] {
			return false
		}
	}
	return true
}

func controlRule(c byte) mask {
	switch c {
	case '\r':
		return 1 << ruleLineEnd
	case '\v', '\f':
		return 1 << ruleSpace
	}
	return 1 << ruleControl
}

// runeRules gives the rules for the character r at the start of s by itself, whatever its neighbours are. There is one at most
// beside NFC.
func runeRules(r rune, s string) (m mask) {
	switch {
	case hangul.IsSyllable(r):
		return 0
	case r < utf8.RuneSelf:
		if leads[r] == leadControl {
			return controlRule(byte(r))
		}
		return 0
	case isSpace(r):
		m = 1 << ruleSpace
	case isControl(r):
		m = 1 << ruleControl
	case isBidi(r):
		m = 1 << ruleBidi
	case r == softHyphen:
		m = 1 << ruleSoftHyphen
	case isZeroWidth(r):
		m = 1 << ruleZeroWidth
	case ordinaryWidth(r) != r:
		m = 1 << ruleWidth
	}
	if r == hangulFiller {
		m |= 1 << ruleFill
	}
	if !textio.NFCSafe(s) {
		m |= 1 << ruleNFC
	}
	return m
}

// suspect finds the next stretch of a text in which a rule that is Always done may have something to do, from a place between
// two characters on: nothing is to be done before from, and s[from:end] is what a scan has to look at. Both are len(s) where
// there is none.
//
// It is an automaton like that of textio which knows valid UTF-8: without a branch on the kind of each character it goes
// through text three times as fast as scan.
func suspect(s string, i int) (from, end int) {
	const block = 64
	state := uint64(plainWhole)
	for ; i < len(s); i += block {
		end = min(i+block, len(s))
		for k := i; k < end; k++ {
			state = plainSteps[s[k]] >> (state & 63)
		}
		if state&63 == plainSuspect {
			for from = i; from > 0 && !utf8.RuneStart(s[from]); from-- {
			}
			for end < len(s) && !utf8.RuneStart(s[end]) {
				end++
			}
			return from, end
		}
	}
	return len(s), len(s)
}

// The states: what may follow. They know the characters of which Korean text consists nearly always.
const (
	plainWhole   = 6 * iota // a character
	plainOne                // one byte more
	plainTwo                // two
	plainE2                 // of U+2000-U+2FFF
	plainE280               // of U+2000-U+203F
	plainE3                 // of U+3000-U+3FFF
	plainE385               // of U+3140-U+317F
	plainEA                 // of U+A000-U+AFFF
	plainED                 // of U+D000-U+DFFF
	plainSuspect            // something that is not known here was met
)

var plainSteps = textio.Automaton(plainSuspect, plainStep)

// plainStep gives the state in which a byte leaves the automaton.
func plainStep(state uint64, c byte) uint64 {
	next := func(plain bool, state uint64) uint64 {
		if plain {
			return state
		}
		return plainSuspect
	}
	switch state {
	case plainWhole:
		switch {
		case 0xC2 <= c && c <= 0xCB: // Latin letters and signs
			return plainOne
		case 0xE4 <= c && c <= 0xE9, c == 0xEB, c == 0xEC: // hanja, syllables
			return plainTwo
		case c == 0xE2:
			return plainE2
		case c == 0xE3:
			return plainE3
		case c == 0xEA:
			return plainEA
		case c == 0xED:
			return plainED
		}
		return next(c < utf8.RuneSelf && c != '\r', plainWhole)
	case plainOne:
		return plainWhole
	case plainTwo:
		return plainOne
	case plainE2:
		return next(c == 0x80, plainE280)
	case plainE280:
		return next(c >= 0x90, plainWhole) // quotation marks, dashes and points, not the spaces before them
	case plainE3:
		return next(c == 0x85, plainE385)
	case plainE385:
		return next(c != hangulFiller&0x3F|0x80, plainWhole) // ㅋ and ㅠ
	case plainEA:
		return next(c >= 0xB0, plainOne)
	case plainED:
		return next(c <= 0x9D, plainOne)
	}
	return plainSuspect
}
