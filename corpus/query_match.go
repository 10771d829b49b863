package corpus

import (
	"kstat/tokenize"
)

// Match is a place that a query found.
type Match struct {
	Start, End  int // byte offsets into the analysed text
	First, Last int // the morphemes, tokens[First:Last]; both 0 for units below the morpheme
}

// Matcher looks for a query in analysed texts, one text at a time, and reuses its memory. Each goroutine needs its own.
type Matcher struct {
	query *Query
	words []queryWord // as the unit writes them
	unit  *tokenize.Unit
	set   tokenize.Tagset
	terms *tokenize.Extractor // of a query of words
	tests []testCache

	termAt []int32 // by token: 1 + the term that begins there
	now    threads
	next   threads
	known  []int8 // by test: what it says of the token at hand, 0 not yet known, 1 yes, 2 no
	out    []Match
}

// NewMatcher gives a matcher. Words are those of the unit that the options name, whatever their tags. The only error is
// a language that no stemmer knows.
func (q *Query) NewMatcher(o tokenize.TermOptions) (*Matcher, error) {
	o.Tags = tokenize.AllTags
	x, err := tokenize.NewExtractor(o)
	if err != nil {
		return nil, err
	}
	m := &Matcher{query: q, unit: o.Unit, set: o.Tagset, terms: x}
	if m.unit == nil {
		m.unit = &tokenize.UnitWord
	}
	for _, w := range q.words {
		if w.tag == "" {
			w.text = x.Fold(w.text)
		}
		m.words = append(m.words, w)
	}
	m.tests = make([]testCache, len(q.tests))
	m.known = make([]int8, len(q.tests))
	m.now.seen = make([]int, len(q.prog))
	m.next.seen = make([]int, len(q.prog))
	return m, nil
}

// Find gives the places in a text that the query finds, in order. The slice is valid until the next call.
func (m *Matcher) Find(text string, tokens []tokenize.Token) []Match {
	m.out = m.out[:0]
	switch {
	case !m.query.Words():
		for first := 0; first < len(tokens); {
			last := first + 1
			for last < len(tokens) && tokens[last].Sentence == tokens[first].Sentence {
				last++
			}
			m.findSequence(tokens, first, last)
			first = last
		}
	case m.unit.Tagged || m.unit == &tokenize.UnitToken:
		m.findWords(text, tokens)
	default:
		m.findTerms(text, tokens)
	}
	return m.out
}

// findTerms finds terms of a unit below the morpheme, or eojeols.
func (m *Matcher) findTerms(text string, tokens []tokenize.Token) {
	terms := m.terms.Terms(text, tokens)
	for i := 0; i+len(m.words) <= len(terms); i++ {
		n := 0
		for n < len(m.words) && terms[i+n].Text == m.words[n].text &&
			terms[i+n].Position == terms[i].Position+n && terms[i+n].Sentence == terms[i].Sentence {
			n++
		}
		if n == len(m.words) {
			m.out = append(m.out, Match{Start: terms[i].Start, End: terms[i+n-1].End})
			i += n - 1
		}
	}
}

// findWords finds words and morphemes one after the other.
func (m *Matcher) findWords(text string, tokens []tokenize.Token) {
	terms := m.terms.Terms(text, tokens)
	m.termAt = append(m.termAt[:0], make([]int32, len(tokens))...)
	for i := range terms {
		m.termAt[terms[i].First] = int32(i + 1)
	}
	for first := 0; first < len(tokens); first++ {
		at, ok := first, true
		for i := range m.words {
			if i > 0 { // particles, endings and punctuation may stand between two words
				for at < len(tokens) && m.after(terms, tokens, at, i) < 0 && !tokenize.IsWord(tokens[at].Tag) {
					at++
				}
			}
			if at == len(tokens) || tokens[at].Sentence != tokens[first].Sentence {
				ok = false
				break
			}
			if at = m.after(terms, tokens, at, i); at < 0 {
				ok = false
				break
			}
		}
		if !ok {
			continue
		}
		end := at
		if m.words[len(m.words)-1].tag == "" && m.unit.Spaced && tokenize.PredicateTags.Has(wordTag(tokens[at-1].Tag)) {
			// A verb is seen with its endings: 걸어서, not 걸.
			for end < len(tokens) && tokens[end].Eojeol == tokens[at-1].Eojeol && isEnding(tokens[end].Tag) {
				end++
			}
		}
		m.out = append(m.out, Match{tokens[first].Start, tokens[end-1].End, first, end})
		first = end - 1
	}
}

// after gives the token behind the i-th word of the query where it begins at a token, -1 where it does not.
func (m *Matcher) after(terms []tokenize.Term, tokens []tokenize.Token, at, i int) int {
	w := &m.words[i]
	if w.tag != "" {
		if (m.set.Name(tokens[at].Tag) == w.tag || m.set.NameAt(tokens, at) == w.tag) && sameTyped(tokens[at].Form, w.text) {
			return at + 1
		}
		return -1
	}
	if t := m.termAt[at]; t > 0 && sameTyped(terms[t-1].Text, w.text) {
		return terms[t-1].Last
	}
	return -1
}

