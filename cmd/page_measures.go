package cmd

import (
	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
)

// inKorean is what the measures of a page ask, which package stats says in English, by name.
var inKorean = map[string]string{
	"ttr":         "전체 낱말 가운데 서로 다른 낱말의 비율은 얼마인가?",
	"mattr":       "길이가 같은 창을 글 전체에 한 낱말씩 옮기며 잰 어휘 다양도의 평균은 얼마인가?",
	"mtld":        "글의 어휘 다양도가 0.72 밑으로 떨어지지 않고 이어지는 길이는 평균 낱말 몇 개인가?",
	"hdd":         "낱말 42개를 무작위로 뽑을 때 기대되는 어휘 다양도는 얼마인가?",
	"yule_k":      "무작위로 뽑은 두 낱말이 같은 낱말일 확률은 만분의 얼마인가? 낮을수록 다양하다.",
	"entropy":     "다음 낱말이 무엇인지 말하는 데 평균 몇 비트가 드는가?",
	"hapax_ratio": "서로 다른 낱말 가운데 한 번만 나온 낱말의 비율은 얼마인가?",

	"cosine":          "두 빈도 목록이 이루는 각은 얼마나 작은가? 1이면 같은 방향이다.",
	"jsd":             "낱말 하나를 보고 어느 자료에서 나왔는지 몇 비트나 알 수 있는가? 0이면 전혀 모른다.",
	"spearman":        "가장 잦은 낱말들의 순위가 두 자료에서 얼마나 비슷한가?",
	"kilgarriff_chi2": "상위 낱말의 빈도가 두 자료에서 같다고 보기에 얼마나 먼가?",
	"burrows_delta":   "상위 낱말의 빈도가 평균 표준 편차 몇 배만큼 다른가?",
	"cosine_delta":    "두 자료가 문서들의 평균에서 서로 얼마나 다른 방향으로 벗어나는가?",
	"correlation":     "한쪽의 빈도로 다른 쪽의 빈도를 얼마나 잘 (직선으로) 짐작할 수 있는가?",
	"jaccard":         "양쪽 낱말 전체 가운데 두 자료에 다 나오는 낱말의 비율은 얼마인가?",
	"dice":            "두 자료가 함께 쓰는 낱말은 평균하여 각 자료 낱말의 얼마인가?",
	"hamann":          "함께 쓰는 낱말은 한쪽에만 있는 낱말보다 얼마나 많은가?",
}

// formulaText gives the formula of a measure in both languages.
func formulaText[In any](m *stats.Measure[In]) report.Text {
	return report.Text{m.Variants[0].Formula, stats.KoreanFormula(m.Variants[0].Formula)}
}

// measureOnPage gives a measure of a whole text, with what it asks and how it answers.
func measureOnPage[In any](m *stats.Measure[In], value float64, decimals int) page.Measure {
	return page.Measure{
		Name: report.Text{m.English, m.Korean}, Value: page.Number(value), Decimals: decimals,
		Question: report.Text{m.Question, inKorean[m.Name]}, Formula: formulaText(m),
	}
}
