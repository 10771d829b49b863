package lattice

import "encoding/binary"

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
	return Entry{
		Item:  binary.LittleEndian.Uint32(b),
		Left:  binary.LittleEndian.Uint16(b[4:]),
		Right: binary.LittleEndian.Uint16(b[6:]),
		Cost:  int16(binary.LittleEndian.Uint16(b[8:])),
		After: b[10], State: b[11], Flags: b[12],
	}
}

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
	base := binary.LittleEndian.Uint32(l.Trie[node*8:])
	q := base + uint32(unit)
	if base == 0 || int(q)*8+8 > len(l.Trie) || binary.LittleEndian.Uint32(l.Trie[q*8+4:]) != node+1 {
		return 0, false
	}
	return q, true
}

// First gives the first entry of a node's list.
func (l *Lexicon) First(node uint32) (entry uint32, ok bool) {
	q, ok := l.Next(node, 0)
	if !ok {
		return 0, false
	}
	return binary.LittleEndian.Uint32(l.Trie[q*8:]), true
}
