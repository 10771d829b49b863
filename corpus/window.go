package corpus

import (
	"iter"

	"kstat/tokenize"
)

// Window says how far apart two terms may stand to be a pair.
type Window struct {
	// Size is the greatest distance in positions: 1 for neighbours, 5 for the usual span of collocates. A term that is not
	// counted takes a position too, so that leaving out stop words brings no two words together. 0 means no limit.
	Size int
	// AcrossSentences lets pairs reach over the end of a sentence; without it they do not.
	AcrossSentences bool
}

// Pairs goes through all pairs of terms within the window, each once, the earlier term first: of 가 나 다 the pairs 가 나, 가
// 다, 나 다. The number of pairs is at most Size times that of terms; without a limit it grows with the square of the
// sentence.
func (w Window) Pairs(terms []tokenize.Term) iter.Seq2[*tokenize.Term, *tokenize.Term] {
	return func(yield func(a, b *tokenize.Term) bool) {
		for i := range terms {
			a := &terms[i]
			for j := i + 1; j < len(terms); j++ {
				b := &terms[j]
				if w.Size > 0 && b.Position-a.Position > w.Size || !w.AcrossSentences && b.Sentence != a.Sentence {
					break
				}
				if !yield(a, b) {
					return
				}
			}
		}
	}
}
