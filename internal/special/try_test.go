package special

import (
	"fmt"
	"testing"
)

func TestTry(t *testing.T) {
	fmt.Println(ChiSquaredLogSurvival(1e6, 1), ChiSquaredLogSurvival(3, 1), ChiSquaredSurvival(3, 1))
	fmt.Println(BetaLogit(0.025, 100, 51), BetaLogit(1e-9, 1, 5e9), BetaLogit(1e-9, 2.5e9, 2.5e9))
	h := NewHypergeometric(Cells{3, 1, 1, 3})
	fmt.Println(h.LogTwoSided(3), h.LogUpper(3))
	fmt.Println(StudentTLogSurvival(2, 10), StudentTLogSurvival(1e-3, 1e6), StudentTLogSurvival(300, 5), FLogSurvival(50, 3, 20), LogBeta(.5, .5))
}
