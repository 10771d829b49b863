package stats

import (
	"math"

	"kstat/internal/special"
)

// docWelch is Welch's t-test: do the mean frequencies differ by more than the documents' own scatter explains? It does not
// take the two sides to scatter alike, as Student's does (the variant student). Two-sided. Frequencies of rare words are
// far from normal, so with few documents p is rough; mann_whitney_p and permutation_p don't need that.
var docWelch = &Measure[Samples]{
	Name: "welch_t_p", Symbol: "p (t)", English: "Welch's t-test", Korean: "웰치 t 검정",
	Question: "How probable is a difference of means as large as this one, given the documents' scatter?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "NaN where a side has fewer than two documents, or where neither side scatters.",
	Sources: []string{"Welch 1947", "Paquot & Bestgen 2009"},
	Variants: []Variant[Samples]{
		tTest("welch", "P(|T_ν| > |x̄−ȳ|/√(s_x²/n + s_y²/m)), ν = (s_x²/n + s_y²/m)²/((s_x²/n)²/(n−1) + (s_y²/m)²/(m−1))",
			`P\left(|T_\nu|>\frac{|\bar x-\bar y|}{\sqrt{s_x^2/n+s_y^2/m}}\right),\;`+
				`\nu=\frac{(s_x^2/n+s_y^2/m)^2}{(s_x^2/n)^2/(n-1)+(s_y^2/m)^2/(m-1)}`,
			[]string{"r", "scipy", "wordless"},
			func(n, m, vx, vy float64) (se, df float64) {
				qx, qy := vx/n, vy/m
				return math.Sqrt(qx + qy), (qx + qy) * (qx + qy) / (qx*qx/(n-1) + qy*qy/(m-1))
			}),
		tTest("student", "P(|T_{n+m−2}| > |x̄−ȳ|/(s·√(1/n+1/m))), s² = ((n−1)s_x² + (m−1)s_y²)/(n+m−2)",
			`P\left(|T_{n+m-2}|>\frac{|\bar x-\bar y|}{s\sqrt{1/n+1/m}}\right)`, []string{"scipy", "wordless"},
			func(n, m, vx, vy float64) (se, df float64) {
				return math.Sqrt(((n-1)*vx + (m-1)*vy) / (n + m - 2) * (1/n + 1/m)), n + m - 2
			}),
	},
	Example: samplesExample, Result: 0.0217001713425,
	Doubts: doubtSamples,
}

func tTest(name, formula, latex string, peers []string, f func(n, m, vx, vy float64) (se, df float64)) Variant[Samples] {
	return probability(Variant[Samples]{Name: name, Formula: formula, LaTeX: latex, Peers: peers},
		func(s Samples, _ *Options) Prob {
			if s.invalid() || s.nx() < 2 || s.ny() < 2 {
				return Prob(nan)
			}
			mx, vx := moments(s.X, s.ZeroX)
			my, vy := moments(s.Y, s.ZeroY)
			se, df := f(s.nx(), s.ny(), vx, vy)
			if se == 0 {
				return Prob(nan)
			}
			return Prob(math.Min(0, special.StudentTLogSurvival(math.Abs(mx-my)/se, df)+math.Ln2))
		})
}

