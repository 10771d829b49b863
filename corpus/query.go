package corpus

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kstat/hangul"
	"kstat/tokenize"
)

// Query is what a concordance looks for. It is immutable; each goroutine needs a Matcher of its own.
//
// A query is one of two kinds. Words:
//
//	걷다            the word 걷다, as the unit of counting draws it: finds 걸어서
//	걷/VV           the morpheme 걷/VV
//	오픈 소스        one after the other in a sentence, with nothing between them but particles, endings, punctuation
//
// or a sequence of morphemes within a sentence:
//
//	sequence   = item { item } .
//	item       = ( morpheme | "(" sequence { "|" sequence } ")" ) [ "?" | "*" | "+" | "{" m [ "," [ n ] ] "}" ] .
//	morpheme   = "[" [ condition ] "]" | form "/" TAG .
//	condition  = condition "&" condition | condition "|" condition | "!" condition | "(" condition ")" | test .
//	test       = ( "form" | "lemma" | "tag" ) ( "=" | "!=" ) value .
//	value      = regular expression without white space, "&" and "]" | '"' regular expression '"' .
//
// & binds closer than |. Where no test follows it, | belongs to the value: [form=모델|모형]. Regular expressions are RE2
// and match the whole of form, lemma or tag, tags as the tag set of the matcher writes them; of a tag with a mark for the single
// morpheme, VV-I or NNBC, the tag without it will do, so that 걷/VV finds 걷/VV-I too. [] is any morpheme. What is found is the longest match at the leftmost
// place, of at most MaxMatch morphemes; matches do not overlap, and one of no morphemes is none.
type Query struct {
	text  string
	words []queryWord // of a query of the first kind
	prog  []inst      // of one of the second
	tests []test
}

// Word gives the word of a query that is nothing else.
func (q *Query) Word() (word string, ok bool) {
	if len(q.words) != 1 || q.words[0].tag != "" {
		return "", false
	}
	return q.words[0].text, true
}

// MaxMatch is the number of morphemes that a match can have at most. It keeps the time for [a] []* [b] proportional to
// the text.
const MaxMatch = 250

// maxProgram is the number of steps that a query can have at most; {m,n} repeats its item n times.
const maxProgram = 10_000

// queryWord is a word of a query, or a morpheme where tag is not empty.
type queryWord struct{ text, tag string }

// QueryFault is what is wrong with a query.
type QueryFault string

// The faults, for programs: a command prints them in its reader's language.
const (
	EmptyQuery       QueryFault = "empty-query"       // there is nothing to look for
	UnclosedBracket  QueryFault = "unclosed-bracket"  // a [ without its ]
	UnclosedGroup    QueryFault = "unclosed-group"    // a ( without its )
	UnclosedQuote    QueryFault = "unclosed-quote"    // a " without the second
	UnclosedRepeat   QueryFault = "unclosed-repeat"   // a { without its }
	Unexpected       QueryFault = "unexpected"        // a sign that cannot stand here
	NoAttribute      QueryFault = "no-attribute"      // form, lemma or tag is missing
	UnknownAttribute QueryFault = "unknown-attribute" // neither form, lemma nor tag; {name}
	NoOperator       QueryFault = "no-operator"       // = or != is missing
	NoValue          QueryFault = "no-value"          // nothing behind = or !=
	BadExpression    QueryFault = "bad-expression"    // no regular expression; {reason}, and of it {part}
	UnknownTag       QueryFault = "unknown-tag"       // form/TAG with a tag that does not exist; {name}
	BadRepeat        QueryFault = "bad-repeat"        // {3,1}, {x}
	NothingToRepeat  QueryFault = "nothing-to-repeat" // a * or + with nothing before it
	QueryTooLong     QueryFault = "too-long"          // {m,n} repeats too much
)

// QueryFaults gives all faults.
func QueryFaults() []QueryFault {
	return []QueryFault{
		EmptyQuery, UnclosedBracket, UnclosedGroup, UnclosedQuote, UnclosedRepeat, Unexpected, NoAttribute, UnknownAttribute,
		NoOperator, NoValue, BadExpression, UnknownTag, BadRepeat, NothingToRepeat, QueryTooLong,
	}
}

// QueryError says what is wrong with a query and where.
type QueryError struct {
	Query  string
	Offset int // bytes from the beginning of Query
	Fault  QueryFault
	Args   Args // what the message mentions
	// Expression says what is wrong with an expression that is none; empty for other faults.
	Expression syntax.ErrorCode
}

