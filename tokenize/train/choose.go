package main

import (
	"fmt"
	"math"

	"kstat/tokenize"
	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
)

// unknownBase plus a tag is the number of a morpheme that the lexicon lacks.
const unknownBase = 0xFFFF0000

// candidate is an analysis that a type may have.
type candidate struct {
	parts  choose.Parts
	bias   uint32  // number of the feature that it is what it is
	count  float32 // how often it was seen
	lat    float32 // its share by the lattice's costs and what stands side by side in it
	way    float32 // by the lattice's costs alone
	share  float32 // what its predicate counts on the average of those of its type, see rank
	an     int32   // number of the analysis, or -1
	morphs analysis32
	spans  string // as the model stores them
	rival  bool   // it begins with another word than what is likelier, and is kept however rare it is
}

type analysis32 string // morphemes as pack has them

type chooser struct {
	f          *crf
	c          *corpus
	from       []int32 // by type: its first candidate
	cands      []candidate
	z, n       []float32
	mean       *mean // of the weights, while it is being taken
	means      []float32
	bits       uint
	l1         float32
	alpha      float32
	best       []int32 // by type: the likeliest candidate
	tagOfMorph []uint8
	kinds      []choose.Kind // by morpheme
	rows       []int32       // by morpheme: row of its vectors plus one, or 0
	v          *valence
	doubts     []uint8         // by candidate: labels do not tell it from those of its type that have this number too; 0: they do
	mended     map[int32]int32 // by token: the candidate that it must be, whatever its label
	mistrusted map[string]bool // forms of which the teacher confuses the verb and the adjective
	contrasts  *contrasts
	standIns   *standIns
	company    *company
	asked      map[[2]uint32]bool // pairs of morphemes that the teacher was asked about, each in both orders
	beside     []byte             // section, see choose.Beside
	gazetteer  []byte
	logHeads   string // file for the examples that do not get their headword
}

const (
	maxCandidates = 8
	latticeSlack  = 7 * lattice.Scale
	kappa         = 3 // how many occurrences the lattice's opinion weighs
)

// How many others a token teaches whose analysis people have confirmed, and one of the treebank.
const (
	sureLesson     = 8.0
	treebankLesson = 4.0
)

func (ch *chooser) tag(m uint32) uint8 {
	if m >= unknownBase {
		return model.UnknownTag(m)
	}
	return ch.tagOfMorph[m]
}

func newChooser(f *crf) *chooser {
	ch := &chooser{f: f, c: f.x.c, bits: choose.Bits, l1: 1, alpha: .12}
	for _, it := range f.x.items {
		if len(it.morphs) == 1 {
			ch.tagOfMorph = append(ch.tagOfMorph, uint8(f.x.c.vocab.list[it.morphs[0]].tag))
		}
	}
	ch.assignRows()
	return ch
}

// nodesMorphs gives the morphemes of a way through the lattice.
func (ch *chooser) nodesMorphs(nodes []int32) []uint32 {
	var out []uint32
	for _, i := range nodes {
		n := &ch.f.lat.Nodes[i]
		if n.Kind == lattice.KindUnknown {
			base := uint32(unknownBase)
			if n.Flags&lattice.FlagListed != 0 {
				base = model.ListedBase
			}
			out = append(out, base+ch.f.x.unknown[n.Item].Item)
			continue
		}
		for _, m := range ch.f.x.items[n.Item].morphs {
			out = append(out, uint32(ch.f.x.itemOf[m]))
		}
	}
	return out
}

func pack32(ms []uint32) analysis32 {
	ids := make([]int32, len(ms))
	for i, m := range ms {
		ids[i] = int32(m)
	}
	return analysis32(pack(ids))
}