// docCohensD is the difference of means in units of the documents' standard deviation (pooled). Cohen called 0.2 small, 0.5
// medium, 0.8 large. The interval is the normal one of Hedges and Olkin.
//
// Of a collocate (Brezina 2018, LancsBox) X are its relative frequencies in the windows around the node, text by text, and Y
// those in the rest of the texts.
var docCohensD = &Measure[Samples]{
	Name: "cohens_d", Symbol: "d", English: "Cohen's d", Korean: "코헨의 d",
	Question: "By how many standard deviations of a document's frequency do the means differ?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "NaN where there are fewer than three documents or an empty side, or where neither side scatters.",
	Sources: []string{"Cohen 1988", "Hedges & Olkin 1985", "Brezina 2018"},
	Variants: []Variant[Samples]{
		{Name: "pooled", Formula: "(x̄−ȳ)/s, s² = ((n−1)s_x² + (m−1)s_y²)/(n+m−2)",
			LaTeX: `\frac{\bar x-\bar y}{s},\;s^2=\frac{(n-1)s_x^2+(m-1)s_y^2}{n+m-2}`, Peers: []string{"scattertext", "lancsbox"},
			Value:    func(s Samples, _ *Options) float64 { return cohensD(s) },
			Interval: func(s Samples, o *Options) Interval { return cohenInterval(s, o, 1) }},
	},
	Example: samplesExample, Result: 1.88783373009,
	Doubts: doubtSamples,
}

// docHedgesG is Cohen's d without its bias for few documents.
var docHedgesG = &Measure[Samples]{
	Name: "hedges_g", Symbol: "g", English: "Hedges's g", Korean: "헤지스의 g",
	Question: "The same as cohens_d, corrected for few documents: by how many standard deviations do the means differ?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf,
	Zero:    "NaN where there are fewer than three documents or an empty side, or where neither side scatters.",
	Sources: []string{"Hedges 1981"},
	Variants: []Variant[Samples]{
		{Name: "approximate", Formula: "d·(1 − 3/(4(n+m−2) − 1))", LaTeX: `d\left(1-\frac{3}{4(n+m-2)-1}\right)`,
			Peers:    []string{"scattertext"},
			Value:    func(s Samples, _ *Options) float64 { return cohensD(s) * hedgesApproximate(s) },
			Interval: func(s Samples, o *Options) Interval { return cohenInterval(s, o, hedgesApproximate(s)) }},
		{Name: "exact", Formula: "d·Γ(ν/2)/(√(ν/2)·Γ((ν−1)/2)), ν = n+m−2",
			LaTeX:    `d\,\frac{\Gamma(\nu/2)}{\sqrt{\nu/2}\,\Gamma((\nu-1)/2)},\;\nu=n+m-2`,
			Value:    func(s Samples, _ *Options) float64 { return cohensD(s) * hedgesExact(s) },
			Interval: func(s Samples, o *Options) Interval { return cohenInterval(s, o, hedgesExact(s)) }},
	},
	Example: samplesExample, Result: 1.67807442674,
	Doubts: doubtSamples,
}

func hedgesApproximate(s Samples) float64 { return 1 - 3/(4*(s.nx()+s.ny()-2)-1) }

func hedgesExact(s Samples) float64 {
	nu := s.nx() + s.ny() - 2
	// Γ(ν/2)/Γ((ν−1)/2) = √π/B((ν−1)/2, ½)
	return math.Exp(0.5*math.Log(math.Pi)-special.LogBeta((nu-1)/2, 0.5)) / math.Sqrt(nu/2)
}

func cohensD(s Samples) float64 {
	n, m := s.nx(), s.ny()
	if s.invalid() || n+m < 3 {
		return nan
	}
	mx, vx := moments(s.X, s.ZeroX)
	my, vy := moments(s.Y, s.ZeroY)
	sum := 0.0 // a side of one document has no scatter to add
	if n > 1 {
		sum += (n - 1) * vx
	}
	if m > 1 {
		sum += (m - 1) * vy
	}
	sd := math.Sqrt(sum / (n + m - 2))
	if sd == 0 {
		return nan
	}
	return (mx - my) / sd
}

// cohenInterval is J·(d ± z·√((n+m)/(nm) + d²/(2(n+m)))), J being Hedges's factor.
func cohenInterval(s Samples, o *Options, j float64) Interval {
	d, n, m := cohensD(s), s.nx(), s.ny()
	w := special.NormalUpperQuantile(o.alpha()/2) * math.Sqrt((n+m)/(n*m)+d*d/(2*(n+m)))
	return Interval{j * (d - w), j * (d + w)}
}
