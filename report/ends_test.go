package report_test

import (
	"bytes"
	"math"
	"testing"

	"kstat/report"
)

// A table whose rows share their ends is printed as one whose rows are whole, in every format, with its notes.
func TestEnds(t *testing.T) {
	heads := []string{"가", "나", "다", "라", "마"}
	of := []int{0, 1, 0, 2, 0}
	ends := [][]report.Cell{
		{report.Int(3)}, // a missing last cell
		{report.Int(1), report.Float(0.5)},
		{report.Int(2).Noted(0), report.Float(math.Inf(1))},
	}
	table := func() *report.Table {
		return &report.Table{
			Command: "test", Columns: []report.Column{{Key: "term"}, {Key: "n", Kind: report.Count}, {Key: "x", Kind: report.Number}},
			Notes: []report.Note{{Kind: "doubt", Text: report.Text{"doubtful", "의심스러움"}}},
		}
	}
	for i := range report.Formats {
		f := &report.Formats[i]
		whole, shared := table(), table()
		var rows, short [][]report.Cell
		for k, h := range heads {
			rows = append(rows, append([]report.Cell{report.Str(h)}, ends[of[k]]...))
			short = append(short, []report.Cell{report.Str(h)})
		}
		whole.Rows, shared.Rows = report.Slice(rows), report.Slice(short)
		made := 0
		var cells []report.Cell
		shared.Ends = &report.Ends{
			Of: func(row int) int { return of[row] },
			Cells: func(end int) []report.Cell {
				made++
				cells = append(cells[:0], ends[end]...) // reused, as it may be
				return cells
			},
			Shared: func(end int) bool { return end == 0 },
			Len:    len(ends),
		}
		var want, got bytes.Buffer
		if err := f.Write(&want, whole, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(&got, shared, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, &got, &want)
		}
		if f.Streams && made != 3 {
			t.Errorf("%s: ends were made %d times", f.Name, made)
		}
	}
	faulty := table()
	faulty.Rows = report.Slice([][]report.Cell{{report.Str("가"), report.Int(1)}})
	faulty.Ends = &report.Ends{Of: func(int) int { return 0 }, Cells: func(int) []report.Cell { return ends[1] }, Shared: func(int) bool { return true }, Len: 1}
	for i := range report.Formats {
		if err := report.Formats[i].Write(&bytes.Buffer{}, faulty, report.Options{}); err == nil {
			t.Errorf("%s: no error for a row with too many cells", report.Formats[i].Name)
		}
	}
}
