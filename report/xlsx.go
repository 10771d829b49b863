package report

import (
	"bufio"
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writeXLSX writes a workbook. Its first sheet holds the rows under a frozen header with a filter; numbers are numbers
// in full precision that Excel shows rounded, and text is text even where it looks like a formula. A row with doubts
// names the numbers of its notes in a last column. The second sheet says what the columns mean and holds the summary,
// the notes and the provenance.
//
// Excel has limits, and none of them loses data without a word. Rows beyond the 1,048,576 of a sheet go on further
// sheets with the same header. Text beyond 32,767 UTF-16 units a cell is cut, and a note says so. A probability too small
// for a float64 stands as text (1.2e-300000), and so do NaN and the infinities. Characters that XML cannot hold become
// U+FFFD.
//
// The workbook of the same table has the same bytes: its times are fixed.
func writeXLSX(w *bufio.Writer, t *Table, o Options) error {
	f := excelize.NewFile().SetZipWriter(newSortedZip)
	defer f.Close()
	b := &book{f: f, t: t, lang: o.Lang, styles: map[look]int{}}
	if err := b.build(); err != nil {
		return err
	}
	_, err := f.WriteTo(w)
	return err
}

const (
	sampled   = 1000 // rows that are looked at to find the widths of columns
	minWidth  = 6.0  // Excel's unit: the width of a digit
	maxWidth  = 60.0
	cellLimit = excelize.TotalCellChars
	fixedTime = "2000-01-01T00:00:00Z"
)

// sheetRows is the number of rows of a sheet. Tests lower it.
var sheetRows = excelize.TotalRows

var (
	resultSheet = Text{"Result", "결과"}
	aboutSheet  = Text{"About", "설명"}
)

// book is the state of writeXLSX.
type book struct {
	f      *excelize.File
	t      *Table
	lang   Lang
	styles map[look]int
	widths []float64

	sheet  *excelize.StreamWriter
	name   string
	sheets int
	at     int // rows written to the sheet
	values []any
	noted  bool // the sheet has a column for notes
	cut    bool
}

func (b *book) build() error {
	if err := b.prepare(); err != nil {
		return err
	}
	// The stream needs the widths before the first row: the first rows wait until they are known.
	var waiting [][]Cell
	started := false
	start := func() error {
		started = true
		if err := b.open(); err != nil {
			return err
		}
		for _, cells := range waiting {
			if err := b.row(cells); err != nil {
				return err
			}
		}
		waiting = nil
		return nil
	}
	err := b.t.each(b.t.rows(), func(row int, cells []Cell) error {
		if started {
			return b.row(cells)
		}
		for i, c := range cells {
			b.widen(i, c.people(b.t.Columns[i].Decimals, b.lang))
			b.noted = b.noted || c.note > 0
		}
		waiting = append(waiting, append([]Cell(nil), cells...))
		if len(waiting) == sampled {
			return start()
		}
		return nil
	})
	if err == nil && !started {
		err = start()
	}
	if err != nil {
		return err
	}
	if err := b.close(); err != nil {
		return err
	}
	if b.cut {
		b.t.note("cell_cut", Text{
			"text of more than 32,767 characters, the limit of an Excel cell, was cut",
			"엑셀 셀의 한도인 32,767자를 넘는 글은 잘랐다",
		})
	}
	return b.about()
}

// prepare makes the styles and the widths that the headings ask for.
func (b *book) prepare() error {
	if err := b.f.SetDocProps(&excelize.DocProperties{Creator: "kstat", LastModifiedBy: "kstat", Created: fixedTime,
		Modified: fixedTime, Title: b.t.Title.In(b.lang)}); err != nil {
		return err
	}
	if err := b.f.SetAppProps(&excelize.AppProperties{Application: "kstat"}); err != nil {
		return err
	}
	b.widths = make([]float64, len(b.t.Columns))
	b.values = make([]any, len(b.t.Columns)+1)
	b.noted = len(b.t.Notes) > 0
	for i := range b.t.Columns {
		b.widths[i] = minWidth
		b.widen(i, b.t.Columns[i].heading(b.lang)+"   ") // room for the filter's button
	}
	return nil
}

// look is what a cell's style depends on. The workbook holds each style once.
type look struct {
	header, strong bool
	align          Align
	digits         int // after the point, or asText, asLogical
	scientific     bool
}

const (
	asText    = -1
	asLogical = -2 // TRUE, FALSE; the text format would show 1, 0
)

// style gives the number of the style of a look.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Bold: l.header || l.strong, Family: "Calibri", Size: 11}, // the workbook's own font
		Alignment: &excelize.Alignment{Horizontal: "left"},
	}
	if l.align == Right {
		s.Alignment.Horizontal = "right"
	}
	var format string
	switch {
	case l.digits == asText:
		format = "@"
	case l.digits == asLogical:
		format = "General"
	case l.scientific:
		format = "0." + strings.Repeat("0", l.digits) + "E+00"
	case l.digits == 0:
		format = "#,##0"
	default:
		format = "#,##0." + strings.Repeat("0", l.digits)
	}
	s.CustomNumFmt = &format
	if l.header {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EDF3"}}
		s.Border = []excelize.Border{{Type: "bottom", Color: "8899AA", Style: 1}}
	}
	id, err := b.f.NewStyle(s)
	if err == nil {
		b.styles[l] = id
	}
	return id, err
}

