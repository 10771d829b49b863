package main

import (
	"encoding/binary"
	"testing"

	"kstat/tokenize/internal/lattice"
)

// Names are cheaper by their margins, all other unknown words cost what they did.
func TestNamed(t *testing.T) {
	const classes, name = 2, 1
	var before []byte
	for i := range classes * len(nameMargins) {
		before = binary.LittleEndian.AppendUint16(before, uint16(int16(1000-500*i)))
	}
	cost := func(b []byte, class, n int) float64 {
		return float64(int16(binary.LittleEndian.Uint16(b[2*(class*len(nameMargins)+n):])))
	}
	after := named(before, name)
	for class := range classes {
		for n, margin := range nameMargins {
			if class != name {
				margin = 0
			}
			if got := cost(before, class, n) - cost(after, class, n); got != margin*lattice.Scale {
				t.Errorf("class %d, %d syllables: %.0f cheaper, want %.0f", class, n, got, margin*lattice.Scale)
			}
		}
	}
}
