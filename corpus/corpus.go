// Package corpus turns what a user points at (files, folders, standard input) into documents, and documents into
// text that can be counted.
//
// The way of a text through the package:
//
//	files, stdin -> Source -> Chunk.Text -> Cleaner.Clean -> Cleaned.Text -> tokenize
//	  bytes                   decoded text                   cleaned text
//
// Two texts matter. The decoded text is what the user gave, and nothing but that: the characters of the file in their
// order, with its line ends (\n, \r\n, \r) and its way of writing 가 (one code point or two) left alone. Decoding does only
// three things: it turns the file's encoding into UTF-8, takes off the byte order mark, and writes U+FFFD in place of each
// broken sequence. Every offset that leaves the program is a byte offset into the decoded text, so that for a UTF-8 file
// without a byte order mark it is an offset into the file.
//
// The cleaned text is what the analyses see: NFC, lines that end in \n, and, unless the user forbids it, without what
// the cleaning rules take out. Cleaned.Map leads from its offsets back to the decoded text.
//
// A line ends at \n, \r\n or a \r that no \n follows, and nowhere else: U+2028, U+0085, vertical tab and form feed
// are white space inside a line. No cleaning rule adds or takes away a line, and none looks across a line end, so that a
// text has as many lines after cleaning as before.
package corpus
