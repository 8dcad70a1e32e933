package article

import "fmt"

// Reason says why no article was read.
type Reason string

// The reasons. Each has a message in the catalog: see Error.MessageID.
const (
	Empty    Reason = "empty"    // no text in it
	TooLarge Reason = "tooLarge" // over MaxFile, MaxText or a bound of the format
	Bomb     Reason = "bomb"     // unpacks to far more than any article has
	Binary   Reason = "binary"   // a program, a film, sound, some other data
	Picture  Reason = "picture"  // a picture of a text at best
	NotRead  Reason = "notRead"  // a known kind of document that is not read
	// OutlookMessage is a message in the form of Outlook alone.
	OutlookMessage Reason = "outlookMessage"
	OldWord        Reason = "oldWord"      // a document of Word 97 to 2003
	WrongLetters   Reason = "wrongLetters" // in a charset that it does not name, and that can't be told
	Encrypted      Reason = "encrypted"    // needs a password
	Scanned        Reason = "scanned"      // a PDF with pictures and without text
	Unreadable     Reason = "unreadable"   // a PDF whose letters can't be told from its fonts
	NoArticle      Reason = "noArticle"    // a page of links, a form, a front page
	Damaged        Reason = "damaged"      // cut short or broken, at Where
)

// Error tells why no article was read out of a file. It names no file: the
// caller knows its name. It holds no text of the file.
type Error struct {
	Reason Reason
	Format Format // empty if it is none of ours
	Where  string // "word/document.xml", "byte 1234"; may be empty
	Err    error  // the cause, for the log; may be nil
}

// Error is for the log; what the user reads is the message MessageID.
func (e *Error) Error() string {
	s := "read article"
	if e.Format != "" {
		s += " as " + string(e.Format)
	}
	s += ": " + string(e.Reason)
	if e.Where != "" {
		s += " at " + e.Where
	}
	if e.Err != nil {
		s += fmt.Sprintf(": %v", e.Err)
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// messages are the IDs in assets/i18n, each with {file}; damaged has {where} too.
var messages = map[Reason]string{
	Empty:          "article.empty",
	TooLarge:       "article.tooLarge",
	Bomb:           "article.bomb",
	Binary:         "article.binary",
	Picture:        "article.picture",
	NotRead:        "article.notRead",
	OldWord:        "article.oldWord",
	OutlookMessage: "article.outlookMessage",
	WrongLetters:   "article.wrongLetters",
	Encrypted:      "article.encrypted",
	Scanned:        "article.scanned",
	Unreadable:     "article.unreadable",
	NoArticle:      "article.noArticle",
	Damaged:        "article.damaged",
}

// MessageID returns the ID of the message that tells the user what is wrong and
// what to do. The message has {file}, and {where} where the error has Where.
func (e *Error) MessageID() string {
	if e.Reason == Damaged && e.Where == "" {
		return "article.damagedSomewhere"
	}
	return messages[e.Reason]
}
