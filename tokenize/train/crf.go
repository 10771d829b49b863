package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"os"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
)

// crf learns the lattice's costs: a conditional random field over the ways through a piece, whose truth is how often
// each analysis of the type was seen. Its weights are log factors, the costs negated.
type crf struct {
	x       *lexicon
	lat     *lattice.Lattice
	classes int
	// weights, and for AdaGrad the sums of their squared gradients
	item, bigram, sound, unkLen, unkFirst, unkLast, rare layer
	listed                                               layer // by length: that the gazetteer lists an unknown word
	alpha, beta, score, gold                             []float64
	pairs                                                []pair
	goldEdges                                            map[edge]float64
	begins                                               []int32 // by node: another node with the same beginning
	byBegin                                              []int32 // by place: the last node that begins there
}

// edge is two neighbours on a way; b is -1 at the end.
type edge struct{ a, b int32 }

// pair is two nodes of which the second may follow the first, and the weight of their classes.
type pair struct {
	a, b int32
	s    float64
}

// zeros gives a slice of n zeros in the memory of s.
func zeros(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

type layer struct {
	w, g []float32
}

func newLayer(n int) layer { return layer{make([]float32, n), make([]float32, n)} }

// add moves weight i along its gradient.
func (l *layer) add(i int, grad, rate float64) {
	if grad == 0 {
		return
	}
	l.g[i] += float32(grad * grad)
	l.w[i] += float32(rate * grad / math.Sqrt(float64(l.g[i])+1))
}

// learn learns the costs, or takes them from a file, if it is named and exists; if it does not exist it is written.
func (x *lexicon) learn(file string) *crf {
	n := len(x.classes)
	f := &crf{x: x, lat: &lattice.Lattice{Lex: x.lex, P: x.params}, classes: n,
		item: newLayer(len(x.items)), bigram: newLayer(n * n), sound: newLayer(3 * n),
		unkLen: newLayer(len(x.unknown) * (lattice.MaxUnknown + 1)), unkFirst: newLayer(len(x.unknown) * 11172), unkLast: newLayer(len(x.unknown) * 11172), rare: newLayer(1), goldEdges: map[edge]float64{}, listed: newLayer(lattice.MaxUnknown + 1)}
	if file != "" {
		if b, err := os.ReadFile(file); err == nil {
			f.decode(b)
			f.store()
			return f
		}
	}
	f.start()
	f.learn(f.types(), 4, 1, .5)
	f.store()
	f.report()
	if file != "" {
		must(os.WriteFile(file, f.encode(), 0o644))
	}
	return f
}

// without does something while the lexicon lacks a morpheme.
func (f *crf) without(morph int32, do func()) {
	if morph == noMorph {
		do()
		return
	}
	x := f.x
	item := x.itemOf[morph]
	x.itemOf[morph], f.lat.Own = -1, map[string]int32{x.c.vocab.list[morph].form: lattice.Hidden}
	do()
	x.itemOf[morph], f.lat.Own = item, nil
}

// types makes each type that was seen a lesson.
func (f *crf) types() (lessons []lesson) {
	for i := range f.x.c.types {
		if t := &f.x.c.types[i]; t.total > 0 {
			lessons = append(lessons, lesson{t: t, hidden: noMorph})
		}
	}
	return lessons
}

// learn goes through lessons so many times, in orders that a seed decides, and moves the costs, at a rate that falls.
func (f *crf) learn(lessons []lesson, epochs int, seed uint64, rate float64) {
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		shuffle(order, seed+uint64(epoch))
		rate := rate * (1 - float64(epoch)/float64(epochs))
		var loss, weight, none float64
		for _, i := range order {
			t := lessons[i].t
			if len(t.surface) > 3*24 {
				continue
			}
			w := 1 + math.Log(t.total)
			f.without(lessons[i].hidden, func() {
				l, ok := f.update(t, w, rate)
				if !ok {
					none++
					return
				}
				loss += l * w
				weight += w
			})
		}
		fmt.Printf("costs: loss %.4f, surfaces without a way %.0f of %d\n", loss/weight, none, len(order))
	}
}

