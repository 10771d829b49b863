package stats

// DocumentTests are the measures of keyness that take documents, not occurrences, for what was sampled. Letters in the
// formulas: x₁…x_n and y₁…y_m are the word's relative frequencies in the n documents of the target and the m of the
// reference, x̄ ȳ s_x² s_y² their means and unbiased variances.
var DocumentTests = Family[Samples]{Name: "document test", Rows: []*Measure[Samples]{
	docMannWhitney, docWelch, docPermutation, docCohensD, docHedgesG, docCliffsDelta, docZeta,
}}

// samplesExample is the input of the worked examples: a word per thousand tokens in five and four documents.
var samplesExample = Samples{X: []float64{4.1, 2.7, 5.6, 3.3, 6.2}, Y: []float64{1.9, 3, 2.2, 0.7}}
