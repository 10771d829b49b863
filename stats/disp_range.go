package stats

import "math"

// dispRange is the oldest measure of dispersion: in how many parts is the word at all?
var dispRange = &Measure[Spread]{
	Name: "range", Symbol: "range", English: "range", Korean: "출현 범위",
	Question: "In how many parts does the word occur?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "0 for a word that does not occur. NaN where there are no parts.",
	Sources: []string{"Keniston 1920"},
	Variants: []Variant[Spread]{
		{Name: "parts", Formula: "#(vᵢ > 0)", LaTeX: `\#(v_i>0)`,
			Peers: []string{"antconc", "wordsmith", "tlda", "scattertext"},
			Value: func(s Spread, _ *Options) float64 {
				if s.parts() == 0 {
					return nan
				}
				return float64(s.In())
			}},
		{Name: "share", Formula: "#(vᵢ > 0)/n", LaTeX: `\frac{\#(v_i>0)}{n}`, Peers: []string{"tlda"},
			Scale: &Scale{Undirected, 0, 1},
			Value: func(s Spread, _ *Options) float64 { return float64(s.In()) / float64(s.parts()) }},
	},
	Example: spreadExample, Result: 5,
}

// dispVC is the coefficient of variation of the counts: 0 where all parts have the word equally often, √(n−1) where one part
// has it alone. It takes the parts for equally large.
var dispVC = &Measure[Spread]{
	Name: "vc", Symbol: "VC", English: "coefficient of variation", Korean: "변동 계수",
	Question: "How large is the scatter of the counts, in units of their mean?",
	Role:     Effect, Sign: Uneven, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Gries 2020"},
	Variants: []Variant[Spread]{
		{Name: "counts", Formula: "sd(v)/mean(v), sd with n",
			LaTeX: `\frac{\mathrm{sd}(v)}{\bar v}`, Peers: []string{"scattertext"},
			Value: onSpread(func(s Spread) float64 { return variation(s, countsOf) })},
		{Name: "frequencies", Formula: "sd(p)/mean(p), sd with n", LaTeX: `\frac{\mathrm{sd}(p)}{\bar p}`,
			Value: onSpread(func(s Spread) float64 { return variation(s, frequenciesOf) })},
	},
	Example: spreadExample, Result: 0.471404520791,
	Doubts: doubtUnequal,
}

// What a part is represented by: its count, or its relative frequency.
func countsOf(v, _ uint64) float64         { return float64(v) }
func frequenciesOf(v, size uint64) float64 { return float64(v) / float64(size) }

// variation gives the coefficient of variation over all parts, those without the word included.
func variation(s Spread, of func(v, size uint64) float64) float64 {
	n, k, sum := float64(s.Parts.n), 0.0, 0.0
	s.each(func(v, size uint64) {
		sum += of(v, size)
		k++
	})
	mean := sum / n
	squares := (n - k) * mean * mean
	s.each(func(v, size uint64) {
		d := of(v, size) - mean
		squares += d * d
	})
	return math.Sqrt(squares/n) / mean
}

// dispJuillandD is 1 less the coefficient of variation over its greatest possible value. It rises towards 1 with the number
// of parts whatever the word does, so values of corpora with different numbers of parts don't compare (Biber and others
// 2016).
var dispJuillandD = &Measure[Spread]{
	Name: "juilland_d", Symbol: "D", English: "Juilland's D", Korean: "주이양의 D",
	Question: "How even is the spread, from 0 (all in one part) to 1 (as frequent in each)?",
	Role:     Effect, Sign: Even, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Juilland & Chang-Rodríguez 1964", "Gries 2020"},
	Variants: []Variant[Spread]{
		{Name: "frequencies", Formula: "1 − (sd(p)/mean(p))/√(n−1)", LaTeX: `1-\frac{\mathrm{sd}(p)}{\bar p\sqrt{n-1}}`,
			Peers: []string{"tlda", "scattertext"},
			Value: onSpread(func(s Spread) float64 { return juillandD(s, frequenciesOf) })},
		{Name: "counts", Formula: "1 − (sd(v)/mean(v))/√(n−1)", LaTeX: `1-\frac{\mathrm{sd}(v)}{\bar v\sqrt{n-1}}`,
			Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return juillandD(s, countsOf) })},
	},
	Example: spreadExample, Result: 0.78515045345,
	Doubts: doubtSpread,
}

func juillandD(s Spread, of func(v, size uint64) float64) float64 {
	switch {
	case s.Parts.n == 1:
		return nan
	case s.In() == 1:
		return 0 // √(n−1) over itself, which rounding would leave at 1e-16
	}
	return math.Max(0, 1-variation(s, of)/math.Sqrt(float64(s.Parts.n)-1))
}

