package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// writeFiles makes a folder with files in it; a name that ends in / is an empty folder, and a text "->x" a link to x.
func writeFiles(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		folder := filepath.Dir(path)
		if strings.HasSuffix(name, "/") {
			folder = path
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(text, "->"); ok {
			if runtime.GOOS == "windows" {
				t.Skip("links need privileges")
			}
			err = os.Symlink(filepath.FromSlash(target), path)
		} else if folder != path && !strings.HasSuffix(name, "/") {
			err = os.WriteFile(path, []byte(text), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// list reads all inputs and tells in one line each what came: a document with its text, or an error with its kind. Names
// are given from dir on.
func list(t testing.TB, dir string, opt Options, inputs ...string) []string {
	t.Helper()
	for i, in := range inputs {
		if in != "-" {
			inputs[i] = filepath.Join(dir, filepath.FromSlash(in))
		}
	}
	short := func(path string) string {
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return path
		}
		return filepath.ToSlash(rel)
	}
	src, err := NewSource(inputs, opt)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	documents := 0
	var text strings.Builder
	for c, err := range src.Chunks() {
		var e *InputError
		switch {
		case errors.As(err, &e):
			got = append(got, short(e.Path)+" !"+string(e.Kind))
			continue
		case err != nil:
			t.Fatalf("%T is no InputError: %v", err, err)
		}
		if c.Doc.Index != documents || c.Offset != text.Len() || c.Line != 1+CountLineEnds(text.String()) {
			t.Errorf("%s: document %d at %d, line %d", c.Doc.Name, c.Doc.Index, c.Offset, c.Line)
		}
		text.WriteString(c.Text)
		if c.Last {
			line := short(c.Doc.Name) + " " + text.String()
			for _, w := range c.Warnings {
				line += " ?" + string(w.Kind)
			}
			got = append(got, line)
			documents++
			text.Reset()
		}
	}
	return got
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// Nine texts in seven shapes: all sixty-three files are the same text once the analyses see them.
func TestSixtyThreeFiles(t *testing.T) {
	encodeWith := func(e encoding.Encoding) func(string) string {
		return func(s string) string {
			s, err := e.NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
	}
	shapes := []struct {
		name, encoding string
		write          func(string) string
	}{
		{"utf8", "utf-8", func(s string) string { return s }},
		{"bom", "utf-8", func(s string) string { return "\uFEFF" + s }},
		{"utf16le", "utf-16le", encodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))},
		{"utf16be", "utf-16be", encodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM))},
		{"cp949", "cp949", encodeWith(korean.EUCKR)},
		{"nfd", "utf-8", norm.NFD.String},
		{"crlf", "utf-8", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	}
	files := map[string]string{}
	for name, text := range nineTexts {
		for _, s := range shapes {
			files[name+"."+s.name+".txt"] = s.write(text)
		}
	}
	if len(files) != 63 {
		t.Fatalf("%d files", len(files))
	}
	src, err := NewSource([]string{writeFiles(t, files)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for c, err := range src.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		read++
		parts := strings.Split(filepath.Base(c.Doc.Name), ".")
		for _, s := range shapes {
			if s.name == parts[1] && c.Doc.Encoding != s.encoding {
				t.Errorf("%s: taken for %s", c.Doc.Name, c.Doc.Encoding)
			}
		}
		for _, cleaner := range []*Cleaner{{}, NewCleaner()} {
			want := cleaner.Clean(nineTexts[parts[0]]).Text
			if got := cleaner.Clean(c.Text).Text; got != want || !c.Last || len(c.Warnings) > 0 {
				t.Errorf("%s: %q, want %q; %v", c.Doc.Name, got, want, c.Warnings)
			}
		}
		if norm.NFC.String(strings.ReplaceAll(c.Text, "\r\n", "\n")) != norm.NFC.String(nineTexts[parts[0]]) {
			t.Errorf("%s: decoded %q", c.Doc.Name, c.Text)
		}
	}
	if read != 63 {
		t.Errorf("%d documents", read)
	}
}

func TestWalkInOrder(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"b.txt": "비", "a.txt": "에이", "가.txt": "가", norm.NFD.String("각") + ".txt": "각", "갸.txt": "갸",
		"sub/2.txt": "둘", "sub/10.txt": "열", "sub/deep/x": "깊이", ".hidden": "no", ".git/config": "no", "~$a.docx": "no", "empty/": "",
		"noending": "끝", "UPPER.TXT": "위",
	})
	want := []string{
		"UPPER.TXT 위", "a.txt 에이", "b.txt 비", "noending 끝", "sub/10.txt 열", "sub/2.txt 둘", "sub/deep/x 깊이",
		"가.txt 가", norm.NFD.String("각") + ".txt 각", "갸.txt 갸",
	}
	expect(t, list(t, dir, Options{}, "."), want...)
	// Named by the user, hidden files count, files come in the order given, and twice if named twice.
	expect(t, list(t, dir, Options{}, ".hidden", "b.txt", "a.txt", "b.txt", ".git"), ".hidden no", "b.txt 비", "a.txt 에이", "b.txt 비", ".git/config no")
	expect(t, list(t, dir, Options{}, "empty"), "empty !directory-empty")
}

func TestMissingInputsDoNotStopTheOthers(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": "하나", "b.txt": "둘", "c.pdf": "%PDF-1.4 …"})
	expect(t, list(t, dir, Options{}, "a.txt", "none.txt", "c.pdf", "b.txt"), "a.txt 하나", "none.txt !not-found", "c.pdf !unsupported", "b.txt 둘")
	if _, err := NewSource([]string{"a"}, Options{Encoding: "cp948"}); err == nil || !strings.Contains(err.Error(), "cp949") {
		t.Errorf("%v", err)
	}
}

func TestLinks(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"in/a.txt": "하나", "in/sub/b.txt": "둘", "in/sub/loop": "->..", "in/sub/self": "->.", "in/twin": "->sub", "in/file": "->a.txt", "in/lost": "->nowhere",
		"in/up": "->../..", "in/out": "->../out", "in/out2": "->../out", "out/c.txt": "셋", "out/back": "->../in", "in/mutual": "->mutual",
	})
	expect(t, list(t, dir, Options{}, "in"),
		"in/a.txt 하나", "in/file 하나", "in/lost !dangling-link", "in/mutual !read-failed",
		"in/out/back !directory-twice", "in/out/c.txt 셋", "in/out2 !directory-twice",
		"in/sub/b.txt 둘", "in/sub/loop !directory-loop", "in/sub/self !directory-loop", "in/twin !directory-twice", "in/up !directory-loop")
	// A link that the user names is followed.
	expect(t, list(t, dir, Options{}, "in/twin", "in/file"), "in/twin/b.txt 둘", "in/twin/loop !directory-loop", "in/twin/self !directory-loop", "in/file 하나")
}

