package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"kstat/tokenize"
	"kstat/tokenize/internal/choose"
)

// valence learns the vectors of nouns and of predicates in their relations, so that the product of two is high where
// the two were seen together more often than chance has it, and, where the teacher was asked which of two predicates
// suits a noun, where it preferred the one (skip-gram with negative sampling: Mikolov et al. 2013).
type valence struct {
	ch         *chooser
	sets       [numSets]vectors
	use        int       // which of them
	count      []float64 // by predicate
	confusable [][]int32 // by predicate: those that share a surface with it
	weights    [choose.NumRelations][choose.MaxRank]float64
	args       []choose.Governed
	questions  []question
	random     random
}

const (
	leastNoun      = 20 // occurrences below which a noun or predicate has no vector
	leastPredicate = 30
	maxRows        = 60000
)

// How much the product of two vectors counts, by how the noun stands to the predicate and how many others stand between.
// Learned together with the other weights it came to a third of this and to nothing beyond the nearest noun, since those
// know every pair of the text by heart; the pairs that matter are in no text.
const (
	governScale = 1.0
	nearer      = .5 // what is left of it for each noun between
)

var relationWeight = [choose.NumRelations]float64{
	choose.SubjectOf: 1, choose.ObjectOf: 1, choose.PlaceOf: .8, choose.MeansOf: .8, choose.OtherOf: .8,
	choose.TopicOf: .6, choose.BareOf: .6, choose.HeadOf: .8,
}

// vectors are a set of vectors.
type vectors struct {
	nouns      []float32 // [row][Dim]
	predicates []float32 // [row][NumRelations][Dim]
}

// kindOf tells what a morpheme is to the arguments of predicates.
func kindOf(m morph) choose.Kind {
	switch m.tag {
	case tokenize.NNG, tokenize.NNP, tokenize.NNB, tokenize.NP, tokenize.NR, tokenize.XR, tokenize.SL, tokenize.SH:
		return choose.NounKind
	case tokenize.ETN:
		return choose.NounKind // 먹기를, 걸음을
	case tokenize.XSN:
		return choose.SuffixKind
	case tokenize.VV, tokenize.VA:
		return choose.PredicateKind
	case tokenize.ETM:
		return choose.ModifierKind
	case tokenize.EC:
		if m.form == "게" {
			return choose.OtherKind // an adverb more than a clause: 코를 크게 골다
		}
		return choose.ClauseKind
	case tokenize.EF:
		return choose.ClauseKind
	case tokenize.JKS, tokenize.JKC:
		return choose.Particle + choose.Kind(choose.SubjectOf)
	case tokenize.JKO:
		return choose.Particle + choose.Kind(choose.ObjectOf)
	case tokenize.JX:
		return choose.Particle + choose.Kind(choose.TopicOf)
	case tokenize.JKB:
		switch m.form {
		case "에":
			return choose.Particle + choose.Kind(choose.PlaceOf)
		case "로", "으로":
			return choose.Particle + choose.Kind(choose.MeansOf)
		}
		return choose.Particle + choose.Kind(choose.OtherOf)
	case tokenize.JKG, tokenize.JC, tokenize.JKV, tokenize.JKQ:
		return choose.Particle + choose.Kind(choose.NoRelation)
	}
	return choose.OtherKind
}

// Tag, Kind and Row make a chooser what choose.PartsOf asks.
func (ch *chooser) Tag(m uint32) uint8 { return ch.tag(m) }

// Kind: see Tag.
func (ch *chooser) Kind(m uint32) choose.Kind {
	if m >= unknownBase {
		return choose.NounKind
	}
	return ch.kinds[m]
}

// Row: see Tag.
func (ch *chooser) Row(m uint32) int32 {
	if m >= unknownBase {
		return 0
	}
	return ch.rows[m]
}

// assignRows gives the frequent nouns and predicates the rows of their vectors.
func (ch *chooser) assignRows() {
	x := ch.f.x
	nouns, predicates := int32(0), int32(0)
	for _, it := range x.items {
		if len(it.morphs) > 1 || it.units != nil {
			break
		}
		m := x.c.vocab.list[it.morphs[0]]
		k := kindOf(m)
		row := int32(0)
		switch {
		case k == choose.NounKind && it.count >= leastNoun && nouns < maxRows:
			nouns++
			row = nouns
		case k == choose.PredicateKind && it.count >= leastPredicate && predicates < maxRows:
			predicates++
			row = predicates
		}
		ch.kinds, ch.rows = append(ch.kinds, k), append(ch.rows, row)
	}
	ch.v = &valence{ch: ch, count: make([]float64, predicates), confusable: make([][]int32, predicates), random: firstRandom}
	for i := range ch.v.sets {
		ch.v.sets[i] = vectors{make([]float32, nouns*choose.Dim), make([]float32, int(predicates)*int(choose.NumRelations)*choose.Dim)}
	}
	for r := choose.SubjectOf; r < choose.NumRelations; r++ {
		for k := range ch.v.weights[r] {
			ch.v.weights[r][k] = governScale * relationWeight[r] * math.Pow(nearer, float64(k))
		}
	}
	fmt.Println("vectors of", nouns, "nouns and", predicates, "predicates")
}

