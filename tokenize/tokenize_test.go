package tokenize

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/model"
)

// The embedded model is whole.
func TestModelChecksum(t *testing.T) {
	if err := model.Embedded().Check(); err != nil {
		t.Fatal(err)
	}
}

// The parts of the model that know tags by their numbers agree with this package.
func TestTagNumbers(t *testing.T) {
	if choose.Subject != uint8(JKS) || choose.Object != uint8(JKO) || choose.Adverbial != uint8(JKB) {
		t.Error("choose knows the particles by other numbers")
	}
	for i := range Tag(numTags) {
		if got, ok := ParseTag(i.String()); i > 0 && (!ok || got != i) {
			t.Errorf("%s reads back as %s", i, got)
		}
	}
}

func line(tokens []Token) string { return string(AppendTokens(nil, tokens, Sejong)) }

// cover holds what is true of any text: the tokens stand in order, each eojeol is covered by its tokens and nothing
// else is, no range cuts a rune, and eojeols and sentences are numbered without gaps.
func cover(t interface{ Fatalf(string, ...any) }, text string, tokens []Token) {
	end, eojeol, sentence := 0, -1, -1
	valid := utf8.ValidString(text)
	for i, k := range tokens {
		if k.Start < 0 || k.End > len(text) || k.Start >= k.End {
			t.Fatalf("%q: token %d has the range [%d,%d)", text, i, k.Start, k.End)
		}
		if k.Form == "" || k.Lemma == "" || k.Tag == None {
			t.Fatalf("%q: token %d is %+v", text, i, k)
		}
		if k.Start > end {
			for _, r := range text[end:k.Start] {
				if !unicode.IsSpace(r) && r > ' ' && r != 0x200B && r != 0xFEFF {
					t.Fatalf("%q: %q belongs to no token", text, text[end:k.Start])
				}
			}
		}
		if valid && !utf8.ValidString(text[k.Start:k.End]) {
			t.Fatalf("%q: token %d cuts a rune", text, i)
		}
		if k.Eojeol != eojeol && k.Eojeol != eojeol+1 || k.Eojeol == eojeol && i > 0 && k.Start > end || k.Eojeol != eojeol && i > 0 && k.Start < end {
			t.Fatalf("%q: token %d is in eojeol %d after %d", text, i, k.Eojeol, eojeol)
		}
		if k.Sentence != sentence && k.Sentence != sentence+1 {
			t.Fatalf("%q: token %d is in sentence %d after %d", text, i, k.Sentence, sentence)
		}
		eojeol, sentence, end = k.Eojeol, k.Sentence, max(end, k.End)
	}
	if rest := strings.TrimFunc(text[end:], func(r rune) bool { return unicode.IsSpace(r) || r <= ' ' || r == 0x200B || r == 0xFEFF }); rest != "" {
		t.Fatalf("%q: the end %q belongs to no token", text, rest)
	}
}

var alphabet = []rune("가나다라간갔했됐봐서요는을이다ㅋㅠ. ,!?\"'()\n AIx1230-漢👍\u200d\u0301")

func TestTokensCoverText(t *testing.T) {
	w := New().NewWorker()
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom(alphabet)), rapid.StringOf(rapid.RuneFrom(nil, unicode.Hangul))).Draw(r, "text")
		cover(r, text, w.Tokens(text))
	})
}

func FuzzTokens(f *testing.F) {
	w := New().NewWorker()
	for _, s := range []string{"나는 학교에 간다.", "ㅋㅋ됬어", "\xea\xb0", "가\x00나", strings.Repeat("가", 3000), "C++로 GPT-4를 3.5%", "”라고", "👨‍👩‍👧"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := w.Tokens(text)
		cover(t, text, tokens)
		if got, want := string(w.AppendLine(nil, text, Sejong)), line(tokens); got != want {
			t.Fatalf("%q: the fast way prints\n%s\nthe plain one\n%s", text, got, want)
		}
	})
}

// goldenText gives the sentences of testdata/golden.txt, a line each.
func goldenText(t *testing.T) string {
	data, err := os.ReadFile("testdata/golden.txt")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "\t") {
			text.WriteString(line)
		}
	}
	return text.String()
}

