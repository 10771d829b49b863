package hangul

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Every syllable comes apart and together again, by numbers, by conjoining and by compatibility jamo.
func TestSyllablesRoundTrip(t *testing.T) {
	n := 0
	for i := range Initials {
		for m := range Medials {
			for f := range Finals {
				r := Join(i, m, f)
				if want := rune(SyllableFirst + n); r != want {
					t.Fatalf("Join(%d,%d,%d) = %U, want %U", i, m, f, r, want)
				}
				n++
				if i2, m2, f2, ok := Split(r); i2 != i || m2 != m || f2 != f || !ok {
					t.Fatalf("Split(%c) = %d %d %d %v", r, i2, m2, f2, ok)
				}
				a, b, c, ok := Decompose(r)
				if !ok || Compose(a, b, c) != r {
					t.Fatalf("Compose(Decompose(%c)) = %c", r, Compose(a, b, c))
				}
				if Compose(Compat(a), Compat(b), Compat(c)) != r {
					t.Fatalf("%c does not compose from compatibility jamo", r)
				}
				if Compose(Halfwidth(Compat(a)), Halfwidth(Compat(b)), Halfwidth(Compat(c))) != r {
					t.Fatalf("%c does not compose from halfwidth jamo", r)
				}
				if HasFinal(r) != (f > 0) || Final(r) != c || WithFinal(Join(i, m, 0), c) != r {
					t.Fatalf("final of %c: %v %U", r, HasFinal(r), Final(r))
				}
				nfd := string(a) + string(b)
				if c != 0 {
					nfd += string(c)
				}
				if nfd != norm.NFD.String(string(r)) {
					t.Fatalf("Decompose(%c) is not its NFD", r)
				}
				if NFC(nfd) != string(r) || NFC(string(r)) != string(r) {
					t.Fatalf("NFC of %c", r)
				}
			}
		}
	}
	if n != SyllableCount {
		t.Fatalf("%d syllables", n)
	}
}

func TestOutOfRange(t *testing.T) {
	for _, c := range [][3]int{{-1, 0, 0}, {19, 0, 0}, {0, -1, 0}, {0, 21, 0}, {0, 0, -1}, {0, 0, 28}} {
		if r := Join(c[0], c[1], c[2]); r != 0 {
			t.Errorf("Join(%v) = %c", c, r)
		}
	}
	for _, r := range []rune{-1, 0, 'a', 'ㅎ', 0x1112, SyllableFirst - 1, SyllableLast + 1, utf8.MaxRune} {
		if _, _, _, ok := Split(r); ok || HasFinal(r) || Final(r) != 0 || WithFinal(r, 'ㄴ') != 0 {
			t.Errorf("%U taken for a syllable", r)
		}
	}
	check := func(i, m, f, want rune) {
		t.Helper()
		if got := Compose(i, m, f); got != want {
			t.Errorf("Compose(%c,%c,%c) = %c, want %c", i, m, f, got, want)
		}
	}
	check('ㅂ', 'ㅞ', 'ㄺ', '뷁')
	check('ㄱ', 'ㅏ', 'ㄸ', 0)  // never a final
	check('ㄳ', 'ㅏ', 0, 0)    // never an initial
	check('ㅏ', 'ㄱ', 0, 0)    // in the wrong order
	check(0x1113, 'ㅏ', 0, 0) // an old initial
	check(0x11A8, 'ㅏ', 0, 0) // a final for an initial
}

// Compat agrees with the width and compatibility mappings of Unicode on every jamo, and leaves every other rune alone.
func TestCompatAgreesWithUnicode(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		got := Compat(r)
		switch {
		case halfFiller <= r && r <= halfLast:
			want := []rune(width.Widen.String(string(r)))[0]
			if got != want {
				t.Errorf("Compat(%U) = %U, want %U", r, got, want)
			}
			if got != r && Halfwidth(got) != r {
				t.Errorf("Halfwidth(Compat(%U)) = %U", r, Halfwidth(got))
			}
		case InitialIndex(r) >= 0 || MedialIndex(r) >= 0 || FinalIndex(r) > 0:
			if got < compatFirst || got > compatMedialLast {
				t.Errorf("Compat(%U) = %U is no modern compatibility jamo", r, got)
			}
			// The compatibility jamo and the conjoining one have the same compatibility decomposition, or
			// differ only in that Unicode decomposes compatibility consonants to initials.
			if r < 0x11A8 && norm.NFKC.String(string(got)) != norm.NFKC.String(string(r)) {
				t.Errorf("Compat(%U) = %U", r, got)
			}
		case got != r:
			t.Errorf("Compat(%U) = %U, want it unchanged", r, got)
		}
	}
}

