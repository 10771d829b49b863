package lattice

import (
	"slices"
	"unsafe"

	"kstat/tokenize/internal/conj"
)

// partial is a way from a node to the end, for the search of the n best: its cost so far and, by way of the best
// cost up to the node, the cost of the best way that ends so.
type partial struct {
	estimate, rest int32
	path           int32 // link of the node
}

type link struct{ node, next int32 }

// NBest calls yield with the ways in the order of their cost, at most n of them, none that costs more than slack above
// the best. It is A* from the end, whose estimate is exact, so the first way costs nothing extra.
func (l *Lattice) NBest(n int, slack int32, yield func(nodes []int32, cost int32) bool) {
	l.open, l.paths = l.open[:0], l.paths[:0]
	most := l.total + slack
	for i := l.places[len(l.units)].ends; i >= 0; i = l.Nodes[i].next {
		if nd := &l.Nodes[i]; Final(nd) {
			rest := l.P.ending(nd)
			if best := nd.best.cost() + rest; best <= most {
				l.push(partial{best, rest, l.link(i, -1)})
			}
		}
	}
	none := true
	for pops := 0; len(l.open) > 0 && n > 0 && pops < mostPops; pops++ {
		last := len(l.open) - 1
		p := l.open[last]
		l.open = l.open[:last]
		i := l.paths[p.path].node
		nd := &l.Nodes[i]
		if nd.Kind == KindStart {
			l.way = l.way[:0]
			for k := l.paths[p.path].next; k >= 0; k = l.paths[k].next {
				l.way = append(l.way, l.paths[k].node)
			}
			n--
			none = false
			if !yield(l.way, p.estimate) {
				return
			}
			continue
		}
		if len(l.open) >= n {
			most = min(most, l.open[len(l.open)-n].estimate) // each of these leads to a way that costs as much
		}
		pl := &l.places[nd.Begin]
		rest := p.rest + nd.Cost + int32(l.costs.lefts[4*int(nd.Left)+int(pl.sound)].sound)
		l.more = slices.Grow(l.more[:0], int(pl.to-pl.from)+1)
		found := l.before(l.more[:cap(l.more)], l.fronts[pl.from:pl.to], nd, i, most-rest)
		for _, m := range l.more[:found] {
			l.push(partial{m.cost + rest, m.pair + rest, l.link(m.node, p.path)})
		}
	}
	if none && n > 0 && l.last >= 0 {
		var total int32
		l.way, total = l.Best(l.way[:0])
		yield(l.way, total)
	}
}

// mostPops bounds the steps of NBest.
const mostPops = 4096

// before is a node that may stand before another.
type before struct {
	cost int32 // of the best way up to it, and of the pair
	pair int32
	node int32
}

// before writes to dst which nodes of a front may stand before node i, where that costs at most so much, and gives how many. As
// keep does, it writes each and then goes on from it or not.
func (l *Lattice) before(dst []before, fronts []front, nd *Node, i, most int32) (n int) {
	row := unsafe.Pointer(&l.costs.bigram[int(nd.Left)*l.P.Classes])
	after, barred := nd.After, uint8(0)
	if nd.Kind == KindEmpty {
		barred = 1 << KindEmpty
		if nd.State == conj.Full {
			barred |= 1 << KindStart
		}
	}
	for k := range fronts {
		f := &fronts[k]
		pair := int32(*(*int16)(unsafe.Add(row, 2*uintptr(f.right))))
		m := &dst[n]
		m.cost, m.pair, m.node = f.key.cost()+pair, pair, f.key.node()
		unfit := int32(uint8(f.state&after)) - 1 | most - m.cost | i - 1 - m.node // below 0: it is
		unfit |= -int32(barred >> (f.kind & 7) & 1)
		n += int(^uint32(unfit) >> 31)
	}
	return n
}

func (l *Lattice) link(node, next int32) int32 {
	l.paths = append(l.paths, link{node, next})
	return int32(len(l.paths) - 1)
}

// push puts a partial way among the open ones, the best of which is the last: few are open, and most that are pushed are among
// the best.
func (l *Lattice) push(p partial) {
	l.open = append(l.open, p)
	i := len(l.open) - 1
	for ; i > 0 && l.open[i-1].less(p); i-- {
		l.open[i] = l.open[i-1]
	}
	l.open[i] = p
}

func (p partial) less(q partial) bool {
	return p.estimate < q.estimate || p.estimate == q.estimate && p.path < q.path
}
