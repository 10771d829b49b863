package stats

import (
	"math"

	"kstat/internal/special"
)

// keyLogOddsPrior is the log odds ratio of Monroe, Colaresi and Quinn ("Fightin' Words"): before anything is counted, each
// corpus is taken to hold α_w occurrences of the word among α₀ tokens, α_w/α₀ being the word's share in both corpora
// together. That draws rare words towards no difference and leaves frequent ones alone. The value is the log odds ratio
// over its standard error (z), as the authors rank words; the variant delta is the log odds ratio itself.
var keyLogOddsPrior = &Measure[Contrast]{
	Name: "log_odds_prior", Symbol: "ln OR (prior)", English: "log odds ratio with an informative Dirichlet prior",
	Korean:   "정보적 사전분포 로그 오즈비",
	Question: "How many standard errors is the word's log odds ratio from 0, rare words being drawn towards it?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "Finite at any counts. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Monroe et al. 2008"},
	Variants: []Variant[Contrast]{
		{Name: "z", Formula: "δ/√(1/(a+α_w) + 1/(b+α_w)), δ = ln[(a+α_w)/(c+α₀−a−α_w)] − ln[(b+α_w)/(d+α₀−b−α_w)], " +
			"α_w = α₀(a+b)/N",
			LaTeX: `\delta\Big/\sqrt{\tfrac{1}{a+\alpha_w}+\tfrac{1}{b+\alpha_w}},\;` +
				`\delta=\ln\frac{a+\alpha_w}{c+\alpha_0-a-\alpha_w}-\ln\frac{b+\alpha_w}{d+\alpha_0-b-\alpha_w}`,
			Peers: []string{"scattertext"},
			Value: func(k Contrast, o *Options) float64 {
				delta, se := logOddsPrior(k, o)
				return delta / se
			},
			P: func(k Contrast, o *Options) Prob {
				delta, se := logOddsPrior(k, o)
				return twoSidedZ(delta / se)
			}},
		{Name: "delta", Formula: "δ = ln[(a+α_w)/(c+α₀−a−α_w)] − ln[(b+α_w)/(d+α₀−b−α_w)], α_w = α₀(a+b)/N",
			LaTeX: `\delta=\ln\frac{a+\alpha_w}{c+\alpha_0-a-\alpha_w}-\ln\frac{b+\alpha_w}{d+\alpha_0-b-\alpha_w}`,
			Value: func(k Contrast, o *Options) float64 {
				delta, _ := logOddsPrior(k, o)
				return delta
			},
			Interval: func(k Contrast, o *Options) Interval {
				delta, se := logOddsPrior(k, o)
				half := special.NormalUpperQuantile(o.alpha()/2) * se
				return Interval{delta - half, delta + half}
			}},
	},
	Example: contrastExample, Result: 7.92700915502,
}

// logOddsPrior gives δ and its standard error.
func logOddsPrior(k Contrast, o *Options) (delta, se float64) {
	a, b, c, d := k.floats()
	if a+b == 0 || c == 0 || d == 0 {
		return nan, nan
	}
	a0 := o.prior()
	aw := a0 * (a + b) / (c + d)
	// x/(c+α₀−x) over y/(d+α₀−y): the difference of the cross products, without the α·α terms that cancel, is
	// (a·d − b·c)·(1 + 2α₀/N), since α_w is the pooled share of α₀.
	x, y := a+aw, b+aw
	rx, ry := c+a0-x, d+a0-y
	u := k.difference() * (1 + 2*a0/(c+d)) / (y * rx)
	if math.Abs(u) < 0.5 {
		delta = math.Log1p(u)
	} else {
		delta = math.Log(x / y * (ry / rx))
	}
	return delta, math.Sqrt(1/x + 1/y)
}
