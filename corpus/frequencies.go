package corpus

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxFrequency is the largest count that a frequency list may hold: measures are exact up to it.
const MaxFrequency = 1_000_000_000_000

// FrequencyFault is what is wrong with a line of a frequency list.
type FrequencyFault string

// The faults, for programs: a command prints them in its reader's language.
const (
	NoFrequency         FrequencyFault = "no-frequency"         // 학교: there is no tab and no number
	NoListedTerm        FrequencyFault = "no-term"              // <tab>12: nothing stands before the number
	FrequencyNotNumber  FrequencyFault = "not-a-number"         // 학교<tab>viele
	FrequencyNegative   FrequencyFault = "negative"             // 학교<tab>-3
	FrequencyFractional FrequencyFault = "fractional"           // 학교<tab>2.5, a frequency per million perhaps
	FrequencyTooLarge   FrequencyFault = "too-large"            // above MaxFrequency
	TermListedTwice     FrequencyFault = "listed-twice"         // {first} is the line that has it already
	SizeNotNumber       FrequencyFault = "size-not-a-number"    // # tokens: many
	SizeTooSmall        FrequencyFault = "size-too-small"       // # tokens: 10, and the frequencies add up to more
	ListWithoutHeader   FrequencyFault = "no-frequency-columns" // a header, but no column term or no column freq
)

// FrequencyFaults gives all faults.
func FrequencyFaults() []FrequencyFault {
	return []FrequencyFault{NoFrequency, NoListedTerm, FrequencyNotNumber, FrequencyNegative, FrequencyFractional, FrequencyTooLarge,
		TermListedTwice, SizeNotNumber, SizeTooSmall, ListWithoutHeader}
}

// FrequencyError tells of a line of a frequency list that cannot be used.
type FrequencyError struct {
	Path  string
	Line  int // from 1
	Fault FrequencyFault
	Text  string // the part of the line at fault
	First int    // the line that has the term already, of TermListedTwice
}

// Error gives place and fault, in English.
func (e *FrequencyError) Error() string {
	return e.Path + ":" + strconv.Itoa(e.Line) + ": " + string(e.Fault) + ": " + e.Text
}

