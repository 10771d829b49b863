package stats

import (
	"cmp"
	"math"
	"slices"

	"kstat/internal/special"
)

// Similarities are the measures of how alike two corpora are as frequency lists.
//
// Letters in the formulas: word i stands aᵢ times in corpus A of n_A tokens and bᵢ times in corpus B of n_B; pᵢ = aᵢ/n_A,
// qᵢ = bᵢ/n_B. Measures over the top words take the Options.TopWords (500) most frequent ones of both corpora together.
var Similarities = Family[Profiles]{Name: "similarity", Rows: []*Measure[Profiles]{
	simCosine, simJSD, simSpearman, simKilgarriff, simBurrowsDelta, simCosineDelta, simCorrelation, simJaccard, simDice, simHamann,
}}

// profilesExample is the input of the worked examples: seven words in corpora of 60 and 70 tokens, and their frequency over
// four documents.
var profilesExample = Profiles{
	A: []uint64{20, 15, 10, 6, 5, 4, 0}, B: []uint64{25, 11, 12, 9, 3, 0, 10},
	Mean: []float64{0.35, 0.2, 0.17, 0.12, 0.06, 0.03, 0.07},
	SD:   []float64{0.04, 0.06, 0.02, 0.05, 0.03, 0.03, 0.07},
}

// onProfiles makes a value of two corpora that have tokens a value of any: NaN where one has none.
func onProfiles(f func(p Profiles, na, nb float64, o *Options) float64) func(Profiles, *Options) float64 {
	return func(p Profiles, o *Options) float64 {
		p.check()
		na, nb := p.totals()
		if na == 0 || nb == 0 {
			return nan
		}
		return f(p, float64(na), float64(nb), o)
	}
}

// simCosine is the cosine of the angle between the frequency lists as vectors. The few most frequent words decide it.
var simCosine = &Measure[Profiles]{
	Name: "cosine", Symbol: "cos", English: "cosine similarity", Korean: "코사인 유사도",
	Question: "How small is the angle between the two frequency lists?",
	Role:     Effect, Sign: Alike, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "NaN where a corpus is empty.",
	Sources: []string{"Salton & McGill 1983"},
	Variants: []Variant[Profiles]{
		{Name: "standard", Formula: "Σ aᵢbᵢ/√(Σ aᵢ² · Σ bᵢ²)", LaTeX: `\frac{\sum a_ib_i}{\sqrt{\sum a_i^2\sum b_i^2}}`,
			Peers: []string{"quanteda"},
			Value: onProfiles(func(p Profiles, na, nb float64, _ *Options) float64 {
				var ab, aa, bb float64
				for i := range p.A {
					x, y := float64(p.A[i])/na, float64(p.B[i])/nb
					ab += x * y
					aa += x * x
					bb += y * y
				}
				return math.Min(1, ab/math.Sqrt(aa*bb))
			})},
	},
	Example: profilesExample, Result: 0.917611417734,
}

// simJSD is the Jensen–Shannon divergence: how many bits one token tells, on average, about which corpus it comes from, both
// being equally likely. 0 for proportional lists, 1 for corpora without a common word. Its root is a metric.
var simJSD = &Measure[Profiles]{
	Name: "jsd", Symbol: "JSD", English: "Jensen–Shannon divergence", Korean: "젠슨–섀넌 발산",
	Question: "How many bits does a token tell about which of the two corpora it comes from?",
	Role:     Effect, Sign: Different, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "A word of one corpus alone adds half its share. NaN where a corpus is empty.",
	Sources: []string{"Lin 1991"},
	Variants: []Variant[Profiles]{
		{Name: "bits", Formula: "½·Σ pᵢ·log₂(pᵢ/mᵢ) + ½·Σ qᵢ·log₂(qᵢ/mᵢ), m = (p+q)/2",
			LaTeX: `\tfrac12\sum p_i\log_2\frac{p_i}{m_i}+\tfrac12\sum q_i\log_2\frac{q_i}{m_i},\;m=\tfrac12(p+q)`,
			Value: onProfiles(func(p Profiles, na, nb float64, _ *Options) float64 { return jsd(p, na, nb) / math.Ln2 })},
		{Name: "nats", Formula: "the same with natural logarithms", LaTeX: `\tfrac12 KL(p\|m)+\tfrac12 KL(q\|m)`,
			Scale: &Scale{Different, 0, math.Ln2},
			Value: onProfiles(func(p Profiles, na, nb float64, _ *Options) float64 { return jsd(p, na, nb) })},
		{Name: "distance", Formula: "√JSD (bits)", LaTeX: `\sqrt{JSD}`, Peers: []string{"scipy"},
			Value: onProfiles(func(p Profiles, na, nb float64, _ *Options) float64 {
				return math.Sqrt(jsd(p, na, nb) / math.Ln2)
			})},
	},
	Example: profilesExample, Result: 0.118846130573,
}

