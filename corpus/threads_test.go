package corpus

import (
	"slices"
	"sync/atomic"
	"testing"
)

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

func TestInTurn(t *testing.T) {
	for n := range 20 {
		for threads := range 5 {
			times := make([]atomic.Int32, n)
			inTurn(n, threads, func(i int) { times[i].Add(1) })
			for i := range times {
				if times[i].Load() != 1 {
					t.Errorf("%d numbers, %d threads: %d is called %d times", n, threads, i, times[i].Load())
				}
			}
		}
	}
}
