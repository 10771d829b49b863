package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kstat/hangul"
)

// kept tells how many of a character stay of a longer run of it; 0 means that runs of it are left alone, as those of
// digits and Latin letters (2000, www) and of the signs that draw lines (----, ****).
//
//	ㅋㅋㅋㅋㅋ ㅠㅠㅠ ㅎㅎㅎ   two jamo: ㅋ alone is another thing to say than ㅋㅋ, which is as much as ㅋㅋㅋㅋㅋ
//	!!!!! ???? ~~~ ;;; ^^^   two, which keeps apart ! and !!
//	........ ,,,,,,          three, so that ... stays the ellipsis that it is
//	………… ♥♥♥♥                two: …… is how Korean typesets an ellipsis
//	와아아아아아             three syllables
func kept(r rune) int {
	switch {
	case hangul.IsSyllable(r):
		return 3
	case r == '.' || r == ',' || r == 'ㆍ': // the last is an old vowel, and now and then a point in the middle
		return 3
	case 0x3131 <= r && r <= 0x318E && r != hangulFiller:
		return 2
	}
	switch r {
	case '!', '?', '~', ';', '^', '…', '♡', '♥':
		return 2
	}
	return 0
}

// cleanRepeat shortens runs, but not inside the names of the net, where every character counts.
func cleanRepeat(line string, e *editor) {
	var word netNames
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		end := i + n
		for strings.HasPrefix(line[end:], line[i:i+n]) {
			end += n
		}
		if k := kept(r); k > 0 && end > i+k*n {
			word.move(line, i)
			if !word.protects(i, end) {
				e.replace(i+k*n, end, "")
			}
		}
		i = end
	}
}

// netNames finds the web addresses, @names and #tags in the word around a place, a word being what stands between white
// space. Places are asked for from left to right, so that each word is looked at once.
type netNames struct {
	start, end int
	spans      [][2]int
	ahead      [][2]int // those of spans that do not lie before the places asked for
}

// move makes the word the one around line[at].
func (w *netNames) move(line string, at int) {
	if at < w.end {
		return
	}
	w.start = w.end + strings.LastIndexFunc(line[w.end:at], unicode.IsSpace) + 1
	// What was found is the first byte of a white space that may have more; they belong to no name.
	if end := strings.IndexFunc(line[at:], unicode.IsSpace); end >= 0 {
		w.end = at + end
	} else {
		w.end = len(line)
	}
	w.spans = appendNetNames(w.spans[:0], line[w.start:w.end], w.start)
	w.ahead = w.spans
}

// protects tells whether line[start:end] lies in a name, at least in part.
func (w *netNames) protects(start, end int) bool {
	for len(w.ahead) > 0 && w.ahead[0][1] <= start {
		w.ahead = w.ahead[1:]
	}
	return len(w.ahead) > 0 && w.ahead[0][0] < end
}

// appendNetNames appends the spans of the names in a word, moved by shift.
//
//	https://a.kr/b?c  www.a.kr  a.kr/b   up to a quote, a bracket < >, a jamo; without . , ! ? at its end
//	#tag  @name                          letters, digits, _ and for @name . and -; after a letter, # is none
//
// An e-mail address needs no rule of its own: what is before its @ has no runs, and the rest is like an @name.
func appendNetNames(spans [][2]int, word string, shift int) [][2]int {
	for i := 0; i < len(word); {
		switch c := word[i]; {
		case c == '#' || c == '@':
			n := nameLen(word[i+1:], c)
			if before, _ := utf8.DecodeLastRuneInString(word[:i]); n > 0 && (c == '@' || !isNameLetter(before)) {
				spans = append(spans, [2]int{shift + i, shift + i + 1 + n})
			}
			i += 1 + n
		case hostByte(c):
			host := i
			for i < len(word) && hostByte(word[i]) {
				i++
			}
			if n := addressLen(word[host:], i-host); n > 0 {
				spans = append(spans, [2]int{shift + host, shift + host + n})
				i = host + n
			}
		default:
			i++
		}
	}
	return spans
}

// hostByte tells what schemes and host names are made of.
func hostByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '-' || c == '.'
}

// addressLen gives the length of the web address at the start of s, the first host bytes of which are hostBytes; 0 if it
// is none.
func addressLen(s string, host int) int {
	lower := strings.ToLower(s[:min(host, 4)])
	rest := s[host:]
	switch {
	case host > 0 && strings.HasPrefix(rest, "://"):
	case lower == "www." && host > 4:
	case strings.HasPrefix(rest, "/") && strings.Contains(s[1:max(host-1, 1)], "."):
	default:
		return 0
	}
	n := host
	for i, r := range rest {
		if hangul.ClassOf(r) == hangul.Jamo || strings.ContainsRune("<>\"'「」『』“”‘’", r) {
			break
		}
		n = host + i + utf8.RuneLen(r)
	}
	return len(strings.TrimRight(s[:n], ".,!?"))
}

// nameLen gives the length of the name after an @ or a #.
func nameLen(s string, sign byte) int {
	for i, r := range s {
		if !isNameLetter(r) && !(sign == '@' && (r == '.' || r == '-')) || sign == '@' && hangul.ClassOf(r) == hangul.Jamo {
			return i
		}
	}
	return len(s)
}

func isNameLetter(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
