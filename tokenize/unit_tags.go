package tokenize

import "strings"

// TagSet is a set of tags.
type TagSet uint64

const _ = uint(64 - numTags) // every tag has a bit

// Tags gives the set of the tags named.
func Tags(tags ...Tag) TagSet {
	var s TagSet
	for _, t := range tags {
		s |= 1 << t
	}
	return s
}

// Has tells whether the set holds a tag.
func (s TagSet) Has(t Tag) bool { return s>>t&1 != 0 }

// The sets that --pos knows by a name. What they leave out says as much as what they hold:
//
//   - Bound nouns (것, 수, 년) mean nothing without the word before them.
//   - Pronouns and determiners (우리, 이, 그) point at content and have none; auxiliary predicates ((먹고) 있다) and
//     conjunctive adverbs (그러나) are grammar.
//   - Numbers in digits are quantities and names of years; 하나 and 만 are words.
//   - Interjections, ㅋㅋ among them, and addresses, hashtags and emoji are no words of the dictionary.
//
// There is no stop list: 하다, 있다 and 없다 as predicates of their own are content words.
const (
	// ContentTags: common and proper nouns, numerals, predicates, general adverbs, foreign words, hanja, and roots that
	// stand without their suffix.
	ContentTags = NounTags | PredicateTags | 1<<NR | 1<<MAG | 1<<XR
	// NounTags: common and proper nouns, and foreign and hanja words, which are nouns in Korean text.
	NounTags TagSet = 1<<NNG | 1<<NNP | 1<<SL | 1<<SH | 1<<NF
	// PredicateTags: verbs, adjectives, 아니다, and what a noun and 하다, 되다, 스럽다 … make together.
	PredicateTags TagSet = 1<<VV | 1<<VA | 1<<VCN
	// AllTags: everything, particles, endings and punctuation too.
	AllTags TagSet = 1<<numTags - 1 - 1<<None
)

// TagPreset is a set of tags with a name.
type TagPreset struct {
	Name string
	Tags TagSet
}

// TagPresets are the sets that have a name.
var TagPresets = [...]TagPreset{
	{"content", ContentTags},
	{"noun", NounTags},
	{"predicate", PredicateTags},
	{"all", AllTags},
}

// UnknownTagError tells that a name is neither a tag nor a preset.
type UnknownTagError struct{ Name string }

func (e *UnknownTagError) Error() string { return "no tag or set of tags is named " + e.Name }

// ParseTagSet reads a list of tags and presets with commas between them: NNG,NNP or content,W_HASHTAG. Spaces around
// names do not matter; small letters do. A tag that the Sejong tag set writes for finer ones stands for these too: SS
// for SSO and SSC, MAG for XSM, SW for SB; but not SL for web addresses. The error is an *UnknownTagError for the first name that is not known, the
// empty name included.
func ParseTagSet(list string) (TagSet, error) {
	var s TagSet
next:
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		for _, p := range TagPresets {
			if p.Name == name {
				s |= p.Tags
				continue next
			}
		}
		t, ok := ParseTag(name)
		if !ok {
			return 0, &UnknownTagError{name}
		}
		s |= 1 << t
		switch t {
		case SS:
			s |= 1<<SSO | 1<<SSC
		case MAG:
			s |= 1 << XSM
		case SW:
			s |= 1 << SB
		}
	}
	return s, nil
}
