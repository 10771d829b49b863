package report

import (
	"math"
	"testing"
)

func TestBarcodeText(t *testing.T) {
	many := make([]int, 12)
	for _, c := range []struct {
		length int
		marks  []int
		width  int
		want   string
	}{
		{0, nil, 10, ""},
		{4, nil, 10, "...."},
		{4, []int{0, 3}, 10, "|..|"},
		{10, []int{0, 1, 9}, 5, "2...|"},
		{10, []int{0, 1, 9}, 1, "3"},
		{100, many, 4, "#..."},
		{1 << 40, []int{1<<40 - 1}, 3, "..|"},
		{math.MaxInt, []int{math.MaxInt - 1}, 3, "..|"},
		{10, []int{3}, 0, ""},
		{10, []int{3}, -1, ""},
		{-1, []int{0}, 10, ""},
		{2, []int{-1, 1, 2, math.MaxInt}, 10, ".|"},
	} {
		l := BarcodeLine{Length: c.length, Marks: c.marks}
		if got := l.Text(c.width); got != c.want {
			t.Errorf("%d places, %v, in %d: %q, want %q", c.length, c.marks, c.width, got, c.want)
		}
	}
}
