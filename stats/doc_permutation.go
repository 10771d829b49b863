package stats

import (
	"math"
	"slices"
)

// docPermutation is a permutation test of the difference of means: if the side of a document didn't matter, any division of
// the documents into sides of these sizes would be as good as the real one. p is the share of divisions whose means differ
// at least as much. It needs no distribution, only documents.
//
// Where there are no more than Options.Permutations divisions (9,999 unless set) all are looked at and p is exact; otherwise
// that many are drawn, and p = (1+k)/(1+draws), k being those that differ as much, which never is 0. The draws come from
// PCG-DXSM seeded with Options.Seed alone, so that every machine and every number of threads gets the same p.
var docPermutation = &Measure[Samples]{
	Name: "permutation_p", Symbol: "p (perm)", English: "permutation test of means", Korean: "순열 검정",
	Question: "What share of all ways to divide the documents has means at least as far apart?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "1 where all values are equal. NaN where a side has no document.",
	Sources: []string{"Pitman 1937", "Phipson & Smyth 2010"},
	Variants: []Variant[Samples]{
		{Name: "means", Formula: "#(|x̄*−ȳ*| ≥ |x̄−ȳ|)/C(n+m, n) over all divisions, or (1+#)/(1+draws) over random ones",
			LaTeX: `\frac{\#(|\bar x^*-\bar y^*|\ge|\bar x-\bar y|)}{\binom{n+m}{n}}\text{ or }\frac{1+\#}{1+\text{draws}}`,
			Value: permutationP,
			P:     func(s Samples, o *Options) Prob { return Prob(math.Log(permutationP(s, o))) }},
	},
	Example: samplesExample, Result: 0.0396825396825,
	Doubts: doubtSamples,
}

func permutationP(s Samples, o *Options) float64 {
	if s.invalid() {
		return nan
	}
	// Rising order, and the smaller side is dealt: so p depends on nothing but the values and the sizes of the sides.
	values := append(append([]float64(nil), s.X...), s.Y...)
	slices.Sort(values)
	total := 0.0
	for _, v := range values {
		total += v
	}
	n, all, side := s.nx(), s.nx()+s.ny(), s.X
	if s.ny() < n {
		n, side = s.ny(), s.Y
	}
	// The means differ as the sum of a side does from its expectation n/N·total. Sums of the same values in another order
	// differ by rounding, which must not make an equal division look less extreme.
	centre := n / all * total
	observed := 0.0
	for _, v := range side {
		observed += v
	}
	limit := math.Abs(observed-centre) - 1e-12*(math.Abs(observed)+math.Abs(centre))
	extreme := func(sum float64) bool { return math.Abs(sum-centre) >= limit }

	draws := o.permutations()
	if divisions(all, n) <= float64(draws) {
		return enumerate(values, int(n), int(all), extreme)
	}
	r := newRandom(o.seed())
	k := 0
	for range draws {
		// Document after document: those with the word are dealt to the side as if all documents had been shuffled.
		sum, left, places := 0.0, all, n
		for _, v := range values {
			if r.float()*left < places {
				sum += v
				places--
			}
			left--
		}
		if extreme(sum) {
			k++
		}
	}
	return float64(1+k) / float64(1+draws)
}

// divisions gives C(all, n), or a number above 2^53 where it is.
func divisions(all, n float64) float64 {
	c := 1.0
	for i := 1.0; i <= min(n, all-n) && c < 0x1p53; i++ {
		c = math.Round(c * (all - i + 1) / i)
	}
	return c
}

// enumerate gives the share of the divisions whose sum is extreme. Documents without the word fill up what a choice of
// documents with it leaves, in as many ways as there are.
func enumerate(values []float64, n, all int, extreme func(float64) bool) float64 {
	zeros := all - len(values)
	hits, total := 0.0, 0.0
	var choose func(i, left int, sum float64)
	choose = func(i, left int, sum float64) {
		if i == len(values) {
			if left > zeros {
				return
			}
			ways := divisions(float64(zeros), float64(left))
			total += ways
			if extreme(sum) {
				hits += ways
			}
			return
		}
		if left > 0 {
			choose(i+1, left-1, sum+values[i])
		}
		if len(values)-i-1+zeros >= left {
			choose(i+1, left, sum)
		}
	}
	choose(0, n, 0)
	return hits / total
}
