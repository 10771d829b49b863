package cmd

var ngramsCommand = command{
	name: "ngrams", args: msgArgsFiles, short: msgNgramsShort, long: msgNgramsLong, example: msgNgramsExample,
	flags: []flagGroup{ngramsFlags, inputFlags, linesFlags, otherFlags}, most: anyNumber, run: runNgrams,
}

func runNgrams(p *program, o *options, args []string) error {
	return p.frequencies("ngrams", false, o, args)
}