// assemble gives every type its candidates: what was seen and what the lattice can make.
func (ch *chooser) assemble() {
	c := ch.c
	ch.from = make([]int32, len(c.types)+1)
	ch.best = make([]int32, len(c.types))
	for i := range c.types {
		ch.from[i] = int32(len(ch.cands))
		ch.add(&c.types[i])
	}
	ch.from[len(c.types)] = int32(len(ch.cands))
	fmt.Println("types", len(c.types), "candidates", len(ch.cands))
	size := 1<<ch.bits + 1<<biasBits
	ch.z, ch.n = make([]float32, size), make([]float32, size)
	ch.learnInner(2)
	ch.pairUp()
	ch.rank()
}

// rank finds the likeliest candidate of each type, and how likely each is.
func (ch *chooser) rank() {
	for i := range ch.c.types {
		best, bestP := ch.from[i], -1.0
		for k := ch.from[i]; k < ch.from[i+1]; k++ {
			p := prior(&ch.cands[k], ch.c.types[i].total, 0)
			ch.cands[k].share = float32(choose.Share(-math.Log(p)))
			if p > bestP {
				best, bestP = k, p
			}
		}
		ch.best[i] = best
	}
}

func (ch *chooser) add(t *pieceType) {
	if len(t.surface) > 3*24 || !ch.f.lat.Set(t.surface, t.left) {
		return
	}
	have := map[analysis32]int{}
	put := func(nodes []int32) int {
		ms := ch.nodesMorphs(nodes)
		key := pack32(ms)
		if k, ok := have[key]; ok {
			return k
		}
		k := len(ch.cands)
		have[key] = k
		ch.cands = append(ch.cands, candidate{parts: ch.partsOf(ms), bias: biasOf(ms), an: -1, morphs: key, spans: ch.spans(nodes)})
		return k
	}
	var sum float64
	var costs []float64
	var ks []int
	least := int32(math.MaxInt32)
	n, slack := maxCandidates, int32(latticeSlack)
	if t.total >= rivalMade {
		n, slack = rivalWays, rivalSlack
	}
	likeliest := int32(-1)
	rivals := rivals{ch: ch, total: t.total, likeliest: unknownBase, begun: map[uint32]int{}}
	if len(t.list) > 0 {
		likeliest = ch.c.analyses[t.likeliest()].at(0)
		if item := ch.f.x.itemOf[likeliest]; item >= 0 {
			rivals.likeliest = uint32(item)
		}
	}
	ways := 0
	ch.f.lat.NBest(n, slack, func(nodes []int32, cost int32) bool {
		least = min(least, cost)
		if ways++; ways > maxCandidates || cost-least > latticeSlack {
			if rivals.far(ch.nodesMorphs(nodes)) {
				ch.cands[put(nodes)].rival = true
			}
			return true
		}
		p := math.Exp(-float64(cost-least) / lattice.Scale)
		k := put(nodes)
		c := &ch.cands[k]
		if ms := unpack32(c.morphs); c.parts.Verb || rivals.asked(ms) {
			c.rival = c.rival || rivals.near(ms)
		}
		ks = append(ks, k)
		costs = append(costs, p)
		sum += p
		return true
	})
	for i, k := range ks {
		c := &ch.cands[k]
		c.lat += float32(costs[i] / sum)
		if !c.parts.Verb && c.lat > rivalShare {
			c.rival = c.rival || rivals.near(unpack32(c.morphs))
		}
	}
	for j, n := range t.list {
		an := ch.c.analyses[n]
		another := t.counts[j] >= rivalSeen && an.at(0) != likeliest // it may be rare, but is another word
		if !another && (t.counts[j] < 2 && len(ks) > 0 && t.total > 3 || t.counts[j] < .0005*t.total) {
			// seen once among many: only if the lattice has it too
			if p := ch.f.path(an); p != nil {
				if k, ok := have[pack32(ch.nodesMorphs(p))]; ok {
					ch.cands[k].count += float32(t.counts[j])
					ch.cands[k].an = n
				}
			}
			continue
		}
		if p := ch.f.path(an); p != nil {
			c := &ch.cands[put(p)]
			c.count += float32(t.counts[j])
			c.an = n
			c.rival = c.rival || another && ch.isRival(unpack32(c.morphs))
		}
	}
}

