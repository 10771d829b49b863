package tokenize

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/model"
)

// Analysis is one way to read a text.
type Analysis struct {
	// Tokens are the morphemes, in order, as Analyze gives them.
	Tokens []Token
	// LogProb is the natural logarithm of how probable the model takes this reading to be among all readings of the
	// text: 0 is certain, -0.7 one half, -4.6 a hundredth. Readings of one text are compared by their difference (1 is
	// a factor of e); those of texts of different length are not comparable, since every word in doubt lowers it.
	//
	// How far to trust it: of examples of a dictionary that learning had not seen, analyses with a probability of .9 to 1
	// were what the teacher of the model has in .96, of .8 to .9 in .81, of .5 to .6 in .50. In film reviews, with their
	// slips and unknown words, it was .89, .72 and .44.
	LogProb float64
}

// NBest gives the n likeliest analyses of a sentence, the likeliest first; fewer if it has no more, none if n < 1.
//
// The model decides word by word from the left: the probability of an analysis is the product, over its words, of the
// probability of each word's reading among all readings of that word, given what was read to its left. NBest looks for
// the highest products of whole sentences, which Analyze, for speed, does not: it takes the likeliest reading of each
// word and does not come back to it. The first analysis was that of Analyze in 99 of 100 film reviews; where it was not,
// neither was more often right.
//
// Any two analyses differ in what a Token shows. Ties keep the order of the model: the reading that is commoner by itself
// is first. The search keeps the 128 likeliest beginnings of a line, or n if that is more; where there are no
// more than that it is exact, and time and memory grow no faster than the text. A longer text may be given, but a sentence
// at a time says more: the n best analyses of a page differ in the one or two words that are most in doubt.
func (t *Tokenizer) NBest(text string, n int) []Analysis {
	w := t.workers.Get().(*Worker)
	defer t.workers.Put(w)
	return w.NBest(text, n)
}

// maxHypotheses is how many beginnings of a line the search for the n best keeps. With 64 as with 1,024, the ten best of
// each of 20,000 film reviews were the same.
const maxHypotheses = 128

// hypothesis is a beginning of a line: a reading of its last ambiguous word, and the hypothesis that it goes on.
type hypothesis struct {
	score  float64
	before int32 // in Worker.hyps; -1 at the start of the line
	piece  int32
	cand   uint8
}

// reading is a way to read the text up to and with a line.
type reading struct {
	score  float64
	before int32 // in the readings up to the line before
	line   int32 // among the line's own
}

// NBest is Tokenizer.NBest for those who have a worker. The analyses are the caller's.
func (w *Worker) NBest(text string, n int) []Analysis {
	if n < 1 {
		return nil
	}
	w.Observe(text)
	type lineReadings struct {
		tokens  [][]Token
		sums    []float64
		through []reading
	}
	var lines []lineReadings
	through := []reading{{before: -1, line: -1}}
	eojeol := 0
	for at := 0; at < len(text); {
		line, next := cutLine(text[at:])
		w.line(line)
		if len(w.pieces) > 0 {
			var l lineReadings
			l.tokens, l.sums = w.readings(line, at, eojeol, n)
			through = combine(through, l.sums, n)
			l.through = through
			lines = append(lines, l)
			eojeol = l.tokens[0][len(l.tokens[0])-1].Eojeol + 1
		}
		at += next
	}
	out := make([]Analysis, len(through))
	order := make([]int32, len(lines))
	for i, r := range through {
		out[i].LogProb = r.score
		for k := len(lines) - 1; k >= 0; k-- {
			order[k] = r.line
			if k > 0 {
				r = lines[k-1].through[r.before]
			}
		}
		sentence := 0
		for k, j := range order {
			from := len(out[i].Tokens)
			out[i].Tokens = append(out[i].Tokens, lines[k].tokens[j]...)
			sentence = numberSentences(out[i].Tokens[from:], text, sentence)
		}
	}
	return out
}

// combine gives the n best ways to go on from readings, which are sorted, with a line whose own have these sums, sorted
// too.
func combine(through []reading, sums []float64, n int) []reading {
	var out []reading
	for i := range through {
		// what is better than (i, j) in both: (i+1)(j+1)-1 others
		for j := 0; j < len(sums) && (i+1)*(j+1) <= n; j++ {
			out = append(out, reading{through[i].score + sums[j], int32(i), int32(j)})
		}
	}
	slices.SortStableFunc(out, func(a, b reading) int { return cmp.Compare(b.score, a.score) })
	return out[:min(n, len(out))]
}

