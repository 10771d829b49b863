// Package report lays out results for people and for programs.
//
// A command builds one Table: columns, rows, a summary, and the doubts that belong to the numbers. Write prints it as
// any of the formats in the table Formats. The package knows how a count, a probability or a piece of Korean text is
// to be printed; it does not know what the numbers mean, and it never changes, sorts or drops a row.
//
// Two kinds of formats stand side by side. Those for programs (tsv, csv, json, jsonl) name columns by Column.Key and
// print every number in full: the shortest decimal that gives the same float64 back. Those for people (table, md,
// html) use headings in the reader's language, thousands separators and a sensible number of decimals; xlsx shows
// rounded numbers but holds the full ones.
//
// Text is always text: nothing in a cell can become a line break, a second column, a formula, markup, a script or a
// terminal's escape sequence. How each format sees to that is said in its file.
package report

import (
	"iter"
	"math"
)

// Lang is a language in which headings and notes are given.
type Lang uint8

// The languages.
const (
	English Lang = iota
	Korean
	numLangs
)

// Text is a text for people in every language: Text{"frequency", "빈도"}.
type Text [numLangs]string

// In gives the text in a language, and in English where it lacks that language.
func (t Text) In(l Lang) string {
	if l < numLangs && t[l] != "" {
		return t[l]
	}
	return t[English]
}

// Kind is what the cells of a column hold. It decides alignment and how a number is shown to people.
type Kind uint8

// The kinds of column.
const (
	String      Kind = iota // text, set left
	Count                   // a whole number: 1,204
	Number                  // a real number, rounded to Column.Decimals for people
	Probability             // a p-value: 0.023, 1.5e-12; see P
	Flag                    // true or false
)

// Align is the side on which a column's cells stand.
type Align uint8

// The alignments.
const (
	Auto  Align = iota // text left, numbers right
	Left               // at the left; text that is too long loses its end
	Right              // at the right; text that is too long loses its beginning, as a concordance's left context must
)

// Column describes one column of a Table.
type Column struct {
	// Key is the column's name for programs: the header of tsv and csv, the key in json. Lower-case letters, digits
	// and underscores; it never changes with the language.
	Key string
	// Heading is the column's name for people. Where it is empty, Key serves.
	Heading Text
	// About says in a sentence what the column holds: a tooltip in html, a list on the second sheet of xlsx. It may be
	// empty.
	About Text
	Kind  Kind
	// Decimals is the number of decimals that people are shown of a Number. Smaller values than it can show are given
	// two significant digits instead, so that what is not zero never looks like zero.
	Decimals int
	Align    Align
	// Strong marks the column on which the reader's eye should rest, such as the node of a concordance.
	Strong bool
}

// heading gives the column's name for people.
func (c *Column) heading(l Lang) string {
	if h := c.Heading.In(l); h != "" {
		return h
	}
	return c.Key
}

// alignment gives the side on which the column's cells stand.
func (c *Column) alignment() Align {
	switch {
	case c.Align != Auto:
		return c.Align
	case c.Kind == String, c.Kind == Flag:
		return Left
	default:
		return Right
	}
}

// cellKind is what one cell holds. It is mostly its column's kind, but any cell may be missing, and a probability may
// be too small for a float64.
type cellKind uint8

const (
	cellMissing cellKind = iota
	cellString
	cellInt  // bits holds an int64
	cellUint // a whole number beyond that
	cellFloat
	cellP
	cellLogP // bits holds log10 of the probability
	cellBool
)

// Cell is one value of a row. It is made by Str, Int, Float, P and Bool; the zero Cell is a missing value: an empty
// field, null, a dash. Cells are small and are passed by value; making one allocates nothing.
type Cell struct {
	text string
	bits uint64
	kind cellKind
	note uint16 // 1 + index in Table.Notes, 0 for none
}

// Str is a text.
func Str(s string) Cell { return Cell{kind: cellString, text: s} }

// Int is a whole number. Every value of these types is printed to its last digit, also one above 2^63−1; programs that open an xlsx
// show the first 15.
func Int[T ~int | ~int32 | ~int64 | ~uint32 | ~uint64](n T) Cell {
	if n > 0 && uint64(n) > math.MaxInt64 {
		return Cell{kind: cellUint, bits: uint64(n)}
	}
	return Cell{kind: cellInt, bits: uint64(int64(n))}
}

// Float is a real number. NaN and the infinities are allowed: json prints them as null with a warning. Negative zero
// is zero.
func Float(f float64) Cell { return Cell{kind: cellFloat, bits: math.Float64bits(f + 0)} }

// minNormal is the smallest float64 of full precision, 2^-1022.
const minNormal = 0x1p-1022

// P is a probability and its logarithm to the base 10. Where p is too small for a float64 it is printed from log10p,
// 1.25e-300000, in every format; a caller without the logarithm passes math.Log10(p).
func P(p, log10p float64) Cell {
	if p < minNormal && !math.IsInf(log10p, -1) && log10p < 0 {
		return Cell{kind: cellLogP, bits: math.Float64bits(log10p)}
	}
	return Cell{kind: cellP, bits: math.Float64bits(p)}
}

