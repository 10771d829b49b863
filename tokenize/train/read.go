package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
	"kstat/tokenize/internal/segment"
)

// morph is a morpheme of the vocabulary.
type morph struct {
	form      string
	tag       tokenize.Tag
	irregular bool // changes its coda before a vowel: 걷/VV-I
}

func (m morph) String() string {
	s := m.form + "/" + m.tag.String()
	if m.irregular {
		s += "-I"
	}
	return s
}

// vocabulary numbers morphemes.
type vocabulary struct {
	ids   map[morph]int32
	list  []morph
	count []float64
}

func (v *vocabulary) id(m morph) int32 {
	id, ok := v.ids[m]
	if !ok {
		id = int32(len(v.list))
		v.ids[m] = id
		v.list = append(v.list, m)
		v.count = append(v.count, 0)
	}
	return id
}

// analysis is the morphemes of a piece, as four bytes a number, so that it can be a key.
type analysis string

func pack(ids []int32) analysis {
	b := make([]byte, 0, len(ids)*4)
	for _, id := range ids {
		b = append(b, byte(id), byte(id>>8), byte(id>>16), byte(id>>24))
	}
	return analysis(b)
}

func (a analysis) len() int { return len(a) / 4 }

func (a analysis) at(i int) int32 {
	return int32(a[4*i]) | int32(a[4*i+1])<<8 | int32(a[4*i+2])<<16 | int32(a[4*i+3])<<24
}

// upTo gives the morphemes up to the i-th, it included.
func (a analysis) upTo(i int) analysis { return a[:4*(i+1)] }

// kind is a surface of Hangul and what stands before it within the eojeol.
type pieceType struct {
	surface string
	left    uint8 // segment.Left
	total   float64
	list    []int32 // analyses, numbers in corpus.analyses
	counts  []float64
}

// token is a piece of a sentence.
type token struct {
	typ    int32 // of a Hangul piece: its type; of another: -1 - number of its text
	gold   int32 // number of the analysis; -1 where the label could not be matched to the text
	kind   segment.Kind
	spaced bool
	sure   bool // hand-made data have confirmed its analysis
}

// sentence is a line of text.
type sentence struct {
	from, to int32   // tokens
	weight   float32 // of its counts
	lesson   float32 // of what the choice learns from it
	heldOut  bool
	source   uint8
	heads    []morph // of a dictionary's example: the words that it stands under
}

type corpus struct {
	vocab      vocabulary
	analyses   []analysis
	analysisN  map[analysis]int32
	types      []pieceType
	typeN      map[string]int32 // left byte + surface
	others     []string         // texts of pieces that are not Hangul
	otherN     map[string]int32
	tokens     []token
	sentences  []sentence
	unmetNames []int32            // names that the Sejong corpus has too seldom for the lexicon
	headwords  map[string][]morph // by text: what it is an example of, stems without 다
	dictionary map[morph]bool     // the headwords
	overruled  int                // labels
	begins     map[int32]morph    // by token of a treebank: the morpheme that the eojeol begins with
	hold       uint64             // one in so many examples of the dictionary is held out
	bad, good  int

	corrections *corrections
	learnAll    bool // no line is held out
}

func newCorpus() *corpus {
	return &corpus{vocab: vocabulary{ids: map[morph]int32{}}, analysisN: map[analysis]int32{}, typeN: map[string]int32{}, otherN: map[string]int32{}}
}

func (c *corpus) analysis(a analysis) int32 {
	n, ok := c.analysisN[a]
	if !ok {
		n = int32(len(c.analyses))
		c.analysisN[a] = n
		c.analyses = append(c.analyses, a)
	}
	return n
}

// typeKey is what a type is found by.
func typeKey(surface string, left uint8) string { return string(rune(left)) + surface }

func (c *corpus) typ(surface string, left uint8) int32 {
	key := typeKey(surface, left)
	n, ok := c.typeN[key]
	if !ok {
		n = int32(len(c.types))
		c.typeN[key] = n
		c.types = append(c.types, pieceType{surface: key[1:], left: left})
	}
	return n
}

func (c *corpus) other(text string) int32 {
	n, ok := c.otherN[text]
	if !ok {
		n = int32(len(c.others))
		text = strings.Clone(text)
		c.otherN[text] = n
		c.others = append(c.others, text)
	}
	return n
}

