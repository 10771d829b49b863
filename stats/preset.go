package stats

// Preset is another program's way to compute: which formula it means by each name, which expected frequency, which
// threshold. kstat's own names and formulas stay; a preset picks among the variants, so that a number made with it can be
// held against that program's.
type Preset struct {
	// Name is what --as takes.
	Name string
	// Program is the program and the version that was looked at.
	Program string
	// Margins is how the program completes a window count to a table.
	Margins Margins
	// Associations, Keynesses, Dispersions and Diversities are the measures that the program has, each with the variant
	// that it computes, in the order in which it shows them.
	Associations, Keynesses, Dispersions, Diversities []Choice
	// Placed are its measures of a collocate's places, which it shows before the others: it lists collocates by the first.
	Placed []Choice
	// Alpha is the threshold on p that the program applies to keywords unless told otherwise, and Correction the name of
	// its correction for many tests ("none", "bonferroni"); Alpha is 0 where it applies none.
	Alpha      float64
	Correction string
	// Options are the program's settings of single measures.
	Options Options
	// Note says what the program does differently beyond its formulas, in English.
	Note string
	// Source says where formulas and threshold were seen, and which of them could not be.
	Source string
}

// Choice is a measure and a variant of it by their names.
type Choice struct{ Measure, Variant string }

// FindPreset gives the preset called name; ok is false where there is none.
func FindPreset(name string) (p *Preset, ok bool) {
	for i := range Presets {
		if Presets[i].Name == name {
			return &Presets[i], true
		}
	}
	return nil, false
}

// VariantOf gives the name of the variant that choices, one of a preset's lists, has for a measure, and the empty name of the
// default where it has none.
func VariantOf(choices []Choice, measure string) string {
	for _, c := range choices {
		if c.Measure == measure {
			return c.Variant
		}
	}
	return ""
}