// The memory of what was met changes nothing: a worker whose caches forget all the time gives what a new one gives.
func TestWorkerForgetsNothingWrong(t *testing.T) {
	used, tk := New().NewWorker(), New()
	used.known.limit, used.guessed.limit = 7, 3
	text := goldenText(t)
	for range 2 {
		for l := range strings.Lines(text) {
			if got, want := line(used.Tokens(l)), line(tk.NewWorker().Tokens(l)); got != want {
				t.Errorf("%s\n used %s\n new  %s", l, got, want)
			}
		}
	}
}

// A line of the very text that was observed is not read again; one that only reads the same is. Both come out alike, in
// any order, with words of the document's own and without.
func TestObservedLines(t *testing.T) {
	observed, other := New().NewWorker(), New().NewWorker()
	text := strings.Repeat("갤로그가 왔다.\n큰갤로그는 좋다.\n\n히로잉갤로그로 갔다. 갤로그도 \"갤로그\"다.\n", 3) + goldenText(t)
	observed.Observe(text)
	other.Observe(strings.Clone(text))
	if len(observed.own.words) == 0 {
		t.Error("갤로그 is no word of the document's own")
	}
	lines := strings.Split(text, "\n")
	order := rand.New(rand.NewPCG(7, 8)).Perm(len(lines))
	for k := range 2 * len(lines) {
		l := lines[k%len(lines)]
		if k >= len(lines) {
			l = lines[order[k-len(lines)]]
		}
		set := Tagset(k / 50 % 3)
		got, want := string(observed.AppendLine(nil, l, set)), string(other.AppendLine(nil, strings.Clone(l), set))
		if got != want {
			t.Errorf("%s\n observed %s\n alone    %s", l, got, want)
		}
	}
	if n := len(observed.single.text); n > 0 {
		t.Errorf("an observed line of %d bytes was read again", n)
	}
}

// A document tells which nouns the search misses in single lines, though the lexicon has them.
func TestDocumentsOwnNoun(t *testing.T) {
	text := "영신은 고개를 들었다.\n그때 영신을 부르는 소리가 났다.\n그러나 영신을 본 사람은 없었다.\n떨리는 영신의 손을 잡았다.\n" +
		"뒤따라온 영신은 숨이 찼다.\n영신으로서는 알 수 없는 일이었다.\n아이들은 영신을 따랐다.\n"
	found := func(tokens []Token) (n int) {
		for _, k := range tokens {
			if k.Form == "영신" && k.Tag == NNP {
				n++
			}
		}
		return n
	}
	tk := New()
	alone, lines := 0, strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for _, l := range lines {
		alone += found(tk.Analyze(l))
	}
	if n := found(tk.Analyze(text)); n != len(lines) {
		t.Errorf("영신 is found %d times of %d, %d times by lines alone", n, len(lines), alone)
	}
}

func TestAnalyzeFromManyGoroutines(t *testing.T) {
	tk := New()
	text := "오픈 소스 모델을 공개하면 누구나 쓸 수 있다.\n그러나 위험도 있다."
	want := line(tk.Analyze(text))
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			for range 5 {
				if got := line(tk.Analyze(text)); got != want {
					t.Errorf("got %s", got)
				}
			}
		})
	}
	wg.Wait()
}

// What never ends is still read in time and memory that its length bounds.
func TestEndlessText(t *testing.T) {
	w := New().NewWorker()
	for _, s := range []string{strings.Repeat("ㅋ", 300_000), strings.Repeat("가", 100_000), strings.Repeat("나라말", 30_000), strings.Repeat("1", 500_000), strings.Repeat("a1", 200_000), strings.Repeat("(", 200_000), "e" + strings.Repeat("\u0301", 100_000), strings.Repeat("\"", 100_000)} {
		cover(t, s, w.Tokens(s))
	}
}

func TestTagsetsOfOneAnalysis(t *testing.T) {
	w := New().NewWorker()
	for set, want := range map[Tagset]string{
		Sejong: "학교/NNG 에서/JKB 공부/NNG 하/XSV 었/EP 다/EF ./SF (/SS 손/NNG 을/JKO 잡/VV 었/EP 다/EF )/SS",
		MeCab:  "학교/NNG 에서/JKB 공부/NNG 했/XSV+EP 다/EF ./SF (/SSO 손/NNG 을/JKO 잡/VV 았/EP 다/EF )/SSC",
		Kiwi:   "학교/NNG 에서/JKB 공부/NNG 하/XSV 었/EP 다/EF ./SF (/SSO 손/NNG 을/JKO 잡/VV-R 었/EP 다/EF )/SSC",
	} {
		if got := string(w.AppendLine(nil, "학교에서 공부했다. (손을 잡았다)", set)); got != want {
			t.Errorf("%s\n got %s\nwant %s", set, got, want)
		}
	}
}

