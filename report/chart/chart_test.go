package chart

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// drawings are charts of all kinds, of words that try to be more than text, and of nothing.
func drawings() map[string]*Drawing {
	hostile := `<script>&"` + "\x00\u202e"
	legend := []LegendItem{{Accent, "명사"}, {Dim, hostile}}
	words := []Weighted{{"모델", 35, Accent}, {hostile, 20, Dim}, {"gpt-4", 3, Second}}
	return map[string]*Drawing{
		"bars": DrawBars(hostile, "빈도", []Bar{{Label: "모델", Value: 35, Text: "35"}, {Label: hostile, Value: -2, Text: "−2", Lo: -3, Hi: math.Inf(1)},
			{Label: strings.Repeat("길다", 40), Value: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}, {Value: math.Inf(1)}}, legend),
		"no bars": DrawBars("", "", nil, nil),
		"cloud":   DrawCloud(hostile, words, legend), "no cloud": DrawCloud("", nil, nil),
		"strips": DrawStrips(hostile, []Strip{{Label: strings.Repeat("가", 50) + "/끝.txt", Text: "3", Length: 100, Marks: []int{0, 50, 99}, Ends: []int{40, 100}},
			{Label: hostile, Length: 50}, {}, {Label: "b", Length: 1 << 40, Marks: []int{1<<40 - 1}}}),
		"no strips":  DrawStrips("", nil),
		"scatter":    DrawScatter(hostile, "A", "B", []Faced{{"모델", 1000, 0, 30, Accent}, {hostile, 10, 10, 0, Dim}, {"비", 0, 3e5, 20, Second}, {Text: "없음"}}, legend),
		"no scatter": DrawScatter("", "A", "B", nil, nil),
	}
}

// An SVG is well-formed whatever stands in words and names, runs and loads nothing, and is the same each time.
func TestSVG(t *testing.T) {
	again := drawings()
	for name, d := range drawings() {
		var a, b bytes.Buffer
		if err := errors.Join(d.WriteSVG(&a), again[name].WriteSVG(&b)); err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() {
			t.Errorf("%s: two drawings differ", name)
		}
		for dec := xml.NewDecoder(strings.NewReader(a.String())); ; {
			token, err := dec.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, &a)
			}
			if e, ok := token.(xml.StartElement); ok {
				if !strings.Contains(" svg title rect text line circle ", " "+e.Name.Local+" ") {
					t.Errorf("%s: an element %s", name, e.Name.Local)
				}
				for _, attr := range e.Attr {
					if strings.HasPrefix(attr.Name.Local, "on") || strings.Contains(attr.Name.Local, "href") || strings.Contains(attr.Value, "NaN") || strings.Contains(attr.Value, "Inf") {
						t.Errorf("%s: %s=%q", name, attr.Name.Local, attr.Value)
					}
				}
			}
		}
	}
}

// Everything of a drawing lies within it.
func TestWithin(t *testing.T) {
	for name, d := range drawings() {
		checkWithin(t, name, d)
	}
}

func checkWithin(t *testing.T, name string, d *Drawing) {
	t.Helper()
	const slack = 3
	for _, s := range d.shapes {
		var b box
		switch s := s.(type) {
		case textShape:
			width := Advance(s.text) * s.size
			shift := [...]float64{start: 0, middle: width / 2, end: width}[s.anchor]
			b = box{s.x - shift, s.y - s.size, s.x - shift + width, s.y + s.size*0.3}
			if s.up {
				b = box{s.x - s.size, s.y - width + shift, s.x, s.y + shift}
			}
		case rectShape:
			b = box{s.x, s.y, s.x + s.w, s.y + s.h}
		case lineShape:
			b = box{min(s.x1, s.x2), min(s.y1, s.y2), max(s.x1, s.x2), max(s.y1, s.y2)}
		case dotShape:
			b = box{s.x - s.r, s.y - s.r, s.x + s.r, s.y + s.r}
		}
		if !(b.left >= -slack && b.top >= -slack && b.right <= Width+slack && b.bottom <= d.Height+slack) {
			t.Errorf("%s: %+v is outside of %v × %v", name, s, Width, d.Height)
		}
	}
}

