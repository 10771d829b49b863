package corpus

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// leastRange is how many numbers are worth a thread of their own.
const leastRange = 1 << 12

// threadsOf gives the number of threads that an option means: below 1 one for each processor.
func threadsOf(threads int) int {
	if threads < 1 {
		return runtime.GOMAXPROCS(0)
	}
	return threads
}

// inRanges calls f for ranges that make up the numbers below n, each in a thread of its own; fewer than 1 thread means one
// for each processor.
func inRanges(n, threads int, f func(from, to int)) {
	threads = max(1, min(threadsOf(threads), n/leastRange))
	var wait sync.WaitGroup
	for t := range threads {
		wait.Go(func() { f(n*t/threads, n*(t+1)/threads) })
	}
	wait.Wait()
}

// inTurn calls f for the numbers below n, of which several threads take one after the other.
func inTurn(n, threads int, f func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(threadsOf(threads), n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wait.Wait()
}
