package corpus

import (
	"hash/maphash"
	"sync"

	"kstat/tokenize"
)

// sharedCounter counts terms for several threads at the same time. Its parts divide the terms among themselves by their
// hashes, and a thread goes with many terms from part to part. So no term is counted in two places that would have to be joined
// in the end; and what a thread looks up at a time lies in a small table, which fits the processor's cache.
type sharedCounter struct {
	seed  maphash.Seed
	parts [sharedParts]sharedPart
}

// sharedParts is a power of two.
const sharedParts = 64

type sharedPart struct {
	lock sync.Mutex
	Counter
}

func newSharedCounter() *sharedCounter {
	s := &sharedCounter{seed: maphash.MakeSeed()}
	for i := range s.parts {
		s.parts[i].words.start(s.seed, 1<<6)
	}
	return s
}

// all gives the parts, once all is counted.
func (s *sharedCounter) all() counters {
	all := make(counters, sharedParts)
	for i := range s.parts {
		all[i] = &s.parts[i].Counter
	}
	return all
}

// sharedThread is a thread's way into a sharedCounter. It keeps its scratch.
type sharedThread struct {
	*sharedCounter
	hashes []uint64
	sorted []hashedTerm // the terms, by parts
	ids    []uint32
	gram   []byte
}

// addTerms counts terms and appends their numbers, which are those of sharedCounter.all.
func (s *sharedThread) addTerms(dst []uint32, terms []tokenize.Term) []uint32 {
	s.hashes = s.hashes[:0]
	var ends [sharedParts + 1]int
	for i := range terms {
		h := maphash.String(s.seed, terms[i].Text)
		s.hashes = append(s.hashes, h)
		ends[h%sharedParts+1]++
	}
	for k := range sharedParts {
		ends[k+1] += ends[k]
	}
	next := ends
	s.sorted = doubled(s.sorted[:0], len(terms))[:len(terms)]
	for i, h := range s.hashes {
		to := &next[h%sharedParts]
		s.sorted[*to] = hashedTerm{h, terms[i].Text, uint32(i), terms[i].Tag}
		*to++
	}
	from := len(dst)
	dst = doubled(dst, len(terms))[:from+len(terms)]
	for k := range sharedParts {
		part := s.sorted[ends[k]:ends[k+1]]
		s.ids = s.parts[k].add(s.ids[:0], part)
		for i, id := range s.ids {
			dst[from+int(part[i].at)] = id*sharedParts + uint32(k)
		}
	}
	return dst
}

func (p *sharedPart) add(dst []uint32, terms []hashedTerm) []uint32 {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.addHashed(dst, terms)
}

// addGram counts an n-gram and gives its number.
func (s *sharedThread) addGram(gram []tokenize.Term, glue string) uint32 {
	s.gram = appendGram(s.gram[:0], gram, glue)
	h := maphash.Bytes(s.seed, s.gram)
	k := h % sharedParts
	p := &s.parts[k]
	p.lock.Lock()
	defer p.lock.Unlock()
	id := lookup(&p.words, h, s.gram)
	p.Counter.add(id, tokenize.None, 1)
	return id*sharedParts + uint32(k)
}
