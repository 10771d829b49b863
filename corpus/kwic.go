package corpus

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"kstat/tokenize"
)

// Line is a line of a concordance: a match, and the text to its left and right. Left + Node + Right is the text of the
// document, in NFC and with every run of white space as one space.
type Line struct {
	Doc        *Document
	Number     int // the line of the document on which the match begins, from 1
	Start, End int // byte offsets into the decoded document
	Left       string
	Node       string
	Right      string
}

// Context says how much text a concordance shows on each side of a match. Line ends do not end it, documents do.
type Context struct {
	Eojeols int // that many eojeols, and what stands in one with the match
	Chars   int // if it is above 0, that many graphemes instead
}

// maxContext is the number of bytes that a side can have at most: a line of three million ㅋ is one eojeol.
const maxContext = 2048

// KwicOptions say what a concordance holds.
type KwicOptions struct {
	Analysis
	Query   *Query
	Context Context
	// Threads is how many work at the same time; below 1 means one for each processor. It does not change the result.
	Threads int
	// Near, if it is not nil, is filled with what would have matched a little less: see NearMisses.
	Near *NearMisses
	// Notices hear of inputs.
	Notices
}

// NearMisses are the terms that hold a word which a query did not find as a word of its own: 개방성 and 개방하다 where
// 개방 was asked for. They are counted only as long as nothing has matched, so that they cost a search with hits nothing.
type NearMisses struct {
	Word   string
	counts map[string]uint64
}

// Most gives the n most frequent of them, those of the same frequency in the order of code points.
func (m *NearMisses) Most(n int) []Count {
	var all []Count
	for term, freq := range m.counts {
		all = append(all, Count{Term: term, Freq: freq})
	}
	slices.SortFunc(all, ByFrequency)
	return all[:min(n, len(all))]
}

// add counts those of a piece.
func (m *NearMisses) add(counts map[string]uint64) {
	if m.counts == nil {
		m.counts = make(map[string]uint64)
	}
	for term, n := range counts {
		m.counts[term] += n
	}
}

// Kwic finds the query in all documents of a source and gives the lines in the order of the text, with the sizes of what
// was searched; Tokens and Types are of morphemes. The error is that of deliver, which ends the work, or a *PanicError.
func Kwic(src *Source, o KwicOptions, deliver func(*Line) error) (Searched, error) {
	if _, err := o.Query.NewMatcher(o.Terms); err != nil {
		return Searched{}, err
	}
	var found atomic.Bool // a match
	var seen morphemeTypes
	newWorker := func(int) func(*Chunk) *searched {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		matcher, err := o.Query.NewMatcher(o.Terms)
		if err != nil {
			panic(err)
		}
		types := seen.newSet()
		return func(c *Chunk) *searched {
			s := search(reader, matcher, c, func(t *tokenize.Token) { types.add(t.Form, o.Terms.Tagset.Name(t.Tag)) })
			if o.Near != nil && !found.Load() && len(s.hits) == 0 {
				s.near = make(map[string]uint64)
				for _, t := range reader.Terms() {
					if strings.Contains(t.Text, o.Near.Word) {
						s.near[t.Text]++
					}
				}
			}
			return s
		}
	}
	var (
		totals Searched
		last   *searched // waits for the text behind it
		before string    // the end of the text before last
	)
	flush := func(next *searched) error {
		if last == nil {
			return nil
		}
		behind := ""
		if next != nil && next.chunk.Doc == last.chunk.Doc {
			behind = next.chunk.Text[:min(len(next.chunk.Text), 2*maxContext)]
		}
		err := last.lines(before, behind, o.Context, deliver)
		before = ""
		if behind != "" {
			before = last.chunk.Text[max(0, len(last.chunk.Text)-2*maxContext):]
		}
		return err
	}
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(s *searched, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(s.chunk, s.faults)
		totals.Sentences += uint64(s.sizes[0])
		totals.Eojeols += uint64(s.sizes[1])
		totals.Tokens += uint64(s.sizes[2])
		if s.chunk.Last {
			totals.Documents++
		}
		if len(s.hits) > 0 {
			found.Store(true)
		} else if s.near != nil {
			o.Near.add(s.near)
		}
		err = flush(s)
		last = s
		return err
	})
	if err == nil {
		err = flush(nil)
	}
	totals.Types = seen.count()
	return totals, err
}