func TestFilesVanish(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": "하나", "b.txt": "둘", "c/d.txt": "셋", "e.txt": "넷"})
	src, err := NewSource([]string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for c, err := range src.Chunks() {
		var e *InputError
		if errors.As(err, &e) {
			got = append(got, filepath.Base(e.Path)+" !"+string(e.Kind))
			if !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%v does not unwrap", err)
			}
			continue
		}
		got = append(got, c.Text)
		os.Remove(filepath.Join(dir, "b.txt"))
		os.RemoveAll(filepath.Join(dir, "c"))
	}
	expect(t, got, "하나", "b.txt !vanished", "c !vanished", "넷")
}

func TestPermission(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": "하나", "b.txt": "둘", "c/d.txt": "셋"})
	os.Chmod(filepath.Join(dir, "a.txt"), 0)
	os.Chmod(filepath.Join(dir, "c"), 0)
	defer os.Chmod(filepath.Join(dir, "c"), 0o777)
	if _, err := os.ReadFile(filepath.Join(dir, "a.txt")); err == nil {
		t.Skip("this user may read everything")
	}
	expect(t, list(t, dir, Options{}, "."), "a.txt !no-permission", "b.txt 둘", "c !no-permission")
}

func TestStdin(t *testing.T) {
	in := func() Options { return Options{Stdin: strings.NewReader("들어온 글\n")} }
	dir := writeFiles(t, map[string]string{"a.txt": "하나"})
	expect(t, list(t, ".", in()), "- 들어온 글\n")
	expect(t, list(t, dir, in(), "a.txt", "-", "-"), "a.txt 하나", "- 들어온 글\n", "- !stdin-twice")

	src, _ := NewSource([]string{"-"}, in())
	for range 2 {
		for _, err := range src.Chunks() {
			if e := (*InputError)(nil); errors.As(err, &e) && e.Kind == StdinTwice {
				return
			}
		}
	}
	t.Error("standard input was read twice")
}

