// Package lattice finds the best ways to cut a run of Hangul into items of a lexicon.
//
// It knows costs, classes, places and what may follow what, not Korean. A place is a number of units (see package
// conj); an item covers the units from one place to another, or none at all (어 in 가 = 가 + 어). The cost of a way is
// the sum of its items' costs, of the costs of neighbouring classes, and of what each item costs after the sound before
// it. Lower is better; a cost of 256 is a factor of e in probability.
package lattice

import (
	"encoding/binary"
	"sync"

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

	once  sync.Once
	costs *costs
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
	Lex   *Lexicon
	P     *Params
	Nodes []Node
	// Prune, if it is not 0, leaves out what costs so much more than the best that ends at the same place. The learner,
	// which sums over all ways, leaves out nothing.
	Prune int32

	places []place
	units  []conj.Unit
	last   int32 // best final node
	total  int32
	fronts []front // of all places, each place's sorted by cost
	front  []front // of the place that is worked on
	heap   []partial
	paths  []link
	way    []int32
	memo   []memo // by left class
	costs  *costs
	states conj.Mask // that the front leaves
	sound  int       // before the place that is worked on, or noSound
	stamp  uint32    // of the place that is worked on, the number of the place in all texts
	text   string

	// Own holds words that the lexicon lacks and the text is known to have, and how much cheaper each is for it.
	Own map[string]int32
}

// place is what is known of a place.
type place struct {
	ends     int32  // the last node that ends here, or -1
	least    int32  // cost of the best of them
	from, to int32  // in fronts, once it is worked on
	next     int32  // the next start of a syllable
	syllable int32  // the syllable that begins here, or -1
	before   int32  // how many syllables begin before it
	word     uint32 // stamp of the place from which a word of the lexicon leads here
}

// front is a node that ends at a place, as far as the search for the best one before an item reads it.
type front struct {
	cost  int32
	node  int32
	right uint16
	state conj.Mask // the state that it leaves, as a set
	kind  uint8
}

// memo is the best node before a class at a place, which all items of the class that begin there share.
type memo struct {
	stamp uint32 // of the place
	cost  int32
	prev  int32
	after conj.Mask
}

const inf = int32(1) << 29

func int16At(b []byte, i int) int32 { return int32(int16(binary.LittleEndian.Uint16(b[2*i:]))) }

// costs are the parameters as the search wants them.
type costs struct {
	bigram   []int16 // [left class of the right item][right class of the left item]
	cheapest []int32 // by left class: the least that any neighbour before it costs
	bound    []int32 // the same with the best sound
	sound    []int16 // [left class][sound before it, or noSound]
}

// noSound is before the first unit, where no sound costs anything.
const noSound = 3

