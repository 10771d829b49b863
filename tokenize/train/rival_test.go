package main

import (
	"slices"
	"testing"
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
	for analysis, want := range map[string]bool{
		"날/VV 는/ETM": true, "쓰/VV 었/EP 다/EF": true, "나/NP 는/JX": true, "학교/NNG 에/JKB": true,
		"학교/NNG": false, "노래/NNG 이/VCP 다/EF": false, "공부/NNG 하/XSV 는/ETM": false, "보/VX 었/EP 다/EF": false, "걸/VV 려면/EC": false,
	} {
		if got := ch.isRival(ch.itemsOf(t, analysis)); got != want {
			t.Errorf("%s may be a rival: %t", analysis, got)
		}
	}
	fly, write, school := ch.itemsOf(t, "날/VV 는/ETM"), ch.itemsOf(t, "쓰/VV 는/ETM"), ch.itemsOf(t, "학교/NNG 에/JKB")
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
	alone := school[:1]
	r = rivals{ch: ch, total: leastRival, likeliest: write[0], begun: map[uint32]int{}}
	if r.far(alone) {
		t.Error("a noun without a particle is a rival")
	}
	ch.asked = map[[2]uint32]bool{{write[0], alone[0]}: true}
	defer func() { ch.asked = nil }()
	if !r.far(alone) {
		t.Error("what the teacher was asked about is none")
	}
}

// However many rivals a surface has, what is commoner keeps its place.
func TestRanked(t *testing.T) {
	ch, at := chooserOf(t, map[string][]counted{"나는": {
		{"길/NNG 은/JX", 0}, {"집/NNG 은/JX", 0}, {"새/NNG 는/JX", 0}, {"물/NNG 은/JX", 0}, {"눈/NNG 은/JX", 0}, {"국/NNG 은/JX", 0}, {"밥/NNG 은/JX", 0},
		{"비/NNG 는/JX", 0}, {"날/VV 는/ETM", 3}, {"나/NP 는/JX", 900}, {"노래/NNG 는/JX", 99},
	}})
	for k := range 9 {
		ch.cands[k].rival = true
	}
	ch.best = make([]int32, 1)
	ch.rank()
	got := ch.ranked(0)
	for _, analysis := range []string{"나/NP 는/JX", "노래/NNG 는/JX", "날/VV 는/ETM"} {
		if k := int32(at["나는 "+analysis]); !slices.Contains(got, k) {
			t.Errorf("of 1,000 나는 none can be %s", analysis)
		}
	}
	if len(got) != 2+mostReserved {
		t.Errorf("%d analyses are kept", len(got))
	}
}
