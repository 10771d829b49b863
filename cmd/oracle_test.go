package cmd_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The commands agree, to nine digits and more, with a program that shares nothing with this one: it counts by loops, has the
// measures from their definitions in 40 digits and the tests over documents from SciPy. Counts go up to 5·10⁹, p down to
// 1e-1,000,000 and less; 230 words stand in 16 documents, 40 topics in 2,800 tokens. testdata/oracle/make.py writes the inputs and
// what must come of them.
func TestAgainstOracle(t *testing.T) {
	dir := filepath.Join("testdata", "oracle")
	in := func(names ...string) []string {
		for i := range names {
			names[i] = filepath.Join(dir, names[i])
		}
		return names
	}
	measure := func(args ...string) []string { return append(args, "--measures", "all", "--format", "json") }
	pair := func(r map[string]any) string {
		words := []string{r["w1"].(string), r["w2"].(string)}
		slices.Sort(words)
		return strings.Join(words, " ")
	}
	for _, c := range []struct {
		want string
		key  func(map[string]any) string
		args []string
	}{
		{"lists", named("term"), append(measure("compare", "--freq-list"), in("lists_a.tsv", "lists_b.tsv")...)},
		{"dispersion", named("term"), append(measure("freq", "--pretokenized"), in("a", "b")...)},
		{"samples", named("term"), append([]string{"compare", "--pretokenized", "--format", "json", "--measures",
			"mann_whitney_p,welch_t_p,cohens_d,hedges_g,cliffs_delta,zeta"}, in("a", "b")...)},
		{"pairs_plain", func(r map[string]any) string { return r["w1"].(string) + " " + r["w2"].(string) },
			append(measure("collocations", "--pretokenized", "--window", "1", "--ordered"), in("topics.txt")...)},
		{"pairs_span", pair, append(measure("collocations", "--pretokenized", "--window", "5", "--expected", "span"), in("topics.txt")...)},
		{"pairs_pairs", pair, append(measure("collocations", "--pretokenized", "--window", "10", "--expected", "pairs"), in("topics.txt")...)},
		{"texts", func(r map[string]any) string { return filepath.Base(r["doc"].(string)) },
			append([]string{"diversity", "--pretokenized", "--format", "json"}, in("text_one.txt", "text_different.txt", "text_same.txt",
				"text_short.txt", "text_long.txt")...)},
	} {
		var out struct{ Rows []map[string]any }
		if err := json.Unmarshal([]byte(run(t, "", c.args...)), &out); err != nil {
			t.Fatalf("%s: %v", c.want, err)
		}
		rows := make(map[string]map[string]any)
		for _, r := range out.Rows {
			rows[c.key(r)] = r
		}
		checkOracle(t, filepath.Join(dir, c.want+".want"), rows)
	}
}

func named(column string) func(map[string]any) string {
	return func(r map[string]any) string { return r[column].(string) }
}

func checkOracle(t *testing.T, file string, rows map[string]map[string]any) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	var columns []string
	values := 0
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if columns == nil {
			columns = fields
			continue
		}
		row := rows[fields[0]]
		for i, column := range columns[1:] {
			want := fields[i+1]
			got, is := row[column].(float64)
			if want == "NaN" || want == "Inf" || want == "-Inf" { // null in JSON
				if value, there := row[column]; !there || value != nil {
					t.Errorf("%s: %s of %s is %v, want %s", file, column, fields[0], value, want)
				}
				continue
			}
			x, err := strconv.ParseFloat(want, 64)
			if err != nil {
				t.Fatal(err)
			}
			values++
			if !is || !(math.Abs(got-x) <= 1e-12 || math.Abs(got-x) <= 1e-11*math.Abs(x)) {
				t.Errorf("%s: %s of %s is %v, want %s", file, column, fields[0], row[column], want)
			}
		}
	}
	if values < 50 {
		t.Errorf("%s: only %d values", file, values)
	}
}
