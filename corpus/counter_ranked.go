package corpus

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// counters are Counters among which terms are divided; their number is a power of two. The number of a term is its number in
// its Counter, and in the lowest bits that of the Counter.
type counters []*Counter

// shift is how many bits tell the Counter.
func (all counters) shift() int { return bits.Len(uint(len(all) - 1)) }

// of gives the Counter of a term, and the term's number there.
func (all counters) of(id uint32) (c *Counter, number uint32) {
	return all[id&uint32(len(all)-1)], id >> all.shift()
}

// spelling gives a term; see vocabulary.spelling.
func (all counters) spelling(id uint32) []byte {
	c, number := all.of(id)
	return c.words.spelling(number)
}

// types gives the number of different terms, and one that is above all of theirs.
func (all counters) types() (n int, bound uint32) {
	for i, c := range all {
		size := c.words.size()
		n += size
		if size > 0 {
			bound = max(bound, uint32(size-1)<<all.shift()+uint32(i)+1)
		}
	}
	return n, bound
}

// ranked gives the numbers of the terms of Counts.
func (all counters) ranked(min uint64, top, threads int) []uint32 {
	// Half of the terms and more occur but once; they are a work of their own.
	type part struct{ rarest, others int } // how many there are, then where the next one goes
	parts := make([]part, len(all))
	inTurn(len(all), threads, func(k int) {
		for _, block := range all[k].words.terms.blocks {
			for i := range block {
				switch f := block[i].freq; {
				case f == min:
					parts[k].rarest++
				case f > min:
					parts[k].others++
				}
			}
		}
	})
	var n part
	for k, p := range parts {
		parts[k] = n
		n.rarest += p.rarest
		n.others += p.others
	}
	sorted := make([]ranking, n.others+n.rarest)
	others, rarest := sorted[:n.others], sorted[n.others:]
	inTurn(len(all), threads, func(k int) {
		v, p := &all[k].words, &parts[k]
		id := uint32(k) // of the next one
		for _, block := range v.terms.blocks {
			for i := range block {
				t := &block[i]
				if t.freq == min {
					rarest[p.rarest] = ranking{^t.freq, firstRunes(v.spelled(t)), id}
					p.rarest++
				} else if t.freq > min {
					others[p.others] = ranking{^t.freq, firstRunes(v.spelled(t)), id}
					p.others++
				}
				id += uint32(len(all))
			}
		}
	})
	scratch := make([]ranking, len(sorted))
	starts := byFirstByte(rarest, scratch[n.others:])
	inTurn(len(starts), threads, func(k int) {
		if k == 0 {
			sortRankings(others, scratch[:n.others])
			return
		}
		from, to := starts[k-1], starts[k]
		divided := scratch[n.others:][from:to]
		sortRankings(divided, rarest[from:to])
		copy(rarest[from:to], divided)
	})
	// What begins alike is left, in short runs. Each thread takes whole ones.
	const pieces = 16
	var runs [pieces + 1]int
	for k := range runs {
		runs[k] = runAt(sorted, len(sorted)*k/pieces)
	}
	inTurn(pieces, threads, func(k int) {
		for from, to := runs[k], runs[k+1]; from < to; {
			end := runAt(sorted[:to], from+1)
			if end > from+1 {
				slices.SortFunc(sorted[from:end], func(a, b ranking) int { return bytes.Compare(all.spelling(a.id), all.spelling(b.id)) })
			}
			from = end
		}
	})
	if top > 0 && top < len(sorted) {
		sorted = sorted[:top]
	}
	ids := make([]uint32, len(sorted))
	for i := range sorted {
		ids[i] = sorted[i].id
	}
	return ids
}

// ranking is what the order of a term is found by. The beginning of the spelling decides nearly always, and stands here
// beside the frequency: looking up spellings all over the memory takes twice the time.
type ranking struct {
	freq  uint64 // inverted, so that the most frequent comes first
	start uint64
	id    uint32
}