// jsd is Σ m/2·(D(u) + D(−u)) with u = (p−q)/(p+q) and D the deviance, whose terms don't cancel.
func jsd(p Profiles, na, nb float64) (sum float64) {
	a, b := p.totals()
	for i := range p.A {
		if p.A[i]+p.B[i] == 0 {
			continue
		}
		u := special.ProductDifference(p.A[i], b, p.B[i], a) / (float64(p.A[i])*nb + float64(p.B[i])*na)
		m := (float64(p.A[i])/na + float64(p.B[i])/nb) / 2
		sum += m / 2 * (special.Deviance(u) + special.Deviance(-u))
	}
	return sum
}

// simSpearman compares the order of the words by frequency. It gives every one of the top words the same weight, which the
// cosine does not.
var simSpearman = &Measure[Profiles]{
	Name: "spearman", Symbol: "ρ", English: "Spearman's rank correlation", Korean: "스피어만 순위 상관",
	Question: "How alike are the two corpora in the order of their most frequent words?",
	Role:     Effect, Sign: Alike, Lo: -1, Hi: 1, Symmetric: true,
	Zero:    "NaN for fewer than two words, and where all words are equally frequent in a corpus.",
	Sources: []string{"Kilgarriff 2001", "Kilgarriff & Salkie 1996"},
	Variants: []Variant[Profiles]{
		{Name: "midranks", Formula: "correlation of the ranks of the top words, tied words sharing the mean of their ranks",
			LaTeX: `r(R(a),R(b))`, Peers: []string{"r", "scipy"},
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				top := p.top(o.topWords())
				return correlation(midranks(top, p.A), midranks(top, p.B))
			})},
		{Name: "differences", Formula: "1 − 6·Σd²/(n(n²−1)), d the differences of the ranks; equal to midranks where nothing is tied",
			LaTeX: `1-\frac{6\sum d^2}{n(n^2-1)}`,
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				top := p.top(o.topWords())
				n := float64(len(top))
				x, y, sum := midranks(top, p.A), midranks(top, p.B), 0.0
				for i := range x {
					sum += (x[i] - y[i]) * (x[i] - y[i])
				}
				return 1 - 6*sum/(n*(n*n-1))
			})},
	},
	Example: profilesExample, Result: 0.75,
}

// midranks gives the rank of each chosen word by its count, 1 for the rarest; tied words share the mean of their ranks.
func midranks(words []int, count []uint64) []float64 {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(count[words[i]], count[words[j]]) })
	rank := make([]float64, len(words))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && count[words[order[j]]] == count[words[order[i]]] {
			j++
		}
		for _, k := range order[i:j] {
			rank[k] = float64(i+j+1) / 2
		}
		i = j
	}
	return rank
}

// correlation gives Pearson's r.
func correlation(x, y []float64) float64 {
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return math.Max(-1, math.Min(1, xy/math.Sqrt(xx*yy)))
}

// simKilgarriff is Kilgarriff's χ²: are the top words as frequent in one corpus as in the other? As a test it is useless, no
// two corpora being samples of one; as a distance it did best in his comparison of measures. It means something beside the
// same value between random halves of each corpus ([Homogeneity]): corpora are alike when they differ no more from each
// other than from themselves. The variant cbdf divides by the degrees of freedom, words − 1.
var simKilgarriff = &Measure[Profiles]{
	Name: "kilgarriff_chi2", Symbol: "χ² (corpora)", English: "Kilgarriff's χ² of corpora", Korean: "킬개리프 카이제곱",
	Question: "How far are the frequencies of the top words from being the same in both corpora?",
	Role:     Effect, Sign: Different, Lo: 0, Hi: inf, Symmetric: true,
	Zero:    "NaN where a corpus is empty.",
	Sources: []string{"Kilgarriff 2001", "Kilgarriff & Salkie 1996"},
	Variants: []Variant[Profiles]{
		{Name: "chi2", Formula: "Σ over the top words of (a−E_A)²/E_A + (b−E_B)²/E_B, E_A = n_A(a+b)/(n_A+n_B)",
			LaTeX: `\sum\frac{(a-E_A)^2}{E_A}+\frac{(b-E_B)^2}{E_B},\;E_A=\frac{n_A(a+b)}{n_A+n_B}`,
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				chi, _ := kilgarriff(p, o.topWords())
				return chi
			})},
		{Name: "cbdf", Formula: "χ²/(words − 1)", LaTeX: `\frac{\chi^2}{n-1}`,
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				chi, n := kilgarriff(p, o.topWords())
				return chi / float64(n-1)
			})},
	},
	Example: profilesExample, Result: 15.7768819144,
}