// On text without other combining marks the package's NFC is Unicode's, for every short string of an alphabet that has
// each kind of neighbour, and for long random ones.
func TestNFCIsUnicodes(t *testing.T) {
	alphabet := []rune{0x1100, 0x1112, 0x1113, 0x115F, 0x1160, 0x1161, 0x1175, 0x1176, 0x11A7, 0x11A8, 0x11C2, 0x11C3, '가', '각', '힣', 'a', 'ㅎ', 0x302E, 0xE1, 0x1E00}
	check := func(s string) {
		if got, want := NFC(s), norm.NFC.String(s); got != want {
			t.Fatalf("NFC(%+q) = %+q, want %+q", s, got, want)
		}
	}
	var all func(prefix string, n int)
	all = func(prefix string, n int) {
		check(prefix)
		if n > 0 {
			for _, r := range alphabet {
				all(prefix+string(r), n-1)
			}
		}
	}
	all("", 4)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range rng.IntN(40) {
			switch rng.IntN(4) {
			case 0:
				b.WriteRune(alphabet[rng.IntN(len(alphabet))])
			case 1:
				b.WriteRune(rune(SyllableFirst + rng.IntN(SyllableCount)))
			default:
				b.WriteRune(rune(0x1100 + rng.IntN(0x100)))
			}
		}
		check(b.String())
	}
}

func TestNFCGivesItsArgument(t *testing.T) {
	s := strings.Repeat("한글 맞춤법 ㅋㅋ ḉ 사이 á", 100)
	if n := testing.AllocsPerRun(10, func() { NFC(s) }); n != 0 {
		t.Errorf("%v allocations on text that is NFC", n)
	}
}

