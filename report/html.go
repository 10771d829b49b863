package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"strconv"
	"strings"
)

// writeHTML writes a page that needs nothing but itself: no script, no request, one style sheet whose hash is the only
// thing that its content security policy lets through. Text is escaped and stays in its cell; where the page rounds a
// number, the full one is in the cell's tooltip. Rows are written as they come.
func writeHTML(w *bufio.Writer, t *Table, o Options) error {
	p := page{w: w, t: t, lang: o.Lang}
	p.open()
	early := t.Summary != nil || t.Groups != nil
	if early {
		p.summary()
	}
	p.print("<div class=wide><table>\n<thead><tr>")
	for i := range t.Columns {
		p.print("<th scope=col")
		if a := t.Columns[i].About.In(o.Lang); a != "" {
			p.print(` title="`, escapeHTML(a), `"`)
		}
		p.print(">", escapeHTML(t.Columns[i].heading(o.Lang)), "</th>")
	}
	p.print("</tr></thead>\n<tbody>\n")
	none := true
	err := t.each(t.rows(), func(_ int, cells []Cell) error {
		none = false
		p.print("<tr>")
		for i, c := range cells {
			p.cell(&t.Columns[i], c)
		}
		return p.print("</tr>\n")
	})
	if err != nil {
		return err
	}
	p.print("</tbody>\n</table></div>\n")
	if none {
		p.print("<p>", noRows.In(o.Lang), "</p>\n")
	}
	if !early {
		p.summary()
	}
	if len(t.Notes) > 0 {
		p.print("<ol class=notes>\n")
		for i := range t.Notes {
			p.print("<li id=n", strconv.Itoa(i+1), ">", escapeHTML(t.Notes[i].Text.In(o.Lang)), "</li>\n")
		}
		p.print("</ol>\n")
	}
	if len(t.Provenance) > 0 {
		p.print("<footer>\n")
		for _, line := range t.Provenance {
			p.print("<p>", escapeHTML(line), "</p>\n")
		}
		p.print("</footer>\n")
	}
	return p.print("</html>\n")
}

// page is the state of writeHTML.
type page struct {
	w    *bufio.Writer
	t    *Table
	lang Lang
	err  error
}

// print writes its parts, unless writing has failed before.
func (p *page) print(parts ...string) error {
	for _, s := range parts {
		if p.err == nil {
			_, p.err = p.w.WriteString(s)
		}
	}
	return p.err
}

// pageStyle is the style sheet, without the rules for the columns of the table at hand.
const pageStyle = `:root{color-scheme:light dark;font:16px/1.5 "Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic","NanumGothic",sans-serif}
body{margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .7rem;text-align:left;border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent);white-space:pre-wrap}
thead th{position:sticky;top:0;background:Canvas;border-bottom:2px solid}
tbody tr:nth-child(even){background:color-mix(in srgb,currentColor 4%,transparent)}
dl{display:grid;grid-template-columns:max-content max-content;gap:.1rem 1rem}
dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
sup a{text-decoration:none}
.notes,footer{font-size:.9rem;opacity:.8}footer p{margin:0}
@media print{thead th{position:static}}
`

// open prints the page up to the title.
func (p *page) open() {
	style := pageStyle
	for i := range p.t.Columns {
		nth := ":is(th,td):nth-child(" + strconv.Itoa(i+1) + "){"
		if p.t.Columns[i].alignment() == Right {
			style += nth + "text-align:right}\n"
		}
		if p.t.Columns[i].Strong {
			style += nth + "font-weight:bold}\n"
		}
	}
	sum := sha256.Sum256([]byte(style))
	title := p.t.Title.In(p.lang)
	if title == "" {
		title = "kstat " + p.t.Command
	}
	title = escapeHTML(title)
	p.print("<!doctype html>\n<html lang=", languageTags[p.lang], ">\n<meta charset=utf-8>\n",
		`<meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src 'sha256-`,
		base64.StdEncoding.EncodeToString(sum[:]), `'; base-uri 'none'; form-action 'none'">`,
		"\n<meta name=viewport content=\"width=device-width,initial-scale=1\">\n<title>", title, "</title>\n<style>", style,
		"</style>\n<h1>", title, "</h1>\n")
}

var languageTags = [numLangs]string{"en", "ko"}

// summary prints summary and groups.
func (p *page) summary() {
	p.fields(p.t.Summary)
	for i := range p.t.Groups {
		p.print("<h2>", escapeHTML(p.t.Groups[i].title().In(p.lang)), "</h2>\n")
		p.fields(p.t.Groups[i].Fields)
	}
}

// fields prints named values.
func (p *page) fields(fields []Field) {
	if len(fields) == 0 {
		return
	}
	p.print("<dl>\n")
	for i := range fields {
		f := &fields[i]
		p.print("<dt>", escapeHTML(f.label(p.lang)), "</dt><dd", tooltip(f.shown(p.lang), f.Decimals, p.lang), ">",
			escapeHTML(f.shown(p.lang).people(f.Decimals, p.lang)), "</dd>\n")
	}
	p.print("</dl>\n")
}

// cell prints one cell of the table.
func (p *page) cell(col *Column, c Cell) {
	p.print("<td", tooltip(c, col.Decimals, p.lang), ">", escapeHTML(c.people(col.Decimals, p.lang)))
	if c.note > 0 {
		n := strconv.Itoa(int(c.note))
		p.print("<sup><a href=#n", n, ">", n, "</a></sup>")
	}
	p.print("</td>")
}

// tooltip gives the attribute that holds a number in full, where the page shows it rounded.
func tooltip(c Cell, decimals int, l Lang) string {
	switch c.kind {
	case cellFloat, cellP, cellLogP:
	default:
		return ""
	}
	shown := strings.ReplaceAll(c.people(decimals, l), ",", "")
	if f, err := strconv.ParseFloat(shown, 64); err == nil && f == c.float() {
		return ""
	}
	return ` title="` + string(c.appendFull(nil)) + `"`
}

// escapeHTML gives text that a page shows as it is, within its element.
func escapeHTML(s string) string { return html.EscapeString(Visible(s)) }
