package corpus

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"kstat/hangul"
)

// cleanings has, for each rule, what it makes of a text. They are the seeds of the fuzz target too.
var cleanings = []struct{ rule, in, want string }{
	{"", "", ""},
	{"", "손대지 않는다, “그대로” … ㅋㅋ ㅠㅠ !! 2000년 www AAAA ---- 한\t글", "손대지 않는다, “그대로” … ㅋㅋ ㅠㅠ !! 2000년 www AAAA ---- 한\t글"},

	{"line-end", "하나\r\n둘\r셋\n\r\n\r\r넷", "하나\n둘\n셋\n\n\n\n넷"},
	{"line-end", "\r", "\n"},
	{"line-end", "\r\n", "\n"},

	{"control", "가\x00나\x07다\x1b[31m\x7f\u0085라\u009f마\ufffe\ufdd0", "가나다[31m 라마"},
	{"control", "그림\ufffc 자리", "그림 자리"},
	{"control", "줄\r\x00\n끝", "줄\n\n끝"}, // not one \r\n: a NUL stood between

	{"zero-width", "안\u200b녕\ufeff하\u2060세\u200c요\u034f", "안녕하세요"},
	{"zero-width", "선생님 👩\u200d🏫, 가족 👨\u200d👩\u200d👧\u200d👦!", "선생님 👩\u200d🏫, 가족 👨\u200d👩\u200d👧\u200d👦!"},
	{"zero-width", "❤\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🏳\ufe0f\u200d🌈 👍🏽", "❤\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🏳\ufe0f\u200d🌈 👍🏽"},
	{"zero-width", "한\u200d글 1\ufe0f 👩\u200d 葛\U000e0100 가\U000e0067", "한글 1 👩 葛 가"},
	{"zero-width", "👩\u200d\u200d🏫 👩\u200b\u200d🏫", "👩\u200d🏫 👩\u200d🏫"},

	{"bidi", "\u202b오른쪽\u202c에서\u200f 왼\u2066쪽\u2069", "오른쪽에서 왼쪽"},
	{"soft-hyphen", "인\u00ad공\u00ad지\u00ad능", "인공지능"},
	{"fill", "아침 \u3164ㅂㅞㄺ, 해\u3164ㅉㅏㅇ \u3164ㅃㅠ\u3164", "아침 뷁, 해짱 쀼"},
	{"space", "가\u00a0나\u3000다\u2003라\u2028마\u2029바\v사\f아\u3164자", "가 나 다 라 마 바 사 아 자"},
	{"width", "ＡＢＣ　１２３！？（가）￦ ﾡﾤﾷ ￌ", "ABC 123!?(가)₩ ㄱㄴㅇ ㅗ"},

	{"nfc", norm.NFD.String("각하, 값이 뷁 café"), "각하, 값이 뷁 café"},
	{"nfc", "가\u11a8 \uf914園 \u212b \u1112\u1161\u11ab\u1100\u1173\u11af", "각 樂園 Å 한글"},
	{"nfc", "q\u0307\u0323", "q\u0323\u0307"},

	{"entity", "a &lt; b &amp;&amp; c&nbsp;&gt; d &#39;e&#x27; &hellip; &#44032;&#xb098;", "a < b && c > d 'e' … 가나"},
	{"entity", "&amp;lt; &amp;amp;amp; &#38;lt; &&#108;t; &amp;&#35;44032;", "< & < < 가"},
	{"entity", "R&D; AT&T &없음; &lt &copy=1; &#; &#x; &#xD800; &#1114112; &ltfoo; & ;", "R&D; AT&T &없음; &lt &copy=1; &#; &#x; &#xD800; &#1114112; &ltfoo; & ;"},
	{"entity", "줄&#10;바꿈&#13;&NewLine;은 &#8203;없&shy;다&zwj;", "줄 바꿈  은 없다"},
	{"entity", "👩&zwj;🏫 &#128105;&#8205;&#127979; 1&#65039;&#8419; &#9829;&#9829;&#9829;", "👩\u200d🏫 👩\u200d🏫 1\ufe0f\u20e3 ♥♥"},
	{"entity", "&#x1112;&#x1161;&#x11ab;글 &#150; &#894; &semi;&#59;", "한글 – ; ;;"},
	{"entity", "http://a.kr/?a=1&amp;b=2&lt=3", "http://a.kr/?a=1&b=2&lt=3"},

	{"repeat", "ㅋㅋㅋㅋㅋ ㅠㅠㅠ ㅎㅎ ㅋ ㅡㅡㅡ", "ㅋㅋ ㅠㅠ ㅎㅎ ㅋ ㅡㅡ"},
	{"repeat", "진짜!!!! 왜???? 네~~~~ 음...... 그...래 ,,,, ;;;; ^^^^ ………… ♥♥♥", "진짜!! 왜?? 네~~ 음... 그...래 ,,, ;; ^^ …… ♥♥"},
	{"repeat", "와아아아아아 하하하하 하하하 대박대박대박대박", "와아아아 하하하 하하하 대박대박대박대박"},
	{"repeat", "ＷＯＷ！！！！ ﾻﾻﾻﾻ &#12619;&#12619;&#12619;&#12619;", "WOW!! ㅋㅋ ㅋㅋ"},
	{"repeat", "ㅋ\u200bㅋ\u200bㅋㅋㅋ", "ㅋㅋ"},
	{"repeat", "https://a.kr/b....c?q=~~~~d 와 www.b.kr/가가가가가 또 c.kr/;;;;", "https://a.kr/b....c?q=~~~~d 와 www.b.kr/가가가가가 또 c.kr/;;;;"},
	{"repeat", "#대박ㅋㅋㅋㅋ @가가가가가 me@b....kr", "#대박ㅋㅋㅋㅋ @가가가가가 me@b....kr"},
	{"repeat", "http://a.krㅋㅋㅋㅋ @namㅋㅋㅋㅋ http://a.kr!!!! #tag!!!! c#ㅋㅋㅋㅋ", "http://a.krㅋㅋ @namㅋㅋ http://a.kr!! #tag!! c#ㅋㅋ"},
}

