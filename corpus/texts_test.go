package corpus

// nineTexts are of the registers that people save as files, each a few sentences. All of their characters exist in
// CP949, and among them are syllables that EUC-KR lacks (뷁 똠 펲 쫒), hanja, and signs.
var nineTexts = map[string]string{
	"essay": "열린 모델이란 무엇인가. 가중치를 내려받을 수 있다고 해서 모두 열린 것은 아니다.\n" +
		"어떤 글로 배웠는지, 누가 어떻게 걸렀는지를 모르면 우리는 결과만 받아 든 셈이다.\n\n그래서 ‘개방’이라는 말을 아껴 써야 한다.\n",
	"chat": "야 어제 그거 봤어? ㅋㅋㅋㅋㅋㅋ\n아니 ㅠㅠ 졸려서 바로 잠...\n헐 완전 뷁이네!!!! 꼭 봐라~~~~\nㅇㅇ 주말에 봄 ^^\n",
	"minutes": "제3차 운영위원회 회의록\n1. 일시: 2024. 5. 17.(금) 14:00∼16:30\n2. 참석: 위원 7명(위임 2명 포함)\n3. 안건\n" +
		" 가. 예산 변경(안) ― 원안 가결\n 나. 기타 ※ 다음 회의에서 재논의\n",
	"menu":    "오늘의 차림\n똠얌꿍 12,000원\n펲시콜라 2,000원\n찌개백반 9,000원 → 8,500원 (▼5.6%)\n\n커피는 셀프★\n",
	"hanja":   "대한민국(大韓民國)은 民主共和國이다. 主權은 國民에게 있다.\n옛 문헌에는 樂과 不의 소리가 자리에 따라 다르다고 적혀 있다.\n",
	"lyrics":  "봄바람 살랑 불어오면\n나는야 들길을 걸어가네\n\n  랄랄라 라라라\n\t후렴 두 번\n",
	"science": "시료 3㎎을 25℃에서 2시간 동안 저었다. 농도는 α=0.05, β≒1.2이며 오차는 ±0.3％였다.\n표 ①~③을 보라.\n",
	"letter":  "할머니께.\n그동안 안녕하셨어요? 저는 “잘” 지내요. 쫒기듯 살다 보니 편지가 늦었습니다…\n곧 찾아뵐게요. 건강하세요!\n손자 올림",
	"word":    "네\n",
}
