// Package special computes probabilities of the common distributions, and the functions they are made of, so that
// they are right in the tails too.
//
// Corpus statistics live in the tails. A word that is twenty times as frequent in one corpus of ten million words as
// in another has p = 1e-40000, which no float64 holds, and a family of 700,000 words asks for quantiles at 1e-9. The
// usual ways fail there: 1−CDF stops at 1e-16, and sums of log-gammas lose six digits at counts of a thousand million.
// So every tail of this package
//
//   - is computed on its own side, never as one minus the other one where that would cancel;
//   - comes as a natural logarithm too (the functions whose name holds Log), so that it has no smallest value;
//   - rests on two functions that are free of cancellation, [Deviance] and [StirlingError], which make up what Loader
//     calls the saddle-point form of a density.
//
// The relative error is below 1e-12, of p while float64 can hold p, and of ln p beyond. What gonum has right (normal
// quantiles) is taken from gonum.
//
// Functions give NaN where a parameter lies outside its domain, and panic never.
package special