// readings gives the n best readings of the line that is set, with their log probabilities.
func (w *Worker) readings(line string, at, eojeol, n int) (tokens [][]Token, sums []float64) {
	l := w.lane(line)
	width := max(maxHypotheses, 2*n) // since two may read alike
	hyps := []hypothesis{{before: -1, piece: -1}}
	front, next := []int32{0}, []hypothesis(nil)
	var left [choose.Reach]choose.View
	var scores []float64
	for i, e := range w.entries {
		if e == nil || e.n < 2 {
			continue
		}
		next = next[:0]
		for _, h := range front {
			scores = w.logProbs(scores[:0], l, i, w.leftOf(left[:0], l, i, hyps, h))
			for k, p := range scores {
				next = append(next, hypothesis{hyps[h].score + p, h, int32(i), uint8(k)})
			}
		}
		slices.SortStableFunc(next, func(a, b hypothesis) int { return cmp.Compare(b.score, a.score) })
		front = front[:0]
		for _, h := range next[:min(width, len(next))] {
			front = append(front, int32(len(hyps)))
			hyps = append(hyps, h)
		}
	}
	seen := map[string]bool{}
	var shown strings.Builder
	for _, h := range front {
		clear(w.chosen)
		for k := h; k > 0; k = hyps[k].before {
			w.chosen[hyps[k].piece] = hyps[k].cand
		}
		shown.Reset()
		for i, e := range w.entries {
			if e != nil {
				shown.WriteByte(w.shownAs(e, w.chosen[i]))
			}
		}
		if seen[shown.String()] {
			continue
		}
		seen[shown.String()] = true
		w.out = w.out[:0]
		w.emit(line, at, eojeol)
		tokens, sums = append(tokens, slices.Clone(w.out)), append(sums, hyps[h].score)
		if len(tokens) == n {
			break
		}
	}
	return tokens, sums
}

// leftOf appends what the pieces before piece i show, as far back as a choice looks, if they are read as hypothesis h has
// it.
func (w *Worker) leftOf(dst []choose.View, l *lane, i int, hyps []hypothesis, h int32) []choose.View {
	from := max(0, i-choose.Reach)
	dst = append(dst, l.views[from:i]...)
	for ; h > 0 && int(hyps[h].piece) >= from; h = hyps[h].before {
		k := int(hyps[h].piece)
		dst[k-from] = viewOf(w.entries[k], int(hyps[h].cand), w.pieces[k].Begins)
	}
	return dst
}

// lane gives a lane with the line that is set, its pieces as they most often are.
func (w *Worker) lane(line string) *lane {
	l := &w.choice.lanes[0]
	l.set(w.r, w.pieces, w.entries, line)
	return l
}

// logProbs appends the log probability of each analysis of piece i of a lane among all of them, where these pieces stand to its left. It
// is the choice without its short cuts.
func (w *Worker) logProbs(dst []float64, l *lane, i int, left []choose.View) []float64 {
	l.takeBehind(i, left)
	l.start()
	l.addBeside()
	e := l.entry
	from := len(dst)
	best := math.Inf(-1)
	for k := range e.cands() {
		c := &e.cands()[k]
		w.feats = l.ctx.All(w.feats[:0], &c.parts, e.same)
		score := l.scores[k] + w.choice.weights.Sum(w.feats)
		dst = append(dst, float64(score)/model.WeightScale)
		best = max(best, dst[len(dst)-1])
	}
	sum := 0.0
	for _, s := range dst[from:] {
		sum += math.Exp(s - best)
	}
	for k := range dst[from:] {
		dst[from+k] -= best + math.Log(sum)
	}
	return dst
}

// shownAs gives the first analysis of a piece whose tokens are those of analysis k: 굽/VV 고/EC is one to who reads it,
// whether 굽다 is regular (허리를 굽다) or not (빵을 굽다).
func (w *Worker) shownAs(e *entry, k uint8) uint8 {
	for j := range k {
		if w.sameTokens(e.cands()[j].morph(), e.cands()[k].morph(), e.surface()) {
			return j
		}
	}
	return k
}

func (w *Worker) sameTokens(a, b []part, surface string) bool {
	return slices.EqualFunc(a, b, func(x, y part) bool {
		if x.start != y.start || x.end != y.end || w.r.tag(x.morph) != w.r.tag(y.morph) {
			return false
		}
		f, _, _ := w.r.form(x.morph, surface[x.start:x.end])
		g, _, _ := w.r.form(y.morph, surface[y.start:y.end])
		return f == g
	})
}
