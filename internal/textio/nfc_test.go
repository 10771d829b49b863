package textio

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestCommonBlocksAreSafe(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if s := string(r); utf8.ValidRune(r) && NFCSafe(s) != safe(s) {
			t.Fatalf("%U: short cut says %v", r, NFCSafe(s))
		}
	}
}

// Segment by segment, text with no more than a dozen marks in a row is what x/text makes of it.
func TestNFCSegments(t *testing.T) {
	for _, s := range []string{
		"", "abc", "e\u0301a\u030A", "a\u0323\u0307 q\u0307\u0323", "\u0301 lone", "か\u3099", "\u1100\u1161\u11A8\u0301", "\u212B\u2126\u037E", "樂\uF914",
		"a" + strings.Repeat("\u0344", maxMarks), "가\u11A8", "1\uFE0F\u20E3", "\u0958\u09C7\u09BE",
	} {
		var b strings.Builder
		for i := 0; i < len(s); {
			nfc, n := NFCSegment(s[i:])
			b.WriteString(nfc)
			i += n
		}
		if got, want := b.String(), norm.NFC.String(s); got != want {
			t.Errorf("%+q: %+q, want %+q", s, got, want)
		}
	}
	pile := "a" + strings.Repeat("\u0301", 200000)
	if nfc, n := NFCSegment(pile + "b"); nfc != pile || n != len(pile) {
		t.Errorf("a pile of marks: %d bytes become %d", n, len(nfc))
	}
}
