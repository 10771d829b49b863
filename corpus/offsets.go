package corpus

import "sort"

// Map leads from offsets of a cleaned text to offsets of the decoded text and back. The zero value is that of a text
// which cleaning left alone.
//
// It is exact: every byte that cleaning took over leads to itself, and what a rule wrote in place of something leads to
// all of that. What was dropped belongs to no range of the cleaned text.
type Map struct {
	edits []edit // in order, none overlapping another
}

// edit says that the bytes [from,fromEnd) of one text became [to,toEnd) of the next; between two edits both are the same. An
// edit drops or replaces: from < fromEnd.
type edit struct{ from, fromEnd, to, toEnd int }

func (e edit) back() edit { return edit{e.to, e.toEnd, e.from, e.fromEnd} }

// Identity tells whether both texts are the same.
func (m Map) Identity() bool { return len(m.edits) == 0 }

// Decoded gives the range of the decoded text from which the range [start,end) of the cleaned text was made. What was
// dropped just before or just after the range is not in it, what was dropped within is.
func (m Map) Decoded(start, end int) (int, int) {
	return project(len(m.edits), func(i int) edit { return m.edits[i].back() }, start, end)
}

// Cleaned gives the range of the cleaned text that was made from the range [start,end) of the decoded text; an empty
// one where all of it was dropped.
func (m Map) Cleaned(start, end int) (int, int) {
	return project(len(m.edits), func(i int) edit { return m.edits[i] }, start, end)
}

// project leads the range [start,end) of the first text to the second. Each end is found through the byte beside it inside the
// range, so that edits without bytes in the first text, at the ends, stay outside.
func project(n int, at func(int) edit, start, end int) (int, int) {
	// The edits before i lie wholly before the byte at offset; edit i is the one that it lies in, if inside.
	locate := func(offset int) (i int, inside bool) {
		i = sort.Search(n, func(i int) bool { return at(i).fromEnd > offset })
		return i, i < n && at(i).from <= offset
	}
	shift := func(i, offset int) int { // of a byte between the edits i-1 and i
		if i == 0 {
			return offset
		}
		e := at(i - 1)
		return offset - e.fromEnd + e.toEnd
	}
	i, inside := locate(start)
	first := shift(i, start)
	if inside {
		first = at(i).to
	}
	if end <= start {
		return first, first
	}
	i, inside = locate(end - 1)
	if inside {
		return first, max(first, at(i).toEnd)
	}
	return first, shift(i, end)
}

// compose gives the edits that lead from the first text to the third, of those from the first to the second and those
// from the second to the third. Two that share a byte of the second text become one.
func compose(a, b []edit) []edit {
	if len(a) == 0 {
		return append([]edit(nil), b...)
	}
	if len(b) == 0 {
		return a
	}
	out := make([]edit, 0, len(a)+len(b))
	i, j := 0, 0
	toFirst, toThird := 0, 0 // what to add to an offset of the second text that lies after the last edit
	for i < len(a) || j < len(b) {
		// The next edit begins a group; a deletion of a that stands at the start of an edit of b comes before it.
		var low, high int
		if j == len(b) || (i < len(a) && (a[i].to < b[j].from || (a[i].to == b[j].from && a[i].toEnd == a[i].to))) {
			low, high = a[i].to, a[i].toEnd
		} else {
			low, high = b[j].from, b[j].fromEnd
		}
		group := edit{from: low + toFirst, to: low + toThird}
		for {
			if i < len(a) && (a[i].to < high || (a[i].to == low && a[i].toEnd == low && low == high)) {
				high = max(high, a[i].toEnd)
				toFirst = a[i].fromEnd - a[i].toEnd
				i++
				if low == high { // a deletion alone shares no byte with anything
					break
				}
			} else if j < len(b) && b[j].from < high {
				high = max(high, b[j].fromEnd)
				toThird = b[j].toEnd - b[j].fromEnd
				j++
			} else {
				break
			}
		}
		group.fromEnd, group.toEnd = high+toFirst, high+toThird
		out = append(out, group)
	}
	return out
}
