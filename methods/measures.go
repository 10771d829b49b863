package methods

import (
	"slices"
	"strconv"
	"strings"

	"kstat/manifest"
	"kstat/stats"
)

// row is what the tables of package stats say of a measure.
type row struct {
	name     text
	symbol   string
	latex    string
	sources  []string
	variants int
	role     stats.Role
	sign     stats.Sign
}

// find looks a measure up by the names that a record has for it.
func find(family, name, variant string) (row, bool) {
	switch family {
	case stats.Associations.Name:
		return rowOf(&stats.Associations, name, variant)
	case stats.Keynesses.Name:
		return rowOf(&stats.Keynesses, name, variant)
	case stats.DocumentTests.Name:
		return rowOf(&stats.DocumentTests, name, variant)
	case stats.Grams.Name:
		return rowOf(&stats.Grams, name, variant)
	case stats.Placed.Name:
		return rowOf(&stats.Placed, name, variant)
	case stats.Dispersions.Name:
		return rowOf(&stats.Dispersions, name, variant)
	case stats.Diversities.Name:
		return rowOf(&stats.Diversities, name, variant)
	case stats.Similarities.Name:
		return rowOf(&stats.Similarities, name, variant)
	}
	return row{}, false
}

func rowOf[In any](f *stats.Family[In], name, variant string) (row, bool) {
	m, ok := f.Find(name)
	if !ok {
		return row{}, false
	}
	r := row{name: text{m.English, m.Korean}, symbol: m.Symbol, sources: m.Sources, variants: len(m.Variants), role: m.Role}
	if v, ok := m.Variant(variant); ok {
		r.latex, r.sign = v.LaTeX, m.ScaleOf(v).Sign
	}
	return r, true
}

// measures gives the measures of a family as a value, citing their sources, and adds their formulas to the description.
func (w *describer) measures(family string) (list value, ok bool) {
	w.families[family] = true
	var items []value
	for _, m := range w.m.Measures {
		if m.Family == family {
			items = append(items, w.measure(m))
		}
	}
	return w.listed(items), len(items) > 0
}

func (w *describer) measure(m manifest.Measure) value {
	r, ok := find(m.Family, m.Name, m.Variant)
	if !ok { // of another version
		w.d.Formulas = append(w.d.Formulas, Formula{Name: m.Name, Formula: w.formula(m.Formula)})
		return value{show: m.Name}
	}
	name, abbreviation := bracketed(r.name[w.lang])
	gloss := r.symbol
	switch {
	case strings.EqualFold(gloss, name):
		gloss = abbreviation
	case abbreviation != "" && !strings.EqualFold(abbreviation, gloss):
		gloss = abbreviation + ", " + gloss
	}
	if r.variants > 1 && m.Variant != "standard" {
		gloss = strings.TrimPrefix(gloss+", "+m.Variant, ", ")
	}
	full := name
	if gloss != "" {
		full += spaced(w.lang, "("+gloss+")")
	}
	f := Formula{Name: full, Formula: w.formula(m.Formula), LaTeX: r.latex, Works: r.sources}
	w.d.Formulas = append(w.d.Formulas, f)
	if cites := w.cite(r.sources...); cites != "" {
		gloss = strings.TrimPrefix(gloss+"; "+cites, "; ")
	}
	v := value{show: name, sound: name}
	if gloss != "" {
		v.show += spaced(w.lang, "("+gloss+")")
	}
	return v
}

// formula gives a formula of a record in the language of the paragraph.
func (w *describer) formula(f string) string {
	if w.lang == Korean {
		return stats.KoreanFormula(f)
	}
	return f
}

// bracketed takes a name with a remark in brackets apart: 이동 평균 TTR (MATTR).
func bracketed(name string) (base, remark string) {
	base, remark, ok := strings.Cut(name, " (")
	if rest, closed := strings.CutSuffix(remark, ")"); ok && closed {
		return base, rest
	}
	return name, ""
}

// computes tells whether a measure is among those of the run.
func (w *describer) computes(names ...string) bool {
	return slices.ContainsFunc(w.m.Measures, func(m manifest.Measure) bool { return slices.Contains(names, m.Name) })
}

