package cli

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/syntax"
)

type annotateCommand struct {
	JSONL bool   `name:"jsonl" help:"${help_annotate_jsonl}"`
	Task  string `default:"timex" enum:"timex,dates,ner,quotes,coref,events,trees" placeholder:"timex|dates|ner|quotes|coref|events|trees" help:"${help_annotate_task}"`
}

// longestLine is the largest document that annotate reads, in bytes of JSON.
const longestLine = 64 << 20

// document is a line of input; annotated is the line that answers it. Mentions
// are what coreference is to group; they count code points, as scorers do, or
// bytes where the line says so.
type document struct {
	ID       string `json:"doc_id"`
	Text     string `json:"text"`
	DCT      string `json:"dct"`
	Unit     string `json:"unit"` // "byte", or empty for code points
	Mentions []span `json:"mentions"`
}

type span struct{ Start, End int }

// spans returns the mentions in bytes, in order; nil when there are none.
func (d *document) spans() []briefing.Span {
	if len(d.Mentions) == 0 {
		return nil
	}
	at := make([]int, 0, len(d.Text)+1) // byte of each code point
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	var out []briefing.Span
	for _, m := range d.Mentions {
		if d.Unit != "byte" {
			if m.Start < 0 || m.End < m.Start || m.End >= len(at) {
				continue
			}
			m = span{at[m.Start], at[m.End]}
		}
		out = append(out, briefing.Span(m))
	}
	slices.SortFunc(out, func(a, b briefing.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return out
}

type annotated struct {
	ID          string               `json:"doc_id"`
	Unit        string               `json:"unit"`
	Millisecond float64              `json:"ms"`
	Annotations []extract.Annotation `json:"annotations"`
}

// trees is the task whose answer is CoNLL-U rather than JSON.
const trees = "trees"

// Run annotates documents, a line of JSON each, from standard input to standard
// output.
func (a *annotateCommand) Run(c *call) error {
	x, err := extract.New(c.words)
	if err != nil {
		return err
	}
	in := bufio.NewScanner(c.Stdin)
	in.Buffer(nil, longestLine)
	out := bufio.NewWriter(c.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for line := 1; in.Scan(); line++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var d document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return c.fail("cli.annotate.broken", "line", strconv.Itoa(line), "reason", err.Error())
		}
		published, err := edtf.Parse(d.DCT)
		if d.DCT != "" && err != nil {
			return c.fail("cli.annotate.broken", "line", strconv.Itoa(line), "reason", err.Error())
		}
		if a.Task == trees {
			sentences, err := x.Trees(d.Text)
			if err != nil {
				return err
			}
			if err := syntax.WriteCoNLLU(out, d.ID, d.Text, sentences); err != nil {
				return c.unwritten(c.words.Text("cli.write.stdout"), err)
			}
			continue
		}
		begin := time.Now()
		found, err := x.Annotate(d.Text, published, extract.Task(a.Task), d.spans())
		if err != nil {
			return err
		}
		ms := float64(time.Since(begin).Microseconds()) / 1000
		if err := enc.Encode(annotated{d.ID, "byte", ms, found}); err != nil {
			return c.unwritten(c.words.Text("cli.write.stdout"), err)
		}
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return c.fail("cli.annotate.long", "limit", c.words.Bytes(longestLine))
	case err != nil && err != io.EOF:
		return c.desk.Worded(stdin, err)
	}
	if err := out.Flush(); err != nil {
		return c.unwritten(c.words.Text("cli.write.stdout"), err)
	}
	return nil
}
