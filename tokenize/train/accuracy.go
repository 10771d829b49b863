package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kstat/tokenize"
)

// What the model gets wrong, by tag and by what it takes for what. Morphemes are compared as score.py compares them for
// its foldedF1: each text's longest common subsequence of form and tag, after what tagging manuals differ in has been
// folded. The row "all" is that figure.

// tagged is a morpheme as it is compared.
type tagged struct{ form, tag string }

func (m tagged) String() string { return m.form + "/" + m.tag }

// set is texts with the analyses that are taken for right.
type set struct {
	name  string
	texts []string
	golds [][]tagged
	apart [][]tagged // of silver: golds with what stands across spaces taken apart
}

var devSets = []string{"kaist", "ksl", "gsd-auto"}

// silverLines is how many held-out lines of each silver file are measured.
const silverLines = 2000

// commonest is how many confusions are listed.
const commonest = 20

// measure writes how a command does on the sets of a data folder: one that reads a text a line and prints for each a line of
// form/TAG, as kstat tokenize does.
func measure(w io.Writer, data string, command []string) error {
	var dev, silver []set
	for _, name := range devSets {
		s, err := readBlocks(name, filepath.Join(data, "dev", name+".tsv"))
		if err != nil {
			return err
		}
		dev = append(dev, s)
	}
	for _, name := range []string{"nsmc", "modern", "krdict"} {
		s, err := readHeldOut(name, dataFile(data, "silver-"+name+".tsv.xz"))
		if err != nil {
			return err
		}
		silver = append(silver, s)
	}
	b := bufio.NewWriter(w)
	var scores []*score
	fmt.Fprintf(b, "\n# Agreement with the teacher on lines that were kept from learning: strict and folded F1; then folded where a name that it\n"+
		"# takes for one morpheme across spaces (스타_워즈) is taken apart at them, for kstat has no morphemes across spaces.\n")
	for _, s := range silver {
		found, err := run(command, s.texts)
		if err != nil {
			return err
		}
		strict, folded, apart := compare(found, s.golds, norm), compare(found, s.golds, fold), compare(found, s.apart, fold)
		fmt.Fprintf(b, "silver-%s lines %d strictF1 %.4f foldedF1 %.4f apart %.4f\n", s.name, len(s.texts), strict.all().f1(), folded.all().f1(), apart.all().f1())
	}
	for _, s := range dev {
		found, err := run(command, s.texts)
		if err != nil {
			return err
		}
		scores = append(scores, compare(found, s.golds, fold))
	}
	byTag(b, dev, scores)
	for i, s := range dev {
		fmt.Fprintf(b, "\n# The %d commonest confusions of %s: how often, what is right, what kstat has.\n", commonest, s.name)
		scores[i].confusions(b)
	}
	if err := disambiguation(b, command, filepath.Join(data, "dev", "disamb-krdict.tsv")); err != nil {
		return err
	}
	return b.Flush()
}

// readBlocks reads a file of blocks: '# text', then a line 'eojeol<TAB>form/TAG form/TAG' for each eojeol, then an empty
// one.
func readBlocks(name, path string) (set, error) {
	s := set{name: name}
	var text string
	var gold []tagged
	end := func() {
		if text != "" {
			s.texts, s.golds = append(s.texts, text), append(s.golds, gold)
		}
		text, gold = "", nil
	}
	err := lines(path, func(line string) {
		switch {
		case strings.HasPrefix(line, "# "):
			text, gold = line[2:], nil
		case line == "":
			end()
		default:
			_, items, _ := strings.Cut(line, "\t")
			gold = append(gold, parseTagged(items)...)
		}
	})
	return s, err
}

// readHeldOut reads the first of a silver file's lines that learning never sees.
func readHeldOut(name, path string) (set, error) {
	s := set{name: name}
	err := lines(path, func(line string) {
		f := strings.SplitN(line, "\t", 3)
		if len(s.texts) == silverLines || len(f) < 2 || !heldOut(f[0], usualHold) || len(f) > 2 && f[2] == "no" {
			return
		}
		var gold []tagged
		for _, item := range strings.Split(f[1], " ") {
			gold = append(gold, parseTagged(strings.Join(splitMorphemes(item), " "))...)
		}
		var apart []tagged
		for _, item := range splitItems(f[1]) {
			apart = append(apart, parseTagged(strings.Join(item, " "))...)
		}
		s.texts, s.golds, s.apart = append(s.texts, f[0]), append(s.golds, gold), append(s.apart, apart)
	})
	return s, err
}

