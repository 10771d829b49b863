package corpus

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kstat/tokenize"
)

func TestPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var terms []tokenize.Term
		position, sentence := 0, 0
		for i := range rapid.IntRange(0, 10).Draw(t, "terms") {
			terms = append(terms, tokenize.Term{Text: fmt.Sprint(i), Position: position, Sentence: sentence})
			position += rapid.IntRange(1, 3).Draw(t, "step")
			sentence += rapid.IntRange(0, 1).Draw(t, "next sentence")
		}
		w := Window{rapid.IntRange(0, 5).Draw(t, "size"), rapid.Bool().Draw(t, "across")}
		var got, want []string
		for a, b := range w.Pairs(terms) {
			got = append(got, a.Text+" "+b.Text)
		}
		for i, a := range terms {
			for _, b := range terms[i+1:] {
				near := w.Size == 0 || b.Position-a.Position <= w.Size
				if near && (w.AcrossSentences || a.Sentence == b.Sentence) {
					want = append(want, a.Text+" "+b.Text)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: %v, want %v", w, got, want)
		}
	})
}