func kilgarriff(p Profiles, top int) (chi float64, words int) {
	na, nb := p.totals()
	order := p.top(top)
	for _, i := range order {
		// (a−E_A)² (1/E_A + 1/E_B) = (a·n_B − b·n_A)²/(n_A·n_B·(a+b))
		d := special.ProductDifference(p.A[i], nb, p.B[i], na)
		chi += d / float64(na) * (d / float64(nb)) / float64(p.A[i]+p.B[i])
	}
	return chi, len(order)
}

// Homogeneity gives the mean and the standard deviation (with n−1) of Kilgarriff's χ² per degree of freedom between random
// halves of a corpus: how far it is from itself. The documents are divided into two sets of equal number (one larger by one
// if the number is odd) Options.Halves times; the same Options.Seed gives the same halves anywhere. NaN for fewer than two
// documents. It panics if a document is not as [Bag] says.
func Homogeneity(documents []Bag, vocabulary int, o *Options) (mean, sd float64) {
	checkBags(documents, vocabulary)
	if len(documents) < 2 {
		return nan, nan
	}
	r := newRandom(o.seed())
	order := make([]int, len(documents))
	var values []float64
	for range o.halves() {
		for i := range order {
			order[i] = i
		}
		r.shuffle(order)
		p := Profiles{A: make([]uint64, vocabulary), B: make([]uint64, vocabulary)}
		for i, d := range order {
			side := p.A
			if i >= len(order)/2 {
				side = p.B
			}
			for j, t := range documents[d].Types {
				side[t] += documents[d].Counts[j]
			}
		}
		values = append(values, simKilgarriff.Variants[1].Value(p, o))
	}
	return moments1(values)
}

// moments1 gives the mean and the standard deviation (with n−1).
func moments1(v []float64) (m, sd float64) {
	m, variance := moments(v, 0)
	return m, math.Sqrt(variance)
}

// simBurrowsDelta is Burrows's Delta, the measure of stylometry: the mean difference of the top words' frequencies, each in
// units of its standard deviation over the documents, so that rare words weigh as much as frequent ones.
var simBurrowsDelta = &Measure[Profiles]{
	Name: "burrows_delta", Symbol: "Δ", English: "Burrows's Delta", Korean: "버로스 델타",
	Question: "By how many standard deviations do the frequencies of the top words differ, on average?",
	Role:     Effect, Sign: Different, Lo: 0, Hi: inf, Symmetric: true,
	Zero:    "Words that don't vary over the documents are left out. NaN where none is left, or Mean and SD are not given.",
	Sources: []string{"Burrows 2002"},
	Variants: []Variant[Profiles]{
		{Name: "standard", Formula: "mean over the top words of |z(pᵢ) − z(qᵢ)|, z(x) = (x − meanᵢ)/sdᵢ",
			LaTeX: `\frac1n\sum_i|z_i(A)-z_i(B)|,\;z_i(x)=\frac{x-\mu_i}{\sigma_i}`, Peers: []string{"stylo"},
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				za, zb := deltaScores(p, o.topWords())
				sum := 0.0
				for i := range za {
					sum += math.Abs(za[i] - zb[i])
				}
				return sum / float64(len(za))
			})},
	},
	Example: profilesExample, Result: 1.22351797862,
}

// simCosineDelta is the angle between the vectors of z-scores (Würzburg Delta), which in tests of authorship is the best of
// the Deltas.
var simCosineDelta = &Measure[Profiles]{
	Name: "cosine_delta", Symbol: "Δ∠", English: "Cosine Delta", Korean: "코사인 델타",
	Question: "How far do the two corpora depart from the documents' average in different directions?",
	Role:     Effect, Sign: Different, Lo: 0, Hi: 2, Symmetric: true,
	Zero:    "Words that don't vary over the documents are left out. NaN where none is left, or Mean and SD are not given.",
	Sources: []string{"Smith & Aldridge 2011"},
	Variants: []Variant[Profiles]{
		{Name: "standard", Formula: "1 − cos(z(p), z(q))",
			LaTeX: `1-\frac{z(A)\cdot z(B)}{|z(A)||z(B)|}`, Peers: []string{"stylo"},
			Value: onProfiles(func(p Profiles, _, _ float64, o *Options) float64 {
				za, zb := deltaScores(p, o.topWords())
				var ab, aa, bb float64
				for i := range za {
					ab += za[i] * zb[i]
					aa += za[i] * za[i]
					bb += zb[i] * zb[i]
				}
				return math.Max(0, math.Min(2, 1-ab/math.Sqrt(aa*bb)))
			})},
	},
	Example: profilesExample, Result: 1.9816025618,
}

