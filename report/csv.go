package report

import (
	"bufio"
	"strings"
)

// writeCSV writes comma-separated values after RFC 4180, with CR LF at the end of a line and the byte order mark by
// which Excel knows UTF-8.
//
// A spreadsheet runs a cell that begins like a formula, quoted or not. Text that begins with = + - @, their fullwidth
// forms, a tab or a line end is therefore written with an apostrophe before it, the convention that OWASP's advice on
// CSV injection names. Numbers are never touched.
func writeCSV(w *bufio.Writer, t *Table, _ Options) error {
	line := append(make([]byte, 0, 512), "\ufeff"...)
	for i := range t.Columns {
		line = appendCSV(comma(line, i), t.Columns[i].Key)
	}
	if _, err := w.Write(append(line, "\r\n"...)); err != nil {
		return err
	}
	return t.lines(func(b []byte, from int, cells []Cell) []byte {
		for i, c := range cells {
			b = comma(b, from+i)
			if c.kind == cellString {
				b = appendCSV(b, c.text)
			} else {
				b = c.appendFull(b)
			}
		}
		return b
	}, func(int, int, Cell) {}, func(_ int, line []byte) error {
		_, err := w.Write(append(line, "\r\n"...))
		return err
	})
}

// comma appends the separator before field i.
func comma(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return b
}

// appendCSV appends a text, quoted where it must be and disarmed where it could run.
func appendCSV(b []byte, s string) []byte {
	formula := runs(s)
	if !formula && !strings.ContainsAny(s, ",\"\r\n") {
		return append(b, s...)
	}
	b = append(b, '"')
	if formula {
		b = append(b, '\'')
	}
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return append(append(b, s...), '"')
		}
		b = append(append(b, s[:i]...), '"', '"')
		s = s[i+1:]
	}
}

// runs says whether a spreadsheet might take a text for a formula.
func runs(s string) bool {
	for _, first := range s {
		return strings.ContainsRune("=+-@\t\r\n＝＋－＠", first)
	}
	return false
}
