package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
)

// write writes the model, and beside it its hash.
func (ch *chooser) write(path string, maxTypes int) {
	out := ch.model(maxTypes)
	must(os.WriteFile(path, out, 0o644))
	must(os.WriteFile(path+".sha256", fmt.Appendf(nil, "%x  %s\n", sha256.Sum256(out), filepath.Base(path)), 0o644))
}

// model gives the model as the program reads it.
func (ch *chooser) model(maxTypes int) []byte {
	x := ch.f.x
	s := map[model.Section][]byte{}
	meta := binary.LittleEndian.AppendUint32(nil, uint32(len(x.classes)))
	meta = binary.LittleEndian.AppendUint32(meta, uint32(x.end))
	meta = binary.LittleEndian.AppendUint32(meta, uint32(x.params.Rare))
	s[model.Meta] = meta
	var texts []string
	var known []model.Morph
	var contractions []byte
	for i, it := range x.items {
		if len(it.morphs) > 1 || it.units != nil {
			for k := range 4 {
				id := uint32(model.None)
				if k < len(it.morphs) {
					id = uint32(x.itemOf[it.morphs[k]])
				}
				contractions = binary.LittleEndian.AppendUint32(contractions, id)
			}
			continue
		}
		if len(contractions) > 0 {
			panic("a morpheme after the contractions")
		}
		m := x.c.vocab.list[it.morphs[0]]
		known = append(known, model.Morph{Form: m.form, Tag: uint8(m.tag), Irregular: m.irregular, Followed: predicate(m.tag), Kind: uint8(kindOf(m)), Row: uint16(ch.rows[i])})
		texts = append(texts, inPool(&known[i]))
	}
	var places map[string]uint32
	s[model.Pool], places = model.BuildPool(texts)
	for i := range known {
		known[i].Place = places[texts[i]]
		s[model.Morphs] = model.AppendMorph(s[model.Morphs], &known[i])
	}
	s[model.Contractions] = contractions
	s[model.Trie], s[model.Entries] = x.lex.Trie, x.lex.Entries
	for _, e := range x.params.Empty {
		s[model.Empty] = lattice.AppendEntry(s[model.Empty], e)
	}
	for _, e := range x.params.Unknown {
		s[model.Unknown] = lattice.AppendEntry(s[model.Unknown], e)
	}
	p := x.params
	s[model.Bigram], s[model.Sound], s[model.UnkFirst], s[model.Chars] = p.Bigram, p.Sound, p.UnkFirst, p.Chars
	s[model.UnkLen] = named(p.UnkLen, slices.IndexFunc(p.Unknown, func(e lattice.Entry) bool { return tokenize.Tag(e.Item) == tokenize.NNP }))
	s[model.Names] = ch.c.names()
	s[model.UnkLast] = swallowing(p.UnkLast)
	s[model.Table], s[model.Analyses], s[model.Tails] = ch.table(maxTypes)
	s[model.Weights] = model.BuildWeights(func(f uint32) float64 { return ch.weight(f) })
	s[model.Company], s[model.Beside] = ch.company.section(), ch.beside
	s[model.Gazetteer], s[model.Listed] = ch.gazetteer, p.Listed
	s[model.Nouns], s[model.Predicates], s[model.Govern] = ch.v.sections()
	out := model.Build(s)
	for sec := model.Meta; sec <= model.Beside; sec++ {
		fmt.Print(sec, ":", len(s[sec]), " ")
	}
	fmt.Println("model", len(out))
	return out
}

// inPool gives what stands in the pool for a morpheme.
func inPool(m *model.Morph) string {
	if m.Followed {
		return m.Form + "다"
	}
	return m.Form
}

// The teacher takes many a particle, and 씨, for the end of a name that it does not know: 데브레첸과, 칼리니첸코씨. A word that
// the lexicon lacks ends with these syllables by so many nats less often than the text has it.
const (
	swallowed       = "와과씨"
	swallowedMargin = 2.5
)

// swallowing gives the costs of the last syllables of unknown words with the margin of those that they swallow.
func swallowing(last []byte) []byte {
	const unit = lattice.Scale / lattice.EdgeUnit
	out := slices.Clone(last)
	for class := 0; class < len(out); class += lattice.Edge {
		for _, r := range swallowed {
			c := &out[class+int(r-'가')]
			*c = uint8(min(math.MaxInt8, int(int8(*c))+swallowedMargin*unit))
		}
	}
	return out
}

// nameMargins tells by how many nats less than the text has it a name costs that the lexicon lacks, by its syllables. Such names are rarer
// in the text than among what people ask about, and the teacher cuts many of them. Of longer ones more are runs of words: 아진짜대박이다.
var nameMargins = [lattice.MaxUnknown + 1]float64{3: .5, 4: 1.5, 5: 1}

// named gives the costs of unknown words by their syllables, with the margins of names, whose class has this number.
func named(lengths []byte, class int) []byte {
	out := slices.Clone(lengths)
	for n, margin := range nameMargins {
		at := out[2*(class*len(nameMargins)+n):]
		binary.LittleEndian.PutUint16(at, binary.LittleEndian.Uint16(at)-uint16(margin*lattice.Scale))
	}
	return out
}

