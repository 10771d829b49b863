package main

import (
	"slices"
	"strings"
	"testing"

	"kstat/tokenize"
)

// A rival is a common predicate with its endings or a common noun with its particles; of what begins alike two are rivals, and of what
// the lattice finds unlikely only what begins like no other.
func TestRivals(t *testing.T) {
	ch, _ := learnedSmall(t)
	usual := slices.Clone(ch.c.vocab.count)
	defer func() { ch.c.vocab.count = usual }()
	for i := range ch.c.vocab.count {
		ch.c.vocab.count[i] *= 5 // as if there were five times as much
	}
	items := func(analysis string) (ms []uint32) {
		for _, item := range strings.Fields(analysis) {
			form, name, _ := strings.Cut(item, "/")
			tag, ok := tokenize.ParseTag(name)
			id, known := ch.c.vocab.ids[morph{form, tag, false}]
			if !ok || !known || ch.f.x.itemOf[id] < 0 {
				t.Fatalf("%s is not in the lexicon", item)
			}
			ms = append(ms, uint32(ch.f.x.itemOf[id]))
		}
		return ms
	}
	for analysis, want := range map[string]bool{
		"날/VV 는/ETM": true, "쓰/VV 었/EP 다/EF": true, "나/NP 는/JX": true, "학교/NNG 에/JKB": true,
		"학교/NNG": false, "노래/NNG 이/VCP 다/EF": false, "공부/NNG 하/XSV 는/ETM": false, "보/VX 었/EP 다/EF": false, "걸/VV 려면/EC": false,
	} {
		if got := ch.isRival(items(analysis)); got != want {
			t.Errorf("%s may be a rival: %t", analysis, got)
		}
	}
	fly, write, school := items("날/VV 는/ETM"), items("쓰/VV 는/ETM"), items("학교/NNG 에/JKB")
	r := rivals{ch: ch, total: leastRival, begun: map[uint32]int{}}
	for i, want := range []bool{true, true, false} {
		if r.near(fly) != want {
			t.Errorf("%d that begin alike are rivals", i+1)
		}
	}
	if r.far(fly) || !r.far(write) || r.far(write) {
		t.Error("of those that the lattice finds unlikely one is a rival that begins like another")
	}
	if r.far(school) {
		t.Error("of a rare surface an unlikely noun is a rival")
	}
	if r.total = rivalOfNoun; !r.far(school) {
		t.Error("of a common surface an unlikely noun is none")
	}
	if (&rivals{ch: ch, total: leastRival - 1, begun: map[uint32]int{}}).near(fly) {
		t.Error("a surface that is hardly ever seen has a rival")
	}
}