func (e *QueryError) Error() string {
	return fmt.Sprintf("query %q, byte %d: %s", e.Query, e.Offset, e.Fault)
}

// ParseQuery reads a query. The error is a *QueryError. Finals that stand alone may be written as keyboards write them:
// [form=ㄴ] finds the morpheme ᆫ of 큰, and so does [form=ᆫ].
func ParseQuery(text string) (*Query, error) {
	p := &queryParser{text: typed(text)}
	return p.parse()
}

// typed writes the finals of a string as a keyboard does, ㅂ니다 for ᆸ니다. The length in bytes stays the same;
// what is not UTF-8 stays as it is.
func typed(s string) string {
	const lead = 0xE1 // of all conjoining jamo in UTF-8, and of no syllable
	if strings.IndexByte(s, lead) < 0 || !utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if hangul.FinalIndex(r) > 0 {
			return hangul.Compat(r)
		}
		return r
	}, s)
}

// sameTyped tells whether s is written as want, which is typed.
func sameTyped(s, want string) bool { return s == want || len(s) == len(want) && typed(s) == want }

// Words tells whether the query is one of words rather than of a sequence of morphemes.
func (q *Query) Words() bool { return q.prog == nil }

// test is a condition on one attribute of a morpheme.
type test struct {
	attribute attribute
	negated   bool
	literal   string         // what the attribute must be, where expr is nil
	expr      *regexp.Regexp // what it must match
}

type attribute uint8

const (
	attrForm attribute = iota
	attrLemma
	attrTag
)

// condition is a tree of tests.
type condition struct {
	op   byte // '&', '|', '!', 't' for a test, 'a' for any morpheme
	a, b *condition
	test int // in Query.tests
}

// inst is a step of the program that a sequence is made into: either one of two ways to go on, or a morpheme to see.
type inst struct {
	cond *condition // what the next morpheme must be; nil for a branch
	x, y int        // where to go on; y is -1 for none. The step behind the last is the match.
}

type queryParser struct {
	text  string
	pos   int
	query Query
}

func (p *queryParser) fail(offset int, fault QueryFault, args Args) *QueryError {
	return &QueryError{Query: p.text, Offset: min(offset, len(p.text)), Fault: fault, Args: args}
}

// badExpression says what the package for regular expressions has against a value.
func (p *queryParser) badExpression(offset int, value string, err error) *QueryError {
	e, ok := err.(*syntax.Error)
	if !ok {
		return p.fail(offset, BadExpression, Args{"reason": value})
	}
	fault := p.fail(offset, BadExpression, Args{"reason": e.Code.String() + ": " + e.Expr, "part": e.Expr})
	fault.Expression = e.Code
	return fault
}

func (p *queryParser) parse() (*Query, error) {
	p.query.text = p.text
	p.space()
	if p.pos == len(p.text) {
		return nil, p.fail(p.pos, EmptyQuery, nil)
	}
	var err *QueryError
	if c := p.text[p.pos]; c == '[' || c == '(' || strings.ContainsRune(p.text, '[') {
		err = p.sequenceQuery()
	} else {
		err = p.wordQuery()
	}
	if err != nil {
		return nil, err
	}
	return &p.query, nil
}

// wordQuery reads words with white space between them.
func (p *queryParser) wordQuery() *QueryError {
	for p.space(); p.pos < len(p.text); p.space() {
		start := p.pos
		word := p.until(unicode.IsSpace)
		w := queryWord{text: word}
		if i := strings.LastIndexByte(word, '/'); i > 0 && isTagName(word[i+1:]) {
			tag := word[i+1:]
			if !knownTag(tag) {
				return p.fail(start+i+1, UnknownTag, Args{"name": word[i+1:]})
			}
			w = queryWord{word[:i], tag}
		}
		p.query.words = append(p.query.words, w)
	}
	return nil
}

// isTagName tells whether a string looks like a tag, so that 24/7 and km/h stay words.
func isTagName(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < 'A' || s[i] > 'Z') && s[i] != '_' && (s[i] != '-' || i == 0) {
			return false
		}
	}
	return len(s) >= 2
}

// knownTag tells whether some tag set writes a tag by this name.
func knownTag(name string) bool {
	for t := tokenize.Tag(1); tokenize.AllTags.Has(t); t++ {
		for set := range tokenize.TagsetNames() {
			if slices.Contains(tokenize.Tagset(set).Names(t), name) {
				return true
			}
		}
	}
	return false
}

