package page

import (
	"math"
	"unicode/utf8"

	"kstat/hangul"
)

// cloud is a word cloud: the size of a letter grows with the root of its word's frequency, so that its area grows with
// the frequency. No word is turned: Hangul on its side is read slowly, and its area is the same.
type cloud struct {
	Width  float64  `json:"width"`
	Height float64  `json:"height"`
	Nouns  bool     `json:"nouns"` // of nouns alone
	Narrow bool     `json:"narrow"`
	Words  []placed `json:"words"`
}

// placed is a word of a cloud: its index in Report.Words, the left end of its base line, and the size of its letters.
type placed struct {
	Word int     `json:"w"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	Size float64 `json:"s"`
}

// clouds draws the clouds of a page: for wide and for narrow screens, of all words and of nouns.
func clouds(words []Word) []cloud {
	var all []cloud
	for _, nouns := range []bool{false, true} {
		var chosen []int
		for i := range words {
			if (!nouns || words[i].Class == Noun) && utf8.RuneCountInString(words[i].Term) <= maxCloudWord {
				chosen = append(chosen, i)
			}
		}
		for _, narrow := range []bool{false, true} {
			c := cloud{Width: 960, Height: 460, Nouns: nouns, Narrow: narrow}
			most, smallest, largest := 90, 13.0, 84.0
			if narrow {
				c.Width, c.Height = 340, 420
				most, smallest, largest = 40, 12, 52
			}
			ceiling := largest
			chosen := chosen[:min(len(chosen), most)]
			for ; len(chosen) > 1; chosen = chosen[:len(chosen)-1] {
				largest = min(ceiling, c.fitting(words, chosen))
				if largest*root(words, chosen, len(chosen)-1) >= smallest {
					break
				}
			}
			c.place(words, chosen, smallest, largest)
			all = append(all, c)
		}
	}
	return all
}

// maxCloudWord is the number of letters from which on a word is left out of clouds: it would fill them.
const maxCloudWord = 20

// box is the room that a word takes.
type box struct{ left, top, right, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// place puts the words, the most frequent first, at the place nearest to the middle that is still free, going outward on a
// spiral (Archimedes's, flattened to the shape of the cloud). Where the cloud has no room for a word, it and those after
// it are left out.
func (c *cloud) place(words []Word, chosen []int, smallest, largest float64) {
	if len(chosen) == 0 {
		return
	}
	var taken []box
	for i, w := range chosen {
		size := largest * root(words, chosen, i)
		if size < smallest {
			return // smaller could not be read, and larger would be false
		}
		width, height := room(words[w].Term)
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
			c.Words = append(c.Words, placed{w, round(x + size*0.125), round(y + size*0.92), round(size)})
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
func (c *cloud) fitting(words []Word, chosen []int) float64 {
	area := 0.0
	for i, w := range chosen {
		width, height := room(words[w].Term)
		r := root(words, chosen, i)
		area += width * height * r * r
	}
	return math.Sqrt(filled * c.Width * c.Height / area)
}

// root gives the size of a word's letters in units of the first word's.
func root(words []Word, chosen []int, i int) float64 {
	return math.Sqrt(float64(words[chosen[i]].Freq) / float64(words[chosen[0]].Freq))
}

// room gives the size of the box that a word takes, in units of its letters.
func room(term string) (width, height float64) { return advance(term) + 0.25, 1.12 }

func meetsAny(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return true
		}
	}
	return false
}

// round keeps a tenth of a unit, which no eye can tell from more.
func round(x float64) float64 { return math.Round(x*10) / 10 }

// advance estimates the width of a word in units of its size. Hangul and hanja fill their square in every font, or nearly;
// Latin letters and digits about 0.6 of it in the bold of the usual ones.
func advance(term string) (em float64) {
	for _, r := range term {
		if hangul.IsSyllable(r) || r >= 0x2e80 {
			em++
		} else {
			em += 0.62
		}
	}
	return em
}
