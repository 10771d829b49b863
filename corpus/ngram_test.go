package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kstat/tokenize"
)

// drawTerms draws terms with sentences and holes.
func drawTerms(t *rapid.T) []tokenize.Term {
	var terms []tokenize.Term
	position, sentence := 0, 0
	for range rapid.IntRange(0, 12).Draw(t, "terms") {
		position += rapid.SampledFrom([]int{1, 1, 1, 2, 3}).Draw(t, "step")
		sentence += rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "sentence")
		terms = append(terms, tokenize.Term{Text: rapid.SampledFrom([]string{"가", "나", "다"}).Draw(t, "term"), Position: position, Sentence: sentence})
	}
	return terms
}

func spelled(gram []tokenize.Term) string {
	var b strings.Builder
	for _, t := range gram {
		fmt.Fprint(&b, t.Text, t.Position, " ")
	}
	return b.String()
}

// Skip-grams are all subsequences of a sentence that are not too wide, and without skipping the n-grams.
func TestSkipGrams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		n, skip := rapid.IntRange(1, 4).Draw(t, "n"), rapid.IntRange(0, 3).Draw(t, "skip")
		var got, want []string
		for g := range SkipGrams(terms, n, skip) {
			got = append(got, spelled(g))
		}
		for set := range 1 << len(terms) {
			var g []tokenize.Term
			for i := range terms {
				if set>>i&1 == 1 {
					g = append(g, terms[i])
				}
			}
			if len(g) == n && g[0].Sentence == g[n-1].Sentence && g[n-1].Position-g[0].Position-(n-1) <= skip {
				want = append(want, spelled(g))
			}
		}
		slices.Sort(want)
		if sorted := slices.Sorted(slices.Values(got)); !slices.Equal(sorted, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		if skip == 0 {
			var plain []string
			for g := range NGrams(terms, n) {
				plain = append(plain, spelled(g))
			}
			if !slices.Equal(got, plain) {
				t.Fatalf("got %q, n-grams are %q", got, plain)
			}
		}
	})
}

// An n-gram is left out if and only if a longer one that holds it is as frequent.
func TestMaximal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &Counter{}
		for range rapid.IntRange(1, 3).Draw(t, "texts") {
			c.AddGrams(drawTerms(t), 1, 4, 0, " ")
		}
		all := c.Counts(1, 0)
		var want []Count
		for _, g := range all {
			nested := slices.ContainsFunc(all, func(h Count) bool {
				return h.Term != g.Term && h.Freq == g.Freq && strings.Contains(" "+h.Term+" ", " "+g.Term+" ")
			})
			if !nested {
				want = append(want, g)
			}
		}
		if got := Maximal(all, " "); !slices.Equal(got, want) {
			t.Fatalf("of %v\ngot  %v\nwant %v", all, got, want)
		}
	})
}

func TestFrames(t *testing.T) {
	var b strings.Builder
	for _, f := range Frames([]Count{
		{Term: "할 수 있다", Freq: 5}, {Term: "할 줄 안다", Freq: 2}, {Term: "할 힘 있다", Freq: 1}, {Term: "볼 수 있다", Freq: 3},
		{Term: "가 나 다 라", Freq: 2}, {Term: "가 마 다 라", Freq: 2}, {Term: "둘 뿐", Freq: 9},
	}, " ") {
		fmt.Fprint(&b, f.Term, " ", f.Freq, ":")
		for _, x := range f.Fillers {
			fmt.Fprint(&b, " ", x.Term, " ", x.Freq)
		}
		b.WriteByte('\n')
	}
	if got, want := b.String(), "할 * 있다 6: 수 5 힘 1\n가 * 다 라 4: 나 2 마 2\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
