package stats

// Associations are the measures of how strongly two words attract each other: the choices of collocations and
// collocates, and the weights of a network's edges.
//
// Letters in the formulas: O₁₁ how often the words occur together, f₁ and f₂ how often each occurs, N how much there is,
// E₁₁ = f₁f₂/N what independence expects; R₁ R₂ and C₁ C₂ the row and column sums of the 2×2 table of w1 and w2. With
// [Margins] other than [Plain], f₁, f₂ and N stand for the margins so defined.
var Associations = Family[Pair]{Name: "association", Rows: []*Measure[Pair]{
	assocG2, assocSimpleLL, assocChi2, assocChi2Yates, assocFisher, assocPoisson,
	assocPMI, assocNPMI, assocMI2, assocMI3, assocLocalMI, assocMILogF, assocMutualInformation, assocPoissonStirling,
	assocT, assocZ,
	assocDice, assocLogDice, assocJaccard, assocSimpson, assocCosine, assocMinSensitivity, assocMutualExpectation,
	assocDeltaP, assocDeltaPReverse, assocLiddell, assocPhi2, assocLift, assocDifferential,
	assocLogOdds, assocOddsRatio, assocLogRatio, assocLRC,
}}

// pairExample is the input of every worked example.
var pairExample = Pair{O11: 20, F1: 100, F2: 80, N: 10000}

// onMargins makes a value of O11 and the margins, as floats, a value of the pair: NaN where O11 is above a margin, as it is in
// impossible counts alone. What does not look at N needs no more of a 2×2 table than that.
func onMargins(f func(o11, f1, f2, n float64) float64) func(Pair, *Options) float64 {
	return func(p Pair, _ *Options) float64 {
		r1, c1, n := p.Table()
		if p.O11 > r1 || p.O11 > c1 {
			return nan
		}
		return f(float64(p.O11), float64(r1), float64(c1), float64(n))
	}
}

// onTable makes a value of a pair whose counts make a 2×2 table a value of any pair: NaN where they make none. It is for what
// has a bound that only shares of a table keep.
func onTable(f func(Pair) float64) func(Pair, *Options) float64 {
	return func(p Pair, _ *Options) float64 {
		if _, ok := p.cells(); !ok {
			return nan
		}
		return f(p)
	}
}
