// Command train learns kstat's model from annotated text.
package main

import (
	"flag"
	"fmt"
	"log"
	"time"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the data")
	every := flag.Int("every", 1, "take every n-th line only, for a quick trial")
	out := flag.String("o", "kstat.model", "the model to write")
	types := flag.Int("types", 500000, "how many types the table holds")
	alpha := flag.Float64("alpha", .3, "rate of learning of the choice's weights")
	l1 := flag.Float64("l1", 3, "how much evidence a weight needs")
	krdict := flag.Float64("krdict", 2, "weight of the dictionary's examples")
	flag.Parse()
	start := time.Now()
	c := newCorpus()
	c.readAll(*data, *every)
	fmt.Println(time.Since(start), len(c.sentences), len(c.tokens), len(c.types), len(c.analyses), len(c.vocab.list), c.good, c.bad)
	x := buildLexicon(c)
	fmt.Println(time.Since(start))
	f := x.learn()
	fmt.Println(time.Since(start))
	ch := newChooser(f)
	ch.alpha, ch.l1 = float32(*alpha), float32(*l1)
	ch.assemble()
	fmt.Println(time.Since(start))
	ch.train(2, func(s *sentence) float64 {
		if s.source == 0 {
			return *krdict
		}
		return 1
	})
	ch.write(*out, *types)
	fmt.Println(time.Since(start))
}

func (c *corpus) readAll(data string, every int) {
	must(c.silver(dataFile(data, "silver-krdict.tsv.xz"), 0, every, func(check string) float32 {
		if check == "no" {
			return 0
		}
		return 1
	}))
	must(c.silver(dataFile(data, "silver-nsmc.tsv.xz"), 1, every, func(string) float32 { return 1 }))
	must(c.silver(dataFile(data, "silver-modern.tsv.xz"), 2, every, func(string) float32 { return 1 }))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
