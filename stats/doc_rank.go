package stats

import (
	"math"

	"kstat/internal/special"
)

// docMannWhitney is the Mann–Whitney U test (Wilcoxon's rank-sum test): do documents of one side tend to have more of the
// word than those of the other? It looks at the order of the frequencies only, so that an outlier weighs no more than
// any other document. Two-sided.
//
// As in R's wilcox.test, p is exact where both sides have fewer than 50 documents and no two values are equal; otherwise it
// is that of a normal variable with the variance that the ties leave, with ½ as correction for continuity. Most words are
// absent from several documents, which makes them tied.
var docMannWhitney = &Measure[Samples]{
	Name: "mann_whitney_p", Symbol: "p (U)", English: "Mann–Whitney U test", Korean: "맨–휘트니 U 검정",
	Question: "How probable is it that chance puts the documents of the two sides so far apart in rank?",
	Role:     Probability, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "NaN where a side has no document, or where all values are equal.",
	Sources: []string{"Mann & Whitney 1947", "Kilgarriff 2001"},
	Variants: []Variant[Samples]{
		mannWhitneyVariant("auto", "exact where n, m < 50 and nothing is tied, else normal with ties and continuity corrected",
			`P(|U-nm/2|\ge|u-nm/2|)`, []string{"r"}, func(s Samples, u rankSum) float64 {
				if u.n < 50 && u.m < 50 && u.tied == 0 {
					return u.exact()
				}
				return u.normal(0.5)
			}),
		mannWhitneyVariant("normal", "P(|Z| > |U − nm/2|/σ), σ² = nm/12·(N+1 − Σ(t³−t)/(N(N−1))), t the sizes of ties",
			`P\left(|Z|>\frac{|U-nm/2|}{\sigma}\right),\;\sigma^2=\frac{nm}{12}\left(N+1-\frac{\sum(t^3-t)}{N(N-1)}\right)`,
			[]string{"wordless"}, func(s Samples, u rankSum) float64 { return u.normal(0) }),
		mannWhitneyVariant("continuity", "P(|Z| > (|U − nm/2| − ½)/σ)",
			`P\left(|Z|>\frac{|U-nm/2|-\frac12}{\sigma}\right)`, []string{"r", "scipy"},
			func(s Samples, u rankSum) float64 { return u.normal(0.5) }),
		mannWhitneyVariant("exact", "the share of the C(n+m, n) orders with U as far from nm/2; NaN where values are tied",
			`P(|U-nm/2|\ge|u-nm/2|)`, []string{"r", "scipy"}, func(s Samples, u rankSum) float64 {
				if u.tied > 0 {
					return nan
				}
				return u.exact()
			}),
	},
	Example: samplesExample, Result: 0.0317460317460,
	Doubts: func(s Samples, o *Options) []Warning {
		w := doubtSamples(s, o)
		if u := newRankSum(s); u.tied > 0 && u.n < 50 && u.m < 50 {
			w = append(w, Warning{Kind: Ties, Count: uint64(u.tied), Of: uint64(u.n + u.m)})
		}
		return w
	},
}

func mannWhitneyVariant(name, formula, latex string, peers []string, f func(Samples, rankSum) float64) Variant[Samples] {
	return probability(Variant[Samples]{Name: name, Formula: formula, LaTeX: latex, Peers: peers},
		func(s Samples, _ *Options) Prob {
			if s.invalid() {
				return Prob(nan)
			}
			return Prob(f(s, newRankSum(s)))
		})
}

// rankSum is what the rank tests need of two samples.
type rankSum struct {
	n, m  float64 // sizes of X and Y
	u     float64 // pairs (x, y) with x > y, plus half of those with x = y
	tied  float64 // values that are tied with another one
	cubes float64 // Σ t³−t over the groups of tied values
	level float64 // pairs (x, y) with x = y
}

