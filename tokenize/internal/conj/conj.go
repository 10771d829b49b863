package conj

// State is what a piece of surface is ready for: which pieces may follow it within the eojeol.
type State uint8

// The states. A stem appears in several shapes, each ready for some endings only.
const (
	// Full: a whole word, particle or ending. Anything but an ending may follow.
	Full State = iota
	// Base: the stem as the dictionary has it: 걷(고), 가(고), 살(고).
	Base
	// Dropped: a stem in ㄹ without it: 사(는) of 살다.
	Dropped
	// Changed: the stem of ㄷ and ㅅ irregulars before 어 and 으: 걸(어) of 걷다, 지(어) of 짓다.
	Changed
	// Vowelled: the stem of ㅂ and ㅎ irregulars, into which 으 has gone: 더우(면) of 덥다, 그러(면) of 그렇다.
	Vowelled
	// Fused: the stem with the 어 of the ending in it: 와(서) of 오다, 해(요) of 하다.
	Fused
	// NumStates counts the states.
	NumStates
)

// Mask is a set of states.
type Mask uint8

// Of makes a set.
func Of(states ...State) (m Mask) {
	for _, s := range states {
		m |= 1 << s
	}
	return m
}

// Has tells whether s is in the set.
func (m Mask) Has(s State) bool { return m>>s&1 != 0 }

// Form is one shape of a morpheme on the surface.
type Form struct {
	Units []Unit
	After Mask  // what must stand before it within the eojeol; the start of an eojeol counts as Full
	State State // what it leaves
	// Rare marks shapes that few stems have (치르 → 치러, but 흐르 → 흘러): the learner keeps one only where it
	// has seen it.
	Rare bool
}

// vowel numbers as Unicode counts them
const (
	vA, vAE, vYA, vYAE, vEO, vE, vYEO, vYE, vO, vWA, vWAE, vOE, vYO, vU, vWO, vWE, vWI, vYU, vEU, vUI, vI = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
)

const onsetN, onsetL, onsetM, onsetB, onsetS, onsetNone, onsetH = 2, 5, 6, 7, 9, 11, 18

// Stem gives the shapes of a predicate's stem. irregular says that it changes its coda ㅂ, ㄷ, ㅅ or ㅎ, or is one of
// the few in 르 that take 러 (이르러).
func Stem(stem string, irregular bool) []Form {
	u, ok := Append(nil, stem)
	if !ok || len(u) == 0 {
		return nil
	}
	forms := []Form{{Units: u, State: Base}}
	add := func(state State, rare bool, head []Unit, tail ...Unit) {
		forms = append(forms, Form{Units: append(append([]Unit{}, head...), tail...), State: state, Rare: rare})
	}
	last := u[len(u)-1]
	if !IsCoda(last) {
		fuse(u, irregular, add)
	} else {
		head := u[:len(u)-1]
		vowel := -1
		if len(head) > 0 && !IsCoda(head[len(head)-1]) {
			_, vowel = parts(head[len(head)-1])
		}
		switch int(last - firstCoda) {
		case codaL:
			add(Dropped, false, head)
			if stem == "말" {
				add(Fused, false, head) // 하지 마
			}
		case codaB:
			if irregular {
				add(Vowelled, true, head) // 자랑스런
				add(Vowelled, false, head, open(onsetNone, vU))
				add(Fused, false, head, open(onsetNone, vWO))
				add(Fused, vowel != vO, head, open(onsetNone, vWA)) // 도와, 고와; 아름다와 in old spelling
			}
		case codaD:
			if irregular {
				add(Changed, false, head, firstCoda+codaL)
			}
		case codaS:
			if irregular {
				add(Changed, false, head)
			}
		case codaH:
			if irregular {
				add(Vowelled, false, head)
			}
			if n := len(head) - 1; n >= 0 && !IsCoda(head[n]) {
				onset, _ := parts(head[n])
				switch {
				case irregular && (vowel == vA || vowel == vEO):
					add(Fused, false, head[:n], open(onset, vAE))
					add(Fused, true, head[:n], open(onset, vE)) // 퍼래 and 뻘게
				case irregular && vowel == vYA:
					add(Fused, false, head[:n], open(onset, vYAE))
				case irregular && vowel == vYEO:
					add(Fused, false, head[:n], open(onset, vYE))
				case vowel == vO:
					add(Fused, true, head[:n], open(onset, vWA)) // 놓아 → 놔
				}
			}
		}
	}
	return forms
}

