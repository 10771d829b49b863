package main

import (
	"fmt"

	"kstat/tokenize/internal/conj"
)

// The teacher has a fault that its labels show everywhere: where a stem in ㄹ has lost it before ㄴ or ㅅ, it takes the
// stem for one that never had it: 서울에 사/VV 는, 새가 나/VV 는. Of 2,770 labels of 사는 two say 살다. Such labels teach
// nothing. The two readings share the surface's count as their stems share the occurrences that cannot be mistaken
// (살고, 살아; 사고, 사서), and the choice learns what distinguishes them from those alone.

// pairUp finds the types with such readings. It must follow assemble.
func (ch *chooser) pairUp() {
	ch.doubtful = make([]bool, len(ch.cands))
	type pair struct{ a, b int32 }
	var pairs []pair
	free := make([]float64, len(ch.kinds))
	for i := range ch.c.types {
		t := &ch.c.types[i]
		for a := ch.from[i]; a < ch.from[i+1]; a++ {
			for b := ch.from[i]; b < ch.from[i+1]; b++ {
				if ch.loses(a, b) {
					pairs = append(pairs, pair{a, b})
					ch.doubtful[a], ch.doubtful[b] = true, true
				}
			}
		}
		for a := ch.from[i]; a < ch.from[i+1]; a++ {
			if ch.doubtful[a] || t.total == 0 {
				continue
			}
			ms := analysis(ch.cands[a].morphs)
			for k := range ms.len() {
				if m := uint32(ms.at(k)); m < unknownBase && predicate(ch.c.vocab.list[ch.f.x.items[m].morphs[0]].tag) {
					free[m] += float64(ch.cands[a].count)
				}
			}
		}
	}
	for _, p := range pairs {
		open, liquid := ch.differ(p.a, p.b)
		sum := ch.cands[p.a].count + ch.cands[p.b].count
		share := float32((free[liquid] + 1) / (free[open] + free[liquid] + 2))
		ch.cands[p.a].count, ch.cands[p.b].count = sum*(1-share), sum*share
		lat := ch.cands[p.a].lat + ch.cands[p.b].lat
		ch.cands[p.a].lat, ch.cands[p.b].lat = lat*(1-share), lat*share
	}
	fmt.Println("readings that a lost ㄹ makes doubtful:", len(pairs))
}

// differ gives the first morphemes in which two candidates differ.
func (ch *chooser) differ(a, b int32) (x, y uint32) {
	p, q := analysis(ch.cands[a].morphs), analysis(ch.cands[b].morphs)
	for k := range p.len() {
		if p.at(k) != q.at(k) {
			return uint32(p.at(k)), uint32(q.at(k))
		}
	}
	return 0, 0
}

// loses tells whether b is a with one stem that has lost its ㄹ in place of one that never had it.
func (ch *chooser) loses(a, b int32) bool {
	p, q := analysis(ch.cands[a].morphs), analysis(ch.cands[b].morphs)
	if a == b || p.len() != q.len() {
		return false
	}
	at := -1
	for k := range p.len() {
		if p.at(k) != q.at(k) {
			if at >= 0 {
				return false
			}
			at = k
		}
	}
	x, y := uint32(p.at(at)), uint32(q.at(at))
	if x >= unknownBase || y >= unknownBase || at+1 >= p.len() || uint32(p.at(at+1)) >= unknownBase {
		return false
	}
	list := ch.c.vocab.list
	open, liquid, next := list[ch.f.x.items[x].morphs[0]], list[ch.f.x.items[y].morphs[0]], list[ch.f.x.items[uint32(p.at(at+1))].morphs[0]]
	if !predicate(open.tag) || !predicate(liquid.tag) || !ending(next.tag) {
		return false
	}
	u, _ := conj.Append(nil, open.form)
	v, _ := conj.Append(nil, liquid.form)
	e, _ := conj.Append(nil, next.form)
	return len(v) == len(u)+1 && conj.SoundOf(v[len(v)-1]) == conj.Liquid && conj.LosesLiquid(e[0]) && string(runes(u)) == string(runes(v[:len(u)]))
}

func runes(u []conj.Unit) []rune {
	var r []rune
	for _, x := range u {
		r = append(r, rune(x))
	}
	return r
}
