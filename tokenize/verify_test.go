package tokenize

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// toy is a model of a dozen morphemes, made by hand for tests of models: every section has something in it.
var toy = sync.OnceValue(func() map[model.Section][]byte {
	const (
		end = uint16(segment.NumLefts) + iota
		word
		unknown
		classes
	)
	type morpheme struct {
		form  string
		tag   Tag
		kind  choose.Kind
		row   uint16
		forms []conj.Form
	}
	morphemes := []morpheme{
		{"나", NP, choose.NounKind, 1, conj.Word("나")},
		{"학교", NNG, choose.NounKind, 2, conj.Word("학교")},
		{"는", JX, choose.Particle + choose.Kind(choose.TopicOf), 0, conj.Word("는")},
		{"가", JKS, choose.Particle + choose.Kind(choose.SubjectOf), 0, conj.Word("가")},
		{"에", JKB, choose.Particle + choose.Kind(choose.PlaceOf), 0, conj.Word("에")},
		{"가", VV, choose.PredicateKind, 1, conj.Stem("가", false)},
		{"걷", VV, choose.PredicateKind, 2, conj.Stem("걷", true)},
		{"이", VCP, choose.OtherKind, 0, conj.Copula()},
		{"었", EP, choose.OtherKind, 0, conj.PreFinal("었")},
		{"ᆫ다", EF, choose.ClauseKind, 0, conj.Ending("ᆫ다")},
		{"다", EF, choose.ClauseKind, 0, conj.Ending("다")},
		{"는", ETM, choose.ModifierKind, 0, conj.Ending("는")},
	}
	s := map[model.Section][]byte{}
	u32 := binary.LittleEndian.AppendUint32
	s[model.Meta] = u32(u32(u32(nil, uint32(classes)), uint32(end)), 100)
	var keys [][]uint16
	var entries []lattice.Entry
	add := func(item int, cost int16, f conj.Form) {
		e := lattice.Entry{Item: uint32(item), Left: word, Right: word, Cost: cost, After: uint8(f.After), State: uint8(f.State)}
		if f.After == 0 {
			e.After = uint8(conj.Of(conj.Full))
		}
		if len(f.Units) == 0 {
			s[model.Empty] = lattice.AppendEntry(s[model.Empty], e)
			return
		}
		keys, entries = append(keys, f.Units), append(entries, e)
	}
	for i, m := range morphemes {
		known := model.Morph{Form: m.form, Place: uint32(len(s[model.Pool])), Tag: uint8(m.tag), Kind: uint8(m.kind), Row: m.row}
		s[model.Pool] = append(s[model.Pool], m.form...)
		if known.Followed = m.tag == VV || m.tag == VCP; known.Followed {
			s[model.Pool] = append(s[model.Pool], "다"...)
		}
		s[model.Morphs] = model.AppendMorph(s[model.Morphs], &known)
		cost := int16(10)
		if m.tag == VCP {
			cost = 2000
		}
		for _, f := range m.forms {
			add(i, cost, f)
		}
	}
	s[model.Contractions] = u32(u32(u32(u32(nil, 0), 3), model.None), model.None) // 내가
	units, _ := conj.Append(nil, "내가")
	add(len(morphemes), 10, conj.Form{Units: units})
	order := lattice.SortKeys(keys)
	var distinct [][]uint16
	var values []uint32
	for k, o := range order {
		if k == 0 || !slices.Equal(keys[o], distinct[len(distinct)-1]) {
			distinct, values = append(distinct, keys[o]), append(values, uint32(k))
		}
		e := entries[o]
		if k+1 == len(order) || !slices.Equal(keys[order[k+1]], keys[o]) {
			e.Flags |= lattice.FlagLast
		}
		s[model.Entries] = lattice.AppendEntry(s[model.Entries], e)
	}
	s[model.Trie] = lattice.BuildTrie(distinct, values)
	s[model.Unknown] = lattice.AppendEntry(nil, lattice.Entry{Item: uint32(NNG), Left: unknown, Right: unknown})
	s[model.Bigram], s[model.Sound] = make([]byte, 2*classes*classes), make([]byte, 2*3*classes)
	s[model.UnkLen] = make([]byte, 2*(lattice.MaxUnknown+1))
	s[model.UnkFirst], s[model.UnkLast], s[model.Chars] = make([]byte, lattice.Edge), make([]byte, lattice.Edge), slices.Repeat([]byte{40}, lattice.CharPairs)
	s[model.Names] = make([]byte, lattice.NamesSize)
	part := func(morph uint32, covers int) model.Part {
		p, _ := model.PartOf(morph, 0, covers)
		return p
	}
	s[model.Table], s[model.Analyses], s[model.Tails], _ = model.BuildTypes([]model.Type{
		// 가는: the verb or, rarely, the particles
		{Hash: model.Hash("가는", segment.LeftStart), Analyses: []model.TypeAnalysis{{Cost: 1. / 16, Parts: []model.Part{part(5, 1), part(11, 1)}}, {Cost: 2.5, Parts: []model.Part{part(3, 1), part(2, 1)}}}},
		// 나라가: a noun that the lexicon lacks
		{Hash: model.Hash("나라가", segment.LeftStart), Analyses: []model.TypeAnalysis{{Parts: []model.Part{part(model.UnknownBase+uint32(NNG), 2), part(3, 1)}}}},
	})
	s[model.Weights] = model.BuildWeights(func(f uint32) float64 { return float64(f%1000) / 999 * float64(f%3) })
	s[model.Nouns], s[model.Predicates] = slices.Repeat([]byte{1, 255}, choose.Dim), slices.Repeat([]byte{3, 254}, choose.Dim*int(choose.NumRelations))
	s[model.Govern] = slices.Repeat([]byte{0, 0, 1, 0}, int(choose.NumRelations)*choose.MaxRank)
	s[model.Company] = append([]byte{0, 1, 0, 0}, slices.Repeat([]byte{130, 120}, 2*choose.CompanyDim)...)
	s[model.Beside] = toyBeside()
	s[model.Gazetteer], _ = model.BuildGazetteer([]uint64{1, 2, 3})
	s[model.Listed] = make([]byte, 2*(lattice.MaxUnknown+1))
	return s
})

