package chart

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// fontFamily names fonts with Hangul that systems have: of Linux and Android, macOS and iOS, Windows.
const fontFamily = `"Noto Sans KR","Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic","NanumGothic",sans-serif`

// WriteSVG writes the drawing as a picture of its own: SVG without scripts, styles or links, text as text. An error is one of
// w's.
func (d *Drawing) WriteSVG(w io.Writer) error {
	out := bufio.NewWriter(w)
	height := coordinate(d.Height)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%s" viewBox="0 0 %d %s" role="img" font-family=%s>`+"\n",
		Width, height, Width, height, "'"+fontFamily+"'")
	fmt.Fprintf(out, "<title>%s</title>\n", escaped(d.Title))
	fmt.Fprintf(out, `<rect width="%d" height="%s" fill="#fff"/>`+"\n", Width, height)
	for _, s := range d.shapes {
		switch s := s.(type) {
		case textShape:
			out.WriteString(`<text x="` + coordinate(s.x) + `" y="` + coordinate(s.y) + `" font-size="` + coordinate(s.size) + `"`)
			switch s.anchor {
			case middle:
				out.WriteString(` text-anchor="middle"`)
			case end:
				out.WriteString(` text-anchor="end"`)
			}
			if s.bold {
				out.WriteString(` font-weight="bold"`)
			}
			if s.up {
				out.WriteString(` transform="rotate(-90 ` + coordinate(s.x) + " " + coordinate(s.y) + `)"`)
			}
			out.WriteString(` fill="` + hex(s.color) + `">` + escaped(s.text) + "</text>\n")
		case rectShape:
			out.WriteString(`<rect x="` + coordinate(s.x) + `" y="` + coordinate(s.y) + `" width="` + coordinate(s.w) + `" height="` + coordinate(s.h) +
				`" fill="` + hex(s.color) + `"` + opacity(s.opacity) + "/>\n")
		case lineShape:
			out.WriteString(`<line x1="` + coordinate(s.x1) + `" y1="` + coordinate(s.y1) + `" x2="` + coordinate(s.x2) + `" y2="` + coordinate(s.y2) +
				`" stroke="` + hex(s.color) + `" stroke-width="` + coordinate(s.width) + `"`)
			if s.dashed {
				out.WriteString(` stroke-dasharray="` + coordinate(dash) + " " + coordinate(dash) + `"`)
			}
			out.WriteString("/>\n")
		case dotShape:
			out.WriteString(`<circle cx="` + coordinate(s.x) + `" cy="` + coordinate(s.y) + `" r="` + coordinate(s.r) + `" fill="` + hex(s.color) + `"` +
				opacity(s.opacity) + "/>\n")
		}
	}
	out.WriteString("</svg>\n")
	return out.Flush()
}

// dash is the length of a dash and of the gap behind it.
const dash = 4.0

// coordinate writes a number to a hundredth of a unit, which no printer shows.
func coordinate(x float64) string {
	s := strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func opacity(o float64) string {
	if o >= 1 {
		return ""
	}
	return ` fill-opacity="` + coordinate(o) + `"`
}

func hex(c Color) string {
	return fmt.Sprintf("#%02x%02x%02x", colors[c][0], colors[c][1], colors[c][2])
}

// escaped makes text safe within XML: marks are escaped, and what XML cannot hold is replaced.
func escaped(s string) string {
	return xmlEscaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s))
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
