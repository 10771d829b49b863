// Package lattice finds the best ways to cut a run of Hangul into items of a lexicon.
//
// It knows costs, classes, places and what may follow what, not Korean. A place is a number of units (see package
// conj); an item covers the units from one place to another, or none at all (어 in 가 = 가 + 어). The cost of a way is
// the sum of its items' costs, of the costs of neighbouring classes, and of what each item costs after the sound before
// it. Lower is better; a cost of 256 is a factor of e in probability.
package lattice

import (
	"encoding/binary"

	"kstat/tokenize/internal/conj"
)

// Scale is the cost of a factor of e.
const Scale = 256

// Params are the costs, all of the model's numbers that are not the lexicon's.
type Params struct {
	Classes  int
	Bigram   []byte  // int16: [right class of the left item][left class of the right item]
	Sound    []byte  // int16: [left class][sound before it]
	Start    int     // class of the start of an eojeol is Start + what stands before it
	End      int     // class of the end
	Empty    []Entry // items that cover nothing
	Unknown  []Entry // classes of unknown words, one entry each; Cost unused
	UnkLen   []byte  // int16: [unknown class][syllables, at most MaxUnknown]
	UnkFirst []byte  // int8, in units of 8: [unknown class][syllable]: the first syllable
	UnkLast  []byte  // int8, in units of 8: [unknown class][syllable]: the last syllable
	Chars    []byte  // uint8, in units of 16: [Pair of neighbouring syllables]: what they cost within a noun
	Rare     int32   // cost of a rare shape
}

// MaxUnknown bounds the syllables of an unknown word.
const MaxUnknown = 8

// Edge stands for the start and the end of a word beside the numbers of its syllables.
const Edge = 11172

// CharPair is the place in Chars of two neighbouring syllables: a hash, since most pairs never occur.
func CharPair(a, b int) int {
	return int((uint32(a)*40503 + uint32(b)*2654435761) >> 7 & (CharPairs - 1))
}

// CharPairs is the size of Chars.
const CharPairs = 1 << 17

// Kinds of nodes.
const (
	KindItem    = iota // an entry of the lexicon
	KindEmpty          // an item that covers nothing
	KindUnknown        // a word that the lexicon lacks
	KindStart
)

// Node is an item at a place.
type Node struct {
	Begin, End  int32
	Item        uint32 // item, or number of the unknown class
	Cost        int32
	Best        int32 // cost of the best way from the start up to here
	Prev        int32 // node before it on that way
	next        int32 // another node with the same end
	Left, Right uint16
	After       conj.Mask
	State       conj.State
	Kind        uint8
	Flags       uint8
}

// Lattice is the scratch memory of a search.
type Lattice struct {
	Lex    *Lexicon
	P      *Params
	Nodes  []Node
	ends   []int32 // by place: the last node that ends there, or -1
	units  []conj.Unit
	bounds []bool // by place: the start of a syllable
	last   int32  // best final node
	total  int32
	heap   []partial
	paths  []link
	memo   []memo    // by left class
	front  []front   // of the place that is worked on
	states conj.Mask // that the front leaves
	stamp  uint32
	text   string

	// Own holds words that the lexicon lacks and the text is known to have, and how much cheaper each is for it.
	Own map[string]int32
}

// front is a node that ends at the place that is worked on, as far as the search for the best one before an item reads it.
type front struct {
	cost  int32
	row   int32 // of Bigram: the right class times the number of classes
	node  int32
	state conj.State
	kind  uint8
}

// memo is the best node before a class at a place, which all items of the class that begin there share.
type memo struct {
	stamp uint32 // of the place
	after conj.Mask
	cost  int32
	prev  int32
}

const inf = int32(1) << 29

func int16At(b []byte, i int) int32 { return int32(int16(binary.LittleEndian.Uint16(b[2*i:]))) }

// Pair is the cost of two neighbours. sound is what the left one ends in; at the start it is ignored.
func (p *Params) Pair(right, left uint16, sound conj.Sound) int32 {
	return int16At(p.Bigram, int(right)*p.Classes+int(left)) + int16At(p.Sound, int(left)*3+int(sound))
}

// Units gives the units of the run that was set.
func (l *Lattice) Units() []conj.Unit { return l.units }

// SoundAt gives the sound before a place.
func (l *Lattice) SoundAt(place int32) conj.Sound {
	if place == 0 {
		return conj.Closed
	}
	return conj.SoundOf(l.units[place-1])
}