// biasBits is the size of the numbers of biases, which stand behind those of all other features and come not into the model.
const biasBits = 23

// biasOf gives the number of the feature that an analysis is this one.
func biasOf(ms []uint32) uint32 {
	h := uint32(17)
	for _, m := range ms {
		h = choose.Mix(h, m+1)
	}
	return 1<<choose.Bits | h&(1<<biasBits-1)
}

// prior is the share of a candidate among those of its type.
func prior(c *candidate, total, left float64) float64 {
	p := (math.Max(0, float64(c.count)-left) + kappa*float64(c.lat) + 1e-3) / (math.Max(0, total) + kappa)
	if c.rival {
		p = math.Max(p, leastRivalPrior)
	}
	return p
}

func (ch *chooser) view(k int32, t *token) choose.View {
	return ch.cands[k].parts.View(t.spaced)
}

// views gives what each token of a sentence shows: with the gold analysis where there is one, and with the likeliest.
func (ch *chooser) views(s *sentence, gold, likely []choose.View, golds []int32) ([]choose.View, []choose.View, []int32) {
	gold, likely, golds = gold[:0], likely[:0], golds[:0]
	for i := s.from; i < s.to; i++ {
		t := &ch.c.tokens[i]
		if t.typ < 0 {
			v := choose.Mark(t.kind, ch.c.others[-1-t.typ], t.spaced)
			gold, likely, golds = append(gold, v), append(likely, v), append(golds, -1)
			continue
		}
		if ch.from[t.typ] == ch.from[t.typ+1] {
			v := choose.View{First: 5, Last: 5, Head: 254, Tail: 254, Spaced: t.spaced}
			gold, likely, golds = append(gold, v), append(likely, v), append(golds, -1)
			continue
		}
		l := ch.view(ch.best[t.typ], t)
		g, found := l, ch.goldOf(i)
		if found >= 0 {
			g = ch.view(found, t)
		}
		gold, likely, golds = append(gold, g), append(likely, l), append(golds, found)
	}
	return gold, likely, golds
}

// goldOf gives the candidate of a token that is right by what people have said, or else by its label; -1 if that is not known.
func (ch *chooser) goldOf(i int32) int32 {
	t := &ch.c.tokens[i]
	if t.sure {
		if k, ok := ch.mended[i]; ok {
			return k
		}
	}
	if t.gold < 0 {
		return -1
	}
	return ch.candidateOf(t.typ, t.gold)
}

// candidateOf gives the candidate of a type that is an analysis of the labels, -1 if none is.
func (ch *chooser) candidateOf(typ, an int32) int32 {
	for k := ch.from[typ]; k < ch.from[typ+1]; k++ {
		if ch.cands[k].an == an {
			return k
		}
	}
	return -1
}

func at(v []choose.View, i int) *choose.View {
	if i < 0 || i >= len(v) {
		return &choose.Boundary
	}
	return &v[i]
}

func (ch *chooser) weight(i uint32) float64 {
	z := ch.z[i]
	if z > -ch.l1 && z < ch.l1 {
		return 0
	}
	if ch.means != nil {
		return float64(ch.means[i])
	}
	s := float32(1)
	if z < 0 {
		s = -1
	}
	return float64(-(z - s*ch.l1) * ch.alpha / (1 + float32(math.Sqrt(float64(ch.n[i])))))
}

