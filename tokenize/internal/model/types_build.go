package model

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// leastTail is how often a tail must occur for it to be written in Tails.
const leastTail = 4

// BuildTypes makes Table, Analyses and Tails. A type is left out if it is too large or if another one before it looks the same to
// Find; left tells how many are.
func BuildTypes(types []Type) (table, analyses, tails []byte, left int) {
	tails, numbers := buildTails(types)
	groups := (len(types)/(typesOfGroup*recordGroups) + 1) * recordGroups
	members := make([][]int, groups)
	for i := range types {
		g := group(types[i].Hash, groups)
		members[g] = append(members[g], i)
	}
	begin := 0 // of the groups of a record
	for g, of := range members {
		if g%recordGroups == 0 {
			begin = len(analyses)
			table = binary.LittleEndian.AppendUint32(table, uint32(begin))
		}
		if len(analyses)-begin > math.MaxUint16 {
			panic(fmt.Sprintf("model: groups of %d bytes", len(analyses)-begin))
		}
		table = binary.LittleEndian.AppendUint16(table, uint16(len(analyses)-begin))
		var simple, heads, bodies []byte
		for k, i := range of {
			t := &types[i]
			if slices.ContainsFunc(of[:k], func(j int) bool { return check(types[j].Hash) == check(t.Hash) }) {
				left++
			} else if record, ok := simpleType(t, numbers); ok {
				simple = append(simple, record[:]...)
			} else if b, ok := fitting(t, numbers); ok {
				head := check(t.Hash)&(1<<otherCheck-1) | uint32(len(b))<<otherCheck
				heads = append(heads, uint8(head), uint8(head>>8))
				bodies = append(bodies, b...)
			} else {
				left++
			}
		}
		if len(simple)/simpleSize > 0xFF || len(heads)/otherSize > 0xFF {
			panic(fmt.Sprintf("model: a group of %d types", len(of)))
		}
		analyses = append(analyses, uint8(len(simple)/simpleSize), uint8(len(heads)/otherSize))
		analyses = append(append(append(analyses, simple...), heads...), bodies...)
	}
	return table, append(analyses, make([]byte, padding)...), tails, left
}