// dispCarrollD2 is the entropy of the word's distribution over the parts, relative to the greatest possible one.
var dispCarrollD2 = &Measure[Spread]{
	Name: "carroll_d2", Symbol: "D₂", English: "Carroll's D₂", Korean: "캐럴의 D2",
	Question: "How uncertain is it which part an occurrence comes from, from 0 (certain) to 1 (any)?",
	Role:     Effect, Sign: Even, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Carroll 1970"},
	Variants: []Variant[Spread]{
		{Name: "frequencies", Formula: "−Σ rᵢ·log₂ rᵢ/log₂ n, rᵢ = pᵢ/Σp",
			LaTeX: `-\frac{\sum r_i\log_2 r_i}{\log_2 n},\;r_i=\frac{p_i}{\sum p}`,
			Peers: []string{"tlda"},
			Value: onSpread(func(s Spread) float64 { return carrollD2(s, frequenciesOf) })},
		{Name: "counts", Formula: "−Σ qᵢ·log₂ qᵢ/log₂ n", LaTeX: `-\frac{\sum q_i\log_2 q_i}{\log_2 n}`,
			Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return carrollD2(s, countsOf) })},
	},
	Example: spreadExample, Result: 0.937921303298,
	Doubts: doubtSpread,
}

func carrollD2(s Spread, of func(v, size uint64) float64) float64 {
	if s.Parts.n == 1 {
		return nan
	}
	sum := 0.0
	s.each(func(v, size uint64) { sum += of(v, size) })
	h := 0.0
	s.each(func(v, size uint64) {
		r := of(v, size) / sum
		h -= r * math.Log(r)
	})
	return math.Min(1, math.Max(0, h)/math.Log(float64(s.Parts.n)))
}

// dispRosengrenS compares the distribution of the word with that of the tokens by their Bhattacharyya coefficient, squared.
var dispRosengrenS = &Measure[Spread]{
	Name: "rosengren_s", Symbol: "S", English: "Rosengren's S", Korean: "로센그렌의 S",
	Question: "How even is the spread, given the sizes of the parts?",
	Role:     Effect, Sign: Even, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Rosengren 1971"},
	Variants: []Variant[Spread]{
		{Name: "sized", Formula: "(Σ√(vᵢ·sᵢ))²/f", LaTeX: `\frac{\left(\sum\sqrt{v_is_i}\right)^2}{f}`,
			Peers: []string{"tlda", "scattertext"},
			Value: onSpread(func(s Spread) float64 { return rosengrenS(s) / float64(s.Frequency()) })},
		{Name: "equal", Formula: "(Σ√vᵢ)²/(n·f)", LaTeX: `\frac{\left(\sum\sqrt{v_i}\right)^2}{nf}`,
			Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return sumOfRoots(s) / float64(s.Frequency()) })},
	},
	Example: spreadExample, Result: 0.949816342304,
	Doubts: doubtSpread,
}

// rosengrenS gives (Σ√(vᵢ·sᵢ))².
func rosengrenS(s Spread) float64 {
	sum := 0.0
	s.each(func(v, size uint64) { sum += math.Sqrt(float64(v) * float64(size)) })
	return sum * sum / float64(s.Parts.total)
}

// sumOfRoots gives (Σ√vᵢ)²/n.
func sumOfRoots(s Spread) float64 {
	sum := 0.0
	s.each(func(v, _ uint64) { sum += math.Sqrt(float64(v)) })
	return sum * sum / float64(s.Parts.n)
}

// dispZhangDC is the mean root of the counts, squared, over their mean.
var dispZhangDC = &Measure[Spread]{
	Name: "zhang_dc", Symbol: "DC", English: "Zhang's distributional consistency", Korean: "장의 분포 일관성",
	Question: "How even is the spread over parts of equal size?",
	Role:     Effect, Sign: Even, Lo: 0, Hi: 1,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Zhang et al. 2004"},
	Variants: []Variant[Spread]{
		{Name: "equal", Formula: "(Σ√vᵢ/n)²/(f/n)",
			LaTeX: `\frac{\left(\sum\sqrt{v_i}/n\right)^2}{f/n}`, Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return sumOfRoots(s) / float64(s.Frequency()) })},
	},
	Example: spreadExample, Result: 0.936846607773,
	Doubts: doubtUnequal,
}

// dispLyneD3 is χ² of the counts, bent so that 1 is an even spread. It is negative for very uneven ones: its least value,
// 1 − (n−1)/4, falls with the number of parts.
var dispLyneD3 = &Measure[Spread]{
	Name: "lyne_d3", Symbol: "D₃", English: "Lyne's D₃", Korean: "라인의 D3",
	Question: "How far are the counts from an even spread, as χ² measures it?",
	Role:     Effect, Sign: Even, Lo: -inf, Hi: 1,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Lyne 1985"},
	Variants: []Variant[Spread]{
		{Name: "equal", Formula: "1 − χ²/(4f), χ² = Σ(vᵢ − f/n)²/(f/n)",
			LaTeX: `1-\frac{\chi^2}{4f},\;\chi^2=\sum\frac{(v_i-f/n)^2}{f/n}`,
			Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 {
				// χ²/f = VC²
				vc := variation(s, countsOf)
				return 1 - vc*vc/4
			})},
		{Name: "sized", Formula: "1 − χ²/(4f), χ² = Σ(vᵢ − f·sᵢ)²/(f·sᵢ)",
			LaTeX: `1-\frac{\chi^2}{4f},\;\chi^2=\sum\frac{(v_i-fs_i)^2}{fs_i}`,
			Value: onSpread(func(s Spread) float64 {
				chi := 0.0 // over f
				chi += s.departures(func(share, u float64) { chi += share * u * u })
				return 1 - chi/4
			})},
	},
	Example: spreadExample, Result: 0.944444444444,
	Doubts: doubtUnequal,
}
