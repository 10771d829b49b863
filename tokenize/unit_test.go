package tokenize

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// terms gives the texts of the terms that a unit draws from tagged text.
func terms(t *testing.T, o TermOptions, tagged string) []string {
	t.Helper()
	x, err := NewExtractor(o)
	if err != nil {
		t.Fatal(err)
	}
	tokens := AppendTagged(nil, tagged, func(e *TaggedError) { t.Fatal(e) })
	var texts []string
	for _, term := range x.Terms(tagged, tokens) {
		texts = append(texts, term.Text)
	}
	return texts
}

// wordCases are analyses as they come, and the words and nouns in them.
var wordCases = []struct {
	tagged string
	words  string // with a space between them
	nouns  string
}{
	// predicates take 다, endings and auxiliaries are left out
	{"걷/VV+어서/EC", "걷다", ""},
	{"하/VV+었/EP+다/EF", "하다", ""},
	{"먹/VV+고/EC 있/VX+다/EF+./SF", "먹다", ""},
	{"책/NNG+이/JKC 아니/VCN+다/EF", "책 아니다", "책"},
	{"높/VA+은/ETM 산/NNG", "높다 산", "산"},
	{"웃/VV+음/ETN+이/JKS", "웃다", ""},

	// a root or noun and the suffix that makes a predicate of it are one
	{"지루/XR+하/XSA+ᆫ/ETM", "지루하다", ""},
	{"지루하/VA+ᆫ/ETM", "지루하다", ""}, // the same, by the other analysis
	{"사용/NNG+되/XSV+는/ETM", "사용되다", "사용"},
	{"필요/NNG+하/XSA+ᆫ/ETM", "필요하다", "필요"},
	{"사랑/NNG+스럽/XSA-I+은/ETM", "사랑스럽다", "사랑"},
	{"사용/NNG 하/XSV+ᆫ다/EF", "사용하다", "사용"}, // badly spaced, and one all the same
	{"사용/NNG+을/JKO 하/VV+ᆫ다/EF", "사용 하다", "사용"},
	{"반짝반짝/MAG+하/XSV+는/ETM", "반짝반짝하다", ""},
	{"copy/SL+하/XSV+아/EC", "copy하다", "copy"},
	{"나/NP+답/XSA+게/EC", "나답다", ""},
	{"표준/NNG+화/XSN+되/XSV+ᆫ/ETM", "표준화되다", "표준화"},
	{"경제/NNG+성장/NNG+하/XSV+아/EC", "경제 성장하다", "경제 성장"},
	{"필요/NNG+도/JX+하/XSA+다/EF", "필요", "필요"}, // a light 하 without its noun is nothing
	{"push/SL+)/SSC+하/XSV+다/EF", "push", "push"},

	// bound nouns are out, and what 하다 makes of them is an auxiliary
	{"가/VV+ᆯ/ETM 것/NNB 같/VA+다/EF", "가다 같다", ""},
	{"오/VV+ᆯ/ETM 듯/NNB+하/XSA+다/EF", "오다", ""},

	// prefixes and suffixes
	{"불/XPN+필요/NNG+하/XSA+ᆫ/ETM", "불필요하다", "불필요"},
	{"불/XPN+확실/XR+하/XSA+다/EF", "불확실하다", ""},
	{"불/XPN+확실/XR+성/XSN+을/JKO", "불확실성", "불확실성"},
	{"비/XPN+공식/NNG+적/XSN+으로/JKB", "비공식적", "비공식"},
	{"제/XPN+2/SN+조/NNB", "", ""},
	{"감동/NNG+적/XSN+이/VCP+다/EF", "감동적", "감동"},
	{"민주/NNG+화/XSN", "민주화", "민주화"},
	{"AI/SL+화/XSN+를/JKO", "ai화", "ai화"},
	{"선생/NNG+님/XSN+께서/JKS", "선생님", "선생님"},
	{"길동/NNP+이/XSN+가/JKS", "길동", "길동"},
	{"개발자/NNG+들/XSN+이/JKS", "개발자", "개발자"},
	{"세/MM 번/NNB+째/XSN", "", ""},
	{"그/NP+들/XSN+은/JX", "", ""},
	{"당당/XR+히/XSM", "당당히", ""},
	{"많/VA+이/XSM", "많이", ""},
	{"확실히/MAG", "확실히", ""},

	// numerals with their unit apart
	{"20/SN+년/NNB+이상/NNG", "이상", "이상"},
	{"하나/NR+도/JX", "하나", ""},
	{"558/SN+만/NR 달러/NNB", "", ""},
	{"20/SN+km/SL", "", ""},
	{"1/SN+-/SO+2/SN", "", ""},

	// words in Latin script, together again and in small letters
	{"GPT/SL+-/SO+4/SN+를/JKO", "gpt-4", "gpt-4"},
	{"GPT/SL -/SO 4/SN 를/JKO", "gpt-4", "gpt-4"}, // eojeols guessed
	{"C/SL+++/SW", "c++", "c++"},
	{"C/SL+#/SW+은/JX", "c#", "c#"},
	{"v/SL+3/SN", "v3", "v3"},
	{"3/SN+D/SL", "3d", "3d"},
	{"COVID/SL+-/SO+19/SN", "covid-19", "covid-19"},
	{"Word/SL+2/SN+Vec/SL+은/JX", "word2vec", "word2vec"},
	{"Node/SL+./SF+js/SL", "node.js", "node.js"},
	{"R/SL+&/SW+D/SL", "r&d", "r&d"},
	{"OpenAI/SL+'/SW+s/SL", "openai", "openai"},
	{"al./SL+,/SP", "al", "al"},
	{"K/SL+-/SO+팝/NNG+을/JKO", "k-팝", "k-팝"},
	{"AI/SL+//SP+ML/SL", "ai ml", "ai ml"},
	{"Galaxy/SL 3/SN+개/NNB", "galaxy", "galaxy"},
	{"É/SL", "é", "é"},

	// the rest
	{"표준/NNG+프레임/NNG+워크/NNG", "표준 프레임 워크", "표준 프레임 워크"},
	{"大韓民國/SH+은/JX", "大韓民國", "大韓民國"},
	{"ㅋㅋ/SW", "", ""},
	{"그러나/MAJ 우리/NP+는/JX 새/MM 길/NNG+을/JKO", "길", "길"},
	{"#오픈/W_HASHTAG", "", ""},
}

