package main

import (
	"math"

	"kstat/hangul"
	"kstat/tokenize"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/segment"
)

// Names are made of other syllables than words are. Of three, as most people here are called, the first is one of a hundred and
// the others are such as are thought well-sounding: 슬찬 is no word, but 권슬찬 can be little else; names from elsewhere sound
// of elsewhere (라흐마니노프). The annotated text, film reviews and a dictionary's examples for the most part, has fewer
// new names than a newspaper, and the lattice's costs of unknown words look at the first and the last syllable only. So the
// program asks each syllable besides.
//
// What a syllable tells is how much commoner it is, in its place, among proper nouns than among the beginnings of all eojeols:
// naive Bayes, each name and each beginning counted once however often it occurs. How much is made of it was found on the
// development sets, where names and compounds of known words (한국철도) want the opposite.
const (
	nameDoubt = 100 // names are added whose syllables are as usual: no syllable is impossible
	nameUnit  = 16  // of lattice.Params.Names, in a nat

	// in nats, how much likelier names are taken to be than they are in the text, and the part of what syllables tell that is
	// believed: of three syllables and of more
	margin3, belief3         = .4, 1
	marginLonger, beliefMore = -1.3, .8
)

// names makes lattice.Params.Names.
func (c *corpus) names() []byte {
	const shortest, longest = 3, lattice.MaxUnknown // syllables
	isName, other := map[string]bool{}, map[string]bool{}
	for id, m := range c.vocab.list {
		if n := len(m.form) / 3; m.tag == tokenize.NNP && c.vocab.count[id] > 0 && shortest <= n && n <= longest && syllables(m.form) {
			isName[m.form] = true
		}
	}
	for i := range c.types {
		t := &c.types[i]
		if t.left != segment.LeftStart || t.total == 0 {
			continue
		}
		for n := shortest; n < longest && 3*n <= len(t.surface); n++ {
			if s := t.surface[:3*n]; !isName[s] {
				other[s] = true
			}
		}
	}
	names, others := countSyllables(isName), countSyllables(other)
	out := make([]byte, lattice.NamesSize)
	for i := range out {
		table := i / lattice.Edge
		usual := (others.n[i] + .5) / (others.of[table] + .5*lattice.Edge)
		told := math.Log((names.n[i] + nameDoubt*usual) / (names.of[table] + nameDoubt) / usual)
		if table < lattice.NameFirst {
			told *= belief3
		} else {
			told *= beliefMore
		}
		switch table {
		case lattice.Name3First:
			told += margin3
		case lattice.NameFirst:
			told += marginLonger
		}
		out[i] = byte(int8(math.Round(max(-127, min(127, -told*nameUnit)))))
	}
	return out
}

// syllableCounts tell how often each syllable stands in each place that lattice.Params.Names tells apart.
type syllableCounts struct {
	n  []float64                 // as Names has them
	of [lattice.NumNames]float64 // all syllables of a table
}

func countSyllables(words map[string]bool) *syllableCounts {
	c := &syllableCounts{n: make([]float64, lattice.NamesSize)}
	for w := range words {
		last := len(w)/3 - 1
		for at, r := range w {
			i, table := at/3, lattice.NameMiddle
			switch {
			case last == 2:
				table = lattice.Name3First + i
			case i == 0:
				table = lattice.NameFirst
			case i == last:
				table = lattice.NameLast
			}
			c.n[table*lattice.Edge+int(r-hangul.SyllableFirst)]++
			c.of[table]++
		}
	}
	return c
}
