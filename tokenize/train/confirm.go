package main

import (
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"

	"kstat/tokenize"
	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/segment"
)

// What people have said is worth more than what the teacher says. The dictionary tells of each example which word it is
// an example of; KAIST's treebank tells how each eojeol begins. Where the label agrees the token is sure; where it does
// not, and is known to be wrong, and only one of the text's pieces can be the word, that piece gets the likeliest
// analysis that holds it.

// The sources of sentences.
const (
	dictionary uint8 = iota
	reviews
	modern
	treebank
)

// holds tells whether a headword is among the morphemes of an analysis; its tag is that of its part of speech, which
// the labels divide more finely.
func (c *corpus) holds(a analysis, h morph) bool {
	for k := range a.len() {
		m := c.vocab.list[a.at(k)]
		if m.form == h.form && partOfSpeech(m.tag) == h.tag {
			return true
		}
	}
	return false
}

func partOfSpeech(t tokenize.Tag) tokenize.Tag {
	switch t {
	case tokenize.NNP, tokenize.NNB, tokenize.XR:
		return tokenize.NNG
	case tokenize.MAJ:
		return tokenize.MAG
	}
	return t
}

// readHeadwords reads which words of the dictionary its examples stand under: headword, part of speech, homograph, kind
// of example, text.
func (c *corpus) readHeadwords(path string) error {
	tags := map[string]tokenize.Tag{"동사": tokenize.VV, "형용사": tokenize.VA, "보조 동사": tokenize.VX, "보조 형용사": tokenize.VX, "명사": tokenize.NNG, "의존 명사": tokenize.NNG, "부사": tokenize.MAG, "대명사": tokenize.NP}
	c.headwords, c.dictionary = map[string][]morph{}, map[morph]bool{}
	return lines(path, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return
		}
		tag, ok := tags[f[1]]
		if !ok {
			return
		}
		text := strings.Join(strings.Fields(f[4]), " ")
		stem := f[0]
		if predicate(tag) {
			stem = strings.TrimSuffix(stem, "다")
		}
		h := morph{form: stem, tag: tag}
		c.headwords[text] = append(c.headwords[text], h)
		c.dictionary[h] = true
	})
}

// overrule corrects the label of a dictionary's example whose headword the teacher takes for the adjective where it is the
// verb of the same form, or the other way round: 손이 뜨다 is slow, 노린 냄새 smells. The teacher hardly knows these words, so
// that nothing could be learned from its labels alone.
func (c *corpus) overrule(items [][]string, heads []morph) {
	for _, h := range heads {
		other := h
		switch h.tag {
		case tokenize.VV:
			other.tag = tokenize.VA
		case tokenize.VA:
			other.tag = tokenize.VV
		default:
			continue
		}
		if !c.dictionary[other] || slices.Contains(heads, other) {
			continue
		}
		var found *string
		holds := false
		for _, item := range items {
			for k := range item {
				m, ok := parseMorph(item[k])
				m.irregular = false
				holds = holds || ok && m == h
				if ok && m == other {
					found = &item[k]
				}
			}
		}
		if found != nil && !holds {
			*found = strings.Replace(*found, "/"+other.tag.String(), "/"+h.tag.String(), 1)
			c.overruled++
		}
	}
}

// readTreebank reads sentences tagged by hand in another convention: '# text', a line 'eojeol<TAB>form/TAG …' each, an
// empty line. Only how each eojeol begins is taken from them.
func (c *corpus) readTreebank(path string) error {
	c.begins = map[int32]morph{}
	s := sentence{lesson: 1, source: treebank}
	return lines(path, func(line string) {
		switch {
		case strings.HasPrefix(line, "# "):
			s.from = int32(len(c.tokens))
		case line == "":
			if s.to = int32(len(c.tokens)); s.to > s.from {
				c.sentences = append(c.sentences, s)
			}
		default:
			e, label, _ := strings.Cut(line, "\t")
			first, _, _ := strings.Cut(label, " ")
			pieces := segment.Append(nil, e)
			at := len(c.tokens)
			c.addPieces(e, pieces)
			if m, ok := parseMorph(first); ok && len(pieces) > 0 && pieces[0].Kind == segment.Hangul {
				c.begins[int32(at)] = m
			}
		}
	})
}

