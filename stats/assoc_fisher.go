package stats

import (
	"math"

	"kstat/internal/special"
)

// assocFisher is Fisher's exact test: the probability that words of these frequencies meet as often as they do, or more
// often, if chance alone places them. No approximation is involved, so it holds for rare pairs too. The right tail asks
// for attraction; two_sided, which R's fisher.test gives unless told otherwise, adds the probabilities of all tables no
// more probable than the observed one; left asks for repulsion.
var assocFisher = &Measure[Pair]{
	Name: "fisher", Symbol: "Fisher p", English: "Fisher's exact test", Korean: "피셔의 정확 검정",
	Question: "How probable is a count as large as this one if the words are independent, without approximation?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "1 at O₁₁ = 0 (right tail). NaN where the counts make no 2×2 table.",
	Sources: []string{"Fisher 1935", "Pedersen 1996"},
	Variants: []Variant[Pair]{
		fisher[Pair]("right", "Σ_{k≥O₁₁} C(C₁,k)·C(C₂,R₁−k)/C(N,R₁)",
			`\sum_{k\ge O_{11}}\binom{C_1}{k}\binom{C_2}{R_1-k}\Big/\binom{N}{R_1}`,
			[]string{"ucs", "wordless"},
			func(h special.Hypergeometric, k uint64) float64 { return h.LogUpper(k) }),
		fisher[Pair]("two_sided", "Σ of P(k) = C(C₁,k)·C(C₂,R₁−k)/C(N,R₁) over all k with P(k) ≤ P(O₁₁)",
			`\sum_{k:P(k)\le P(O_{11})}P(k),\quad P(k)=\binom{C_1}{k}\binom{C_2}{R_1-k}\Big/\binom{N}{R_1}`,
			[]string{"r", "scipy"},
			func(h special.Hypergeometric, k uint64) float64 { return h.LogTwoSided(k) }),
		fisher[Pair]("left", "Σ_{k≤O₁₁} C(C₁,k)·C(C₂,R₁−k)/C(N,R₁)",
			`\sum_{k\le O_{11}}\binom{C_1}{k}\binom{C_2}{R_1-k}\Big/\binom{N}{R_1}`,
			[]string{"nltk"},
			func(h special.Hypergeometric, k uint64) float64 { return h.LogLower(k) }),
	},
	Example: pairExample, Result: 2.96349140215e-23,
}

// assocPoisson is the probability of O11 or more events where E11 are expected, under the Poisson distribution: Fisher's
// test for words so rare that the other cells don't matter. It has a value where window counts make no 2×2 table.
var assocPoisson = &Measure[Pair]{
	Name: "poisson", Symbol: "Poisson p", English: "Poisson tail", Korean: "푸아송 확률",
	Question: "How probable is a count as large as this one as a rare event of known expectation?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "1 at O₁₁ = 0; 0 where E₁₁ = 0 and O₁₁ is not.",
	Sources: []string{"Quasthoff & Wolff 2002"},
	Variants: []Variant[Pair]{
		probability(Variant[Pair]{Name: "right", Formula: "Σ_{k≥O₁₁} e^{−E₁₁}·E₁₁ᵏ/k!",
			LaTeX: `\sum_{k\ge O_{11}} e^{-E_{11}}\frac{E_{11}^k}{k!}`, Peers: []string{"ucs"}},
			func(p Pair, _ *Options) Prob { return Prob(special.PoissonLogUpper(p.O11, p.Expected())) }),
	},
	Example: pairExample, Result: 2.21348567677e-21,
}

// assocPoissonStirling is the leading part of −ln P(O11) under that Poisson distribution, with Stirling's formula for the
// factorial: proportional to the surprise, but no test, as it is negative up to O11 = e·E11.
var assocPoissonStirling = &Measure[Pair]{
	Name: "poisson_stirling", Symbol: "Poisson–Stirling", English: "Poisson–Stirling", Korean: "푸아송–스털링",
	Question: "About how small is the logarithm of the Poisson probability of the pair's count?",
	Role:     Score, Sign: Shifted, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Quasthoff & Wolff 2002"},
	Variants: []Variant[Pair]{
		poissonStirling("ln", "O₁₁·(ln(O₁₁/E₁₁) − 1)", `O_{11}\left(\ln\frac{O_{11}}{E_{11}}-1\right)`, nil, 1),
		poissonStirling("log10", "O₁₁·(log₁₀(O₁₁/E₁₁) − log₁₀ e)",
			`O_{11}\left(\log_{10}\frac{O_{11}}{E_{11}}-\log_{10}e\right)`, []string{"ucs"}, math.Ln10),
		poissonStirling("log2", "O₁₁·(log₂(O₁₁/E₁₁) − log₂ e)",
			`O_{11}\left(\log_2\frac{O_{11}}{E_{11}}-\log_2 e\right)`, nil, math.Ln2),
	},
	Example: pairExample, Result: 44.3775164974,
}

func poissonStirling(name, formula, latex string, peers []string, unit float64) Variant[Pair] {
	return Variant[Pair]{Name: name, Formula: formula, LaTeX: latex, Peers: peers,
		Value: func(p Pair, _ *Options) float64 {
			l := logRatioOE(p)
			if p.O11 == 0 && !math.IsNaN(l) {
				return 0
			}
			return float64(p.O11) * (l - 1) / unit
		}}
}