// unpacking is a file that xz unpacks.
type unpacking struct {
	io.Reader
	cmd *exec.Cmd
}

// Close gives the error of what could not be unpacked. Before the end of the file is read it has one.
func (u unpacking) Close() error { return u.cmd.Wait() }

// open reads a file that may be packed by xz.
func open(path string) (io.ReadCloser, error) {
	if !strings.HasSuffix(path, ".xz") {
		return os.Open(path)
	}
	cmd := exec.Command("xz", "-dc", path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", path, err)
	}
	return unpacking{out, cmd}, nil
}

// lines calls f with each line of a file.
func lines(path string, f func(line string)) error {
	r, err := open(path)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 1<<20), 1<<24)
	for s.Scan() {
		f(s.Text())
	}
	err = s.Err()
	if e := r.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// usualHold: one line in so many is kept from training.
const usualHold = 200

// heldOut chooses the lines that are kept from training, by a hash of the text: one in n.
func heldOut(text string, n uint64) bool { return fnv(text)%n == 0 }

func fnv(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>29
}

// silver reads a file of lines 'text<TAB>analysis<TAB>third'. weigh gives a line's weight by its third column; 0 leaves
// its label out.
func (c *corpus) silver(path string, source uint8, every int, weigh func(third string) (weight, lesson float32)) error {
	n := 0
	return lines(path, func(line string) {
		n++
		if every > 1 && n%every != 0 {
			return
		}
		f := strings.SplitN(line, "\t", 3)
		if len(f) < 2 {
			return
		}
		third := ""
		if len(f) > 2 {
			third = f[2]
		}
		weight, lesson := weigh(third)
		c.add(f[0], f[1], source, weight, lesson)
	})
}

// add adds a labelled line. Labels that cannot be matched to the text leave their pieces without gold, and so does a
// weight of 0 all of them.
func (c *corpus) add(text, label string, source uint8, weight, lesson float32) {
	hold := uint64(usualHold)
	if source == dictionary {
		hold = c.hold
	}
	s := sentence{from: int32(len(c.tokens)), weight: weight, lesson: lesson, heldOut: !c.learnAll && heldOut(text, hold), source: source, heads: c.headwords[text]}
	eojeols := strings.Fields(text)
	var items [][]string
	if weight > 0 {
		items = splitItems(label)
		c.overrule(items, s.heads)
	}
	k := 0
	for i, e := range eojeols {
		pieces := segment.Append(nil, e)
		at := len(c.tokens)
		c.addPieces(e, pieces)
		if k >= len(items) {
			c.bad++
			continue
		}
		used, ok := c.match(e, pieces, items[k], c.tokens[at:], float64(weight), s.heldOut)
		switch {
		case !ok && len(items)-k == len(eojeols)-i:
			k++ // this one alone is lost
			c.bad++
		case !ok:
			k = len(items) // where the next one begins is not known
			c.bad++
		default:
			c.good++
			if items[k] = items[k][used:]; len(items[k]) == 0 {
				k++
			}
		}
	}
	s.to = int32(len(c.tokens))
	c.sentences = append(c.sentences, s)
}

// addPieces adds the tokens of an eojeol, without gold.
func (c *corpus) addPieces(e string, pieces []segment.Piece) {
	left := segment.LeftStart
	for j, p := range pieces {
		surface := e[p.Start:p.End]
		t := token{kind: p.Kind, spaced: j == 0, gold: -1}
		if p.Kind == segment.Hangul {
			t.typ = c.typ(surface, left)
		} else {
			t.typ = -1 - c.other(surface)
		}
		c.tokens = append(c.tokens, t)
		left = segment.Left(p.Kind)
	}
}

// splitItems cuts a label into eojeols' items of morphemes. A morpheme with an underscore stands for as many eojeols
// as it has parts: it becomes a morpheme of the same tag in each.
func splitItems(label string) [][]string {
	var items [][]string
	for _, item := range strings.Split(label, " ") {
		ms := splitMorphemes(item)
		var cur []string
		for _, m := range ms {
			i := strings.LastIndexByte(m, '/')
			if i > 0 && strings.IndexByte(m[:i], '_') > 0 && !strings.HasPrefix(m[i:], "/W_") && !strings.HasPrefix(m[i:], "/S") {
				parts := strings.Split(m[:i], "_")
				for k, p := range parts {
					if k > 0 {
						items = append(items, cur)
						cur = nil
					}
					cur = append(cur, p+m[i:])
				}
				continue
			}
			cur = append(cur, m)
		}
		items = append(items, cur)
	}
	return items
}