// confirmBegin takes what the treebank says of how a token begins, where a predicate may begin it and something else
// too: 나는, 가는, 이어. Where nouns begin and end its convention is another than the labels'.
func (ch *chooser) confirmBegin(i int32, m morph) bool {
	if m.tag == tokenize.VX {
		return false
	}
	t := &ch.c.tokens[i]
	best, bestP, predicates, others := int32(-1), 0.0, false, false
	for k := ch.from[t.typ]; k < ch.from[t.typ+1]; k++ {
		first := uint32(analysis(ch.cands[k].morphs).at(0))
		if first >= unknownBase {
			continue
		}
		w := ch.morph(first)
		predicates = predicates || w.tag == tokenize.VV || w.tag == tokenize.VA
		if w.form != m.form || partOfSpeech(w.tag) != partOfSpeech(m.tag) {
			others = true
			continue
		}
		if p := prior(&ch.cands[k], ch.c.types[t.typ].total, 0); p > bestP {
			best, bestP = k, p
		}
	}
	if best < 0 || !predicates || !others {
		return false
	}
	t.sure = true
	ch.mended[i] = best
	return true
}

// confirm compares the labels with what people have said, after assemble.
func (ch *chooser) confirm() {
	ch.mended = map[int32]int32{}
	var confirmed, mended, lost int
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		for _, h := range s.heads {
			switch n := ch.confirmHead(s, h); {
			case n == 0:
				lost++
			case n < 0:
				mended++
			default:
				confirmed += n
			}
		}
	}
	ch.mistrust()
	begun := 0
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if s.source != treebank {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if m, ok := ch.c.begins[i]; ok && ch.confirmBegin(i, m) {
				begun++
			}
		}
	}
	ch.reapportion()
	ch.rank()
	fmt.Print("surfaces whose labels are contradicted most:\n", ch.departures())
	fmt.Println("beginnings of eojeols that a treebank tells apart:", begun)
	fmt.Println("headwords: labels confirmed", confirmed, "mended", mended, "lost", lost, "overruled", ch.c.overruled)
}

// mistrust finds the verbs and adjectives of one form (있다) that the teacher confuses, by the examples of the dictionary
// that stand under them. What is learned of them is what people have said alone: their labels are doubtful, and their
// shares become those of the sure tokens.
func (ch *chooser) mistrust() {
	right, wrong := map[morph]int{}, map[morph]int{}
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		for _, h := range s.heads {
			switch {
			case h.tag != tokenize.VV && h.tag != tokenize.VA:
			case s.weight == 0 || s.lesson > 1: // it was wrong, whether mended or not
				wrong[h]++
			default:
				right[h]++
			}
		}
	}
	ch.mistrusted = map[string]bool{}
	var names []string
	for h, n := range wrong {
		other := h
		other.tag = tokenize.VV + tokenize.VA - h.tag
		if n+right[h] >= leastExamples && n > right[h] && right[other] > 0 {
			ch.mistrusted[h.form] = true
			names = append(names, fmt.Sprintf("%s %d of %d", h, n, n+right[h]))
		}
	}
	sort.Strings(names)
	fmt.Println("the teacher is mistrusted with", names)
}

// leastExamples is how many examples a word needs for the teacher to be mistrusted.
const leastExamples = 20

