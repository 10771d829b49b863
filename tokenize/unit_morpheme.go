package tokenize

// UnitMorpheme counts every morpheme with its tag, particles, endings and punctuation too: 학교/NNG 에서/JKB 는/JX.
var UnitMorpheme = Unit{Name: "morpheme", Spaced: true, Tagged: true, Default: AllTags, Holds: AllTags, draw: drawMorphemes}

func drawMorphemes(x *Extractor) {
	x.position = len(x.tokens)
	for i := range x.tokens {
		t := &x.tokens[i]
		if x.tags.Has(t.Tag) {
			x.buf = append(x.buf[:0], t.Form...)
			x.buf = append(x.buf, '/')
			x.buf = append(x.buf, x.set.NameAt(x.tokens, i)...)
			x.out = append(x.out, Term{
				Text: x.intern(), Tag: t.Tag, Start: t.Start, End: t.End, First: i, Last: i + 1,
				Position: i, Sentence: t.Sentence, Eojeol: t.Eojeol,
			})
		}
	}
}