// styled gives a cell with its style, as the library takes it.
func (b *book) styled(c Cell, decimals int, align Align, strong bool) (excelize.Cell, error) {
	l := look{strong: strong, align: align, digits: asText}
	switch c.kind {
	case cellInt, cellUint:
		l.digits = 0
	case cellFloat, cellP:
		if c.finite() {
			l.digits, l.scientific = c.rounding(decimals)
		}
	case cellBool:
		l.digits = asLogical
	}
	style, err := b.style(l)
	return excelize.Cell{StyleID: style, Value: b.value(c)}, err
}

// widen makes column i wide enough for a text, within reason. A Hangul syllable takes two digits' width.
func (b *book) widen(i int, text string) {
	b.widths[i] = min(maxWidth, max(b.widths[i], float64(width(text)+2)))
}

// open begins a sheet of rows with its header.
func (b *book) open() error {
	b.sheets++
	b.name = resultSheet.In(b.lang)
	var err error
	if b.sheets == 1 {
		err = b.f.SetSheetName("Sheet1", b.name)
	} else {
		b.name += " " + strconv.Itoa(b.sheets)
		_, err = b.f.NewSheet(b.name)
	}
	if err != nil {
		return err
	}
	if b.sheet, err = b.f.NewStreamWriter(b.name); err != nil {
		return err
	}
	if err := b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}); err != nil {
		return err
	}
	// From the last to the first, because the library puts each before those it has, and Excel wants them in order.
	for i := len(b.widths) - 1; i >= 0; i-- {
		if err := b.sheet.SetColWidth(i+1, i+1, b.widths[i]); err != nil {
			return err
		}
	}
	b.at = 1
	for i := range b.t.Columns {
		style, err := b.style(look{header: true, align: b.t.Columns[i].alignment(), digits: asText})
		if err != nil {
			return err
		}
		b.values[i] = excelize.Cell{StyleID: style, Value: b.text(b.t.Columns[i].heading(b.lang))}
	}
	b.values[len(b.t.Columns)] = nil
	if b.noted {
		style, err := b.style(look{header: true, align: Left, digits: asText})
		if err != nil {
			return err
		}
		b.values[len(b.t.Columns)] = excelize.Cell{StyleID: style, Value: aboutTitles.notes.In(b.lang)}
	}
	return b.sheet.SetRow("A1", b.values)
}

// row writes one row, on a further sheet where this one is full.
func (b *book) row(cells []Cell) error {
	if b.at == sheetRows {
		if err := b.close(); err != nil {
			return err
		}
		if err := b.open(); err != nil {
			return err
		}
	}
	b.at++
	var notes []byte
	for i, c := range cells {
		col := &b.t.Columns[i]
		v, err := b.styled(c, col.Decimals, col.alignment(), col.Strong)
		if err != nil {
			return err
		}
		b.values[i] = v
		if c.note > 0 && !strings.Contains(string(notes), c.reference()) {
			notes = append(notes, c.reference()...)
		}
	}
	b.values[len(b.t.Columns)] = nil
	if notes != nil {
		b.values[len(b.t.Columns)] = string(notes)
	}
	return b.sheet.SetRow("A"+strconv.Itoa(b.at), b.values)
}

