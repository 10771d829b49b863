package report

import "math/bits"

// Barcode shows where in texts something stands: a line a text, a mark a place.
type Barcode struct {
	Lines []BarcodeLine
}

// BarcodeLine is a text of so many places, and the marked ones among them, rising, from 0. Marks that are no place of the text are
// left out.
type BarcodeLine struct {
	Name   string
	Length int
	Marks  []int
}

// Text draws the line in so many characters of ASCII, each of which stands for an equal share of the text: . for none, | for
// one mark, a digit for two to nine, # for more. A text of fewer places than that gets as many characters as it has places, and
// none where either is below 1.
func (l *BarcodeLine) Text(width int) string {
	width = min(width, l.Length)
	if width < 1 {
		return ""
	}
	counts := make([]int, width)
	for _, m := range l.Marks {
		if m < 0 || m >= l.Length {
			continue
		}
		over, product := bits.Mul64(uint64(m), uint64(width))
		at, _ := bits.Div64(over, product, uint64(l.Length))
		counts[at]++
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
