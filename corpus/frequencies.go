package corpus

import (
	"cmp"
	"slices"
	"sort"
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
	ListWithCommas      FrequencyFault = "commas"               // term,freq: the columns of a CSV
)

// FrequencyFaults gives all faults.
func FrequencyFaults() []FrequencyFault {
	return []FrequencyFault{NoFrequency, NoListedTerm, FrequencyNotNumber, FrequencyNegative, FrequencyFractional, FrequencyTooLarge,
		TermListedTwice, SizeNotNumber, SizeTooSmall, ListWithoutHeader, ListWithCommas}
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
	type cleaned struct {
		*Chunk
		text string
	}
	// Decoding and cleaning take half of the time; the words are numbered at the same time, in order.
	newWorker := func(int) func(*Chunk) cleaned {
		cleaner := &Cleaner{}
		return func(c *Chunk) cleaned {
			done := cleaner.Clean(c.Text)
			c.Doc.NoteCleaning(done.Counts)
			return cleaned{c, done.Text}
		}
	}
	begun := "" // of a line that the next chunk goes on with
	line := 0   // the number of that line
	err := InOrder(src.Chunks(), 0, newWorker, func(c cleaned, err error) error {
		if err != nil {
			if n.Error != nil {
				n.Error(err)
			}
			return nil
		}
		n.tell(c.Chunk, nil)
		return guarded(func() {
			if begun == "" {
				line = c.Line
			}
			text := c.text
			if begun != "" { // it goes on to the next line end
				end := strings.IndexByte(text, '\n') + 1
				if end == 0 {
					end = len(text)
				}
				begun, text = begun+text[:end], text[end:]
				if c.Last || strings.HasSuffix(begun, "\n") {
					l.read(c.Doc, line, begun)
					line += strings.Count(begun, "\n")
					begun = ""
				}
			}
			if !c.Last && !strings.HasSuffix(text, "\n") {
				at := strings.LastIndexByte(text, '\n') + 1
				text, begun = text[:at], begun+text[at:]
			}
			if text == "" && len(begun) > longestListLine { // no list: let the line be read, and be found at fault
				text, begun = begun, ""
			}
			l.read(c.Doc, line, text)
			line += strings.Count(text, "\n")
		})
	})
	if err != nil {
		return nil, err
	}
	l.take()
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

	waiting    []listRow // rows of doc that have no numbers yet
	faulty     place     // of the last fault
	doc        *Document
	begun      bool // the first line that says something is behind us
	skip       bool // the rest of the document: its header is of no use
	term, freq int  // columns
	columns    int  // needed for both
}

// listRow is a row of a list.
type listRow struct {
	term string
	freq uint64
	line int
	hash uint32
	near slot // asked for early only, see termNumbers.near
}

