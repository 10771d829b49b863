package stats

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Profiles is two corpora as frequency lists over one vocabulary: the input of every similarity measure. Word i stands A[i]
// times in the one and B[i] times in the other; both slices are as long as the joint vocabulary, in an order that the caller
// states (ties for a place among the most frequent words go to the smaller index).
type Profiles struct {
	A, B []uint64
	// Mean and SD are the mean and the standard deviation of each word's relative frequency over the documents of both
	// corpora (see [DocumentMoments]). Only the Deltas need them; without them (nil) those are NaN.
	Mean, SD []float64
}

func (p Profiles) check() {
	if len(p.A) != len(p.B) || p.Mean != nil && (len(p.Mean) != len(p.A) || len(p.SD) != len(p.A)) {
		panic("stats: profiles of different length")
	}
}

// totals gives the tokens of either corpus.
func (p Profiles) totals() (a, b uint64) {
	for i := range p.A {
		a += p.A[i]
		b += p.B[i]
	}
	return a, b
}

// top gives the indices of the most frequent words of both corpora together, in falling order of frequency, at most n of
// them.
func (p Profiles) top(n int) []int {
	var order []int
	for i := range p.A {
		if p.A[i]+p.B[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(p.A[j]+p.B[j], p.A[i]+p.B[i]) })
	return order[:min(n, len(order))]
}

// swap exchanges the two corpora.
func (p Profiles) swap() Profiles { return Profiles{A: p.B, B: p.A, Mean: p.Mean, SD: p.SD} }

// String writes the profiles as a worked example shows them.
func (p Profiles) String() string { return fmt.Sprintf("A = %v, B = %v", p.A, p.B) }

// Bag is one document as the numbers of its types (rising, each below the size of the vocabulary) and their counts.
type Bag struct {
	Types  []uint32
	Counts []uint64
}

// Tokens gives the number of tokens of the document.
func (b Bag) Tokens() (n uint64) {
	for _, c := range b.Counts {
		n += c
	}
	return n
}

// checkBags panics on documents that are none over a vocabulary of the given size: once, before any is counted.
func checkBags(documents []Bag, vocabulary int) {
	if vocabulary < 0 {
		panic("stats: a negative size of the vocabulary")
	}
	for _, d := range documents {
		d.check(vocabulary)
	}
}

func (b Bag) check(vocabulary int) {
	if len(b.Types) != len(b.Counts) {
		panic("stats: the types and the counts of a document differ in number")
	}
	for k, t := range b.Types {
		if k > 0 && t <= b.Types[k-1] {
			panic("stats: the types of a document don't rise")
		}
		if uint64(t) >= uint64(vocabulary) {
			panic("stats: a type beyond the vocabulary")
		}
	}
}

// DocumentMoments gives, for each word of a vocabulary of the given size, the mean and the standard deviation (with n−1) of
// its relative frequency over documents, as the Deltas need them. Documents without tokens are left out. With fewer than two
// documents the deviations are NaN. It panics if a document is not as [Bag] says.
func DocumentMoments(documents []Bag, vocabulary int) (mean, sd []float64) {
	checkBags(documents, vocabulary)
	mean, sd = make([]float64, vocabulary), make([]float64, vocabulary)
	n := 0.0
	for _, d := range documents {
		total := float64(d.Tokens())
		if total == 0 {
			continue
		}
		n++
		for k, t := range d.Types {
			mean[t] += float64(d.Counts[k]) / total
		}
	}
	for i := range mean {
		mean[i] /= n
	}
	present := make([]float64, vocabulary)
	for _, d := range documents {
		total := float64(d.Tokens())
		for k, t := range d.Types {
			if d.Counts[k] > 0 {
				present[t]++
				x := float64(d.Counts[k])/total - mean[t]
				sd[t] += x * x
			}
		}
	}
	for i := range sd {
		sd[i] = math.Sqrt((sd[i] + (n-present[i])*mean[i]*mean[i]) / (n - 1))
	}
	return mean, sd
}
