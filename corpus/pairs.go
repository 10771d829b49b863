package corpus

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"
)

// Scope is a stretch of text whose end no pair reaches over.
type Scope string

// The scopes. None reaches over the end of a document.
const (
	WithinSentence  Scope = "sentence"
	WithinParagraph Scope = "paragraph"
	WithinDocument  Scope = "document"
)

// Scopes are all scopes, the smallest first.
var Scopes = [...]Scope{WithinSentence, WithinParagraph, WithinDocument}

// MaxWindow is the greatest distance that PairOptions.Window can have.
const MaxWindow = 1000

// PairOptions say which terms are a pair.
type PairOptions struct {
	// Within is one of Scopes; empty means WithinSentence.
	Within Scope
	// Window is the greatest distance of two terms in positions, from 1 for neighbours to MaxWindow. A term that is not counted takes a
	// position too, so that leaving out stop words brings no two words together. 0 means that what is counted is not pairs
	// of places but scopes that hold both terms, however often.
	Window int
	// Ordered counts 가 before 나 and 나 before 가 apart. Without it they are one pair, written with the term first
	// that is so more often, the one with the smaller number where neither is; a term is then no pair with itself. Without a
	// Window there is no order.
	Ordered bool
	// Min is how often a pair must be seen to be kept; 0 means once.
	Min uint64
	// Most bounds the number of pairs that are kept: where more are seen Min times, Min is raised until no more are, see
	// Pairs.Min. Below 1 means no bound.
	Most int
	// Threads is how many work at the same time; below 1 means one for each processor. It does not change the result.
	Threads int
}

// PairCount is a pair of terms, by their numbers, and how often it was seen.
type PairCount struct {
	A, B uint32
	N    uint64
}

// Pairs are the pairs of terms of a Record.
type Pairs struct {
	// Pairs are ordered by A, then by B.
	Pairs []PairCount
	// Freq is how often each term was seen, by its number: running terms with a Window, else scopes that hold it.
	Freq []uint64
	// N is how much there is of that: the running terms, or the scopes that hold any.
	N uint64
	// Span is the number of places around a term in which another makes a pair with it: the window, on both sides together
	// if there is no order, and 1 without a window.
	Span uint64
	// Min is how often the pairs that were kept have been seen at least: PairOptions.Min, or more where Most made it so. All
	// pairs seen so often are there, with exact counts.
	Min uint64
	// Types and Tokens are the numbers of different pairs and of pairs seen, those that Min left out among them, but not
	// those of terms so rare that they cannot be in any pair that is kept. RareTerms is the number of these terms.
	Types, Tokens uint64
	RareTerms     int
}

// A PairsFault is why pairs cannot be counted.
type PairsFault string

// The faults.
const (
	TooManyPairs     PairsFault = "too many pairs"                      // to be counted in reasonable time
	NoRunningText    PairsFault = "no pairs are known without the text" // of a frequency list, or of an Index's Record
	UnknownScope     PairsFault = "unknown scope of pairs"              // Within is none of Scopes
	WindowOutOfRange PairsFault = "the window is not from 0 to MaxWindow"
)

// A PairsError tells why pairs cannot be counted.
type PairsError struct {
	Fault PairsFault
	Pairs uint64 // about how many there are, of TooManyPairs
}

func (e *PairsError) Error() string { return string(e.Fault) }

// pairable tells what keeps a record from having pairs by these options.
func (r *Record) pairable(o PairOptions) error {
	switch {
	case o.Within != "" && !slices.Contains(Scopes[:], o.Within):
		return &PairsError{Fault: UnknownScope}
	case o.Window < 0 || o.Window > MaxWindow:
		return &PairsError{Fault: WindowOutOfRange}
	case r.isList() || len(r.steps) != len(r.Running):
		return &PairsError{Fault: NoRunningText}
	}
	return nil
}

// MostPairs is the number of pairs seen, counted with their repetitions, above which Pairs gives up.
const MostPairs = 20_000_000_000