// In a cloud no word lies on another or outside, letters are as large as the root of the frequency has it, and the most
// frequent words are there.
func TestLayCloud(t *testing.T) {
	var words []Weighted
	for i := range 200 {
		words = append(words, Weighted{Text: []string{"낱말", "낱말낱말", "text"}[i%3], Weight: float64(1000 / (i + 1))})
	}
	for _, s := range []CloudSettings{PrintCloud, {Width: 340, Height: 420, Most: 40, Smallest: 12, Largest: 52}} {
		c := LayCloud(words, s)
		if len(c.Words) < 8 {
			t.Errorf("%v words in a cloud of %v", len(c.Words), c.Width)
		}
		var taken []box
		for i, p := range c.Words {
			w := words[p.Word]
			b := box{p.X, p.Y - 0.85*p.Size, p.X + Advance(w.Text)*p.Size, p.Y + 0.15*p.Size}
			if b.left < -0.1 || b.top < -0.1 || b.right > c.Width+0.1 || b.bottom > c.Height+0.1 || meetsAny(b, taken) {
				t.Errorf("%+v lies on another or outside", p)
			}
			taken = append(taken, b)
			first := c.Words[0]
			if want := first.Size * math.Sqrt(w.Weight/words[first.Word].Weight); math.Abs(p.Size-want) > 0.2 || p.Size < s.Smallest-0.1 || p.Word != i {
				t.Errorf("word %d has size %v, want %v", p.Word, p.Size, want)
			}
		}
	}
}

// On the plane no name lies on another, more frequent words lie further out, and those with the greatest rank are named.
func TestLayScatter(t *testing.T) {
	var words []Faced
	for i := range 400 {
		words = append(words, Faced{Text: []string{"낱말", "긴낱말", "text"}[i%3], A: float64(i * i % 1009), B: float64(i * 7 % 101), Rank: float64(i * 31 % 397)})
	}
	p := LayScatter(words, PrintScatter)
	var taken []box
	for k, l := range p.Labels {
		b := box{l.X, l.Y - 8, l.X + Advance(words[l.Word].Text)*smallLetters, l.Y + 2}
		if meetsAny(b, taken) || b.left < p.Left || b.right > p.Width || b.bottom > p.Bottom {
			t.Errorf("%+v lies on another or outside", l)
		}
		taken = append(taken, box{b.left - smallLetters*0.45, b.top, b.right + smallLetters*0.45, b.bottom})
		if k > 0 && words[l.Word].Rank > words[p.Labels[k-1].Word].Rank {
			t.Errorf("%+v comes too late", l)
		}
	}
	if len(p.Labels) < 30 {
		t.Errorf("%d names", len(p.Labels))
	}
	for i, a := range words {
		for j, b := range words {
			if a.A > b.A && p.Points[i][0] < p.Points[j][0] || a.B > b.B && p.Points[i][1] > p.Points[j][1] {
				t.Fatalf("%+v and %+v lie the wrong way round: %v, %v", a, b, p.Points[i], p.Points[j])
			}
		}
	}
}

