package corpus

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// inputsOf reads all of a source with a cleaner for each chunk, and gives what it says of its inputs.
func inputsOf(t *testing.T, inputs []string, opt Options) []Input {
	t.Helper()
	opt.Hash = true
	src, err := NewSource(inputs, opt)
	if err != nil {
		t.Fatal(err)
	}
	for c, err := range src.Chunks() {
		if err == nil {
			c.Doc.NoteCleaning(NewCleaner().Clean(c.Text).Counts)
		}
	}
	return src.Inputs()
}

// The hash is of the file as it lies on the disk, however long it is and in however many chunks it is read; what could not
// be read has none, and says why.
func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	files := map[string]string{
		"a.txt":     "\uFEFF가나다ㅋㅋㅋㅋ\r\n라\r\n",
		"b.txt":     "\xB0\xA1\xB3\xAA\n",
		"c.txt":     "",
		"long.txt":  strings.Repeat("열두 글자로 된 줄이다\n", 5000),
		"short.txt": "x",
	}
	var paths []string
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "long.txt", "short.txt"} {
		paths = append(paths, write(name, files[name]))
	}
	packed := write("d.zip", "PK\x03\x04"+strings.Repeat("\x00", 100))
	for _, chunk := range []int{64, 0} {
		got := inputsOf(t, append(paths, packed, filepath.Join(dir, "none")), Options{ChunkSize: chunk})
		if len(got) != 7 {
			t.Fatalf("%d inputs", len(got))
		}
		for i, p := range paths {
			text := files[filepath.Base(p)]
			in := got[i]
			if in.Path != p || !in.Whole || in.SHA256 != sha256.Sum256([]byte(text)) || in.Bytes != int64(len(text)) || in.Failed != "" {
				t.Errorf("chunks of %d: %+v", chunk, in)
			}
		}
		if got[0].Encoding != "utf-8" || got[1].Encoding != "cp949" {
			t.Errorf("encodings %q, %q", got[0].Encoding, got[1].Encoding)
		}
		if c := got[0].Cleaning; c == nil || c[ruleLineEnd] != 2 || c[ruleRepeat] != 1 {
			t.Errorf("cleaning %v", c)
		}
		if got[5].Failed != Archive || got[5].Whole || got[6].Failed != NotFound {
			t.Errorf("%+v, %+v", got[5], got[6])
		}
	}
}

// Standard input is hashed while it is read; asking for it twice does not spoil what was read.
func TestInputsOfStdin(t *testing.T) {
	text := "가나\n다\n"
	got := inputsOf(t, []string{"-", "-"}, Options{Stdin: iotest.OneByteReader(strings.NewReader(text))})
	if len(got) != 2 || got[0].SHA256 != sha256.Sum256([]byte(text)) || !got[0].Whole || got[0].Failed != "" || got[1].Failed != StdinTwice {
		t.Errorf("%+v", got)
	}
	broken := iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(text)))
	if got = inputsOf(t, nil, Options{Stdin: broken}); len(got) != 1 || got[0].Whole || got[0].Failed != ReadFailed {
		t.Errorf("%+v", got)
	}
}

// A loop that is left early says that it did not read to the end; the next loop begins anew. Without Hash nothing is noted.
func TestInputsOfLoops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte("가나\n다라\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	src, _ := NewSource([]string{path}, Options{Hash: true, ChunkSize: 8})
	for range src.Chunks() {
		break
	}
	if in := src.Inputs(); len(in) != 1 || in[0].Whole {
		t.Errorf("%+v", in)
	}
	for c, err := range src.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := c.Doc.Input(); ok {
			t.Error("known before the end")
		}
	}
	if in := src.Inputs(); len(in) != 1 || !in[0].Whole {
		t.Errorf("%+v", in)
	}
	plain, _ := NewSource([]string{path}, Options{})
	for c := range plain.Chunks() {
		c.Doc.NoteCleaning(Counts{1})
	}
	if in := plain.Inputs(); len(in) != 0 {
		t.Errorf("%+v", in)
	}
}

// With a root, relative paths lead from there and keep their names; absolute ones lead where they did.
func TestRoot(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "texts", "sub"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"texts/b.txt", "texts/sub/a.txt"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(name+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	src, _ := NewSource([]string{"texts", "texts/b.txt", filepath.Join(root, "texts", "b.txt")}, Options{Root: root})
	var names []string
	for c, err := range src.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(c.Doc.Name)+"="+c.Text)
	}
	want := "texts/b.txt=texts/b.txt\n texts/sub/a.txt=texts/sub/a.txt\n texts/b.txt=texts/b.txt\n " + filepath.ToSlash(root) + "/texts/b.txt=texts/b.txt\n"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// With Regular, a device is not read though it is named.
func TestRegular(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no /dev/null")
	}
	got := inputsOf(t, []string{"/dev/null"}, Options{Regular: true})
	if len(got) != 1 || got[0].Failed != NotRegular {
		t.Errorf("%+v", got)
	}
	if got = inputsOf(t, []string{"/dev/null"}, Options{}); len(got) != 1 || !got[0].Whole {
		t.Errorf("%+v", got)
	}
}
