package main

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/segment"
)

// item is what an edge of the lattice stands for: a morpheme, or several that only a list can tell from their surface
// (내가 = 나 + 가).
type item struct {
	morphs      []int32
	units       []conj.Unit // of a contraction: its surface
	state       conj.State  // of a contraction: what it leaves
	count       float64
	left, right uint16
}

// lexicon is the lexicon in the making.
type lexicon struct {
	c       *corpus
	align   *aligner
	items   []item
	itemOf  []int32 // by morpheme: its item, or -1
	class   []uint16
	classes []string
	end     int
	unknown []lattice.Entry
	empty   []lattice.Entry
	shapes  [][]float64 // by morpheme and shape: how often it was seen
	lex     *lattice.Lexicon
	params  *lattice.Params
}

// thresholds of the lexicon, in occurrences in the annotated text
const (
	minMorph       = 3
	minNoun        = 2 // of two syllables or more
	minContraction = 20
)

// unknownTags are the tags that a word which the lexicon lacks may get.
var unknownTags = []tokenize.Tag{tokenize.NNG, tokenize.NNP}

// least is how often a morpheme must have been seen to be in the lexicon.
func (m morph) least() float64 {
	if (m.tag == tokenize.NNG || m.tag == tokenize.NNP) && len(m.form) > len("가") {
		return minNoun
	}
	return minMorph
}

func buildLexicon(c *corpus) *lexicon {
	x := &lexicon{c: c, align: newAligner(c)}
	x.shapes = make([][]float64, len(c.vocab.list))
	for i := range x.shapes {
		x.shapes[i] = make([]float64, len(x.align.shape[i]))
	}
	type found struct {
		units  []conj.Unit
		morphs []int32
		state  conj.State
		count  float64
	}
	contractions := map[string]*found{}
	var ok, bad float64
	var steps []step
	for i := range c.types {
		t := &c.types[i]
		u, _ := conj.Append(nil, t.surface)
		for j, n := range t.list {
			an := c.analyses[n]
			if s, good := x.align.align(u, an, steps); good {
				ok += t.counts[j]
				for k, st := range s {
					x.shapes[an.at(k)][st.shape] += t.counts[j]
				}
				continue
			}
			bad += t.counts[j]
			if u, ms, state, good := x.align.contraction(u, an); good {
				key := fmt.Sprint(u, ms, state)
				f := contractions[key]
				if f == nil {
					f = &found{u, ms, state, 0}
					contractions[key] = f
				}
				f.count += t.counts[j]
			}
		}
	}
	fmt.Println("aligned", ok, "not", bad, "contractions", len(contractions))
	var list []*found
	for _, f := range contractions {
		if f.count >= minContraction {
			list = append(list, f)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].count != list[j].count {
			return list[i].count > list[j].count
		}
		return fmt.Sprint(list[i].units, list[i].morphs, list[i].state) < fmt.Sprint(list[j].units, list[j].morphs, list[j].state)
	})
	x.classify()
	// items: morphemes by falling count, then contractions
	x.itemOf = make([]int32, len(c.vocab.list))
	order := make([]int32, 0, len(c.vocab.list))
	for i := range c.vocab.list {
		x.itemOf[i] = -1
		if c.vocab.count[i] >= c.vocab.list[i].least() && len(x.align.shape[i]) > 0 && !strayCoda(c.vocab.list[i]) {
			order = append(order, int32(i))
		}
	}
	sort.Slice(order, func(i, j int) bool {
		a, b := order[i], order[j]
		if c.vocab.count[a] != c.vocab.count[b] {
			return c.vocab.count[a] > c.vocab.count[b]
		}
		return c.vocab.list[a].String() < c.vocab.list[b].String()
	})
	for _, m := range order {
		x.itemOf[m] = int32(len(x.items))
		x.items = append(x.items, item{morphs: []int32{m}, count: c.vocab.count[m], left: x.class[m], right: x.class[m]})
	}
	for _, f := range list {
		known := len(f.morphs) <= 4
		for _, m := range f.morphs {
			known = known && x.itemOf[m] >= 0
		}
		if known {
			x.items = append(x.items, item{morphs: f.morphs, units: f.units, state: f.state, count: f.count, left: x.class[f.morphs[0]], right: x.class[f.morphs[len(f.morphs)-1]]})
		}
	}
	fmt.Println("\nitems", len(x.items), "classes", len(x.classes))
	x.buildTrie()
	return x
}

func (x *lexicon) names(ms []int32) string {
	s := ""
	for i, m := range ms {
		if i > 0 {
			s += "+"
		}
		s += x.c.vocab.list[m].String()
	}
	return s
}

