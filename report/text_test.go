package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	check := func(s, want string) {
		t.Helper()
		if got := Visible(s); got != want {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
	}
	check("모델, 한국", "모델, 한국")
	check("a\tb\r\nc\vd\fe\u0085f\u2028g\u2029h", "a b  c d e f g h")
	check("\x1b[31m\x00\x7f", "␛[31m␀␡")
	check("\u009b31m", "\ufffd31m") // CSI in one character
	check("\u202ea\u2066b\u200f", "\ufffda\ufffdb\ufffd")
	check("\xff가\xc0\xaf", "\ufffd가\ufffd\ufffd")
	check("👨\u200d👩", "👨\u200d👩")
	check("ᆫ", "ㄴ")
	check("ᆸ니다", "ㅂ니다")
	check("(ᆯ", "(ㄹ")
	check("각ᆨ", "각ㄱ")
	check("\u1100\u1161\u11a8 가\u11a8", "\u1100\u1161\u11a8 가\u11a8") // NFD stays
}

// No rune reaches the terminal that ends a line, starts an escape sequence or turns the writing.
func TestVisibleEveryRune(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		switch p := picture(r); {
		case p < ' ', p >= 0x7f && p < 0xa0, p >= 0x2028 && p <= 0x202e, p >= 0x2066 && p <= 0x2069:
			t.Errorf("%U is shown as %U", r, p)
		case r >= 0xac00 && r <= 0xd7a3 && p != r:
			t.Errorf("%c is shown as %c", r, p)
		}
	}
}

// FuzzCut checks what cutting promises: no wider than asked, whole text where it fits, and else an ellipsis and a run
// of the text.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"", "모델을 공개한", "각각", "a\u0300\u0301b", "👨\u200d👩\u200d👧🇰🇷🇺🇸", "ㅋㅋㅋ", "a\x00\x00b", "\u200b\u200b", "\xff가"} {
		for _, n := range []int{-1, 0, 1, 2, 3, 5, 80} {
			f.Add(s, n, n%2 == 0)
		}
	}
	f.Fuzz(func(t *testing.T, s string, columns int, fromStart bool) {
		got := cut(s, columns, fromStart)
		if width(s) <= columns {
			if got != s {
				t.Errorf("%q fits %d, but became %q", s, columns, got)
			}
			return
		}
		if columns < 1 {
			if width(s) > 0 && got != "" {
				t.Errorf("%q became %q where there is no room", s, got)
			}
			return
		}
		if width(got) > columns {
			t.Errorf("%q is wider than %d", got, columns)
		}
		var rest string
		var ok bool
		if fromStart {
			rest, ok = strings.CutPrefix(got, ellipsis)
			ok = ok && strings.HasSuffix(s, rest)
		} else {
			rest, ok = strings.CutSuffix(got, ellipsis)
			ok = ok && strings.HasPrefix(s, rest)
		}
		if !ok {
			t.Errorf("%q became %q", s, got)
		}
	})
}
