package main

import (
	"encoding/binary"
	"fmt"
	"math"

	"kstat/tokenize/internal/choose"
)

// company learns what words keep company with; see package choose.
type company struct {
	nouns  int
	sets   [numSets][]float32 // [row][CompanyDim]
	use    int                // which of them
	random random
	unit   float64
}

const (
	companyEpochs = 3
	companyRate   = .05
	companyReach  = 6 // tokens to each side
	companyScale  = .35
	commonWord    = 2e-4 // words more frequent than this are passed over now and then
)

func (c *company) row(r int32) []float32 {
	return c.sets[c.use][int(r)*choose.CompanyDim:][:choose.CompanyDim]
}

// rows appends the rows of the words of a piece, of which each number is one more than a row, or 0.
func (c *company) rows(dst []int32, noun, first, predicate int32) []int32 {
	if noun > 0 {
		dst = append(dst, noun-1)
	}
	if first > 0 && first != noun {
		dst = append(dst, first-1)
	}
	if predicate > 0 {
		dst = append(dst, int32(c.nouns)+predicate-1)
	}
	return dst
}

// learnCompany learns the vectors from the words of each sentence.
func (ch *chooser) learnCompany() {
	nouns, predicates := len(ch.v.sets[0].nouns)/choose.Dim, len(ch.v.count)
	c := &company{nouns: nouns, random: firstRandom}
	ch.company = c
	var text []int32 // rows, and behind those of a sentence -1 less its number
	count := make([]float64, nouns+predicates)
	var gold, likely []choose.View
	var golds []int32
	total := 0.0
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if s.heldOut || s.lesson == 0 {
			continue
		}
		gold, likely, golds = ch.views(s, gold, likely, golds)
		for i := range gold {
			v := &gold[i]
			if golds[i] < 0 {
				continue
			}
			from := len(text)
			text = c.rows(text, v.Noun, v.FirstNoun, v.Predicate)
			for _, r := range text[from:] {
				count[r]++
				total++
			}
		}
		text = append(text, -1-int32(si))
	}
	keep := make([]float64, len(count))
	var table []int32
	sum := 0.0
	for r, n := range count {
		keep[r] = math.Min(1, math.Sqrt(commonWord*total/math.Max(n, 1)))
		sum += n * keep[r]
	}
	for r, n := range count {
		for range int(math.Ceil(n * keep[r] / sum * 4e6)) {
			table = append(table, int32(r))
		}
	}
	for i := range c.sets {
		c.use = (i + 1) % len(c.sets)
		c.sets[c.use] = make([]float32, len(count)*choose.CompanyDim)
		c.learn(text, keep, table)
	}
}

// learn learns the vectors of the set in use.
func (c *company) learn(text []int32, keep []float64, table []int32) {
	vectors := c.sets[c.use]
	c.random.begin(vectors)
	var line []int32
	for epoch := range companyEpochs {
		loss, n := 0.0, 0.0
		for i, r := range text {
			if r >= 0 {
				if float64(c.random.next()%(1<<24))/(1<<24) < keep[r] {
					line = append(line, r)
				}
				continue
			}
			rate := float32(companyRate * (1 - (float64(epoch)+float64(i)/float64(len(text)))/companyEpochs))
			if !learnedFrom(c.use, int(-1-r)) {
				line = line[:0]
			}
			for a := range line {
				for b := a + 1; b < len(line) && b <= a+companyReach; b++ {
					if line[a] == line[b] {
						continue
					}
					n++
					loss += draw(c.row(line[a]), c.row(line[b]), 1, rate)
					// two that were not seen together count half each
					draw(c.row(line[a]), c.row(table[c.random.next()%uint64(len(table))]), 0, rate/2)
					draw(c.row(line[b]), c.row(table[c.random.next()%uint64(len(table))]), 0, rate/2)
				}
			}
			line = line[:0]
		}
		fmt.Printf("company epoch %d: loss %.4f of %.0f pairs\n", epoch, loss/n, n)
	}
	c.unit = unitOf(vectors, 3)
	for i, x := range vectors { // as the program has them
		vectors[i] = float32(math.Max(-127, math.Min(127, math.Round(float64(x)/c.unit))) * c.unit)
	}
}

// around sums the vectors of what stands around piece i.
func (c *company) around(sum *[choose.CompanyDim]float32, views []choose.View, i int) {
	*sum = [choose.CompanyDim]float32{}
	var rows [3]int32
	for k := max(0, i-choose.CompanyLeft); k < min(len(views), i+choose.CompanyRight+1); k++ {
		if k != i {
			v := &views[k]
			for _, r := range c.rows(rows[:0], v.Noun, v.FirstNoun, v.Predicate) {
				for j, x := range c.row(r) {
					sum[j] += x
				}
			}
		}
	}
}

// score is choose.Company.Score.
func (c *company) score(sum *[choose.CompanyDim]float32, p *choose.Parts) float64 {
	var own [3]int32
	rows := c.rows(own[:0], p.Noun, p.FirstNoun, p.Predicate)
	if len(rows) == 0 {
		return 0
	}
	s := 0.0
	for _, r := range rows {
		s += float64(dot(sum[:], c.row(r)))
	}
	return companyScale * s / float64(len(rows))
}

// section writes the vectors as the model has them.
func (c *company) section() []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(int32(math.Round(companyScale*c.unit*c.unit*(1<<20)))))
	for _, x := range c.sets[0] {
		out = append(out, uint8(128+int(math.Round(float64(x)/c.unit))))
	}
	return out
}
