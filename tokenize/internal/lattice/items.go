package lattice

import (
	"encoding/binary"
	"unsafe"

	"kstat/tokenize/internal/conj"
)

// likely is an entry of the lexicon that may be worth a node.
type likely struct {
	entry uint64
	cost  int32 // of the item
	whole int32 // with that of the sound before it
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
		low := cost + int32((*leftCost)(left).floor) // with whatever stands before it
		k := (*likely)(to)
		k.entry, k.cost, k.whole, k.end = x, cost, cost+int32((*leftCost)(left).sound), end
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
	prune, places := l.prune, l.places
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
		worth := min(pl.least+prune, inf/2) - best.cost() // below 0: it is not
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
		if after.Has(conj.Full) && (l.sound == int(conj.Closed) || l.sound == int(conj.Liquid)) {
			continue // the copula vanishes after a vowel only, if need be one beyond a space: 나 라는
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
	l.grow(0) // the front's end must lie within its memory too, which the garbage collector asks of whatever points to it
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
		if own == Hidden {
			return n
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
			if syllables := pl.before - from.before; syllables > 1 && syllables < 16 {
				pl.words |= 1 << syllables
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
