package nearest

import "testing"

func TestName(t *testing.T) {
	commands := []string{"freq", "tokenize", "kwic", "clean", "compare", "collocates", "collocations"}
	for _, c := range []struct{ typed, want string }{
		{"frq", "freq"}, {"ferq", "freq"}, {"freqq", "freq"}, {"freq", "freq"}, {"tokenise", "tokenize"}, {"kiwc", "kwic"},
		{"collocatons", "collocations"}, {"형태소", ""}, {"", ""}, {"xyz", ""}, {"grep", ""}, {"q", ""},
	} {
		if got, ok := Name(c.typed, commands); got != c.want || ok != (c.want != "") {
			t.Errorf("Name(%q) = %q, want %q", c.typed, got, c.want)
		}
	}
	if got, _ := Name("ab", []string{"ac", "bb"}); got != "ac" {
		t.Errorf("of equals %q, want the first", got)
	}
}

// Against the definition written as a recursion, on every pair of words of up to three letters over a, b, c.
func TestDistance(t *testing.T) {
	var slow func(a, b []rune) int
	slow = func(a, b []rune) int {
		if len(a) == 0 || len(b) == 0 {
			return len(a) + len(b)
		}
		i, j := len(a)-1, len(b)-1
		same := slow(a[:i], b[:j])
		if a[i] != b[j] {
			same++
		}
		d := min(slow(a[:i], b)+1, slow(a, b[:j])+1, same)
		if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
			d = min(d, slow(a[:i-1], b[:j-1])+1)
		}
		return d
	}
	words := []string{""}
	for from := 0; len(words[from]) < 3; from++ {
		for _, letter := range "abc" {
			words = append(words, words[from]+string(letter))
		}
	}
	for _, a := range words {
		for _, b := range words {
			if got, want := distance([]rune(a), []rune(b)), slow([]rune(a), []rune(b)); got != want {
				t.Errorf("distance(%q,%q) = %d, want %d", a, b, got, want)
			}
		}
	}
}
