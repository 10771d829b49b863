package corpus

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kstat/tokenize"
)

const queryText = "걷/VV+어서/EC 개방/NNG+적/XSN+이/VCP+ᆫ/ETM 모델/NNG+은/JX 사용/NNG+되/XSV+는/ETM 오픈/NNG 소스/NNG+이/VCP+다/EF+./SF\n" +
	"오픈/NNP+소스/NNG+의/JKG 모형/NNG+,/SP GPT/SL+-/SO+4/SN+를/JKO 걷/VV+었/EP+다/EF+./SF"

// queryCases are queries and what they find in queryText: the forms of the morphemes, with | between places.
var queryCases = []struct{ query, want string }{
	// words
	{"걷다", "걷 어서|걷 었 다"},
	{"모델", "모델"},
	{"개방", ""}, // that word is 개방적
	{"개방적", "개방 적"},
	{"사용되다", "사용 되 는"},
	{"GPT-4", "GPT - 4"},
	{"오픈 소스", "오픈 소스|오픈 소스"},
	{"모형 gpt-4", "모형 , GPT - 4"},
	{"소스 모형", "소스 의 모형"},
	{"은", "은"},
	{"모델 은", "모델 은"},
	{"오픈 모형", ""},
	{"소스 오픈", ""}, // not across sentences
	{"걷/VV", "걷|걷"},
	{"걷/VA", ""},
	{"사용/NNG", "사용"},
	{"오픈/NNP 소스", "오픈 소스"},

	// sequences of morphemes
	{"[form=걷]", "걷|걷"},
	{"[lemma=걷다] [tag=E.*]+", "걷 어서|걷 었 다"},
	{"[lemma=개방 & tag=N.*] [tag=X.*]? [tag=VCP]", "개방 적 이"},
	{"[form=모델|모형]", "모델|모형"},
	{`[form="모델|모형" & tag!="J.*"] [tag=J.*]`, "모델 은"},
	{"[tag=NNG] [tag=NNG]", "오픈 소스"},
	{"[tag=N.*]{2}", "오픈 소스|오픈 소스"},
	{"[tag=SL] [] [tag=SN]", "GPT - 4"},
	{"[!tag=N.* & !(tag=J.*|tag=E.* | tag=V.* | tag=S.*)]", "적|되"},
	{"([lemma=개방] | [lemma=사용]) [tag=X.*]", "개방 적|사용 되"},
	{"모델 [tag=JX]", "모델 은"},
	{"[form=이] 다/EF", "이 다"},
	{"[tag=EF] []", "다 .|다 ."},
	{"[]*", "걷 어서 개방 적 이 ᆫ 모델 은 사용 되 는 오픈 소스 이 다 .|오픈 소스 의 모형 , GPT - 4 를 걷 었 다 ."},
	{"[form=없음]*", ""},
	{"[form=[모소].]", "모델|소스|소스|모형"},
	{"[form=모] []", ""}, // the whole form, not a part
	{`[form="\.|,"]`, ".|,|."},
	{"[form=ㄴ]", "ᆫ"}, // as a keyboard writes it
	{"[form=ᆫ]", "ᆫ"},
	{"[form=[ㄱ-ㅎ]]", "ᆫ"},
	{"ㄴ/ETM 모델", "ᆫ 모델"},
}

