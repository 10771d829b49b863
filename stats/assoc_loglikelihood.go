package stats

import "kstat/internal/special"

// assocG2 is Dunning's log-likelihood ratio: how much better the data fit two independent probabilities of w2 (beside
// w1, elsewhere) than one. Twice the logarithm of that ratio follows χ² with one degree of freedom, and does so at far
// smaller counts than Pearson's χ², which is why corpus linguistics prefers it. It is signed, so that pairs that avoid
// each other do not stand among those that attract.
//
// It is computed as 2·Σ E·((1+u)ln(1+u) − u), u = (O−E)/E, whose terms do not cancel.
var assocG2 = &Measure[Pair]{
	Name: "g2", Symbol: "G²", English: "log-likelihood ratio", Korean: "로그우도비",
	Question: "How surprising is it to see the words together so often, if they are independent?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "An empty cell adds 0 (0·ln 0 = 0). NaN where a margin is empty, or where the counts make no 2×2 table.",
	Sources: []string{"Dunning 1993"},
	Variants: []Variant[Pair]{
		{Name: "signed", Formula: "2·Σᵢⱼ Oᵢⱼ·ln(Oᵢⱼ/Eᵢⱼ), negative where O₁₁ < E₁₁",
			LaTeX: `\operatorname{sgn}(O_{11}-E_{11})\,2\sum_{ij} O_{ij}\ln\frac{O_{ij}}{E_{ij}}`,
			Peers: []string{"ucs", "cqpweb"},
			Value: signedCells[Pair](cellsG2), P: chi2Of(signedCells[Pair](cellsG2))},
		{Name: "unsigned", Formula: "2·Σᵢⱼ Oᵢⱼ·ln(Oᵢⱼ/Eᵢⱼ)",
			LaTeX: `2\sum_{ij} O_{ij}\ln\frac{O_{ij}}{E_{ij}}`,
			Peers: []string{"antconc", "wordsmith", "sketchengine", "khcoder", "quanteda", "nltk"},
			Scale: &Scale{Unsigned, 0, inf},
			Value: onCells[Pair](cellsG2), P: chi2Of(onCells[Pair](cellsG2))},
	},
	Example: pairExample, Result: 99.4589160832,
	Doubts: doubtCells,
}

// assocSimpleLL is the log-likelihood of O11 alone, as a Poisson count of expectation E11: a cheap stand-in for G²,
// close to it where w1 and w2 are rare. Unlike G² it has a value where window counts make no 2×2 table.
var assocSimpleLL = &Measure[Pair]{
	Name: "simple_ll", Symbol: "simple LL", English: "simple log-likelihood", Korean: "단순 로그우도",
	Question: "How surprising is the count of the pair, as a rare event of known expectation?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "−2·E₁₁ at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Evert 2008"},
	Variants: []Variant[Pair]{
		{Name: "signed", Formula: "2·(O₁₁·ln(O₁₁/E₁₁) − (O₁₁−E₁₁)), negative where O₁₁ < E₁₁",
			LaTeX: `\operatorname{sgn}(O_{11}-E_{11})\,2\left(O_{11}\ln\frac{O_{11}}{E_{11}}-(O_{11}-E_{11})\right)`,
			Peers: []string{"ucs"},
			Value: simpleLL, P: chi2Of(simpleLL)},
	},
	Example: pairExample, Result: 90.3550329953,
	Doubts: doubtRare,
}

func simpleLL(p Pair, _ *Options) float64 {
	u := p.excess()
	ll := 2 * p.Expected() * special.Deviance(u)
	if u < 0 {
		return -ll
	}
	return ll
}
