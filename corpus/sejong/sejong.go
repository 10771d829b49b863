// Package sejong is the reference list that kstat has with it: how often each content morpheme stands in the Sejong corpus,
// so that the words of a single text can be held against written Korean at large.
//
// The corpus is the morphologically analysed part of the 21st Century Sejong Project (21세기 세종계획, 1998–2007): written
// Korean, mostly of the 1980s to the early 2000s; fiction and non-fiction books, newspapers and magazines. So it knows no
// smartphone, and it is no reference for chat or film reviews. The counts are those of KOMORAN's dictionary (SHINEWARE,
// Apache License 2.0), which has 24.3 million morphemes; of them the content morphemes are here.
//
// Its units are morphemes in their dictionary form and not words: 사용하다 is counted as the noun 사용. Whoever compares must
// count so too: the unit morpheme with the tags of Tags, each term renamed by Name. Parts of speech are not told apart, since
// the corpus and the analyser draw some lines differently (있다 is a verb there, an adjective here). It has no counts of
// words in Latin letters and in hanja, which the corpus does have: they are unknown, not 0.
package sejong

import (
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"

	"kstat/corpus"
	"kstat/tokenize"
)

// counts.bin is made by make generate DATA=FOLDER, from train/komoran.dic.word in that folder.

// packed is a deflated list of entries, ordered by form and tag:
//
//	same    1 byte   how many bytes of the form are those of the entry before
//	rest    1 byte   how many follow
//	form    rest bytes of UTF-8
//	tag     1 byte   index in order
//	count   varint
//
//go:embed counts.bin
var packed string

// Entries and Tokens are the numbers of entries and of running morphemes.
const (
	Entries = 168830
	Tokens  = 9327403
)

// order holds the tags by their numbers in the file.
var order = [...]tokenize.Tag{tokenize.NNG, tokenize.NNP, tokenize.NR, tokenize.VV, tokenize.VA, tokenize.VCN, tokenize.MAG, tokenize.XR}

// Tags are the tags that the list has.
var Tags = tokenize.Tags(order[:]...)

// Name gives the dictionary form of a term of the unit morpheme: 걷다 of 걷/VV, 학교 of 학교/NNG.
func Name(c corpus.Count) string {
	name := strings.TrimSuffix(c.Term, "/"+c.Tag.String())
	if tokenize.PredicateTags.Has(c.Tag) {
		name += "다"
	}
	return name
}

// Record gives the list as a record without documents, by dictionary forms. Each call unpacks it anew, in a tenth of a second.
func Record() (*corpus.Record, error) {
	r := &corpus.Record{Terms: make([]corpus.Count, 0, Entries)}
	err := each(func(form []byte, tag tokenize.Tag, count uint64) {
		r.Terms = append(r.Terms, corpus.Count{Term: string(form) + "/" + tag.String(), Tag: tag, Freq: count})
		r.Tokens += count
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(r.Terms, corpus.ByFrequency)
	return r.Renamed(Name), nil
}

// Frequencies gives how often the list has each of the dictionary forms, 0 for those that it lacks: the counts of Record, in a
// fifth of its time.
func Frequencies(forms []string) ([]uint64, error) {
	at := make(map[string]int, len(forms))
	for i, f := range forms {
		at[f] = i
	}
	freq := make([]uint64, len(forms))
	var name []byte
	err := each(func(form []byte, tag tokenize.Tag, count uint64) {
		if tokenize.PredicateTags.Has(tag) {
			name = append(append(name[:0], form...), "다"...)
			form = name
		}
		if i, ok := at[string(form)]; ok {
			freq[i] += count
		}
	})
	for i, f := range forms {
		freq[i] = freq[at[f]] // of a form that stands there twice
	}
	return freq, err
}

// each unpacks the list and calls f for each entry. The form is valid during the call.
func each(f func(form []byte, tag tokenize.Tag, count uint64)) error {
	b, err := io.ReadAll(flate.NewReader(strings.NewReader(packed)))
	if err != nil {
		return fmt.Errorf("reference list: %w", err)
	}
	var form []byte
	for len(b) > 0 {
		same, rest := int(b[0]), int(b[1])
		form = append(form[:same], b[2:2+rest]...)
		tag := order[b[2+rest]]
		count, n := binary.Uvarint(b[3+rest:])
		b = b[3+rest+n:]
		f(form, tag, count)
	}
	return nil
}
