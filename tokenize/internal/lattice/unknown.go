package lattice

import (
	"encoding/binary"
	"unsafe"

	"kstat/tokenize/internal/conj"
)

// mostNamed bounds what all syllables of a word cost by Names.
const mostNamed = 6 * Scale

// syllable is what a syllable of the run costs within a word that the lexicon lacks.
type syllable struct {
	syllableCosts
	number  int32 // 0 … 11171
	joined  int32 // to the one before it in the run, if that is in the word
	opening int32 // as the first of a word
	closing int32 // as the last
}

// syllableCosts are what is told of a syllable in UnkFirst, UnkLast and Names.
type syllableCosts struct {
	first, last [MostUnknown]int16 // by class of unknown words
	names       [NumNames]int8
}

// names tells what the syllables of a word cost by Names, one after the other.
type names struct {
	length int
	three  int32 // of the first three
	longer int32 // of all but the last
}

// next goes on to a syllable and gives what the word that ends with it costs.
func (n *names) next(s *syllable) int32 {
	of := func(table int) int32 { return 16 * int32(s.names[table]) }
	n.length++
	cost := int32(0)
	switch n.length {
	case 1:
		n.three, n.longer = of(Name3First), of(NameFirst)
		return 0
	case 2:
		n.three += of(Name3Second)
	case 3:
		cost = n.three + of(Name3Third)
	default:
		cost = n.longer + of(NameLast)
	}
	n.longer += of(NameMiddle)
	return max(-mostNamed, min(mostNamed, cost))
}

// unknown is a class of unknown words.
type unknown struct {
	left, right uint16
	named       int32 // all bits if Names are about it
	length      [MaxUnknown + 1]int32
}

// chars gives what two neighbouring syllables cost within a noun.
func (l *Lattice) chars(a, b int) int32 { return 16 * int32(l.P.Chars[CharPair(a, b)]) }

// An unknown word costs more that ends as a word of the lexicon does, of two syllables with two or more before them, or of more
// with one or more before: likelier two words are written as one (외과수술). It costs more, too, where it begins so
// (요나단과시몬).
const (
	engulfsTwo  = 2 * Scale
	engulfsMore = 3 * Scale
	engulfsHead = 2 * Scale

	besideTwo = 2 // syllables that a word of two must leave
)

// engulfed gives what an unknown word that ends at a place costs for the words of the lexicon that end there too.
func (l *Lattice) engulfed(n *Node, pl *place) int32 {
	const two, fewest = 1 << 2, 2 + besideTwo
	length := pl.before - l.places[n.Begin].before
	shorter := pl.words & (1<<length - 1)
	switch {
	case shorter&^two != 0:
		return engulfsMore
	case shorter != 0 && length >= fewest:
		return engulfsTwo
	}
	return 0
}

// unknowns adds the words that the lexicon lacks that begin at p. What stands before each class is in likely. As keep does, it
// makes a node of each and then goes on from it or not.
func (l *Lattice) unknowns(p int32) {
	classes := l.costs.unknown
	var befores [MostUnknown]key
	for k := range classes {
		befores[k&1] = l.likely[k].best.plus(int32(l.costs.lefts[4*int(classes[k].left)+l.sound].sound))
	}
	l.grow(MaxUnknown * MostUnknown)
	n, nodes := int32(len(l.Nodes)), l.Nodes[:cap(l.Nodes)]
	from := int(l.places[p].before)
	syllables := l.syllables[from:]
	syllables = syllables[:min(len(syllables), MaxUnknown)]
	chars, names := syllables[0].opening-syllables[0].joined, names{}
	firsts := syllables[0].first
	last := p
	head := MaxUnknown // with more syllables than this, the word begins as one of the lexicon does
	hash := NameHash(0)
	for i := range syllables {
		final := &syllables[i]
		hash = hash.Next(final.number)
		last = l.places[last].next
		named := names.next(final)
		chars += final.joined
		pl := &l.places[last]
		length := i + 1
		if pl.words>>length&1 != 0 {
			head = min(head, max(length, 1+besideTwo))
		}
		if last <= l.kept || pl.word == l.stamp {
			continue // the lexicon has a word there, so that none need be invented
		}
		whole, own := chars+final.closing, int32(0)
		if length > head {
			whole += engulfsHead
		}
		if l.Own != nil {
			if o := l.Own[l.text[3*from:3*(from+length)]]; o != Hidden {
				own = o
			}
		}
		most := l.most(pl)
		for k := range classes {
			u := &classes[k]
			nd := &nodes[n]
			cost, flags := whole+u.length[length]+int32(firsts[k&1])+int32(final.last[k&1])+named&u.named, uint32(0)
			cost -= own
			if u.named != 0 && length > 1 && l.P.Gazetteer != nil {
				// the gazetteer is asked only where the word is worth a node, listed or not
				listed := max(l.costs.listed[length]-own, cost-MostListed)
				if befores[k&1].plus(min(cost, listed)).cost() <= most && l.P.Gazetteer.Contains(uint64(hash)) {
					cost, flags = listed, FlagListed<<24
				}
			}
			best := befores[k&1].plus(cost)
			nd.Begin, nd.End = p, last
			nd.Item, nd.Cost = uint32(k), cost
			nd.best, nd.next = best, pl.ends
			nd.Left, nd.Right = u.left, u.right
			binary.LittleEndian.PutUint32((*[4]byte)(unsafe.Pointer(&nd.After))[:], 1<<conj.Full|uint32(conj.Full)<<8|KindUnknown<<16|flags)
			worth := min(pl.least+l.prune, inf/2) - best.cost() // below 0: it is not
			ends := pl.ends
			if worth >= 0 {
				ends = n
			}
			pl.ends = ends
			pl.least = min(pl.least, best.cost())
			n += int32(^uint32(worth) >> 31)
		}
	}
	l.Nodes = l.Nodes[:n]
}

// NameHash is what a gazetteer knows a name by: that of none is 0.
type NameHash uint64

// Next gives the hash of a name with another syllable, 0 … 11171, at its end.
func (h NameHash) Next(syllable int32) NameHash {
	return (h ^ NameHash(syllable+1)) * 0x100000001b3
}

// MostListed bounds by how much a word is cheaper that the gazetteer lists, for of some 250 strings it takes one for a name that is
// none.
const MostListed = 12 * Scale

// FlagListed marks an unknown word that the gazetteer lists.
const FlagListed = 0x80