// sequenceQuery reads a sequence of morphemes.
func (p *queryParser) sequenceQuery() *QueryError {
	tree, err := p.alternatives(0)
	if err != nil {
		return err
	}
	if p.pos < len(p.text) {
		return p.fail(p.pos, Unexpected, Args{"sign": p.sign()})
	}
	c := compiler{}
	first := c.emit(tree, matched)
	if c.tooLong {
		return p.fail(0, QueryTooLong, Args{"most": fmt.Sprint(maxProgram)})
	}
	// The program is entered at its last step, which goes where it begins.
	p.query.prog = append(c.prog, inst{x: first, y: -1})
	return nil
}

// seq is a tree of what a sequence is made of.
type seq struct {
	op       byte // '[' a morpheme, '.' one after the other, '|' one of, '{' repeated
	cond     *condition
	items    []*seq
	min, max int // repetitions; max -1 for any number
}

// alternatives reads sequences with | between them.
func (p *queryParser) alternatives(depth int) (*seq, *QueryError) {
	if depth > 100 {
		return nil, p.fail(p.pos, QueryTooLong, Args{"most": "100"})
	}
	var all []*seq
	for {
		s, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
		if !p.take('|') {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return &seq{op: '|', items: all}, nil
}

// sequence reads items, one at least.
func (p *queryParser) sequence(depth int) (*seq, *QueryError) {
	s := &seq{op: '.'}
	for {
		p.space()
		if p.pos == len(p.text) || p.text[p.pos] == ')' || p.text[p.pos] == '|' {
			break
		}
		item, err := p.item(depth)
		if err != nil {
			return nil, err
		}
		s.items = append(s.items, item)
	}
	if len(s.items) == 0 {
		if p.pos == len(p.text) {
			return nil, p.fail(p.pos, EmptyQuery, nil)
		}
		return nil, p.fail(p.pos, Unexpected, Args{"sign": p.sign()})
	}
	return s, nil
}

// item reads a morpheme or a group, and how often it may come.
func (p *queryParser) item(depth int) (*seq, *QueryError) {
	start := p.pos
	var s *seq
	switch p.text[p.pos] {
	case '[':
		p.pos++
		cond := &condition{op: 'a'}
		if p.space(); p.pos < len(p.text) && p.text[p.pos] != ']' {
			var err *QueryError
			if cond, err = p.either(depth); err != nil {
				return nil, err
			}
		}
		if !p.take(']') {
			if p.pos == len(p.text) {
				return nil, p.fail(start, UnclosedBracket, nil)
			}
			return nil, p.fail(p.pos, Unexpected, Args{"sign": p.sign()})
		}
		s = &seq{op: '[', cond: cond}
	case '(':
		p.pos++
		var err *QueryError
		if s, err = p.alternatives(depth + 1); err != nil {
			return nil, err
		}
		if !p.take(')') {
			return nil, p.fail(start, UnclosedGroup, nil)
		}
	case '?', '*', '+', '{':
		return nil, p.fail(p.pos, NothingToRepeat, Args{"sign": p.sign()})
	default:
		word := p.until(func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[]()|?*+{}&!=\"", r) })
		i := strings.LastIndexByte(word, '/')
		if word == "" {
			return nil, p.fail(start, Unexpected, Args{"sign": p.sign()})
		}
		if i <= 0 {
			s = &seq{op: '[', cond: p.literal(attrLemma, word)}
			break
		}
		if !knownTag(word[i+1:]) {
			return nil, p.fail(start+i+1, UnknownTag, Args{"name": word[i+1:]})
		}
		s = &seq{op: '[', cond: &condition{op: '&', a: p.literal(attrForm, word[:i]), b: p.literal(attrTag, word[i+1:])}}
	}
	return p.repeated(s)
}

