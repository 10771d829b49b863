package stats

// Peer gives the name under which a program is known ("AntConc"), from its key in [Variant.Peers].
func Peer(key string) (name string, ok bool) {
	name, ok = peers[key]
	return name, ok
}

var peers = map[string]string{
	"antconc":                     "AntConc 4",
	"corpora":                     "R package corpora",
	"cqpweb":                      "CQPweb",
	"key-bnc":                     "KEY-BNC",
	"khcoder":                     "KH Coder 3",
	"konlp":                       "R package KoNLP",
	"lancsbox":                    "#LancsBox",
	"netminer":                    "NetMiner",
	"nltk":                        "NLTK",
	"orange":                      "Orange",
	"pandas-association-measures": "pandas-association-measures",
	"pydistinto":                  "pydistinto",
	"quanteda":                    "quanteda",
	"r":                           "R",
	"scattertext":                 "Scattertext",
	"scikit-learn":                "scikit-learn",
	"scipy":                       "SciPy",
	"sketchengine":                "Sketch Engine",
	"stylo":                       "R package stylo",
	"tlda":                        "R package tlda",
	"ucrel":                       "UCREL log-likelihood calculator",
	"ucs":                         "UCS toolkit",
	"walter":                      "Walter (variant of Log Ratio)",
	"wordless":                    "Wordless",
	"wordsmith":                   "WordSmith Tools",
}
