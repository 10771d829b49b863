package stats

import (
	"math"

	"kstat/internal/special"
)

// The measures of this file are functions of the relative risk p₁/p₂. Their intervals come from one exact argument:
// given that the word occurs a+b times in all, a is binomial with probability τ = c·p₁/(c·p₁ + d·p₂), so the
// Clopper–Pearson bounds of τ are bounds of p₁/p₂ = (d/c)·τ/(1−τ), at any count, zeros included. (It takes the counts for
// rare among the tokens; for the most frequent words it is a little too wide.)

// riskOdds gives the logarithms of the Clopper–Pearson bounds of p₁/p₂ at error level alpha, two-sided.
func riskOdds(k Contrast, alpha float64) (lo, hi float64) {
	a, b, c, d := k.floats()
	if a+b == 0 || c == 0 || d == 0 {
		return nan, nan
	}
	scale := math.Log(d / c)
	lo, hi = -inf, inf
	if a > 0 {
		lo = scale + special.BetaLogit(alpha/2, a, b+1)
	}
	if b > 0 {
		hi = scale - special.BetaLogit(alpha/2, b, a+1)
	}
	return lo, hi
}

// riskInterval makes the interval of a measure that is f(ln(p₁/p₂)).
func riskInterval(f func(float64) float64) func(Contrast, *Options) Interval {
	return func(k Contrast, o *Options) Interval {
		lo, hi := riskOdds(k, o.alpha())
		return Interval{lo, hi}.transform(f)
	}
}

// logRisk gives ln(p₁/p₂), ±Inf where one count is 0, NaN where both are or a corpus is empty.
func logRisk(k Contrast) float64 {
	a, b, c, d := k.floats()
	if c == 0 || d == 0 {
		return nan
	}
	if u := k.difference() / (b * c); math.Abs(u) < 0.5 {
		return math.Log1p(u)
	}
	return math.Log(a / b * (d / c))
}

// keyLogRatio is Hardie's Log Ratio: how many times more frequent, counted in doublings. 1 is twice as frequent in the
// target, 3 eight times, −1 half. It knows nothing of chance: a hapax of a small target has a large value. A word absent
// from one corpus is counted there as half an occurrence, Hardie's rule; the other variants are what other programs do.
// Beware of the rule where one corpus is much smaller: if even spread would put less than half an occurrence there, the ½
// makes a word that the corpus lacks more frequent in it (a warning says so; LRC has no such trouble).
var keyLogRatio = &Measure[Contrast]{
	Name: "log_ratio", Symbol: "log ratio", English: "Log Ratio", Korean: "로그비",
	Question: "How many times as frequent is the word in the target, as a power of two?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "A count of 0 is taken as ½ (variant half_if_zero). NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Hardie 2014"},
	Variants: []Variant[Contrast]{
		{Name: "half_if_zero", Formula: "log₂(p₁/p₂), a count of 0 taken as ½", LaTeX: `\log_2\frac{p_1}{p_2}`,
			Peers:    []string{"cqpweb"},
			Value:    func(k Contrast, _ *Options) float64 { return logRatioHalf(k) },
			Interval: riskInterval(log2e)},
		{Name: "infinite", Formula: "log₂(p₁/p₂)", LaTeX: `\log_2\frac{p_1}{p_2}`,
			Peers:    []string{"wordless"},
			Value:    func(k Contrast, _ *Options) float64 { return logRisk(k) / math.Ln2 },
			Interval: riskInterval(log2e)},
		{Name: "half_everywhere", Formula: "log₂((a+½)/c ÷ (b+½)/d)", LaTeX: `\log_2\frac{(a+\frac12)/c}{(b+\frac12)/d}`,
			Peers: []string{"walter"},
			Value: func(k Contrast, _ *Options) float64 {
				a, b, c, d := k.floats()
				if c == 0 || d == 0 {
					return nan
				}
				return math.Log2((a + 0.5) / (b + 0.5) * (d / c))
			},
			Interval: riskInterval(log2e)},
	},
	Example: contrastExample, Result: 2,
	Doubts: func(k Contrast, o *Options) []Warning {
		w := doubtKeyEffect(k, o)
		if v := logRatioHalf(k); v*float64(k.KeyIn()) < 0 {
			w = append(w, Warning{Kind: SignTurned, Count: k.A + k.B, Value: v})
		}
		return w
	},
}

