package tokenize

// AppendLine appends morphemes as they are printed, form/TAG with a space between them, and allocates nothing but dst.
func AppendLine(dst []byte, tokens []Token) []byte {
	for i := range tokens {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, tokens[i].Form...)
		dst = append(dst, '/')
		dst = append(dst, tokens[i].Tag.String()...)
	}
	return dst
}