// Set makes the lattice of a run of syllables; left is what stands before it. It reports whether any way leads through.
func (l *Lattice) Set(surface string, left uint8) bool {
	l.units, _ = conj.Append(l.units[:0], surface)
	l.text = surface
	n := len(l.units)
	l.Nodes = l.Nodes[:0]
	l.ends = l.ends[:0]
	l.bounds = l.bounds[:0]
	for i := range n {
		l.bounds = append(l.bounds, !conj.IsCoda(l.units[i]))
		l.ends = append(l.ends, -1)
	}
	l.bounds = append(l.bounds, true)
	l.ends = append(l.ends, -1)
	l.Nodes = append(l.Nodes, Node{Right: uint16(l.P.Start + int(left)), Kind: KindStart, Prev: -1, next: -1})
	l.ends[0] = 0
	if len(l.memo) < l.P.Classes {
		l.memo = make([]memo, l.P.Classes)
	}
	for p := int32(0); p < int32(n); p++ {
		if l.ends[p] < 0 {
			continue
		}
		l.stamp++
		l.setFront(p)
		if l.empties(p) {
			l.setFront(p)
		}
		l.items(p)
		if l.bounds[p] {
			l.unknowns(p)
		}
	}
	if l.ends[n] >= 0 {
		l.stamp++
		l.setFront(int32(n))
		l.empties(int32(n))
	}
	l.last, l.total = -1, inf
	for i := l.ends[n]; i >= 0; i = l.Nodes[i].next {
		nd := &l.Nodes[i]
		if !Final(nd) {
			continue
		}
		if c := nd.Best + int16At(l.P.Bigram, int(nd.Right)*l.P.Classes+l.P.End); c < l.total {
			l.last, l.total = i, c
		}
	}
	return l.last >= 0
}

// Final tells whether a way may end with this node.
func Final(n *Node) bool {
	return n.Kind != KindStart && (n.State == conj.Full || n.State == conj.Base)
}

// add links a node behind its best predecessor; it is dropped where nothing may stand before it.
func (l *Lattice) add(nd Node) {
	row := int(nd.Left)
	m := &l.memo[row]
	if m.stamp != l.stamp || m.after != nd.After || nd.Kind == KindEmpty {
		best := memo{l.stamp, nd.After, inf, -1}
		for i := range l.front {
			f := &l.front[i]
			if !nd.After.Has(f.state) || nd.Kind == KindEmpty && !mayVanish(f.kind, nd.State) {
				continue
			}
			if c := f.cost + int16At(l.P.Bigram, int(f.row)+row); c < best.cost {
				best.cost, best.prev = c, f.node
			}
		}
		if nd.Begin > 0 {
			best.cost += int16At(l.P.Sound, row*3+int(conj.SoundOf(l.units[nd.Begin-1])))
		}
		if nd.Kind == KindEmpty {
			best.stamp = 0
		}
		*m = best
	}
	nd.Best, nd.Prev = m.cost, m.prev
	if nd.Prev < 0 {
		return
	}
	nd.Best += nd.Cost
	nd.next = l.ends[nd.End]
	l.ends[nd.End] = int32(len(l.Nodes))
	l.Nodes = append(l.Nodes, nd)
}

// Follows tells whether cur may stand right after prev.
func Follows(prev, cur *Node) bool {
	return cur.After.Has(prev.State) && (cur.Kind != KindEmpty || mayVanish(prev.Kind, cur.State))
}

// mayVanish tells whether an item that covers nothing, and leaves this state, may stand behind a node of this kind.
func mayVanish(prev uint8, state conj.State) bool {
	return prev != KindEmpty && (prev != KindStart || state != conj.Full)
}

// setFront gathers the nodes that end at place p.
func (l *Lattice) setFront(p int32) {
	l.front, l.states = l.front[:0], 0
	for i := l.ends[p]; i >= 0; i = l.Nodes[i].next {
		n := &l.Nodes[i]
		l.states |= conj.Of(n.State)
		l.front = append(l.front, front{n.Best, int32(n.Right) * int32(l.P.Classes), i, n.State, n.Kind})
	}
}

// empties adds the items that cover nothing at place p and tells whether there were any.
func (l *Lattice) empties(p int32) bool {
	n := len(l.Nodes)
	for i := range l.P.Empty {
		e := &l.P.Empty[i]
		if conj.Mask(e.After).Has(conj.Full) && (p == 0 && l.Nodes[0].Right == uint16(l.P.Start) || p > 0 && conj.IsCoda(l.units[p-1])) {
			continue // the copula vanishes after a vowel only
		}
		l.add(Node{Begin: p, End: p, Item: e.Item, Cost: int32(e.Cost), Left: e.Left, Right: e.Right, After: conj.Mask(e.After), State: conj.State(e.State), Kind: KindEmpty})
	}
	return len(l.Nodes) > n
}

