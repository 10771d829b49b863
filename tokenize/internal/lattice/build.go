package lattice

import (
	"encoding/binary"
	"slices"
)

// BuildTrie makes the double array of keys, which must be sorted, distinct and not empty; value i is the index of the first
// entry of key i. The search of a place for a node's children is first fit from a moving floor, so that building stays
// quick and the array dense.
func BuildTrie(keys [][]uint16, values []uint32) []byte {
	type span struct{ node, lo, hi, depth int }
	base := make([]uint32, 1024)
	parent := make([]uint32, 1024)
	list := make([]uint32, 1024)
	used := make([]bool, 1024)
	grow := func(n int) {
		for len(base) < n {
			base = append(base, make([]uint32, len(base))...)
			parent = append(parent, make([]uint32, len(parent))...)
			list = append(list, make([]uint32, len(list))...)
			used = append(used, make([]bool, len(used))...)
		}
	}
	used[0] = true
	floor, top := 1, 1
	var units []uint16
	var bounds []int
	stack := []span{{0, 0, len(keys), 0}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		units, bounds = units[:0], bounds[:0]
		lo := s.lo
		if lo < s.hi && len(keys[lo]) == s.depth {
			list[s.node] = values[lo] + 1
			lo++
		}
		if lo == s.hi {
			continue
		}
		for i := lo; i < s.hi; i++ {
			u := keys[i][s.depth]
			if len(units) == 0 || units[len(units)-1] != u {
				units = append(units, u)
				bounds = append(bounds, i)
			}
		}
		bounds = append(bounds, s.hi)
		grow(top + 2048)
		for used[floor] {
			floor++
		}
		b := max(1, floor-int(units[0]))
		for ; ; b++ {
			grow(b + 2048)
			free := true
			for _, u := range units {
				if used[b+int(u)] {
					free = false
					break
				}
			}
			if free {
				break
			}
		}
		base[s.node] = uint32(b)
		for i, u := range units {
			q := b + int(u)
			used[q] = true
			parent[q] = uint32(s.node + 1)
			top = max(top, q+1)
			stack = append(stack, span{q, bounds[i], bounds[i+1], s.depth + 1})
		}
	}
	if top > MaxNodes || len(keys) > MaxLists {
		panic("lattice: a trie that does not fit")
	}
	out := make([]byte, 0, top*NodeSize)
	for i := range top {
		out = binary.LittleEndian.AppendUint64(out, uint64(base[i])|uint64(parent[i])<<20|uint64(list[i])<<40)
	}
	return out
}

// SortKeys sorts keys as BuildTrie wants them and gives the order of the old places.
func SortKeys(keys [][]uint16) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return slices.Compare(keys[a], keys[b]) })
	return order
}
