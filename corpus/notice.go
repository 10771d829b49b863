package corpus

import (
	"fmt"
	"sort"
	"strings"
)

// Kind names a thing that can go wrong with an input, for programs: a command prints it in the user's language from a
// table keyed by Kind. Messages lists them all.
type Kind string

// What can make an input unusable.
const (
	NotFound       Kind = "not-found"       // nothing has this name
	Vanished       Kind = "vanished"        // found in its folder, but gone when it was its turn
	NoPermission   Kind = "no-permission"   // the system refuses to open it
	ReadFailed     Kind = "read-failed"     // opened, but reading broke off; {error}
	NotRegular     Kind = "not-regular"     // a pipe, socket or device inside a folder
	DirectoryLoop  Kind = "directory-loop"  // a link leads to a folder that the link lies in; {target}
	DirectoryTwice Kind = "directory-twice" // a link leads to a folder that is read anyway; {target}
	DirectoryEmpty Kind = "directory-empty" // a folder without a file to read
	Unsupported    Kind = "unsupported"     // a format that cannot be read yet; {format}, {advice}
	StdinTwice     Kind = "stdin-twice"     // standard input named a second time
)

// What is worth a warning: the input was used all the same.
const (
	BrokenBytes      Kind = "broken-bytes"      // Count sequences were no characters, U+FFFD stands there; {encoding}
	OddLength        Kind = "odd-length"        // UTF-16 with half a unit at its end
	NulCharacters    Kind = "nul-characters"    // Count characters U+0000
	EncodingDoubtful Kind = "encoding-doubtful" // the found encoding fits badly; {encoding}
	EncodingLate     Kind = "encoding-late"     // ASCII for a long way, another encoding after it; {encoding}
	ReadAsText       Kind = "read-as-text"      // a table or a page read as if it were plain text; {format}
	EmptyDocument    Kind = "empty-document"    // nothing in it but white space
)

// Message is what an input error or a warning says in English, with {names} where Args go. Reason is a clause that
// follows the input's name; Hint, which may be empty, says what to do.
type Message struct {
	Kind         Kind
	Warning      bool
	Reason, Hint string
}

var messages = []Message{
	{NotFound, false, "no such file or folder", "check the spelling, and quote names with spaces"},
	{Vanished, false, "was in its folder a moment ago and is gone", "run again when nothing moves files there"},
	{NoPermission, false, "no permission to read it", "change its permissions or copy it to a place of your own"},
	{ReadFailed, false, "reading broke off: {error}", ""},
	{NotRegular, false, "not a file (a pipe, socket or device), skipped", "name it yourself to have it read"},
	{DirectoryLoop, false, "a link back to {target}, in which it lies; not followed", "take the link away"},
	{DirectoryTwice, false, "a link to {target}, which is read anyway; not followed", "take the link away"},
	{DirectoryEmpty, false, "no file to read in this folder", "hidden files (names that begin with .) do not count"},
	{Unsupported, false, "{format} cannot be read", "{advice}"},
	{StdinTwice, false, "standard input can be read only once", "name - once"},
	{BrokenBytes, true, "{count} broken sequences in {encoding}, replaced by U+FFFD, the first at {places}", "give the right --encoding if this is another one"},
	{OddLength, true, "{encoding} with half a character at its end", "the file may be cut off"},
	{NulCharacters, true, "{count} NUL characters", "this may be no text"},
	{EncodingDoubtful, true, "taken for {encoding}, but it hardly looks like Korean", "give the right --encoding"},
	{EncodingLate, true, "ASCII at first, then {encoding}", "give --encoding if that is wrong"},
	{ReadAsText, true, "{format} read as plain text: its columns or tags are counted too", "take out the column or the text first"},
	{EmptyDocument, true, "no text in it", ""},
}

// Messages gives every kind of input error and warning with its English text, errors first.
func Messages() []Message { return append([]Message(nil), messages...) }

// Args are the values that a message mentions, by the name that stands in {braces} in it.
type Args map[string]string

// Fill writes the values of args in place of their {names} in a message.
func (a Args) Fill(message string) string {
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs := make([]string, 0, 2*len(names))
	for _, name := range names {
		pairs = append(pairs, "{"+name+"}", a[name])
	}
	return strings.NewReplacer(pairs...).Replace(message)
}

func message(k Kind) Message {
	for _, m := range messages {
		if m.Kind == k {
			return m
		}
	}
	return Message{Kind: k, Reason: string(k)}
}

// InputError says that an input could not be used, or not to its end. The others still are: an InputError never ends
// a Source.
type InputError struct {
	Kind Kind
	Path string // as the user named it, or as found under a folder that the user named
	Args Args   // what the message mentions
	Err  error  // the system's own error, or nil
}

// Error gives the path and the reason in English, on one line.
func (e *InputError) Error() string { return e.Path + ": " + e.Args.Fill(message(e.Kind).Reason) }

// Hint gives what the user may do about it in English, or nothing.
func (e *InputError) Hint() string { return e.Args.Fill(message(e.Kind).Hint) }

// Unwrap gives the system's own error.
func (e *InputError) Unwrap() error { return e.Err }

// Place is where in an input something was found.
type Place struct {
	Offset int64 // bytes from the start of the input as it lies on the disk
	Line   int   // from 1
}

// Warning says that an input was used, but not quite as it is.
type Warning struct {
	Kind   Kind
	Path   string
	Args   Args    // what the message mentions, {count} and {places} among it
	Count  int     // how many, for the kinds that count; else 0
	Places []Place // the first of them
}

// String gives the path and the warning in English, on one line.
func (w Warning) String() string { return w.Path + ": " + w.Args.Fill(message(w.Kind).Reason) }

// Hint gives what the user may do about it in English, or nothing.
func (w Warning) Hint() string { return w.Args.Fill(message(w.Kind).Hint) }

func newWarning(k Kind, path string, count int, places []Place, args Args) Warning {
	if args == nil {
		args = Args{}
	}
	if count > 0 {
		args["count"] = fmt.Sprint(count)
	}
	if len(places) > 0 {
		var b strings.Builder
		for i, p := range places {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%d:%d", p.Line, p.Offset)
		}
		args["places"] = b.String()
	}
	return Warning{Kind: k, Path: path, Args: args, Count: count, Places: places}
}
