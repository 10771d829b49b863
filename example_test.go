package kstat_test

import (
	"fmt"

	"kstat/tokenize"
)

func Example() {
	for _, token := range tokenize.New().Analyze("공원에서 걸었다.") {
		fmt.Println(token.Form, token.Tag, token.Lemma, token.Start, token.End)
	}
	// Output:
	// 공원 NNG 공원 0 6
	// 에서 JKB 에서 6 12
	// 걷 VV 걷다 13 16
	// 었 EP 었 16 19
	// 다 EF 다 19 22
	// . SF . 22 23
}
