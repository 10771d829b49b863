package tokenize

import (
	"runtime"
	"strings"
	"testing"
)

// A worker that reads on and on forgets: however many different surfaces it has met, it holds no more than maxWorker.
func TestWorkerMemoryIsBounded(t *testing.T) {
	const (
		maxWorker = 40 << 20 // bytes
		perLine   = 40
		lines     = 600
	)
	New().Analyze("가") // the model's own memory is not the worker's
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	w := New().NewWorker()
	var surface [3]rune
	var b strings.Builder
	var out []byte
	for n := range 4 * lines {
		b.Reset()
		for k := range perLine {
			// three syllables without a pattern, so that hardly any two surfaces are the same
			x := uint64(n*perLine+k+1) * 0x9E3779B97F4A7C15
			for i := range 3 {
				surface[i] = rune(0xAC00 + x>>(20*i)%11172)
			}
			b.WriteString(string(surface[:]))
			b.WriteByte(' ')
		}
		switch n % 20 {
		case 0:
			w.Tokens(b.String())
		case 1:
			w.NBest(b.String(), 3)
		default:
			out = w.AppendLine(out[:0], b.String(), Sejong)
		}
		if n%lines == lines-1 {
			if after := heap(); after > before+maxWorker {
				t.Fatalf("after %d different surfaces a worker holds %d MB", (n+1)*perLine, (after-before)>>20)
			} else {
				t.Logf("%d surfaces, %d MB", (n+1)*perLine, (after-before)>>20)
			}
		}
	}
	runtime.KeepAlive(w)
}
