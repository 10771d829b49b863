package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var kindNames = [NumKinds]string{"hangul", "latin", "digits", "hanja", "jamo", "stop", "comma", "open", "close", "ellipsis", "dash", "symbol", "emoji", "url", "email", "hashtag", "mention", "serial"}

func spell(text string) string {
	var out []string
	for _, p := range Append(nil, text) {
		out = append(out, text[p.Start:p.End]+"/"+kindNames[p.Kind])
	}
	return strings.Join(out, " ")
}

func TestPieces(t *testing.T) {
	for text, want := range map[string]string{
		"나는 학교에 간다.":                     "나는/hangul 학교에/hangul 간다/hangul ./stop",
		"GPT-4를":                         "GPT/latin -/dash 4/digits 를/hangul",
		"AI는 C++로":                       "AI/latin 는/hangul C/latin ++/symbol 로/hangul",
		"6,710억 3.5% 2024년":              "6,710/digits 억/hangul 3.5/digits %/symbol 2024/digits 년/hangul",
		"2024-01-31 10:30 1/3 127.0.0.1": "2024-01-31/serial 10:30/serial 1/3/serial 127.0.0.1/serial",
		"ㅋㅋㅋ재밌다ㅠㅠ":                       "ㅋㅋㅋ/jamo 재밌다/hangul ㅠㅠ/jamo",
		"기(記) 韓國의":                       "기/hangul (/open 記/hanja )/close 韓國/hanja 의/hangul",
		"“가자.”라고 했다…":                    "“/open 가자/hangul ./stop ”/close 라고/hangul 했다/hangul …/ellipsis",
		`"가자"라고 '나'는`:                    `"/open 가자/hangul "/close 라고/hangul '/open 나/hangul '/close 는/hangul`,
		"https://a.kr/x?y=1#z에 있다":       "https://a.kr/x?y=1#z/url 에/hangul 있다/hangul",
		"(www.naver.com)":                "(/open www.naver.com/url )/close",
		"a.b@c.co.kr로":                   "a.b@c.co.kr/email 로/hangul",
		"#한글 @kim_1 a#b":                 "#한글/hashtag @kim_1/mention a/latin #/symbol b/latin",
		"👨‍👩‍👧👍🏽❤️🇰🇷":                    "👨‍👩‍👧/emoji 👍🏽/emoji ❤️/emoji 🇰🇷/emoji",
		"좋아요!!! 왜?! 아~~":                 "좋아요/hangul !!!/stop 왜/hangul ?!/stop 아/hangul ~~/dash",
		"don't jni.jar A,B":              "don't/latin jni.jar/latin A/latin ,/comma B/latin",
		"1. 서론 2) 본론":                    "1./digits 서론/hangul 2/digits )/close 본론/hangul",
		"2019. 3. 값은 3.":                 "2019/digits ./stop 3./digits 값은/hangul 3/digits ./stop",
	} {
		if got := spell(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// check holds what is true of any text: pieces follow each other, cover all that is not white space, cut no rune, and
// say rightly whether white space stands before them.
func check(t interface{ Fatalf(string, ...any) }, text string) {
	at := 0
	for i, p := range Append(nil, text) {
		gap := text[at:p.Start]
		for _, r := range gap {
			if !isSpace(r) && r > ' ' {
				t.Fatalf("%q lost %q", text, gap)
			}
		}
		if p.Start >= p.End {
			t.Fatalf("%q has an empty piece", text)
		}
		if p.Spaced != (gap != "" || i == 0) {
			t.Fatalf("%q: piece %q says spaced %t", text, text[p.Start:p.End], p.Spaced)
		}
		if s := text[p.Start:p.End]; utf8.ValidString(text) && !utf8.ValidString(s) {
			t.Fatalf("%q is cut within a rune: %q", text, s)
		}
		at = int(p.End)
	}
	if strings.TrimFunc(text[at:], func(r rune) bool { return isSpace(r) || r <= ' ' }) != "" {
		t.Fatalf("%q lost its end %q", text, text[at:])
	}
}

func TestPiecesCoverText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "text")) })
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{"가나 다", "a1a1a1@b.c", "http://((((", "\xff\xfe가\xea\xb0", "나\xeb00", "👨‍👩", "\"'\"'", "1,2,3.4.5-6", "#", "@", "é́́"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat("나는 어제 학교에서 친구를 만나 밥을 먹었다. AI 모델 3개를 GPT-4로 ㅋㅋ\n", 200)
	b.SetBytes(int64(len(text)))
	var p []Piece
	for b.Loop() {
		p = Append(p[:0], text)
	}
}

// Of all three bytes, those are a syllable that UTF-8 decodes to one.
func TestSyllable(t *testing.T) {
	for x := range 1 << 24 {
		b := [...]byte{byte(x >> 16), byte(x >> 8), byte(x)}
		r, n := utf8.DecodeRune(b[:])
		if want := n == 3 && r >= '가' && r <= '힣'; isSyllable(b[0], b[1], b[2]) != want {
			t.Fatalf("% x: %v", b, !want)
		}
	}
}
