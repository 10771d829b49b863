package tokenize

import (
	"math"
	"unsafe"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
)

// part is a morpheme of an analysis: its number and the bytes of the surface that it covers.
type part struct {
	morph      uint32
	start, end uint16
}

// candidate is one of a surface's analyses.
type candidate struct {
	parts choose.Parts
	cost  int32 // in 1/32 nat: how rare it is among the analyses of the surface
	morph []part
	line  string // as AppendLine prints it, once it was
}

// entry is what is known of a surface: its analyses, the likeliest first.
type entry struct {
	hash    uint64
	surface string
	left    uint8
	same    choose.Same
	letters uint32 // hash of the surface alone
	guessed bool   // the table does not have it
	cands   []candidate
}

// The lattice's opinion of analyses that the table does not hold.
const (
	maxCandidates = 6
	latticeSlack  = 5 * lattice.Scale
	// maxNBest bounds the syllables of a surface for which more than the best analysis is looked for.
	maxNBest = 16
	// maxRun is how many syllables the lattice takes at once; longer runs are cut, so that memory stays bounded.
	maxRun = 1024
)

// resources are the parts of the model that a worker reads.
type resources struct {
	file    *model.File
	morphs  string
	pool    string
	items   int // number of morphemes; items from there on are contractions
	lex     lattice.Lexicon
	params  lattice.Params
	rows    string
	valence choose.Valence
}

func newResources(f *model.File) *resources {
	r := &resources{file: f, morphs: f.String(model.Morphs), pool: f.String(model.Pool)}
	r.items = len(r.morphs) / 8
	r.lex = lattice.Lexicon{Trie: f.Bytes(model.Trie), Entries: f.Bytes(model.Entries)}
	meta := f.String(model.Meta)
	r.params = lattice.Params{
		Classes: int(number(meta, 0)), End: int(number(meta, 1)), Rare: int32(number(meta, 2)),
		Bigram: f.Bytes(model.Bigram), Sound: f.Bytes(model.Sound), Empty: entries(f.Bytes(model.Empty)), Unknown: entries(f.Bytes(model.Unknown)),
		UnkLen: f.Bytes(model.UnkLen), UnkFirst: f.Bytes(model.UnkFirst), UnkLast: f.Bytes(model.UnkLast), Chars: f.Bytes(model.Chars),
	}
	r.rows = f.String(model.Rows)
	r.valence = choose.NewValence(f)
	return r
}

// Tag, Kind and Row make resources what choose.PartsOf asks.
func (r *resources) Tag(morph uint32) uint8 { return r.tag(morph) }

// Kind: see Tag.
func (r *resources) Kind(morph uint32) choose.Kind {
	if morph >= model.UnknownBase {
		return choose.NounKind
	}
	return choose.Kind(r.morphs[8*morph+7])
}

// Row: see Tag.
func (r *resources) Row(morph uint32) int32 {
	if 2*int(morph)+1 >= len(r.rows) {
		return 0
	}
	return int32(r.rows[2*morph]) | int32(r.rows[2*morph+1])<<8
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
		return uint8(morph - model.UnknownBase)
	}
	return r.morphs[8*morph+5]
}

// form gives a morpheme's form and dictionary form. surface is what it covers, which is the form of an unknown one.
func (r *resources) form(morph uint32, surface string) (form, lemma string, source Source) {
	if morph >= model.UnknownBase {
		return surface, surface, Unknown
	}
	at, n := int(number(r.morphs, int(2*morph))), int(r.morphs[8*morph+4])
	form = r.pool[at : at+n]
	if r.morphs[8*morph+6]&2 != 0 {
		return form, r.pool[at : at+n+len("다")], Lexicon
	}
	return form, form, Lexicon
}

func (r *resources) irregular(morph uint32) bool {
	return morph < model.UnknownBase && r.morphs[8*morph+6]&1 != 0
}

// look gives what the model knows of a surface: from the table where it is there, by the lattice otherwise.
func (w *Worker) look(hash uint64, surface string, left uint8) *entry {
	e := w.arena.entry()
	*e = entry{hash: hash, left: left, surface: w.arena.text(surface), letters: choose.Hash(surface)}
	if place := w.r.file.Find(hash); place < 0 || !w.fromTable(e, place) {
		e.cands, e.guessed = nil, true
		w.fromLattice(e)
	}
	w.parts = w.parts[:0]
	for i := range e.cands {
		w.ids = w.ids[:0]
		for _, p := range e.cands[i].morph {
			w.ids = append(w.ids, p.morph)
		}
		e.cands[i].parts = choose.PartsOf(w.ids, w.r)
		w.parts = append(w.parts, e.cands[i].parts)
	}
	e.same = choose.Compare(w.parts)
	return e
}

