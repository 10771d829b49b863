package main

import (
	"fmt"
	"strconv"
	"strings"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
)

// The annotated text lacks many a name and rare noun that the Sejong corpus has (백기완, 딤섬, 박태준). Of its list of
// morphemes are taken those nouns that the lattice could not put together: the corpus writes 중요성 and 국제공항 as one
// noun, which the labels cut into 중요+성 and 국제+공항, and one lexicon must not hold both ways.
const (
	leastSejong   = 3  // occurrences in the Sejong corpus
	longestSejong = 6  // syllables
	commonPart    = 20 // occurrences that a part of a longer noun has in the annotated text
)

// readSejong adds the nouns of a list, a form a line with its tags and their counts, to the vocabulary. It must come after
// the annotated text.
func (c *corpus) readSejong(path string) error {
	number := 0
	common := func(form string, tags ...tokenize.Tag) bool {
		for _, t := range tags {
			if id, ok := c.vocab.ids[morph{form, t, false}]; ok && c.vocab.count[id] >= commonPart {
				return true
			}
		}
		return false
	}
	compound := func(form string) bool {
		for i := 3; i < len(form); i += 3 {
			a, b := form[:i], form[i:]
			if i > 3 && common(a, tokenize.NNG, tokenize.NNP) && (common(b, tokenize.XSN) || len(b) > 3 && common(b, tokenize.NNG, tokenize.NNP)) ||
				len(b) > 3 && common(a, tokenize.XPN) && common(b, tokenize.NNG, tokenize.NNP) {
				return true
			}
		}
		return false
	}
	added := 0
	err := lines(path, func(line string) {
		number++
		f := strings.Split(line, "\t")
		if n := len(f[0]); n < 6 || n > 3*longestSejong || !syllables(f[0]) {
			return
		}
		best, most, total := tokenize.None, 0, 0
		for _, item := range f[1:] {
			name, count, _ := strings.Cut(item, ":")
			tag, ok := tokenize.ParseTag(name)
			n, err := strconv.Atoi(count)
			if !ok || err != nil || tag != tokenize.NNG && tag != tokenize.NNP {
				continue
			}
			if total += n; n > most {
				best, most = tag, n
			}
		}
		if compound(f[0]) {
			return
		}
		if total < leastSejong {
			if best == tokenize.NNP {
				_, a := c.vocab.ids[morph{f[0], tokenize.NNP, false}]
				_, b := c.vocab.ids[morph{f[0], tokenize.NNG, false}]
				if !a && !b {
					c.unmetNames = append(c.unmetNames, c.vocab.id(morph{f[0], tokenize.NNP, false}))
				}
			}
			return
		}
		for _, t := range []tokenize.Tag{tokenize.NNG, tokenize.NNP} {
			if id, ok := c.vocab.ids[morph{f[0], t, false}]; ok && c.vocab.count[id] >= minMorph {
				return
			}
		}
		id := c.vocab.id(morph{f[0], best, false})
		c.vocab.count[id] = minMorph
		added++
	})
	fmt.Println("nouns of the Sejong corpus:", added, "of", number, "forms")
	return err
}

// syllables tells whether a form is nothing but syllables.
func syllables(s string) bool {
	for _, r := range s {
		if !conj.IsSyllable(r) {
			return false
		}
	}
	return true
}
