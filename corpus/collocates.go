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
// consequence. Errors are those of Pairs.
func (r *Record) Collocates(o PairOptions, node uint32) (*Collocates, error) {
	if err := r.pairable(o); err != nil {
		return nil, err
	}
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
	return c, nil
}

// Surroundings are the windows around a term, the node, document by document: what a test over documents compares with the
// rest of the documents.
type Surroundings struct {
	// Inside is the number of documents with a place in a window, Outside that of documents with a place that is in none.
	// The node's own places are neither.
	Inside, Outside uint64

	record          *Record
	node            uint32
	positions       *Positions
	in              []uint64 // a bit for each place in a window
	inside, outside []uint64 // by document: such places
}

// Surroundings finds the windows around a term; the options Ordered (only what stands behind the node) and Window tell how
// large they are. A place in two windows counts once. Errors are those of Pairs.
func (r *Record) Surroundings(o PairOptions, node uint32) (*Surroundings, error) {
	if err := r.pairable(o); err != nil {
		return nil, err
	}
	s := &Surroundings{record: r, node: node, positions: r.Positions(), in: make([]uint64, len(r.Running)/64+1)}
	starts := r.starts(o.Within)
	mark := func(place int) { s.in[place/64] |= 1 << (place % 64) }
	for _, at := range s.positions.at[s.positions.from[node]:s.positions.from[node+1]] {
		distance := 0
		for j := int(at) + 1; j < len(r.Running) && !starts.has(r, j); j++ {
			if distance += int(r.steps[j] & farthest); distance > o.Window {
				break
			}
			mark(j)
		}
		distance = 0
		for j := int(at); !o.Ordered && j > 0 && !starts.has(r, j); j-- {
			if distance += int(r.steps[j] & farthest); distance > o.Window {
				break
			}
			mark(j - 1)
		}
	}
	from := 0
	for _, d := range r.Sources {
		var in, out uint64
		for place := from; place < d.End; place++ {
			switch {
			case r.Running[place] == node:
			case s.has(place):
				in++
			default:
				out++
			}
		}
		s.inside, s.outside = append(s.inside, in), append(s.outside, out)
		s.Inside += min(in, 1)
		s.Outside += min(out, 1)
		from = d.End
	}
	return s, nil
}

func (s *Surroundings) has(place int) bool { return s.in[place/64]>>(place%64)&1 != 0 }

// Of gives how often a term stands in the windows of a document, per million of their places, for the documents in which it
// does, and likewise for the rest of the documents. The documents in which it does not are left out. For the node there are none.
func (s *Surroundings) Of(term uint32) (inside, outside []float64) {
	if term == s.node {
		return nil, nil
	}
	doc, in, out := 0, 0, 0
	add := func() {
		if in > 0 {
			inside = append(inside, float64(in)*1e6/float64(s.inside[doc]))
		}
		if out > 0 {
			outside = append(outside, float64(out)*1e6/float64(s.outside[doc]))
		}
		in, out = 0, 0
	}
	for _, at := range s.positions.at[s.positions.from[term]:s.positions.from[term+1]] {
		for int(at) >= s.record.Sources[doc].End {
			add()
			doc++
		}
		if s.has(int(at)) {
			in++
		} else {
			out++
		}
	}
	add()
	return inside, outside
}