func TestQuery(t *testing.T) {
	tokens := tokenize.AppendTagged(nil, queryText, func(e *tokenize.TaggedError) { t.Fatal(e) })
	for _, c := range queryCases {
		q, err := ParseQuery(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		m, err := q.NewMatcher(tokenize.TermOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, hit := range m.Find(queryText, tokens) {
			var forms []string
			for _, k := range tokens[hit.First:hit.Last] {
				forms = append(forms, k.Form)
			}
			got = append(got, strings.Join(forms, " "))
			if hit.Start != tokens[hit.First].Start || hit.End != tokens[hit.Last-1].End {
				t.Errorf("%s: tokens [%d,%d) at bytes [%d,%d)", c.query, hit.First, hit.Last, hit.Start, hit.End)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s, want %s", c.query, s, c.want)
		}
	}
}

// Other units are found as they are counted.
func TestQueryOfUnits(t *testing.T) {
	text := "학교에서 걷는다. 학교, 학교에서!"
	for _, c := range []struct {
		unit  *tokenize.Unit
		query string
		want  string
	}{
		{&tokenize.UnitEojeol, "학교에서", "학교에서|학교에서"},
		{&tokenize.UnitEojeol, "학교 학교에서", "학교, 학교에서"},
		{&tokenize.UnitEojeol, "걷는다 학교", ""}, // not across sentences
		{&tokenize.UnitSyllable, "학 교", "학교|학교|학교"},
		{&tokenize.UnitGrapheme, ",", ","},
	} {
		q, err := ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		m, _ := q.NewMatcher(tokenize.TermOptions{Unit: c.unit})
		var got []string
		for _, hit := range m.Find(text, tokenize.New().Analyze(text)) {
			got = append(got, text[hit.Start:hit.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s %s: %s, want %s", c.unit.Name, c.query, s, c.want)
		}
	}
}

// queryFaultCases are queries that cannot be read; a ^ stands before the place that is named.
var queryFaultCases = []struct {
	query string
	fault QueryFault
}{
	{"^", EmptyQuery},
	{"   ^", EmptyQuery},
	{"^[form=가", UnclosedBracket},
	{"[form=가] ^[", UnclosedBracket},
	{"^([form=가]", UnclosedGroup},
	{"[^(form=가]", UnclosedGroup},
	{"[form=^\"가]", UnclosedQuote},
	{"[form=가]^{1,2", UnclosedRepeat},
	{"[form=가] ^]", Unexpected},
	{"[form=가]^)", Unexpected},
	{"[form=가 ^tag=NNG]", Unexpected},
	{"([form=가]|^)", Unexpected},
	{"[form=가] |^", EmptyQuery},
	{"[^=가]", NoAttribute},
	{"[form=가 & ^]", NoAttribute},
	{"[^word=가]", UnknownAttribute},
	{"[form^]", NoOperator},
	{"[form ^> 가]", NoOperator},
	{"[form=^]", NoValue},
	{"[form= ^& tag=NNG]", NoValue},
	{"[form=^(가]", BadExpression},
	{"[form=\"^가**\"]", BadExpression},
	{"[form=가] 걷/^VVV", UnknownTag},
	{"걷/^VVV", UnknownTag},
	{"[form=가]^{3,1}", BadRepeat},
	{"[form=가]^{x}", BadRepeat},
	{"[form=가]^{}", BadRepeat},
	{"[form=가]^{0}", BadRepeat},
	{"[form=가] ^* [form=나]", NothingToRepeat},
	{"(^?[form=가])", NothingToRepeat},
	{"[form=가]^{100000}", QueryTooLong},
	{"^(([form=가]{1000}){1000}){10}", QueryTooLong},
}

func TestQueryFaults(t *testing.T) {
	for _, c := range queryFaultCases {
		offset := strings.Index(c.query, "^")
		query := strings.Replace(c.query, "^", "", 1)
		_, err := ParseQuery(query)
		var e *QueryError
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", query, err)
			continue
		}
		if e.Fault != c.fault || e.Offset != offset || e.Query != query {
			t.Errorf("%s: %s at %d, want %s at %d", query, e.Fault, e.Offset, c.fault, offset)
		}
	}
}

// A sequence over the letters a, b, c and a regular expression over the string of the same letters find the same.
func TestQueryIsARegularExpression(t *testing.T) {
	var item func(t *rapid.T, depth int) (query, expr string)
	item = func(t *rapid.T, depth int) (query, expr string) {
		kind := rapid.IntRange(0, 3).Draw(t, "kind")
		if depth == 0 {
			kind = 0
		}
		switch kind {
		case 0:
			switch l := rapid.SampledFrom([]string{"a", "b", "c", ".", "^a", "ab"}).Draw(t, "letter"); l {
			case ".":
				query, expr = "[]", "."
			case "^a":
				query, expr = "[form!=a]", "[^a]"
			case "ab":
				query, expr = "[form=a|b]", "[ab]"
			default:
				query, expr = "[form="+l+"]", l
			}
		case 1:
			for range rapid.IntRange(1, 3).Draw(t, "items") {
				q, e := item(t, depth-1)
				query, expr = query+" "+q, expr+e
			}
			query, expr = "("+query+")", "("+expr+")"
		case 2:
			q1, e1 := item(t, depth-1)
			q2, e2 := item(t, depth-1)
			query, expr = "("+q1+"|"+q2+")", "("+e1+"|"+e2+")"
		default:
			q, e := item(t, depth-1)
			repeat := rapid.SampledFrom([]string{"?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"}).Draw(t, "repeat")
			query, expr = "("+q+")"+repeat, "("+e+")"+repeat
		}
		return query, expr
	}
	rapid.Check(t, func(t *rapid.T) {
		query, expr := item(t, 3)
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 0, 20, -1).Draw(t, "text")
		want := ""
		twin := regexp.MustCompile(expr)
		twin.Longest()
		for _, at := range twin.FindAllStringIndex(text, -1) {
			if at[1] > at[0] {
				want += fmt.Sprint(at)
			}
		}
		var tokens []tokenize.Token
		for i, r := range text {
			tokens = append(tokens, tokenize.Token{Form: string(r), Start: i, End: i + 1})
		}
		q, err := ParseQuery(query)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		m, _ := q.NewMatcher(tokenize.TermOptions{})
		got := ""
		for _, hit := range m.Find(text, tokens) {
			got += fmt.Sprint([]int{hit.First, hit.Last})
		}
		if got != want {
			t.Fatalf("%s in %s: %s, want %s as %s", query, text, got, want, expr)
		}
	})
}

// A match cannot grow without end, and what lies behind the longest one is found too.
func TestMaxMatch(t *testing.T) {
	tokens := make([]tokenize.Token, 2*MaxMatch+10)
	for i := range tokens {
		tokens[i] = tokenize.Token{Form: "a", Start: i, End: i + 1}
	}
	q, _ := ParseQuery("[]*")
	m, _ := q.NewMatcher(tokenize.TermOptions{})
	var sizes []int
	for _, hit := range m.Find(strings.Repeat("a", len(tokens)), tokens) {
		sizes = append(sizes, hit.Last-hit.First)
	}
	if got, want := fmt.Sprint(sizes), fmt.Sprint([]int{MaxMatch, MaxMatch, 10}); got != want {
		t.Errorf("matches of %s, want %s", got, want)
	}
}

// Any query can be read or refused, and found in any text, in bounded time.
func FuzzQuery(f *testing.F) {
	for _, c := range queryCases {
		f.Add(c.query)
	}
	for _, c := range queryFaultCases {
		f.Add(strings.Replace(c.query, "^", "", 1))
	}
	f.Add("[form=\xe1\xff\xff{")
	f.Add("[]{9}{9}{9}{9}")
	f.Add("((((([]*)*)*)*)*)*")
	tokens := tokenize.AppendTagged(nil, queryText, nil)
	f.Fuzz(func(t *testing.T, query string) {
		q, err := ParseQuery(query)
		if err != nil {
			var e *QueryError
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(query) {
				t.Fatalf("%q: %v", query, err)
			}
			return
		}
		m, err := q.NewMatcher(tokenize.TermOptions{})
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, hit := range m.Find(queryText, tokens) {
			if hit.First < last || hit.Last <= hit.First || hit.Last > len(tokens) {
				t.Fatalf("%q finds [%d,%d) after %d", query, hit.First, hit.Last, last)
			}
			last = hit.Last
		}
	})
}

func BenchmarkQuery(b *testing.B) {
	text := strings.Repeat(queryText+"\n", 200)
	tokens := tokenize.AppendTagged(nil, text, nil)
	for _, query := range []string{"걷다", "걷/VV", "[lemma=걷다] [tag=E.*]+", "[tag=N.*] []* [tag=EF]"} {
		b.Run(query, func(b *testing.B) {
			q, err := ParseQuery(query)
			if err != nil {
				b.Fatal(err)
			}
			m, _ := q.NewMatcher(tokenize.TermOptions{})
			for b.Loop() {
				m.Find(text, tokens)
			}
			b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
		})
	}
}
