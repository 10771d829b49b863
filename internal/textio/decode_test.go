package textio

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

func decode(t testing.TB, b []byte, enc Encoding) (string, Report) {
	t.Helper()
	d := NewDecoder(bytes.NewReader(b), enc)
	text, err := io.ReadAll(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), d.Report()
}

func encode(t testing.TB, text string, enc Encoding) []byte {
	t.Helper()
	var b []byte
	var err error
	switch enc {
	case CP949:
		b, err = korean.EUCKR.NewEncoder().Bytes([]byte(text))
	case UTF16LE:
		b, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
	case UTF16BE:
		b, err = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
	default:
		b = []byte(text)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// From one word to several sentences, in the registers people really save as files.
var samples = []string{
	"안녕하세요\n",
	"네\n",
	"뷁",
	"비 오는 날에는 부침개가 제격이다.\n",
	"똠얌꿍 한 그릇, 펲시 한 캔.\n찦차는 없음\n",
	"회의록\n1. 참석: 3명\n2. 안건: 예산(안) 검토\n\n결론: 다음 주로 미룸.\n",
	"아 진짜 ㅋㅋㅋㅋ 이게 되네??? ㅠㅠ\n",
	"大韓民國 憲法은 모두 열 章으로 이루어진다.\n",
	"값: 3,000원 → 2,500원 (▼17%) ※ 부가세 별도\n",
}

func TestFindsTheEncoding(t *testing.T) {
	for _, text := range samples {
		for _, enc := range []Encoding{UTF8, CP949, UTF16LE, UTF16BE} {
			b := encode(t, text, enc)
			for _, mark := range boms {
				if mark.enc == enc {
					got, r := decode(t, append([]byte(mark.mark), b...), Auto)
					if got != text || r.Encoding != enc || !r.BOM || r.Broken != 0 {
						t.Errorf("%q as %v with a byte order mark: %q, %+v", text, enc, got, r)
					}
				}
			}
			if text == "뷁" && (enc == UTF16LE || enc == UTF16BE) {
				continue // not a space nor a line end by which to tell
			}
			got, r := decode(t, b, Auto)
			if got != text || r.Encoding != enc || r.BOM || r.Broken != 0 || r.Doubtful {
				t.Errorf("%q as %v: %q, %+v", text, enc, got, r)
			}
			if got, r := decode(t, b, enc); got != text || r.Encoding != enc {
				t.Errorf("%q told to be %v: %q, %+v", text, enc, got, r)
			}
		}
	}
}

// Any two syllables of KS X 1001, which is how short a CP949 file can be, are told from UTF-8; the other syllables of
// CP949 have lead bytes that UTF-8 never has there.
func TestShortCP949(t *testing.T) {
	for r := rune(0xAC00); r <= 0xD7A3; r++ {
		text := string(r) + "가\n"
		b := encode(t, text, CP949)
		if utf8.Valid(b) {
			continue // then it is UTF-8, and nobody can know better
		}
		if got, rep := decode(t, b, Auto); got != text {
			t.Errorf("%q: taken for %v: %q", text, rep.Encoding, got)
		}
	}
}

// Every pair of bytes decodes as x/text does it, and pairs it does not know are broken.
func TestCP949IsComplete(t *testing.T) {
	known := 0
	for a := 0x80; a <= 0xFF; a++ {
		for b := 0; b <= 0xFF; b++ {
			in := []byte{byte(a), byte(b)}
			want, _ := korean.EUCKR.NewDecoder().Bytes(in)
			r, n := cp949Table().decode(in)
			if bytes.ContainsRune(want, utf8.RuneError) {
				if r != utf8.RuneError {
					t.Errorf("% x = %c, want it broken", in, r)
				}
				if n == 2 && b < 0x80 {
					t.Errorf("% x: the ASCII byte is swallowed", in)
				}
				continue
			}
			known++
			if string(r) != string(want) || n != 2 {
				t.Errorf("% x = %c, want %s", in, r, want)
			}
		}
	}
	if known != 17048 { // as many as Python's cp949 codec knows
		t.Errorf("%d pairs known", known)
	}
}

func TestUTF16WithoutBOM(t *testing.T) {
	for _, text := range []string{"plain ASCII, no Korean", "a", "한 글", "제목\n", "\t탭", strings.Repeat("가나다라 ", 40000)} {
		for _, enc := range []Encoding{UTF16LE, UTF16BE} {
			if got, r := decode(t, encode(t, text, enc), Auto); got != text || r.Encoding != enc {
				t.Errorf("%.20q as %v: taken for %v", text, enc, r.Encoding)
			}
			if got, r := decode(t, encode(t, text, enc), UTF16); got != text || r.Encoding != enc {
				t.Errorf("%.20q as utf-16, in truth %v: taken for %v", text, enc, r.Encoding)
			}
		}
	}
	// Stray NULs do not make UTF-16.
	for _, text := range []string{"abc \x00def\n", "한글 \x00 텍스트\n", "\x00", strings.Repeat("a b\x00", 30), "가\x00\x00나 "} {
		if got, r := decode(t, []byte(text), Auto); got != text || r.Encoding != UTF8 || r.Nul != strings.Count(text, "\x00") {
			t.Errorf("%q: %q, %+v", text, got, r)
		}
	}
}

func TestASCIIFirst(t *testing.T) {
	ascii := strings.Repeat("nothing but ASCII in this line\r\n", 3*window/32)
	b := append([]byte(ascii), encode(t, "그리고 한글이 나온다\n", CP949)...)
	got, r := decode(t, b, Auto)
	if got != ascii+"그리고 한글이 나온다\n" || r.Encoding != CP949 || !r.Late {
		t.Errorf("…%q, %+v", got[len(ascii):], r)
	}
	if _, r := decode(t, []byte(ascii+"그리고"), Auto); r.Encoding != UTF8 || r.Late {
		t.Errorf("%+v", r)
	}
	if _, r := decode(t, []byte(ascii+"\xff\xff"), Auto); r.Encoding != UTF8 || r.Broken != 2 || r.Places[0] != (Place{int64(len(ascii)), 3*window/32 + 1}) {
		t.Errorf("%+v", r)
	}
	if _, r := decode(t, []byte(ascii+"\x00한"), Auto); r.Encoding != UTF8 || r.Nul != 1 {
		t.Errorf("%+v", r)
	}
}

func TestBroken(t *testing.T) {
	for _, c := range []struct {
		in     string
		enc    Encoding
		want   string
		places []Place
	}{
		// Table 3-8 of the Unicode Standard, and the same cut off at each byte.
		{"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", UTF8, "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd", []Place{{1, 1}, {4, 1}, {6, 1}, {8, 1}, {10, 1}, {11, 1}}},
		{"가\n나\xEA\xB0", UTF8, "가\n나\uFFFD", []Place{{7, 2}}},
		{"\xED\xA0\x80", UTF8, "\uFFFD\uFFFD\uFFFD", []Place{{0, 1}, {1, 1}, {2, 1}}}, // a surrogate
		{"\xC0\xAF", UTF8, "\uFFFD\uFFFD", []Place{{0, 1}, {1, 1}}},                   // overlong
		{"a\r\nb\rc\n\xFF", UTF8, "a\r\nb\rc\n\uFFFD", []Place{{7, 4}}},
		{"\uFEFF\xFF", UTF8, "\uFFFD", []Place{{3, 1}}},
		{"\uFFFD", UTF8, "\uFFFD", nil}, // is a character when it comes so

		{"\xB0\xA1\n\xFF\xB0\xA1", CP949, "가\n\uFFFD가", []Place{{3, 2}}},
		{"\xB0", CP949, "\uFFFD", []Place{{0, 1}}},
		{"\xB0 a", CP949, "\uFFFD a", []Place{{0, 1}}},
		{"\xC9\xA1b", CP949, "\uFFFDb", []Place{{0, 1}}}, // the user-defined rows
		{"\x80\xB0\xA1", CP949, "\uFFFD가", []Place{{0, 1}}},

		{"\x00\xAC\n\x00\x00\xD8\x00\xAC", UTF16LE, "가\n\uFFFD가", []Place{{4, 2}}},
		{"\x00\xDC\x00\xD8", UTF16LE, "\uFFFD\uFFFD", []Place{{0, 1}, {2, 1}}},
		{"\xD8\x3D\xDE\x00\xAC", UTF16BE, "😀\uFFFD", []Place{{4, 1}}},
		{"\x3D\xD8\xFF", UTF16LE, "\uFFFD\uFFFD", []Place{{0, 1}, {2, 1}}},
		{"\xAC", UTF16BE, "\uFFFD", []Place{{0, 1}}},
	} {
		// The same for readers that give the input byte by byte.
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(c.in), "bytewise": iotest.OneByteReader(strings.NewReader(c.in))} {
			d := NewDecoder(r, c.enc)
			got, err := io.ReadAll(iotest.OneByteReader(d))
			if err != nil || string(got) != c.want {
				t.Errorf("%+q as %v (%s): %+q %v, want %+q", c.in, c.enc, name, got, err, c.want)
			}
			rep := d.Report()
			if rep.Broken != len(c.places) || len(rep.Places) != len(c.places) {
				t.Errorf("%+q as %v (%s): %+v", c.in, c.enc, name, rep)
				continue
			}
			for i, p := range c.places {
				if rep.Places[i] != p {
					t.Errorf("%+q as %v (%s): place %d is %+v, want %+v", c.in, c.enc, name, i, rep.Places[i], p)
				}
			}
			if odd := strings.HasPrefix(c.enc.String(), "utf-16") && len(c.in)%2 == 1; rep.OddLength != odd {
				t.Errorf("%+q as %v: odd length %v", c.in, c.enc, rep.OddLength)
			}
		}
	}
}

func TestDoubt(t *testing.T) {
	// Chinese in GBK and Japanese in EUC-JP decode as CP949, to rare syllables and kana.
	gbk := []byte("\xce\xd2\xc3\xc7\xd4\xda\xd1\xa7\xcf\xb0\xd6\xd0\xce\xc4\xa3\xac\xcb\xfb\xc3\xc7\xd2\xb2\xd4\xda\xd1\xa7\xcf\xb0\xd6\xd0\xce\xc4\xa1\xa3\xbd\xf1\xcc\xec\xcc\xec\xc6\xf8\xba\xdc\xba\xc3\xa1\xa3")
	eucjp := []byte("\xa4\xb3\xa4\xec\xa4\xcf\xc6\xfc\xcb\xdc\xb8\xec\xa4\xce\xca\xb8\xbe\xcf\xa4\xc7\xa4\xb9\xa1\xa3\xa4\xda\xa4\xf3\xa4\xc7\xbd\xf1\xa4\xad\xa4\xde\xa4\xb7\xa4\xbf\xa1\xa3\xa4\xb3\xa4\xf3\xa4\xcb\xa4\xc1\xa4\xcf\xa1\xa3")
	for _, b := range [][]byte{gbk, eucjp} {
		if _, r := decode(t, b, Auto); !r.Doubtful {
			t.Errorf("%+v", r)
		}
	}
	// Latin-1 and random bytes are no CP949.
	if got, r := decode(t, []byte("un caf\xe9 au lait d\xe9j\xe0 vu"), Auto); r.Encoding != UTF8 || !r.Doubtful || r.Broken != 3 {
		t.Errorf("%q %+v", got, r)
	}
	random := make([]byte, 100000)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range random {
		random[i] = byte(rng.Uint32())
	}
	if got, r := decode(t, random, Auto); r.Encoding != UTF8 || !r.Doubtful || !utf8.ValidString(got) {
		t.Errorf("%+v", r)
	}
	// One broken byte in Korean text is no reason to doubt.
	if _, r := decode(t, []byte(samples[5]+"\xff"+samples[5]), Auto); r.Encoding != UTF8 || r.Doubtful || r.Broken != 1 {
		t.Errorf("%+v", r)
	}
	if _, r := decode(t, append(encode(t, samples[5]+samples[3], CP949), 0xff), Auto); r.Encoding != CP949 || r.Doubtful || r.Broken != 1 {
		t.Errorf("%+v", r)
	}
}

func TestReaderError(t *testing.T) {
	fault := errors.New("disk on fire")
	d := NewDecoder(io.MultiReader(strings.NewReader("가나다\n"), iotest.ErrReader(fault)), Auto)
	got, err := io.ReadAll(d)
	if string(got) != "가나다\n" || err != fault {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := io.ReadAll(NewDecoder(stuck{}, Auto)); err != io.ErrNoProgress {
		t.Errorf("a reader that never gives anything: %v", err)
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

func TestEmpty(t *testing.T) {
	for _, in := range []string{"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		if got, r := decode(t, []byte(in), Auto); got != "" || r.Broken != 0 || r.Encoding == Auto {
			t.Errorf("%q: %q %+v", in, got, r)
		}
	}
}

func TestParseEncoding(t *testing.T) {
	for name, want := range map[string]Encoding{
		"": Auto, "auto": Auto, "utf-8": UTF8, "UTF8": UTF8, "utf_8": UTF8, "utf-16": UTF16, "UTF-16LE": UTF16LE, "utf16be": UTF16BE,
		"cp949": CP949, "CP-949": CP949, "uhc": CP949, "euc-kr": CP949, "EUC_KR": CP949, "euckr": CP949, "windows-949": CP949,
		"ks_c_5601-1987": CP949, "x-windows-949": CP949, "KS X 1001": CP949, "ms949": CP949,
	} {
		if got, err := ParseEncoding(name); got != want || err != nil {
			t.Errorf("ParseEncoding(%q) = %v, %v", name, got, err)
		}
	}
	for name, nearest := range map[string]string{"cp948": "cp949", "utf-7": "utf-8", "eucr-kr": "euc-kr", "johab": "", "shift_jis": ""} {
		_, err := ParseEncoding(name)
		var e *EncodingError
		if !errors.As(err, &e) || e.Nearest != nearest || !strings.Contains(err.Error(), "utf-16le") {
			t.Errorf("ParseEncoding(%q): %v", name, err)
		}
	}
	seen := map[string]bool{}
	for _, names := range encodingNames {
		for _, n := range names {
			if seen[encodingKey(n)] {
				t.Errorf("%s stands twice", n)
			}
			seen[encodingKey(n)] = true
		}
	}
}

// A decoder holds a window of input and what it decodes to, however long a line is.
func TestBoundedMemory(t *testing.T) {
	for name, unit := range map[string]string{"one line": "가나다라마바사", "broken": "\xff\xfe\xfd", "marks": "\u0301", "NUL": "\x00"} {
		d := NewDecoder(io.LimitReader(&repeater{unit: unit}, 20<<20), UTF8)
		n, err := io.Copy(io.Discard, struct{ io.Reader }{d})
		if err != nil || n < 20<<20 {
			t.Errorf("%s: %d bytes, %v", name, n, err)
		}
		if c := cap(d.buf) + cap(d.out); c > 8*window {
			t.Errorf("%s: %d bytes held", name, c)
		}
	}
}

// repeater gives unit again and again.
type repeater struct {
	unit string
	at   int
}

func (r *repeater) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.unit[r.at]
		r.at = (r.at + 1) % len(r.unit)
	}
	return len(p), nil
}

// Whatever the bytes: the text is valid, the same for any cut of the input, and what was broken is counted.
func FuzzDecoder(f *testing.F) {
	for _, text := range samples {
		for _, enc := range []Encoding{UTF8, CP949, UTF16LE, UTF16BE} {
			f.Add(encode(f, text, enc), uint8(enc))
			f.Add(encode(f, text, enc), uint8(Auto))
		}
	}
	f.Add([]byte("\xff\xfe\x00\xd8"), uint8(Auto))
	f.Add([]byte("\xef\xbb\xbf\xed\xa0\x80\x00"), uint8(Auto))
	f.Fuzz(func(t *testing.T, b []byte, e uint8) {
		enc := Encoding(e % uint8(len(encodingNames)))
		text, r := decode(t, b, enc)
		if !utf8.ValidString(text) {
			t.Errorf("%q is not valid UTF-8", text)
		}
		if got := strings.Count(text, "\uFFFD"); got < r.Broken {
			t.Errorf("%d sequences broken, but %d U+FFFD", r.Broken, got)
		}
		if len(r.Places) != min(r.Broken, MaxPlaces) {
			t.Errorf("%d broken, %d places", r.Broken, len(r.Places))
		}
		for i, p := range r.Places {
			if p.Offset < 0 || p.Offset >= int64(len(b)) || p.Line < 1 || (i > 0 && p.Offset <= r.Places[i-1].Offset) {
				t.Errorf("places %+v in %d bytes", r.Places, len(b))
			}
		}
		d := NewDecoder(iotest.OneByteReader(bytes.NewReader(b)), enc)
		slow, err := io.ReadAll(iotest.OneByteReader(d))
		if err != nil || string(slow) != text {
			t.Errorf("byte by byte %q, at once %q", slow, text)
		}
		if s := d.Report(); s.Broken != r.Broken || s.Encoding != r.Encoding || s.Nul != r.Nul {
			t.Errorf("byte by byte %+v, at once %+v", s, r)
		}
	})
}

func BenchmarkDecoder(b *testing.B) {
	text := strings.Repeat("동해 물과 백두산이 마르고 닳도록 하느님이 보우하사 우리나라 만세.\n", 20000)
	for _, enc := range []Encoding{UTF8, CP949, UTF16LE} {
		in := encode(b, text, enc)
		b.Run(enc.String(), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			for b.Loop() {
				d := NewDecoder(bytes.NewReader(in), Auto)
				if _, err := io.Copy(io.Discard, struct{ io.Reader }{d}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