// read takes the whole lines of a text, of which the first is the document's line number.
func (l *frequencyList) read(doc *Document, number int, text string) {
	if doc != l.doc {
		l.take()
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

// complain tells of a fault, after those of the rows before it.
func (l *frequencyList) complain(line int, f FrequencyFault, text string, first int) {
	if f != TermListedTwice {
		l.take()
	}
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
		if hasCommas(line) {
			l.skip = true
			complain(ListWithCommas, line, 0)
			return
		}
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
	if l.waiting = append(l.waiting, listRow{term: term, freq: freq, line: number}); len(l.waiting) == atOnce {
		l.take()
	}
}

// take gives the words of the waiting rows their numbers.
func (l *frequencyList) take() {
	l.words.ready(len(l.waiting))
	for i := range l.waiting {
		w := &l.waiting[i]
		w.hash = l.words.hash(w.term)
		w.near = l.words.near(w.hash)
	}
	for i := range l.waiting {
		w := &l.waiting[i]
		id := l.words.number(w.hash, w.term)
		if int(id) < len(l.lines) {
			l.complain(w.line, TermListedTwice, w.term, l.lines[id])
			continue
		}
		l.lines = append(doubled(l.lines, 1), w.line)
		l.counts = append(doubled(l.counts, 1), w.freq)
	}
	l.waiting = l.waiting[:0]
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

// hasCommas tells whether the columns of a first line are parted by commas: a heading is among them, or a term and a count.
func hasCommas(line string) bool {
	if strings.Contains(line, "\t") {
		return false
	}
	fields := strings.Split(line, ",")
	for i := range fields {
		fields[i] = strings.ToLower(strings.Trim(fields[i], ` "`))
	}
	if len(fields) == 2 {
		if _, fault := parseFrequency(fields[1]); fault == "" {
			return true
		}
	}
	return len(fields) > 1 && slices.ContainsFunc(fields, knownHeading)
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
	case a.numbers != nil && len(a.Terms) > 0 && (b.numbers == nil || len(a.Terms) >= len(b.Terms)):
		return joinNumbered(a, b)
	case b.numbers != nil && len(b.Terms) > 0:
		j := joinNumbered(b, a)
		j.In[0], j.In[1] = j.In[1], j.In[0]
		return j
	}
	return JoinTerms(a.Terms, b.Terms)
}

// joinNumbered is JoinRecords where the words of a have numbers. What only one of the two has is in order already; most words
// are of that kind, and comparing words is dear.
func joinNumbered(a, b *Record) *Join {
	var both []joinedTerm
	joint := make([]bool, len(a.Terms))
	only := [2][]int32{make([]int32, 0, len(a.Terms)), make([]int32, 0, len(b.Terms))} // numbers in a and in b
	for i, at := range a.placesOfTerms(b) {
		if at < 0 {
			only[1] = append(only[1], int32(i))
			continue
		}
		joint[at] = true
		both = append(both, joinedTerm{b.Terms[i].Term, a.Terms[at].Freq + b.Terms[i].Freq, [2]int32{at, int32(i)}})
	}
	for i, is := range joint {
		if !is {
			only[0] = append(only[0], int32(i))
		}
	}
	slices.SortFunc(both, joinedTerm.compare)
	lists := [3]func(i int) joinedTerm{
		func(i int) joinedTerm {
			t := &a.Terms[only[0][i]]
			return joinedTerm{t.Term, t.Freq, [2]int32{only[0][i], -1}}
		},
		func(i int) joinedTerm {
			t := &b.Terms[only[1][i]]
			return joinedTerm{t.Term, t.Freq, [2]int32{-1, only[1][i]}}
		},
		func(i int) joinedTerm { return both[i] },
	}
	// The three are merged in pieces: from a word of a on, in each of them, to the next.
	const pieces = 8
	var starts [pieces + 1][3]int
	for k := 1; k < pieces && len(only[0]) > 0; k++ {
		from := len(only[0]) * k / pieces
		first := lists[0](from)
		starts[k] = [3]int{from}
		for list, n := range [3]int{1: len(only[1]), 2: len(both)} {
			if n > 0 {
				starts[k][list] = sort.Search(n, func(i int) bool { return lists[list](i).compare(first) > 0 })
			}
		}
	}
	starts[pieces] = [3]int{len(only[0]), len(only[1]), len(both)}
	n := len(only[0]) + len(only[1]) + len(both)
	j := &Join{Terms: make([]string, n), In: [][]int32{make([]int32, n), make([]int32, n)}}
	inTurn(pieces, 0, func(k int) {
		at, end := starts[k], starts[k+1]
		var heads [3]joinedTerm
		for list := range heads {
			if at[list] < end[list] {
				heads[list] = lists[list](at[list])
			}
		}
		for out := at[0] + at[1] + at[2]; ; out++ {
			least := -1
			for list := range heads {
				if at[list] < end[list] && (least < 0 || heads[list].compare(heads[least]) < 0) {
					least = list
				}
			}
			if least < 0 {
				return
			}
			x := &heads[least]
			j.Terms[out], j.In[0][out], j.In[1][out] = x.term, x.in[0], x.in[1]
			if at[least]++; at[least] < end[least] {
				heads[least] = lists[least](at[least])
			}
		}
	})
	return j
}

// joinedTerm is a term of one of two records, or of both.
type joinedTerm struct {
	term string
	freq uint64   // in both together
	in   [2]int32 // as in Join.In
}

// compare orders as Join.Terms is.
func (x joinedTerm) compare(y joinedTerm) int {
	if x.freq != y.freq {
		return cmp.Compare(y.freq, x.freq)
	}
	return strings.Compare(x.term, y.term)
}

// placesOfTerms tells of each term of b where in r.Terms it stands, -1 where it does not. The words of r have numbers.
func (r *Record) placesOfTerms(b *Record) []int32 {
	places := make([]int32, len(b.Terms))
	inRanges(len(places), 0, func(from, to int) {
		var hashes [atOnce]uint32
		var first [atOnce]slot
		for from < to {
			n := min(to-from, atOnce)
			for i, t := range b.Terms[from : from+n] {
				hashes[i] = r.numbers.hash(t.Term)
				first[i] = r.numbers.near(hashes[i])
			}
			for i, t := range b.Terms[from : from+n] {
				places[from+i] = -1
				if first[i] == 0 {
					continue
				}
				if number, ok := r.numbers.find(hashes[i], t.Term); ok {
					places[from+i] = r.places[number]
				}
			}
			from += n
		}
	})
	return places
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
			id := words.number(words.hash(t.Term), t.Term)
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
