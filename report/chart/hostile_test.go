package chart

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// hostileNumbers are the ends of what a float64 holds, and what has no place on a scale. The marks of a strip take the same.
var hostileNumbers = []float64{math.Inf(1), math.Inf(-1), math.NaN(), 1e308, -1e308, math.MaxFloat64, 5e-324, -5e-324, 1e-300, 0, 1, 1e6}

// figuresOf draws all figures of three numbers. The words are given in the order of the numbers, whatever these are.
func figuresOf(a, b, c float64) map[string]*Drawing {
	numbers := []float64{a, b, c}
	var bars, intervals []Bar
	var words []Weighted
	var faced []Faced
	var strips []Strip
	for i, v := range numbers {
		w, name := numbers[(i+1)%3], string(rune('가'+i))
		text := strconv.FormatFloat(v, 'f', 2, 64)
		bars = append(bars, Bar{Label: name, Value: v, Text: text})
		intervals = append(intervals, Bar{Label: name, Value: v, Text: text, Lo: min(w, v), Hi: max(w, v)})
		words = append(words, Weighted{Text: name, Weight: v})
		faced = append(faced, Faced{Text: name, A: v, B: w, Rank: w})
		strips = append(strips, Strip{Label: name, Text: text, Length: int(v), Marks: []int{int(w), 0}, Ends: []int{int(w)}})
	}
	return map[string]*Drawing{
		"bars": DrawBars("", "", bars, nil), "intervals": DrawBars("", "", intervals, nil), "cloud": DrawCloud("", words, nil),
		"scatter": DrawScatter("", "A", "B", faced, nil), "strips": DrawStrips("", strips),
	}
}

// checkSVGNumbers fails where an SVG has a number that is none.
func checkSVGNumbers(t *testing.T, name string, d *Drawing) {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, `"NaN`) || strings.Contains(s, `Inf"`) {
		t.Errorf("%s: %s", name, s)
	}
}

// checkPNG fails where a drawing cannot be written as PNG.
func checkPNG(t *testing.T, name string, d *Drawing) {
	t.Helper()
	face, err := parseFace(goregular.TTF, "goregular")
	if err != nil {
		t.Fatal(err)
	}
	f := &Font{}
	f.faces[0], f.faces[1] = face, face
	var b bytes.Buffer
	if err := d.WritePNG(&b, f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if _, err := png.DecodeConfig(&b); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Whatever the numbers are, each figure is drawn and lies within its picture. 0 as the third one says nothing of a scale's ends.
func TestHostileNumbers(t *testing.T) {
	for _, a := range hostileNumbers {
		for _, b := range hostileNumbers {
			for _, c := range []float64{0, a} {
				for figure, d := range figuresOf(a, b, c) {
					name := fmt.Sprint(figure, " of ", a, " ", b, " ", c)
					checkWithin(t, name, d)
					checkSVGNumbers(t, name, d)
				}
			}
		}
	}
}

// What lies within the picture can be written as PNG, which takes too long for all the others.
func TestHostilePNG(t *testing.T) {
	for _, c := range [][3]float64{{1e308, -1e308, 0}, {1e-300, 1e300, math.Inf(1)}, {math.NaN(), 5e-324, 5e-324}} {
		for figure, d := range figuresOf(c[0], c[1], c[2]) {
			checkPNG(t, fmt.Sprint(figure, " of ", c), d)
		}
	}
}

// What is not finite is left out, and nothing else; it does not change where the others are.
func TestNotFiniteIsLeftOut(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	p := LayScatter([]Faced{{Text: "가", A: inf, B: 1, Rank: 9}, {Text: "나", A: 10, B: 5}, {Text: "다", A: 1, B: nan}, {Text: "라", A: 1, B: 2, Rank: 3}}, PrintScatter)
	without := LayScatter([]Faced{{Text: "나", A: 10, B: 5}, {Text: "라", A: 1, B: 2, Rank: 3}}, PrintScatter)
	if fmt.Sprint(p.Order) != "[3 1]" || len(p.Points) != 4 || p.Points[1] != without.Points[0] || p.Points[3] != without.Points[1] || len(p.Labels) != 2 {
		t.Errorf("the plane: %+v", p)
	}
	c := LayCloud([]Weighted{{Text: "가", Weight: inf}, {Text: "나", Weight: 2}, {Text: "다", Weight: nan}, {Text: "라", Weight: 8}}, PrintCloud)
	if len(c.Words) != 2 || c.Words[0].Word != 3 || c.Words[1].Word != 1 {
		t.Errorf("the cloud: %+v", c)
	}
	d := DrawBars("", "", []Bar{{Label: "가", Value: inf, Text: "∞", Lo: 1, Hi: inf}, {Label: "나", Value: 2, Text: "2"}, {Label: "다", Value: nan}}, nil)
	rects, texts := 0, 0
	for _, s := range d.shapes {
		switch s.(type) {
		case rectShape:
			rects++
		case textShape:
			texts++
		}
	}
	if rects != 1 || texts != 6 {
		t.Errorf("%d bars and %d texts, want 1 and 6", rects, texts)
	}
	if got := Binned([]int{-1, 0, 5, 9, 10}, 10); fmt.Sprint(got) != "[0 1 120 1 216 1]" {
		t.Errorf("marks: %v", got)
	}
	if got := Binned([]int{0}, 0); got != nil {
		t.Errorf("marks of no text: %v", got)
	}
}

// FuzzNumbers draws all figures of any numbers.
func FuzzNumbers(f *testing.F) {
	f.Add(1e308, -1e308, 0.0)
	f.Add(1e-300, 1e300, math.NaN())
	f.Add(833333.4, 1e6, 5e-324)
	f.Fuzz(func(t *testing.T, a, b, c float64) {
		for name, d := range figuresOf(a, b, c) {
			checkWithin(t, name, d)
			checkSVGNumbers(t, name, d)
		}
	})
}
