package corpus

import (
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// cutAll cuts a text into chunks of about size bytes.
func cutAll(t testing.TB, r io.Reader, size int) (chunks []string) {
	t.Helper()
	c := &cutter{r: r, size: size}
	for {
		text, last, err := c.next()
		if err != nil {
			t.Fatal(err)
		}
		chunks = append(chunks, text)
		if last {
			return chunks
		}
	}
}

func TestCutter(t *testing.T) {
	for _, c := range []struct {
		text string
		size int
		want []string
	}{
		{"", 8, []string{""}},
		{"12345678", 8, []string{"12345678"}},
		{"1234567\n", 8, []string{"1234567\n"}},
		{"1234567\n9", 8, []string{"1234567\n", "9"}},
		{"12\n45\n789", 8, []string{"12\n45\n", "789"}},
		{"12\r45\r789", 8, []string{"12\r45\r", "789"}},
		{"123456\r\n9", 8, []string{"123456\r\n", "9"}},
		{"12\n4567\r\n9ab", 8, []string{"12\n", "4567\r\n", "9ab"}}, // never between \r and \n
		{"1234567\r9ab", 8, []string{"1234567\r", "9ab"}},
		{"12. 34 567 9abcde", 12, []string{"12. ", "34 567 ", "9abcde"}}, // a sentence, else white space
		{"12.” \t 34 567", 12, []string{"12.” \t ", "34 567"}},
		{"123456789012 34", 8, []string{"123456", "789012 ", "34"}}, // no longer look for white space
		{"\n\n\n\n\n", 2, []string{"\n\n", "\n\n", "\n"}},
	} {
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(c.text), "bytewise": iotest.OneByteReader(strings.NewReader(c.text))} {
			got := cutAll(t, r, c.size)
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("%q by %d (%s): %q, want %q", c.text, c.size, name, got, c.want)
			}
		}
	}
}

// A line without white space is cut at last, but between two graphemes and not inside a run, as far as these are not
// themselves too long.
func TestCutAnywhere(t *testing.T) {
	for name, unit := range map[string]string{
		"syllables": "가나다라", "runs": "ㅋㅋㅋㅋㅠㅠㅠ", "flags": "가🇰🇷나🇯🇵", "families": "👨‍👩‍👧‍👦👩🏽‍🏫", "marks": "e\u0301\u0323", "jamo": "\u1112\u1161\u11ab",
		"only marks": "\u0301", "one letter": "ㅋ", "regional": "🇰", "tags": "\U000e0067", "bytes": "x1",
	} {
		text := strings.Repeat(unit, 3000)
		chunks := cutAll(t, strings.NewReader(text), 100)
		if strings.Join(chunks, "") != text {
			t.Fatalf("%s: something is lost", name)
		}
		if len(chunks) < 3 {
			t.Errorf("%s: %d chunks", name, len(chunks))
		}
		for i, c := range chunks {
			if !utf8.ValidString(c) || len(c) > 100 || c == "" {
				t.Errorf("%s: chunk %d of %d bytes", name, i, len(c))
			}
		}
		switch name {
		case "only marks", "one letter", "regional", "tags":
			continue
		}
		graphemes := 0
		for _, c := range chunks {
			graphemes += uniseg.GraphemeClusterCount(c)
		}
		if want := uniseg.GraphemeClusterCount(text); graphemes != want {
			t.Errorf("%s: %d graphemes in chunks, %d in all", name, graphemes, want)
		}
	}
}

