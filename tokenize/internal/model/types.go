package model

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// The table of types tells of each common surface how it may be analysed. Types whose hashes fall together are a group; what is
// known of them stands in one place, so that memory is asked once for a surface, and nowhere is the address of a single one.
//
//	Table     uint32: where in Analyses a group begins; and where the last one ends
//	Analyses  by group: uint8 number of types; of each: uint32 check · 256 + size; then of each what is known, of that size:
//	            uint8: of the first analysis: 128 if its tail follows, 16·(number of analyses - 1), cost in 1/8 nat;
//	                   of another: 128 likewise, 64 if it has the head of the one before, cost above the first in 1/8 nat
//	            3 bytes: the head, the lowest bytes of a Part; not where it is that of the one before
//	            the tail, all that follows the head: uvarint number in Tails; or uint8 number of parts and the parts
//	Tails     uint32: where a tail begins, from the section's start, and where the last one ends; then Parts, 4 bytes each
//
// Most surfaces end as many others do, and most second analyses begin as the first does: a type takes 19 bytes, where 32 would
// hold all that is known of it written out and an address.

// Part is a morpheme of an analysis: its number, how many syllables it shares with the one before, and how many it covers.
type Part uint32

const (
	morphBits = 18
	// unknownPart plus a tag is the morpheme of a Part that the model lacks.
	unknownPart = 1<<morphBits - 64

	// MostSyllables bounds the syllables that a part covers.
	MostSyllables = 15
	// MostAnalyses bounds the analyses of a type.
	MostAnalyses = 8
	// TypeCost is the unit of a stored cost: a part of a nat.
	TypeCost = 8

	mostFirst = 15 // a first analysis's cost
	mostCost  = 63 // another one's above it
	partSize  = 4
	headBytes = 3 // it shares nothing with what is before

	// what stands beside the cost of an analysis
	sameHead    = 64
	tailFollows = 128
)

// PartOf makes a part. ok is false where the numbers are too large.
func PartOf(morph uint32, shared, covers int) (p Part, ok bool) {
	switch {
	case morph >= UnknownBase && morph < UnknownBase+64:
		morph = morph - UnknownBase + unknownPart
	case morph >= unknownPart:
		return 0, false
	}
	ok = 0 <= shared && shared <= MostSyllables && 0 <= covers && covers <= MostSyllables
	return Part(morph | uint32(covers)<<morphBits | uint32(shared)<<(morphBits+4)), ok
}

// Morph gives the number of the morpheme.
func (p Part) Morph() uint32 {
	m := uint32(p) & (1<<morphBits - 1)
	if m >= unknownPart {
		m += UnknownBase - unknownPart
	}
	return m
}

// Covers gives how many syllables the part covers.
func (p Part) Covers() int { return int(p >> morphBits & 15) }

// Shared gives how many of them the part before covers as well.
func (p Part) Shared() int { return int(p >> (morphBits + 4) & 15) }

// Type is a surface and its analyses, the likeliest first.
type Type struct {
	Hash     uint64
	Analyses []TypeAnalysis
}

// TypeAnalysis is an analysis of a type. The first part shares no syllable with anything.
type TypeAnalysis struct {
	Cost  float64 // in nats
	Parts []Part
}

// group gives the group of a hash; the rest of the hash is its check.
func group(hash uint64, groups int) int { return int(uint64(uint32(hash)) * uint64(groups) >> 32) }

func check(hash uint64) uint32 { return uint32(hash >> 40) }

// typesOfGroup is how many types a group has on average.
const typesOfGroup = 8

// Find gives what is known of a type, for Analyses; "" if the table does not hold it. One of some million surfaces that are not
// in it passes for one that is.
func (f *File) Find(hash uint64) string {
	at := f.Glance(hash)
	groups := f.sections[Analyses]
	if int(at) >= len(groups) {
		return ""
	}
	n := int(groups[at])
	heads := groups[at+1:]
	body := 4 * n
	for i := range n {
		x := u32(heads, 4*i)
		if x>>8 == check(hash) {
			return heads[body : body+int(x&0xFF)]
		}
		body += int(x & 0xFF)
	}
	return ""
}

// Glance gives where in Analyses Find would look.
func (f *File) Glance(hash uint64) uint32 {
	t := f.sections[Table]
	if len(t) < 8 {
		return math.MaxUint32
	}
	return u32(t, 4*group(hash, len(t)/4-1))
}

// TypeReader reads the analyses of a type one after the other.
type TypeReader struct {
	Left  int // how many are still to be read
	first int // cost of the first one; -1 before it is read
	head  Part
	rest  string
	tails string
}

