package methods

import (
	"cmp"
	"slices"
	"strings"

	"kstat/manifest"
)

// lists tells whether what was analysed are frequency lists and not texts.
func (w *describer) lists() bool { return w.is("freq-list") }

// data tells what was analysed.
func (w *describer) data() {
	texts := func(end string) value { return w.units(w.count("documents"+end), "document", "documents", "건") }
	tokens := func(end string) value {
		return w.units(w.count("tokens"+end), "token", "tokens", "개")
	}
	types := func(end string) value { return w.units(w.count("types"+end), "type", "types", "개") }
	switch {
	case w.m.Command == "compare" && w.count("tokens_a") > 0:
		t := text{"Two corpora were compared: A with {da} and {ta} ({va}), and B with {db} and {tb} ({vb}).",
			"비교 대상은 두 말뭉치이다. 말뭉치 A는 문서 {da}, 토큰 {ta}(타입 {va})이고, 말뭉치 B는 문서 {db}, 토큰 {tb}(타입 {vb})이다."}
		pairs := []any{"da", texts("_a"), "ta", tokens("_a"), "va", types("_a"), "db", texts("_b"), "tb", tokens("_b"), "vb", types("_b")}
		switch {
		case w.lists():
			t = text{"Two frequency lists were compared: A of {ta} ({va}), and B of {tb} ({vb}).",
				"비교 대상은 두 빈도 목록이다. 목록 A는 토큰 {ta}(타입 {va})이고, 목록 B는 토큰 {tb}(타입 {vb})이다."}
		case w.option("ref-list") != "":
			t = text{"A corpus was compared with a frequency list: corpus A has {da} and {ta} ({va}), list B has {tb} ({vb}).",
				"말뭉치를 빈도 목록과 비교하였다. 말뭉치 A는 문서 {da}, 토큰 {ta}(타입 {va})이고, 목록 B는 토큰 {tb}(타입 {vb})이다."}
		}
		w.say(t, pairs...)
	case w.lists():
		w.say(text{"The data are a frequency list of {t} ({v}).", "분석 대상은 토큰 {t}(타입 {v})의 빈도 목록이다."},
			"t", tokens(""), "v", types(""))
	case w.count("documents") > 0:
		w.say(text{"The data are {d}, with {s} and {e}.", "분석 대상은 문서 {d}으로, 모두 {s}, {e}이다."},
			"d", texts(""), "s", w.units(w.count("sentences"), "sentence", "sentences", "문장"), "e", w.units(w.count("eojeols"), "eojeol", "eojeols", "어절"))
	default:
		n := uint64(0)
		for _, in := range w.m.Inputs {
			if in.Role == "text" && in.SHA256 != "" {
				n++
			}
		}
		w.say(text{"The data are {n}.", "분석 대상은 파일 {n}이다."}, "n", w.units(n, "file", "files", "개"))
	}
	w.encodings()
	failed := uint64(0)
	for _, in := range w.m.Inputs {
		if in.Error != "" {
			failed++
		}
	}
	if failed > 0 {
		w.say(text{"{n} could not be read to the end.", "끝까지 읽지 못한 파일이 {n} 있었다."}, "n", w.units(failed, "file", "files", "개"))
	}
}

