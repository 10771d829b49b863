package hangul

import (
	"strings"
	"unicode/utf8"
)

// Sound is how the last syllable of a word ends when it is read aloud. It decides which allomorph of a particle
// follows: 책을, 나무를; 책으로, 나무로, 길로.
type Sound uint8

const (
	UnknownSound   Sound = iota // not to be told without knowing how it is read: 韓國, ?, a text without letters
	VowelSound                  // 나무, 2 (이), GPT (지피티)
	RieulSound                  // ends in ㄹ: 길, 7 (칠), URL (유알엘)
	ConsonantSound              // ends in another consonant: 책, 6 (육), LLM (엘엘엠)
)

var soundNames = [...]string{"unknown", "vowel", "rieul", "consonant"}

// String gives the name of the sound in lower case.
func (s Sound) String() string { return soundNames[s&3] }

// Particle is a josa (or the copula's 이) that changes its shape with the sound before it.
type Particle struct {
	Name      string // both shapes as dictionaries name it: 을/를
	Consonant string // after a consonant other than ㄹ: 을, 으로
	Rieul     string // after ㄹ: 을, 로
	Vowel     string // after a vowel: 를, 로
}

// Particles lists the particles that have two shapes. Compound ones follow from their first part: 으로서 as 으로.
// Where the shape after a vowel may also be left out altogether, as 이 of 이다 in 나무다, Vowel is the short one.
var Particles = []Particle{
	{"이/가", "이", "이", "가"},
	{"을/를", "을", "을", "를"},
	{"은/는", "은", "은", "는"},
	{"과/와", "과", "과", "와"},
	{"으로/로", "으로", "로", "로"},
	{"으로서/로서", "으로서", "로서", "로서"},
	{"으로써/로써", "으로써", "로써", "로써"},
	{"으로부터/로부터", "으로부터", "로부터", "로부터"},
	{"아/야", "아", "아", "야"},
	{"이여/여", "이여", "이여", "여"},
	{"이나/나", "이나", "이나", "나"},
	{"이나마/나마", "이나마", "이나마", "나마"},
	{"이란/란", "이란", "이란", "란"},
	{"이랑/랑", "이랑", "이랑", "랑"},
	{"이라도/라도", "이라도", "이라도", "라도"},
	{"이라는/라는", "이라는", "이라는", "라는"},
	{"이라고/라고", "이라고", "이라고", "라고"},
	{"이든지/든지", "이든지", "이든지", "든지"},
	{"이야/야", "이야", "이야", "야"},
	{"이야말로/야말로", "이야말로", "이야말로", "야말로"},
	{"이며/며", "이며", "이며", "며"},
	{"이다/다", "이다", "이다", "다"},
	{"이었/였", "이었", "이었", "였"},
}

// ParticleNamed finds a particle by its name in either order (을/를, 를/을) or by one of its shapes (를). 야 is the shape
// of two: the first of the table, 아/야, is given.
func ParticleNamed(name string) (p Particle, ok bool) {
	for _, p := range Particles {
		if name == p.Name || name == p.Vowel+"/"+p.Consonant || name == p.Consonant || name == p.Vowel {
			return p, true
		}
	}
	return Particle{}, false
}

// Shape gives the particle's allomorph after a sound. After UnknownSound it is both, as Korean writes it: 을(를), (으)로.
func (p Particle) Shape(s Sound) string {
	switch s {
	case VowelSound:
		return p.Vowel
	case RieulSound:
		return p.Rieul
	case ConsonantSound:
		return p.Consonant
	}
	if short, ok := strings.CutSuffix(p.Consonant, p.Vowel); ok {
		return "(" + short + ")" + p.Vowel
	}
	return p.Consonant + "(" + p.Vowel + ")"
}

// After gives the word with the particle in the shape that it takes there: 책을, 나무를, GPT를, 7로, 韓國을(를).
func (p Particle) After(word string) string { return word + p.Shape(FinalSound(word)) }

// Fits tells, in reading, whether shape is how this particle may look after word: 을 after 책, but not after 나무.
// After a word of unknown sound every shape fits, and after Latin letters both do, since the same name is read in two
// ways by two writers (SQL을, SQL를).
func (p Particle) Fits(word, shape string) bool {
	sound, guessed := finalSound(word)
	if sound == UnknownSound || guessed {
		return shape == p.Consonant || shape == p.Rieul || shape == p.Vowel
	}
	return shape == p.Shape(sound)
}

// FinalSound tells how a word ends when it is read aloud. Digits are read as Sino-Korean numbers (7 칠, 10 십, 100000
// 십만), capitals by the names of the letters (LLM 엘엘엠), other Latin words by a guess at their usual transcription
// (model 모델, test 테스트). Closing quotes and brackets do not count, and neither does a gloss in round brackets: 한국(韓國)
// ends as 한국 does.
func FinalSound(word string) Sound {
	s, _ := finalSound(word)
	return s
}

