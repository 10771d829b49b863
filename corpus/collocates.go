package corpus

// Collocates are the terms around one term, the node.
type Collocates struct {
	Node uint32 // its number
	// Terms are the collocates by their numbers, rising.
	Terms []Collocate
}

// Collocate is a term around a node. A place from which two places of the node are near enough counts for both.
type Collocate struct {
	Term        uint32
	Left, Right uint64 // how often it stands before and behind the node
	// At tells how often it stands at each distance: with a window of w, At[w-1] directly before the node and At[0] farthest
	// before it, At[w] directly behind it and At[2w-1] farthest behind.
	At []uint64
}

// Collocates finds the terms within a Window around a term, on both sides; the options Ordered and Min are of no
// consequence.
func (r *Record) Collocates(o PairOptions, node uint32) *Collocates {
	starts := r.starts(o.Within)
	index := make([]int, len(r.Terms)) // in found, from 1
	var found []Collocate
	at := func(term uint32) *Collocate {
		if index[term] == 0 {
			found = append(found, Collocate{Term: term, At: make([]uint64, 2*o.Window)})
			index[term] = len(found)
		}
		return &found[index[term]-1]
	}
	for i, term := range r.Running {
		if term != node {
			continue
		}
		distance := 0
		for j := i + 1; j < len(r.Running) && !starts.has(r, j); j++ {
			if distance += int(r.steps[j] & farthest); distance > o.Window {
				break
			}
			c := at(r.Running[j])
			c.Right++
			c.At[o.Window+distance-1]++
		}
		distance = 0
		for j := i; j > 0 && !starts.has(r, j); j-- {
			if distance += int(r.steps[j] & farthest); distance > o.Window {
				break
			}
			c := at(r.Running[j-1])
			c.Left++
			c.At[o.Window-distance]++
		}
	}
	c := &Collocates{Node: node}
	for term := range index {
		if i := index[term]; i > 0 {
			c.Terms = append(c.Terms, found[i-1])
		}
	}
	return c
}
