package main

import (
	"strings"
	"testing"
)

// itemsOf gives the numbers of morphemes that the lexicon has.
func (ch *chooser) itemsOf(t *testing.T, analysis string) (ms []uint32) {
	t.Helper()
	for _, name := range strings.Fields(analysis) {
		item, ok := ch.itemOf(name)
		if !ok {
			t.Fatalf("%s is not in the lexicon", name)
		}
		ms = append(ms, item)
	}
	return ms
}

// counted is an analysis and how often the labels have it.
type counted struct {
	analysis string
	count    float32
}

// chooserOf makes a chooser of types of which the labels have these analyses.
func chooserOf(t *testing.T, types map[string][]counted) (ch *chooser, at map[string]int) {
	t.Helper()
	small, _ := learnedSmall(t)
	ch = &chooser{f: small.f, c: &corpus{vocab: small.c.vocab}, kinds: small.kinds, tagOfMorph: small.tagOfMorph}
	at = map[string]int{}
	for surface, analyses := range types {
		ch.c.types = append(ch.c.types, pieceType{surface: surface})
		ch.from = append(ch.from, int32(len(ch.cands)))
		for _, a := range analyses {
			ms := ch.itemsOf(t, a.analysis)
			at[surface+" "+a.analysis] = len(ch.cands)
			typ := &ch.c.types[len(ch.c.types)-1]
			typ.total += float64(a.count)
			typ.list, typ.counts = append(typ.list, int32(len(ch.cands))), append(typ.counts, float64(a.count))
			var ids []int32
			for _, m := range ms {
				ids = append(ids, small.f.x.items[m].morphs[0])
			}
			ch.c.analyses = append(ch.c.analyses, pack(ids))
			ch.cands = append(ch.cands, candidate{morphs: pack32(ms), count: a.count, an: int32(len(ch.cands))})
		}
	}
	ch.from = append(ch.from, int32(len(ch.cands)))
	return ch, at
}

// How often a surface is a stem that has lost its ㄹ is reckoned from the stem's other forms, with all that stands before it in the
// surface: 날고 tells of 나는, but nothing of 밥나는; and from what verbs or adjectives have behind them: no adjective has 는.
func TestLostLiquid(t *testing.T) {
	ch, at := chooserOf(t, map[string][]counted{
		"날고":  {{"날/VV 고/EC", 200}},
		"먹고":  {{"먹/VV 고/EC", 100}},
		"먹는":  {{"먹/VV 는/ETM", 50}},
		"많고":  {{"많/VA 고/EC", 100}},
		"걸고":  {{"걸/VV 고/EC", 100}, {"걸/VA 고/EC", 100}},
		"거는":  {{"걸/VV 는/ETM", 20}, {"걸/VA 는/ETM", 0}},
		"나는":  {{"나/NP 는/JX", 20}, {"날/VV 는/ETM", 1}},
		"밥나는": {{"밥/NNG 나/NP 는/JX", 20}, {"밥/NNG 날/VV 는/ETM", 0}},
	})
	ch.pairUp()
	if n := ch.cands[at["나는 날/VV 는/ETM"]].count; n < 10 {
		t.Errorf("of 21 나는 %g are 날다, which has 200 other forms", n)
	}
	if n := ch.cands[at["밥나는 밥/NNG 날/VV 는/ETM"]].count; n != 0 || ch.doubts[at["밥나는 밥/NNG 나/NP 는/JX"]] != 0 {
		t.Errorf("of 20 밥나는 %g are 밥 and 날다, which never stand together", n)
	}
	if n := ch.cands[at["거는 걸/VA 는/ETM"]].count; n != 0 {
		t.Errorf("of 20 거는 %g are the adjective, which has no 는", n)
	}
}

// A verb and an adjective of one form that the teacher confuses share what both are seen with, ending by ending: that 었다 stands behind
// the adjective alone in the labels does not make 었다 of all that have 다.
func TestTwins(t *testing.T) {
	ch, at := chooserOf(t, map[string][]counted{
		"있다": {{"있/VV 다/EF", 90}, {"있/VA 다/EF", 1}, {"있/VA 었/EP 다/EF", 9}},
	})
	ch.mistrusted = map[string]bool{"있": true}
	ch.doubts = make([]uint8, len(ch.cands))
	ch.c.tokens = []token{{typ: 0, gold: -1, sure: true}}
	ch.c.sentences = []sentence{{to: 1}}
	ch.mended = map[int32]int32{0: int32(at["있다 있/VA 다/EF"])}
	ch.reapportion()
	verb, adjective, alone := at["있다 있/VV 다/EF"], at["있다 있/VA 다/EF"], at["있다 있/VA 었/EP 다/EF"]
	if v, a := ch.cands[verb].count, ch.cands[adjective].count; v > 30 || a < 60 || v+a < 90.9 || v+a > 91.1 {
		t.Errorf("of 91 %g are the verb and %g the adjective, as which the one that people have tagged was", v, a)
	}
	if n := ch.cands[alone].count; n != 9 {
		t.Errorf("what has no twin is seen %g times in place of 9", n)
	}
	if ch.doubts[verb] == 0 || ch.doubts[verb] != ch.doubts[adjective] || ch.doubts[alone] != 0 {
		t.Errorf("doubts %v: of two twins the labels tell nothing, of the third they do", ch.doubts)
	}
}

// What departs most from its labels is listed first.
func TestDepartures(t *testing.T) {
	ch, at := chooserOf(t, map[string][]counted{
		"날다": {{"날/VV 다/EF", 40}},
		"나는": {{"나/NP 는/JX", 20}, {"날/VV 는/ETM", 1}},
	})
	ch.best = make([]int32, 2)
	ch.cands[at["나는 나/NP 는/JX"]].count, ch.cands[at["나는 날/VV 는/ETM"]].count = 5, 16
	ch.rank()
	if got, want := ch.departures(), "나는, mostly labelled 나/NP+는/JX, likeliest 날/VV+는/ETM: 15 of 21\n"; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant first %s", got, want)
	}
}