// Presets are the programs that kstat can imitate.
var Presets = []Preset{
	{
		Name: "antconc", Program: "AntConc 4.2", Margins: Plain,
		Associations: []Choice{{"g2", "unsigned"}, {"pmi", "log2"}, {"t", "standard"}, {"dice", "standard"}, {"chi2", "unsigned"}},
		Keynesses: []Choice{{"g2", "four_term"}, {"chi2", "unsigned"}, {"p", "g2"}, {"log_ratio", "half_if_zero"},
			{"pct_diff", "standard"}, {"relative_risk", "standard"}, {"odds_ratio", "standard"}},
		Dispersions: []Choice{{"range", "parts"}, {"juilland_d", "counts"}, {"dp", "standard"}},
		Alpha:       0.05, Correction: "bonferroni",
		Note: "Keyness is the four-term log-likelihood, not the two-term one of the paper it cites. Negative keywords are hidden " +
			"unless asked for.",
		Source: "The four terms: L. Anthony, AntConc-Discussion, 2 February 2023 (groups.google.com/g/antconc/c/c5WuwK1Wvfw). The threshold, " +
			"p < 0.05 after Bonferroni, could not be confirmed: no manual that was seen states one. Compare it with the " +
			"settings of your copy, and give others by --max-p and --correct.",
	},
	{
		Name: "wordsmith", Program: "WordSmith Tools 7", Margins: Plain,
		Associations: []Choice{{"pmi", "log2"}, {"mi3", "oakes"}, {"t", "standard"}, {"z", "berry_rogghe"}, {"dice", "standard"},
			{"g2", "unsigned"}},
		Keynesses: []Choice{{"g2_2term", "two_term"}, {"bic", "two_term"}, {"log_ratio", "half_if_zero"}, {"p", "g2_2term"},
			{"chi2", "unsigned"}},
		Dispersions: []Choice{{"range", "parts"}},
		Diversities: []Choice{{"ttr", "standard"}, {"msttr", "standard"}, {"msttr_sd", "standard"}},
		Alpha:       1e-6, Correction: "none",
		Options: Options{Window: 1000},
		Note: "MI, T and log-likelihood ignore the span, Z takes it into account. MI3 is Oakes's form, not O³/E. The standardised " +
			"type–token ratio has segments of 1,000 tokens.",
		Source: "WordSmith Tools Manual 7, Formulae (lexically.net/downloads/version7/HTML/formulae.html); Minimum & Maximum settings, for " +
			"the 1,000 tokens. The threshold 0.000001 is the default of version 6 (lexically.net/downloads/version6/HTML/p_value.htm); the " +
			"manual of version 7 names no default, advises p = 0.1 with a BIC of 2.5 or more, and prints the BIC.",
	},
	{
		Name: "cqpweb", Program: "CQPweb 3.2", Margins: SpanCorrected,
		Associations: []Choice{{"g2", "signed"}, {"pmi", "log2"}, {"mi3", "log2"}, {"t", "standard"}, {"z", "standard"},
			{"dice", "standard"}, {"log_ratio", "half_if_zero"}},
		Keynesses:   []Choice{{"g2_2term", "two_term"}, {"log_ratio", "half_if_zero"}, {"clr", "normal"}, {"p", "g2_2term"}},
		Dispersions: []Choice{{"range", "parts"}, {"dp", "standard"}},
		Alpha:       1e-4, Correction: "sidak",
		Note: "The expected frequency counts the tokens of all windows. Log Ratio is shown for words whose log-likelihood passes " +
			"the threshold.",
		Source: "Hardie 2014 and the numbers that CQPweb 3.2 printed for collocates of Bundesregierung (cqpweb-gold-lr.tsv of " +
			"fau-klue/pandas-association-measures). The threshold of 0.0001 with Šidák's correction could not be confirmed.",
	},
	{
		Name: "sketchengine", Program: "Sketch Engine", Margins: Plain,
		Associations: []Choice{{"logdice", "standard"}, {"t", "standard"}, {"pmi", "log2"}, {"mi3", "log2"}, {"g2", "unsigned"},
			{"min_sensitivity", "standard"}, {"mi_logf", "standard"}},
		Keynesses:   []Choice{{"simple_maths", "per_million"}},
		Dispersions: []Choice{{"arf", "standard"}, {"ald", "alf"}},
		Correction:  "none", Options: Options{SmoothK: 1},
		Note:   "No test of significance. ALDF is the variant alf of ald.",
		Source: "Statistics used in the Sketch Engine (Lexical Computing, 2015); Kilgarriff 2009 for simple maths.",
	},
	{
		Name: "khcoder", Program: "KH Coder 3", Margins: Plain,
		Associations: []Choice{{"pmi", "log2"}, {"mi3", "log2"}, {"t", "standard"}, {"z", "berry_rogghe"}, {"jaccard", "standard"},
			{"dice", "standard"}, {"g2", "unsigned"}, {"simpson", "standard"}, {"lift", "standard"}, {"differential", "standard"},
			{"cosine", "standard"}},
		Placed:     []Choice{{"dist", "standard"}},
		Keynesses:  []Choice{{"chi2", "unsigned"}},
		Correction: "none",
		Note: "Collocates of a window ignore the span but for Z; scores are cut (not rounded) to three decimals. Word association and " +
			"networks count documents or sentences that hold both words, not windows. Collocates stand in the order of their score by distance, " +
			"the measure dist of kstat collocates.",
		Source: "The program's source, version 3; Higuchi 2016.",
	},
	{
		Name: "ucs", Program: "UCS toolkit 0.6", Margins: SpanCorrected,
		Associations: []Choice{{"dice", "standard"}, {"fisher", "right"}, {"jaccard", "standard"}, {"pmi", "log10"}, {"mi2", "log10"},
			{"mi3", "log10"}, {"min_sensitivity", "standard"}, {"poisson_stirling", "log10"}, {"poisson", "right"},
			{"mutual_information", "average"}, {"chi2", "signed"}, {"chi2_yates", "signed"}, {"cosine", "standard"},
			{"local_mi", "log10"}, {"g2", "signed"}, {"odds_ratio", "log10"}, {"log_odds", "log10"}, {"simple_ll", "signed"},
			{"t", "standard"}, {"z", "standard"}},
		Correction: "none",
		Note: "All logarithms are decimal but those of the log-likelihoods. Fisher and Poisson are printed as −log₁₀ p. A log odds ratio " +
			"of an empty cell is printed as ±10⁷.",
		Source: "The values that the toolkit printed (ucs-gold-100.ds of fau-klue/pandas-association-measures), 94 pairs, all measures.",
	},
	{
		Name: "quanteda", Program: "quanteda.textstats 0.97", Margins: Plain,
		Associations: []Choice{{"pmi", "ln"}, {"g2", "unsigned"}},
		Keynesses:    []Choice{{"chi2", "signed"}, {"g2", "signed"}, {"fisher", "two_sided"}, {"p", "chi2"}},
		Diversities: []Choice{{"ttr", "standard"}, {"herdan_c", "standard"}, {"root_ttr", "standard"}, {"cttr", "standard"},
			{"dugast_u", "log10"}, {"somers_s", "log10"}, {"yule_k", "standard"}, {"yule_i", "types"}, {"simpson_d", "standard"},
			{"herdan_vm", "root"}, {"maas_a2", "log10"}, {"mattr", "standard"}, {"msttr", "standard"}},
		Correction: "none", Options: Options{Window: 100},
		Note: "These are the values with correction = \"none\": by default chi2 and lr are corrected by Yates or Williams under conditions " +
			"that the manual does not state. The measure \"exact\" reports an odds ratio beside Fisher's p.",
		Source: "The source and the manual pages of quanteda.textstats 0.97.3. The threshold of significance is none: textstat_keyness lists all words.",
	},
}
