package cmd_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"kstat/cmd"
	"kstat/corpus"
)

// run gives what kstat prints.
func run(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, stderr bytes.Buffer
	if status := cmd.Main(args, strings.NewReader(stdin), &out, &stderr); status != 0 {
		t.Fatalf("kstat %s: status %d: %s", strings.Join(args, " "), status, &stderr)
	}
	return out.String()
}

// Nine texts, each a third of an essay, in seven shapes each: the same frequencies whatever the shape.
func TestFreqOfSixtyThreeFiles(t *testing.T) {
	shapes := map[string]func(string) (string, error){
		"UTF-8":    func(s string) (string, error) { return s, nil },
		"BOM":      func(s string) (string, error) { return "\uFEFF" + s, nil },
		"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
		"UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
		"CP949":    korean.EUCKR.NewEncoder().String,
		"NFD":      func(s string) (string, error) { return norm.NFD.String(s), nil },
		"CRLF":     func(s string) (string, error) { return strings.ReplaceAll(s, "\n", "\r\n"), nil },
	}
	for _, essay := range []string{"open-ai.txt", "closed-ai.txt", "travel.txt"} {
		b, err := os.ReadFile(filepath.Join("../testdata/essays", essay))
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(b), "\n")
		for third := range 3 {
			text := strings.Join(lines[third*len(lines)/3:(third+1)*len(lines)/3], "")
			want := run(t, text, "freq")
			if strings.Count(want, "\n") < 50 {
				t.Fatalf("%s: only %d words", essay, strings.Count(want, "\n"))
			}
			for shape, write := range shapes {
				s, err := write(text)
				if err != nil {
					t.Fatalf("%s, %s: %v", essay, shape, err)
				}
				if got := run(t, s, "freq"); got != want {
					t.Errorf("%s, third %d, %s: other frequencies", essay, third, shape)
				}
			}
		}
	}
}

// The number of threads cannot be seen in what the analyser gives, also where a text is cut into many chunks.
func TestThreadsOfTheAnalyser(t *testing.T) {
	var text strings.Builder
	essays, err := filepath.Glob("../testdata/essays/*.txt")
	if err != nil || len(essays) == 0 {
		t.Fatal(err)
	}
	for range 12 {
		for _, e := range essays {
			b, err := os.ReadFile(e)
			if err != nil {
				t.Fatal(err)
			}
			text.Write(b)
		}
	}
	if text.Len() < 2*corpus.DefaultChunkSize {
		t.Fatalf("%d bytes are too few for several chunks", text.Len())
	}
	for _, args := range [][]string{{"ngrams", "--format", "json"}, {"tokenize"}, {"tokenize", "--format", "tsv"}, {"kwic", "모델"}} {
		want := run(t, text.String(), append(args, "--threads", "1")...)
		for _, n := range []string{"2", "7"} {
			if run(t, text.String(), append(args, "--threads", n)...) != want {
				t.Errorf("kstat %s: %s threads give other bytes than one", strings.Join(args, " "), n)
			}
		}
	}
}

// What tokenize prints is counted as the text itself is: the same words, nouns and morphemes, as often. The eojeols are guessed,
// and of a chat full of marks (ㅋㅋ) one in ten is wrong.
func TestTaggedEssaysAreCountedAsTheirText(t *testing.T) {
	essays, err := filepath.Glob("../testdata/essays/*.txt")
	if err != nil || len(essays) == 0 {
		t.Fatal(err)
	}
	for _, essay := range essays {
		text, err := os.ReadFile(essay)
		if err != nil {
			t.Fatal(err)
		}
		tagged := run(t, string(text), "tokenize")
		for _, unit := range []string{"word", "noun", "morpheme"} {
			freq := []string{"freq", "--unit", unit, "--top", "0", "--format", "tsv"}
			if run(t, tagged, append(freq, "--pretagged")...) != run(t, string(text), freq...) {
				t.Errorf("%s: other frequencies of the unit %s", essay, unit)
			}
		}
		want := summaryOf(t, run(t, string(text), "freq", "--format", "json"))
		got := summaryOf(t, run(t, tagged, "freq", "--pretagged", "--format", "json"))
		if got.Eojeols < want.Eojeols || got.Eojeols > want.Eojeols*11/10 {
			t.Errorf("%s: %d eojeols, of the text %d", essay, got.Eojeols, want.Eojeols)
		}
	}
}

type sizes struct{ Eojeols int }

// summaryOf reads the sizes of a text from the summary of a result in JSON.
func summaryOf(t *testing.T, result string) sizes {
	t.Helper()
	var r struct{ Summary sizes }
	if err := json.Unmarshal([]byte(result), &r); err != nil {
		t.Fatal(err)
	}
	return r.Summary
}

// A line of output for each line of input, whatever ends it; what only looks like a line end ends none.
func TestLinesOfTokenize(t *testing.T) {
	for _, c := range []struct {
		text  string
		lines int
	}{
		{"", 0}, {"\n", 1}, {"\n\n\n", 3}, {"가다", 1}, {"가다\n", 1}, {"가다\n\n오다", 3}, {"가다\r\n오다\r\n", 2}, {"가다\r오다\r", 2}, {"가다\r\n\r\n오다", 3},
		{"가다.\u2028오다.\n", 1}, {"가다.\u2029오다.\n", 1}, {"가다.\f오다.\n", 1}, {"가다.\v오다.\n", 1}, {"가다.\u0085오다.\n", 1}, {" \n\t\n\u3000\n", 3}, {"\x00\n\u200b\n", 2},
	} {
		if got := strings.Count(run(t, c.text, "tokenize"), "\n"); got != c.lines {
			t.Errorf("tokenize %q: %d lines, want %d", c.text, got, c.lines)
		}
		if got := strings.Count(run(t, c.text, "sentences", "--join", "\t"), "\n"); got != c.lines {
			t.Errorf("sentences --join %q: %d lines, want %d", c.text, got, c.lines)
		}
	}
}
