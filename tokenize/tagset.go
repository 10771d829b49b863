package tokenize

import (
	"kstat/tokenize/internal/conj"
)

// Tagset is a way of writing the tags of one and the same analysis.
type Tagset uint8

const (
	// Sejong writes the 45 tags of the Sejong corpus: 걷/VV 어서/EC.
	Sejong Tagset = iota
	// MeCab writes the tags of mecab-ko-dic: brackets SSO and SSC, commas SC, other marks SY, units NNBC; morphemes
	// that share a syllable are one item: 했/VV+EP.
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

// Name gives a tag as the set writes it.
func (s Tagset) Name(t Tag) string { return names[s][t] }

// conjugation gives what Kiwi writes behind the tag of a predicate whose coda may change: -R where it does not, -I
// where it does.
func conjugation(form string, tag Tag, irregular bool) string {
	switch tag {
	case VV, VA, VX, XSA, XSV:
	default:
		return ""
	}
	if irregular {
		return "-I"
	}
	if conj.MayChange(form) {
		return "-R"
	}
	return ""
}