func TestWords(t *testing.T) {
	for _, c := range wordCases {
		if got := strings.Join(terms(t, TermOptions{}, c.tagged), " "); got != c.words {
			t.Errorf("words of %s: %s, want %s", c.tagged, got, c.words)
		}
		if got := strings.Join(terms(t, TermOptions{Unit: &UnitNoun}, c.tagged), " "); got != c.nouns {
			t.Errorf("nouns of %s: %s, want %s", c.tagged, got, c.nouns)
		}
	}
}

func TestWordTags(t *testing.T) {
	x, _ := NewExtractor(TermOptions{Tags: AllTags})
	for tagged, want := range map[string]Tag{
		"지루/XR+하/XSA":         VA,
		"사용/NNG+되/XSV":        VV,
		"민주/NNG+화/XSN":        NNG,
		"한국/NNP+인/XSN":        NNG,
		"홍길동/NNP+님/XSN":       NNP,
		"뜨끈/XR 뜨끈/XR":         XR,
		"오/XR+하/XSA+ᆫ/ETM":    VA,
		"듯/NNB+하/XSA":         VX,
		"당당/XR+히/XSM":         MAG,
		"GPT/SL+-/SO+4/SN":    SL,
		"K/SL+-/SO+팝/NNG":     NNG,
		"3/SN+개/NNB":          SN,
		"km/SL":               SL,
		"비/XPN+open/SL+적/XSN": NNG,
	} {
		if got := x.Terms(tagged, AppendTagged(nil, tagged, nil)); got[0].Tag != want {
			t.Errorf("%s is %v, want %v", tagged, got[0].Tag, want)
		}
	}
}

// With every tag asked for, nothing is lost: each token is part of one term, and the terms come in order.
func TestAllTagsCoverTheTokens(t *testing.T) {
	x, _ := NewExtractor(TermOptions{Tags: AllTags})
	for _, c := range wordCases {
		tokens := AppendTagged(nil, c.tagged, nil)
		next := 0
		for i, term := range x.Terms(c.tagged, tokens) {
			if term.First != next || term.Last <= term.First || term.Position != i {
				t.Errorf("%s: term %d is tokens [%d,%d) at position %d, after [0,%d)", c.tagged, i, term.First, term.Last, term.Position, next)
			}
			next = term.Last
		}
		if next != len(tokens) {
			t.Errorf("%s: the terms are [0,%d) of %d tokens", c.tagged, next, len(tokens))
		}
	}
}

