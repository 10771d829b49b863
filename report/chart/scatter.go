package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"kstat/report"
)

// Faced is a word that two corpora face each other with.
type Faced struct {
	Text string
	A, B float64 // how often it stands on each side, per million
	// Rank is how much it sets the sides apart: words of a greater one are labelled first.
	Rank  float64
	Color Color
}

// Scatter is a plane of words as it is laid out: to the right the more frequent in A, upwards in B, both on a logarithmic scale,
// with a margin for words that one side lacks.
type Scatter struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	// Left, Top, Right and Bottom are the edges of the plane within the figure.
	Left   float64 `json:"left"`
	Top    float64 `json:"top"`
	Right  float64 `json:"right"`
	Bottom float64 `json:"bottom"`
	// Across and Up are the ticks of the axes: where, and what for.
	Across []Tick `json:"across"`
	Up     []Tick `json:"up"`
	// Diagonal is where both sides are equal: x and y of both ends.
	Diagonal [4]float64 `json:"diagonal"`
	// Points are those of the words, in their order: x and y. They are 0 and 0 for those that are left out.
	Points [][2]float64 `json:"points"`
	// Labels are the words for whose names there is room, in falling order of Rank.
	Labels []Label `json:"labels"`
	// Order are the words in falling order of Rank, without those that are left out.
	Order []int `json:"order"`
}

// Tick is a line of a grid.
type Tick struct {
	At    float64 `json:"at"`
	Label string  `json:"label"`
}

