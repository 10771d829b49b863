package tokenize

import (
	"fmt"
	"slices"
	"strings"
)

// TaggedError tells of a token of a tagged text that cannot be read.
type TaggedError struct {
	Line   int // from 1
	Offset int // of the token, in bytes from the beginning of the text
	Token  string
	Reason TaggedFault
}

// TaggedFault is what is wrong with a token of a tagged text.
type TaggedFault uint8

// The faults.
const (
	NoTag      TaggedFault = iota // 걷: there is no /TAG
	NoSuchTag                     // 걷/VVV: no tag is called so
	NoFormLeft                    // /VV: nothing stands before the tag
)

func (e *TaggedError) Error() string {
	what := [...]string{"has no /TAG", "has a tag that does not exist", "has nothing before its tag"}[e.Reason]
	return fmt.Sprintf("line %d: %s %s", e.Line, e.Token, what)
}

// TaggedReader gives the tokens of text that was cut before: it takes the place of a Worker. The zero value reads tagged
// text.
type TaggedReader struct {
	// Untagged says that the tokens are bare: see AppendPretokenized.
	Untagged bool
	// Report is told of each token that cannot be read. It may be nil.
	Report func(*TaggedError)
	out    []Token
}

// Tokens gives the tokens of a text, in order. The slice is valid until the next call.
func (r *TaggedReader) Tokens(text string) []Token {
	if r.Untagged {
		r.out = AppendPretokenized(r.out[:0], text)
	} else {
		r.out = AppendTagged(r.out[:0], text, r.Report)
	}
	return r.out
}

// AppendTagged reads text that is tagged already and appends its tokens to dst: a sentence a line, tokens form/TAG separated
// by spaces. Morphemes of one eojeol may be joined by + instead: 걸어서 is 걷/VV+어서/EC. Where they are not, the eojeols are
// guessed from the tags: see beginsEojeol. A tag may carry a mark of irregular or regular conjugation, VV-I or VV-R, which becomes
// Token.Irregular. What the Sejong tags say of several kinds at once is told apart as far as it can be: see restoreTags.
//
// A token's Start and End are the range of form/TAG in the text. Faulty tokens are tagged UN and told to report, which
// may be nil.
func AppendTagged(dst []Token, text string, report func(*TaggedError)) []Token {
	sentence, eojeol := 0, 0
	for number, line := range lines(text) {
		first := len(dst)
		for _, span := range spans(line.text) {
			dst = appendItem(dst, textLine{line.text[span[0]:span[1]], line.start + span[0]}, number+1, report)
		}
		if tokens := dst[first:]; len(tokens) > 0 {
			restoreTags(tokens)
			eojeol = numberEojeols(tokens, eojeol)
			for i := range tokens {
				tokens[i].Sentence = sentence
			}
			sentence++
		}
	}
	return dst
}

// joinedByPlus is the Eojeol of a token that a + joins to the one before it, until eojeols are numbered.
const joinedByPlus = -1

// appendItem appends the tokens of an item between spaces: one, or several joined by +.
func appendItem(dst []Token, item textLine, line int, report func(*TaggedError)) []Token {
	joined := 0
	for rest, at := item.text, item.start; rest != ""; {
		form, name, n := cutTagged(rest)
		tok := Token{Form: form, Start: at, End: at + len(form), Eojeol: joined, Tag: UN}
		if n > len(form) {
			tok.End = at + n
		}
		if tag, fault := taggedTag(form, name); fault == nil {
			tok.Tag = tag
			tok.Irregular = conjugates(tag) && strings.HasSuffix(name, irregularMark)
		} else if report != nil {
			report(&TaggedError{Line: line, Offset: at, Token: rest[:n], Reason: *fault})
		}
		tok.Lemma = lemma(tok.Form, tok.Tag)
		dst = append(dst, tok)
		if rest = rest[n:]; rest != "" {
			rest, at, joined = rest[1:], at+n+1, joinedByPlus // the +
		}
	}
	return dst
}

// AppendPretokenized reads text whose tokens are given already, separated by white space, a sentence a line, and
// appends them to dst. They have no tags and each is an eojeol.
func AppendPretokenized(dst []Token, text string) []Token {
	// Room for all at once, a token for each space and line: growing step by step touches five times the memory.
	dst = slices.Grow(dst, min(strings.Count(text, " ")+strings.Count(text, "\n"), len(text)/2)+1)
	sentence, eojeol := 0, 0
	for _, line := range lines(text) {
		first := len(dst)
		for _, span := range spans(line.text) {
			form := line.text[span[0]:span[1]]
			dst = append(dst, Token{
				Form: form, Lemma: form, Start: line.start + span[0], End: line.start + span[1], Eojeol: eojeol, Sentence: sentence,
			})
			eojeol++
		}
		if len(dst) > first {
			sentence++
		}
	}
	return dst
}

type textLine struct {
	text  string
	start int
}

// lines goes through the lines of a text, without their ends.
func lines(text string) func(yield func(int, textLine) bool) {
	return func(yield func(int, textLine) bool) {
		for n, start := 0, 0; start < len(text); n++ {
			end := strings.IndexByte(text[start:], '\n')
			if end < 0 {
				end = len(text) - start
			}
			if !yield(n, textLine{text[start : start+end], start}) {
				return
			}
			start += end + 1
		}
	}
}

// cutTagged splits the first form/TAG off an item of morphemes joined by +, n bytes long. A + and a / may be forms
// themselves: +/SW, //SP. An item without a tag is all form.
func cutTagged(item string) (form, tag string, n int) {
	for i := 1; i < len(item); i++ {
		if item[i] != '/' {
			continue
		}
		end := i + 1
		for end < len(item) && (item[end] >= 'A' && item[end] <= 'Z' || item[end] == '_' || item[end] == '-') {
			end++
		}
		if end > i+1 && (end == len(item) || item[end] == '+' && end+1 < len(item)) {
			return item[:i], item[i+1 : end], end
		}
	}
	if item[0] == '/' {
		return "", item[1:], len(item)
	}
	if i := strings.LastIndexByte(item, '/'); i > 0 {
		return item[:i], item[i+1:], len(item)
	}
	return item, "", len(item)
}

func taggedTag(form, name string) (Tag, *TaggedFault) {
	fault := NoTag
	switch {
	case form == "":
		fault = NoFormLeft
	case name == "":
	default:
		name = strings.TrimSuffix(strings.TrimSuffix(name, irregularMark), regularMark)
		if name == counterTag {
			return NNB, nil
		}
		if tag, ok := ParseTag(name); ok {
			return tag, nil
		}
		fault = NoSuchTag
	}
	return UN, &fault
}

// lemma gives the dictionary form of a morpheme.
func lemma(form string, tag Tag) string {
	switch tag {
	case VV, VA, VX, VCP, VCN, XSV, XSA:
		return form + "다"
	}
	return form
}
