package report

import "bufio"

// writeJSONL writes a row a line, each the object that json has in its rows. NaN and the infinities are null; the
// table then gets a note, for the caller to show.
func writeJSONL(w *bufio.Writer, t *Table, _ Options) error {
	object := t.objects()
	line := make([]byte, 0, 512)
	return t.each(t.rows(), func(_ int, cells []Cell) error {
		for _, c := range cells {
			if !c.finite() {
				t.note(notFinite.Kind, notFinite.Text)
			}
		}
		line = object(line[:0], cells)
		_, err := w.Write(append(line, '\n'))
		return err
	})
}
