package corpus

import "strings"

// LineEnd finds the first line end of a decoded text at or after from: text[from:end] is the line without it, and the
// next line begins at next. Without a further line end both are len(text).
//
// A line ends at \n, at \r\n or at a \r that no \n follows, and nowhere else.
func LineEnd(text string, from int) (end, next int) {
	i := strings.IndexByte(text[from:], '\n')
	if i < 0 {
		i = len(text) - from
	}
	end = from + i
	if cr := strings.IndexByte(text[from:end], '\r'); cr >= 0 {
		end = from + cr
		if end+1 < len(text) && text[end+1] == '\n' {
			return end, end + 2
		}
		return end, end + 1
	}
	return end, min(end+1, len(text))
}

// CountLineEnds counts the line ends in a decoded text.
func CountLineEnds(text string) int {
	n := strings.Count(text, "\n")
	if strings.IndexByte(text, '\r') >= 0 {
		n += strings.Count(text, "\r") - strings.Count(text, "\r\n")
	}
	return n
}
