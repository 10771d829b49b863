package cmd_test

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/xuri/excelize/v2"
)

// The workbook of every command opens again: its header is frozen, what is a number in the TSV is one in its cell, with all
// digits, text is text, and each column is wide enough for its heading in Hangul.
func TestWorkbooks(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := file("a.txt", "경제 성장 경제 위기 성장 정책\n정책 경제 성장\n=1+1 @경제\n")
	b := file("b.txt", "학교 교육 경제\n학교 정책 교육 성장\n")
	for _, args := range [][]string{
		{"freq", a, b}, {"freq", "--measures", "all", a, b}, {"ngrams", a, b}, {"ngrams", "--measures", "lambda,lambda_z", a},
		{"compare", a, b}, {"compare", "--measures", "all", a, b}, {"collocations", a, b}, {"collocations", "--measures", "all", a},
		{"collocates", "경제", a, b}, {"dispersion", "경제", a, b}, {"diversity", a, b}, {"keywords", "--method", "textrank", a},
		{"keywords", "--ref", b, a}, {"kwic", "--unit", "eojeol", "경제", a},
	} {
		name := strings.Join(args[:len(args)-1], " ")
		args = append([]string{"--lang", "ko"}, append(args, "--pretokenized")...)
		book := filepath.Join(dir, "out.xlsx")
		run(t, "", append(args, "-o", book)...)
		lines := strings.Split(strings.TrimSuffix(run(t, "", append(args, "--format", "tsv")...), "\n"), "\n")
		f, err := excelize.OpenFile(book)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sheet := f.GetSheetName(0)
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header is not frozen: %+v, %v", name, panes, err)
		}
		for i, line := range lines {
			for j, want := range strings.Split(line, "\t") {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				kind, _ := f.GetCellType(sheet, cell)
				got, _ := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if i == 0 {
					column, _ := excelize.ColumnNumberToName(j + 1)
					if width, _ := f.GetColWidth(sheet, column); width < float64(uniseg.StringWidth(got)) {
						t.Errorf("%s: column %s is %v wide for %q", name, column, width, got)
					}
					continue
				}
				x, err := strconv.ParseFloat(want, 64)
				number := err == nil && !math.IsNaN(x) && !math.IsInf(x, 0) && x != 0
				if !number {
					continue
				}
				y, err := strconv.ParseFloat(got, 64)
				if kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber || err != nil || math.Abs(x-y) > 1e-14*math.Abs(x) {
					t.Errorf("%s, %s: %q of type %v, want the number %s", name, cell, got, kind, want)
				}
			}
		}
		f.Close()
	}
}
