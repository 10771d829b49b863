package corpus

import (
	"slices"
	"strings"
)

// Slot stands in a Frame for the term that varies.
const Slot = "*"

// Frame is an n-gram with a slot for one of its inner terms: 할 * 있다 of 할 수 있다 and 할 힘 있다.
type Frame struct {
	Count           // Docs and Tag are not known
	Fillers []Count // the terms in the slot, the most frequent first, with their counts there
}

// Frames gives the frames of n-grams, all of one length, that have at least two fillers: the most frequent first, those of the same
// frequency in the order of code points. glue is what joins the terms of the n-grams, and must not stand in one; the n-grams
// must be all that were seen. N-grams of fewer than three terms have no inner one, and no frame.
func Frames(grams []Count, glue string) []Frame {
	at := make(map[string]int)
	var frames []Frame
	for _, g := range grams {
		terms := strings.Split(g.Term, glue)
		for i := 1; i < len(terms)-1; i++ {
			filler := terms[i]
			terms[i] = Slot
			name := strings.Join(terms, glue)
			terms[i] = filler
			k, ok := at[name]
			if !ok {
				k = len(frames)
				at[name] = k
				frames = append(frames, Frame{Count: Count{Term: name}})
			}
			frames[k].Freq += g.Freq
			frames[k].Fillers = append(frames[k].Fillers, Count{Term: filler, Freq: g.Freq})
		}
	}
	frames = slices.DeleteFunc(frames, func(f Frame) bool { return len(f.Fillers) < 2 })
	for i := range frames {
		slices.SortFunc(frames[i].Fillers, ByFrequency)
	}
	slices.SortFunc(frames, func(a, b Frame) int { return ByFrequency(a.Count, b.Count) })
	return frames
}
