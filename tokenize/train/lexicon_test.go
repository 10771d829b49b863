package main

import (
	"strings"
	"testing"

	"kstat/tokenize/internal/conj"
)

// What rules do not make is told by the stretch that they do not: the noun is not taken in, though 공부 may be 공부 and 하 as well.
func TestContraction(t *testing.T) {
	ch, _ := learnedSmall(t)
	var ids []int32
	for _, name := range strings.Fields("공부/NNG 하/XSV 고/EC") {
		m, _ := parseMorph(name)
		id, ok := ch.c.vocab.ids[m]
		if !ok {
			t.Fatalf("%s is not in the lexicon", name)
		}
		ids = append(ids, id)
	}
	surface, _ := conj.Append(nil, "공부고")
	short, _ := conj.Append(nil, "고")
	units, ms, state, ok := ch.f.x.align.contraction(surface, pack(ids))
	if !ok || string(pack(ms)) != string(pack(ids[1:])) || len(units) != len(short) || units[0] != short[0] || state != conj.Full {
		t.Errorf("%v are %s, %v", units, ch.f.x.names(ms), ok)
	}
}
