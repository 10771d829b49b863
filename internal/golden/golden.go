// Package golden compares what a test made with a file that stands in the repository.
//
// The file is what a reviewer reads: a change of output shows in the diff of the change that made it. Run the tests
// with -update to write the files anew, and read the diff before it is committed.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Updating tells whether the tests write the files anew.
func Updating() bool { return *update }

// Check fails the test where got differs from the file testdata/NAME of the test's package. It names the first line
// that differs.
func Check(t testing.TB, name string, got []byte) {
	t.Helper()
	File(t, filepath.Join("testdata", filepath.FromSlash(name)), got)
}

// File is Check for a file anywhere, such as a page of documentation that holds generated parts.
func File(t testing.TB, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run with -update to make it)", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(g), len(w)) {
		var a, b []byte
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if !bytes.Equal(a, b) || i >= len(g) || i >= len(w) {
			t.Errorf("%s:%d differs (run with -update to accept)\n got %q\nwant %q", file, i+1, a, b)
			return
		}
	}
}
