package corpus

import (
	"math/bits"
	"strings"
)

// LongestAgreement is the length of n-gram up to which Agreements counts: the work doubles with each word.
const LongestAgreement = 6

// Agreements tells of n-grams, all of one length k from 2 to LongestAgreement, how often others agree with them in part: of
// gives, for the n-gram with an index, 2^k numbers, of which that at m counts the n-grams which have the same terms in
// exactly the places of the set bits of m. glue is what joins the terms of the n-grams, and must not stand in one; the n-grams
// must be all that were seen.
func Agreements(grams []Count, glue string) (of func(i int) []uint64) {
	if len(grams) == 0 {
		return func(int) []uint64 { return nil }
	}
	k := strings.Count(grams[0].Term, glue) + 1
	total := uint64(0)
	same := make([]map[string]uint64, 1<<k) // by places: how many have the same terms there, whatever they have elsewhere
	for m := 1; m < 1<<k-1; m++ {
		same[m] = make(map[string]uint64)
	}
	var key []byte
	part := func(terms []string, m int) []byte {
		key = key[:0]
		for i, t := range terms {
			if m>>i&1 != 0 {
				key = append(append(key, glue...), t...)
			}
		}
		return key
	}
	for _, g := range grams {
		total += g.Freq
		terms := strings.Split(g.Term, glue)
		for m := 1; m < 1<<k-1; m++ {
			same[m][string(part(terms, m))] += g.Freq
		}
	}
	return func(i int) []uint64 {
		counts := make([]uint64, 1<<k)
		terms := strings.Split(grams[i].Term, glue)
		counts[0], counts[1<<k-1] = total, grams[i].Freq
		for m := 1; m < 1<<k-1; m++ {
			counts[m] = same[m][string(part(terms, m))]
		}
		// From "in these places at least" to "in exactly these": what agrees in more is taken off, the fullest first.
		for ones := k - 1; ones >= 0; ones-- {
			for m := range counts {
				if bits.OnesCount(uint(m)) != ones {
					continue
				}
				for more := m + 1; more < 1<<k; more++ {
					if more&m == m {
						counts[m] -= counts[more]
					}
				}
			}
		}
		return counts
	}
}
