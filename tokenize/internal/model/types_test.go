package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// typesFile makes a model that holds nothing but types.
func typesFile(t *testing.T, types []Type) *File {
	table, analyses, tails, left := BuildTypes(types)
	if left > 0 {
		t.Errorf("%d of %d types are left out", left, len(types))
	}
	f, err := Open(string(Build(map[Section][]byte{Table: table, Analyses: analyses, Tails: tails})))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func anyMorph(uint32) bool { return true }

// What was stored of a type comes back: all of its analyses in their order, part by part, but for what the first part covers, and
// costs to a sixteenth of a nat, up to what they can be at most; a single analysis costs nothing. Of a type that was not stored
// nothing comes.
func TestTypesComeBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	part := func(shared int) Part {
		morph := uint32(rng.IntN(unknownPart))
		if rng.IntN(10) == 0 {
			morph = UnknownBase + uint32(rng.IntN(64))
		}
		p, ok := PartOf(morph, shared, rng.IntN(MostSyllables+1))
		if !ok {
			t.Fatalf("no part of %d", morph)
		}
		return p
	}
	var tails [][]Part // some are met often
	for range 40 {
		var tail []Part
		for range rng.IntN(5) {
			tail = append(tail, part(rng.IntN(MostSyllables+1)))
		}
		tails = append(tails, tail)
	}
	var types []Type
	for i := range 5000 {
		x := Type{Hash: Hash(fmt.Sprint("낱말", i), uint8(i%6))}
		head := part(0)
		for k := range 1 + rng.IntN(MostAnalyses) {
			if rng.IntN(2) == 0 {
				head = part(0)
			}
			tail := tails[rng.IntN(len(tails))]
			if k == 0 && rng.IntN(3) == 0 { // a tail that is met once
				tail = slices.Concat([]Part{part(1), part(0), part(15)}, tail)
			}
			x.Analyses = append(x.Analyses, TypeAnalysis{float64(k) * rng.Float64() * 1.5, slices.Concat([]Part{head}, tail)})
		}
		slices.SortFunc(x.Analyses, func(a, b TypeAnalysis) int { return int(math.Copysign(1, a.Cost-b.Cost)) })
		types = append(types, x)
	}
	f := typesFile(t, types)
	if err := f.VerifyTypes(anyMorph); err != nil {
		t.Error(err)
	}
	simple := 0
	for i, x := range types {
		r, ok := f.Find(x.Hash)
		if !ok {
			t.Fatalf("type %d is not there", i)
		}
		if r.simple {
			simple++
		}
		if r.Left != len(x.Analyses) {
			t.Fatalf("type %d has %d analyses, not %d", i, r.Left, len(x.Analyses))
		}
		for k, a := range x.Analyses {
			units, head, tail := r.Next(nil)
			if head != a.Parts[0].Morph() {
				t.Fatalf("analysis %d of type %d begins with %d, not %d", k, i, head, a.Parts[0].Morph())
			}
			parts := slices.Concat(a.Parts[:1], tail)
			want := min(a.Cost-x.Analyses[0].Cost, (1<<costBits-1)/float64(TypeCost))
			if cost := float64(units) / TypeCost; !slices.Equal(parts, a.Parts) || math.Abs(cost-want) > .51/TypeCost {
				t.Fatalf("analysis %d of type %d is %v at %f, not %v at %f", k, i, parts, cost, a.Parts, want)
			}
		}
	}
	if simple < len(types)/20 || simple > len(types)/4 {
		t.Errorf("%d of %d types are simple", simple, len(types))
	}
	others := 0
	for i := range 50000 {
		if _, ok := f.Find(Hash(fmt.Sprint("다른", i), 0)); ok {
			others++
		}
	}
	if others > 20 { // one of 8,192 on average
		t.Errorf("%d of 50000 types that are not there are found", others)
	}
	for _, f := range []*File{typesFile(t, nil), new(File)} {
		if _, ok := f.Find(5); ok {
			t.Error("a type is found where there are none")
		}
	}
}

// All numbers of a part come back, and those that do not fit are refused.
func TestPartOf(t *testing.T) {
	for _, morph := range []uint32{0, 1, 88888, unknownPart - 1, UnknownBase, UnknownBase + 63} {
		for shared := range MostSyllables + 1 {
			for covers := range MostSyllables + 1 {
				if p, ok := PartOf(morph, shared, covers); !ok || p.Morph() != morph || p.Shared() != shared || p.Covers() != covers {
					t.Fatalf("part of %d, %d, %d is %x: %d, %d, %d, %t", morph, shared, covers, p, p.Morph(), p.Shared(), p.Covers(), ok)
				}
			}
		}
	}
	for _, c := range [][3]uint32{{unknownPart, 0, 0}, {UnknownBase - 1, 0, 0}, {UnknownBase + 64, 0, 0}, {1, 16, 0}, {1, 0, 16}} {
		if _, ok := PartOf(c[0], int(c[1]), int(c[2])); ok {
			t.Errorf("a part of %v", c)
		}
	}
}

