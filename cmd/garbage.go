package cmd

import (
	"runtime"
	"runtime/debug"
)

// headroom is memory that nobody touches and that no machine has to give. It counts as held, so that what is held in truth,
// some MB, may grow by two fifths of it before the memory is cleared: at 2, 3, 4, 6 MB and so on it took an eighth of the time of
// a short text.
var headroom []byte

// The percentages that memory may grow before it is cleared. The first lets a short text end before that, with headroom and 16 MB: below
// 4 MB times the percentage the runtime clears nothing.
const (
	firstPercent = 2000
	usualPercent = 40
)

// lessGarbage lets the memory be cleared more often than usual, but not before headroom and some MB are held. It is for
// what holds much and throws little away: all that reads text, with the analyser, an index or millions of pairs behind it,
// and comparing frequency lists; it pays to keep little else beside it.
func lessGarbage() {
	if headroom != nil {
		return
	}
	if old := debug.SetGCPercent(firstPercent); old != 100 {
		debug.SetGCPercent(old) // the user's own wish
	} else {
		runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, usualPercent)
	}
	headroom = make([]byte, 64<<20)
}