// toyBeside holds one pair, 가는 as two particles or as the verb, and one word to its right.
func toyBeside() []byte {
	b := choose.BesideVectors{Scale: 1 << 10}
	v := slices.Repeat([]int8{9}, choose.BesideDim)
	b.AddPair(choose.Mix(3, 3), choose.Mix(5, 3), v, v)
	b.AddAfter(choose.Mix(8, 3), v)
	return b.Section()
}

const toyText = "나는 학교에 걸어 갔다. 내가 가는 나라가 나라다. AI가 간다"

func TestToyModel(t *testing.T) {
	tk, err := Load(model.Build(toy()))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := line(tk.Analyze("내가 학교에 간다. 나라가 걸었다.")), "나/NP 가/JKS 학교/NNG 에/JKB 가/VV ᆫ다/EF ./SF 나라/NNG 가/JKS 걷/VV 었/EP 다/EF ./SF"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	cover(t, toyText, tk.Analyze(toyText))
}

// What another surface with the same check has in the table is not taken for this one's, even where only its first part is too
// long for it and the last one ends where it should.
func TestTypesOfAnotherSurface(t *testing.T) {
	s := maps.Clone(toy())
	long, _ := model.PartOf(5, 0, 3)
	back, ok := model.PartOf(11, 3, 1)
	if !ok {
		t.Fatal("no such part")
	}
	var left int
	s[model.Table], s[model.Analyses], s[model.Tails], left = model.BuildTypes([]model.Type{
		{Hash: model.Hash("가", segment.LeftStart), Analyses: []model.TypeAnalysis{{Parts: []model.Part{long, back}}}},
	})
	if left > 0 {
		t.Fatal("the type was left out")
	}
	tk, err := Load(model.Build(s))
	if err != nil {
		t.Fatal(err)
	}
	cover(t, "가 나는", tk.Analyze("가 나는"))
}

