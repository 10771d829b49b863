// Command train learns kstat's model from annotated text.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"
)

// options are what learning depends on beside the text.
type options struct {
	names       string
	beside      string // file; none if empty
	data        string // folder
	corrections string // file; none if empty
	every       int    // take every n-th line only
	types       int    // of the table
	alpha, l1   float64
	hold        uint64 // one in so many examples of the dictionary is held out
	costs       string // file
	logHeads    string // file
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "folder of the data")
	flag.StringVar(&o.corrections, "corrections", "tokenize/train/corrections.txt", "file of corrections")
	flag.IntVar(&o.every, "every", 1, "take every n-th line only, for a quick trial")
	flag.IntVar(&o.types, "types", 1130000, "how many types the table holds")
	flag.Float64Var(&o.alpha, "alpha", .3, "rate of learning of the choice's weights")
	flag.Float64Var(&o.l1, "l1", 3, "how much evidence a weight needs")
	flag.StringVar(&o.beside, "beside", "tokenize/train/beside.tsv.xz", "file of what the teacher says of pairs of readings and what stands beside them")
	out := flag.String("o", "kstat.model", "the model to write")
	accuracy := flag.String("accuracy", "", "learn nothing; print where this command (bin/kstat tokenize) is wrong on the data's dev sets")
	flag.StringVar(&o.names, "names", "", "a file of names, one a line")
	flag.Uint64Var(&o.hold, "hold", usualHold, "keep one in so many examples of the dictionary from learning")
	flag.StringVar(&o.costs, "costs", "", "take the lattice's costs from this file, or write them to it where it does not exist, for a quick trial of the choice")
	flag.StringVar(&o.logHeads, "log-headwords", "", "write the held-out examples that do not get their headword to this file")
	flag.Parse()
	if *accuracy != "" {
		must(measure(os.Stdout, o.data, strings.Fields(*accuracy)))
		return
	}
	ch, err := learn(o)
	must(err)
	ch.write(*out, o.types)
}

// learn learns all that a model holds.
func learn(o options) (*chooser, error) {
	start := time.Now()
	c := newCorpus()
	c.hold = max(1, o.hold)
	if o.corrections != "" {
		r, err := readCorrections(o.corrections)
		if err != nil {
			return nil, err
		}
		r.bind(&c.vocab)
		c.corrections = r
	}
	c.readAll(o.data, o.every)
	if r := c.corrections; r != nil {
		if err := r.teach(c); err != nil {
			return nil, err
		}
		r.report()
	}
	if err := c.readSejong(dataFile(o.data, "komoran.dic.word")); err != nil {
		return nil, err
	}
	fmt.Println(time.Since(start), len(c.sentences), len(c.tokens), len(c.types), len(c.analyses), len(c.vocab.list), c.good, c.bad)
	x := buildLexicon(c)
	fmt.Println(time.Since(start))
	f := x.learn(o.costs)
	fmt.Println(time.Since(start))
	ch := newChooser(f)
	ch.alpha, ch.l1 = float32(o.alpha), float32(o.l1)
	ch.logHeads = o.logHeads
	if o.beside != "" {
		if err := ch.readAsked(o.beside); err != nil {
			return nil, err
		}
	}
	ch.assemble()
	ch.confirm()
	fmt.Println(time.Since(start))
	ch.v.learn(dataFile(o.data, "teacher-arguments.tsv.xz"))
	ch.learnCompany()
	if o.beside != "" {
		if err := ch.readBeside(o.beside); err != nil {
			return nil, err
		}
	}
	ch.readNames(o.names)
	ch.learnUnmet()
	fmt.Println(time.Since(start))
	ch.train(2)
	fmt.Println(time.Since(start))
	return ch, nil
}

func (c *corpus) readAll(data string, every int) {
	plain := func(string) (float32, float32) { return 1, 1 }
	// where a label had to be mended to hold its headword the teacher was wrong: there is most to learn
	must(c.readHeadwords(dataFile(data, "krdict.examples.tsv.xz")))
	must(c.silver(dataFile(data, "silver-krdict.tsv.xz"), dictionary, every, func(check string) (float32, float32) {
		switch check {
		case "no":
			return 0, 1
		case "mended":
			return 1, 2
		}
		return 1, 1
	}))
	c.headwords = nil
	must(c.silver(dataFile(data, "silver-nsmc.tsv.xz"), reviews, every, plain))
	must(c.silver(dataFile(data, "silver-modern.tsv.xz"), modern, every, plain))
	must(c.readTreebank(dataFile(data, "kaist.tsv")))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
