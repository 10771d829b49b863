package tokenize

// UnitWord counts content words in their dictionary form, whatever particles, endings and affixes they stand with:
//
//	걸어서             걷/VV 어서/EC                       걷다
//	지루한             지루/XR 하/XSA ᆫ/ETM                지루하다
//	사용되는           사용/NNG 되/XSV 는/ETM              사용되다
//	불필요한           불/XPN 필요/NNG 하/XSA ᆫ/ETM        불필요하다
//	감동적이다         감동/NNG 적/XSN 이/VCP 다/EF        감동적
//	민주화             민주/NNG 화/XSN                     민주화
//	선생님께서         선생/NNG 님/XSN 께서/JKS            선생님
//	개발자들이         개발자/NNG 들/XSN 이/JKS            개발자
//	당당히             당당/XR 히/XSM                      당당히
//	20년이상           20/SN 년/NNB 이상/NNG               이상
//	GPT-4를            GPT/SL -/SO 4/SN 를/JKO             gpt-4
//	표준프레임워크     표준/NNG 프레임/NNG 워크/NNG        표준, 프레임, 워크
//
// A verb or adjective takes 다. A noun, root or adverb and the suffix that makes a predicate of it are one predicate. A
// prefix, and a suffix that makes another word, join their noun; a suffix that only says how many (들, 씩, 쯤) is left
// out as a particle is. Latin words are folded in case, with the digits and signs inside them (GPT-4, C++, v3). What
// the tags of the unit leave out (see ContentTags) is not counted, but words among it keep their place: see
// Term.Position.
var UnitWord = Unit{Name: "word", Spaced: true, Tagged: true, Default: ContentTags, Holds: wordTags(), draw: func(x *Extractor) { drawWords(x, true) }}

// What a tag does in the making of words.
type wordRole uint8

const (
	noWord     wordRole = iota // particle, ending, punctuation: no word of its own
	aloneWord                  // a word that takes no affix
	boundWord                  // a bound noun: takes a predicate suffix ((먹을) 듯하다), which keeps it bound
	baseWord                   // takes affixes: noun, root, adverb
	latinWord                  // a base that may be in several pieces
	numberWord                 // the beginning of a Latin word (3D) or a number alone
	stemWord                   // a predicate that is one token
	prefix                     // joins the base that follows
)

var wordRoles = [numTags]wordRole{
	NNG: baseWord, NNP: baseWord, XR: baseWord, MAG: baseWord, SH: baseWord, NF: baseWord, NP: baseWord, IC: baseWord, MM: baseWord,
	NNB: boundWord,
	NR:  aloneWord, MAJ: aloneWord, NV: aloneWord, NA: aloneWord, UN: aloneWord,
	WURL: aloneWord, WEmail: aloneWord, WHashtag: aloneWord, WMention: aloneWord, WSerial: aloneWord, WEmoji: aloneWord,
	VV: stemWord, VA: stemWord, VX: stemWord, VCN: stemWord,
	SL: latinWord, SN: numberWord, XPN: prefix,
}

// drawWords draws words. Where predicates is false, what a noun and a predicate suffix make together is the noun.
func drawWords(x *Extractor, predicates bool) {
	for i := 0; i < len(x.tokens); {
		var w Term
		switch t := &x.tokens[i]; wordRoles[t.Tag] {
		case stemWord:
			w = x.predicate(i)
		case prefix:
			if base := i + 1; base < len(x.tokens) && takesPrefix(x.tokens[base].Tag) && x.tokens[base].Sentence == t.Sentence {
				w = x.derived(i, base, predicates)
			} else {
				w = x.single(i)
			}
		case baseWord, boundWord, latinWord, numberWord:
			w = x.derived(i, i, predicates)
		default:
			w = x.single(i)
		}
		if x.tags.Has(w.Tag) {
			w.Position = x.position
			x.out = append(x.out, w)
			x.position++
		} else if role := wordRoles[w.Tag]; role != noWord && role != prefix {
			x.position++
		}
		i = w.Last
	}
}

// single gives the word that one token is. A numeral behind digits is part of the number: 만 in 558만.
func (x *Extractor) single(i int) Term {
	t := &x.tokens[i]
	tag := t.Tag
	if tag == NR && i > 0 && x.tokens[i-1].Tag == SN && x.tokens[i-1].Eojeol == t.Eojeol {
		tag = SN
	}
	return x.term(i, i+1, t.Lemma, tag)
}