// Lines, tokens and the unit morpheme write the same tags, in whatever order what was printed before is remembered; of MeCab's
// lines, where morphemes may share an item, the tags with a + between them.
func TestTagsetsAgree(t *testing.T) {
	text := "그는 걸었다. 걷은 돈을 걸어 두고 물을 물어 물었다. 세 개와 20년, 3마리 때문에 둘 때문에 개를 세 번 묻고 스물두 명이 한 것 같다. " +
		"이 개는 그 개와 다르다. 열 개, 두 개, 몇 개, 1등, 2 등. 받은 것을 했건만. GPT-4 네 번째 판\n년 20\n년도 년 20년 번 한 번"
	w := New().NewWorker()
	x := map[Tagset]*Extractor{}
	for set := range numTagsets {
		x[set], _ = NewExtractor(TermOptions{Unit: &UnitMorpheme, Tagset: set})
	}
	for range 2 { // the second time from what is remembered
		for set := range numTagsets {
			for _, line := range strings.Split(text, "\n") {
				tags := func(items string) (tags []string) {
					for _, item := range strings.Fields(items) {
						tags = append(tags, strings.Split(item[strings.LastIndexByte(item, '/')+1:], "+")...)
					}
					return tags
				}
				printed := string(w.AppendLine(nil, line, set))
				tokens := w.Tokens(line)
				each := string(AppendTokens(nil, tokens, set))
				if set != MeCab && each != printed || !slices.Equal(tags(each), tags(printed)) {
					t.Errorf("%s\nline   %s\ntokens %s", set, printed, each)
				}
				var terms []string
				for _, term := range x[set].Terms(line, tokens) {
					terms = append(terms, term.Text)
				}
				if got := strings.Join(terms, " "); got != each {
					t.Errorf("%s\nterms  %s\ntokens %s", set, got, each)
				}
			}
		}
	}
}

// What MeCab calls NNBC is a bound noun that counts what stands before it.
func TestCounters(t *testing.T) {
	for tagged, want := range map[string]string{
		"세/MM 개/NNB": "NNBC", "20/SN+년/NNB": "NNBC", "20/SN 년/NNB": "NNBC", "열/NR 명/NNB": "NNBC", "열두/MM 명/NNB": "NNBC", "스물한/MM 번/NNB": "NNBC",
		"1/SN+등/NNB": "NNBC", "2/SN 등/NNB": "NNB", "둘/NR 때문/NNB": "NNB", "한/MM 것/NNB": "NNB", "이러한/MM 때문/NNB": "NNB", "그러한/MM 분/NNB": "NNB",
		"열/MM 분/NNB": "NNB", "그/MM 분/NNB": "NNB", "20/SN 집/NNG": "NNG", "20/SN\n년/NNB": "NNB", "년/NNB": "NNB",
	} {
		tokens := AppendTagged(nil, tagged, nil)
		if got := MeCab.NameAt(tokens, len(tokens)-1); got != want {
			t.Errorf("%s: %s, want %s", tagged, got, want)
		}
	}
}

// What a set writes it reads, and no other name stands for a tag at a place than those that Names gives.
func TestTagsOfKiwi(t *testing.T) {
	tokens := AppendTagged(nil, "걷/VV-I 걷/VV-R 걷/VV 가/VV 개/NNBC", nil)
	var got []string
	for i := range tokens {
		got = append(got, Kiwi.NameAt(tokens, i))
		if !slices.Contains(Kiwi.Names(tokens[i].Tag), got[i]) {
			t.Errorf("Names lacks %s", got[i])
		}
	}
	if want := []string{"VV-I", "VV-R", "VV-R", "VV", "NNB"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("AI 모델을 중국은 열고 미국은 닫아 걸고 있다. 왜 여는 것이 좋은지 조목조목 잘 설명해 준다.\n", 100)
	w := New().NewWorker()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Tokens(text)
	}
}
