package report

import (
	"bufio"
	"strconv"
	"strings"
)

// writeMarkdown writes a table in the Markdown that GitHub and most note-taking programs read, with a title, a summary
// as a list, and notes as footnotes; those to which no cell refers are a list, because who renders Markdown drops such
// footnotes. The source is aligned by display width, so that it can be read as it is. Every character that Markdown or HTML
// could take for markup is escaped.
func writeMarkdown(w *bufio.Writer, t *Table, o Options) error {
	rows := t.held()
	d := markdown{w: w, widths: make([]int, len(t.Columns)), referred: make(map[uint16]bool)}
	for i := range t.Columns {
		d.widths[i] = max(3, width(escapeMarkdown(t.Columns[i].heading(o.Lang))))
	}
	err := t.each(rows, func(_ int, cells []Cell) error {
		for i, c := range cells {
			d.widths[i] = max(d.widths[i], width(d.cell(&t.Columns[i], c, o.Lang)))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range d.widths {
		d.widths[i] = min(d.widths[i], maxPadded)
	}

	if title := t.Title.In(o.Lang); title != "" {
		d.print("## ", escapeMarkdown(title), "\n\n")
	}
	for i := range t.Columns {
		d.field(&t.Columns[i], i, escapeMarkdown(t.Columns[i].heading(o.Lang)))
	}
	d.print("|\n")
	for i := range t.Columns {
		rule := strings.Repeat("-", d.widths[i])
		if t.Columns[i].alignment() == Right {
			d.print("| ", rule, ":")
		} else {
			d.print("|:", rule, " ")
		}
	}
	d.print("|\n")
	err = t.each(rows, func(_ int, cells []Cell) error {
		for i, c := range cells {
			d.field(&t.Columns[i], i, d.cell(&t.Columns[i], c, o.Lang))
		}
		return d.print("|\n")
	})
	if err != nil {
		return err
	}

	d.fields("", t.Summary, o.Lang)
	for i := range t.Groups {
		d.fields(t.Groups[i].title().In(o.Lang), t.Groups[i].Fields, o.Lang)
	}
	for _, referred := range [...]bool{false, true} {
		first := true
		for i := range t.Notes {
			if d.referred[uint16(i+1)] != referred {
				continue
			}
			if first {
				first = false
				d.print("\n")
			}
			label := "+ " // another bullet begins another list
			if referred {
				label = "[^" + strconv.Itoa(i+1) + "]: "
			}
			d.print(label, escapeMarkdown(t.Notes[i].Text.In(o.Lang)), "\n")
		}
	}
	for i, p := range t.Provenance {
		if i == 0 {
			d.print("\n")
		}
		d.print("* ", escapeMarkdown(p), "\n")
	}
	return d.err
}

// maxPadded is the widest cell for whose sake the others of its column are padded.
const maxPadded = 60

// markdown is the state of writeMarkdown.
type markdown struct {
	w      *bufio.Writer
	widths []int
	// referred holds the notes, by 1 + their index, to which cells refer.
	referred map[uint16]bool
	err      error
}

// print writes its parts, unless writing has failed before.
func (d *markdown) print(parts ...string) error {
	for _, p := range parts {
		if d.err == nil {
			_, d.err = d.w.WriteString(p)
		}
	}
	return d.err
}

// cell gives a cell's text with the reference to its note.
func (d *markdown) cell(col *Column, c Cell, l Lang) string {
	text := escapeMarkdown(c.people(col.Decimals, l))
	if col.Strong && text != "" && text == strings.TrimSpace(text) { // ** beside a blank is not markup
		text = "**" + text + "**"
	}
	if c.note > 0 {
		d.referred[c.note] = true
		text += "[^" + strconv.Itoa(int(c.note)) + "]"
	}
	return text
}

// field prints a cell, padded on the side that its column's alignment leaves free.
func (d *markdown) field(col *Column, i int, text string) {
	pad := strings.Repeat(" ", max(0, d.widths[i]-width(text)))
	if col.alignment() == Right {
		d.print("| ", pad, text, " ")
	} else {
		d.print("| ", text, pad, " ")
	}
}

// fields prints named values as a list under a title.
func (d *markdown) fields(title string, fields []Field, l Lang) {
	if len(fields) == 0 {
		return
	}
	d.print("\n")
	if title != "" {
		d.print("### ", escapeMarkdown(title), "\n\n")
	}
	for i := range fields {
		f := &fields[i]
		d.print("- ", escapeMarkdown(f.label(l)), ": ", escapeMarkdown(f.shown(l).people(f.Decimals, l)), "\n")
	}
}

// escapeMarkdown gives text that Markdown shows as it is.
func escapeMarkdown(s string) string { return markdownEscapes.Replace(Visible(s)) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `|`, `\|`, `~`, `\~`, `$`, `\$`, `#`, `\#`,
	`<`, `&lt;`, `>`, `&gt;`, `&`, `&amp;`,
)
