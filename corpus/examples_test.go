package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The examples of a key are its first occurrences, with the place in the text to which they lead, for any chunks and threads.
func TestExamplesLeadBackToTheText(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		documents := drawTokens(t)
		files := writeTokens(t, dir, documents)
		src, err := NewSource(files, Options{ChunkSize: rapid.SampledFrom([]int{32, 0}).Draw(t, "chunk")})
		if err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(1, 2).Draw(t, "n")
		o := ExampleOptions{CountOptions: tokens(rapid.IntRange(1, 3).Draw(t, "threads"), n), Limit: rapid.IntRange(1, 3).Draw(t, "limit"),
			Context: Context{Eojeols: 2}, Find: FindGrams(n, " ", 0), Wanted: map[string]bool{"가": true, "가 나": true, "나": true}}
		got, err := Examples(src, o)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string][]string{}
		for d, doc := range documents {
			line, offset := 1, 0
			for p, par := range doc {
				if p > 0 {
					line, offset = line+1, offset+1
				}
				for _, sentence := range par {
					at := offset
					for i := range sentence {
						if i+n <= len(sentence) {
							gram := strings.Join(sentence[i:i+n], " ")
							if o.Wanted[gram] && len(want[gram]) < o.Limit {
								want[gram] = append(want[gram], fmt.Sprint(files[d], line, at, at+len(gram), gram))
							}
						}
						at += len(sentence[i]) + 1
					}
					line, offset = line+1, offset+len(strings.Join(sentence, " "))+1
				}
			}
		}
		for key := range o.Wanted {
			var have []string
			for _, l := range got[key] {
				have = append(have, fmt.Sprint(l.Doc.Name, l.Number, l.Start, l.End, l.Node))
			}
			if !slices.Equal(have, want[key]) {
				t.Fatalf("%s: got %v, want %v", key, have, want[key])
			}
		}
	})
}

// A line knows what stands beyond its chunk, and a pair that reaches over the end of a chunk has a line too: the same for
// any chunks.
func TestExamplesReachOverChunks(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		files := writeTokens(t, dir, drawTokens(t))
		window := rapid.IntRange(1, 6).Draw(t, "window")
		within := rapid.SampledFrom([]Scope{WithinParagraph, WithinDocument}).Draw(t, "within")
		lines := func(chunk int) string {
			src, err := NewSource(files, Options{ChunkSize: chunk})
			if err != nil {
				t.Fatal(err)
			}
			words := map[string]bool{"가": true, "나": true}
			o := ExampleOptions{CountOptions: tokens(rapid.IntRange(1, 3).Draw(t, "threads"), 1), Limit: 1000, Context: Context{Eojeols: 2},
				Find: FindPairs(Window{Size: window, AcrossSentences: true}, true, words), Across: window, Within: within,
				Wanted: map[string]bool{PairKey("가", "나", true): true, PairKey("나", "가", true): true}}
			got, err := Examples(src, o)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for key, ls := range got {
				for _, l := range ls {
					all = append(all, fmt.Sprintf("%s %s:%d %d-%d %s[%s]%s", key, l.Doc.Name, l.Number, l.Start, l.End, l.Left, l.Node, l.Right))
				}
			}
			slices.Sort(all)
			return strings.Join(all, "\n")
		}
		// A chunk is longer than window and contexts, so that none reaches over two of its ends.
		if whole, cut := lines(0), lines(96); whole != cut {
			t.Fatalf("within %s, window %d\nwhole\n%s\ncut\n%s", within, window, whole, cut)
		}
	})
}
