package corpus_test

import (
	"fmt"
	"strings"

	"kstat/corpus"
)

// What was dropped is logged, and the offsets of the cleaned text lead back to the decoded one.
func ExampleCleaner_Clean() {
	text := "완전 재밌다ㅋㅋㅋㅋㅋ\r\n별\u200b점은&nbsp;다섯!!!!"
	cleaner := corpus.NewCleaner()
	cleaner.Log = true
	cleaned := cleaner.Clean(text)
	fmt.Println(cleaned.Text)
	for _, c := range cleaned.Changes {
		fmt.Printf("line %d, bytes %d-%d: %s: %q -> %q\n", c.Line, c.Start, c.End, c.Rule, c.Old, c.New)
	}
	i := strings.Index(cleaned.Text, "별점")
	start, end := cleaned.Map.Decoded(i, i+len("별점"))
	fmt.Printf("별점 was %q\n", text[start:end])
	// Output:
	// 완전 재밌다ㅋㅋ
	// 별점은 다섯!!
	// line 1, bytes 22-31: repeat: "ㅋㅋㅋ" -> ""
	// line 1, bytes 31-32: line-end: "\r" -> ""
	// line 2, bytes 36-39: zero-width: "\u200b" -> ""
	// line 2, bytes 45-51: entity: "&nbsp;" -> " "
	// line 2, bytes 59-61: repeat: "!!" -> ""
	// 별점 was "별\u200b점"
}

// An input that cannot be read does not stop the others.
func ExampleSource_Chunks() {
	src, err := corpus.NewSource([]string{"no-such-file.txt", "-"}, corpus.Options{
		Stdin: strings.NewReader("\xb4\xd9\xb6\xf7\xc1\xe3\xb0\xa1 \xb6\xd9\xb4\xd9\n"),
	})
	if err != nil {
		fmt.Println(err) // an unknown encoding
		return
	}
	for chunk, err := range src.Chunks() {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s (%s): %q\n", chunk.Doc.Name, chunk.Doc.Encoding, chunk.Text)
	}
	// Output:
	// no-such-file.txt: no such file or folder
	// - (cp949): "다람쥐가 뛰다\n"
}
