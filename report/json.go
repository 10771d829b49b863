package report

import (
	"bufio"
	"strconv"
	"unicode/utf8"
)

// writeJSON writes one object: command, summary, the groups by their keys, rows, warnings. A row is an object whose
// keys are the columns' in their order, on a line of its own, so that line tools and diffs work on it. Where the summary
// is known only after the rows it stands behind them.
//
// Numbers are in full; a probability too small for a float64 is still a number (1.2e-300000), which readers without
// arbitrary precision take for 0. NaN and the infinities, which JSON lacks, are null, and a warning of kind not_finite
// names their rows (counted from 0) and columns.
func writeJSON(w *bufio.Writer, t *Table, o Options) error {
	b := append(make([]byte, 0, 1024), `{"command":`...)
	b = appendQuoted(b, t.Command)
	early := t.Summary != nil || t.Groups != nil
	if early {
		b = t.appendSummary(b)
	}
	if _, err := w.Write(append(b, `,"rows":[`...)); err != nil {
		return err
	}
	m := marks{columns: len(t.Columns)}
	infinite := -1
	err := t.lines(t.object(), func(row, column int, c Cell) {
		if !c.finite() {
			if infinite < 0 {
				infinite = t.note(notFinite.Kind, notFinite.Text)
			}
			m.add(infinite, row, column)
		}
		if c.note > 0 {
			m.add(int(c.note)-1, row, column)
		}
	}, func(row int, line []byte) error {
		before := ",\n"
		if row == 0 {
			before = "\n"
		}
		if _, err := w.WriteString(before); err != nil {
			return err
		}
		_, err := w.Write(append(line, '}'))
		return err
	})
	if err != nil {
		return err
	}
	b = append(b[:0], "\n]"...)
	if !early {
		b = t.appendSummary(b)
	}
	b = append(b, `,"warnings":[`...)
	for i := range t.Notes {
		if i > 0 {
			b = append(b, ',')
		}
		b = t.appendWarning(append(b, '\n'), i, m.of(i), o.Lang)
	}
	_, err = w.Write(append(b, "]}\n"...))
	return err
}

// notFinite is the note of values that JSON cannot hold.
var notFinite = Note{Kind: "not_finite", Text: Text{
	"values that are not finite numbers (NaN, infinity) are null",
	"유한한 수가 아닌 값(NaN, 무한대)은 null로 적었습니다",
}}

// object gives a function that appends cells as the members of a row's object, with the brace before them if they are
// its first. The quoted keys are made once.
func (t *Table) object() func(b []byte, from int, cells []Cell) []byte {
	keys := make([][]byte, len(t.Columns))
	for i := range keys {
		before := byte(',')
		if i == 0 {
			before = '{'
		}
		keys[i] = append(appendQuoted(append(keys[i], before), t.Columns[i].Key), ':')
	}
	return func(b []byte, from int, cells []Cell) []byte {
		for i, c := range cells {
			b = appendJSON(append(b, keys[from+i]...), c)
		}
		return b
	}
}

// appendSummary appends the members for the summary and the groups.
func (t *Table) appendSummary(b []byte) []byte {
	b = appendFields(append(b, `,"summary":`...), t.Summary)
	for i := range t.Groups {
		b = append(appendQuoted(append(b, ','), t.Groups[i].Key), ':')
		b = appendFields(b, t.Groups[i].Fields)
	}
	return b
}

func appendFields(b []byte, fields []Field) []byte {
	b = append(b, '{')
	for i := range fields {
		b = append(appendQuoted(comma(b, i), fields[i].Key), ':')
		b = appendJSON(b, fields[i].Value)
	}
	return append(b, '}')
}

// appendWarning appends note i as an object, with the rows and columns that refer to it.
func (t *Table) appendWarning(b []byte, i int, m mark, l Lang) []byte {
	n := &t.Notes[i]
	b = appendQuoted(append(b, `{"kind":`...), n.Kind)
	b = appendQuoted(append(b, `,"message":`...), n.Text.In(l))
	if len(m.rows) > 0 {
		b = append(b, `,"columns":[`...)
		n := 0
		for c, in := range m.columns {
			if in {
				b = appendQuoted(comma(b, n), t.Columns[c].Key)
				n++
			}
		}
		b = append(b, `],"rows":[`...)
		for j, r := range m.rows {
			b = strconv.AppendInt(comma(b, j), int64(r), 10)
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

// appendJSON appends a cell as a JSON value.
func appendJSON(b []byte, c Cell) []byte {
	switch {
	case c.kind == cellString:
		return appendQuoted(b, c.text)
	case c.kind == cellMissing, !c.finite():
		return append(b, "null"...)
	}
	return c.appendFull(b)
}

// appendQuoted appends a JSON string. Beside what JSON asks for, it escapes < > & and U+2028, U+2029, so that the text
// may stand inside a script element, and replaces bytes that are not UTF-8. This is what json.Marshal does, without
// its allocation for every string.
func appendQuoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if bare[c] {
				i++
				continue
			}
			b = append(b, s[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[from:i]...), `\ufffd`...)
			from = i + 1
		case r == '\u2028', r == '\u2029':
			b = append(append(b, s[from:i]...), `\u202`...)
			b = append(b, hex[r&15])
			from = i + n
		}
		i += n
	}
	return append(append(b, s[from:]...), '"')
}

// bare holds the ASCII characters that stand in a JSON string as they are.
var bare = func() (t [utf8.RuneSelf]bool) {
	for c := ' '; c < 0x7f; c++ {
		switch c {
		case '"', '\\', '<', '>', '&':
		default:
			t[c] = true
		}
	}
	return t
}()