// repeated reads what may stand behind an item: ? * + {m,n}.
func (p *queryParser) repeated(s *seq) (*seq, *QueryError) {
	if p.pos == len(p.text) {
		return s, nil
	}
	start := p.pos
	switch p.text[p.pos] {
	case '?':
		p.pos++
		return &seq{op: '{', items: []*seq{s}, min: 0, max: 1}, nil
	case '*':
		p.pos++
		return &seq{op: '{', items: []*seq{s}, min: 0, max: -1}, nil
	case '+':
		p.pos++
		return &seq{op: '{', items: []*seq{s}, min: 1, max: -1}, nil
	case '{':
		inner, _, ok := strings.Cut(p.text[p.pos+1:], "}")
		if !ok {
			return nil, p.fail(start, UnclosedRepeat, nil)
		}
		p.pos += len(inner) + 2
		from, to, both := strings.Cut(inner, ",")
		r := &seq{op: '{', items: []*seq{s}}
		okFrom, okTo := true, true
		if r.min, okFrom = repeatCount(from); from == "" && both {
			okFrom = true
		}
		switch {
		case !both:
			r.max = r.min
		case strings.TrimSpace(to) == "":
			r.max = -1
		default:
			r.max, okTo = repeatCount(to)
		}
		if !okFrom || !okTo || r.max >= 0 && r.max < r.min || r.max == 0 {
			return nil, p.fail(start, BadRepeat, Args{"repeat": "{" + inner + "}"})
		}
		if r.min > maxProgram || r.max > maxProgram {
			return nil, p.fail(start, QueryTooLong, Args{"most": fmt.Sprint(maxProgram)})
		}
		return r, nil
	}
	return s, nil
}

// repeatCount reads a number of repetitions. Numbers too large to be meant come back as one more than can be had.
func repeatCount(s string) (n int, ok bool) {
	s = strings.TrimSpace(s)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = min(n*10+int(s[i]-'0'), maxProgram+1)
	}
	return n, s != ""
}

// either reads conditions with | between them.
func (p *queryParser) either(depth int) (*condition, *QueryError) {
	if depth > 100 {
		return nil, p.fail(p.pos, QueryTooLong, Args{"most": "100"})
	}
	c, err := p.both(depth)
	for err == nil && p.take('|') {
		var next *condition
		if next, err = p.both(depth); err == nil {
			c = &condition{op: '|', a: c, b: next}
		}
	}
	return c, err
}

// both reads conditions with & between them.
func (p *queryParser) both(depth int) (*condition, *QueryError) {
	c, err := p.simple(depth)
	for err == nil && p.take('&') {
		var next *condition
		if next, err = p.simple(depth); err == nil {
			c = &condition{op: '&', a: c, b: next}
		}
	}
	return c, err
}

// simple reads a test, a condition in parentheses, or what is denied.
func (p *queryParser) simple(depth int) (*condition, *QueryError) {
	if depth > 100 {
		return nil, p.fail(p.pos, QueryTooLong, Args{"most": "100"})
	}
	p.space()
	start := p.pos
	switch {
	case p.take('!'):
		c, err := p.simple(depth + 1)
		return &condition{op: '!', a: c}, err
	case p.take('('):
		c, err := p.either(depth + 1)
		if err == nil && !p.take(')') {
			err = p.fail(start, UnclosedGroup, nil)
		}
		return c, err
	}
	return p.test()
}

// test reads attribute, operator and value.
func (p *queryParser) test() (*condition, *QueryError) {
	start := p.pos
	name := p.until(func(r rune) bool { return !unicode.IsLetter(r) && r != '_' })
	t := test{}
	switch name {
	case "form":
		t.attribute = attrForm
	case "lemma":
		t.attribute = attrLemma
	case "tag":
		t.attribute = attrTag
	case "":
		return nil, p.fail(start, NoAttribute, nil)
	default:
		return nil, p.fail(start, UnknownAttribute, Args{"name": name})
	}
	p.space()
	switch {
	case strings.HasPrefix(p.text[p.pos:], "!="):
		t.negated = true
		p.pos += 2
	case strings.HasPrefix(p.text[p.pos:], "="):
		p.pos++
	default:
		return nil, p.fail(p.pos, NoOperator, nil)
	}
	p.space()
	start = p.pos
	value := ""
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		v, n, ok := quoted(p.text[p.pos:])
		if !ok {
			return nil, p.fail(start, UnclosedQuote, nil)
		}
		value = v
		p.pos += n
		start++
	} else {
		// A parenthesis that the value did not open closes the condition around it; a class in brackets is part of the value.
		open, class := 0, false
		escaped := false
		value = p.until(func(r rune) bool {
			switch {
			case unicode.IsSpace(r) || r == '&' || r == ']' && !class && !escaped:
				return true
			case r == '|' && beginsTest(p.text[p.pos+1:]):
				return true
			case escaped:
				escaped = false
				return false
			case r == '\\':
				escaped = true
			case r == '[':
				class = true
			case r == ']':
				class = false
			case class:
			case r == '(':
				open++
			case r == ')':
				open--
				return open < 0
			}
			return false
		})
		if value == "" {
			return nil, p.fail(start, NoValue, nil)
		}
	}
	if regexp.QuoteMeta(value) == value {
		t.literal = value
	} else {
		if _, err := syntax.Parse(value, syntax.Perl); err != nil { // alone, so that the message shows what the user wrote
			return nil, p.badExpression(start, value, err)
		}
		expr, err := regexp.Compile(`^(?:` + value + `)$`)
		if err != nil { // too large once it is wrapped
			return nil, p.badExpression(start, value, err)
		}
		t.expr = expr
	}
	p.query.tests = append(p.query.tests, t)
	return &condition{op: 't', test: len(p.query.tests) - 1}, nil
}

