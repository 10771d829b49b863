package report

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestBarcodeText(t *testing.T) {
	many := make([]int, 12)
	for _, c := range []struct {
		length int
		marks  []int
		width  int
		want   string
	}{
		{0, nil, 10, ""},
		{4, nil, 10, "...."},
		{4, []int{0, 3}, 10, "|..|"},
		{10, []int{0, 1, 9}, 5, "2...|"},
		{10, []int{0, 1, 9}, 1, "3"},
		{100, many, 4, "#..."},
		{1 << 40, []int{1<<40 - 1}, 3, "..|"},
	} {
		l := BarcodeLine{Length: c.length, Marks: c.marks}
		if got := l.Text(c.width); got != c.want {
			t.Errorf("%d places, %v, in %d: %q, want %q", c.length, c.marks, c.width, got, c.want)
		}
	}
}

// The picture is well-formed XML whatever stands in names, with a bar for each text and a mark for each place that can be
// told from its neighbour.
func TestBarcodeSVG(t *testing.T) {
	b := Barcode{Title: `<script>&"` + "\x00", Lines: []BarcodeLine{
		{Name: "가나다라마바사아자차카타파하가나다라마바사/끝.txt", Length: 100, Marks: []int{0, 50, 99}},
		{Name: "b", Length: 50, Marks: nil},
		{Name: "", Length: 0},
	}}
	var out strings.Builder
	if err := b.WriteSVG(&out); err != nil {
		t.Fatal(err)
	}
	s := out.String()
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if n := strings.Count(s, "<rect"); n != 3 {
		t.Errorf("%d bars", n)
	}
	if n := strings.Count(s, "v22"); n != 3 {
		t.Errorf("%d marks", n)
	}
	if !strings.Contains(s, "끝.txt</text>") || strings.Contains(s, "<script") {
		t.Error(s)
	}
}