func TestReadingBreaksOff(t *testing.T) {
	fault := &fs.PathError{Op: "read", Path: "-", Err: errors.New("device on fire")}
	opt := Options{Stdin: io.MultiReader(strings.NewReader("앞부분\n"), iotest.ErrReader(fault))}
	expect(t, list(t, ".", opt), "- 앞부분\n", "- !read-failed")

	src, _ := NewSource(nil, Options{Stdin: iotest.ErrReader(fault)})
	var lines []string
	for c, err := range src.Chunks() {
		if err != nil {
			lines = append(lines, err.Error())
			continue
		}
		lines = append(lines, fmt.Sprintf("%q %v", c.Text, c.Last))
	}
	expect(t, lines, `"" true`, "-: reading broke off: device on fire")
}

func TestEmptyAndOtherWarnings(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"0.txt": "", "1.txt": " \r\n\t", "2.txt": "가\n나\xff다", "3.csv": "가,나\n", "4.txt": "가\x00", "5.txt": "\xff\xfe\x00\xac\x00",
		"6.txt": "\xef\xbb\xbf", "7.html": "<p>가",
	})
	expect(t, list(t, dir, Options{}, "."),
		"0.txt  ?empty-document", "1.txt  \r\n\t ?empty-document", "2.txt 가\n나\uFFFD다 ?encoding-doubtful ?broken-bytes", "3.csv 가,나\n ?read-as-text",
		"4.txt 가\x00 ?nul-characters", "5.txt 가\uFFFD ?broken-bytes ?odd-length", "6.txt  ?empty-document", "7.html <p>가 ?read-as-text")

	src, _ := NewSource([]string{filepath.Join(dir, "2.txt")}, Options{})
	for c := range src.Chunks() {
		w := c.Warnings[1]
		if w.Count != 1 || w.Places[0] != (Place{Offset: 7, Line: 2}) || !strings.HasSuffix(w.String(), "2.txt: 1 broken sequences for utf-8, replaced by U+FFFD, the first in line 2, at byte offset 7 of the file (from 0)") {
			t.Errorf("%v %+v", w, w)
		}
	}
}

func TestEncodingOption(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": "\xb0\xa1\xb3\xaa"})
	expect(t, list(t, dir, Options{Encoding: "euc-kr"}, "a.txt"), "a.txt 가나")
	expect(t, list(t, dir, Options{Encoding: "utf-16le"}, "a.txt"), "a.txt \uA1B0\uAAB3")
}

// Every message of the table can be said without a {name} left in it, and each kind stands once.
func TestMessages(t *testing.T) {
	args := Args{"error": "e", "target": "t", "format": "f", "encoding": "x", "count": "1", "line": "2", "offset": "3"}
	seen := map[Kind]bool{}
	for _, m := range Messages() {
		if seen[m.Kind] {
			t.Errorf("%s twice", m.Kind)
		}
		seen[m.Kind] = true
		e := &InputError{Kind: m.Kind, Path: "p", Args: args}
		w := Warning{Kind: m.Kind, Path: "p", Args: args}
		for _, s := range []string{e.Error(), e.Hint(), w.String(), w.Hint()} {
			if strings.ContainsAny(s, "{}\n") {
				t.Errorf("%s: %q", m.Kind, s)
			}
		}
		if m.Reason == "" {
			t.Errorf("%s says nothing", m.Kind)
		}
	}
	if e := (&InputError{Kind: "new", Path: "p"}); e.Error() != "p: new" || e.Hint() != "" {
		t.Errorf("a kind without a message: %q", e.Error())
	}
}

