package main

import "testing"

// The corrections that are learned with can be read.
func TestShippedCorrections(t *testing.T) {
	r, err := readCorrections("corrections.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.entries) == 0 || len(r.labels) == 0 {
		t.Errorf("%d entries, %d labels", len(r.entries), len(r.labels))
	}
}
