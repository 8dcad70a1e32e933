// Package article reads articles out of files: plain text, Markdown, saved web
// pages (HTML, MHTML), PDF with text, documents of Word (DOCX) and LibreOffice (ODT),
// rich text (RTF), e-mails (EML) and electronic books (EPUB). It gives the text word for word, what the file says about the
// article, with where it says so, and a map from the text back to the file.
//
// Nothing in a file is run, and nothing that it names is fetched. Whatever the
// bytes, Read does not panic, and its work and memory stay in proportion to
// their number; what it can't read is an *Error that says why.
package article

import (
	"bytes"
	"context"
	"io"
	"strings"
)

// The bounds of what is read.
const (
	MaxFile = 64 << 20 // bytes of a file
	MaxText = 4 << 20  // bytes of an article's text
)

// Format is a kind of file, by its usual name in lower case.
type Format string

// The formats that are read.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	MHTML    Format = "mhtml"
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	EML      Format = "eml"
	RTF      Format = "rtf"
	ODT      Format = "odt"
	EPUB     Format = "epub"
)

// Article is what was read out of a file. The fields are zero where the file
// does not say; nothing in them is guessed.
type Article struct {
	Format  Format
	Charset string // "UTF-8", "windows-1251"; empty where the format fixes it

	Headline  Field
	Byline    Field // who wrote it; several are parted by ", "
	Publisher Field
	Place     Field // of the dateline
	Published Field // an EDTF day, month, year or time
	// Candidates are dates that may be that of publication, likeliest first, where
	// Published is zero or a hint: to be offered to a person.
	Candidates []Field
	Address    Field // http or https
	Language   Field // a BCP 47 tag, as the file has it

	// Notes say what of the file could not be read, or was left out.
	Notes []Note

	// Text is the body: valid UTF-8, the words as they stand in the file,
	// paragraphs apart by "\n\n" (in plain text, as the file parts them).
	Text string
	// Map leads from Text back to the file.
	Map Map

	dataName string // what data on a page calls the article, beside its headline
	// encyclopaedic says that many write the page over years.
	encyclopaedic bool
	paid          bool // data on a page says that it is not free to read
}

// Field is one thing that a file says about its article.
type Field struct {
	Value  string
	Words  string // as the file has it, where Value is another form of it
	Origin string // where in the file: "meta property article:published_time"
	// Hint says that this is not the article's own word: the day on which a PDF
	// was made. To be shown, not to be built on.
	Hint bool
	// Inferred says that the file does not call it so, and that it follows from where
	// it stands: a day in the address of a page. To be built on, and shown as inferred.
	Inferred bool
}

// IsZero reports whether the file does not say.
func (f Field) IsZero() bool { return f.Value == "" }

// Read reads the article in r, at most MaxFile bytes. What kind of file it is
// shows in the bytes first and in the end of its name second; the name may be
// empty, and is in no error. The error is an *Error, that of r, or ctx's.
func Read(ctx context.Context, name string, r io.Reader) (*Article, error) {
	data, err := readAll(ctx, r)
	if err != nil {
		return nil, err
	}
	return read(ctx, name, data)
}

// Paste reads pasted text: plain text, unless it is a whole page of HTML or an
// e-mail. The error is an *Error or ctx's.
func Paste(ctx context.Context, text string) (*Article, error) {
	if len(text) > MaxFile {
		return nil, &Error{Reason: TooLarge}
	}
	return read(ctx, "", []byte(strings.ToValidUTF8(text, "\uFFFD")))
}

// read holds for every format what Article promises.
func read(ctx context.Context, name string, data []byte) (*Article, error) {
	format, err := sniff(name, data)
	if err != nil {
		return nil, err
	}
	a, err := readers[format](ctx, data)
	if err != nil {
		if e, ok := err.(*Error); ok && e.Format == "" {
			e.Format = format
		}
		return nil, err
	}
	a.Format = format
	a.tidy()
	if strings.TrimSpace(a.Text) == "" {
		return nil, &Error{Reason: Empty, Format: format}
	}
	return a, nil
}

var readers map[Format]func(context.Context, []byte) (*Article, error)

func init() { // a literal would be a circle: a mail holds a page
	readers = map[Format]func(context.Context, []byte) (*Article, error){
		Text: readText, Markdown: readMarkdown, HTML: readHTML, MHTML: readMHTML,
		PDF: readPDF, DOCX: readDOCX, EML: readEML, RTF: readRTF, ODT: readODT, EPUB: readEPUB,
	}
}

// readAll reads up to MaxFile bytes, and asks ctx between pieces.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	var out bytes.Buffer
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := io.CopyN(&out, r, 1<<20)
		switch {
		case out.Len() > MaxFile:
			return nil, &Error{Reason: TooLarge}
		case err == io.EOF:
			return out.Bytes(), nil
		case err != nil:
			return nil, err
		case n == 0:
			return out.Bytes(), nil
		}
	}
}

// The bounds of what an article says of itself, in bytes.
const (
	maxField   = 400
	maxAddress = 2048
)

// tidy holds the fields to what can be shown: one line without control characters,
// which would turn the words around them, and of bounded length.
func (a *Article) tidy() {
	for _, f := range []*Field{&a.Headline, &a.Byline, &a.Publisher, &a.Place, &a.Language} {
		f.Value, f.Words = bounded(f.Value, maxField), bounded(f.Words, maxField)
		if f.Value == "" {
			*f = Field{}
		}
	}
	if len(a.Address.Value) > maxAddress {
		a.Address = Field{}
	}
	a.Published.Words = bounded(a.Published.Words, maxField)
	for i := range a.Candidates {
		a.Candidates[i].Words = bounded(a.Candidates[i].Words, maxField)
	}
}

// bounded returns s in one line, cut between words where it is too long.
func bounded(s string, most int) string {
	if len(s) > 4*most {
		s = s[:cutAt(s, 4*most)]
	}
	s = squeeze(strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0:
			return ' '
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069: // overrides and isolates of direction
			return -1
		}
		return r
	}, s))
	if len(s) <= most {
		return s
	}
	s = s[:cutAt(s, most-len("…"))]
	if i := strings.LastIndexByte(s, ' '); i > most/2 {
		s = s[:i]
	}
	return s + "…"
}
