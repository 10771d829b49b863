package report

import (
	"fmt"
	"iter"
)

// each calls f for every row, with exactly one cell for each column. The slice is reused.
func (t *Table) each(rows iter.Seq[[]Cell], f func(row int, cells []Cell) error) error {
	var err error
	n := 0
	padded := make([]Cell, len(t.Columns))
	for cells := range rows {
		if len(cells) > len(t.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", n, len(cells), len(t.Columns))
		}
		if len(cells) < len(t.Columns) {
			clear(padded[copy(padded, cells):])
			cells = padded
		}
		if err = f(n, cells); err != nil {
			return err
		}
		n++
	}
	return nil
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
