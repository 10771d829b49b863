package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"

	"kstat/tokenize"
	"kstat/tokenize/internal/choose"
)

// 무는 is nearly always a form of 물다, so that the text has little to tell of where a radish stands. It has more of 양파는 and 고추는, which
// are much like it: where such a word stands with the same particles or endings, the word in question may stand in for it. So the
// readings of a surface are given lessons from where words like theirs stand, each as many, and they are learned from as if all readings
// were equally common: what is learned so is what the neighbours tell, and how common a reading is stays with its share.

const (
	standInLesson  = 1.5 // what such a lesson counts beside one of the text
	standInMost    = 80  // lessons of a reading in each time through the text
	standInLeast   = 8   // places without which there are none
	standInSeen    = 5   // occurrences of a surface
	standInCount   = 3   // and of a reading that is neither a rival nor likely
	standInLikely  = .01 // by the lattice
	standInLike    = 16  // words that are much like one
	standInSimilar = .85 // how much they are, of 2
	standInCommon  = 60  // occurrences of a word that is much like one
)

// standIns are such lessons.
type standIns struct {
	of      map[analysis32][]standIn // by what stands in the text
	random  random
	weighed weighing
	lessons int // so far
}

// standIn is a reading that may stand in for what stands in the text.
type standIn struct {
	typ     int32
	cand    int32
	upTo    float64 // how often it does, or one before it, at each place
	covered []int32 // the readings of its surface that have lessons
}

func (ch *chooser) newStandIns() *standIns {
	s := &standIns{of: map[analysis32][]standIn{}, random: firstRandom}
	seen := map[analysis32]float64{} // where it can hardly be anything else
	for typ := range ch.c.types {
		for k := ch.from[typ]; k < ch.from[typ+1]; k++ {
			if ch.plain(int32(typ), k) {
				seen[ch.cands[k].morphs] += float64(ch.cands[k].count)
			}
		}
	}
	like := map[uint32][]uint32{}
	surfaces, readings := 0, 0
	var may []int32
	var sources [][]analysis32
	var places []float64
	for typ := range ch.c.types {
		if ch.c.types[typ].total < standInSeen {
			continue
		}
		may = may[:0]
		for k := ch.from[typ]; k < ch.from[typ+1]; k++ {
			if ch.hasLessons(k) {
				may = append(may, k)
			}
		}
		if !ch.beginApart(may) {
			continue
		}
		var covered []int32
		sources, places = sources[:0], places[:0]
		most := float64(standInMost)
		for _, k := range may {
			if from, n := ch.sources(int32(typ), k, seen, like); n >= standInLeast {
				covered, sources, places = append(covered, k), append(sources, from), append(places, n)
				most = math.Min(most, n)
			}
		}
		if !ch.beginApart(covered) {
			continue
		}
		surfaces++
		readings += len(covered)
		for j, k := range covered {
			for _, source := range sources[j] {
				s.of[source] = append(s.of[source], standIn{int32(typ), k, most / places[j], covered})
			}
		}
	}
	for _, list := range s.of {
		for j := range list[1:] {
			list[j+1].upTo += list[j].upTo
		}
	}
	fmt.Println("stand-ins for", readings, "readings of", surfaces, "surfaces; words with others like them", len(like))
	return s
}

// beginApart tells whether two of these candidates begin with different words.
func (ch *chooser) beginApart(cands []int32) bool {
	for _, k := range cands {
		if ch.cands[k].parts.First != ch.cands[cands[0]].parts.First {
			return true
		}
	}
	return false
}

// plain tells whether a type is nearly always a candidate of it.
func (ch *chooser) plain(typ, k int32) bool {
	c := &ch.cands[k]
	return c.count > 0 && ch.doubts[k] == 0 && float64(c.count) > .9*ch.c.types[typ].total
}

// hasLessons tells whether a candidate is one that may have lessons: a word with endings or particles, seen or likely.
func (ch *chooser) hasLessons(k int32) bool {
	c := &ch.cands[k]
	ms := unpack32(c.morphs)
	if ms[0] >= unknownBase || c.count < standInCount && !c.rival && c.lat < standInLikely {
		return false
	}
	switch ch.morph(ms[0]).tag {
	case tokenize.NNG, tokenize.NP, tokenize.NR, tokenize.NNB, tokenize.VV, tokenize.VA, tokenize.MAG, tokenize.MM:
	default:
		return false
	}
	for _, m := range ms[1:] {
		if m >= unknownBase {
			return false
		}
		switch tag := ch.morph(m).tag; {
		case tokenize.EP <= tag && tag <= tokenize.ETM, tokenize.JKS <= tag && tag <= tokenize.JC, tag == tokenize.VCP:
		default:
			return false
		}
	}
	return true
}