// layers are the weights that encode and decode keep.
func (f *crf) layers() []*layer {
	return []*layer{&f.item, &f.bigram, &f.sound, &f.unkLen, &f.unkFirst, &f.unkLast, &f.rare}
}

func (f *crf) encode() (b []byte) {
	for _, l := range f.layers() {
		for _, w := range l.w {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
		}
		for _, g := range l.g {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(g))
		}
	}
	return b
}

func (f *crf) decode(b []byte) {
	n := 0
	for _, l := range f.layers() {
		n += 8 * len(l.w)
	}
	if len(b) != n {
		log.Fatalf("the file of costs has %d bytes, not %d: it is of other data", len(b), n)
	}
	for _, l := range f.layers() {
		for _, floats := range [][]float32{l.w, l.g} {
			for i := range floats {
				floats[i] = math.Float32frombits(binary.LittleEndian.Uint32(b))
				b = b[4:]
			}
		}
	}
}

func shuffle(a []int, seed uint64) {
	r := random(seed)
	for i := len(a) - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		a[i], a[j] = a[j], a[i]
	}
}

// start sets the weights to log relative frequencies, from which learning begins.
func (f *crf) start() {
	c := f.x.c
	perClass := make([]float64, f.classes)
	for _, it := range f.x.items {
		perClass[it.left] += it.count
	}
	for i, it := range f.x.items {
		f.item.w[i] = float32(math.Log(it.count / perClass[it.left]))
	}
	pair := make([]float64, f.classes*f.classes)
	for i := range c.types {
		t := &c.types[i]
		for j, n := range t.list {
			an := c.analyses[n]
			w := math.Min(t.counts[j], 1+math.Log(t.counts[j]))
			prev := int(t.left)
			for k := range an.len() {
				cls := int(f.x.class[an.at(k)])
				pair[prev*f.classes+cls] += w
				prev = cls
			}
			pair[prev*f.classes+f.x.end] += w
		}
	}
	colTotal := make([]float64, f.classes)
	total := 0.0
	for a := range f.classes {
		for b := range f.classes {
			colTotal[b] += pair[a*f.classes+b]
			total += pair[a*f.classes+b]
		}
	}
	for a := range f.classes {
		row := 0.0
		for b := range f.classes {
			row += pair[a*f.classes+b]
		}
		for b := range f.classes {
			p := (pair[a*f.classes+b] + 20*(colTotal[b]+1)/(total+float64(f.classes))) / (row + 20)
			f.bigram.w[a*f.classes+b] = float32(math.Max(math.Log(p), -14))
		}
	}
	for k := range f.x.unknown {
		for length := 1; length <= lattice.MaxUnknown; length++ {
			f.unkLen.w[k*(lattice.MaxUnknown+1)+length] = -2
		}
		for a := range f.classes {
			f.bigram.w[a*f.classes+int(f.x.unknown[k].Left)] = f.bigram.w[a*f.classes+int(f.x.class[f.noun()])]
			f.bigram.w[int(f.x.unknown[k].Left)*f.classes+a] = f.bigram.w[int(f.x.class[f.noun()])*f.classes+a]
		}
	}
	f.rare.w[0] = -2
}

// noun gives a morpheme of the plain class of nouns.
func (f *crf) noun() int {
	for i := range f.x.c.vocab.list {
		if f.x.classes[f.x.class[i]] == "NNG" {
			return i
		}
	}
	return 0
}