// Searched are the sizes of what a query was looked for in.
type Searched struct {
	Totals
	Types uint64 // different morphemes, by their form and tag
}

// morphemeTypes are the morphemes that were seen, by each thread on its own.
type morphemeTypes struct {
	mutex sync.Mutex
	sets  []morphemeSet
}

// morphemeSet holds morphemes by form and tag.
type morphemeSet map[[2]string]struct{}

func (m *morphemeTypes) newSet() morphemeSet {
	s := make(morphemeSet)
	m.mutex.Lock()
	m.sets = append(m.sets, s)
	m.mutex.Unlock()
	return s
}

func (s morphemeSet) add(form, tag string) {
	if _, ok := s[[2]string{form, tag}]; !ok {
		s[[2]string{strings.Clone(form), tag}] = struct{}{} // a form may be a piece of the text, which nobody else keeps
	}
}

// count gives the number of different morphemes, when all threads are done.
func (m *morphemeTypes) count() uint64 {
	all := make(morphemeSet)
	for _, s := range m.sets {
		maps.Copy(all, s)
	}
	return uint64(len(all))
}

// searched is a chunk and where the query matches in it.
type searched struct {
	chunk  *Chunk
	faults []TaggedFault
	sizes  [3]int   // sentences, eojeols, tokens
	hits   [][2]int // byte ranges in the decoded text of the chunk
	near   map[string]uint64
}

// search looks for the matches of a chunk and shows each of its morphemes.
func search(r *Reader, m *Matcher, c *Chunk, show func(*tokenize.Token)) *searched {
	piece := r.Read(c)
	s := &searched{chunk: c, faults: piece.Faults}
	s.sizes[0], s.sizes[1] = piece.Sizes()
	s.sizes[2] = len(piece.Tokens)
	for i := range piece.Tokens {
		show(&piece.Tokens[i])
	}
	for _, hit := range m.Find(piece.Text, piece.Tokens) {
		start, end := piece.Map.Decoded(hit.Start, hit.End)
		s.hits = append(s.hits, [2]int{start, end})
	}
	return s
}

// lines gives the lines of a chunk to a function, with the text before and behind the chunk at hand.
func (s *searched) lines(before, behind string, c Context, deliver func(*Line) error) error {
	text := s.chunk.Text
	number, counted := s.chunk.Line, 0
	for _, hit := range s.hits {
		number += lineEnds(text[counted:hit[0]])
		counted = hit[0]
		left, whole := c.left(text[:hit[0]])
		if whole && before != "" {
			left, _ = c.left(before + text[:hit[0]])
		}
		right, whole := c.right(text[hit[1]:])
		if whole && behind != "" {
			right, _ = c.right(text[hit[1]:] + behind)
		}
		line := &Line{
			Doc: s.chunk.Doc, Number: number, Start: s.chunk.Offset + hit[0], End: s.chunk.Offset + hit[1],
			Left: oneLine(left), Node: oneLine(text[hit[0]:hit[1]]), Right: oneLine(right),
		}
		if err := deliver(line); err != nil {
			return err
		}
	}
	return nil
}

// left gives the context at the end of a text; whole says that it is all of the text, so that more of it would give more.
func (c Context) left(text string) (context string, whole bool) {
	from := max(0, len(text)-maxContext)
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	window := text[from:]
	if c.Chars > 0 {
		start, ok := graphemesBack(window, c.Chars)
		return window[start:], !ok && from == 0
	}
	i, eojeols, inside := len(window), 0, false
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(window[:i])
		if unicode.IsSpace(r) {
			inside = false
		} else if !inside && i < len(window) { // what touches the match does not count
			inside = true
			if eojeols == c.Eojeols {
				return strings.TrimLeftFunc(window[i:], unicode.IsSpace), false
			}
			eojeols++
		} else {
			inside = true
		}
		i -= n
	}
	return strings.TrimLeftFunc(window, unicode.IsSpace), from == 0
}

