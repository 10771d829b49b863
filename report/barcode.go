package report

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// Barcode shows where in texts something stands: a line a text, a mark a place.
type Barcode struct {
	Title string
	Lines []BarcodeLine
}

// BarcodeLine is a text of so many places, and the marked ones among them, rising, from 0.
type BarcodeLine struct {
	Name   string
	Length int
	Marks  []int
}

// Text draws the line in so many characters of ASCII, each of which stands for an equal share of the text: . for none, | for
// one mark, a digit for two to nine, # for more. A text of fewer places than that gets as many characters as it has places.
func (l *BarcodeLine) Text(width int) string {
	if l.Length == 0 {
		return ""
	}
	width = min(width, l.Length)
	counts := make([]int, width)
	for _, m := range l.Marks {
		counts[int(int64(m)*int64(width)/int64(l.Length))]++
	}
	b := make([]byte, width)
	for i, n := range counts {
		switch {
		case n == 0:
			b[i] = '.'
		case n == 1:
			b[i] = '|'
		case n < 10:
			b[i] = byte('0' + n)
		default:
			b[i] = '#'
		}
	}
	return string(b)
}

// The measures of the drawing, in pixels.
const (
	svgWide   = 720 // of the longest line
	svgHigh   = 24
	svgGap    = 10
	svgLeft   = 200
	svgRight  = 70
	svgTop    = 40
	svgLetter = 28 // of a name, at most
)

// WriteSVG draws the bar code as a picture of its own, a line a text, each as long as its text in proportion. Names stand to
// the left, the number of marks to the right. The colours follow the reader's light or dark scheme.
func (b *Barcode) WriteSVG(w io.Writer) error {
	longest := 1
	for _, l := range b.Lines {
		longest = max(longest, l.Length)
	}
	out := bufio.NewWriter(w)
	width, height := svgLeft+svgWide+svgRight, svgTop+len(b.Lines)*(svgHigh+svgGap)+svgGap
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) +
		`" viewBox="0 0 ` + strconv.Itoa(width) + ` ` + strconv.Itoa(height) + `" role="img">` + "\n<title>" + escaped(b.Title) + "</title>\n" +
		`<style>text{font:13px system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;fill:#222}` +
		`.t{font-weight:600;font-size:15px}.f{fill:none;stroke:#bbb}.m{stroke:#1f5fa8;stroke-width:1}` +
		`@media(prefers-color-scheme:dark){text{fill:#ddd}.f{stroke:#555}.m{stroke:#7db4ff}}</style>` + "\n")
	text(out, "t", svgLeft, 24, "start", b.Title)
	for i, l := range b.Lines {
		y := svgTop + i*(svgHigh+svgGap)
		wide := float64(svgWide) * float64(l.Length) / float64(longest)
		text(out, "", svgLeft-10, y+svgHigh-7, "end", shortened(l.Name))
		text(out, "", svgLeft+svgWide+10, y+svgHigh-7, "start", strconv.Itoa(len(l.Marks)))
		out.WriteString(`<rect class="f" x="` + strconv.Itoa(svgLeft) + `" y="` + strconv.Itoa(y) + `" width="` + pixels(wide) +
			`" height="` + strconv.Itoa(svgHigh) + `"/>` + "\n")
		if len(l.Marks) == 0 {
			continue
		}
		out.WriteString(`<path class="m" d="`)
		last := ""
		for _, m := range l.Marks {
			x := pixels(svgLeft + wide*(float64(m)+0.5)/float64(l.Length))
			if x != last { // marks that fall on one another are drawn once
				out.WriteString("M" + x + " " + strconv.Itoa(y+1) + "v" + strconv.Itoa(svgHigh-2))
			}
			last = x
		}
		out.WriteString("\"/>\n")
	}
	out.WriteString("</svg>\n")
	return out.Flush()
}

func text(w *bufio.Writer, class string, x, y int, anchor, s string) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	w.WriteString("<text" + class + ` x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" text-anchor="` + anchor + `">` + escaped(s) + "</text>\n")
}

// pixels writes a coordinate to a tenth of a pixel.
func pixels(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// shortened keeps the end of a name that is too long for its place: of a path that is the part that tells.
func shortened(s string) string {
	for width(s) > svgLetter {
		_, s, _ = strings.Cut(s, string([]rune(s)[0]))
		if width(s) <= svgLetter-1 {
			return "…" + s
		}
	}
	return s
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