// items adds the items of the lexicon that begin at p.
func (l *Lattice) items(p int32) {
	node := uint32(Root)
	for q := p; q < int32(len(l.units)); q++ {
		var ok bool
		if node, ok = l.Lex.Next(node, l.units[q]); !ok {
			return
		}
		first, ok := l.Lex.First(node)
		if !ok {
			continue
		}
		for i := first; ; i++ {
			e := l.Lex.Entry(i)
			if conj.Mask(e.After)&l.states == 0 {
				if e.Flags&FlagLast != 0 {
					break
				}
				continue
			}
			nd := Node{Begin: p, End: q + 1, Item: e.Item, Cost: int32(e.Cost), Left: e.Left, Right: e.Right, After: conj.Mask(e.After), State: conj.State(e.State), Kind: KindItem, Flags: e.Flags}
			if e.Flags&FlagRare != 0 {
				nd.Cost += l.P.Rare
			}
			l.add(nd)
			if e.Flags&FlagLast != 0 {
				break
			}
		}
	}
}

// EachWhole calls f with the items that are written as s is.
func (l *Lattice) EachWhole(s string, f func(item uint32)) {
	l.units, _ = conj.Append(l.units[:0], s)
	node := uint32(Root)
	for _, u := range l.units {
		var ok bool
		if node, ok = l.Lex.Next(node, u); !ok {
			return
		}
	}
	first, ok := l.Lex.First(node)
	if !ok {
		return
	}
	for i := first; ; i++ {
		e := l.Lex.Entry(i)
		f(e.Item)
		if e.Flags&FlagLast != 0 {
			return
		}
	}
}

// Syllable gives the number of the syllable at a place, 0 … 11171.
func (l *Lattice) Syllable(p int32) int {
	s := int(l.units[p]-1) * 28
	if int(p)+1 < len(l.units) && conj.IsCoda(l.units[p+1]) {
		c := int(l.units[p+1]) - 399
		if c == 8 && int(p)+2 < len(l.units) && conj.IsCoda(l.units[p+2]) {
			c = 10
		}
		s += c
	}
	return s
}

// unknowns adds the words that the lexicon lacks that begin at p.
func (l *Lattice) unknowns(p int32) {
	first := l.Syllable(p)
	length := 0
	start := -1
	if l.Own != nil {
		start = 0
		for q := int32(0); q < p; q++ {
			if l.bounds[q] {
				start += 3
			}
		}
	}
	last := p
	before, chars := Edge, int32(0)
	for q := p + 1; q <= int32(len(l.units)) && length < MaxUnknown; q++ {
		if !l.bounds[q] {
			continue
		}
		length++
		final := l.Syllable(last)
		last = q
		chars += 16 * int32(l.P.Chars[CharPair(before, final)])
		before = final
		if l.known(p, q) {
			continue
		}
		bonus := int32(0)
		if start >= 0 {
			bonus = l.Own[l.text[start:start+3*length]]
		}
		for k := range l.P.Unknown {
			e := &l.P.Unknown[k]
			cost := chars - bonus + 16*int32(l.P.Chars[CharPair(final, Edge)]) + int16At(l.P.UnkLen, k*(MaxUnknown+1)+length) + 8*int32(int8(l.P.UnkFirst[k*11172+first])) + 8*int32(int8(l.P.UnkLast[k*11172+final]))
			l.add(Node{Begin: p, End: q, Item: uint32(k), Cost: cost, Left: e.Left, Right: e.Right, After: conj.Of(conj.Full), State: conj.Full, Kind: KindUnknown})
		}
	}
}

// known tells whether the lexicon has a word from p to q, so that none need be invented there.
func (l *Lattice) known(p, q int32) bool {
	for i := l.ends[q]; i >= 0; i = l.Nodes[i].next {
		if nd := &l.Nodes[i]; nd.Begin == p && nd.Flags&FlagWord != 0 {
			return true
		}
	}
	return false
}