func newRankSum(s Samples) rankSum {
	r := rankSum{n: s.nx(), m: s.ny()}
	below := 0.0 // values of Y below the group
	for _, g := range s.groups() {
		r.u += g.x * (below + g.y/2)
		r.level += g.x * g.y
		if t := g.x + g.y; t > 1 {
			r.tied += t
			r.cubes += t * (t - 1) * (t + 1)
		}
		below += g.y
	}
	return r
}

// normal gives ln p by the normal approximation, with the given correction for continuity.
func (r rankSum) normal(correction float64) float64 {
	total := r.n + r.m
	sd := math.Sqrt(r.n * r.m / 12 * (total + 1 - r.cubes/(total*(total-1))))
	if !(sd > 0) {
		return nan
	}
	z := math.Max(0, math.Abs(r.u-r.n*r.m/2)-correction) / sd
	return math.Min(0, special.NormalLogSurvival(z)+math.Ln2)
}

// exact gives ln p over all orders of untied values.
//
// The number of orders with U = u obeys N(u; n, m) = N(u−m; n−1, m) + N(u; n, m−1): the largest value is an X, which is
// above all m of Y, or a Y. Everything is a sum of positive terms, so counts beyond 2^53 lose nothing but rounding.
func (r rankSum) exact() float64 {
	n, m := int(r.n), int(r.m)
	// By symmetry U may be taken from the lower side.
	u := int(math.Min(r.u, r.n*r.m-r.u))
	// count[i][k] is N(k; i, j) for the j of the loop.
	count := make([][]float64, n+1)
	for i := range count {
		count[i] = make([]float64, u+1)
		count[i][0] = 1
	}
	for j := 1; j <= m; j++ {
		for i := 1; i <= n; i++ {
			for k := u; k >= j; k-- {
				count[i][k] += count[i-1][k-j]
			}
		}
	}
	sum := 0.0
	for k := 0; k <= u; k++ {
		sum += count[n][k]
	}
	all := 1.0
	for i := 1; i <= n; i++ {
		all = all * float64(m+i) / float64(i)
	}
	return math.Min(0, math.Log(2*sum/all))
}

// docCliffsDelta is the probability that a document of the target has more of the word than one of the reference, less the
// probability of the contrary: the effect that belongs to the Mann–Whitney test. Its interval is Feng and Cliff's, which
// stays within −1…1.
var docCliffsDelta = &Measure[Samples]{
	Name: "cliffs_delta", Symbol: "δ", English: "Cliff's delta", Korean: "클리프 델타",
	Question: "How much more often has a document of the target more of the word than one of the reference, than less?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1,
	Zero:    "0 where all values are equal. NaN where a side has no document.",
	Sources: []string{"Cliff 1993", "Feng & Cliff 2004"},
	Variants: []Variant[Samples]{
		{Name: "standard", Formula: "(#(xᵢ > yⱼ) − #(xᵢ < yⱼ))/(nm) = 2U/(nm) − 1",
			LaTeX: `\frac{\#(x_i>y_j)-\#(x_i<y_j)}{nm}`, Peers: []string{"scattertext"},
			Value: func(s Samples, _ *Options) float64 {
				if s.invalid() {
					return nan
				}
				r := newRankSum(s)
				return (2*r.u - r.n*r.m) / (r.n * r.m)
			},
			Interval: cliffInterval},
	},
	Example: samplesExample, Result: 0.9,
	Doubts: doubtSamples,
}