// encodingNames are the encodings as people write them.
var encodingNames = map[string]string{"utf-8": "UTF-8", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE", "cp949": "CP949"}

// encodings tells how the files were encoded.
func (w *describer) encodings() {
	n := map[string]uint64{}
	for _, in := range w.m.Inputs {
		if in.Encoding != "" && in.Role != "stopwords" {
			n[in.Encoding]++
		}
	}
	var names []string
	for e := range n {
		names = append(names, e)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a, b)) })
	title := func(e string) string { return cmp.Or(encodingNames[e], e) }
	auto := w.option("encoding") == "" || w.option("encoding") == "auto"
	w.tell("encoding")
	switch {
	case len(names) == 0:
	case !auto && len(names) == 1:
		w.say(text{"The encoding was given as {e}.", "문자 인코딩은 {e:으로/로} 지정하였다."}, "e", title(names[0]))
	case len(names) == 1:
		w.say(text{"The encoding, found automatically{?encoding}, was {e}.", "문자 인코딩은 자동으로 판별하였으며{?encoding} {e:이었/였}다."}, "e", title(names[0]))
	default:
		var items []string
		for _, e := range names {
			items = append(items, w.fill(text{"{e} in {n}", "{e:이/가} {n}"}, "e", title(e), "n", w.units(n[e], "file", "files", "개")))
		}
		if auto {
			w.say(text{"The encodings were found automatically{?encoding}: {list}.", "문자 인코딩은 파일마다 자동으로 판별하였으며{?encoding} {list}였다."}, "list", w.list(items))
		} else {
			w.say(text{"The encoding was given as {o}; files with a byte order mark were read by that ({list}).", "문자 인코딩은 {o:으로/로} 지정하였으나 바이트 순서 표시가 있는 파일은 그에 따랐으며, {list}였다."}, "o", title(w.option("encoding")), "list", w.list(items))
		}
	}
}

// rules are what the rules of cleaning do, as nouns.
var rules = map[string]text{
	"line-end":    {"line ends unified", "줄 끝 통일"},
	"control":     {"control characters removed", "제어 문자 제거"},
	"zero-width":  {"zero-width characters removed", "폭 없는 문자 제거"},
	"bidi":        {"marks of writing direction removed", "글쓰기 방향 표시 제거"},
	"soft-hyphen": {"soft hyphens removed", "소프트 하이픈 제거"},
	"fill":        {"fill sequences of KS X 1001 composed", "KS X 1001 채움 문자열의 음절 조합"},
	"space":       {"white space unified", "공백 문자 통일"},
	"width":       {"fullwidth and halfwidth forms made ordinary", "전각·반각 문자 통일"},
	"nfc":         {"Unicode normalisation (NFC)", "유니코드 정규화(NFC)"},
	"entity":      {"HTML entities resolved", "HTML 문자 참조 변환"},
	"repeat":      {"repeated characters shortened", "반복 문자 축약"},
}

// ruleOrder is the order in which the rules work.
var ruleOrder = [...]string{"line-end", "control", "zero-width", "bidi", "soft-hyphen", "fill", "space", "width", "nfc", "entity", "repeat"}

// cleaning tells what was done to the texts before the analysis.
func (w *describer) cleaning() {
	counts := map[string]uint64{}
	total := uint64(0)
	for _, in := range w.m.Inputs {
		for rule, n := range in.Cleaning {
			if in.Role != "stopwords" && n > 0 {
				counts[rule] += uint64(n)
				total += uint64(n)
			}
		}
	}
	var items []string
	add := func(rule string) {
		name := rule
		if t, ok := rules[rule]; ok {
			name = t[w.lang]
		}
		items = append(items, w.fill(text{"{rule}: {n}", "{rule} {n}곳"}, "rule", name, "n", counts[rule]))
		delete(counts, rule)
	}
	for _, rule := range ruleOrder {
		if counts[rule] > 0 {
			add(rule)
		}
	}
	var others []string // rules of another version
	for rule := range counts {
		others = append(others, rule)
	}
	slices.Sort(others)
	for _, rule := range others {
		add(rule)
	}
	list := ""
	if len(items) > 0 {
		list = "(" + strings.Join(items, ", ") + ")"
	}
	plainText := w.has("no-clean") && !w.is("no-clean") && !w.cut() && !w.lists()
	w.tell("no-clean")
	switch {
	case w.lists():
	case plainText && total == 0:
		w.say(text{"All of kstat's cleaning rules were applied{?no-clean} and changed nothing.", "원문에는 kstat의 정제 규칙을 모두 적용하였으나{?no-clean} 바뀐 곳은 없었다."})
	case plainText:
		w.say(text{"The texts were cleaned with all of kstat's rules{?no-clean}, which changed {n} {list}.",
			"원문은 kstat의 정제 규칙을 모두 적용하여 정제하였으며{?no-clean}, 바뀐 곳은 모두 {n}이다{list}."},
			"n", w.units(total, "place", "places", "곳"), "list", list)
	default:
		w.say(text{"The texts were not cleaned; only line ends and the Unicode normal form (NFC) were unified{list}.",
			"원문은 정제하지 않고 줄 끝과 유니코드 정규화 형식(NFC)만 통일하였다{list}."}, "list", spaced(w.lang, list))
	}
}