// right gives the context at the beginning of a text.
func (c Context) right(text string) (context string, whole bool) {
	to := min(len(text), maxContext)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	window := text[:to]
	if c.Chars > 0 {
		i, rest, state := 0, window, -1
		for n := 0; n < c.Chars && rest != ""; n++ {
			var cluster string
			cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			i += len(cluster)
		}
		return window[:i], i == len(window) && to == len(text)
	}
	eojeols, inside := 0, false
	for i, r := range window {
		if unicode.IsSpace(r) {
			inside = false
		} else if !inside && i > 0 {
			inside = true
			if eojeols == c.Eojeols {
				return strings.TrimRightFunc(window[:i], unicode.IsSpace), false
			}
			eojeols++
		} else {
			inside = true
		}
	}
	return strings.TrimRightFunc(window, unicode.IsSpace), to == len(text)
}

// graphemesBack gives where the last n graphemes of a text begin; ok says that there are as many.
func graphemesBack(text string, n int) (start int, ok bool) {
	var starts []int
	at := 0
	for rest, state := text, -1; rest != ""; {
		starts = append(starts, at)
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(cluster)
	}
	if len(starts) < n {
		return 0, false
	}
	return starts[len(starts)-n], true
}

// oneLine gives text in NFC with every run of white space as one space.
func oneLine(text string) string {
	text = (&Cleaner{}).Clean(text).Text
	plain := true
	space := false
	for _, r := range text {
		s := unicode.IsSpace(r)
		if s && (r != ' ' || space) {
			plain = false
			break
		}
		space = s
	}
	if plain {
		return text
	}
	var b strings.Builder
	space = false
	for _, r := range text {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// lineEnds counts the line ends in a text: \n, \r\n, and \r without \n.
func lineEnds(text string) int {
	n := strings.Count(text, "\n")
	for i := strings.IndexByte(text, '\r'); i >= 0; {
		if i+1 == len(text) || text[i+1] != '\n' {
			n++
		}
		j := strings.IndexByte(text[i+1:], '\r')
		if j < 0 {
			break
		}
		i += 1 + j
	}
	return n
}

// LineOrder is an order of the lines of a concordance.
type LineOrder string

// The orders. Lines that are equal in theirs come in the order of the text.
const (
	ByPosition LineOrder = "position" // as in the text
	ByLeft     LineOrder = "left"     // by the eojeol before the match, then the one before that
	ByRight    LineOrder = "right"    // by the text behind the match, so that 모델은 and 모델을 each come together
	ByNode     LineOrder = "node"     // by the match, then by the text behind it
)

// LineOrders are all orders.
var LineOrders = [...]LineOrder{ByPosition, ByLeft, ByRight, ByNode}

// SortLines sorts lines that are in the order of the text. Punctuation at the edge of eojeols does not count, nor do
// capitals.
func SortLines(lines []*Line, order LineOrder) {
	if order == ByPosition {
		return
	}
	type keyed struct {
		line *Line
		key  []string
	}
	all := make([]keyed, len(lines))
	for i, l := range lines {
		all[i] = keyed{l, l.key(order)}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return slices.CompareFunc(a.key, b.key, cmp.Compare[string]) })
	for i := range all {
		lines[i] = all[i].line
	}
}

// key gives what a line is sorted by, the weightiest first.
func (l *Line) key(order LineOrder) []string {
	var words []string
	switch order {
	case ByLeft:
		words = strings.Fields(l.Left)
		slices.Reverse(words)
	case ByRight:
		words = strings.Fields(l.Right)
	case ByNode:
		words = append([]string{l.Node}, strings.Fields(l.Right)...)
	}
	key := words[:0]
	for _, w := range words {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		if w != "" {
			key = append(key, strings.ToLower(w))
		}
	}
	return key
}
