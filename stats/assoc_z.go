package stats

import (
	"math"

	"kstat/internal/special"
)

// assocT is the t-score: the surplus of the count over its expectation, in units of the count's own standard error. As a
// test it is wrong (the variance is that of the observed count, not of the expected one) and only its ranking is used;
// it prefers frequent pairs and never ranks a hapax high.
var assocT = &Measure[Pair]{
	Name: "t", Symbol: "t", English: "t-score", Korean: "t 점수",
	Question: "How many standard errors of the count is it above chance?",
	Role:     Score, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "−Inf at O₁₁ = 0. NaN where N is 0.",
	Sources: []string{"Church et al. 1991"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "(O₁₁−E₁₁)/√O₁₁", LaTeX: `\frac{O_{11}-E_{11}}{\sqrt{O_{11}}}`,
			Peers: []string{"ucs", "khcoder", "nltk", "wordsmith", "sketchengine", "cqpweb", "antconc"},
			Value: func(p Pair, _ *Options) float64 { return p.surplus() / math.Sqrt(float64(p.O11)) }},
		{Name: "binomial", Formula: "(O₁₁−E₁₁)/√(O₁₁(1−O₁₁/N))",
			LaTeX: `\frac{O_{11}-E_{11}}{\sqrt{O_{11}(1-O_{11}/N)}}`,
			Peers: []string{"wordless"},
			Value: func(p Pair, _ *Options) float64 {
				_, _, n := p.Table()
				return p.surplus() / math.Sqrt(float64(p.O11)*((float64(n)-float64(p.O11))/float64(n)))
			}},
	},
	Example: pairExample, Result: 4.29325051680,
}

// assocZ is the z-score: the surplus over the expectation in units of the standard deviation that chance gives the count
// (Poisson). It overstates rare pairs as χ² does, of which it is the signed root for rare words.
//
// Berry-Rogghe's z, which WordSmith and KH Coder compute, lets w2 fall into the S·f1 places around w1 with the probability
// that it has outside w1 itself.
var assocZ = &Measure[Pair]{
	Name: "z", Symbol: "z", English: "z-score", Korean: "z 점수",
	Question: "How many standard deviations of chance is the count above its expectation?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "−√E₁₁ at O₁₁ = 0. NaN where f₁ or f₂ is 0, and for berry_rogghe where f₁+f₂ > N (−Inf where it is N).",
	Sources: []string{"Dennis 1965", "Berry-Rogghe 1973"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "(O₁₁−E₁₁)/√E₁₁", LaTeX: `\frac{O_{11}-E_{11}}{\sqrt{E_{11}}}`,
			Peers: []string{"ucs", "cqpweb"},
			Value: zScore, P: zOf(zScore)},
		{Name: "corrected", Formula: "(O₁₁−E₁₁∓½)/√E₁₁", LaTeX: `\frac{O_{11}-E_{11}\mp\frac12}{\sqrt{E_{11}}}`,
			Peers: []string{"ucs"},
			Value: zCorrected, P: zOf(zCorrected)},
		{Name: "binomial", Formula: "(O₁₁−E₁₁)/√(E₁₁(1−E₁₁/N))",
			LaTeX: `\frac{O_{11}-E_{11}}{\sqrt{E_{11}(1-E_{11}/N)}}`,
			Peers: []string{"wordless"},
			Value: zBinomial, P: zOf(zBinomial)},
		{Name: "berry_rogghe", Formula: "(O₁₁−E)/√(E(1−p)), p = f₂/(N−f₁), E = p·f₁·S",
			LaTeX:    `\frac{O_{11}-E}{\sqrt{E(1-p)}},\;p=\frac{f_2}{N-f_1},\;E=p f_1 S`,
			Peers:    []string{"wordsmith", "khcoder", "wordless"},
			Directed: true,
			Value:    zBerryRogghe, P: zOf(zBerryRogghe)},
	},
	Example: pairExample, Result: 21.4662525840,
	Doubts: func(p Pair, _ *Options) []Warning {
		if e := p.Expected(); e < 5 {
			return []Warning{{Kind: LowExpected, Count: 1, Of: 1, Value: e}}
		}
		return nil
	},
}

func zScore(p Pair, _ *Options) float64 { return p.surplus() / math.Sqrt(p.Expected()) }

func zCorrected(p Pair, _ *Options) float64 {
	d := p.surplus()
	// UCS moves the count towards its expectation by ½ even where that passes it.
	return (d - math.Copysign(0.5, d)) / math.Sqrt(p.Expected())
}

func zBinomial(p Pair, _ *Options) float64 {
	r1, c1, n := p.Table()
	// 1 − E/N = (N² − f₁f₂)/N²
	rest := special.ProductDifference(n, n, r1, c1) / (float64(n) * float64(n))
	return p.surplus() / math.Sqrt(p.Expected()*rest)
}

// zBerryRogghe takes the raw counts whatever the pair's margins are, since it has its own way with the span.
func zBerryRogghe(p Pair, _ *Options) float64 {
	if p.F1 >= p.N || p.F2 > p.N-p.F1 {
		return nan
	}
	rest := p.N - p.F1
	// O₁₁ − E over the common denominator N−f₁
	surplus := special.ProductDifference(p.O11, rest, p.F1*p.span(), p.F2) / float64(rest)
	e := float64(p.F1) * float64(p.span()) * float64(p.F2) / float64(rest)
	return surplus / math.Sqrt(e*(float64(rest-p.F2)/float64(rest)))
}