func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range cleanings {
		seen[c.rule] = true
		got := checkClean(t, NewCleaner(), c.in)
		if got.Text != c.want {
			t.Errorf("%s: %+q\n becomes %+q\n    want %+q", c.rule, c.in, got.Text, c.want)
		}
		if c.rule == "" && (got.Counts != nil || !got.Map.Identity()) {
			t.Errorf("%q: something was counted: %v", c.in, got.Counts)
		}
		if c.rule != "" && c.in != c.want && got.Counts[ruleIndex(t, c.rule)] == 0 {
			t.Errorf("%s did nothing to %+q", c.rule, c.in)
		}
	}
	for i, r := range Rules() {
		if !seen[r.Name] {
			t.Errorf("%s has no case", r.Name)
		}
		if r.Does == "" || (r.apply == nil) != (i == ruleLineEnd) || r.Always != alwaysDone.has(i) {
			t.Errorf("%s is not complete", r.Name)
		}
	}
}

func ruleIndex(t *testing.T, name string) int {
	for i, r := range rules {
		if r.Name == name {
			return i
		}
	}
	t.Fatalf("no rule %s", name)
	return 0
}

// checkClean cleans a text and checks everything that must hold for any text and any rule.
func checkClean(t *testing.T, c *Cleaner, text string) Cleaned {
	t.Helper()
	c.Log = true
	got := c.Clean(text)
	if !utf8.ValidString(got.Text) {
		t.Fatalf("%+q: not valid: %+q", text, got.Text)
	}
	if again := c.Clean(got.Text); again.Text != got.Text {
		t.Errorf("%+q\nonce  %+q\ntwice %+q", text, got.Text, again.Text)
	}
	if strings.Contains(got.Text, "\r") || strings.Count(got.Text, "\n") != CountLineEnds(text) {
		t.Errorf("%+q: lines change: %+q", text, got.Text)
	}
	checkMap(t, got.Map, text, got.Text)
	checkChanges(t, got, text)
	quiet := Cleaner{all: c.all}
	if q := quiet.Clean(text); q.Text != got.Text || q.Changes != nil || !equalCounts(q.Counts, got.Counts) {
		t.Errorf("%+q: the log makes a difference", text)
	}
	return got
}

