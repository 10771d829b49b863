package corpus

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The agreements are what a look at every pair of n-grams finds.
func TestAgreements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(2, 4).Draw(t, "k")
		freq := map[string]uint64{}
		for range rapid.IntRange(1, 30).Draw(t, "grams") {
			terms := make([]string, k)
			for i := range terms {
				terms[i] = rapid.SampledFrom([]string{"가", "나", "다"}).Draw(t, "term")
			}
			freq[strings.Join(terms, " ")] += rapid.Uint64Range(1, 5).Draw(t, "freq")
		}
		var grams []Count
		for term, n := range freq {
			grams = append(grams, Count{Term: term, Freq: n})
		}
		slices.SortFunc(grams, ByFrequency)
		of := Agreements(grams, " ")
		for i, g := range grams {
			want := make([]uint64, 1<<k)
			for _, h := range grams {
				m := 0
				for j, term := range strings.Split(h.Term, " ") {
					if term == strings.Split(g.Term, " ")[j] {
						m |= 1 << j
					}
				}
				want[m] += h.Freq
			}
			if got := of(i); !slices.Equal(got, want) {
				t.Fatalf("%s among %v: %v, want %v", g.Term, grams, got, want)
			}
		}
	})
}