// Pairs counts the pairs of terms.
//
// It goes through the terms one by one, each with all its places, and counts what stands around them in an array with a
// cell for each term. So the memory is that of the Record, of the places (6 bytes a running term with a Window) and of the
// pairs that are kept (32 bytes each), whatever the number of different pairs; a hash table of all pairs would take
// gigabytes where most of them are seen once. The work is divided among the threads by terms. The only error is a
// *PairsError: for too many pairs, for options out of their limits, and for a record that does not know where its terms stand, which
// are those of frequency lists and those that an Index gives.
func (r *Record) Pairs(o PairOptions) (*Pairs, error) {
	if err := r.pairable(o); err != nil {
		return nil, err
	}
	least := max(1, o.Min)
	var c pairCounter
	if o.Window > 0 {
		c = r.windowPairs(o, least)
	} else {
		c = r.scopePairs(o, least)
	}
	p := &Pairs{Freq: c.freq, N: c.n, Span: c.span}
	var work uint64
	for i, f := range c.freq {
		if c.rare(f, least) {
			p.RareTerms++
		} else {
			work += c.cost(uint32(i))
		}
	}
	if work > MostPairs || uint64(len(r.Running)) > math.MaxUint32 { // places are numbers of 32 bits
		return nil, &PairsError{TooManyPairs, work}
	}
	threads := threadsOf(o.Threads)
	// Neighbouring numbers have about equal frequencies, so each thread takes a block of them in turn.
	const block = 64
	var turn atomic.Int64
	kept := &pairLimit{min: least, most: uint64(max(0, o.Most))}
	parts := make([]pairPart, threads)
	var wait sync.WaitGroup
	for t := range threads {
		wait.Go(func() {
			seen := &nearby{count: make([]placeCount, c.terms)}
			part := &parts[t]
			for from := int(turn.Add(block)) - block; from < c.terms; from = int(turn.Add(block)) - block {
				part.obey(kept)
				for a := from; a < min(from+block, c.terms); a++ {
					if c.rare(c.freq[a], least) {
						continue
					}
					c.around(uint32(a), seen)
					seen.take(func(b uint32, behind, before uint64) {
						x := PairCount{uint32(a), b, behind + before}
						if before > behind {
							x.A, x.B = x.B, x.A
						}
						part.add(x)
					})
				}
			}
		})
	}
	wait.Wait()
	for i := range parts {
		parts[i].tell(kept)
	}
	p.Min = kept.min
	// By counting: where the pairs of each A go, then those of each A by B.
	first := make([]int, len(r.Terms)+1)
	for i := range parts {
		parts[i].obey(kept)
		p.Types += parts[i].types
		p.Tokens += parts[i].tokens
		for _, pairs := range parts[i].pairs {
			for _, x := range pairs {
				first[x.A+1]++
			}
		}
	}
	for a := range r.Terms {
		first[a+1] += first[a]
	}
	p.Pairs = make([]PairCount, first[len(r.Terms)])
	next := slices.Clone(first)
	for i := range parts {
		for _, pairs := range parts[i].pairs {
			for _, x := range pairs {
				p.Pairs[next[x.A]] = x
				next[x.A]++
			}
		}
		parts[i].pairs = nil
	}
	for a := range r.Terms {
		if first[a+1]-first[a] > 1 {
			slices.SortFunc(p.Pairs[first[a]:first[a+1]], func(x, y PairCount) int { return cmp.Compare(x.B, y.B) })
		}
	}
	return p, nil
}

// pairLimit is how often a pair must be seen to be kept, as far as is known while pairs are counted. It only rises.
type pairLimit struct {
	lock  sync.Mutex
	min   uint64
	most  uint64 // 0: no bound on the number of pairs
	times [maxPairLimit + 1]uint64
}

// maxPairLimit bounds the limit. So many pairs that are all seen a thousand times would take a text of gigabytes.
const maxPairLimit = 1 << 10