// beginsTest tells whether a text begins with a test, so that [tag=NNG|tag=NNP] means what it says.
func beginsTest(s string) bool {
	for _, name := range [...]string{"form", "lemma", "tag"} {
		if rest, ok := strings.CutPrefix(s, name); ok {
			rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
			return strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "!=")
		}
	}
	return false
}

// quoted reads a value in quotes; \" in it is a quote, and every other \ the expression's own.
func quoted(s string) (value string, n int, ok bool) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), i + 1, true
		case s[i] == '\\' && i+1 < len(s):
			if s[i+1] != '"' {
				b.WriteByte('\\')
			}
			i++
		}
		b.WriteByte(s[i])
	}
	return "", 0, false
}

func (p *queryParser) literal(a attribute, value string) *condition {
	p.query.tests = append(p.query.tests, test{attribute: a, literal: value})
	return &condition{op: 't', test: len(p.query.tests) - 1}
}

func (p *queryParser) space() {
	p.pos += len(p.text[p.pos:]) - len(strings.TrimLeftFunc(p.text[p.pos:], unicode.IsSpace))
}

// take skips white space and goes past a sign, if it is the next.
func (p *queryParser) take(sign byte) bool {
	p.space()
	if p.pos < len(p.text) && p.text[p.pos] == sign {
		p.pos++
		return true
	}
	return false
}

// until reads up to a rune at which the function says stop.
func (p *queryParser) until(stop func(rune) bool) string {
	start := p.pos
	for p.pos < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.pos:])
		if stop(r) {
			break
		}
		p.pos += n
	}
	return p.text[start:p.pos]
}

// sign gives the rune at the position, for messages.
func (p *queryParser) sign() string {
	if p.pos == len(p.text) {
		return ""
	}
	_, n := utf8.DecodeRuneInString(p.text[p.pos:])
	return p.text[p.pos : p.pos+n]
}

// matched is where a program goes when it has seen all it wants.
const matched = -2

// compiler makes a program of a tree, from the end to the beginning, so that each step knows where to go on.
type compiler struct {
	prog    []inst
	tooLong bool
}

func (c *compiler) add(i inst) int {
	if len(c.prog) >= maxProgram {
		c.tooLong = true
		return 0
	}
	c.prog = append(c.prog, i)
	return len(c.prog) - 1
}

// emit adds the steps of a tree that goes on at next, and gives its first step.
func (c *compiler) emit(s *seq, next int) int {
	if c.tooLong {
		return 0
	}
	switch s.op {
	case '[':
		return c.add(inst{cond: s.cond, x: next, y: -1})
	case '.':
		for i := len(s.items) - 1; i >= 0; i-- {
			next = c.emit(s.items[i], next)
		}
		return next
	case '|':
		first := c.emit(s.items[len(s.items)-1], next)
		for i := len(s.items) - 2; i >= 0; i-- {
			first = c.add(inst{x: c.emit(s.items[i], next), y: first})
		}
		return first
	}
	// {min,max}: the item min times, and then either max-min times at will, or round and round.
	item := s.items[0]
	if s.max < 0 {
		loop := c.add(inst{x: next, y: next})
		if !c.tooLong {
			c.prog[loop].x = c.emit(item, loop)
		}
		next = loop
	} else {
		end := next
		for range s.max - s.min {
			next = c.add(inst{x: c.emit(item, next), y: end})
			if c.tooLong {
				return 0
			}
		}
	}
	for range s.min {
		if next = c.emit(item, next); c.tooLong {
			return 0
		}
	}
	return next
}
