package stats

// Distinct gathers the different inputs of many rows: what a table of 700,000 words needs, since most of them occur once or
// twice, and equal counts have equal measures. The zero value is empty.
//
//	for _, word := range words {
//		d.Add(word)
//	}
//	// compute values[k] for each d.Inputs[k]; words[i] then has values[d.Index[i]]
type Distinct[In comparable] struct {
	Inputs []In     // in order of first appearance
	Times  []uint64 // how many rows have each
	Index  []uint32 // by row: which of Inputs it has
	seen   map[In]uint32
}

// Expect makes room for so many rows.
func (d *Distinct[In]) Expect(rows int) { d.Index = make([]uint32, 0, rows) }

// Add adds a row.
func (d *Distinct[In]) Add(x In) {
	k, ok := uint32(0), false
	if n := len(d.Index); n > 0 && d.Inputs[d.Index[n-1]] == x { // as is likely in a list by frequency
		k, ok = d.Index[n-1], true
	} else {
		k, ok = d.seen[x]
	}
	if !ok {
		if d.seen == nil {
			d.seen = make(map[In]uint32, 1024)
		}
		k = uint32(len(d.Inputs))
		d.seen[x] = k
		d.Inputs, d.Times = append(d.Inputs, x), append(d.Times, 0)
	}
	d.Times[k]++
	d.Index = append(d.Index, k)
}