// pairPart is what one thread has of the pairs.
type pairPart struct {
	pairs         [][]PairCount            // in pieces, so that nothing is copied as they grow
	min           uint64                   // those in pairs have been seen so often at least
	times         [maxPairLimit + 1]uint64 // by how often they were seen, the last one for more: pairs not told of yet
	types, tokens uint64
}

const pairPiece = 1 << 14

func (p *pairPart) add(x PairCount) {
	p.types++
	p.tokens += x.N
	p.times[min(x.N, maxPairLimit)]++
	if x.N < p.min {
		return
	}
	if n := len(p.pairs); n == 0 || len(p.pairs[n-1]) == cap(p.pairs[n-1]) {
		p.pairs = append(p.pairs, make([]PairCount, 0, pairPiece))
	}
	last := &p.pairs[len(p.pairs)-1]
	*last = append(*last, x)
}

// tell adds the pairs seen since the last time to those of all threads, and raises the limit where they are too many. The
// limit that is reached when all have told does not depend on their order: it is the least that so many pairs allow.
func (p *pairPart) tell(l *pairLimit) {
	l.lock.Lock()
	defer l.lock.Unlock()
	for i, n := range p.times {
		l.times[i] += n
	}
	clear(p.times[:])
	if l.most == 0 {
		return
	}
	kept := uint64(0)
	for i := min(l.min, maxPairLimit); i <= maxPairLimit; i++ {
		kept += l.times[i]
	}
	for ; kept > l.most && l.min < maxPairLimit; l.min++ {
		kept -= l.times[l.min]
	}
}

// obey tells, and drops what is seen more rarely than the limit.
func (p *pairPart) obey(l *pairLimit) {
	p.tell(l)
	l.lock.Lock()
	least := l.min
	l.lock.Unlock()
	if least <= p.min {
		return
	}
	p.min = least
	from := p.pairs
	p.pairs = nil
	for _, pairs := range from {
		left := slices.DeleteFunc(pairs, func(x PairCount) bool { return x.N < least })
		if len(left) > 0 {
			p.pairs = append(p.pairs, slices.Clip(slices.Clone(left)))
		}
	}
}

// PairsOf gives the pairs of one term by scopes that hold both, the term first: Window is taken for 0 and Min for 1. Errors are
// those of Pairs.
func (r *Record) PairsOf(o PairOptions, node uint32) (*Pairs, error) {
	if err := r.pairable(o); err != nil {
		return nil, err
	}
	c := r.scopePairs(o, 1)
	p := &Pairs{Freq: c.freq, N: c.n, Span: c.span}
	count := make([]uint64, len(r.Terms))
	starts := r.starts(o.Within)
	for from := 0; from < len(r.Running); {
		to := from + 1
		for to < len(r.Running) && !starts.has(r, to) {
			to++
		}
		if slices.Contains(r.Running[from:to], node) {
			bag := slices.Clone(r.Running[from:to])
			slices.Sort(bag)
			for _, b := range slices.Compact(bag) {
				count[b]++
			}
		}
		from = to
	}
	for b, n := range count {
		if n > 0 && uint32(b) != node {
			p.Pairs = append(p.Pairs, PairCount{node, uint32(b), n})
		}
	}
	return p, nil
}

// pairCounter knows what stands around each term.
type pairCounter struct {
	freq  []uint64
	n     uint64
	span  uint64
	most  uint64 // a term seen f times is in no pair seen more often than f·most times
	terms int    // numbers from this one on are of rare terms
	// around counts each place in which a term, which stands before or behind a, makes a pair with a, unless that is counted
	// when it is the other's turn. Terms too rare to be in a pair that is kept are left out.
	around func(a uint32, seen *nearby)
	// cost is about the number of these places.
	cost func(a uint32) uint64
}

// rare tells whether a term seen f times can be in no pair that is seen least times.
func (c *pairCounter) rare(f, least uint64) bool { return f*c.most < least }