func (ch *chooser) train(epochs int) {
	order := make([]int, len(ch.c.sentences))
	for i := range order {
		order[i] = i
	}
	ch.contrasts = ch.newContrasts()
	ch.standIns = ch.newStandIns()
	var gold, likely []choose.View
	var golds []int32
	var ctx choose.Context
	var weighed weighing
	for epoch := range epochs {
		shuffle(order, uint64(epoch+77))
		if epoch == epochs-1 {
			ch.mean = newMean(len(ch.z))
		}
		var loss, right, total float64
		for _, si := range order {
			s := &ch.c.sentences[si]
			if s.heldOut {
				continue
			}
			w := float64(s.lesson)
			if w == 0 {
				continue
			}
			ch.company.use, ch.v.use = without(si), without(si)
			gold, likely, golds = ch.views(s, gold, likely, golds)
			follow := likely // as the first look sees what follows
			if (si+epoch)%2 == 0 {
				follow = gold // as the second does
			}
			for i := range gold {
				t := &ch.c.tokens[int(s.from)+i]
				if golds[i] < 0 {
					continue
				}
				// a doubtful label says only that it is one of several readings
				doubt := ch.doubts[golds[i]]
				vague := doubt != 0 && !t.sure
				w := w
				switch {
				case t.sure && s.source == treebank:
					w *= treebankLesson
				case t.sure:
					w *= sureLesson
				}
				from, to := ch.from[t.typ], ch.from[t.typ+1]
				ctx.Set(gold[:i], at(follow, i+1), at(follow, i+2), t.spaced)
				here := place{&ctx, gold[:i], likely, at(follow, i+1), i}
				ch.contrast(&ctx, t, golds[i], w)
				if doubt == 0 || t.sure {
					ch.standIn(t.typ, golds[i], &here, float64(s.lesson))
				}
				if to-from < 2 {
					continue
				}
				typ := &ch.c.types[t.typ]
				weighed.set(ch, t.typ, &here, true, func(k int32) float64 {
					left := 0.0
					if k == golds[i] && ch.cands[k].an == t.gold {
						left = float64(s.weight)
					}
					return math.Log(prior(&ch.cands[k], typ.total-float64(s.weight), left))
				})
				scores := weighed.scores
				sum := weighed.shares()
				group := 0.0
				for k := range scores {
					if vague && ch.doubts[from+int32(k)] == doubt {
						group += scores[k]
					}
				}
				if vague && group > .9999 {
					continue
				}
				total++
				if ch.mean != nil {
					ch.mean.steps++
				}
				done := 0
				for k, p := range scores {
					grad := p
					switch {
					case vague && ch.doubts[from+int32(k)] == doubt:
						grad = p - p/group
					case from+int32(k) == golds[i]:
						grad = p - 1
						loss -= math.Log(p)
						if p*sum > 1-1e-9 {
							right++
						}
					}
					grad *= w
					if math.Abs(grad) > 1e-4 {
						ch.move(weighed.feats[done:weighed.ends[k]], float32(grad))
					}
					done = weighed.ends[k]
				}
			}
		}
		fmt.Printf("chooser epoch %d: loss %.4f right %.4f of %.0f\n", epoch, loss/total, right/total, total)
		ch.company.use, ch.v.use = 0, 0
		fmt.Println("lessons of stand-ins", ch.standIns.lessons)
		ch.evaluate()
		ch.evaluateHeads()
	}
	ch.means = ch.mean.take(ch.weight)
	ch.mean = nil
	fmt.Println("chooser, means of the last epoch")
	ch.evaluate()
	ch.evaluateHeads()
	nonzero := 0
	for i := range ch.z {
		if ch.weight(uint32(i)) != 0 {
			nonzero++
		}
	}
	fmt.Println("weights", nonzero)
}

