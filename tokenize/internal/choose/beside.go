package choose

import "kstat/tokenize/internal/model"

// Which of two readings suits what stands right beside it: 오지도 behind 산골 is the backwoods, 종이 before 걸렸는데 is paper. What decides is
// the pair of readings and the word, and most such triples are in no text. An analyser that was learned from far more text than there
// is here was asked, for some thousands of pairs of readings and of words to the left and to the right, by how much it prefers
// one; the answers, less the mean of each pair, come close to products of a vector of the pair and one of the word, and these are kept.
// Where a product is far from the answer about a word that stands near one of the two readings in texts, 송송 near 파, the difference is
// kept too.

// BesideDim is the length of such a vector.
const BesideDim = 32

// Beside holds the vectors.
//
//	int32 scale, in 1/2²⁰ nat for a product of 1
//	of words, and then of pairs:
//		uint16 number of keys; uint16[1025]: how many of them have upper 10 bits below 0, 1 … 1024
//		uint32 keys, rising
//		int8[keys][BesideDim] of words, int8[keys][2][BesideDim] of pairs: what stands to the left, and to the right
//	of words beside a pair, what is added to the product:
//		uint32[4097]: how many of their keys have upper 12 bits below 0, 1 … 4096
//		uint16 of each the 16 bits below; int8 of each, in 1/16 nat
//
// The key of a word is its hash as View has it, or the number of its tag, mixed with where it stands; that of a pair is that of its
// readings' first morphemes, the one with the lower hash first; that of a word beside a pair is made of the pair's number, the side and
// the word's hash.
type Beside struct {
	words, pairs keyed
	added        added
	scale        int64
}

// The places of a word.
const (
	besideFirst = 1 + iota // the first morpheme of the piece to the left
	besideLast             // its last one
	besideAlone            // the tag of one that is all of it
	besideAfter            // the first morpheme of the piece to the right
	besideTag              // the tag of one that has no vector of its own
)

// mostBeside bounds by how much one neighbour speaks for a reading. By leastBeside is less what both say, for so far products are from
// answers by chance.
const (
	mostBeside  = 6 * model.WeightScale
	leastBeside = model.WeightScale / 2
)

const (
	keyBits   = 10 // of a key, that the head of a table tells apart
	keyedHead = 2 + 2*(1<<keyBits+1)
	keySize   = 4
)

// keyed finds vectors by their keys.
type keyed struct {
	n       int
	starts  string
	keys    string
	vectors string
	size    int // of a vector
}

// cutKeyed takes a table from the front of a section; ok is false where the section is too short for it.
func cutKeyed(s string, size int) (k keyed, rest string, ok bool) {
	if len(s) < keyedHead {
		return keyed{}, "", false
	}
	k.n, k.size = int(s[0])|int(s[1])<<8, size
	k.starts, s = s[2:keyedHead], s[keyedHead:]
	if len(s) < k.n*(keySize+size) {
		return keyed{}, "", false
	}
	k.keys, s = s[:k.n*keySize], s[k.n*keySize:]
	k.vectors, s = s[:k.n*size], s[k.n*size:]
	return k, s, true
}

func (k *keyed) start(upper uint32) int { return int(k.starts[2*upper]) | int(k.starts[2*upper+1])<<8 }

func (k *keyed) key(i int) uint32 { return number(k.keys, i) }

// find gives the number of a key, or -1.
func (k *keyed) find(key uint32) int {
	if k.n == 0 {
		return -1
	}
	upper := key >> (32 - keyBits)
	for i, end := k.start(upper), k.start(upper+1); i < end; i++ {
		if k.key(i) == key {
			return i
		}
	}
	return -1
}

const (
	addedBits = 12 // of a key, that the head tells apart
	addedHead = 4 * (1<<addedBits + 1)
	addedUnit = model.WeightScale / 16
)

// added finds what is added to a product by a key.
type added struct {
	starts, checks, values string
}

// cutAdded takes the rest of a section for the last table.
func cutAdded(s string) (a added, ok bool) {
	if len(s) < addedHead || (len(s)-addedHead)%3 != 0 {
		return added{}, false
	}
	n := (len(s) - addedHead) / 3
	return added{s[:addedHead], s[addedHead : addedHead+2*n], s[addedHead+2*n:]}, true
}

func (a *added) start(upper uint32) int { return int(number(a.starts, int(upper))) }

// find gives what is added by a key, in the unit of weights.
func (a *added) find(key uint32) int32 {
	upper, check := key>>(32-addedBits), uint16(key>>(16-addedBits))
	first, last := a.start(upper), a.start(upper+1)
	if first >= last {
		return 0
	}
	// keys are hashes, so that the check tells nearly where it is; go from there to the first that is not below
	i := first + (last-first)*int(check)>>16
	for i > first && a.check(i-1) >= check {
		i--
	}
	for i < last && a.check(i) < check {
		i++
	}
	if i < last && a.check(i) == check {
		return int32(int8(a.values[i])) * addedUnit
	}
	return 0
}

