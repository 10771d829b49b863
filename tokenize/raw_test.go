package tokenize

import (
	"bufio"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Real text of many kinds holds what no generator thinks of. KSTAT_DATA names a folder whose raw/ is gone through file by
// file, in pieces of some 100 KB at line ends; of compressed files, where xz is there, one line in twenty.
func TestTokensCoverRealText(t *testing.T) {
	data := os.Getenv("KSTAT_DATA")
	if data == "" {
		t.Skip("KSTAT_DATA is not set")
	}
	w := New().NewWorker()
	check := func(text string) {
		tokens := w.Tokens(text)
		cover(t, text, tokens)
		if got, want := string(w.AppendLine(nil, text, Sejong)), line(tokens); got != want {
			t.Fatalf("%q: the fast way prints\n%s\nthe plain one\n%s", text, got, want)
		}
	}
	files := 0
	err := filepath.WalkDir(filepath.Join(data, "raw"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		if filepath.Ext(path) == ".xz" {
			lines := unpacked(t, path)
			for n := 0; lines.Scan(); n++ {
				if n%20 == 0 {
					check(lines.Text())
				}
			}
			return lines.Err()
		}
		b, err := os.ReadFile(path)
		for text := string(b); text != ""; {
			n := len(text)
			if n > 100_000 {
				n = 100_000 + strings.IndexByte(text[100_000:]+"\n", '\n')
			}
			check(strings.ToValidUTF8(text[:n], "\uFFFD"))
			text = text[n:]
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Error("no file in raw/")
	}
}

// unpacked gives the lines of a file that is packed with xz; none where there is no xz.
func unpacked(t *testing.T, path string) *bufio.Scanner {
	xz := exec.Command("xz", "-dc", path)
	out, err := xz.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := xz.Start(); err != nil {
		t.Logf("%s: %v", path, err)
		return bufio.NewScanner(strings.NewReader(""))
	}
	t.Cleanup(func() { _ = xz.Wait() })
	return bufio.NewScanner(out)
}
