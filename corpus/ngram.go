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

// SkipGrams goes through each n terms that follow each other in one sentence with at most skip words left out between them, all
// gaps together (Guthrie et al. 2006): 가 나 다 with one skipped holds 가 나, 가 다, 나 다. A term that is not counted is a word
// left out. The slice is reused. Without skipping they are the n-grams, in the same order.
func SkipGrams(terms []tokenize.Term, n, skip int) iter.Seq[[]tokenize.Term] {
	return func(yield func([]tokenize.Term) bool) {
		if n < 1 {
			return
		}
		gram := make([]tokenize.Term, 0, n)
		var more func(from int) bool // completes the gram with terms at or after from
		more = func(from int) bool {
			if len(gram) == n {
				return yield(gram)
			}
			for i := from; i < len(terms); i++ {
				t := &terms[i]
				if t.Sentence != gram[0].Sentence || t.Position-gram[0].Position-len(gram) > skip {
					return true
				}
				gram = append(gram, *t)
				ok := more(i + 1)
				gram = gram[:len(gram)-1]
				if !ok {
					return false
				}
			}
			return true
		}
		for i := range terms {
			gram = append(gram[:0], terms[i])
			if !more(i + 1) {
				return
			}
		}
	}
}