// contraction finds the shortest stretch of an analysis that no shapes can make up, and what it is on the surface: of 생각지도 it is 하 and
// 지 that are 지, not 생각 and 하 that are 생각.
func (a *aligner) contraction(units []conj.Unit, an analysis) (u []conj.Unit, ms []int32, state conj.State, ok bool) {
	n := an.len()
	type at struct {
		pos   int
		state conj.State
	}
	// forward[k]: where k morphemes from the start may end
	forward := make([][]at, n+1)
	forward[0] = []at{{0, conj.Full}}
	for k := 0; k < n; k++ {
		for _, f := range forward[k] {
			for _, s := range a.shape[an.at(k)] {
				if s.After.Has(f.state) && hasPrefix(units[f.pos:], s.Units) {
					forward[k+1] = append(forward[k+1], at{f.pos + len(s.Units), s.State})
				}
			}
		}
	}
	// backward(k, pos, state): may the morphemes from k on make up the rest?
	backward := func(k, pos int, state conj.State) bool {
		_, ok := a.from(units, an, k, pos, state, nil)
		return ok
	}
	for length := 1; length <= n; length++ {
		for i := 0; i+length <= n; i++ {
			if !a.startsWord(an.at(i)) {
				continue
			}
			j := i + length
			state := conj.Full
			if tag := a.c.vocab.list[an.at(j-1)].tag; predicate(tag) || tag == tokenize.EP {
				state = conj.Base
			}
			for _, f := range forward[i] {
				if f.state != conj.Full || f.pos < len(units) && conj.IsCoda(units[f.pos]) {
					continue
				}
				for q := f.pos + 1; q <= len(units) && q <= f.pos+9; q++ {
					if !backward(j, q, state) {
						continue
					}
					ms = ms[:0]
					for k := i; k < j; k++ {
						ms = append(ms, an.at(k))
					}
					if a.plausible(units[f.pos:q], ms) {
						return slices.Clone(units[f.pos:q]), ms, state, true
					}
				}
			}
		}
	}
	return nil, nil, 0, false
}

// plausible tells whether a contraction can be one: labels that slipped against their text make up others. It begins
// with the consonant of its first morpheme (하 and the copula may vanish altogether), is not longer than its parts, and
// its endings follow predicates.
func (a *aligner) plausible(units []conj.Unit, ms []int32) bool {
	list := a.c.vocab.list
	parts := 0
	var all []conj.Unit
	for i, m := range ms {
		form := list[m].form
		parts += len([]rune(form))
		all, _ = conj.Append(all, form)
		if i == 0 {
			continue
		}
		if stem := inflected(list[ms[i-1]].tag); stem != ending(list[m].tag) {
			return false
		}
	}
	syllables := 0
	for _, u := range units {
		if !conj.IsCoda(u) {
			syllables++
		}
	}
	if syllables > parts || syllables < parts-3 || len(ms) == 1 && syllables != parts && list[ms[0]].tag != tokenize.NP {
		return false
	}
	if last := list[ms[len(ms)-1]]; len(ms) > 1 && predicate(last.tag) && slices.Equal(units, all[:min(len(units), len(all))]) {
		return false
	}
	first := list[ms[0]]
	return first.form == "하" || first.tag == tokenize.VCP || conj.SameOnset(units[0], all[0])
}

func inflected(t tokenize.Tag) bool { return predicate(t) || t == tokenize.EP }

func ending(t tokenize.Tag) bool {
	switch t {
	case tokenize.EP, tokenize.EF, tokenize.EC, tokenize.ETM, tokenize.ETN:
		return true
	}
	return false
}

// startsWord tells whether a morpheme can begin a word, as endings cannot.
func (a *aligner) startsWord(m int32) bool {
	for _, s := range a.shape[m] {
		if s.After.Has(conj.Full) && len(s.Units) > 0 {
			return true
		}
	}
	return false
}

func predicate(t tokenize.Tag) bool {
	switch t {
	case tokenize.VV, tokenize.VA, tokenize.VX, tokenize.VCP, tokenize.VCN, tokenize.XSV, tokenize.XSA:
		return true
	}
	return false
}

// strayCoda tells whether a morpheme is a coda that its tag does not allow to be one: a slip of the labels.
func strayCoda(m morph) bool {
	u, _ := conj.Append(nil, m.form)
	return len(u) > 0 && conj.IsCoda(u[0]) && !ending(m.tag) && m.tag != tokenize.ZCoda && (m.tag < tokenize.JKS || m.tag > tokenize.JC)
}

func word(t tokenize.Tag) bool {
	switch t {
	case tokenize.NNG, tokenize.NNP, tokenize.NNB, tokenize.NP, tokenize.NR, tokenize.XR, tokenize.MAG, tokenize.IC, tokenize.MM:
		return true
	}
	return false
}

