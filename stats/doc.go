// Package stats computes the measures of corpus statistics: how strongly two words attract each other, how much more a
// word belongs to one corpus than to another, how evenly it is spread, how varied a text's vocabulary is, how alike two
// corpora are.
//
// It takes numbers and gives numbers. It knows no words, tokens or files: whoever calls it has counted already (package
// corpus does), so that each measure can be checked against R with three numbers.
//
// The package takes a stand on four things:
//
//   - A measure is a row in a table. [Associations], [Keynesses], [DocumentTests], [Grams], [Placed], [Dispersions],
//     [Diversities] and [Similarities] hold what there is: name, formula, range, meaning of its sign, source, and the variants other
//     programs compute under the same name. The rows are all that a command, a help page ([Sheets]) or a test needs.
//   - A number is exact or it says why not. Counts go up to 10^12, and nine digits are right from a log-likelihood of
//     1e-9 to one of 1e12; probabilities are held as logarithms ([Prob]), so that none underflows.
//   - Nothing is substituted silently. Where a formula has no value the result is NaN or an infinity, as the row says;
//     the half added to a zero cell is a variant with a name.
//   - Doubt travels with the number. Rows that rest on an approximation say when it is bad ([Warning]): expected counts
//     below 5, a word seen once, a text shorter than the window.
//
// Words used throughout: a token is one running word, a type one distinct word; the corpus under study is the target,
// the one it is compared with the reference; a hapax is a type seen once.
//
// Misuse by the programmer (slices of different lengths, [Options] outside their range) panics with a message that begins
// "stats:"; data never does.
package stats
