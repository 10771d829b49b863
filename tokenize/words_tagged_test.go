package tokenize

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAppendTagged(t *testing.T) {
	text := "걷/VV+어서/EC 가/VV-R+았/EP+다/EF+./SF\n\n+/SW //SP 그/MM 학교/NNG 에서/JKB 는/JX"
	var got strings.Builder
	for i, k := range AppendTagged(nil, text, func(e *TaggedError) { t.Error(e) }) {
		if i > 0 {
			got.WriteByte(' ')
		}
		got.WriteString(k.Form + "/" + k.Tag.String() + ":" + k.Lemma + ":" + string(rune('0'+k.Sentence)) + string(rune('0'+k.Eojeol)))
		if s := text[k.Start:k.End]; !strings.HasPrefix(s, k.Form+"/"+k.Tag.String()) {
			t.Errorf("%s/%v is not at %q", k.Form, k.Tag, s)
		}
	}
	want := "걷/VV:걷다:00 어서/EC:어서:00 가/VV:가다:01 았/EP:았:01 다/EF:다:01 ./SF:.:01 " +
		"+/SW:+:12 //SP:/:12 그/MM:그:13 학교/NNG:학교:14 에서/JKB:에서:14 는/JX:는:14"
	if got.String() != want {
		t.Errorf("got  %s\nwant %s", got.String(), want)
	}
}

// What the tags of the line format leave open: where eojeols begin (| stands before them here), and which of several kinds a tag means (written behind a colon where it is another one).
func TestTaggedGuesses(t *testing.T) {
	for text, want := range map[string]string{
		// suffixes go with their words, adverbs do not
		"궁금/XR 히/MAG 여기/VV 었/EP 다/EF":                       "궁금 히:XSM|여기 었 다",
		"자연/NNG 스레/MAG 깊/VA 이/MAG 잘/MAG 자/VV ㄴ다/EF":         "자연 스레:XSM|깊 이:XSM|잘|자 ㄴ다",
		"\"/SS 히/MAG \"/SS":                                 "\":SSO 히 \":SSC",
		"20/SN 년/NNB 3/SN 억/NR 50/SN %/SW 둘/NR 3/SN 때문/NNB": "20 년|3 억|50 %|둘|3|때문",
		"GPT/SL 4/SN 와/JC 3/SN D/SL":                        "GPT 4 와|3 D",
		"국제연합/NNP (/SS UN/SL )/SS 은/JX":                     "국제연합 (:SSO UN ):SSC 은",
		"@kim/SL #봄/SL a@b.kr/SL 10:30/SN 👍/SW":             "@kim:W_MENTION|#봄:W_HASHTAG|a@b.kr:W_EMAIL|10:30:W_SERIAL|👍:W_EMOJI",
		// a line is a sentence, also where it holds several
		"좋/VA 다/EF ./SF 가/VV 자/EF !/SF ㅋㅋ/SW 응/IC":              "좋 다 .|가 자 !|ㅋㅋ|응",
		"“/SS 가/VV 자/EF ./SF ”/SS 라고/JKQ 말/NNG 하/XSV 었/EP 다/EF": "“:SSO 가 자 . ”:SSC 라고|말 하 었 다",
		"\"/SS 가/VV 자/EF ./SF \"/SS 철수/NNP 가/JKS":               "\":SSO 가 자 . \":SSC|철수 가",
		"Dr/SL ./SF Kim/SL 이/JKS":                               "Dr .|Kim 이",
		// where morphemes are joined by +, spaces part
		"Galaxy/SL 3/SN+개/NNB 2/SN 년/NNB": "Galaxy|3 개|2|년",
		"Node/SL+./SF+js/SL 는/JX":         "Node . js 는",
	} {
		var got strings.Builder
		tokens := AppendTagged(nil, text, func(e *TaggedError) { t.Error(e) })
		for i, k := range tokens {
			switch {
			case i == 0:
			case k.Eojeol != tokens[i-1].Eojeol:
				got.WriteString("|")
			default:
				got.WriteString(" ")
			}
			got.WriteString(k.Form)
			if written := text[k.Start+len(k.Form)+1 : k.End]; k.Tag.String() != written {
				got.WriteString(":" + k.Tag.String())
			}
		}
		if got.String() != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got.String(), want)
		}
	}
}

