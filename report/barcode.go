package report

// Barcode shows where in texts something stands: a line a text, a mark a place.
type Barcode struct {
	Lines []BarcodeLine
}

// BarcodeLine is a text of so many places, and the marked ones among them, rising, from 0.
type BarcodeLine struct {
	Name   string
	Length int
	Marks  []int
}

// Text draws the line in so many characters of ASCII, each of which stands for an equal share of the text: . for none, | for
// one mark, a digit for two to nine, # for more. A text of fewer places than that gets as many characters as it has places.
func (l *BarcodeLine) Text(width int) string {
	if l.Length == 0 {
		return ""
	}
	width = min(width, l.Length)
	counts := make([]int, width)
	for _, m := range l.Marks {
		counts[int(int64(m)*int64(width)/int64(l.Length))]++
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
