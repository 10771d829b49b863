package tokenize

import (
	"testing"

	"pgregory.net/rapid"
)

// Offsets of runes are what a range loop counts, whatever the order in which they are asked for.
func TestRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom(alphabet)), rapid.Map(rapid.SliceOf(rapid.SampledFrom([]byte("가a\xed\x9f\xf0\x80"))), func(b []byte) string { return string(b) })).Draw(t, "text")
		want := make([]int, len(text)+1)
		runes := 0
		for i := range text {
			want[i] = runes
			for k := i + 1; k < len(text); k++ {
				want[k] = runes
			}
			runes++
		}
		want[len(text)] = runes
		r := NewRunes(text)
		for range 20 {
			at := rapid.IntRange(-2, len(text)+2).Draw(t, "offset")
			if got := r.Offset(at); got != want[min(max(at, 0), len(text))] {
				t.Fatalf("%q: %d runes before byte %d, not %d", text, got, at, want[min(max(at, 0), len(text))])
			}
		}
	})
}
