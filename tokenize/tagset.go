package tokenize

import (
	"strings"

	"kstat/tokenize/internal/conj"
)

// Tagset is a way of writing the tags of one and the same analysis.
type Tagset uint8

const (
	// Sejong writes the 45 tags of the Sejong corpus: 걷/VV 어서/EC.
	Sejong Tagset = iota
	// MeCab writes the tags of mecab-ko-dic: brackets SSO and SSC, commas SC, other marks SY, counters behind a numeral NNBC
	// (세 개, 20년). Worker.AppendLine writes items as MeCab does too: the surface, 걸/VV of 걸었다, and morphemes that share a
	// syllable as one, 했/VV+EP. All else keeps to morphemes, 걷/VV and 하/VV 었/EP.
	MeCab
	// Kiwi writes the tags of the Kiwi analyser: the Sejong tags and more (W_URL, SSO, XSM), and with each predicate in
	// ㄷ, ㅂ or ㅅ whether it is irregular: 걷/VV-I, 받/VV-R.
	Kiwi
	numTagsets
)

var tagsetNames = [numTagsets]string{"sejong", "mecab", "kiwi"}

// String gives the name as --tagset takes it.
func (s Tagset) String() string { return tagsetNames[s] }

// ParseTagset finds a tag set by its name.
func ParseTagset(name string) (set Tagset, ok bool) {
	for i, n := range tagsetNames {
		if n == name {
			return Tagset(i), true
		}
	}
	return 0, false
}

// TagsetNames lists the tag sets by name.
func TagsetNames() []string { return tagsetNames[:] }

// written holds the tags that a set writes in another way than kstat's own.
var written = [numTagsets]map[Tag]string{
	Sejong: {XSM: "MAG", SSO: "SS", SSC: "SS", SB: "SW", WURL: "SL", WEmail: "SL", WHashtag: "SL", WMention: "SL", WSerial: "SN", WEmoji: "SW", ZCoda: "SW", ZSiot: "NA", UN: "NA"},
	MeCab:  {XSM: "XSN", SP: "SC", SO: "SY", SB: "SY", SW: "SY", WURL: "SL", WEmail: "SL", WHashtag: "SL", WMention: "SL", WSerial: "SN", WEmoji: "SY", ZCoda: "UNKNOWN", ZSiot: "UNKNOWN", UN: "UNKNOWN", NF: "NNG", NV: "UNKNOWN", NA: "UNKNOWN"},
	Kiwi:   {},
}

// names spells the tags of each set.
var names = func() (t [numTagsets][numTags]string) {
	for s := range t {
		t[s] = tagNames
		for tag, name := range written[s] {
			t[s][tag] = name
		}
	}
	return t
}()

// Name gives a tag as the set writes it, without what it says of a single morpheme: see NameAt.
func (s Tagset) Name(t Tag) string { return names[s][t] }

// NameAt gives the tag of tokens[i] as the set writes it there: in Kiwi's with the mark of conjugation, 걷/VV-I, 받/VV-R; in
// MeCab's NNBC of a counter behind a numeral.
func (s Tagset) NameAt(tokens []Token, i int) string {
	t := &tokens[i]
	switch {
	case s == Kiwi && conjugates(t.Tag):
		return conjugated[t.Tag][conjugation(t.Form, t.Irregular)]
	case s == MeCab && t.Tag == NNB && i > 0:
		if before := &tokens[i-1]; before.Sentence == t.Sentence && counts(before.Form, before.Tag, t.Form, before.Eojeol == t.Eojeol) {
			return counterTag
		}
	}
	return names[s][t.Tag]
}

// Names gives all the ways in which the set may write a tag.
func (s Tagset) Names(t Tag) []string {
	switch {
	case s == Kiwi && conjugates(t):
		return conjugated[t][:]
	case s == MeCab && t == NNB:
		return []string{names[s][t], counterTag}
	}
	return []string{names[s][t]}
}

// The marks of Kiwi behind the tag of a predicate whose coda may change: of one that keeps it, and of one that does not.
const (
	regularMark   = "-R"
	irregularMark = "-I"
)

// conjugates tells whether Kiwi marks how what has the tag conjugates.
func conjugates(t Tag) bool { return t == VV || t == VA || t == VX || t == XSA || t == XSV }

// conjugated spells the tags that conjugate without a mark and with each, by what conjugation gives.
var conjugated = func() (t [numTags][3]string) {
	for tag := range t {
		t[tag] = [3]string{tagNames[tag], tagNames[tag] + regularMark, tagNames[tag] + irregularMark}
	}
	return t
}()

// conjugation tells which mark Kiwi writes behind the tag of a stem: 0 none, 1 regular, 2 irregular.
func conjugation(form string, irregular bool) int {
	switch {
	case irregular:
		return 2
	case conj.MayChange(form):
		return 1
	}
	return 0
}

// counterTag is what mecab-ko-dic writes for a bound noun that counts.
const counterTag = "NNBC"

// counts tells whether a bound noun counts what the morpheme before it says: 년 of 20년, 개 of 세 개. Behind a numeral word stand
// bound nouns too that count nothing, as in 둘 때문에; joined to figures all of them do.
func counts(numeral string, tag Tag, bound string, joined bool) bool {
	switch tag {
	case SN:
		return joined || !uncounting[bound]
	case NR:
		return !uncounting[bound]
	case MM:
		return isNumeral(numeral) && !uncounting[bound]
	}
	return false
}

// uncounting are the bound nouns that are no units.
var uncounting = setOf("것 거 수 때문 뿐 데 바 줄 중 등 따위 나름 만큼 대로 듯 지 채 척 체 뻔 양 터 리 측 외 내 간")

// numerals are the determiners that count, and tens those that stand before one of them: 열두, 스물한.
var (
	numerals = setOf("한 두 세 네 서 너 석 넉 닷 엿 스무 몇 몇몇 여러 한두 두세 두서너 서너 너댓 네댓 대여섯 예닐곱 여남은 수십 수백 수천")
	tens     = strings.Fields("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔 백 천 만")
)

func isNumeral(form string) bool {
	for !numerals[form] {
		rest := form
		for _, t := range tens {
			if r, ok := strings.CutPrefix(form, t); ok {
				rest = r
				break
			}
		}
		if rest == form {
			return false
		}
		form = rest
	}
	return true
}

func setOf(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
