package main

import (
	"math"
	"testing"

	"kstat/tokenize/internal/choose"
)

// Each reading of a surface that has lessons is given as many of them as the others, at most standInMost, and one at a place at most.
func TestStandInsAreEven(t *testing.T) {
	ch, _ := learnedSmall(t)
	seen := map[analysis32]float64{}
	for typ := range ch.c.types {
		for k := ch.from[typ]; k < ch.from[typ+1]; k++ {
			if ch.plain(int32(typ), k) {
				seen[ch.cands[k].morphs] += float64(ch.cands[k].count)
			}
		}
	}
	lessons := map[int32]map[int32]float64{} // by type and reading
	for source, list := range ch.standIns.of {
		before := 0.0
		for _, in := range list {
			often := in.upTo - before
			if before = in.upTo; often <= 0 || often > 1+1e-9 {
				t.Errorf("%s stands in for what stands in the text %g times at a place", ch.candidateName(in.cand), often)
			}
			places := seen[source]
			if source == ch.cands[in.cand].morphs && !ch.plain(in.typ, in.cand) {
				places += float64(ch.cands[in.cand].count)
			}
			if lessons[in.typ] == nil {
				lessons[in.typ] = map[int32]float64{}
			}
			lessons[in.typ][in.cand] += often * places
		}
	}
	if len(lessons) == 0 {
		t.Fatal("no surface has lessons")
	}
	for typ, of := range lessons {
		most := 0.0
		for _, n := range of {
			most = math.Max(most, n)
		}
		for cand, n := range of {
			if len(of) < 2 || math.Abs(n-most) > 1e-6 || n > standInMost+1e-6 {
				t.Errorf("%s as %s has %g lessons, another reading %g", ch.c.types[typ].surface, ch.candidateName(cand), n, most)
			}
		}
	}
}

// A lesson speaks for its reading.
func TestStandInLearns(t *testing.T) {
	ch, _ := learnedSmall(t)
	fresh := *ch
	fresh.z, fresh.n, fresh.means = make([]float32, len(ch.z)), make([]float32, len(ch.n)), nil
	for _, list := range ch.standIns.of {
		in := &list[0]
		var ctx choose.Context
		ctx.Set(nil, &choose.Boundary, &choose.Boundary, true)
		alone := place{ctx: &ctx, right: &choose.Boundary}
		score := func() float64 {
			var w weighing
			w.set(&fresh, in.typ, &alone, false, func(int32) float64 { return 0 })
			w.shares()
			return w.scores[in.cand-ch.from[in.typ]]
		}
		before := score()
		for range 5 {
			fresh.learnStandIn(in, &alone, 1)
		}
		if after := score(); after <= before {
			t.Errorf("after five lessons %s has a share of %g, before %g", ch.candidateName(in.cand), after, before)
		}
		fresh.z, fresh.n = make([]float32, len(ch.z)), make([]float32, len(ch.n))
	}
}