// spaced puts a space before a remark in brackets, where the language has one.
func spaced(lang Lang, s string) string {
	if lang == English && s != "" {
		return " " + s
	}
	return s
}

// cut tells whether the input came cut into tokens.
func (w *describer) cut() bool { return w.is("pretokenized") || w.is("pretagged") }

// tagsets are the sets of tags as people call them.
var tagsets = map[string]text{
	"sejong": {"the Sejong tag set", "세종 품사 태그 집합"},
	"mecab":  {"the tag set of MeCab-ko", "MeCab-ko 품사 태그 집합"},
	"kiwi":   {"the tag set of Kiwi", "Kiwi 품사 태그 집합"},
}

// analyser tells what analysed the texts.
func (w *describer) analyser() {
	program := w.m.Program.Name + " " + w.m.Program.Version
	analysed := !w.cut() && !w.lists() && w.m.Command != "clean"
	p := value{show: program}
	if analysed {
		w.d.Model = w.fill(text{"model format {f}, SHA-256 {h}", "모델 형식 {f}, SHA-256 {h}"}, "f", w.m.Model.Format, "h", w.m.Model.SHA256)
		p.show += spaced(w.lang, w.fill(text{"(built-in model of format {f}, SHA-256 {h}…)", "(내장 모델 형식 {f}, SHA-256 {h}…)"}, "f", w.m.Model.Format, "h", shortHash(w.m.Model)))
	}
	switch {
	case w.lists():
		w.say(text{"The lists were taken as they were, without an analysis; {p} did the computations.", "빈도 목록은 형태소 분석 없이 그대로 사용하였고, 계산에는 {p:을/를} 사용하였다."}, "p", p)
	case w.is("pretagged"):
		w.say(text{"The texts came with morphemes and parts of speech, which were taken as they were; {p} did the computations.",
			"입력 자료는 형태소와 품사가 이미 표시된 것을 그대로 사용하였고, 계산에는 {p:을/를} 사용하였다."}, "p", p)
	case w.is("pretokenized"):
		w.say(text{"The texts came cut into tokens, which were taken as they were; {p} did the computations.",
			"입력 자료는 이미 토큰으로 나뉜 것을 그대로 사용하였고, 계산에는 {p:을/를} 사용하였다."}, "p", p)
	case w.m.Command == "sentences":
		w.say(text{"Sentences were found with {p}.", "문장 분리에는 {p:을/를} 사용하였다."}, "p", p)
	case analysed && w.has("tagset"):
		set := w.option("tagset")
		name := set
		if t, ok := tagsets[set]; ok {
			name = t[w.lang]
		}
		w.say(text{"Morphemes were analysed with {p}; parts of speech are those of {set}{?tagset}.", "형태소 분석에는 {p:을/를} 사용하였으며, 품사는 {set:을/를} 따랐다{?tagset}."}, "p", p, "set", name)
	default:
		w.say(text{"The work was done with {p}.", "작업에는 {p:을/를} 사용하였다."}, "p", p)
	}
	w.tell("tagset", "freq-list", "pretokenized", "pretagged")
}

// shortHash gives the beginning of the model's hash, enough to tell it from others.
func shortHash(m manifest.Model) string { return m.SHA256[:min(len(m.SHA256), 12)] }
