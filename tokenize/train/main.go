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
	types := flag.Int("types", 480000, "how many types the table holds")
	alpha := flag.Float64("alpha", .3, "rate of learning of the choice's weights")
	l1 := flag.Float64("l1", 3, "how much evidence a weight needs")
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
	ch.v.learn(dataFile(*data, "teacher-arguments.tsv.xz"))
	ch.train(2)
	ch.write(*out, *types)
	fmt.Println(time.Since(start))
}

func (c *corpus) readAll(data string, every int) {
	plain := func(string) (float32, float32) { return 1, 1 }
	// where a label had to be mended to hold its headword the teacher was wrong: there is most to learn
	must(c.readHeadwords(dataFile(data, "krdict.examples.tsv.xz")))
	must(c.silver(dataFile(data, "silver-krdict.tsv.xz"), 0, every, func(check string) (float32, float32) {
		switch check {
		case "no":
			return 0, 0
		case "mended":
			return 1, 2
		}
		return 1, 1
	}))
	c.headwords = nil
	must(c.silver(dataFile(data, "silver-nsmc.tsv.xz"), 1, every, plain))
	must(c.silver(dataFile(data, "silver-modern.tsv.xz"), 2, every, plain))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
