// Package lattice finds the best ways to cut a run of Hangul into items of a lexicon.
//
// It knows costs, classes, places and what may follow what, not Korean. A place is a number of units (see package
// conj); an item covers the units from one place to another, or none at all (어 in 가 = 가 + 어). The cost of a way is
// the sum of its items' costs, of the costs of neighbouring classes, and of what each item costs after the sound before
// it. Lower is better; a cost of 256 is a factor of e in probability.
package lattice

import (
	"math"
	"slices"
	"sync"
	"unsafe"

	"kstat/tokenize/internal/conj"
)

// Scale is the cost of a factor of e.
const Scale = 256

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
	best        key   // cost of the best way from the start up to here, and the node before it on that way
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
	// Reuse lets Set keep what it found for the syllables with which the last run began too, so that runs are best set in
	// the order of their letters. Nodes then holds some that no way leads through.
	Reuse bool

	places    []place
	syllables []syllable
	units     []conj.Unit
	other     []conj.Unit // of EachWhole
	last      int32       // best final node
	total     int32
	fronts    []front // of all places, each place's sorted by cost
	front     []front // of the place that is worked on
	likely    [chunk + 1]likely
	empty     []int32           // of Empty, those that may stand where the search is
	touched   uint64            // of no meaning
	extra     [4]int32          // what an entry costs on top: 1: of a rare shape; 2: a word of Own
	entries   [][EntrySize]byte // of the lexicon
	more      []before
	open      []partial // of NBest, the best last
	paths     []link
	way       []int32
	costs     *costs
	prune     int32     // Prune, or so much that nothing is left out
	states    conj.Mask // that the front leaves
	sound     int       // before the place that is worked on, or noSound
	stamp     uint32    // of the place that is worked on, the number of the place in all texts
	text      string
	left      uint8
	kept      int32 // the place up to which the last run is kept
	whole     bool  // the lattice is one of Reuse, without Own

	// Own holds words that the text is known to have, nouns of the lexicon and such as it lacks, and how much cheaper each is
	// for it.
	Own map[string]int32
}

// place is what is known of a place.
type place struct {
	ends     int32  // the last node that ends here, or -1
	least    int32  // cost of the best of them
	from, to int32  // in fronts, once it is worked on
	nodes    int32  // how many there are when its front is known
	next     int32  // the next start of a syllable
	syllable int32  // the syllable that begins here, or -1
	before   int32  // how many syllables begin before it
	word     uint32 // stamp of the place from which a word of the lexicon leads here
	words    uint16 // bit n: a word of the lexicon of n syllables, two or more, ends here
	sound    uint8  // before it, or noSound
}

// front is a node that ends at a place, as far as the search for the best one before an item reads it.
type front struct {
	key   key
	right uint16
	state conj.Mask // the state that it leaves, as a set
	kind  uint8
}

// key is a cost and a node: the least of several keys has the least cost and, of equal costs, the node that was made last.
type key int64

func keyOf(cost, node int32) key { return key(cost)<<32 | key(^uint32(node)) }

func (k key) cost() int32         { return int32(k >> 32) }
func (k key) node() int32         { return int32(^uint32(k)) }
func (k key) plus(cost int32) key { return k + key(cost)<<32 }

// none is the key of no node.
const none = key(inf) << 32

// Hidden, in Own, says that the search takes a word for one that the lexicon lacks.
const Hidden = math.MinInt32

