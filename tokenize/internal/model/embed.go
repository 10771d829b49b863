package model

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed kstat.model
var embedded string

// The hash stands in a file of its own because hashing the model takes longer than analysing an essay. It has the form that
// sha256sum -c reads.
//
//go:embed kstat.model.sha256
var embeddedHash string

// EmbeddedSHA256 gives the hash of the embedded model file, as hexadecimal digits.
func EmbeddedSHA256() string {
	sum, _, _ := strings.Cut(embeddedHash, " ")
	return sum
}

// Embedded gives the model that the program carries.
var Embedded = sync.OnceValue(func() *File {
	f, err := Open(embedded)
	if err != nil {
		panic("tokenize: " + err.Error()) // a program that was built wrong; the tests would not have let it pass
	}
	return f
})
