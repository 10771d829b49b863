package choose

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"kstat/tokenize/internal/model"
)

// What a pair scores is the product of its vectors with those of the words beside it and what is added for a word, each side bounded, and
// less a margin; two readings the other way round score the opposite, and what is not known scores nothing.
func TestBeside(t *testing.T) {
	const scale = 1. / 4096
	r := rand.New(rand.NewPCG(5, 6))
	vector := func() []int8 {
		v := make([]int8, BesideDim)
		for i := range v {
			v[i] = int8(r.IntN(255) - 127)
		}
		return v
	}
	type pair struct{ first, second uint32 }
	type sides struct {
		left, right           []int8
		addedLeft, addedRight map[uint32]int8
	}
	b := BesideVectors{Scale: 1 << 20 * scale}
	pairs := map[pair]sides{}
	words := [5]map[uint32][]int8{{}, {}, {}, {}, {}}
	add := [5]func(uint32, []int8){b.AddFirst, b.AddLast, b.AddAfter,
		func(tag uint32, v []int8) { b.AddAlone(uint8(tag), v) }, func(tag uint32, v []int8) { b.AddTag(uint8(tag), v) }}
	for range 300 {
		p := pair{r.Uint32(), r.Uint32()}
		pairs[p] = sides{vector(), vector(), map[uint32]int8{}, map[uint32]int8{}}
		b.AddPair(p.first, p.second, pairs[p].left, pairs[p].right)
		for place := range add {
			w, v := r.Uint32(), vector()
			if place > 2 {
				w = r.Uint32N(100)
			}
			if words[place][w] == nil {
				words[place][w] = v
				add[place](w, v)
			}
		}
	}
	for p, v := range pairs {
		for w := range words[0] {
			if r.IntN(4) == 0 {
				v.addedLeft[w] = int8(r.IntN(255) - 127)
				b.AddLeft(p.first, p.second, w, v.addedLeft[w])
			}
		}
		for w := range words[2] {
			if r.IntN(4) == 0 {
				v.addedRight[w] = int8(r.IntN(255) - 127)
				b.AddRight(p.first, p.second, w, v.addedRight[w])
			}
		}
	}
	f, err := model.Open(string(model.Build(map[model.Section][]byte{model.Beside: b.Section()})))
	if err != nil {
		t.Fatal(err)
	}
	if !VerifyBeside(f) {
		t.Fatal("the section is not as it should be")
	}
	beside := NewBeside(f)
	some := func(place int) uint32 { // one that is known, or one that is not
		for w := range words[place] {
			if r.IntN(len(words[place])) == 0 {
				return w
			}
		}
		return r.Uint32()
	}
	product := func(a, b []int8) (sum float64) {
		for i := range a {
			if len(b) > 0 {
				sum += float64(a[i]) * float64(b[i])
			}
		}
		return sum
	}
	bounded := func(x float64, added int8) float64 {
		return max(-mostBeside, min(mostBeside, math.Floor(x*scale*model.WeightScale)+float64(added)*model.WeightScale/16))
	}
	strangers := 0
	for p, v := range pairs {
		number := beside.Pair(p.first, p.second)
		if number == 0 || beside.Pair(p.second, p.first) != -number {
			t.Fatalf("pair %v has number %d, the other way round %d", p, number, beside.Pair(p.second, p.first))
		}
		if n := beside.Pair(p.first, p.second^1); n != 0 {
			t.Errorf("a pair that is not known has number %d", n)
		}
		l1, spaced := View{First: some(0), Last: some(1), Tail: uint8(r.IntN(120))}, r.IntN(4) > 0
		if r.IntN(4) == 0 {
			l1.Last = l1.First
		}
		r1 := View{First: some(2), Head: uint8(r.IntN(120)), Spaced: r.IntN(4) > 0}
		if r.IntN(4) == 0 {
			r1.Head = markHead
		}
		var n Neighbours
		var c Context
		c.Set([]View{l1}, &r1, &Boundary, spaced)
		n.Set(&beside, &c)
		left, right := 0., 0.
		if spaced {
			left = product(v.left, words[0][l1.First])
			if l1.First != l1.Last {
				left += product(v.left, words[1][l1.Last])
			} else {
				left += product(v.left, words[3][uint32(l1.Tail)])
			}
		}
		if r1.Spaced || r1.Head == markHead {
			right = product(v.right, words[2][r1.First])
			if words[2][r1.First] == nil {
				right = product(v.right, words[4][uint32(r1.Head)])
			}
		}
		sign := int8(1)
		if p.first > p.second {
			sign = -1 // so it is stored, and rounded
		}
		want := int32(0)
		if spaced {
			want += int32(bounded(float64(sign)*left, sign*v.addedLeft[l1.First]))
		}
		if n.r1 != 0 {
			want += int32(bounded(float64(sign)*right, sign*v.addedRight[r1.First]))
		}
		want *= int32(sign)
		switch {
		case want > leastBeside:
			want -= leastBeside
		case want < -leastBeside:
			want += leastBeside
		default:
			want = 0
		}
		if beside.Score(number, &n) != want {
			strangers++ // one in 2,000 words is taken for another: 40,000 are added here in 4,096 lists, and told apart by 16 bits
			continue
		}
		if got := beside.Score(-number, &n); got != -want {
			t.Errorf("pair %v the other way round scores %d, not %d", p, got, -want)
		}
	}
	if strangers > 3 {
		t.Errorf("%d of %d pairs have another score", strangers, len(pairs))
	}
}

// A section whose tables do not fit it, or whose keys are not where its head says, is found out.
func TestVerifyBeside(t *testing.T) {
	b := BesideVectors{Scale: 1}
	v := make([]int8, BesideDim)
	for i := range uint32(40) {
		b.AddFirst(i*i, v)
		b.AddPair(i, i*i, v, v)
		b.AddLeft(i, i*i, 7*i, 1)
	}
	good := b.Section()
	sound := func(section []byte) bool {
		f, err := model.Open(string(model.Build(map[model.Section][]byte{model.Beside: section})))
		if err != nil {
			t.Fatal(err)
		}
		if sound := VerifyBeside(f); sound {
			return true
		}
		if b := NewBeside(f); b.Pair(1, 2) != 0 {
			t.Error("a pair is read from a section that is not sound")
		}
		return false
	}
	if !sound(good) || !sound(nil) {
		t.Error("a sound section, or none, is refused")
	}
	for n := range good {
		if n > 0 && sound(good[:n]) {
			t.Fatalf("%d bytes of %d are taken for a section", n, len(good))
		}
	}
	if sound(slices.Concat(good, []byte{0})) {
		t.Error("a byte too many is not found")
	}
	for i := len(good) - 3*40 - addedHead; i < len(good)-3*40; i++ { // the head of what is added
		bad := slices.Clone(good)
		if bad[i] ^= 0x40; sound(bad) {
			t.Errorf("byte %d may be another", i)
		}
	}
	const heads = 4 + keyedHead
	for i := 4; i < heads+40*keySize; i++ { // the head and the keys of the words
		bad := slices.Clone(good)
		bad[i] ^= 0x10
		if i < heads || i%keySize == 3 { // a key's upper byte, or what says where it is
			if sound(bad) {
				t.Errorf("byte %d may be another", i)
			}
		}
	}
}
