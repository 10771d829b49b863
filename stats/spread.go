package stats

import (
	"fmt"
	"slices"

	"kstat/internal/special"
)

// Parts is a corpus divided into parts, documents or slices, against which the spread of every word is measured. It is
// immutable, and one serves all words.
//
// A part without tokens is none: no word can be in it, and it has no relative frequency. Such parts keep their index but
// don't count.
type Parts struct {
	size  []uint64
	n     uint64 // parts with tokens
	total uint64
	least uint64 // tokens of the smallest of them
	most  uint64
}

// NewParts describes a corpus by the number of tokens of each part. It keeps a copy.
func NewParts(tokens []uint64) *Parts {
	p := &Parts{size: slices.Clone(tokens)}
	for _, s := range tokens {
		if s == 0 {
			continue
		}
		if p.n == 0 || s < p.least {
			p.least = s
		}
		p.most = max(p.most, s)
		p.n++
		p.total += s
	}
	return p
}

// N gives the number of parts that have tokens.
func (p *Parts) N() uint64 { return p.n }

// Tokens gives the number of tokens of the whole corpus.
func (p *Parts) Tokens() uint64 { return p.total }

// Spread is how one word is distributed over the parts of a corpus: the input of every dispersion measure. A measure
// that comes upon a part beyond the corpus, or one with more occurrences than tokens, panics; that Index rises is for the
// caller to see to, as looking at it would take half as long again as the cheapest measures do.
type Spread struct {
	Parts *Parts
	// Index holds the parts that have the word, by their index in NewParts's argument, rising; Count how often each
	// has it, at most as often as it has tokens. Parts that lack the word are left out (or have a Count of 0).
	Index []int
	Count []uint64
	// Positions are the numbers of the word's tokens, counted from 0 through the whole corpus, rising. Only ARF, ALD and
	// AWT need them; without them (nil) those are NaN.
	Positions []uint64
}

// Dense gives the spread of a word whose count in every part is given. It panics if there are not as many counts as parts,
// or if a count is larger than its part.
func (p *Parts) Dense(count []uint64) Spread {
	if len(count) != len(p.size) {
		panic("stats: counts and parts differ in number")
	}
	s := Spread{Parts: p}
	for i, v := range count {
		if v > p.size[i] {
			panic(overfullPart)
		}
		if v > 0 {
			s.Index = append(s.Index, i)
			s.Count = append(s.Count, v)
		}
	}
	return s
}

// What a spread is refused for in more than one place.
const (
	overfullPart = "stats: more occurrences in a part than it has tokens"
	missingPart  = "stats: a part that the corpus doesn't have"
)

// check panics on misuse that shows without a walk through the counts; each, which walks, sees the rest. A word of one part
// costs some 50 ns, so that check is small enough to be inlined, and what it panics with stands apart.
func (s *Spread) check() {
	k := len(s.Index)
	if s.Parts == nil || k != len(s.Count) || k > 0 && (s.Index[0] < 0 || s.Index[k-1] >= len(s.Parts.size)) {
		s.refuse()
	}
}

func (s *Spread) refuse() {
	switch {
	case s.Parts == nil:
		panic("stats: a spread over no Parts")
	case len(s.Index) != len(s.Count):
		panic("stats: a spread with more parts than counts, or fewer")
	}
	panic(missingPart)
}

// parts gives the number of parts that have tokens.
func (s Spread) parts() uint64 {
	s.check()
	return s.Parts.n
}

// Frequency gives the word's number of occurrences.
func (s Spread) Frequency() (f uint64) {
	s.check()
	for _, v := range s.Count {
		f += v
	}
	return f
}

// In gives the number of parts that have the word: its document frequency, if parts are documents.
func (s Spread) In() (n uint64) {
	s.check()
	for _, v := range s.Count {
		if v > 0 {
			n++
		}
	}
	return n
}

// each calls f with the count and the size of each part that has the word, in order.
func (s Spread) each(f func(count, size uint64)) {
	for k, i := range s.Index {
		if s.Count[k] == 0 {
			continue
		}
		if uint(i) >= uint(len(s.Parts.size)) {
			panic(missingPart)
		}
		if s.Count[k] > s.Parts.size[i] {
			panic(overfullPart)
		}
		f(s.Count[k], s.Parts.size[i])
	}
}

// departures calls f, for each part that has the word, with its share s of the corpus and u = (q−s)/s, q being the part's
// share of the word; it gives the joint share of the parts that lack the word, for all of which u is −1.
func (s Spread) departures(f func(share, u float64)) (lacking float64) {
	freq, rest := s.Frequency(), s.Parts.total
	s.each(func(v, size uint64) {
		rest -= size
		u := special.ProductDifference(v, s.Parts.total, freq, size) / (float64(freq) * float64(size))
		f(float64(size)/float64(s.Parts.total), u)
	})
	return float64(rest) / float64(s.Parts.total)
}

// String writes the counts as a worked example shows them.
func (s Spread) String() string {
	text := fmt.Sprintf("counts %v in parts %v of %v tokens", s.Count, s.Index, s.Parts.size)
	if s.Positions != nil {
		text += fmt.Sprintf(", at %v", s.Positions)
	}
	return text
}

// Korean writes the spread for Korean readers.
func (s Spread) Korean() string {
	text := fmt.Sprintf("부분의 토큰 수 %v, 부분 %v에서 빈도 %v", s.Parts.size, s.Index, s.Count)
	if s.Positions != nil {
		text += fmt.Sprintf(", 자리 %v", s.Positions)
	}
	return text
}

// empty says that there is nothing to spread or nothing to spread over.
func (s Spread) empty() bool { return s.Frequency() == 0 || s.Parts.n == 0 }

// doubtSpread warns of rare words, for which every measure of dispersion is mostly a function of the frequency, and of words
// of one part.
func doubtSpread(s Spread, _ *Options) []Warning {
	var w []Warning
	f := s.Frequency()
	if f > 0 && f <= 2 {
		w = append(w, Warning{Kind: Hapax, Count: f})
	}
	if f > 1 && s.In() == 1 && s.Parts.n > 1 {
		w = append(w, Warning{Kind: OneDocument, Count: 1, Of: s.Parts.n})
	}
	if s.Parts.n < 5 {
		w = append(w, Warning{Kind: FewDocuments, Count: s.Parts.n})
	}
	return w
}

// doubtUnequal adds to doubtSpread a warning where parts differ in size, for measures that take them for equal.
func doubtUnequal(s Spread, o *Options) []Warning {
	w := doubtSpread(s, o)
	if s.Parts.n > 0 && float64(s.Parts.most) > 1.1*float64(s.Parts.least) {
		w = append(w, Warning{Kind: UnequalParts, Count: s.Parts.least, Of: s.Parts.most})
	}
	return w
}
