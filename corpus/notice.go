package corpus

import (
	"strings"

	"kstat/internal/textio"
)

// Kind names a thing that can go wrong with an input, for programs: a command prints it in the user's language from a
// table keyed by Kind. Messages lists them all.
type Kind string

// What can make an input unusable.
const (
	NotFound       Kind = "not-found"       // nothing has this name
	Vanished       Kind = "vanished"        // found in its folder, but gone when it was its turn
	DanglingLink   Kind = "dangling-link"   // a link that leads nowhere
	NoPermission   Kind = "no-permission"   // the system refuses to open it
	ReadFailed     Kind = "read-failed"     // reading broke off, and what was read before is all there is; {error}
	NotRegular     Kind = "not-regular"     // a pipe, socket or device inside a folder
	Endless        Kind = "endless"         // a device that may never end, as /dev/zero
	DirectoryLoop  Kind = "directory-loop"  // a link to a folder in which the link lies; {target}
	DirectoryTwice Kind = "directory-twice" // a link to a folder that is read anyway; {target}
	DirectoryEmpty Kind = "directory-empty" // a folder without a file to read
	Unsupported    Kind = "unsupported"     // a document in a format that cannot be read; {format}
	Archive        Kind = "archive"         // packed or compressed files; {format}
	NotText        Kind = "not-text"        // a picture, a program; {format}
	StdinTwice     Kind = "stdin-twice"     // standard input is used up
)

// What is worth a warning: the input was used all the same.
const (
	BrokenBytes      Kind = "broken-bytes"      // {count} sequences were no characters, U+FFFD stands there; {encoding}, {line}, {offset} of the first
	OddLength        Kind = "odd-length"        // UTF-16 with half a unit at its end; {encoding}
	NulCharacters    Kind = "nul-characters"    // {count} characters U+0000
	EncodingDoubtful Kind = "encoding-doubtful" // the encoding was found, but fits badly; {encoding}
	EncodingLate     Kind = "encoding-late"     // ASCII for more than 64 KiB, and then another encoding; {encoding}
	ReadAsText       Kind = "read-as-text"      // a table or a page, read as if it were plain text; {format}
	EmptyDocument    Kind = "empty-document"    // nothing but white space
)

// Message is what an input error or a warning says in English, with {names} where Args go. Reason is a clause that
// follows the input's name; Hint, which may be empty, says what to do.
type Message struct {
	Kind         Kind
	Warning      bool
	Reason, Hint string
}

var messages = []Message{
	{NotFound, false, "no such file or folder", "check the spelling, and quote a name with spaces"},
	{Vanished, false, "was in its folder a moment ago and is gone", "run again when nothing moves files there"},
	{DanglingLink, false, "a link to a file that does not exist", "repair the link or take it away"},
	{NoPermission, false, "no permission to read it", "change its permissions, or copy it to a place of your own"},
	{ReadFailed, false, "reading broke off: {error}", ""},
	{NotRegular, false, "a pipe, socket or device; left out", "name it on the command line to have it read"},
	{Endless, false, "a device, which may never end", "copy as much of it as is wanted into a file: head -c 1M DEVICE > FILE"},
	{DirectoryLoop, false, "a link to {target}, in which it lies; not followed", "take the link away"},
	{DirectoryTwice, false, "a link to {target}, which is read anyway; not followed", "take the link away"},
	{DirectoryEmpty, false, "no file to read in this folder", "hidden files, whose names begin with a point, are left out"},
	{Unsupported, false, "a document of format {format}, which cannot be read", "save it as plain text (UTF-8) in the program that made it"},
	{Archive, false, "packed files ({format}), which cannot be read", "unpack them first"},
	{NotText, false, "not a text but {format}", ""},
	{StdinTwice, false, "standard input can be read only once", "name - only once"},
	{BrokenBytes, true, "{count} broken sequences for {encoding}, replaced by U+FFFD, the first in line {line}, at byte offset {offset} of the file (from 0)", "give the right --encoding if this is another one"},
	{OddLength, true, "{encoding} with half a character at its end", "the file may be cut off"},
	{NulCharacters, true, "{count} NUL characters", "this may be no text"},
	{EncodingDoubtful, true, "taken for {encoding}, which fits badly", "give the right --encoding"},
	{EncodingLate, true, "ASCII at first, taken for {encoding} from there on", "give the right --encoding if this is another one"},
	{ReadAsText, true, "{format} is read as plain text; its marks and all its columns are counted", "take out the text first"},
	{EmptyDocument, true, "no text in it", ""},
}

// Messages gives every kind of input error and warning with its English text, errors first.
func Messages() []Message { return append([]Message(nil), messages...) }

// Args are the values that a message mentions, by the name that stands in {braces} in it.
type Args map[string]string

// Fill writes the values of args in place of their {names} in a message.
func (a Args) Fill(message string) string {
	pairs := make([]string, 0, 2*len(a))
	for name, value := range a {
		pairs = append(pairs, "{"+name+"}", value)
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

// Place is where in an input something was found: its Offset in bytes of the input as it lies on the disk, before any
// decoding, and its Line from 1.
type Place = textio.Place

// Warning says that an input was used, but not quite as it is.
type Warning struct {
	Kind   Kind
	Path   string
	Args   Args    // what the message mentions
	Count  int     // how many, for the kinds that count; else 0
	Places []Place // the first of them
}

// String gives the path and the warning in English, on one line.
func (w Warning) String() string { return w.Path + ": " + w.Args.Fill(message(w.Kind).Reason) }

// Hint gives what the user may do about it in English, or nothing.
func (w Warning) Hint() string { return w.Args.Fill(message(w.Kind).Hint) }
