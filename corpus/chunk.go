package corpus

import (
	"bytes"
	"io"
	"unicode"
	"unicode/utf8"

	"kstat/internal/textio"
)

// cutter cuts a decoded text into chunks where no analysis will miss it.
type cutter struct {
	r     io.Reader
	size  int
	whole bool
	buf   []byte // read but not given yet
	eof   bool
	err   error // other than io.EOF
}

// reset makes the cutter one for another text, and keeps its memory.
func (c *cutter) reset(r io.Reader, opt Options) {
	*c = cutter{r: r, size: opt.ChunkSize, whole: opt.Whole, buf: c.buf[:0]}
}

// readAhead is how much more than a chunk may wait.
const readAhead = 64 << 10

// next gives the next chunk, and last with the one that has all there is left. An error of the reader comes with last.
func (c *cutter) next() (text string, last bool, err error) {
	// One byte more than a chunk tells whether a \r at its end stands alone.
	for limit := c.size; ; limit *= 2 {
		c.fill(limit + 1)
		if c.eof && (c.whole || len(c.buf) <= limit) {
			return string(c.buf), true, c.err
		}
		if c.whole {
			continue
		}
		n := cutAfterLine(c.buf, limit)
		if n == 0 {
			n = cutAfterSpace(bytes.TrimSuffix(c.buf[:limit], []byte{'\r'})) // a \n may follow it
		}
		// No longer look for white space: the analysis of a chunk takes some hundred times its size where each byte is a
		// morpheme, and every thread holds one.
		if n == 0 {
			n = cutAnywhere(c.buf[:limit])
		}
		if n > 0 {
			text = string(c.buf[:n])
			c.buf = c.buf[:copy(c.buf, c.buf[n:])]
			return text, false, nil
		}
	}
}

// fill reads until n bytes wait or the text ends.
func (c *cutter) fill(n int) {
	for len(c.buf) < n && !c.eof {
		if len(c.buf) == cap(c.buf) {
			// what is not needed of it is never touched
			c.buf = append(make([]byte, 0, max(n+readAhead, 2*len(c.buf))), c.buf...)
		}
		m, err := c.r.Read(c.buf[len(c.buf):cap(c.buf)])
		c.buf = c.buf[:len(c.buf)+m]
		if err != nil {
			c.eof = true
			if err != io.EOF {
				c.err = err
			}
		}
	}
}

// cutAfterLine gives the length of the whole lines in b[:limit], 0 if there is none. b is longer than limit.
func cutAfterLine(b []byte, limit int) int {
	n := bytes.LastIndexByte(b[:limit], '\n') + 1
	for end := limit; end > n; {
		cr := bytes.LastIndexByte(b[n:end], '\r')
		if cr < 0 {
			break
		}
		if end = n + cr; b[end+1] != '\n' {
			return end + 1
		}
	}
	return n
}

// cutAfterSpace cuts after the white space that follows the last sentence of b, or after the last white space if no
// sentence seems to end; 0 if there is none.
func cutAfterSpace(b []byte) int {
	afterSpace := 0
	for i := len(b); i > 0; {
		r, size := utf8.DecodeLastRune(b[:i])
		if !unicode.IsSpace(r) {
			i -= size
			continue
		}
		if afterSpace == 0 {
			afterSpace = i
		}
		end := i
		for i > 0 {
			if r, size = utf8.DecodeLastRune(b[:i]); !unicode.IsSpace(r) {
				break
			}
			i -= size
		}
		switch r {
		case '.', '!', '?', '…', '。', '"', '”', '’':
			return end
		}
	}
	return afterSpace
}

// cutAnywhere cuts near the end of b between two runes that nothing joins. Where more than a thousand bytes are joined, as
// marks upon marks on one letter, it cuts between two runes; 0 if b is too short to hold two.
func cutAnywhere(b []byte) int {
	end := len(b)
	for end > 0 && !utf8.RuneStart(b[end-1]) {
		end--
	}
	end-- // the last rune may be cut off
	for i := end; i > max(1, end-1000); {
		next, size := utf8.DecodeLastRune(b[:i])
		i -= size
		if before, _ := utf8.DecodeLastRune(b[:i]); i > 0 && !joined(before, next) {
			return i
		}
	}
	return max(end, 0)
}

// joined tells whether two neighbours belong together: to one grapheme (marks, conjoining jamo, emoji sequences, flags),
// to a line end, or to a run of one letter that cleaning shortens.
func joined(a, b rune) bool {
	switch {
	case a == b, a == '\r', a == zwj, b == zwj, unicode.In(b, unicode.M), 0x1F3FB <= b && b <= 0x1F3FF, 0xE0020 <= b && b <= 0xE007F:
		return true
	case unicode.Is(unicode.Regional_Indicator, b):
		return unicode.Is(unicode.Regional_Indicator, a)
	}
	return !textio.StartsSegment(string(b))
}
