package stats

import (
	"fmt"
	"math"
	"slices"
)

// Samples is a word's relative frequency in each document of the target (X) and of the reference (Y): the input of the
// tests over documents. They take the document for the unit of chance, which it is: a word does not fall into a text
// occurrence by occurrence. A word that one document repeats a hundred times counts once.
//
// Most words are absent from most documents, so the documents without the word are only counted.
type Samples struct {
	// X and Y are the relative frequencies in the documents that have the word, in any unit (the results are the same
	// for shares and for counts per million), in the order of the documents.
	X, Y []float64
	// ZeroX and ZeroY are how many further documents there are, whose frequency is 0.
	ZeroX, ZeroY uint64
}

func (s Samples) nx() float64 { return float64(len(s.X)) + float64(s.ZeroX) }
func (s Samples) ny() float64 { return float64(len(s.Y)) + float64(s.ZeroY) }

// String writes the samples as a worked example shows them.
func (s Samples) String() string { return s.write("%v and %d zeros") }

// Korean writes the samples for Korean readers.
func (s Samples) Korean() string { return s.write("%v, 0이 %d개") }

func (s Samples) write(withZeros string) string {
	side := func(v []float64, zeros uint64) string {
		if zeros == 0 {
			return fmt.Sprint(v)
		}
		return fmt.Sprintf(withZeros, v, zeros)
	}
	return "X = " + side(s.X, s.ZeroX) + ", Y = " + side(s.Y, s.ZeroY)
}

// swap exchanges target and reference.
func (s Samples) swap() Samples { return Samples{X: s.Y, Y: s.X, ZeroX: s.ZeroY, ZeroY: s.ZeroX} }

// moments gives the mean and the unbiased variance of v and zeros zeros, the variance NaN for a single value.
func moments(v []float64, zeros uint64) (mean, variance float64) {
	n := float64(len(v)) + float64(zeros)
	for _, x := range v {
		mean += x
	}
	mean /= n
	squares := float64(zeros) * mean * mean
	for _, x := range v {
		squares += (x - mean) * (x - mean)
	}
	return mean, squares / (n - 1)
}

// group is a value with the number of times that it stands in X and in Y.
type group struct{ value, x, y float64 }

// groups gives the distinct values in rising order.
func (s Samples) groups() []group {
	all := make([]group, 0, len(s.X)+len(s.Y)+1)
	for _, v := range s.X {
		all = append(all, group{v, 1, 0})
	}
	for _, v := range s.Y {
		all = append(all, group{v, 0, 1})
	}
	if s.ZeroX+s.ZeroY > 0 {
		all = append(all, group{0, float64(s.ZeroX), float64(s.ZeroY)})
	}
	slices.SortFunc(all, func(a, b group) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	})
	out := all[:0]
	for _, g := range all {
		if k := len(out) - 1; k >= 0 && out[k].value == g.value {
			out[k].x += g.x
			out[k].y += g.y
			continue
		}
		out = append(out, g)
	}
	return out
}

// invalid reports values that no frequency has, or an empty side.
func (s Samples) invalid() bool {
	bad := func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }
	return s.nx() == 0 || s.ny() == 0 || slices.ContainsFunc(s.X, bad) || slices.ContainsFunc(s.Y, bad)
}

// doubtSamples warns of few documents, and of a word that one document alone makes.
func doubtSamples(s Samples, _ *Options) []Warning {
	var w []Warning
	if n := uint64(min(s.nx(), s.ny())); n < 5 {
		w = append(w, Warning{Kind: FewDocuments, Count: n})
	}
	holds := func(v []float64, zeros uint64) {
		k := 0
		for _, x := range v {
			if x > 0 {
				k++
			}
		}
		if n := uint64(len(v)) + zeros; k == 1 && n > 1 {
			w = append(w, Warning{Kind: OneDocument, Count: 1, Of: n})
		}
	}
	mx, _ := moments(s.X, s.ZeroX)
	my, _ := moments(s.Y, s.ZeroY)
	if mx >= my {
		holds(s.X, s.ZeroX)
	} else {
		holds(s.Y, s.ZeroY)
	}
	return w
}