// classify gives each morpheme its class: itself where it is grammatical and frequent, its tag otherwise. Nouns are
// parted by what follows them: 사용(하) and 가능(하) take a suffix that 학교 does not.
func (x *lexicon) classify() {
	c := x.c
	verbal := make([]float64, len(c.vocab.list))
	adjectival := make([]float64, len(c.vocab.list))
	total := 0.0
	for i := range c.types {
		t := &c.types[i]
		for j, n := range t.list {
			an := c.analyses[n]
			total += t.counts[j]
			for k := 0; k+1 < an.len(); k++ {
				switch c.vocab.list[an.at(k+1)].tag {
				case tokenize.XSV:
					verbal[an.at(k)] += t.counts[j]
				case tokenize.XSA:
					adjectival[an.at(k)] += t.counts[j]
				}
			}
		}
	}
	least := func(perMillion float64) float64 { return perMillion * total / 1e6 }
	names := map[string]uint16{}
	class := func(name string) uint16 {
		n, ok := names[name]
		if !ok {
			n = uint16(len(x.classes))
			names[name] = n
			x.classes = append(x.classes, name)
		}
		return n
	}
	for i := range int(segment.NumLefts) {
		class(fmt.Sprint("start", i))
	}
	x.end = int(class("end"))
	x.class = make([]uint16, len(c.vocab.list))
	for i, m := range c.vocab.list {
		n := c.vocab.count[i]
		name := m.tag.String()
		own := math.Inf(1)
		switch m.tag {
		case tokenize.JKS, tokenize.JKC, tokenize.JKG, tokenize.JKO, tokenize.JKB, tokenize.JKV, tokenize.JKQ, tokenize.JX, tokenize.JC,
			tokenize.EP, tokenize.EF, tokenize.EC, tokenize.ETN, tokenize.ETM, tokenize.VCP, tokenize.VCN, tokenize.XSV, tokenize.XSA, tokenize.XPN, tokenize.XSM:
			own = 40
		case tokenize.XSN, tokenize.NNB, tokenize.NP, tokenize.VX:
			own = 150
		case tokenize.VV, tokenize.VA, tokenize.MM, tokenize.MAG, tokenize.MAJ:
			own = 700
		case tokenize.NNG:
			switch {
			case n >= 20 && verbal[i] > .15*n:
				name = "NNGv"
			case n >= 20 && adjectival[i] > .15*n:
				name = "NNGa"
			}
		}
		if n >= least(own) {
			name = m.String()
		}
		x.class[i] = class(name)
	}
	for _, t := range unknownTags {
		class("unknown" + t.String())
	}
	for _, t := range unknownTags {
		n := class("unknown" + t.String())
		x.unknown = append(x.unknown, lattice.Entry{Item: uint32(t), Left: n, Right: n})
	}
}

// buildTrie makes the lexicon that the lattice reads, from the items and their shapes.
func (x *lexicon) buildTrie() {
	var keys [][]conj.Unit
	var entries []lattice.Entry
	add := func(i int, units []conj.Unit, after conj.Mask, state conj.State, rare bool) {
		e := lattice.Entry{Item: uint32(i), Left: x.items[i].left, Right: x.items[i].right, After: uint8(after), State: uint8(state)}
		if rare {
			e.Flags = lattice.FlagRare
		}
		if ms := x.items[i].morphs; len(ms) == 1 && word(x.c.vocab.list[ms[0]].tag) {
			e.Flags |= lattice.FlagWord
		}
		if len(units) == 0 {
			x.empty = append(x.empty, e)
			return
		}
		keys = append(keys, units)
		entries = append(entries, e)
	}
	for i, it := range x.items {
		if it.units != nil {
			add(i, it.units, conj.Of(conj.Full), it.state, false)
			continue
		}
		m := it.morphs[0]
		for j, s := range x.align.shape[m] {
			if s.Rare && x.shapes[m][j] < 2 || len(s.Units) == 0 && it.count < 100 {
				continue
			}
			add(i, s.Units, s.After, s.State, s.Rare)
		}
	}
	order := lattice.SortKeys(keys)
	var distinct [][]conj.Unit
	var values []uint32
	var blob []byte
	for k, o := range order {
		if k == 0 || !slices.Equal(keys[o], distinct[len(distinct)-1]) {
			distinct = append(distinct, keys[o])
			values = append(values, uint32(len(blob)/lattice.EntrySize))
		}
		e := entries[o]
		if k+1 == len(order) || !slices.Equal(keys[order[k+1]], keys[o]) {
			e.Flags |= lattice.FlagLast
		}
		blob = lattice.AppendEntry(blob, e)
	}
	x.lex = &lattice.Lexicon{Trie: lattice.BuildTrie(distinct, values), Entries: blob}
	n := len(x.classes)
	x.params = &lattice.Params{
		Classes: n, Bigram: make([]byte, 2*n*n), Sound: make([]byte, 2*3*n), Start: 0, End: x.end, Empty: x.empty, Unknown: x.unknown,
		UnkLen: make([]byte, 2*len(x.unknown)*(lattice.MaxUnknown+1)), UnkFirst: make([]byte, len(x.unknown)*11172), UnkLast: make([]byte, len(x.unknown)*11172),
		Chars: make([]byte, lattice.CharPairs),
	}
	x.learnChars()
	fmt.Println("shapes", len(entries), "keys", len(distinct), "trie", len(x.lex.Trie), "entries", len(blob), "empty", len(x.empty))
	for _, e := range x.empty {
		fmt.Print(x.names(x.items[e.Item].morphs), " ")
	}
	fmt.Println()
}
