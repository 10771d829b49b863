package conj

import (
	"slices"
	"strings"
	"testing"
)

// surface writes units as syllables; it is how a reader sees them.
func surface(u []Unit) string {
	var b strings.Builder
	for i := 0; i < len(u); {
		if IsCoda(u[i]) {
			b.WriteRune(rune(0x11A7 + int(u[i]-firstCoda)))
			i++
			continue
		}
		s := int(u[i]-1) * codas
		i++
		if i < len(u) && IsCoda(u[i]) {
			c := int(u[i] - firstCoda)
			i++
			if c == codaL && i < len(u) && IsCoda(u[i]) {
				c = codaLM
				i++
			}
			s += c
		}
		b.WriteRune(rune(syllableBase + s))
	}
	return b.String()
}

// Every syllable is written back from its units, on its own and beside another.
func TestUnitsOfAllSyllables(t *testing.T) {
	for s := range syllableCount {
		text := string(rune(syllableBase+s)) + "가"
		u, ok := Append(nil, text)
		if !ok || surface(u) != text {
			t.Fatalf("%s becomes %v, which reads %s", text, u, surface(u))
		}
	}
	for _, text := range []string{"a", "가b", "ㅋ", "漢", "가 나"} {
		if _, ok := Append(nil, text); ok {
			t.Errorf("%q is taken for Hangul", text)
		}
	}
}

// meet gives all that stem and ending can be together.
func meet(stem, ending []Form) []string {
	var out []string
	for _, s := range stem {
		for _, e := range ending {
			if e.After.Has(s.State) {
				out = append(out, surface(append(slices.Clone(s.Units), e.Units...)))
			}
		}
	}
	return out
}

// The conjugations of each class, after 한글 맞춤법 (1988) sections 15 to 20 and 34 to 40.
func TestConjugation(t *testing.T) {
	for _, c := range []struct {
		stem      string
		irregular bool
		ending    string
		want      string
	}{
		{"먹", false, "어", "먹어"}, {"받", false, "어", "받아"}, {"먹", false, "은", "먹은"}, {"먹", false, "고", "먹고"},
		{"가", false, "어", "가"}, {"가", false, "ᆫ다", "간다"}, {"가", false, "ᆯ", "갈"}, {"가", false, "ᆸ니다", "갑니다"}, {"가", false, "ᆷ", "감"},
		{"오", false, "어서", "와서"}, {"주", false, "어", "줘"}, {"주", false, "어", "주어"}, {"마시", false, "어", "마셔"}, {"마시", false, "어도", "마시어도"},
		{"되", false, "어", "돼"}, {"되", false, "어", "되어"}, {"쓰", false, "어", "써"}, {"아프", false, "어", "아파"}, {"기쁘", false, "어서", "기뻐서"},
		{"하", false, "어", "해"}, {"하", false, "어서", "하여서"}, {"하", false, "ᆫ", "한"},
		{"모르", false, "어", "몰라"}, {"흐르", false, "어서", "흘러서"}, {"따르", false, "어", "따라"}, {"치르", false, "어", "치러"}, {"이르", true, "어", "이르러"},
		{"걷", true, "어서", "걸어서"}, {"걷", true, "은", "걸은"}, {"걷", true, "고", "걷고"}, {"짓", true, "어", "지어"}, {"짓", true, "은", "지은"},
		{"덥", true, "어", "더워"}, {"덥", true, "은", "더운"}, {"덥", true, "으면", "더우면"}, {"돕", true, "어", "도와"}, {"아름답", true, "은", "아름다운"}, {"자랑스럽", true, "ᆫ", "자랑스런"},
		{"그렇", true, "어서", "그래서"}, {"그렇", true, "ᆫ", "그런"}, {"하얗", true, "어", "하얘"}, {"파랗", true, "어", "파래"}, {"좋", false, "어", "좋아"}, {"놓", false, "어", "놔"},
		{"살", false, "는", "사는"}, {"살", false, "ᆸ니다", "삽니다"}, {"살", false, "ᆯ", "살"}, {"만들", false, "ᆷ", "만듦"}, {"살", false, "면", "살면"}, {"말", false, "어", "마"},
		{"푸", false, "어", "퍼"}, {"뛰", false, "어", "뛰어"}, {"보이", false, "어", "보여"},
	} {
		if got := meet(Stem(c.stem, c.irregular), Ending(c.ending)); !slices.Contains(got, c.want) {
			t.Errorf("%s + %s (irregular %t) gives %v, not %s", c.stem, c.ending, c.irregular, got, c.want)
		}
	}
	for _, c := range []struct{ stem, before, want string }{
		{"가", "었", "갔"}, {"오", "었", "왔"}, {"하", "었", "했"}, {"하", "었", "하였"}, {"먹", "었", "먹었"}, {"되", "었", "됐"}, {"되", "었", "됬"}, {"가", "시", "가시"}, {"살", "시", "사시"},
	} {
		if got := meet(Stem(c.stem, false), PreFinal(c.before)); !slices.Contains(got, c.want) {
			t.Errorf("%s + %s gives %v, not %s", c.stem, c.before, got, c.want)
		}
	}
	if got := meet(PreFinal("시"), PreFinal("었")); !slices.Contains(got, "셨") {
		t.Errorf("시 + 었 gives %v, not 셨", got)
	}
	if got := meet(Copula(), PreFinal("었")); !slices.Contains(got, "이었") || !slices.Contains(got, "였") {
		t.Errorf("이 + 었 gives %v, not 이었 and 였", got)
	}
}

// What Korean does not do.
func TestConjugationForbids(t *testing.T) {
	for _, c := range []struct {
		stem      string
		irregular bool
		ending    string
		never     string
	}{
		{"걷", false, "어", "걸어"}, {"입", false, "어", "이워"}, {"살", false, "고", "사고"}, {"짓", true, "고", "지고"}, {"덥", true, "고", "더우고"},
	} {
		if got := meet(Stem(c.stem, c.irregular), Ending(c.ending)); slices.Contains(got, c.never) {
			t.Errorf("%s + %s gives %s", c.stem, c.ending, c.never)
		}
	}
}

// A stem is always there as the dictionary has it, and no shape is empty.
func TestStemOfAllSyllables(t *testing.T) {
	for s := range syllableCount {
		stem := string(rune(syllableBase + s))
		for _, irregular := range []bool{false, true} {
			forms := Stem(stem, irregular)
			if len(forms) == 0 || surface(forms[0].Units) != stem || forms[0].State != Base {
				t.Fatalf("%s begins with %v", stem, forms)
			}
			for _, f := range forms {
				if len(f.Units) == 0 || f.State == Full {
					t.Fatalf("%s has the shape %v", stem, f)
				}
			}
		}
	}
}
