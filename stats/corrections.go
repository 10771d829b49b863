package stats

import (
	"cmp"
	"math"
	"slices"

	"kstat/internal/special"
)

// Correction is a way to correct probabilities for the number of tests that were made: among 10,000 words that belong
// equally to both corpora, 500 have p < 0.05.
type Correction struct {
	// Name is what a flag takes: "bh".
	Name string
	// English and Korean are the correction's names in prose.
	English, Korean string
	// Controls says which error rate stays below α when p_adj < α is the criterion.
	Controls string
	// Formula gives the adjusted p of the i-th smallest of m, p₍ᵢ₎, in Unicode.
	Formula, LaTeX string
	// Sources are keys of references.
	Sources []string

	// adjust turns the logarithms p, in rising order, each other than the next, into the adjusted ones. p[i] is that of the
	// tests of which the first has rank firstRank, from 1, and the last has rank last[i].
	adjust func(p []float64, last []uint64, m float64)
}

// firstRank gives the rank of the first of the tests that have the i-th probability.
func firstRank(last []uint64, i int) uint64 {
	if i == 0 {
		return 1
	}
	return last[i-1] + 1
}

// Corrections are all corrections; the first is the default.
var Corrections = []*Correction{
	{Name: "bh", English: "Benjamini–Hochberg", Korean: "벤저미니–호크버그 (FDR)",
		Controls: "false discovery rate: the expected share of chance findings among the words called key",
		Formula:  "min_{j≥i} m·p₍ⱼ₎/j", LaTeX: `\min_{j\ge i}\frac{m\,p_{(j)}}{j}`,
		Sources: []string{"Benjamini & Hochberg 1995"},
		adjust:  func(p []float64, last []uint64, m float64) { stepUp(p, last, math.Log(m)) }},
	{Name: "holm", English: "Holm", Korean: "홀름",
		Controls: "family-wise error rate: the probability of any chance finding at all",
		Formula:  "max_{j≤i} (m−j+1)·p₍ⱼ₎", LaTeX: `\max_{j\le i}(m-j+1)\,p_{(j)}`,
		Sources: []string{"Holm 1979"},
		adjust: func(p []float64, last []uint64, m float64) {
			most := math.Inf(-1)
			for i := range p { // of equal ones the first is multiplied by most
				most = math.Max(most, p[i]+math.Log(m-float64(firstRank(last, i)-1)))
				p[i] = most
			}
		}},
	{Name: "bonferroni", English: "Bonferroni", Korean: "본페로니",
		Controls: "family-wise error rate: the probability of any chance finding at all",
		Formula:  "m·p", LaTeX: `m\,p`,
		Sources: []string{"Dunn 1961"},
		adjust: func(p []float64, _ []uint64, m float64) {
			for i := range p {
				p[i] += math.Log(m)
			}
		}},
	{Name: "sidak", English: "Šidák", Korean: "시다크",
		Controls: "family-wise error rate, exactly where the tests are independent",
		Formula:  "1 − (1−p)ᵐ", LaTeX: `1-(1-p)^m`,
		Sources: []string{"Šidák 1967"},
		adjust: func(p []float64, _ []uint64, m float64) {
			for i := range p {
				p[i] = sidak(p[i], m)
			}
		}},
	{Name: "by", English: "Benjamini–Yekutieli", Korean: "벤저미니–예쿠티엘리 (FDR)",
		Controls: "false discovery rate, however the tests depend on each other",
		Formula:  "min_{j≥i} m·p₍ⱼ₎/j · Σ_{k≤m} 1/k", LaTeX: `\min_{j\ge i}\frac{m\,p_{(j)}}{j}\sum_{k=1}^m\frac1k`,
		Sources: []string{"Benjamini & Yekutieli 2001"},
		adjust: func(p []float64, last []uint64, m float64) {
			stepUp(p, last, math.Log(m)+math.Log(harmonic(m)))
		}},
	{Name: "none", English: "none", Korean: "보정 없음",
		Controls: "nothing: α is the error rate of each single word",
		Formula:  "p", LaTeX: `p`,
		adjust: func([]float64, []uint64, float64) {}},
}

