package report_test

import (
	"io"
	"testing"

	"kstat/report"
)

// tokens is a stream like that of `kstat tokenize --format tsv`: a row a morpheme.
func tokens(n int) *report.Table {
	t := &report.Table{Command: "tokenize", Once: true}
	for _, key := range []string{"doc", "form", "tag", "lemma", "source"} {
		t.Columns = append(t.Columns, report.Column{Key: key})
	}
	for _, key := range []string{"sentence", "eojeol", "start", "end"} {
		t.Columns = append(t.Columns, report.Column{Key: key, Kind: report.Count})
	}
	forms := []string{"모델", "을", "공개", "하", "ᆫ", "회사", "는", "\"", "오픈AI", "."}
	t.Rows = func(yield func([]report.Cell) bool) {
		cells := make([]report.Cell, len(t.Columns))
		for i := range n {
			f := forms[i%len(forms)]
			cells[0], cells[1], cells[2], cells[3], cells[4] = report.Str("essay.txt"), report.Str(f), report.Str("NNG"), report.Str(f), report.Str("lexicon")
			cells[5], cells[6], cells[7], cells[8] = report.Int(i/20), report.Int(i/2), report.Int(i*6), report.Int(i*6+6)
			if !yield(cells) {
				return
			}
		}
	}
	return t
}

type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// Bytes are those of the output. The streaming formats allocate for the table, not for its cells.
func BenchmarkWrite(b *testing.B) {
	const rows = 20_000
	for i := range report.Formats {
		f := &report.Formats[i]
		b.Run(f.Name, func(b *testing.B) {
			var n counter
			if err := f.Write(&n, tokens(rows), report.Options{}); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				f.Write(io.Discard, tokens(rows), report.Options{})
			}
		})
	}
}

// Streaming formats that programs read allocate nothing for a row.
func TestNoAllocationPerRow(t *testing.T) {
	for _, name := range []string{"tsv", "csv", "json", "jsonl"} {
		f, _ := report.FormatNamed(name)
		allocs := func(rows int) float64 {
			return testing.AllocsPerRun(3, func() { f.Write(io.Discard, tokens(rows), report.Options{}) })
		}
		if few, many := allocs(10), allocs(1000); many > few+10 { // the line may grow
			t.Errorf("%s: %v allocations for 10 rows, %v for 1,000", name, few, many)
		}
	}
}
