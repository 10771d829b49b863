package methods

import (
	"kstat/manifest"
	"kstat/stats"
)

// orders are the orders of a concordance.
var orders = map[string]text{
	"position": {"their place in the text", "원문에서 나타난 위치"},
	"left":     {"their left context", "왼쪽 문맥"},
	"right":    {"their right context", "오른쪽 문맥"},
	"node":     {"the match", "검색된 표현"},
}

// queryUnits are what the words of a query are compared with, by unit.
var queryUnits = map[string]text{
	"word":     {"words in their dictionary form", "단어 기본형"},
	"noun":     {"nouns", "명사"},
	"morpheme": {"morphemes", "형태소"},
	"eojeol":   {"eojeols", "어절"},
	"syllable": {"syllables", "음절"},
	"grapheme": {"graphemes", "글자"},
	"jamo":     {"jamo", "자모"},
}

// concordance tells what was searched for, and how the lines are shown.
func (w *describer) concordance() {
	if len(w.m.Arguments) > 0 {
		w.say(text{"The query {q} gave {n}.", "질의 {q}에 맞는 용례 {n}을 얻었다."}, "q", w.quoted(w.m.Arguments[0]), "n", w.units(w.count("hits"), "line", "lines", "건"))
	}
	w.tell("context", "context-chars", "sort", "unit", "top", "stem")
	order := w.option("sort")
	if t, ok := orders[order]; ok {
		order = t[w.lang]
	}
	if w.none("context-chars") {
		w.say(text{"Each is shown with {n} eojeols on either side{?context}, in the order of {o}{?sort}.", "용례마다 앞뒤 {n}어절을 함께 보이고{?context}, {o} 순으로 배열하였다{?sort}."}, "n", w.option("context"), "o", order)
	} else {
		w.say(text{"Each is shown with {n} characters on either side, in the order of {o}{?sort}.", "용례마다 앞뒤 {n}글자를 함께 보이고, {o} 순으로 배열하였다{?sort}."}, "n", w.option("context-chars"), "o", order)
	}
	if w.none("stem") {
		w.undo(text{"stemming of words in Latin letters", "로마자 단어의 어간 추출"}, "stem")
	} else {
		w.say(text{"Words in Latin letters were stemmed by the Snowball rules for {l}.", "로마자로 적은 단어에는 Snowball 어간 추출 규칙({l})을 적용하였다."}, "l", w.option("stem"))
	}
	unit := w.option("unit")
	if t, ok := queryUnits[unit]; ok {
		unit = t[w.lang]
	}
	w.say(text{"Its words are compared with the {u} of the texts{?unit}.", "질의의 단어는 텍스트의 {u:과/와} 대조하였다{?unit}."}, "u", unit)
	if !w.none("top") {
		w.say(text{"The first {n} lines are shown.", "용례 가운데 처음 {n}건을 제시하였다."}, "n", w.option("top"))
	}
}

func (w *describer) morphemes() {
	w.say(text{"Each text was cut into sentences, eojeols and morphemes, and each morpheme was given its part of speech.", "원문을 문장, 어절, 형태소로 나누고 형태소마다 품사를 붙였다."})
}

func (w *describer) sentences() {
	w.say(text{"The texts were cut into sentences.", "원문을 문장으로 나누었다."})
	w.tell("join")
}

func (w *describer) clean() {
	w.say(text{"The result is the text as the analyses see it.", "결과는 분석에 쓰일 상태로 정제한 원문이다."})
}

// report tells what a page holds.
func (w *describer) report() {
	w.frequencies()
	w.thresholds()
	if list, ok := w.measures(stats.Dispersions.Name); ok {
		w.say(text{"Dispersion over {n} parts was measured by {list}.", "분산도는 {n}개 부분에 대하여 {list:으로/로} 측정하였다."}, "n", w.count("parts"), "list", list)
	}
	w.tell("ref", "ref-list")
	if list, ok := w.measures(stats.Keynesses.Name); ok {
		switch ref, listed := w.option("ref"), w.option("ref-list"); {
		case ref == sejongRef && !w.given("ref"):
			w.say(text{"Key words were found by comparison with the morpheme frequencies of the Sejong corpus (21st Century Sejong Project) that kstat has built in{?ref}, by content morphemes in their dictionary form: {list}.",
				"핵심어는 실질 형태소의 기본형을 단위로 하여, kstat에 내장된 세종 말뭉치(21세기 세종계획)의 형태소 빈도와 비교하여 추출하였으며{?ref}, 측도로는 {list:을/를} 사용하였다."}, "list", list)
		case listed != "":
			w.say(text{"Key words were found by comparison with the frequency list {f}: {list}.", "핵심어는 빈도 목록 {f:과/와} 비교하여 추출하였으며, 측도로는 {list:을/를} 사용하였다."}, "f", w.quoted(manifest.Text(listed)), "list", list)
		default:
			w.say(text{"Key words were found by comparison with {f}: {list}.", "핵심어는 {f}의 텍스트와 비교하여 추출하였으며, 측도로는 {list:을/를} 사용하였다."}, "f", w.quoted(manifest.Text(ref)), "list", list)
		}
	}
	if alpha := w.constant("alpha"); alpha != "" {
		w.say(text{"The significance level of intervals is {a}, which LRC divides by the number of words compared.", "신뢰구간의 유의 수준은 {a}이며, LRC에서는 이를 비교한 단어 수로 나누었다."}, "a", alpha)
	}
	w.page()
}

// page tells what a page holds beside words: of a report, and of a comparison that is one.
func (w *describer) page() {
	if w.constant("pair_words") == "" {
		return
	}
	w.say(text{"N-grams are sequences of 2 to {n} listed units in one sentence, with a frequency of at least {k}.", "n-그램은 한 문장 안에서 이어지는 2–{n}개 단위의 연쇄로, 빈도 {k} 이상인 것을 제시하였다."},
		"n", w.constant("ngram_longest"), "k", w.constant("ngram_min_freq"))
	if list, ok := w.measures(stats.Associations.Name); ok {
		w.say(text{"Pairs were looked for among the {n} most frequent units, as standing together in at least {k} sentences and more often than chance has it, and measured by {list}.",
			"공기 쌍은 빈도 상위 {n}개 단위 가운데 {k}개 문장 이상에 함께 나타나고 독립을 가정한 기대 빈도보다 자주 함께 나타난 것으로 하고, {list:으로/로} 측정하였다."}, "n", w.constant("pair_words"), "k", w.constant("pair_min_freq"), "list", list)
	}
	if list, ok := w.measures(stats.Diversities.Name); ok {
		w.say(text{"Lexical diversity was measured by {list}.", "어휘 다양도는 {list:으로/로} 측정하였다."}, "list", list)
	}
}