// splitMorphemes cuts 형태/TAG+형태/TAG, whose forms may hold '/' and '+'.
func splitMorphemes(item string) []string {
	var out []string
	from := 0
	for i := 1; i < len(item); i++ {
		if item[i] != '+' {
			continue
		}
		// a tag must stand right before this +
		j := i - 1
		for j > from && (item[j] >= 'A' && item[j] <= 'Z' || item[j] == '_' || item[j] == '-' || item[j] >= '0' && item[j] <= '9') {
			j--
		}
		if j > from && j < i-1 && item[j] == '/' {
			if _, _, ok := parseTag(item[j+1 : i]); ok {
				out = append(out, item[from:i])
				from = i + 1
				i++
			}
		}
	}
	return append(out, item[from:])
}

func parseTag(s string) (tokenize.Tag, bool, bool) {
	irregular := strings.HasSuffix(s, "-I")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "-I"), "-R")
	t, ok := tokenize.ParseTag(s)
	return t, irregular, ok
}

func parseMorph(s string) (morph, bool) {
	i := strings.LastIndexByte(s, '/')
	if i <= 0 {
		return morph{}, false
	}
	t, irregular, ok := parseTag(s[i+1:])
	return morph{s[:i], t, irregular}, ok
}

// match gives each piece of an eojeol its morphemes and tells how many of the item's morphemes they are. An item holds
// more than one eojeol where a sentence ends inside it.
func (c *corpus) match(e string, pieces []segment.Piece, item []string, tokens []token, weight float64, heldOut bool) (used int, ok bool) {
	var ms []morph
	for _, s := range item {
		m, ok := parseMorph(s)
		if !ok {
			return 0, false
		}
		ms = append(ms, m)
	}
	var golds [][]int32
	k := 0
	for i, p := range pieces {
		surface := e[p.Start:p.End]
		var ids []int32
		if p.Kind == segment.Hangul {
			// up to the morpheme that writes the next piece
			for k < len(ms) && hangulForm(ms[k].form) {
				ids = append(ids, c.vocab.id(ms[k]))
				k++
			}
			if len(ids) == 0 || i+1 < len(pieces) && (k == len(ms) || !strings.HasPrefix(e[p.End:], ms[k].form)) {
				return 0, false
			}
		} else {
			for surface != "" {
				if k >= len(ms) || !strings.HasPrefix(surface, ms[k].form) {
					return 0, false
				}
				surface = surface[len(ms[k].form):]
				ids = append(ids, c.vocab.id(ms[k]))
				k++
			}
		}
		if p.Kind == segment.Hangul {
			ids = c.corrections.relabel(e[:p.Start], surface, ids)
		}
		golds = append(golds, ids)
	}
	if k != len(ms) && pieces[len(pieces)-1].Kind == segment.Hangul {
		return 0, false
	}
	for i := range golds {
		a := c.analysis(pack(golds[i]))
		tokens[i].gold = a
		if heldOut {
			continue
		}
		for _, id := range golds[i] {
			c.vocab.count[id] += weight
		}
		if tokens[i].typ >= 0 {
			c.types[tokens[i].typ].count(a, weight)
		}
	}
	return k, true
}

func (t *pieceType) count(a int32, weight float64) {
	t.total += weight
	for i, x := range t.list {
		if x == a {
			t.counts[i] += weight
			return
		}
	}
	t.list = append(t.list, a)
	t.counts = append(t.counts, weight)
}

// hangulForm tells whether a form is syllables and conjoining codas only.
func hangulForm(s string) bool {
	_, ok := conj.Append(nil, s)
	return ok
}

// dataFile gives the path of a file of the data, which may also be there unpacked.
func dataFile(dir, name string) string {
	path := filepath.Join(dir, "train", name)
	if plain := strings.TrimSuffix(path, ".xz"); plain != path {
		if _, err := os.Stat(plain); err == nil {
			return plain
		}
	}
	return path
}