func TestFormats(t *testing.T) {
	zipped := func(name, content string) string {
		return "PK\x03\x04\x14\x00\x00\x00\x00\x00" + strings.Repeat("\x00", 16) + fmt.Sprintf("%c\x00\x00\x00", len(name)) + name + content
	}
	for _, c := range []struct{ file, head, want string }{
		{"a.txt", "글", "text"}, {"a", "글", "text"}, {"a.2024", "글", "text"}, {"a.MD", "# 글", "text"}, {"a.csv", "a,b", "csv"}, {"-", "글", "text"}, {"-", "", "text"},
		{"a.hwp", ole, "hwp"}, {"a.doc", ole, "doc"}, {"a.xls", ole, "xls"}, {"a", ole, "hwp"}, {"a.txt", ole, "hwp"}, {"a.hwp", "HWP Document File V3.00", "hwp"},
		{"a.hwpx", zipped("mimetype", "application/hwp+zip"), "hwpx"}, {"a", zipped("mimetype", "application/hwp+zip"), "hwpx"},
		{"a.docx", zipped("[Content_Types].xml", ""), "docx"}, {"a.xlsx", zipped("x", ""), "xlsx"}, {"a.zip", zipped("word/document.xml", ""), "zip"},
		{"a.dat", zipped("word/document.xml", ""), "docx"}, {"a.txt", zipped("x", ""), "zip"}, {"a.epub", zipped("mimetype", "application/epub+zip"), "epub"},
		{"a.pdf", "%PDF-1.7", "pdf"}, {"a.pdf", "글", "pdf"}, {"a.txt", "%PDF-1.7", "pdf"}, {"a.docx", "", "docx"},
		{"a.tsv.xz", "\xFD7zXZ\x00", "xz"}, {"a.gz", "\x1f\x8b\x08\x00", "gzip"}, {"a.tar", strings.Repeat("x", 257) + "ustar", "tar"},
		{"a.png", "\x89PNG\r\n\x1a\n", "png"}, {"a.jpg", "\xff\xd8\xff\xe0", "jpeg"}, {"a.exe", "MZ\x90\x00", "a program"}, {"a.mp4", "\x00\x00\x00\x18ftypmp42", "mp4"},
		// What begins as a binary format does, but is text.
		{"a.txt", "MZ세대", "text"}, {"a.txt", "ID3 태그", "text"}, {"a.txt", "BZhang", "text"}, {"a.txt", "GIF89년", "text"}, {"a.txt", "PKㅋ", "text"}, {"a.txt", "RIFF", "text"},
		{"a.txt", "PAR1 이라는", "text"}, {"a.txt", "Rar! 하고", "text"}, {"a.txt", "7z", "text"}, {"a.txt", "%PDF", "text"},
	} {
		if got := formatOf(c.file, []byte(c.head)); got.Name != c.want {
			t.Errorf("%s beginning %q is %s, want %s", c.file, c.head, got.Name, c.want)
		}
	}
	endings := map[string]string{}
	readable := true
	for _, f := range Formats() {
		if f.Name == "" || len(f.Endings) == 0 || f.Readable() == (f.read == nil) {
			t.Errorf("%s is not complete", f.Name)
		}
		if f.Readable() && !readable {
			t.Errorf("%s can be read and stands after one that cannot", f.Name)
		}
		readable = f.Readable()
		for _, e := range f.Endings {
			if endings[e] != "" || e != strings.ToLower(e) || e[0] != '.' {
				t.Errorf("ending %s of %s (and %s)", e, f.Name, endings[e])
			}
			endings[e] = f.Name
		}
	}
}

func TestBytesRead(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": strings.Repeat("가", 50000), "b.txt": "나"})
	src, _ := NewSource([]string{dir}, Options{})
	last := int64(0)
	for range src.Chunks() {
		if n := src.BytesRead(); n <= last {
			t.Errorf("%d bytes after %d", n, last)
		} else {
			last = n
		}
	}
	if last != 150003 {
		t.Errorf("%d bytes in all", last)
	}
}

// A loop may be left at any time, and begun anew.
func TestBreak(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": "하나", "b/c.txt": "둘", "d.pdf": "%PDF-", "e.txt": "셋"})
	src, _ := NewSource([]string{dir, filepath.Join(dir, "none"), "-"}, Options{Stdin: strings.NewReader("끝")})
	for n := 1; n <= 7; n++ {
		seen := 0
		for range src.Chunks() {
			if seen++; seen == n {
				break
			}
		}
		if want := min(n, 6); seen != want {
			t.Errorf("%d steps, want %d", seen, want)
		}
	}
}

// A device that may never end is refused; the empty one is not.
func TestEndlessDevices(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the names of devices are those of Linux")
	}
	for name, want := range map[string]Kind{"/dev/zero": Endless, "/dev/null": ""} {
		src, err := NewSource([]string{name}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got Kind
		for _, err := range src.Chunks() {
			var e *InputError
			if errors.As(err, &e) {
				got = e.Kind
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
