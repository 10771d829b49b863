package tokenize

import "kstat/tokenize/internal/segment"

// restoreTags tells apart in a line of tagged text what the Sejong tags do not: the suffix 히 from adverbs (both MAG), brackets
// and quotes that open from those that close (SS), addresses, hashtags and emoji from words and signs (SL, SN, SW). These are
// distinctions that words, eojeols and sentences are made by; as Sejong tags they are written as they were.
func restoreTags(tokens []Token) {
	var open quotes
	for i := range tokens {
		t := &tokens[i]
		switch t.Tag {
		case MAG:
			if adverbSuffixes[t.Form] && i > 0 && !isMark(tokens[i-1].Tag) {
				t.Tag = XSM
			}
		case SS, SL, SN, SW:
			t.Tag = open.tag(t.Form, writtenAs(t.Form, t.Tag))
		}
	}
}

// adverbSuffixes are the suffixes that make adverbs. None is an adverb of its own, so that one behind a word belongs to it:
// 궁금/XR 히/MAG, 자연/NNG 스레/MAG, 깊/VA 이/MAG.
var adverbSuffixes = setOf("히 이 스레")

// isMark tells whether a tag is that of punctuation or another sign, which takes no suffix.
func isMark(t Tag) bool {
	switch t {
	case SF, SP, SS, SSO, SSC, SE, SO, SB, SW, WEmoji:
		return true
	}
	return false
}

// writtenAs gives the tag that kstat itself gives to a form that is no Hangul, where the Sejong tags write it as the tag given.
func writtenAs(form string, tag Tag) Tag {
	if isCoda(form) && tag == SW {
		return ZCoda
	}
	var room [2]segment.Piece
	pieces := segment.Append(room[:0], form)
	if len(pieces) != 1 || pieces[0].Kind == segment.Hangul {
		return tag
	}
	if own := kindTags[pieces[0].Kind]; Sejong.Name(own) == Sejong.Name(tag) {
		return own
	}
	return tag
}

// isCoda tells whether a form is a coda without its syllable.
func isCoda(form string) bool {
	for _, r := range form {
		if r < 0x11A8 || r > 0x11FF {
			return false
		}
	}
	return form != ""
}

// quotes tells which straight quotes are open in a line: they do not show themselves whether they open or close.
type quotes struct{ double, single bool }

// tag gives the tag of a form that has the tag given: where it is a straight quote, the first opens, the next closes.
func (q *quotes) tag(form string, tag Tag) Tag {
	var open *bool
	switch form {
	case `"`:
		open = &q.double
	case "'":
		open = &q.single
	default:
		return tag
	}
	if *open = !*open; *open {
		return SSO
	}
	return SSC
}
