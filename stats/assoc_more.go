package stats

import (
	"math"
	"math/bits"
)

// Measures of association whose input is not a pair's four counts.

// Lambda is Blaheta and Johnson's association of k words at once: how much more often the whole k-gram occurs than its parts
// explain. counts has 2^k numbers: counts[m] is how often a k-gram of the corpus agrees with this one in exactly the places
// of the set bits of m, place i being bit i (counts[2^k−1] is the k-gram itself, counts[0] those that agree nowhere).
//
//	λ = Σ_m (−1)^(k − ones(m)) · ln n_m,   n_m = counts[m] + ½,   z = λ/√(Σ 1/n_m)
//
// For two words λ is the discounted log odds ratio. z is Wald's statistic, nearly standard normal under independence.
// quanteda's textstat_collocations computes it. It panics unless the number of counts is a power of two, at least 4.
//
// Reference: [Reference]("Blaheta & Johnson 2001").
func Lambda(counts []uint64) (lambda, z float64) {
	if len(counts) < 4 || bits.OnesCount(uint(len(counts))) != 1 {
		panic("stats: the counts of a k-gram are not 2^k")
	}
	k := bits.Len(uint(len(counts))) - 1
	variance := 0.0
	for m, c := range counts {
		n := float64(c) + 0.5
		l := math.Log(n)
		if (k-bits.OnesCount(uint(m)))%2 == 1 {
			l = -l
		}
		lambda += l
		variance += 1 / n
	}
	return lambda, lambda / math.Sqrt(variance)
}

// DistanceScore is KH Coder's score of a collocate: its occurrences left[d−1] and right[d−1] at each distance d, each counting
// 1/d. Only distances 1 to 5 count there; here as many as are given.
//
//	Σ_d (left_d + right_d)/d
//
// It panics if the two sides have different lengths.
func DistanceScore(left, right []uint64) (score float64) {
	if len(left) != len(right) {
		panic("stats: sides of a window of different width")
	}
	for i := range left {
		score += float64(left[i]+right[i]) / float64(i+1)
	}
	return score
}

// CollocateCohensD is Brezina's Cohen's d of a collocate: over texts, the difference between its mean relative frequency in
// the windows around the node and that outside them, in units of the pooled standard deviation. inside[i] and outside[i] are
// the relative frequencies of text i. NaN where neither varies or there are fewer than two texts. It panics if the slices
// have different lengths.
//
// Reference: [Reference]("Brezina 2018").
func CollocateCohensD(inside, outside []float64) float64 {
	if len(inside) != len(outside) {
		panic("stats: frequencies inside and outside of different texts")
	}
	if len(inside) < 2 {
		return nan
	}
	return cohensD(Samples{X: inside, Y: outside})
}
