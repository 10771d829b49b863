package report

import (
	"fmt"
	"iter"
	"slices"
)

// each calls f for every row, with exactly one cell for each column. The slice is reused.
func (t *Table) each(rows iter.Seq[[]Cell], f func(row int, cells []Cell) error) error {
	var err error
	n := 0
	whole := make([]Cell, len(t.Columns))
	ends := make(map[int][]Cell)
	for cells := range rows {
		var end []Cell
		if t.Ends != nil {
			number := t.Ends.Of(n)
			var known bool
			if end, known = ends[number]; !known {
				end = t.Ends.Cells(number)
				if t.Ends.Shared(number) {
					end = slices.Clone(end)
					ends[number] = end
				}
			}
		}
		if err = t.fits(n, len(cells)+len(end)); err != nil {
			return err
		}
		if len(cells) < len(t.Columns) {
			at := copy(whole, cells)
			clear(whole[at+copy(whole[at:], end):])
			cells = whole
		}
		if err = f(n, cells); err != nil {
			return err
		}
		n++
	}
	return nil
}

// fits looks whether a row has not too many cells.
func (t *Table) fits(row, cells int) error {
	if cells > len(t.Columns) {
		return fmt.Errorf("row %d has %d cells for %d columns", row, cells, len(t.Columns))
	}
	return nil
}

// lines calls f for every row as print makes it of cells, of which the first stands in column from. An end that is
// shared is printed once for all rows that have it. Of every cell that refers to a note or is not finite remark is told. The line is reused.
func (t *Table) lines(print func(b []byte, from int, cells []Cell) []byte, remark func(row, column int, c Cell),
	f func(row int, line []byte) error) error {
	line := make([]byte, 0, 512)
	if t.Ends == nil {
		return t.each(t.rows(), func(row int, cells []Cell) error {
			for i, c := range cells {
				if c.note > 0 || !c.finite() {
					remark(row, i, c)
				}
			}
			line = print(line[:0], 0, cells)
			return f(row, line)
		})
	}
	ends := make(map[int]*printedEnd) // the shared ones
	once := &printedEnd{}
	padded := make([]Cell, len(t.Columns))
	n := 0
	for cells := range t.rows() {
		line = print(line[:0], 0, cells)
		for i, c := range cells {
			if c.note > 0 || !c.finite() {
				remark(n, i, c)
			}
		}
		number := t.Ends.Of(n)
		end := ends[number]
		if end == nil {
			if end = once; t.Ends.Shared(number) {
				end = &printedEnd{}
				ends[number] = end
			}
			own := t.Ends.Cells(number)
			if err := t.fits(n, len(cells)+len(own)); err != nil {
				return err
			}
			rest := padded[:len(t.Columns)-len(cells)]
			clear(rest[copy(rest, own):])
			end.text = print(end.text[:0], len(cells), rest)
			end.remarkable = end.remarkable[:0]
			for i, c := range rest {
				if c.note > 0 || !c.finite() {
					end.remarkable = append(end.remarkable, remarkable{len(cells) + i, c})
				}
			}
			if end != once {
				end.text = slices.Clip(end.text)
			}
		}
		for _, r := range end.remarkable {
			remark(n, r.column, r.cell)
		}
		line = append(line, end.text...)
		if err := f(n, line); err != nil {
			return err
		}
		n++
	}
	return nil
}

// printedEnd is an end as it is printed, with what there is to remark of it.
type printedEnd struct {
	text       []byte
	remarkable []remarkable
}

// remarkable is a cell that refers to a note or is not finite.
type remarkable struct {
	column int
	cell   Cell
}

// note gives the index of the table's note of a kind, and adds the note where there is none yet.
func (t *Table) note(kind string, text Text) int {
	for i := range t.Notes {
		if t.Notes[i].Kind == kind {
			return i
		}
	}
	t.Notes = append(t.Notes, Note{Kind: kind, Text: text})
	return len(t.Notes) - 1
}

// marks remembers which rows and columns refer to each note.
type marks struct {
	columns int
	notes   []mark
}

type mark struct {
	rows    []int
	columns []bool
}

// add remembers that a cell refers to a note.
func (m *marks) add(note, row, column int) {
	for len(m.notes) <= note {
		m.notes = append(m.notes, mark{})
	}
	k := &m.notes[note]
	if k.columns == nil {
		k.columns = make([]bool, m.columns)
	}
	k.columns[column] = true
	if n := len(k.rows); n == 0 || k.rows[n-1] != row {
		k.rows = append(k.rows, row)
	}
}

// of gives what refers to a note.
func (m *marks) of(note int) mark {
	if note < len(m.notes) {
		return m.notes[note]
	}
	return mark{}
}
