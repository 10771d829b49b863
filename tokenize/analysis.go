package tokenize

import (
	"math"
	"slices"
	"sync"
	"unsafe"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
)

// part is a morpheme of an analysis: its number and the bytes of the surface that it covers.
type part struct {
	morph      uint32
	start, end uint16
}

// entry is what is known of a surface: its analyses, the likeliest first. Entries and candidates are small so that many
// stay in the cache; what they hold is in an arena, the lengths of it here.
type entry struct {
	hash    uint64
	size    uint16 // of the surface, in bytes
	left    uint8
	n       uint8 // of candidates
	text    *byte
	first   *candidate
	arena   *arena
	same    choose.Same
	words   *entry // of the surface's words, one behind the other, where it is taken apart
	nWords  uint16
	guessed bool // the table does not have it
	twins   bool // two of its analyses are twins
	differs bool // its analyses differ in what company they keep
	paired  bool // there is a pair among them
}

func (e *entry) surface() string    { return unsafe.String(e.text, int(e.size)) }
func (e *entry) cands() []candidate { return unsafe.Slice(e.first, int(e.n)) }

// candidate is one of a surface's analyses, a line of the cache.
type candidate struct {
	parts choose.Parts
	cost  int16  // in 1/32 nat: how rare it is among the analyses of the surface
	n     uint16 // of morphemes
	size  uint16 // of line, in bytes; 0 if it is not remembered
	set   Tagset // of line
	group uint8  // the first analysis that keeps the same company
	pair  int16  // of the first analysis of its group and the first of all, see choose.Beside.Pair
	first *part
	line  *byte // as AppendLine prints it, once it was
}

func (c *candidate) morph() []part   { return unsafe.Slice(c.first, int(c.n)) }
func (c *candidate) printed() string { return unsafe.String(c.line, int(c.size)) }

// The lattice's opinion of analyses that the table does not hold.
const (
	// maxWays and waySlack bound the ways through the lattice that are judged by what stands side by side in them, and
	// maxCandidates and latticeSlack those that are then left for the neighbours to decide.
	maxWays       = 6
	waySlack      = 4 * lattice.Scale
	maxCandidates = 6
	latticeSlack  = 3 * lattice.Scale
	// maxNBest bounds the syllables of a surface for which more than the best analysis is looked for.
	maxNBest = 60
	// maxRun is how many syllables the lattice takes at once; longer runs are cut, so that memory stays bounded.
	maxRun = 1024
)

// resources are the parts of the model that a worker reads.
type resources struct {
	file    *model.File
	morphs  model.MorphTable
	pool    string
	items   int // number of morphemes; items from there on are contractions
	lex     lattice.Lexicon
	params  lattice.Params
	valence choose.Valence
	company choose.Company
	beside  choose.Beside

	particles func() particles // made when they are first asked for
}

func newResources(f *model.File) *resources {
	r := &resources{file: f, morphs: model.MorphTable(f.String(model.Morphs)), pool: f.String(model.Pool)}
	r.items = r.morphs.Len()
	r.lex = lattice.Lexicon{Trie: f.Bytes(model.Trie), Entries: f.Bytes(model.Entries)}
	meta := f.String(model.Meta)
	r.params = lattice.Params{
		Classes: int(number(meta, 0)), End: int(number(meta, 1)), Rare: int32(number(meta, 2)),
		Bigram: f.Bytes(model.Bigram), Sound: f.Bytes(model.Sound), Empty: entries(f.Bytes(model.Empty)), Unknown: entries(f.Bytes(model.Unknown)),
		UnkLen: f.Bytes(model.UnkLen), UnkFirst: f.Bytes(model.UnkFirst), UnkLast: f.Bytes(model.UnkLast), Chars: f.Bytes(model.Chars),
		Names: f.Bytes(model.Names), Listed: f.Bytes(model.Listed), Gazetteer: f.Gazetteer(),
	}
	r.params.NameClass = slices.IndexFunc(r.params.Unknown, func(e lattice.Entry) bool { return Tag(e.Item) == NNP })
	r.valence = choose.NewValence(f)
	r.company = choose.NewCompany(f, len(f.String(model.Nouns))/choose.Dim)
	r.beside = choose.NewBeside(f)
	r.particles = sync.OnceValue(func() particles { return particlesOf(r) })
	return r
}

// Tag, Kind and Row make resources what choose.PartsOf asks.
func (r *resources) Tag(morph uint32) uint8 { return r.tag(morph) }

// Kind: see Tag.
func (r *resources) Kind(morph uint32) choose.Kind {
	if morph >= model.UnknownBase {
		return choose.NounKind
	}
	return choose.Kind(r.morphs.Kind(morph))
}

// Row: see Tag.
func (r *resources) Row(morph uint32) int32 {
	if morph >= model.UnknownBase {
		return 0
	}
	return int32(r.morphs.Row(morph))
}

func entries(b []byte) []lattice.Entry {
	l := lattice.Lexicon{Entries: b}
	out := make([]lattice.Entry, len(b)/lattice.EntrySize)
	for i := range out {
		out[i] = l.Entry(uint32(i))
	}
	return out
}