func (a *added) check(i int) uint16 { return uint16(a.checks[2*i]) | uint16(a.checks[2*i+1])<<8 }

func (a *added) verify() bool {
	last := 0
	for i := range uint32(1<<addedBits + 1) {
		n := a.start(i)
		if n < last || i == 0 && n != 0 {
			return false
		}
		last = n
	}
	return last == len(a.values)
}

// addedKey is the key of a word beside a pair, by the pair's number, from 0.
func addedKey(pair int, side uint32, word uint32) uint32 { return Mix(uint32(pair)<<1|side, word) }

// The sides.
const (
	besideLeft uint32 = iota
	besideRight
)

// NewBeside reads the vectors of a model.
func NewBeside(f *model.File) Beside {
	b, _ := cutBeside(f.String(model.Beside))
	return b
}

func cutBeside(s string) (b Beside, ok bool) {
	if len(s) < 4 {
		return Beside{}, len(s) == 0
	}
	b.scale = int64(int32(number(s, 0)))
	rest := s[4:]
	if b.words, rest, ok = cutKeyed(rest, BesideDim); ok {
		b.pairs, rest, ok = cutKeyed(rest, 2*BesideDim)
	}
	if ok {
		b.added, ok = cutAdded(rest)
	}
	if !ok {
		return Beside{}, false
	}
	return b, true
}

// VerifyBeside tells whether a model's vectors are as Beside says.
func VerifyBeside(f *model.File) bool {
	s := f.String(model.Beside)
	b, ok := cutBeside(s)
	return ok && (s == "" || b.words.verify() && b.pairs.verify() && b.pairs.n < 1<<15 && b.added.verify())
}

func (k *keyed) verify() bool {
	if k.n == 0 {
		return true
	}
	for i := range 1 << keyBits {
		from, to := k.start(uint32(i)), k.start(uint32(i+1))
		if from > to || to > k.n {
			return false
		}
		for j := from; j < to; j++ {
			if k.key(j)>>(32-keyBits) != uint32(i) || j > from && k.key(j-1) >= k.key(j) {
				return false
			}
		}
	}
	return k.start(0) == 0 && k.start(1<<keyBits) == k.n
}

// Pair gives the number of the pair of two readings, by the hashes of their first morphemes, from 1, or 0 where they are not known: with a
// minus where the second has the lower hash.
func (b *Beside) Pair(first, second uint32) int16 {
	if first > second {
		return -b.Pair(second, first)
	}
	return int16(b.pairs.find(pairKey(first, second)) + 1)
}

func pairKey(lower, higher uint32) uint32 { return Mix(lower, higher+7) }

// Neighbours are the vectors of what stands right beside a piece, and the hashes of its first morphemes, 0 where nothing is looked at.
type Neighbours struct {
	left, right [BesideDim]int32
	l1, r1      uint32
}

// Set finds those of a context's piece. What is written together with a piece is not looked at, for it would be part of the question.
func (n *Neighbours) Set(b *Beside, c *Context) {
	*n = Neighbours{}
	l1, r1 := c.l1, c.r1
	if c.spaced {
		n.l1 = l1.First
		b.words.add(&n.left, Mix(l1.First, besideFirst))
		if l1.First != l1.Last {
			b.words.add(&n.left, Mix(l1.Last, besideLast))
		} else {
			b.words.add(&n.left, Mix(uint32(l1.Tail), besideAlone))
		}
	}
	if r1.Spaced || r1.Head >= markHead {
		n.r1 = r1.First
		if !b.words.add(&n.right, Mix(r1.First, besideAfter)) {
			b.words.add(&n.right, Mix(uint32(r1.Head), besideTag))
		}
	}
}

// add adds the vector of a key, if there is one.
func (k *keyed) add(to *[BesideDim]int32, key uint32) bool {
	i := k.find(key)
	if i < 0 {
		return false
	}
	v := k.vectors[i*BesideDim:][:BesideDim]
	for j := range to {
		to[j] += int32(int8(v[j]))
	}
	return true
}

// Score tells by how much the first reading of a pair suits the neighbours better than the second, in the unit of weights.
func (b *Beside) Score(pair int16, n *Neighbours) int32 {
	row := int(max(pair, -pair)) - 1
	v := b.pairs.vectors[row*2*BesideDim:][:2*BesideDim]
	left, right := int32(0), int32(0)
	for j := range n.left {
		left += n.left[j] * int32(int8(v[j]))
		right += n.right[j] * int32(int8(v[BesideDim+j]))
	}
	score := int32(0)
	if n.l1 != 0 {
		score = b.bounded(left, addedKey(row, besideLeft, n.l1))
	}
	if n.r1 != 0 {
		score += b.bounded(right, addedKey(row, besideRight, n.r1))
	}
	score = max(score-leastBeside, min(score+leastBeside, 0))
	if pair < 0 {
		return -score
	}
	return score
}

func (b *Beside) bounded(product int32, key uint32) int32 {
	return max(-mostBeside, min(mostBeside, int32(int64(product)*b.scale*model.WeightScale>>20)+b.added.find(key)))
}