// For any text and size: nothing is lost, chunks are not too long, and every cut that is not at a line end lies in a line that
// is longer than a chunk.
func TestCutterRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 5000 {
		text := randomText(rng, rng.IntN(80))
		size := 1 + rng.IntN(60)
		chunks := cutAll(t, iotest.HalfReader(strings.NewReader(text)), size)
		if strings.Join(chunks, "") != text {
			t.Fatalf("%+q by %d: %+q", text, size, chunks)
		}
		at := 0
		for i, c := range chunks {
			at += len(c)
			if !utf8.ValidString(c) || len(c) > max(size, 2*utf8.UTFMax) {
				t.Fatalf("%+q by %d: chunk %+q", text, size, c)
			}
			if i == len(chunks)-1 {
				break
			}
			if strings.HasSuffix(c, "\r") && text[at] == '\n' {
				t.Fatalf("%+q by %d: cut inside \\r\\n", text, size)
			}
			if !strings.HasSuffix(c, "\n") && !strings.HasSuffix(c, "\r") {
				start := strings.LastIndexAny(text[:at-1], "\r\n") + 1
				if end, _ := LineEnd(text, start); end-start < size-1 {
					t.Fatalf("%+q by %d: line %+q is cut", text, size, text[start:end])
				}
			}
		}
	}
}

// Whatever the chunk size, a document is the same text.
func TestChunksAddUp(t *testing.T) {
	text := strings.Repeat(plainText+"\r\n\r긴 줄이 하나 있다. "+strings.Repeat("끝이 없는 줄 ", 300)+"\n", 20)
	for _, size := range []int{1, 7, 100, 4096, 0} {
		src, err := NewSource(nil, Options{Stdin: strings.NewReader(text), ChunkSize: size})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for c := range src.Chunks() {
			if c.Offset != b.Len() || c.Line != 1+CountLineEnds(b.String()) {
				t.Fatalf("by %d: chunk at %d, line %d; want %d, line %d", size, c.Offset, c.Line, b.Len(), 1+CountLineEnds(b.String()))
			}
			b.WriteString(c.Text)
		}
		if b.String() != text {
			t.Errorf("by %d: the text is another", size)
		}
	}
	src, _ := NewSource(nil, Options{Stdin: strings.NewReader(text), ChunkSize: 10, Whole: true})
	for c := range src.Chunks() {
		if c.Text != text || !c.Last {
			t.Error("not whole")
		}
	}
}

// However long the input and its lines, what is held is a few chunks.
func TestChunksAreBounded(t *testing.T) {
	const size = 16 << 20
	for name, unit := range map[string]string{
		"lines": "한 줄\n", "one line": "가나 다라 ", "no white space": "가나다라", "random bytes": "\xf3\x9a\x00\xe1\xff\x80가", "NUL": "\x00", "marks": "\u0301", "CR": "\r",
	} {
		src, _ := NewSource(nil, Options{Stdin: io.LimitReader(&endless{unit: unit}, size), Encoding: "utf-8"})
		chunks := 0
		for c := range src.Chunks() {
			chunks++
			if len(c.Text) > DefaultChunkSize {
				t.Errorf("%s: a chunk of %d bytes", name, len(c.Text))
			}
		}
		if chunks < size/DefaultChunkSize {
			t.Errorf("%s: %d chunks", name, chunks)
		}
	}
}

// endless gives unit again and again.
type endless struct {
	unit string
	at   int
}

func (r *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.unit[r.at]
		r.at = (r.at + 1) % len(r.unit)
	}
	return len(p), nil
}

func TestLineEnd(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""}, {"a", "a"}, {"a\n", "a|"}, {"a\r\nb\rc\nd", "a|b|c|d"}, {"\r\r\n\n", "|||"}, {"a\u2028b\u0085c\fd\ve", "a\u2028b\u0085c\fd\ve"}, {"\n\r", "||"},
	} {
		var lines []string
		for i := 0; ; {
			end, next := LineEnd(c.text, i)
			lines = append(lines, c.text[i:end])
			if end == len(c.text) {
				break
			}
			i = next
		}
		if got := strings.Join(lines, "|"); got != c.want || len(lines) != 1+CountLineEnds(c.text) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func BenchmarkSource(b *testing.B) {
	text := strings.Repeat(plainText, 20000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		src, _ := NewSource(nil, Options{Stdin: strings.NewReader(text)})
		for range src.Chunks() {
		}
	}
}
