package stats

import (
	"math"

	"kstat/internal/special"
)

// assocDeltaP and assocDeltaPReverse are the two directions of ΔP, from the psychology of learning: how much more probable
// one word is where the other stands than elsewhere. Attraction is seldom mutual (of course → of), and all symmetric
// measures hide that.
var assocDeltaP = &Measure[Pair]{
	Name: "delta_p", Symbol: "ΔP(w2|w1)", English: "ΔP, w2 given w1", Korean: "ΔP (w1→w2)",
	Question: "How much more probable is w2 where w1 is than where it is not?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "Empty cells are no exception. NaN where R₁ or R₂ is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Gries 2013"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/R₁ − O₂₁/R₂", LaTeX: `\frac{O_{11}}{R_1}-\frac{O_{21}}{R_2}`,
			Peers: []string{"wordless", "lancsbox"},
			Value: onCells[Pair](func(t special.Cells) float64 {
				return t.Det() / (float64(t.A+t.B) * float64(t.C+t.D))
			})},
	},
	Example: pairExample, Result: 0.193939393939,
}

var assocDeltaPReverse = &Measure[Pair]{
	Name: "delta_p_reverse", Symbol: "ΔP(w1|w2)", English: "ΔP, w1 given w2", Korean: "ΔP (w2→w1)",
	Question: "How much more probable is w1 where w2 is than where it is not?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "Empty cells are no exception. NaN where C₁ or C₂ is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Gries 2013"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/C₁ − O₁₂/C₂", LaTeX: `\frac{O_{11}}{C_1}-\frac{O_{12}}{C_2}`,
			Peers: []string{"lancsbox"},
			Value: deltaPReverse},
	},
	Example: pairExample, Result: 0.241935483871,
}

var deltaPReverse = onCells[Pair](func(t special.Cells) float64 {
	return t.Det() / (float64(t.A+t.C) * float64(t.B+t.D))
})

// assocLiddell is the difference of w1's share between the places with w2 and those without: the same number as ΔP of w1
// given w2, known under this name in the collocation literature.
var assocLiddell = &Measure[Pair]{
	Name: "liddell", Symbol: "Liddell", English: "Liddell's difference of proportions", Korean: "리델 비율차",
	Question: "By how much do the shares of w1 among places with and without w2 differ?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "Empty cells are no exception. NaN where C₁ or C₂ is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Liddell 1976"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "(O₁₁O₂₂ − O₁₂O₂₁)/(C₁C₂)", LaTeX: `\frac{O_{11}O_{22}-O_{12}O_{21}}{C_1C_2}`,
			Peers: []string{"pandas-association-measures"},
			Value: deltaPReverse},
	},
	Example: pairExample, Result: 0.241935483871,
}

// assocLift is the ratio of observed to expected that PMI is the logarithm of: KH Coder's word association.
var assocLift = &Measure[Pair]{
	Name: "lift", Symbol: "lift", English: "lift", Korean: "향상도",
	Question: "How many times as often as by chance do the words meet?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: inf, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Brin et al. 1997"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "(O₁₁/f₁)/(f₂/N)", LaTeX: `\frac{O_{11}/f_1}{f_2/N}`,
			Peers: []string{"khcoder"},
			Value: func(p Pair, _ *Options) float64 { return float64(p.O11) / p.Expected() }},
	},
	Example: pairExample, Result: 25,
	Doubts: doubtRare,
}

// assocDifferential is the difference where lift is the ratio: the share of w2 near w1 less its share everywhere.
var assocDifferential = &Measure[Pair]{
	Name: "differential", Symbol: "differential", English: "differential", Korean: "차이 계수",
	Question: "By how much does the share of w2 where w1 is exceed its share everywhere?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "−f₂/N at O₁₁ = 0. NaN where f₁ or N is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Higuchi 2016"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/f₁ − f₂/N", LaTeX: `\frac{O_{11}}{f_1}-\frac{f_2}{N}`,
			Peers: []string{"khcoder"},
			Value: onTable(func(p Pair) float64 {
				r1, _, _ := p.Table()
				return p.surplus() / float64(r1)
			})},
	},
	Example: pairExample, Result: 0.192,
}

// assocLogOdds is the logarithm of the odds ratio with ½ added to each cell, which keeps it finite and takes most of its
// bias (Haldane, Anscombe). Its standard error is √Σ 1/(O+½), so that it brings an interval of its own, whose foot is a
// good score in itself.
var assocLogOdds = &Measure[Pair]{
	Name: "log_odds", Symbol: "ln OR", English: "log odds ratio, discounted", Korean: "로그 오즈비",
	Question: "How many times larger are the odds of w2 with w1 than without, as a logarithm?",
	Role:     Effect, Sign: Shifted, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "Finite everywhere, by the ½ in each cell. NaN where the counts make no 2×2 table.",
	Sources: []string{"Evert 2005", "Haldane 1956"},
	Variants: []Variant[Pair]{
		logOdds("ln", "ln", `\ln`, 1),
		logOdds("log10", "log₁₀", `\log_{10}`, math.Ln10, "ucs"),
		logOdds("log2", "log₂", `\log_2`, math.Ln2),
	},
	Example: pairExample, Result: 3.72378613845,
	Doubts: doubtRare,
}

