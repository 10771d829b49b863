package chart

import (
	"math/bits"

	"kstat/report"
)

// Strip shows where something stands in a text, as a row of a figure.
type Strip struct {
	Label string
	Text  string // what stands behind the strip, such as the number of marks
	// Length is how many places the text has; a strip is as long as its text in proportion to the longest. Below 1 there is none.
	Length int
	// Marks are the marked places, rising, from 0. Those that are no place of the text are left out.
	Marks []int
	// Ends are the places at which a part of the text ends, such as a document. They are drawn as thin lines.
	Ends []int
}

// Places is the number of places into which a strip of full length is divided: marks that fall into the same one are one mark,
// the darker the more they are.
const Places = 240

// Shade gives how dark a mark of n occurrences is, where the darkest of its strip has most.
func Shade(n, most int) float64 { return 0.45 + 0.55*float64(n)/float64(most) }

// Binned gives the marks of a text of so many places as pairs: a place, from 0 to Places-1 through the whole text, and how many
// marks it has, for places that have any. Marks outside of the text are left out.
func Binned(marks []int, length int) (pairs []int) {
	for _, m := range marks {
		if m < 0 || m >= length {
			continue
		}
		over, product := bits.Mul64(uint64(m), Places)
		quotient, _ := bits.Div64(over, product, uint64(length))
		at := int(quotient)
		if n := len(pairs); n > 0 && pairs[n-2] == at {
			pairs[n-1]++
		} else {
			pairs = append(pairs, at, 1)
		}
	}
	return pairs
}

// DrawStrips draws strips below each other.
func DrawStrips(title string, strips []Strip) *Drawing {
	const rowHeight, stripHeight = 22.0, 15.0
	d, top := titled(title)
	labels, texts, longest := 0.0, 0.0, 1
	for i := range strips {
		strips[i].Label = report.Visible(strips[i].Label)
		labels = max(labels, Advance(strips[i].Label)*letters)
		texts = max(texts, Advance(strips[i].Text)*smallLetters)
		longest = max(longest, strips[i].Length)
	}
	labels, texts = min(labels, Width*0.3), min(texts, Width*mostOfWidth)
	left, right := 8+labels+8, Width-8-texts-8
	y := top
	for _, s := range strips {
		base := y + rowHeight/2 + letters*0.36
		wide := (right - left) * float64(max(0, s.Length)) / float64(longest)
		d.add(
			textShape{x: 8 + labels, y: base, size: letters, anchor: end, color: Ink, text: fittedEnd(s.Label, letters, labels)},
			textShape{x: Width - 8, y: base, size: smallLetters, anchor: end, color: Dim, text: fitted(s.Text, smallLetters, texts)},
			rectShape{left, y + (rowHeight-stripHeight)/2, wide, stripHeight, Line, 0.45})
		if s.Length <= 0 {
			y += rowHeight
			continue
		}
		for _, e := range s.Ends {
			if e > 0 && e < s.Length {
				x := left + wide*float64(e)/float64(s.Length)
				d.add(lineShape{x, y + 2, x, y + rowHeight - 2, 0.5, Dim, false})
			}
		}
		pairs := Binned(s.Marks, s.Length)
		most := 1
		for i := 1; i < len(pairs); i += 2 {
			most = max(most, pairs[i])
		}
		step := wide / Places
		for i := 0; i < len(pairs); i += 2 {
			// a mark is at least so wide that a printer shows it
			d.add(rectShape{left + step*float64(pairs[i]), y + (rowHeight-stripHeight)/2, max(step, 0.8), stripHeight, Accent, Shade(pairs[i+1], most)})
		}
		y += rowHeight
	}
	d.Height = y + 8
	return d
}
