package stats

import (
	"fmt"
	"math"
	"math/bits"

	"kstat/internal/special"
)

// Gram is what has been counted of an n-gram of k words, 2^k numbers: Gram[m] is how many k-grams of the corpus agree with
// it in exactly the places of the set bits of m, place i being bit i. The last number is the n-gram's own, the first that of
// those which agree nowhere.
//
//	큰 학교: 큰 학교 3 times, 큰 … 5 times more, … 학교 2 times more, 90 other pairs: Gram{90, 5, 2, 3}
type Gram []uint64

// check panics where the counts are none of a k-gram.
func (g Gram) check() {
	if len(g) < 4 || bits.OnesCount(uint(len(g))) != 1 {
		panic("stats: the counts of a k-gram are not 2^k")
	}
}

// String writes the counts as a worked example shows them.
func (g Gram) String() string { return g.write("of %d words") }

// Korean writes the counts for Korean readers.
func (g Gram) Korean() string { return g.write("낱말 %d개") }

func (g Gram) write(size string) string {
	k := bits.Len(uint(len(g))) - 1
	s := fmt.Sprintf(size, k)
	for m := len(g) - 1; m >= 0; m-- {
		s += ", "
		for i := range k {
			if m>>i&1 != 0 {
				s += "+"
			} else {
				s += "−"
			}
		}
		s += fmt.Sprintf(" %d", g[m])
	}
	return s
}

// parts gives λ and its standard error.
func (g Gram) parts() (lambda, se float64) {
	g.check()
	k := bits.Len(uint(len(g))) - 1
	variance := 0.0
	for m, c := range g {
		n := float64(c) + 0.5
		l := math.Log(n)
		if (k-bits.OnesCount(uint(m)))%2 == 1 {
			l = -l
		}
		lambda += l
		variance += 1 / n
	}
	return lambda, math.Sqrt(variance)
}

// Grams are the measures of how firmly the words of an n-gram belong together, all of them at once: the choices of ngrams.
//
// Letters in the formulas: k words; n_m how many k-grams agree with the n-gram in exactly the places of m, plus ½; |m| the
// number of these places.
var Grams = Family[Gram]{Name: "n-gram", Rows: []*Measure[Gram]{gramLambda, gramLambdaZ}}

// gramExample is the input of the worked examples.
var gramExample = Gram{90, 5, 2, 3}

// gramLambda is Blaheta and Johnson's association of k words at once: how much more often the whole occurs than all its parts
// explain. For two words it is the discounted log odds ratio.
var gramLambda = &Measure[Gram]{
	Name: "lambda", Symbol: "λ", English: "lambda of Blaheta and Johnson", Korean: "블라헤타·존슨의 람다",
	Question: "How much more often does the n-gram occur than its words and their shorter combinations explain, as a logarithm?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "Finite everywhere, by the ½ in each count.",
	Sources: []string{"Blaheta & Johnson 2001"},
	Variants: []Variant[Gram]{
		{Name: "standard", Formula: "Σ_m (−1)^(k−|m|)·ln n_m", LaTeX: `\sum_m(-1)^{k-|m|}\ln n_m`, Peers: []string{"quanteda"},
			Value: func(g Gram, _ *Options) float64 { l, _ := g.parts(); return l },
			Interval: func(g Gram, o *Options) Interval {
				l, se := g.parts()
				half := special.NormalUpperQuantile(o.alpha()/2) * se
				return Interval{l - half, l + half}
			}},
	},
	Example: gramExample, Result: 3.13707399509,
	Doubts: doubtGram,
}

// gramLambdaZ is Wald's statistic of λ, nearly standard normal where the words do not belong together.
var gramLambdaZ = &Measure[Gram]{
	Name: "lambda_z", Symbol: "z (λ)", English: "Wald's z of lambda", Korean: "람다의 왈드 z",
	Question: "How many standard errors is λ away from 0?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "Finite everywhere, by the ½ in each count.",
	Sources: []string{"Blaheta & Johnson 2001"},
	Variants: []Variant[Gram]{
		{Name: "standard", Formula: "λ/√(Σ_m 1/n_m)", LaTeX: `\lambda\Big/\sqrt{\textstyle\sum_m 1/n_m}`, Peers: []string{"quanteda"},
			Value: func(g Gram, _ *Options) float64 {
				l, se := g.parts()
				return l / se
			},
			P: func(g Gram, _ *Options) Prob {
				l, se := g.parts()
				return Prob(twoSidedZ(l / se))
			}},
	},
	Example: gramExample, Result: 3.34682931767,
	Doubts: doubtGram,
}

// doubtGram warns of n-grams that were seen once or twice only.
func doubtGram(g Gram, _ *Options) []Warning {
	if n := g[len(g)-1]; n > 0 && n <= 2 {
		return []Warning{{Kind: Hapax, Count: n}}
	}
	return nil
}
