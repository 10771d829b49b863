package tokenize

import (
	"slices"
	"strings"
)

// UnitToken counts tokens as they stand, form and nothing else: what the units word, noun, morpheme and eojeol come to
// where the text was cut into tokens by others. --unit does not name it.
var UnitToken = Unit{Name: "token", Spaced: true, draw: func(x *Extractor) {
	x.position = len(x.tokens)
	x.out = slices.Grow(x.out, len(x.tokens))
	for i := range x.tokens {
		t := &x.tokens[i]
		x.out = append(x.out, Term{
			Text: x.bare(t.Form), Start: t.Start, End: t.End, First: i, Last: i + 1, Position: i, Sentence: t.Sentence, Eojeol: t.Eojeol,
		})
	}
}}

// bare gives a token as a term of the UnitToken.
func (x *Extractor) bare(form string) string {
	if x.stem == nil {
		return form
	}
	x.buf = append(x.buf[:0], form...)
	x.appendStem(0)
	return x.intern()
}

// PretokenizedBlock is the least number of terms in the blocks of Pretokenized: a block and what is made of it fit the second
// cache of a processor.
const PretokenizedBlock = 1 << 11

// Pretokenized hands on the terms that Terms would draw of AppendPretokenized's tokens by the UnitToken, without making these: in
// blocks of whole sentences, each valid until the next. The terms are numbered as in one slice.
func (x *Extractor) Pretokenized(text string, each func(block []Term)) {
	x.out = x.out[:0]
	sentence, last := 0, 0
	n := 0
	for _, span := range spans(text) {
		start, end := span[0], span[1]
		if n > 0 && strings.IndexByte(text[last:start], '\n') >= 0 {
			if len(x.out) >= PretokenizedBlock {
				each(x.out)
				x.out = x.out[:0]
			}
			sentence++
		}
		x.out = append(x.out, Term{
			Text: x.bare(text[start:end]), Start: start, End: end, First: n, Last: n + 1, Position: n, Sentence: sentence, Eojeol: n,
		})
		n, last = n+1, end
	}
	x.position = n
	if len(x.out) > 0 {
		each(x.out)
	}
}
