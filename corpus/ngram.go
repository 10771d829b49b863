package corpus

import (
	"iter"

	"kstat/tokenize"
)

// NGrams goes through each n terms that stand side by side in one sentence. A term that is not counted leaves a hole in
// the positions and parts its neighbours: 갈 것 같다 holds no 가다 같다. The slices lie in terms. n below 1 gives none.
func NGrams(terms []tokenize.Term, n int) iter.Seq[[]tokenize.Term] {
	return func(yield func([]tokenize.Term) bool) {
		if n < 1 {
			return
		}
		run := 0 // terms without a gap that end at i
		for i := range terms {
			if run > 0 && terms[i].Position == terms[i-1].Position+1 && terms[i].Sentence == terms[i-1].Sentence {
				run++
			} else {
				run = 1
			}
			if run >= n && !yield(terms[i-n+1:i+1:i+1]) {
				return
			}
		}
	}
}
