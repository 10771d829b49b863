package lattice

import (
	"encoding/binary"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/FastFilter/xorfilter"

	"kstat/tokenize/internal/conj"
)

// toy makes a lexicon of short words over few syllables, with random costs and states, so that many ways lead through
// any text.
func toy(r *rand.Rand, items int) (*Lexicon, *Params) {
	const classes = 6
	syllables := []string{"가", "간", "나", "다"}
	type shape struct {
		units []uint16
		e     Entry
	}
	var shapes []shape
	for item := range items {
		word := ""
		for range 1 + r.IntN(3) {
			word += syllables[r.IntN(len(syllables))]
		}
		u, _ := conj.Append(nil, word)
		if r.IntN(4) == 0 {
			u = u[:len(u)-1] // a stem without its coda, or shorter
		}
		if r.IntN(5) == 0 {
			u = append([]uint16{403}, u...) // an ending that begins with ㄴ
		}
		if len(u) == 0 {
			continue
		}
		flags := uint8(r.IntN(2)) * FlagRare
		if !conj.IsCoda(u[0]) {
			flags |= uint8(r.IntN(2)) * FlagWord
		}
		class := uint16(1 + r.IntN(classes-2))
		after := conj.Of(conj.Full)
		if r.IntN(3) == 0 {
			after = conj.Of(conj.Base, conj.Fused)
		}
		shapes = append(shapes, shape{u, Entry{Item: uint32(item), Left: class, Right: class, Cost: int16(r.IntN(2000)), After: uint8(after), State: uint8(r.IntN(2)) * uint8(1+r.IntN(5)), Flags: flags}})
	}
	slices.SortStableFunc(shapes, func(a, b shape) int { return slices.Compare(a.units, b.units) })
	var keys [][]uint16
	var values []uint32
	var entries []byte
	for i, s := range shapes {
		if i == 0 || !slices.Equal(s.units, shapes[i-1].units) {
			keys, values = append(keys, s.units), append(values, uint32(i))
		}
		if i+1 == len(shapes) || !slices.Equal(s.units, shapes[i+1].units) {
			s.e.Flags |= FlagLast
		}
		entries = AppendEntry(entries, s.e)
	}
	random := func(n, most int) []byte {
		var b []byte
		for range n {
			b = binary.LittleEndian.AppendUint16(b, uint16(r.IntN(most)))
		}
		return b
	}
	p := &Params{Classes: classes, Bigram: random(classes*classes, 1500), Sound: random(3*classes, 300), End: classes - 1,
		Empty:   []Entry{{Item: 100, Left: 2, Right: 2, Cost: 50, After: uint8(conj.Of(conj.Fused)), State: uint8(conj.Full)}, {Item: 101, Left: 3, Right: 3, Cost: 70, After: uint8(conj.Of(conj.Full)), State: uint8(conj.Base)}},
		Unknown: []Entry{{Item: 1, Left: 1, Right: 1}}, UnkLen: random(MaxUnknown+1, 3000), UnkFirst: make([]byte, 11172), UnkLast: make([]byte, 11172), Chars: make([]byte, CharPairs), Rare: 90}
	return &Lexicon{Trie: BuildTrie(keys, values), Entries: entries}, p
}

// all gives the cost of every way through a lattice, by trying each node after each other: the slow, obvious twin.
func all(l *Lattice) []int32 {
	var costs []int32
	end := int32(len(l.units))
	var walk func(i int32, cost int32)
	walk = func(i int32, cost int32) {
		n := &l.Nodes[i]
		if n.End == end && Final(n) {
			costs = append(costs, cost+l.P.ending(n))
		}
		for j := range l.Nodes {
			m := &l.Nodes[j]
			if int32(j) <= i || m.Begin != n.End || m.Kind == KindStart || !Follows(n, m) {
				continue
			}
			c := cost + m.Cost + int16At(l.P.Bigram, int(m.Left)*l.P.Classes+int(n.Right))
			if m.Begin > 0 {
				c += int16At(l.P.Sound, int(m.Left)*3+int(conj.SoundOf(l.units[m.Begin-1])))
			}
			walk(int32(j), c)
		}
	}
	walk(0, 0)
	slices.Sort(costs)
	return costs
}

// made is what a node is made of, and what the best way up to it costs.
type made struct {
	begin, end  int32
	kind        uint8
	item        uint32
	left, right uint16
	after       conj.Mask
	state       conj.State
	cost, best  int32
}

