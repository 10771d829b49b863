package methods

import (
	"cmp"
	"strings"

	"kstat/manifest"
	"kstat/stats"
)

// units are the units of counting.
var units = map[string]text{
	"word":     {"content words in their dictionary form (nouns, predicates with 다, general adverbs, foreign and hanja words)", "내용어의 기본형(명사, ‘-다’를 붙인 용언, 일반 부사, 로마자나 한자로 적은 단어)"},
	"noun":     {"nouns, with the affixes that make them, and words in Latin script and hanja", "명사(접사가 붙은 파생 명사와 로마자·한자 낱말 포함)"},
	"morpheme": {"morphemes with their part of speech", "품사를 붙인 형태소"},
	"eojeol":   {"eojeols", "어절"},
	"syllable": {"syllables", "음절"},
	"grapheme": {"graphemes (extended grapheme clusters of Unicode)", "글자(유니코드 확장 문자소 결합체)"},
	"jamo":     {"jamo", "자모"},
}

// presets are the sets of parts of speech that have a name.
var presets = map[string]text{
	"content":   {"content words", "내용어"},
	"noun":      {"nouns", "명사"},
	"predicate": {"predicates", "용언"},
	"all":       {"all parts of speech", "모든 품사"},
}

// unit tells what was counted.
func (w *describer) unit() {
	if w.lists() { // they have their units
		w.tell("unit", "pos", "stem", "stopwords", "ngram")
		return
	}
	if !w.has("unit") || w.m.Command == "kwic" {
		return
	}
	unit := w.option("unit")
	name := unit
	if t, ok := units[unit]; ok {
		name = t[w.lang]
	}
	if unit == "word" && w.has("pos") && !w.none("pos") {
		name = text{"words in their dictionary form", "단어의 기본형"}[w.lang] // which of them, --pos says
	}
	switch {
	case w.againstSejong():
		w.say(text{"The units of counting are content morphemes in their dictionary form, as the reference list has them{?unit}.", "계량 단위는 참조 목록과 같이 실질 형태소의 기본형으로 하였다{?unit}."})
	case w.is("pretokenized") && (unit == "word" || unit == "noun" || unit == "morpheme" || unit == "eojeol"):
		w.say(text{"The units of counting are the tokens of the input{?unit}.", "계량 단위는 입력에 주어진 토큰으로 하였다{?unit}."})
	default:
		w.say(text{"The units of counting are {u}{?unit}.", "계량 단위는 {u:으로/로} 하였다{?unit}."}, "u", name)
	}
	if w.has("pos") {
		w.partsOfSpeech()
	}
	w.stopwordsAndStems()
	if tokens, types := w.count("tokens"), w.count("types"); types > 0 && w.m.Command != "compare" {
		w.say(text{"There were {t} and {v} of these units.", "이 기준으로 계량한 토큰은 {t}, 타입은 {v}이다."},
			"t", w.units(tokens, "token", "tokens", "개"), "v", w.units(types, "type", "types", "개"))
	}
}

// stopwordsAndStems tells which words were left out, and which were taken for one.
func (w *describer) stopwordsAndStems() {
	switch {
	case !w.has("stopwords"):
	case w.none("stopwords"):
		w.undo(text{"removal of stop words", "불용어 제거"}, "stopwords")
	default:
		var lists []string
		for _, name := range strings.Split(w.option("stopwords"), ", ") {
			if name == "ko" {
				lists = append(lists, text{"the list that kstat has built in", "kstat 내장 불용어 목록"}[w.lang])
			} else {
				lists = append(lists, w.fill(text{"the list in {f}", "{f}의 목록"}, "f", w.quoted(manifest.Text(name))))
			}
		}
		w.say(text{"Stop words were left out by {list}.", "불용어는 {list}에 따라 제외하였다."}, "list", w.list(lists))
		w.tell("stopwords")
	}
	switch {
	case !w.has("stem"):
	case w.none("stem"):
		w.undo(text{"stemming of words in Latin letters", "로마자 단어의 어간 추출"}, "stem")
	default:
		w.say(text{"Words in Latin letters were stemmed by the Snowball rules for {l}.", "로마자로 적은 단어에는 Snowball 어간 추출 규칙({l})을 적용하였다."}, "l", w.option("stem"))
		w.tell("stem")
	}
}

// partsOfSpeech tells which parts of speech were counted.
func (w *describer) partsOfSpeech() {
	w.tell("pos")
	switch pos := w.option("pos"); {
	case pos != "":
		var items []string
		for item := range strings.SplitSeq(pos, ",") {
			item = strings.TrimSpace(item)
			if t, ok := presets[item]; ok {
				item = t[w.lang]
			}
			items = append(items, item)
		}
		w.say(text{"Of these, the parts of speech {list} were counted.", "품사는 {list:으로/로} 한정하였다."}, "list", w.list(items))
	case w.option("unit") == "word" || w.option("unit") == "noun" || w.option("unit") == "morpheme":
		w.undo(text{"further choice by part of speech", "품사의 추가 한정"}, "pos")
	}
}

// againstSejong tells whether the reference is the built-in list, which has units of its own.
func (w *describer) againstSejong() bool {
	return w.m.Command == "keywords" && w.option("ref") == sejongRef && !w.given("ref")
}

// sejongRef names the built-in reference list in a record.
const sejongRef = "Sejong"

