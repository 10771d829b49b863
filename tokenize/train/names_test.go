package main

import (
	"math"
	"testing"

	"kstat/hangul"
	"kstat/tokenize"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/segment"
)

// A syllable that stands in its place in names only makes one likelier, one that no name has there makes it rarer, and one that
// tells nothing costs nothing but for the margin.
func TestNames(t *testing.T) {
	c := newCorpus()
	for _, name := range []string{"김민수", "김영희", "박민희", "박영수", "라흐마니노프"} {
		c.vocab.count[c.vocab.id(morph{name, tokenize.NNP, false})] = 1
	}
	c.vocab.count[c.vocab.id(morph{"학생증", tokenize.NNG, false})] = 5
	c.vocab.id(morph{"증증증", tokenize.NNP, false}) // never met
	for _, surface := range []string{"학생증을", "학생들", "학교에서", "사람민수", "김민수가"} {
		c.types[c.typ(surface, segment.LeftStart)].total = 1
	}
	names := c.names()
	cost := func(place int, r rune) int { return int(int8(names[place*lattice.Edge+int(r-hangul.SyllableFirst)])) }
	for _, x := range []struct {
		place    int
		likelier rune
		rarer    rune
	}{{0, '김', '학'}, {1, '민', '생'}, {2, '희', '증'}, {0, '박', '민'}, {2, '수', '김'}} {
		if a, b := cost(x.place, x.likelier), cost(x.place, x.rarer); a >= 0 || b <= a {
			t.Errorf("place %d: %c costs %d, %c %d", x.place, x.likelier, a, x.rarer, b)
		}
	}
	// 뷁 is in neither: it tells the same in each place, but for the margin
	if margin := int(math.Round(margin3 * nameUnit)); cost(1, '뷁') != cost(2, '뷁') || cost(0, '뷁') < cost(1, '뷁')-margin-1 || cost(0, '뷁') > cost(1, '뷁')-margin+1 {
		t.Errorf("뷁 costs %d, %d and %d", cost(0, '뷁'), cost(1, '뷁'), cost(2, '뷁'))
	}
	if a, b := cost(lattice.NameLast, '프'), cost(lattice.NameLast, '서'); a >= b {
		t.Errorf("at the end of a longer word 프 costs %d, 서 %d", a, b)
	}
}
