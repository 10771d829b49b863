package tokenize

import (
	"unicode"
	"unicode/utf8"
)

// UnitEojeol counts what stands between spaces, as it is written but without the punctuation and symbols at its edges:
// 학교에서는 in "학교에서는, and 학교에서는. are one. A sign that belongs to what it stands beside stays: # and @ before a
// letter, + and # after a Latin one (C++), % and ℃ after a number. What is all punctuation is no eojeol and leaves no
// hole. Particles remain, so 학교 and 학교에서 are two: that is what this unit is for.
var UnitEojeol = Unit{Name: "eojeol", Spaced: true, draw: drawEojeols}

func drawEojeols(x *Extractor) {
	s := sentences{tokens: x.tokens}
	for eojeol, span := range spans(x.text) {
		start, end := trimEojeol(x.text, span[0], span[1])
		if start == end {
			continue
		}
		x.out = append(x.out, Term{
			Text: x.text[start:end], Start: start, End: end,
			Position: x.position, Sentence: s.at(start), Eojeol: eojeol,
		})
		x.position++
	}
}

// trimEojeol gives the range of text[start:end] without the punctuation at its edges, empty where nothing remains.
func trimEojeol(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if isWordRune(r) {
			break
		}
		if r == '#' || r == '@' {
			if after, _ := utf8.DecodeRuneInString(text[start+n : end]); unicode.IsLetter(after) {
				break
			}
		}
		start += n
	}
	// What may stay at the end is decided by what it follows, so the kept end is found from the last word rune on.
	kept := start
	for i := end; i > start; {
		r, n := utf8.DecodeLastRuneInString(text[start:i])
		if isWordRune(r) {
			kept = i
			break
		}
		i -= n
	}
	if kept == start {
		return start, start
	}
	last, _ := utf8.DecodeLastRuneInString(text[start:kept])
	for kept < end {
		r, n := utf8.DecodeRuneInString(text[kept:end])
		latin := last < utf8.RuneSelf && unicode.IsLetter(last) && (r == '+' || r == '#')
		number := unicode.IsDigit(last) && (r == '%' || r == '℃' || r == '°')
		if !latin && !number {
			break
		}
		kept += n
	}
	return start, kept
}

// isWordRune tells whether a rune is part of words rather than of the signs between them.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// spaceLeads are the first bytes of characters that are white space, and of others.
var spaceLeads = func() (t [256]bool) {
	for r := range rune(0x3001) { // the ideographic space is the last
		if unicode.IsSpace(r) {
			t[string(r)[0]] = true
		}
	}
	return t
}()

// spans goes through what stands between white space: the number of each, from 0, and its byte range.
func spans(text string) func(yield func(int, [2]int) bool) {
	return func(yield func(int, [2]int) bool) {
		n, start := 0, -1
		for i := 0; i < len(text); {
			if !spaceLeads[text[i]] || text[i] == 0xE3 && i+1 < len(text) && text[i+1] != 0x80 { // as with nearly all bytes, and ㅋ
				if start < 0 {
					start = i
				}
				i++
				continue
			}
			r, size := rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[i:])
			}
			switch space := unicode.IsSpace(r); {
			case space && start >= 0:
				if !yield(n, [2]int{start, i}) {
					return
				}
				n, start = n+1, -1
			case !space && start < 0:
				start = i
			}
			i += size
		}
		if start >= 0 {
			yield(n, [2]int{start, len(text)})
		}
	}
}

// sentences tells in which sentence a byte of the text lies, for bytes in ascending order.
type sentences struct {
	tokens []Token
	next   int // the first token that starts behind the last byte asked for
}

func (s *sentences) at(offset int) int {
	for s.next < len(s.tokens) && s.tokens[s.next].Start <= offset {
		s.next++
	}
	if s.next == 0 {
		return 0
	}
	return s.tokens[s.next-1].Sentence
}
