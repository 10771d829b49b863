package choose

import (
	"math"

	"kstat/tokenize/internal/model"
)

// Who does what with what: 제동을 and 전화를 are 걸다's, 길을 is 걷다's, though 걸었다 is written for both. Most such
// pairs are in no text however large, so predicates and nouns are vectors, learned from all that was seen together, and
// the product of two tells how well they suit.

// Relation is how a noun stands to a predicate.
type Relation uint8

// The relations. The numbers are part of the model's format.
const (
	NoRelation Relation = iota
	SubjectOf           // 이/가
	ObjectOf            // 을/를
	PlaceOf             // 에
	MeansOf             // 로/으로
	OtherOf             // 에서, 에게, 와 and the other adverbial particles
	TopicOf             // 은/는, 도, 만
	BareOf              // no particle
	HeadOf              // the noun that the predicate modifies: 걷는 | 길
	NumRelations
)

// Dim is the length of a vector.
const Dim = 24

// Governed is a noun that a predicate may govern: the row of its vector, how it stands to the predicate, and how many
// others of its kind stand between.
type Governed struct {
	Row  int32
	Rel  Relation
	Rank uint8
}

// MaxRank bounds the rank.
const MaxRank = 3

// marked are the relations in which a noun may stand to a predicate beyond another clause: 우물을 땀을 흘리며 | 파는.
const marked = 1<<SubjectOf | 1<<ObjectOf | 1<<PlaceOf | 1<<MeansOf

// Arguments appends what a predicate may govern: the nouns to its left, the nearest of each relation first, up to the end of another
// clause and, if beyond is set, beyond it those with a particle that marks what a predicate governs, which rank behind.
func Arguments(dst []Governed, left []View, beyond bool) []Governed {
	var ranks [NumRelations]uint8
	least := uint8(0)
	for k := len(left) - 1; k >= 0 && k >= len(left)-Reach; k-- {
		v := &left[k]
		if v.Clause {
			if !beyond || v.Head >= markHead {
				break // the end of a clause, or of a sentence
			}
			least = 1
		}
		if v.Noun > 0 && v.Rel != NoRelation && ranks[v.Rel] < MaxRank && (least == 0 || marked>>v.Rel&1 != 0) {
			dst = append(dst, Governed{v.Noun - 1, v.Rel, max(least, ranks[v.Rel])})
			ranks[v.Rel]++
		}
	}
	return dst
}

// Head appends the noun right behind a predicate, for one that ends so as to modify it.
func Head(dst []Governed, right *View) []Governed {
	if right.FirstNoun > 0 {
		dst = append(dst, Governed{right.FirstNoun - 1, HeadOf, 0})
	}
	return dst
}

// How well a predicate suits is told by comparison with the average of all that its surface may be, in which one that is rarer by
// shareTemper nats counts e times less.
const shareTemper = 1

// Share tells what an analysis that costs so many nats counts on that average.
func Share(cost float64) float64 { return math.Exp(-cost / shareTemper) }

// shares are the shares of all costs, in the unit of weights, in 1/2¹⁶.
var shares = func() (s [16 * model.WeightScale]int32) {
	for i := range s {
		s[i] = 1 + int32(1<<16*Share(float64(i)/model.WeightScale))
	}
	return s
}()

// ShareOf is Share of a cost in the unit of weights, in 1/2¹⁶.
func ShareOf(cost int32) int64 { return int64(shares[min(max(cost, 0), int32(len(shares))-1)]) }

// Valence holds the vectors.
//
//	Nouns       int8[rows][Dim]
//	Predicates  int8[rows][NumRelations][Dim]
//	Govern      int32 in 1/2²⁰ nat for a product of 1: [NumRelations][MaxRank]: how much a noun so related and so far
//	            away counts
type Valence struct {
	Rows       int // of predicates
	nouns      string
	predicates string
	govern     [NumRelations][MaxRank]int32
}

// NewValence reads the vectors of a model.
func NewValence(f *model.File) Valence {
	v := Valence{nouns: f.String(model.Nouns), predicates: f.String(model.Predicates)}
	v.Rows = len(v.predicates) / (int(NumRelations) * Dim)
	g := f.String(model.Govern)
	for i := range len(g) / 4 {
		v.govern[i/MaxRank][i%MaxRank] = int32(number(g, i))
	}
	return v
}

// number gives number i of a section of uint32.
func number(s string, i int) uint32 {
	s = s[4*i:][:4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Score tells how well a predicate suits what it would govern, in the unit of weights.
func (v *Valence) Score(predicate int32, governed []Governed) int32 {
	sum := int64(0)
	for _, g := range governed {
		p := v.predicates[(int(predicate)*int(NumRelations)+int(g.Rel))*Dim:][:Dim]
		n := v.nouns[int(g.Row)*Dim:][:Dim]
		dot := int32(0)
		for i := range Dim {
			dot += int32(int8(p[i])) * int32(int8(n[i]))
		}
		sum += int64(dot) * int64(v.govern[g.Rel][g.Rank])
	}
	return int32(sum * model.WeightScale >> 20)
}
