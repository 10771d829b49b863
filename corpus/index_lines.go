package corpus

import (
	"cmp"
	"iter"
	"slices"
)

// Occurrence is where something stands in an Index: the running terms at [First,Last) of a passage.
type Occurrence struct{ Passage, First, Last int }

// Sample chooses occurrences for the eye: all n of them where limit allows it, or where limit is 0, else limit of them,
// evenly spaced through the text. Of n occurrences, numbered from 0 in the order of the text, these are the
// ⌊(2i+1)·n/(2·limit)⌋-th for i = 0 … limit−1. There is no chance in it: the same text gives the same lines.
func Sample(n, limit int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if limit <= 0 || limit > n {
			limit = n
		}
		for i := range limit {
			if !yield((2*i + 1) * n / (2 * limit)) {
				return
			}
		}
	}
}

// sampler lets through the occurrences that Sample chooses of n.
type sampler struct{ n, limit, seen, taken int }

func (s *sampler) take() bool {
	if s.limit <= 0 || s.limit > s.n {
		s.limit = s.n
	}
	at := s.seen
	s.seen++
	if s.taken < s.limit && at == (2*s.taken+1)*s.n/(2*s.limit) {
		s.taken++
		return true
	}
	return false
}

// Lines gives, for each of the terms, at most limit of its occurrences as Sample chooses them; all where limit is 0.
func (x *Index) Lines(terms []uint32, limit int) [][]Occurrence {
	lines := make([][]Occurrence, len(terms))
	chosen := x.chosen(terms)
	samplers := make([]sampler, len(terms))
	for _, id := range x.running {
		if i := chosen[id]; i > 0 {
			samplers[i-1].n++
		}
	}
	for i := range samplers {
		samplers[i].limit = limit
	}
	x.eachPassage(func(_ *indexedPiece, p, from, to int) {
		for k := from; k < to; k++ {
			if i := chosen[x.running[k]]; i > 0 && samplers[i-1].take() {
				lines[i-1] = append(lines[i-1], Occurrence{p, k, k + 1})
			}
		}
	})
	return lines
}

// EachPositions calls f for each of the terms, in their order, with the positions of all its occurrences among the running
// terms, rising. They are valid during the call only: there may be as many of them as the text has terms.
func (x *Index) EachPositions(terms []uint32, f func(i int, positions []uint32)) {
	const most = 1 << 20 // positions at a time
	chosen := make([]uint32, x.Types())
	var at []uint32
	for from := 0; from < len(terms); {
		to, room := from, 0
		for ; to < len(terms); to++ {
			n := int(x.counter.words.terms.at(terms[to]).freq)
			if to > from && room+n > most {
				break
			}
			room += n
		}
		at = slices.Grow(at[:0], room)[:room]
		next := make([]int, to-from) // where the next position of each goes
		room = 0
		for i, id := range terms[from:to] {
			chosen[id] = uint32(i + 1)
			next[i] = room
			room += int(x.counter.words.terms.at(id).freq)
		}
		begin := slices.Clone(next)
		for k, id := range x.running {
			if i := chosen[id]; i > 0 {
				at[next[i-1]] = uint32(k)
				next[i-1]++
			}
		}
		for i, id := range terms[from:to] {
			chosen[id] = 0
			f(from+i, at[begin[i]:next[i]:next[i]])
		}
		from = to
	}
}

// chosen gives, by number of a term, 1 + its index in terms, 0 where it is not among them.
func (x *Index) chosen(terms []uint32) []uint32 {
	chosen := make([]uint32, x.Types())
	for i, id := range terms {
		chosen[id] = uint32(i + 1)
	}
	return chosen
}

// eachPassage calls f with the piece and the number of each passage and its running terms.
func (x *Index) eachPassage(f func(piece *indexedPiece, passage, from, to int)) {
	for i := range x.pieces {
		p := &x.pieces[i]
		for k := range p.passages {
			from, to := p.terms(k)
			f(p, p.passage+k, from, to)
		}
	}
}

// MaxGram is the greatest n of the n-grams of an Index.
const MaxGram = 4

// gram is an n-gram: 1 + the index of each of its terms, 0 behind the last.
type gram [MaxGram]uint32

// IndexedGram is an n-gram of an Index.
type IndexedGram struct {
	Terms []int // by their index in the terms asked for
	Freq  int
	Lines []Occurrence // at most as many as asked for, as Sample chooses them
}

// NGrams counts each n of the terms that stand side by side, as the function NGrams does for all terms: a term that is
// not among them parts its neighbours. It gives those that occur at least min times, the most frequent first, those of
// the same frequency in the order of the terms; at most top of them, or all where top is 0. n is 2 to MaxGram; any other
// gives none. What lies across the cut of a sentence that is longer than a passage is not counted. The lines are at most
// limit for each, all where limit is 0.
func (x *Index) NGrams(n int, terms []uint32, min, top, limit int) []IndexedGram {
	if n < 2 || n > MaxGram {
		return nil
	}
	grams, count := x.countGrams(n, terms, min, top)
	out := make([]IndexedGram, len(grams))
	at := make(map[gram]int, len(grams))
	samplers := make([]sampler, len(grams))
	for i, g := range grams {
		at[g] = i
		out[i].Freq = count[g]
		samplers[i] = sampler{n: count[g], limit: limit}
		for _, t := range g[:n] {
			out[i].Terms = append(out[i].Terms, int(t-1))
		}
	}
	x.eachGram(n, terms, func(g gram, passage, last int) {
		if i, ok := at[g]; ok && samplers[i].take() {
			out[i].Lines = append(out[i].Lines, Occurrence{passage, last + 1 - n, last + 1})
		}
	})
	return out
}

