package tokenize

import (
	"slices"
	"testing"
)

// split cuts a text where the tokens say that a sentence ends.
func split(text string) []string {
	var out []string
	tokens := New().Analyze(text)
	for i := 0; i < len(tokens); {
		j := i
		for j < len(tokens) && tokens[j].Sentence == tokens[i].Sentence {
			j++
		}
		out = append(out, text[tokens[i].Start:tokens[j-1].End])
		i = j
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"나는 학교에 갔다.", "그리고 집에 왔다."},
		{"“가자.”라고 그가 말했다.", "우리는 갔다."},
		{"밥 먹었어요 ㅋㅋ", "또 봐요 ㅠㅠ"},
		{"정말 재밌었습니다", "다음에 또 올게요"},
		{"3.5%가 올랐다.", "끝."},
		{"1. 서론"},
		{"2024년 1월 31일, 서울."},
		{"음…그게 뭐더라?", "모르겠다…"},
		{"좋다!!", "정말 좋다."},
		{"먹었다.그리고 잤다."},
		{"Dr. Kim은 의사다.", "Mr. 스미스도 그렇다."},
		{"J. K. Rowling의 책이다.", "George W. Bush는 No. 43이다."},
		{"12쪽이 아니라 pp. 3을 보라.", "cf. 홍길동, e.g. 김철수."},
		{"He said No.", "Then he left."},
		{"He prefers plan A.", "Then he left."},
		{"plan A.", "그리고 갔다."},
		{"We met at Apple Inc.", "그는 갔다."},
		{"그는 Dr."},
		{"그는 갔다고 했다.", "(나는 몰랐다.)", "끝이다."},
	} {
		text := ""
		for i, s := range want {
			if i > 0 {
				text += " "
			}
			text += s
		}
		if text == "먹었다.그리고 잤다." {
			want = []string{"먹었다.", "그리고 잤다."}
		}
		if got := split(text); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// A line end ends a sentence, and an empty line makes none.
func TestLineEndsEndSentences(t *testing.T) {
	if got, want := split("제목\n\n본문의 첫 문장은 길다\n둘째 줄"), []string{"제목", "본문의 첫 문장은 길다", "둘째 줄"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