// Neighbours are words that follow each other; a word that is not counted keeps its place.
func TestPositions(t *testing.T) {
	check := func(unit *Unit, tagged string, want ...int) {
		t.Helper()
		x, _ := NewExtractor(TermOptions{Unit: unit})
		var got []int
		for _, term := range x.Terms(tagged, AppendTagged(nil, tagged, nil)) {
			got = append(got, term.Position)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: positions %v, want %v", tagged, got, want)
		}
	}
	check(nil, "학교/NNG+에/JKB 가/VV+ᆯ/ETM 것/NNB 같/VA+다/EF", 0, 1, 3)
	check(nil, "사과/NNG+,/SP 배/NNG", 0, 1)
	check(nil, "먹/VV+고/EC 있/VX+는/ETM 사람/NNG", 0, 2)
	check(nil, "새/MM 길/NNG", 1)
	check(nil, "개발자/NNG+들/XSN+의/JKG 길/NNG", 0, 1)
	check(&UnitNoun, "사용/NNG+되/XSV+는/ETM 매우/MAG 좋/VA+은/ETM 말/NNG", 0, 3)
	check(&UnitMorpheme, "가/VV+ᆯ/ETM 것/NNB", 0, 1, 2)
}

func TestStemming(t *testing.T) {
	for _, c := range []struct{ lang, tagged, want string }{
		{"english", "Models/SL+와/JC model/SL", "model model"},
		{"english", "GPT/SL+-/SO+4/SN", "gpt-4"},
		{"english", "모델/NNG", "모델"},
		{"french", "chanteuses/SL", "chanteux"},
		{"", "Models/SL", "models"},
	} {
		if got := strings.Join(terms(t, TermOptions{Stem: c.lang}, c.tagged), " "); got != c.want {
			t.Errorf("%s stemmed in %q: %s, want %s", c.tagged, c.lang, got, c.want)
		}
	}
	if _, err := NewExtractor(TermOptions{Stem: "korean"}); err == nil {
		t.Error("Korean has no stemmer and got one")
	}
}

// Each language that is offered can be had.
func TestStemLanguages(t *testing.T) {
	for _, l := range StemLanguages {
		if _, err := NewExtractor(TermOptions{Stem: l}); err != nil {
			t.Error(err)
		}
	}
}

// textCases are texts and what the units without tags draw from them, with | between the terms and _ for a hole.
var textCases = []struct {
	unit *Unit
	text string
	want string
}{
	{&UnitEojeol, "“학교에서는,” 그가 말했다. (웃음)", "학교에서는|그가|말했다|웃음"},
	{&UnitEojeol, "좋아요~~ ^^ ㅋㅋㅋ!! :)", "좋아요|ㅋㅋㅋ"},
	{&UnitEojeol, "C++를 C++, C# #태그 @이름 50% 30℃ $100 -5", "C++를|C++|C#|#태그|@이름|50%|30℃|100|5"},
	{&UnitEojeol, "GPT-4는 3.14 don't", "GPT-4는|3.14|don't"},
	{&UnitEojeol, "…", ""},
	{&UnitSyllable, "한국 text 값", "한|국|_|_|_|_|_|_|값"},
	{&UnitSyllable, "ㅋㅋ각", "_|_|각"},
	{&UnitSyllable, "\u1112\u119e\u11ab글", "\u1112\u119e\u11ab|글"},
	{&UnitSyllable, "가\u11f0나", "가\u11f0|나"},
	{&UnitGrapheme, "한é 👨‍👩‍👧🇰🇷", "한|é|_|👨‍👩‍👧|🇰🇷"},
	{&UnitGrapheme, "ㅋㅋ", "ㅋ|ㅋ"},
	{&UnitJamo, "값 ㅋ", "ㄱ|ㅏ|ㅄ|_|ㅋ"},
	{&UnitJamo, "각a까", "ㄱ|ㅏ|ㄱ|_|ㄲ|ㅏ"},
	{&UnitJamo, "\u1112\u1161\u11ab", "ㅎ|ㅏ|ㄴ"},
}

func TestUnitsOfText(t *testing.T) {
	for _, c := range textCases {
		x, _ := NewExtractor(TermOptions{Unit: c.unit})
		var got []string
		for _, term := range x.Terms(c.text, New().Analyze(c.text)) {
			for len(got) < term.Position {
				got = append(got, "_")
			}
			got = append(got, term.Text)
			if c.unit != &UnitJamo && c.text[term.Start:term.End] != term.Text {
				t.Errorf("%s of %q: %q is not at [%d,%d)", c.unit.Name, c.text, term.Text, term.Start, term.End)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s of %q: %s, want %s", c.unit.Name, c.text, s, c.want)
		}
	}
}

// What must hold for every unit, text and analysis.
func TestTermProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("가각한글ㅋㅠ걷다. ,!?\n\t AaGPT-4+#'…\u1112\u1161\u11ab\u0301한漢👍🇰🇷\u200d")), 0, 60, -1).Draw(t, "text")
		unit := rapid.SampledFrom(append(Units[:], &UnitToken)).Draw(t, "unit")
		x, _ := NewExtractor(TermOptions{Unit: unit})
		tokens := New().Analyze(text)
		position, start := -1, 0
		for _, term := range x.Terms(text, tokens) {
			if term.Position <= position {
				t.Fatalf("position %d after %d", term.Position, position)
			}
			if term.Start < start || term.End < term.Start || term.End > len(text) {
				t.Fatalf("range [%d,%d) after one that begins at %d", term.Start, term.End, start)
			}
			if term.Text == "" || !utf8.ValidString(term.Text) {
				t.Fatalf("term %q", term.Text)
			}
			if unit.Tagged && !x.tags.Has(term.Tag) {
				t.Fatalf("%s/%v was not asked for", term.Text, term.Tag)
			}
			if n := len(tokens); term.Sentence < 0 || n > 0 && term.Sentence > tokens[n-1].Sentence || n > 0 && term.Eojeol > tokens[n-1].Eojeol {
				t.Fatalf("sentence %d, eojeol %d", term.Sentence, term.Eojeol)
			}
			position, start = term.Position, term.Start
		}
	})
}

