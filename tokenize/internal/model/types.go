package model

import "math"

// The table of types tells of each common surface how it may be analysed. Types whose hashes fall together are a group; what is
// known of them stands in one place, so that memory is asked once for a surface, and nowhere is the address of a single one. Most
// surfaces end as many others do, so that the commonest tails are written once; half of the types have one analysis with such a
// tail: these are simple and take six bytes. What is known of others is bits, short where it is common.
//
//	Table     by 16 groups: uint32: where in Analyses they begin; uint16 of each: how far from there it does
//	Analyses  by group: uint8 number of simple types, uint8 number of others
//	          of each simple type, 48 bits: check (16), number of the tail (15), head (17)
//	          of each other type, 16 bits: lower bits of the check (10), size of what is known of it in bytes (6)
//	          of each other type, what is known of it:
//	            higher bits of the check (6), number of analyses - 1 (3)
//	            of each analysis but the first: its cost above that of the first, in 1/8 nat (6); 1 if it has the head of the one
//	              before, or 0 (1)
//	            unless it has: the head, a number of morphWidths
//	            1 (1), the next part; and so on until
//	            0 (1), number of the tail, of tailWidths
//	          at last eight bytes of no meaning, so that eight can be read from anywhere
//	Tails     uint32: where a tail begins, from the section's start, and where the last one ends; then Parts, 4 bytes each
//
// The head is the number of the first morpheme, which covers what the others leave of the surface. A part is a number of
// morphWidths, what it covers less one (2; 3: it follows in 4), and 0 or 1 and what it shares (1 or 5). A number of widths is which
// width (2) and, in so many bits, what it is above all that the widths before can write; of the last one what it is. Bits are
// filled from the lowest of the first byte.

// Part is a morpheme of an analysis: its number, how many syllables it shares with the one before, and how many it covers.
type Part uint32

const (
	morphBits = 17
	// unknownPart plus a tag is the morpheme of a Part that the model lacks.
	unknownPart = 1<<morphBits - 64

	// MostSyllables bounds the syllables that a part covers.
	MostSyllables = 15
	// MostAnalyses bounds the analyses of a type.
	MostAnalyses = 8
	// TypeCost is the unit of a stored cost: a part of a nat.
	TypeCost = 8

	partSize = 4

	checkBits  = 16
	simpleSize = 6
	simpleTail = 15 // bits
	otherSize  = 2
	otherCheck = 10 // bits
	sizeBits   = 6
	analyses   = 3
	costBits   = 6
	padding    = 8
)

// widths are the numbers of bits in which a number may be written.
type widths [4]struct{ bits, base uint32 }

func widthsOf(bits [4]uint32) (w widths) {
	base := uint32(0)
	for i, n := range bits {
		w[i].bits, w[i].base = n, base
		base += 1 << n
	}
	w[3].base = 0
	return w
}

// The morphemes are numbered by how common they are, and so are the tails.
var (
	morphWidths = widthsOf([4]uint32{9, 12, 14, morphBits})
	tailWidths  = widthsOf([4]uint32{4, 9, 13, 17})
)

// mostTails bounds the tails that are written once.
const mostTails = 1 << 17

// PartOf makes a part. ok is false where the numbers are too large.
func PartOf(morph uint32, shared, covers int) (p Part, ok bool) {
	switch {
	case morph >= UnknownBase && morph < UnknownBase+64:
		morph = morph - UnknownBase + unknownPart
	case morph >= unknownPart:
		return 0, false
	}
	ok = 0 <= shared && shared <= MostSyllables && 0 <= covers && covers <= MostSyllables
	return partOf(morph, uint32(shared), uint32(covers)), ok
}

func partOf(morph, shared, covers uint32) Part {
	return Part(morph | covers<<morphBits | shared<<(morphBits+4))
}

// Morph gives the number of the morpheme.
func (p Part) Morph() uint32 {
	m := p.number()
	if m >= unknownPart {
		m += UnknownBase - unknownPart
	}
	return m
}

// number gives the number of the morpheme among those of parts.
func (p Part) number() uint32 { return uint32(p) & (1<<morphBits - 1) }

// Covers gives how many syllables the part covers.
func (p Part) Covers() int { return int(p >> morphBits & 15) }

// Shared gives how many of them the part before covers as well.
func (p Part) Shared() int { return int(p >> (morphBits + 4) & 15) }

// Type is a surface and its analyses, the likeliest first.
type Type struct {
	Hash     uint64
	Analyses []TypeAnalysis
}

// TypeAnalysis is an analysis of a type. The first part shares no syllable with anything, and covers what the others leave of the
// surface, so that what it says that it covers is not stored.
type TypeAnalysis struct {
	Cost  float64 // in nats
	Parts []Part
}

// A record of Table is about so many groups, and has so many bytes.
const (
	recordGroups = 16
	recordSize   = 4 + 2*recordGroups
)

// group gives the group of a hash; the highest bits of the hash are its check.
func group(hash uint64, groups int) int { return int(uint64(uint32(hash)) * uint64(groups) >> 32) }