// run gives what a command makes of texts.
func run(command, texts []string) ([][]tagged, error) {
	c := exec.Command(command[0], command[1:]...)
	c.Stdin = strings.NewReader(strings.Join(texts, "\n") + "\n")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	rows := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(rows) != len(texts) {
		return nil, fmt.Errorf("%s prints %d lines for %d", strings.Join(command, " "), len(rows), len(texts))
	}
	found := make([][]tagged, len(rows))
	for i, row := range rows {
		found[i] = parseTagged(row)
	}
	return found, nil
}

// parseTagged reads form/TAG form/TAG.
func parseTagged(s string) (ms []tagged) {
	for _, item := range strings.Fields(s) {
		if i := strings.LastIndexByte(item, '/'); i > 0 {
			ms = append(ms, tagged{item[:i], item[i+1:]})
		}
	}
	return ms
}

// counts are how many morphemes are right, were found, and are in the gold analyses.
type counts struct{ right, found, gold int }

func (c counts) precision() float64 { return ratio(c.right, c.found) }
func (c counts) recall() float64    { return ratio(c.right, c.gold) }
func (c counts) f1() float64        { return ratio(2*c.right, c.found+c.gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// confusion is what is right and what was found in its place, morphemes with spaces between them.
type confusion struct{ gold, found string }

// score is how a set was analysed.
type score struct {
	tags     map[string]*counts
	confused map[confusion]int
}

func (s *score) tag(tag string) *counts {
	c := s.tags[tag]
	if c == nil {
		c = &counts{}
		s.tags[tag] = c
	}
	return c
}

func (s *score) all() (sum counts) {
	for _, c := range s.tags {
		sum.right, sum.found, sum.gold = sum.right+c.right, sum.found+c.found, sum.gold+c.gold
	}
	return sum
}

// compare counts, of texts, what was found against what is right. simplify folds differences that are none.
func compare(found, gold [][]tagged, simplify func(tagged) tagged) *score {
	s := &score{tags: map[string]*counts{}, confused: map[confusion]int{}}
	each := func(ms []tagged) (out []tagged) {
		for _, m := range ms {
			out = append(out, simplify(m))
		}
		return out
	}
	for i := range gold {
		s.add(each(found[i]), each(gold[i]))
	}
	return s
}

// add counts a text. Between two morphemes that are right, what was found is confused with what is right there.
func (s *score) add(found, gold []tagged) {
	for _, m := range found {
		s.tag(m.tag).found++
	}
	for _, m := range gold {
		s.tag(m.tag).gold++
	}
	i, j := 0, 0
	for _, p := range append(common(found, gold), [2]int{len(found), len(gold)}) {
		if i < p[0] || j < p[1] {
			s.confused[confusion{join(gold[j:p[1]]), join(found[i:p[0]])}]++
		}
		if p[0] < len(found) {
			s.tag(found[p[0]].tag).right++
		}
		i, j = p[0]+1, p[1]+1
	}
}

func join(ms []tagged) string {
	if len(ms) == 0 {
		return "nothing"
	}
	var b strings.Builder
	for i, m := range ms {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(m.String())
	}
	return b.String()
}

// common gives the places in a and b of a longest common subsequence, of several the one that pairs earliest.
func common(a, b []tagged) (pairs [][2]int) {
	n := len(b) + 1
	length := make([]int, (len(a)+1)*n) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*n+j] = 1 + length[(i+1)*n+j+1]
			} else {
				length[i*n+j] = max(length[(i+1)*n+j], length[i*n+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[(i+1)*n+j] >= length[i*n+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// byTag writes a table: a row a tag, and for each set how many there are, precision, recall and F1.
func byTag(w io.Writer, sets []set, scores []*score) {
	fmt.Fprintf(w, "\n# By tag, folded: how many there are in the set, precision, recall, F1. S is all marks; NNG has NNP and XR in it,\n# XSV XSA, JKB the conjunctive 와, JKS JKC, VV 있다 and 없다.\n")
	fmt.Fprintf(w, "%-4s", "")
	for _, s := range sets {
		fmt.Fprintf(w, "  %27s", s.name)
	}
	fmt.Fprintf(w, "\n%-4s", "tag")
	for range sets {
		fmt.Fprintf(w, "  %6s%7s%7s%7s", "gold", "P", "R", "F1")
	}
	fmt.Fprintln(w)
	row := func(name string, of func(*score) counts) {
		fmt.Fprintf(w, "%-4s", name)
		for _, s := range scores {
			if c := of(s); c.gold+c.found == 0 {
				fmt.Fprintf(w, "  %6s%7s%7s%7s", "-", "-", "-", "-")
			} else {
				fmt.Fprintf(w, "  %6d%s%s%s", c.gold, permille(c.precision()), permille(c.recall()), permille(c.f1()))
			}
		}
		fmt.Fprintln(w)
	}
	var tags []string
	total := map[string]int{}
	for _, s := range scores {
		for tag, c := range s.tags {
			if total[tag] == 0 {
				tags = append(tags, tag)
			}
			total[tag] += c.gold + c.found
		}
	}
	slices.SortFunc(tags, func(a, b string) int {
		if d := cmp.Compare(total[b], total[a]); d != 0 {
			return d
		}
		return cmp.Compare(a, b)
	})
	for _, tag := range tags {
		row(tag, func(s *score) counts { return *s.tag(tag) })
	}
	row("all", (*score).all)
}

// permille writes a ratio without its leading zero, seven wide.
func permille(x float64) string {
	return fmt.Sprintf("%7s", strings.TrimPrefix(fmt.Sprintf("%.4f", x), "0"))
}

// confusions writes the commonest.
func (s *score) confusions(w io.Writer) {
	list := slices.SortedFunc(maps.Keys(s.confused), func(a, b confusion) int {
		return cmp.Or(cmp.Compare(s.confused[b], s.confused[a]), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	for _, c := range list[:min(commonest, len(list))] {
		fmt.Fprintf(w, "%5d  %s → %s\n", s.confused[c], c.gold, c.found)
	}
}

// disambiguation writes, of the predicates of a file of 'form/TAG<TAB>text' that were most often missed, how often they were
// found in the texts that hold them, and what was found in their place.
func disambiguation(w io.Writer, command []string, path string) error {
	const deep = 64 // how many analyses are searched for the right one
	type word struct {
		name      string
		texts     int
		missed    int
		impostors map[string]int
	}
	var names, texts []string
	err := lines(path, func(line string) {
		if name, text, ok := strings.Cut(line, "\t"); ok {
			names, texts = append(names, name), append(texts, text)
		}
	})
	if err != nil {
		return err
	}
	found, err := run(command, texts)
	if err != nil {
		return err
	}
	words := map[string]*word{}
	missed := 0
	worker := tokenize.New().NewWorker()
	for i, name := range names {
		d := words[name]
		if d == nil {
			d = &word{name: name, impostors: map[string]int{}}
			words[name] = d
		}
		d.texts++
		want := coarse(norm(parseTagged(name)[0]))
		if slices.ContainsFunc(found[i], func(m tagged) bool { return coarse(norm(m)) == want }) {
			continue
		}
		d.missed++
		missed++
		d.impostors[impostor(worker.NBest(texts[i], deep), want)]++
	}
	list := slices.SortedFunc(maps.Values(words), func(a, b *word) int {
		return cmp.Or(cmp.Compare(b.missed, a.missed), cmp.Compare(a.name, b.name))
	})
	fmt.Fprintf(w, "\n# The %d predicates of disamb-krdict most often missed, %d of %d in all: missed, of, what is right, what kstat has.\n", commonest, missed, len(texts))
	for _, d := range list[:min(commonest, len(list))] {
		if d.missed == 0 {
			break
		}
		impostors := slices.SortedFunc(maps.Keys(d.impostors), func(a, b string) int {
			return cmp.Or(cmp.Compare(d.impostors[b], d.impostors[a]), cmp.Compare(a, b))
		})
		for i, n := range impostors {
			impostors[i] = fmt.Sprintf("%s %d", n, d.impostors[n])
		}
		fmt.Fprintf(w, "%5d %3d  %s → %s\n", d.missed, d.texts, d.name, strings.Join(impostors, ", "))
	}
	return nil
}

// impostor gives what the first of several analyses has where the first that holds a morpheme has that.
func impostor(analyses []tokenize.Analysis, want tagged) string {
	simple := func(t tokenize.Token) tagged { return coarse(norm(tagged{t.Form, tokenize.Sejong.Name(t.Tag)})) }
	for _, a := range analyses {
		k := slices.IndexFunc(a.Tokens, func(t tokenize.Token) bool { return simple(t) == want })
		if k < 0 {
			continue
		}
		for _, t := range analyses[0].Tokens {
			if at := a.Tokens[k].Start; t.Start <= at && at < t.End {
				return t.Form + "/" + tokenize.Sejong.Name(t.Tag)
			}
		}
	}
	return "not among its readings"
}

var (
	// otherNames are what other tag sets call the same tags.
	otherNames = map[string]string{"NNBC": "NNB", "SSO": "SS", "SSC": "SS", "SC": "SP", "SY": "SW", "SB": "SW"}
	sense      = regexp.MustCompile(`__\d+$`)
	allomorphs = map[rune]string{'아': "어", '여': "어", '았': "었", '였': "었"}
	codas      = map[rune]string{'ㄴ': "ᆫ", 'ㄹ': "ᆯ", 'ㅁ': "ᆷ", 'ㅂ': "ᆸ", 'ᄂ': "ᆫ", 'ᄅ': "ᆯ", 'ᄆ': "ᆷ", 'ᄇ': "ᆸ"}
	variants   = map[string]string{"은": "ᆫ", "을": "ᆯ", "음": "ᆷ", "그것": "그거", "것": "거"}
	likeTags   = map[string]string{"MMD": "MM", "MMN": "MM", "MMA": "MM", "NNP": "NNG", "NF": "NNG", "NV": "VV", "NA": "NNG", "XR": "NNG", "XSA": "XSV", "XSM": "XSV", "JKC": "JKS"}
	markTags   = []string{"SF", "SP", "SS", "SE", "SO", "SW", "SB", "SS_", "Z_CODA", "Z_SIOT", "UN", "UNKNOWN"}
)

// norm folds what is no difference: the names of tags, allomorphs of endings (하여, 하아, 하어), codas in three encodings.
func norm(m tagged) tagged {
	m.tag, _, _ = strings.Cut(m.tag, "-")
	if n, ok := otherNames[m.tag]; ok {
		m.tag = n
	}
	m.form = sense.ReplaceAllString(m.form, "")
	if strings.HasPrefix(m.tag, "E") {
		m.form = replaceFirst(m.form, allomorphs)
	}
	m.form = replaceFirst(m.form, codas)
	if m.tag == "JKO" {
		m.form = "를"
	} else if v, ok := variants[m.form]; ok {
		m.form = v
	}
	return m
}

func replaceFirst(s string, by map[rune]string) string {
	r, n := utf8.DecodeRuneInString(s)
	if v, ok := by[r]; ok {
		return v + s[n:]
	}
	return s
}

// fold folds what tagging manuals differ in as well: what is a name or a root, how predicates are derived, which kind of
// mark something is, whether 있다 is a verb, allomorphs in 으, 거 and 것.
func fold(m tagged) tagged {
	m = norm(m)
	if t, ok := likeTags[m.tag]; ok {
		m.tag = t
	}
	if strings.HasPrefix(m.tag, "W_") {
		m.tag = "SL"
	}
	switch {
	case slices.Contains(markTags, m.tag):
		m.tag = "S"
	case m.tag == "VA" && slices.Contains([]string{"있", "없", "계시"}, m.form):
		m.tag = "VV"
	case m.tag == "JC" && slices.Contains([]string{"와", "과", "랑", "이랑", "하고"}, m.form):
		m.tag = "JKB"
	case strings.HasPrefix(m.tag, "E") && len(m.form) > len("으"):
		m.form = strings.TrimPrefix(m.form, "으")
	}
	switch m {
	case tagged{"거", "NNB"}:
		m.form = "것"
	case tagged{"그거", "NP"}:
		m.form = "그것"
	}
	return m
}

// coarse keeps of a tag its first letter, two of a predicate's.
func coarse(m tagged) tagged {
	n := 1
	if strings.HasPrefix(m.tag, "V") {
		n = 2
	}
	m.tag = m.tag[:min(n, len(m.tag))]
	return m
}
