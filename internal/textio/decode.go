package textio

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// Place is where in an input something was found.
type Place struct {
	Offset int64 // in bytes of the input, from 0
	Line   int   // from 1; a line ends at \n, \r\n or a lone \r
}

// MaxPlaces is how many broken sequences a Report locates; all are counted.
const MaxPlaces = 8

// Report says what a Decoder found. It is complete when Read has given io.EOF.
type Report struct {
	Encoding  Encoding // as found or as told; never Auto, and UTF16 only before the first Read
	BOM       bool     // the input began with a byte order mark, which is not part of the text
	Doubtful  bool     // found, but it fits badly
	Late      bool     // ASCII for more than 64 KiB, Encoding only then
	Broken    int      // sequences that are no character; U+FFFD stands for each
	Places    []Place  // the first MaxPlaces of them
	OddLength bool     // UTF-16 that ends in the middle of a unit; the half unit counts as broken
	Nul       int      // characters U+0000; they are part of the text
}

// Decoder reads an input in any of the encodings as UTF-8. The text that it gives is valid UTF-8 always.
//
// Broken sequences are counted as the Unicode Standard advises (section 3.9, "U+FFFD Substitution of Maximal
// Subparts"): the longest start of a character that is cut off is one, any other byte is one.
type Decoder struct {
	r      io.Reader
	enc    Encoding // Auto as long as there was nothing but ASCII
	report Report
	begun  bool

	buf []byte // raw input; buf[:0] starts the storage
	in  []byte // what of buf is not decoded yet
	raw int64  // offset of in[0] in the input
	eof bool
	err error // other than io.EOF

	out     []byte // decoded and not read yet: out[read:]
	read    int
	counted int // the lines of out[:counted] are in lines
	lines   lineCounter
}

// NewDecoder gives a decoder for r; Auto finds the encoding.
func NewDecoder(r io.Reader, enc Encoding) *Decoder {
	return &Decoder{r: r, enc: enc, report: Report{Encoding: enc}}
}

// Reset makes the decoder one for another input, and keeps its memory.
func (d *Decoder) Reset(r io.Reader, enc Encoding) {
	*d = Decoder{r: r, enc: enc, report: Report{Encoding: enc}, buf: d.buf, out: d.out[:0]}
}

// Report tells what was found so far.
func (d *Decoder) Report() Report { return d.report }

// Read gives decoded text; a character may be cut at the end of p and continue in the next Read. An error other than
// io.EOF is that of the underlying reader and comes after all text before it.
func (d *Decoder) Read(p []byte) (int, error) {
	for d.read == len(d.out) {
		if len(d.in) == 0 && d.eof {
			return 0, d.finalError()
		}
		d.decode()
	}
	n := copy(p, d.out[d.read:])
	d.read += n
	return n, nil
}

func (d *Decoder) finalError() error {
	if d.err != nil {
		return d.err
	}
	return io.EOF
}

// fill reads until n bytes wait to be decoded or the input ends.
func (d *Decoder) fill(n int) {
	if len(d.in) >= n || d.eof {
		return
	}
	if d.buf == nil {
		d.buf = make([]byte, 0, window)
	}
	if cap(d.buf) < n {
		d.buf = make([]byte, 0, n)
	}
	d.in = append(d.buf[:0], d.in...)
	for empty := 0; len(d.in) < n && !d.eof; {
		m, err := d.r.Read(d.in[len(d.in):cap(d.in)])
		d.in = d.in[:len(d.in)+m]
		if m > 0 {
			empty = 0
		} else if empty++; empty == 100 && err == nil {
			err = io.ErrNoProgress
		}
		if err != nil {
			d.eof = true
			if err != io.EOF {
				d.err = err
			}
		}
	}
}

// decode refills out. It makes progress or reaches the end of the input.
func (d *Decoder) decode() {
	d.out, d.read, d.counted = d.out[:0], 0, 0
	if !d.begun {
		d.fill(window)
		d.begin()
	}
	d.fill(1)
	if d.enc == Auto {
		n := plainASCII(d.in)
		d.pass(d.in[:n], n)
		d.count(n)
		if n > 0 || len(d.in) == 0 {
			return
		}
		d.fill(window)
		d.enc, d.report.Doubtful = detect(d.in, d.eof)
		if d.enc != CP949 { // not UTF-16, which begins with its first unit
			d.enc = UTF8
		}
		d.report.Encoding = d.enc
		d.report.Late = d.enc != UTF8
	}
	// A sequence can be cut off at the end of in; more input completes it.
	before := len(d.in)
	d.decodeAs(d.enc)
	if len(d.in) == before && !d.eof {
		d.fill(before + 1)
	}
	d.count(len(d.out))
	d.report.Nul += bytes.Count(d.out, []byte{0})
}

// begin looks at the start of the input for a byte order mark and, if it is to find the encoding, settles it or leaves it
// open while there is nothing but ASCII.
func (d *Decoder) begin() {
	d.begun = true
	mark, n := bom(d.in)
	if n > 0 && (d.enc == Auto || d.enc == mark || (d.enc == UTF16 && mark != UTF8)) {
		d.report.BOM = true
		d.enc = mark
		d.skip(n)
	}
	switch {
	case d.enc == UTF16:
		d.enc = UTF16LE
		if e, ok := detectUTF16(d.in, false); ok {
			d.enc = e
		}
	case d.enc == Auto && plainASCII(d.in) < len(d.in):
		d.enc, d.report.Doubtful = detect(d.in, d.eof)
	}
	d.report.Encoding = d.enc
	if d.enc == Auto {
		d.report.Encoding = UTF8
	}
}

func (d *Decoder) decodeAs(enc Encoding) {
	switch enc {
	case UTF16LE, UTF16BE:
		d.decodeUTF16(enc == UTF16BE)
	case CP949:
		d.decodeCP949()
	default:
		d.decodeUTF8()
	}
}

// pass takes text over as decoded from the next n bytes of input.
func (d *Decoder) pass(text []byte, n int) {
	d.out = append(d.out, text...)
	d.skip(n)
}

func (d *Decoder) skip(n int) {
	d.in = d.in[n:]
	d.raw += int64(n)
}

// broken takes the next n bytes of input for one broken sequence.
func (d *Decoder) broken(n int) {
	d.report.Broken++
	if len(d.report.Places) < MaxPlaces {
		d.count(len(d.out))
		d.report.Places = append(d.report.Places, Place{Offset: d.raw, Line: d.lines.ends + 1})
	}
	d.out = utf8.AppendRune(d.out, utf8.RuneError)
	d.skip(n)
}

// count brings the line count up to out[:n].
func (d *Decoder) count(n int) {
	d.lines.add(d.out[d.counted:n])
	d.counted = n
}

// lineCounter counts line ends in text that comes in pieces.
type lineCounter struct {
	ends int
	cr   bool // the last byte was \r
}

func (l *lineCounter) add(b []byte) {
	if len(b) == 0 {
		return
	}
	if l.cr && b[0] == '\n' {
		l.ends--
	}
	l.ends += bytes.Count(b, []byte{'\n'})
	l.cr = b[len(b)-1] == '\r'
	if bytes.IndexByte(b, '\r') >= 0 {
		l.ends += bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
	}
}

// plainASCII gives the length of the ASCII without NUL at the start of b.
func plainASCII(b []byte) int {
	for i, c := range b {
		if c-1 >= utf8.RuneSelf-1 {
			return i
		}
	}
	return len(b)
}
