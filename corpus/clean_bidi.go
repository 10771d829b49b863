package corpus

// isBidi tells the characters that do nothing but set the writing direction. They come with text copied from the web and from chat
// programs.
func isBidi(r rune) bool {
	switch {
	case r == 0x061C, r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}

func cleanBidi(line string, e *editor) { drop(line, e, isBidi) }
