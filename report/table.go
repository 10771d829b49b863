package report

import (
	"bufio"
	"strconv"
	"strings"
)

// writeTable writes columns aligned by display width: title, headings over a rule, rows, summary, notes. Only ASCII
// is used for the frame, because the width of box-drawing characters differs between Korean and other terminals. The
// provenance is left out: a screen is for reading, and files of the other formats keep it.
//
// A cell that refers to a note is followed by its number, [1], in a gutter of its own, so that digits stay under digits.
// Control characters in text cannot reach the terminal: see visible.
func writeTable(w *bufio.Writer, t *Table, o Options) error {
	rows := t.held()
	s := screen{w: w, t: t, o: o, widths: make([]int, len(t.Columns)), gutters: make([]int, len(t.Columns))}
	for i := range t.Columns {
		s.widths[i] = width(Visible(t.Columns[i].heading(o.Lang)))
	}
	err := t.each(rows, func(_ int, cells []Cell) error {
		for i, c := range cells {
			s.widths[i] = max(s.widths[i], width(c.people(t.Columns[i].Decimals, o.Lang)))
			s.gutters[i] = max(s.gutters[i], len(c.reference()))
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.fit()

	if title := t.Title.In(o.Lang); title != "" {
		s.styled(bold, Visible(title))
		s.line.WriteString("\n\n")
	}
	none := true
	s.head()
	err = t.each(rows, func(_ int, cells []Cell) error {
		none = false
		for i, c := range cells {
			s.field(i, c.people(t.Columns[i].Decimals, o.Lang), c.reference())
		}
		return s.end()
	})
	if err != nil {
		return err
	}
	if none {
		s.line.WriteString(noRows.In(o.Lang))
		s.line.WriteByte('\n')
	}
	s.foot()
	_, err = w.WriteString(s.line.String())
	return err
}

var noRows = Text{"(no rows)", "(결과 없음)"}

const (
	gap     = "  " // between columns
	minCut  = 8    // no column of text is cut to fewer terminal columns
	bold    = "\x1b[1m"
	dim     = "\x1b[2m"
	plainly = "\x1b[0m"
)

// screen is the state of writeTable: the widths once known, and the line under way.
type screen struct {
	w       *bufio.Writer
	t       *Table
	o       Options
	widths  []int
	gutters []int // for references to notes
	line    strings.Builder
	pending int // blanks owed before the next thing printed on the line
}

// reference gives the number of the cell's note as printed behind it.
func (c Cell) reference() string {
	if c.note == 0 {
		return ""
	}
	return "[" + strconv.Itoa(int(c.note)) + "]"
}

// fit narrows columns of text, the widest first, until the table fits the terminal or nothing more can be taken.
func (s *screen) fit() {
	if s.o.Width <= 0 {
		return
	}
	over := -s.o.Width + len(gap)*(len(s.widths)-1)
	for i := range s.widths {
		over += s.widths[i] + s.gutters[i]
	}
	for over > 0 {
		widest, second := -1, minCut
		for i := range s.widths {
			switch {
			case s.t.Columns[i].Kind != String || s.widths[i] <= minCut:
			case widest < 0 || s.widths[i] > s.widths[widest]:
				if widest >= 0 {
					second = s.widths[widest]
				}
				widest = i
			default:
				second = max(second, s.widths[i])
			}
		}
		if widest < 0 {
			return
		}
		// Down to the next widest at once, then one by one in turn, so that equal columns stay within one of each other.
		take := min(over, max(1, s.widths[widest]-second))
		s.widths[widest] -= take
		over -= take
	}
}

// head prints the headings and the rule under them.
func (s *screen) head() {
	for i := range s.t.Columns {
		s.field(i, Visible(s.t.Columns[i].heading(s.o.Lang)), "")
	}
	s.end()
	for i := range s.t.Columns {
		s.blanks(i)
		s.styled(dim, strings.Repeat("-", s.widths[i]))
		s.pending += s.gutters[i]
	}
	s.end()
}

// field prints the text of column i in its place, with the reference in the gutter.
func (s *screen) field(i int, text, reference string) {
	col := &s.t.Columns[i]
	right := col.alignment() == Right
	text = cut(text, s.widths[i], right)
	room := s.widths[i] - width(text)
	s.blanks(i)
	if right {
		s.pending += room
		room = 0
	}
	if col.Strong {
		s.styled(bold, text)
	} else {
		s.styled("", text)
	}
	s.pending += room
	s.styled("", reference)
	s.pending += s.gutters[i] - len(reference)
}

// blanks owes the gap before column i.
func (s *screen) blanks(i int) {
	if i > 0 {
		s.pending += len(gap)
	}
}

// styled prints text after the blanks owed.
func (s *screen) styled(style, text string) {
	if text == "" {
		return
	}
	for ; s.pending > 0; s.pending-- {
		s.line.WriteByte(' ')
	}
	if style == "" || !s.o.Color {
		s.line.WriteString(text)
		return
	}
	s.line.WriteString(style)
	s.line.WriteString(text)
	s.line.WriteString(plainly)
}

// end ends the line and hands it on. Blanks still owed are not printed.
func (s *screen) end() error {
	s.line.WriteByte('\n')
	s.pending = 0
	_, err := s.w.WriteString(s.line.String())
	s.line.Reset()
	return err
}

// foot prints summary, groups and notes.
func (s *screen) foot() {
	s.fields(Text{}, s.t.Summary)
	for i := range s.t.Groups {
		s.fields(s.t.Groups[i].title(), s.t.Groups[i].Fields)
	}
	for i := range s.t.Notes {
		if i == 0 {
			s.line.WriteByte('\n')
		}
		s.styled(dim, "["+strconv.Itoa(i+1)+"] "+Visible(s.t.Notes[i].Text.In(s.o.Lang)))
		s.line.WriteByte('\n')
	}
}

// fields prints named values in a paragraph, as many to a line as the terminal has room for.
func (s *screen) fields(title Text, fields []Field) {
	if len(fields) == 0 {
		return
	}
	s.line.WriteByte('\n')
	if h := title.In(s.o.Lang); h != "" {
		s.styled(bold, Visible(h))
		s.line.WriteByte('\n')
	}
	limit := s.o.Width
	if limit <= 0 {
		limit = 100
	}
	at := 0
	for i := range fields {
		f := &fields[i]
		text := Visible(f.label(s.o.Lang)) + ": " + f.shown(s.o.Lang).people(f.Decimals, s.o.Lang)
		n := width(text)
		if at > 0 && at+3+n > limit {
			s.line.WriteByte('\n')
			at = 0
		} else if at > 0 {
			s.pending = 3
			at += 3
		}
		s.styled(dim, text)
		at += n
	}
	s.line.WriteByte('\n')
}
