package chart

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"kstat/report"
)

// Weighted is a word of a cloud: the area of its letters is proportional to its weight.
type Weighted struct {
	Text   string
	Weight float64
	Color  Color
}

// Cloud is a word cloud as it is laid out: the size of a letter grows with the root of its word's weight, so that its area grows
// with the weight. No word is turned: Hangul on its side is read slowly, and its area is the same.
type Cloud struct {
	Width  float64       `json:"width"`
	Height float64       `json:"height"`
	Words  []PlacedWord  `json:"words"`
	limits CloudSettings // by which it was laid out
}

// PlacedWord is a word of a cloud: its index among the words given, the left end of its base line, and the size of its letters.
type PlacedWord struct {
	Word int     `json:"w"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	Size float64 `json:"s"`
}

// CloudSettings say how large a cloud and its letters are.
type CloudSettings struct {
	Width, Height     float64
	Most              int     // words
	Smallest, Largest float64 // letters; smaller ones could not be read
}

// PrintCloud is how large a cloud is in a Drawing.
var PrintCloud = CloudSettings{Width: Width, Height: 360, Most: 90, Smallest: smallLetters, Largest: 60}

// LayCloud lays out a cloud of the words; those of equal weight in the order in which they are given. Those that it has no room for
// are left out, the lightest first, and so are those longer than a cloud can show and those whose weight is not a finite number
// above 0.
func LayCloud(words []Weighted, s CloudSettings) Cloud {
	c := Cloud{Width: s.Width, Height: s.Height, Words: []PlacedWord{}, limits: s}
	var chosen []int
	for i := range words {
		if utf8.RuneCountInString(words[i].Text) <= MaxCloudWord && words[i].Weight > 0 && finite(words[i].Weight) {
			chosen = append(chosen, i)
		}
	}
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(words[b].Weight, words[a].Weight) })
	chosen = chosen[:min(len(chosen), s.Most)]
	largest := s.Largest
	for ; len(chosen) > 1; chosen = chosen[:len(chosen)-1] {
		largest = min(s.Largest, c.fitting(words, chosen))
		if largest*root(words, chosen, len(chosen)-1) >= s.Smallest {
			break
		}
	}
	c.place(words, chosen, largest)
	return c
}

// MaxCloudWord is the number of letters from which on a word is left out of clouds: it would fill them.
const MaxCloudWord = 20

// place puts the words, the heaviest first, at the place nearest to the middle that is still free, going outward on a spiral
// (Archimedes's, flattened to the shape of the cloud). Where the cloud has no room for a word, it and those after it are left
// out.
func (c *Cloud) place(words []Weighted, chosen []int, largest float64) {
	var taken []box
	for i, w := range chosen {
		size := largest * root(words, chosen, i)
		if size < c.limits.Smallest {
			return // smaller could not be read, and larger would be false
		}
		width, height := Room(words[w].Text)
		width, height = width*size, height*size
		if width > c.Width {
			continue
		}
		found := false
		for t := 0.0; t < 900; t += 0.5 {
			angle := math.Sqrt(t) * 2.6
			radius := 1.9 * math.Sqrt(t) * 5
			x := c.Width/2 + radius*math.Cos(angle)*c.Width/c.Height - width/2
			y := c.Height/2 + radius*math.Sin(angle) - height/2
			b := box{x, y, x + width, y + height}
			if x < 0 || y < 0 || b.right > c.Width || b.bottom > c.Height || meetsAny(b, taken) {
				continue
			}
			taken = append(taken, b)
			c.Words = append(c.Words, PlacedWord{w, Round(x + size*0.125), Round(y + size*0.92), Round(size)})
			found = true
			break
		}
		if !found {
			return
		}
	}
}

// filled is the share of its area that a cloud can be filled to: with more, the spiral finds no place for the last words.
const filled = 0.6

// fitting gives the size of the first word at which all words fill the cloud as far as it can be filled.
func (c *Cloud) fitting(words []Weighted, chosen []int) float64 {
	area := 0.0
	for i, w := range chosen {
		width, height := Room(words[w].Text)
		r := root(words, chosen, i)
		area += width * height * r * r
	}
	return math.Sqrt(filled * c.Width * c.Height / area)
}

// root gives the size of a word's letters in units of the first word's.
func root(words []Weighted, chosen []int, i int) float64 {
	return math.Sqrt(words[chosen[i]].Weight / words[chosen[0]].Weight)
}

// Round keeps a tenth of a unit, which no eye can tell from more.
func Round(x float64) float64 { return math.Round(x*10) / 10 }

// LegendItem says what a colour means.
type LegendItem struct {
	Color Color
	Text  string
}

// DrawCloud draws a cloud of the words, without those that LayCloud leaves out.
func DrawCloud(title string, words []Weighted, legend []LegendItem) *Drawing {
	d, top := titled(title)
	for i := range words {
		words[i].Text = report.Visible(words[i].Text)
	}
	c := LayCloud(words, PrintCloud)
	for _, p := range c.Words {
		w := words[p.Word]
		d.add(textShape{x: p.X, y: top + p.Y, size: p.Size, bold: true, color: w.Color, text: w.Text})
	}
	d.Height = d.legend(legend, top+c.Height+14)
	return d
}

// legend writes a legend in one or more lines and gives where it ends.
func (d *Drawing) legend(items []LegendItem, y float64) float64 {
	if len(items) == 0 {
		return y
	}
	x := 8.0
	for _, item := range items {
		width := 14 + Advance(item.Text)*smallLetters + 16
		if x > 8 && x+width > Width {
			x, y = 8, y+16
		}
		d.add(rectShape{x, y - 8, 9, 9, item.Color, 1}, textShape{x: x + 14, y: y, size: smallLetters, color: Ink, text: item.Text})
		x += width
	}
	return y + 10
}
