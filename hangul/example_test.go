package hangul_test

import (
	"fmt"

	"kstat/hangul"
)

func ExampleParticle_After() {
	object, _ := hangul.ParticleNamed("을/를")
	way, _ := hangul.ParticleNamed("으로/로")
	for _, word := range []string{"책", "나무", "길", "GPT", "7", "3", "한국(韓國)", "韓國"} {
		fmt.Println(object.After(word), way.After(word))
	}
	// Output:
	// 책을 책으로
	// 나무를 나무로
	// 길을 길로
	// GPT를 GPT로
	// 7을 7로
	// 3을 3으로
	// 한국(韓國)을 한국(韓國)으로
	// 韓國을(를) 韓國(으)로
}

func ExampleSplit() {
	initial, medial, final, _ := hangul.Split('값')
	fmt.Println(initial, medial, final, string(hangul.Join(initial, medial, 0)))
	fmt.Println(string(hangul.AppendJamo(nil, "값이")))
	fmt.Println(string(hangul.Compose('ㅎ', 'ㅏ', 'ㄴ')), string(hangul.WithFinal('하', 'ㄹ')))
	// Output:
	// 0 0 18 가
	// ㄱㅏㅄㅇㅣ
	// 한 할
}
