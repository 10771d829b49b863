package cmd

// What the command line will have and this version has not. It is refused by name, so that nobody takes a flag without
// effect for one that worked.

// laterCommands are the commands that this version does not have.
var laterCommands = [...]string{
	"space", "network", "words", "dict",
}

// laterFlags are the flags that this version does not have.
var laterFlags = [...]string{
	"dict", "synonyms", "compound", "edge", "top-nodes", "min-edge",
	"edge-list",
}

// laterChoices are values of flags that this version does not have.
var laterChoices = [...]struct{ flag, value string }{
	{"format", "parquet"},
}

func laterChoice(flag, value string) bool {
	for _, c := range laterChoices {
		if c.flag == flag && c.value == value {
			return true
		}
	}
	return false
}