// keyness tells how the difference of two corpora was measured.
func (w *describer) keyness() {
	if w.option("doc-freq") == "true" {
		w.say(text{"What was compared is not how often a unit occurs but in how many documents.", "비교한 것은 출현 횟수가 아니라 출현한 문서의 수이다."})
	}
	if list, ok := w.measures(stats.Keynesses.Name); ok {
		w.say(text{"The difference between the two was measured by {list}.", "두 자료의 차이는 {list:으로/로} 측정하였다."}, "list", list)
	}
	w.overDocuments()
	w.smoothing()
	if n := w.constant("prior"); n != "" {
		w.say(text{"The Dirichlet prior of the log odds has a total of {n} units.", "로그 오즈의 디리클레 사전 분포는 총합 {n}개 단위로 하였다."}, "n", n)
	}
	if n := w.constant("permutations"); n != "" {
		w.say(text{"The permutation test looks at {n} random divisions.", "순열 검정은 무작위 분할 {n}회로 하였다."}, "n", n)
	}
}

// constant gives a number that no flag sets, empty where the run has none of the name.
func (w *describer) constant(name string) string {
	n, ok := w.m.Constants[name]
	if !ok {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// smoothing tells the constant of simple maths, where it was used.
func (w *describer) smoothing() {
	if w.tell("k"); w.computes("simple_maths") {
		w.say(text{"The constant k of simple maths was {k} per million{?k}.", "단순 비율(simple maths)의 상수 k는 백만 단위당 {k:으로/로} 하였다{?k}."}, "k", w.option("k"))
	}
}

// rowsOnly are the formats that hold rows and nothing beside them.
var rowsOnly = []string{"tsv", "csv", "jsonl", "svg", "png"}

// similarity tells how alike the corpora are, where the result says it.
func (w *describer) similarity() {
	if len(w.m.Outputs) > 0 && slices.Contains(rowsOnly, w.m.Outputs[0].Format) {
		w.families[stats.Similarities.Name] = true
		return
	}
	if list, ok := w.measures(stats.Similarities.Name); ok {
		w.say(text{"The similarity of the two was measured over all units of both by {list}.", "두 자료의 유사도는 양쪽의 모든 항목에 대하여 {list:으로/로} 측정하였다."}, "list", list)
		if n := w.constant("similarity_top_words"); n != "" && w.computes("spearman", "kilgarriff_chi2", "burrows_delta", "cosine_delta") {
			w.say(text{"Of these, rank correlation, χ² of corpora and the Deltas look at the {n} units that are the most frequent in both together.", "이 가운데 순위 상관, 카이제곱, 델타는 양쪽을 합하여 빈도가 높은 {n}개 항목만으로 계산하였다."}, "n", n)
		}
		if n := w.constant("homogeneity_halves"); n != "" {
			w.say(text{"The homogeneity of a corpus is that of {n} random halvings of its documents.", "말뭉치 내부의 동질성은 문서를 무작위로 양분하기를 {n}회 되풀이하여 구하였다."}, "n", n)
		}
	}
}

// keywords tells how the words of one corpus were found that stand out.
func (w *describer) keywords() {
	files := uint64(0)
	for _, in := range w.m.Inputs {
		if (in.Role == "ref" || in.Role == "list") && in.SHA256 != "" {
			files++
		}
	}
	switch method := w.option("method"); method {
	case "textrank":
		w.say(text{"Keywords were found by TextRank ({c}){?method}: words up to {w} places apart{?window} are joined by an edge of weight 1, the damping factor is 0.85.",
			"핵심어는 TextRank({c})로 추출하였다{?method}. {w}자리 이내에 함께 나타난 단어를{?window} 가중치 1의 간선으로 잇고, 감쇠 계수는 0.85로 하였다."},
			"c", w.cite("Mihalcea & Tarau 2004"), "w", w.option("window"))
		w.d.Formulas = append(w.d.Formulas, Formula{Name: "TextRank", Formula: "S(i) = (1−d) + d·Σ_j S(j)/k_j", LaTeX: `S(i)=(1-d)+d\sum_j\frac{S(j)}{k_j}`, Works: []string{"Mihalcea & Tarau 2004"}})
	case "tfidf":
		list, _ := w.measures(stats.Dispersions.Name)
		w.say(text{"Keywords were ranked by {list}{?method}, over {n}.", "핵심어는 문서 {n}을 기준으로 계산한 {list:으로/로} 추출하였다{?method}."},
			"list", list, "n", w.units(max(w.count("documents_ref"), w.count("documents")), "document", "documents", "건"))
	default:
		w.say(text{"Keywords were found by comparison with a reference{?method}.", "핵심어는 참조 자료와 비교하여 추출하였다{?method}."})
		size := w.units(w.count("tokens_ref"), "unit", "units", "개")
		switch {
		case w.againstSejong():
			w.say(text{"The reference is the list of morpheme frequencies of the Sejong corpus (21st Century Sejong Project) that kstat has built in{?ref}, of {n}.",
				"참조 자료는 kstat에 내장된 세종 말뭉치(21세기 세종계획)의 형태소 빈도 목록으로{?ref}, 규모는 {n}이다."}, "n", size)
			if n := w.count("left_out"); n > 0 {
				w.say(text{"It has no counts of words in Latin letters and in hanja; these ({n}) were left out.",
					"이 목록에는 로마자나 한자로 적은 단어의 빈도가 없으므로 그러한 단어({n})는 제외하였다."}, "n", w.units(n, "token", "tokens", "개"))
			}
		case w.option("ref-list") != "":
			w.say(text{"The reference is a frequency list ({f}) of {n}.", "참조 자료는 빈도 목록({f})으로, 규모는 {n}이다."}, "f", w.quoted(manifest.Text(w.option("ref-list"))), "n", size)
		default:
			w.say(text{"The reference is {f} ({d}), of {n}.", "참조 자료는 {f}({d})이며, 규모는 {n}이다."}, "f", w.quoted(manifest.Text(w.option("ref"))), "d", w.units(files, "file", "files", "개 파일"), "n", size)
		}
		if list, ok := w.measures(stats.Keynesses.Name); ok {
			w.say(text{"Keyness was measured by {list}; listed are words that are more frequent than in the reference.", "핵심어 지수(keyness)는 {list:으로/로} 구하였고, 참조 자료에서보다 자주 쓰인 것만 제시하였다."}, "list", list)
		}
		w.smoothing()
	}
	w.tell("ref", "ref-list", "window", "method", "k")
}

// correction tells how p was corrected, and what level intervals have.
func (w *describer) correction() {
	defer w.tell("correct", "alpha")
	if w.m.Command == "keywords" && w.option("method") != "lrc" {
		return
	}
	alpha, family := w.option("alpha"), w.count("family")
	c, ok := stats.FindCorrection(w.option("correct"))
	switch {
	case !ok, !w.adjusts():
		w.say(text{"The significance level is {a}{?alpha}.", "유의 수준은 {a:으로/로} 하였다{?alpha}."}, "a", alpha)
	case c.Name == "none":
		w.say(text{"Probabilities were not corrected for the number of tests{?correct}; the significance level is {a}{?alpha}.", "다중 검정에 따른 유의확률 보정은 하지 않았고{?correct}, 유의 수준은 {a:으로/로} 하였다{?alpha}."}, "a", alpha)
	default:
		base, remark := bracketed(text{c.English, c.Korean}[w.lang])
		cites := w.cite(c.Sources...)
		if remark != "" {
			cites = remark + "; " + cites
		}
		name := value{show: base + spaced(w.lang, "("+cites+")"), sound: base}
		for _, m := range w.m.Measures {
			if m.Family == "correction" {
				w.d.Formulas = append(w.d.Formulas, Formula{Name: w.fill(text{"corrected p ({c})", "보정한 유의확률({c})"}, "c", base), Formula: w.formula(m.Formula), LaTeX: c.LaTeX, Works: c.Sources})
			}
		}
		w.say(text{"Probabilities were corrected for {n} tests by the method of {c}{?correct}; the significance level is {a}{?alpha}.",
			"유의확률은 {n}의 검정에 대하여 {c} 방법으로 보정하였고{?correct}, 유의 수준은 {a:으로/로} 하였다{?alpha}."},
			"n", w.tests(family), "c", name, "a", alpha)
	}
}

// adjusts tells whether a corrected p is shown, or chooses what is.
func (w *describer) adjusts() bool {
	measures := strings.Split(w.option("measures"), ",")
	return slices.Contains(measures, "p_adj") || slices.Contains(measures, "all") || w.option("max-p") != "" || w.option("sort") == "p_adj" || w.constant("pair_words") != ""
}

func (w *describer) tests(n uint64) value {
	if w.lang == Korean {
		return value{show: grouped(n) + "개"}
	}
	return value{show: grouped(n)}
}

// scopes are what pairs are looked for within.
var scopes = map[string]text{
	"sentence":  {"sentence", "문장"},
	"paragraph": {"paragraph", "문단"},
	"document":  {"document", "문서"},
}

// pairs tells what a pair is.
func (w *describer) pairs() {
	within := w.option("within")
	scope := within
	if t, ok := scopes[within]; ok {
		scope = t[w.lang]
	}
	window := w.option("window")
	w.tell("within", "window", "ordered", "expected")
	if w.none("window") {
		w.say(text{"Words are a pair where they stand in the same {s}{?within}; each {s} counts once.", "공기 관계는 같은 {s} 안에 함께 나타나는 것으로 정의하였다{?within}. 한 {s}에 여러 번 나타나도 한 번으로 세었다."}, "s", scope)
		return
	}
	if w.is("ordered") {
		w.say(text{"Words are a pair where the second follows within {n} units{?window} in the same {s}{?within}.", "공기 관계는 같은 {s} 안에서{?within} 뒤따르는 {n}개 단위 이내에{?window} 나타나는 것으로 정의하였다."}, "s", scope, "n", window)
	} else {
		w.say(text{"Words are a pair where they stand within {n} units of each other{?window} in the same {s}{?within}, in either order{?ordered}.", "공기 관계는 같은 {s} 안에서{?within} 앞뒤 {n}개 단위 이내에{?window} 함께 나타나는 것으로 정의하였으며, 순서는 구별하지 않았다{?ordered}."}, "s", scope, "n", window)
	}
	switch w.option("expected") {
	case "span":
		w.say(text{"Expected frequencies take the size S of the window into account: E₁₁ = f₁·S·f₂/N{?expected}; a margin below the count O₁₁ is raised to it.", "기대 빈도는 창의 크기 S를 반영하여 E₁₁ = f₁·S·f₂/N으로 구하였으며{?expected}, 공기 빈도 O₁₁보다 작은 주변합은 O₁₁까지 올렸다."})
	case "pairs":
		w.say(text{"The table is one of pairs of places, with f₁·S, f₂·S and N·S as its margins, S being the size of the window{?expected}.", "분할표는 자리의 쌍을 단위로 하여 주변합을 f₁·S, f₂·S, 총합을 N·S(S는 창의 크기)로 두었다{?expected}."})
	default:
		w.say(text{"Expected frequencies are E₁₁ = f₁·f₂/N, without regard to the size of the window{?expected}; a margin below the count O₁₁ is raised to it.", "기대 빈도는 E₁₁ = f₁·f₂/N으로 구하고 창의 크기에 따른 보정은 하지 않았으며{?expected}, 공기 빈도 O₁₁보다 작은 주변합은 O₁₁까지 올렸다."})
	}
}

// overDocuments tells of tests whose observations are documents.
func (w *describer) overDocuments() {
	if list, ok := w.measures(stats.DocumentTests.Name); ok {
		w.say(text{"Computed with documents as observations: {list}.", "문서를 관측 단위로 하여 {list:을/를} 구하였다."}, "list", list)
	}
}

// association tells how the attraction of pairs was measured.
func (w *describer) association() {
	if list, ok := w.measures(stats.Associations.Name); ok {
		w.say(text{"Association was measured by {list}.", "연관성은 {list:으로/로} 측정하였다."}, "list", list)
	}
	if list, ok := w.measures(stats.Placed.Name); ok {
		w.say(text{"The distance from the node is weighed by {list}.", "중심어와의 거리는 {list:으로/로} 반영하였다."}, "list", list)
	}
	w.overDocuments()
	if list, ok := w.measures(stats.Placed.Name); ok {
		w.say(text{"How often and how near a collocate stands was measured by {list}.", "공기어가 얼마나 자주, 얼마나 가까이 나오는지는 {list:으로/로} 측정하였다."}, "list", list)
	}
	if list, ok := w.measures(stats.DocumentTests.Name); ok {
		w.say(text{"Over documents, the frequency of a collocate within the windows was compared with that outside them by {list}.", "문서를 관측 단위로 하여 창 안팎의 공기어 빈도를 {list:으로/로} 비교하였다."}, "list", list)
	}
}

// node tells the word whose collocates were looked for.
func (w *describer) node() {
	if len(w.m.Arguments) > 0 {
		w.say(text{"The node is {w}, which occurs {n}.", "중심어는 {w:이며/며} 모두 {n} 나타났다."}, "w", w.quoted(w.m.Arguments[0]), "n", w.units(w.count("node_freq"), "time", "times", "번"))
	}
}

// word tells the word whose dispersion was measured.
func (w *describer) word() {
	if len(w.m.Arguments) > 0 {
		w.say(text{"The word is {w}, which occurs {n} in {d}.", "대상 단어는 {w:이며/며} 문서 {d}에 모두 {n} 나타났다."}, "w", w.quoted(w.m.Arguments[0]),
			"n", w.units(w.count("freq"), "time", "times", "번"), "d", w.units(w.count("doc_freq"), "document", "documents", "건"))
	}
	if w.tell("top"); !w.none("top") {
		w.say(text{"The first {n} parts are shown.", "처음 {n}개 부분을 제시하였다."}, "n", w.option("top"))
	}
}

// frequencies tells in which form frequencies are given.
func (w *describer) frequencies() {
	w.say(text{"Frequencies are given as counts and per million units.", "빈도는 절대 빈도와 백만 단위당 상대 빈도로 제시하였다."})
}

// cohesion tells how strongly the words of an n-gram belong together.
func (w *describer) cohesion() {
	if list, ok := w.measures(stats.Grams.Name); ok {
		w.say(text{"How strongly the units of an n-gram belong together was measured by {list}.", "n-그램을 이루는 단위의 결속은 {list:으로/로} 측정하였다."}, "list", list)
	}
}

// dispersion tells how evenness was measured, and over which parts.
func (w *describer) dispersion() {
	list, ok := w.measures(stats.Dispersions.Name)
	w.tell("parts")
	if !ok {
		return
	}
	switch parts := w.option("parts"); parts {
	case "", "document":
		w.say(text{"Dispersion over the documents{?parts} was measured by {list}.", "분산도는 문서를 부분으로 하여{?parts} {list:으로/로} 측정하였다."}, "list", list)
	case "paragraph":
		w.say(text{"Dispersion over the paragraphs was measured by {list}.", "분산도는 문단을 부분으로 하여 {list:으로/로} 측정하였다."}, "list", list)
	default:
		w.say(text{"Dispersion over {n} parts of equal size was measured by {list}.", "분산도는 자료를 {n}등분한 부분에 대하여 {list:으로/로} 측정하였다."}, "n", parts, "list", list)
	}
}

// diversity tells how varied a vocabulary was found to be.
func (w *describer) diversity() {
	if list, ok := w.measures(stats.Diversities.Name); ok {
		w.say(text{"Lexical diversity was measured by {list}.", "어휘 다양도는 {list:으로/로} 측정하였다."}, "list", list)
	}
	if w.tell("window"); w.computes("mattr", "mattr_sd", "msttr", "msttr_sd") {
		w.say(text{"The window of MATTR and MSTTR has {n} units{?window}.", "MATTR와 MSTTR의 창은 {n}개 단위로 하였다{?window}."}, "n", w.option("window"))
	}
	if w.tell("sample"); w.computes("hdd") {
		w.say(text{"The sample of HD-D has {n} units{?sample}.", "HD-D의 표본은 {n}개 단위로 하였다{?sample}."}, "n", w.option("sample"))
	}
	if w.tell("threshold"); w.computes("mtld") {
		w.say(text{"The threshold of MTLD is {n}{?threshold}.", "MTLD의 기준값은 {n:으로/로} 하였다{?threshold}."}, "n", w.option("threshold"))
	}
	if w.tell("top"); !w.none("top") {
		w.say(text{"The first {n} texts are shown.", "처음 {n}건을 제시하였다."}, "n", w.option("top"))
	}
}

// presetAndSeed tells whose way of computing was followed, and how chance came in.
func (w *describer) presetAndSeed() {
	if p, ok := stats.FindPreset(w.option("as")); ok {
		w.say(text{"Formulas and settings follow {p}.", "산식과 설정은 {p}의 방식을 따랐다."}, "p", p.Program)
	}
	w.tell("as", "bootstrap", "seed")
	resamples, chance := w.option("bootstrap"), w.computes("permutation_p", "vocd_d")
	seed := w.option("seed")
	switch {
	case resamples != "" && resamples != "0":
		w.say(text{"Intervals of effects without one of their own are bootstrap percentile intervals ({c}) of {n} resamples; the random seed is {s}{?seed}.",
			"고유한 신뢰구간이 없는 효과 크기에는 {n}회 재표집한 부트스트랩 백분위수 구간({c})을 사용하였으며, 난수 시드는 {s}이다{?seed}."},
			"c", w.cite("Efron & Tibshirani 1993"), "n", resamples, "s", seed)
	case chance || w.m.Command == "compare" && (w.count("documents_a") > 1 || w.count("documents_b") > 1):
		w.say(text{"The random seed is {s}{?seed}.", "난수 시드는 {s}이다{?seed}."}, "s", seed)
	}
}
