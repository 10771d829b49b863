package tokenize

import (
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
)

// plainWords finds a document's own words as the conditions say it, all stretches of all runs one by one.
func plainWords(runs []run) map[string]int32 {
	w := New().NewWorker()
	particles, longer := map[string]bool{}, map[string]bool{}
	for m := range uint32(w.r.items) {
		form := w.r.known(m)
		switch t := Tag(w.r.tag(m)); {
		case t >= JKS && t <= JC:
			particles[form], longer[form] = true, true
		case t >= EF && t <= ETM:
			longer[strings.TrimLeftFunc(form, func(r rune) bool { return r < '가' })] = true
		}
	}
	// particle tells whether a run goes on with a particle behind s[:j] and ends, and whether that may as well be part of something longer.
	particle := func(s string, j int) (is, unclear bool) {
		if is = particles[s[j:]]; !is {
			return false, false
		}
		for i := range j {
			if i%3 == 0 && longer[s[i:]] {
				return false, true
			}
		}
		return s[j:] != "요", s[j:] == "요"
	}
	type stretch struct {
		count, fits, particles, starts, missed int
		lefts                                  map[string]bool
	}
	stretches := map[string]*stretch{}
	for _, r := range runs {
		s := r.surface
		begins := int(w.guess(new(arena), r.hash, s, r.left).cands()[0].morph()[0].end)
		for i := 0; i < len(s); i += 3 {
			for j := i + 6; j <= min(len(s), i+3*longestWord); j += 3 {
				st := stretches[s[i:j]]
				if st == nil {
					st = &stretch{lefts: map[string]bool{}}
					stretches[s[i:j]] = st
				}
				st.count++
				fits := j == len(s)
				if !fits {
					is, unclear := particle(s, j)
					fits = is || unclear
					if is {
						st.particles++
					}
				}
				if fits {
					st.fits++
				}
				if i > 0 {
					st.lefts[s[i-3:i]] = true
					continue
				}
				st.starts++
				if fits && begins != j {
					st.missed++
				}
			}
		}
	}
	words := map[string]int32{}
	for s, st := range stretches {
		if st.fits < leastSeen || st.particles < leastParticles || st.fits*4 < st.count*3 || st.starts < 2 && len(st.lefts) < leastLefts {
			continue
		}
		switch {
		case st.missed >= leastMissed && w.isNoun(s):
			words[s] = missed
		case !w.isNew(s) || st.starts == 0 && w.maybeRest(s):
		case st.fits >= surelySeen:
			words[s] = sure
		default:
			words[s] = likely
		}
	}
	for s := range maps.Clone(words) {
		for n := len(s) - 3; n >= 6; n -= 3 {
			if words[s[:n]] > 0 && particles[s[n:]] && s[n:] != "요" {
				defer delete(words, s)
			}
		}
	}
	return words
}

// Texts in which a few stems meet particles, other beginnings and each other, more and less often.
func TestOwnWordsAreThosePlainlyFound(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	pick := func(of string) string {
		f := strings.Fields(of)
		return f[random.IntN(len(f))]
	}
	total := 0
	for range 30 {
		var stems []string
		for range 6 {
			stem := ""
			for range 1 + random.IntN(4) {
				stem += pick("갤 로 그 뷁 쿠 로 삭 밍 히 영 신 의 이 곽 챙")
			}
			stems = append(stems, stem)
		}
		var b strings.Builder
		for range 200 {
			b.WriteString(pick("갤 뷁쿠 행도 히로잉 쥬 쌀 좃 영") + strings.Repeat(" ", random.IntN(2)))
			b.WriteString(stems[random.IntN(len(stems))])
			b.WriteString(pick("로 은 는 이 에서 까지 에서부터 이야말로 뷁 갤 . . .") + strings.Repeat(" ", random.IntN(3)))
		}
		w := New().NewWorker()
		w.Observe(b.String())
		want := plainWords(w.own.runs)
		total += len(want)
		if !maps.Equal(w.own.words, want) {
			t.Errorf("%s\n  has %v\n want %v", b.String(), w.own.words, want)
		}
	}
	if total < 30 {
		t.Errorf("only %d words in all", total)
	}
}

// What is left of inflected words before what looks like a particle is no word, however often it is there.
func TestEndingsAreNoOwnWords(t *testing.T) {
	var b strings.Builder
	for _, noun := range strings.Fields("쿠로삭 밍히 뷁뷁이 챙곽 갤로그 쀼쀼") {
		for _, rest := range strings.Fields("였다는 였다고 였습니다 였습니다만 들이 들은 들을 이었던가 이었다만 이야말로 였으나 겠어요 였어도") {
			b.WriteString(noun + rest + " ")
		}
	}
	w := New().NewWorker()
	w.Observe(b.String())
	for s := range w.own.words {
		if !strings.Contains("쿠로삭 밍히 뷁뷁이 챙곽 갤로그 쀼쀼", s) {
			t.Errorf("%s is taken for a word", s)
		}
	}
}

// A run is not taken apart (갤 | 로그로) where it holds a word of the document's own.
func TestOwnWordsStayWhole(t *testing.T) {
	text := "행도멸족갤로그로 이동합니다.\n박사갤로그로 이동합니다.\n사다새8갤로그로 이동합니다.\n갤로그로 이동합니다.\n갤로그는 좋다.\n"
	w := New().NewWorker()
	n := 0
	for _, k := range w.Tokens(text) {
		if k.Form == "갤로그" {
			n++
		}
	}
	if n != 5 {
		t.Errorf("갤로그 is found %d times of 5: %s", n, line(w.Tokens(text)))
	}
}
