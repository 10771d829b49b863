package lattice

import (
	"encoding/binary"

	"kstat/tokenize/internal/conj"
)

// Lexicon gives the items that begin at a place: a double array over units, whose values are lists of entries.
//
//	Trie     uint64 a node:
//	           bits  0-19 base    The child of node p by unit u is q = base of p + u where
//	           bits 20-39 parent  of q is p+1
//	           bits 40-59 list    number of the node's first entry plus one; 0: none
//	         A node without children has base 0.
//	Entries  uint64 each:
//	           bits  0- 9 left    class towards what stands before
//	           bits 10-19 right   class towards what follows
//	           bits 20-33 cost    of the item in this shape, signed
//	           bits 34-39 after   mask of states that may stand before
//	           bits 40-42 state   that it leaves
//	           bits 43-45 flags   1: the last of its list; 2: a rare shape; 4: a noun or another word on its own
//	           bits 46-63 item    number of the item, or of a morpheme of its own
//
// Both are little-endian and need no alignment. A search goes through them in no order that a processor could foresee, so
// that they are as small as can be: whatever is known of a node comes with one line of the cache.
type Lexicon struct {
	Trie    []byte
	Entries []byte
}

// The sizes of a node and an entry in bytes.
const (
	NodeSize  = 8
	EntrySize = 8
)

// The bounds of what a trie and an entry can hold.
const (
	MaxNodes   = 1<<20 - 1
	MaxLists   = 1<<20 - 2
	MaxClasses = 1 << 10
	MaxItems   = 1 << 18
	MaxCost    = 1<<13 - 1 // 32 nats
)

// The flags of an entry.
const (
	FlagLast = 1
	FlagRare = 2
	FlagWord = 4
)

// Entry is one shape of an item.
type Entry struct {
	Item        uint32
	Left, Right uint16
	Cost        int16
	After       uint8
	State       uint8
	Flags       uint8
}

// Entry reads entry i.
func (l *Lexicon) Entry(i uint32) Entry {
	x := binary.LittleEndian.Uint64(l.Entries[int(i)*EntrySize:])
	return Entry{
		Item: entryItem(x), Left: entryLeft(x), Right: entryRight(x), Cost: int16(entryCost(x)),
		After: uint8(entryAfter(x)), State: uint8(entryState(x)), Flags: entryFlags(x),
	}
}

// Where in an entry some of its fields begin.
const (
	afterAt = 34
	lastAt  = 43
	rareAt  = 44
	wordAt  = 45
)

// The fields of an entry.
func entryLeft(x uint64) uint16      { return uint16(x & 0x3FF) }
func entryRight(x uint64) uint16     { return uint16(x >> 10 & 0x3FF) }
func entryCost(x uint64) int32       { return int32(int64(x<<30) >> 50) }
func entryAfter(x uint64) conj.Mask  { return conj.Mask(x >> 34 & 0x3F) }
func entryState(x uint64) conj.State { return conj.State(x >> 40 & 7) }
func entryFlags(x uint64) uint8      { return uint8(x >> 43 & 7) }
func entryItem(x uint64) uint32      { return uint32(x >> 46) }

// AppendEntry appends an entry as Entry reads it. A cost beyond MaxCost becomes MaxCost; whatever else does not fit is a
// fault of the caller and panics.
func AppendEntry(b []byte, e Entry) []byte {
	if e.Left >= MaxClasses || e.Right >= MaxClasses || e.Item >= MaxItems || e.After > 0x3F || e.State > 7 || e.Flags > 7 {
		panic("lattice: an entry that does not fit")
	}
	cost := uint64(max(-MaxCost, min(MaxCost, int64(e.Cost)))) & 0x3FFF
	return binary.LittleEndian.AppendUint64(b, uint64(e.Left)|uint64(e.Right)<<10|cost<<20|uint64(e.After)<<34|uint64(e.State)<<40|uint64(e.Flags)<<43|uint64(e.Item)<<46)
}

// SetCost changes the cost of entry i.
func (l *Lexicon) SetCost(i uint32, cost int16) {
	e := l.Entry(i)
	e.Cost = cost
	AppendEntry(l.Entries[int(i)*EntrySize:int(i)*EntrySize], e)
}

// Root is the node at which every search begins.
const Root = 0

// Next gives the child of a node by a unit.
func (l *Lexicon) Next(node uint32, unit uint16) (child uint32, ok bool) {
	child, _, ok = l.child(node, l.node(node), unit)
	return child, ok
}

// First gives the first entry of a node's list.
func (l *Lexicon) First(node uint32) (entry uint32, ok bool) {
	list := nodeList(l.node(node))
	return list - 1, list > 0
}

func (l *Lexicon) node(i uint32) uint64 { return binary.LittleEndian.Uint64(l.Trie[int(i)*NodeSize:]) }

// The fields of a node.
func nodeBase(x uint64) uint32   { return uint32(x & 0xFFFFF) }
func nodeParent(x uint64) uint32 { return uint32(x >> 20 & 0xFFFFF) }
func nodeList(x uint64) uint32   { return uint32(x >> 40 & 0xFFFFF) }

// child gives the child by a unit of a node that was read, and reads it.
func (l *Lexicon) child(node uint32, read uint64, unit uint16) (child uint32, childRead uint64, ok bool) {
	base := nodeBase(read)
	q := int(base) + int(unit)
	if base == 0 || NodeSize*(q+1) > len(l.Trie) {
		return 0, 0, false
	}
	childRead = binary.LittleEndian.Uint64(l.Trie[NodeSize*q:])
	return uint32(q), childRead, nodeParent(childRead) == node+1
}