// term gives a word of tokens[first:last].
func (x *Extractor) term(first, last int, text string, tag Tag) Term {
	a, b := &x.tokens[first], &x.tokens[last-1]
	return Term{
		Text: text, Tag: tag, Start: a.Start, End: b.End, First: first, Last: last, Sentence: a.Sentence, Eojeol: a.Eojeol,
	}
}

// predicate gives the word of a verb or adjective; with the suffix 이 or 히 after it, it is an adverb: 많이.
func (x *Extractor) predicate(i int) Term {
	if j := i + 1; j < len(x.tokens) && x.tokens[j].Tag == XSM && x.tokens[j].Sentence == x.tokens[i].Sentence {
		x.buf = append(x.buf[:0], x.tokens[i].Form...)
		x.buf = append(x.buf, x.tokens[j].Form...)
		return x.term(i, j+1, x.intern(), MAG)
	}
	return x.single(i)
}

// derived gives the word that begins with the prefix or base tokens[first] and whose base begins at tokens[base], with
// all suffixes that belong to it.
func (x *Extractor) derived(first, base int, predicates bool) Term {
	tag := x.tokens[base].Tag
	next := base + 1
	x.buf = x.buf[:0]
	if first < base {
		x.buf = append(x.buf, x.tokens[first].Form...)
	}
	if role := wordRoles[tag]; role == latinWord || role == numberWord {
		next, tag = x.appendLatin(base)
	} else {
		x.buf = append(x.buf, x.tokens[base].Form...)
	}
suffixes:
	for ; next < len(x.tokens) && x.tokens[next].Sentence == x.tokens[first].Sentence; next++ {
		t := &x.tokens[next]
		switch t.Tag {
		case XSN:
			if !takesNounSuffix(tag) || leavesOut(t.Form, tag) || !predicates && tag != XR && (t.Form == "적" || t.Form == "성") {
				break suffixes
			}
			x.buf = append(x.buf, t.Form...)
			if tag != NNP || t.Form != "님" {
				tag = NNG
			}
		case XSV, XSA:
			to := VV
			switch {
			case tag == NNB: // 듯하다, 뻔하다, 척하다: auxiliary predicates
				to = VX
			case tag == SN || tag == NR:
				break suffixes
			case t.Tag == XSA:
				to = VA
			}
			if !predicates && tag != NNB {
				break suffixes
			}
			x.buf = append(append(x.buf, t.Form...), "다"...)
			return x.term(first, next+1, x.intern(), to)
		case XSM:
			if tag != NNG && tag != NNP && tag != XR {
				break suffixes
			}
			if !predicates && tag != XR {
				break suffixes
			}
			x.buf = append(x.buf, t.Form...)
			return x.term(first, next+1, x.intern(), MAG)
		default:
			break suffixes
		}
	}
	if next == base+1 && first == base && x.tokens[base].Tag != SL { // as it stands
		return x.single(first)
	}
	return x.term(first, next, x.intern(), tag)
}

// takesPrefix tells whether a prefix joins a token of this tag: 비공식, 불확실(하다), 재open. Before numbers it does not:
// 제 2 in 제2조 is 2.
func takesPrefix(t Tag) bool { return t == NNG || t == NNP || t == XR || t == SL || t == SH }

// takesNounSuffix tells whether a suffix that makes nouns joins a word of this tag: 감동적, 불확실성, AI화.
func takesNounSuffix(t Tag) bool {
	return t == NNG || t == NNP || t == XR || t == SL || t == SH || t == NF
}

// leavesOut tells whether a suffix only says how many, which, or about how much, and so makes no other word.
func leavesOut(suffix string, base Tag) bool {
	switch suffix {
	case "들", "끼리", "씩", "쯤", "가량", "경", "여", "짜리", "째", "당", "어치", "뻘", "꼴":
		return true
	case "이", "네": // 길동이, 철수네; but 절름발이, 아낙네
		return base == NNP
	}
	return false
}

// wordTags gives the tags of words.
func wordTags() (s TagSet) {
	for t := range numTags {
		if IsWord(t) {
			s |= Tags(t)
		}
	}
	return s
}

// IsWord tells whether a morpheme of this tag is a word of its own, counted or not. Particles, endings, affixes, the
// copula and punctuation are none.
func IsWord(t Tag) bool { return t < numTags && wordRoles[t] != noWord && wordRoles[t] != prefix }
