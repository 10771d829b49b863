package tokenize

import "testing"

// Every tag has a name in both languages.
func TestTagTitles(t *testing.T) {
	for tag := Tag(1); tag < numTags; tag++ {
		if en, ko := tag.Title(); en == "" || ko == "" {
			t.Errorf("%s: %q, %q", tag, en, ko)
		}
	}
}
