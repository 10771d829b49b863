package tokenize

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden analyses anew, to be read by eye before they are committed")

// The sentences of testdata/golden.txt were written for what is hard in Korean, each in its paragraph: irregular
// stems, contractions, homographs in both readings, names, chat, quoted speech, numbers. Their analyses were read by
// eye; those known to be wrong are marked with ✗ before the sentence, and what is right stands behind it.
func TestGolden(t *testing.T) {
	const path = "testdata/golden.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := New().NewWorker()
	var out strings.Builder
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		text := lines[i]
		out.WriteString(text + "\n")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		sentence, _, _ := strings.Cut(strings.TrimPrefix(text, "✗ "), " ✓ ")
		got := string(w.AppendLine(nil, sentence, Sejong))
		out.WriteString("\t" + got + "\n")
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\t") {
			i++
			if want := lines[i][1:]; got != want && !*update {
				t.Errorf("%s\n got %s\nwant %s", sentence, got, want)
			}
		} else if !*update {
			t.Errorf("%s has no analysis; run the test with -update and read what it writes", sentence)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