// inf is a cost that no way reaches, and neither does its half.
const inf = int32(1) << 29

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
	}
	common := l.common(surface, left)
	l.text, l.left, l.whole = surface, left, l.Reuse && l.Own == nil
	if common == 0 {
		l.kept = 0
		l.units, _ = conj.Append(l.units[:0], surface)
		l.setPlaces()
		l.Nodes, l.fronts = l.Nodes[:0], l.fronts[:0]
		l.Nodes = append(l.Nodes, Node{Right: uint16(l.P.Start + int(left)), Kind: KindStart, best: keyOf(0, -1), next: -1})
		l.places[0].ends, l.places[0].least = 0, 0
	} else {
		l.kept = l.placeOf(common / 3)
		l.units, _ = conj.Append(l.units[:l.kept], surface[common:])
		l.setPlaces()
		l.Nodes, l.fronts = l.Nodes[:l.places[l.kept].nodes], l.fronts[:l.places[l.kept].to]
	}
	n := int32(len(l.units))
	l.prune = l.Prune
	if l.prune == 0 {
		l.prune = inf
	}
	l.entries = unsafe.Slice((*[EntrySize]byte)(unsafe.Pointer(unsafe.SliceData(l.Lex.Entries))), len(l.Lex.Entries)/EntrySize)
	l.touch()
	for p := range n {
		if l.places[p].ends < 0 {
			continue
		}
		l.setFront(p)
		if l.places[p].syllable >= 0 && l.states.Has(conj.Full) {
			for k := range l.costs.unknown {
				l.ask(k, l.costs.unknown[k].left, conj.Of(conj.Full))
			}
			l.items(p, len(l.costs.unknown))
			l.unknowns(p)
		} else {
			l.items(p, 0)
		}
	}
	l.last, l.total = -1, inf
	if l.places[n].ends < 0 {
		return false
	}
	l.setFront(n)
	for i := l.places[n].ends; i >= 0; i = l.Nodes[i].next {
		nd := &l.Nodes[i]
		if !Final(nd) {
			continue
		}
		if c := nd.best.cost() + l.P.ending(nd); c < l.total {
			l.last, l.total = i, c
		}
	}
	return l.last >= 0
}

// Reset must be called when the parameters have changed.
func (l *Lattice) Reset() { l.costs, l.P.costs, l.P.once, l.whole = nil, nil, sync.Once{}, false }

// common gives how many bytes of a run the last one begins with as well, and has all ways through, in whole syllables.
func (l *Lattice) common(surface string, left uint8) int {
	if !l.whole || !l.Reuse || l.Own != nil || left != l.left {
		return 0
	}
	n := min(len(surface), len(l.text))
	for i := range n {
		if surface[i] != l.text[i] {
			n = i
			break
		}
	}
	n -= n % 3
	if l.places[l.placeOf(n/3)].ends < 0 {
		return 0
	}
	return n
}

// placeOf gives the place at which a syllable of the run begins, or the end of the last one.
func (l *Lattice) placeOf(syllable int) (p int32) {
	for range syllable {
		p = l.places[p].next
	}
	return p
}

// setPlaces makes the places of the units from the kept ones on.
func (l *Lattice) setPlaces() {
	n := len(l.units)
	if cap(l.places) < n+1 {
		l.places = append(make([]place, 0, 2*n+16), l.places[:min(len(l.places), int(l.kept)+1)]...)
	}
	l.places = l.places[:n+1]
	from := int(l.kept)
	kept := l.places[from]
	next := int32(n)
	l.places[n] = place{ends: -1, least: inf, from: -1, next: next, syllable: -1, sound: l.soundAt(n)}
	coda := 0
	for i := n - 1; i >= from; i-- {
		pl := &l.places[i]
		*pl = place{ends: -1, least: inf, from: -1, next: next, syllable: -1, sound: l.soundAt(i)}
		if u := l.units[i]; conj.IsCoda(u) {
			coda = conj.JoinCodas(u, coda)
		} else {
			pl.syllable = int32(u-1)*28 + int32(coda)
			next, coda = int32(i), 0
		}
	}
	before, last := int32(0), Edge
	if from > 0 {
		pl := &l.places[from]
		pl.ends, pl.least, pl.from, pl.to, pl.nodes, pl.words = kept.ends, kept.least, kept.from, kept.to, kept.nodes, kept.words
		before, last = kept.before, int(l.syllables[kept.before-1].number)
	}
	l.syllables = l.syllables[:before]
	for i := from; i <= n; i++ {
		pl := &l.places[i]
		pl.before = before
		if s := int(pl.syllable); s >= 0 {
			before++
			l.syllables = append(l.syllables, syllable{})
			of := &l.syllables[before-1]
			of.syllableCosts, of.number = l.costs.syllables[s], int32(s)
			of.joined, of.opening, of.closing = l.chars(last, s), l.chars(Edge, s), l.chars(s, Edge)
			last = s
		}
	}
}

