package chart

import (
	"math"

	"kstat/report"
)

// Bar is a row of a bar chart.
type Bar struct {
	Label string
	Value float64
	Text  string // the value as it is to be read
	Color Color
	// Lo and Hi are the ends of an interval around Value, which is drawn as a line; NaN, or both 0, for none.
	Lo, Hi float64
}

// DrawBars draws bars from left to right, each with its label before it and its value behind it; bars of negative values go to
// the left. The axis says what the values are.
func DrawBars(title, axis string, bars []Bar, legend []LegendItem) *Drawing {
	const rowHeight, barHeight = 18.0, 12.0
	d, top := titled(title)
	labels, texts, lo, hi := 0.0, 0.0, 0.0, 0.0
	interval := func(b Bar) bool { return b.Lo < b.Hi } // not where one is NaN
	for i := range bars {
		bars[i].Label = report.Visible(bars[i].Label)
		labels = max(labels, Advance(bars[i].Label)*letters)
		texts = max(texts, Advance(bars[i].Text)*smallLetters)
		if v := bars[i].Value; !math.IsNaN(v) && !math.IsInf(v, 0) {
			lo, hi = min(lo, v), max(hi, v)
		}
		if interval(bars[i]) && !math.IsInf(bars[i].Lo, 0) && !math.IsInf(bars[i].Hi, 0) {
			lo, hi = min(lo, bars[i].Lo), max(hi, bars[i].Hi)
		}
	}
	if hi == lo {
		hi = lo + 1
	}
	labels = min(labels, Width*0.35)
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
		v := min(max(b.Value, lo), hi)
		if math.IsNaN(b.Value) {
			v = 0
		}
		d.add(rectShape{min(X(0), X(v)), y + (rowHeight-barHeight)/2, math.Abs(X(v) - X(0)), barHeight, b.Color, 0.8})
		edge := v
		if interval(b) {
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
		if edge < 0 {
			d.add(textShape{x: X(edge) - 4, y: base, size: smallLetters, anchor: end, color: Dim, text: b.Text})
		} else {
			d.add(textShape{x: X(edge) + 4, y: base, size: smallLetters, color: Dim, text: b.Text})
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
