package conj

import "testing"

func TestFits(t *testing.T) {
	for _, c := range []struct {
		surface, first, last string
		want                 bool
	}{
		{"학교에", "학교", "에", true},
		{"학교에", "학원", "에", true}, // it looks no further
		{"학교에", "하교", "에", true},
		{"학교에", "해교", "에", false},
		{"학생들에게", "학습지", "에게", true},
		{"학생들에게", "하늘나라", "에게", false},
		{"학교에", "학교", "는", false},
		{"했다", "하", "다", true},
		{"토록", "하", "도록", true},
		{"갔다", "보", "다", false},
		{"불러", "부르", "어", true},
		{"발라", "부르", "어", false},
		{"서둘러", "서두르", "어", true},
		{"뭘", "무엇", "을", true},
		{"만듦", "만들", "ᆷ", true},
		{"만듭", "만들", "ᆷ", false},
		{"간", "가", "ᆫ", true},
		{"라고", "이", "라고", true},
		{"라고", "이", "란", false},
		{"뷁은", "", "은", true},
		{"뷁은", "", "는", true},
		{"뷁은", "", "도", false},
		{"가", "", "", true},
		{"가", "ᆫ가", "ㅋ", true},
	} {
		if got := Fits(c.surface, c.first, c.last); got != c.want {
			t.Errorf("%s from %q to %q: %v", c.surface, c.first, c.last, got)
		}
	}
}
