package stats

// Dispersions are the measures of how evenly a word is spread over the parts of a corpus, and the frequencies adjusted by
// them: the choices of freq and dispersion.
//
// Letters in the formulas: n parts; the word stands vᵢ times in part i, f = Σvᵢ times in all; sᵢ is the part's share of the
// tokens, qᵢ = vᵢ/f its share of the word, pᵢ = vᵢ/sizeᵢ the word's relative frequency in it, N the tokens of the corpus,
// d₁…d_f the distances from each occurrence to the next, the last one going round to the first.
var Dispersions = Family[Spread]{Name: "dispersion", Rows: []*Measure[Spread]{
	dispRange, dispVC, dispJuillandD, dispCarrollD2, dispRosengrenS, dispDP, dispDPNorm, dispDA, dispDKL, dispLyneD3, dispZhangDC,
	dispARF, dispALD, dispAWT, dispU, dispUm, dispKF, dispFM, dispTfIdf,
}}

// spreadExample is Gries's toy corpus: a word 1, 2, 3, 4 and 5 times in parts of 9 to 11 words.
var spreadExample = Spread{
	Parts: NewParts([]uint64{9, 10, 10, 10, 11}),
	Index: []int{0, 1, 2, 3, 4}, Count: []uint64{1, 2, 3, 4, 5},
	Positions: []uint64{3, 10, 17, 19, 23, 28, 30, 31, 35, 38, 39, 42, 44, 47, 49},
}

// onSpread makes a value of a spread that is not empty a value of any: NaN for the empty one.
func onSpread(f func(Spread) float64) func(Spread, *Options) float64 {
	return func(s Spread, _ *Options) float64 {
		if s.empty() {
			return nan
		}
		return f(s)
	}
}
