package corpus

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
	"unicode/utf8"
	"unsafe"
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
//
// Terms are divided among buckets that follow each other in the order, by their frequencies and by the first letters of those
// that are equally frequent: half of the terms and more occur but once. What is left to sort are short runs of small numbers.
func (all counters) ranked(least uint64, top, threads int) []uint32 {
	types, _ := all.types()
	// Each share is a part of the Counters, and the place in scratch for what is found there.
	type share struct {
		from, to int
		found    []ranking
		next     [buckets + 1]uint32 // by bucket: how many there are in the one before, then where the next one goes
	}
	shares := make([]share, min(threadsOf(threads), len(all)))
	scratch := make([]ranking, types)
	rest := scratch
	for i := range shares {
		s := &shares[i]
		s.from, s.to = len(all)*i/len(shares), len(all)*(i+1)/len(shares)
		room, _ := all[s.from:s.to].types()
		s.found, rest = rest[:0:room], rest[room:]
	}
	inTurn(len(shares), threads, func(i int) {
		s := &shares[i]
		for k := s.from; k < s.to; k++ {
			v, id := &all[k].words, uint32(k)
			for b := range v.terms.blocks {
				block := v.terms.block(b)
				for j := range block {
					if t := &block[j]; t.freq >= least {
						spelling := v.spelled(t)
						start, n := firstRunes(spelling)
						next, _ := firstRunes(spelling[n:])
						r := ranking{start, next, id, bucketOf(t.freq, start)}
						s.found = append(s.found, r)
						s.next[r.bucket+1]++
					}
					id += uint32(len(all))
				}
			}
		}
	})
	var groups []uint32 // where the work on neighbouring buckets begins
	n := uint32(0)
	for b := range buckets {
		if len(groups) == 0 || n >= groups[len(groups)-1]+leastRange {
			groups = append(groups, n)
		}
		for i := range shares {
			s := &shares[i]
			n, s.next[b] = n+s.next[b+1], n
		}
	}
	groups = append(groups, n)
	sorted := make([]ranking, n)
	inTurn(len(shares), threads, func(i int) {
		s := &shares[i]
		for _, r := range s.found {
			sorted[s.next[r.bucket]] = r
			s.next[r.bucket]++
		}
	})
	ids := make([]uint32, n)
	inTurn(len(groups)-1, threads, func(i int) {
		from, to := groups[i], groups[i+1]
		for at := from; at < to; {
			end := at + 1
			for end < to && sorted[end].bucket == sorted[at].bucket {
				end++
			}
			all.sort(sorted[at:end], scratch[at:end])
			at = end
		}
		for at := from; at < to; at++ {
			ids[at] = sorted[at].id
		}
	})
	if top > 0 && top < len(ids) {
		ids = ids[:top]
	}
	return ids
}

// ranking is what the order of a term is found by. The beginning of the spelling decides nearly always, and stands here
// beside the bucket: looking up spellings all over the memory takes twice the time.
type ranking struct {
	start  uint64 // its firstRunes
	next   uint64 // those behind them
	id     uint32
	bucket uint32
}

// Frequencies below rareBelow have for each first byte of ranking.start a bucket of their own; the others share one with all
// of as many binary digits.
const (
	rareBelow  = 32
	manyDigits = 64 - 5 // how many numbers of digits there are from that of rareBelow on
	buckets    = manyDigits + rareBelow<<8
)

// bucketOf gives the number of a bucket. The order of buckets is that of terms.
func bucketOf(freq, start uint64) uint32 {
	if freq >= rareBelow {
		return uint32(64 - bits.Len64(freq))
	}
	return manyDigits + uint32(rareBelow-1-freq)<<8 + uint32(start>>56)
}

// sort puts the terms of a bucket in their order. Other is room for as many.
func (all counters) sort(bucket, other []ranking) {
	if len(bucket) < 2 {
		return
	}
	spelled := func(a, b ranking) int {
		if a.start != b.start || a.next != b.next {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.next, b.next))
		}
		return bytes.Compare(all.spelling(a.id), all.spelling(b.id))
	}
	if bucket[0].bucket < manyDigits {
		freq := func(r ranking) uint64 {
			c, number := all.of(r.id)
			return c.words.terms.at(number).freq
		}
		slices.SortFunc(bucket, func(a, b ranking) int {
			if x, y := freq(a), freq(b); x != y {
				return cmp.Compare(y, x)
			}
			return spelled(a, b)
		})
		return
	}
	byStart(bucket, other)
	for from := 0; from < len(bucket); { // what begins alike is left, in short runs
		end := from + 1
		for end < len(bucket) && bucket[end].start == bucket[from].start {
			end++
		}
		if end > from+1 {
			slices.SortFunc(bucket[from:end], spelled)
		}
		from = end
	}
}

// byStart puts terms in the order of start, byte by byte from the last one (a radix sort); bytes that all have in common cost
// nothing. Other is room for as many.
func byStart(sorted, other []ranking) {
	if len(sorted) < 1<<8 { // not worth the tables
		slices.SortFunc(sorted, func(a, b ranking) int { return cmp.Compare(a.start, b.start) })
		return
	}
	all := sorted
	const bytes = 8
	var times [bytes][256]uint32
	for i := range all {
		start := all[i].start
		for k := range bytes {
			times[k][uint8(start>>(8*k))]++
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
			to := &next[uint8(all[i].start>>(8*k))]
			other[*to] = all[i]
			*to++
		}
		all, other = other, all
	}
	if &all[0] != &sorted[0] {
		copy(sorted, all)
	}
}

// firstRunes gives the first four runes of a spelling as a number, in whose order the spellings are as far as these tell, and
// how many bytes it tells of. A rune takes 16 bits, 0 where there is none; of one beyond U+FFFF only that it is one is told, and
// nothing of what follows.
func firstRunes(spelling []byte) (key uint64, n int) {
	const (
		surrogates = 0x800 // code points that no text has
		astral     = 1 + 0xFFFF - surrogates + 1
	)
	for room := 48; n < len(spelling) && room >= 0; room -= 16 {
		c, size := rune(spelling[n]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(spelling[n:])
		}
		switch {
		case c > 0xFFFF:
			return key | astral<<room, n
		case c >= 0xE000:
			c -= surrogates
		}
		key |= uint64(1+c) << room
		n += size
	}
	return key, n
}

// countsOf gives what is known of the terms with these numbers.
func (all counters) countsOf(ids []uint32, threads int) []Count {
	others := make([]map[uint32][]tagCount, len(all))
	for i, c := range all {
		others[i] = c.otherTags()
	}
	counts := make([]Count, len(ids))
	inRanges(len(ids), threads, func(from, to int) {
		var text []byte // of some terms, one after the other
		for i, id := range ids[from:to] {
			c, number := all.of(id)
			t := c.words.terms.at(number)
			spelling := c.words.spelled(t)
			if len(spelling) > cap(text)-len(text) {
				text = make([]byte, 0, max(len(spelling), min(16*(to-from-i), 1<<16)))
			}
			text = append(text, spelling...)
			x := Count{Term: unsafe.String(unsafe.SliceData(text[len(text)-len(spelling):]), len(spelling)), Tag: t.tag, Freq: t.freq, Docs: t.docs}
			if o := others[id&uint32(len(all)-1)]; len(o) > 0 {
				x.Tag = t.mostly(o[number])
			}
			counts[from+i] = x
		}
	})
	return counts
}