// allMade gives what a run should have nodes of, place by place, each item tried behind each: the slow, obvious twin. It does
// without what syllables cost in unknown words.
func allMade(lex *Lexicon, p *Params, text string, left uint8, own map[string]int32) map[made]int {
	units, _ := conj.Append(nil, text)
	type node struct {
		made
		start bool
	}
	var begins []int32 // of the syllables, and the end
	for i, u := range units {
		if !conj.IsCoda(u) {
			begins = append(begins, int32(i))
		}
	}
	begins = append(begins, int32(len(units)))
	syllableAt := func(place int32) int { return slices.Index(begins, place) }
	ends := make([][]node, len(units)+1)
	ends[0] = []node{{made{kind: KindStart, right: uint16(p.Start + int(left))}, true}}
	words := map[[2]int32]bool{} // from where to where the lexicon has words
	put := func(at int32, m made) (n node, ok bool) {
		m.begin, m.best = at, inf
		for _, b := range ends[at] {
			if !m.after.Has(b.state) || m.kind == KindEmpty && (b.kind == KindEmpty || b.start && m.state == conj.Full) {
				continue
			}
			c := b.best + m.cost + int16At(p.Bigram, int(m.left)*p.Classes+int(b.right))
			if at > 0 {
				c += int16At(p.Sound, int(m.left)*3+int(conj.SoundOf(units[at-1])))
			}
			m.best = min(m.best, c)
		}
		return node{made: m}, m.best < inf/2
	}
	for at := int32(0); int(at) <= len(units); at++ {
		for k := range ends[at] {
			n := &ends[at][k]
			if n.kind != KindUnknown {
				continue
			}
			from, to := syllableAt(n.begin), syllableAt(at)
			two, more := false, false
			for i := from + 1; i < to; i++ {
				if words[[2]int32{begins[i], at}] {
					two, more = two || to-i == 2, more || to-i > 2
				}
			}
			cost := int32(0)
			switch {
			case more:
				cost = engulfsMore
			case two && to-from >= 4:
				cost = engulfsTwo
			}
			n.cost, n.best = n.cost+cost, n.best+cost
		}
		var empty []node
		for _, e := range p.Empty {
			closed := at > 0 && (conj.SoundOf(units[at-1]) == conj.Closed || conj.SoundOf(units[at-1]) == conj.Liquid)
			if conj.Mask(e.After).Has(conj.Full) && closed {
				continue // the copula vanishes after a vowel only
			}
			if n, ok := put(at, made{end: at, kind: KindEmpty, item: e.Item, left: e.Left, right: e.Right, after: conj.Mask(e.After), state: conj.State(e.State), cost: int32(e.Cost)}); ok {
				empty = append(empty, n)
			}
		}
		ends[at] = append(ends[at], empty...)
		if len(ends[at]) == 0 {
			continue
		}
		node := uint32(Root)
		for to := at; int(to) < len(units); {
			var ok bool
			if node, ok = lex.Next(node, units[to]); !ok {
				break
			}
			to++
			i, listed := lex.First(node)
			if from, until := syllableAt(at), syllableAt(to); from >= 0 && until >= 0 && own[text[3*from:3*until]] == Hidden {
				listed = false
			}
			for ; listed; i++ {
				e := lex.Entry(i)
				cost := int32(e.Cost)
				if e.Flags&FlagRare != 0 {
					cost += p.Rare
				}
				if e.Flags&FlagWord != 0 {
					words[[2]int32{at, to}] = true
					if from, until := syllableAt(at), syllableAt(to); from >= 0 && until >= 0 {
						cost -= own[text[3*from:3*until]]
					}
				}
				if n, ok := put(at, made{end: to, item: e.Item, left: e.Left, right: e.Right, after: conj.Mask(e.After), state: conj.State(e.State), cost: cost}); ok {
					ends[to] = append(ends[to], n)
				}
				listed = e.Flags&FlagLast == 0
			}
		}
		if from := syllableAt(at); from >= 0 && int(at) < len(units) {
			for k, u := range p.Unknown {
				head := int32(0)
				for n := 1; n <= MaxUnknown && from+n < len(begins); n++ {
					to := begins[from+n]
					if n > 3 && words[[2]int32{at, begins[from+2]}] || n > 3 && words[[2]int32{at, begins[from+n-1]}] {
						head = engulfsHead
					}
					if words[[2]int32{at, to}] {
						continue
					}
					cost := int16At(p.UnkLen, k*(MaxUnknown+1)+n) + head
					if o := own[text[3*from:3*(from+n)]]; o != Hidden {
						cost -= o
					}
					if n, ok := put(at, made{end: to, kind: KindUnknown, item: uint32(k), left: u.Left, right: u.Right, after: conj.Of(conj.Full), cost: cost}); ok {
						ends[to] = append(ends[to], n)
					}
				}
			}
		}
	}
	all := map[made]int{}
	for _, nodes := range ends {
		for _, n := range nodes {
			if !n.start {
				all[n.made]++
			}
		}
	}
	return all
}

