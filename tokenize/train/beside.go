package main

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/segment"
)

// readBeside reads what the teacher was asked about pairs of readings and what stands beside them (tools/beside), as vectors:
//
//	scale  nats for a product of 1
//	pair   오지/NNG  오/VV  오지도  오지/NNG@0-2 도/JX@2-3  오/VV@0-1 지/EC@1-2 도/JX@2-3  90  two vectors: of what stands to the
//	       left, and to the right; before them what was asked about, a surface and its analyses, each morpheme with its syllables, and
//	       how often the text has surfaces that may be either
//	first, last, after  산골/NNG  vector
//	alone, tag  NNG  vector
//	left, right  오지/NNG  오/VV  산골/NNG:98 …  words beside the pair, and what is added to their product in 1/16 nat; behind the pairs
//
// with TABs between the columns, vectors in hexadecimal. A word without a tag is a mark, or of the kind that it shows; none is the
// boundary of a sentence. Words that the lexicon lacks, and pairs that the teacher confuses, are passed over.
func (ch *chooser) readBeside(path string) error {
	var b choose.BesideVectors
	words, pairs, added, lacking := 0, 0, 0, 0
	var fault error
	n := 0
	err := lines(path, func(line string) {
		n++
		if fault != nil || line == "" || line[0] == '#' {
			return
		}
		f := strings.Split(line, "\t")
		bad := func() { fault = fmt.Errorf("%s:%d: %q is no scale, pair or word", path, n, f[0]) }
		switch {
		case f[0] == "scale" && len(f) == 2:
			scale, err := strconv.ParseFloat(f[1], 64)
			if err != nil {
				bad()
			}
			b.Scale = int32(scale * (1 << 20))
		case f[0] == "pair" && len(f) == 9:
			first, second, ok := ch.readings(f[1], f[2])
			left, right := besideVector(f[7]), besideVector(f[8])
			if left == nil || right == nil {
				bad()
			} else if ok {
				b.AddPair(first, second, left, right)
				pairs++
			} else {
				lacking++
			}
		case len(f) == 4 && (f[0] == "left" || f[0] == "right"):
			first, second, ok := ch.readings(f[1], f[2])
			if !ok {
				return
			}
			add := b.AddLeft
			if f[0] == "right" {
				add = b.AddRight
			}
			for _, x := range strings.Fields(f[3]) {
				word, value, _ := strings.Cut(x, ":")
				n, err := strconv.ParseInt(value, 10, 8)
				if err != nil {
					bad()
				} else if hash, ok := ch.hashOf(word); ok {
					add(first, second, hash, int8(n))
					added++
				} else {
					lacking++
				}
			}
		case len(f) == 3 && (f[0] == "alone" || f[0] == "tag"):
			tag, _, ok := parseTag(f[1])
			v := besideVector(f[2])
			switch {
			case !ok || v == nil:
				bad()
			case f[0] == "alone":
				b.AddAlone(uint8(tag), v)
			default:
				b.AddTag(uint8(tag), v)
			}
		case len(f) == 3:
			add := map[string]func(uint32, []int8){"first": b.AddFirst, "last": b.AddLast, "after": b.AddAfter}[f[0]]
			v := besideVector(f[2])
			if add == nil || v == nil {
				bad()
			} else if hash, ok := ch.hashOf(f[1]); ok {
				add(hash, v)
				words++
			} else {
				lacking++
			}
		default:
			bad()
		}
	})
	if err == nil {
		err = fault
	}
	if err != nil {
		return err
	}
	ch.beside = b.Section()
	fmt.Printf("beside: %d words, %d pairs and %d words beside them, %d that the lexicon lacks\n", words, pairs, added, lacking)
	return nil
}

// readAsked reads about which pairs of readings the teacher was asked, from the same file.
func (ch *chooser) readAsked(path string) error {
	ch.asked = map[[2]uint32]bool{}
	return lines(path, func(line string) {
		f := strings.SplitN(line, "\t", 4)
		if f[0] != "pair" || len(f) < 4 {
			return
		}
		a, known := ch.itemOf(f[1])
		b, ok := ch.itemOf(f[2])
		if ok && known {
			ch.asked[[2]uint32{a, b}], ch.asked[[2]uint32{b, a}] = true, true
		}
	})
}

// itemOf gives the number of a morpheme that the lexicon has.
func (ch *chooser) itemOf(name string) (item uint32, ok bool) {
	m, ok := parseMorph(name)
	if !ok {
		return 0, false
	}
	id, ok := ch.c.vocab.ids[m]
	if !ok || ch.f.x.itemOf[id] < 0 {
		return 0, false
	}
	return uint32(ch.f.x.itemOf[id]), true
}

// besideVector gives a vector that is written in hexadecimal, or nil.
func besideVector(s string) []int8 {
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != choose.BesideDim {
		return nil
	}
	out := make([]int8, len(raw))
	for i, x := range raw {
		out[i] = int8(x)
	}
	return out
}

// readings gives the hashes of the first morphemes of a pair of readings; ok is false where the lexicon lacks one, and where they are the
// verb and the adjective of a form about which the teacher cannot be trusted.
func (ch *chooser) readings(a, b string) (first, second uint32, ok bool) {
	p, _ := parseMorph(a)
	q, _ := parseMorph(b)
	if p.form == q.form && predicate(p.tag) && predicate(q.tag) && ch.mistrusted[p.form] {
		return 0, 0, false
	}
	first, ok = ch.hashOf(a)
	second, known := ch.hashOf(b)
	return first, second, ok && known
}

// hashOf gives the hash by which a word is shown to its neighbours.
func (ch *chooser) hashOf(word string) (hash uint32, ok bool) {
	if !strings.Contains(word, "/") {
		if word == "" {
			return choose.Boundary.First, true
		}
		p := segment.Append(nil, word)
		return choose.Mark(p[0].Kind, word, true).First, true
	}
	item, ok := ch.itemOf(word)
	if !ok {
		return 0, false
	}
	return choose.PartsOf([]uint32{item}, ch).First, true
}
