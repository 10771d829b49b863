package corpus

// softHyphen marks where a word may be divided, and shows only if it is.
const softHyphen = 0x00AD

func cleanSoftHyphen(line string, e *editor) {
	drop(line, e, func(r rune) bool { return r == softHyphen })
}
