package choose

import "kstat/tokenize/internal/model"

// What words keep company with: 가지 between 텃밭 and 간장 is a vegetable, 파도 beside 달걀 is 파 with a particle. Nouns and predicates
// have vectors whose product is high for two that stand near each other in texts more often than chance has it, wherever they
// stand and in whatever form (skip-gram with negative sampling: Mikolov et al. 2013, with one vector a word for both sides).

// CompanyDim is the length of such a vector.
const CompanyDim = 24

// How many pieces to the left and to the right are looked at. Each shows what it most often is: so the sums of a line are made once.
const (
	CompanyLeft  = 8
	CompanyRight = 6
)

// Company holds the vectors.
//
//	int32 scale, in 1/2²⁰ nat for a product of 1; then uint8[rows][CompanyDim], 128 more than what they stand for: first the nouns,
//	by their rows, then the predicates
type Company struct {
	vectors string
	nouns   int32
	scale   int64
}

// companyHead is the size of what stands before the vectors, companyZero what stands for 0.
const (
	companyHead = 4
	companyZero = 128
)

// CompanySize is how many bytes the vectors of so many nouns and predicates take.
func CompanySize(rows int) int { return companyHead + rows*CompanyDim }

// NewCompany reads the vectors of a model. nouns is how many nouns have vectors.
func NewCompany(f *model.File, nouns int) Company {
	s := f.String(model.Company)
	if len(s) < companyHead {
		return Company{}
	}
	return Company{s[companyHead:], int32(nouns), int64(int32(number(s, 0)))}
}

// Sum is the sum of some vectors. Four numbers of 16 bits are in each word; those of all vectors of a long line may be larger, but
// not those of a difference of two sums that are as far apart as pieces are looked at.
type Sum struct {
	words [CompanyDim / 4]uint64
	n     int32 // of vectors
}

// Sums appends to dst the sums of the vectors of no views, of the first, of the first two, and so on.
func (c *Company) Sums(dst []Sum, views []View) []Sum {
	var s Sum
	dst = append(dst, s)
	for i := range views {
		v := &views[i]
		if v.Noun > 0 {
			s.add(c.vector(v.Noun - 1))
		}
		if v.FirstNoun > 0 && v.FirstNoun != v.Noun {
			s.add(c.vector(v.FirstNoun - 1))
		}
		if v.Predicate > 0 {
			s.add(c.vector(c.nouns + v.Predicate - 1))
		}
		dst = append(dst, s)
	}
	return dst
}

func (c *Company) vector(row int32) string { return c.vectors[int(row)*CompanyDim:][:CompanyDim] }

func (s *Sum) add(v string) {
	for i := range s.words {
		x := uint64(v[4*i]) | uint64(v[4*i+1])<<8 | uint64(v[4*i+2])<<16 | uint64(v[4*i+3])<<24
		x = (x | x<<16) & 0x0000FFFF0000FFFF
		x = (x | x<<8) & 0x00FF00FF00FF00FF
		s.words[i] += x
	}
	s.n++
}

// Around is the sum of the vectors of what stands around a piece.
type Around [CompanyDim]int32

// Set sums what stands around piece i of those whose sums are given.
func (a *Around) Set(sums []Sum, i int) {
	last := len(sums) - 1
	from, to, own, next := &sums[max(0, i-CompanyLeft)], &sums[min(last, i+1+CompanyRight)], &sums[i], &sums[i+1]
	zero := companyZero * (to.n - from.n - (next.n - own.n))
	for k := range from.words {
		x := to.words[k] - from.words[k] - (next.words[k] - own.words[k])
		a[4*k] = int32(x&0xFFFF) - zero
		a[4*k+1] = int32(x>>16&0xFFFF) - zero
		a[4*k+2] = int32(x>>32&0xFFFF) - zero
		a[4*k+3] = int32(x>>48) - zero
	}
}

// Score tells how well an analysis suits what stands around, in the unit of weights.
func (c *Company) Score(a *Around, p *Parts) int32 {
	s, n := int64(0), int64(0)
	if p.Noun > 0 {
		s, n = s+a.product(c.vector(p.Noun-1)), n+1
	}
	if p.FirstNoun > 0 && p.FirstNoun != p.Noun {
		s, n = s+a.product(c.vector(p.FirstNoun-1)), n+1
	}
	if p.Predicate > 0 {
		s, n = s+a.product(c.vector(c.nouns+p.Predicate-1)), n+1
	}
	if n == 0 {
		return 0
	}
	return int32(s * c.scale / n * model.WeightScale >> 20)
}

func (a *Around) product(v string) int64 {
	s := int32(0)
	for i := range a {
		s += a[i] * (int32(v[i]) - companyZero)
	}
	return int64(s)
}

// SameCompany tells whether two analyses of a surface are the same to what stands around: they have the same words, or cut the same
// noun otherwise (대전역, 대전+역), or make the same predicate otherwise (원하, 원+하). Which of two such it is has nothing to do with
// company.
func SameCompany(p, q *Parts) bool {
	switch {
	case p.Noun == q.Noun && p.FirstNoun == q.FirstNoun && p.Predicate == q.Predicate:
		return true
	case p.made() || q.made():
		return (p.made() || p.Verb) && (q.made() || q.Verb)
	case p.Verb || q.Verb:
		return false
	}
	return (p.Head == q.Head || p.Head <= properNoun && q.Head <= properNoun) && p.Tail == q.Tail
}

// properNoun is the number of the tag NNP; that of NNG is below.
const properNoun = 2

// made tells whether an analysis is a predicate that is made of a noun.
func (p *Parts) made() bool { return !p.Verb && p.FirstNoun > 0 && p.Noun == 0 && p.Rel == NoRelation }

// KeepsCompany tells whether an analysis has a word that may have a vector.
func (p *Parts) KeepsCompany() bool { return p.Noun > 0 || p.FirstNoun > 0 || p.Predicate > 0 }