// made gives the costs, which are made once for all who search.
func (p *Params) made() *costs {
	p.once.Do(func() {
		n := p.Classes
		c := &costs{make([]int16, n*n), make([]int32, n), make([]int32, n), make([]int16, 4*n)}
		for left := range n {
			least := inf
			for right := range n {
				v := int16At(p.Bigram, right*n+left)
				c.bigram[left*n+right] = int16(v)
				least = min(least, v)
			}
			sound := int32(0)
			for k := range noSound {
				v := int16At(p.Sound, left*3+k)
				c.sound[4*left+k] = int16(v)
				sound = min(sound, v)
			}
			c.cheapest[left], c.bound[left] = least, least+sound
		}
		p.costs = c
	})
	return p.costs
}

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
	if l.costs == nil {
		l.costs = l.P.made()
		l.memo = make([]memo, l.P.Classes)
	}
	l.units, _ = conj.Append(l.units[:0], surface)
	l.text = surface
	n := int32(len(l.units))
	l.setPlaces()
	l.Nodes, l.fronts = l.Nodes[:0], l.fronts[:0]
	l.Nodes = append(l.Nodes, Node{Right: uint16(l.P.Start + int(left)), Kind: KindStart, Prev: -1, next: -1})
	l.places[0].ends, l.places[0].least = 0, 0
	for p := range n {
		if l.places[p].ends < 0 {
			continue
		}
		l.stamp++
		l.setFront(p)
		l.empties(p)
		l.items(p)
		if l.places[p].syllable >= 0 && l.states.Has(conj.Full) {
			l.unknowns(p)
		}
	}
	l.last, l.total = -1, inf
	if l.places[n].ends < 0 {
		return false
	}
	l.stamp++
	l.setFront(n)
	l.empties(n)
	for i := l.places[n].ends; i >= 0; i = l.Nodes[i].next {
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

// Reset must be called when the parameters have changed.
func (l *Lattice) Reset() { l.costs, l.P.costs, l.P.once = nil, nil, sync.Once{} }

// setPlaces makes the places of the units.
func (l *Lattice) setPlaces() {
	n := len(l.units)
	if cap(l.places) < n+1 {
		l.places = make([]place, n+1, 2*n+16)
	}
	l.places = l.places[:n+1]
	next := int32(n)
	l.places[n] = place{ends: -1, least: inf, from: -1, next: next, syllable: -1}
	coda := 0
	for i := n - 1; i >= 0; i-- {
		pl := place{ends: -1, least: inf, from: -1, next: next, syllable: -1}
		if u := l.units[i]; conj.IsCoda(u) {
			coda = conj.JoinCodas(u, coda)
		} else {
			pl.syllable = int32(u-1)*28 + int32(coda)
			next, coda = int32(i), 0
		}
		l.places[i] = pl
	}
	before := int32(0)
	for i := range l.places {
		l.places[i].before = before
		if l.places[i].syllable >= 0 {
			before++
		}
	}
}

// Final tells whether a way may end with this node.
func Final(n *Node) bool {
	return n.Kind != KindStart && (n.State == conj.Full || n.State == conj.Base)
}

// predecessor notes the best node before an item of a class and what it costs with it up to there; prev is -1 where none
// may stand before it. Of equally good ones it takes the one that was made last.
func (l *Lattice) predecessor(m *memo, left uint16, after conj.Mask) {
	t := l.costs
	n := l.P.Classes
	row := t.bigram[int(left)*n:][:n]
	least := t.cheapest[left]
	cost, prev := inf, int32(-1)
	for i := range l.front {
		f := &l.front[i]
		if f.cost+least > cost {
			break // and so is every one that follows
		}
		if f.state&after == 0 {
			continue
		}
		if c := f.cost + int32(row[f.right]); c < cost || c == cost && f.node > prev {
			cost, prev = c, f.node
		}
	}
	*m = memo{l.stamp, cost + int32(t.sound[4*int(left)+l.sound]), prev, after}
}

// most is what an item that ends at a place may cost at most.
func (l *Lattice) most(pl *place) int32 {
	if l.Prune == 0 {
		return inf
	}
	return pl.least + l.Prune
}

// node gives a new node that ends at a place, whose best way costs so much.
func (l *Lattice) node(end, best int32) *Node {
	pl := &l.places[end]
	pl.least = min(pl.least, best)
	n := len(l.Nodes)
	if n == cap(l.Nodes) {
		l.Nodes = append(l.Nodes, Node{})
	} else {
		l.Nodes = l.Nodes[:n+1]
	}
	nd := &l.Nodes[n]
	nd.End, nd.Best, nd.next = end, best, pl.ends
	pl.ends = int32(n)
	return nd
}

// Follows tells whether cur may stand right after prev.
func Follows(prev, cur *Node) bool {
	return cur.After.Has(prev.State) && (cur.Kind != KindEmpty || mayVanish(prev.Kind, cur.State))
}

// mayVanish tells whether an item that covers nothing, and leaves this state, may stand behind a node of this kind.
func mayVanish(prev uint8, state conj.State) bool {
	return prev != KindEmpty && (prev != KindStart || state != conj.Full)
}

// setFront gathers the nodes that end at place p, the cheapest first.
func (l *Lattice) setFront(p int32) {
	pl := &l.places[p]
	pl.from = int32(len(l.fronts))
	l.states = 0
	l.sound = noSound
	if p > 0 {
		l.sound = int(conj.SoundOf(l.units[p-1]))
	}
	most := l.most(pl)
	for i := pl.ends; i >= 0; i = l.Nodes[i].next {
		if l.Nodes[i].Best <= most {
			l.insert(pl, i)
		}
	}
	pl.to = int32(len(l.fronts))
	l.front = l.fronts[pl.from:]
}

// insert puts node i into the front of a place, which is the last one so far.
func (l *Lattice) insert(pl *place, i int32) {
	n := &l.Nodes[i]
	state := conj.Of(n.State)
	l.states |= state
	l.fronts = append(l.fronts, front{})
	fs := l.fronts[pl.from:]
	k := len(fs) - 1
	for k > 0 && fs[k-1].cost > n.Best {
		fs[k] = fs[k-1]
		k--
	}
	f := &fs[k]
	f.cost, f.node, f.right, f.state, f.kind = n.Best, i, n.Right, state, n.Kind
}

// empties adds the items that cover nothing at place p.
func (l *Lattice) empties(p int32) {
	first := len(l.Nodes)
	pl := &l.places[p]
	for i := range l.P.Empty {
		e := &l.P.Empty[i]
		after, state := conj.Mask(e.After), conj.State(e.State)
		if after&l.states == 0 {
			continue
		}
		if after.Has(conj.Full) && (p == 0 && l.Nodes[0].Right == uint16(l.P.Start) || l.sound == int(conj.Closed) || l.sound == int(conj.Liquid)) {
			continue // the copula vanishes after a vowel only
		}
		item := int32(e.Cost) + int32(l.costs.sound[4*int(e.Left)+l.sound])
		least := l.costs.cheapest[e.Left]
		cost, prev := l.most(pl)-item+1, int32(-1)
		row := l.costs.bigram[int(e.Left)*l.P.Classes:][:l.P.Classes]
		for i := range l.front {
			f := &l.front[i]
			if f.cost+least > cost {
				break
			}
			if f.state&after == 0 || !mayVanish(f.kind, state) {
				continue
			}
			if c := f.cost + int32(row[f.right]); c < cost || c == cost && f.node > prev && prev >= 0 {
				cost, prev = c, f.node
			}
		}
		if prev >= 0 {
			l.node(p, cost+item).set(p, prev, e, KindEmpty)
		}
	}
	for i := first; i < len(l.Nodes); i++ {
		l.insert(pl, int32(i))
	}
	pl.to = int32(len(l.fronts))
	l.front = l.fronts[pl.from:]
}

// set fills in what is not yet known of a new node.
func (nd *Node) set(begin, prev int32, e *Entry, kind uint8) {
	nd.Begin, nd.Prev = begin, prev
	nd.Item, nd.Cost = e.Item, int32(e.Cost)
	nd.Left, nd.Right = e.Left, e.Right
	nd.After, nd.State, nd.Kind, nd.Flags = conj.Mask(e.After), conj.State(e.State), kind, e.Flags
}

// items adds the items of the lexicon that begin at p.
func (l *Lattice) items(p int32) {
	node, base := uint32(Root), l.Lex.base(Root)
	for q := p; q < int32(len(l.units)); q++ {
		var ok bool
		if node, base, ok = l.Lex.child(node, base, l.units[q]); !ok {
			return
		}
		if _, first, ok := l.Lex.child(node, base, 0); ok {
			l.list(p, q+1, first)
		}
	}
}

// list adds the items of a list of entries, which cover the units from p to end.
func (l *Lattice) list(p, end int32, first uint32) {
	entries := l.Lex.Entries[int(first)*EntrySize:]
	pl := &l.places[end]
	bound := l.costs.bound
	for {
		// An Entry that is put together in memory and read again at once would cost more than all the rest.
		x, y := binary.LittleEndian.Uint64(entries), binary.LittleEndian.Uint64(entries[8:])
		entries = entries[EntrySize:]
		after, flags := entryAfter(y), entryFlags(y)
		if after&l.states != 0 {
			if flags&FlagWord != 0 {
				pl.word = l.stamp
			}
			cost := entryCost(y)
			if flags&FlagRare != 0 {
				cost += l.P.Rare
			}
			left := entryLeft(x)
			if most := l.most(pl) - cost; l.front[0].cost+bound[left] <= most {
				m := &l.memo[left]
				if m.stamp != l.stamp || m.after != after {
					l.predecessor(m, left, after)
				}
				if m.cost <= most {
					nd := l.node(end, m.cost+cost)
					nd.Begin, nd.Prev = p, m.prev
					nd.Item, nd.Cost = entryItem(x), cost
					nd.Left, nd.Right = left, entryRight(x)
					nd.After, nd.State, nd.Kind, nd.Flags = after, entryState(y), KindItem, flags
				}
			}
		}
		if flags&FlagLast != 0 {
			return
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

// Syllable gives the number of the syllable that begins at a place, 0 … 11171.
func (l *Lattice) Syllable(p int32) int { return int(l.places[p].syllable) }

// unknowns adds the words that the lexicon lacks that begin at p.
func (l *Lattice) unknowns(p int32) {
	first := l.Syllable(p)
	length := 0
	start := 3 * int(l.places[p].before)
	before, chars := Edge, int32(0)
	for last := p; last < int32(len(l.units)) && length < MaxUnknown; {
		length++
		final := l.Syllable(last)
		last = l.places[last].next
		chars += 16 * int32(l.P.Chars[CharPair(before, final)])
		before = final
		pl := &l.places[last]
		if pl.word == l.stamp {
			continue // the lexicon has a word there, so that none need be invented
		}
		bonus := int32(0)
		if l.Own != nil {
			bonus = l.Own[l.text[start:start+3*length]]
		}
		for k := range l.P.Unknown {
			e := &l.P.Unknown[k]
			cost := chars - bonus + 16*int32(l.P.Chars[CharPair(final, Edge)]) + int16At(l.P.UnkLen, k*(MaxUnknown+1)+length) + 8*int32(int8(l.P.UnkFirst[k*11172+first])) + 8*int32(int8(l.P.UnkLast[k*11172+final]))
			most := l.most(pl) - cost
			if l.front[0].cost+l.costs.bound[e.Left] > most {
				continue
			}
			after := conj.Of(conj.Full)
			m := &l.memo[e.Left]
			if m.stamp != l.stamp || m.after != after {
				l.predecessor(m, e.Left, after)
			}
			if m.cost <= most {
				nd := l.node(last, m.cost+cost)
				nd.Begin, nd.Prev = p, m.prev
				nd.Item, nd.Cost = uint32(k), cost
				nd.Left, nd.Right = e.Left, e.Right
				nd.After, nd.State, nd.Kind, nd.Flags = after, conj.Full, KindUnknown, 0
			}
		}
	}
}

// Syllables gives the syllables in which a node has a part: [first, last), counted from 0. A node that covers nothing
// has the syllable before it, or the first one.
func (l *Lattice) Syllables(n *Node) (first, last int) {
	from, to := &l.places[n.Begin], &l.places[n.End]
	first, last = int(from.before), int(to.before)
	switch {
	case first > 0 && (n.Begin == n.End || from.syllable < 0):
		first--
	case n.Begin == n.End:
		last++ // nothing stands before: the copula of AI|다
	}
	return first, last
}

// EndsAt gives the last node that ends at a place, or -1; Next the one before it.
func (l *Lattice) EndsAt(place int32) int32 { return l.places[place].ends }

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
	most := l.total + slack
	for i := l.places[len(l.units)].ends; i >= 0; i = l.Nodes[i].next {
		if nd := &l.Nodes[i]; Final(nd) {
			rest := int16At(l.P.Bigram, int(nd.Right)*l.P.Classes+l.P.End)
			if nd.Best+rest <= most {
				l.push(partial{nd.Best + rest, rest, l.link(i, -1)})
			}
		}
	}
	for pops := 0; len(l.heap) > 0 && n > 0 && pops < 4096; pops++ {
		p := l.pop()
		i := l.paths[p.path].node
		nd := &l.Nodes[i]
		if nd.Kind == KindStart {
			l.way = l.way[:0]
			for k := l.paths[p.path].next; k >= 0; k = l.paths[k].next {
				l.way = append(l.way, l.paths[k].node)
			}
			n--
			if !yield(l.way, p.estimate) {
				return
			}
			continue
		}
		rest := p.rest + nd.Cost
		if nd.Begin > 0 {
			rest += int32(l.costs.sound[4*int(nd.Left)+int(conj.SoundOf(l.units[nd.Begin-1]))])
		}
		pl := &l.places[nd.Begin]
		fronts := l.fronts[pl.from:pl.to]
		least := rest + l.costs.cheapest[nd.Left]
		row := l.costs.bigram[int(nd.Left)*l.P.Classes:][:l.P.Classes]
		for k := range fronts {
			f := &fronts[k]
			if f.cost+least > most {
				break
			}
			if f.node >= i || f.state&nd.After == 0 || nd.Kind == KindEmpty && !mayVanish(f.kind, nd.State) {
				continue
			}
			rest := rest + int32(row[f.right])
			if f.cost+rest <= most {
				l.push(partial{f.cost + rest, rest, l.link(f.node, p.path)})
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