func equalCounts(a, b Counts) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// checkMap holds a Map to its promises, rune by rune, both ways.
func checkMap(t *testing.T, m Map, decoded, cleaned string) {
	t.Helper()
	if m.Identity() != (decoded == cleaned) {
		t.Errorf("%+q: identity %v", decoded, m.Identity())
	}
	// The edits lie in both texts in order, and between them both are the same.
	from, to := 0, 0
	for _, e := range append(append([]edit(nil), m.edits...), edit{len(decoded), len(decoded), len(cleaned), len(cleaned)}) {
		if e.from < from || e.to < to || e.fromEnd < e.from || e.toEnd < e.to || e.fromEnd > len(decoded) || e.toEnd > len(cleaned) {
			t.Fatalf("%+q: edits %v", decoded, m.edits)
		}
		if decoded[from:e.from] != cleaned[to:e.to] {
			t.Fatalf("%+q: %+q is not %+q", decoded, decoded[from:e.from], cleaned[to:e.to])
		}
		from, to = e.fromEnd, e.toEnd
	}
	// What a rune was made of lies in order, is its own text unless an edit touches it, and leads back to it.
	last := 0
	for i, r := range cleaned {
		n := utf8.RuneLen(r)
		start, end := m.Decoded(i, i+n)
		if start < 0 || end > len(decoded) || end <= start || start < last {
			t.Fatalf("%+q: %+q at %d comes from [%d,%d)", decoded, r, i, start, end)
		}
		touched := false
		for _, e := range m.edits {
			touched = touched || e.to < i+n && i < e.toEnd
		}
		if !touched && decoded[start:end] != string(r) {
			t.Fatalf("%+q: %+q at %d comes from %+q", decoded, r, i, decoded[start:end])
		}
		if a, b := m.Cleaned(start, end); a > i || b < i+n || (!touched && (a != i || b != i+n)) {
			t.Fatalf("%+q: [%d,%d) came from [%d,%d), which went to [%d,%d)", decoded, i, i+n, start, end, a, b)
		}
		last = start
	}
	if start, end := m.Decoded(0, len(cleaned)); len(cleaned) > 0 && (start < 0 || end > len(decoded)) {
		t.Fatalf("%+q: all of it comes from [%d,%d)", decoded, start, end)
	}
	if a, b := m.Cleaned(0, len(decoded)); a != 0 || b != len(cleaned) {
		t.Fatalf("%+q: all of it goes to [%d,%d)", decoded, a, b)
	}
	// Every place of either text leads into the other.
	for i := range len(cleaned) + 1 {
		if a, b := m.Decoded(i, i); a != b || a < 0 || a > len(decoded) {
			t.Fatalf("%+q: place %d comes from [%d,%d)", decoded, i, a, b)
		}
	}
	for i := range len(decoded) + 1 {
		if a, b := m.Cleaned(i, i); a != b || a < 0 || a > len(cleaned) {
			t.Fatalf("%+q: place %d goes to [%d,%d)", decoded, i, a, b)
		}
	}
}

// checkChanges holds the log to the texts.
func checkChanges(t *testing.T, got Cleaned, text string) {
	t.Helper()
	counts := make(Counts, len(rules))
	last := 0
	for _, ch := range got.Changes {
		if ch.Start < last || ch.End <= ch.Start || ch.End > len(text) || ch.Old != text[ch.Start:ch.End] {
			t.Fatalf("%+q: change %+v", text, ch)
		}
		if want := 1 + CountLineEnds(text[:ch.Start]); ch.Line != want {
			t.Errorf("%+q: change %+v is on line %d", text, ch, want)
		}
		last = ch.Start
		counts[ruleIndex(t, ch.Rule)]++
	}
	if got.Counts == nil {
		if len(got.Changes) > 0 {
			t.Errorf("%+q: changes, but no counts", text)
		}
	} else if !equalCounts(counts, got.Counts) {
		t.Errorf("%+q: counts %v, but changes %v", text, got.Counts, counts)
	}
}

// The cleaner that the user asks to do nothing still composes, and ends lines in \n, and that is all.
func TestAlways(t *testing.T) {
	in := norm.NFD.String("각") + "\u200b\u00a0ㅋㅋㅋㅋ&lt;！\x00\r\n\u3164ㅂㅞㄺ\r"
	got := checkClean(t, &Cleaner{}, in)
	if want := "각\u200b\u00a0ㅋㅋㅋㅋ&lt;！\x00\n뷁\n"; got.Text != want {
		t.Errorf("%+q, want %+q", got.Text, want)
	}
}