// FindCorrection gives the correction called name; ok is false where there is none.
func FindCorrection(name string) (c *Correction, ok bool) {
	for _, c := range Corrections {
		if c.Name == name {
			return c, true
		}
	}
	return nil, false
}

// Adjust gives the adjusted probability of each of p, in the order of p, never above 1.
//
// The family is what was tested together: m tests, of which p are the smallest (or all: m = 0). Words that were tested
// but are not shown, because a table was cut to its top, belong to the family; words that a frequency threshold kept from
// being tested don't. NaN stays NaN and is no member. It panics if m is positive and smaller than the number of p.
func (c *Correction) Adjust(p []Prob, m uint64) []Prob { return c.AdjustTimes(p, nil, m) }

// AdjustTimes is Adjust for probabilities of which each was that of several tests: p[i] of times[i] tests. 900,000 words have
// some 10,000 different counts, and equal probabilities are adjusted alike. A nil times means once each; it panics if there
// are more of one than of the other.
func (c *Correction) AdjustTimes(p []Prob, times []uint64, m uint64) []Prob {
	if times != nil && len(times) != len(p) {
		panic("stats: probabilities and how often each was found differ in number")
	}
	out := make([]Prob, len(p))
	order := make([]int, 0, len(p))
	tests := uint64(0)
	of := func(i int) uint64 {
		if times == nil {
			return 1
		}
		return times[i]
	}
	for i := range p {
		if out[i] = p[i]; !math.IsNaN(float64(p[i])) && of(i) > 0 {
			order = append(order, i)
			tests += of(i)
		}
	}
	switch {
	case m == 0:
		m = tests
	case m < tests:
		panic("stats: a family of tests smaller than the tests in it")
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	var different []float64
	var last []uint64
	rank := uint64(0)
	for _, i := range order {
		rank += of(i)
		if n := len(different); n > 0 && different[n-1] == float64(p[i]) {
			last[n-1] = rank
			continue
		}
		different, last = append(different, float64(p[i])), append(last, rank)
	}
	adjusted := slices.Clone(different)
	c.adjust(adjusted, last, float64(m))
	at := 0
	for _, i := range order {
		if different[at] != float64(p[i]) {
			at++
		}
		out[i] = Prob(math.Min(0, adjusted[at]))
	}
	return out
}

// stepUp turns the logarithms p into min_{j≥i} (p_j + lnM − ln j); of equal ones the last has the least. The probabilities of
// the family that are not there, which are larger, can't lower a minimum, as theirs are 1 at most.
func stepUp(p []float64, last []uint64, lnM float64) {
	least := 0.0
	for i := len(p) - 1; i >= 0; i-- {
		least = math.Min(least, p[i]+lnM-math.Log(float64(last[i])))
		p[i] = least
	}
}

// sidak gives ln(1 − (1−e^l)^m).
func sidak(l, m float64) float64 {
	if l == 0 {
		return 0
	}
	rest := m * special.Log1mExp(l) // ln (1−p)^m
	if rest > -1e-300 {
		return l + math.Log(m) // p so small that 1−p is 1 in any float64
	}
	return special.Log1mExp(rest)
}

// harmonic gives Σ_{k≤m} 1/k: summed up to 1,000, and from there ln m + γ + 1/2m − 1/12m² + …, whose error is below 1e-15.
func harmonic(m float64) float64 {
	if m <= 1000 {
		sum := 0.0
		for k := m; k >= 1; k-- {
			sum += 1 / k
		}
		return sum
	}
	const gamma = 0.57721566490153286060651209008240243
	return math.Log(m) + gamma + 1/(2*m) - 1/(12*m*m)
}

// BonferroniLevel gives the error level α/m at which each of m tests is made so that their family has α at most.
func BonferroniLevel(alpha float64, m uint64) float64 { return alpha / float64(m) }

// SidakLevel gives 1−(1−α)^(1/m), the level that m independent tests need so that their family has exactly α.
func SidakLevel(alpha float64, m uint64) float64 {
	return -math.Expm1(math.Log1p(-alpha) / float64(m))
}
