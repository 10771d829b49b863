package cmd

import (
	"slices"
	"testing"

	"kstat/report"
)

// Rows that are made ahead are those that would be made one by one, in the order of the table, and their notes are asked for
// in that order; so too when one goes back, or through the table twice.
func TestRowsMadeAhead(t *testing.T) {
	const n = 2*rowsAhead + 100
	order := make([]int, n)
	for i := range order {
		order[i] = (i * 7) % n
	}
	for _, threads := range []int{1, 2, 3} {
		var noted []int
		m := &rowMaker{order: order, threads: threads, figures: []figure{
			{append: func(dst []report.Cell, row int) []report.Cell { return append(dst, report.Int(row)) }},
			{append: func(dst []report.Cell, row int) []report.Cell {
				for range row % 3 {
					dst = append(dst, report.Int(-row))
				}
				return dst
			}, notes: func(cells []report.Cell, row int) {
				if len(cells) != row%3 {
					t.Errorf("notes of row %d: %d cells", row, len(cells))
				}
				noted = append(noted, row)
			}},
		}}
		look := func(i int) {
			row := order[i]
			want := []report.Cell{report.Int(row), report.Int(-row), report.Int(-row)}[:1+row%3]
			if got := m.at(i); !slices.Equal(got, want) {
				t.Fatalf("%d threads, row %d: %v; want %v", threads, i, got, want)
			}
		}
		for range 2 {
			for i := range order {
				look(i)
			}
		}
		if want := slices.Concat(order, order); !slices.Equal(noted, want) {
			t.Errorf("%d threads: notes are not in the order of the rows", threads)
		}
		for _, i := range []int{rowsAhead, 3, n - 1, rowsAhead - 1, 2 * rowsAhead} {
			look(i)
		}
	}
}

// A fault in a row that is made ahead is one of whoever comes to it, and not before.
func TestFaultOfARowMadeAhead(t *testing.T) {
	for _, threads := range []int{1, 2} {
		m := &rowMaker{order: upTo(2 * rowsAhead), threads: threads, figures: []figure{
			{append: func(dst []report.Cell, row int) []report.Cell {
				if row == rowsAhead+7 {
					panic("made to fail")
				}
				return append(dst, report.Int(row))
			}},
		}}
		for i := range rowsAhead {
			m.at(i)
		}
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d threads: no fault", threads)
				}
			}()
			m.at(rowsAhead)
		}()
	}
}
