package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"kstat/internal/golden"
	"kstat/report"
)

// columns are one of each kind, as a comparison has them.
var columns = []report.Column{
	{Key: "term", Heading: report.Text{"term", "단어"}, About: report.Text{"dictionary form", "기본형"}, Strong: true},
	{Key: "freq", Heading: report.Text{"freq", "빈도"}, Kind: report.Count},
	{Key: "log_ratio", Heading: report.Text{"log ratio", "로그비"}, Kind: report.Number, Decimals: 2},
	{Key: "p", Kind: report.Probability},
	{Key: "known", Heading: report.Text{"known", "등재"}, Kind: report.Flag},
}

// row makes a row of columns.
func row(term string, freq int, ratio, p float64, known bool) []report.Cell {
	return []report.Cell{report.Str(term), report.Int(freq), report.Float(ratio), report.P(p, math.Log10(p)), report.Bool(known)}
}

// attacks are texts that must stay text in every format.
var attacks = []string{
	"", " ", "a|b", "a\tb", "a\nb", "a\r\nb", `a\tb`, `a"b`, "a,b", "'", "=HYPERLINK(\"http://x\",\"눌러\")", "+1", "-1", "@SUM(A1)", "＝1+1",
	"</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "**굵게** _W_URL_ [x](y) `z` ~~ $x$ # h", "\x1b[31m빨강\x1b]0;title\x07",
	"\x00", "\u202e거꾸로", "\u2028\u2029", "\ufeff", "\xff\xfe", "_x0041_", "\u200b", "각각", "👨\u200d👩\u200d👧 🇰🇷", "e\u0301",
}

// tables are the cases that every format is shown.
var tables = map[string]func() *report.Table{
	"hangul": func() *report.Table {
		return &report.Table{
			Command: "compare",
			Title:   report.Text{"Two essays", "두 글"},
			Columns: columns,
			Rows: report.Slice([][]report.Cell{
				row("모델", 1204, 3.14159, 0.0234567, true),
				row("오픈AI", 37, -0.001234, 4.5e-12, false),
				row("각", 1, 1234567.891, 1, true), // NFD on purpose: as wide as 각
			}),
			Summary: []report.Field{
				{Key: "documents", Label: report.Text{"documents", "문서"}, Value: report.Int(2)},
				{Key: "tokens", Label: report.Text{"tokens", "단어"}, Value: report.Int(12345)},
				{Key: "ttr", Value: report.Float(0.51234), Decimals: 3},
			},
			Groups: []report.Group{{Key: "similarity", Title: report.Text{"similarity", "유사도"}, Fields: []report.Field{
				{Key: "cosine", Value: report.Float(0.75), Decimals: 2},
			}}},
			Provenance: []string{"kstat 1.0", "essay.txt, UTF-8"},
		}
	},
	"empty": func() *report.Table {
		return &report.Table{Command: "freq", Columns: columns}
	},
	"notes": func() *report.Table {
		a, b := row("모델", 3, 2.5, 0.03, true), row("한국", 12, 1, 0.5, true)
		a[1], a[2] = a[1].Noted(0), a[2].Noted(1)
		b[1] = b[1].Noted(0)
		return &report.Table{
			Command: "compare",
			Columns: columns,
			Rows:    report.Slice([][]report.Cell{a, b, row("미국", 9, 1, 0.5, true)}),
			Notes: []report.Note{
				{Kind: "low_expected", Text: report.Text{"expected count below 5", "기대 빈도가 5보다 작다"}},
				{Kind: "one_document", Text: report.Text{"only in one document", "문서 하나에만 나온다"}},
				{Kind: "short_text", Text: report.Text{"the text is short", "글이 짧다"}},
			},
		}
	},
	"numbers": func() *report.Table {
		var rows [][]report.Cell
		for i, f := range []float64{0, math.Copysign(0, -1), math.NaN(), math.Inf(1), math.Inf(-1), 0.1, 1e21, 1e15, 999.995, -1234.5,
			0.004, 4e-5, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi} {
			r := row(fmt.Sprint(i), 1, f, math.Abs(f), true)
			rows = append(rows, r)
		}
		for _, x := range []float64{-307, -308.5, -300000.25, -9.9999999999999e12} {
			r := row("10^x", math.MaxInt64, x, 0, false)
			r[3] = report.P(math.Pow(10, x), x)
			rows = append(rows, r)
		}
		rows = append(rows, row("p=0", -1000, 0, 0, true)[:4], []report.Cell{report.Str("missing")}, nil)
		return &report.Table{Command: "measures", Columns: columns, Rows: report.Slice(rows)}
	},
	"attack": func() *report.Table {
		var rows [][]report.Cell
		for i, s := range attacks {
			rows = append(rows, row(s, i, -1.5, 0.5, true))
		}
		evil := attacks[4] + attacks[15] + attacks[10] + attacks[20]
		return &report.Table{
			Command: evil, Title: report.Text{evil}, Columns: columns, Rows: report.Slice(rows),
			Summary:    []report.Field{{Key: "x", Label: report.Text{evil}, Value: report.Str(evil)}},
			Notes:      []report.Note{{Kind: evil, Text: report.Text{evil}}},
			Provenance: []string{evil},
		}
	},
}

