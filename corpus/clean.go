package corpus

import (
	"sort"
	"strings"
)

// Rule is a row of the table of cleaning rules: one thing that cleaning does.
type Rule struct {
	Name   string // as the log prints it
	Does   string // an English sentence for help and log
	Always bool   // done even where the user wants no cleaning, because the analyses could not work otherwise

	// apply goes over a line in which the scan has seen something for this rule, and tells the editor what to drop and
	// what to replace. It must leave nothing that it would change if it saw its own result.
	apply func(line string, e *editor)
}

// rules stand in the order in which they work on a line: single characters first, so that those after them see
// ordinary ones; entities when their & and ; are ordinary; repetition last. A rule is a file clean_<name>.go, a row
// here and a line in scan. The line ends, which no rule sees, are the cleaner's own work.
var rules = [...]Rule{
	ruleLineEnd:    {"line-end", `\r\n and a lone \r become \n`, true, nil},
	ruleControl:    {"control", "drops control characters, NUL among them, and U+FFFC, where a picture was", false, cleanControl},
	ruleZeroWidth:  {"zero-width", "drops zero-width characters, joiners and variation selectors that hold no emoji together", false, cleanZeroWidth},
	ruleBidi:       {"bidi", "drops marks of writing direction", false, cleanBidi},
	ruleSoftHyphen: {"soft-hyphen", "drops soft hyphens", false, cleanSoftHyphen},
	ruleFill:       {"fill", "joins the fill sequences of KS X 1001 to the syllable they stand for: U+3164 ㅂ ㅞ ㄺ is 뷁", true, cleanFill},
	ruleSpace:      {"space", "makes every other white space, as the no-break and the ideographic space, an ordinary space", false, cleanSpace},
	ruleWidth:      {"width", "makes fullwidth ASCII and halfwidth jamo ordinary: Ａ？ﾡ becomes A?ㄱ", false, cleanWidth},
	ruleNFC:        {"nfc", "composes letters and marks, and conjoining jamo to syllables (Unicode NFC)", true, cleanNFC},
	ruleEntity:     {"entity", "resolves HTML entities: &lt; becomes <", false, cleanEntity},
	ruleRepeat:     {"repeat", "shortens runs: ㅋㅋㅋㅋ to ㅋㅋ, !!!! to !!, 와아아아아 to 와아아아; not in addresses, @names and #tags", false, cleanRepeat},
}

// Indexes of rules; 1<<index is a rule's bit in a mask.
const (
	ruleLineEnd = iota
	ruleControl
	ruleZeroWidth
	ruleBidi
	ruleSoftHyphen
	ruleFill
	ruleSpace
	ruleWidth
	ruleNFC
	ruleEntity
	ruleRepeat
)

// mask is a set of rules.
type mask uint16

// has tells whether the rule with an index is in the set.
func (m mask) has(rule int) bool { return m&(1<<rule) != 0 }

const (
	allRules   mask = 1<<len(rules) - 1
	alwaysDone mask = 1<<ruleLineEnd | 1<<ruleFill | 1<<ruleNFC
)

// Rules gives the cleaning rules in the order in which they work.
func Rules() []Rule { return append([]Rule(nil), rules[:]...) }

// Cleaner makes decoded text into the text that the analyses see. The zero value applies only the rules that are Always
// done, as the user's --no-clean asks; NewCleaner gives one that applies all. A Cleaner keeps scratch memory: one a goroutine.
type Cleaner struct {
	// Log asks for Cleaned.Changes. Counts come in any case.
	Log bool

	all    bool
	editor editor
}

// NewCleaner gives a Cleaner that applies every rule.
func NewCleaner() *Cleaner { return &Cleaner{all: true} }

// Cleaned is a cleaned text and the way back.
type Cleaned struct {
	// Text is valid UTF-8 in NFC; its lines end in \n and are as many as those of the decoded text.
	Text string
	// Map leads from offsets of Text to offsets of the decoded text.
	Map Map
	// Counts tells how often each rule changed something, by the order of Rules. Neighbours that one rule changes are one
	// change: three zero-width spaces in a row, a word in NFD. Nil where nothing was changed.
	Counts Counts
	// Changes tells what was changed, by where it begins. Nil unless Cleaner.Log.
	Changes []Change
}

// Change is one thing that a rule did. A place that two rules changed, as an entity that became a ㅋ too many, has a
// Change for each.
type Change struct {
	Rule       string // its name
	Start, End int    // byte offsets into the text given to Clean, [Start,End); of a chunk, add Chunk.Offset
	Line       int    // of that text, from 1; of a chunk, add Chunk.Line-1
	Old        string // what stood there: text[Start:End]
	New        string // what the rule made of it
}

// Counts tells how often each rule changed something, in the order of Rules. Its zero value counts nothing.
type Counts []int

// Add adds the counts of another text.
func (c *Counts) Add(d Counts) {
	if *c == nil && d != nil {
		*c = make(Counts, len(rules))
	}
	for i, n := range d {
		(*c)[i] += n
	}
}

// Total gives the number of changes by all rules.
func (c Counts) Total() (n int) {
	for _, k := range c {
		n += k
	}
	return n
}

