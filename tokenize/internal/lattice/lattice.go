// Package lattice finds the best ways to cut a run of Hangul into items of a lexicon.
//
// It knows costs, classes, places and what may follow what, not Korean. A place is a number of units (see package
// conj); an item covers the units from one place to another, or none at all (어 in 가 = 가 + 어). The cost of a way is
// the sum of its items' costs, of the costs of neighbouring classes, and of what each item costs after the sound before
// it. Lower is better; a cost of 256 is a factor of e in probability.
package lattice

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"
	"unsafe"

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

	// Names tells what the syllables of an unknown word of class NameClass, of three or more, cost on top: int8, in units of 16:
	// [see the Name constants][syllable]. It may be empty.
	Names     []byte
	NameClass int

	once  sync.Once
	costs *costs
}

// MaxUnknown bounds the syllables of an unknown word, MostUnknown the classes of unknown words.
const (
	MaxUnknown  = 8
	MostUnknown = 2
)

// Edge stands for the start and the end of a word beside the numbers of its syllables.
const Edge = 11172

// What a table of Names is about: a syllable of a word of three, by its place, or one of a longer word.
const (
	Name3First = iota // 김민수: the family's name
	Name3Second
	Name3Third
	NameFirst // 라흐마니노프
	NameMiddle
	NameLast
	NumNames
)

// NamesSize is the size of Names.
const NamesSize = NumNames * Edge

// mostNamed bounds what all syllables of a word cost by Names.
const mostNamed = 6 * Scale

// syllable is what a syllable of the run costs within a word that the lexicon lacks.
type syllable struct {
	syllableCosts
	number  int32 // 0 … 11171
	joined  int32 // to the one before it in the run, if that is in the word
	opening int32 // as the first of a word
	closing int32 // as the last
}

// syllableCosts are what is told of a syllable in UnkFirst, UnkLast and Names.
type syllableCosts struct {
	first, last [MostUnknown]int16 // by class of unknown words
	names       [NumNames]int8
}

// names tells what the syllables of a word cost by Names, one after the other.
type names struct {
	length int
	three  int32 // of the first three
	longer int32 // of all but the last
}

// next goes on to a syllable and gives what the word that ends with it costs.
func (n *names) next(s *syllable) int32 {
	of := func(table int) int32 { return 16 * int32(s.names[table]) }
	n.length++
	cost := int32(0)
	switch n.length {
	case 1:
		n.three, n.longer = of(Name3First), of(NameFirst)
		return 0
	case 2:
		n.three += of(Name3Second)
	case 3:
		cost = n.three + of(Name3Third)
	default:
		cost = n.longer + of(NameLast)
	}
	n.longer += of(NameMiddle)
	return max(-mostNamed, min(mostNamed, cost))
}

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

// inf is a cost that no way reaches, and neither does its half.
const inf = int32(1) << 29

func int16At(b []byte, i int) int32 { return int32(int16(binary.LittleEndian.Uint16(b[2*i:]))) }

// costs are the parameters as the search wants them.
type costs struct {
	bigram  []int16 // [left class of the right item][right class of the left item]; goes on so far that no two classes are beyond it
	stride  uintptr // of a left class in bigram, in bytes
	lefts   *[4 * MaxClasses]leftCost
	unknown []unknown

	syllables []syllableCosts
}

// leftCost is what is known of what an item of a class costs beside what stands before it, by the sound that does.
type leftCost struct {
	sound int16 // what the sound costs
	floor int16 // the least of the class's row of bigram, with the sound where that costs anything
}

// unknown is a class of unknown words.
type unknown struct {
	left, right uint16
	named       int32 // all bits if Names are about it
	length      [MaxUnknown + 1]int32
}

// noSound is before the first unit, where no sound costs anything.
const noSound = 3

