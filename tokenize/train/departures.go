package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What labels say of a type is corrected in several ways: by what the dictionary has, by the teacher's known faults. A correction that goes
// too far gives common words readings that nobody would think of, and no figure shows it. So the types whose labels are contradicted
// most are listed, for people to read.

// departure is how far a type's candidates are from its labels.
type departure struct {
	typ   int
	moved float64 // occurrences that would be labelled otherwise
}

// mostDepartures is how many are listed.
const mostDepartures = 60

// departures lists the types, what moves most first.
func (ch *chooser) departures() string {
	var all []departure
	for i := range ch.c.types {
		t := &ch.c.types[i]
		if len(t.list) == 0 || ch.from[i] == ch.from[i+1] {
			continue
		}
		sum := 0.0
		for k := ch.from[i]; k < ch.from[i+1]; k++ {
			sum += prior(&ch.cands[k], t.total, 0)
		}
		moved := 0.0
		for j, an := range t.list {
			p := 0.0
			if k := ch.candidateOf(int32(i), an); k >= 0 {
				p = prior(&ch.cands[k], t.total, 0) / sum
			}
			moved += max(0, t.counts[j]-p*t.total)
		}
		all = append(all, departure{i, moved})
	}
	slices.SortFunc(all, func(a, b departure) int {
		return cmp.Or(cmp.Compare(b.moved, a.moved), cmp.Compare(a.typ, b.typ))
	})
	var b strings.Builder
	for _, d := range all[:min(len(all), mostDepartures)] {
		t := &ch.c.types[d.typ]
		label := ch.f.x.names(unpack(ch.c.analyses[t.likeliest()]))
		fmt.Fprintf(&b, "%s, mostly labelled %s, likeliest %s: %.0f of %.0f\n", t.surface, label, ch.candidateName(ch.best[d.typ]), d.moved, t.total)
	}
	return b.String()
}
