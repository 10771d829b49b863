package model

import (
	"math/rand/v2"
	"testing"
)

// A gazetteer has every name that it was made of, and takes one of some 256 other strings for a name.
func TestGazetteer(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 100, 20000} {
		names := map[uint64]bool{}
		var hashes []uint64
		for len(names) < n {
			h := r.Uint64()
			names[h], hashes = true, append(hashes, h)
		}
		section, err := BuildGazetteer(hashes)
		if err != nil {
			t.Fatal(err)
		}
		g, err := OpenGazetteer(string(section))
		if err != nil {
			t.Fatal(err)
		}
		for h := range names {
			if !g.Contains(h) {
				t.Errorf("one of %d names is missing", n)
			}
		}
		const others = 100_000
		wrong := 0
		for range others {
			if h := r.Uint64(); !names[h] && g.Contains(h) {
				wrong++
			}
		}
		if wrong > others/150 {
			t.Errorf("of %d strings that are not among %d names %d pass for one", others, n, wrong)
		}
	}
}

// A model without names has no gazetteer; one whose numbers do not fit each other is refused, for it would be read beyond its end.
func TestGazetteerFaulty(t *testing.T) {
	if g, err := OpenGazetteer(""); g != nil || err != nil {
		t.Errorf("no section gives %v, %v", g, err)
	}
	section, err := BuildGazetteer([]uint64{1, 2, 3, 4, 5})
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func([]byte) []byte{
		"cut short":               func(b []byte) []byte { return b[:len(b)-1] },
		"no head":                 func(b []byte) []byte { return b[:gazetteerHead-1] },
		"no segments":             func(b []byte) []byte { b[12] = 0; return b },
		"more segments":           func(b []byte) []byte { b[15] = 0xFF; return b },
		"segments of odd lengths": func(b []byte) []byte { b[8]++; return b },
		"segments of no length":   func(b []byte) []byte { b[8], b[9], b[10], b[11] = 0, 0, 0, 0; return b },
	} {
		if _, err := OpenGazetteer(string(change(append([]byte(nil), section...)))); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