// grams tells of n-grams.
func (w *describer) grams() {
	if !w.has("ngram") || w.lists() {
		return
	}
	n := w.option("ngram")
	w.tell("ngram")
	if n == "1" {
		return
	}
	switch {
	case w.is("frames"):
		w.say(text{"Counted were frames: sequences of {n} units of one sentence{?ngram} in which one inner place varies.", "문장 안에서 이어지는 {n}개 단위의 연쇄에서{?ngram} 안쪽의 한 자리를 비운 틀(frame)을 계량하였다."}, "n", n)
	case w.is("maximal"):
		w.say(text{"Counted were n-grams: sequences of 2 to {n} units of one sentence{?ngram}, without those that stand only within a longer one of the same frequency.", "문장 안에서 이어지는 2–{n}개 단위의 연쇄(n-그램)를 계량하되{?ngram}, 빈도가 같은 더 긴 연쇄에만 들어 있는 것은 제외하였다."}, "n", n)
	default:
		w.say(text{"Counted were n-grams: sequences of {n} units of one sentence{?ngram}.", "문장 안에서 이어지는 {n}개 단위의 연쇄(n-그램)를 계량하였다{?ngram}."}, "n", n)
	}
	w.tell("frames", "maximal")
	if w.has("skip") {
		if w.none("skip") {
			w.say(text{"Only units side by side make a sequence{?skip}.", "단위를 건너뛴 연쇄는 포함하지 않았다{?skip}."})
		} else {
			w.say(text{"Sequences that leave out up to {k} units were counted too.", "사이의 단위를 {k}개까지 건너뛴 연쇄도 포함하였다."}, "k", w.option("skip"))
			w.tell("skip")
		}
	}
}

// thresholds tells what of the result is listed, and in which order.
func (w *describer) thresholds() {
	switch n := cmp.Or(w.option("min-freq"), "1"); {
	case !w.has("min-freq"):
	case n == "1":
		w.undo(text{"minimum frequency", "최소 빈도에 따른 제외"}, "min-freq")
	default:
		w.say(text{"Only what occurs at least {n} times is listed.", "빈도가 {n} 이상인 것만 결과에 포함하였다."}, "n", n)
		w.tell("min-freq")
	}
	switch p := w.option("max-p"); {
	case !w.has("max-p"):
	case w.m.Command == "keywords" && w.option("method") != "lrc":
		w.tell("max-p")
	case p == "":
		w.undo(text{"selection by p", "유의확률에 따른 선별"}, "max-p")
	default:
		w.say(text{"Listed is what has a corrected p below {p}{?max-p}.", "보정한 유의확률이 {p} 미만인 것만 제시하였다{?max-p}."}, "p", p)
	}
	if w.has("sort") {
		w.sorting()
	}
	if w.has("top") {
		w.tell("top")
		if n := w.option("top"); n != "" && n != "0" {
			w.say(text{"The first {n} {rows} are shown{?top}.", "{rows} 가운데 상위 {n}개를 제시하였다{?top}."}, "n", n, "rows", w.rows())
		}
	}
}

// rows names what stands in the rows of the result: the sentence before speaks of measures as often as of rows.
func (w *describer) rows() string {
	t := text{"units", "계량 단위"}
	switch {
	case w.m.Command == "keywords":
		t = text{"key words", "핵심어"}
	case w.m.Command == "collocations":
		t = text{"pairs", "공기 쌍"}
	case w.m.Command == "collocates":
		t = text{"collocates", "공기어"}
	case w.is("frames"):
		t = text{"frames", "틀"}
	case w.has("ngram") && w.option("ngram") != "1" && !w.lists():
		t = text{"n-grams", "n-그램"}
	}
	return t[w.lang]
}

// sortKeys are orders that no measure gives.
var sortKeys = map[string]text{
	"term":   {"term", "항목의 가나다"},
	"freq_a": {"frequency in A", "A의 빈도"},
	"freq_b": {"frequency in B", "B의 빈도"},
	"o11":    {"frequency of co-occurrence", "공기 빈도"},
	"p_adj":  {"corrected p, the smallest first", "보정한 유의확률이 작은"},
}

// sortVariant gives the variant of a measure that a result is sorted by: the one that was computed. The order by lrc is that of
// its default variant, whichever is shown.
func (w *describer) sortVariant(family, name string) string {
	for _, m := range w.m.Measures {
		if m.Family == family && m.Name == name && name != "lrc" {
			return m.Variant
		}
	}
	return ""
}

// sorting tells what the result is sorted by.
func (w *describer) sorting() {
	w.tell("sort")
	by := w.option("sort")
	if by == "" || w.m.Command == "keywords" && w.option("method") != "lrc" {
		return
	}
	if t, ok := sortKeys[by]; ok {
		w.say(text{"The result is sorted by {by}{?sort}.", "결과는 {by} 순으로 정렬하였다{?sort}."}, "by", t[w.lang])
		return
	}
	family := "keyness"
	if w.has("expected") {
		family = "association"
	}
	r, ok := find(family, by, w.sortVariant(family, by))
	if !ok {
		r.name = text{by, by}
	}
	name, _ := bracketed(r.name[w.lang])
	switch {
	case r.role == stats.Probability:
		w.say(text{"The result is sorted by {by}, the smallest first{?sort}.", "결과는 {by:이/가} 작은 순으로 정렬하였다{?sort}."}, "by", name)
	case r.sign == stats.Signed && family == "keyness" && w.m.Command == "compare":
		w.say(text{"The result is sorted by the absolute value of {by}, the largest first{?sort}.", "결과는 {by}의 절댓값이 큰 순으로 정렬하였다{?sort}."}, "by", name)
	default:
		w.say(text{"The result is sorted by {by}, the largest first{?sort}.", "결과는 {by:이/가} 큰 순으로 정렬하였다{?sort}."}, "by", name)
	}
}
