package report

import (
	"bufio"
	"io"
	"path/filepath"
	"strings"
)

// Options say how a table is to be shown.
type Options struct {
	// Lang is the language of headings and notes.
	Lang Lang
	// Width is the number of terminal columns that the format table may use; longer text is cut with an ellipsis.
	// 0 means as wide as it comes.
	Width int
	// Color lets the format table use bold and dim type.
	Color bool
}

// Format is a way of writing a table.
type Format struct {
	// Name is what --format calls it.
	Name string
	// Endings are the file endings that choose it, the usual one first.
	Endings []string
	// About says in a line whom it is for.
	About Text
	// Streams says that rows are written as they come, in memory that does not grow with their number.
	Streams bool
	// Notes says that the output holds the summary and the notes. Where it does not, the caller shows them elsewhere.
	Notes bool
	// Binary says that the output is not for a terminal.
	Binary bool

	write func(w *bufio.Writer, t *Table, o Options) error
}

// Formats are all ways of writing a table, in the order in which help lists them.
var Formats = []Format{
	{Name: "table", Endings: []string{".txt"}, Notes: true, write: writeTable,
		About: Text{"aligned columns for reading on a screen", "화면에서 읽기 좋게 줄을 맞춘 표"}},
	{Name: "tsv", Endings: []string{".tsv", ".tab"}, Streams: true, write: writeTSV,
		About: Text{"tab-separated values for programs", "프로그램이 읽는 탭 구분 값"}},
	{Name: "csv", Endings: []string{".csv"}, Streams: true, write: writeCSV,
		About: Text{"comma-separated values that Excel opens as they are", "엑셀에서 바로 열리는 쉼표 구분 값"}},
	{Name: "json", Endings: []string{".json"}, Streams: true, Notes: true, write: writeJSON,
		About: Text{"one object with summary, rows and warnings", "요약, 행, 경고를 담은 JSON 객체 하나"}},
	{Name: "jsonl", Endings: []string{".jsonl", ".ndjson"}, Streams: true, write: writeJSONL,
		About: Text{"a JSON object a line, a line a row", "한 줄에 한 행씩 JSON 객체"}},
	{Name: "md", Endings: []string{".md", ".markdown"}, Notes: true, write: writeMarkdown,
		About: Text{"a Markdown table", "마크다운 표"}},
	{Name: "html", Endings: []string{".html", ".htm"}, Streams: true, Notes: true, write: writeHTML,
		About: Text{"a web page of its own", "혼자서 열리는 웹 페이지"}},
	{Name: "xlsx", Endings: []string{".xlsx"}, Notes: true, Binary: true, write: writeXLSX,
		About: Text{"an Excel workbook", "엑셀 통합 문서"}},
}

// FormatNamed finds a format by its name.
func FormatNamed(name string) (f *Format, ok bool) {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i], true
		}
	}
	return nil, false
}

// FormatOf finds the format that a file's name asks for by its ending, in capitals or not.
func FormatOf(file string) (f *Format, ok bool) {
	ending := strings.ToLower(filepath.Ext(file))
	for i := range Formats {
		for _, e := range Formats[i].Endings {
			if e == ending {
				return &Formats[i], true
			}
		}
	}
	return nil, false
}

// Write prints the table to w. An error is one of w's, unless the table itself is faulty: a row with more cells than
// there are columns.
func (f *Format) Write(w io.Writer, t *Table, o Options) error {
	if !f.Streams {
		return f.writeTo(w, t, o)
	}
	ahead := newAheadWriter(w)
	err := f.writeTo(ahead, t, o)
	if e := ahead.Close(); err == nil {
		err = e
	}
	return err
}

func (f *Format) writeTo(w io.Writer, t *Table, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := f.write(b, t, o); err != nil {
		return err
	}
	return b.Flush()
}
