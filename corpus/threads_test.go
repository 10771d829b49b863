package corpus

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortInParallel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 5*leastRange).Draw(t, "n")
		few := rapid.Uint64Range(1, 1<<40).Draw(t, "different")
		x := rapid.Uint64().Draw(t, "seed")
		type item struct {
			key uint64
			id  int
		}
		s := make([]item, n)
		for i := range s {
			x = x*6364136223846793005 + 1442695040888963407
			s[i] = item{x >> 20 % few, i}
		}
		compare := func(a, b item) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) }
		want := slices.Clone(s)
		slices.SortFunc(want, compare)
		sortInParallel(s, rapid.IntRange(0, 9).Draw(t, "threads"), compare)
		if !slices.Equal(s, want) {
			t.Fatal("not in order")
		}
	})
}

func TestInRanges(t *testing.T) {
	for _, n := range []int{0, 1, leastRange, 3*leastRange - 1, 10*leastRange + 7} {
		for threads := range 9 {
			times := make([]uint8, n)
			inRanges(n, threads, func(from, to int) {
				for i := from; i < to; i++ {
					times[i]++
				}
			})
			if slices.ContainsFunc(times, func(k uint8) bool { return k != 1 }) {
				t.Errorf("%d numbers, %d threads: not each of them once", n, threads)
			}
		}
	}
}
