package tokenize

// tagTitles names the parts of speech in prose.
var tagTitles = [numTags]struct{ english, korean string }{
	NNG: {"common noun", "일반 명사"}, NNP: {"proper noun", "고유 명사"}, NNB: {"bound noun", "의존 명사"},
	NP: {"pronoun", "대명사"}, NR: {"numeral", "수사"},
	VV: {"verb", "동사"}, VA: {"adjective", "형용사"}, VX: {"auxiliary predicate", "보조 용언"},
	VCP: {"copula", "긍정 지정사"}, VCN: {"negative copula", "부정 지정사"},
	MM: {"determiner", "관형사"}, MAG: {"general adverb", "일반 부사"}, MAJ: {"conjunctive adverb", "접속 부사"},
	IC:  {"interjection", "감탄사"},
	JKS: {"subject particle", "주격 조사"}, JKC: {"complement particle", "보격 조사"}, JKG: {"genitive particle", "관형격 조사"},
	JKO: {"object particle", "목적격 조사"}, JKB: {"adverbial particle", "부사격 조사"}, JKV: {"vocative particle", "호격 조사"},
	JKQ: {"quotative particle", "인용격 조사"}, JX: {"auxiliary particle", "보조사"}, JC: {"conjunctive particle", "접속 조사"},
	EP: {"pre-final ending", "선어말 어미"}, EF: {"final ending", "종결 어미"}, EC: {"connective ending", "연결 어미"},
	ETN: {"nominalising ending", "명사형 전성 어미"}, ETM: {"adnominal ending", "관형형 전성 어미"},
	XPN: {"prefix", "접두사"}, XSN: {"noun suffix", "명사 파생 접미사"}, XSV: {"verb suffix", "동사 파생 접미사"},
	XSA: {"adjective suffix", "형용사 파생 접미사"}, XSM: {"adverb suffix", "부사 파생 접미사"}, XR: {"root", "어근"},
	SF: {"sentence-final mark", "마침표·물음표·느낌표"}, SP: {"comma, colon, slash", "쉼표·가운뎃점·쌍점·빗금"},
	SS: {"quotation mark or bracket", "따옴표·괄호"}, SSO: {"opening quotation mark or bracket", "여는 따옴표·괄호"},
	SSC: {"closing quotation mark or bracket", "닫는 따옴표·괄호"}, SE: {"ellipsis", "줄임표"}, SO: {"hyphen or tilde", "붙임표·물결표"},
	SB: {"list mark", "글머리표"}, SW: {"other symbol", "기타 기호"},
	SL: {"foreign script", "외국어"}, SH: {"hanja", "한자"}, SN: {"number", "숫자"},
	NF: {"taken for a noun", "명사 추정"}, NV: {"taken for a predicate", "용언 추정"}, NA: {"not to be analysed", "분석 불능"},
	WURL: {"web address", "웹 주소"}, WEmail: {"e-mail address", "전자 우편 주소"}, WHashtag: {"hashtag", "해시태그"},
	WMention: {"mention", "멘션"}, WSerial: {"serial number", "일련번호"}, WEmoji: {"emoji", "이모지"},
	ZCoda: {"stray coda", "덧붙은 받침"}, ZSiot: {"linking siot", "사이시옷"}, UN: {"not known", "알 수 없음"},
}

// Title names the part of speech in English and in Korean: proper noun, 고유 명사. Both are empty for None.
func (t Tag) Title() (english, korean string) { return tagTitles[t].english, tagTitles[t].korean }
