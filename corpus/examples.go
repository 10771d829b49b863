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
	// Wanted are the keys, and Limit is how many lines of each are kept: the first ones.
	Wanted  map[string]bool
	Limit   int
	Context Context
}

// Examples gives lines for the keys that are wanted, at most Limit for each, in the order of the texts. It reads the source
// a second time for a result whose numbers it is to show the lines of; keys that are not found are not in the result. The
// context of a line ends with its chunk of text. The only errors are a language that no stemmer knows and a *PanicError;
// what there is to say about inputs was said when they were read first.
func Examples(src *Source, o ExampleOptions) (map[string][]*Line, error) {
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	type example struct {
		key  string
		line *Line
	}
	newWorker := func(int) func(*Chunk) []example {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		return func(c *Chunk) []example {
			piece := reader.Read(c)
			terms := reader.Terms()
			var found []example
			count := make(map[string]int)
			at, lines := 0, 0 // line ends before
			o.Find(terms, func(key string, first, last int) {
				if !o.Wanted[key] || count[key] == o.Limit {
					return
				}
				count[key]++
				start, end := terms[first].Start, terms[first].End
				for _, t := range terms[first : last+1] {
					end = max(end, t.End)
				}
				if start < at {
					at, lines = 0, 0
				}
				lines += strings.Count(piece.Text[at:start], "\n")
				at = start
				left, _ := o.Context.left(piece.Text[:start])
				right, _ := o.Context.right(piece.Text[end:])
				l := &Line{Doc: c.Doc, Number: c.Line + lines, Left: oneLine(left), Node: oneLine(piece.Text[start:end]), Right: oneLine(right)}
				l.Start, l.End = piece.Place(start, end)
				found = append(found, example{key, l})
			})
			return found
		}
	}
	all := make(map[string][]*Line)
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(found []example, err error) error {
		for _, e := range found {
			if len(all[e.key]) < o.Limit {
				all[e.key] = append(all[e.key], e.line)
			}
		}
		return nil
	})
	return all, err
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
