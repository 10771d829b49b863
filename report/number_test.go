package report

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
)

func TestPeople(t *testing.T) {
	check := func(c Cell, decimals int, want string) {
		t.Helper()
		if got := c.people(decimals, English); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(Int(0), 0, "0")
	check(Int(999), 0, "999")
	check(Int(1000), 0, "1,000")
	check(Int(-1000), 0, "-1,000")
	check(Int(-100), 0, "-100")
	check(Int(uint64(1_234_567)), 0, "1,234,567")
	check(Int(uint64(math.MaxUint64)), 0, "18,446,744,073,709,551,615")
	check(Float(1234.5678), 2, "1,234.57")
	check(Float(0.5), 0, "0") // half to even, as strconv has it; not zero, but half is no trace either
	check(Float(0.4), 0, "0.40")
	check(Float(0.00499), 2, "0.0050")
	check(Float(0.005), 2, "0.01")
	check(Float(-0.00042), 2, "-0.00042")
	check(Float(0.000042), 2, "4.2e-5")
	check(Float(math.Copysign(0, -1)), 2, "0.00")
	check(Float(999999.999), 2, "1,000,000.00")
	check(Float(123456789012345678), 1, "1.2e+17")
	check(Float(math.Inf(-1)), 2, "-Inf")
	check(P(0.0499, 0), 9, "0.050")
	check(P(0.0005, 0), 9, "0.001")
	check(P(0.00049, 0), 9, "4.9e-4")
	check(P(1e-300, -300), 9, "1.0e-300")
	check(P(0, -5000.5), 9, "3.2e-5001")
	check(P(0, math.Inf(-1)), 9, "0.000")
	check(P(math.NaN(), math.NaN()), 9, "NaN")
	check(Bool(true), 0, "yes")
	check(Cell{}, 0, "-")
	check(Str(""), 0, "")
}

// What is not zero never looks like zero, and what is shown is within half a unit of its last digit.
func TestRounding(t *testing.T) {
	for decimals := range 6 {
		for e := -330.0; e < 300; e += 0.37 {
			for _, c := range []Cell{Float(math.Pow(10, e)), Float(-math.Pow(10, e)), P(math.Pow(10, e), e)} {
				if c.kind == cellLogP || c.float() == 0 {
					continue
				}
				shown := c.people(decimals, English)
				f, err := strconv.ParseFloat(strings.ReplaceAll(shown, ",", ""), 64)
				if err != nil {
					t.Fatal(err)
				}
				if f == 0 {
					t.Fatalf("%g is shown as %s", c.float(), shown)
				}
				digits, scientific := c.rounding(decimals)
				unit := math.Pow10(-digits)
				if _, e, _ := strings.Cut(shown, "e"); scientific {
					exponent, err := strconv.Atoi(e)
					if err != nil {
						t.Fatal(err)
					}
					unit *= math.Pow10(exponent)
				}
				if math.Abs(f-c.float()) > 0.5001*unit+3e-16*math.Abs(f) { // reading the digits back rounds once more
					t.Fatalf("%g is shown as %s", c.float(), shown)
				}
			}
		}
	}
}

// Powers of ten below a float64's reach agree with arithmetic of 200 bits, to the last digit that is printed.
func TestPower(t *testing.T) {
	for _, x := range []float64{-308, -308.25, -309.999999999, -323.7, -1000.5, -5000, -299999.99999999, -300000.25, -1e6 - 0.125} {
		got := string(appendPower(nil, x, powerDigits(x)))
		mantissa, exponent, ok := strings.Cut(got, "e")
		m, err := strconv.ParseFloat(mantissa, 64)
		if !ok || err != nil || m < 1 || m >= 10 {
			t.Fatalf("10^%v is %s", x, got)
		}
		e, err := strconv.ParseFloat(exponent, 64)
		if err != nil {
			t.Fatal(err)
		}
		// 10^(x-e) by a Taylor series of exp, since math/big has none.
		y := new(big.Float).SetPrec(200).Sub(new(big.Float).SetPrec(200).SetFloat64(x), big.NewFloat(e))
		ln10, _ := new(big.Float).SetPrec(200).SetString("2.302585092994045684017991454684364207601101488628772976033")
		y.Mul(y, ln10)
		sum, term := new(big.Float).SetPrec(200).SetInt64(1), new(big.Float).SetPrec(200).SetInt64(1)
		for i := range 60 {
			term.Mul(term, y)
			term.Quo(term, new(big.Float).SetPrec(200).SetInt64(int64(i+1)))
			sum.Add(sum, term)
		}
		want, _ := sum.Float64()
		if math.Abs(m-want) > math.Pow10(1-powerDigits(x)) {
			t.Errorf("10^%v is %s, want a mantissa of %.15g", x, got, want)
		}
	}
	for digits := range 4 {
		if got, want := string(appendPower(nil, -400.0000000000001, digits+1)), fmt.Sprintf("%.*fe-400", digits, 1.0); got != want {
			t.Errorf("%s, want %s: a mantissa that rounds up to ten", got, want)
		}
	}
}