// table stores the commonest types with their analyses; of those that were seen as often, the shorter ones, which are likelier to
// be met again.
func (ch *chooser) table(maxTypes int) (table, analyses, tails []byte) {
	var order []int
	for i := range ch.c.types {
		if ch.c.types[i].total >= 1 && ch.from[i] < ch.from[i+1] {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &ch.c.types[order[a]], &ch.c.types[order[b]]
		return x.total > y.total || x.total == y.total && len(x.surface) < len(y.surface)
	})
	fmt.Println("types seen", len(order))
	order = order[:min(len(order), maxTypes)]
	var types []model.Type
	var covered, all float64
	unfit := 0
	for i := range ch.c.types {
		all += ch.c.types[i].total
	}
	for _, i := range order {
		t := &ch.c.types[i]
		stored := model.Type{Hash: model.Hash(t.surface, t.left)}
		kept := ch.ranked(i)
		costs := ch.costs(kept, t.total)
		for n, k := range kept {
			c := &ch.cands[k]
			if n > 0 && !c.rival && math.Log(prior(&ch.cands[kept[0]], t.total, 0)/prior(c, t.total, 0)) > rarest(t.total) {
				continue
			}
			a := model.TypeAnalysis{Cost: costs[n]}
			ms := analysis(c.morphs)
			for j := range ms.len() {
				p, ok := model.PartOf(uint32(ms.at(j)), int(c.spans[j]>>4), int(c.spans[j]&15))
				if !ok {
					panic("a morpheme that does not fit")
				}
				a.Parts = append(a.Parts, p)
			}
			stored.Analyses = append(stored.Analyses, a)
		}
		slices.SortStableFunc(stored.Analyses, func(a, b model.TypeAnalysis) int { return cmp.Compare(a.Cost, b.Cost) })
		if !ch.fits(t.surface, stored.Analyses[0].Parts) {
			unfit++ // the program would not take it for one of this surface
			continue
		}
		covered += t.total
		types = append(types, stored)
	}
	table, analyses, tails, left := model.BuildTypes(types)
	fmt.Printf("table of %d types covers %.4f of the text it is made of; %d are too large for it, %d written in too strange a way\n", len(types)-left, covered/all, left, unfit)
	return table, analyses, tails
}

// fits tells whether an analysis is seen to be one of a surface, see conj.Fits.
func (ch *chooser) fits(surface string, parts []model.Part) bool {
	form := func(p model.Part) string {
		if p.Morph() >= model.UnknownBase {
			return ""
		}
		x := ch.f.x
		return x.c.vocab.list[x.items[p.Morph()].morphs[0]].form
	}
	return conj.Fits(surface, form(parts[0]), form(parts[len(parts)-1]))
}

// costs gives what each of the candidates of a type costs by itself, in nats: its share, and what was learned of it on top.
func (ch *chooser) costs(cands []int32, total float64) []float64 {
	var out []float64
	sum := 0.0
	for _, k := range cands {
		c := -math.Log(prior(&ch.cands[k], total, 0)) - ch.weight(ch.cands[k].bias)
		out = append(out, c)
		sum += math.Exp(-c)
	}
	for i := range out {
		out[i] += math.Log(sum)
	}
	return out
}

// rarest is how much less likely than the first an analysis of the table may be, in nats, by how often the type was seen. What is
// rarer than 7 nats by itself is one of fifteen analyses and was never chosen in 6 MB of film reviews. Of types seen once or
// twice most analyses are what the lattice makes of them, of which the program too keeps no more than 3 nats.
func rarest(seen float64) float64 {
	switch {
	case seen < 2:
		return 2
	case seen < 3:
		return 3
	}
	return 7
}

// Which analyses of a stored type are kept: those with a share, and of the rest, which the text had never or hardly ever,
// those that the lattice finds likely and that begin with another morpheme than any likelier one. The text has 제동을 건
// and 나는 새 too seldom for their readings to have a share of 건 and 나는.
const (
	leastPrior   = 6e-3
	leastLattice = 1e-2
	mostReserved = 4 // of the places of a type's analyses, for its likeliest rivals
)

// ranked gives the candidates of a type that are worth keeping, the likeliest first.
func (ch *chooser) ranked(i int) []int32 {
	t := &ch.c.types[i]
	p := func(k int32) float64 { return prior(&ch.cands[k], t.total, 0) }
	var all, out []int32
	for k := ch.from[i]; k < ch.from[i+1]; k++ {
		all = append(all, k)
	}
	sort.SliceStable(all, func(a, b int) bool { return p(all[a]) > p(all[b]) })
	reserved := 0
	for _, k := range all {
		if ch.cands[k].rival {
			reserved = min(reserved+1, mostReserved)
		}
	}
	for _, k := range all {
		if k != ch.best[i] && t.total >= 2 && ch.cands[k].count == 0 && holdsUnknown(ch.cands[k].morphs) {
			continue // the text knows better
		}
		keep := k == ch.best[i] || p(k) > leastPrior
		if ch.cands[k].rival && reserved > 0 {
			keep = true
			reserved--
		} else if len(out) >= maxCandidates-reserved {
			continue
		}
		if !keep && float64(max(ch.cands[k].lat, ch.cands[k].way)) > leastLattice {
			keep = true
			for _, j := range out {
				keep = keep && ch.cands[j].parts.First != ch.cands[k].parts.First
			}
		}
		if keep && len(out) < maxCandidates {
			out = append(out, k)
		}
	}
	return out
}

// spans tells of each morpheme of a way which syllables it covers, as the model stores it.
func (ch *chooser) spans(nodes []int32) string {
	var b []byte
	end := 0
	for _, i := range nodes {
		n := &ch.f.lat.Nodes[i]
		first, last := ch.f.lat.Syllables(n)
		k := 1
		if n.Kind != lattice.KindUnknown {
			k = len(ch.f.x.items[n.Item].morphs)
		}
		for range k {
			b = append(b, uint8((end-first)<<4|(last-first)))
			end = last
		}
	}
	return string(b)
}

// holdsUnknown tells whether an analysis holds a word that the lexicon lacks.
func holdsUnknown(a analysis32) bool {
	ms := analysis(a)
	for i := range ms.len() {
		if uint32(ms.at(i)) >= unknownBase {
			return true
		}
	}
	return false
}
