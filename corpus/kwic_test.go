package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kstat/tokenize"
)

// newAnalyst gives one that needs no model: these tests are about places, not about analyses.
func newAnalyst() Analyst { return &tokenize.TaggedReader{Untagged: true} }

// concordance gives the lines for a query in a text, read in chunks of a size.
func concordance(t *testing.T, text, query string, unit *tokenize.Unit, c Context, size, threads int) []*Line {
	t.Helper()
	src, err := NewSource(nil, Options{Stdin: strings.NewReader(text), ChunkSize: size})
	if err != nil {
		t.Fatal(err)
	}
	q, err := ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	var lines []*Line
	_, err = Kwic(src, KwicOptions{
		Analysis: Analysis{NewAnalyst: newAnalyst, Terms: tokenize.TermOptions{Unit: unit}},
		Query:    q, Context: c, Threads: threads,
	}, func(l *Line) error {
		lines = append(lines, l)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestKwicContext(t *testing.T) {
	text := "하나 둘,  셋\n넷 (걷는다) 다섯\t여섯 일곱\n\n여덟\n"
	for _, c := range []struct {
		context Context
		want    string
	}{
		{Context{Eojeols: 2}, "셋 넷 (|걷는다|) 다섯 여섯"},
		{Context{Eojeols: 1}, "넷 (|걷는다|) 다섯"},
		{Context{Eojeols: 0}, "(|걷는다|)"},
		{Context{Eojeols: 99}, "하나 둘, 셋 넷 (|걷는다|) 다섯 여섯 일곱 여덟"},
		{Context{Chars: 4}, " 넷 (|걷는다|) 다섯"},
		{Context{Eojeols: 5, Chars: 1}, "(|걷는다|)"},
	} {
		lines := concordance(t, text, "걷는다", &tokenize.UnitEojeol, c.context, 0, 1)
		if len(lines) != 1 {
			t.Fatalf("%d lines", len(lines))
		}
		l := lines[0]
		if got := l.Left + "|" + l.Node + "|" + l.Right; got != c.want {
			t.Errorf("%+v: %q, want %q", c.context, got, c.want)
		}
		if l.Number != 2 || text[l.Start:l.End] != "걷는다" {
			t.Errorf("line %d, %q", l.Number, text[l.Start:l.End])
		}
	}
}

// Graphemes are not cut, however many code points they have.
func TestKwicContextOfGraphemes(t *testing.T) {
	l := concordance(t, "x👨‍👩‍👧🇰🇷 말 e\u0301👍y", "말", &tokenize.UnitEojeol, Context{Chars: 3}, 0, 1)[0]
	if got, want := l.Left+"|"+l.Node+"|"+l.Right, "👨‍👩‍👧🇰🇷 |말| é👍"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Where a text is cut into chunks cannot be seen, nor how many threads worked.
func TestKwicIsTheSameForAllChunks(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "문장 %d 앞의 말 뒤의 문장%s", i*i%97, []string{" ", "\n", "\r\n", "\n\n"}[i%4])
	}
	text := b.String()
	show := func(lines []*Line) string {
		var b strings.Builder
		for _, l := range lines {
			fmt.Fprintf(&b, "%d %d %d %q %q %q\n", l.Number, l.Start, l.End, l.Left, l.Node, l.Right)
			if got := text[l.Start:l.End]; got != l.Node {
				t.Fatalf("%q is not at [%d,%d): %q", l.Node, l.Start, l.End, got)
			}
		}
		return b.String()
	}
	for _, c := range []Context{{Eojeols: 7}, {Chars: 40}} {
		want := show(concordance(t, text, "말", &tokenize.UnitEojeol, c, 0, 1))
		if n := strings.Count(want, "\n"); n != 300 {
			t.Fatalf("%d lines", n)
		}
		for _, size := range []int{150, 1000} {
			for _, threads := range []int{1, 2, 7} {
				if got := show(concordance(t, text, "말", &tokenize.UnitEojeol, c, size, threads)); got != want {
					t.Errorf("%+v, chunks of %d, %d threads: another concordance", c, size, threads)
				}
			}
		}
	}
}

// The context of one document holds nothing of another.
func TestKwicContextEndsWithTheDocument(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a": "가 말 나", "b": "다 말 라"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	src, _ := NewSource([]string{dir}, Options{})
	q, _ := ParseQuery("말")
	var got []string
	totals, err := Kwic(src, KwicOptions{
		Analysis: Analysis{NewAnalyst: newAnalyst, Terms: tokenize.TermOptions{Unit: &tokenize.UnitEojeol}}, Query: q, Context: Context{Eojeols: 5},
	}, func(l *Line) error {
		got = append(got, l.Left+l.Node+l.Right)
		return nil
	})
	if want := []string{"가 말 나", "다 말 라"}; err != nil || !slices.Equal(got, want) || totals.Documents != 2 {
		t.Errorf("%q, %+v, %v; want %q", got, totals, err, want)
	}
}

// A line of three million letters without a space is no context for anybody.
func TestKwicContextIsBounded(t *testing.T) {
	long := strings.Repeat("ㅋ", 100_000)
	l := concordance(t, long+" 말 "+long, "말", &tokenize.UnitEojeol, Context{Eojeols: 8}, 0, 1)[0]
	if len(l.Left) > maxContext || len(l.Right) > maxContext || l.Left == "" {
		t.Errorf("%d bytes to the left, %d to the right", len(l.Left), len(l.Right))
	}
}

func TestSortLines(t *testing.T) {
	lines := func() []*Line {
		return []*Line{
			{Left: "나 다 ", Node: "말", Right: "은 하나"},
			{Left: "가 “다", Node: "말", Right: "을 둘"},
			{Left: "라 ", Node: "Ab", Right: " 은"},
			{Left: "", Node: "말", Right: ""},
			{Left: "다 라, ", Node: "aa", Right: "은 가"},
			{Left: "나 다 ", Node: "말", Right: "은 하나"},
		}
	}
	for order, want := range map[LineOrder]string{
		ByPosition: "0 1 2 3 4 5",
		ByLeft:     "3 1 0 5 2 4",
		ByRight:    "3 2 4 0 5 1",
		ByNode:     "4 2 3 0 5 1",
	} {
		all := lines()
		sorted := slices.Clone(all)
		SortLines(sorted, order)
		var got []string
		for _, l := range sorted {
			got = append(got, fmt.Sprint(slices.Index(all, l)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", order, s, want)
		}
	}
}
