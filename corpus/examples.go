package corpus

import (
	"strings"

	"kstat/tokenize"
)

// ExampleOptions say of what lines are wanted.
type ExampleOptions struct {
	CountOptions
	// Find calls hit for what may be wanted in the terms of a piece of text, in their order: a key, and the first and the last
	// of the terms that the line is to show between its contexts. It must be safe for concurrent use.
	Find func(terms []tokenize.Term, hit func(key string, first, last int))
	// Across is how many positions there can be from the first to the last of these terms where they need not be of one
	// sentence, and so may stand in two chunks of a document; 0 where they must be of one.
	Across int
	// Within is the scope whose end no line may show between the first and the last term, of WithinParagraph and
	// WithinDocument; Find itself keeps to sentences.
	Within Scope
	// Wanted are the keys, and Limit is how many lines of each are kept: the first ones.
	Wanted  map[string]bool
	Limit   int
	Context Context
}

// Examples gives lines for the keys that are wanted, at most Limit for each, in the order of the texts. It reads the source
// a second time for a result whose numbers it is to show the lines of; keys that are not found are not in the result. The
// only errors are a language that no stemmer knows and a *PanicError; what there is to say about inputs was said when they
// were read first.
func Examples(src *Source, o ExampleOptions) (map[string][]*Line, error) {
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	newWorker := func(int) func(*Chunk) *exampled {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		return func(c *Chunk) *exampled {
			piece := reader.Read(c)
			x := &exampled{piece: Piece{Chunk: c, Cleaned: piece.Cleaned}}
			terms := reader.Terms()
			o.find(x, terms)
			if o.Across > 0 {
				x.keepEdges(terms, o.Across)
			}
			return x
		}
	}
	all := make(map[string][]*Line)
	keep := func(x, before, behind *exampled) {
		for _, e := range x.found {
			if len(all[e.key]) < o.Limit {
				all[e.key] = append(all[e.key], x.line(e, before, behind, o.Context))
			}
		}
	}
	var before, last *exampled // of one document
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(x *exampled, err error) error {
		if err != nil {
			return nil
		}
		if last != nil {
			if x.piece.Chunk.Doc != last.piece.Chunk.Doc {
				keep(last, before, nil)
				before, last = nil, nil
			} else {
				keep(last, before, x)
				if o.Across > 0 {
					keep(o.border(last, x), before, x)
				}
			}
		}
		before, last = last, x
		return nil
	})
	if last != nil {
		keep(last, before, nil)
	}
	return all, err
}

// exampled is a chunk and what is wanted of it.
type exampled struct {
	piece Piece
	end   *Piece // in which found ends, where that is another chunk
	found []example
	head  []tokenize.Term // the first terms, those near enough to the chunk before, and the last ones
	tail  []tokenize.Term
}

// example is something wanted: the range of the cleaned text of a chunk, or, of what begins in one and ends in the next, from
// a place of the first to one of the second.
type example struct {
	key        string
	start, end int
	node       string
}

// find looks for what is wanted in the terms of a chunk.
func (o *ExampleOptions) find(x *exampled, terms []tokenize.Term) {
	count := make(map[string]int)
	o.Find(terms, func(key string, first, last int) {
		if !o.Wanted[key] || count[key] == o.Limit {
			return
		}
		start, end := terms[first].Start, terms[first].End
		for _, t := range terms[first : last+1] {
			end = max(end, t.End)
		}
		if o.Within == WithinParagraph && o.paragraphEnds(x.piece.Text[start:terms[last].Start], false) {
			return
		}
		count[key]++
		x.found = append(x.found, example{key, start, end, x.piece.Text[start:end]})
	})
}

// keepEdges keeps the terms that are near enough to the neighbouring chunks.
func (x *exampled) keepEdges(terms []tokenize.Term, across int) {
	for i := range terms {
		if terms[i].Position < across {
			x.head = append(x.head, terms[i])
		}
		if terms[i].Position > terms[len(terms)-1].Position-across {
			x.tail = append(x.tail, terms[i])
		}
	}
}