// made gives the costs, which are made once for all who search.
func (p *Params) made() *costs {
	p.once.Do(func() {
		n := p.Classes
		c := &costs{bigram: make([]int16, MaxClasses*(n+1)), stride: 2 * uintptr(n), lefts: new([4 * MaxClasses]leftCost), syllables: make([]syllableCosts, Edge)}
		for left := range n {
			row := c.bigram[left*n:][:n]
			for right := range n {
				row[right] = int16(int16At(p.Bigram, right*n+left))
			}
			floor := slices.Min(row)
			for k := range noSound {
				sound := int16(int16At(p.Sound, left*3+k))
				c.lefts[4*left+k] = leftCost{sound, int16(min(math.MaxInt16, int32(floor)+max(0, int32(sound))))}
			}
			c.lefts[4*left+noSound] = leftCost{0, floor}
		}
		for k := range p.Unknown {
			u := unknown{left: p.Unknown[k].Left, right: p.Unknown[k].Right}
			if k == p.NameClass {
				u.named = -1
			}
			for n := range u.length {
				u.length[n] = int16At(p.UnkLen, k*(MaxUnknown+1)+n)
			}
			c.unknown = append(c.unknown, u)
		}
		for i := range c.syllables {
			s := &c.syllables[i]
			for k := range p.Unknown {
				s.first[k], s.last[k] = 8*int16(int8(p.UnkFirst[k*Edge+i])), 8*int16(int8(p.UnkLast[k*Edge+i]))
			}
			for k := range s.names {
				if len(p.Names) > 0 {
					s.names[k] = int8(p.Names[k*Edge+i])
				}
			}
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
		if c := nd.best.cost() + int16At(l.P.Bigram, int(nd.Right)*l.P.Classes+l.P.End); c < l.total {
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
		pl.ends, pl.least, pl.from, pl.to, pl.nodes = kept.ends, kept.least, kept.from, kept.to, kept.nodes
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

// chars gives what two neighbouring syllables cost within a noun.
func (l *Lattice) chars(a, b int) int32 { return 16 * int32(l.P.Chars[CharPair(a, b)]) }

// Final tells whether a way may end with this node.
func Final(n *Node) bool {
	return n.Kind != KindStart && (n.State == conj.Full || n.State == conj.Base)
}

// likely is an entry of the lexicon that may be worth a node.
type likely struct {
	entry uint64
	cost  int32 // of the item
	whole int32 // with that of the sound before it
	low   int32 // what it costs at least, with whatever stands before it
	end   int32
	best  key // the best node before it, with its cost and that of the two classes
}

// chunk is how many entries are looked at together.
const chunk = 64

// sift writes those of a list of entries to likely[n] and on that may be worth a node that costs at most so much more than the
// best one before it. It gives how many there are then and how many entries it went through, all that it can take or up to the
// last of the list, and which bits any of them has.
func (l *Lattice) sift(n int, entries [][EntrySize]byte, most, end int32) (after, read int, any uint64) {
	to := unsafe.Pointer(&l.likely[n])
	lefts, extra := unsafe.Pointer(&l.costs.lefts[l.sound&3]), &l.extra
	states := uint64(l.states) << afterAt
	over := most + 1
	for i := range entries {
		x := binary.LittleEndian.Uint64(entries[i][:])
		any |= x
		left := unsafe.Add(lefts, unsafe.Sizeof(leftCost{})*4*uintptr(x&(MaxClasses-1)))
		cost := entryCost(x) + extra[x>>rareAt&3]
		low := cost + int32((*leftCost)(left).floor)
		k := (*likely)(to)
		k.entry, k.cost, k.whole, k.low, k.end = x, cost, cost+int32((*leftCost)(left).sound), low, end
		// most cost too much whatever stands before them, so that no branch is foreseen
		to = unsafe.Add(to, unsafe.Sizeof(likely{})*uintptr(uint32(low-over)>>31&uint32(uint64(-int64(x&states))>>63)))
		if x>>lastAt&1 != 0 || to == unsafe.Pointer(&l.likely[chunk]) {
			return int((uintptr(to) - uintptr(unsafe.Pointer(&l.likely))) / unsafe.Sizeof(likely{})), i + 1, any
		}
	}
	panic("lattice: a list without an end")
}

// nearest finds the best node before each of some entries. It looks at every node of the front and never branches on what it
// finds: that costs less than to guess wrong once, which a search that stops as early as it can, or remembers what it found for
// a class, does all the time. Nothing else is done here, so that all it needs is in registers.
//
//go:noinline
func nearest(some, last *likely, fronts, end *front, bigram unsafe.Pointer, stride uintptr) {
	for e := some; e != last; e = (*likely)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(likely{}))) {
		row := unsafe.Add(bigram, stride*uintptr(e.entry&(MaxClasses-1)))
		after := uint8(e.entry >> afterAt)
		best := none
		for f := fronts; f != end; f = (*front)(unsafe.Add(unsafe.Pointer(f), unsafe.Sizeof(front{}))) {
			k := f.key + key(*(*int16)(unsafe.Add(row, 2*uintptr(f.right))))<<32
			if uint8(f.state)&after == 0 {
				k = none
			}
			if k < best {
				best = k
			}
		}
		e.best = best
	}
}

// nearest finds the best node before each of the first n of likely.
func (l *Lattice) nearest(n int) []likely {
	some := l.likely[:n]
	fronts := unsafe.Pointer(unsafe.SliceData(l.front))
	nearest(&l.likely[0], &l.likely[n], (*front)(fronts), (*front)(unsafe.Add(fronts, uintptr(len(l.front))*unsafe.Sizeof(front{}))), unsafe.Pointer(unsafe.SliceData(l.costs.bigram)), l.costs.stride)
	return some
}

// ask makes an item of a class that which of likely are asked about; it does not come from the list of a place.
func (l *Lattice) ask(which int, left uint16, after conj.Mask) {
	l.likely[which].entry = uint64(left) | uint64(after)<<afterAt
}

// keep makes nodes of those entries from place p on that cost little enough. It makes one of each and then goes on from it,
// or not, so that no branch is foreseen.
func (l *Lattice) keep(some []likely, p int32) {
	l.grow(chunk)
	n, nodes := int32(len(l.Nodes)), l.Nodes[:cap(l.Nodes)]
	before, prune, places := l.places[p].least, l.prune, l.places
	for i := range some {
		e := &some[i]
		nd := &nodes[n]
		pl := &places[e.end]
		best := e.best.plus(e.whole)
		nd.Begin, nd.End = p, e.end
		nd.Item, nd.Cost = entryItem(e.entry), e.cost
		nd.best, nd.next = best, pl.ends
		nd.Left, nd.Right = entryLeft(e.entry), entryRight(e.entry)
		nd.setStates(e.entry)
		worth := min(pl.least+prune, inf/2) - max(best.cost(), before+e.low) // below 0: it is not
		ends := pl.ends
		if worth >= 0 {
			ends = n
		}
		pl.ends = ends
		pl.least = min(pl.least, best.cost()|worth>>31&inf)
		n += int32(^uint32(worth) >> 31)
	}
	l.Nodes = l.Nodes[:n]
}

// setStates sets After, State, Kind and Flags to those of an entry, all at once.
func (nd *Node) setStates(entry uint64) {
	y := uint32(entry >> afterAt)
	binary.LittleEndian.PutUint32((*[4]byte)(unsafe.Pointer(&nd.After))[:], y&0x3F|y<<(8-6)&0x700|y<<(24-9)&0x7000000|KindItem<<16)
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
		if words && nd.Kind == KindUnknown {
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

// An unknown word costs more that ends as a word of the lexicon does, of two syllables with two or more before them, or of more
// with one or more before: likelier two words are written as one (외과수술, 열린세르비아).
const (
	engulfsTwo  = 2 * Scale
	engulfsMore = 3 * Scale
)

// engulfed gives what an unknown word that ends at a place costs for the words of the lexicon that end there too.
func (l *Lattice) engulfed(n *Node, pl *place) int32 {
	const two, fewest = 1 << 2, 4
	length := pl.before - l.places[n.Begin].before
	shorter := pl.words & (1<<length - 1)
	switch {
	case shorter&^two != 0:
		return engulfsMore
	case shorter != 0 && length >= fewest:
		return engulfsTwo
	}
	return 0
}

// insert puts node i into the front.
func (l *Lattice) insert(i int32) {
	n := &l.Nodes[i]
	state := conj.Of(n.State)
	l.states |= state
	l.fronts = append(l.fronts, front{keyOf(n.best.cost(), i), n.Right, state, n.Kind})
}

// empties adds the items that cover nothing at place p.
func (l *Lattice) empties(p int32) {
	first := len(l.Nodes)
	pl := &l.places[p]
	may := l.empty[:0]
	for i := range l.P.Empty {
		e := &l.P.Empty[i]
		after, state := conj.Mask(e.After), conj.State(e.State)
		if after&l.states == 0 || p == 0 && state == conj.Full {
			continue
		}
		if after.Has(conj.Full) && (p == 0 && l.Nodes[0].Right == uint16(l.P.Start) || l.sound == int(conj.Closed) || l.sound == int(conj.Liquid)) {
			continue // the copula vanishes after a vowel only
		}
		l.ask(len(may), e.Left, after)
		may = append(may, int32(i))
	}
	l.empty = may
	if len(may) == 0 {
		return
	}
	for k, e := range l.nearest(len(may)) {
		of := &l.P.Empty[may[k]]
		if before := e.best.plus(int32(l.costs.lefts[4*int(of.Left)+l.sound].sound) + int32(of.Cost)); before.cost() <= l.most(pl) {
			l.node(p, before).set(p, of, KindEmpty)
		}
	}
	for i := first; i < len(l.Nodes); i++ {
		l.insert(int32(i))
	}
}

// set fills in what is not yet known of a new node.
func (nd *Node) set(begin int32, e *Entry, kind uint8) {
	nd.Begin = begin
	nd.Item, nd.Cost = e.Item, int32(e.Cost)
	nd.Left, nd.Right = e.Left, e.Right
	nd.After, nd.State, nd.Kind, nd.Flags = conj.Mask(e.After), conj.State(e.State), kind, e.Flags
}

// touch reads what the search of the lexicon will read for the first four units from each place on, right or wrong: it branches
// on nothing that it reads, so that the processor waits for all of it at once, where the search waits for one after the other.
func (l *Lattice) touch() {
	if len(l.entries) == 0 {
		return
	}
	trie := unsafe.Slice((*[NodeSize]byte)(unsafe.Pointer(unsafe.SliceData(l.Lex.Trie))), len(l.Lex.Trie)/NodeSize)
	lastNode, lastEntry := uint32(len(trie)-1), uint32(len(l.entries)-1)
	sum := uint64(0)
	node := func(parent uint64, u conj.Unit) uint64 {
		x := binary.LittleEndian.Uint64(trie[min(lastNode, nodeBase(parent)+uint32(u))][:])
		sum += binary.LittleEndian.Uint64(l.entries[min(lastEntry, nodeList(x))][:])
		return x
	}
	root := l.Lex.node(Root)
	units := l.units[max(0, l.kept-1):]
	for len(units) > 1 {
		x := node(node(root, units[0]), units[1])
		if len(units) > 2 {
			x = node(x, units[2])
			if len(units) > 3 {
				node(x, units[3])
			}
		}
		units = units[1:]
	}
	l.touched = sum
}

// items adds the items of the lexicon that begin at p. The first of likely, so many, are asked about too.
func (l *Lattice) items(p int32, asked int) {
	l.extra = [4]int32{1: l.P.Rare, 3: l.P.Rare}
	n := asked
	node, read := uint32(Root), l.Lex.node(Root)
	for q := p; q < int32(len(l.units)); q++ {
		var ok bool
		if node, read, ok = l.Lex.child(node, read, l.units[q]); !ok {
			break
		}
		if list := nodeList(read); list > 0 && q >= l.kept {
			n = l.list(n, asked, p, q+1, list-1)
		}
	}
	l.keep(l.nearest(n)[asked:], p)
}

// list puts the items of a list of entries, which cover the units from p to end, among the likely, of which there are n; it adds
// those that are there when there are too many. It gives how many there are then.
func (l *Lattice) list(n, asked int, p, end int32, first uint32) int {
	entries := l.entries[first:]
	pl, from := &l.places[end], &l.places[p]
	if l.Own != nil {
		own := int32(0)
		if from.syllable >= 0 && (pl.syllable >= 0 || end == int32(len(l.units))) {
			own = l.Own[l.text[3*from.before:3*pl.before]]
		}
		l.extra[2], l.extra[3] = -own, l.extra[1]-own
	}
	for {
		if n == chunk {
			l.keep(l.nearest(n)[asked:], p)
			n = asked
		}
		after, read, any := l.sift(n, entries, l.most(pl)-from.least, end)
		n, entries = after, entries[read:]
		if any>>wordAt&1 != 0 {
			pl.word = l.stamp
			if n := pl.before - from.before; n > 1 && n < 16 {
				pl.words |= 1 << n
			}
		}
		if any>>lastAt&1 != 0 {
			return n
		}
	}
}

// EachWhole calls f with the items that are written as s is.
func (l *Lattice) EachWhole(s string, f func(item uint32)) {
	l.other, _ = conj.Append(l.other[:0], s)
	node := uint32(Root)
	for _, u := range l.other {
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

// unknowns adds the words that the lexicon lacks that begin at p. What stands before each class is in likely. As keep does, it makes a node of each and then goes on from it
// or not.
func (l *Lattice) unknowns(p int32) {
	classes := l.costs.unknown
	var befores [MostUnknown]key
	for k := range classes {
		befores[k&1] = l.likely[k].best.plus(int32(l.costs.lefts[4*int(classes[k].left)+l.sound].sound))
	}
	l.grow(MaxUnknown * MostUnknown)
	n, nodes := int32(len(l.Nodes)), l.Nodes[:cap(l.Nodes)]
	from := int(l.places[p].before)
	syllables := l.syllables[from:]
	syllables = syllables[:min(len(syllables), MaxUnknown)]
	chars, names := syllables[0].opening-syllables[0].joined, names{}
	firsts := syllables[0].first
	last := p
	for i := range syllables {
		final := &syllables[i]
		last = l.places[last].next
		named := names.next(final)
		chars += final.joined
		pl := &l.places[last]
		if last <= l.kept || pl.word == l.stamp {
			continue // the lexicon has a word there, so that none need be invented
		}
		whole := chars + final.closing
		if l.Own != nil {
			whole -= l.Own[l.text[3*from:3*(from+i+1)]]
		}
		for k := range classes {
			u := &classes[k]
			nd := &nodes[n]
			cost := whole + u.length[i+1] + int32(firsts[k&1]) + int32(final.last[k&1]) + named&u.named
			best := befores[k&1].plus(cost)
			nd.Begin, nd.End = p, last
			nd.Item, nd.Cost = uint32(k), cost
			nd.best, nd.next = best, pl.ends
			nd.Left, nd.Right = u.left, u.right
			binary.LittleEndian.PutUint32((*[4]byte)(unsafe.Pointer(&nd.After))[:], 1<<conj.Full|uint32(conj.Full)<<8|KindUnknown<<16)
			worth := min(pl.least+l.prune, inf/2) - best.cost() // below 0: it is not
			ends := pl.ends
			if worth >= 0 {
				ends = n
			}
			pl.ends = ends
			pl.least = min(pl.least, best.cost())
			n += int32(^uint32(worth) >> 31)
		}
	}
	l.Nodes = l.Nodes[:n]
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
	for i := l.last; i > 0; i = l.Nodes[i].best.node() {
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
	l.open, l.paths = l.open[:0], l.paths[:0]
	most := l.total + slack
	for i := l.places[len(l.units)].ends; i >= 0; i = l.Nodes[i].next {
		if nd := &l.Nodes[i]; Final(nd) {
			rest := int16At(l.P.Bigram, int(nd.Right)*l.P.Classes+l.P.End)
			if best := nd.best.cost() + rest; best <= most {
				l.push(partial{best, rest, l.link(i, -1)})
			}
		}
	}
	for pops := 0; len(l.open) > 0 && n > 0 && pops < 4096; pops++ {
		last := len(l.open) - 1
		p := l.open[last]
		l.open = l.open[:last]
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
		if len(l.open) >= n {
			most = min(most, l.open[len(l.open)-n].estimate) // each of these leads to a way that costs as much
		}
		pl := &l.places[nd.Begin]
		rest := p.rest + nd.Cost + int32(l.costs.lefts[4*int(nd.Left)+int(pl.sound)].sound)
		l.more = slices.Grow(l.more[:0], int(pl.to-pl.from)+1)
		found := l.before(l.more[:cap(l.more)], l.fronts[pl.from:pl.to], nd, i, most-rest)
		for _, m := range l.more[:found] {
			l.push(partial{m.cost + rest, m.pair + rest, l.link(m.node, p.path)})
		}
	}
}

// before is a node that may stand before another.
type before struct {
	cost int32 // of the best way up to it, and of the pair
	pair int32
	node int32
}

// before writes to dst which nodes of a front may stand before node i, where that costs at most so much, and gives how many. As
// keep does, it writes each and then goes on from it or not.
func (l *Lattice) before(dst []before, fronts []front, nd *Node, i, most int32) (n int) {
	row := unsafe.Pointer(&l.costs.bigram[int(nd.Left)*l.P.Classes])
	after, barred := nd.After, uint8(0)
	if nd.Kind == KindEmpty {
		barred = 1 << KindEmpty
		if nd.State == conj.Full {
			barred |= 1 << KindStart
		}
	}
	for k := range fronts {
		f := &fronts[k]
		pair := int32(*(*int16)(unsafe.Add(row, 2*uintptr(f.right))))
		m := &dst[n]
		m.cost, m.pair, m.node = f.key.cost()+pair, pair, f.key.node()
		unfit := int32(uint8(f.state&after)) - 1 | most - m.cost | i - 1 - m.node // below 0: it is
		unfit |= -int32(barred >> (f.kind & 7) & 1)
		n += int(^uint32(unfit) >> 31)
	}
	return n
}

func (l *Lattice) link(node, next int32) int32 {
	l.paths = append(l.paths, link{node, next})
	return int32(len(l.paths) - 1)
}

// push puts a partial way among the open ones, the best of which is the last: few are open, and most that are pushed are among
// the best.
func (l *Lattice) push(p partial) {
	l.open = append(l.open, p)
	i := len(l.open) - 1
	for ; i > 0 && l.open[i-1].less(p); i-- {
		l.open[i] = l.open[i-1]
	}
	l.open[i] = p
}

func (p partial) less(q partial) bool {
	return p.estimate < q.estimate || p.estimate == q.estimate && p.path < q.path
}