// ReadFrequencies reads frequency lists, a term a line:
//
//	term<TAB>freq
//	학교	120
//	가다	87
//
// The header is optional. With it the columns may be any, in any order, of which term and freq are taken, so that
// a list which kstat printed can be read back. Empty lines are passed over, and so are remarks: lines that begin with #
// and have no frequency in its place, or, before the first row and the header, that begin with # and a space. So
// #해시태그<TAB>12 is a row, and so is #<TAB>7. A frequency is a whole number from 0 to MaxFrequency; a term of frequency 0 is left out.
//
// Faulty lines are told to fault as a *FrequencyError, in order, and left out. Several files are one list, in which no
// term may stand twice. The size of the corpus, Totals.Tokens, is the sum of the frequencies; a list that does not hold all
// words of its corpus can say how large that is, in a line of its own:
//
//	# tokens: 9327403
//
// The only error is a *PanicError.
func ReadFrequencies(src *Source, n Notices, fault func(*FrequencyError)) (*Record, error) {
	l := &frequencyList{fault: fault}
	cleaner := &Cleaner{}
	err := guarded(func() {
		begun := "" // of a line that the next chunk goes on with
		line := 0   // the number of that line
		for chunk, err := range src.Chunks() {
			switch {
			case err == nil:
				n.tell(chunk, nil)
				cleaned := cleaner.Clean(chunk.Text)
				chunk.Doc.NoteCleaning(cleaned.Counts)
				text := cleaned.Text
				if begun == "" {
					line = chunk.Line
				}
				text, begun = begun+text, ""
				if !chunk.Last && !strings.HasSuffix(text, "\n") {
					at := strings.LastIndexByte(text, '\n') + 1
					text, begun = text[:at], text[at:]
				}
				if text == "" && len(begun) > longestListLine { // no list: let the line be read, and be found at fault
					text, begun = begun, ""
				}
				l.read(chunk.Doc, line, text)
				line += strings.Count(text, "\n")
			case n.Error != nil:
				n.Error(err)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	r := &Record{}
	r.Documents = l.documents
	for _, freq := range l.counts {
		r.Tokens += freq
	}
	if l.size > 0 {
		if l.size < r.Tokens {
			l.complain(l.sizeLine, SizeTooSmall, strconv.FormatUint(l.size, 10), 0)
		} else {
			r.Tokens = l.size
		}
	}
	r.place(l)
	return r, nil
}

// place puts the words of a list in order.
func (r *Record) place(l *frequencyList) {
	r.numbers = &l.words
	r.places = make([]int32, len(l.counts))
	numbers := make([]uint32, 0, len(l.counts))
	for number, freq := range l.counts {
		r.places[number] = -1
		if freq > 0 {
			numbers = append(numbers, uint32(number))
		}
	}
	slices.SortFunc(numbers, func(a, b uint32) int {
		if l.counts[a] != l.counts[b] {
			return cmp.Compare(l.counts[b], l.counts[a])
		}
		return strings.Compare(l.words.terms[a], l.words.terms[b])
	})
	r.Terms = make([]Count, len(numbers))
	for i, number := range numbers {
		r.Terms[i] = Count{Term: l.words.terms[number], Freq: l.counts[number]}
		r.places[number] = int32(i)
	}
}

// longestListLine is the length of a line from which on it is no longer put together of chunks.
const longestListLine = 4 << 20

// ByFrequency orders terms as Record.Terms has them: the most frequent first, those of the same frequency by code points.
func ByFrequency(a, b Count) int {
	if a.Freq != b.Freq {
		return cmp.Compare(b.Freq, a.Freq)
	}
	return strings.Compare(a.Term, b.Term)
}

// frequencyList is a list while it is read.
type frequencyList struct {
	fault     func(*FrequencyError)
	words     termNumbers
	counts    []uint64 // by number of the word
	lines     []int    // by number of the word: where it was listed
	documents uint64
	size      uint64 // of the corpus, if the list says it
	sizeLine  int

	faulty     place // of the last fault
	doc        *Document
	begun      bool // the first line that says something is behind us
	skip       bool // the rest of the document: its header is of no use
	term, freq int  // columns
	columns    int  // needed for both
}

// read takes the whole lines of a text, of which the first is the document's line number.
func (l *frequencyList) read(doc *Document, number int, text string) {
	if doc != l.doc {
		l.doc, l.begun, l.skip = doc, false, false
		l.term, l.freq, l.columns = 0, 1, 2
		l.documents++
	}
	for ; text != "" && !l.skip; number++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		switch {
		case line == "" || strings.TrimSpace(line) == "":
		case l.isRemark(line):
			l.remark(number, line)
		default:
			l.line(number, line)
		}
	}
}

func (l *frequencyList) complain(line int, f FrequencyFault, text string, first int) {
	at := place{l.doc, line}
	if l.fault == nil || f == NoFrequency && at == l.faulty { // the rest of a line that was read in pieces
		return
	}
	l.faulty = at
	const most = 120 // bytes of the line: enough to find it
	if len(text) > most {
		end := most
		for !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end] + "…"
	}
	l.fault(&FrequencyError{Path: l.doc.Name, Line: line, Fault: f, Text: text, First: first})
}

// place is a line of a document.
type place struct {
	doc  *Document
	line int
}

// isRemark tells lines that are about the list from rows: a row may be of #, of a hashtag, or of an n-gram that begins with #.
func (l *frequencyList) isRemark(line string) bool {
	if line[0] != '#' {
		return false
	}
	if !l.begun && strings.HasPrefix(line, "# ") {
		return true
	}
	_, freq, ok := l.fields(line)
	if !ok {
		return true
	}
	_, fault := parseFrequency(freq)
	return fault == FrequencyNotNumber
}

// remark looks for the size of the corpus in a remark. Several lists add up.
func (l *frequencyList) remark(number int, line string) {
	name, value, ok := strings.Cut(line[1:], ":")
	if !ok || strings.ToLower(strings.TrimSpace(name)) != "tokens" {
		return
	}
	value = strings.TrimSpace(value)
	n, fault := parseFrequency(value)
	if fault != "" || n == 0 {
		l.complain(number, SizeNotNumber, value, 0)
		return
	}
	l.size, l.sizeLine = l.size+n, number
}

func (l *frequencyList) line(number int, line string) {
	complain := func(f FrequencyFault, text string, first int) { l.complain(number, f, text, first) }
	if !l.begun {
		l.begun = true
		if isHeader, ok := l.header(line); isHeader {
			if !ok {
				l.skip = true
				complain(ListWithoutHeader, line, 0)
			}
			return
		}
	}
	term, text, ok := l.fields(line)
	if !ok {
		complain(NoFrequency, line, 0)
		return
	}
	term = strings.TrimSpace(term)
	freq, f := parseFrequency(text)
	switch {
	case f != "":
		complain(f, text, 0)
		return
	case term == "":
		complain(NoListedTerm, line, 0)
		return
	}
	id := l.words.number(term)
	if int(id) < len(l.lines) {
		complain(TermListedTwice, term, l.lines[id])
		return
	}
	l.lines = append(l.lines, number)
	l.counts = append(l.counts, freq)
}

// fields gives the columns of a line that are needed; ok is false where it has too few.
func (l *frequencyList) fields(line string) (term, freq string, ok bool) {
	n := 0
	for rest, more := line, true; more && n < l.columns; n++ {
		var f string
		f, rest, more = strings.Cut(rest, "\t")
		switch n {
		case l.term:
			term = f
		case l.freq:
			freq = f
		}
	}
	return term, freq, n == l.columns
}

// header tells whether a first line is a header, and whether it names the columns that are needed. A header is a line with
// a column called freq or by another heading under which people keep counts.
func (l *frequencyList) header(line string) (is, ok bool) {
	term, freq := -1, -1
	fields := strings.Split(line, "\t")
	for i, f := range fields {
		f = strings.ToLower(strings.TrimSpace(f))
		if f == "term" {
			term = i
		}
		if f == "freq" {
			freq = i
		}
		is = is || knownHeading(f)
	}
	switch {
	case !is:
		return false, false
	case term >= 0 && freq >= 0:
		l.term, l.freq, l.columns = term, freq, max(term, freq)+1
		return true, true
	}
	return true, len(fields) == 2 && knownHeading(strings.ToLower(strings.TrimSpace(fields[1]))) // 낱말<tab>빈도
}

// knownHeading tells headings under which people keep counts.
func knownHeading(s string) bool {
	switch s {
	case "freq", "frequency", "count", "counts", "n", "빈도", "빈도수", "횟수", "출현빈도":
		return true
	}
	return false
}

// parseFrequency reads a count; white space around it does not matter.
func parseFrequency(s string) (uint64, FrequencyFault) {
	s = strings.TrimSpace(s)
	n, err := strconv.ParseUint(s, 10, 64)
	if err == nil {
		if n > MaxFrequency {
			return 0, FrequencyTooLarge
		}
		return n, ""
	}
	f, err := strconv.ParseFloat(s, 64)
	switch {
	case f != f || err != nil && f == 0:
		return 0, FrequencyNotNumber
	case f < 0:
		return 0, FrequencyNegative
	case f > MaxFrequency:
		return 0, FrequencyTooLarge
	}
	return 0, FrequencyFractional
}

// Join is the joint vocabulary of several corpora.
type Join struct {
	// Terms are the terms of all corpora together, the most frequent first, those of the same frequency in the order of
	// their code points.
	Terms []string
	// In holds for each corpus and each of Terms its number in the corpus's list of terms, -1 where the corpus lacks it.
	In [][]int32
}

// JoinRecords makes the joint vocabulary of two corpora. Of a frequency list it uses that its words were numbered when it was
// read, where their order was the same, and looks up the words of the other only.
func JoinRecords(a, b *Record) *Join {
	switch {
	case a.numbers != nil && (b.numbers == nil || len(a.Terms) >= len(b.Terms)):
		return joinNumbered(a, b)
	case b.numbers != nil:
		j := joinNumbered(b, a)
		j.In[0], j.In[1] = j.In[1], j.In[0]
		return j
	}
	return JoinTerms(a.Terms, b.Terms)
}

// joinNumbered is JoinRecords where the words of a have numbers.
func joinNumbered(a, b *Record) *Join {
	type word struct {
		term string
		freq uint64
		in   [2]int32
	}
	before := func(x, y word) int {
		if x.freq != y.freq {
			return cmp.Compare(y.freq, x.freq)
		}
		return strings.Compare(x.term, y.term)
	}
	// What only one of them has is in order already; most words are of that kind, and comparing words is dear.
	var both []word
	joint := make([]bool, len(a.Terms))
	only := make([]int32, 0, len(b.Terms)) // in b
	for i, t := range b.Terms {
		at := int32(-1)
		if number, ok := a.numbers.find(t.Term); ok {
			at = a.places[number]
		}
		if at < 0 {
			only = append(only, int32(i))
			continue
		}
		joint[at] = true
		both = append(both, word{t.Term, a.Terms[at].Freq + t.Freq, [2]int32{at, int32(i)}})
	}
	slices.SortFunc(both, before)
	n := len(a.Terms) + len(only)
	j := &Join{Terms: make([]string, 0, n), In: [][]int32{make([]int32, 0, n), make([]int32, 0, n)}}
	put := func(w word) {
		j.Terms = append(j.Terms, w.term)
		j.In[0], j.In[1] = append(j.In[0], w.in[0]), append(j.In[1], w.in[1])
	}
	i := 0
	next := func() (w word, ok bool) { // of a alone
		for i < len(joint) && joint[i] {
			i++
		}
		if i == len(joint) {
			return w, false
		}
		return word{a.Terms[i].Term, a.Terms[i].Freq, [2]int32{int32(i), -1}}, true
	}
	other := func() (w word, ok bool) {
		if len(only) == 0 {
			return w, false
		}
		return word{b.Terms[only[0]].Term, b.Terms[only[0]].Freq, [2]int32{-1, only[0]}}, true
	}
	x, xok := next()
	y, yok := other()
	for xok || yok || len(both) > 0 {
		first := xok
		if yok && (!first || before(y, x) < 0) {
			first = false
		}
		one, ok := x, xok
		if !first {
			one, ok = y, yok
		}
		if len(both) > 0 && (!ok || before(both[0], one) < 0) {
			put(both[0])
			both = both[1:]
			continue
		}
		put(one)
		if first {
			i++
			x, xok = next()
		} else {
			only = only[1:]
			y, yok = other()
		}
	}
	return j
}

// JoinTerms makes the joint vocabulary of lists of terms, each as Record.Terms is.
func JoinTerms(lists ...[]Count) *Join {
	var words termNumbers
	most := 0
	for _, list := range lists {
		most += len(list)
	}
	words.expect(most)
	total := make([]uint64, 0, most)
	times := make([]uint8, 0, most) // in how many lists a term is
	ids := make([][]uint32, len(lists))
	for i, list := range lists {
		ids[i] = make([]uint32, len(list))
		for j, t := range list {
			id := words.number(t.Term)
			ids[i][j] = id
			if int(id) == len(total) {
				total, times = append(total, 0), append(times, 0)
			}
			total[id] += t.Freq
			times[id] = min(2, times[id]+1)
		}
	}
	before := func(a, b uint32) int {
		if total[a] != total[b] {
			return cmp.Compare(total[b], total[a])
		}
		return strings.Compare(words.terms[a], words.terms[b])
	}
	// What only one list has is in order already; most words are of that kind, and comparing words is dear.
	var order []uint32
	for id := range total {
		if times[id] > 1 {
			order = append(order, uint32(id))
		}
	}
	slices.SortFunc(order, before)
	for i := range lists {
		var own []uint32
		for _, id := range ids[i] {
			if times[id] == 1 {
				own = append(own, id)
			}
		}
		order = merged(order, own, before)
	}
	j := &Join{Terms: make([]string, len(order)), In: make([][]int32, len(lists))}
	place := make([]int32, len(order))
	for i, id := range order {
		place[id] = int32(i)
	}
	for i, list := range lists {
		j.In[i] = make([]int32, len(order))
		for k := range j.In[i] {
			j.In[i][k] = -1
		}
		for k, t := range list {
			at := place[ids[i][k]]
			j.In[i][at] = int32(k)
			j.Terms[at] = t.Term
		}
	}
	return j
}

// merged gives two ordered lists as one.
func merged(a, b []uint32, before func(a, b uint32) int) []uint32 {
	all := make([]uint32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if before(b[0], a[0]) < 0 {
			all, b = append(all, b[0]), b[1:]
		} else {
			all, a = append(all, a[0]), a[1:]
		}
	}
	return append(append(all, a...), b...)
}