// countGrams counts n-grams. A long text has millions of different ones; so those that begin with the same term are counted in
// the same turn, and what is not among the most frequent is forgotten after each.
func (x *Index) countGrams(n int, terms []uint32, min, top int) (grams []gram, count map[gram]int) {
	const most = 1 << 20 // n-grams in a turn
	count = make(map[gram]int)
	turns := uint32(1 + len(x.running)/most)
	for turn := range turns {
		counted := make(map[gram]int)
		x.eachGram(n, terms, func(g gram, _, _ int) {
			if g[0]%turns == turn {
				counted[g]++
			}
		})
		for g, f := range counted {
			if f >= min {
				grams = append(grams, g)
				count[g] = f
			}
		}
		slices.SortFunc(grams, func(a, b gram) int {
			return cmp.Or(cmp.Compare(count[b], count[a]), slices.Compare(a[:], b[:]))
		})
		if top > 0 && top < len(grams) {
			for _, g := range grams[top:] {
				delete(count, g)
			}
			grams = grams[:top]
		}
	}
	return grams, count
}

// eachGram calls f for each n-gram with its passage and the position of its last term.
func (x *Index) eachGram(n int, terms []uint32, f func(g gram, passage, last int)) {
	chosen := x.chosen(terms)
	x.eachPassage(func(piece *indexedPiece, p, from, to int) {
		run := 0
		for k := from; k < to; k++ {
			switch {
			case chosen[x.running[k]] == 0:
				run = 0
			case run > 0 && piece.joined(k):
				run++
			default:
				run = 1
			}
			if run >= n {
				var g gram
				for i := range n {
					g[i] = chosen[x.running[k+1-n+i]]
				}
				f(g, p, k)
			}
		}
	})
}

// IndexedPair is a pair of terms that stand in the same passages.
type IndexedPair struct {
	A, B     int // by their index in the terms asked for, A < B
	Together int // passages that hold both
	Lines    []PairLine
}

// PairLine is a passage that holds both terms of a pair, with the first position of each.
type PairLine struct{ Passage, A, B int }

// Pairs counts in how many passages each of the terms stands, and each two of them together. A passage counts once,
// however often it holds a term. Pairs in fewer than min passages are left out; the order is that of their terms.
func (x *Index) Pairs(terms []uint32, min int) (pairs []IndexedPair, alone []int) {
	alone = make([]int, len(terms))
	together := make(map[uint64]int)
	x.eachBag(terms, func(_ int, bag []uint32, _ []int) {
		for i, b := range bag {
			alone[b]++
			for _, a := range bag[:i] {
				together[pairKey(int(a), int(b))]++
			}
		}
	})
	for key, n := range together {
		if n >= min {
			pairs = append(pairs, IndexedPair{A: int(key >> 32), B: int(uint32(key)), Together: n})
		}
	}
	slices.SortFunc(pairs, func(a, b IndexedPair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return pairs, alone
}

// AddLines gives each pair at most limit of the passages that hold both its terms, as Sample chooses them; all where limit
// is 0. The terms are those that the pairs were asked for with.
func (x *Index) AddLines(pairs []IndexedPair, terms []uint32, limit int) {
	at := make(map[uint64]int, len(pairs))
	samplers := make([]sampler, len(pairs))
	for i, p := range pairs {
		at[pairKey(p.A, p.B)] = i
		samplers[i] = sampler{n: p.Together, limit: limit}
	}
	x.eachBag(terms, func(passage int, bag []uint32, first []int) {
		for i, b := range bag {
			for _, a := range bag[:i] {
				if k, ok := at[pairKey(int(a), int(b))]; ok && samplers[k].take() {
					pairs[k].Lines = append(pairs[k].Lines, PairLine{passage, first[a], first[b]})
				}
			}
		}
	})
}

func pairKey(a, b int) uint64 { return uint64(a)<<32 | uint64(b) }

// eachBag calls f for each passage with those of the terms that it holds, by their index, rising; first gives, by index,
// the position of the first occurrence. Both are valid during the call only.
func (x *Index) eachBag(terms []uint32, f func(passage int, bag []uint32, first []int)) {
	chosen := x.chosen(terms)
	first := make([]int, len(terms))
	seenIn := make([]int, len(terms)) // 1 + passage
	var bag []uint32
	x.eachPassage(func(_ *indexedPiece, p, from, to int) {
		bag = bag[:0]
		for k := from; k < to; k++ {
			i := chosen[x.running[k]]
			if i == 0 || seenIn[i-1] == p+1 {
				continue
			}
			seenIn[i-1], first[i-1] = p+1, k
			bag = append(bag, i-1)
		}
		slices.Sort(bag)
		f(p, bag, first)
	})
}