// runAt gives where the first run of terms that begin alike starts, from a place on.
func runAt(all []ranking, at int) int {
	for at > 0 && at < len(all) && all[at].freq == all[at-1].freq && all[at].start == all[at-1].start {
		at++
	}
	return at
}

// byFirstByte divides terms by the first byte of start: divided[starts[b]:starts[b+1]] are those that begin with b.
func byFirstByte(all, divided []ranking) (starts [1<<8 + 1]int) {
	for i := range all {
		starts[all[i].start>>56+1]++
	}
	for b := range 1 << 8 {
		starts[b+1] += starts[b]
	}
	next := starts
	for i := range all {
		to := &next[all[i].start>>56]
		divided[*to] = all[i]
		*to++
	}
	return starts
}

// sortRankings puts terms in the order of freq, then of start, byte by byte from the last one (a radix sort); bytes that all
// have in common, as most of the frequencies, cost nothing. Other is room for as many.
func sortRankings(sorted, other []ranking) {
	if len(sorted) < 1<<8 { // not worth the tables
		slices.SortFunc(sorted, func(a, b ranking) int {
			return cmp.Or(cmp.Compare(a.freq, b.freq), cmp.Compare(a.start, b.start))
		})
		return
	}
	all := sorted
	const bytes = 16
	var times [bytes][256]uint32
	for i := range all {
		r := &all[i]
		for k := range bytes / 2 {
			times[k][uint8(r.start>>(8*k))]++
			times[k+bytes/2][uint8(r.freq>>(8*k))]++
		}
	}
	for k := range bytes {
		next, at, single := &times[k], uint32(0), false
		for i, n := range next {
			single = single || int(n) == len(all)
			next[i] = at
			at += n
		}
		if single {
			continue
		}
		for i := range all {
			key := all[i].start
			if k >= bytes/2 {
				key = all[i].freq
			}
			to := &next[uint8(key>>(8*(k%(bytes/2))))]
			other[*to] = all[i]
			*to++
		}
		all, other = other, all
	}
	if &all[0] != &sorted[0] {
		copy(sorted, all)
	}
}

// firstRunes gives the beginning of a spelling as a number, in whose order the spellings are as far as these tell: 8 bits for
// an ASCII character, 17 for others, so that three syllables and most of a fourth have room. Of a character beyond U+FFFF only
// that it is one is told, and nothing of what follows.
func firstRunes(spelling []byte) uint64 {
	const (
		surrogates = 0x800 // code points that no text has
		astral     = 1<<17 - 1
	)
	key, room := uint64(0), 64
	for len(spelling) > 0 && room > 0 {
		code, size, width := uint64(spelling[0]), 1, 8
		if code >= utf8.RuneSelf {
			r, n := utf8.DecodeRune(spelling)
			code, size, width = 1<<16|uint64(r), n, 17
			switch {
			case r > 0xFFFF:
				code = astral
			case r >= 0xE000:
				code -= surrogates
			}
		}
		if width > room {
			return key<<room | code>>(width-room)
		}
		key, room = key<<width|code, room-width
		if code == astral {
			break
		}
		spelling = spelling[size:]
	}
	return key << room
}

// countsOf gives what is known of the terms with these numbers.
func (all counters) countsOf(ids []uint32, threads int) []Count {
	types, _ := all.types()
	copied := 2*len(ids) <= types // or a few terms would keep the spellings of all
	others := make([]map[uint32][]tagCount, len(all))
	for i, c := range all {
		others[i] = c.otherTags()
	}
	counts := make([]Count, len(ids))
	inRanges(len(ids), threads, func(from, to int) {
		for i, id := range ids[from:to] {
			c, number := all.of(id)
			t := c.words.terms.at(number)
			x := Count{Term: c.words.string(t), Tag: t.tag, Freq: t.freq, Docs: t.docs}
			if copied {
				x.Term = strings.Clone(x.Term)
			}
			if o := others[id&uint32(len(all)-1)]; len(o) > 0 {
				x.Tag = t.mostly(o[number])
			}
			counts[from+i] = x
		}
	})
	return counts
}
