package pdf

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"briefline/app/pdf/pdfread"
)

// ErrNoBriefing says that a file is no PDF with a briefing attached.
var ErrNoBriefing = errors.New("no briefing attached")

const (
	maxFile     = 256 << 20 // bytes of a PDF
	maxBriefing = 64 << 20  // bytes of an attachment, as package briefing takes
)

// Attached returns the briefing attached to a PDF of size bytes, in its file
// form, unchecked. The PDF may have been rewritten since by another tool, as
// long as it is not encrypted. The error is ErrNoBriefing, with a reason, or one
// of r. Any bytes are safe to pass.
func Attached(r io.ReaderAt, size int64) ([]byte, error) {
	if size > maxFile {
		return nil, fmt.Errorf("%w: a file of over %d MiB", ErrNoBriefing, maxFile>>20)
	}
	data := make([]byte, max(size, 0))
	if n, err := r.ReadAt(data, 0); err != nil && !(err == io.EOF && n == len(data)) {
		return nil, err
	}
	f, err := pdfread.Open(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoBriefing, err)
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, fmt.Errorf("%w that could be read: the PDF is encrypted", ErrNoBriefing)
	}
	s, ok := briefingIn(f)
	if !ok {
		return nil, ErrNoBriefing
	}
	out, err := f.Unpack(s, maxBriefing)
	if err != nil {
		return nil, fmt.Errorf("%w that could be read: %w", ErrNoBriefing, err)
	}
	return out, nil
}

// briefingIn finds the attached file whose type is ours, or else, since tools
// lose the type, whose name is.
func briefingIn(f *pdfread.File) (named pdfread.Stream, found bool) {
	for _, spec := range attachments(f) {
		s, ok := f.Get(f.Dict(spec["EF"])["F"]).(pdfread.Stream)
		if !ok {
			continue
		}
		if s.Dict["Subtype"] == pdfread.Name(MediaType) {
			return s, true
		}
		name, _ := f.Get(spec["F"]).(pdfread.String)
		plain := strings.ReplaceAll(string(name), "\x00", "") // it may be UTF-16
		if !found && strings.HasSuffix(plain, ".briefing") {
			named, found = s, true
		}
	}
	return named, found
}

// attachments returns the file specifications of a PDF: those the catalog names
// (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8), or, where there is no catalog left,
// all there are.
func attachments(f *pdfread.File) []pdfread.Dict {
	var out []pdfread.Dict
	add := func(v any) {
		if d := f.Dict(v); d["EF"] != nil {
			out = append(out, d)
		}
	}
	catalog := f.Dict(f.Trailer["Root"])
	if catalog == nil {
		for _, n := range f.Numbers() {
			add(pdfread.Ref(n))
		}
		return out
	}
	for _, v := range f.Array(catalog["AF"]) {
		add(v)
	}
	left := 100000 // values to look at; a tree that bites its tail ends here
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		node := f.Dict(v)
		for i, v := range f.Array(node["Names"]) {
			if left--; left < 0 {
				return
			}
			if i%2 == 1 {
				add(v)
			}
		}
		for _, kid := range f.Array(node["Kids"]) {
			if left--; left < 0 || depth > 16 {
				return
			}
			walk(kid, depth+1)
		}
	}
	walk(f.Dict(catalog["Names"])["EmbeddedFiles"], 0)
	return out
}