// reapportion gives the readings of mistrusted words the shares that the sure tokens have.
func (ch *chooser) reapportion() {
	type readings struct{ verb, adjective float64 }
	sure := map[string]*readings{}
	count := func(key string, tag tokenize.Tag) {
		r := sure[key]
		if r == nil {
			r = &readings{}
			sure[key] = r
		}
		if tag == tokenize.VV {
			r.verb++
		} else {
			r.adjective++
		}
	}
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if s.heldOut {
			continue
		}
		for i := s.from; i < s.to; i++ {
			t := &ch.c.tokens[i]
			if t.typ < 0 || !t.sure {
				continue
			}
			k := ch.goldOf(i)
			if k < 0 {
				continue
			}
			if m, is := ch.firstMistrusted(k); is {
				count(m.form, m.tag)
				count(m.form+ch.c.types[t.typ].surface, m.tag)
			}
		}
	}
	// The verb and the adjective are twins where the same follows them: in the labels 는데 stands behind the verb of 있는데 and 는 데
	// behind the adjective, but each may be either.
	type key struct {
		form string
		rest analysis
	}
	type twins struct {
		doubt             uint8
		verb, adjective   []int32 // candidates
		verbs, adjectives float64 // what they weigh
	}
	for i := range ch.c.types {
		met := map[key]*twins{}
		for k := ch.from[i]; k < ch.from[i+1]; k++ {
			m, is := ch.firstMistrusted(k)
			if !is {
				continue
			}
			at := key{m.form, analysis(ch.cands[k].morphs)[4:]}
			g := met[at]
			if g == nil {
				g = &twins{doubt: doubtLiquid + 1 + uint8(len(met))}
				met[at] = g
			}
			weight := float64(ch.cands[k].count) + kappa*float64(ch.cands[k].lat)
			if m.tag == tokenize.VV {
				g.verb, g.verbs = append(g.verb, k), g.verbs+weight
			} else {
				g.adjective, g.adjectives = append(g.adjective, k), g.adjectives+weight
			}
		}
		for at, g := range met {
			if g.verbs == 0 || g.adjectives == 0 || sure[at.form] == nil {
				continue
			}
			all, here := *sure[at.form], readings{}
			if r := sure[at.form+ch.c.types[i].surface]; r != nil {
				here = *r
			}
			share := (here.verb + 3*(all.verb+.5)/(all.verb+all.adjective+1)) / (here.verb + here.adjective + 3)
			weight := g.verbs + g.adjectives
			ch.apportion(g.verb, g.doubt, share*weight/g.verbs)
			ch.apportion(g.adjective, g.doubt, (1-share)*weight/g.adjectives)
		}
	}
}

// apportion makes candidates weigh so many times as much, and doubts their labels.
func (ch *chooser) apportion(cands []int32, doubt uint8, times float64) {
	for _, k := range cands {
		ch.cands[k].count *= float32(times)
		ch.cands[k].lat *= float32(times)
		if ch.doubts[k] == 0 {
			ch.doubts[k] = doubt
		}
	}
}

// firstMistrusted gives the predicate that a candidate begins with, if the teacher is not trusted with it.
func (ch *chooser) firstMistrusted(k int32) (m morph, is bool) {
	id := uint32(analysis(ch.cands[k].morphs).at(0))
	if id >= unknownBase {
		return m, false
	}
	m = ch.morph(id)
	return m, (m.tag == tokenize.VV || m.tag == tokenize.VA) && ch.mistrusted[m.form]
}

// confirmHead gives the number of tokens whose label holds a headword, -1 if one was mended, 0 if none can hold it.
func (ch *chooser) confirmHead(s *sentence, h morph) (n int) {
	piece, pick, several := int32(-1), int32(-1), false
	for i := s.from; i < s.to; i++ {
		t := &ch.c.tokens[i]
		if t.gold >= 0 && ch.c.holds(ch.c.analyses[t.gold], h) {
			t.sure = true
			n++
		}
		if t.typ < 0 || s.weight > 0 {
			continue // the label is not known to be wrong
		}
		if k := ch.holding(t, h); k >= 0 {
			several = several || piece >= 0
			piece, pick = i, k
		}
	}
	if piece >= 0 && !several {
		ch.c.tokens[piece].sure = true
		ch.mended[piece] = pick
		return -1
	}
	return n
}

// holding gives the likeliest candidate of a token that holds a headword, or -1.
func (ch *chooser) holding(t *token, h morph) int32 {
	best, bestP := int32(-1), 0.0
	for k := ch.from[t.typ]; k < ch.from[t.typ+1]; k++ {
		if ch.candidateHolds(k, h) {
			if p := prior(&ch.cands[k], ch.c.types[t.typ].total, 0); p > bestP {
				best, bestP = k, p
			}
		}
	}
	return best
}

func (ch *chooser) candidateHolds(k int32, h morph) bool {
	ms := analysis(ch.cands[k].morphs)
	for j := range ms.len() {
		if m := uint32(ms.at(j)); m < unknownBase {
			if w := ch.morph(m); w.form == h.form && partOfSpeech(w.tag) == h.tag {
				return true
			}
		}
	}
	return false
}

// kinds of headwords by what they are mistaken for, for the report
var mistakes = [...]string{"verb or adjective", "other predicate", "noun", "rest"}