// deltaScores gives the z-scores of the top words that vary over the documents.
func deltaScores(p Profiles, top int) (za, zb []float64) {
	if p.Mean == nil {
		return nil, nil
	}
	na, nb := p.totals()
	for _, i := range p.top(top) {
		if p.SD[i] > 0 {
			za = append(za, (float64(p.A[i])/float64(na)-p.Mean[i])/p.SD[i])
			zb = append(zb, (float64(p.B[i])/float64(nb)-p.Mean[i])/p.SD[i])
		}
	}
	return za, zb
}

// simCorrelation is Pearson's correlation of the relative frequencies over the joint vocabulary.
var simCorrelation = &Measure[Profiles]{
	Name: "correlation", Symbol: "r", English: "correlation of frequencies", Korean: "피어슨 상관",
	Question: "How well does a word's frequency in one corpus predict that in the other, linearly?",
	Role:     Effect, Sign: Alike, Lo: -1, Hi: 1, Symmetric: true,
	Zero:    "NaN for fewer than two words, and where all words are equally frequent in a corpus.",
	Sources: []string{"Pearson 1896"},
	Variants: []Variant[Profiles]{
		{Name: "standard", Formula: "r(a, b) over the joint vocabulary", LaTeX: `r(a,b)`, Peers: []string{"quanteda"},
			Value: onProfiles(func(p Profiles, na, nb float64, _ *Options) float64 {
				var x, y []float64
				for i := range p.A {
					if p.A[i]+p.B[i] > 0 {
						x = append(x, float64(p.A[i])/na)
						y = append(y, float64(p.B[i])/nb)
					}
				}
				return correlation(x, y)
			})},
	},
	Example: profilesExample, Result: 0.76817683268,
}

// simJaccard and simDice compare the vocabularies as sets, whatever the frequencies.
var (
	simJaccard = vocabularyOverlap("jaccard", "Jaccard", "Jaccard similarity of vocabularies", "자카드 유사도",
		"What share of the joint vocabulary do the corpora have in common?", "|A∩B|/|A∪B|", `\frac{|A\cap B|}{|A\cup B|}`,
		[]string{"Jaccard 1901"}, 0.714285714286, func(a, b, both float64) float64 { return both / (a + b - both) })
	simDice = vocabularyOverlap("dice", "Dice", "Dice similarity of vocabularies", "다이스 유사도",
		"What share of their words do the corpora have in common, on average?", "2|A∩B|/(|A|+|B|)", `\frac{2|A\cap B|}{|A|+|B|}`,
		[]string{"Dice 1945"}, 0.833333333333, func(a, b, both float64) float64 { return 2 * both / (a + b) })
	simHamann = fromMinusOne(vocabularyOverlap("hamann", "Hamann", "Hamann similarity of vocabularies", "하만 유사도",
		"How far do the words that the corpora share outnumber those that one lacks, as a share of the joint vocabulary?",
		"(|A∩B| − |A△B|)/|A∪B|", `\frac{|A\cap B|-|A\triangle B|}{|A\cup B|}`,
		[]string{"Hamann 1961"}, 0.428571428571, func(a, b, both float64) float64 { return (3*both - a - b) / (a + b - both) }))
)

// fromMinusOne sets the lower end of a measure's range.
func fromMinusOne(m *Measure[Profiles]) *Measure[Profiles] {
	m.Lo = -1
	return m
}

func vocabularyOverlap(name, symbol, english, korean, question, formula, latex string, sources []string,
	result float64, f func(a, b, both float64) float64) *Measure[Profiles] {
	return &Measure[Profiles]{Name: name, Symbol: symbol, English: english, Korean: korean, Question: question,
		Role: Effect, Sign: Alike, Lo: 0, Hi: 1, Symmetric: true, Zero: "NaN where a corpus is empty.", Sources: sources,
		Variants: []Variant[Profiles]{{Name: "standard", Formula: formula, LaTeX: latex, Peers: []string{"quanteda"},
			Value: onProfiles(func(p Profiles, _, _ float64, _ *Options) float64 {
				var a, b, both float64
				for i := range p.A {
					if p.A[i] > 0 {
						a++
					}
					if p.B[i] > 0 {
						b++
					}
					if p.A[i] > 0 && p.B[i] > 0 {
						both++
					}
				}
				return f(a, b, both)
			})}},
		Example: profilesExample, Result: result,
	}
}