// evaluate counts how many pieces of the held-out lines get the analysis of their label.
func (ch *chooser) evaluate() {
	var pieces, right, prior1, seen [4]float64
	var gold, likely []choose.View
	var golds []int32
	var out []choose.View
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if !s.heldOut {
			continue
		}
		gold, likely, golds = ch.views(s, gold, likely, golds)
		out = append(out[:0], likely...)
		for i := range gold {
			t := &ch.c.tokens[int(s.from)+i]
			if t.typ < 0 {
				continue
			}
			k := ch.choose(out, likely, i, t)
			if k >= 0 {
				out[i] = ch.view(k, t)
			}
			if t.gold < 0 {
				continue
			}
			pieces[s.source]++
			if ch.c.types[t.typ].total > 0 {
				seen[s.source]++
			}
			if k >= 0 && ch.equal(k, t.gold) {
				right[s.source]++
			}
			if k >= 0 && ch.equal(ch.best[t.typ], t.gold) {
				prior1[s.source]++
			}
		}
	}
	for i, name := range []string{"dictionary", "reviews", "modern"} {
		fmt.Printf("held out %s: pieces %.0f seen %.4f likeliest %.4f chosen %.4f\n", name, pieces[i], seen[i]/pieces[i], prior1[i]/pieces[i], right[i]/pieces[i])
	}
}

// equal compares a candidate with a label, by the form and tag of its morphemes.
func (ch *chooser) equal(k, gold int32) bool {
	an := ch.c.analyses[gold]
	ms := analysis(ch.cands[k].morphs)
	if ms.len() != an.len() {
		return false
	}
	for i := range an.len() {
		m := uint32(ms.at(i))
		g := ch.c.vocab.list[an.at(i)]
		if m >= unknownBase {
			if tokenize.Tag(ch.tag(m)) != g.tag || ch.f.x.itemOf[an.at(i)] >= 0 {
				return false
			}
			continue
		}
		if ch.f.x.items[m].morphs[0] != an.at(i) {
			return false
		}
	}
	return true
}

// choose gives the best candidate of a token.
func (ch *chooser) choose(out, likely []choose.View, i int, t *token) int32 {
	from, to := ch.from[t.typ], ch.from[t.typ+1]
	if to-from < 2 {
		if to == from {
			return -1
		}
		return from
	}
	var ctx choose.Context
	ctx.Set(out[:i], at(likely, i+1), at(likely, i+2), t.spaced)
	var weighed weighing
	weighed.set(ch, t.typ, &place{&ctx, out[:i], likely, at(likely, i+1), i}, true, func(k int32) float64 {
		return math.Log(prior(&ch.cands[k], ch.c.types[t.typ].total, 0))
	})
	best := 0
	for k, score := range weighed.scores {
		if score > weighed.scores[best] {
			best = k
		}
	}
	return from + int32(best)
}

// partsOf gives the parts of an analysis, to which it is all the same whether an unknown word is listed.
func (ch *chooser) partsOf(ms []uint32) choose.Parts {
	plain := make([]uint32, len(ms))
	for i, m := range ms {
		plain[i] = model.Plain(m)
	}
	return choose.PartsOf(plain, ch)
}

// groups appends, for each of the candidates of a type, the first that keeps the same company, as package tokenize finds it; differ
// tells whether there are two that do not.
func (ch *chooser) groups(dst []int32, from, to int32) (groups []int32, differ bool) {
	start := len(dst)
	for k := from; k < to; k++ {
		c := &ch.cands[k]
		g := k - from
		for j := from; j < k; j++ {
			of := dst[start+int(j-from)]
			if of == j-from && choose.SameCompany(&ch.cands[j].parts, &c.parts) || !c.parts.KeepsCompany() && ch.alike(&ch.cands[j], c) {
				g = of
				break
			}
		}
		dst = append(dst, g)
		differ = differ || g > 0
	}
	return dst, differ
}

// alike tells whether the first morphemes of two candidates have the same form.
func (ch *chooser) alike(a, b *candidate) bool {
	x, y := uint32(analysis(a.morphs).at(0)), uint32(analysis(b.morphs).at(0))
	if x >= unknownBase || y >= unknownBase {
		return false
	}
	list := ch.c.vocab.list
	p, q := list[ch.f.x.items[x].morphs[0]], list[ch.f.x.items[y].morphs[0]]
	return p.form == q.form && predicate(p.tag) == predicate(q.tag)
}
