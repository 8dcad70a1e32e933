package article

// NoteKind says what became of a part of a file.
type NoteKind string

// The kinds of notes. Each has a message in the catalog: see Note.MessageID.
const (
	// CutOff is a text that ends at an invitation to pay or to sign in.
	CutOff NoteKind = "cutOff"
	// Unread is a page or a part, at Where, that could not be read, or not to its end.
	Unread NoteKind = "unread"
	// Quoted is a message that another one answers, left out.
	Quoted NoteKind = "quoted"
	// Forwarded is a message that somebody passed on with words of their own, which
	// are left out.
	Forwarded NoteKind = "forwarded"
	// Letters are some that could not be told from a PDF's fonts: they stand as U+FFFD.
	Letters NoteKind = "letters"
	// Charset is a text in a charset that the file does not name and that was told by
	// its letters: Where is its name.
	Charset NoteKind = "charset"
)

// Note says what of a file could not be read, or was left out.
type Note struct {
	Kind  NoteKind
	Where string // "page 3", "part 2"; may be empty
}

// MessageID returns the ID of the message that says it, which has {where}.
func (n Note) MessageID() string { return "article.note." + string(n.Kind) }

// note adds a note, once.
func (a *Article) note(kind NoteKind, where string) {
	for _, n := range a.Notes {
		if n.Kind == kind && n.Where == where {
			return
		}
	}
	if len(a.Notes) < 20 {
		a.Notes = append(a.Notes, Note{kind, where})
	}
}