// A lattice has nodes of whatever can stand anywhere, with the costs of the best ways there, and no others; with so many items
// that they are not all looked at together, words that the text is known to have or the lexicon is to lack, and unknown words that
// begin or end as known ones.
func TestNodes(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	engulfed, headed := 0, 0
	for i := range 30 {
		lex, p := toy(r, []int{20, 400}[i%2])
		p.Unknown = append(p.Unknown, Entry{Item: 2, Left: 2, Right: 2})
		p.UnkLen = append(p.UnkLen, p.UnkLen...)
		p.UnkFirst, p.UnkLast = make([]byte, 2*Edge), make([]byte, 2*Edge)
		l := &Lattice{Lex: lex, P: p}
		for k := range 20 {
			text := ""
			for range 1 + r.IntN(9) {
				text += []string{"가", "간", "나", "다", "라"}[r.IntN(5)]
			}
			l.Own = nil
			switch k % 3 {
			case 0:
				l.Own = map[string]int32{text[:3]: 300, text[:len(text)/6*3]: 500}
			case 1:
				l.Own = map[string]int32{text[:3]: Hidden, text[:len(text)/6*3]: Hidden}
			}
			l.Set(text, 0)
			got := map[made]int{}
			for place := range l.places {
				for i := l.EndsAt(int32(place)); i >= 0; i = l.Next(i) {
					n := &l.Nodes[i]
					if n.Kind == KindStart {
						continue
					}
					got[made{n.Begin, n.End, n.Kind, n.Item, n.Left, n.Right, n.After, n.State, n.Cost, n.best.cost()}]++
					if n.Kind == KindUnknown {
						switch over := n.Cost - int16At(p.UnkLen, int(n.Item)*(MaxUnknown+1)+l.length(n)); {
						case over == engulfsMore:
							engulfed++
						case over == engulfsHead+engulfsMore:
							headed++
						}
					}
				}
			}
			if want := allMade(lex, p, text, 0, l.Own); !maps.Equal(got, want) {
				t.Fatalf("%s:\n got %v\nwant %v", text, got, want)
			}
		}
	}
	if engulfed == 0 || headed == 0 {
		t.Errorf("%d unknown words end as a known one does, %d begin so as well", engulfed, headed)
	}
}

// length gives how many syllables a node covers.
func (l *Lattice) length(n *Node) int {
	return int(l.places[n.End].before - l.places[n.Begin].before)
}

// The best way costs what the cheapest of all ways costs, and the n best are the n cheapest in their order.
func TestBestOfAllWays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		lex, p := toy(r, 30)
		l := &Lattice{Lex: lex, P: p}
		for range 20 {
			text := ""
			for range 1 + r.IntN(4) {
				text += []string{"가", "간", "나", "다", "라"}[r.IntN(5)]
			}
			found := l.Set(text, 0)
			want := all(l)
			if found != (len(want) > 0) {
				t.Fatalf("%s: found %t, there are %d ways", text, found, len(want))
			}
			if !found {
				continue
			}
			if _, cost := l.Best(nil); cost != want[0] {
				t.Fatalf("%s: best costs %d, the cheapest way %d", text, cost, want[0])
			}
			var got []int32
			l.NBest(10, 1<<28, func(_ []int32, cost int32) bool {
				got = append(got, cost)
				return true
			})
			if !slices.Equal(got, want[:min(10, len(want))]) {
				t.Fatalf("%s: ten best cost %v, want %v", text, got, want[:min(10, len(want))])
			}
		}
	}
}

