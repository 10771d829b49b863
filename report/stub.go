package report

import (
	"bufio"
	"fmt"
)

func writeStub(w *bufio.Writer, t *Table, o Options) error {
	for r := range t.rows() {
		fmt.Fprintln(w, r)
	}
	return nil
}
func writeTable(w *bufio.Writer, t *Table, o Options) error    { return writeStub(w, t, o) }
func writeTSV(w *bufio.Writer, t *Table, o Options) error      { return writeStub(w, t, o) }
func writeCSV(w *bufio.Writer, t *Table, o Options) error      { return writeStub(w, t, o) }
func writeJSON(w *bufio.Writer, t *Table, o Options) error     { return writeStub(w, t, o) }
func writeJSONL(w *bufio.Writer, t *Table, o Options) error    { return writeStub(w, t, o) }
func writeMarkdown(w *bufio.Writer, t *Table, o Options) error { return writeStub(w, t, o) }
func writeHTML(w *bufio.Writer, t *Table, o Options) error     { return writeStub(w, t, o) }
func writeXLSX(w *bufio.Writer, t *Table, o Options) error     { return writeStub(w, t, o) }