// node gives a node's own score and, with grad, moves its weights.
func (f *crf) node(n *lattice.Node) float64 {
	switch n.Kind {
	case lattice.KindStart:
		return 0
	case lattice.KindUnknown:
		k := int(n.Item)
		length, first, last := f.unknown(n)
		sound := f.sound.w[int(n.Left)*3+int(f.lat.SoundAt(n.Begin))]
		score := -f.chars(n) + float64(f.unkLen.w[k*(lattice.MaxUnknown+1)+length]+f.unkFirst.w[k*11172+first]+f.unkLast.w[k*11172+last]+sound)
		if listed := float64(f.listed.w[length] + sound); n.Flags&lattice.FlagListed != 0 {
			return min(listed, score+lattice.MostListed/lattice.Scale)
		}
		return score
	}
	s := f.item.w[n.Item]
	if n.Flags&lattice.FlagRare != 0 {
		s += f.rare.w[0]
	}
	if n.Begin > 0 {
		s += f.sound.w[int(n.Left)*3+int(f.lat.SoundAt(n.Begin))]
	}
	return float64(s)
}

func (f *crf) unknown(n *lattice.Node) (length, first, last int) {
	u := f.lat.Units()
	at := n.Begin
	for p := n.Begin; p < n.End; p++ {
		if !conj.IsCoda(u[p]) {
			length++
			at = p
		}
	}
	return length, f.lat.Syllable(n.Begin), f.lat.Syllable(at)
}

// chars gives what the syllables of an unknown word cost, in nats.
func (f *crf) chars(n *lattice.Node) float64 {
	u := f.lat.Units()
	before, cost := lattice.Edge, 0
	for p := n.Begin; p < n.End; p++ {
		if !conj.IsCoda(u[p]) {
			s := f.lat.Syllable(p)
			cost += int(f.x.params.Chars[lattice.CharPair(before, s)])
			before = s
		}
	}
	cost += int(f.x.params.Chars[lattice.CharPair(before, lattice.Edge)])
	return float64(cost) * 16 / lattice.Scale
}

// learnChars fills the table of neighbouring syllables within nouns, each noun counted by the logarithm of its
// frequency: what it is for are words that were never seen.
func (x *lexicon) learnChars() {
	pair := make([]float64, lattice.CharPairs)
	single := make([]float64, lattice.Edge+1)
	before := make([]float64, lattice.Edge+1)
	total := 0.0
	each := func(s string, f func(a, b int)) {
		a := lattice.Edge
		for _, r := range s {
			if !conj.IsSyllable(r) {
				return
			}
			f(a, int(r-0xAC00))
			a = int(r - 0xAC00)
		}
		f(a, lattice.Edge)
	}
	for i, m := range x.c.vocab.list {
		if (m.tag == tokenize.NNG || m.tag == tokenize.NNP) && x.c.vocab.count[i] > 0 {
			w := 1 + math.Log(x.c.vocab.count[i])
			each(m.form, func(a, b int) {
				pair[lattice.CharPair(a, b)] += w
				single[b] += w
				before[a] += w
				total += w
			})
		}
	}
	const backoff = 20
	for a := range lattice.Edge + 1 {
		if before[a] == 0 && a != lattice.Edge {
			continue
		}
		for b := range lattice.Edge + 1 {
			i := lattice.CharPair(a, b)
			if pair[i] == 0 && x.params.Chars[i] != 0 {
				continue
			}
			p := (pair[i] + backoff*(single[b]+.1)/(total+1200)) / (before[a] + backoff)
			c := -math.Log(p) * lattice.Scale / 16
			v := uint8(math.Max(1, math.Min(255, math.Round(c))))
			if x.params.Chars[i] == 0 || v > x.params.Chars[i] && pair[i] == 0 {
				x.params.Chars[i] = v
			}
		}
	}
	for i, v := range x.params.Chars {
		if v == 0 {
			x.params.Chars[i] = 200
		}
	}
	// a pair that was seen has its place to itself: whoever shares it pays as little
	for i, m := range x.c.vocab.list {
		if (m.tag == tokenize.NNG || m.tag == tokenize.NNP) && x.c.vocab.count[i] > 0 {
			each(m.form, func(a, b int) {
				i := lattice.CharPair(a, b)
				p := (pair[i] + backoff*(single[b]+.1)/(total+1200)) / (before[a] + backoff)
				x.params.Chars[i] = uint8(math.Max(1, math.Min(255, math.Round(-math.Log(p)*lattice.Scale/16))))
			})
		}
	}
}

