package corpus

import "strings"

// Maximal leaves out of the n-grams of several lengths those that are nested in longer ones: 인공 지능 is left out where it
// stands only within 인공 지능 기술, which is as frequent then. glue is what joins the terms of an n-gram, and must not stand in
// one. The order stays; the n-grams must be all that were seen.
func Maximal(grams []Count, glue string) []Count {
	freq := make(map[string]uint64, len(grams))
	for _, g := range grams {
		freq[g.Term] = g.Freq
	}
	// It is enough to look at the n-grams that are longer by one: if a still longer one is as frequent, so is what lies between.
	nested := make(map[string]bool)
	for _, g := range grams {
		first, last := strings.Index(g.Term, glue), strings.LastIndex(g.Term, glue)
		if first < 0 {
			continue
		}
		for _, part := range [2]string{g.Term[first+len(glue):], g.Term[:last]} {
			if freq[part] == g.Freq {
				nested[part] = true
			}
		}
	}
	kept := make([]Count, 0, len(grams)-len(nested))
	for _, g := range grams {
		if !nested[g.Term] {
			kept = append(kept, g)
		}
	}
	return kept
}