func logOdds(name, log, latex string, unit float64, peers ...string) Variant[Pair] {
	parts := func(p Pair) (lnOR, se float64) {
		t, ok := p.cells()
		if !ok {
			return nan, nan
		}
		a, b, c, d := float64(t.A)+0.5, float64(t.B)+0.5, float64(t.C)+0.5, float64(t.D)+0.5
		return math.Log(a / b * d / c), math.Sqrt(1/a + 1/b + 1/c + 1/d)
	}
	return Variant[Pair]{Name: name, Peers: peers,
		Formula: log + "[(O₁₁+½)(O₂₂+½)/((O₁₂+½)(O₂₁+½))]",
		LaTeX:   latex + `\frac{(O_{11}+\frac12)(O_{22}+\frac12)}{(O_{12}+\frac12)(O_{21}+\frac12)}`,
		Value: func(p Pair, _ *Options) float64 {
			l, _ := parts(p)
			return l / unit
		},
		P: func(p Pair, _ *Options) Prob {
			l, se := parts(p)
			return twoSidedZ(l / se)
		},
		Interval: func(p Pair, o *Options) Interval {
			l, se := parts(p)
			z := special.NormalUpperQuantile(o.alpha() / 2)
			return Interval{(l - z*se) / unit, (l + z*se) / unit}
		}}
}

// assocOddsRatio is the odds ratio of the raw cells.
var assocOddsRatio = &Measure[Pair]{
	Name: "odds_ratio", Symbol: "OR", English: "odds ratio", Korean: "오즈비",
	Question: "How many times larger are the odds of w2 with w1 than without?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: inf, Symmetric: true,
	Zero:    "0 where O₁₁ or O₂₂ is 0, +Inf where O₁₂ or O₂₁ is, NaN where both happen or where the counts make no 2×2 table.",
	Sources: []string{"Evert 2005"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁O₂₂/(O₁₂O₂₁)", LaTeX: `\frac{O_{11}O_{22}}{O_{12}O_{21}}`,
			Value: onCells[Pair](cellsOddsRatio), Interval: oddsRatioInterval[Pair]},
		{Name: "log10", Formula: "log₁₀(O₁₁O₂₂/(O₁₂O₂₁))", LaTeX: `\log_{10}\frac{O_{11}O_{22}}{O_{12}O_{21}}`,
			Peers: []string{"ucs"},
			Scale: &Scale{Signed, -inf, inf},
			Value: onCells[Pair](func(t special.Cells) float64 { return math.Log10(cellsOddsRatio(t)) })},
	},
	Example: pairExample, Result: 41,
	Doubts: doubtRare,
}

// assocLogRatio compares w2's frequency where w1 is with that elsewhere, in doublings: keyness of the window, Hardie's Log
// Ratio, as CQPweb ranks collocates.
var assocLogRatio = &Measure[Pair]{
	Name: "log_ratio", Symbol: "log ratio", English: "Log Ratio", Korean: "로그비",
	Question: "How many times as frequent is w2 near w1 as elsewhere, as a power of two?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "A count of 0 is taken as ½ (variant half_if_zero). NaN where f₁, f₂ or R₂ is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Hardie 2014"},
	Variants: []Variant[Pair]{
		asContrast("half_if_zero", "log₂((O₁₁/R₁)/(O₂₁/R₂)), a count of 0 taken as ½", `\log_2\frac{O_{11}/R_1}{O_{21}/R_2}`,
			keyLogRatio, "cqpweb"),
		asContrast("infinite", "log₂((O₁₁/R₁)/(O₂₁/R₂))", `\log_2\frac{O_{11}/R_1}{O_{21}/R_2}`, keyLogRatio),
	},
	Example: pairExample, Result: 5.04439411936,
	Doubts: func(p Pair, o *Options) []Warning { return keyLogRatio.Doubts(p.Contrast(), o) },
}

// assocLRC is the conservative Log Ratio of the window: the end nearest 0 of the exact interval of log_ratio.
var assocLRC = &Measure[Pair]{
	Name: "lrc", Symbol: "LRC", English: "conservative Log Ratio", Korean: "보수적 로그비",
	Question: "How many times as frequent is w2 near w1 as elsewhere at the very least, as a power of two?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "Finite at any counts. NaN where f₁, f₂ or R₂ is 0, or where the counts make no 2×2 table.",
	Sources: []string{"Evert 2022", "Clopper & Pearson 1934"},
	Variants: []Variant[Pair]{
		asContrast("exact", "the keyness LRC with a = O₁₁, b = O₂₁, c = R₁, d = R₂",
			`\log_2\frac{R_2}{R_1}\frac{\tau_-}{1-\tau_-}`, keyLRC, "pandas-association-measures"),
	},
	Example: pairExample, Result: 4.23574686718,
	Doubts: doubtRare,
}

// Contrast gives the pair as a comparison of the places around w1 with all others: a = O₁₁, b = O₂₁, c = R₁, d = R₂. The
// counts of an impossible table come out as a word more frequent than its corpus is long, for which keyness is NaN.
func (p Pair) Contrast() Contrast {
	r1, c1, n := p.Table()
	if _, ok := p.cells(); !ok {
		return Contrast{A: 1}
	}
	return Contrast{A: p.O11, B: c1 - p.O11, C: r1, D: n - r1}
}

// asContrast makes a variant of a keyness measure, of the same name, an association.
func asContrast(name, formula, latex string, of *Measure[Contrast], peers ...string) Variant[Pair] {
	v, _ := of.Variant(name)
	out := Variant[Pair]{Name: name, Formula: formula, LaTeX: latex, Peers: peers, Scale: v.Scale,
		Value: func(p Pair, o *Options) float64 { return v.Value(p.Contrast(), o) }}
	if v.Interval != nil {
		out.Interval = func(p Pair, o *Options) Interval { return v.Interval(p.Contrast(), o) }
	}
	return out
}
