package stats

import "kstat/internal/special"

// assocChi2 is Pearson's χ² of the 2×2 table, signed. It overstates rare pairs badly: where an expected count is below 5
// its distribution is not χ² (a warning says so).
var assocChi2 = &Measure[Pair]{
	Name: "chi2", Symbol: "χ²", English: "chi-squared", Korean: "카이제곱",
	Question: "How far are the counts from what independence expects, in units of their chance variation?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "Empty cells are no exception. NaN where a margin is empty, or where the counts make no 2×2 table.",
	Sources: []string{"Pearson 1900"},
	Variants: []Variant[Pair]{
		{Name: "signed", Formula: "N·(O₁₁O₂₂ − O₁₂O₂₁)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁",
			LaTeX: `\operatorname{sgn}(O_{11}-E_{11})\,\frac{N(O_{11}O_{22}-O_{12}O_{21})^2}{R_1R_2C_1C_2}`,
			Peers: []string{"ucs"},
			Value: signedCells[Pair](cellsChi2), P: chi2Of(signedCells[Pair](cellsChi2))},
		{Name: "unsigned", Formula: "N·(O₁₁O₂₂ − O₁₂O₂₁)²/(R₁R₂C₁C₂)",
			LaTeX: `\frac{N(O_{11}O_{22}-O_{12}O_{21})^2}{R_1R_2C_1C_2}`,
			Peers: []string{"antconc", "khcoder", "nltk"},
			Scale: &Scale{Unsigned, 0, inf},
			Value: onCells[Pair](cellsChi2), P: chi2Of(onCells[Pair](cellsChi2))},
	},
	Example: pairExample, Result: 469.208211144,
	Doubts: doubtCells,
}

// assocChi2Yates is χ² with Yates's correction for continuity: the difference of each cell from its expectation is made
// smaller by ½, because counts are whole. Taken to the letter (as UCS does) the correction overshoots where the
// difference is below ½ anyway, and the value rises again towards independence; the clipped variant, which R and SciPy
// use, gives 0 there.
var assocChi2Yates = &Measure[Pair]{
	Name: "chi2_yates", Symbol: "χ² (Yates)", English: "chi-squared with Yates's correction", Korean: "예이츠 보정 카이제곱",
	Question: "The same as chi2, with a correction for whole counts: how far are they from independence?",
	Role:     Significance, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "Empty cells are no exception. NaN where a margin is empty, or where the counts make no 2×2 table.",
	Sources: []string{"Yates 1934"},
	Variants: []Variant[Pair]{
		{Name: "signed", Formula: "N·(|O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁",
			LaTeX: `\operatorname{sgn}(O_{11}-E_{11})\,\frac{N(|O_{11}O_{22}-O_{12}O_{21}|-N/2)^2}{R_1R_2C_1C_2}`,
			Peers: []string{"ucs"},
			Value: signedCells[Pair](yates), P: chi2Of(signedCells[Pair](yates))},
		{Name: "clipped", Formula: "N·max(0, |O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁",
			LaTeX: `\operatorname{sgn}(O_{11}-E_{11})\,\frac{N\max(0,|O_{11}O_{22}-O_{12}O_{21}|-N/2)^2}{R_1R_2C_1C_2}`,
			Peers: []string{"r", "scipy"},
			Value: signedCells[Pair](yatesClipped), P: chi2Of(signedCells[Pair](yatesClipped))},
	},
	Example: pairExample, Result: 445.088485663,
	Doubts: doubtCorrection(doubtCells),
}

// assocPhi2 is χ² per observation, the squared correlation of the two words as 0/1 variables: an effect, where χ² is
// evidence.
var assocPhi2 = &Measure[Pair]{
	Name: "phi2", Symbol: "φ²", English: "mean square contingency", Korean: "파이 제곱",
	Question: "What share of the variation of one word does the other explain?",
	Role:     Effect, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "Empty cells are no exception. NaN where a margin is empty, or where the counts make no 2×2 table.",
	Sources: []string{"Church & Gale 1991"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "(O₁₁O₂₂ − O₁₂O₂₁)²/(R₁R₂C₁C₂)",
			LaTeX: `\frac{(O_{11}O_{22}-O_{12}O_{21})^2}{R_1R_2C_1C_2}`,
			Peers: []string{"nltk", "wordless"},
			Value: onCells[Pair](func(t special.Cells) float64 { return cellsChi2(t) / total(t) })},
	},
	Example: pairExample, Result: 0.0469208211144,
	Doubts: doubtCells,
}