// Terms may be kept when the extractor goes on to the next text.
func TestTermsStayValid(t *testing.T) {
	x, _ := NewExtractor(TermOptions{})
	draw := func(tagged string) string { return x.Terms(tagged, AppendTagged(nil, tagged, nil))[0].Text }
	first := draw("지루/XR+하/XSA")
	draw("사용/NNG+하/XSV")
	if first != "지루하다" {
		t.Errorf("became %s", first)
	}
}

func TestParseTagSet(t *testing.T) {
	for list, want := range map[string]TagSet{
		"NNG":                 Tags(NNG),
		"NNG, NNP":            Tags(NNG, NNP),
		"predicate":           PredicateTags,
		"SS,MAG":              Tags(SS, SSO, SSC, MAG, XSM),
		"SL":                  Tags(SL),
		"noun,VV":             NounTags | Tags(VV),
		"content, W_HASHTAG ": ContentTags | Tags(WHashtag),
		"all":                 AllTags,
	} {
		if got, err := ParseTagSet(list); err != nil || got != want {
			t.Errorf("%q: %x, %v; want %x", list, got, err, want)
		}
	}
	for list, name := range map[string]string{"QQQ": "QQQ", "NNG,": "", "": "", "nng": "nng", "NNG,,VV": "", "NNG VV": "NNG VV"} {
		_, err := ParseTagSet(list)
		if e, ok := err.(*UnknownTagError); !ok || e.Name != name {
			t.Errorf("%q: %v, want an error about %q", list, err, name)
		}
	}
	if AllTags.Has(None) {
		t.Error("AllTags holds None, which is no tag")
	}
}

func TestUnitsByName(t *testing.T) {
	for _, u := range Units {
		if got, ok := UnitNamed(u.Name); !ok || got != u {
			t.Errorf("%s is not found by its name", u.Name)
		}
		if u.Tagged == (u.Default == 0) {
			t.Errorf("%s: tagged %v, tags %x", u.Name, u.Tagged, u.Default)
		}
	}
	if _, ok := UnitNamed("wrod"); ok {
		t.Error("wrod is no unit")
	}
}

func BenchmarkWords(b *testing.B) {
	var tagged strings.Builder
	for _, c := range wordCases {
		tagged.WriteString(c.tagged + "\n")
	}
	text := strings.Repeat(tagged.String(), 20)
	tokens := AppendTagged(nil, text, nil)
	x, _ := NewExtractor(TermOptions{})
	x.Terms(text, tokens)
	b.ReportAllocs()
	for b.Loop() {
		x.Terms(text, tokens)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

// Leading consonants without a vowel are no syllables, however many; each leaves a hole.
func TestLeadsWithoutAVowel(t *testing.T) {
	x, err := NewExtractor(TermOptions{Unit: &UnitSyllable})
	if err != nil {
		t.Fatal(err)
	}
	const leads = 1 << 17 // more than can be gone through again for each
	terms := x.Terms(strings.Repeat("ᄀ", leads)+"가 ᄀᆯ나", nil)
	var got []string
	for _, term := range terms {
		got = append(got, fmt.Sprint(term.Text, term.Position))
	}
	if want := fmt.Sprintf("[가%d 나%d]", leads, leads+4); fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// What an extractor remembers of words is bounded.
func TestExtractorForgets(t *testing.T) {
	x, err := NewExtractor(TermOptions{Stem: "english"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range mostRemembered * 5 / 4 {
		text := fmt.Sprintf("running%d/SL", i)
		if terms := x.Terms(text, AppendTagged(nil, text, nil)); len(terms) != 1 {
			t.Fatalf("%s: %v", text, terms)
		}
	}
	if len(x.interned) > mostRemembered || len(x.stems) > mostRemembered {
		t.Errorf("%d spellings and %d stems are remembered", len(x.interned), len(x.stems))
	}
}
