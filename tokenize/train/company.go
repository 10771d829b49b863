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
			add := func(r int32) {
				text = append(text, r)
				count[r]++
				total++
			}
			if v.Noun > 0 {
				add(v.Noun - 1)
			}
			if v.FirstNoun > 0 && v.FirstNoun != v.Noun {
				add(v.FirstNoun - 1)
			}
			if v.Predicate > 0 {
				add(int32(nouns) + v.Predicate - 1)
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
	most := 0.0
	for _, x := range vectors {
		most = math.Max(most, math.Abs(float64(x)))
	}
	c.unit = math.Min(most, 3) / 127
	for i, x := range vectors { // as the program has them
		vectors[i] = float32(math.Max(-127, math.Min(127, math.Round(float64(x)/c.unit))) * c.unit)
	}
}

// around sums the vectors of what stands around piece i.
func (c *company) around(sum *[choose.CompanyDim]float32, views []choose.View, i int) {
	*sum = [choose.CompanyDim]float32{}
	add := func(r int32) {
		if r >= 0 {
			for k, x := range c.row(r) {
				sum[k] += x
			}
		}
	}
	for k := max(0, i-choose.CompanyLeft); k < min(len(views), i+choose.CompanyRight+1); k++ {
		if k != i {
			v := &views[k]
			add(v.Noun - 1)
			if v.FirstNoun != v.Noun {
				add(v.FirstNoun - 1)
			}
			if v.Predicate > 0 {
				add(int32(c.nouns) + v.Predicate - 1)
			}
		}
	}
}

// score is choose.Company.Score.
func (c *company) score(sum *[choose.CompanyDim]float32, p *choose.Parts) float64 {
	s, n := 0.0, 0.0
	add := func(r int32) {
		if r >= 0 {
			s += float64(dot(sum[:], c.row(r)))
			n++
		}
	}
	add(p.Noun - 1)
	if p.FirstNoun != p.Noun {
		add(p.FirstNoun - 1)
	}
	if p.Predicate > 0 {
		add(int32(c.nouns) + p.Predicate - 1)
	}
	if n == 0 {
		return 0
	}
	return companyScale * s / n
}

// section writes the vectors as the model has them.
func (c *company) section() []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(int32(math.Round(companyScale*c.unit*c.unit*(1<<20)))))
	for _, x := range c.sets[0] {
		out = append(out, uint8(128+int(math.Round(float64(x)/c.unit))))
	}
	return out
}