// write gives what a format makes of a table.
func write(t testing.TB, format string, table *report.Table, o report.Options) []byte {
	t.Helper()
	f, ok := report.FormatNamed(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var b bytes.Buffer
	if err := f.Write(&b, table, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// once gives the table with rows that can be had only once and that share one slice, as a stream's may.
func once(t *report.Table) *report.Table {
	rows := t.Rows
	spent := false
	t.Once = true
	t.Rows = func(yield func([]report.Cell) bool) {
		if spent {
			panic("second pass over rows that can be had only once")
		}
		spent = true
		if rows == nil {
			return
		}
		shared := make([]report.Cell, len(columns))
		for r := range rows {
			s := append(shared[:0], r...)
			if !yield(s) {
				return
			}
			clear(shared)
		}
	}
	return t
}

// Every format is shown every table; what it makes of it stands in testdata.
func TestGolden(t *testing.T) {
	for i := range report.Formats {
		f := &report.Formats[i]
		for name, table := range tables {
			lang := report.English
			if name == "hangul" || name == "notes" {
				lang = report.Korean
			}
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				got := write(t, f.Name, table(), report.Options{Lang: lang})
				if f.Binary {
					got = dump(t, got)
				}
				golden.Check(t, goldenName(name, f), got)
				again := write(t, f.Name, once(table()), report.Options{Lang: lang})
				if f.Binary {
					again = dump(t, again)
				}
				if !bytes.Equal(got, again) {
					t.Error("rows that can be had only once give other bytes")
				}
			})
		}
	}
}

// Endings, names and descriptions identify a format.
func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range report.Formats {
		for _, s := range append([]string{f.Name}, f.Endings...) {
			if seen[s] {
				t.Errorf("%s names two formats", s)
			}
			seen[s] = true
		}
		for _, e := range f.Endings {
			if g, ok := report.FormatOf("글." + strings.ToUpper(e[1:])); !ok || g.Name != f.Name {
				t.Errorf("%s does not lead back to %s", e, f.Name)
			}
		}
		if f.About[report.English] == "" || f.About[report.Korean] == "" {
			t.Errorf("%s lacks a description", f.Name)
		}
	}
	for _, file := range []string{"x", "x.doc", "", ".", "tsv"} {
		if f, ok := report.FormatOf(file); ok {
			t.Errorf("%q is taken for %s", file, f.Name)
		}
	}
}

