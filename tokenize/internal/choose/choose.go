// Package choose picks one of a piece's analyses by what stands around it.
//
// Each analysis has parts: its first and its last morpheme, its sequence of tags. Each neighbour shows the first and last
// morpheme and tag of its own analysis: of the pieces to the left the analysis already chosen, of those to the right the
// likeliest. A feature is a part together with something that a neighbour shows; its weight, learned from annotated text,
// is looked up by a hash of the two. The sum of the weights and the logarithm of the analysis's share among those of its
// surface decides.
package choose

import (
	"slices"

	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// View is what a piece shows to its neighbours.
type View struct {
	First, Last uint32 // hash of the first and last morpheme
	Ending      uint32 // of the last two
	Head, Tail  uint8  // tag of the first and last morpheme
	Spaced      bool   // a space, or a boundary, before it

	Noun      int32    // row of the vector of its last noun, plus one; 0: none
	FirstNoun int32    // of its first one
	Predicate int32    // row of the vectors of the predicate that it begins with, plus one; 0: none
	Rel       Relation // how the last noun, or what has its place, stands to a predicate that follows
	Clause    bool     // a clause ends with it
	Modifies  bool     // it modifies the noun that follows
}

// Boundary is what stands before the first and after the last piece of a sentence.
var Boundary = View{First: 1, Last: 1, Head: 255, Tail: 255, Spaced: true, Clause: true}

// Parts are what the features see of an analysis.
type Parts struct {
	First, Last, Tags uint32
	Ending            uint32 // the last two morphemes
	Head, Tail        uint8

	Rel             Relation
	Clause          bool
	Noun, FirstNoun int32
	Predicate       int32 // row of the vectors of the predicate that it begins with, plus one; 0: none
	Verb            bool  // it begins with a predicate
	Modifies        bool  // it ends so that a noun may follow: 걷는
}

// Mix joins hashes.
func Mix(a, b uint32) uint32 { return join(left(a), right(b)) }

// A part meets many contexts and a context many parts, so that each goes half the way to Mix by itself, once.
func left(a uint32) uint64  { return uint64(a) * 0x9E3779B97F4A7C15 }
func right(b uint32) uint64 { return uint64(b) * 0xC2B2AE3D27D4EB4F }

func join(left, right uint64) uint32 {
	h := left ^ right
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// Hash hashes letters.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// Same tells which parts all analyses of a piece share: features of those say nothing.
type Same struct {
	First, Last, Tags, Predicate bool
	Verb                         bool // the predicate that they begin with, if they begin with one
}

// Context holds what a choice reads of its neighbours, hashed once for all analyses, in three groups: Quick decides many
// choices, Near is read where that leaves doubt, and Far where both do.
type Context struct {
	left       []View
	l2, l1, r1 *View
	spaced     bool
	frame      uint32 // 0: not known yet
	near       group
	far        group
}

// group is the contexts of the features of each part, as right gives them.
type group struct {
	first, last, tags [maxContexts]uint64
	nf, nl, nt        int
}

// maxContexts bounds the contexts of a part in a group.
const maxContexts = 8

// The near contexts of the first morpheme begin with those to the left, so many of them; the far ones are all to the left.
const leftNear = 1

// mostFeatures bounds the features of an analysis in a group.
const mostFeatures = 3 * maxContexts

func flag(h uint32, spaced bool) uint32 {
	if spaced {
		return h
	}
	return h ^ 0x5bd1e995
}

// The particles that mark what a predicate governs, by their tags: 이/가, 을/를, 에 and the like. The numbers are those
// of package tokenize, whose tests compare them.
const (
	Subject   uint8 = 15
	Object    uint8 = 18
	Adverbial uint8 = 19
)

// Reach is how many pieces to the left are looked through for what a predicate governs.
const Reach = 8

// Set reads the neighbours: all to the left, two to the right. spaced tells whether a space stands before the piece.
func (c *Context) Set(left []View, r1, r2 *View, spaced bool) {
	l1, l2 := &Boundary, &Boundary
	if n := len(left); n > 0 {
		l1 = &left[n-1]
		if n > 1 {
			l2 = &left[n-2]
		}
	}
	c.left, c.l2, c.l1, c.r1, c.spaced = left, l2, l1, r1, spaced
	l1last := flag(l1.Last, spaced)
	r1first := flag(r1.First, r1.Spaced)
	l1t := flag(uint32(l1.Tail), spaced)
	r1t, r2t := flag(uint32(r1.Head), r1.Spaced), flag(uint32(r2.Head), r2.Spaced)
	rt, lr := Mix(r1t, r2t+99), Mix(l1t, r1t+55)
	g := &c.near
	g.first[0], g.first[leftNear] = right(l1last+20), right(Mix(r1first, 1)+24)
	g.last[0], g.last[1], g.last[2] = right(r1first+40), right(rt+42), right(lr+44)
	g.tags[0], g.tags[1], g.tags[2], g.tags[3] = right(r1first+60), right(rt+61), right(l1last+62), right(lr+64)
	g.nf, g.nl, g.nt = 2, 3, 4
	c.far.nf, c.frame = 0, 0
}

// setFar hashes the second group.
func (c *Context) setFar() {
	l2, l1, r1 := c.l2, c.l1, c.r1
	l1last, l1first := flag(l1.Last, c.spaced), flag(l1.First, c.spaced)
	r1last := flag(r1.Last, r1.Spaced)
	lt := Mix(flag(uint32(l1.Tail), c.spaced), uint32(l2.Tail)+77)
	l2last, l1end := flag(l2.Last, l1.Spaced), flag(l1.Ending, c.spaced)
	c.far = group{
		first: [maxContexts]uint64{right(l1first + 22), right(lt + 23), right(l2last + 26), right(l1end + 28)},
		last:  [maxContexts]uint64{right(l1last + 43), right(r1last + 45)},
		tags:  [maxContexts]uint64{right(lt + 63)},
		nf:    4, nl: 2, nt: 1,
	}
	// what stands further left with a particle may be governed too: 제동을 갑자기 | 걸어
	g := &c.far
	seen := [3]bool{l1.Tail == Subject, l1.Tail == Object, l1.Tail == Adverbial}
	for k := len(c.left) - 2; k >= 0 && k >= len(c.left)-Reach; k-- {
		v := &c.left[k]
		which := 0
		switch v.Tail {
		case Subject:
		case Object:
			which = 1
		case Adverbial:
			which = 2
		default:
			continue
		}
		if !seen[which] {
			seen[which] = true
			g.first[g.nf] = right(Mix(v.First, v.Last) + 27)
			g.nf++
		}
	}
}

// Bits is the size of a feature's number.
const Bits = model.WeightBits

const mask = 1<<Bits - 1

// setFrame finds in which relations nouns stand before the piece within its clause, a bit for each relation.
func (c *Context) setFrame() {
	c.frame = 1 << NoRelation // it is known
	for k := len(c.left) - 1; k >= 0 && k >= len(c.left)-Reach; k-- {
		v := &c.left[k]
		if v.Clause || v.Modifies {
			break
		}
		c.frame |= 1 << v.Rel
	}
}

const (
	coreFrame = 1<<SubjectOf | 1<<ObjectOf
	wideFrame = coreFrame | 1<<PlaceOf | 1<<MeansOf | 1<<OtherOf
)

// frames appends the numbers of the features of an analysis that tell in which frames its predicate stands: 귀가 멀다
// has a subject alone, 시비를 걸다 an object.
func (c *Context) frames(dst []uint32, p *Parts) []uint32 {
	if c.frame == 0 {
		c.setFrame()
	}
	core, wide := c.frame&coreFrame, c.frame&wideFrame
	return append(dst, Mix(p.First, wide+70)&mask, Mix(p.First, core+170)&mask, Mix(uint32(p.Head)+999, wide+270)&mask, Mix(p.Tags, core+370)&mask)
}

// Quick appends the numbers of the features of an analysis that decide many choices: what its tags have to do with the nearest
// neighbours.
func (c *Context) Quick(dst []uint32, p *Parts, same Same) []uint32 {
	if same.Tags {
		return dst
	}
	n := len(dst)
	dst = slices.Grow(dst, mostFeatures)[:n+mostFeatures]
	return dst[:mix(dst, n, p.Tags, c.near.tags[:c.near.nt])]
}

// Near appends those of what else it has to do with them.
func (c *Context) Near(dst []uint32, p *Parts, same Same) []uint32 {
	if p.Verb && !same.Verb {
		dst = c.frames(dst, p)
	}
	same.Tags = true
	return c.near.features(dst, p, same)
}

// Far appends those of all others.
func (c *Context) Far(dst []uint32, p *Parts, same Same) []uint32 {
	if c.far.nf == 0 {
		c.setFar()
	}
	return c.far.features(dst, p, same)
}

// All appends those of Quick, Near and Far.
func (c *Context) All(dst []uint32, p *Parts, same Same) []uint32 {
	return c.Far(c.Near(c.Quick(dst, p, same), p, same), p, same)
}

// Governs appends those of the numbers of the features of an analysis that tell what the predicate that it begins with may
// govern. They are the same for all forms of the predicate.
func (c *Context) Governs(dst []uint32, p *Parts) []uint32 {
	if c.far.nf == 0 {
		c.setFar()
	}
	dst = c.frames(dst, p)
	n := len(dst)
	dst = slices.Grow(dst, mostFeatures)[:n+mostFeatures]
	n = mix(dst, n, p.First, c.near.first[:leftNear])
	n = mix(dst, n, p.First, c.far.first[:c.far.nf])
	return dst[:n]
}

func (g *group) features(dst []uint32, p *Parts, same Same) []uint32 {
	n := len(dst)
	dst = slices.Grow(dst, mostFeatures)[:n+mostFeatures]
	if !same.First {
		n = mix(dst, n, p.First, g.first[:g.nf])
	}
	if !same.Last {
		n = mix(dst, n, p.Last, g.last[:g.nl])
	}
	if !same.Tags {
		n = mix(dst, n, p.Tags, g.tags[:g.nt])
	}
	return dst[:n]
}

// mix writes the features of a part from dst[n] on and gives the place behind them.
func mix(dst []uint32, n int, part uint32, contexts []uint64) int {
	l := left(part)
	dst = dst[n : n+len(contexts)]
	for i, x := range contexts {
		dst[i] = join(l, x) & mask
	}
	return n + len(contexts)
}

// Morphemes tells what PartsOf must know of morphemes, by their numbers.
type Morphemes interface {
	// Tag gives a morpheme's tag.
	Tag(morph uint32) uint8
	// Kind gives what a morpheme is to the arguments of predicates.
	Kind(morph uint32) Kind
	// Row gives the row of the vectors of a noun or a predicate, plus one; 0: it has none.
	Row(morph uint32) int32
}

// Kind is what a morpheme is to the arguments of predicates.
type Kind uint8

// The kinds. That of a particle is Particle plus the relation that it marks.
const (
	OtherKind     Kind = iota
	NounKind           // a noun or pronoun
	SuffixKind         // 들, 님: the noun goes on
	PredicateKind      // a verb or an adjective
	ModifierKind       // an adnominal ending
	ClauseKind         // a connective or final ending
	Particle
)

// PartsOf gives the parts of a sequence of morphemes. An unknown word's number is that of its tag.
func PartsOf(morphs []uint32, m Morphemes) (p Parts) {
	p.Set(morphs, m)
	return p
}

// Set is PartsOf where the parts are to stand. What is made in one place and copied to another keeps a processor waiting: it
// cannot read at once what it has just written in smaller pieces.
func (p *Parts) Set(morphs []uint32, m Morphemes) {
	tags := uint32(19)
	noun, rel := int32(0), NoRelation
	p.Verb, p.Predicate, p.FirstNoun = false, 0, 0
	for i, id := range morphs {
		k, tag := m.Kind(id), m.Tag(id)
		tags = Mix(tags, uint32(tag)+1)
		switch {
		case k == NounKind:
			noun, rel = m.Row(id), BareOf
		case k == SuffixKind:
		case k >= Particle:
			if rel == BareOf || i == 0 {
				rel = Relation(k - Particle)
			}
		default:
			noun, rel = 0, NoRelation
		}
		if i == 0 {
			p.Head = tag
			switch k {
			case NounKind:
				p.FirstNoun = noun
			case PredicateKind:
				p.Verb, p.Predicate = true, m.Row(id)
			}
		}
		p.Tail, p.Modifies, p.Clause = tag, k == ModifierKind, k == ClauseKind
	}
	p.Tags, p.Noun, p.Rel = tags, noun, rel
	first, last := morphs[0], morphs[len(morphs)-1]
	p.First, p.Last = Mix(first, 3), Mix(last, 3)
	p.Ending = p.Last
	if n := len(morphs); n > 1 {
		p.Ending = Mix(Mix(morphs[n-2], 3), last)
	}
}

// View gives what a piece with this analysis shows.
func (p *Parts) View(spaced bool) (v View) {
	p.Show(&v, spaced)
	return v
}

// Show is View where the view is to stand; see Set.
func (p *Parts) Show(v *View, spaced bool) {
	v.First, v.Last, v.Ending = p.First, p.Last, p.Ending
	v.Head, v.Tail, v.Spaced = p.Head, p.Tail, spaced
	v.Noun, v.FirstNoun, v.Predicate = p.Noun, p.FirstNoun, p.Predicate
	v.Rel, v.Clause, v.Modifies = p.Rel, p.Clause, p.Modifies
}

// Compare tells which parts are the same in all analyses.
func Compare(all []Parts) Same {
	s := AllSame
	for i := range all {
		s.Compare(&all[0], &all[i])
	}
	return s
}

// AllSame is Same of a single analysis.
var AllSame = Same{First: true, Last: true, Tags: true, Predicate: true, Verb: true}

// Compare takes in another analysis; first is the first of all.
func (s *Same) Compare(first, p *Parts) {
	s.First = s.First && p.First == first.First
	s.Last = s.Last && p.Last == first.Last
	s.Tags = s.Tags && p.Tags == first.Tags
	s.Predicate = s.Predicate && p.Predicate == first.Predicate
	s.Verb = s.Verb && (!p.Verb || p.First == first.First)
}

// Twin tells whether two analyses begin with different predicates and are alike otherwise: 가/VV 는/ETM and 갈/VV 는/ETM of 가는.
func (p *Parts) Twin(q *Parts) bool {
	return p.Verb && q.Verb && p.First != q.First && p.Tags == q.Tags
}

// markHead plus its kind is the tag of a piece that is not Hangul.
const markHead = 200

// Mark is the view of a piece that is not Hangul: it shows its kind, and of a mark which mark it is and whether it is
// repeated.
func Mark(kind segment.Kind, text string, spaced bool) View {
	v := View{Head: markHead + uint8(kind), Tail: markHead + uint8(kind), Spaced: spaced, Clause: kind == segment.Stop}
	v.First = Mix(uint32(kind), 1000)
	switch kind {
	case segment.Latin, segment.Digits, segment.Hanja, segment.Serial, segment.URL, segment.Email, segment.Hashtag, segment.Mention:
		// a word is not shown, only that there is one
	default:
		n := 1
		for n < len(text) && text[n]&0xC0 == 0x80 {
			n++
		}
		v.First = Mix(Hash(text[:n]), 1001)
		if len(text) > n {
			v.First++
		}
	}
	v.Last, v.Ending = v.First, v.First
	return v
}