func (f *crf) move(n *lattice.Node, grad, rate float64) {
	if n.Kind == lattice.KindStart || grad == 0 {
		return
	}
	if n.Begin > 0 {
		f.sound.add(int(n.Left)*3+int(f.lat.SoundAt(n.Begin)), grad, rate)
	}
	if n.Kind == lattice.KindUnknown {
		k := int(n.Item)
		length, first, last := f.unknown(n)
		if n.Flags&lattice.FlagListed != 0 {
			f.listed.add(length, grad, rate)
			return // of what it has letters for, nothing is to be learned
		}
		f.unkLen.add(k*(lattice.MaxUnknown+1)+length, grad, rate)
		f.unkFirst.add(k*11172+first, grad, rate)
		f.unkLast.add(k*11172+last, grad, rate)
		return
	}
	f.item.add(int(n.Item), grad, rate)
	if n.Flags&lattice.FlagRare != 0 {
		f.rare.add(0, grad, rate)
	}
}

// path finds the nodes of an analysis, first to last.
func (f *crf) path(an analysis) []int32 {
	nodes := f.lat.Nodes
	f.byBegin, f.begins = f.byBegin[:0], f.begins[:0]
	for range len(f.lat.Units()) + 1 {
		f.byBegin = append(f.byBegin, -1)
	}
	for i := range nodes {
		if nodes[i].Kind == lattice.KindStart {
			f.begins = append(f.begins, -1)
			continue
		}
		f.begins = append(f.begins, f.byBegin[nodes[i].Begin])
		f.byBegin[nodes[i].Begin] = int32(i)
	}
	end := int32(len(f.lat.Units()))
	var walk func(k int, pos, prev int32) []int32
	walk = func(k int, pos, prev int32) []int32 {
		if k == an.len() {
			if pos == end && lattice.Final(&nodes[prev]) {
				return []int32{}
			}
			return nil
		}
		for i := f.byBegin[pos]; i >= 0; i = f.begins[i] {
			n := &nodes[i]
			if i <= prev || !lattice.Follows(&nodes[prev], n) {
				continue
			}
			step := f.matches(n, an, k)
			if step == 0 {
				continue
			}
			if rest := walk(k+step, n.End, i); rest != nil {
				return append([]int32{i}, rest...)
			}
		}
		return nil
	}
	return walk(0, 0, 0)
}

// matches tells how many morphemes of an analysis, from k on, a node stands for; 0 if it does not.
func (f *crf) matches(n *lattice.Node, an analysis, k int) int {
	if k >= an.len() {
		return 0
	}
	if n.Kind == lattice.KindUnknown {
		m := f.x.c.vocab.list[an.at(k)]
		if f.x.itemOf[an.at(k)] >= 0 || uint32(m.tag) != f.x.unknown[n.Item].Item || m.form != f.surface(n) {
			return 0
		}
		return 1
	}
	ms := f.x.items[n.Item].morphs
	if k+len(ms) > an.len() {
		return 0
	}
	for i, m := range ms {
		if an.at(k+i) != m {
			return 0
		}
	}
	return len(ms)
}

func (f *crf) surface(n *lattice.Node) string {
	var b []rune
	for p := n.Begin; p < n.End; p++ {
		if !conj.IsCoda(f.lat.Units()[p]) {
			b = append(b, rune(0xAC00+f.lat.Syllable(p)))
		}
	}
	return string(b)
}

