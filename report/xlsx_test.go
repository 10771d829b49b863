package report_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"kstat/report"
)

// open reads a workbook back.
func open(t testing.TB, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// dump gives a workbook as text: every cell with its type, its value in full and as Excel shows it.
func dump(t testing.TB, book []byte) []byte {
	t.Helper()
	f := open(t, book)
	var b bytes.Buffer
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", sheet)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j := range row {
				name, _ := excelize.CoordinatesToCellName(j+1, i+1)
				kind, _ := f.GetCellType(sheet, name)
				shown, _ := f.GetCellValue(sheet, name)
				if formula, _ := f.GetCellFormula(sheet, name); formula != "" {
					t.Errorf("%s holds the formula %s", name, formula)
				}
				fmt.Fprintf(&b, "%s %s %q", name, cellTypes[kind], row[j])
				if shown != row[j] {
					fmt.Fprintf(&b, " shown as %q", shown)
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.Bytes()
}

var cellTypes = map[excelize.CellType]string{
	excelize.CellTypeUnset: "number", excelize.CellTypeNumber: "number", excelize.CellTypeBool: "bool",
	excelize.CellTypeInlineString: "text", excelize.CellTypeSharedString: "text", excelize.CellTypeFormula: "text",
}

// The header stays in sight, every column can be filtered, and columns are as wide as their Hangul.
func TestXLSXLooks(t *testing.T) {
	f := open(t, write(t, "xlsx", tables["hangul"](), report.Options{Lang: report.Korean}))
	panes, err := f.GetPanes("결과")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	names := f.GetDefinedName()
	if len(names) != 1 || !strings.HasSuffix(names[0].RefersTo, "$A$1:$E$4") {
		t.Errorf("filter: %+v", names)
	}
	if w, err := f.GetColWidth("결과", "A"); err != nil || w < 9 {
		t.Errorf("column A is %v wide, %v", w, err)
	}
	style, _ := f.GetCellStyle("결과", "A1")
	if s, err := f.GetStyle(style); err != nil || !s.Font.Bold {
		t.Errorf("header: %+v, %v", s, err)
	}
}

// The same table gives the same file: no clock, no map order.
func TestXLSXSameBytes(t *testing.T) {
	defer report.SetSheetRows(10)() // several sheets
	first := write(t, "xlsx", tables["attack"](), report.Options{})
	for range 20 {
		if !bytes.Equal(first, write(t, "xlsx", tables["attack"](), report.Options{})) {
			t.Fatal("bytes differ")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if y := f.Modified.Year(); y > 1980 {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(part, []byte("<f>")) {
			t.Errorf("%s holds a formula", f.Name)
		}
	}
}

// Rows that a sheet cannot hold go on the next, under the same header, and none is lost.
func TestXLSXContinues(t *testing.T) {
	defer report.SetSheetRows(4)()
	for n := range 12 {
		table := &report.Table{Columns: columns, Rows: func(yield func([]report.Cell) bool) {
			for i := range n {
				yield(row(fmt.Sprint("행", i), i, 0, 1, true))
			}
		}}
		f := open(t, write(t, "xlsx", table, report.Options{}))
		next := 0
		sheets := f.GetSheetList()
		for _, sheet := range sheets[:len(sheets)-1] {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) > 4 || rows[0][0] != "term" {
				t.Errorf("%d rows: sheet %s: %q", n, sheet, rows)
			}
			for _, r := range rows[1:] {
				if r[0] != fmt.Sprint("행", next) {
					t.Errorf("%d rows: %s instead of row %d", n, r[0], next)
				}
				next++
			}
		}
		if next != n || len(sheets) != 1+max(1, (n+2)/3) {
			t.Errorf("%d rows: %d came back on %d sheets", n, next, len(sheets))
		}
	}
}

// Text that no cell can hold is cut between characters, and a note says so.
func TestXLSXLongText(t *testing.T) {
	for _, s := range []string{strings.Repeat("가", 32767), strings.Repeat("가", 32768), strings.Repeat("😀", 20000), "a" + strings.Repeat("😀", 20000)} {
		table := &report.Table{Columns: columns[:1], Rows: report.Slice([][]report.Cell{{report.Str(s)}})}
		f := open(t, write(t, "xlsx", table, report.Options{}))
		got, err := f.GetCellValue("Result", "A2")
		if err != nil {
			t.Fatal(err)
		}
		whole := got == s
		if !strings.HasPrefix(s, got) || len(got) < 65000 {
			t.Errorf("%d bytes came back as %d", len(s), len(got))
		}
		if whole != (len(table.Notes) == 0) {
			t.Errorf("whole: %v, notes: %+v", whole, table.Notes)
		}
	}
}
