package tokenize

import "slices"

// UnitToken counts tokens as they stand, form and nothing else: what the units word, noun, morpheme and eojeol come to
// where the text was cut into tokens by others. --unit does not name it.
var UnitToken = Unit{Name: "token", Spaced: true, draw: func(x *Extractor) {
	x.position = len(x.tokens)
	x.out = slices.Grow(x.out, len(x.tokens))
	for i := range x.tokens {
		t := &x.tokens[i]
		text := t.Form
		if x.stem != nil {
			x.buf = append(x.buf[:0], t.Form...)
			x.appendStem(0)
			text = x.intern()
		}
		x.out = append(x.out, Term{
			Text: text, Start: t.Start, End: t.End, First: i, Last: i + 1, Position: i, Sentence: t.Sentence, Eojeol: t.Eojeol,
		})
	}
}}
