package chart

import (
	"math"
	"slices"

	"kstat/report"
)

// Bar is a row of a bar chart.
type Bar struct {
	Label string
	Value float64 // NaN and the infinities have no bar
	Text  string  // the value as it is to be read
	Color Color
	// Lo and Hi are the ends of an interval around Value, which is drawn as a line; NaN, or both 0, for none.
	Lo, Hi float64
}

// interval tells whether a bar has an interval: not where an end of it is NaN.
func (b *Bar) interval() bool { return b.Lo < b.Hi && finite(b.Value) }

// scaled gives bars with all numbers divided by a power of two, at which the largest are about 1, so that no difference of two is
// beyond a float64; and the ends of their axis.
func scaled(bars []Bar) (by []Bar, lo, hi float64) {
	for _, b := range bars {
		if finite(b.Value) {
			lo, hi = min(lo, b.Value), max(hi, b.Value)
		}
		if b.interval() && finite(b.Lo) && finite(b.Hi) {
			lo, hi = min(lo, b.Lo), max(hi, b.Hi)
		}
	}
	if hi == lo {
		hi = lo + 1
	}
	_, exponent := math.Frexp(max(hi, -lo))
	scale := func(v float64) float64 { return math.Ldexp(v, -exponent) }
	by = slices.Clone(bars)
	for i := range by {
		b := &by[i]
		b.Value, b.Lo, b.Hi = scale(b.Value), scale(b.Lo), scale(b.Hi)
	}
	return by, scale(lo), scale(hi)
}

// DrawBars draws bars from left to right, each with its label before it and its value behind it; bars of negative values go to
// the left. The axis says what the values are. A value that is not finite has no length: its bar and its interval are left out,
// and its row is the label and the text.
func DrawBars(title, axis string, bars []Bar, legend []LegendItem) *Drawing {
	const rowHeight, barHeight = 18.0, 12.0
	d, top := titled(title)
	labels, texts := 0.0, 0.0
	for i := range bars {
		bars[i].Label = report.Visible(bars[i].Label)
		labels = max(labels, Advance(bars[i].Label)*letters)
		texts = max(texts, Advance(bars[i].Text)*smallLetters)
	}
	bars, lo, hi := scaled(bars)
	labels, texts = min(labels, Width*0.35), min(texts, Width*mostOfWidth)
	left, right := 8+labels+8, Width-8-texts-8
	if lo < 0 {
		left += texts + 4 // a value stands to the left of its bar
	}
	X := func(v float64) float64 { return left + (right-left)*(v-lo)/(hi-lo) }
	y := top
	if axis != "" {
		d.add(textShape{x: left, y: y + 10, size: smallLetters, color: Dim, text: fitted(axis, smallLetters, Width-left-8)})
		y += 18
	}
	first := y
	for _, b := range bars {
		base := y + rowHeight/2 + letters*0.36
		d.add(textShape{x: 8 + labels, y: base, size: letters, anchor: end, color: Ink, text: fitted(b.Label, letters, labels)})
		edge := 0.0
		if finite(b.Value) {
			edge = b.Value
			d.add(rectShape{min(X(0), X(edge)), y + (rowHeight-barHeight)/2, math.Abs(X(edge) - X(0)), barHeight, b.Color, 0.8})
		}
		if b.interval() {
			from, to := min(max(b.Lo, lo), hi), min(max(b.Hi, lo), hi)
			d.add(lineShape{X(from), y + rowHeight/2, X(to), y + rowHeight/2, 1.2, Ink, false})
			for _, e := range [][2]float64{{from, b.Lo}, {to, b.Hi}} {
				if !math.IsInf(e[1], 0) { // an interval without an end has no bar across it
					d.add(lineShape{X(e[0]), y + rowHeight/2 - 3, X(e[0]), y + rowHeight/2 + 3, 1.2, Ink, false})
				}
			}
			if edge >= 0 {
				edge = max(edge, to)
			} else {
				edge = min(edge, from)
			}
		}
		text := fitted(b.Text, smallLetters, texts)
		if edge < 0 {
			d.add(textShape{x: X(edge) - 4, y: base, size: smallLetters, anchor: end, color: Dim, text: text})
		} else {
			d.add(textShape{x: X(edge) + 4, y: base, size: smallLetters, color: Dim, text: text})
		}
		y += rowHeight
	}
	d.add(lineShape{X(0), first, X(0), y, 1, Dim, false})
	if len(legend) > 0 {
		y = d.legend(legend, y+16)
	}
	d.Height = y + 8
	return d
}
