package main

import (
	"strings"
	"testing"
)

// Neighbours that are joined stand side by side in the text, and their analyses one behind the other.
func TestJoined(t *testing.T) {
	ch, lines := learnedSmall(t)
	text := strings.ReplaceAll(strings.Join(lines, "\n")+"길을 걸어 갔다. 하늘을 나는 새가 있다.", " ", "")
	for _, j := range []joined{{20, 2, 12, 1}, {20, 3, 9, 1}} {
		lessons := ch.joined(j)
		if len(lessons) != j.lessons {
			t.Fatalf("%d lessons of %d words, not %d", len(lessons), j.words, j.lessons)
		}
		for _, le := range lessons {
			if n := len(le.t.surface) / len("가"); n > j.syllables {
				t.Errorf("%s has more than %d syllables", le.t.surface, j.syllables)
			}
			if !strings.Contains(text, le.t.surface) {
				t.Errorf("%s stands nowhere", le.t.surface)
			}
			if an := ch.c.analyses[le.t.list[0]]; an.len() < j.words {
				t.Errorf("%s has %d morphemes", le.t.surface, an.len())
			}
		}
	}
}

// A hidden noun is an unknown word to the lattice, and known again afterwards.
func TestHidden(t *testing.T) {
	ch, _ := learnedSmall(t)
	tried := 0
	for i := range ch.c.types {
		typ := &ch.c.types[i]
		if typ.total == 0 {
			continue
		}
		an := ch.c.analyses[typ.likeliest()]
		noun := an.at(0)
		item := ch.f.x.itemOf[noun]
		if v := ch.c.vocab.list[noun]; item < 0 || v.tag.String() != "NNG" || len(v.form) < 2*len("가") {
			continue
		}
		tried++
		one := &pieceType{surface: typ.surface, left: typ.left, total: 1, list: []int32{typ.likeliest()}, counts: []float64{1}}
		lessons := []lesson{{t: one, hidden: noun}, {t: one, hidden: noMorph}}
		ch.find(lessons)
		for k, le := range lessons {
			known, unknown := false, false
			for _, c := range ch.cands[le.from:le.to] {
				ms := analysis(c.morphs)
				first := uint32(ms.at(0))
				known = known || first == uint32(item) && c.count > 0
				unknown = unknown || first >= unknownBase && c.count > 0
			}
			if hidden := k == 0; known == hidden || unknown != hidden {
				t.Errorf("%s, its noun hidden: %t: right with the noun known: %t, unknown: %t", typ.surface, hidden, known, unknown)
			}
		}
	}
	if tried == 0 {
		t.Error("no type begins with a noun")
	}
}
