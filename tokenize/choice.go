package tokenize

import (
	"slices"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/model"
	"kstat/tokenize/internal/segment"
)

// The analyses of a line's pieces are chosen one after the other, since each choice is shown to the pieces behind it. What a choice
// reads, weights above all, is far away in memory, and so little that a processor would wait for it at every piece and for every group
// of features. But lines have nothing to do with each other. So many are worked on at the same time: each asks for the weights that it
// needs next, all that was asked for is read together, and each goes on with its own.

// chooser chooses the analyses of the pieces of lines.
type chooser struct {
	r       *resources
	weights model.FeatureWeights
	lanes   [manyLanes]lane
	busy    []*lane
	asked   [2][]uint32 // the numbers of the features of all lanes: what is answered, and what is asked for meanwhile
}

// manyLanes is how many lines are worked on at the same time.
const manyLanes = 32

// lane is where a line is worked on.
type lane struct {
	r       *resources
	pieces  []segment.Piece
	entries []*entry // nil for what is not Hangul
	views   []choose.View
	chosen  []uint8
	sums    []choose.Sum // of the pieces as they most often are
	doubts  []int32      // the pieces whose near features did not decide
	again   bool         // those in doubt are looked at again
	next    int          // the next piece, or how many of those in doubt are left
	glanced uint64       // of no meaning: so that a glance is not left out

	// of the piece that is worked on
	piece     int
	entry     *entry
	group     int // of features, the one that is asked for
	ctx       choose.Context
	arguments []choose.Governed
	head      []choose.Governed // the noun behind, of what modifies it
	scores    []int32
	suits     []int32
	left      []uint8            // the analyses that may still be chosen
	kept      [maxAnalyses]int32 // what company says of each
	around    choose.Around
	beside    choose.Neighbours
	from      int32   // of what was asked for, the first of the lane
	ends      []int32 // of each analysis's features, in what was asked for
}

const (
	// maxAnalyses bounds the analyses of a surface.
	maxAnalyses = max(model.MostAnalyses, maxCandidates)
	// keptPieces is for how long a line a lane keeps its memory.
	keptPieces = 1 << 10
)

// stops tell where the choice, which goes through three groups of features, stops: where one analysis leads by so much, in 1/32
// nat. What is behind by reach is not looked at again.
type stops [far]struct{ lead, reach int32 }

// Of two predicates with the same endings, the tags tell nothing and the neighbours little: what tells 칼을 가는 (갈다) from 집을 가는
// is read last.
var (
	usualStops = stops{{5 * model.WeightScale, 11 * model.WeightScale / 2}, {3 * model.WeightScale, 7 * model.WeightScale / 2}}
	twinStops  = stops{{6 * model.WeightScale, 13 * model.WeightScale / 2}, {4 * model.WeightScale, 9 * model.WeightScale / 2}}
)

// The groups of features, in the order in which they are asked for.
const (
	quick = iota
	near
	far
)

var groups = [...]func(*choose.Context, []uint32, *choose.Parts, choose.Same) []uint32{
	quick: (*choose.Context).Quick, near: (*choose.Context).Near, far: (*choose.Context).Far,
}

// choose chooses the analyses of the pieces of all lines of a text.
func (c *chooser) choose(t *text) {
	t.chosen = slices.Grow(t.chosen[:0], len(t.pieces))[:len(t.pieces)]
	clear(t.chosen)
	lines := t.lines
	// begin gives a lane the next line in which there is something to choose.
	begin := func(l *lane) bool {
		for len(lines) > 0 {
			of := &lines[0]
			lines = lines[1:]
			l.set(c.r, t.pieces[of.first:of.last], t.entries[of.first:of.last], t.text[of.start:of.end])
			l.chosen = t.chosen[of.first:of.last]
			if l.nextPiece() {
				return true
			}
		}
		return false
	}
	answered, asked := &c.asked[0], &c.asked[1]
	*asked, c.busy = (*asked)[:0], c.busy[:0]
	for i := range c.lanes {
		l := &c.lanes[i]
		if !begin(l) {
			break
		}
		*asked = l.ask(*asked)
		c.busy = append(c.busy, l)
	}
	for len(c.busy) > 0 {
		answered, asked = asked, answered
		*asked = (*asked)[:0]
		each := c.weights.Each(*answered)
		busy := c.busy[:0]
		for _, l := range c.busy {
			if l.answer(each) || begin(l) {
				*asked = l.ask(*asked)
				busy = append(busy, l)
			}
		}
		c.busy = busy
	}
}

