package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"briefline/app/desk"
)

// stdin is the file name that stands for standard input.
const stdin = desk.Stdin

// write puts bytes on standard output.
func (c *call) write(text string) error {
	if _, err := io.WriteString(c.Stdout, text); err != nil {
		return c.unwritten(c.words.Text("cli.write.stdout"), err)
	}
	return nil
}

// unwritten turns an error of writing a file into an exit.
func (c *call) unwritten(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError // of a rename
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return c.fail("cli.write.failed", "file", name, "reason", err.Error())
}
