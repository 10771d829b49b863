// Package nearest finds the name that a user probably meant.
package nearest

// Name gives the candidate that takes the fewest typing errors to become name: letters left out, added, exchanged or
// swapped with a neighbour, each counted as one. ok is false when even the best is too far off to be worth a hint:
// more errors than a third of the longer word's letters, one error in short words. Of equals the first is given.
func Name(name string, candidates []string) (best string, ok bool) {
	typed := []rune(name)
	least := -1
	for _, c := range candidates {
		letters := []rune(c)
		d := distance(typed, letters)
		if d <= max(1, max(len(typed), len(letters))/3) && (least < 0 || d < least) {
			best, least = c, d
		}
	}
	return best, least >= 0
}

// distance is the optimal string alignment distance: Levenshtein's, with the swap of two neighbours as a single error.
func distance(a, b []rune) int {
	before := make([]int, len(b)+1) // the row for a[:i-2]
	above := make([]int, len(b)+1)  // for a[:i-1]
	row := make([]int, len(b)+1)    // for a[:i]
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
