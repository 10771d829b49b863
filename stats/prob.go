package stats

import (
	"math"
	"strconv"

	"kstat/internal/special"
)

// Prob is a probability, held as its natural logarithm so that it can be as small as 1e-1000000. Prob(0) is certainty,
// Prob(-Inf) impossibility.
type Prob float64

// Float gives the probability itself, 0 where it is below float64's range (5e-324).
func (p Prob) Float() float64 { return math.Exp(float64(p)) }

// Log10 gives the decimal logarithm: -300000 for 1e-300000.
func (p Prob) Log10() float64 { return float64(p) / math.Ln10 }

// String writes the probability in decimal, with 6 significant digits and never as 0 unless it is: "0.05",
// "1.30142e-300000".
func (p Prob) String() string { return p.Format(6) }

// Format writes the probability with at most the given number of significant digits. Below 1e-4 it has an exponent.
// The digits of a probability of 1e-300000 are right to ten places only: a logarithm that large holds no more.
func (p Prob) Format(digits int) string {
	if p > -700 || math.IsInf(float64(p), -1) || math.IsNaN(float64(p)) {
		return strconv.FormatFloat(p.Float(), 'g', digits, 64)
	}
	l := p.Log10()
	exp := math.Floor(l)
	// The mantissa is in [1, 10); FormatFloat may round it up to 10.
	s := strconv.FormatFloat(math.Pow(10, l-exp), 'g', digits, 64)
	if s == "10" {
		s, exp = "1", exp+1
	}
	return s + "e" + strconv.FormatFloat(exp, 'f', 0, 64)
}

// chi2P gives the tail of χ² with one degree of freedom: the p of a log-likelihood or χ² of a 2×2 table, signed or not.
func chi2P(x float64) Prob { return Prob(special.ChiSquaredLogSurvival(math.Abs(x), 1)) }

// twoSidedZ gives P(|Z| > |z|).
func twoSidedZ(z float64) Prob { return chi2P(z * z) }

// probability completes a variant whose value is a probability.
func probability[In any](v Variant[In], p func(In, *Options) Prob) Variant[In] {
	v.P = p
	v.Value = func(in In, o *Options) float64 { return p(in, o).Float() }
	return v
}

// chi2Of makes the p of a value that follows χ² with one degree of freedom.
func chi2Of[In any](value func(In, *Options) float64) func(In, *Options) Prob {
	return func(in In, o *Options) Prob { return chi2P(value(in, o)) }
}

// zOf makes the two-sided p of a value that is standard normal.
func zOf[In any](value func(In, *Options) float64) func(In, *Options) Prob {
	return func(in In, o *Options) Prob { return twoSidedZ(value(in, o)) }
}