// value gives a cell as the library takes it.
func (b *book) value(c Cell) any {
	switch c.kind {
	case cellInt:
		return c.int()
	case cellUint:
		return c.bits
	case cellFloat, cellP:
		if c.finite() {
			return c.float()
		}
		return string(c.appendFull(nil))
	case cellLogP:
		return string(c.appendFull(nil))
	case cellBool:
		return c.bool()
	case cellString:
		return b.text(c.text)
	}
	return nil
}

// text gives a text that a cell can hold.
func (b *book) text(s string) string {
	if len(s) <= cellLimit {
		return s
	}
	units := 0
	for i, r := range s {
		if units++; r > math.MaxUint16 {
			units++
		}
		if units > cellLimit {
			b.cut = true
			return s[:i]
		}
	}
	return s
}

// close ends the sheet of rows with its filter.
func (b *book) close() error {
	columns := len(b.t.Columns)
	if b.noted {
		columns++
	}
	if columns > 0 {
		last, err := excelize.CoordinatesToCellName(columns, max(b.at, 2))
		if err != nil {
			return err
		}
		if err := b.f.AutoFilter(b.name, "A1:"+last, nil); err != nil {
			return err
		}
	}
	return b.sheet.Flush()
}

// about writes the second sheet.
func (b *book) about() error {
	name := aboutSheet.In(b.lang)
	if _, err := b.f.NewSheet(name); err != nil {
		return err
	}
	sheet, err := b.f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	// The three columns are as wide as names, keys and short sentences are.
	if err := sheet.SetColWidth(1, 3, 28); err != nil {
		return err
	}
	at := 0
	line := func(strong bool, cells ...Cell) {
		at++
		values := make([]any, len(cells))
		for i, c := range cells {
			align := Left
			if c.kind != cellString {
				align = Right
			}
			v, fault := b.styled(c, 4, align, strong)
			values[i] = v
			err = cmp.Or(err, fault)
		}
		err = cmp.Or(err, sheet.SetRow("A"+strconv.Itoa(at), values))
	}
	fields := func(title string, fields []Field) {
		if len(fields) == 0 {
			return
		}
		line(true, Str(title))
		for i := range fields {
			line(false, Str(fields[i].label(b.lang)), fields[i].shown(b.lang))
		}
		line(false)
	}
	if title := b.t.Title.In(b.lang); title != "" {
		line(true, Str(title))
		line(false)
	}
	fields(aboutTitles.summary.In(b.lang), b.t.Summary)
	for i := range b.t.Groups {
		fields(b.t.Groups[i].title().In(b.lang), b.t.Groups[i].Fields)
	}
	line(true, Str(aboutTitles.columns.In(b.lang)))
	for i := range b.t.Columns {
		c := &b.t.Columns[i]
		line(false, Str(c.heading(b.lang)), Str(c.Key), Str(c.About.In(b.lang)))
	}
	if len(b.t.Notes) > 0 {
		line(false)
		line(true, Str(aboutTitles.notes.In(b.lang)))
		for i := range b.t.Notes {
			line(false, Str("["+strconv.Itoa(i+1)+"]"), Str(b.t.Notes[i].Text.In(b.lang)))
		}
	}
	if len(b.t.Provenance) > 0 {
		line(false)
		line(true, Str(aboutTitles.provenance.In(b.lang)))
		for _, p := range b.t.Provenance {
			line(false, Str(p))
		}
	}
	return cmp.Or(err, sheet.Flush())
}

// aboutTitles are the headings of the second sheet.
var aboutTitles = struct{ summary, columns, notes, provenance Text }{
	Text{"Summary", "요약"},
	Text{"Columns", "열"},
	Text{"Notes", "주석"},
	Text{"Provenance", "출처와 조건"},
}
