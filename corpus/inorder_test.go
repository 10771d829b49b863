package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kstat/tokenize"
)

// numbered gives n chunks with their number as text, and an error in place of each that is a multiple of bad.
func numbered(n, bad int) iter.Seq2[*Chunk, error] {
	return func(yield func(*Chunk, error) bool) {
		for i := range n {
			var err error
			chunk := &Chunk{Text: fmt.Sprint(i)}
			if bad > 0 && i%bad == 0 {
				chunk, err = nil, fmt.Errorf("bad %d", i)
			}
			if !yield(chunk, err) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	var want []string
	for i := range 200 {
		if i%7 == 0 {
			want = append(want, fmt.Sprint("bad ", i))
		} else {
			want = append(want, fmt.Sprint(i))
		}
	}
	for _, threads := range []int{0, 1, 2, 7, 300} {
		var got []string
		err := InOrder(numbered(200, 7), threads, func(int) func(*Chunk) string {
			return func(c *Chunk) string {
				if c.Text[len(c.Text)-1]%3 == 0 { // some take longer
					time.Sleep(time.Millisecond)
				}
				return c.Text
			}
		}, func(s string, err error) error {
			if err != nil {
				s = err.Error()
			}
			got = append(got, s)
			return nil
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d threads: %v, %v", threads, got, err)
		}
	}
}

// An error of deliver ends the work, and the reading with it.
func TestInOrderStops(t *testing.T) {
	stop := errors.New("stop")
	for _, threads := range []int{1, 2, 7} {
		read := 0
		chunks := func(yield func(*Chunk, error) bool) {
			for yield(&Chunk{}, nil) {
				read++
			}
		}
		delivered := 0
		err := InOrder(chunks, threads, func(int) func(*Chunk) int { return func(*Chunk) int { return 0 } }, func(int, error) error {
			delivered++
			if delivered == 10 {
				return stop
			}
			return nil
		})
		if err != stop || delivered != 10 {
			t.Errorf("%d threads: error %v after %d", threads, err, delivered)
		}
		if most := 10 + 4*threads + 2; read > most {
			t.Errorf("%d threads: %d chunks were read for 10 results, want at most %d", threads, read, most)
		}
	}
}

// A panic in any of the three places becomes an error, and what was delivered before it stays.
func TestInOrderCatchesPanics(t *testing.T) {
	for _, threads := range []int{1, 2, 7} {
		for _, place := range []string{"read", "new", "work"} {
			chunks := func(yield func(*Chunk, error) bool) {
				if !yield(&Chunk{}, nil) {
					return
				}
				if place == "read" {
					panic("read")
				}
				yield(&Chunk{Text: "bad"}, nil)
			}
			err := InOrder(chunks, threads, func(int) func(*Chunk) int {
				if place == "new" {
					panic("new")
				}
				return func(c *Chunk) int {
					if place == "work" && c.Text == "bad" {
						panic("work")
					}
					return 0
				}
			}, func(int, error) error { return nil })
			var p *PanicError
			if !errors.As(err, &p) || p.Value != place || len(p.Stack) == 0 {
				t.Errorf("%d threads, panic in %s: %v", threads, place, err)
			}
		}
	}
}

// The number of threads and the size of chunks cannot be seen in counts, as long as no line is longer than a chunk.
func TestCountTermsIsTheSameForAllThreadsAndChunks(t *testing.T) {
	dir := t.TempDir()
	words := strings.Fields("학교에서 걷는다. 학교를 나무가 하늘이 GPT-4를 나무가. 바람이 분다!")
	for d := range 5 {
		var b strings.Builder
		for i := range 40 << d {
			b.WriteString(words[(i*i/7+i/3+d)%len(words)])
			b.WriteByte(" \n"[i%9/8])
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(d)), []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []int{1, 2} {
		var want []Count
		var totals Totals
		for _, threads := range []int{1, 2, 7} {
			for _, size := range []int{200, 1000, 0} {
				src, err := NewSource([]string{dir}, Options{ChunkSize: size})
				if err != nil {
					t.Fatal(err)
				}
				c, err := CountTerms(src, CountOptions{
					Analysis: Analysis{NewAnalyst: newAnalyst, Terms: tokenize.TermOptions{Unit: &tokenize.UnitToken}}, Threads: threads, N: n, Glue: " ",
				})
				if err != nil {
					t.Fatal(err)
				}
				got := c.Counts(1, 0)
				if want == nil {
					want, totals = got, c.Totals
				}
				if !slices.Equal(got, want) || c.Totals != totals {
					t.Errorf("%d threads, chunks of %d: %d counts of %+v, want %d of %+v", threads, size, len(got), c.Totals, len(want), totals)
				}
			}
		}
		if totals.Documents != 5 || totals.Tokens != 40+80+160+320+640 {
			t.Errorf("%+v", totals)
		}
	}
}

// n lines in are n lines out, whatever stands in them.
func TestMapLines(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"", ""},
		{"\n", "<>\n"},
		{"가", "<가>\n"},
		{"가\n나", "<가>\n<나>\n"},
		{"가\n\n\n나\n", "<가>\n<>\n<>\n<나>\n"},
		{"가\r\n나\r\n", "<가>\n<나>\n"},
		{"가\u2028나\f다\v라\u0085마\n", "<가\u2028나\f다\v라\u0085마>\n"},
		{"가\r나\n", "<가\r나>\n"},
		{"가\r나\r", "<가>\n<나>\n"}, // a file with no other line end
		{"\r", "<>\n"},
	} {
		for _, threads := range []int{1, 2} {
			src, err := NewSource(nil, Options{Stdin: strings.NewReader(c.in)})
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			o := LineOptions{Analysis: Analysis{NewAnalyst: newAnalyst}, Threads: threads}
			err = MapLines(&out, src, o, func(*Reader) func([]byte, string) []byte {
				return func(dst []byte, line string) []byte { return append(append(append(dst, '<'), line...), '>') }
			})
			if err != nil || out.String() != c.out {
				t.Errorf("%q: %q, %v; want %q", c.in, out.String(), err, c.out)
			}
		}
	}
}

// A line that is longer than a chunk stays one.
func TestMapLinesJoinsWhatWasCut(t *testing.T) {
	line := strings.TrimSpace(strings.Repeat("가나 다라마 ", 50))
	in := line + "\n\n" + line + "\n" + line
	for _, size := range []int{16, 50, 64, 333, 1 << 20} {
		src, err := NewSource(nil, Options{Stdin: strings.NewReader(in), ChunkSize: size})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		o := LineOptions{Analysis: Analysis{NewAnalyst: newAnalyst}, Glue: " "}
		err = MapLines(&out, src, o, func(r *Reader) func([]byte, string) []byte {
			return func(dst []byte, line string) []byte {
				_, tokens := r.Line(line)
				for i, k := range tokens {
					if i > 0 {
						dst = append(dst, ' ')
					}
					dst = append(dst, k.Form...)
				}
				return dst
			}
		})
		if want := in + "\n"; err != nil || out.String() != want {
			t.Errorf("chunks of %d: %v\ngot  %q\nwant %q", size, err, out.String(), want)
		}
	}
}