// numbered sets terms.
func (c *pairCounter) numbered(least uint64) {
	for i, f := range c.freq {
		if !c.rare(f, least) {
			c.terms = i + 1
		}
	}
}

// nearby counts what stands around one term.
type nearby struct {
	count []placeCount // by term
	terms []uint32     // those that have a count
	// full is what was counted before count had no room for more; nil where it never came to that, which takes a term seen
	// more than roomFor times.
	full map[uint32][2]uint64
}

// placeCount is how often a term stands behind another, and before it. It is short, because an array of them is touched at
// random.
type placeCount struct{ behind, before uint32 }

// roomFor is around how many places of a term, one after the other, a placeCount has room for whatever stands there.
const roomFor = math.MaxUint32 / MaxWindow

// makeRoom puts what was counted away, so that the next roomFor places can be counted.
func (t *nearby) makeRoom() {
	if t.full == nil {
		t.full = make(map[uint32][2]uint64)
	}
	for _, b := range t.terms {
		n := &t.count[b]
		sum := t.full[b]
		t.full[b] = [2]uint64{sum[0] + uint64(n.behind), sum[1] + uint64(n.before)}
		*n = placeCount{}
	}
	t.terms = t.terms[:0]
}

// take gives all counts, in any order, and forgets them.
func (t *nearby) take(f func(b uint32, behind, before uint64)) {
	if t.full != nil {
		t.makeRoom()
		for b, n := range t.full {
			f(b, n[0], n[1])
		}
		t.full = nil
		return
	}
	for _, b := range t.terms {
		n := &t.count[b]
		f(b, uint64(n.behind), uint64(n.before))
		*n = placeCount{}
	}
	t.terms = t.terms[:0]
}

// of gives the count of a term, which is to be raised.
func (t *nearby) of(b uint32) *placeCount {
	n := &t.count[b]
	if *n == (placeCount{}) {
		t.terms = append(t.terms, b)
	}
	return n
}

// windowPairs counts pairs of places.
func (r *Record) windowPairs(o PairOptions, least uint64) pairCounter {
	c := pairCounter{freq: make([]uint64, len(r.Terms)), n: uint64(len(r.Running)), span: uint64(o.Window), most: uint64(o.Window)}
	if !o.Ordered {
		c.span *= 2
		c.most *= 2
	}
	for i, t := range r.Terms {
		c.freq[i] = t.Freq
	}
	c.numbered(least)
	terms := uint32(c.terms) // frequent terms have the small numbers, so that this leaves out the rare ones
	var from []int
	var places []uint32
	var at []uint16
	inTurn(2, o.Threads, func(i int) {
		if i == 0 {
			from, places = r.placesOf(c.terms)
		} else {
			at = r.placing(o)
		}
	})
	running := r.Running
	window := uint16(o.Window)
	c.cost = func(a uint32) uint64 { return c.freq[a] * c.span }
	c.around = func(a uint32, seen *nearby) {
		least := uint32(0) // number of a term that is counted when it is a's turn
		if !o.Ordered {
			least = a + 1
		}
		for k, i := range places[from[a]:from[a+1]] {
			if k%roomFor == roomFor-1 {
				seen.makeRoom()
			}
			here := at[i]
			for j := int(i) + 1; j < len(at) && at[j]-here <= window; j++ {
				if b := running[j]; b >= least && b < terms {
					seen.of(b).behind++
				}
			}
			if o.Ordered {
				continue
			}
			for j := int(i) - 1; j >= 0 && here-at[j] <= window; j-- {
				if b := running[j]; b >= least && b < terms {
					seen.of(b).before++
				}
			}
		}
	}
	return c
}