// logRatioHalf is log₂(p₁/p₂) with ½ for a count of 0.
func logRatioHalf(k Contrast) float64 {
	a, b, c, d := k.floats()
	switch {
	case k.A == 0 && k.B == 0 || k.C == 0 || k.D == 0:
		return nan
	case k.A == 0:
		return math.Log2(0.5 / b * (d / c))
	case k.B == 0:
		return math.Log2(a / 0.5 * (d / c))
	}
	return logRisk(k) / math.Ln2
}

func log2e(x float64) float64 { return x / math.Ln2 }

// keyLRC is Evert's conservative Log Ratio: the end nearest 0 of the exact confidence interval of log_ratio, or 0 where
// the interval holds 0. It is an effect that evidence has already been taken off from, so sorting by it needs no second
// filter: a hapax gets 0. The interval's error level is divided by the number of words compared (Options.Comparisons), so
// that with probability 1−α no word at all has a nonzero LRC by chance. The variant positive looks for words of the
// target only, so it can spend all of α on one side; it is not cut at 0.
var keyLRC = &Measure[Contrast]{
	Name: "lrc", Symbol: "LRC", English: "conservative Log Ratio", Korean: "보수적 로그비",
	Question: "How many times as frequent is the word at the very least, as a power of two?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "Finite at any counts. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Evert 2022", "Clopper & Pearson 1934"},
	Variants: []Variant[Contrast]{
		{Name: "exact", Formula: "p₁ ≥ p₂: max(0, log₂((d/c)·τ₋/(1−τ₋))); else min(0, log₂((d/c)·τ₊/(1−τ₊))); " +
			"τ∓ the Clopper–Pearson bounds of a/(a+b) at 1−α/m",
			LaTeX: `\max\left(0,\log_2\frac{d}{c}\frac{\tau_-}{1-\tau_-}\right)\text{ if }p_1\ge p_2,` +
				`\text{ else }\min\left(0,\log_2\frac{d}{c}\frac{\tau_+}{1-\tau_+}\right)`,
			Peers: []string{"corpora", "scattertext", "pandas-association-measures"},
			Value: func(k Contrast, o *Options) float64 {
				a, b, c, d := k.floats()
				if a+b == 0 || c == 0 || d == 0 {
					return nan
				}
				// Only the bound that is asked for is computed: it costs some microseconds.
				if k.difference() >= 0 {
					return math.Max(0, math.Log(d/c)+special.BetaLogit(o.alphaPerTest()/2, a, b+1)) / math.Ln2
				}
				return math.Min(0, math.Log(d/c)-special.BetaLogit(o.alphaPerTest()/2, b, a+1)) / math.Ln2
			}},
		{Name: "positive", Formula: "log₂((d/c)·τ₋/(1−τ₋)), τ₋ the one-sided Clopper–Pearson bound at 1−α/m (−Inf at a = 0)",
			LaTeX: `\log_2\frac{d}{c}\frac{\tau_-}{1-\tau_-}`,
			Peers: []string{"corpora"},
			Scale: &Scale{Shifted, -inf, inf},
			Value: func(k Contrast, o *Options) float64 {
				a, b, c, d := k.floats()
				if a+b == 0 || c == 0 || d == 0 {
					return nan
				}
				if k.A == 0 {
					return -inf
				}
				return (math.Log(d/c) + special.BetaLogit(o.alphaPerTest(), a, b+1)) / math.Ln2
			}},
	},
	Example: contrastExample, Result: 1.49625827780,
	Doubts: doubtKeyEffect,
}