// border gives what is wanted and begins in one chunk and ends in the next.
func (o *ExampleOptions) border(x, y *exampled) *exampled {
	both := &exampled{piece: x.piece, end: &y.piece}
	if len(x.tail) == 0 || len(y.head) == 0 {
		return both
	}
	// As if the two were one text: the positions of the second go on where the terms of the first end, as in a Record.
	terms := append(make([]tokenize.Term, 0, len(x.tail)+len(y.head)), x.tail...)
	behind := x.tail[len(x.tail)-1]
	for _, t := range y.head {
		t.Position += behind.Position + 1
		t.Sentence += behind.Sentence + 1
		terms = append(terms, t)
	}
	o.Find(terms, func(key string, first, last int) {
		if !o.Wanted[key] || first >= len(x.tail) || last < len(x.tail) {
			return
		}
		start, end := terms[first].Start, terms[last].End
		between := x.piece.Text[start:] + y.piece.Text[:terms[last].Start]
		if o.Within == WithinParagraph && o.paragraphEnds(between, false) {
			return
		}
		both.found = append(both.found, example{key, start, end, x.piece.Text[start:] + y.piece.Text[:end]})
	})
	return both
}

// line gives the line of an example, with the chunks before and behind at hand.
func (x *exampled) line(e example, before, behind *exampled, c Context) *Line {
	text := x.piece.Text
	left, whole := c.left(text[:e.start])
	if whole && before != nil {
		left, _ = c.left(before.piece.Text[max(0, len(before.piece.Text)-2*maxContext):] + text[:e.start])
	}
	end := &x.piece
	if x.end != nil {
		end = x.end
	}
	right, whole := c.right(end.Text[e.end:])
	if whole && behind != nil && x.end == nil {
		right, _ = c.right(end.Text[e.end:] + behind.piece.Text[:min(len(behind.piece.Text), 2*maxContext)])
	}
	l := &Line{Doc: x.piece.Chunk.Doc, Number: x.piece.Chunk.Line + strings.Count(text[:e.start], "\n"),
		Left: oneLine(left), Node: oneLine(e.node), Right: oneLine(right)}
	l.Start, _ = x.piece.Place(e.start, e.start)
	if x.end == nil {
		l.Start, l.End = x.piece.Place(e.start, e.end)
	} else {
		_, l.End = end.Place(e.end, e.end)
	}
	return l
}

// FindGrams finds the n-grams of terms, or the terms themselves where n is 1, under the names by which they are counted.
func FindGrams(n int, glue string, skip int) func([]tokenize.Term, func(string, int, int)) {
	return func(terms []tokenize.Term, hit func(string, int, int)) {
		if n < 2 {
			for i := range terms {
				hit(terms[i].Text, i, i)
			}
			return
		}
		var b strings.Builder
		at := 0 // terms before are before the gram
		for gram := range SkipGrams(terms, n, skip) {
			for terms[at].Position != gram[0].Position || terms[at].Start != gram[0].Start {
				at++
			}
			last := at
			for terms[last].Position != gram[n-1].Position || terms[last].Start != gram[n-1].Start {
				last++
			}
			b.Reset()
			for i := range gram {
				if i > 0 {
					b.WriteString(glue)
				}
				b.WriteString(gram[i].Text)
			}
			hit(b.String(), at, last)
		}
	}
}

// PairKey is the key of a pair of terms for FindPairs.
func PairKey(a, b string, ordered bool) string {
	if !ordered && b < a {
		a, b = b, a
	}
	return a + "\x1f" + b
}

// FindPairs finds pairs of terms within a window, or anywhere in a sentence without one, if both terms are in words.
func FindPairs(window Window, ordered bool, words map[string]bool) func([]tokenize.Term, func(string, int, int)) {
	return func(terms []tokenize.Term, hit func(string, int, int)) {
		for i := range terms {
			if !words[terms[i].Text] {
				continue
			}
			for j := i + 1; j < len(terms); j++ {
				a, b := &terms[i], &terms[j]
				if window.Size > 0 && b.Position-a.Position > window.Size || !window.AcrossSentences && b.Sentence != a.Sentence {
					break
				}
				if words[b.Text] {
					hit(PairKey(a.Text, b.Text, ordered), i, j)
				}
			}
		}
	}
}
