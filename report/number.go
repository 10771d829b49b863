package report

import (
	"math"
	"slices"
	"strconv"
)

// appendFull appends the cell as programs read it: numbers in full, text as it is, nothing for a missing value.
func (c Cell) appendFull(b []byte) []byte {
	switch c.kind {
	case cellString:
		return append(b, c.text...)
	case cellInt:
		return strconv.AppendInt(b, c.int(), 10)
	case cellUint:
		return strconv.AppendUint(b, c.bits, 10)
	case cellFloat, cellP:
		return appendFloat(b, c.float())
	case cellLogP:
		return appendPower(b, c.float(), powerDigits(c.float()))
	case cellBool:
		return strconv.AppendBool(b, c.bool())
	}
	return b
}

// people gives the cell as people read it, on one line.
func (c Cell) people(decimals int, l Lang) string {
	var buf [32]byte
	b := buf[:0]
	switch c.kind {
	case cellMissing:
		return "-"
	case cellString:
		return Visible(c.text)
	case cellBool:
		if c.bool() {
			return yes.In(l)
		}
		return no.In(l)
	case cellInt, cellUint:
		b = group(c.appendFull(b))
	case cellFloat, cellP:
		f := c.float()
		if !c.finite() {
			b = appendFloat(b, f)
		} else if digits, scientific := c.rounding(decimals); scientific {
			b = trimExponent(strconv.AppendFloat(b, f, 'e', digits, 64))
		} else {
			b = group(strconv.AppendFloat(b, f, 'f', digits, 64))
		}
	case cellLogP:
		b = appendPower(b, c.float(), 2)
	}
	return string(b)
}

var (
	yes = Text{"yes", "예"}
	no  = Text{"no", "아니요"}
)

// finite says whether the cell can be written as a decimal number or is not a number at all.
func (c Cell) finite() bool {
	if c.kind != cellFloat && c.kind != cellP {
		return true
	}
	f := c.float()
	return !math.IsNaN(f) && !math.IsInf(f, 0)
}

// appendFloat appends the shortest decimal that gives f back, with an exponent only where the digits would be many
// (from 1e21 and below 1e-6, as in JSON and ECMAScript). NaN, Inf and -Inf are spelled as R and Python read them.
func appendFloat(b []byte, f float64) []byte {
	switch {
	case math.IsNaN(f):
		return append(b, "NaN"...)
	case math.IsInf(f, 1):
		return append(b, "Inf"...)
	case math.IsInf(f, -1):
		return append(b, "-Inf"...)
	}
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		return trimExponent(strconv.AppendFloat(b, f, 'e', -1, 64))
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}

// rounding says how a finite number is shown to people: with so many digits after the point, in plain or in scientific
// form. What would look like zero without being zero gets two significant digits, and so does what has more than 15
// before the point. Of a probability journals ask for three decimals; below that its size matters, not its digits.
func (c Cell) rounding(decimals int) (digits int, scientific bool) {
	if c.kind == cellP {
		decimals = 3
	}
	a := math.Abs(c.float())
	switch {
	case a == 0:
		return decimals, false
	case a >= 1e15:
		return 1, true
	case a >= 0.5*math.Pow10(-decimals):
		return decimals, false
	case a >= 1e-4 && c.kind != cellP:
		return 1 - int(math.Floor(math.Log10(a))), false // 0.00042 where two decimals would give 0.00
	}
	return 1, true
}

// trimExponent takes the padding zero out of the exponent that ends b: 1e-07 becomes 1e-7.
func trimExponent(b []byte) []byte {
	if n := len(b); n > 4 && b[n-4] == 'e' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

// appendPower appends 10^x for x < 0 in scientific form with so many significant digits.
func appendPower(b []byte, x float64, digits int) []byte {
	exponent := math.Floor(x)
	mantissa := math.Pow(10, x-exponent) // in [1, 10]
	from := len(b)
	b = strconv.AppendFloat(b, mantissa, 'f', digits-1, 64)
	if b[from+1] == '0' { // rounded up to 10.00
		b = strconv.AppendFloat(b[:from], 1, 'f', digits-1, 64)
		exponent++
	}
	b = append(b, 'e')
	return strconv.AppendInt(b, int64(exponent), 10)
}

// powerDigits gives the significant digits of 10^x that a float64 x determines: of its 15 to 16 digits, those before
// the point go into the exponent.
func powerDigits(x float64) int {
	return max(1, 14-int(math.Log10(math.Abs(x))))
}

// group puts commas between the thousands of a number that has nothing before it.
func group(b []byte) []byte {
	from, end := 0, 0
	if b[0] == '-' {
		from = 1
	}
	for end = from; end < len(b) && b[end] != '.'; {
		end++
	}
	for i := end - 3; i > from; i -= 3 {
		b = slices.Insert(b, i, ',')
	}
	return b
}