// The best way is given where millions cost as much, if not as many more as are asked for.
func TestManyWaysThatCostTheSame(t *testing.T) {
	lex, p := toy(rand.New(rand.NewPCG(3, 4)), 0)
	u, _ := conj.Append(nil, "가")
	entries := []byte(nil)
	for item := range 3 {
		flags := FlagLast * uint8(item/2)
		entries = AppendEntry(entries, Entry{Item: uint32(item), Left: 1, Right: 1, After: uint8(conj.Of(conj.Full)), State: uint8(conj.Full), Flags: flags})
	}
	lex.Trie, lex.Entries = BuildTrie([][]uint16{u}, []uint32{0}), entries
	clear(p.Bigram)
	clear(p.Sound)
	for i := range MaxUnknown + 1 {
		binary.LittleEndian.PutUint16(p.UnkLen[2*i:], 3000) // so that no way is a short one
	}
	l := &Lattice{Lex: lex, P: p}
	for _, length := range []int{1, 5, 14} {
		if !l.Set(strings.Repeat("가", length), 0) {
			t.Fatal("no way leads through")
		}
		for _, n := range []int{1, 6, 100} {
			found, last := 0, int32(0)
			l.NBest(n, Scale, func(nodes []int32, cost int32) bool {
				if found == 0 && cost != 0 || cost < last || len(nodes) == 0 {
					t.Errorf("way %d of %d has %d nodes and costs %d", found, n, len(nodes), cost)
				}
				found, last = found+1, cost
				return true
			})
			if found < 1 || found > n {
				t.Errorf("%d syllables: %d ways in place of %d", length, found, n)
			}
		}
	}
}

// A lattice that keeps what it found for the beginning of the last run gives the same ways as one that begins anew, in
// whatever order the runs come.
func TestReuse(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		lex, p := toy(r, 30)
		anew, kept := &Lattice{Lex: lex, P: p}, &Lattice{Lex: lex, P: p, Reuse: true}
		var texts []string
		for range 40 {
			text := ""
			for range 1 + r.IntN(5) {
				text += []string{"가", "간", "나", "다", "라"}[r.IntN(5)]
			}
			texts = append(texts, text)
		}
		slices.Sort(texts[:30])
		ways := func(l *Lattice) (out []int32) {
			l.NBest(10, 1<<28, func(nodes []int32, cost int32) bool {
				out = append(out, cost)
				for _, i := range nodes {
					n := &l.Nodes[i]
					first, last := l.Syllables(n)
					out = append(out, int32(n.Item), n.Begin, n.End, int32(first), int32(last))
				}
				return true
			})
			return out
		}
		for i, text := range texts {
			left := uint8(i / 20 % 2)
			kept.Own, anew.Own = nil, nil
			if i%7 == 6 {
				own := map[string]int32{text[:3]: 300}
				kept.Own, anew.Own = own, own
			}
			if a, b := anew.Set(text, left), kept.Set(text, left); a != b {
				t.Fatalf("%s: a way is there: %t anew, %t kept", text, a, b)
			}
			if a, b := ways(anew), ways(kept); !slices.Equal(a, b) {
				t.Fatalf("%s:\nanew %v\nkept %v", text, a, b)
			}
		}
	}
}

// The trie finds every key and nothing else.
func TestTrie(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var keys [][]uint16
	for range 3000 {
		k := make([]uint16, 1+r.IntN(5))
		for i := range k {
			k[i] = uint16(1 + r.IntN(40)*10)
		}
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b []uint16) int { return slices.Compare(a, b) })
	keys = slices.CompactFunc(keys, func(a, b []uint16) bool { return slices.Equal(a, b) })
	values := make([]uint32, len(keys))
	for i := range values {
		values[i] = uint32(i)
	}
	l := &Lexicon{Trie: BuildTrie(keys, values)}
	find := func(k []uint16) (uint32, bool) {
		node := uint32(Root)
		for _, u := range k {
			var ok bool
			if node, ok = l.Next(node, u); !ok {
				return 0, false
			}
		}
		return l.First(node)
	}
	for i, k := range keys {
		if v, ok := find(k); !ok || v != uint32(i) {
			t.Fatalf("key %v has value %d (%t), not %d", k, v, ok, i)
		}
		for u := range uint16(conj.NumUnits) {
			longer := append(slices.Clone(k), u)
			_, there := slices.BinarySearchFunc(keys, longer, func(a, b []uint16) int { return slices.Compare(a, b) })
			if _, ok := find(longer); ok != there && u > 0 {
				t.Fatalf("key %v: found %t, there %t", longer, ok, there)
			}
		}
	}
}