// Clean cleans a decoded text, which must be valid UTF-8. Where nothing is to be done the text comes back as it is, without a
// copy. Cleaning what was cleaned changes nothing.
//
// The rules look at one line at a time, so that the chunks of a document can be cleaned one by one; only what was cut in
// the middle of a word, in a line longer than any chunk, may come out differently from the whole.
func (c *Cleaner) Clean(text string) Cleaned {
	want := alwaysDone
	if c.all {
		want = allRules
	}
	w := work{text: text, want: want, cleaner: c, line: 1}
	for pos := 0; ; {
		end := len(text)
		if !c.all {
			pos, end = suspect(text, pos)
		}
		at, size, m := scan(text[:end], pos)
		switch {
		case m == 0 && end == len(text):
			return w.done()
		case m == 0:
			pos = end
		case m.has(ruleLineEnd):
			pos = w.lineEnd(at)
		case m&want == 0:
			pos = at + size
		default:
			start := strings.LastIndexByte(text[:at], '\n') + 1
			if cr := strings.LastIndexByte(text[start:at], '\r'); cr >= 0 {
				start += cr + 1
			}
			pos = at + size
			if end := strings.IndexAny(text[pos:], "\r\n"); end >= 0 {
				pos += end
			} else {
				pos = len(text)
			}
			w.clean(start, pos)
		}
	}
}

// work is what Clean has done so far with a text.
type work struct {
	text    string
	want    mask
	cleaner *Cleaner
	out     strings.Builder
	copied  int // text[:copied] is in out, as far as it was not dropped
	edits   []edit
	counts  Counts
	changes []Change
	line    int // the number of the line that text[lineAt] lies on, if Log
	lineAt  int
}

// lineEnd makes the line end at text[at] a \n and gives the offset of the next line.
func (w *work) lineEnd(at int) int {
	with, next := "\n", at+1
	if next < len(w.text) && w.text[next] == '\n' {
		with = ""
	}
	w.put(at, at+1, with, []edit{{0, 1, 0, len(with)}})
	w.countLines(at)
	w.count(ruleLineEnd, at, at+1, with, false)
	return next + 1 - len(with)
}

// put takes over the text up to start and writes with in place of text[start:end]; edits lead from one to the other.
func (w *work) put(start, end int, with string, edits []edit) {
	if w.edits == nil {
		w.out.Grow(len(w.text))
	}
	w.out.WriteString(w.text[w.copied:start])
	to := w.out.Len()
	w.out.WriteString(with)
	w.copied = end
	for _, e := range edits {
		w.edits = append(w.edits, edit{start + e.from, start + e.fromEnd, to + e.to, to + e.toEnd})
	}
}

// countLines brings the line number up to the line that text[at] lies on, for the log.
func (w *work) countLines(at int) {
	if w.cleaner.Log {
		w.line += CountLineEnds(w.text[w.lineAt:at])
		w.lineAt = at
	}
}

// count notes a change of text[start:end]; goesOn says that it belongs to the one noted before.
func (w *work) count(rule, start, end int, with string, goesOn bool) {
	if w.counts == nil {
		w.counts = make(Counts, len(rules))
	}
	if !goesOn {
		w.counts[rule]++
	}
	if !w.cleaner.Log {
		return
	}
	if goesOn {
		last := &w.changes[len(w.changes)-1]
		last.End = end
		last.Old = w.text[last.Start:end]
		last.New += with
		return
	}
	w.changes = append(w.changes, Change{rules[rule].Name, start, end, w.line, w.text[start:end], with})
}

// maxRounds bounds how often the rules go over a line. Two rounds settle everything, for each rule leaves nothing that an
// earlier one would change, but for NFC after entities; the bound is there for the mistakes in that sentence.
const maxRounds = 4

// clean applies the rules to the line text[start:end].
func (w *work) clean(start, end int) {
	w.countLines(start)
	line := w.text[start:end]
	e := &w.cleaner.editor
	var edits []edit // from the line as it was to line
	for range maxRounds {
		m := scanAll(line) & w.want
		if m == 0 {
			break
		}
		changed := false
		for i, rule := range rules {
			if !m.has(i) || rule.apply == nil {
				continue
			}
			e.begin(line)
			rule.apply(line, e)
			if len(e.edits) == 0 {
				continue
			}
			before := Map{edits}
			for k, ed := range e.edits {
				from, fromEnd := before.Decoded(ed.from, ed.fromEnd)
				with := ""
				if w.cleaner.Log {
					with = string(e.out[ed.to:ed.toEnd])
				}
				w.count(i, start+from, start+fromEnd, with, k > 0 && ed.from == e.edits[k-1].fromEnd)
			}
			edits = compose(edits, e.edits)
			line = e.end()
			changed = true
			m = scanAll(line) & w.want
		}
		if !changed {
			break
		}
	}
	if len(edits) > 0 {
		w.put(start, end, line, edits)
	}
}

func (w *work) done() Cleaned {
	if w.edits == nil {
		return Cleaned{Text: w.text}
	}
	w.out.WriteString(w.text[w.copied:])
	sort.SliceStable(w.changes, func(i, j int) bool { return w.changes[i].Start < w.changes[j].Start })
	return Cleaned{Text: w.out.String(), Map: Map{w.edits}, Counts: w.counts, Changes: w.changes}
}

// editor collects what a rule does to a line.
type editor struct {
	in    string
	out   []byte
	taken int // in[:taken] is in out, as far as it was not dropped
	edits []edit
}

func (e *editor) begin(line string) {
	e.in, e.out, e.taken, e.edits = line, e.out[:0], 0, e.edits[:0]
}

// replace writes with in place of in[start:end], which must not be empty; "" drops it. Calls go from left to right.
func (e *editor) replace(start, end int, with string) {
	e.out = append(e.out, e.in[e.taken:start]...)
	to := len(e.out)
	e.out = append(e.out, with...)
	e.taken = end
	e.edits = append(e.edits, edit{start, end, to, len(e.out)})
}

// end gives the line as edited.
func (e *editor) end() string { return string(append(e.out, e.in[e.taken:]...)) }
