package cmd

import (
	"runtime"
	"syscall"
)

// largePages asks the system for pages of 2 MB for the memory that the program will take next. Each of 4 KB costs an
// interruption of its own, 3 µs on a virtual machine: a fifth of the time in which the pairs of 10 MB of given tokens are counted.
//
// The memory is taken, and given back to the runtime at once, which hands it out again before any other. None of it is
// touched here.
func largePages() {
	room := make([]byte, 128<<20)
	_ = syscall.Madvise(room, syscall.MADV_HUGEPAGE) // a system that has none goes on with small ones
	runtime.KeepAlive(room)
	room = nil
	runtime.GC()
}