// set begins a line: all its pieces are what they most often are.
func (l *lane) set(r *resources, pieces []segment.Piece, entries []*entry, line string) {
	l.r, l.pieces, l.entries = r, pieces, entries
	l.doubts, l.again, l.next = l.doubts[:0], false, 0
	n := len(pieces)
	if cap(l.views) > keptPieces && n <= keptPieces {
		l.views, l.sums = nil, nil
	}
	l.views = slices.Grow(l.views[:0], n)[:n]
	l.glance()
	differ := false
	for i, e := range entries {
		p := &pieces[i]
		if e != nil {
			differ = differ || e.differs
			e.cands()[0].parts.Show(&l.views[i], p.Begins)
		} else {
			l.views[i] = choose.Mark(p.Kind, line[p.Start:p.End], p.Begins)
		}
	}
	if differ {
		l.sums = r.company.Sums(l.sums[:0], l.views)
	}
}

// glance asks memory for the entries of a line, and then for their first analyses: for all of them before the first is needed.
func (l *lane) glance() {
	sum := uint64(0)
	for _, e := range l.entries {
		if e != nil {
			sum += uint64(e.n)
		}
	}
	for _, e := range l.entries {
		if e != nil {
			sum += uint64(e.first.size)
		}
	}
	l.glanced += sum
}

// nextPiece goes to the next piece that has several analyses. Those to its right are taken for what they most often are. Where that turned
// out to be wrong, what was in doubt is looked at again, the last first. It reports whether there is such a piece.
func (l *lane) nextPiece() bool {
	n := len(l.entries)
	for ; !l.again; l.again, l.next = true, len(l.doubts) {
		for l.next < n {
			i := l.next
			l.next++
			if e := l.entries[i]; e != nil && e.n > 1 {
				l.take(i)
				return true
			}
		}
	}
	for l.next > 0 {
		l.next--
		i := int(l.doubts[l.next])
		if i+1 < n && l.chosen[i+1] > 0 || i+2 < n && l.chosen[i+2] > 0 {
			l.take(i)
			return true
		}
	}
	return false
}

// take begins the choice of piece i, with the first group of features.
func (l *lane) take(i int) { l.takeBehind(i, l.views[:i]) }

// takeBehind is take where these pieces stand to its left.
func (l *lane) takeBehind(i int, left []choose.View) {
	l.piece, l.entry, l.group = i, l.entries[i], quick
	right := l.viewAt(i + 1)
	l.ctx.Set(left, right, l.viewAt(i+2), l.pieces[i].Begins)
	l.arguments = l.arguments[:0]
	if !l.entry.same.Predicate {
		l.arguments = choose.Arguments(l.arguments, left, true)
		l.head = choose.Head(append(l.head[:0], l.arguments...), right)
	}
	l.left = l.left[:0]
	for k := range l.entry.cands() {
		l.left = append(l.left, uint8(k))
	}
}

func (l *lane) viewAt(i int) *choose.View {
	if i < len(l.views) {
		return &l.views[i]
	}
	return &choose.Boundary
}

// ask appends the numbers of the features that the lane asks for.
func (l *lane) ask(features []uint32) []uint32 {
	l.from, l.ends = int32(len(features)), l.ends[:0]
	cands, group := l.entry.cands(), groups[l.group]
	for _, k := range l.left {
		features = group(&l.ctx, features, &cands[k].parts, l.entry.same)
		l.ends = append(l.ends, int32(len(features)))
	}
	return features
}

// answer takes in the weights of all features that were asked for, of which it has its own, and goes on, to another piece where the choice
// is made. It reports whether there is more to be asked for.
func (l *lane) answer(each []int8) bool {
	best, made := l.weigh(each)
	if !made {
		return true
	}
	if l.group == far && !l.again {
		l.doubts = append(l.doubts, int32(l.piece))
	}
	if k := uint8(best); k != l.chosen[l.piece] {
		l.chosen[l.piece] = k
		l.entry.cands()[k].parts.Show(&l.views[l.piece], l.pieces[l.piece].Begins)
	}
	return l.nextPiece()
}