// update moves the weights by one type and gives its loss.
func (f *crf) update(t *pieceType, weight, rate float64) (loss float64, ok bool) {
	if !f.lat.Set(t.surface, t.left) {
		return 0, false
	}
	nodes := f.lat.Nodes
	f.gold = zeros(f.gold, len(nodes))
	clear(f.goldEdges)
	goldPairs := f.goldEdges
	var total float64
	for j, a := range t.list {
		if t.counts[j] < .02*t.total {
			continue
		}
		p := f.path(f.x.c.analyses[a])
		if p == nil {
			continue
		}
		total += t.counts[j]
		prev := int32(0)
		for _, i := range p {
			f.gold[i] += t.counts[j]
			goldPairs[edge{prev, i}] += t.counts[j]
			prev = i
		}
		goldPairs[edge{prev, -1}] += t.counts[j]
	}
	if total == 0 {
		return 0, false
	}
	// forward
	n := len(nodes)
	f.alpha, f.beta, f.score = zeros(f.alpha, n), zeros(f.beta, n), zeros(f.score, n)
	score, pairs := f.score, f.pairs[:0]
	for i := 1; i < n; i++ {
		nd := &nodes[i]
		score[i] = f.node(nd)
		from := len(pairs)
		for j := f.lat.EndsAt(nd.Begin); j >= 0; j = f.lat.Next(j) {
			if j < int32(i) && lattice.Follows(&nodes[j], nd) {
				pairs = append(pairs, pair{j, int32(i), float64(f.bigram.w[int(nodes[j].Right)*f.classes+int(nd.Left)])})
			}
		}
		m := math.Inf(-1)
		for _, p := range pairs[from:] {
			m = math.Max(m, f.alpha[p.a]+p.s)
		}
		sum := 0.0
		for _, p := range pairs[from:] {
			sum += math.Exp(f.alpha[p.a] + p.s - m)
		}
		f.alpha[i] = m + math.Log(sum) + score[i]
	}
	f.pairs = pairs
	end := int32(len(f.lat.Units()))
	z := math.Inf(-1)
	for i := range f.beta {
		f.beta[i] = math.Inf(-1)
	}
	for i := f.lat.EndsAt(end); i >= 0; i = f.lat.Next(i) {
		if lattice.Final(&nodes[i]) {
			f.beta[i] = float64(f.bigram.w[int(nodes[i].Right)*f.classes+f.x.end])
			z = logAdd(z, f.alpha[i]+f.beta[i])
		}
	}
	for k := len(pairs) - 1; k >= 0; k-- {
		p := pairs[k]
		f.beta[p.a] = logAdd(f.beta[p.a], p.s+score[p.b]+f.beta[p.b])
	}
	// loss: log z - expected score of gold
	goldScore := 0.0
	for e, w := range goldPairs {
		if e.b < 0 {
			goldScore += w / total * float64(f.bigram.w[int(nodes[e.a].Right)*f.classes+f.x.end])
		} else {
			goldScore += w / total * (float64(f.bigram.w[int(nodes[e.a].Right)*f.classes+int(nodes[e.b].Left)]) + score[e.b])
		}
	}
	loss = z - goldScore
	for _, p := range pairs {
		prob := math.Exp(f.alpha[p.a] + p.s + score[p.b] + f.beta[p.b] - z)
		grad := (goldPairs[edge{p.a, p.b}]/total - prob) * weight
		if math.Abs(grad) > 1e-5 {
			f.bigram.add(int(nodes[p.a].Right)*f.classes+int(nodes[p.b].Left), grad, rate)
		}
	}
	for i := f.lat.EndsAt(end); i >= 0; i = f.lat.Next(i) {
		if lattice.Final(&nodes[i]) {
			prob := math.Exp(f.alpha[i] + f.beta[i] - z)
			f.bigram.add(int(nodes[i].Right)*f.classes+f.x.end, (goldPairs[edge{i, -1}]/total-prob)*weight, rate)
		}
	}
	for i := 1; i < n; i++ {
		grad := (f.gold[i]/total - math.Exp(f.alpha[i]+f.beta[i]-z)) * weight
		if math.Abs(grad) > 1e-5 {
			f.move(&nodes[i], grad, rate)
		}
	}
	return loss, true
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// store writes the weights where the lattice reads them.
func (f *crf) store() {
	p := f.x.params
	cost := func(w float32) uint16 {
		v := math.Round(-float64(w) * lattice.Scale)
		return uint16(int16(math.Max(-32000, math.Min(32000, v))))
	}
	put := func(dst []byte, w []float32) {
		for i, v := range w {
			binary.LittleEndian.PutUint16(dst[2*i:], cost(v))
		}
	}
	n := p.Classes
	for i, v := range f.bigram.w { // of the right class of the left item and the left class of the right one
		right, left := i/n, i%n
		binary.LittleEndian.PutUint16(p.Bigram[2*(left*n+right):], cost(v))
	}
	put(p.Sound, f.sound.w)
	put(p.UnkLen, f.unkLen.w)
	if p.Listed != nil {
		put(p.Listed, f.listed.w)
	}
	small := func(dst []byte, w []float32) {
		for i, v := range w {
			dst[i] = uint8(int8(math.Max(-127, math.Min(127, math.Round(-float64(v)*lattice.Scale/lattice.EdgeUnit)))))
		}
	}
	small(p.UnkFirst, f.unkFirst.w)
	small(p.UnkLast, f.unkLast.w)
	p.Rare = int32(int16(cost(f.rare.w[0])))
	for i := range p.Empty {
		p.Empty[i].Cost = int16(cost(f.item.w[p.Empty[i].Item]))
	}
	for i := range uint32(len(f.x.lex.Entries) / lattice.EntrySize) {
		f.x.lex.SetCost(i, int16(cost(f.item.w[f.x.lex.Entry(i).Item])))
	}
	f.lat.Reset()
}

// report tells how often the lattice alone finds a type's analysis among its best, by type and by occurrence.
func (f *crf) report() {
	var types, first, among, tokens, firstT, amongT float64
	shown := 0
	for i := range f.x.c.types {
		t := &f.x.c.types[i]
		if t.total == 0 || i%50 != 0 {
			continue
		}
		types++
		tokens += t.total
		if !f.lat.Set(t.surface, t.left) {
			continue
		}
		gold := f.x.c.analyses[t.likeliest()]
		rank := 0
		top := ""
		f.lat.NBest(8, 8*lattice.Scale, func(nodes []int32, cost int32) bool {
			rank++
			if rank == 1 {
				for _, n := range nodes {
					top += f.nodeName(n) + " "
				}
			}
			if f.same(nodes, gold) {
				among++
				amongT += t.total
				if rank == 1 {
					first++
					firstT += t.total
				}
				return false
			}
			return true
		})
		if rank > 1 && shown < 60 {
			shown++
			fmt.Printf("%s gold %s got %s (rank %d)\n", t.surface, f.x.names(unpack(gold)), top, rank)
		}
	}
	fmt.Printf("types: first %.4f among 8 %.4f; occurrences: first %.4f among %.4f\n", first/types, among/types, firstT/tokens, amongT/tokens)
}

func unpack(a analysis) []int32 {
	var out []int32
	for i := range a.len() {
		out = append(out, a.at(i))
	}
	return out
}

func (f *crf) nodeName(i int32) string {
	n := &f.lat.Nodes[i]
	if n.Kind == lattice.KindUnknown {
		return f.surface(n) + "/?"
	}
	return f.x.names(f.x.items[n.Item].morphs)
}

// same tells whether a way is an analysis.
func (f *crf) same(nodes []int32, an analysis) bool {
	k := 0
	for _, i := range nodes {
		step := f.matches(&f.lat.Nodes[i], an, k)
		if step == 0 {
			return false
		}
		k += step
	}
	return k == an.len()
}