func check(hash uint64) uint32 { return uint32(hash >> (64 - checkBits)) }

// typesOfGroup is how many types a group has on average.
const typesOfGroup = 8

// Find gives the analyses of a type, to be read one after the other; ok is false if the table does not hold it. One of some
// eight thousand surfaces that are not in it passes for one that is, so that the analyses must be compared with the surface.
func (f *File) Find(hash uint64) (r TypeReader, ok bool) {
	at := f.Glance(hash)
	groups := f.sections[Analyses]
	if uint64(at)+padding >= uint64(len(groups)) {
		return r, false
	}
	simple, others := int(groups[at]), int(groups[at+1])
	types := groups[at+2:]
	want := check(hash)
	for ; simple > 0; simple-- {
		x := u64(types, 0)
		if uint32(x)&(1<<checkBits-1) == want {
			r.Left, r.simple, r.tails = 1, true, f.sections[Tails]
			r.head, r.number = simpleOf(x)
			return r, true
		}
		types = types[simpleSize:]
	}
	body := otherSize * others
	for i := range others {
		x := u16(types, otherSize*i)
		if (x^want)&(1<<otherCheck-1) == 0 {
			r.bits.from, r.tails = types[body:], f.sections[Tails]
			if r.bits.read(checkBits-otherCheck) == want>>otherCheck {
				r.Left = int(r.bits.read(analyses)) + 1
				return r, true
			}
			r.bits.at = 0
		}
		body += int(x >> otherCheck & (1<<sizeBits - 1))
	}
	return r, false
}

// simpleOf gives the head and the number of the tail of a simple type, whose record the lower 48 bits are.
func simpleOf(record uint64) (head Part, tail uint32) {
	return Part(record >> (checkBits + simpleTail) & (1<<morphBits - 1)), uint32(record >> checkBits & (1<<simpleTail - 1))
}

func u16(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 }

// Glance gives where in Analyses Find would look.
func (f *File) Glance(hash uint64) uint32 {
	t := f.sections[Table]
	if len(t) < recordSize {
		return math.MaxUint32
	}
	return groupAt(t, group(hash, groupsOf(t)))
}

// groupsOf gives how many groups a table has.
func groupsOf(table string) int { return len(table) / recordSize * recordGroups }

// groupAt gives where in Analyses a group begins.
func groupAt(table string, group int) uint32 {
	record := table[group/recordGroups*recordSize:][:recordSize]
	at := 4 + 2*(group%recordGroups)
	return u32(record, 0) + u16(record, at)
}

// TypeReader reads the analyses of a type one after the other.
type TypeReader struct {
	Left   int // how many are still to be read
	simple bool
	more   bool // one has been read
	head   Part
	number uint32 // of a simple type's tail
	bits   bitReader
	tails  string
}

// Next reads the next analysis: what it costs above the first, in 1/8 nat, and its first morpheme. The parts that follow it are
// appended to dst.
func (r *TypeReader) Next(dst []Part) (cost int, head uint32, parts []Part) {
	r.Left--
	if r.simple {
		return 0, r.head.Morph(), r.tail(dst, r.number)
	}
	same := uint32(0)
	if r.more {
		cost, same = int(r.bits.read(costBits)), r.bits.read(1)
	}
	r.more = true
	if same == 0 {
		r.head = Part(r.bits.number(&morphWidths))
	}
	for r.bits.read(1) == 1 {
		dst = append(dst, r.bits.part())
	}
	return cost, r.head.Morph(), r.tail(dst, r.bits.number(&tailWidths))
}

// tail appends the parts of a tail.
func (r *TypeReader) tail(dst []Part, number uint32) []Part {
	at := r.tails[4*number:][:8]
	for tail := r.tails[u32(at, 0):u32(at, 4)]; len(tail) >= partSize; tail = tail[partSize:] {
		dst = append(dst, Part(u32(tail, 0)))
	}
	return dst
}

// bitReader reads bits, those of a number from the lowest.
type bitReader struct {
	from string // and eight bytes or more behind what is read
	at   uint32
}

// peek gives what comes next, 57 bits or more.
func (r *bitReader) peek() uint64 { return u64(r.from, int(r.at>>3)) >> (r.at & 7) }

func (r *bitReader) read(n uint32) uint32 {
	x := r.peek()
	r.at += n
	return uint32(x) & (1<<n - 1)
}

// number reads a number of one of some widths.
func (r *bitReader) number(w *widths) uint32 {
	x := r.peek()
	of := &w[x&3]
	r.at += 2 + of.bits
	return of.base + uint32(x>>2)&(1<<(of.bits&31)-1)
}

// part reads a part.
func (r *bitReader) part() Part {
	morph := r.number(&morphWidths)
	covers, shared := r.read(2)+1, uint32(0)
	if covers > 3 {
		covers = r.read(4)
	}
	if r.read(1) == 1 {
		shared = r.read(4)
	}
	return partOf(morph, shared, covers)
}