func (v *valence) noun(row int32) []float32 {
	return v.sets[v.use].nouns[int(row)*choose.Dim:][:choose.Dim]
}

func (v *valence) predicate(row int32, rel choose.Relation) []float32 {
	return v.sets[v.use].predicates[(int(row)*int(choose.NumRelations)+int(rel))*choose.Dim:][:choose.Dim]
}

// tuple is a noun that was seen governed by a predicate.
type tuple struct {
	predicate, noun int32
	rel             choose.Relation
	weight          float32
	sentence        int32
}

func (v *valence) learn(path string) {
	ch := v.ch
	v.confuse()
	var tuples []tuple
	var gold, likely []choose.View
	var golds []int32
	var args []choose.Governed
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if s.heldOut || s.lesson == 0 {
			continue
		}
		gold, likely, golds = ch.views(s, gold, likely, golds)
		for i, k := range golds {
			t := &ch.c.tokens[int(s.from)+i]
			if k < 0 || ch.doubts[k] != 0 && !t.sure {
				continue
			}
			weight := float32(1)
			if t.sure {
				weight = 2
			}
			p := &ch.cands[k].parts
			if p.Predicate == 0 {
				continue
			}
			v.count[p.Predicate-1]++
			if args = choose.Arguments(args[:0], gold[:i], false); p.Modifies {
				args = choose.Head(args, at(gold, i+1))
			}
			for _, a := range args {
				tuples = append(tuples, tuple{p.Predicate - 1, a.Row, a.Rel, []float32{1, .6, .4}[a.Rank] * weight, int32(si)})
			}
		}
	}
	v.readAnswers(path)
	table := v.sampler()
	fmt.Println("pairs", len(tuples))
	for i := range v.sets {
		v.use = (i + 1) % len(v.sets) // the whole text last
		v.learnSet(tuples, table)
	}
}

// learnSet learns the vectors of the set in use.
func (v *valence) learnSet(tuples []tuple, table []int32) {
	v.random.begin(v.sets[v.use].nouns)
	v.random.begin(v.sets[v.use].predicates)
	const epochs = 8
	for epoch := range epochs {
		rate := float32(.08 * (1 - float64(epoch)/epochs))
		var loss float64
		for n := range tuples {
			t := &tuples[int(uint64(n)*2654435761%uint64(len(tuples)))]
			if !learnedFrom(v.use, int(t.sentence)) {
				continue
			}
			noun := v.noun(t.noun)
			loss += draw(v.predicate(t.predicate, t.rel), noun, 1, rate*t.weight)
			for range 4 {
				draw(v.predicate(table[v.random.next()%uint64(len(table))], t.rel), noun, 0, rate*t.weight)
			}
			if c := v.confusable[t.predicate]; len(c) > 0 {
				draw(v.predicate(c[v.random.next()%uint64(len(c))], t.rel), noun, 0, rate*t.weight)
			}
		}
		asked := v.ask(rate)
		fmt.Printf("vectors epoch %d: loss %.4f; teacher's preferences followed %.4f\n", epoch, loss/float64(len(tuples)), asked)
	}
}

// sampler gives predicates as often as their frequency to the power of .75.
func (v *valence) sampler() []int32 {
	total := 0.0
	for _, c := range v.count {
		total += math.Pow(c, .75)
	}
	var table []int32
	for p, c := range v.count {
		for range int(math.Ceil(math.Pow(c, .75) / total * 1e6)) {
			table = append(table, int32(p))
		}
	}
	return table
}

// confuse finds the predicates that share a surface.
func (v *valence) confuse() {
	ch := v.ch
	seen := map[[2]int32]bool{}
	for i := range ch.c.types {
		for k := ch.from[i]; k < ch.from[i+1]; k++ {
			for l := ch.from[i]; l < ch.from[i+1]; l++ {
				a, b := ch.cands[k].parts.Predicate-1, ch.cands[l].parts.Predicate-1
				if a >= 0 && b >= 0 && a != b && ch.cands[k].count+ch.cands[l].count >= 3 && !seen[[2]int32{a, b}] {
					seen[[2]int32{a, b}] = true
					v.confusable[a] = append(v.confusable[a], b)
				}
			}
		}
	}
	for _, c := range v.confusable {
		sort.Slice(c, func(i, j int) bool { return c[i] < c[j] })
	}
}

// question is an answer of the teacher's: by how many nats more it likes a noun with predicate a than with predicate b.
type question struct {
	a, b, noun int32
	rel        choose.Relation
	answer     float32
}

