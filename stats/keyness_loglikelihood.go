package stats

import (
	"math"

	"kstat/internal/special"
)

// keyG2 is Dunning's log-likelihood ratio of the full 2×2 table (word or not, target or reference): is one rate enough to
// explain both corpora, or does it take two? With large corpora nearly every word is significant: G² measures evidence,
// not size, and it takes the corpora for bags of words, so that a word from one document counts as much as one from all.
var keyG2 = &Measure[Contrast]{
	Name: "g2", Symbol: "G²", English: "log-likelihood ratio", Korean: "로그우도비",
	Question: "How surprising are the two counts if the word is equally frequent in both corpora?",
	Role:     Significance, Sign: Unsigned, Lo: 0, Hi: inf,
	Zero:    "An empty cell adds 0 (0·ln 0 = 0). NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Dunning 1993"},
	Variants: []Variant[Contrast]{
		{Name: "four_term", Formula: "2·[a·ln(a/E₁) + b·ln(b/E₂) + (c−a)·ln((c−a)/(c−E₁)) + (d−b)·ln((d−b)/(d−E₂))]",
			LaTeX: `2\left[a\ln\frac{a}{E_1}+b\ln\frac{b}{E_2}+(c-a)\ln\frac{c-a}{c-E_1}+(d-b)\ln\frac{d-b}{d-E_2}\right]`,
			Peers: []string{"antconc", "wordless", "scattertext"},
			Value: onCells[Contrast](cellsG2), P: chi2Of(onCells[Contrast](cellsG2))},
		{Name: "signed", Formula: "the same, negative where p₁ < p₂",
			LaTeX: `\operatorname{sgn}(p_1-p_2)\,2\sum_{ij}O_{ij}\ln\frac{O_{ij}}{E_{ij}}`,
			Peers: []string{"quanteda"},
			Scale: &Scale{Signed, -inf, inf},
			Value: signedCells[Contrast](cellsG2), P: chi2Of(signedCells[Contrast](cellsG2))},
	},
	Example: contrastExample, Result: 69.6919193190,
	Doubts: doubtKeyCells,
}

// keyG2TwoTerm is the form in which Rayson and Garside brought the test to corpus linguistics: only the word's own cells.
// It is smaller than the four-term G² by about the word's share of the corpora, nothing for most words, and too small for
// very frequent ones.
var keyG2TwoTerm = &Measure[Contrast]{
	Name: "g2_2term", Symbol: "G² (2-term)", English: "log-likelihood ratio, two terms", Korean: "로그우도비 (2항)",
	Question: "The same as g2, by the formula of the UCREL wizard: how surprising are the two counts?",
	Role:     Significance, Sign: Unsigned, Lo: 0, Hi: inf,
	Zero:    "An empty cell adds 0 (0·ln 0 = 0). NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Rayson & Garside 2000"},
	Variants: []Variant[Contrast]{
		{Name: "two_term", Formula: "2·[a·ln(a/E₁) + b·ln(b/E₂)]",
			LaTeX: `2\left[a\ln\frac{a}{E_1}+b\ln\frac{b}{E_2}\right]`,
			Peers: []string{"ucrel", "wordsmith", "cqpweb"},
			Value: g2TwoTerm, P: chi2Of(g2TwoTerm)},
	},
	Example: contrastExample, Result: 69.3147180560,
	Doubts: doubtKeyCells,
}

// g2TwoTerm uses a−E1 = −(b−E2): the sum of the two deviances has the same value and doesn't cancel.
func g2TwoTerm(k Contrast, _ *Options) float64 {
	a, b, c, d := k.floats()
	if a+b == 0 || c == 0 || d == 0 {
		return nan
	}
	diff := k.difference()
	e1, e2 := k.Expected()
	return 2 * (e1*special.Deviance(diff/(c*(a+b))) + e2*special.Deviance(-diff/(d*(a+b))))
}

// keyBIC turns G² into an approximate Bayes factor by taking off what one more parameter is worth in a sample of N
// tokens. Wilson reads 0–2 as barely worth a mention, 2–6 as positive, 6–10 as strong, above 10 as very strong evidence
// for a difference; below 0 the evidence is against one.
var keyBIC = &Measure[Contrast]{
	Name: "bic", Symbol: "BIC", English: "Bayes factor (BIC approximation)", Korean: "베이즈 인자 (BIC)",
	Question: "How strong is the evidence for a difference, with the size of the corpora paid for?",
	Role:     Significance, Sign: Undirected, Lo: -inf, Hi: inf,
	Zero:    "NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Wilson 2013"},
	Variants: []Variant[Contrast]{
		{Name: "four_term", Formula: "G² − ln N", LaTeX: `G^2-\ln N`, Peers: []string{"wordless"},
			Value: onCells[Contrast](func(t special.Cells) float64 { return cellsG2(t) - math.Log(total(t)) })},
		{Name: "two_term", Formula: "G²(2-term) − ln N", LaTeX: `G^2_{\text{2-term}}-\ln N`,
			Peers: []string{"ucrel", "wordsmith"},
			Value: func(k Contrast, o *Options) float64 {
				_, _, c, d := k.floats()
				return g2TwoTerm(k, o) - math.Log(c+d)
			}},
	},
	Example: contrastExample, Result: 59.3829666590,
	Doubts: doubtKeyCells,
}

// keyELL is G² as a share of the greatest value it could have: an effect made from a test statistic.
var keyELL = &Measure[Contrast]{
	Name: "ell", Symbol: "ELL", English: "effect size of log-likelihood", Korean: "로그우도 효과 크기",
	Question: "What share of the greatest possible departure from even spread is this?",
	Role:     Effect, Sign: Undirected, Lo: -inf, Hi: inf,
	Zero: "Negative where an expected count is below 1, infinite where it is 1: the formula means nothing there. " +
		"NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Johnston et al. 2006"},
	Variants: []Variant[Contrast]{
		{Name: "four_term", Formula: "G²/(N·ln min(E₁, E₂))", LaTeX: `\frac{G^2}{N\ln\min(E_1,E_2)}`,
			Peers: []string{"ucrel"},
			Value: onCells[Contrast](func(t special.Cells) float64 {
				// ln min(E₁, E₂), as ln(1+x) where the expected count is near 1 and ln would cancel
				f, smaller := t.A+t.B, min(t.A+t.C, t.B+t.D)
				x := special.ProductDifference(smaller, f, t.A+t.B+t.C+t.D, 1) / total(t)
				return cellsG2(t) / (total(t) * math.Log1p(x))
			})},
	},
	Example: contrastExample, Result: 0.000593826767912,
	Doubts: doubtKeyCells,
}