// Syllables gives the syllables in which a node has a part: [first, last), counted from 0. A node that covers nothing
// has the syllable before it, or the first one.
func (l *Lattice) Syllables(n *Node) (first, last int) {
	before, within := 0, 0
	for p := int32(0); p < n.End; p++ {
		if l.bounds[p] {
			if p < n.Begin {
				before++
			} else {
				within++
			}
		}
	}
	first, last = before, before+within
	switch {
	case before > 0 && (n.Begin == n.End || !l.bounds[n.Begin]):
		first--
	case n.Begin == n.End:
		last++ // nothing stands before: the copula of AI|다
	}
	return first, last
}

// EndsAt gives the last node that ends at a place, or -1; Next the one before it.
func (l *Lattice) EndsAt(place int32) int32 { return l.ends[place] }

// Next gives another node with the same end as node i, or -1.
func (l *Lattice) Next(i int32) int32 { return l.Nodes[i].next }

// Best appends the nodes of the best way, first to last, and gives its cost.
func (l *Lattice) Best(dst []int32) ([]int32, int32) {
	from := len(dst)
	for i := l.last; i > 0; i = l.Nodes[i].Prev {
		dst = append(dst, i)
	}
	for a, b := from, len(dst)-1; a < b; a, b = a+1, b-1 {
		dst[a], dst[b] = dst[b], dst[a]
	}
	return dst, l.total
}

// partial is a way from a node to the end, for the search of the n best: its cost so far and, by way of the best
// cost up to the node, the cost of the best way that ends so.
type partial struct {
	estimate, rest int32
	path           int32 // link of the node
}

type link struct{ node, next int32 }

// NBest calls yield with the ways in the order of their cost, at most n of them, none that costs more than slack above
// the best. It is A* from the end, whose estimate is exact, so the first way costs nothing extra.
func (l *Lattice) NBest(n int, slack int32, yield func(nodes []int32, cost int32) bool) {
	l.heap, l.paths = l.heap[:0], l.paths[:0]
	end := int32(len(l.units))
	for i := l.ends[end]; i >= 0; i = l.Nodes[i].next {
		if nd := &l.Nodes[i]; Final(nd) {
			rest := int16At(l.P.Bigram, int(nd.Right)*l.P.Classes+l.P.End)
			l.push(partial{nd.Best + rest, rest, l.link(i, -1)})
		}
	}
	var nodes []int32
	for pops := 0; len(l.heap) > 0 && n > 0 && pops < 4096; pops++ {
		p := l.pop()
		if p.estimate > l.total+slack {
			return
		}
		i := l.paths[p.path].node
		nd := &l.Nodes[i]
		if nd.Kind == KindStart {
			nodes = nodes[:0]
			for k := l.paths[p.path].next; k >= 0; k = l.paths[k].next {
				nodes = append(nodes, l.paths[k].node)
			}
			n--
			if !yield(nodes, p.estimate) {
				return
			}
			continue
		}
		sound := int32(0)
		if nd.Begin > 0 {
			sound = int16At(l.P.Sound, int(nd.Left)*3+int(conj.SoundOf(l.units[nd.Begin-1])))
		}
		for j := l.ends[nd.Begin]; j >= 0; j = l.Nodes[j].next {
			prev := &l.Nodes[j]
			if j >= i || !Follows(prev, nd) {
				continue
			}
			rest := p.rest + nd.Cost + sound + int16At(l.P.Bigram, int(prev.Right)*l.P.Classes+int(nd.Left))
			if prev.Best+rest <= l.total+slack {
				l.push(partial{prev.Best + rest, rest, l.link(j, p.path)})
			}
		}
	}
}

func (l *Lattice) link(node, next int32) int32 {
	l.paths = append(l.paths, link{node, next})
	return int32(len(l.paths) - 1)
}

func (l *Lattice) push(p partial) {
	l.heap = append(l.heap, p)
	h := l.heap
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if h[up].less(h[i]) {
			break
		}
		h[up], h[i] = h[i], h[up]
		i = up
	}
}

func (p partial) less(q partial) bool {
	return p.estimate < q.estimate || p.estimate == q.estimate && p.path < q.path
}

func (l *Lattice) pop() partial {
	h := l.heap
	top := h[0]
	h[0] = h[len(h)-1]
	h = h[:len(h)-1]
	for i := 0; ; {
		k := 2*i + 1
		if k >= len(h) {
			break
		}
		if k+1 < len(h) && h[k+1].less(h[k]) {
			k++
		}
		if !h[k].less(h[i]) {
			break
		}
		h[i], h[k] = h[k], h[i]
		i = k
	}
	l.heap = h
	return top
}
