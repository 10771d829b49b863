// Package textio stands between bytes outside and text inside: it finds the encoding of an input and decodes it, and
// it writes output files that appear whole or not at all.
//
// Nothing that is read makes it fail: what is no character becomes U+FFFD, is counted, and located in a Report. It
// normalises nothing; line ends and decomposed Hangul come through as they are.
package textio

import (
	"fmt"
	"strings"

	"kstat/internal/nearest"
)

// Encoding is a way to write text as bytes. The zero value, Auto, asks to find it.
type Encoding uint8

const (
	Auto    Encoding = iota // to be found
	UTF8                    // with or without a byte order mark
	UTF16                   // the byte order mark tells which; without one the commoner units do, else little-endian
	UTF16LE                 // little-endian
	UTF16BE                 // big-endian
	CP949                   // also called UHC: all 11,172 syllables; contains EUC-KR, which has 2,350 of them
)

// encodingNames has the name that is printed, then the others. They are compared without regard to case, - and _.
var encodingNames = [...][]string{
	Auto:    {"auto"},
	UTF8:    {"utf-8", "utf-8-sig", "cp65001", "ascii", "us-ascii"},
	UTF16:   {"utf-16", "unicode", "ucs-2"},
	UTF16LE: {"utf-16le", "ucs-2le"},
	UTF16BE: {"utf-16be", "ucs-2be"},
	CP949:   {"cp949", "uhc", "ms949", "windows-949", "x-windows-949", "euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ks x 1001", "korean"},
}

// String gives the name as printed: utf-8, cp949.
func (e Encoding) String() string {
	if int(e) < len(encodingNames) {
		return encodingNames[e][0]
	}
	return fmt.Sprintf("encoding(%d)", uint8(e))
}

// EncodingNames lists every encoding by the name that is printed, auto first.
func EncodingNames() []string {
	names := make([]string, len(encodingNames))
	for i, n := range encodingNames {
		names[i] = n[0]
	}
	return names
}

// ParseEncoding finds an encoding by any of its names; "" is Auto. The error is an *EncodingError.
func ParseEncoding(name string) (Encoding, error) {
	if name == "" {
		return Auto, nil
	}
	key := encodingKey(name)
	var all []string
	for e, names := range encodingNames {
		for _, n := range names {
			if encodingKey(n) == key {
				return Encoding(e), nil
			}
			all = append(all, n)
		}
	}
	err := &EncodingError{Name: name}
	err.Nearest, _ = nearest.Name(strings.ToLower(name), all)
	return Auto, err
}

func encodingKey(name string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// EncodingError says that no encoding has a name.
type EncodingError struct {
	Name    string
	Nearest string // the name most like it, or "" if none is
}

// Error names the encodings there are.
func (e *EncodingError) Error() string {
	s := fmt.Sprintf("unknown encoding %q", e.Name)
	if e.Nearest != "" {
		s += fmt.Sprintf(", did you mean %s?", e.Nearest)
	}
	return s + " (known: " + strings.Join(EncodingNames(), ", ") + ")"
}