// weigh takes in the weights of a group of features. It gives the best analysis so far and whether that is the choice; if not, the next
// group is to be asked for.
func (l *lane) weigh(each []int8) (best int, made bool) {
	switch l.group {
	case quick:
		l.start()
	case near:
		l.addBeside()
	}
	best, lead := l.add(each)
	if l.group == far {
		return best, true
	}
	at := &usualStops
	if l.entry.twins {
		at = &twinStops
	}
	stop := &at[l.group]
	if lead >= stop.lead {
		return best, true
	}
	l.leave(l.scores[best] - stop.reach)
	l.group++
	return best, false
}

// govern finds how well each analysis's predicate suits what it would govern, better or worse than all of them do on average. It
// reports whether they differ at all.
func (l *lane) govern() bool {
	if l.entry.same.Predicate || l.r.valence.Rows == 0 {
		return false
	}
	l.suits = l.suits[:0]
	sum, all := int64(0), int64(0)
	cands := l.entry.cands()
	for k := range cands {
		s, p := int32(0), &cands[k].parts
		if p.Predicate > 0 {
			governed := l.arguments
			if p.Modifies {
				governed = l.head
			}
			s = l.r.valence.Score(p.Predicate-1, governed)
			share := choose.ShareOf(int32(cands[k].cost))
			sum += share * int64(s)
			all += share
		}
		l.suits = append(l.suits, s)
	}
	average := int32(sum / all) // where the predicates differ there is one
	for k := range cands {
		if cands[k].parts.Predicate > 0 {
			l.suits[k] -= average
		}
	}
	return true
}

// believed is how much of how common an analysis is counts where others are of other words, in 32nds. What is commoner by far in all text
// is less so where the text is about the other: 적은 beside 두려움 is the enemy.
const believed = 26

// tempered is what company says as far as it counts, less than 5 nats however much there is of it: fourteen neighbours are no fourteen
// witnesses.
func tempered(score int32) int32 {
	const most = 5 * model.WeightScale
	return score * most / (most + max(score, -score))
}

// start begins the scores of the analyses with what is known of each whatever its features: how common it is, how well its predicate
// suits what it would govern, and how well its words suit the company that they would keep.
func (l *lane) start() {
	e := l.entry
	governs := l.govern()
	if e.differs {
		l.around.Set(l.sums, l.piece)
	}
	cands := e.cands()
	l.scores = l.scores[:0]
	for k := range cands {
		c := &cands[k]
		score := -int32(c.cost)
		if e.differs && !e.guessed {
			score = score * believed / 32
		}
		if governs {
			score += l.suits[k]
		}
		if e.differs {
			if kept := &l.kept[k]; int(c.group) < k {
				*kept = l.kept[c.group]
			} else {
				*kept = l.r.company.Score(&l.around, &c.parts)
			}
			score += tempered(l.kept[k])
		}
		l.scores = append(l.scores, score)
	}
}

// addBeside adds to the scores of the analyses that are left how well they suit what stands right beside the piece.
func (l *lane) addBeside() {
	if !l.entry.paired {
		return
	}
	l.beside.Set(&l.r.beside, &l.ctx)
	cands := l.entry.cands()
	for _, k := range l.left {
		if pair := cands[k].pair; pair != 0 {
			l.scores[k] += l.r.beside.Score(pair, &l.beside)
		}
	}
}

// add adds the weights of a group of features to the scores of the analyses that are left. It gives the best of them and by how
// much it leads.
func (l *lane) add(each []int8) (best int, lead int32) {
	from := l.from
	first, second := int32(-1<<30), int32(-1<<30)
	for j, k := range l.left {
		score := l.scores[k]
		for _, v := range each[from:l.ends[j]] {
			score += int32(v)
		}
		from = l.ends[j]
		l.scores[k] = score
		if score > first {
			best, first, second = int(k), score, first
		} else if score > second {
			second = score
		}
	}
	return best, first - second
}

// leave leaves the analyses whose scores are no less than least.
func (l *lane) leave(least int32) {
	n := 0
	for _, k := range l.left {
		if l.scores[k] >= least {
			l.left[n] = k
			n++
		}
	}
	l.left = l.left[:n]
}