// What tsv escapes comes back exactly.
func TestTSVRoundTrip(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(string(write(t, "tsv", tables["attack"](), report.Options{})), "\n"), "\n")
	if len(lines) != len(attacks)+1 {
		t.Fatalf("%d lines for %d rows", len(lines), len(attacks))
	}
	unescape := strings.NewReplacer(`\t`, "\t", `\n`, "\n", `\r`, "\r", `\\`, `\`)
	for i, want := range attacks {
		fields := strings.Split(lines[i+1], "\t")
		if len(fields) != len(columns) {
			t.Fatalf("%q makes %d fields", want, len(fields))
		}
		if got := unescape.Replace(fields[0]); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	}
}

// What csv writes is read by an independent reader, with an apostrophe only before what could run.
func TestCSVReadBack(t *testing.T) {
	got := write(t, "csv", tables["attack"](), report.Options{})
	if !bytes.HasPrefix(got, []byte("\ufeff")) {
		t.Error("no byte order mark")
	}
	records, err := csv.NewReader(bytes.NewReader(got[3:])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range attacks {
		got := records[i+1][0]
		want = strings.ReplaceAll(want, "\r\n", "\n") // as encoding/csv reads every line end
		if plain, armed := strings.CutPrefix(got, "'"); armed && want != "'" {
			got = plain
			if first, _ := utf8.DecodeRuneInString(want); !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
				t.Errorf("%q needs no apostrophe", want)
			}
		} else if want != "" && strings.ContainsAny(want[:1], "=+-@") {
			t.Errorf("%q can run", want)
		}
		if got != want {
			t.Errorf("%q came back as %q", want, got)
		}
		if records[i+1][2] != "-1.5" {
			t.Errorf("a number came out as %q", records[i+1][2])
		}
	}
}

// A whole number is itself in every format, also where it is no int64; Int gives those that are.
func TestWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		cell         report.Cell
		full, people string
		float        float64
		whole        bool
	}{
		{report.Int(uint64(math.MaxInt64)), "9223372036854775807", "9,223,372,036,854,775,807", 1 << 63, true},
		{report.Int(uint64(1)<<63 + 5), "9223372036854775813", "9,223,372,036,854,775,813", 1 << 63, false},
		{report.Int(uint64(math.MaxUint64)), "18446744073709551615", "18,446,744,073,709,551,615", 1 << 64, false},
		{report.Int(int64(math.MinInt64)), "-9223372036854775808", "-9,223,372,036,854,775,808", -1 << 63, true},
		{report.Int(int32(-1)), "-1", "-1", -1, true},
	} {
		if f, ok := c.cell.Number(); !ok || f != c.float {
			t.Errorf("%s: as a float64 %v", c.full, f)
		}
		if _, ok := c.cell.Int(); ok != c.whole {
			t.Errorf("%s: an int64: %v", c.full, ok)
		}
		for i := range report.Formats {
			format := report.Formats[i].Name
			out := write(t, format, &report.Table{Command: "freq", Columns: []report.Column{{Key: "n", Kind: report.Count}},
				Rows: report.Slice([][]report.Cell{{c.cell}})}, report.Options{})
			if format == "xlsx" {
				out = dump(t, out)
			}
			if s := string(out); !strings.Contains(s, c.full) && !strings.Contains(s, c.people) {
				t.Errorf("%s: %s lacks %s", format, s, c.full)
			}
		}
	}
}

// What json and jsonl write is what encoding/json reads, text and numbers alike.
func TestJSONReadBack(t *testing.T) {
	type object = map[string]any
	for name, table := range tables {
		var whole struct {
			Command  string
			Summary  object
			Rows     []object
			Warnings []struct {
				Kind, Message string
				Rows          []int
				Columns       []string
			}
		}
		d := json.NewDecoder(bytes.NewReader(write(t, "json", table(), report.Options{})))
		d.DisallowUnknownFields()
		if name == "hangul" {
			d = json.NewDecoder(bytes.NewReader(write(t, "json", table(), report.Options{})))
		}
		if err := d.Decode(&whole); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var lines []object
		for d := json.NewDecoder(bytes.NewReader(write(t, "jsonl", table(), report.Options{}))); ; {
			var o object
			if err := d.Decode(&o); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			lines = append(lines, o)
		}
		if len(lines) != len(whole.Rows) {
			t.Fatalf("%s: jsonl has %d rows, json %d", name, len(lines), len(whole.Rows))
		}
		for i := range lines {
			if d := cmp.Diff(lines[i], whole.Rows[i]); d != "" {
				t.Errorf("%s: row %d: %s", name, i, d)
			}
			if len(lines[i]) != len(columns) {
				t.Errorf("%s: row %d has %d members", name, i, len(lines[i]))
			}
		}
		switch name {
		case "attack":
			for i, want := range attacks {
				want = strings.ToValidUTF8(want, "\ufffd")
				if want == "\ufffd" {
					want = "\ufffd\ufffd" // one for each byte, as encoding/json does
				}
				if got := whole.Rows[i]["term"]; got != want {
					t.Errorf("%q came back as %q", want, got)
				}
			}
		case "numbers":
			w := whole.Warnings[0]
			if w.Kind != "not_finite" || !slices.Equal(w.Rows, []int{2, 3, 4}) || !slices.Equal(w.Columns, []string{"log_ratio", "p"}) {
				t.Errorf("warning: %+v", w)
			}
		case "notes":
			if w := whole.Warnings; len(w) != 3 || !slices.Equal(w[0].Rows, []int{0, 1}) || !slices.Equal(w[1].Columns, []string{"log_ratio"}) || w[2].Rows != nil {
				t.Errorf("warnings: %+v", w)
			}
		}
	}
}

// Quoting agrees with encoding/json on every rune and every byte.
func TestJSONQuoting(t *testing.T) {
	table := func(s string) []byte {
		return write(t, "jsonl", &report.Table{Columns: columns[:1], Rows: report.Slice([][]report.Cell{{report.Str(s)}})}, report.Options{})
	}
	var all strings.Builder
	for r := rune(0); r < 0x3000; r++ {
		all.WriteRune(r)
	}
	for b := range 256 {
		all.WriteByte(byte(b))
		all.WriteString("가")
	}
	var got, want struct{ Term string }
	if err := json.Unmarshal(table(all.String()), &got); err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(all.String())
	if err := json.Unmarshal([]byte(`{"term":`+string(quoted)+`}`), &want); err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Error("differs from encoding/json")
	}
	for _, s := range attacks {
		if out := table(s); bytes.ContainsAny(out, "<>&\u2028\u2029\x00") {
			t.Errorf("%q is not safe inside a script element: %s", s, out)
		}
	}
}

// Numbers printed in full are the same float64 again.
func TestFullPrecision(t *testing.T) {
	floats := []float64{0.1, 1.0 / 3, 1e-6, 9.999999e-7, 1e21, 1e20, 123456789, 2.5e-308, math.MaxFloat64, math.SmallestNonzeroFloat64}
	for i := range 300 {
		floats = append(floats, math.Pow(10, float64(i-150))*1.2345678901234567)
	}
	for _, f := range floats {
		for _, format := range []string{"tsv", "csv", "json"} {
			out := write(t, format, &report.Table{Columns: columns[2:3], Rows: report.Slice([][]report.Cell{{report.Float(f)}})}, report.Options{})
			want, _ := json.Marshal(f)
			if !bytes.Contains(out, want) {
				t.Errorf("%s: %s is not in %q", format, want, out)
			}
		}
	}
}

// Every line of the table on the screen is as wide as its columns, whatever stands in it, and no wider than asked.
func TestScreenWidth(t *testing.T) {
	long := strings.Repeat("가나다 ", 30)
	concordance := func() *report.Table {
		return &report.Table{
			Columns: []report.Column{
				{Key: "left", Heading: report.Text{"left", "앞"}, Align: report.Right},
				{Key: "node", Heading: report.Text{"node", "중심어"}, Strong: true},
				{Key: "right", Heading: report.Text{"right", "뒤"}},
			},
			Rows: report.Slice([][]report.Cell{
				{report.Str(long + "끝."), report.Str("모델"), report.Str(long)},
				{report.Str("👨\u200d👩\u200d👧"), report.Str("모델이"), report.Str("")},
			}),
		}
	}
	for _, columns := range []int{24, 40, 41, 80} {
		golden.Check(t, fmt.Sprintf("screen_%d.txt", columns), write(t, "table", concordance(), report.Options{Width: columns, Lang: report.Korean}))
	}
	golden.Check(t, "screen_color.txt", write(t, "table", tables["notes"](), report.Options{Color: true}))
}

// A result that is known only after its rows has its summary all the same.
func TestLateSummary(t *testing.T) {
	for i := range report.Formats {
		f := &report.Formats[i]
		if !f.Notes {
			continue
		}
		table := tables["hangul"]()
		rows, summary := table.Rows, table.Summary
		table.Summary, table.Groups = nil, nil
		table.Rows = func(yield func([]report.Cell) bool) {
			rows(yield)
			table.Summary = summary
		}
		got := write(t, f.Name, table, report.Options{})
		if f.Binary {
			got = dump(t, got)
		}
		if n := bytes.Count(got, []byte("documents")); n != 1 {
			t.Errorf("%s has the summary %d times", f.Name, n)
		}
	}
}

// A writer's error ends the rows and is handed back.
func TestWriteError(t *testing.T) {
	full := errors.New("disk full")
	for i := range report.Formats {
		f := &report.Formats[i]
		given := 0
		endless := iter.Seq[[]report.Cell](func(yield func([]report.Cell) bool) {
			for given < 1<<20 && yield(row("모델", 1, 1, 1, true)) {
				given++
			}
		})
		if !f.Streams {
			endless = report.Slice([][]report.Cell{row("모델", 1, 1, 1, true)})
		}
		err := f.Write(failing{full}, &report.Table{Command: "freq", Columns: columns, Rows: endless}, report.Options{})
		if !errors.Is(err, full) {
			t.Errorf("%s: %v", f.Name, err)
		}
		if given == 1<<20 {
			t.Errorf("%s read all rows before it noticed", f.Name)
		}
	}
}

type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

// A row with too many cells is a fault of the command, not a wrong file.
func TestTooManyCells(t *testing.T) {
	for i := range report.Formats {
		f := &report.Formats[i]
		table := &report.Table{Columns: columns[:1], Rows: report.Slice([][]report.Cell{{report.Int(1)}, {report.Int(1), report.Int(2)}})}
		if err := f.Write(io.Discard, table, report.Options{}); err == nil || !strings.Contains(err.Error(), "row 1 has 2 cells") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// goldenName is the file in testdata that holds what a format makes of a table; a workbook's is its dump.
func goldenName(table string, f *report.Format) string {
	if f.Binary {
		return table + f.Endings[0] + ".txt"
	}
	return table + f.Endings[0]
}
