package cmd

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kstat/internal/textio"
)

// command is one row of the table of commands.
type command struct {
	name  string
	args  msg // what stands behind the name and the flags in the usage line; 0 for nothing
	short msg
	long  msg
	// example is a transcript: lines that begin with "$ " are commands, the lines below them what they print.
	example msg
	// appendix prints what the help says at its end; nil for nothing.
	appendix func(p *program)
	flags    []flagGroup
	needs    int // arguments at least
	words    int // of the arguments, how many stand before the files
	most     int // arguments at most; -1 for any number
	run      func(p *program, o *options, args []string) error
}

const anyNumber = -1

// commandTable gives all commands, in the order in which the help lists them.
func commandTable() []*command {
	return []*command{
		&freqCommand,
		&ngramsCommand,
		&kwicCommand,
		&compareCommand,
		&keywordsCommand,
		&collocationsCommand,
		&collocatesCommand,
		&dispersionCommand,
		&diversityCommand,
		&tokenizeCommand,
		&sentencesCommand,
		&cleanCommand,
		&reportCommand,
		&rerunCommand,
		&methodsCommand,
		&measuresCommand,
		&versionCommand,
		&completionCommand,
		&helpCommand,
	}
}

// commandNamed finds a command.
func (p *program) commandNamed(name string) (*command, bool) {
	for _, c := range p.commands {
		if c.name == name {
			return c, true
		}
	}
	return nil, false
}

func (p *program) commandNames() []string {
	var names []string
	for _, c := range p.commands {
		names = append(names, c.name)
	}
	return names
}

// commandTree makes the cobra commands of the table. Cobra parses, completes and dispatches; no word that a reader sees
// is cobra's own.
func (p *program) commandTree() *cobra.Command {
	root := &cobra.Command{
		Use: "kstat", Short: p.text(msgRootShort),
		SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.unknownCommand(args[0])
			}
			if v, err := c.Flags().GetBool("version"); err == nil && v {
				return versionCommand.run(p, &options{}, nil)
			}
			p.writeRootHelp()
			return nil
		},
	}
	cobra.MousetrapHelpText = p.text(msgMousetrap) + "\n"
	root.SetOut(p.out)
	root.SetErr(p.stderr)
	root.SetFlagErrorFunc(p.flagError)
	root.SetHelpFunc(p.helpFunc)
	root.SetUsageFunc(func(*cobra.Command) error { return nil })
	flagLang.bind(root.PersistentFlags(), &p.langFlag, p.text(flagLang.usage))
	root.Flags().Bool("version", false, p.text(msgFlagVersion))
	root.Flags().BoolP("help", "h", false, p.text(msgFlagHelp))
	for _, c := range p.commands {
		if c.name == "help" {
			root.SetHelpCommand(p.cobraCommand(c))
		} else {
			root.AddCommand(p.cobraCommand(c))
		}
	}
	return root
}

// cobraCommand makes the cobra command of a row.
func (p *program) cobraCommand(c *command) *cobra.Command {
	o := &options{}
	var cc *cobra.Command
	cc = &cobra.Command{
		Use: c.name, Short: p.text(c.short), Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			o.lang = p.langFlag.lang
			for _, g := range c.flags {
				for _, f := range g.flags {
					if err := f.check(o); err != nil {
						return err
					}
					if cc.Flags().Changed(f.name) && f.namesNothing(o) {
						return wrong(msgNoFileName, "--"+f.name)
					}
				}
			}
			switch {
			case len(args) < c.needs:
				return wrong(msgTooFewArgs, c.name).hinted(msgSeeHelp, c.name)
			case c.most != anyNumber && len(args) > c.most:
				return wrong(msgTooManyArgs, c.name, args[c.most]).hinted(msgSeeHelp, c.name)
			}
			if o.manifest == "-" {
				return wrong(msgManifestStdout).hinted(msgManifestHint)
			}
			if err := p.spareInputs(c, o, args); err != nil {
				return err
			}
			p.rec = p.newRecording(c, o, args, cc.Flags().Changed)
			err := c.run(p, o, args)
			if o.manifest == "" {
				return err
			}
			if err == nil {
				err = p.writeManifest(o)
			}
			if textio.IsBrokenPipe(err) { // success but for the record
				p.say(p.text(msgManifestCut, o.manifest))
			}
			return err
		},
	}
	cc.Flags().SortFlags = false
	for _, g := range c.flags {
		for _, f := range g.flags {
			if f == &flagLang { // it is the root's, and so every command's
				continue
			}
			f.bind(cc.Flags(), o, p.text(f.usage))
			if f.choices != nil {
				_ = cc.RegisterFlagCompletionFunc(f.name, cobra.FixedCompletions(f.choices(), cobra.ShellCompDirectiveNoFileComp))
			}
		}
	}
	if c.name == "help" {
		cc.ValidArgs = p.commandNames()
	} else if c.name == "completion" {
		cc.ValidArgs = shells[:]
	}
	cc.Flags().BoolP("help", "h", false, p.text(msgFlagHelp))
	return cc
}

// unknownCommand says that there is no such command.
func (p *program) unknownCommand(name string) error {
	if slices.Contains(laterCommands[:], name) {
		return wrong(msgLaterCommand, name).hinted(msgSeeCommands)
	}
	e := wrong(msgUnknownCommand, name).hinted(msgSeeCommands)
	return e.suggest(name, p.commandNames(), msgNearestCommand)
}

// flagError turns an error of the flag parser into one of ours.
func (p *program) flagError(c *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return seeHelp(c, wrong(msgUnknownFlag, "-"+name))
		}
		if slices.Contains(laterFlags[:], name) {
			return seeHelp(c, wrong(msgLaterFlag, "--"+name))
		}
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if other := p.commandsWith(name); len(other) > 0 && c.HasParent() {
			return wrong(msgFlagElsewhere, c.Name(), "--"+name, strings.Join(other, ", "))
		}
		e := seeHelp(c, wrong(msgUnknownFlag, "--"+name))
		if n, ok := meant(name, names); ok {
			e.hinted(msgNearest, "--"+n)
		}
		return e
	case errors.As(err, &missing):
		return seeHelp(c, wrong(msgFlagNeedsValue, dashed(missing.GetSpecifiedName())))
	case errors.As(err, &invalid):
		name := "--" + invalid.GetFlag().Name
		if errors.Is(err, errNotANumber) {
			v := invalid.GetFlag().Value.(*numberValue)
			return wrong(msgNotANumber, name, invalid.GetValue(), v.least)
		}
		return wrong(msgBadValue, name, invalid.GetValue())
	case errors.As(err, &syntax):
		return seeHelp(c, wrong(msgBadSyntax, syntax.GetSpecifiedFlag()))
	default:
		return wrong(msgBadSyntax, err.Error())
	}
}

// seeHelp adds where the flags are listed.
func seeHelp(c *cobra.Command, e *usageError) *usageError {
	if !c.HasParent() {
		return e.hinted(msgSeeCommands)
	}
	return e.hinted(msgSeeHelp, c.Name())
}

// commandsWith gives the commands that have a flag.
func (p *program) commandsWith(name string) []string {
	var names []string
	for _, c := range p.commands {
		for _, g := range c.flags {
			for _, f := range g.flags {
				if f.name == name {
					names = append(names, c.name)
				}
			}
		}
	}
	return names
}

func dashed(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + name
	}
	return "--" + name
}
