package stats

// Reference gives the full reference of a source key ("Dunning 1993"); ok is false where the key is unknown.
func Reference(key string) (text string, ok bool) {
	text, ok = references[key]
	return text, ok
}

// The bibliography, by the keys that rows cite.
var references = map[string]string{
	"Baayen 2001": "R. H. Baayen (2001). Word Frequency Distributions. Kluwer.",
	"Benjamini & Hochberg 1995": "Y. Benjamini, Y. Hochberg (1995). Controlling the false discovery rate: a practical and powerful " +
		"approach to multiple testing. Journal of the Royal Statistical Society B 57(1), 289–300.",
	"Benjamini & Yekutieli 2001": "Y. Benjamini, D. Yekutieli (2001). The control of the false discovery rate in multiple testing under " +
		"dependency. Annals of Statistics 29(4), 1165–1188.",
	"Berry-Rogghe 1973": "G. L. M. Berry-Rogghe (1973). The computation of collocations and their relevance in lexical " +
		"studies. In A. J. Aitken et al. (eds.), The Computer and Literary Studies. Edinburgh University " +
		"Press, 103–112.",
	"Blaheta & Johnson 2001": "D. Blaheta, M. Johnson (2001). Unsupervised learning of multi-word verbs. Proceedings of the ACL " +
		"Workshop on Collocation, 54–60.",
	"Bouma 2009": "G. Bouma (2009). Normalized (pointwise) mutual information in collocation extraction. Proceedings of " +
		"GSCL, 31–40.",
	"Brezina 2018": "V. Brezina (2018). Statistics in Corpus Linguistics: A Practical Guide. Cambridge University Press.",
	"Brin et al. 1997": "S. Brin, R. Motwani, J. D. Ullman, S. Tsur (1997). Dynamic itemset counting and implication rules " +
		"for market basket data. Proceedings of SIGMOD, 255–264.",
	"Brunet 1978": "É. Brunet (1978). Le vocabulaire de Jean Giraudoux: structure et évolution. Slatkine.",
	"Burch et al. 2017": "B. Burch, J. Egbert, D. Biber (2017). Measuring and interpreting lexical dispersion in corpus " +
		"linguistics. Journal of Research Design and Statistics in Linguistics and Communication Science " +
		"3(2), 189–216.",
	"Burrows 2002": "J. Burrows (2002). ‘Delta’: a measure of stylistic difference and a guide to likely authorship. " +
		"Literary and Linguistic Computing 17(3), 267–287.",
	"Burrows 2007": "J. Burrows (2007). All the way through: testing for authorship in different frequency strata. " +
		"Literary and Linguistic Computing 22(1), 27–47.",
	"Carroll 1964": "J. B. Carroll (1964). Language and Thought. Prentice-Hall.",
	"Carroll 1970": "J. B. Carroll (1970). An alternative to Juilland's usage coefficient for lexical frequencies, and a " +
		"proposal for a standard frequency index (SFI). Computer Studies in the Humanities and Verbal " +
		"Behavior 3(2), 61–65.",
	"Church & Gale 1991": "K. W. Church, W. A. Gale (1991). Concordances for parallel text. Proceedings of the Seventh Annual " +
		"Conference of the UW Centre for the New OED and Text Research, 40–62.",
	"Church & Hanks 1990": "K. W. Church, P. Hanks (1990). Word association norms, mutual information, and lexicography. " +
		"Computational Linguistics 16(1), 22–29.",
	"Church et al. 1991": "K. W. Church, W. Gale, P. Hanks, D. Hindle (1991). Using statistics in lexical analysis. In U. " +
		"Zernik (ed.), Lexical Acquisition. Erlbaum, 115–164.",
	"Cliff 1993": "N. Cliff (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological " +
		"Bulletin 114(3), 494–509.",
	"Clopper & Pearson 1934": "C. J. Clopper, E. S. Pearson (1934). The use of confidence or fiducial limits illustrated in the " +
		"case of the binomial. Biometrika 26(4), 404–413.",
	"Cohen 1988": "J. Cohen (1988). Statistical Power Analysis for the Behavioral Sciences. 2nd edition. Erlbaum.",
	"Covington & McFall 2010": "M. A. Covington, J. D. McFall (2010). Cutting the Gordian knot: the moving-average type–token ratio " +
		"(MATTR). Journal of Quantitative Linguistics 17(2), 94–100.",
	"Craig & Kinney 2009": "H. Craig, A. F. Kinney (eds.) (2009). Shakespeare, Computers, and the Mystery of Authorship. " +
		"Cambridge University Press.",
	"Daille 1994": "B. Daille (1994). Approche mixte pour l'extraction automatique de terminologie: statistiques " +
		"lexicales et filtres linguistiques. Thesis, Université Paris 7.",
	"Dennis 1965": "S. F. Dennis (1965). The construction of a thesaurus automatically from a sample of text. In M. E. " +
		"Stevens et al. (eds.), Statistical Association Methods for Mechanized Documentation. National Bureau " +
		"of Standards, 61–148.",
	"Dias et al. 1999": "G. Dias, S. Guilloré, J. G. P. Lopes (1999). Language independent automatic acquisition of rigid " +
		"multiword units from unrestricted text corpora. Proceedings of TALN.",
	"Dice 1945": "L. R. Dice (1945). Measures of the amount of ecologic association between species. Ecology 26(3), " +
		"297–302.",
	"Dugast 1978": "D. Dugast (1978). Sur quoi se fonde la notion d'étendue théorique du vocabulaire? Le français " +
		"moderne 46, 25–32.",
	"Dunn 1961": "O. J. Dunn (1961). Multiple comparisons among means. Journal of the American Statistical Association " +
		"56(293), 52–64.",
	"Dunning 1993": "T. Dunning (1993). Accurate methods for the statistics of surprise and coincidence. Computational " +
		"Linguistics 19(1), 61–74.",
	"Egbert & Biber 2019": "J. Egbert, D. Biber (2019). Incorporating text dispersion into keyword analyses. Corpora 14(1), " +
		"77–104.",
	"Engwall 1974": "G. Engwall (1974). Fréquence et distribution du vocabulaire dans un choix de romans français. " +
		"Skriptor.",
	"Evert 2005": "S. Evert (2005). The Statistics of Word Cooccurrences: Word Pairs and Collocations. Dissertation, " +
		"Universität Stuttgart.",
	"Evert 2008": "S. Evert (2008). Corpora and collocations. In A. Lüdeling, M. Kytö (eds.), Corpus Linguistics: An " +
		"International Handbook. De Gruyter, 1212–1248.",
	"Evert 2022": "S. Evert (2022). Measuring keyness. Digital Humanities 2022: Conference Abstracts. osf.io/x8z9n.",
	"Feng & Cliff 2004": "D. Feng, N. Cliff (2004). Monte Carlo evaluation of ordinal d with improved confidence interval. " +
		"Journal of Modern Applied Statistical Methods 3(2), 322–332.",
	"Fisher 1935": "R. A. Fisher (1935). The logic of inductive inference. Journal of the Royal Statistical Society " +
		"98(1), 39–82.",
	"Font-Clos & Corral 2015": "F. Font-Clos, Á. Corral (2015). Log-log convexity of type–token growth in Zipf's systems. Physical " +
		"Review Letters 114, 238701.",
	"Gabrielatos & Marchi 2011": "C. Gabrielatos, A. Marchi (2011). Keyness: matching metrics to definitions. Corpus Linguistics in " +
		"the South: Theoretical-methodological Challenges in Corpus Approaches to Discourse Studies, " +
		"Portsmouth.",
	"Garwood 1936": "F. Garwood (1936). Fiducial limits for the Poisson distribution. Biometrika 28(3/4), 437–442.",
	"Gries 2008": "S. Th. Gries (2008). Dispersions and adjusted frequencies in corpora. International Journal of " +
		"Corpus Linguistics 13(4), 403–437.",
	"Gries 2013": "S. Th. Gries (2013). 50-something years of work on collocations: what is or should be next … " +
		"International Journal of Corpus Linguistics 18(1), 137–166.",
	"Gries 2020": "S. Th. Gries (2020). Analyzing dispersion. In M. Paquot, S. Th. Gries (eds.), A Practical Handbook " +
		"of Corpus Linguistics. Springer, 99–118.",
	"Guiraud 1954": "P. Guiraud (1954). Les caractères statistiques du vocabulaire. Presses universitaires de France.",
	"Haldane 1956": "J. B. S. Haldane (1956). The estimation and significance of the logarithm of a ratio of frequencies. " +
		"Annals of Human Genetics 20(4), 309–311.",
	"Hardie 2014": "A. Hardie (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social " +
		"Science, Lancaster.",
	"Heaps 1978":          "H. S. Heaps (1978). Information Retrieval: Computational and Theoretical Aspects. Academic Press.",
	"Hedges & Olkin 1985": "L. V. Hedges, I. Olkin (1985). Statistical Methods for Meta-Analysis. Academic Press.",
	"Hedges 1981": "L. V. Hedges (1981). Distribution theory for Glass's estimator of effect size and related " +
		"estimators. Journal of Educational Statistics 6(2), 107–128.",
	"Herdan 1955": "G. Herdan (1955). A new derivation and interpretation of Yule's ‘Characteristic’ K. Zeitschrift für " +
		"angewandte Mathematik und Physik 6, 332–334.",
	"Herdan 1960": "G. Herdan (1960). Type-Token Mathematics: A Textbook of Mathematical Linguistics. Mouton.",
	"Higuchi 2016": "K. Higuchi (2016). A two-step approach to quantitative content analysis: KH Coder tutorial using " +
		"Anne of Green Gables (Part I). Ritsumeikan Social Sciences Review 52(3), 77–91.",
	"Hofland & Johansson 1982": "K. Hofland, S. Johansson (1982). Word Frequencies in British and American English. Norwegian " +
		"Computing Centre for the Humanities.",
	"Holm 1979": "S. Holm (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of " +
		"Statistics 6(2), 65–70.",
	"Honoré 1979": "A. Honoré (1979). Some simple measures of richness of vocabulary. ALLC Bulletin 7(2), 172–177.",
	"Jaccard 1901": "P. Jaccard (1901). Étude comparative de la distribution florale dans une portion des Alpes et du " +
		"Jura. Bulletin de la Société vaudoise des sciences naturelles 37, 547–579.",
	"Johnson 1944": "W. Johnson (1944). Studies in language behavior: I. A program of research. Psychological Monographs " +
		"56(2), 1–15.",
	"Johnston et al. 2006": "J. E. Johnston, K. J. Berry, P. W. Mielke (2006). Measures of effect size for chi-squared and " +
		"likelihood-ratio goodness-of-fit tests. Perceptual and Motor Skills 103(2), 412–414.",
	"Juilland & Chang-Rodríguez 1964": "A. Juilland, E. Chang-Rodríguez (1964). Frequency Dictionary of Spanish Words. Mouton.",
	"Keniston 1920":                   "H. Keniston (1920). Common words in Spanish. Hispania 3(2), 85–96.",
	"Kilgarriff & Salkie 1996": "A. Kilgarriff, R. Salkie (1996). Corpus similarity and homogeneity via word frequency. Proceedings " +
		"of EURALEX '96, 121–130.",
	"Kilgarriff & Tugwell 2001": "A. Kilgarriff, D. Tugwell (2001). WORD SKETCH: extraction and display of significant collocations " +
		"for lexicography. Proceedings of the ACL Workshop on Collocation, 32–38.",
	"Kilgarriff 2001": "A. Kilgarriff (2001). Comparing corpora. International Journal of Corpus Linguistics 6(1), 97–133.",
	"Kilgarriff 2009": "A. Kilgarriff (2009). Simple maths for keywords. Proceedings of Corpus Linguistics 2009, Liverpool.",
	"Liddell 1976":    "D. Liddell (1976). Practical tests of 2×2 tables. The Statistician 25(4), 295–304.",
	"Lijffijt & Gries 2012": "J. Lijffijt, S. Th. Gries (2012). Correction to Stefan Th. Gries' “Dispersions and adjusted " +
		"frequencies in corpora”. International Journal of Corpus Linguistics 17(1), 147–149.",
	"Lin 1991": "J. Lin (1991). Divergence measures based on the Shannon entropy. IEEE Transactions on Information " +
		"Theory 37(1), 145–151.",
	"Lyne 1985": "A. A. Lyne (1985). Dispersion. In The Vocabulary of French Business Correspondence. Slatkine- " +
		"Champion, 101–124.",
	"Maas 1972": "H.-D. Maas (1972). Über den Zusammenhang zwischen Wortschatzumfang und Länge eines Textes. " +
		"Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73–96.",
	"Malvern et al. 2004": "D. Malvern, B. Richards, N. Chipere, P. Durán (2004). Lexical Diversity and Language Development. " +
		"Palgrave Macmillan.",
	"Mandelbrot 1953": "B. Mandelbrot (1953). An informational theory of the statistical structure of language. In W. " +
		"Jackson (ed.), Communication Theory. Butterworths, 486–502.",
	"Mann & Whitney 1947": "H. B. Mann, D. R. Whitney (1947). On a test of whether one of two random variables is stochastically " +
		"larger than the other. Annals of Mathematical Statistics 18(1), 50–60.",
	"McCarthy & Jarvis 2007": "P. M. McCarthy, S. Jarvis (2007). vocd: a theoretical and empirical evaluation. Language Testing " +
		"24(4), 459–488.",
	"McCarthy & Jarvis 2010": "P. M. McCarthy, S. Jarvis (2010). MTLD, vocd-D, and HD-D: a validation study of sophisticated " +
		"approaches to lexical diversity assessment. Behavior Research Methods 42(2), 381–392.",
	"Monroe et al. 2008": "B. L. Monroe, M. P. Colaresi, K. M. Quinn (2008). Fightin' words: lexical feature selection and " +
		"evaluation for identifying the content of political conflict. Political Analysis 16(4), 372–403.",
	"Newcombe 1998": "R. G. Newcombe (1998). Interval estimation for the difference between independent proportions: " +
		"comparison of eleven methods. Statistics in Medicine 17(8), 873–890.",
	"Ochiai 1957": "A. Ochiai (1957). Zoogeographical studies on the soleoid fishes found in Japan and its neighbouring " +
		"regions II. Bulletin of the Japanese Society of Scientific Fisheries 22(9), 526–530.",
	"Paquot & Bestgen 2009": "M. Paquot, Y. Bestgen (2009). Distinctive words in academic writing: a comparison of three " +
		"statistical tests for keyword extraction. In A. H. Jucker, D. Schreier, M. Hundt (eds.), Corpora: " +
		"Pragmatics and Discourse. Rodopi, 247–269.",
	"Pearson 1896": "K. Pearson (1896). Mathematical contributions to the theory of evolution III: regression, heredity, " +
		"and panmixia. Philosophical Transactions of the Royal Society A 187, 253–318.",
	"Pearson 1900": "K. Pearson (1900). On the criterion that a given system of deviations … can be reasonably supposed " +
		"to have arisen from random sampling. Philosophical Magazine 50(302), 157–175.",
	"Pedersen & Bruce 1996": "T. Pedersen, R. Bruce (1996). What to infer from a description. Technical report 96-CSE-04, Southern " +
		"Methodist University.",
	"Pedersen 1996": "T. Pedersen (1996). Fishing for exactness. Proceedings of the South-Central SAS Users Group " +
		"Conference, 188–200.",
	"Phipson & Smyth 2010": "B. Phipson, G. K. Smyth (2010). Permutation p-values should never be zero: calculating exact " +
		"p-values when permutations are randomly drawn. Statistical Applications in Genetics and Molecular " +
		"Biology 9(1), article 39.",
	"Piantadosi 2014": "S. T. Piantadosi (2014). Zipf's word frequency law in natural language: a critical review and future " +
		"directions. Psychonomic Bulletin & Review 21(5), 1112–1130.",
	"Pitman 1937": "E. J. G. Pitman (1937). Significance tests which may be applied to samples from any populations. " +
		"Supplement to the Journal of the Royal Statistical Society 4(1), 119–130.",
	"Pojanapunya & Todd 2016": "P. Pojanapunya, R. Watson Todd (2018, online 2016). Log-likelihood and odds ratio: keyness " +
		"statistics for different purposes of keyword analysis. Corpus Linguistics and Linguistic Theory " +
		"14(1), 133–167.",
	"Quasthoff & Wolff 2002": "U. Quasthoff, C. Wolff (2002). The Poisson collocation measure and its applications. Second " +
		"International Workshop on Computational Approaches to Collocations, Vienna.",
	"Rayson & Garside 2000": "P. Rayson, R. Garside (2000). Comparing corpora using frequency profiling. Proceedings of the " +
		"Workshop on Comparing Corpora, ACL 2000, 1–6.",
	"Rosengren 1971": "I. Rosengren (1971). The quantitative concept of language and its relation to the structure of " +
		"frequency dictionaries. Études de linguistique appliquée 1, 103–127.",
	"Rychlý 2008": "P. Rychlý (2008). A lexicographer-friendly association score. Proceedings of Recent Advances in " +
		"Slavonic Natural Language Processing, 6–9.",
	"Salton & McGill 1983": "G. Salton, M. J. McGill (1983). Introduction to Modern Information Retrieval. McGraw-Hill.",
	"Savický & Hlaváčová 2002": "P. Savický, J. Hlaváčová (2002). Measures of word commonness. Journal of Quantitative Linguistics " +
		"9(3), 215–231.",
	"Shannon 1948": "C. E. Shannon (1948). A mathematical theory of communication. Bell System Technical Journal 27(3), " +
		"379–423.",
	"Simpson 1943": "G. G. Simpson (1943). Mammals and the nature of continents. American Journal of Science 241(1), " +
		"1–31.",
	"Simpson 1949": "E. H. Simpson (1949). Measurement of diversity. Nature 163, 688.",
	"Smadja et al. 1996": "F. Smadja, K. R. McKeown, V. Hatzivassiloglou (1996). Translating collocations for bilingual " +
		"lexicons: a statistical approach. Computational Linguistics 22(1), 1–38.",
	"Smith & Aldridge 2011": "P. W. H. Smith, W. Aldridge (2011). Improving authorship attribution: optimizing Burrows' Delta " +
		"method. Journal of Quantitative Linguistics 18(1), 63–88.",
	"Somers 1966": "H. H. Somers (1966). Statistical methods in literary analysis. In J. Leed (ed.), The Computer and " +
		"Literary Style. Kent State University Press, 128–140.",
	"Spärck Jones 1972": "K. Spärck Jones (1972). A statistical interpretation of term specificity and its application in " +
		"retrieval. Journal of Documentation 28(1), 11–21.",
	"Ure 1971": "J. Ure (1971). Lexical density and register differentiation. In G. E. Perren, J. L. M. Trim (eds.), " +
		"Applications of Linguistics. Cambridge University Press, 443–452.",
	"Welch 1947": "B. L. Welch (1947). The generalization of ‘Student's’ problem when several different population " +
		"variances are involved. Biometrika 34(1/2), 28–35.",
	"Wilson 2013": "A. Wilson (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In M. " +
		"Bieswanger, A. Koll-Stobbe (eds.), New Approaches to the Study of Linguistic Variability. Lang, " +
		"3–11.",
	"Woolf 1955": "B. Woolf (1955). On estimating the relation between blood group and disease. Annals of Human " +
		"Genetics 19(4), 251–253.",
	"Yates 1934": "F. Yates (1934). Contingency tables involving small numbers and the χ² test. Supplement to the " +
		"Journal of the Royal Statistical Society 1(2), 217–235.",
	"Yule 1944": "G. U. Yule (1944). The Statistical Study of Literary Vocabulary. Cambridge University Press.",
	"Zhang et al. 2004": "H. Zhang, C. Huang, S. Yu (2004). Distributional consistency: as a general method for defining a " +
		"core lexicon. Proceedings of LREC, 1119–1122.",
	"Zou & Donner 2008": "G. Y. Zou, A. Donner (2008). Construction of confidence limits about effect measures: a general " +
		"approach. Statistics in Medicine 27(10), 1693–1702.",
	"Šidák 1967": "Z. Šidák (1967). Rectangular confidence regions for the means of multivariate normal distributions. " +
		"Journal of the American Statistical Association 62(318), 626–633.",
}