// sources gives what a reading may stand in for, itself first and then what begins with the words that are most like its own, until there
// are enough places, and how many places there are.
func (ch *chooser) sources(typ, k int32, seen map[analysis32]float64, like map[uint32][]uint32) (from []analysis32, places float64) {
	c := &ch.cands[k]
	places = seen[c.morphs]
	if !ch.plain(typ, k) {
		places += float64(c.count)
	}
	if places > 0 {
		from = append(from, c.morphs)
	}
	if places >= standInMost {
		return from, places
	}
	ms := unpack32(c.morphs)
	others, ok := like[ms[0]]
	if !ok {
		others = ch.like(ms[0])
		like[ms[0]] = others
	}
	for _, m := range others {
		if places >= standInMost {
			break
		}
		ms[0] = m
		if source := pack32(ms); seen[source] > 0 {
			from = append(from, source)
			places += seen[source]
		}
	}
	return from, places
}

// like gives the words that are most like one, the most alike first: of the same part of speech, in much the same company, and governed
// by the same predicates or governing the same nouns.
func (ch *chooser) like(m uint32) []uint32 {
	row := ch.rows[m]
	if row == 0 {
		return nil
	}
	type other struct {
		m     uint32
		alike float64
	}
	var others []other
	governs, keeps := ch.vectorsOf(m)
	for o := range uint32(len(ch.rows)) {
		if o == m || ch.rows[o] == 0 || ch.tagOfMorph[o] != ch.tagOfMorph[m] || ch.c.vocab.count[ch.f.x.items[o].morphs[0]] < standInCommon {
			continue
		}
		g, k := ch.vectorsOf(o)
		if alike := cosine(governs, g) + cosine(keeps, k); alike > standInSimilar {
			others = append(others, other{o, alike})
		}
	}
	slices.SortFunc(others, func(a, b other) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.m, b.m))
	})
	var out []uint32
	for _, o := range others[:min(standInLike, len(others))] {
		out = append(out, o.m)
	}
	return out
}

// vectorsOf gives a word's vectors, learned from the whole text: of what governs it or what it governs, and of its company.
func (ch *chooser) vectorsOf(m uint32) (governs, keeps []float32) {
	row, company, v := ch.rows[m]-1, ch.rows[m]-1, &ch.v.sets[0]
	if ch.kinds[m] == choose.NounKind {
		governs = v.nouns[int(row)*choose.Dim:][:choose.Dim]
	} else {
		const dim = int(choose.NumRelations) * choose.Dim
		governs = v.predicates[int(row)*dim:][:dim]
		company += int32(ch.company.nouns)
	}
	return governs, ch.company.sets[0][int(company)*choose.CompanyDim:][:choose.CompanyDim]
}

func cosine(a, b []float32) float64 {
	return float64(dot(a, b)) / math.Sqrt(float64(dot(a, a))*float64(dot(b, b))+1e-12)
}

// standIn gives some of the readings that may stand in for a token of this type and analysis a lesson, where it stands.
func (ch *chooser) standIn(typ, gold int32, at *place, lesson float64) {
	s := ch.standIns
	list := s.of[ch.cands[gold].morphs]
	if len(list) == 0 {
		return
	}
	plain := ch.plain(typ, gold)
	x := float64(s.random.next()%(1<<30)) / (1 << 30)
	for all := list[len(list)-1].upTo; x < all; x++ {
		j := sort.Search(len(list), func(j int) bool { return list[j].upTo > x })
		if plain || list[j].typ == typ {
			ch.learnStandIn(&list[j], at, lesson*standInLesson)
		}
	}
}

// learnStandIn learns from a lesson.
func (ch *chooser) learnStandIn(in *standIn, at *place, lesson float64) {
	s := ch.standIns
	s.lessons++
	w := &s.weighed
	w.set(ch, in.typ, at, false, func(k int32) float64 {
		if slices.Contains(in.covered, k) {
			return 0
		}
		return math.Inf(-1)
	})
	w.shares()
	done := 0
	for k, share := range w.scores {
		grad := share
		if ch.from[in.typ]+int32(k) == in.cand {
			grad--
		}
		if grad *= lesson; math.Abs(grad) > 1e-4 {
			ch.move(w.feats[done:w.ends[k]], float32(grad))
		}
		done = w.ends[k]
	}
}