// The embedded model holds all that is taken for granted when it is read.
func TestEmbeddedModelIsSound(t *testing.T) {
	if err := verify(model.Embedded()); err != nil {
		t.Error(err)
	}
}

// Load says what is wrong with a model.
func TestLoadRefuses(t *testing.T) {
	good := model.Build(toy())
	damaged := slices.Clone(good)
	damaged[len(damaged)-1] ^= 1
	for want, data := range map[string][]byte{"not a kstat model": []byte("kstat"), "cut short": good[:len(good)-1], "damaged": damaged} {
		if _, err := Load(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	put := binary.LittleEndian.PutUint32
	entry := func(b []byte, i int, change func(e *lattice.Entry)) []byte {
		l := lattice.Lexicon{Entries: b}
		e := l.Entry(uint32(i))
		change(&e)
		lattice.AppendEntry(b[:i*lattice.EntrySize], e)
		return b
	}
	for _, c := range []struct {
		want    string
		section model.Section
		change  func(b []byte) []byte
	}{
		{"it has no sizes", model.Meta, func([]byte) []byte { return nil }},
		{"0 classes", model.Meta, func(b []byte) []byte { put(b, 0); return b }},
		{"the class of the end is 99", model.Meta, func(b []byte) []byte { put(b[4:], 99); return b }},
		{"Morphs has 95 bytes", model.Morphs, func(b []byte) []byte { return b[:95] }},
		{"Bigram has", model.Bigram, func(b []byte) []byte { return b[2:] }},
		{"Govern has", model.Govern, func(b []byte) []byte { return append(b, 0, 0, 0, 0) }},
		{"Company has", model.Company, func(b []byte) []byte { return b[:len(b)-1] }},
		{"Company has", model.Company, func(b []byte) []byte { return nil }},
		{"Beside is no table", model.Beside, func(b []byte) []byte { return b[:len(b)-1] }},
		{"Beside is no table", model.Beside, func(b []byte) []byte { b[6] = 1; return b }},
		{"Gazetteer has", model.Gazetteer, func(b []byte) []byte { return b[:len(b)-1] }},
		{"Listed has", model.Listed, func(b []byte) []byte { return nil }},
		{"morpheme 0 stands at", model.Morphs, func(b []byte) []byte { put(b, 1<<31); return b }},
		{"morpheme 1 has tag 63", model.Morphs, func(b []byte) []byte { b[model.MorphSize+4] = 63; return b }},
		{"morpheme 1 is of kind 99", model.Morphs, func(b []byte) []byte { b[model.MorphSize+5] = 99; return b }},
		{"contraction 0 holds morpheme 12 of 12", model.Contractions, func(b []byte) []byte { put(b, 12); return b }},
		{"contraction 0 holds nothing", model.Contractions, func(b []byte) []byte { put(b, model.None); put(b[4:], model.None); return b }},
		{"Entries 0 has classes", model.Entries, func(b []byte) []byte { return entry(b, 0, func(e *lattice.Entry) { e.Left = 9 }) }},
		{"Entries 0 is item 13 of 13", model.Entries, func(b []byte) []byte { return entry(b, 0, func(e *lattice.Entry) { e.Item = 13 }) }},
		{"Entries 0 leaves state 6", model.Entries, func(b []byte) []byte { return entry(b, 0, func(e *lattice.Entry) { e.State = 6 }) }},
		{"the last list of entries does not end", model.Entries, func(b []byte) []byte {
			return entry(b, len(b)/lattice.EntrySize-1, func(e *lattice.Entry) { e.Flags = 0 })
		}},
		{"leads to entry", model.Entries, func(b []byte) []byte {
			return entry(b, 0, func(e *lattice.Entry) { e.Flags |= lattice.FlagLast })[:lattice.EntrySize]
		}},
		{"Unknown 0 has no tag", model.Unknown, func(b []byte) []byte { return entry(b, 0, func(e *lattice.Entry) { e.Item = 0 }) }},
		{"items cover nothing", model.Empty, func(b []byte) []byte {
			return bytes.Repeat(b[:lattice.EntrySize], lattice.MostEmpty+1)
		}},
		{"classes of unknown words", model.Unknown, func(b []byte) []byte {
			return bytes.Repeat(b[:lattice.EntrySize], lattice.MostUnknown+1)
		}},
		{"Trie is empty", model.Trie, func([]byte) []byte { return nil }},
		{"of 8 bytes", model.Analyses, func(b []byte) []byte { return b[:8] }},
		{"has no analyses", model.Analyses, func(b []byte) []byte { i := slices.IndexFunc(b, notZero); b[i+3] |= 0xFC; return b }}, // more analyses than are written
		{"a tail holds a morpheme that there is not", model.Tails, func(b []byte) []byte { return append(b, 14, 0, 0, 0) }},
		{"Weights has values for more than the 15 features of block 0", model.Weights, func(b []byte) []byte { i := slices.IndexFunc(b, notZero); b[i] &= b[i] - 1; return b }},
		{"Weights has no room for the 17 weights of block 0", model.Weights, func(b []byte) []byte { i := slices.IndexFunc(b, notZero); b[i] |= b[i] + 1; return b }},
		{"Weights has 4194303 bytes", model.Weights, func(b []byte) []byte { return b[:len(b)-1] }},
		{"morpheme 1 has vector 3 of 2", model.Morphs, func(b []byte) []byte { b[model.MorphSize+6] = 3; return b }},
		{"morpheme 6 has vector 2 of 1", model.Predicates, func(b []byte) []byte { return b[:len(b)/2] }},
	} {
		s := maps.Clone(toy())
		s[c.section] = c.change(slices.Clone(s[c.section]))
		if _, err := Load(model.Build(s)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.want, err)
		}
	}
}

func notZero(b byte) bool { return b != 0 }

// tryModel reads a text by a model that may be faulty, whatever its checksum: it must be refused, or do no more than talk
// nonsense.
func tryModel(t *testing.T, data []byte, text string) {
	f, err := model.Open(string(data))
	if err != nil || verify(f) != nil {
		return
	}
	w := newTokenizer(f).NewWorker()
	w.Tokens(text)
	w.AppendLine(nil, text, MeCab)
	w.NBest(text, 3)
}

// section gives the bytes of a section within a model's, by way of the directory at byte 24.
func section(data []byte, s model.Section) []byte {
	at := 24 + 8*int(s)
	from, n := binary.LittleEndian.Uint32(data[at:]), binary.LittleEndian.Uint32(data[at+4:])
	return data[from : from+n]
}

// Bytes flipped anywhere in a model make it no worse than wrong.
func TestFlippedBytes(t *testing.T) {
	data := model.Build(toy())
	for s := range toy() {
		b := section(data, s)
		places := min(len(b), 16)
		for k := range places {
			i, flip := k*len(b)/places, []byte{1, 0xF0}[k%2]
			b[i] ^= flip
			tryModel(t, data, toyText)
			b[i] ^= flip
		}
	}
}

// FuzzLoad changes bytes of a model: each five bytes say which section, where, and by what.
func FuzzLoad(f *testing.F) {
	f.Add([]byte{byte(model.Entries), 0, 0, 3, 1}, toyText)
	f.Add([]byte{byte(model.Analyses), 0, 0, 5, 0x77, byte(model.Trie), 0, 1, 4, 2}, toyText)
	f.Add([]byte{byte(model.Empty), 0, 0, 11, 3, byte(model.Sound), 0, 0, 1, 0x80}, strings.Repeat("가는나", 40))
	good := model.Build(toy())
	f.Fuzz(func(t *testing.T, edits []byte, text string) {
		data := slices.Clone(good)
		for ; len(edits) >= 5; edits = edits[5:] {
			b := section(data, model.Section(edits[0])%model.Section(len(toy())))
			if len(b) > 0 {
				b[(int(edits[1])<<16|int(edits[2])<<8|int(edits[3]))%len(b)] ^= edits[4]
			}
		}
		tryModel(t, data, text)
	})
}