// Bool is true or false.
func Bool(b bool) Cell {
	if b {
		return Cell{kind: cellBool, bits: 1}
	}
	return Cell{kind: cellBool}
}

// Noted gives the cell with a mark that refers to Table.Notes[i]. Many cells may share a note.
func (c Cell) Noted(i int) Cell {
	if i >= 0 && i < math.MaxUint16 {
		c.note = uint16(i + 1)
	}
	return c
}

// Number gives the number in a cell; ok is false where it holds none.
func (c Cell) Number() (f float64, ok bool) {
	switch c.kind {
	case cellInt:
		return float64(c.int()), true
	case cellUint:
		return float64(c.bits), true
	case cellFloat, cellP:
		return c.float(), true
	}
	return math.NaN(), false
}

// Int gives the whole number in a cell; ok is false where it holds none, or one above 2^63−1.
func (c Cell) Int() (n int64, ok bool) { return c.int(), c.kind == cellInt }

func (c Cell) int() int64     { return int64(c.bits) }
func (c Cell) float() float64 { return math.Float64frombits(c.bits) }
func (c Cell) bool() bool     { return c.bits != 0 }

// Field is a named value of a summary: documents, sentences, eojeols, tokens, types.
type Field struct {
	Key      string // for programs, as Column.Key
	Label    Text   // for people; Key serves where it is empty
	Value    Cell
	Decimals int // as Column.Decimals
	// Words are what people read for a value that is a name for programs: sentence. Value serves where they are empty.
	Words Text
}

// shown gives the value as people read it.
func (f *Field) shown(l Lang) Cell {
	if s := f.Words.In(l); s != "" {
		return Str(s)
	}
	return f.Value
}

func (f *Field) label(l Lang) string {
	if s := f.Label.In(l); s != "" {
		return s
	}
	return f.Key
}

// Group is a named set of values beside the rows, such as the similarity of two corpora: an object of its own in json.
type Group struct {
	Key    string
	Title  Text
	Fields []Field
}

// Note is a doubt or a remark that belongs to the result: a warning in json, a footnote elsewhere. Cells refer to it by
// Cell.Noted; a note to which no cell refers is about the whole table.
type Note struct {
	// Kind names the sort of note for programs: low_expected, one_document, short_text.
	Kind string
	Text Text
}

// Table is a result on its way to a writer.
type Table struct {
	// Command is the command that made the table: freq, compare.
	Command string
	Title   Text
	Columns []Column
	// Rows gives the rows in order, each with one cell for each column; a shorter row misses its last cells. The slice
	// may be reused for the next row. Unless Once is set, Rows is called more than once by formats that fit their
	// columns to what they hold, and must give the same rows each time. Nil means no rows.
	Rows iter.Seq[[]Cell]
	// Once says that Rows can be had only once, as from a pipe. Formats that need a second look then hold the rows.
	Once bool
	// Ends, where it is set, holds the last cells of the rows; Rows then gives the cells before them, equally many in
	// each row.
	Ends *Ends
	// Summary, Groups, Notes and Provenance may be filled while Rows runs: they are read after it. Formats that print
	// rows as they come print the summary first where it is there before the rows, and last otherwise.
	Summary []Field
	Groups  []Group
	Notes   []Note
	// Provenance says, a line each, how the result came about: version, model, inputs, options. md, html and xlsx, which
	// are passed on, print it.
	Provenance []string
}

// Ends are the last cells of rows where many rows end alike. In a comparison of 900,000 words all words that are equally
// frequent end alike, and only some 10,000 ends differ: making and printing each once takes a fourth of the time.
type Ends struct {
	// Of gives the number of the end of a row, from 0, by the row's place in Rows.
	Of func(row int) int
	// Cells gives the cells with a number, the same at each call. The slice may be reused for the next ones.
	Cells func(end int) []Cell
	// Shared tells whether several rows have the end with a number, so that it is worth the memory to keep it.
	Shared func(end int) bool
	// Len is the number of ends. The rows come to them in the order of their numbers.
	Len int
	// Threads is how many print at the same time; below 1 means one for each processor.
	Threads int
}

// Slice gives rows that are already in memory.
func Slice(rows [][]Cell) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}
}

// rows gives the table's rows, none where there are none.
func (t *Table) rows() iter.Seq[[]Cell] {
	if t.Rows == nil {
		return func(func([]Cell) bool) {}
	}
	return t.Rows
}

// held gives rows that may be gone through again: the table's own, or a copy where they can be had only once.
func (t *Table) held() iter.Seq[[]Cell] {
	if !t.Once {
		return t.rows()
	}
	var all [][]Cell
	for r := range t.rows() {
		all = append(all, append([]Cell(nil), r...))
	}
	return Slice(all)
}

// title gives the group's name for people.
func (g *Group) title() Text {
	if g.Title == (Text{}) {
		return Text{g.Key}
	}
	return g.Title
}
