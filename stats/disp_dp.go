package stats

import (
	"cmp"
	"math"
	"slices"

	"kstat/internal/special"
)

// dispDP is Gries's deviation of proportions: half the sum of the differences between each part's share of the word and its
// share of the corpus, that is, the share of the occurrences that would have to move to make the spread even. Note that 0
// is even, and near 1 is clumped; tlda prints 1 − DP.
var dispDP = &Measure[Spread]{
	Name: "dp", Symbol: "DP", English: "deviation of proportions", Korean: "비율 편차 (DP)",
	Question: "What share of the word's occurrences stands in the wrong part, compared with an even spread?",
	Role:     Effect, Sign: Uneven, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Gries 2008"},
	Variants: []Variant[Spread]{
		{Name: "standard", Formula: "½·Σ|qᵢ − sᵢ|", LaTeX: `\tfrac12\sum|q_i-s_i|`, Peers: []string{"scattertext", "cqpweb"},
			Value: onSpread(deviation)},
		{Name: "evenness", Formula: "1 − ½·Σ|qᵢ − sᵢ|", LaTeX: `1-\tfrac12\sum|q_i-s_i|`, Peers: []string{"tlda"},
			Scale: &Scale{Even, 0, 1},
			Value: onSpread(func(s Spread) float64 { return 1 - deviation(s) })},
	},
	Example: spreadExample, Result: 0.18,
	Doubts: doubtSpread,
}

func deviation(s Spread) float64 {
	sum := 0.0
	lacking := s.departures(func(share, u float64) { sum += share * math.Abs(u) })
	return (sum + lacking) / 2
}

// dispDPNorm is DP over its greatest possible value, which is reached by a word of the smallest part alone.
var dispDPNorm = &Measure[Spread]{
	Name: "dp_norm", Symbol: "DPnorm", English: "normalised deviation of proportions", Korean: "정규화 비율 편차",
	Question: "The same as dp, on a scale that reaches 1: how uneven is the spread?",
	Role:     Effect, Sign: Uneven, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Lijffijt & Gries 2012"},
	Variants: []Variant[Spread]{
		{Name: "standard", Formula: "DP/(1 − min s)", LaTeX: `\frac{DP}{1-\min s}`, Peers: []string{"scattertext"},
			Value: onSpread(func(s Spread) float64 {
				return deviation(s) / (float64(s.Parts.total-s.Parts.least) / float64(s.Parts.total))
			})},
		{Name: "equal", Formula: "DP/(1 − 1/n)", LaTeX: `\frac{DP}{1-1/n}`, Peers: []string{"wordless"},
			Scale: &Scale{Uneven, 0, 2}, // beyond 1 for a word of the smallest of unequal parts; 1 − 1/n is ½ at least
			Value: onSpread(func(s Spread) float64 { return deviation(s) / (1 - 1/float64(s.Parts.n)) })},
	},
	Example: spreadExample, Result: 0.219512195122,
	Doubts: doubtSpread,
}

// dispDA compares every part with every other: 1 less the mean difference of two parts' relative frequencies over twice
// their mean.
var dispDA = &Measure[Spread]{
	Name: "d_a", Symbol: "D_A", English: "D_A of Burch, Egbert and Biber", Korean: "D_A",
	Question: "How alike are two parts chosen at random in their frequency of the word?",
	Role:     Effect, Sign: Even, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Burch et al. 2017"},
	Variants: []Variant[Spread]{
		{Name: "standard", Formula: "1 − mean_{i<j}|pᵢ − pⱼ|/(2·mean(p))",
			LaTeX: `1-\frac{\operatorname{mean}_{i<j}|p_i-p_j|}{2\bar p}`,
			Peers: []string{"scattertext", "tlda"},
			Value: onSpread(func(s Spread) float64 {
				n := float64(s.Parts.n)
				if n == 1 {
					return nan
				}
				var p []float64
				sum := 0.0
				s.each(func(v, size uint64) { p = append(p, frequenciesOf(v, size)) })
				slices.SortFunc(p, cmp.Compare)
				// Σ|pᵢ−pⱼ| counts each gap between neighbours in the order once for every pair that it parts; the
				// parts without the word come first.
				below, last, pairs := n-float64(len(p)), 0.0, 0.0
				for _, x := range p {
					pairs += (x - last) * below * (n - below)
					last = x
					below++
					sum += x
				}
				return math.Max(0, 1-pairs/(n*(n-1)/2)/(2*sum/n))
			})},
	},
	Example: spreadExample, Result: 0.697450034459,
	Doubts: doubtSpread,
}

// dispDKL is the Kullback–Leibler divergence of the word's distribution from that of the tokens, in bits. It has no upper
// bound; Gries and others bend it into 0…1 in several ways.
var dispDKL = &Measure[Spread]{
	Name: "d_kl", Symbol: "D_KL", English: "Kullback–Leibler divergence", Korean: "쿨백–라이블러 발산",
	Question: "How many bits per occurrence does it cost to take the spread for even?",
	Role:     Effect, Sign: Uneven, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Gries 2020"},
	Variants: []Variant[Spread]{
		{Name: "bits", Formula: "Σ qᵢ·log₂(qᵢ/sᵢ)", LaTeX: `\sum q_i\log_2\frac{q_i}{s_i}`, Peers: []string{"scattertext"},
			Value: onSpread(divergence)},
		{Name: "exp", Formula: "e^−D", LaTeX: `e^{-D_{KL}}`, Peers: []string{"tlda"},
			Scale: &Scale{Even, 0, 1},
			Value: onSpread(func(s Spread) float64 { return math.Exp(-divergence(s)) })},
		{Name: "exp2", Formula: "2^−D", LaTeX: `2^{-D_{KL}}`, Peers: []string{"tlda"},
			Scale: &Scale{Even, 0, 1},
			Value: onSpread(func(s Spread) float64 { return math.Exp2(-divergence(s)) })},
		{Name: "odds", Formula: "1/(1+D)", LaTeX: `\frac{1}{1+D_{KL}}`, Peers: []string{"tlda"},
			Scale: &Scale{Even, 0, 1},
			Value: onSpread(func(s Spread) float64 { return 1 / (1 + divergence(s)) })},
	},
	Example: spreadExample, Result: 0.136971729365,
	Doubts: doubtSpread,
}

// divergence is Σ s·((1+u)ln(1+u) − u), which has the value of Σ q·ln(q/s) and does not cancel.
func divergence(s Spread) float64 {
	sum := 0.0
	lacking := s.departures(func(share, u float64) { sum += share * special.Deviance(u) })
	return (sum + lacking) / math.Ln2
}