// placesOf is Positions for the terms with the first n numbers: places[from[a]:from[a+1]] are those of a.
func (r *Record) placesOf(n int) (from []int, places []uint32) {
	from = make([]int, n+1)
	if r.isList() {
		return from, nil
	}
	for i, t := range r.Terms[:n] {
		from[i+1] = from[i] + int(t.Freq)
	}
	places = make([]uint32, from[n])
	next := slices.Clone(from)
	for i, term := range r.Running {
		if int(term) < n {
			places[next[term]] = uint32(i)
			next[term]++
		}
	}
	return from, places
}

// placing gives of each running term where it stands, so that the difference between two of one scope is their distance,
// and that between two neighbours of different scopes is larger than the window. All is modulo 2^16: whoever goes from a
// term to the next and stops at the first that is out of the window meets no difference of more than twice MaxWindow.
func (r *Record) placing(o PairOptions) []uint16 {
	starts := r.starts(o.Within)
	at := make([]uint16, len(r.Running))
	place := uint16(0)
	for i, step := range r.steps {
		if starts.has(r, i) {
			step = farthest
		}
		place += min(step&farthest, uint16(o.Window)+1)
		at[i] = place
	}
	return at
}

// starts tells where scopes begin.
type starts struct {
	sentences bool
	at        []uint64 // a bit for each place, where documents or paragraphs begin
}

func (s *starts) has(r *Record, place int) bool {
	if s.sentences && r.steps[place]&newSentence != 0 {
		return true
	}
	return s.at[place/64]>>(place%64)&1 != 0
}

func (r *Record) starts(within Scope) *starts {
	s := &starts{sentences: within == WithinSentence || within == "", at: make([]uint64, len(r.Running)/64+1)}
	d := r.ByDocument()
	if within == WithinParagraph {
		d = r.ByParagraph()
	}
	s.at[0] = 1
	for _, end := range d.Ends {
		s.at[end/64] |= 1 << (end % 64)
	}
	return s
}

// scopePairs counts scopes that hold both terms.
func (r *Record) scopePairs(o PairOptions, least uint64) pairCounter {
	starts := r.starts(o.Within)
	c := pairCounter{freq: make([]uint64, len(r.Terms)), span: 1, most: 1}
	// bags are the different terms of the scopes, rising; where each stands is found by counting, as in placesOf.
	var bags []uint32
	var ends []int
	for from := 0; from < len(r.Running); {
		to := from + 1
		for to < len(r.Running) && !starts.has(r, to) {
			to++
		}
		at := len(bags)
		bags = append(bags, r.Running[from:to]...)
		slices.Sort(bags[at:])
		bags = bags[:at+len(slices.Compact(bags[at:]))]
		ends = append(ends, len(bags))
		from = to
	}
	c.n = uint64(len(ends))
	for _, t := range bags {
		c.freq[t]++
	}
	c.numbered(least)
	if least > 1 { // without the rare ones
		left, from := bags[:0], 0
		for i, end := range ends {
			for _, t := range bags[from:end] {
				if !c.rare(c.freq[t], least) {
					left = append(left, t)
				}
			}
			from, ends[i] = end, len(left)
		}
		bags = left
	}
	first := make([]int, len(r.Terms)+1)
	for _, t := range bags {
		first[t+1]++
	}
	for i := range r.Terms {
		first[i+1] += first[i]
	}
	scopes := make([]uint32, len(bags)) // by term
	places := make([]uint32, len(bags)) // where in bags the term stands
	next := slices.Clone(first)
	cost := make([]uint64, len(r.Terms))
	at := 0
	for i, end := range ends {
		for ; at < end; at++ {
			t := bags[at]
			scopes[next[t]], places[next[t]] = uint32(i), uint32(at)
			next[t]++
			cost[t] += uint64(end - at)
		}
	}
	c.cost = func(a uint32) uint64 { return cost[a] }
	c.around = func(a uint32, seen *nearby) {
		for k := first[a]; k < first[a+1]; k++ {
			for _, b := range bags[places[k]+1 : ends[scopes[k]]] {
				seen.of(b).behind++
			}
		}
	}
	return c
}
