package corpus

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// readAs reads bytes as a file of a format and checks what must hold for every format and any bytes: valid text, chunks
// that follow each other, one Last a document, an error at most beside it.
func readAs(t *testing.T, form Format, data string) (documents int) {
	t.Helper()
	src, err := NewSource(nil, Options{ChunkSize: 64})
	if err != nil {
		t.Fatal(err)
	}
	var doc *Document
	offset, line := 0, 1
	r := &reading{source: src, yield: func(c *Chunk, err error) bool {
		if err != nil {
			if e, ok := err.(*InputError); !ok || e.Path == "" || message(e.Kind).Reason == string(e.Kind) {
				t.Errorf("%s: %q: error %v", form.Name, data, err)
			}
			return true
		}
		if doc == nil {
			doc, offset, line = c.Doc, 0, 1
			documents++
		}
		if c.Doc != doc || c.Offset != offset || c.Line != line || !utf8.ValidString(c.Text) || (c.Text == "" && !c.Last) || doc.Encoding == "" || doc.Format == "" {
			t.Errorf("%s: %q: chunk %+v of %+v; want it at %d, line %d", form.Name, data, c, c.Doc, offset, line)
		}
		offset += len(c.Text)
		line += CountLineEnds(c.Text)
		if c.Last {
			doc = nil
		} else if len(c.Warnings) > 0 {
			t.Errorf("%s: %q: warnings before the end", form.Name, data)
		}
		return true
	}}
	r.file("file"+form.Endings[0], strings.NewReader(data))
	if doc != nil {
		t.Errorf("%s: %q: no last chunk", form.Name, data)
	}
	return documents
}

// hostile are bytes that no format expects.
func hostile() []string {
	rng := rand.New(rand.NewPCG(13, 14))
	random := make([]byte, 5000)
	for i := range random {
		random[i] = byte(rng.Uint32())
	}
	return []string{
		"", "\xef\xbb\xbf", "\xff\xfe", "\xff\xfe\x00", "\xff", "\x00", strings.Repeat("\x00", 3000), string(random), string(random[:513]), strings.Repeat("\r", 3000),
		strings.Repeat("가", 3000), strings.Repeat("ㅋ", 3000), "a" + strings.Repeat("\u0301", 3000), strings.Repeat("(", 3000), strings.Repeat("\xed\xa0\x80", 1000), strings.Repeat("\"", 3001),
	}
}

// Every format that can be read passes the same exam.
func TestFormatExam(t *testing.T) {
	for _, form := range Formats() {
		if !form.Readable() {
			for _, data := range hostile() {
				if n := readAs(t, form, data); n > 0 && formatOf("file"+form.Endings[0], []byte(data)).refused != "" {
					t.Errorf("%s: %d documents of a format that cannot be read", form.Name, n)
				}
			}
			continue
		}
		for _, data := range hostile() {
			readAs(t, form, data)
		}
		for name, sample := range nineTexts {
			for _, data := range []string{sample, "\uFEFF" + sample, strings.ReplaceAll(sample, "\n", "\r\n")} {
				if n := readAs(t, form, data); n == 0 {
					t.Errorf("%s: no document in %s", form.Name, name)
				}
			}
			for i := range len(sample) {
				readAs(t, form, sample[:i])
			}
		}
	}
}

func FuzzSource(f *testing.F) {
	for _, data := range hostile() {
		f.Add(data, uint8(0))
	}
	for _, text := range nineTexts {
		for i := range formats {
			f.Add(text, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, data string, form uint8) {
		readAs(t, formats[int(form)%len(formats)], data)
	})
}
