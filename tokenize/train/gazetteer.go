package main

import (
	"fmt"
	"strings"

	"kstat/hangul"
	"kstat/tokenize"
	"kstat/tokenize/internal/lattice"
	"kstat/tokenize/internal/model"
)

// firstListed is what it tells of an unknown word that it is listed, in nats, before anything is learned of it.
const firstListed = -9

// readNames makes the gazetteer of a file of names, one a line.
func (ch *chooser) readNames(path string) {
	if path == "" {
		return
	}
	// what the text has as something else is no name
	other := map[string]bool{}
	for i := range ch.c.types {
		t := &ch.c.types[i]
		if t.total == 0 {
			continue
		}
		an := ch.c.analyses[t.likeliest()]
		if m := ch.c.vocab.list[an.at(0)]; an.len() > 1 || m.tag != tokenize.NNP {
			other[t.surface] = true
		}
	}
	for id, m := range ch.c.vocab.list {
		if m.tag != tokenize.NNP && ch.c.vocab.count[id] > 0 {
			other[m.form] = true
		}
	}
	var hashes []uint64
	must(lines(path, func(name string) {
		name = strings.TrimSpace(name)
		if n := len(name) / 3; n < 2 || n > lattice.MaxUnknown || !syllables(name) || other[name] {
			return
		}
		h := lattice.NameHash(0)
		for _, r := range name {
			h = h.Next(int32(r - hangul.SyllableFirst))
		}
		hashes = append(hashes, uint64(h))
	}))
	var err error
	ch.gazetteer, err = model.BuildGazetteer(hashes)
	must(err)
	p := ch.f.x.params
	p.Gazetteer, err = model.OpenGazetteer(string(ch.gazetteer))
	must(err)
	p.Listed = make([]byte, 2*(lattice.MaxUnknown+1))
	for k, e := range p.Unknown {
		if e.Item == uint32(tokenize.NNP) {
			p.NameClass = k
		}
	}
	for i := range ch.f.listed.w {
		ch.f.listed.w[i] = firstListed
	}
	ch.f.store()
	fmt.Println("names in the gazetteer:", len(hashes), "bytes", len(ch.gazetteer))
}
