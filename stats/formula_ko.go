package stats

// KoreanFormula gives a formula of a variant for Korean readers: the formula itself where it has no English words.
func KoreanFormula(formula string) string {
	if ko, ok := koreanFormulas[formula]; ok {
		return ko
	}
	return formula
}

// koreanFormulas are the formulas that hold English words, by their English form, so that a formula that is changed loses its
// translation, which a test notices.
var koreanFormulas = map[string]string{
	"2·Σᵢⱼ Oᵢⱼ·ln(Oᵢⱼ/Eᵢⱼ), negative where O₁₁ < E₁₁":                                                                               "2·Σᵢⱼ Oᵢⱼ·ln(Oᵢⱼ/Eᵢⱼ). O₁₁ < E₁₁이면 음수",
	"2·(O₁₁·ln(O₁₁/E₁₁) − (O₁₁−E₁₁)), negative where O₁₁ < E₁₁":                                                                     "2·(O₁₁·ln(O₁₁/E₁₁) − (O₁₁−E₁₁)). O₁₁ < E₁₁이면 음수",
	"N·(O₁₁O₂₂ − O₁₂O₂₁)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁":                                                                     "N·(O₁₁O₂₂ − O₁₂O₂₁)²/(R₁R₂C₁C₂). O₁₁ < E₁₁이면 음수",
	"N·(|O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁":                                                             "N·(|O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂). O₁₁ < E₁₁이면 음수",
	"N·max(0, |O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂), negative where O₁₁ < E₁₁":                                                       "N·max(0, |O₁₁O₂₂ − O₁₂O₂₁| − N/2)²/(R₁R₂C₁C₂). O₁₁ < E₁₁이면 음수",
	"Σ of P(k) = C(C₁,k)·C(C₂,R₁−k)/C(N,R₁) over all k with P(k) ≤ P(O₁₁)":                                                          "P(k) ≤ P(O₁₁)인 모든 k에 대한 P(k) = C(C₁,k)·C(C₂,R₁−k)/C(N,R₁)의 합",
	"log₂((O₁₁/R₁)/(O₂₁/R₂)), a count of 0 taken as ½":                                                                              "log₂((O₁₁/R₁)/(O₂₁/R₂)). 빈도 0은 ½로 봄",
	"the keyness LRC with a = O₁₁, b = O₂₁, c = R₁, d = R₂":                                                                         "핵심어 측도 LRC에서 a = O₁₁, b = O₂₁, c = R₁, d = R₂로 둔 것",
	"the same, negative where p₁ < p₂":                                                                                              "기본 산식과 같고 p₁ < p₂이면 음수",
	"Σ of P(k) = C(c,k)·C(d,a+b−k)/C(N,a+b) over all k with P(k) ≤ P(a)":                                                            "P(k) ≤ P(a)인 모든 k에 대한 P(k) = C(c,k)·C(d,a+b−k)/C(N,a+b)의 합",
	"log₂(p₁/p₂), a count of 0 taken as ½":                                                                                          "log₂(p₁/p₂). 빈도 0은 ½로 봄",
	"p₁ ≥ p₂: max(0, log₂((d/c)·τ₋/(1−τ₋))); else min(0, log₂((d/c)·τ₊/(1−τ₊))); τ∓ the Clopper–Pearson bounds of a/(a+b) at 1−α/m": "p₁ ≥ p₂이면 max(0, log₂((d/c)·τ₋/(1−τ₋))), 아니면 min(0, log₂((d/c)·τ₊/(1−τ₊))). τ∓는 1−α/m 수준에서 a/(a+b)의 클로퍼–피어슨 한계",
	"log₂((d/c)·τ₋/(1−τ₋)), τ₋ the one-sided Clopper–Pearson bound at 1−α/m (−Inf at a = 0)":                                        "log₂((d/c)·τ₋/(1−τ₋)). τ₋는 1−α/m 수준의 단측 클로퍼–피어슨 한계(a = 0이면 −∞)",
	"ln(p₁/p₂) ∓ z(α/2m)·√(1/a + 1/b − 1/c − 1/d), not beyond 0, over ln 2":                                                         "[ln(p₁/p₂) ∓ z(α/2m)·√(1/a + 1/b − 1/c − 1/d)]/ln 2. 0을 넘어가면 0",
	"exact where n, m < 50 and nothing is tied, else normal with ties and continuity corrected":                                     "n, m < 50이고 같은 값이 없으면 정확 확률, 아니면 같은 값과 연속성을 보정한 정규 근사",
	"P(|Z| > |U − nm/2|/σ), σ² = nm/12·(N+1 − Σ(t³−t)/(N(N−1))), t the sizes of ties":                                               "P(|Z| > |U − nm/2|/σ), σ² = nm/12·(N+1 − Σ(t³−t)/(N(N−1))). t는 같은 값이 이어지는 개수",
	"the share of the C(n+m, n) orders with U as far from nm/2; NaN where values are tied":                                          "C(n+m, n)가지 순서 가운데 U가 nm/2에서 그만큼 이상 떨어진 비율. 같은 값이 있으면 NaN",
	"#(|x̄*−ȳ*| ≥ |x̄−ȳ|)/C(n+m, n) over all divisions, or (1+#)/(1+draws) over random ones":                                        "모든 분할에 대한 #(|x̄*−ȳ*| ≥ |x̄−ȳ|)/C(n+m, n), 무작위로 뽑은 분할이면 (1+#)/(1+뽑은 횟수)",
	"Σ_d (left_d + right_d)/d":                            "Σ_d (왼쪽_d + 오른쪽_d)/d",
	"sd(v)/mean(v), sd with n":                            "표준편차(v)/평균(v). 표준편차의 분모는 n",
	"sd(p)/mean(p), sd with n":                            "표준편차(p)/평균(p). 표준편차의 분모는 n",
	"1 − (sd(p)/mean(p))/√(n−1)":                          "1 − (표준편차(p)/평균(p))/√(n−1)",
	"1 − (sd(v)/mean(v))/√(n−1)":                          "1 − (표준편차(v)/평균(v))/√(n−1)",
	"1 − mean_{i<j}|pᵢ − pⱼ|/(2·mean(p))":                 "1 − (i<j인 |pᵢ − pⱼ|의 평균)/(2·평균(p))",
	"mean of types/w over the ⌊N/w⌋ segments of w tokens": "단어 w개짜리 구간 ⌊N/w⌋개에서 구한 (서로 다른 단어 수)/w의 평균",
	"sd (with n−1) of types/w over the segments":          "구간마다 구한 (서로 다른 단어 수)/w의 표준편차(분모 n−1)",
	"mean of types/w over the N−w+1 windows of w tokens":  "단어 w개짜리 창 N−w+1개에서 구한 (서로 다른 단어 수)/w의 평균",
	"sd (with n−1) of types/w over the windows":           "창마다 구한 (서로 다른 단어 수)/w의 표준편차(분모 n−1)",
	"N/factors, mean of forwards and backwards; a factor closes at TTR ≤ 0.72, the rest counts (1−TTR)/0.28": "N/구간 수를 앞뒤 방향에서 평균. TTR이 0.72 이하가 되면 한 구간이 끝나고, 나머지는 (1−TTR)/0.28로 셈",
	"N/factors, forwards":  "N/구간 수. 앞에서 뒤로",
	"N/factors, backwards": "N/구간 수. 뒤에서 앞으로",
	"D that minimises Σₙ (E[V(n)]/n − (D/n)(√(1+2n/D) − 1))², n = 35…50": "Σₙ (E[V(n)]/n − (D/n)(√(1+2n/D) − 1))², n = 35…50을 가장 작게 하는 D",
	"content words/N": "내용어 수/N",
	"f(r) = C/(r+b)^a by maximum likelihood over all ranks; ks = max |cumulated shares|":           "f(r) = C/(r+b)^a. 모든 순위에 대한 최대 우도 추정. ks = 누적 비율 차의 최댓값",
	"V(n) = K·n^β by least squares of ln E[V(n)] on ln n, n = ⌊jN/100⌋, j = 1…100":                 "V(n) = K·n^β. n = ⌊jN/100⌋, j = 1…100에서 ln n에 대한 ln E[V(n)]의 최소 제곱 추정",
	"the same with natural logarithms":                                                             "기본 산식과 같으나 자연 로그를 씀",
	"correlation of the ranks of the top words, tied words sharing the mean of their ranks":        "상위 단어 순위의 상관. 빈도가 같은 단어는 순위의 평균을 나누어 가짐",
	"1 − 6·Σd²/(n(n²−1)), d the differences of the ranks; equal to midranks where nothing is tied": "1 − 6·Σd²/(n(n²−1)). d는 순위의 차. 빈도가 같은 단어가 없으면 기본 산식과 같음",
	"Σ over the top words of (a−E_A)²/E_A + (b−E_B)²/E_B, E_A = n_A(a+b)/(n_A+n_B)":                "상위 단어에 대한 Σ (a−E_A)²/E_A + (b−E_B)²/E_B, E_A = n_A(a+b)/(n_A+n_B)",
	"χ²/(words − 1)": "χ²/(단어 수 − 1)",
	"mean over the top words of |z(pᵢ) − z(qᵢ)|, z(x) = (x − meanᵢ)/sdᵢ": "상위 단어에 대한 |z(pᵢ) − z(qᵢ)|의 평균, z(x) = (x − 평균ᵢ)/표준편차ᵢ",
	"r(a, b) over the joint vocabulary":                                  "양쪽 어휘 전체에 대한 r(a, b)",
}
