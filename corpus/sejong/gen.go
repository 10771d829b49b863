//go:build ignore

// Gen makes counts.bin from KOMORAN's dic.word (github.com/shineware/KOMORAN, Apache License 2.0), whose lines are
//
//	form<TAB>TAG:count<TAB>TAG:count…
//
// with the number of times that the Sejong corpus has each morpheme:
//
//	go run gen.go -o counts.bin dic.word
//
// The format is drawn in sejong.go.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

// tags are those of content words, in the order of their numbers in the file.
var tags = []string{"NNG", "NNP", "NR", "VV", "VA", "VCN", "MAG", "XR"}

type entry struct {
	form  string
	tag   int
	count uint64
}

func main() {
	out := flag.String("o", "counts.bin", "file to write")
	flag.Parse()
	f, err := os.Open(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	var entries []entry
	var total uint64
	for s := bufio.NewScanner(f); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		for _, field := range fields[1:] {
			tag, number, _ := strings.Cut(field, ":")
			t := slices.Index(tags, tag)
			if t < 0 {
				continue
			}
			n, err := strconv.ParseUint(number, 10, 64)
			if err != nil || n == 0 || fields[0] == "" || len(fields[0]) > 255 {
				log.Fatalf("%s: %v", s.Text(), err)
			}
			entries = append(entries, entry{fields[0], t, n})
			total += n
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.tag, b.tag)) })
	var b []byte
	last := ""
	for _, e := range entries {
		same := 0
		for same < min(len(last), len(e.form)) && last[same] == e.form[same] {
			same++
		}
		b = append(b, byte(same), byte(len(e.form)-same))
		b = append(b, e.form[same:]...)
		b = append(b, byte(e.tag))
		b = binary.AppendUvarint(b, e.count)
		last = e.form
	}
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.BestCompression)
	w.Write(b)
	w.Close()
	if err := os.WriteFile(*out, packed.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d entries, %d tokens, %d bytes packed of %d\n", len(entries), total, packed.Len(), len(b))
}
