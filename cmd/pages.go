package cmd

import (
	"io/fs"
	"path/filepath"
)

// much is how many bytes of input are so many that large pages of memory save more than the asking for them takes, 3 ms.
const much = 4 << 20

// forMuch prepares for what a command will hold of its inputs, where they are much and cut into words already: then memory is
// most of its work. Analysing takes so much longer that it gains nothing.
func forMuch(o *options, inputs []string) {
	if (o.pretokenized || o.pretagged) && atLeast(inputs, much) {
		largePages()
	}
}

// atLeast tells whether files and folders hold so many bytes, as far as is known without reading them: of standard input
// nothing is, and of folders only the first files are looked at.
func atLeast(inputs []string, size int64) bool {
	files := 1000
	for _, in := range inputs {
		_ = filepath.WalkDir(in, func(_ string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it will be reported where it is read
			}
			if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
				size -= info.Size()
			}
			if files--; files <= 0 || size <= 0 {
				return fs.SkipAll
			}
			return nil
		})
	}
	return size <= 0
}