// keyCLR is the filter of CQPweb, an LRC by the normal approximation of the logarithm of p₁/p₂. Good from some five
// occurrences on either side.
var keyCLR = &Measure[Contrast]{
	Name: "clr", Symbol: "CLR", English: "conservative Log Ratio, normal approximation", Korean: "보수적 로그비 (정규 근사)",
	Question: "How many times as frequent is the word at the very least, as a power of two, approximately?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "A count of 0 is taken as ½. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Hardie 2014"},
	Variants: []Variant[Contrast]{
		{Name: "normal", Formula: "ln(p₁/p₂) ∓ z(α/2m)·√(1/a + 1/b − 1/c − 1/d), not beyond 0, over ln 2",
			LaTeX: `\frac{1}{\ln 2}\left(\ln\frac{p_1}{p_2}\mp z_{\alpha/2m}\sqrt{\tfrac1a+\tfrac1b-\tfrac1c-\tfrac1d}\right)`,
			Peers: []string{"cqpweb"},
			Value: func(k Contrast, o *Options) float64 {
				a, b, c, d := k.floats()
				if a+b == 0 || c == 0 || d == 0 {
					return nan
				}
				a, b = math.Max(a, 0.5), math.Max(b, 0.5)
				l := math.Log(a / b * (d / c))
				half := special.NormalUpperQuantile(o.alphaPerTest()/2) * math.Sqrt((c-a)/(a*c)+(d-b)/(b*d))
				if l >= 0 {
					return math.Max(0, l-half) / math.Ln2
				}
				return math.Min(0, l+half) / math.Ln2
			}},
	},
	Example: contrastExample, Result: 1.51146599612,
	Doubts: doubtKeyEffect,
}

// keyPctDiff is the difference of the two frequencies as a percentage of the reference's.
var keyPctDiff = &Measure[Contrast]{
	Name: "pct_diff", Symbol: "%DIFF", English: "percentage difference", Korean: "백분율 차이",
	Question: "By how many per cent is the word more frequent in the target?",
	Role:     Effect, Sign: Signed, Lo: -100, Hi: inf,
	Zero:    "−100 at a = 0, +Inf at b = 0. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Gabrielatos & Marchi 2011"},
	Variants: []Variant[Contrast]{
		{Name: "standard", Formula: "100·(p₁−p₂)/p₂",
			LaTeX: `100\,\frac{p_1-p_2}{p_2}`, Peers: []string{"wordless", "ucrel"},
			Value: func(k Contrast, _ *Options) float64 {
				_, b, c, d := k.floats()
				if d == 0 {
					return nan
				}
				return 100 * (k.difference() / (b * c))
			},
			Interval: riskInterval(func(l float64) float64 { return 100 * math.Expm1(l) })},
	},
	Example: contrastExample, Result: 300,
	Doubts: doubtKeyEffect,
}

// keyRelativeRisk is the plain ratio of the two frequencies.
var keyRelativeRisk = &Measure[Contrast]{
	Name: "relative_risk", Symbol: "RR", English: "relative risk", Korean: "상대 빈도비",
	Question: "How many times as frequent is the word in the target?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: inf,
	Zero:    "0 at a = 0, +Inf at b = 0. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Pojanapunya & Todd 2016"},
	Variants: []Variant[Contrast]{
		{Name: "standard", Formula: "p₁/p₂", LaTeX: `\frac{p_1}{p_2}`, Peers: []string{"wordless"},
			Value: func(k Contrast, _ *Options) float64 {
				a, b, c, d := k.floats()
				if c == 0 || d == 0 {
					return nan
				}
				return a / b * (d / c)
			},
			Interval: riskInterval(math.Exp)},
	},
	Example: contrastExample, Result: 4,
	Doubts: doubtKeyEffect,
}

