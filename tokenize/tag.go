package tokenize

// Tag is a part of speech of the Sejong tag set (21세기 세종계획, 45 tags), with the few distinctions that kstat
// keeps inside and folds on output: what kind of address a W_URL … W_SERIAL is, and the direction of brackets.
type Tag uint8

// The tags. The order is part of the model's format: append, never insert.
const (
	None     Tag = iota
	NNG          // common noun: 모델
	NNP          // proper noun: 미국
	NNB          // bound noun, units among them: 것, 개
	NP           // pronoun: 우리
	NR           // numeral: 하나
	VV           // verb: 걷
	VA           // adjective: 높
	VX           // auxiliary predicate: (먹고) 있
	VCP          // copula 이
	VCN          // negative copula 아니
	MM           // determiner: 그
	MAG          // general adverb: 매우
	MAJ          // conjunctive adverb: 그러나
	IC           // interjection: 아
	JKS          // subject particle: 이/가
	JKC          // complement particle: 이/가 (되다, 아니다)
	JKG          // genitive particle: 의
	JKO          // object particle: 을/를
	JKB          // adverbial particle: 에서
	JKV          // vocative particle: 아/야
	JKQ          // quotative particle: 라고
	JX           // auxiliary particle: 은/는, 도
	JC           // conjunctive particle: 와/과
	EP           // pre-final ending: 었, 겠
	EF           // final ending: 다
	EC           // connective ending: 고
	ETN          // nominalising ending: 기, 음
	ETM          // adnominal ending: 는, ᆫ
	XPN          // prefix: 비(공식)
	XSN          // noun suffix: 들
	XSV          // verb suffix: (사용)하
	XSA          // adjective suffix: (가능)하
	XSM          // adverb suffix: (당당)히; Sejong writes MAG
	XR           // root: 간단(하다)
	SF           // . ? !
	SP           // , · / :
	SS           // quotes and other paired marks without a direction
	SSO          // opening bracket or quote; Sejong writes SS
	SSC          // closing bracket or quote; Sejong writes SS
	SE           // …
	SO           // - ~
	SB           // list mark: (1), 가.; Sejong writes SW
	SW           // other symbols
	SL           // Latin and other foreign script
	SH           // hanja
	SN           // number
	NF           // taken for a noun
	NV           // taken for a predicate
	NA           // not to be analysed; ㅋㅋ where nothing better is known
	WURL         // web address
	WEmail       // e-mail address
	WHashtag     // #tag
	WMention     // @name
	WSerial      // 010-1234-5678, 1.2.3
	WEmoji       // emoji
	ZCoda        // stray coda: ㅋ in 아닌뎈; Sejong writes SW, as of ㅋㅋ
	ZSiot        // linking ㅅ
	UN           // not known
	numTags
)

var tagNames = [numTags]string{
	"", "NNG", "NNP", "NNB", "NP", "NR", "VV", "VA", "VX", "VCP", "VCN", "MM", "MAG", "MAJ", "IC",
	"JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC", "EP", "EF", "EC", "ETN", "ETM",
	"XPN", "XSN", "XSV", "XSA", "XSM", "XR", "SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SB", "SW", "SL", "SH", "SN",
	"NF", "NV", "NA", "W_URL", "W_EMAIL", "W_HASHTAG", "W_MENTION", "W_SERIAL", "W_EMOJI", "Z_CODA", "Z_SIOT", "UN",
}

// String gives the tag's name as printed: NNG, W_URL.
func (t Tag) String() string { return tagNames[t] }

// ParseTag finds a tag by its name, in capitals as printed. ok is false for a name that no tag has.
func ParseTag(name string) (tag Tag, ok bool) {
	for i, n := range tagNames {
		if n == name && i > 0 {
			return Tag(i), true
		}
	}
	return None, false
}
