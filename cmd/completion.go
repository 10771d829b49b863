package cmd

import (
	"slices"
	"strings"
)

// shells are the shells for which there is completion.
var shells = [...]string{"bash", "zsh", "fish", "powershell"}

var completionCommand = command{
	name: "completion", args: msgArgsShell, short: msgCompletionShort, long: msgCompletionLong,
	flags: []flagGroup{langFlags}, needs: 1, words: 1, most: 1, run: runCompletion,
}

func runCompletion(p *program, _ *options, args []string) error {
	root := p.commandTree()
	switch args[0] {
	case "bash":
		return root.GenBashCompletionV2(p.out, true)
	case "zsh":
		return root.GenZshCompletion(p.out)
	case "fish":
		return root.GenFishCompletion(p.out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(p.out)
	}
	e := wrong(msgUnknownShell, args[0], strings.Join(shells[:], ", "))
	return e.suggest(args[0], slices.Clone(shells[:]), msgNearest)
}