// soundAt gives the sound before a place, or noSound.
func (l *Lattice) soundAt(place int) uint8 {
	if place == 0 {
		return noSound
	}
	return uint8(conj.SoundOf(l.units[place-1]))
}

// Final tells whether a way may end with this node.
func Final(n *Node) bool {
	return n.Kind != KindStart && (n.State == conj.Full || n.State == conj.Base)
}

// grow makes room for n more nodes, and for all nodes and one more in the fronts.
func (l *Lattice) grow(n int) {
	if cap(l.Nodes)-len(l.Nodes) < n {
		l.Nodes = slices.Grow(l.Nodes, max(n, 2*len(l.Nodes)))
	}
	if cap(l.fronts) <= cap(l.Nodes) {
		l.fronts = slices.Grow(l.fronts, cap(l.Nodes)+1-len(l.fronts))
	}
}

// most is what a way to a place may cost at most.
func (l *Lattice) most(pl *place) int32 { return min(pl.least+l.prune, inf/2) }

// node gives a new node that ends at a place, whose best way costs so much.
func (l *Lattice) node(end int32, best key) *Node {
	pl := &l.places[end]
	pl.least = min(pl.least, best.cost())
	n := len(l.Nodes)
	if n == cap(l.Nodes) {
		l.Nodes = append(l.Nodes, Node{})
	} else {
		l.Nodes = l.Nodes[:n+1]
	}
	nd := &l.Nodes[n]
	nd.End, nd.best, nd.next = end, best, pl.ends
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

// setFront goes to place p. It gathers the nodes that end there and adds the items that cover nothing, unless the place is
// kept and has both.
func (l *Lattice) setFront(p int32) {
	l.stamp++
	l.states = 0
	pl := &l.places[p]
	l.sound = int(pl.sound)
	if l.kept > 0 && p <= l.kept {
		l.front = l.fronts[pl.from:pl.to]
		for i := range l.front {
			l.states |= l.front[i].state
		}
		return
	}
	first := len(l.fronts)
	pl.from = int32(first)
	l.gather(pl)
	l.front = l.fronts[first:]
	l.empties(p)
	pl.to, pl.nodes = int32(len(l.fronts)), int32(len(l.Nodes))
	l.front = l.fronts[first:]
}

// gather puts the nodes that end at a place, and cost little enough, into the front.
func (l *Lattice) gather(pl *place) {
	l.grow(0)
	n, fronts := len(l.fronts), l.fronts[:cap(l.fronts)]
	nodes, states, most, words := l.Nodes, l.states, l.most(pl), pl.words != 0
	for i := pl.ends; i >= 0; {
		nd := &nodes[i]
		if words && nd.Kind == KindUnknown && nd.Flags&FlagListed == 0 {
			cost := l.engulfed(nd, pl)
			nd.Cost += cost
			nd.best = nd.best.plus(cost)
		}
		f := &fronts[n]
		f.key, f.right, f.kind = keyOf(nd.best.cost(), i), nd.Right, nd.Kind
		f.state = 1 << (nd.State & 7)
		worth := most - nd.best.cost() // below 0: it is not
		states |= f.state &^ conj.Mask(worth>>31)
		n += int(^uint32(worth) >> 31)
		i = nd.next
	}
	l.fronts, l.states = l.fronts[:n], states
}

// insert puts node i into the front.
func (l *Lattice) insert(i int32) {
	n := &l.Nodes[i]
	state := conj.Of(n.State)
	l.states |= state
	l.fronts = append(l.fronts, front{keyOf(n.best.cost(), i), n.Right, state, n.Kind})
}

// Syllable gives the number of the syllable that begins at a place, 0 … 11171.
func (l *Lattice) Syllable(p int32) int { return int(l.places[p].syllable) }

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
	for i := l.last; i > 0; i = l.Nodes[i].best.node() {
		dst = append(dst, i)
	}
	for a, b := from, len(dst)-1; a < b; a, b = a+1, b-1 {
		dst[a], dst[b] = dst[b], dst[a]
	}
	return dst, l.total
}
