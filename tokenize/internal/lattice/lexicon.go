package lattice

import (
	"encoding/binary"

	"kstat/tokenize/internal/conj"
)

// Lexicon gives the items that begin at a place: a double array over units, whose values are lists of entries.
//
//	Trie     a pair of uint32 a node: base, check. The child of node p by unit u is q = base[p]+u where check[q] = p+1.
//	         The child by unit 0 holds the index of the node's first entry in its base.
//	Entries  16 bytes each:
//	           0 uint32 item    number of the item, or of a morpheme of its own
//	           4 uint16 left    class towards what stands before
//	           6 uint16 right   class towards what follows
//	           8 int16  cost    of the item in this shape
//	          10 uint8  after   mask of states that may stand before
//	          11 uint8  state   that it leaves
//	          12 uint8  flags   1: the last of its list; 2: a rare shape; 4: a noun or another word on its own
//
// Both are little-endian and need no alignment.
type Lexicon struct {
	Trie    []byte
	Entries []byte
}

// EntrySize is the size of an entry in bytes.
const EntrySize = 16

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
	b := l.Entries[int(i)*EntrySize : int(i)*EntrySize+EntrySize]
	x, y := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
	return Entry{
		Item: entryItem(x), Left: entryLeft(x), Right: entryRight(x),
		Cost: int16(y), After: uint8(entryAfter(y)), State: uint8(entryState(y)), Flags: entryFlags(y),
	}
}

// The fields of an entry by its two halves.
func entryItem(x uint64) uint32      { return uint32(x) }
func entryLeft(x uint64) uint16      { return uint16(x >> 32) }
func entryRight(x uint64) uint16     { return uint16(x >> 48) }
func entryCost(y uint64) int32       { return int32(int16(y)) }
func entryAfter(y uint64) conj.Mask  { return conj.Mask(y >> 16) }
func entryState(y uint64) conj.State { return conj.State(y >> 24) }
func entryFlags(y uint64) uint8      { return uint8(y >> 32) }

// AppendEntry appends an entry as Entry reads it.
func AppendEntry(b []byte, e Entry) []byte {
	b = binary.LittleEndian.AppendUint32(b, e.Item)
	b = binary.LittleEndian.AppendUint16(b, e.Left)
	b = binary.LittleEndian.AppendUint16(b, e.Right)
	b = binary.LittleEndian.AppendUint16(b, uint16(e.Cost))
	return append(b, e.After, e.State, e.Flags, 0, 0, 0)
}

// Root is the node at which every search begins.
const Root = 0

// Next gives the child of a node by a unit.
func (l *Lexicon) Next(node uint32, unit uint16) (child uint32, ok bool) {
	child, _, ok = l.child(node, l.base(node), unit)
	return child, ok
}

func (l *Lexicon) base(node uint32) uint32 { return binary.LittleEndian.Uint32(l.Trie[node*8:]) }

// child gives the child by a unit of a node whose base is known, and the child's own base.
func (l *Lexicon) child(node, base uint32, unit uint16) (child, childBase uint32, ok bool) {
	q := int(base) + int(unit)
	if base == 0 || 8*q+8 > len(l.Trie) {
		return 0, 0, false
	}
	pair := binary.LittleEndian.Uint64(l.Trie[8*q:])
	return uint32(q), uint32(pair), uint32(pair>>32) == node+1
}

// First gives the first entry of a node's list.
func (l *Lexicon) First(node uint32) (entry uint32, ok bool) {
	q, ok := l.Next(node, 0)
	if !ok {
		return 0, false
	}
	return binary.LittleEndian.Uint32(l.Trie[q*8:]), true
}