func TestAppendJamo(t *testing.T) {
	for _, c := range [][2]string{
		{"값이", "ㄱㅏㅄㅇㅣ"}, {"뷁", "ㅂㅞㄺ"}, {"ㅋㅋ", "ㅋㅋ"}, {"\u1112\u1161\u11ab", "ㅎㅏㄴ"}, {"ﾾￂ", "ㅎㅏ"}, {"a 1", "a 1"}, {"", ""},
	} {
		if got := string(AppendJamo(nil, c[0])); got != c[1] {
			t.Errorf("AppendJamo(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFilled(t *testing.T) {
	// What Python's euc_kr codec writes for 뷁, 펲 and 쀼.
	for _, c := range []struct {
		s    string
		want rune
	}{
		{"\u3164ㅂㅞㄺ", '뷁'}, {"\u3164ㅍㅔㅍ다", '펲'}, {"\u3164ㅃㅠ\u3164", '쀼'},
		{"\u3164", 0}, {"\u3164ㅋㅋㅋ", 0}, {"ㅂㅞㄺㅋ", 0}, {"\u3164ㅂㅞ", 0}, {"\u3164\u3164\u3164\u3164", 0}, {"\u3164ㅂㅞㄸ", 0},
		{"\u3164ᄇㅞㄺ", 0}, {"\u3164aaaaaaaaaa", 0}, {"\u3164ㅉㅏ\x00\ufffd", 0},
	} {
		if got, _ := Filled(c.s); got != c.want {
			t.Errorf("Filled(%+q) = %c, want %c", c.s, got, c.want)
		}
	}
}

func TestClassOf(t *testing.T) {
	for class, runes := range map[Class]string{
		Space: " \t\n\r\v\f\u00a0\u3000\u2028\u0085", Control: "\x00\x7f\u200b\u200d\ufeff\u00ad\u202e", Syllable: "가힣뷁",
		Jamo: "ㅋㅠㆍ\u1100\u1161\u11a8\ua960\ud7b0ﾡￜ", Hanja: "韓國々〇㐀𠀀樂", Kana: "あアーｱ", Latin: "aZéＡ", Letter: "αжאก",
		Digit: "09０٣", Number: "½²Ⅳ①", Mark: "\u0301\ufe0f\u20e3", Punctuation: ".,!?「」…·—“”", Symbol: "+$♥★😀㉠℃~",
		Other: "\ue000\U000F0000\U0010ffff\ufffe\u0378",
	} {
		for _, r := range runes {
			if got := ClassOf(r); got != class {
				t.Errorf("ClassOf(%U %c) = %v, want %v", r, r, got, class)
			}
		}
	}
	for _, r := range []rune{-1, utf8.MaxRune + 1} {
		if got := ClassOf(r); got != Other {
			t.Errorf("ClassOf(%d) = %v", r, got)
		}
	}
	// The short cuts say what the tables say.
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if got, want := ClassOf(r), classify(r); got != want {
			t.Fatalf("ClassOf(%U) = %v, want %v", r, got, want)
		}
	}
}

func TestJosa(t *testing.T) {
	for _, c := range []struct{ name, word, want string }{
		{"을/를", "책", "책을"}, {"을/를", "나무", "나무를"}, {"을/를", "길", "길을"}, {"를/을", "값", "값을"},
		{"으로/로", "책", "책으로"}, {"으로/로", "나무", "나무로"}, {"으로/로", "길", "길로"}, {"으로/로", "흙", "흙으로"}, {"으로", "삶", "삶으로"},
		{"이/가", "사람", "사람이"}, {"은/는", "그", "그는"}, {"과/와", "물", "물과"}, {"아/야", "민수", "민수야"}, {"아/야", "길동", "길동아"},
		{"이나/나", "술", "술이나"}, {"이나/나", "차", "차나"}, {"이라는/라는", "꿈", "꿈이라는"}, {"으로서/로서", "학생", "학생으로서"},
		{"으로써/로써", "말", "말로써"}, {"이다/다", "나무", "나무다"}, {"이었/였", "집", "집이었"},

		// digits as Sino-Korean numbers: 영 일 이 삼 사 오 육 칠 팔 구, 십, 이십, 백, 만, 십만, 억, 조, 경, 해
		{"을/를", "0", "0을"}, {"으로/로", "1", "1로"}, {"을/를", "2", "2를"}, {"을/를", "3", "3을"}, {"을/를", "4", "4를"}, {"을/를", "5", "5를"},
		{"으로/로", "6", "6으로"}, {"으로/로", "7", "7로"}, {"으로/로", "8", "8로"}, {"을/를", "9", "9를"}, {"을/를", "10", "10을"},
		{"을/를", "2020", "2020을"}, {"을/를", "100", "100을"}, {"을/를", "100000", "100000을"}, {"을/를", "100,000,000", "100,000,000을"},
		{"을/를", "1,000,000,000,000", "1,000,000,000,000를"}, {"을/를", "10000000000000", "10000000000000를"},
		{"을/를", "10000000000000000", "10000000000000000을"}, {"으로/로", "3.0", "3.0으로"}, {"으로/로", "1.50", "1.50으로"}, {"을/를", "010", "010을"},
		{"을/를", "GPT-4", "GPT-4를"}, {"은/는", "2024", "2024는"}, {"을/를", "50%", "50%를"}, {"이/가", "36℃", "36℃가"},

		// capitals by the names of the letters, other words by their usual transcription
		{"을/를", "GPT", "GPT를"}, {"은/는", "LLM", "LLM은"}, {"으로/로", "URL", "URL로"}, {"을/를", "AI", "AI를"}, {"으로/로", "PR", "PR로"},
		{"을/를", "model", "model을"}, {"으로/로", "Google", "Google로"}, {"으로/로", "apple", "apple로"}, {"이/가", "iPhone", "iPhone이"},
		{"을/를", "Python", "Python을"}, {"을/를", "game", "game을"}, {"을/를", "Facebook", "Facebook을"}, {"을/를", "chatbot", "chatbot을"},
		{"을/를", "test", "test를"}, {"을/를", "server", "server를"}, {"을/를", "code", "code를"}, {"을/를", "Slack", "Slack을"},
		{"을/를", "app", "app을"}, {"을/를", "Android", "Android를"}, {"이/가", "marketing", "marketing이"}, {"을/를", "site", "site를"},
		{"을/를", "Twitter", "Twitter를"}, {"을/를", "Korea", "Korea를"}, {"을/를", "Mac", "Mac을"}, {"을/를", "llm", "llm을"},

		// a gloss, brackets and quotes between word and particle are not read
		{"을/를", "한국(韓國)", "한국(韓國)을"}, {"을/를", "'나무'", "'나무'를"}, {"을/를", "『토지』", "『토지』를"}, {"은/는", "(주)", "(주)는"},
		{"을/를", "모델(“개방”)", "모델(“개방”)을"}, {"을/를", "미국(US) ", "미국(US) 을"},

		// jamo by their names, NFD as NFC
		{"을/를", "ㄱ", "ㄱ을"}, {"으로/로", "ㄹ", "ㄹ로"}, {"을/를", "ㅏ", "ㅏ를"}, {"을/를", "ㅋㅋ", "ㅋㅋ을"}, {"을/를", "\u1112\u1161\u11ab", "\u1112\u1161\u11ab을"},

		// not to be told
		{"을/를", "韓國", "韓國을(를)"}, {"으로/로", "韓國", "韓國(으)로"}, {"이나/나", "水", "水(이)나"}, {"은/는", "", "은(는)"}, {"이/가", "?!", "?!이(가)"},
		{"아/야", "α", "α아(야)"}, {"이었/였", "水", "水이었(였)"},
	} {
		p, ok := ParticleNamed(c.name)
		if !ok {
			t.Fatalf("no particle %s", c.name)
		}
		if got := p.After(c.word); got != c.want {
			t.Errorf("%s after %s: %s, want %s", c.name, c.word, got, c.want)
		}
	}
}

func TestParticles(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Particles {
		if p.Name != p.Consonant+"/"+p.Vowel {
			t.Errorf("%s is %s/%s", p.Name, p.Consonant, p.Vowel)
		}
		if p.Rieul != p.Consonant && p.Rieul != p.Vowel {
			t.Errorf("%s: shape after ㄹ is %s", p.Name, p.Rieul)
		}
		// Only 으로 and its kin treat ㄹ as a vowel.
		if (p.Rieul == p.Vowel) != strings.HasPrefix(p.Consonant, "으로") {
			t.Errorf("%s after ㄹ", p.Name)
		}
		if seen[p.Name] {
			t.Errorf("%s twice", p.Name)
		}
		seen[p.Name] = true
		if got, ok := ParticleNamed(p.Name); !ok || got != p {
			t.Errorf("ParticleNamed(%s) = %v", p.Name, got)
		}
	}
	if _, ok := ParticleNamed("에서"); ok {
		t.Error("에서 has but one shape")
	}
}

// In reading a particle must fit every syllable's own sound, and only that.
func TestFits(t *testing.T) {
	object, _ := ParticleNamed("을/를")
	way, _ := ParticleNamed("로")
	for r := rune(SyllableFirst); r <= SyllableLast; r++ {
		w := string(r)
		if object.Fits(w, "을") != HasFinal(r) || object.Fits(w, "를") == HasFinal(r) {
			t.Fatalf("을/를 after %s", w)
		}
		if fits := !HasFinal(r) || Compat(Final(r)) == 'ㄹ'; way.Fits(w, "로") != fits || way.Fits(w, "으로") == fits {
			t.Fatalf("으로/로 after %s", w)
		}
	}
	if !object.Fits("SQL", "를") || !object.Fits("SQL", "을") || !object.Fits("韓國", "를") || object.Fits("7", "를") || object.Fits("韓國", "은") {
		t.Error("a word of uncertain sound takes both shapes, and no other particle's")
	}
}

func FuzzNFC(f *testing.F) {
	f.Add("한글 \u1112\u1161\u11ab\u1100\u1173\u11af")
	f.Add("\u1100\u1161\u11a8\u11a8 가\u11a8 각\u11a8 \xe1\x84 \xff")
	f.Fuzz(func(t *testing.T, s string) {
		if NFC(NFC(s)) != NFC(s) {
			t.Errorf("NFC(%+q) is not idempotent", s)
		}
		if !utf8.ValidString(s) {
			return
		}
		if got, want := norm.NFC.String(NFC(s)), norm.NFC.String(s); got != want {
			t.Errorf("NFC(%+q) changes what the text means: %+q, want %+q", s, got, want)
		}
		for _, p := range Particles {
			if !strings.HasPrefix(p.After(s), s) {
				t.Errorf("After(%q)", s)
			}
		}
	})
}

func BenchmarkNFC(b *testing.B) {
	nfc := strings.Repeat("가는 말이 고와야 오는 말이 곱다. ", 1000)
	for _, c := range []struct{ name, s string }{{"nfc", nfc}, {"nfd", norm.NFD.String(nfc)}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.s)))
			for b.Loop() {
				NFC(c.s)
			}
		})
	}
}

func BenchmarkClassOf(b *testing.B) {
	s := strings.Repeat("가는 말이 고와야 “오는 말이” 곱다. 2024年 AI ", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for _, r := range s {
			ClassOf(r)
		}
	}
}