func TestLog(t *testing.T) {
	c := NewCleaner()
	c.Log = true
	got := c.Clean("첫 줄\r\n와ㅋㅋㅋㅋㅋ \u200b\u200b끝&#12619;&#12619;ㅋ\n" + norm.NFD.String("한글"))
	want := []Change{
		{"line-end", 7, 8, 1, "\r", ""},
		{"repeat", 18, 27, 2, "ㅋㅋㅋ", ""},
		{"zero-width", 28, 34, 2, "\u200b\u200b", ""},
		{"entity", 37, 53, 2, "&#12619;&#12619;", "ㅋㅋ"},
		{"repeat", 53, 56, 2, "ㅋ", ""},
		{"nfc", 57, 75, 3, norm.NFD.String("한글"), "한글"},
	}
	if len(got.Changes) != len(want) {
		t.Fatalf("%+v", got.Changes)
	}
	for i, w := range want {
		if got.Changes[i] != w {
			t.Errorf("change %d: %+v, want %+v", i, got.Changes[i], w)
		}
	}
	if n := got.Counts.Total(); n != 6 {
		t.Errorf("%d changes counted", n)
	}
	var sum Counts
	sum.Add(nil)
	sum.Add(got.Counts)
	sum.Add(got.Counts)
	if sum.Total() != 12 || got.Counts.Total() != 6 {
		t.Errorf("sum %v of twice %v", sum, got.Counts)
	}
}

// The scan sees at least what the rules would do: where it sees nothing, none of them does anything. For every character
// alone, doubled, and between others; for short strings over an alphabet with something of everything.
func TestScanMissesNothing(t *testing.T) {
	check := func(s string) {
		t.Helper()
		m := scanAll(s)
		var e editor
		for i, rule := range rules {
			if rule.apply == nil || m.has(i) {
				continue
			}
			e.begin(s)
			rule.apply(s, &e)
			if len(e.edits) > 0 {
				t.Fatalf("the scan of %+q misses the rule %s", s, rule.Name)
			}
		}
	}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if utf8.ValidRune(r) && (r < 0x32000 || r >= 0xE0000) {
			s := string(r)
			check(s)
			check("가" + s + s + "a")
			check(strings.Repeat(s, 4))
		}
	}
	alphabet := []string{"가", "ㅋ", "\u1100", "\u1161", "\u11a8", "e", "\u0301", "!", ".", "&", "lt", ";", "\u200d", "\ufe0f", "👩", "\u3164", "ㅏ", "\u00a0", "\x00", "樂", "Ａ", "#1"}
	var all func(prefix string, n int)
	all = func(prefix string, n int) {
		check(prefix)
		if n > 0 {
			for _, s := range alphabet {
				all(prefix+s, n-1)
			}
		}
	}
	all("", 3)
}

// Text that no rule concerns comes back as the same string, without an allocation.
func TestCleanTextIsFree(t *testing.T) {
	text := strings.Repeat(plainText, 100)
	c := NewCleaner()
	if n := testing.AllocsPerRun(10, func() { c.Clean(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

const plainText = "그날 저녁, 마을회관에는 스무 명 남짓 모였다. “비가 오면 어떻게 합니까?” 누군가 물었다.\n이장은 한참 생각하더니 ‘그래도 합시다’라고 했다… 2024년 8월 3일(토) AI 축제 準備 모임이었다.\n"

// The lines of a text can be cleaned one by one.
func TestLinesAreCleanedAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		text := randomText(rng, 1+rng.IntN(60))
		whole := NewCleaner().Clean(text).Text
		var b strings.Builder
		for i := 0; i < len(text); {
			_, next := LineEnd(text, i)
			b.WriteString(NewCleaner().Clean(text[i:next]).Text)
			i = next
		}
		if b.String() != whole {
			t.Fatalf("%+q: line by line %+q, at once %+q", text, b.String(), whole)
		}
	}
}

// randomText makes a text of n pieces in which the rules meet each other.
func randomText(rng *rand.Rand, n int) string {
	pieces := []string{
		"가", "각", "하하하", "ㅋ", "ㅋㅋㅋ", "\u1112\u1161", "\u11ab", "\u1100", "e\u0301", "\u0301", "!", "!!!", "...", "…", "&", "lt;", "&amp;", "amp;", "&#", "12619;", "38;", "&#108;",
		"\u200b", "\u200d", "\ufe0f", "👩", "🏫", "&zwj;", "&#8205;", "&#8203;", "&shy;", "\u00ad", "\u00a0", "\u3000", "\u3164", "ㅂㅞㄺ", "\x00", "\ufeff", "\r", "\n", "\r\n", " ", "\t",
		"http://", "www.", "a.kr/", "@", "#", "태그", ";", "；", "＆", "\u037e", "１", "ﾻ", "\u202e", "樂", "\U000e0067", "🏴", "\u2028", "\f", "\u20e3", "1",
	}
	var b strings.Builder
	for range n {
		b.WriteString(pieces[rng.IntN(len(pieces))])
	}
	return b.String()
}

func TestRandomTexts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		checkClean(t, NewCleaner(), randomText(rng, rng.IntN(30)))
		checkClean(t, &Cleaner{}, randomText(rng, rng.IntN(30)))
	}
}

