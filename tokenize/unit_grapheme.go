package tokenize

import "github.com/rivo/uniseg"

// UnitGrapheme counts characters as readers see them: 한, é, 👨‍👩‍👧 and 🇰🇷 are one each, however many code points they are
// made of. White space is not counted and leaves a hole.
var UnitGrapheme = Unit{Name: "grapheme", draw: drawGraphemes}

func drawGraphemes(x *Extractor) {
	s := sentences{tokens: x.tokens}
	for eojeol, span := range spans(x.text) {
		for start, rest, state := span[0], x.text[span[0]:span[1]], -1; rest != ""; {
			var cluster string
			cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			x.piece(cluster, start, start+len(cluster), s.at(start), eojeol)
			start += len(cluster)
		}
		x.position++ // the space
	}
}

// piece appends a term below the morpheme.
func (x *Extractor) piece(text string, start, end, sentence, eojeol int) {
	x.out = append(x.out, Term{
		Text: text, Start: start, End: end, Position: x.position, Sentence: sentence, Eojeol: eojeol,
	})
	x.position++
}
