package tokenize

import "strings"

// abbreviations are Latin abbreviations behind whose point a sentence goes on, in lower case. True are those that need a number
// behind it, as No. 5 and p. 12, because no and p stand at the end of a sentence too. What may well end one (etc., Inc., a.m.)
// is not among them.
var abbreviations = map[string]bool{
	"dr": false, "mr": false, "mrs": false, "ms": false, "prof": false, "st": false, "mt": false, "rev": false, "hon": false,
	"gen": false, "col": false, "capt": false, "lt": false, "sgt": false, "sen": false, "rep": false, "gov": false, "pres": false,
	"cf": false, "vs": false, "e.g": false, "i.e": false, "viz": false, "ca": false,
	"no": true, "nos": true, "vol": true, "fig": true, "figs": true, "p": true, "pp": true, "ch": true, "sec": true, "eq": true,
}

// abbreviated tells whether the point tokens[i] belongs to the abbreviation before it and the sentence goes on behind it.
func abbreviated(tokens []Token, i int) bool {
	if i == 0 || i+1 == len(tokens) || tokens[i].Form != "." || tokens[i-1].Tag != SL || tokens[i-1].End != tokens[i].Start {
		return false
	}
	word, next := tokens[i-1].Form, &tokens[i+1]
	if number, ok := abbreviations[strings.ToLower(word)]; ok {
		return !number || next.Tag == SN
	}
	// The J. and the R. of J. R. Kim; after plan A. another sentence may begin with a capital too, but not with an initial.
	initial := func(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }
	if !initial(word) || next.Tag != SL || next.Form[0] < 'A' || next.Form[0] > 'Z' {
		return false
	}
	chained := i+2 < len(tokens) && initial(next.Form) && tokens[i+2].Form == "." && tokens[i+2].Start == next.End
	chained = chained || i > 2 && tokens[i-2].Form == "." && initial(tokens[i-3].Form) && tokens[i-2].Start == tokens[i-3].End
	begins := i == 1 || tokens[i-2].Tag != SL || tokens[i-2].Form[0] >= 'A' && tokens[i-2].Form[0] <= 'Z' // George W. Bush, and no plan A.
	return chained || begins
}