// buildTails makes Tails, and gives the number of each tail that is in it.
func buildTails(types []Type) (tails []byte, numbers map[string]uint32) {
	count := map[string]int{}
	for _, t := range types {
		for _, a := range t.Analyses {
			count[tailOf(a.Parts)]++
		}
	}
	var common []string
	for t, n := range count {
		if n >= leastTail && t != "" {
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
	common = slices.Insert(common[:min(len(common), mostTails-1)], 0, "") // none, of which every tail is made in the end
	numbers = map[string]uint32{}
	at := 4 * (len(common) + 1)
	for i, t := range common {
		numbers[t] = uint32(i)
		tails = binary.LittleEndian.AppendUint32(tails, uint32(at))
		at += len(t)
	}
	tails = binary.LittleEndian.AppendUint32(tails, uint32(at))
	for _, t := range common {
		tails = append(tails, t...)
	}
	return tails, numbers
}

// tailOf gives the parts behind the first as they are stored.
func tailOf(parts []Part) string {
	var b []byte
	for _, p := range parts[1:] {
		b = binary.LittleEndian.AppendUint32(b, uint32(p))
	}
	return string(b)
}

// simpleType gives the record of a type that has one analysis, whose tail is one of the commonest.
func simpleType(t *Type, numbers map[string]uint32) (record [simpleSize]byte, ok bool) {
	if len(t.Analyses) != 1 {
		return record, false
	}
	parts := t.Analyses[0].Parts
	number, ok := numbers[tailOf(parts)]
	if !ok || number >= 1<<simpleTail || parts[0].Shared() > 0 {
		return record, false
	}
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(check(t.Hash))|uint64(number)<<checkBits|uint64(parts[0].number())<<(checkBits+simpleTail))
	return [simpleSize]byte(b[:simpleSize]), true
}

// otherType gives what is known of a type; ok is false where it cannot be written.
func otherType(t *Type, numbers map[string]uint32) (body []byte, ok bool) {
	n := len(t.Analyses)
	if n == 0 || n > MostAnalyses {
		return nil, false
	}
	var w bitWriter
	w.write(check(t.Hash)>>otherCheck, checkBits-otherCheck)
	w.write(uint32(n-1), analyses)
	for k, a := range t.Analyses {
		head := a.Parts[0]
		if head.Shared() > 0 {
			return nil, false
		}
		same := k > 0 && head.number() == t.Analyses[k-1].Parts[0].number()
		if k > 0 {
			w.write(uint32(max(0, min(1<<costBits-1, math.Round((a.Cost-t.Analyses[0].Cost)*TypeCost)))), costBits)
			w.flag(same)
		}
		if !same {
			w.number(head.number(), &morphWidths)
		}
		parts := a.Parts
		for {
			number, ok := numbers[tailOf(parts)]
			w.flag(!ok)
			if ok {
				w.number(number, &tailWidths)
				break
			}
			parts = parts[1:]
			w.part(parts[0])
		}
	}
	return w.bytes, len(w.bytes) < 1<<sizeBits
}

// bitWriter writes what bitReader reads.
type bitWriter struct {
	bytes []byte
	n     uint32 // bits
}

func (w *bitWriter) write(x, bits uint32) {
	for i := range bits {
		if w.n%8 == 0 {
			w.bytes = append(w.bytes, 0)
		}
		w.bytes[w.n/8] |= uint8(x>>i&1) << (w.n % 8)
		w.n++
	}
}

func (w *bitWriter) flag(set bool) {
	x := uint32(0)
	if set {
		x = 1
	}
	w.write(x, 1)
}

func (w *bitWriter) number(x uint32, of *widths) {
	for i, width := range of {
		if i == len(of)-1 || x-width.base < 1<<width.bits {
			w.write(uint32(i), 2)
			w.write(x-width.base, width.bits)
			return
		}
	}
}

func (w *bitWriter) part(p Part) {
	w.number(p.number(), &morphWidths)
	if c := uint32(p.Covers()); c >= 1 && c <= 3 {
		w.write(c-1, 2)
	} else {
		w.write(3, 2)
		w.write(c, 4)
	}
	w.flag(p.Shared() > 0)
	if p.Shared() > 0 {
		w.write(uint32(p.Shared()), 4)
	}
}

// VerifyTypes tells what is wrong with the table, so that nothing can be when it is read. known tells whether there is a
// morpheme of this number.
func (f *File) VerifyTypes(known func(morph uint32) bool) error {
	tails, table, groups := f.sections[Tails], f.sections[Table], f.sections[Analyses]
	if len(table) == 0 {
		return nil
	}
	if len(tails) < 4 || len(table)%recordSize != 0 || len(tails)%4 != 0 || len(groups) < padding {
		return fmt.Errorf("section Table has %d bytes, Tails %d, Analyses %d", len(table), len(tails), len(groups))
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
	for parts := tails[4*(nTails+1):]; parts != ""; parts = parts[partSize:] {
		if !known(Part(u32(parts, 0)).Morph()) {
			return fmt.Errorf("a tail holds a morpheme that there is not")
		}
	}
	v := typeVerifier{known, uint32(nTails)}
	n := groupsOf(table)
	for g := range n {
		from, to := int(groupAt(table, g)), len(groups)-padding
		if g+1 < n {
			to = int(groupAt(table, g+1))
		}
		if from+2 > to || to > len(groups)-padding {
			return fmt.Errorf("group %d stands at [%d,%d) of %d bytes", g, from, to, len(groups))
		}
		simple, others := int(groups[from]), int(groups[from+1])
		heads := from + 2 + simpleSize*simple
		at := heads + otherSize*others
		if at > to {
			return fmt.Errorf("group %d has %d bytes", g, to-from)
		}
		for i := range simple {
			if head, tail := simpleOf(u64(groups, from+2+simpleSize*i)); tail >= v.tails || !known(head.Morph()) {
				return fmt.Errorf("simple type %d of group %d has no analysis", i, g)
			}
		}
		for i := range others {
			size := int(u16(groups, heads+otherSize*i) >> otherCheck & (1<<sizeBits - 1))
			if at+size > to || !v.holds(groups[at:at+size]) {
				return fmt.Errorf("type %d of group %d has no analyses", i, g)
			}
			at += size
		}
		if at != to {
			return fmt.Errorf("group %d has %d bytes", g, to-from)
		}
	}
	return nil
}

type typeVerifier struct {
	known func(morph uint32) bool
	tails uint32
}

// holds tells whether what is known of a type can be read, and is all of it.
func (v *typeVerifier) holds(known string) bool {
	bits := uint32(8 * len(known))
	r := bitReader{known + nothing, 0}
	if bits < checkBits-otherCheck+analyses {
		return false
	}
	r.read(checkBits - otherCheck)
	for k := range int(r.read(analyses)) + 1 {
		same := uint32(0)
		if k > 0 {
			r.read(costBits)
			same = r.read(1)
		}
		if same == 0 && !v.known(Part(r.number(&morphWidths)).Morph()) {
			return false
		}
		for r.read(1) == 1 {
			if !v.known(r.part().Morph()) || r.at > bits {
				return false
			}
		}
		if r.number(&tailWidths) >= v.tails || r.at > bits {
			return false
		}
	}
	return (r.at+7)/8 == bits/8
}

// nothing is more than is read of an analysis before it is seen that there is no more of it.
var nothing = string(make([]byte, 4*padding))

// fitting gives what is written of a type, without its rarest analyses where all of them are too large.
func fitting(t *Type, numbers map[string]uint32) ([]byte, bool) {
	for n := len(t.Analyses); n > 0; n-- {
		if b, ok := otherType(&Type{t.Hash, t.Analyses[:n]}, numbers); ok {
			return b, true
		}
	}
	return nil, false
}
