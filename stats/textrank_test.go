package stats

import (
	"math"
	"testing"
)

// The scores satisfy their own equation, add up to the number of nodes that have neighbours, and on a star and a ring are
// what a few lines of algebra say: on a star of n leaves the centre c and the leaves l have c = 0.15 + 0.85·n·l and
// l = 0.15 + 0.85·c/n.
func TestTextRank(t *testing.T) {
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-8 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	star := TextRank(5, []Edge{{0, 1, 1}, {2, 0, 1}, {0, 3, 1}, {0, 4, 1}})
	c := (0.15 + 0.85*4*0.15) / (1 - 0.85*0.85)
	near("centre", star[0], c)
	for _, l := range star[1:] {
		near("leaf", l, 0.15+0.85*c/4)
	}
	for _, s := range TextRank(4, []Edge{{0, 1, 2}, {1, 2, 2}, {2, 3, 2}, {3, 0, 2}}) {
		near("ring", s, 1)
	}
	alone := TextRank(3, []Edge{{0, 1, 3}, {2, 2, 1}})
	near("alone", alone[2], 0.15)
	near("of a pair", alone[0], 1)
	weighted := TextRank(3, []Edge{{0, 1, 3}, {0, 2, 1}})
	near("sum", weighted[0]+weighted[1]+weighted[2], 3)
	if weighted[1] <= weighted[2] {
		t.Errorf("the heavier edge counts less: %v", weighted)
	}
	for _, e := range []Edge{{0, 5, 1}, {5, 0, 1}, {2, 2, 1}, {-1, 0, 1}, {0, -1, 1}, {0, 2, 0}} {
		refused(t, "an edge of a node that is not there", func() { TextRank(2, []Edge{{0, 1, 1}, e}) })
	}
	refused(t, "−1 nodes", func() { TextRank(-1, nil) })
	if len(TextRank(0, nil)) != 0 {
		t.Error("nodes out of nothing")
	}
}
