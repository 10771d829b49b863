package report

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
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
	ahead := endsAhead{t: t, print: print, kept: make([]*printedEnd, t.Ends.Len)}
	n := 0
	for cells := range t.rows() {
		line = print(line[:0], 0, cells)
		for i, c := range cells {
			if c.note > 0 || !c.finite() {
				remark(n, i, c)
			}
		}
		end, err := ahead.of(n, len(cells))
		if err != nil {
			return err
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

// endsAhead prints ends ahead, some at a time, with several threads.
type endsAhead struct {
	t     *Table
	print func(b []byte, from int, cells []Cell) []byte
	kept  []*printedEnd // by number: those that are shared, from when they were first asked for
	from  int           // the number of the first of next
	next  []printedEnd
}

// ahead is how many ends are printed at a time: enough to keep threads busy, and little memory.
const ahead = 512

// of gives the end of a row whose other cells are so many. It is valid until the end of another row is asked for.
func (a *endsAhead) of(row, cells int) (*printedEnd, error) {
	number := a.t.Ends.Of(row)
	if end := a.kept[number]; end != nil {
		return end, nil
	}
	if number < a.from || number >= a.from+len(a.next) {
		if err := a.make(number, row, cells); err != nil {
			return nil, err
		}
	}
	end := &a.next[number-a.from]
	if a.t.Ends.Shared(number) {
		end = &printedEnd{text: slices.Clone(end.text), remarkable: slices.Clone(end.remarkable)}
		a.kept[number] = end
	}
	return end, nil
}

// make prints the ends from a number on.
func (a *endsAhead) make(from, row, cells int) error {
	a.from = from
	a.next = slices.Grow(a.next[:0], ahead)[:min(ahead, a.t.Ends.Len-from)]
	for k := range a.next {
		own := a.t.Ends.Cells(from + k)
		if err := a.t.fits(row, cells+len(own)); err != nil {
			return err
		}
		end := &a.next[k]
		end.cells = append(end.cells[:0], own...)
		for len(end.cells) < len(a.t.Columns)-cells {
			end.cells = append(end.cells, Cell{})
		}
	}
	threads := a.t.Ends.Threads
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	var wait sync.WaitGroup
	for t := range threads {
		part := a.next[len(a.next)*t/threads : len(a.next)*(t+1)/threads]
		wait.Go(func() {
			for k := range part {
				end := &part[k]
				end.text = a.print(end.text[:0], cells, end.cells)
				end.remarkable = end.remarkable[:0]
				for i, c := range end.cells {
					if c.note > 0 || !c.finite() {
						end.remarkable = append(end.remarkable, remarkable{cells + i, c})
					}
				}
			}
		})
	}
	wait.Wait()
	return nil
}

// printedEnd is an end as it is printed, with what there is to remark of it.
type printedEnd struct {
	cells      []Cell
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