// fuse adds the shapes of a stem in a vowel that hold the 어 of the ending.
func fuse(u []Unit, irregular bool, add func(State, bool, []Unit, ...Unit)) {
	n := len(u) - 1
	head := u[:n]
	onset, vowel := parts(u[n])
	switch vowel {
	case vA:
		if onset == onsetH {
			add(Fused, false, head, open(onsetH, vAE))  // 해
			add(Fused, false, u, open(onsetNone, vYEO)) // 하여
			return
		}
		add(Fused, false, u)
	case vEO, vAE, vE, vYEO, vYE, vYA, vYAE:
		add(Fused, false, u)
	case vO:
		add(Fused, false, head, open(onset, vWA))
	case vU:
		add(Fused, false, head, open(onset, vWO))
		if n == 0 {
			add(Fused, true, head, open(onset, vEO)) // 푸 → 퍼
		}
	case vI:
		add(Fused, false, head, open(onset, vYEO))
		if n == 0 && onset == onsetNone {
			add(Fused, true, head, open(onset, vYE)) // 이(었) → 옜 in old print
		}
	case vOE:
		add(Fused, false, head, open(onset, vWAE))
		add(Fused, true, u) // 됬, a common slip for 됐
	case vWAE, vWE:
		add(Fused, true, u)
	case vEU:
		if onset == onsetL && n > 0 {
			// 흐르 → 흘러, 모르 → 몰라
			if !IsCoda(head[n-1]) {
				add(Fused, false, append(append([]Unit{}, head...), firstCoda+codaL), open(onsetL, vA))
				add(Fused, false, append(append([]Unit{}, head...), firstCoda+codaL), open(onsetL, vEO))
			}
			add(Fused, !irregular, u, open(onsetL, vEO)) // 이르러
			add(Fused, true, head, open(onsetL, vA))     // 따라
			add(Fused, true, head, open(onsetL, vEO))    // 치러
			return
		}
		add(Fused, false, head, open(onset, vEO))
		if n > 0 {
			add(Fused, false, head, open(onset, vA)) // 아프 → 아파
		}
	}
}

// Ending gives the shapes of an ending by the state of what stands before it.
func Ending(form string) []Form {
	u, ok := Append(nil, form)
	if !ok || len(u) == 0 {
		return nil
	}
	var forms []Form
	add := func(after Mask, units ...Unit) {
		forms = append(forms, Form{Units: units, After: after})
	}
	first := u[0]
	switch {
	case IsCoda(first):
		add(Of(Base, Dropped, Vowelled), u...)
	case first == open(onsetNone, vEO):
		add(Of(Base, Changed), u...)
		add(Of(Base, Changed), append([]Unit{open(onsetNone, vA)}, u[1:]...)...)
		add(Of(Fused), u[1:]...)
	case first == open(onsetNone, vEU):
		add(Of(Base, Changed), u...)
		if len(u) > 1 {
			add(Of(Vowelled), u[1:]...)
		}
	default:
		after := Of(Base)
		switch onset, _ := parts(first); onset {
		case onsetN, onsetB, onsetS, onsetNone:
			after = Of(Base, Dropped, Vowelled) // 사는, 삽시다, 사신, 사오; 그러네
		case onsetL, onsetM:
			after = Of(Base, Vowelled) // 그러면
		}
		add(after, u...)
	}
	return forms
}

// PreFinal gives the shapes of a pre-final ending, which begins like an ending and ends like a stem: 시 → 셔, 었.
func PreFinal(form string) []Form {
	var forms []Form
	for _, e := range Ending(form) {
		if len(e.Units) == 0 {
			continue
		}
		forms = append(forms, Form{Units: e.Units, After: e.After, State: Base})
		if last := e.Units[len(e.Units)-1]; !IsCoda(last) {
			fuse(e.Units, false, func(s State, rare bool, head []Unit, tail ...Unit) {
				forms = append(forms, Form{Units: append(append([]Unit{}, head...), tail...), After: e.After, State: s, Rare: rare})
			})
		}
	}
	return forms
}

// Copula gives the shapes of 이/VCP, one of them empty: 친구(이)다.
func Copula() []Form {
	i := open(onsetNone, vI)
	return []Form{
		{Units: []Unit{i}, State: Base},
		{Units: []Unit{}, State: Base},
		{Units: []Unit{open(onsetNone, vYEO)}, State: Fused},
	}
}

// Word gives the one shape of a morpheme that does not change: noun, particle, adverb.
func Word(form string) []Form {
	u, ok := Append(nil, form)
	if !ok || len(u) == 0 {
		return nil
	}
	return []Form{{Units: u}}
}
