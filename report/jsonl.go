package report

import "bufio"

// writeJSONL writes a row a line, each the object that json has in its rows. NaN and the infinities are null; the
// table then gets a note, for the caller to show.
func writeJSONL(w *bufio.Writer, t *Table, _ Options) error {
	return t.lines(t.object(), func(_, _ int, c Cell) {
		if !c.finite() {
			t.note(notFinite.Kind, notFinite.Text)
		}
	}, func(_ int, line []byte) error {
		_, err := w.Write(append(line, "}\n"...))
		return err
	})
}
