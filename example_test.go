package kstat_test

import (
	"fmt"

	"kstat/tokenize"
)

func Example() {
	for _, token := range tokenize.New().Analyze("공원에서 걸었다.") {
		fmt.Println(token.Form, token.Tag, token.Lemma, token.Start, token.End)
	}
}
