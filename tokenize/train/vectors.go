package main

import "math"

// Vectors, of what words govern (valence.go) and of what they keep company with (company.go), are learned by drawing together what was
// seen together and pulling apart what was not.

// random gives numbers that are the same in each run (xorshift: Marsaglia 2003).
type random uint64

// firstRandom is where they begin.
const firstRandom random = 88172645463325252

func (r *random) next() uint64 {
	x := *r
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*r = x
	return uint64(x)
}

// begin gives vectors small numbers to begin with.
func (r *random) begin(w []float32) {
	for i := range w {
		w[i] = (float32(r.next()%2000)/2000 - .5) * .4
	}
}

// draw moves two vectors together, for a label of 1, or apart, for 0, and gives the loss of a label of 1.
func draw(a, b []float32, label float64, rate float32) float64 {
	s := sigmoid(float64(dot(a, b)))
	g := rate * float32(label-s)
	for i := range a {
		a[i], b[i] = a[i]+g*b[i], b[i]+g*a[i]
	}
	return -math.Log(math.Max(s, 1e-9))
}

// unitOf gives the unit in which numbers are written as bytes: of those beyond the limit the most that a byte can say.
func unitOf(w []float32, limit float64) float64 {
	most := 0.0
	for _, x := range w {
		most = math.Max(most, math.Abs(float64(x)))
	}
	return math.Min(most, limit) / 127
}

func dot(a, b []float32) (s float32) {
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Vectors know what they were learned from better than what they will meet. Who learns how far to trust them must not see them at
// their best: so there are three sets, learned from the whole text, from every other sentence, and from the others.
const numSets = 3

// without gives the set that was not learned from a sentence.
func without(sentence int) int { return 1 + (sentence+1)%2 }

// learnedFrom tells whether a set is to be learned from a sentence.
func learnedFrom(set, sentence int) bool { return set == 0 || set != without(sentence) }
