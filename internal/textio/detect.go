package textio

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// window is how many bytes the finding of an encoding looks at: a longer look has never changed its mind on real
// text, and a pipe waits no longer than this.
const window = 64 << 10

var boms = []struct {
	enc  Encoding
	mark string
}{
	{UTF8, "\xEF\xBB\xBF"},
	{UTF16LE, "\xFF\xFE"},
	{UTF16BE, "\xFE\xFF"},
}

// bom gives the encoding that the byte order mark at the start of b belongs to and its length, Auto and 0 without one.
func bom(b []byte) (Encoding, int) {
	for _, c := range boms {
		if bytes.HasPrefix(b, []byte(c.mark)) {
			return c.enc, len(c.mark)
		}
	}
	return Auto, 0
}

// detect finds the encoding of a text without a byte order mark from its first bytes; eof tells that they are all. The
// steps, each of which needs the ones before it to have said no:
//
//	UTF-16  has units for spaces, line ends or Latin letters, and its other units make text too. Without any of them it
//	        is not looked for: five syllables in CP949 would pass.
//	UTF-8   is valid. Nothing else is by chance, beyond a word or two.
//	CP949   decodes with few errors, and UTF-8 with many.
//	UTF-8   with broken bytes is what everything else is taken for.
//
// doubtful says that the choice fits badly: other double-byte encodings (GBK, EUC-JP) decode as CP949 without an error,
// but not to common Korean syllables.
func detect(b []byte, eof bool) (enc Encoding, doubtful bool) {
	good, broken := utf8Score(b, eof)
	if bytes.IndexByte(b, 0) >= 0 {
		if e, ok := detectUTF16(b, broken == 0); ok {
			return e, false
		}
	}
	if broken == 0 {
		return UTF8, false
	}
	// Half of the pairs of CP949 or more are broken UTF-8. The other way round the share is a third at least, for the
	// lead bytes of Hangul in UTF-8, EA to ED, want a trail byte from A1 on in CP949, and get one from 80 on.
	k := cp949Score(b, eof)
	wrongUTF8 := float64(broken) / float64(good+broken)
	wrongCP949 := float64(k.broken) / float64(k.pairs+k.broken)
	if wrongUTF8 > 0.2 && wrongCP949 <= wrongUTF8/4 {
		return CP949, k.pairs >= 20 && k.common*100 < k.pairs*15
	}
	return UTF8, wrongUTF8 > 0.1
}

// utf8Score counts the sequences of two to four bytes that are right and those that are broken.
func utf8Score(b []byte, eof bool) (good, broken int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, n := utf8.DecodeRune(b[i:]); n > 1 {
			good++
			i += n
			continue
		}
		n, whole := brokenUTF8(b[i:])
		if !whole && !eof {
			break
		}
		broken++
		i += n
	}
	return good, broken
}

// detectUTF16 tells UTF-16 without a byte order mark, and its byte order, by its ASCII units: read in the wrong order
// they are code points that no Korean text has, as U+2000 for a space. valid says that b is valid UTF-8 too, as UTF-16
// of ASCII is; then three quarters of the units must be ASCII, which stray NULs in ordinary text never reach.
func detectUTF16(b []byte, valid bool) (Encoding, bool) {
	units := len(b) / 2
	for _, c := range []struct {
		enc   Encoding
		order binary.ByteOrder
	}{{UTF16LE, binary.LittleEndian}, {UTF16BE, binary.BigEndian}} {
		ascii, text := 0, 0
		for i := 0; i+1 < len(b); i += 2 {
			switch u := rune(c.order.Uint16(b[i:])); {
			case ' ' <= u && u < 0x7F, u == '\n', u == '\r', u == '\t':
				ascii++
			case plausibleUnit(u):
				text++
			}
		}
		if ascii > 0 && (ascii+text)*100 >= units*95 && (!valid || ascii*4 >= units*3) {
			return c.enc, true
		}
	}
	return Auto, false
}

// plausibleUnit tells whether a UTF-16 unit beyond ASCII is likely in Korean text: letters, general punctuation, the
// blocks from CJK symbols to the end of Hangul, halves of surrogate pairs, fullwidth forms.
func plausibleUnit(u rune) bool {
	switch {
	case 0xA0 <= u && u < 0x600, 0x1100 <= u && u < 0x1200, 0x1E00 <= u && u < 0x2C00, 0x2E80 <= u && u < 0xA000, 0xAC00 <= u && u < 0xD7B0:
		return true
	case utf16.IsSurrogate(u), 0xF900 <= u && u < 0xFB00, 0xFE00 <= u && u < 0xFFEF, u == 0xFEFF:
		return true
	}
	return false
}

type score struct{ pairs, broken, common int }

// cp949Score counts the double-byte characters of b, the broken sequences, and the characters that are common in every
// Korean text.
func cp949Score(b []byte, eof bool) (s score) {
	table := cp949Table()
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if i+1 == len(b) && !eof {
			break
		}
		r, n := table.decode(b[i:])
		i += n
		if r == utf8.RuneError {
			s.broken++
			continue
		}
		s.pairs++
		if bytes.ContainsRune(commonSyllables, r) {
			s.common++
		}
	}
	return s
}

// commonSyllables are those of particles, endings and the commonest stems: six in ten of prose, and a sixth
// at the least of any line of twenty syllables that was tried. Of GBK or EUC-JP read as CP949 they are a twentieth.
var commonSyllables = []byte("이다는을고가하지에어은서나리를그아의들한로도기니동으사만게것구요자보시라러해일두여내면까었부대인수마주오말우무며저소없데있스전정제과건더안회원장생습세조성공국비진문상선연화")
