package tokenize

import (
	"fmt"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// verify holds whatever the code that reads a model takes for granted, so that it need not look: every number that leads
// into another section leads to a place in it, every list ends, every search comes to an end. A model that passes may
// talk nonsense, but no text makes it panic or loop. It goes through the whole file, which takes about a tenth of a second
// for the embedded model; that one is verified by a test, others when they are loaded.
func verify(f *model.File) error {
	v := verifier{f: f}
	for _, check := range []func(){v.sizes, v.morphs, v.lexicon, v.table, v.weights, v.vectors, v.names} {
		if check(); v.err != nil {
			return fmt.Errorf("model is faulty: %w", v.err)
		}
	}
	return nil
}

type verifier struct {
	f          *model.File
	classes    int
	morphemes  int
	items      int // morphemes and contractions
	nouns      int // rows of their vectors
	predicates int
	err        error
}

// hold notes the first thing that does not hold.
func (v *verifier) hold(ok bool, format string, args ...any) bool {
	if !ok && v.err == nil {
		v.err = fmt.Errorf(format, args...)
	}
	return ok
}

// size gives the number of records of a section, which must not be a broken one.
func (v *verifier) size(s model.Section, name string, record int) int {
	n := len(v.f.String(s))
	v.hold(n%record == 0, "%s has %d bytes, no multiple of %d", name, n, record)
	return n / record
}

// sizes checks the sizes that follow from each other.
func (v *verifier) sizes() {
	if !v.hold(len(v.f.String(model.Meta)) >= 12, "it has no sizes") {
		return
	}
	meta := v.f.String(model.Meta)
	v.classes = int(number(meta, 0))
	v.hold(v.classes > int(segment.NumLefts) && v.classes <= lattice.MaxClasses, "%d classes", v.classes)
	v.hold(int(number(meta, 1)) < v.classes, "the class of the end is %d of %d", number(meta, 1), v.classes)
	v.morphemes = v.size(model.Morphs, "Morphs", model.MorphSize)
	v.items = v.morphemes + v.size(model.Contractions, "Contractions", 16)
	v.size(model.Trie, "Trie", lattice.NodeSize)
	unknown := v.size(model.Unknown, "Unknown", lattice.EntrySize)
	v.hold(unknown <= lattice.MostUnknown, "%d classes of unknown words", unknown)
	for _, s := range []struct {
		section model.Section
		name    string
		want    int
	}{
		{model.Bigram, "Bigram", 2 * v.classes * v.classes}, {model.Sound, "Sound", 2 * 3 * v.classes},
		{model.UnkLen, "UnkLen", 2 * unknown * (lattice.MaxUnknown + 1)}, {model.UnkFirst, "UnkFirst", unknown * lattice.Edge},
		{model.UnkLast, "UnkLast", unknown * lattice.Edge}, {model.Chars, "Chars", lattice.CharPairs}, {model.Names, "Names", lattice.NamesSize},
		{model.Govern, "Govern", 4 * int(choose.NumRelations) * choose.MaxRank},
	} {
		v.hold(len(v.f.String(s.section)) == s.want, "%s has %d bytes, not %d", s.name, len(v.f.String(s.section)), s.want)
	}
	v.nouns = v.size(model.Nouns, "Nouns", choose.Dim)
	v.predicates = v.size(model.Predicates, "Predicates", choose.Dim*int(choose.NumRelations))
}

// morphs checks the morphemes and what contractions are made of.
func (v *verifier) morphs() {
	morphs, pool := model.MorphTable(v.f.String(model.Morphs)), v.f.String(model.Pool)
	for i := range uint32(v.morphemes) {
		at, n := morphs.Form(i)
		end := at + n
		if morphs.Followed(i) {
			end += len("다")
		}
		v.hold(end <= len(pool) && n > 0 && n%3 == 0, "morpheme %d stands at [%d,%d) of %d bytes", i, at, end, len(pool)) // syllables and codas
		v.hold(morphs.Tag(i) > 0 && morphs.Tag(i) < uint8(numTags), "morpheme %d has tag %d", i, morphs.Tag(i))
		v.hold(choose.Kind(morphs.Kind(i)) < choose.Particle+choose.Kind(choose.NumRelations), "morpheme %d is of kind %d", i, morphs.Kind(i))
	}
	c := v.f.String(model.Contractions)
	for i := range len(c) / 16 {
		parts := 0
		for k := range 4 {
			if m := number(c, 4*i+k); m != model.None {
				parts++
				v.hold(int64(m) < int64(v.morphemes), "contraction %d holds morpheme %d of %d", i, m, v.morphemes)
			}
		}
		v.hold(parts > 0, "contraction %d holds nothing", i)
	}
}

// lexicon checks the items that the lattice is made of.
func (v *verifier) lexicon() {
	x := lattice.Lexicon{Trie: v.f.Bytes(model.Trie), Entries: v.f.Bytes(model.Entries)}
	check := func(s model.Section, name string, items int) int {
		l := lattice.Lexicon{Entries: v.f.Bytes(s)}
		n := v.size(s, name, lattice.EntrySize)
		for i := range n {
			e := l.Entry(uint32(i))
			v.hold(int(e.Left) < v.classes && int(e.Right) < v.classes, "%s %d has classes %d and %d of %d", name, i, e.Left, e.Right, v.classes)
			v.hold(int64(e.Item) < int64(items), "%s %d is item %d of %d", name, i, e.Item, items)
			v.hold(conj.State(e.State) < conj.NumStates, "%s %d leaves state %d", name, i, e.State)
		}
		return n
	}
	empty := check(model.Empty, "Empty", v.items)
	v.hold(empty <= lattice.MostEmpty, "%d items cover nothing", empty)
	for i := range check(model.Unknown, "Unknown", int(numTags)) {
		l := lattice.Lexicon{Entries: v.f.Bytes(model.Unknown)}
		v.hold(l.Entry(uint32(i)).Item > 0, "Unknown %d has no tag", i)
	}
	entries := check(model.Entries, "Entries", v.items)
	if v.err == nil && entries > 0 {
		v.hold(x.Entry(uint32(entries-1)).Flags&lattice.FlagLast != 0, "the last list of entries does not end")
	}
	v.hold(len(x.Trie) > 0, "Trie is empty")
	for node := range uint32(len(x.Trie) / lattice.NodeSize) {
		if first, ok := x.First(node); ok {
			v.hold(int64(first) < int64(entries), "node %d leads to entry %d of %d", node, first, entries)
		}
	}
}

// table checks that types lead to analyses. Whether they cover a surface is left to fromTable, since another one may have the
// same check.
func (v *verifier) table() {
	err := v.f.VerifyTypes(func(morph uint32) bool {
		if morph >= model.UnknownBase {
			tag := morph - model.UnknownBase
			return tag > 0 && tag < uint32(numTags)
		}
		return int64(morph) < int64(v.morphemes)
	})
	v.hold(err == nil, "%v", err)
}

// weights checks that each of the weights' bits has a value.
func (v *verifier) weights() {
	err := v.f.VerifyWeights()
	v.hold(err == nil, "%v", err)
}

// vectors checks that nouns and predicates have theirs.
func (v *verifier) vectors() {
	morphs := model.MorphTable(v.f.String(model.Morphs))
	for i := range uint32(v.morphemes) {
		row := int(morphs.Row(i))
		switch choose.Kind(morphs.Kind(i)) {
		case choose.NounKind:
			v.hold(row <= v.nouns, "morpheme %d has vector %d of %d", i, row, v.nouns)
		case choose.PredicateKind:
			v.hold(row <= v.predicates, "morpheme %d has vector %d of %d", i, row, v.predicates)
		}
	}
	v.hold(choose.VerifyBeside(v.f), "Beside is no table of words and pairs")
	v.hold(len(v.f.String(model.Company)) == choose.CompanySize(v.nouns+v.predicates), "Company has %d bytes for %d nouns and %d predicates", len(v.f.String(model.Company)), v.nouns, v.predicates)
}

// names checks the gazetteer.
func (v *verifier) names() {
	gazetteer, listed := v.f.String(model.Gazetteer), v.f.String(model.Listed)
	_, err := model.OpenGazetteer(gazetteer)
	v.hold(err == nil, "%v", err)
	v.hold(len(gazetteer) == 0 || len(listed) == 2*(lattice.MaxUnknown+1), "Listed has %d bytes", len(listed))
}
