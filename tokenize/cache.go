package tokenize

import "unsafe"

// cache remembers what is known of surfaces that were met, in two generations: what is looked for and found in the older
// one moves to the younger, and when that is full the older one is forgotten and its memory used again. What is frequent
// stays for ever, and nothing that is rare makes it go all at once.
type cache struct {
	limit      int // entries of a generation
	young, old *generation
}

// generation finds entries in its arena. The slots are small, since they are read in no order: the numbers of the entries, from
// 1, and 0 where there is none.
type generation struct {
	slots []uint32 // a power of two of them, at most half in use
	n     int
	arena arena
}

const (
	minSlots = 1 << 10

	// tableEntries and guessedEntries bound the generations of what the model's table holds and of what the lattice
	// finds. An entry takes some 300 bytes, so that a worker's caches take no more than some 25 MB.
	// Surfaces that the table does not hold are rarely met twice (568,000 of 611,000 only once in 62 MB of film reviews),
	// so that more of them would save nothing.
	tableEntries   = 1 << 13
	guessedEntries = 1 << 11
)

func newCache(limit int) cache { return cache{limit, new(generation), new(generation)} }

func (c *cache) get(hash uint64, surface string, left uint8) *entry {
	if e := c.young.get(hash, surface, left); e != nil {
		return e
	}
	e := c.old.get(hash, surface, left)
	if e != nil {
		e = c.young.arena.copy(e)
		c.young.put(e)
	}
	return e
}

func (c *cache) full() bool { return c.young.n >= c.limit }

// age makes the young generation the old one if it is full. No entry is valid afterwards.
func (c *cache) age() {
	if c.full() {
		c.young, c.old = c.old, c.young
		c.young.clear()
	}
}

func (g *generation) get(hash uint64, surface string, left uint8) *entry {
	if g.n == 0 {
		return nil
	}
	mask := len(g.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		k := g.slots[i]
		if k == 0 {
			return nil
		}
		if e := g.arena.entries.at(k-1, entryBlock); e.hash == hash && e.left == left && e.surface() == surface {
			return e
		}
	}
}

// first gives the entry that is the likeliest to be that of a hash, or nil.
func (g *generation) first(hash uint64) *entry {
	if g.n == 0 {
		return nil
	}
	k := g.slots[int(hash)&(len(g.slots)-1)]
	if k == 0 {
		return nil
	}
	return g.arena.entries.at(k-1, entryBlock)
}

// put takes in the entry that its arena gave last.
func (g *generation) put(e *entry) {
	if 2*g.n >= len(g.slots) {
		g.grow(max(minSlots, 2*len(g.slots)))
	}
	g.n++
	g.place(e.hash, uint32(g.n))
}

// reserve makes room for so many entries.
func (g *generation) reserve(n int) {
	slots := minSlots
	for slots < 2*n {
		slots *= 2
	}
	if slots > len(g.slots) {
		g.grow(slots)
	}
}

func (g *generation) grow(slots int) {
	g.slots = make([]uint32, slots)
	for k := range uint32(g.n) {
		g.place(g.arena.entries.at(k, entryBlock).hash, k+1)
	}
}

func (g *generation) place(hash uint64, k uint32) {
	mask := len(g.slots) - 1
	i := int(hash) & mask
	for g.slots[i] != 0 {
		i = (i + 1) & mask
	}
	g.slots[i] = k
}

func (g *generation) clear() {
	if g.n > 0 {
		clear(g.slots)
		g.n = 0
	}
	g.arena.reset()
}

// arena hands out memory in large blocks, so that a new surface costs no allocation of its own, and takes all of it
// back at once.
type arena struct {
	entries    blocks[entry]
	candidates blocks[candidate]
	parts      blocks[part]
	bytes      blocks[byte]
	words      blocks[entry] // of surfaces that are taken apart
}

// The sizes of the blocks.
const (
	entryBlock     = 256
	candidateBlock = 512
	partBlock      = 2048
	byteBlock      = 8192
	wordBlock      = 64
)

func (a *arena) reset() {
	a.entries.reset()
	a.candidates.reset()
	a.parts.reset()
	a.bytes.reset()
	a.words.reset()
}

func (a *arena) entry() *entry { return &a.entries.take(1, entryBlock)[0] }

func (a *arena) cands(n int) []candidate { return a.candidates.take(n, candidateBlock) }

func (a *arena) morphs(n int) []part { return a.parts.take(n, partBlock) }

// text gives the first byte of a copy of some bytes, nil of none.
func (a *arena) text(b []byte) *byte {
	t := a.bytes.take(len(b), byteBlock)
	copy(t, b)
	return unsafe.SliceData(t)
}

// copy gives the arena's own copy of an entry.
func (a *arena) copy(e *entry) *entry {
	c := a.entry()
	a.copyTo(c, e)
	if e.nWords > 0 {
		words := a.words.take(int(e.nWords), wordBlock)
		for i := range words {
			a.copyTo(&words[i], &e.parts()[i])
		}
		c.words = &words[0]
	}
	return c
}

// copyTo is copy to where the copy is to stand, without the words.
func (a *arena) copyTo(c, e *entry) {
	*c = *e
	c.arena = a
	c.text = a.text(bytesOf(e.surface()))
	cands := a.cands(int(e.n))
	copy(cands, e.cands())
	c.first = &cands[0]
	for i := range cands {
		c := &cands[i]
		morph := a.morphs(int(c.n))
		copy(morph, c.morph())
		c.first = &morph[0]
		c.line = a.text(bytesOf(c.printed()))
	}
}

func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// blocks hands out slices of large blocks.
type blocks[T any] struct {
	all  [][]T
	used int // of all
	left []T // of the last one in use
}

func (b *blocks[T]) take(n, size int) []T {
	if len(b.left) < n {
		b.grow(n, size)
	}
	t := b.left[:n:n]
	b.left = b.left[n:]
	return t
}

func (b *blocks[T]) grow(n, size int) {
	if n > size {
		b.left = make([]T, n) // not kept
		return
	}
	if b.used == len(b.all) {
		b.all = append(b.all, make([]T, size))
	}
	b.left = b.all[b.used]
	b.used++
}

// at gives number i of what was taken one by one from blocks of a size.
func (b *blocks[T]) at(i uint32, size uint32) *T { return &b.all[i/size][i%size] }

func (b *blocks[T]) reset() { b.used, b.left = 0, nil }
