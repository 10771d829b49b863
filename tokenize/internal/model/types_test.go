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

// What was stored of a type comes back: all of its analyses in their order, part by part, and costs to a sixteenth of a nat, up
// to what they can be at most. Of a type that was not stored nothing comes.
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
			if rng.IntN(4) == 0 {
				tail = []Part{part(1), part(0), part(15)}
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
	for i, x := range types {
		found := f.Find(x.Hash)
		if found == "" {
			t.Fatalf("type %d is not there", i)
		}
		r := f.Analyses(found)
		if r.Left != len(x.Analyses) {
			t.Fatalf("type %d has %d analyses, not %d", i, r.Left, len(x.Analyses))
		}
		first := min(x.Analyses[0].Cost, mostFirst/float64(TypeCost))
		for k, a := range x.Analyses {
			units, head, tail := r.Next()
			parts := []Part{head}
			for j := range tail.Len() {
				parts = append(parts, tail.At(j))
			}
			want := first + min(a.Cost-x.Analyses[0].Cost, mostCost/float64(TypeCost))
			if cost := float64(units) / TypeCost; !slices.Equal(parts, a.Parts) || math.Abs(cost-want) > 1.01/TypeCost {
				t.Fatalf("analysis %d of type %d is %v at %f, not %v at %f", k, i, parts, cost, a.Parts, want)
			}
		}
	}
	for i := range 5000 {
		if f.Find(Hash(fmt.Sprint("다른", i), 0)) != "" {
			t.Fatalf("a type that is not there is found")
		}
	}
	if typesFile(t, nil).Find(5) != "" || new(File).Find(5) != "" {
		t.Error("a type is found where there are none")
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

// A type that is too large, and one of two that look the same, are left out.
func TestBuildTypesLeavesOut(t *testing.T) {
	p, _ := PartOf(1, 0, 1)
	shared, _ := PartOf(1, 1, 1)
	some := []TypeAnalysis{{0, []Part{p}}}
	for name, types := range map[string][]Type{
		"none":     {{1, nil}},
		"too many": {{1, slices.Repeat(some, MostAnalyses+1)}},
		"too long": {{1, []TypeAnalysis{{0, slices.Repeat([]Part{p}, 100)}}}},
		"shares":   {{1, []TypeAnalysis{{0, []Part{shared}}}}},
		"alike":    {{5 << 40, some}, {5 << 40, some}},
	} {
		_, analyses, _, left := BuildTypes(types)
		if want := len(types) - int(analyses[0]); left != 1 || want != 1 {
			t.Errorf("%s: %d left out, %d stored", name, left, analyses[0])
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
		types = append(types, Type{Hash(fmt.Sprint(i), 0), []TypeAnalysis{{.1, []Part{p, q}}, {1, []Part{p}}, {2, []Part{q, p, q, p}[:1+i%4]}}})
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
						if found := f.Find(Hash(fmt.Sprint(h), 0)); found != "" {
							for r := f.Analyses(found); r.Left > 0; {
								_, head, tail := r.Next()
								ok := known(head.Morph())
								for j := range tail.Len() {
									ok = ok && known(tail.At(j).Morph())
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
		"of 1 bytes":         {Table: table, Analyses: analyses[:1], Tails: tails},
		"there is not":       {Table: table, Analyses: analyses, Tails: append(slices.Clone(tails), 1, 0, 0, 0)},
		"begins at 16":       {Table: table, Analyses: analyses, Tails: []byte{16, 0, 0, 0, 16, 0, 0, 0}},
		"has no analyses":    {Table: table, Analyses: analyses, Tails: []byte{8, 0, 0, 0, 8, 0, 0, 0}},
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
