package textio

import (
	"testing"
	"unicode/utf8"
)

// valid is utf8.Valid: for all sequences of up to five bytes over the edges of the ranges that the Unicode Standard names.
func TestValid(t *testing.T) {
	edges := []byte{0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF}
	var b [5]byte
	var check func(n int)
	check = func(n int) {
		if got, want := valid(b[:n]), utf8.Valid(b[:n]); got != want {
			t.Fatalf("% x: %v, want %v", b[:n], got, want)
		}
		if n == len(b) {
			return
		}
		for _, c := range edges {
			b[n] = c
			check(n + 1)
		}
	}
	check(0)
	for c := range 256 { // and no byte lies on another side of an edge than its neighbours
		for _, next := range edges {
			for _, b := range [][]byte{{byte(c)}, {byte(c), next}, {next, byte(c)}, {next, byte(c), 0x80, 0x80}, {byte(c), next, 0x80, 0x80}} {
				if got, want := valid(b), utf8.Valid(b); got != want {
					t.Fatalf("% x: %v, want %v", b, got, want)
				}
			}
		}
	}
}
