package stats

// Distinct gives the distinct inputs among in, in order of first appearance, and for each of in the index of its equal: what
// a table of 700,000 words needs, since most of them occur once or twice, and equal counts have equal measures.
//
//	inputs, index := stats.Distinct(words)
//	// compute values[k] for each inputs[k]; words[i] then has values[index[i]]
func Distinct[In comparable](in []In) (inputs []In, index []int) {
	index = make([]int, len(in))
	seen := make(map[In]int, 1024)
	for i, x := range in {
		if i > 0 && x == in[i-1] { // as is likely in a list by frequency
			index[i] = index[i-1]
			continue
		}
		k, ok := seen[x]
		if !ok {
			k = len(inputs)
			seen[x] = k
			inputs = append(inputs, x)
		}
		index[i] = k
	}
	return inputs, index
}