// finalSound is FinalSound, and tells whether the answer rests on a guess.
func finalSound(word string) (s Sound, guessed bool) {
	word = strings.TrimRight(NFC(word), closers)
	if inner, ok := strings.CutSuffix(word, ")"); ok {
		if open := strings.LastIndexByte(inner, '('); open > 0 {
			inner = inner[:open]
		}
		word = strings.TrimRight(inner, closers)
	}
	r, _ := utf8.DecodeLastRuneInString(word)
	if IsSyllable(r) {
		return finalSounds(Final(r)), false
	}
	switch c := Compat(r); ClassOf(r) {
	case Jamo:
		switch {
		case MedialIndex(c) >= 0:
			return VowelSound, false
		case c == 'ㄹ': // 리을
			return RieulSound, false
		case InitialIndex(c) >= 0 || FinalIndex(c) > 0: // 기역, 니은, … 히읗
			return ConsonantSound, false
		}
	case Digit:
		if r < utf8.RuneSelf {
			return numberSound(word), false
		}
	case Latin:
		if r < utf8.RuneSelf {
			return latinSound(word), true
		}
	case Kana:
		if r == 'ん' || r == 'ン' {
			return ConsonantSound, false
		}
		return VowelSound, false
	}
	if s, ok := signSounds[r]; ok {
		return s, false
	}
	return UnknownSound, false
}

// closers may stand between a word and its particle and are not read.
const closers = "\"'’”」』》〉]}>】〕 "

func finalSounds(final rune) Sound {
	switch final {
	case 0:
		return VowelSound
	case finalNone + 8: // ㄹ; ㄺ ㄻ ㄼ … keep 으: 흙으로, 삶으로
		return RieulSound
	}
	return ConsonantSound
}

// signSounds has the signs that are read as words: 퍼센트, 도, 달러, 원, 유로, 파운드, 엔, 플러스, 킬로그램 and so on.
var signSounds = map[rune]Sound{
	'%': VowelSound, '％': VowelSound, '‰': VowelSound, '℃': VowelSound, '°': VowelSound, '$': VowelSound, '€': VowelSound,
	'£': VowelSound, '+': VowelSound, '₩': ConsonantSound, '¥': ConsonantSound, '㎏': ConsonantSound, '㎎': ConsonantSound,
	'㎞': VowelSound, '㎝': VowelSound, '㎜': VowelSound, '㎡': VowelSound, '㏊': VowelSound, '#': ConsonantSound,
}

// digitSounds: 영 일 이 삼 사 오 육 칠 팔 구.
var digitSounds = [10]Sound{
	ConsonantSound, RieulSound, VowelSound, ConsonantSound, VowelSound,
	VowelSound, ConsonantSound, RieulSound, RieulSound, VowelSound,
}

// numberSound reads the number that a word ends with. Thousands may be set off by commas; the digits after a point are
// read one by one.
func numberSound(word string) Sound {
	i := len(word)
	for i > 0 && (isDigit(word[i-1]) || (word[i-1] == ',' && i < len(word) && i > 1 && isDigit(word[i-2]))) {
		i--
	}
	digits := strings.ReplaceAll(word[i:], ",", "")
	if last := digits[len(digits)-1]; last != '0' || (i > 1 && word[i-1] == '.' && isDigit(word[i-2])) || digits[0] == '0' {
		return digitSounds[last-'0']
	}
	// The unit of the last digit that is not 0 ends the reading: 십, 백, 천 within a group of four digits, and the
	// group's own name if the whole group is 0: 100000 is 십만.
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	if zeros < 4 {
		return ConsonantSound
	}
	switch zeros / 4 {
	case 3, 5: // 조, 해; 만, 억 and 경 end in consonants
		return VowelSound
	case 1, 2, 4:
		return ConsonantSound
	}
	return UnknownSound
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// letterSound reads a letter's name: the names of the Latin letters: 에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유
// 엑스 와이 제트. R is 알 in the names people say (PR, HR), so ㄹ.
func letterSound(c byte) Sound {
	switch c | 0x20 {
	case 'l', 'r':
		return RieulSound
	case 'm', 'n':
		return ConsonantSound
	}
	return VowelSound
}

// latinSound guesses how the Latin word at the end of a text is transcribed. A word in capitals or without a vowel is
// spelled out; any other follows the commonest outcome of the transcription rules for English:
//
//	-l -le(after a consonant) -lle    모델, 애플            ㄹ
//	-m -n -ng -me -ne                 폼, 폰, 킹, 게임, 라인   consonant
//	-p -t -k -c after one vowel       앱, 봇, 맥              consonant
//	anything else                     테스트, 서버, 코드        vowel
func latinSound(word string) Sound {
	start := len(word)
	for start > 0 && isLatin(word[start-1]) {
		start--
	}
	w := word[start:]
	last := w[len(w)-1]
	if w == strings.ToUpper(w) || !strings.ContainsAny(w, "aeiouyAEIOUY") {
		return letterSound(last)
	}
	w = strings.ToLower(w)
	// at gives the letter n from the end, and a consonant-like 0 before the start.
	at := func(n int) byte {
		if n > len(w) {
			return 0
		}
		return w[len(w)-n]
	}
	switch at(1) {
	case 'l':
		return RieulSound
	case 'm', 'n':
		return ConsonantSound
	case 'g':
		if at(2) == 'n' {
			return ConsonantSound
		}
	case 'e':
		switch at(2) {
		case 'l':
			return RieulSound
		case 'm', 'n':
			if len(w) > 3 { // the, me, one-syllable words read their e
				return ConsonantSound
			}
		}
	case 'p', 't', 'k', 'c':
		before := at(2)
		if before == at(1) || (before == 'c' && at(1) == 'k') { // app, slack
			return ConsonantSound
		}
		oneVowel := isVowel(before) && !isVowel(at(3))
		if oneVowel || (before == 'o' && at(3) == 'o' && at(1) == 'k') { // bot; facebook
			return ConsonantSound
		}
	}
	return VowelSound
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
