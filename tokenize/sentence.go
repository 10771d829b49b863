package tokenize

// numberSentences numbers the sentences of a line's tokens, from the given one on, and gives the number of the next.
//
// A sentence ends behind . ? ! … or behind a final ending, with what clings to it: 요, closing brackets and quotes,
// ㅋㅋ and emoji; the point of Dr. ends none. It goes on where the next morpheme is written to it and could not begin a sentence: a particle, an
// ending or the copula, as in “가자.”라고.
func numberSentences(tokens []Token, text string, sentence int) int {
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		t.Sentence = sentence
		if t.Tag != SF && t.Tag != SE && t.Tag != EF {
			continue
		}
		if t.Tag == SF && i > 0 && tokens[i-1].Tag == SN && tokens[i-1].End == t.Start && (i == 1 || tokens[i-2].Sentence != sentence) {
			continue // 1. numbers what follows
		}
		if t.Tag == SF && abbreviated(tokens, i) {
			continue
		}
		j := i + 1
		for j < len(tokens) && clings(tokens[j], tokens[j-1]) {
			tokens[j].Sentence = sentence
			j++
		}
		i = j - 1
		if j < len(tokens) && tokens[j].Start == tokens[j-1].End && continues(tokens[j].Tag) {
			continue
		}
		if t.Tag == SE && j < len(tokens) && tokens[j].Start == tokens[j-1].End {
			continue // 음…그게
		}
		sentence++
	}
	if n := len(tokens); n > 0 && tokens[n-1].Sentence == sentence {
		sentence++
	}
	return sentence
}

// clings tells whether a token belongs to the end of the sentence before it.
func clings(t, before Token) bool {
	joined := t.Start == before.End
	switch t.Tag {
	case SF, SE, SSC, ZCoda:
		return joined
	case SO:
		return joined && t.Form[0] == '~'
	case JX:
		return joined && t.Form == "요"
	case WEmoji:
		return true
	case SW:
		return joined || laughs(t.Form)
	}
	return false
}

// laughs tells whether a mark is ㅋㅋ, ㅎㅎ, ㅠㅠ or another letter that says how the sentence was meant.
func laughs(form string) bool {
	for _, r := range form {
		if r < 0x3131 || r > 0x318E {
			return false
		}
	}
	return true
}

// continues tells whether a morpheme written to the end of a sentence takes it up again.
func continues(t Tag) bool {
	switch t {
	case JKS, JKC, JKG, JKO, JKB, JKQ, JX, JC, VCP, EC, ETM, ETN, EP, VX, XSN:
		return true
	}
	return false
}