// evaluateHeads counts how many of the held-out examples hold their headword, of those in which it is in doubt.
func (ch *chooser) evaluateHeads() {
	var all, right [len(mistakes)]int
	var gold, likely, out []choose.View
	var golds []int32
	var chosen []int32
	var log []string
	for si := range ch.c.sentences {
		s := &ch.c.sentences[si]
		if !s.heldOut || s.source != dictionary || len(s.heads) == 0 {
			continue
		}
		gold, likely, golds = ch.views(s, gold, likely, golds)
		out, chosen = append(out[:0], likely...), chosen[:0]
		for i := range likely {
			t := &ch.c.tokens[int(s.from)+i]
			k := int32(-1)
			if t.typ >= 0 {
				if k = ch.choose(out, likely, i, t); k >= 0 {
					out[i] = ch.view(k, t)
				}
			}
			chosen = append(chosen, k)
		}
		for _, h := range s.heads {
			if s.weight > 0 && !ch.labelled(s, h) {
				continue // the teacher cuts the word into parts
			}
			kind, ok, at := -1, false, 0
			for i, k := range chosen {
				t := &ch.c.tokens[int(s.from)+i]
				if k < 0 {
					continue
				}
				ok = ok || ch.candidateHolds(k, h)
				if kd := ch.doubt(t, h); kd >= 0 {
					kind, at = kd, i
				}
			}
			if kind < 0 {
				continue
			}
			all[kind]++
			if ok {
				right[kind]++
			} else if ch.logHeads != "" {
				var b strings.Builder
				fmt.Fprintf(&b, "%s\t%s\t", mistakes[kind], h)
				for i := s.from; i < s.to; i++ {
					if t := &ch.c.tokens[i]; t.typ >= 0 {
						if t.spaced {
							b.WriteByte(' ')
						}
						b.WriteString(ch.c.types[t.typ].surface)
					} else {
						b.WriteString(ch.c.others[-1-t.typ])
					}
				}
				fmt.Fprintf(&b, "\t%s", ch.candidateName(chosen[at]))
				log = append(log, b.String())
			}
		}
	}
	if ch.logHeads != "" {
		must(os.WriteFile(ch.logHeads, []byte(strings.Join(log, "\n")), 0o644))
	}
	sumAll, sumRight := 0, 0
	for i, name := range mistakes {
		fmt.Printf("headwords in doubt (%s): %.4f of %d; ", name, float64(right[i])/float64(max(1, all[i])), all[i])
		sumAll += all[i]
		sumRight += right[i]
	}
	fmt.Printf("all %.4f of %d\n", float64(sumRight)/float64(max(1, sumAll)), sumAll)
}

// labelled tells whether the label of a sentence holds a headword.
func (ch *chooser) labelled(s *sentence, h morph) bool {
	for i := s.from; i < s.to; i++ {
		if g := ch.c.tokens[i].gold; g >= 0 && ch.c.holds(ch.c.analyses[g], h) {
			return true
		}
	}
	return false
}

func (ch *chooser) candidateName(k int32) string {
	ms := analysis(ch.cands[k].morphs)
	var s []string
	for j := range ms.len() {
		if m := uint32(ms.at(j)); m < unknownBase {
			s = append(s, ch.morph(m).String())
		} else {
			s = append(s, "?")
		}
	}
	return strings.Join(s, "+")
}

// doubt tells of a token that may hold a headword what else it may be, or -1 if it cannot hold it or hardly be another.
func (ch *chooser) doubt(t *token, h morph) int {
	held, sum, kind, most := 0.0, 0.0, -1, 0.0
	for k := ch.from[t.typ]; k < ch.from[t.typ+1]; k++ {
		p := prior(&ch.cands[k], ch.c.types[t.typ].total, 0)
		sum += p
		if ch.candidateHolds(k, h) {
			held += p
			continue
		}
		if p <= most {
			continue
		}
		most = p
		kind = 3
		if h.tag == tokenize.VV || h.tag == tokenize.VA {
			other := h
			other.tag = tokenize.VV + tokenize.VA - h.tag
			if ch.candidateHolds(k, other) {
				kind = 0
			} else if ch.cands[k].parts.Predicate > 0 {
				kind = 1
			}
		} else if h.tag == tokenize.NNG {
			kind = 2
		}
	}
	if held == 0 || held > .97*sum {
		return -1
	}
	return kind
}
