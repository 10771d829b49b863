// Command names prints the proper nouns of mecab-ko-dic, a line each, sorted: people, places and others. The trainer makes the
// gazetteer of them. It stands among the tools,
// a module of their own, so that the program and its tests do not need the dictionary, which is large.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"slices"

	ko "github.com/ikawaha/kagome-dict-ko"
)

func main() {
	d := ko.Dict()
	var names []string
	for i, pos := range d.POSTable.POSs {
		if len(pos) == 0 || d.POSTable.NameList[pos[0]] != "NNP" || i >= len(d.Contents) {
			continue
		}
		if c := d.Contents[i]; len(c) > 2 {
			names = append(names, c[2]) // as it is read, which for Hangul is as it is written
		}
	}
	slices.Sort(names)
	out := bufio.NewWriter(os.Stdout)
	for _, n := range slices.Compact(names) {
		fmt.Fprintln(out, n)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
