package model

import (
	_ "embed"
	"sync"
)

//go:embed kstat.model
var embedded string

// Embedded gives the model that the program carries.
var Embedded = sync.OnceValue(func() *File {
	f, err := Open(embedded)
	if err != nil {
		panic("tokenize: " + err.Error()) // a program that was built wrong; the tests would not have let it pass
	}
	return f
})
