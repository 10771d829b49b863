package corpus

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// leastRange is how many numbers are worth a thread of their own.
const leastRange = 1 << 12

// inRanges calls f for ranges that make up the numbers below n, each in a thread of its own; fewer than 1 thread means one
// for each processor.
func inRanges(n, threads int, f func(from, to int)) {
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	threads = max(1, min(threads, n/leastRange))
	var wait sync.WaitGroup
	for t := range threads {
		wait.Go(func() { f(n*t/threads, n*(t+1)/threads) })
	}
	wait.Wait()
}

// inTurn calls f for the numbers below n, of which several threads take one after the other.
func inTurn(n, threads int, f func(i int)) {
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(threads, n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wait.Wait()
}

// sortInParallel is slices.SortFunc with several threads, for an order in which no two are equal: only then is what comes of
// it the same for any number of threads.
func sortInParallel[T any](s []T, threads int, compare func(a, b T) int) {
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	if threads < 2 || len(s) < 2*leastRange {
		slices.SortFunc(s, compare)
		return
	}
	// the middle one of a few, and on its left what is less
	const few = 63
	var sample [few]T
	for i := range sample {
		sample[i] = s[len(s)/few*i]
	}
	slices.SortFunc(sample[:], compare)
	middle := sample[few/2]
	i, j := 0, len(s)-1
	for i <= j {
		for compare(s[i], middle) < 0 {
			i++
		}
		for compare(s[j], middle) > 0 {
			j--
		}
		if i <= j {
			s[i], s[j] = s[j], s[i]
			i, j = i+1, j-1
		}
	}
	var wait sync.WaitGroup
	wait.Go(func() { sortInParallel(s[:i], threads/2, compare) })
	sortInParallel(s[i:], threads-threads/2, compare)
	wait.Wait()
}