// Emoji stay whole: what is one grapheme cluster of emoji does not change.
func TestEmojiStayWhole(t *testing.T) {
	for _, s := range []string{
		"😀", "👍🏿", "👨‍👩‍👧‍👦", "🧑🏻‍❤️‍💋‍🧑🏿", "🏳️‍⚧️", "🇰🇷", "❤️‍🔥", "#️⃣", "0️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "☺️", "㊗️", "©️", "🐻‍❄️", "👁️‍🗨️", "↔️", "☎︎",
	} {
		for _, text := range []string{s, s + s, "가" + s + "나", s + " "} {
			if got := NewCleaner().Clean(text); got.Text != text {
				t.Errorf("%+q becomes %+q", text, got.Text)
			}
		}
	}
}

// Each of these was chosen to be slow or large for a cleaner made without care. None takes more memory than a few times
// its size; that the test ends at all is the other half.
func TestHostile(t *testing.T) {
	n := 200_000
	for name, text := range map[string]string{
		"three million ㅋ":       strings.Repeat("ㅋ", 3_000_000),
		"marks on one letter":   "a" + strings.Repeat("\u0301", n),
		"jamo out of order":     strings.Repeat("\u11a8\u1161\u1100", n),
		"medials":               "\u1100" + strings.Repeat("\u1161", n),
		"NUL":                   strings.Repeat("\x00", n),
		"and":                   strings.Repeat("&", n),
		"nested entities":       strings.Repeat("&", n) + strings.Repeat("#108;t;", n),
		"escaped n times":       "&" + strings.Repeat("amp;", n) + "lt;",
		"semicolons":            strings.Repeat(";", n),
		"zero-width in entity":  strings.Repeat("&#82", n) + "&#8203;" + strings.Repeat("03;", n),
		"joiners in entities":   strings.Repeat("&#82", n) + "👩&zwj;" + strings.Repeat("03;", n),
		"tags":                  strings.Repeat("#a!!!!", n),
		"addresses":             strings.Repeat("a://b!!!!ㅋ", n),
		"signs":                 strings.Repeat("@", n) + strings.Repeat("#", n),
		"dots":                  "www" + strings.Repeat(".", n) + "ㅋㅋㅋ",
		"hosts":                 strings.Repeat("a.b/ㅋ", n),
		"carriage returns":      strings.Repeat("\r", n),
		"lines":                 strings.Repeat("ㅋㅋㅋ\n", n),
		"joiners":               "👩" + strings.Repeat("\u200d", n) + "🏫",
		"selectors":             strings.Repeat("\ufe0f", n),
		"fillers":               strings.Repeat("\u3164", n),
		"one line, much to do":  strings.Repeat("ㅋㅋㅋ &lt; \u200b\u00a0Ａ ", n/4),
		"brackets":              strings.Repeat("(", n) + strings.Repeat(")", n),
		"digits":                strings.Repeat("7", 2_000_000),
		"always-done, a lot of": strings.Repeat("ㅋㅋㅋㅋ", n),
	} {
		for _, c := range []*Cleaner{NewCleaner(), {}} {
			got := c.Clean(text)
			if again := c.Clean(got.Text); again.Text != got.Text {
				t.Errorf("%s: not settled after one cleaning: %d bytes, then %d", name, len(got.Text), len(again.Text))
			}
			if len(got.Text) > len(text) || len(got.Map.edits) > len(text) {
				t.Errorf("%s: %d bytes become %d, with %d edits", name, len(text), len(got.Text), len(got.Map.edits))
			}
		}
	}
}