func TestTaggedFaults(t *testing.T) {
	for text, want := range map[string]TaggedError{
		"걷":            {1, 0, "걷", NoTag},
		"가/VV\n 걷/VVV": {2, 8, "걷/VVV", NoSuchTag},
		"/VV":          {1, 0, "/VV", NoFormLeft},
		"걷/":           {1, 0, "걷/", NoTag},
		"걷/vv":         {1, 0, "걷/vv", NoSuchTag},
		"가/VV+걷":       {1, 7, "걷", NoTag},
	} {
		var got []TaggedError
		tokens := AppendTagged(nil, text, func(e *TaggedError) { got = append(got, *e) })
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
		if last := tokens[len(tokens)-1]; last.Tag != UN {
			t.Errorf("%q: the faulty token is %v", text, last.Tag)
		}
	}
}

func TestAppendPretokenized(t *testing.T) {
	text := "가 나/NNG\n\n다  라\n"
	var got strings.Builder
	for _, k := range AppendPretokenized(nil, text) {
		got.WriteString(k.Form + string(rune('0'+k.Sentence)) + string(rune('0'+k.Eojeol)) + " ")
		if text[k.Start:k.End] != k.Form {
			t.Errorf("%s is not at %q", k.Form, text[k.Start:k.End])
		}
	}
	if want := "가00 나/NNG01 다12 라13 "; got.String() != want {
		t.Errorf("got %s, want %s", got.String(), want)
	}
}

// Terms that are drawn of tokens which are given are those of these tokens, in blocks of whole sentences.
func TestPretokenizedTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := TermOptions{Unit: &UnitToken, Stem: rapid.SampledFrom([]string{"", "english"}).Draw(t, "stem")}
		x, _ := NewExtractor(o)
		all, _ := NewExtractor(o)
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"가", "models", "ㅋ", " ", "\n", "\t", "\r\n", "\u3000", "\u00a0", "\u2028", ","}), 0, 40).Draw(t, "text"), "")
		if rapid.Bool().Draw(t, "long") {
			text = strings.Repeat(text+"가 ", PretokenizedBlock)
		}
		want := all.Terms(text, AppendPretokenized(nil, text))
		var got []Term
		x.Pretokenized(text, func(block []Term) {
			if n := len(got); n > 0 && got[n-1].Sentence == block[0].Sentence {
				t.Fatalf("sentence %d is in two blocks", block[0].Sentence)
			}
			got = append(got, block...)
		})
		if !slices.Equal(got, want) {
			t.Fatalf("of %q %v, want %v", text, got, want)
		}
		if x.Positions() != all.Positions() {
			t.Fatalf("%d positions, want %d", x.Positions(), all.Positions())
		}
	})
}

// Tagged text in the shape that kstat prints is read back as what was printed.
func FuzzTagged(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.tagged)
		f.Add(string(AppendTokens(nil, AppendTagged(nil, c.tagged, nil), Kiwi)))
	}
	f.Add("/ // /// +/ /+ a/NNG+ +a/NNG")
	f.Fuzz(func(t *testing.T, text string) {
		faults := 0
		tokens := AppendTagged(nil, text, func(*TaggedError) { faults++ })
		end := 0
		for i, k := range tokens {
			if k.Start < end || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %d is at [%d,%d) after %d", i, k.Start, k.End, end)
			}
			end = k.End
			if i > 0 && (k.Sentence < tokens[i-1].Sentence || k.Eojeol < tokens[i-1].Eojeol) {
				t.Fatalf("token %d goes back", i)
			}
		}
		line := string(AppendTokens(nil, tokens, Kiwi))
		if faults > 0 || strings.ContainsAny(line, "\n") {
			return
		}
		again := AppendTagged(nil, line, func(e *TaggedError) { t.Fatalf("%q: %v", line, e) })
		if len(again) != len(tokens) {
			t.Fatalf("%q has %d tokens, and %d when read again from %q", text, len(tokens), len(again), line)
		}
		for i := range again {
			if again[i].Form != tokens[i].Form || again[i].Tag != tokens[i].Tag {
				t.Fatalf("%s/%v became %s/%v", tokens[i].Form, tokens[i].Tag, again[i].Form, again[i].Tag)
			}
		}
	})
}
