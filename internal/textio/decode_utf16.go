package textio

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

func (d *Decoder) decodeUTF16(bigEndian bool) {
	order := binary.ByteOrder(binary.LittleEndian)
	if bigEndian {
		order = binary.BigEndian
	}
	for len(d.in) >= 2 {
		u := rune(order.Uint16(d.in))
		if !utf16.IsSurrogate(u) {
			d.out = utf8.AppendRune(d.out, u)
			d.skip(2)
			continue
		}
		if len(d.in) < 4 && !d.eof {
			return
		}
		r := rune(utf8.RuneError)
		if len(d.in) >= 4 {
			r = utf16.DecodeRune(u, rune(order.Uint16(d.in[2:])))
		}
		if r == utf8.RuneError { // a lone surrogate
			d.broken(2)
			continue
		}
		d.out = utf8.AppendRune(d.out, r)
		d.skip(4)
	}
	if len(d.in) == 1 && d.eof {
		d.report.OddLength = true
		d.broken(1)
	}
}