// fromTable reads a type's analyses. It reports false where they do not cover the surface, as happens when another
// surface has the same check.
func (w *Worker) fromTable(e *entry, place int) bool {
	b := w.r.file.String(model.Analyses)
	n := int(b[place])
	i := place + 1
	cands := w.arena.candidates(n)
	for k := range n {
		c := &cands[k]
		c.cost = int32(b[i]) * (model.WeightScale / 16)
		m := int(b[i+1])
		i += 2
		c.morph = w.arena.parts(m)
		end := 0
		for j := range m {
			id := uint32(0)
			for shift := 0; ; shift += 7 {
				v := b[i]
				i++
				id |= uint32(v&0x7F) << shift
				if v < 0x80 {
					break
				}
			}
			if id == 0 {
				id = model.UnknownBase + uint32(b[i]) + 1
				i++
			}
			span := int(b[i])
			i++
			start := end - 3*(span>>4)
			end = start + 3*(span&15)
			if start < 0 || end > len(e.surface) {
				return false
			}
			c.morph[j] = part{id - 1, uint16(start), uint16(end)}
		}
		if end != len(e.surface) {
			return false
		}
	}
	e.cands = cands
	return true
}

// fromLattice searches for a surface's analyses.
func (w *Worker) fromLattice(e *entry) {
	lat := &w.lat
	if !lat.Set(e.surface, e.left) {
		// nothing fits: the whole is an unknown noun
		e.cands = w.arena.candidates(1)
		e.cands[0].morph = w.arena.parts(1)
		e.cands[0].morph[0] = part{model.UnknownBase + uint32(NNG), 0, uint16(len(e.surface))}
		return
	}
	n, slack := maxCandidates, int32(latticeSlack)
	if len(e.surface) > 3*maxNBest {
		w.nodes, _ = lat.Best(w.nodes[:0])
		e.cands = w.arena.candidates(1)
		e.cands[0].morph = w.spans(w.nodes)
		return
	}
	w.found, w.costs = w.found[:0], w.costs[:0]
	lat.NBest(n, slack, func(nodes []int32, cost int32) bool {
		ms := w.spans(nodes)
		for i := range w.found {
			if sameMorphs(w.found[i], ms) {
				return true
			}
		}
		w.found, w.costs = append(w.found, ms), append(w.costs, cost)
		return true
	})
	e.cands = w.arena.candidates(len(w.found))
	sum := 0.0
	for _, c := range w.costs {
		sum += math.Exp(float64(w.costs[0]-c) / lattice.Scale)
	}
	for i, ms := range w.found {
		p := math.Exp(float64(w.costs[0]-w.costs[i])/lattice.Scale) / sum
		e.cands[i] = candidate{cost: int32(-math.Log(p) * model.WeightScale), morph: ms}
	}
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

// spans gives the morphemes of a way through the lattice with the syllables that they cover.
func (w *Worker) spans(nodes []int32) []part {
	n := 0
	for _, i := range nodes {
		n += w.morphCount(i)
	}
	out := w.arena.parts(n)[:0]
	for _, i := range nodes {
		nd := &w.lat.Nodes[i]
		start, end := w.bytes(nd)
		switch {
		case nd.Kind == lattice.KindUnknown:
			out = append(out, part{model.UnknownBase + w.r.params.Unknown[nd.Item].Item, start, end})
		case int(nd.Item) < w.r.items:
			out = append(out, part{nd.Item, start, end})
		default:
			c := w.r.file.String(model.Contractions)
			for k := range 4 {
				if m := number(c, (int(nd.Item)-w.r.items)*4+k); m != model.None {
					out = append(out, part{m, start, end})
				}
			}
		}
	}
	return out
}

func (w *Worker) morphCount(i int32) int {
	nd := &w.lat.Nodes[i]
	if nd.Kind == lattice.KindUnknown || int(nd.Item) < w.r.items {
		return 1
	}
	n := 0
	for k := range 4 {
		if number(w.r.file.String(model.Contractions), (int(nd.Item)-w.r.items)*4+k) != model.None {
			n++
		}
	}
	return n
}

// bytes gives the bytes of the syllables in which a node has a part.
func (w *Worker) bytes(nd *lattice.Node) (start, end uint16) {
	first, last := w.lat.Syllables(nd)
	return uint16(3 * first), uint16(3 * last)
}

// arena hands out memory in large pieces, so that a new surface costs no allocation of its own.
type arena struct {
	e []entry
	c []candidate
	p []part
	b []byte
}

func (a *arena) entry() *entry {
	if len(a.e) == 0 {
		a.e = make([]entry, 256)
	}
	e := &a.e[0]
	a.e = a.e[1:]
	return e
}

func (a *arena) candidates(n int) []candidate {
	if len(a.c) < n {
		a.c = make([]candidate, max(512, n))
	}
	c := a.c[:n:n]
	a.c = a.c[n:]
	return c
}

func (a *arena) parts(n int) []part {
	if len(a.p) < n {
		a.p = make([]part, max(2048, n))
	}
	p := a.p[:n:n]
	a.p = a.p[n:]
	return p
}

func (a *arena) text(s string) string {
	if len(a.b) < len(s) {
		a.b = make([]byte, max(8192, len(s)))
	}
	n := copy(a.b, s)
	t := unsafe.String(unsafe.SliceData(a.b), n)
	a.b = a.b[n:]
	return t
}
