package article

import (
	"bytes"
	"path"
	"strings"
)

// magic are the first bytes of kinds of file that hold no text to be read.
var magic = []struct {
	at    int
	bytes string
	why   Reason
}{
	{0, "\x89PNG\r\n", Picture}, {0, "\xFF\xD8\xFF", Picture}, {0, "GIF8", Picture}, {0, "II*\x00", Picture},
	{0, "MM\x00*", Picture}, {0, "BM", Picture}, {8, "WEBP", Picture}, {4, "ftypheic", Picture}, {4, "ftypmif1", Picture},
	{4, "ftypavif", Picture}, {0, "\x00\x00\x01\x00", Picture}, {0, "8BPS", Picture}, {0, "AT&TFORM", NotRead}, // DjVu
	{0, "\x7FELF", Binary}, {0, "MZ", Binary}, {0, "\x1F\x8B", NotRead}, {0, "Rar!", NotRead}, {0, "7z\xBC\xAF", NotRead},
	{0, "\xFD7zXZ", NotRead}, {0, "BZh", NotRead}, {0, "%!PS", NotRead}, {60, "BOOKMOBI", NotRead}, {0, "SQLite format 3", Binary},
}

// sniff tells the format by the bytes first, by the name's end second.
func sniff(name string, data []byte) (Format, error) {
	head := data[:min(len(data), 1024)]
	if len(bytes.Trim(data, " \t\r\n\x00")) == 0 {
		return "", &Error{Reason: Empty}
	}
	switch {
	case bytes.Contains(head, []byte("%PDF-")) && !looksText(head[:bytes.Index(head, []byte("%PDF-"))]):
		return PDF, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return sniffZip(data), nil
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return "", &Error{Reason: oleReason(data)}
	case bytes.HasPrefix(bytes.TrimLeft(head, "\xEF\xBB\xBF \r\n\t"), []byte(`{\rtf`)):
		return RTF, nil
	}
	for _, m := range magic {
		if len(head) > m.at && bytes.HasPrefix(head[m.at:], []byte(m.bytes)) && (len(m.bytes) > 2 || isBinary(data)) {
			return "", &Error{Reason: m.why}
		}
	}
	if isBinary(data) {
		return "", &Error{Reason: Binary}
	}
	return sniffText(name, string(decode(data[:min(len(data), 16<<10)], "").text)), nil
}

// sniffText tells which kind of text it is.
func sniffText(name, text string) Format {
	ext := strings.ToLower(path.Ext(name))
	low := strings.ToLower(strings.TrimSpace(text))
	if fields := headerNames(text); len(fields) > 0 {
		mime := fields["mime-version"] && fields["content-type"]
		known := 0
		for _, k := range []string{"from", "to", "date", "subject", "received", "return-path", "message-id", "mime-version", "content-type"} {
			if fields[k] {
				known++
			}
		}
		switch {
		case mime && (ext == ".mht" || ext == ".mhtml" || fields["snapshot-content-location"] || strings.Contains(low, "multipart/related") && !fields["received"] && !fields["to"]):
			return MHTML
		case known >= 3 && (fields["from"] || fields["date"]) || ext == ".eml" && known > 0:
			return EML
		}
	}
	switch {
	case startsHTML(low):
		return HTML
	case ext == ".html" || ext == ".htm" || ext == ".xhtml" || ext == ".shtml":
		if strings.Contains(low, "<") {
			return HTML
		}
	case ext == ".md" || ext == ".markdown" || ext == ".mdown" || strings.HasPrefix(text, "---\n") && strings.Contains(text, "\n---\n"):
		return Markdown
	}
	return Text
}

// startsHTML reports whether text, in lower case, begins as a page does, behind
// comments and an XML declaration.
func startsHTML(low string) bool {
	for {
		low = strings.TrimLeft(low, " \t\r\n\uFEFF")
		switch {
		case strings.HasPrefix(low, "<!--"):
			_, rest, ok := strings.Cut(low, "-->")
			if !ok {
				return false
			}
			low = rest
		case strings.HasPrefix(low, "<?xml"):
			_, rest, ok := strings.Cut(low, ">")
			if !ok {
				return false
			}
			low = rest
		case strings.HasPrefix(low, "<!doctype html"), strings.HasPrefix(low, "<html"), strings.HasPrefix(low, "<head"), strings.HasPrefix(low, "<body"):
			return true
		default:
			return strings.HasPrefix(low, "<meta ") || strings.HasPrefix(low, "<title>") || strings.HasPrefix(low, "<article")
		}
	}
}

// headerNames returns the names of the fields in the header that text begins
// with, in lower case; nil if it begins with none (RFC 5322, 2.2).
func headerNames(text string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(strings.TrimLeft(text, " \t\r\n\uFEFF")) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || len(out) > 200 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			if strings.HasPrefix(line, "From ") && len(out) == 0 { // of a mailbox
				continue
			}
			if len(out) >= 4 && out["mime-version"] && out["content-type"] {
				break // without the empty line behind its header
			}
			return nil
		}
		out[strings.ToLower(name)] = true
	}
	return out
}

// oleReason tells which OLE file it is ([MS-CFB], by the names of its streams): an
// encrypted document, a message of Outlook, a document of Word 97 to 2003.
func oleReason(data []byte) Reason {
	switch {
	case bytes.Contains(data, utf16Name("EncryptedPackage")):
		return Encrypted
	case bytes.Contains(data, utf16Name("__substg1.0_")):
		return OutlookMessage
	case bytes.Contains(data, utf16Name("WordDocument")):
		return OldWord
	}
	return NotRead
}

func utf16Name(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// looksText reports whether there is a word before a PDF's header: then it is a
// text about PDF.
func looksText(b []byte) bool {
	return len(bytes.Fields(b)) > 3 && !isBinary(b)
}

// isBinary reports whether data is no text in any charset.
func isBinary(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		return false
	}
	sample := data[:min(len(data), 64<<10)]
	if enc, _ := detect16(sample); enc != nil {
		return false
	}
	odd := 0
	for _, c := range sample {
		if c == 0 {
			odd += 4 // one or two come in pages that are shown all the same
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B && c != '\v' {
			odd++
		}
	}
	return odd*50 > len(sample)
}
