package cmd

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"kstat/report"
)

// figure is one or more columns of a table, and what they hold.
type figure struct {
	columns []report.Column
	// append appends the cells of a row. It is called by several goroutines at the same time, for different rows, also while
	// others have their notes.
	append func(dst []report.Cell, row int) []report.Cell
	// notes refers cells that append made to notes of the table. It is called for one row after the other, so that notes
	// are numbered as a reader meets them. Nil where there is nothing to note.
	notes func(cells []report.Cell, row int)
}

// cells gives the cells of a row with their notes.
func (f *figure) cells(dst []report.Cell, row int) []report.Cell {
	n := len(dst)
	dst = f.append(dst, row)
	if f.notes != nil {
		f.notes(dst[n:], row)
	}
	return dst
}

// rows gives the rows of a table of figures.
func rows(figures []figure, order []int, threads int) func(yield func([]report.Cell) bool) {
	return func(yield func([]report.Cell) bool) {
		m := rowMaker{figures: figures, order: order, threads: threads}
		for i := range order {
			if !yield(m.at(i)) {
				return
			}
		}
	}
}

// rowMaker makes the cells of rows ahead, some rows at a time, with several threads: while some are printed, the next are made.
type rowMaker struct {
	figures   []figure
	order     []int
	threads   int
	now, next madeRows
	coming    chan any // gives the fault, if there was one, when next is made; nil while nobody makes it
}

// madeRows are rows that follow each other in the order.
type madeRows struct {
	from  int // the first of them
	cells [][]report.Cell
	ends  [][]int // where the cells of each figure end
}

func (m *madeRows) has(i int) bool { return i >= m.from && i < m.from+len(m.cells) }

// rowsAhead is how many rows are made at a time: enough to keep threads busy, and not to hold a table in memory.
const rowsAhead = 512

// at gives the cells of the i-th row of the order. They are valid until a row is asked for that was not made with it.
func (m *rowMaker) at(i int) []report.Cell {
	if !m.now.has(i) {
		m.turnTo(i)
	}
	return m.now.cells[i-m.now.from]
}

// turnTo makes the rows from one on the present ones, and has the next made.
func (m *rowMaker) turnTo(from int) {
	if m.coming != nil {
		fault := <-m.coming
		m.coming = nil
		if fault != nil {
			panic(fault)
		}
	}
	if len(m.next.cells) == 0 || m.next.from != from {
		m.make(&m.next, from)
	}
	m.now, m.next = m.next, m.now
	m.next.from = -1
	for k, cells := range m.now.cells {
		at := 0
		for j := range m.figures {
			end := m.now.ends[k][j]
			if f := &m.figures[j]; f.notes != nil {
				f.notes(cells[at:end], m.order[from+k])
			}
			at = end
		}
	}
	following := from + len(m.now.cells)
	if m.threads == 1 || following >= len(m.order) {
		return
	}
	coming := make(chan any, 1)
	m.coming = coming
	go func() {
		defer func() {
			if v := recover(); v != nil {
				coming <- internalError(v)
			}
			close(coming)
		}()
		m.make(&m.next, following)
	}()
}

// make makes rows, but for their notes.
func (m *rowMaker) make(rows *madeRows, from int) {
	n := min(rowsAhead, len(m.order)-from)
	rows.from, rows.cells, rows.ends = from, slices.Grow(rows.cells[:0], n)[:n], slices.Grow(rows.ends[:0], n)[:n]
	inParallel(n, m.threads, func(k int) {
		cells, ends := rows.cells[k][:0], rows.ends[k][:0]
		for j := range m.figures {
			cells = m.figures[j].append(cells, m.order[from+k])
			ends = append(ends, len(cells))
		}
		rows.cells[k], rows.ends[k] = cells, ends
	})
}

// endsOf gives the ends of rows that end alike where their inputs are the same: input tells which a row has, times how many
// rows have one.
func endsOf(figures []figure, order []int, input []uint32, times []uint64, threads int) *report.Ends {
	m := &rowMaker{figures: figures, threads: threads}
	number := make([]int, len(times)) // by input, from 1 in the order of the rows
	for _, row := range order {
		if i := input[row]; number[i] == 0 {
			m.order = append(m.order, row)
			number[i] = len(m.order)
		}
	}
	return &report.Ends{
		Of:     func(i int) int { return number[input[order[i]]] - 1 },
		Cells:  m.at,
		Shared: func(end int) bool { return times[input[m.order[end]]] > 1 },
		Len:    len(m.order), Threads: threads,
	}
}

// byInput gives the rows whose inputs are listed, in the order in which compare has the inputs. Rows whose inputs stand side
// by side in it are in the order of names, in which base has all rows; nil means that rows of one input follow each other in
// that order. times tells how many rows have an input.
//
// There are far fewer inputs than rows, so the rows are put in order by counting. Only those of different inputs that compare
// as equal have to be sorted.
func byInput(input []uint32, times []uint64, base []uint32, listed func(input int) bool, compare, names func(x, y int) int) []int {
	inputs := make([]int, 0, len(times))
	for i := range times {
		if listed(i) {
			inputs = append(inputs, i)
		}
	}
	slices.SortFunc(inputs, compare)
	next := make([]int, len(times)) // where the next row of an input goes; -1 where it is not listed
	for i := range next {
		next[i] = -1
	}
	n := 0
	for _, i := range inputs {
		next[i] = n
		n += int(times[i])
	}
	order := make([]int, n)
	for k := range input {
		row := k
		if base != nil {
			row = int(base[k])
		}
		if i := input[row]; next[i] >= 0 {
			order[next[i]] = row
			next[i]++
		}
	}
	for from := 0; from < len(inputs); {
		to := from + 1
		for to < len(inputs) && compare(inputs[from], inputs[to]) == 0 {
			to++
		}
		if to > from+1 {
			first := inputs[from]
			slices.SortFunc(order[next[first]-int(times[first]):next[inputs[to-1]]], names)
		}
		from = to
	}
	return order
}

// inParallel calls f for the numbers below n with several threads; fewer than 1 means one for each processor. A panic of f is
// one of the caller.
func inParallel(n, threads int, f func(i int)) {
	const block = 32 // numbers that a thread takes at a time
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	if threads = min(threads, n/block); threads < 2 {
		for i := range n {
			f(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	var fault atomic.Value
	for range threads {
		wait.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					fault.CompareAndSwap(nil, internalError(v))
				}
			}()
			for {
				from := int(next.Add(block)) - block
				for i := from; i < min(from+block, n); i++ {
					f(i)
				}
				if from >= n {
					return
				}
			}
		})
	}
	wait.Wait()
	if v := fault.Load(); v != nil {
		panic(v)
	}
}
