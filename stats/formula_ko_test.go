package stats

import (
	"regexp"
	"testing"
	"unicode"
)

// Every formula with English words has its Korean form, and every Korean form is of a formula that there is.
func TestKoreanFormulas(t *testing.T) {
	// Names of functions and programs are words in no language.
	names := regexp.MustCompile(`\b(max|min|log|cos|Yates|clipped|ALD|2-term|JSD|LRC|NaN|TTR|bits|counts|ratio)\b`)
	words := regexp.MustCompile(`[A-Za-z]{3,}|\b(of|is|at|if|by|on)\b`)
	used := make(map[string]bool)
	for _, s := range Sheets() {
		for _, v := range s.Variants {
			ko, ok := koreanFormulas[v.Formula]
			if ok {
				used[v.Formula] = true
			} else if words.MatchString(names.ReplaceAllString(v.Formula, "")) {
				t.Errorf("%s %s:%s has no Korean formula: %s", s.Family, s.Name, v.Name, v.Formula)
			}
			if ok && (!hasHangul(ko) || KoreanFormula(v.Formula) != ko || words.MatchString(names.ReplaceAllString(ko, ""))) {
				t.Errorf("%s %s:%s: %q", s.Family, s.Name, v.Name, ko)
			}
		}
	}
	for _, s := range Sheets() {
		if words.MatchString(s.Example) != hasHangul(s.KoreanExample) || words.MatchString(s.KoreanExample) {
			t.Errorf("%s %s: the example %q is %q in Korean", s.Family, s.Name, s.Example, s.KoreanExample)
		}
	}
	for f := range koreanFormulas {
		if !used[f] {
			t.Errorf("no measure has the formula %q", f)
		}
	}
	if f := "V/N"; KoreanFormula(f) != f {
		t.Error(KoreanFormula(f))
	}
}

func hasHangul(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Hangul, r) {
			return true
		}
	}
	return false
}
