package cmd

import "runtime/debug"

// headroom is memory that nobody touches and that no machine has to give. It counts as held, so that what is held in truth,
// some MB, may grow by a third of it before the memory is cleared: at 2, 3, 4, 6 MB and so on it took an eighth of the time of
// a short text.
var headroom []byte

// lessGarbage lets the memory be cleared more often than usual. It is for commands that hold much and throw little away: an
// index of the text, what the analyser remembers, or millions of pairs; it pays to keep little else beside it.
func lessGarbage() {
	if headroom == nil {
		headroom = make([]byte, 32<<20)
	}
	if old := debug.SetGCPercent(40); old != 100 {
		debug.SetGCPercent(old) // the user's own wish
	}
}
