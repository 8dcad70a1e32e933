package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"time"

	"briefline/app/edtf"
	"briefline/app/extract"
)

type annotateCommand struct {
	JSONL bool   `name:"jsonl" help:"${help_annotate_jsonl}"`
	Task  string `default:"timex" enum:"timex,ner,quotes,coref" placeholder:"timex|ner|quotes|coref" help:"${help_annotate_task}"`
}

// longestLine is the largest document that annotate reads, in bytes of JSON.
const longestLine = 64 << 20

// document is a line of input; output is the line that answers it.
type document struct {
	ID   string `json:"doc_id"`
	Text string `json:"text"`
	DCT  string `json:"dct"`
}

type annotated struct {
	ID          string               `json:"doc_id"`
	Unit        string               `json:"unit"`
	Millisecond float64              `json:"ms"`
	Annotations []extract.Annotation `json:"annotations"`
}

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
		begin := time.Now()
		found, err := x.Annotate(d.Text, published, extract.Task(a.Task))
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
		return c.worded(stdin, err)
	}
	if err := out.Flush(); err != nil {
		return c.unwritten(c.words.Text("cli.write.stdout"), err)
	}
	return nil
}
