package stats

import "kstat/internal/special"

// keyChi2 is Pearson's χ² of the table word or not by target or reference.
var keyChi2 = &Measure[Contrast]{
	Name: "chi2", Symbol: "χ²", English: "chi-squared", Korean: "카이제곱",
	Question: "How far are the two counts from even spread, in units of their chance variation?",
	Role:     Significance, Sign: Unsigned, Lo: 0, Hi: inf,
	Zero:    "Empty cells are no exception. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Pearson 1900"},
	Variants: []Variant[Contrast]{
		{Name: "unsigned", Formula: "N·(a(d−b) − b(c−a))²/((a+b)(N−a−b)·c·d)",
			LaTeX: `\frac{N\left(a(d-b)-b(c-a)\right)^2}{(a+b)(N-a-b)\,c\,d}`,
			Peers: []string{"antconc", "wordsmith"},
			Value: onCells[Contrast](cellsChi2), P: chi2Of(onCells[Contrast](cellsChi2))},
		{Name: "signed", Formula: "the same, negative where p₁ < p₂",
			LaTeX: `\operatorname{sgn}(p_1-p_2)\,\frac{N\left(a(d-b)-b(c-a)\right)^2}{(a+b)(N-a-b)\,c\,d}`,
			Peers: []string{"quanteda"},
			Scale: &Scale{Signed, -inf, inf},
			Value: signedCells[Contrast](cellsChi2), P: chi2Of(signedCells[Contrast](cellsChi2))},
	},
	Example: contrastExample, Result: 75.3768844221,
	Doubts: doubtKeyCells,
}

// keyChi2Yates is χ² with Yates's correction; see the association of the same name for what clipping is.
var keyChi2Yates = &Measure[Contrast]{
	Name: "chi2_yates", Symbol: "χ² (Yates)", English: "chi-squared with Yates's correction", Korean: "예이츠 보정 카이제곱",
	Question: "The same as chi2, with a correction for whole counts: how far are they from even spread?",
	Role:     Significance, Sign: Unsigned, Lo: 0, Hi: inf,
	Zero:    "Empty cells are no exception. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Yates 1934"},
	Variants: []Variant[Contrast]{
		{Name: "unclipped", Formula: "N·(|a(d−b) − b(c−a)| − N/2)²/((a+b)(N−a−b)·c·d)",
			LaTeX: `\frac{N\left(|a(d-b)-b(c-a)|-N/2\right)^2}{(a+b)(N-a-b)\,c\,d}`,
			Peers: []string{"ucs"},
			Value: onCells[Contrast](yates), P: chi2Of(onCells[Contrast](yates))},
		{Name: "clipped", Formula: "N·max(0, |a(d−b) − b(c−a)| − N/2)²/((a+b)(N−a−b)·c·d)",
			LaTeX: `\frac{N\max\left(0,|a(d-b)-b(c-a)|-N/2\right)^2}{(a+b)(N-a-b)\,c\,d}`,
			Peers: []string{"r", "scipy"},
			Value: onCells[Contrast](yatesClipped), P: chi2Of(onCells[Contrast](yatesClipped))},
	},
	Example: contrastExample, Result: 73.8768844221,
	Doubts: doubtCorrection(doubtKeyCells),
}

// keyFisher is Fisher's exact test, two-sided as R's fisher.test: no approximation, at any count.
var keyFisher = &Measure[Contrast]{
	Name: "fisher", Symbol: "Fisher p", English: "Fisher's exact test", Korean: "피셔의 정확 검정",
	Question: "How probable are counts as uneven as these if the word is equally frequent in both, without approximation?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1,
	Zero:    "1 where the word is absent from both or a corpus is empty.",
	Sources: []string{"Fisher 1935"},
	Variants: []Variant[Contrast]{
		fisher[Contrast]("two_sided", "Σ of P(k) = C(c,k)·C(d,a+b−k)/C(N,a+b) over all k with P(k) ≤ P(a)",
			`\sum_{k:P(k)\le P(a)}P(k),\quad P(k)=\binom{c}{k}\binom{d}{a+b-k}\Big/\binom{N}{a+b}`,
			[]string{"r", "scipy", "quanteda"},
			func(h special.Hypergeometric, k uint64) float64 { return h.LogTwoSided(k) }),
		fisher[Contrast]("right", "Σ_{k≥a} C(c,k)·C(d,a+b−k)/C(N,a+b)",
			`\sum_{k\ge a}\binom{c}{k}\binom{d}{a+b-k}\Big/\binom{N}{a+b}`, []string{"orange"},
			func(h special.Hypergeometric, k uint64) float64 { return h.LogUpper(k) }),
		fisher[Contrast]("left", "Σ_{k≤a} C(c,k)·C(d,a+b−k)/C(N,a+b)",
			`\sum_{k\le a}\binom{c}{k}\binom{d}{a+b-k}\Big/\binom{N}{a+b}`, nil,
			func(h special.Hypergeometric, k uint64) float64 { return h.LogLower(k) }),
	},
	Example: contrastExample, Result: 7.58248250181e-17,
}

// keyP is the probability that belongs to a test statistic. It is of one word: with many words tested, read p_adj (see
// [Adjust]).
var keyP = &Measure[Contrast]{
	Name: "p", Symbol: "p", English: "p-value", Korean: "유의확률",
	Question: "How probable are counts as uneven as these if the word is equally frequent in both?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1,
	Zero:    "NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Dunning 1993"},
	Variants: []Variant[Contrast]{
		keyPOf("g2", "P(χ²₁ > G²)", `P(\chi^2_1>G^2)`, keyG2.Variants[0].P),
		keyPOf("g2_2term", "P(χ²₁ > G²(2-term))", `P(\chi^2_1>G^2_{\text{2-term}})`,
			keyG2TwoTerm.Variants[0].P),
		keyPOf("chi2", "P(χ²₁ > χ²)", `P(\chi^2_1>\chi^2)`, keyChi2.Variants[0].P),
		keyPOf("chi2_yates", "P(χ²₁ > χ²(Yates, clipped))", `P(\chi^2_1>\chi^2_{\text{Yates}})`,
			keyChi2Yates.Variants[1].P),
	},
	Example: contrastExample, Result: 6.93295490617e-17,
	Doubts: doubtKeyCells,
}

func keyPOf(name, formula, latex string, p func(Contrast, *Options) Prob) Variant[Contrast] {
	return probability(Variant[Contrast]{Name: name, Formula: formula, LaTeX: latex}, p)
}
