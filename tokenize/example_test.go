package tokenize_test

import (
	"bufio"
	"fmt"
	"math"
	"strings"

	"kstat/tokenize"
)

// The one call that most programs need.
func ExampleTokenizer_Analyze() {
	for _, t := range tokenize.New().Analyze("걸어서 갔다.") {
		fmt.Println(t.Form, t.Tag, t.Lemma, t.Start, t.End)
	}
	// Output:
	// 걷 VV 걷다 0 3
	// 어서 EC 어서 3 9
	// 가 VV 가다 10 13
	// 었 EP 었 10 13
	// 다 EF 다 13 16
	// . SF . 16 17
}

// Sentences are numbered, so that a text need not be cut into them beforehand.
func ExampleTokenizer_Analyze_sentences() {
	text := "비가 온다. 우산을 챙겼니?"
	sentence, from := 0, 0
	tokens := tokenize.New().Analyze(text)
	for i, t := range tokens {
		if i+1 == len(tokens) || tokens[i+1].Sentence != sentence {
			fmt.Printf("%d %s\n", sentence, text[from:t.End])
			if i+1 < len(tokens) {
				sentence, from = tokens[i+1].Sentence, tokens[i+1].Start
			}
		}
	}
	// Output:
	// 0 비가 온다.
	// 1 우산을 챙겼니?
}

// A goroutine that reads much text takes a worker, which keeps its memory from one text to the next.
func ExampleWorker() {
	w := tokenize.New().NewWorker()
	lines := bufio.NewScanner(strings.NewReader("눈이 왔다.\n눈이 부시다.\n"))
	var out []byte
	for lines.Scan() {
		out = w.AppendLine(out[:0], lines.Text(), tokenize.Sejong)
		fmt.Printf("%s\n", out)
	}
	// Output:
	// 눈/NNG 이/JKS 오/VV 었/EP 다/EF ./SF
	// 눈/NNG 이/JKS 부시/VA 다/EF ./SF
}

// What else could the words mean?
func ExampleTokenizer_NBest() {
	for _, a := range tokenize.New().NBest("가는 길", 2) {
		fmt.Printf("%s\n", tokenize.AppendTokens(nil, a.Tokens, tokenize.Sejong))
	}
	// Output:
	// 가/VV 는/ETM 길/NNG
	// 가늘/VA ᆫ/ETM 길/NNG
}

// A program that asks a person about sentences in doubt needs to know which are: here, those whose best reading has less
// than nine tenths of the probability.
func ExampleAnalysis() {
	tk := tokenize.New()
	for _, text := range []string{"위로 올라갔다.", "나는 새"} {
		if best := tk.NBest(text, 1)[0]; math.Exp(best.LogProb) < .9 {
			fmt.Println("please look at:", text)
		}
	}
	// Output:
	// please look at: 나는 새
}

// Python and many databases count characters, not bytes.
func ExampleRunes() {
	text := "눈이 왔다."
	runes := tokenize.NewRunes(text)
	for _, t := range tokenize.New().Analyze(text) {
		fmt.Println(t.Form, t.Tag, runes.Offset(t.Start), runes.Offset(t.End))
	}
	// Output:
	// 눈 NNG 0 1
	// 이 JKS 1 2
	// 오 VV 3 4
	// 었 EP 3 4
	// 다 EF 4 5
	// . SF 5 6
}

// Content words of a text as dictionary forms, each with its place.
func ExampleExtractor() {
	text := "지루한 영화를 끝까지 보았다."
	x, err := tokenize.NewExtractor(tokenize.TermOptions{Unit: &tokenize.UnitWord})
	if err != nil {
		fmt.Println(err)
		return
	}
	runes := tokenize.NewRunes(text)
	for _, term := range x.Terms(text, tokenize.New().Analyze(text)) {
		fmt.Println(term.Text, term.Tag, runes.Offset(term.Start), runes.Offset(term.End))
	}
	// Output:
	// 지루하다 VA 0 3
	// 영화 NNG 4 6
	// 끝 NNG 8 9
	// 보다 VV 12 13
}