// compose is what it says: the edits of two steps lead where the steps lead one after the other.
func TestCompose(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	step := func(text string) (string, []edit) {
		var e editor
		e.begin(text)
		for i := 0; i < len(text); {
			if rng.IntN(3) > 0 {
				i++
				continue
			}
			end := min(len(text), i+1+rng.IntN(3))
			e.replace(i, end, "XYZ"[:rng.IntN(4)])
			i = end
		}
		return e.end(), append([]edit(nil), e.edits...)
	}
	for range 20000 {
		first := "abcdefghijkl"[:rng.IntN(13)]
		second, a := step(first)
		third, b := step(second)
		edits := compose(a, b)
		from, to := 0, 0
		for _, e := range append(edits, edit{len(first), len(first), len(third), len(third)}) {
			if e.from < from || e.to < to || first[from:e.from] != third[to:e.to] {
				t.Fatalf("%q -%v> %q -%v> %q: %v", first, a, second, b, third, edits)
			}
			from, to = e.fromEnd, e.toEnd
		}
		// A byte that neither step touched leads to itself.
		for i := range first {
			p, q := Map{a}.Cleaned(i, i+1)
			if q != p+1 || !untouched(a, i) || !untouched(b, p) {
				continue
			}
			p, q = Map{b}.Cleaned(p, q)
			if x, y := (Map{edits}).Cleaned(i, i+1); x != p || y != q {
				t.Fatalf("%q -%v> %q -%v> %q: byte %d goes to [%d,%d), by %v to [%d,%d)", first, a, second, b, third, i, p, q, edits, x, y)
			}
		}
	}
}

func untouched(edits []edit, i int) bool {
	for _, e := range edits {
		if e.from <= i && i < e.fromEnd {
			return false
		}
	}
	return true
}

// What is not suspect is passed over by the scan for the rules that are Always done too: every character alone, and whatever
// stands around a place in which there is something, it is found.
func TestSuspectMissesNothing(t *testing.T) {
	seen := func(s string) bool { return scanAll(s)&alwaysDone != 0 }
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		for _, s := range []string{string(r), "가" + string(r) + "a"} {
			if from, _ := suspect(s, 0); from == len(s) && seen(s) {
				t.Fatalf("%+q is not suspect", s)
			}
		}
	}
	if from, _ := suspect(plainText, 0); from != len(plainText) {
		t.Errorf("suspect from %q on", plainText[from:])
	}
	parts := []string{"\r", "\u3164ㅂㅞㄺ", "\u1100\u1161", "e\u0301", "ㅋ", "가", "a", "“", "大", "\u30ab"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 200).Draw(t, "parts"), "")
		for pos := 0; pos < len(text); {
			from, end := suspect(text, pos)
			if seen(text[pos:from]) || from < pos || end <= from && from < len(text) || !utf8.ValidString(text[pos:from]) || !utf8.ValidString(text[from:end]) {
				t.Fatalf("of %+q, %d:%d", text[pos:], from-pos, end-pos)
			}
			pos = end
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, c := range cleanings {
		f.Add(c.in)
	}
	f.Add("해\u3164ㅉㅏ\x00\ufffd") // a NUL is no missing final
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		got := checkClean(t, NewCleaner(), text)
		for _, r := range got.Text {
			if r != '\n' && r != '\t' && (isControl(r) || isBidi(r) || isSpace(r) || unicode.Is(unicode.Cc, r)) {
				t.Errorf("%+q: %U is left", text, r)
			}
			if hangul.Compat(r) != r && r >= 0xFF00 {
				t.Errorf("%+q: %U is left", text, r)
			}
		}
		checkClean(t, &Cleaner{}, text)
	})
}

func BenchmarkClean(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"nothing to do", strings.Repeat(plainText, 2000)},
		{"chat", strings.Repeat("아 진짜 재밌다ㅋㅋㅋㅋㅋ 또 보고 싶음!!!! ㅠㅠㅠ\n"+plainText, 2000)},
		{"CRLF", strings.ReplaceAll(strings.Repeat(plainText, 2000), "\n", "\r\n")},
		{"NFD", norm.NFD.String(strings.Repeat(plainText, 500))},
	} {
		b.Run(c.name+", what must be", func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				(&Cleaner{}).Clean(c.text)
			}
		})
		b.Run(c.name, func(b *testing.B) {
			cleaner := NewCleaner()
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				cleaner.Clean(c.text)
			}
		})
	}
}