// Label is the name of a point: the index of its word, and the left end of its base line.
type Label struct {
	Word int     `json:"w"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
}

// ScatterSettings say how large a plane is.
type ScatterSettings struct {
	Width, Height, Left, Margin, Letters float64
	Most                                 int // labels
}

// PrintScatter is how large the plane is in a Drawing.
var PrintScatter = ScatterSettings{Width: Width, Height: 520, Left: 64, Margin: 40, Letters: smallLetters, Most: 110}

// maxLabel is the number of letters from which on a word gets no label.
const maxLabel = 14

// LayScatter lays out the plane. Words of which A or B is not finite are left out: where a corpus has no tokens, what is counted
// per million of them is infinite or NaN.
func LayScatter(words []Faced, s ScatterSettings) Scatter {
	p := Scatter{Width: s.Width, Height: s.Height, Left: s.Left, Top: 14, Right: s.Width - 20, Bottom: s.Height - 46, Labels: []Label{}, Order: []int{}, Points: [][2]float64{}}
	lo, hi := axisEnds(words)
	span := math.Log(hi) - math.Log(lo) // hi/lo may be beyond a float64
	scale := func(v, from, to, zero float64) float64 {
		if v <= 0 {
			return zero
		}
		return from + (to-from)*(math.Log(max(v, lo))-math.Log(lo))/span
	}
	X := func(v float64) float64 { return Round(scale(v, p.Left+s.Margin, p.Right, p.Left+s.Margin/2)) }
	Y := func(v float64) float64 { return Round(scale(v, p.Bottom-s.Margin, p.Top, p.Bottom-s.Margin/2)) }
	decade := math.Ln10 / span
	p.Across, p.Up = []Tick{{X(0), "0"}}, []Tick{{Y(0), "0"}}
	for _, v := range ticks(lo, hi, (p.Right-p.Left-s.Margin)*decade, 4.5*s.Letters) {
		p.Across = append(p.Across, Tick{X(v), tickLabel(v)})
	}
	for _, v := range ticks(lo, hi, (p.Bottom-p.Top-s.Margin)*decade, 1.8*s.Letters) {
		p.Up = append(p.Up, Tick{Y(v), tickLabel(v)})
	}
	p.Diagonal = [4]float64{X(lo), Y(lo), X(hi), Y(hi)}
	p.Points = append(p.Points, make([][2]float64, len(words))...)
	for i, w := range words {
		if w.placed() {
			p.Points[i] = [2]float64{X(w.A), Y(w.B)}
			p.Order = append(p.Order, i)
		}
	}
	slices.SortStableFunc(p.Order, func(a, b int) int { return cmp.Compare(words[b].Rank, words[a].Rank) })
	p.label(words, s)
	return p
}

// placed tells whether a word has a place on the plane.
func (w *Faced) placed() bool { return finite(w.A) && finite(w.B) }

// minNormal is the smallest float64 of full precision: axes don't go below, where math.Log is of no use on some machines. Points
// that do lie on their end.
const minNormal = 0x1p-1022

// axisEnds gives the values from which to which the axes go.
func axisEnds(words []Faced) (lo, hi float64) {
	lo = math.Inf(1)
	for _, w := range words {
		for _, v := range []float64{w.A, w.B} {
			if v > 0 && w.placed() {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if hi == 0 {
		lo, hi = 1, 10
	}
	lo, hi = max(lo, minNormal), min(max(hi, minNormal)*1.2, math.MaxFloat64)
	if hi < 2.5*lo { // so that a tick lies between
		lo, hi = max(lo/1.5, minNormal), min(hi*1.5, math.MaxFloat64)
	}
	return lo, hi
}

// ticks gives the values from lo to hi at which a logarithmic axis has ticks: 1, 2 and 5 times the powers of ten where a decade is
// long enough for labels that need so much room, else every power of ten, every second one, and so on.
func ticks(lo, hi, decade, room float64) (at []float64) {
	mantissas, step := []float64{1, 2, 5}, 1
	if decade*math.Log10(2) < room {
		mantissas, step = mantissas[:1], max(1, int(math.Ceil(room/decade)))
	}
	for e := step * int(math.Floor(math.Log10(lo)/float64(step))); math.Pow10(e) <= hi; e += step {
		for _, m := range mantissas {
			if v := m * math.Pow10(e); v >= lo*(1-1e-9) && v <= hi {
				at = append(at, v)
			}
		}
	}
	return at
}

// tickLabel writes the value of a tick, which has one digit that is not 0. Beyond what is a million of something per million, and
// where most of it would be zeros, it is written with an exponent.
func tickLabel(v float64) string {
	if v < 1e-4 || v >= 1e7 {
		return strconv.FormatFloat(v, 'g', 1, 64) // 3e-05 is 3.0000000000000004e-05 where it is computed
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if v < 1000 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// label finds places for names: to the right of the point, to the left, above or below; where all four are taken the name is
// left out. The points of the words that set the sides apart most are taken too, and so is room around each name, without which
// 길 and 도서관 side by side are 길도서관.
func (p *Scatter) label(words []Faced, s ScatterSettings) {
	const reach = 4
	gap := s.Letters * 0.5
	var taken, named []box
	for _, i := range p.Order[:min(len(p.Order), 150)] {
		x, y := p.Points[i][0], p.Points[i][1]
		taken = append(taken, box{x - reach, y - reach, x + reach, y + reach})
	}
	for _, i := range p.Order {
		if len(p.Labels) == s.Most {
			return
		}
		if utf8.RuneCountInString(words[i].Text) > maxLabel {
			continue
		}
		x, y, width := p.Points[i][0], p.Points[i][1], Advance(words[i].Text)*s.Letters
		for _, at := range [][2]float64{{6, 4}, {-6 - width, 4}, {-width / 2, -7}, {-width / 2, s.Letters + 5}} {
			b := box{x + at[0], y + at[1] - s.Letters*0.92, x + at[0] + width, y + at[1] + s.Letters*0.25}
			if b.left < p.Left || b.right > p.Width || b.top < 0 || b.bottom > p.Bottom || meetsAny(b, taken) || meetsAny(b, named) {
				continue
			}
			named = append(named, box{b.left - gap, b.top, b.right + gap, b.bottom})
			p.Labels = append(p.Labels, Label{i, Round(x + at[0]), Round(y + at[1])})
			break
		}
	}
}

// DrawScatter draws the plane with the names of its axes, without the words that LayScatter leaves out.
func DrawScatter(title, across, up string, words []Faced, legend []LegendItem) *Drawing {
	d, top := titled(title)
	for i := range words {
		words[i].Text = report.Visible(words[i].Text)
	}
	p := LayScatter(words, PrintScatter)
	for _, t := range p.Across {
		d.add(lineShape{t.At, top + p.Top, t.At, top + p.Bottom, 0.8, Line, false},
			textShape{x: min(t.At, Width-4-Advance(t.Label)*smallLetters/2), y: top + p.Bottom + 15, size: smallLetters, anchor: middle, color: Dim, text: t.Label})
	}
	for _, t := range p.Up {
		d.add(lineShape{p.Left, top + t.At, p.Right, top + t.At, 0.8, Line, false},
			textShape{x: p.Left - 6, y: top + t.At + 4, size: smallLetters, anchor: end, color: Dim, text: t.Label})
	}
	d.add(lineShape{p.Diagonal[0], top + p.Diagonal[1], p.Diagonal[2], top + p.Diagonal[3], 1, Dim, true},
		textShape{x: (p.Left + p.Right) / 2, y: top + p.Bottom + 36, size: letters, anchor: middle, color: Ink, text: fitted(across, letters, p.Right-p.Left)},
		textShape{x: 16, y: top + (p.Top+p.Bottom)/2, size: letters, anchor: middle, up: true, color: Ink, text: fitted(up, letters, p.Bottom-p.Top)})
	for k := len(p.Order) - 1; k >= 0; k-- {
		i := p.Order[k]
		d.add(dotShape{p.Points[i][0], top + p.Points[i][1], 2.2, words[i].Color, 0.65})
	}
	for _, l := range p.Labels {
		width := Advance(words[l.Word].Text) * smallLetters
		d.add(rectShape{l.X - 1, top + l.Y - smallLetters*0.85, width + 2, smallLetters * 1.05, Paper, 0.65}) // points below it would cross its letters
	}
	for _, l := range p.Labels {
		d.add(textShape{x: l.X, y: top + l.Y, size: smallLetters, color: words[l.Word].Color, text: words[l.Word].Text})
	}
	d.Height = d.legend(legend, top+p.Height+10)
	return d
}