// wordTag gives VV for what makes a predicate of a noun, and every other tag as it is.
func wordTag(t tokenize.Tag) tokenize.Tag {
	if t == tokenize.XSV || t == tokenize.XSA {
		return tokenize.VV
	}
	return t
}

func isEnding(t tokenize.Tag) bool {
	switch t {
	case tokenize.EP, tokenize.EF, tokenize.EC, tokenize.ETN, tokenize.ETM:
		return true
	}
	return false
}

// threads are the steps of a program at which a match may be, each with the token at which it began; those that began
// first come first.
type threads struct {
	steps []thread
	seen  []int // by step: == round if it is among steps
	round int
}

type thread struct{ step, start int }

func (t *threads) clear() {
	t.steps = t.steps[:0]
	t.round++
}

// findSequence runs the program over the sentence tokens[first:last]: all ways to match at once, a token at a time.
func (m *Matcher) findSequence(tokens []tokenize.Token, first, last int) {
	entry := len(m.query.prog) - 1
	for at := first; at < last; {
		best := thread{-1, -1} // start and end of the match
		m.now.clear()
		for i := at; i <= last; i++ {
			if best.start < 0 && i < last {
				m.follow(&m.now, entry, i, i, &best)
			}
			if len(m.now.steps) == 0 || i == last {
				break
			}
			m.next.clear()
			clear(m.known)
			for _, t := range m.now.steps {
				if best.start >= 0 && t.start > best.start || i-t.start >= MaxMatch {
					continue
				}
				if step := &m.query.prog[t.step]; m.holds(step.cond, tokens, i) {
					m.follow(&m.next, step.x, t.start, i+1, &best)
				}
			}
			m.now, m.next = m.next, m.now
		}
		if best.start < 0 {
			return
		}
		end := best.step
		m.out = append(m.out, Match{tokens[best.start].Start, tokens[end-1].End, best.start, end})
		at = end
	}
}

// follow adds a step to the threads, or where it is a branch the steps that it leads to. Behind the last step lies a
// match that ends before the token at: best takes it if it begins first or is longer.
func (m *Matcher) follow(t *threads, step, start, at int, best *thread) {
	for {
		if step == matched {
			if at > start && (best.start < 0 || start < best.start || start == best.start && at > best.step) {
				*best = thread{at, start}
			}
			return
		}
		if t.seen[step] == t.round {
			return
		}
		t.seen[step] = t.round
		i := &m.query.prog[step]
		if i.cond != nil {
			t.steps = append(t.steps, thread{step, start})
			return
		}
		if i.y != -1 {
			m.follow(t, i.x, start, at, best)
			step = i.y
		} else {
			step = i.x
		}
	}
}

// holds tells whether a condition holds for a token.
func (m *Matcher) holds(c *condition, tokens []tokenize.Token, i int) bool {
	switch c.op {
	case '&':
		return m.holds(c.a, tokens, i) && m.holds(c.b, tokens, i)
	case '|':
		return m.holds(c.a, tokens, i) || m.holds(c.b, tokens, i)
	case '!':
		return !m.holds(c.a, tokens, i)
	case 't':
		known := &m.known[c.test]
		if *known == 0 {
			*known = 2
			if m.tests[c.test].holds(&m.query.tests[c.test], tokens, i, m.set) {
				*known = 1
			}
		}
		return *known == 1
	}
	return true
}

// testCache remembers what a regular expression says of the spellings that it was asked about: morphemes recur.
type testCache struct {
	tags   [64]int8 // 0 not known, 1 yes, 2 no
	values map[string]bool
}

// maxCached is the number of spellings at which a cache begins anew.
const maxCached = 1 << 14

func (c *testCache) holds(t *test, tokens []tokenize.Token, i int, set tokenize.Tagset) bool {
	tok := &tokens[i]
	switch t.attribute {
	case attrForm:
		return c.matches(t, tok.Form) != t.negated
	case attrLemma:
		return c.matches(t, tok.Lemma) != t.negated
	}
	name := set.Name(tok.Tag)
	known := &c.tags[tok.Tag&63]
	if *known == 0 {
		*known = 2
		if c.matches(t, name) {
			*known = 1
		}
	}
	yes := *known == 1
	if !yes {
		if marked := set.NameAt(tokens, i); marked != name {
			yes = c.matches(t, marked)
		}
	}
	return yes != t.negated
}

// matches tells whether a spelling is what the test wants, but for its being negated.
func (c *testCache) matches(t *test, value string) bool {
	if t.expr == nil {
		return sameTyped(value, t.literal)
	}
	yes, ok := c.values[value]
	if !ok {
		if c.values == nil || len(c.values) >= maxCached {
			c.values = make(map[string]bool)
		}
		yes = t.expr.MatchString(typed(value))
		c.values[value] = yes
	}
	return yes
}