// keyDiffCoef is the difference of the frequencies over their sum: the relative risk bent into −1…1.
var keyDiffCoef = &Measure[Contrast]{
	Name: "diff_coef", Symbol: "DC", English: "difference coefficient", Korean: "차이 계수",
	Question: "Where between only in the reference (−1), equal (0) and only in the target (1) does the word stand?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "−1 at a = 0, 1 at b = 0. NaN where the word is absent from both, or a corpus is empty.",
	Sources: []string{"Hofland & Johansson 1982"},
	Variants: []Variant[Contrast]{
		{Name: "standard", Formula: "(p₁−p₂)/(p₁+p₂)", LaTeX: `\frac{p_1-p_2}{p_1+p_2}`, Peers: []string{"wordless"},
			Value: func(k Contrast, _ *Options) float64 {
				a, b, c, d := k.floats()
				if c == 0 || d == 0 {
					return nan
				}
				return k.difference() / (a*d + b*c)
			},
			// (r−1)/(r+1) with r = e^l
			Interval: riskInterval(func(l float64) float64 { return math.Tanh(l / 2) })},
	},
	Example: contrastExample, Result: 0.6,
	Doubts: doubtKeyEffect,
}

// keyOddsRatio is the ratio of the odds of the word against all others. For all but the most frequent words it is the
// relative risk.
var keyOddsRatio = &Measure[Contrast]{
	Name: "odds_ratio", Symbol: "OR", English: "odds ratio", Korean: "오즈비",
	Question: "How many times as large are the odds of the word in the target?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: inf,
	Zero: "0 at a = 0, +Inf at b = 0, NaN where both are; the interval (Woolf's) is NaN where any cell is empty. " +
		"NaN where a corpus is empty.",
	Sources: []string{"Pojanapunya & Todd 2016", "Woolf 1955"},
	Variants: []Variant[Contrast]{
		{Name: "standard", Formula: "a(d−b)/(b(c−a))", LaTeX: `\frac{a(d-b)}{b(c-a)}`,
			Peers:    []string{"wordless", "key-bnc"},
			Value:    onCells[Contrast](cellsOddsRatio),
			Interval: oddsRatioInterval[Contrast]},
	},
	Example: contrastExample, Result: 4.0303030303,
	Doubts: doubtKeyEffect,
}

// keySimpleMaths is Sketch Engine's keyness: the ratio of the frequencies per million, each raised by k so that nothing is
// divided by 0 and rare words don't win. The larger k, the commoner the words on top.
var keySimpleMaths = &Measure[Contrast]{
	Name: "simple_maths", Symbol: "SM", English: "simple maths", Korean: "단순 비율 (simple maths)",
	Question: "How many times as frequent is the word in the target, with k per million added to both?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: inf,
	Zero:    "Finite at any counts, by k. NaN where a corpus is empty.",
	Sources: []string{"Kilgarriff 2009", "Garwood 1936", "Zou & Donner 2008"},
	Variants: []Variant[Contrast]{
		{Name: "per_million", Formula: "(10⁶·p₁ + k)/(10⁶·p₂ + k)", LaTeX: `\frac{10^6p_1+k}{10^6p_2+k}`,
			Peers: []string{"sketchengine", "scattertext", "wordless"},
			Value: func(k Contrast, o *Options) float64 {
				a, b, c, d := k.floats()
				return (1e6*a/c + o.smoothK()) / (1e6*b/d + o.smoothK())
			},
			Interval: simpleMathsInterval},
	},
	Example: contrastExample, Result: 3.99880047981,
	Doubts: doubtKeyEffect,
}

// simpleMathsInterval joins the exact Poisson intervals of the two frequencies (Garwood) on the logarithmic scale by Zou
// and Donner's method: the distance of each end from the estimate is the root of the sum of the squares of the distances
// that either frequency's own end makes.
func simpleMathsInterval(in Contrast, o *Options) Interval {
	a, b, c, d := in.floats()
	if c == 0 || d == 0 {
		return noInterval
	}
	k := o.smoothK()
	log := func(n, tokens float64) float64 { return math.Log(1e6*n/tokens + k) }
	loA, hiA := poissonInterval(in.A, o.alpha())
	loB, hiB := poissonInterval(in.B, o.alpha())
	l1, l2 := log(a, c), log(b, d)
	down := math.Hypot(l1-log(loA, c), log(hiB, d)-l2)
	up := math.Hypot(log(hiA, c)-l1, l2-log(loB, d))
	return Interval{math.Exp(l1 - l2 - down), math.Exp(l1 - l2 + up)}
}
