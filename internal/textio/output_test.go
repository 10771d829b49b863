package textio

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func write(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// only fails the test if the folder holds anything but the one file with the one text.
func only(t *testing.T, dir, name, text string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != name {
			t.Errorf("%s is left behind", e.Name())
		}
	}
	if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(b) != text {
		t.Errorf("%s holds %.40q, %v; want %.40q", name, b, err, text)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "결과.tsv")
	for _, text := range []string{"처음", strings.Repeat("다시 ", 100000), ""} {
		if err := WriteFile(path, write(text)); err != nil {
			t.Fatal(err)
		}
		only(t, dir, "결과.tsv", text)
	}
}

func TestWriteFileFailing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	if err := WriteFile(path, write("old")); err != nil {
		t.Fatal(err)
	}
	fault := errors.New("changed my mind")
	err := WriteFile(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half ", 100000))
		return fault
	})
	if err != fault {
		t.Errorf("%v", err)
	}
	only(t, dir, "out", "old")

	if err := WriteFile(dir, write("x")); !errors.Is(err, ErrDirectory) {
		t.Errorf("over a folder: %v", err)
	}
	if err := WriteFile(filepath.Join(dir, "none", "out"), write("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into no folder: %v", err)
	}
	if err := WriteFile(filepath.Join(path, "out"), write("x")); err == nil {
		t.Errorf("a file is no folder")
	}
	only(t, dir, "out", "old")
}

// On a full disk, which /dev/full plays, the old file stays and nothing else is left.
func TestWriteFileFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full on this system")
	}
	defer func() { openNew = os.OpenFile }()
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	// A link to the device takes the temporary file's place, and is taken away in its stead.
	openNew = func(name string, _ int, _ fs.FileMode) (*os.File, error) {
		if err := os.Symlink("/dev/full", name); err != nil {
			return nil, err
		}
		return os.OpenFile(name, os.O_WRONLY, 0)
	}
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	// A short text fails when the buffer is flushed, a long one while it is written.
	for _, text := range []string{"new", strings.Repeat("new ", 100000)} {
		if err := WriteFile(path, write(text)); err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%v", err)
		}
		only(t, dir, "out", "old")
	}
}

func TestWriteFileKeepsPermissionsAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits and no links without privileges")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o666, 0o755} {
		if err := os.WriteFile(path, nil, mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, write("new")); err != nil {
			t.Fatal(err)
		}
		if info, _ := os.Stat(path); info.Mode().Perm() != mode {
			t.Errorf("mode %v became %v", mode, info.Mode().Perm())
		}
	}
	// A new file has the permissions of any new file.
	if err := os.WriteFile(filepath.Join(dir, "plain"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(dir, "fresh"), write("")); err != nil {
		t.Fatal(err)
	}
	plain, _ := os.Stat(filepath.Join(dir, "plain"))
	fresh, _ := os.Stat(filepath.Join(dir, "fresh"))
	if plain.Mode() != fresh.Mode() {
		t.Errorf("a new file has mode %v, want %v", fresh.Mode(), plain.Mode())
	}

	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, write("through the link")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	if b, _ := os.ReadFile(path); string(b) != "through the link" {
		t.Errorf("what the link points to holds %q", b)
	}
	if err := WriteFile(os.DevNull, write("x")); err != nil {
		t.Errorf("a device: %v", err)
	}
	if info, _ := os.Stat(os.DevNull); info.Mode().IsRegular() {
		t.Error("the device was replaced by a file")
	}
}

func TestPipeWriter(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	p := NewPipeWriter(w)
	if _, err := io.WriteString(p, "one"); err != nil || p.Broken() {
		t.Errorf("%v", err)
	}
	r.Close()
	for range 2 {
		if _, err := io.WriteString(p, "two"); !IsBrokenPipe(err) || !p.Broken() {
			t.Errorf("%v", err)
		}
	}
	fault := errors.New("other")
	if p := NewPipeWriter(failing{fault}); IsBrokenPipe(fault) || p.Broken() {
		t.Error("another error is taken for a closed pipe")
	} else if _, err := p.Write(nil); err != fault || p.Broken() {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