func number(s string, i int) uint32 {
	i *= 4
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func (r *resources) tag(morph uint32) uint8 {
	if morph >= model.UnknownBase {
		return model.UnknownTag(morph)
	}
	return r.morphs.Tag(morph)
}

// form gives a morpheme's form and dictionary form. surface is what it covers, which is the form of an unknown one.
func (r *resources) form(morph uint32, surface string) (form, lemma string, source Source) {
	if morph >= model.UnknownBase {
		return surface, surface, Unknown
	}
	at, n := r.morphs.Form(morph)
	form = r.pool[at : at+n]
	if r.morphs.Followed(morph) {
		return form, r.pool[at : at+n+len("다")], Lexicon
	}
	return form, form, Lexicon
}

// known gives the form of a morpheme, nothing of one that the model lacks.
func (r *resources) known(morph uint32) string {
	form, _, _ := r.form(morph, "")
	return form
}

func (r *resources) irregular(morph uint32) bool {
	return morph < model.UnknownBase && r.morphs.Irregular(morph)
}

// lookUp gives the analyses that the table holds of a surface, in the young generation's memory; nil where it holds none.
func (w *Worker) lookUp(hash uint64, surface string, left uint8) *entry {
	found, ok := w.r.file.Find(hash)
	if !ok {
		return nil
	}
	a := &w.known.young.arena
	cands := w.fromTable(a, &found, surface)
	if cands == nil {
		return nil
	}
	return w.newEntry(a, hash, surface, left, cands, false)
}

// guess gives the analyses that the lattice finds of a surface, in an arena's memory.
func (w *Worker) guess(a *arena, hash uint64, surface string, left uint8) *entry {
	cands := w.fromLattice(a, surface, left)
	e := w.newEntry(a, hash, surface, left, cands, true)
	w.setWords(a, e)
	return e
}

func (w *Worker) newEntry(a *arena, hash uint64, surface string, left uint8, cands []candidate, guessed bool) *entry {
	e := a.entry()
	e.hash, e.left, e.guessed = hash, left, guessed
	e.text, e.size = a.text(bytesOf(surface)), uint16(len(surface))
	w.setCandidates(a, e, cands)
	return e
}

// setCandidates gives an entry its analyses, and tells what they have to do with each other.
func (w *Worker) setCandidates(a *arena, e *entry, cands []candidate) {
	e.first, e.n, e.arena = &cands[0], uint8(len(cands)), a
	e.same, e.twins, e.differs, e.paired, e.words, e.nWords = choose.AllSame, false, false, false, nil, 0
	for i := range cands {
		w.ids = w.ids[:0]
		for _, p := range cands[i].morph() {
			w.ids = append(w.ids, model.Plain(p.morph))
		}
		cands[i].parts.Set(w.ids, w.r)
		if i > 0 {
			e.same.Compare(&cands[0].parts, &cands[i].parts)
		}
		for j := range cands[:i] {
			e.twins = e.twins || cands[j].parts.Twin(&cands[i].parts)
		}
		c := &cands[i]
		switch c.group = w.group(cands[:i+1]); c.group {
		case 0:
			c.pair = 0
		case uint8(i):
			c.pair = w.r.beside.Pair(c.parts.First, cands[0].parts.First)
		default:
			c.pair = cands[c.group].pair
		}
		e.differs = e.differs || c.group > 0
		e.paired = e.paired || c.pair != 0
	}
	if w.printing && len(cands) == 1 && w.set != MeCab {
		// what will be printed for certain is printed while its morphemes are near
		w.printed = w.print(w.printed[:0], e, &cands[0])
	}
}

// group gives the number of the first analysis that keeps the same company as the last one does. One without a word that has a
// vector is like another whose first morpheme is written alike: 하/VX and 하/VV.
func (w *Worker) group(cands []candidate) uint8 {
	k := len(cands) - 1
	last := &cands[k]
	for j := range cands[:k] {
		c := &cands[j]
		if int(c.group) == j && choose.SameCompany(&c.parts, &last.parts) || !last.parts.KeepsCompany() && w.r.alike(c.first.morph, last.first.morph) {
			return c.group
		}
	}
	return uint8(k)
}

// alike tells whether two morphemes of the lexicon have the same form.
func (r *resources) alike(a, b uint32) bool {
	return a < model.UnknownBase && b < model.UnknownBase && r.morphs.Alike(a, b)
}

// fromTable reads a type's analyses. It gives nil where they do not fit the surface, as happens when another surface has the same
// check.
func (w *Worker) fromTable(a *arena, r *model.TypeReader, surface string) []candidate {
	size := len(surface)
	cands := a.cands(r.Left)
	for k := range cands {
		cost, head, parts := r.Next(w.parts[:0])
		w.parts = parts
		morph := a.morphs(1 + len(parts))
		cands[k].begin(cost*(model.WeightScale/model.TypeCost), morph)
		end := size
		for j := len(parts) - 1; j >= 0; j-- {
			p := parts[j]
			start := end - 3*p.Covers()
			if start < 0 {
				return nil
			}
			morph[1+j] = part{p.Morph(), uint16(start), uint16(end)}
			if end = start + 3*p.Shared(); end > size {
				return nil
			}
		}
		morph[0] = part{head, 0, uint16(end)}
		if k == 0 && !conj.Fits(surface, w.r.known(head), w.r.known(morph[len(parts)].morph)) {
			return nil
		}
	}
	return cands
}

// fromLattice searches for a surface's analyses.
func (w *Worker) fromLattice(a *arena, surface string, left uint8) []candidate {
	lat := &w.lat
	if !lat.Set(surface, left) {
		// nothing fits: the whole is an unknown noun
		return w.certain(a, append(w.morph[:0], part{model.UnknownBase + uint32(NNG), 0, uint16(len(surface))}))
	}
	if len(surface) > 3*maxNBest {
		w.nodes, _ = lat.Best(w.nodes[:0])
		w.morph = w.spans(w.morph[:0], w.nodes)
		return w.certain(a, w.morph)
	}
	w.found, w.costs = w.found[:0], w.costs[:0]
	lat.NBest(maxWays, waySlack, func(nodes []int32, cost int32) bool {
		w.morph = w.spans(w.morph[:0], nodes)
		for _, m := range w.found {
			if sameMorphs(m, w.morph) {
				return true
			}
		}
		morph := a.morphs(len(w.morph))
		copy(morph, w.morph)
		w.found, w.costs = append(w.found, morph), append(w.costs, cost)
		return true
	})
	if len(w.found) == 1 {
		cands := a.cands(1)
		cands[0].begin(0, w.found[0])
		return cands
	}
	w.judge(surface, left)
	n := 1
	for n < len(w.found) && n < maxCandidates && w.costs[n]-w.costs[0] <= latticeSlack {
		n++
	}
	cands := a.cands(n)
	var shares [maxWays]float64
	sum := 0.0
	for i, c := range w.costs[:n] {
		shares[i] = math.Exp(float64(w.costs[0]-c) / lattice.Scale)
		sum += shares[i]
	}
	for i, m := range w.found[:n] {
		cands[i].begin(int(-math.Log(shares[i]/sum)*model.WeightScale), m)
	}
	return cands
}

// judge adds to the costs of the analyses that were found what stands side by side in them, up to what all share, and sorts
// them by what they then cost.
func (w *Worker) judge(surface string, left uint8) {
	w.side, w.ways = w.side[:0], w.ways[:0]
	n := 0
	for _, morph := range w.found {
		n += len(morph)
	}
	w.side = slices.Grow(w.side, n) // so that it stays where it is
	for _, morph := range w.found {
		from := len(w.side)
		for _, p := range morph {
			w.side = append(w.side, choose.Span{Morph: p.morph, Start: p.start, End: p.end})
		}
		w.ways = append(w.ways, w.side[from:])
	}
	w.sides = w.inside.Sums(w.sides[:0], surface, left, w.ways, w.r, &w.choice.weights)
	for i, morph := range w.found {
		c := w.costs[i] - w.sides[i]*(lattice.Scale/model.WeightScale)
		k := i
		for ; k > 0 && w.costs[k-1] > c; k-- {
			w.costs[k], w.found[k] = w.costs[k-1], w.found[k-1]
		}
		w.costs[k], w.found[k] = c, morph
	}
}

// certain makes the only candidate of a surface.
func (w *Worker) certain(a *arena, morph []part) []candidate {
	cands := a.cands(1)
	own := a.morphs(len(morph))
	copy(own, morph)
	cands[0].begin(0, own)
	return cands
}

// begin fills in what is known of a candidate before its parts.
func (c *candidate) begin(cost int, morph []part) {
	c.cost, c.first, c.n, c.size = int16(cost), &morph[0], uint16(len(morph)), 0
}

func sameMorphs(a, b []part) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].morph != b[i].morph {
			return false
		}
	}
	return true
}

// spans appends the morphemes of a way through the lattice with the syllables that they cover.
func (w *Worker) spans(dst []part, nodes []int32) []part {
	for _, i := range nodes {
		nd := &w.lat.Nodes[i]
		start, end := w.bytes(nd)
		switch {
		case nd.Kind == lattice.KindUnknown:
			base := uint32(model.UnknownBase)
			if nd.Flags&lattice.FlagListed != 0 {
				base = model.ListedBase
			}
			dst = append(dst, part{base + w.r.params.Unknown[nd.Item].Item, start, end})
		case int(nd.Item) < w.r.items:
			dst = append(dst, part{nd.Item, start, end})
		default:
			c := w.r.file.String(model.Contractions)
			for k := range 4 {
				if m := number(c, (int(nd.Item)-w.r.items)*4+k); m != model.None {
					dst = append(dst, part{m, start, end})
				}
			}
		}
	}
	return dst
}

// bytes gives the bytes of the syllables in which a node has a part.
func (w *Worker) bytes(nd *lattice.Node) (start, end uint16) {
	first, last := w.lat.Syllables(nd)
	return uint16(3 * first), uint16(3 * last)
}