// Analyses begins to read what Find gave.
func (f *File) Analyses(found string) TypeReader {
	return TypeReader{Left: int(found[0]>>4&7) + 1, rest: found, tails: f.sections[Tails], first: -1}
}

// Next reads the next analysis: what it costs, in 1/8 nat, its first part and those that follow.
func (r *TypeReader) Next() (cost int, head Part, tail Parts) {
	r.Left--
	b := r.rest
	x := b[0]
	b = b[1:]
	if r.first < 0 {
		r.first = int(x & mostFirst)
		cost = r.first
		x &^= sameHead
	} else {
		cost = r.first + int(x&mostCost)
	}
	if x&sameHead == 0 {
		r.head = Part(b[0]) | Part(b[1])<<8 | Part(b[2])<<16
		b = b[headBytes:]
	}
	if x&tailFollows != 0 {
		n := 1 + partSize*int(b[0])
		r.rest = b[n:]
		return cost, r.head, Parts(b[1:n])
	}
	number, k := int(b[0]), 1
	if number >= 0x80 {
		number = number&0x7F | int(b[1])<<7
		k = 2
		if number >= 0x4000 {
			number = number&0x3FFF | int(b[2])<<14
			k = 3
		}
	}
	r.rest = b[k:]
	at := r.tails[4*number:][:8]
	return cost, r.head, Parts(r.tails[u32(at, 0):u32(at, 4)])
}

// Parts are parts as they are stored.
type Parts string

// Len gives how many parts there are.
func (p Parts) Len() int { return len(p) / partSize }

// At gives part i.
func (p Parts) At(i int) Part { return Part(u32(string(p), partSize*i)) }

// leastTail is how often a tail must occur for it to be written in Tails.
const leastTail = 3

// BuildTypes makes Table, Analyses and Tails. A type is left out if it is too large or if another one looks the same to Find;
// left tells how many are.
func BuildTypes(types []Type) (table, analyses, tails []byte, left int) {
	count := map[string]int{}
	for _, t := range types {
		for _, a := range t.Analyses {
			count[tailOf(a)]++
		}
	}
	var common []string
	for t, n := range count {
		if n >= leastTail || t == "" {
			common = append(common, t)
		}
	}
	slices.SortFunc(common, func(a, b string) int {
		if n := count[b] - count[a]; n != 0 {
			return n
		}
		if a < b {
			return -1
		}
		return 1
	})
	common = common[:min(len(common), 1<<21)]
	numbers := map[string]int{}
	at := 4 * (len(common) + 1)
	for i, t := range common {
		numbers[t] = i
		tails = binary.LittleEndian.AppendUint32(tails, uint32(at))
		at += len(t)
	}
	tails = binary.LittleEndian.AppendUint32(tails, uint32(at))
	for _, t := range common {
		tails = append(tails, t...)
	}

	groups := len(types)/typesOfGroup + 1
	members := make([][]int, groups)
	for i := range types {
		g := group(types[i].Hash, groups)
		members[g] = append(members[g], i)
	}
	for _, of := range members {
		table = binary.LittleEndian.AppendUint32(table, uint32(len(analyses)))
		slices.SortFunc(of, func(a, b int) int { return int(check(types[a].Hash)) - int(check(types[b].Hash)) })
		var heads, bodies []byte
		for k, i := range of {
			b := appendType(nil, types[i], numbers)
			if b == nil || len(b) > 0xFF || k > 0 && check(types[of[k-1]].Hash) == check(types[i].Hash) {
				left++
				continue
			}
			heads = binary.LittleEndian.AppendUint32(heads, check(types[i].Hash)<<8|uint32(len(b)))
			bodies = append(bodies, b...)
		}
		if len(heads)/4 > 0xFF {
			panic(fmt.Sprintf("model: a group of %d types", len(heads)/4))
		}
		analyses = append(analyses, uint8(len(heads)/4))
		analyses = append(append(analyses, heads...), bodies...)
	}
	table = binary.LittleEndian.AppendUint32(table, uint32(len(analyses)))
	return table, analyses, tails, left
}

// tailOf gives the parts behind the first as they are stored.
func tailOf(a TypeAnalysis) string {
	var b []byte
	for _, p := range a.Parts[1:] {
		b = binary.LittleEndian.AppendUint32(b, uint32(p))
	}
	return string(b)
}

