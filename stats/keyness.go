package stats

// Keynesses are the measures of how much more a word belongs to the target than to the reference: the choices of compare.
//
// Letters in the formulas: the word stands a times in the target of c tokens and b times in the reference of d tokens;
// N = c+d, p₁ = a/c, p₂ = b/d, E₁ = c(a+b)/N, E₂ = d(a+b)/N.
var Keynesses = Family[Contrast]{Name: "keyness", Rows: []*Measure[Contrast]{
	keyG2, keyG2TwoTerm, keyChi2, keyChi2Yates, keyFisher, keyP,
	keyLogRatio, keyLRC, keyCLR, keyPctDiff, keyRelativeRisk, keyOddsRatio, keySimpleMaths, keyDiffCoef,
	keyBIC, keyELL, keyLogOddsPrior,
}}

// contrastExample is the input of every worked example.
var contrastExample = Contrast{A: 100, B: 50, C: 10000, D: 20000}