// An unknown word of the class of names costs what its syllables tell more than it would, and no other word does, whether the
// lattice begins anew or goes on from the last run.
func TestNames(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	lex, p := toy(r, 30)
	p.Unknown = append(p.Unknown, Entry{Item: 2, Left: 2, Right: 2})
	p.UnkLen = append(p.UnkLen, p.UnkLen...)
	p.UnkFirst, p.UnkLast = make([]byte, 2*Edge), make([]byte, 2*Edge)
	named := &Params{Classes: p.Classes, Bigram: p.Bigram, Sound: p.Sound, End: p.End, Empty: p.Empty, Unknown: p.Unknown,
		UnkLen: p.UnkLen, UnkFirst: p.UnkFirst, UnkLast: p.UnkLast, Chars: p.Chars, NameClass: 1, Names: make([]byte, NamesSize)}
	for i := range named.Names {
		named.Names[i] = byte(r.Uint32())
	}
	told := func(word string) (cost int32) {
		syllables := []rune(word)
		n := len(syllables)
		for i, s := range syllables {
			table := NameMiddle
			switch {
			case n < 3:
				return 0
			case n == 3:
				table = Name3First + i
			case i == 0:
				table = NameFirst
			case i == n-1:
				table = NameLast
			}
			cost += 16 * int32(int8(named.Names[table*Edge+int(s-'가')]))
		}
		return max(-6*Scale, min(6*Scale, cost))
	}
	without, with := &Lattice{Lex: lex, P: p}, &Lattice{Lex: lex, P: named, Reuse: true}
	seen := map[int]int{}
	for _, text := range []string{"라라", "라라간라", "라라라", "라라라간", "라라라라라라", "라라마", "마바사", "마바사아자차카타"} {
		got := with.unknownWords(text)
		for w, want := range without.unknownWords(text) {
			if w.class == 1 {
				seen[len(w.text)/3]++
				want.cost += told(w.text)
			}
			if got[w] != want {
				t.Errorf("%s: the unknown word %s of class %d is %v, not %v", text, w.text, w.class, got[w], want)
			}
		}
	}
	for n := 2; n <= MaxUnknown; n++ {
		if seen[n] == 0 {
			t.Errorf("no word of %d syllables", n)
		}
	}
}

// An unknown word of the class of names that the gazetteer lists costs what is said of its length and no more; it is
// marked, and all else costs what it would.
func TestListed(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	lex, p := toy(r, 30)
	p.Unknown = append(p.Unknown, Entry{Item: 2, Left: 2, Right: 2})
	p.UnkLen = append(p.UnkLen, p.UnkLen...)
	p.UnkFirst, p.UnkLast = make([]byte, 2*Edge), make([]byte, 2*Edge)
	names := map[string]bool{"라라": true, "라라간": true, "마바사": true, "간라라라": true, "마바사아자차카타": true}
	var hashes []uint64
	for n := range names {
		h := NameHash(0)
		for _, s := range n {
			h = h.Next(int32(s - '가'))
		}
		hashes = append(hashes, uint64(h))
	}
	gazetteer, err := xorfilter.NewBinaryFuse[uint8](hashes)
	if err != nil {
		t.Fatal(err)
	}
	listed := &Params{Classes: p.Classes, Bigram: p.Bigram, Sound: p.Sound, End: p.End, Empty: p.Empty, Unknown: p.Unknown,
		UnkLen: p.UnkLen, UnkFirst: p.UnkFirst, UnkLast: p.UnkLast, Chars: p.Chars, NameClass: 1, Gazetteer: gazetteer}
	for n := range MaxUnknown + 1 {
		listed.Listed = binary.LittleEndian.AppendUint16(listed.Listed, uint16(int16(-100*n-300)))
	}
	seen := map[string]bool{}
	for _, text := range []string{"라라간라라라", "나라라", "마바사", "가마바사", "마바사아자차카타"} {
		got := (&Lattice{Lex: lex, P: listed}).unknownWords(text)
		for w, want := range (&Lattice{Lex: lex, P: p}).unknownWords(text) {
			if n := len(w.text) / 3; w.class == 1 && names[w.text] {
				seen[w.text] = true
				want = foundWord{max(-int32(100*n+300), want.cost-MostListed), true}
			}
			if got[w] != want {
				t.Errorf("%s: the unknown word %s of class %d is %v, not %v", text, w.text, w.class, got[w], want)
			}
		}
	}
	if len(seen) < 4 {
		t.Errorf("only %v were met", seen)
	}
}

// unknownWord is a word that the lexicon lacks, of a class, and foundWord what a lattice has it at.
type unknownWord struct {
	text  string
	class uint32
}

type foundWord struct {
	cost   int32
	marked bool // as one that the gazetteer lists
}

// unknownWords gives the unknown words of the lattice of a text.
func (l *Lattice) unknownWords(text string) map[unknownWord]foundWord {
	l.Set(text, 0)
	m := map[unknownWord]foundWord{}
	for place := range l.places {
		for i := l.EndsAt(int32(place)); i >= 0; i = l.Next(i) {
			if n := &l.Nodes[i]; n.Kind == KindUnknown {
				m[unknownWord{text[3*l.places[n.Begin].before : 3*l.places[n.End].before], n.Item}] = foundWord{n.Cost, n.Flags&FlagListed != 0}
			}
		}
	}
	return m
}