// appendType appends what is known of a type, nil where it cannot be written.
func appendType(b []byte, t Type, numbers map[string]int) []byte {
	if len(t.Analyses) == 0 || len(t.Analyses) > MostAnalyses {
		return nil
	}
	unit := func(nats float64, most int) uint8 {
		return uint8(max(0, min(float64(most), math.Round(nats*TypeCost))))
	}
	var before Part
	for k, a := range t.Analyses {
		x := unit(a.Cost, mostFirst) | uint8(len(t.Analyses)-1)<<4
		head := a.Parts[0]
		same := k > 0 && head == before
		if k > 0 {
			x = unit(a.Cost-t.Analyses[0].Cost, mostCost)
		}
		if same {
			x |= sameHead
		}
		if head.Shared() > 0 {
			return nil
		}
		before = head
		tail := tailOf(a)
		number, ok := numbers[tail]
		if !ok {
			x |= tailFollows
		}
		b = append(b, x)
		if !same {
			b = append(b, uint8(head), uint8(head>>8), uint8(head>>16))
		}
		if ok {
			b = binary.AppendUvarint(b, uint64(number))
		} else {
			b = append(append(b, uint8(len(tail)/partSize)), tail...)
		}
	}
	return b
}

// VerifyTypes tells what is wrong with the table, so that nothing can be when it is read. known tells whether there is a
// morpheme of this number.
func (f *File) VerifyTypes(known func(morph uint32) bool) error {
	tails, table, groups := f.sections[Tails], f.sections[Table], f.sections[Analyses]
	if len(table) == 0 {
		return nil
	}
	if len(tails) < 4 || len(table) < 8 || len(table)%4 != 0 || len(tails)%4 != 0 {
		return fmt.Errorf("section Table has %d bytes, Tails %d", len(table), len(tails))
	}
	nTails := int(u32(tails, 0))/4 - 1
	for i := range nTails + 1 {
		if 4*i+4 > len(tails) {
			return fmt.Errorf("section Tails has %d bytes for %d tails", len(tails), nTails)
		}
		if from := int(u32(tails, 4*i)); from%4 != 0 || from > len(tails) || i > 0 && from < int(u32(tails, 4*i-4)) {
			return fmt.Errorf("tail %d begins at %d", i, from)
		}
	}
	if nTails < 0 {
		return fmt.Errorf("section Tails has %d tails", nTails)
	}
	partsKnown := func(b string) bool {
		for i := 0; i+partSize <= len(b); i += partSize {
			if !known(Part(u32(b, i)).Morph()) {
				return false
			}
		}
		return true
	}
	if !partsKnown(tails[4*(nTails+1):]) {
		return fmt.Errorf("a tail holds a morpheme that there is not")
	}
	for g := range len(table)/4 - 1 {
		from, to := int(u32(table, 4*g)), int(u32(table, 4*g+4))
		if from >= to || to > len(groups) {
			return fmt.Errorf("group %d stands at [%d,%d) of %d bytes", g, from, to, len(groups))
		}
		b := groups[from:to]
		n := int(b[0])
		at := 1 + 4*n
		for i := range n {
			if at > len(b) {
				break
			}
			size := int(b[1+4*i])
			if at+size > len(b) {
				at = len(b) + 1
				break
			}
			if !verifyType(b[at:at+size], nTails, known, partsKnown) {
				return fmt.Errorf("type %d of group %d has no analyses", i, g)
			}
			at += size
		}
		if at != len(b) {
			return fmt.Errorf("group %d has %d bytes", g, len(b))
		}
	}
	return nil
}

// verifyType tells whether what is known of a type can be read.
func verifyType(b string, tails int, known func(morph uint32) bool, partsKnown func(b string) bool) bool {
	if b == "" {
		return false
	}
	n := int(b[0]>>4&7) + 1
	for k := range n {
		if len(b) < 1 {
			return false
		}
		x := b[0]
		b = b[1:]
		if k == 0 || x&sameHead == 0 {
			if len(b) < headBytes || !known((Part(b[0]) | Part(b[1])<<8 | Part(b[2])<<16).Morph()) {
				return false
			}
			b = b[headBytes:]
		}
		if x&tailFollows != 0 {
			if len(b) < 1 || len(b) < 1+partSize*int(b[0]) || !partsKnown(b[1:1+partSize*int(b[0])]) {
				return false
			}
			b = b[1+partSize*int(b[0]):]
			continue
		}
		code, size := binary.Uvarint(view(b))
		if size < 1 || size > 3 || code >= uint64(tails) {
			return false
		}
		b = b[size:]
	}
	return b == ""
}