// cliffInterval is, with d the estimate, s² its unbiased variance and z the normal quantile,
//
//	(d − d³ ± z·s·√((1−d²)² + z²s²))/(1 − d² + z²s²)
func cliffInterval(in Samples, o *Options) Interval {
	if in.invalid() {
		return noInterval
	}
	r := newRankSum(in)
	n, m := r.n, r.m
	if n < 2 || m < 2 {
		return noInterval
	}
	d := (2*r.u - n*m) / (n * m)
	// s² = (m²Σ(dᵢ.−d)² + n²Σ(d.ⱼ−d)² − ΣΣ(dᵢⱼ−d)²)/(nm(n−1)(m−1)), dᵢⱼ the sign of xᵢ−yⱼ, dᵢ. and d.ⱼ its means.
	var rows, columns, belowX, belowY float64
	for _, g := range in.groups() {
		di := (belowY - (m - belowY - g.y)) / m
		dj := ((n - belowX - g.x) - belowX) / n
		rows += g.x * (di - d) * (di - d)
		columns += g.y * (dj - d) * (dj - d)
		belowX += g.x
		belowY += g.y
	}
	cells := n*m - r.level - n*m*d*d
	variance := (m*m*rows + n*n*columns - cells) / (n * m * (n - 1) * (m - 1))
	// The unbiased estimate can fall below 0; Cliff bounds it from below.
	variance = math.Max(variance, (1-d*d)/(n*m-1))
	z := special.NormalUpperQuantile(o.alpha() / 2)
	q := z * z * variance
	if 1-d*d+q == 0 {
		return Interval{d, d} // no overlap at all, and nothing to estimate a variance from
	}
	w := z * math.Sqrt(variance) * math.Sqrt((1-d*d)*(1-d*d)+q)
	return Interval{(d - d*d*d - w) / (1 - d*d + q), (d - d*d*d + w) / (1 - d*d + q)}
}

// docZeta is Craig's zeta: in how many documents (or segments of equal length, for which it was made) the word is, not how
// often. It finds the words of middle frequency that one side uses throughout and the other avoids.
var docZeta = &Measure[Samples]{
	Name: "zeta", Symbol: "ζ", English: "Craig's zeta", Korean: "크레이그 제타",
	Question: "What share of the target's documents has the word, plus what share of the reference's lacks it?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 2,
	Zero:    "0 where only the reference has the word, 2 where only the target has it, 1 where both have it alike (of difference −1, 1 and 0). NaN where a side is empty.",
	Sources: []string{"Burrows 2007", "Craig & Kinney 2009", "Newcombe 1998"},
	Variants: []Variant[Samples]{
		{Name: "craig", Formula: "#(xᵢ > 0)/n + #(yⱼ = 0)/m", LaTeX: `\frac{\#(x_i>0)}{n}+\frac{\#(y_j=0)}{m}`,
			Peers: []string{"scattertext", "stylo"},
			Value: func(s Samples, _ *Options) float64 { return zeta(s) + 1 },
			Interval: func(s Samples, o *Options) Interval {
				return zetaInterval(s, o).transform(func(x float64) float64 { return x + 1 })
			}},
		{Name: "difference", Formula: "#(xᵢ > 0)/n − #(yⱼ > 0)/m", LaTeX: `\frac{\#(x_i>0)}{n}-\frac{\#(y_j>0)}{m}`,
			Peers:    []string{"pydistinto"},
			Scale:    &Scale{Signed, -1, 1},
			Value:    func(s Samples, _ *Options) float64 { return zeta(s) },
			Interval: zetaInterval},
	},
	Example: samplesExample, Result: 1,
	Doubts: doubtSamples,
}

// having gives how many values are above 0.
func having(v []float64) (k float64) {
	for _, x := range v {
		if x > 0 {
			k++
		}
	}
	return k
}

func zeta(s Samples) float64 { return having(s.X)/s.nx() - having(s.Y)/s.ny() }

// zetaInterval is Newcombe's interval for a difference of proportions, which joins Wilson's intervals of the two.
func zetaInterval(s Samples, o *Options) Interval {
	if s.nx() == 0 || s.ny() == 0 {
		return noInterval
	}
	z := special.NormalUpperQuantile(o.alpha() / 2)
	wilson := func(k, n float64) (lo, hi float64) {
		mid, w := k+z*z/2, z*math.Sqrt(k*(n-k)/n+z*z/4)
		return (mid - w) / (n + z*z), (mid + w) / (n + z*z)
	}
	kx, ky, n, m := having(s.X), having(s.Y), s.nx(), s.ny()
	loX, hiX := wilson(kx, n)
	loY, hiY := wilson(ky, m)
	d := kx/n - ky/m
	return Interval{d - math.Hypot(kx/n-loX, hiY-ky/m), d + math.Hypot(hiX-kx/n, ky/m-loY)}
}
