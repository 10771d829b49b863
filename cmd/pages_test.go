package cmd

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAtLeast(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, 100), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	check := func(size int64, want bool, inputs ...string) {
		t.Helper()
		if got := atLeast(inputs, size); got != want {
			t.Errorf("%d bytes in %v: %v", size, inputs, got)
		}
	}
	check(200, true, a, b)
	check(201, false, a, b)
	check(300, true, dir)
	check(301, false, dir)
	check(100, true, "-", filepath.Join(dir, "none"), b)
	check(1, false)
	check(1, false, "-")
}
