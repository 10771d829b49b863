package main

import (
	"os"
	"path/filepath"
	"testing"

	"kstat/hangul"
	"kstat/tokenize/internal/lattice"
)

// The gazetteer takes names of two syllables to as many as an unknown word may have, but none that the text has as something else.
func TestReadNames(t *testing.T) {
	dir, _ := smallData(t, repeat)
	o := smallOptions(dir)
	o.names = filepath.Join(dir, "names.txt")
	if err := os.WriteFile(o.names, []byte("권슬찬\n백기완\n위로\n나는\n간\nKBS\n가나다라마바사아자\n라흐마니노프\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ch, err := learn(o)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"권슬찬": true, "백기완": true, "라흐마니노프": true, "위로": false, "나는": false, "간": false, "가나다라마바사아자": false} {
		h := lattice.NameHash(0)
		for _, r := range name {
			h = h.Next(int32(r - hangul.SyllableFirst))
		}
		if got := ch.f.x.params.Gazetteer.Contains(uint64(h)); got != want {
			t.Errorf("%s is in the gazetteer: %t", name, got)
		}
	}
}
