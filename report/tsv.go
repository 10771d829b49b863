package report

import "bufio"

// writeTSV writes a header of keys and a line a row, fields separated by tabs, lines ended by a line feed. Fields are
// never quoted. The four characters that could be taken for the frame are written as two: a tab as \t, a line feed as
// \n, a carriage return as \r, a backslash as \\; replacing these again gives the text back exactly.
func writeTSV(w *bufio.Writer, t *Table, _ Options) error {
	line := make([]byte, 0, 512)
	for i := range t.Columns {
		line = appendTSV(tab(line, i), t.Columns[i].Key)
	}
	if _, err := w.Write(append(line, '\n')); err != nil {
		return err
	}
	return t.lines(func(b []byte, from int, cells []Cell) []byte {
		for i, c := range cells {
			b = tab(b, from+i)
			if c.kind == cellString {
				b = appendTSV(b, c.text)
			} else {
				b = c.appendFull(b)
			}
		}
		return b
	}, func(int, int, Cell) {}, func(_ int, line []byte) error {
		_, err := w.Write(append(line, '\n'))
		return err
	})
}

// tab appends the separator before field i.
func tab(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, '\t')
	}
	return b
}

// appendTSV appends a text with what would break the frame escaped.
func appendTSV(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var e byte
		switch s[i] {
		case '\t':
			e = 't'
		case '\n':
			e = 'n'
		case '\r':
			e = 'r'
		case '\\':
			e = '\\'
		default:
			continue
		}
		b = append(append(b, s[from:i]...), '\\', e)
		from = i + 1
	}
	return append(b, s[from:]...)
}
