package textio

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
)

// A CP949 character is a byte below 0x80, or a lead byte 81-FE and a trail byte 41-5A, 61-7A or 81-FE.
const (
	cp949FirstLead, cp949LastLead   = 0x81, 0xFE
	cp949FirstTrail, cp949LastTrail = 0x41, 0xFE
	cp949Trails                     = cp949LastTrail - cp949FirstTrail + 1
)

// pairTable has the code point of each pair of bytes, 0 for none; all of them lie in the basic plane.
type pairTable [(cp949LastLead - cp949FirstLead + 1) * cp949Trails]uint16

// cp949Table is made on first use, in about a millisecond, from the decoder of x/text, which calls itself EUCKR and
// knows the whole of CP949. That decoder does not tell where a broken pair was; the table does.
var cp949Table = sync.OnceValue(func() *pairTable {
	var table pairTable
	decoder := korean.EUCKR.NewDecoder()
	var utf [16]byte
	for i := range table {
		pair := [2]byte{byte(cp949FirstLead + i/cp949Trails), byte(cp949FirstTrail + i%cp949Trails)}
		decoder.Reset()
		n, _, err := decoder.Transform(utf[:], pair[:], true)
		if r, size := utf8.DecodeRune(utf[:n]); err == nil && size == n && r != utf8.RuneError {
			table[i] = uint16(r)
		}
	}
	return &table
})

// decode reads the character at the start of b, which is not ASCII. A broken one gives U+FFFD and the number of bytes
// to leave out: one, or two if the second could not stand alone either. An ASCII byte is never swallowed.
func (t *pairTable) decode(b []byte) (r rune, n int) {
	if len(b) < 2 || b[0] < cp949FirstLead || b[0] > cp949LastLead || b[1] < cp949FirstTrail || b[1] > cp949LastTrail {
		return utf8.RuneError, 1
	}
	u := t[int(b[0]-cp949FirstLead)*cp949Trails+int(b[1]-cp949FirstTrail)]
	switch {
	case u != 0:
		return rune(u), 2
	case b[1] < utf8.RuneSelf:
		return utf8.RuneError, 1
	}
	return utf8.RuneError, 2
}

func (d *Decoder) decodeCP949() {
	table := cp949Table()
	for len(d.in) > 0 {
		i := 0
		broken := 0
		for i < len(d.in) {
			if c := d.in[i]; c < utf8.RuneSelf {
				d.out = append(d.out, c)
				i++
				continue
			}
			if i+1 == len(d.in) && !d.eof {
				d.skip(i)
				return
			}
			r, n := table.decode(d.in[i:])
			if r == utf8.RuneError {
				broken = n
				break
			}
			d.out = utf8.AppendRune(d.out, r)
			i += n
		}
		d.skip(i)
		if broken > 0 {
			d.broken(broken)
		}
	}
}
