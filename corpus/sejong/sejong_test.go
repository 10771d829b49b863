package sejong

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestRecord(t *testing.T) {
	r, err := Record()
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Terms) > Entries || len(r.Terms) < Entries*9/10 || r.Tokens != Tokens {
		t.Errorf("%d terms, %d tokens", len(r.Terms), r.Tokens)
	}
	seen := make(map[string]bool, len(r.Terms))
	sum := uint64(0)
	for _, c := range r.Terms {
		if seen[c.Term] || c.Freq == 0 || !utf8.ValidString(c.Term) || !Tags.Has(c.Tag) {
			t.Fatalf("%+v", c)
		}
		seen[c.Term] = true
		sum += c.Freq
	}
	if sum != Tokens {
		t.Errorf("the counts add up to %d", sum)
	}
	// Lines of KOMORAN's dic.word.
	for term, want := range map[string]uint64{"국제선": 28, "제우스": 131, "자치단체": 1, "방방거리다": 1} {
		if i, ok := r.Find(term); !ok || r.Terms[i].Freq != want {
			t.Errorf("%s is not %d", term, want)
		}
	}
}

// Frequencies are those of the record.
func TestFrequencies(t *testing.T) {
	r, err := Record()
	if err != nil {
		t.Fatal(err)
	}
	forms, want := []string{"없는낱말", ""}, []uint64{0, 0}
	for _, c := range r.Terms {
		forms, want = append(forms, c.Term), append(want, c.Freq)
	}
	forms, want = append(forms, forms[2]), append(want, want[2]) // one that is asked for twice
	got, err := Frequencies(forms)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v; the frequencies differ from those of the record", err)
	}
}
