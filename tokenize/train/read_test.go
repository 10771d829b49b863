package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that is not there, or cannot be unpacked to its end, stops the run: a model must not be learned without it.
func TestLinesOfNoFile(t *testing.T) {
	damaged := filepath.Join(t.TempDir(), "damaged.xz")
	if err := os.WriteFile(damaged, []byte("no archive"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{damaged, filepath.Join(t.TempDir(), "missing.xz"), filepath.Join(t.TempDir(), "missing.tsv")} {
		if err := lines(path, func(string) {}); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
