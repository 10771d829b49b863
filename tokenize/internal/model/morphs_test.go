package model

import (
	"strings"
	"testing"
)

// What is known of a morpheme comes back, with the largest and the smallest of each.
func TestMorphTable(t *testing.T) {
	all := []Morph{
		{Form: "가"},
		{Form: strings.Repeat("가", 85), Place: MaxPool - 1, Tag: mostTags - 1, Irregular: true, Followed: true, Kind: 255, Row: 65535},
		{Form: "걷", Place: 7, Tag: 9, Irregular: true, Kind: 3, Row: 256},
		{Form: "걷", Place: 7, Tag: 10, Followed: true},
		{Form: "걷", Place: 7, Tag: 11},
	}
	var b []byte
	for i := range all {
		b = AppendMorph(b, &all[i])
	}
	table := MorphTable(b)
	if table.Len() != len(all) {
		t.Fatalf("%d morphemes, not %d", table.Len(), len(all))
	}
	for i, want := range all {
		i := uint32(i)
		at, n := table.Form(i)
		got := Morph{want.Form, uint32(at), table.Tag(i), table.Irregular(i), table.Followed(i), table.Kind(i), table.Row(i)}
		if got != want || n != len(want.Form) {
			t.Errorf("morpheme %d is %+v of %d bytes, not %+v", i, got, n, want)
		}
	}
	for _, c := range []struct {
		i, j uint32
		want bool
	}{{2, 4, true}, {2, 3, false}, {0, 4, false}} {
		if table.Alike(c.i, c.j) != c.want {
			t.Errorf("Alike(%d, %d) is %v", c.i, c.j, !c.want)
		}
	}
}

// Each text is where the pool says, and one that is part of another takes nothing.
func TestBuildPool(t *testing.T) {
	texts := []string{"한국", "국어", "한국어", "어", "ᆫ다", "ᆫ", "다", "한국", "가나다라마바사아자차", "라마바사아자차", "나다라마바사아자차"}
	pool, places := BuildPool(texts)
	for _, text := range texts {
		if at, ok := places[text]; !ok || !strings.HasPrefix(string(pool[at:]), text) {
			t.Errorf("%s is not at %d", text, at)
		}
	}
	if want := len("한국어" + "ᆫ다" + "가나다라마바사아자차" + "나다라마바사아자차"); len(pool) != want { // the last is longer than what is looked for
		t.Errorf("%d bytes, not %d: %s", len(pool), want, pool)
	}
}