// readAnswers reads what the teacher answered when it was asked which of two predicates suits a noun. What it thinks of
// the two whatever the noun is taken off: the shares of the candidates say that better.
func (v *valence) readAnswers(path string) {
	ch := v.ch
	rowOf := map[string]int32{}
	nounOf := map[string]int32{}
	for m, row := range ch.rows {
		if row == 0 {
			continue
		}
		w := ch.c.vocab.list[ch.f.x.items[m].morphs[0]]
		if ch.kinds[m] == choose.PredicateKind {
			rowOf[w.form+"/"+w.tag.String()] = row
		} else if _, ok := nounOf[w.form]; !ok {
			nounOf[w.form] = row
		}
	}
	rel := map[string]choose.Relation{"을": choose.ObjectOf, "이": choose.SubjectOf, "에": choose.PlaceOf}
	type frame struct {
		a, b int32
		rel  choose.Relation
	}
	type mean struct{ sum, n float64 }
	means := map[frame]mean{}
	must(lines(path, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return
		}
		a, b, n, r := rowOf[f[0]], rowOf[f[1]], nounOf[f[2]], rel[f[3]]
		d, err := strconv.ParseFloat(f[4], 64)
		if a == 0 || b == 0 || n == 0 || r == 0 || err != nil {
			return
		}
		d = math.Max(-mostAnswer, math.Min(mostAnswer, d))
		v.questions = append(v.questions, question{a - 1, b - 1, n - 1, r, float32(d)})
		m := means[frame{a, b, r}]
		means[frame{a, b, r}] = mean{m.sum + d, m.n + 1}
	}))
	for i := range v.questions {
		q := &v.questions[i]
		m := means[frame{q.a + 1, q.b + 1, q.rel}]
		q.answer -= float32(m.sum / m.n)
	}
}

const (
	mostAnswer = 8   // nats beyond which an answer says no more
	trust      = 1.0 // of an answer: what is left of it where it is weighed against what the text has
)

// ask learns from the answers, in an order that mixes the predicates. It gives the share of the clear ones that the
// vectors agree with.
func (v *valence) ask(rate float32) float64 {
	var right, all float64
	for i := range v.questions {
		q := &v.questions[int(uint64(i)*2654435761%uint64(len(v.questions)))]
		pa, pb, nv := v.predicate(q.a, q.rel), v.predicate(q.b, q.rel), v.noun(q.noun)
		s := dot(pa, nv) - dot(pb, nv)
		if math.Abs(float64(q.answer)) > 2 {
			all++
			if (s > 0) == (q.answer > 0) {
				right++
			}
		}
		g := rate * max(-1, min(1, trust*q.answer-s))
		for i := range nv {
			x := nv[i]
			nv[i] += g * (pa[i] - pb[i])
			pa[i] += g * x
			pb[i] -= g * x
		}
	}
	return right / math.Max(1, all)
}

// govern appends how well the predicate of each candidate suits what it would govern, better or worse than all of them do on average, the
// likelier ones counting for more: else 할 would be 하/VV wherever something stands that 하/VA cannot govern.
func (v *valence) govern(dst []float64, cands []candidate, left []choose.View, right *choose.View) []float64 {
	from := len(dst)
	arguments := choose.Arguments(v.args[:0], left, true)
	v.args = choose.Head(arguments, right)
	sum, all := 0.0, 0.0
	for i := range cands {
		p, s := &cands[i].parts, 0.0
		if p.Predicate > 0 {
			governed := arguments
			if p.Modifies {
				governed = v.args
			}
			for _, a := range governed {
				s += v.weights[a.Rel][a.Rank] * float64(dot(v.predicate(p.Predicate-1, a.Rel), v.noun(a.Row)))
			}
			share := float64(cands[i].share)
			sum += share * s
			all += share
		}
		dst = append(dst, s)
	}
	for i := range cands {
		if cands[i].parts.Predicate > 0 {
			dst[from+i] -= sum / all
		}
	}
	return dst
}

// sections writes the vectors as the model has them: bytes, of nouns and predicates each in a unit of its own.
func (v *valence) sections() (nouns, predicates, govern []byte) {
	small := func(w []float32) (out []byte, unit float64) {
		unit = unitOf(w, 4)
		for _, x := range w {
			out = append(out, uint8(int8(math.Max(-127, math.Min(127, math.Round(float64(x)/unit))))))
		}
		return out, unit
	}
	var a, b float64
	nouns, a = small(v.sets[0].nouns)
	predicates, b = small(v.sets[0].predicates)
	for r := range v.weights {
		for k := range v.weights[r] {
			govern = binary.LittleEndian.AppendUint32(govern, uint32(int32(math.Round(v.weights[r][k]*a*b*(1<<20)))))
		}
	}
	return nouns, predicates, govern
}