// An axis has ticks at 1, 2 and 5 times the powers of ten where there is room, else at powers of ten; none lies outside, and the
// labels have the room that they need.
func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi, decade, room float64
		want                 string
	}{
		{1164, 24000, 500, 50, "2,000 5,000 10,000 20,000"},
		{1, 10, 500, 50, "1 2 5 10"},
		{0.2, 30, 200, 50, "0.2 0.5 1 2 5 10 20"},
		{1164, 240000, 150, 50, "10,000 100,000"},
		{1, 1e7, 30, 50, "1 100 10,000 1,000,000"},
		{3, 4, 2000, 50, ""},
	} {
		var labels []string
		for _, v := range ticks(c.lo, c.hi, c.decade, c.room) {
			labels = append(labels, tickLabel(v))
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
	for v := 1.0; v < 10; v += 0.1 { // where all words are equally frequent
		p := LayScatter([]Faced{{Text: "가", A: v, B: v}}, PrintScatter)
		if len(p.Across) < 2 || len(p.Up) < 2 {
			t.Errorf("%v: ticks %v, %v", v, p.Across, p.Up)
		}
	}
}

func TestBinned(t *testing.T) {
	pairs := Binned([]int{0, 1, 500, 999}, 1000)
	if want := []int{0, 2, 120, 1, 239, 1}; len(pairs) != len(want) || pairs[1] != 2 || pairs[2] != 120 || pairs[4] != 239 {
		t.Errorf("%v, want %v", pairs, want)
	}
}

// latin is a font without Hangul, as the tests need one that every machine has.
func latin(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "latin.ttf")
	if err := os.WriteFile(file, goregular.TTF, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// A PNG can be read, has its size and resolution, is the same each time, and has ink where the SVG has.
func TestPNG(t *testing.T) {
	face, err := parseFace(goregular.TTF, "goregular")
	if err != nil {
		t.Fatal(err)
	}
	again := drawings()
	for name, d := range drawings() {
		f := &Font{}
		f.faces[0], f.faces[1] = face, face
		var a, b bytes.Buffer
		if err := errors.Join(d.WritePNG(&a, f), again[name].WritePNG(&b, f)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two pictures differ", name)
		}
		at := bytes.Index(a.Bytes(), []byte("pHYs"))
		if at < 0 || binary.BigEndian.Uint32(a.Bytes()[at+4:]) != 11811 {
			t.Errorf("%s: no resolution", name)
		}
		img, err := png.Decode(&a)
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds().Dx() != 2000 {
			t.Errorf("%s: %d dots wide", name, img.Bounds().Dx())
		}
		ink := false
		for y := range img.Bounds().Dy() {
			for x := range 2000 {
				r, _, _, _ := img.At(x, y).RGBA()
				ink = ink || r < 0x8000
			}
		}
		if !ink && !strings.HasPrefix(name, "no ") {
			t.Errorf("%s: nothing is drawn", name)
		}
	}
}

// What is no font, or one without Hangul, is refused with its reason.
func TestUnfitFonts(t *testing.T) {
	var unfit *UnfitError
	if _, err := OpenFont(latin(t)); !errors.As(err, &unfit) || unfit.Lacks != '가' {
		t.Errorf("a font without Hangul: %v", err)
	}
	file := filepath.Join(t.TempDir(), "no.ttf")
	if err := os.WriteFile(file, []byte("no font"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFont(file); !errors.As(err, &unfit) || unfit.Err == nil {
		t.Errorf("no font: %v", err)
	}
	if _, err := OpenFont(file + "x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "NanumGothic.ttf"), goregular.TTF, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := findFont([]string{folder, filepath.Join(folder, "none")}); !errors.Is(err, ErrNoFont) {
		t.Errorf("a folder without a font that has Hangul: %v", err)
	}
}

// A font of the system, where there is one, has Hangul in both cuts.
func TestFindFont(t *testing.T) {
	f, err := FindFont()
	if err != nil {
		t.Skip(err)
	}
	for i, face := range f.faces {
		if !has(face, &f.buffer, '뷁') || !has(face, &f.buffer, '힣') {
			t.Errorf("%s lacks syllables", f.Files[i])
		}
	}
}

// Fonts come from anywhere: what is broken in one is an error and no crash.
func FuzzFont(f *testing.F) {
	f.Add(goregular.TTF[:2000])
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"))
	d := DrawBars("가나다", "", []Bar{{Label: "abc 뷁", Value: 1}}, nil)
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := parseFace(data, "")
		if err != nil {
			return
		}
		font := &Font{}
		font.faces[0], font.faces[1] = face, face
		_ = d.WritePNG(io.Discard, font)
	})
}
