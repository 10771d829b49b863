package stats

import "math"

// divHDD asks for the expected TTR of a random sample of 42 tokens, exactly: what vocd samples.
var divHDD = &Measure[*Sequence]{
	Name: "hdd", Symbol: "HD-D", English: "HD-D (hypergeometric diversity)", Korean: "HD-D",
	Question: "What is the expected type–token ratio of 42 tokens drawn at random?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: 1,
	Zero:    "NaN for texts shorter than the sample.",
	Sources: []string{"McCarthy & Jarvis 2007", "McCarthy & Jarvis 2010"},
	Variants: []Variant[*Sequence]{
		{Name: "ttr", Formula: "Σᵥ [1 − C(N−fᵥ, 42)/C(N, 42)]/42",
			LaTeX: `\frac{1}{42}\sum_v\left[1-\binom{N-f_v}{42}\Big/\binom{N}{42}\right]`,
			Peers: []string{"wordless"},
			Value: func(s *Sequence, o *Options) float64 {
				n := o.hddSample()
				if s.n < n {
					return nan
				}
				return s.expectedTypes(n) / float64(n)
			}},
		{Name: "types", Formula: "Σᵥ [1 − C(N−fᵥ, 42)/C(N, 42)]",
			LaTeX: `\sum_v\left[1-\binom{N-f_v}{42}\Big/\binom{N}{42}\right]`,
			Scale: &Scale{Varied, 0, inf}, // the size of the sample is the bound, and a choice
			Value: func(s *Sequence, o *Options) float64 {
				n := o.hddSample()
				if s.n < n {
					return nan
				}
				return s.expectedTypes(n)
			}},
	},
	Example: sequenceExample, Result: 0.693105968097,
	Doubts: doubtShort((*Options).hddSample),
}

// divVocdD fits the curve TTR(n) = (D/n)(√(1+2n/D) − 1) to the TTR of samples of 35 to 50 tokens. The program vocd draws the
// samples; here their expected TTR is exact, so the same text always has the same D.
var divVocdD = &Measure[*Sequence]{
	Name: "vocd_d", Symbol: "D (vocd)", English: "vocd-D", Korean: "vocd-D",
	Question: "Which D makes the theoretical fall of the type–token ratio fit samples of 35 to 50 tokens?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: inf,
	Zero:    "+Inf where all words are different. NaN for texts of fewer than 50 tokens.",
	Sources: []string{"Malvern et al. 2004", "McCarthy & Jarvis 2007"},
	Variants: []Variant[*Sequence]{
		{Name: "exact", Formula: "D that minimises Σₙ (E[V(n)]/n − (D/n)(√(1+2n/D) − 1))², n = 35…50",
			LaTeX: `\arg\min_D\sum_{n=35}^{50}\left(\frac{E[V(n)]}{n}-\frac Dn\left(\sqrt{1+\tfrac{2n}{D}}-1\right)\right)^2`,
			Value: func(s *Sequence, _ *Options) float64 { return s.vocd() }},
	},
	Example: sequenceExample, Result: 32.6116683414,
	Doubts: doubtShort(func(*Options) uint64 { return 50 }),
}

func (s *Sequence) vocd() float64 {
	const from, to = 35, 50
	if s.n < to {
		return nan
	}
	if s.V() == s.n {
		return inf
	}
	var ttr [to - from + 1]float64
	for i := range ttr {
		n := uint64(from + i)
		ttr[i] = s.expectedTypes(n) / float64(n)
	}
	// The derivative of the sum of squares by ln D, over 2. The model rises with D, so the sum falls and then rises.
	derivative := func(lnD float64) (sum float64) {
		d := math.Exp(lnD)
		for i, t := range ttr {
			n := float64(from + i)
			root := math.Sqrt(1 + 2*n/d)
			model := 2 / (1 + root) // (D/n)(root − 1) without cancellation
			// d model/d ln D = 2n/(D·root·(1+root)²)
			sum += (model - t) * (2 * n / d) / (root * (1 + root) * (1 + root))
		}
		return sum
	}
	lo, hi := math.Log(1e-6), math.Log(1e12)
	for range 200 {
		mid := lo + (hi-lo)/2
		if mid == lo || mid == hi {
			break
		}
		if derivative(mid) < 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	return math.Exp(lo + (hi-lo)/2)
}