// Every number that can be written in widths comes back, in the fewest bits that it fits, and so does every part.
func TestBits(t *testing.T) {
	for _, w := range []*widths{&morphWidths, &tailWidths} {
		var all bitWriter
		for x := range uint32(1) << w[3].bits {
			all.number(x, w)
		}
		r := bitReader{string(append(all.bytes, make([]byte, padding)...)), 0}
		for x := range uint32(1) << w[3].bits {
			from := r.at
			if got := r.number(w); got != x {
				t.Fatalf("%d is read as %d", x, got)
			}
			if i := slices.IndexFunc(w[:], func(of struct{ bits, base uint32 }) bool { return x < of.base+1<<of.bits }); r.at-from != 2+w[i].bits {
				t.Fatalf("%d takes %d bits", x, r.at-from)
			}
		}
		if r.at != all.n {
			t.Errorf("%d bits were written, %d read", all.n, r.at)
		}
	}
	var all bitWriter
	var parts []Part
	for shared := range MostSyllables + 1 {
		for covers := range MostSyllables + 1 {
			p, _ := PartOf(uint32(1000*shared+covers), shared, covers)
			parts = append(parts, p)
			all.part(p)
		}
	}
	r := bitReader{string(append(all.bytes, make([]byte, padding)...)), 0}
	for _, p := range parts {
		if got := r.part(); got != p {
			t.Errorf("part %x is read as %x", p, got)
		}
	}
}

// A type that is too large, and one of two that look the same, are left out.
func TestBuildTypesLeavesOut(t *testing.T) {
	p, _ := PartOf(1, 0, 1)
	shared, _ := PartOf(1, 1, 1)
	some := []TypeAnalysis{{0, []Part{p}}}
	for name, types := range map[string][]Type{
		"none":     {{1, nil}},
		"too long": {{1, []TypeAnalysis{{0, slices.Repeat([]Part{p}, 100)}}}},
		"shares":   {{1, []TypeAnalysis{{0, []Part{shared}}}}},
		"alike":    {{5 << 40, some}, {5 << 40, some}},
	} {
		_, analyses, _, left := BuildTypes(types)
		stored := int(analyses[0]) + int(analyses[1])
		if left != 1 || stored != len(types)-1 {
			t.Errorf("%s: %d left out, %d stored", name, left, stored)
		}
	}
}

// Of a type with too many analyses the likeliest are kept.
func TestBuildTypesCuts(t *testing.T) {
	var many []TypeAnalysis
	for i := range MostAnalyses + 3 {
		p, _ := PartOf(uint32(100+i), 0, 1)
		many = append(many, TypeAnalysis{float64(i) / 2, []Part{p}})
	}
	table, analyses, tails, left := BuildTypes([]Type{{1, many}})
	f, err := Open(string(Build(map[Section][]byte{Table: table, Analyses: analyses, Tails: tails})))
	if err != nil {
		t.Fatal(err)
	}
	r, ok := f.Find(1)
	if !ok || left != 0 || r.Left != MostAnalyses {
		t.Fatalf("%d analyses are stored, %d types left out", r.Left, left)
	}
	for i := range MostAnalyses {
		if cost, head, _ := r.Next(nil); cost != 4*i || head != uint32(100+i) {
			t.Errorf("analysis %d is read as %d with cost %d", i, head, cost)
		}
	}
}

// VerifyTypes notices what would be read wrongly, whatever byte is changed.
func TestVerifyTypes(t *testing.T) {
	p, _ := PartOf(7, 0, 1)
	q, _ := PartOf(9, 0, 2)
	known := func(m uint32) bool { return m == 7 || m == 9 }
	var types []Type
	for i := range 40 {
		types = append(types, Type{Hash(fmt.Sprint(i), 0), []TypeAnalysis{{.1, []Part{p, q}}, {1, []Part{p}}, {2, []Part{q, p, q, p}[:1+i%4]}}[:3-i%3]})
	}
	table, analyses, tails, _ := BuildTypes(types)
	sections := map[Section][]byte{Table: table, Analyses: analyses, Tails: tails}
	refused := 0
	for s, b := range sections {
		for i := range b {
			for _, flip := range []byte{1, 0x40, 0x80, 0xFF} {
				b[i] ^= flip
				f, err := Open(string(Build(sections)))
				if err != nil {
					t.Fatal(err)
				}
				if err := f.VerifyTypes(known); err != nil {
					refused++
				} else {
					for h := range 200 { // nothing panics
						if r, ok := f.Find(Hash(fmt.Sprint(h), 0)); ok {
							for r.Left > 0 {
								_, head, tail := r.Next(nil)
								ok := known(head)
								for _, p := range tail {
									ok = ok && known(p.Morph())
								}
								if !ok {
									t.Errorf("section %d, byte %d: a morpheme that there is not", s, i)
								}
							}
						}
					}
				}
				b[i] ^= flip
			}
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
	for want, cut := range map[string]map[Section][]byte{
		"bytes":              {Table: table[:6], Analyses: analyses, Tails: tails},
		"Analyses 1":         {Table: table, Analyses: analyses[:1], Tails: tails},
		"of 20 bytes":        {Table: table, Analyses: analyses[:20], Tails: tails},
		"there is not":       {Table: table, Analyses: analyses, Tails: append(slices.Clone(tails), 1, 0, 0, 0)},
		"begins at 16":       {Table: table, Analyses: analyses, Tails: []byte{16, 0, 0, 0, 16, 0, 0, 0}},
		"has no analysis":    {Table: table, Analyses: analyses, Tails: []byte{4, 0, 0, 0}},
		"Tails has -1 tails": {Table: table, Analyses: analyses, Tails: make([]byte, 8)},
	} {
		f, err := Open(string(Build(cut)))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.VerifyTypes(known); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
