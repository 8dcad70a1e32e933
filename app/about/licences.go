package about

import (
	"fmt"
	"strings"
)

// Licence is the terms of some work by others that is built into the program.
type Licence struct {
	Works []string // with their versions, in order; never empty
	Kind  string   // an SPDX expression, such as "MIT"
	Text  string   // whole, with the copyright lines
}

// The form of assets/licences.txt: lines about the file, then each licence as
// its works, its kind, an empty line and its text.
const (
	notBuiltIn = "Not built in: "
	workHead   = "=== "
	kindHead   = "Licence: "
)

// ReadLicences reads the file that script/licences writes. The second result
// are the modules of go.mod that the program does not contain, such as those of
// its tests. An error names the line.
func ReadLicences(file string) (licences []Licence, absent []string, err error) {
	var text strings.Builder
	end := func() {
		if n := len(licences); n > 0 {
			licences[n-1].Text = strings.Trim(text.String(), "\n")
			text.Reset()
		}
	}
	heads, number := false, 0 // whether the line before named a work
	for line := range strings.Lines(file) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if work, ok := strings.CutPrefix(line, workHead); ok {
			if !heads {
				end()
				licences = append(licences, Licence{})
			}
			l := &licences[len(licences)-1]
			l.Works = append(l.Works, work)
			heads = true
			continue
		}
		if heads {
			kind, ok := strings.CutPrefix(line, kindHead)
			if !ok {
				return nil, nil, fmt.Errorf("read licences: line %d: no %q after the works", number, kindHead)
			}
			licences[len(licences)-1].Kind = kind
			heads = false
			continue
		}
		if len(licences) > 0 {
			text.WriteString(line + "\n")
		} else if work, ok := strings.CutPrefix(line, notBuiltIn); ok {
			absent = append(absent, work)
		}
	}
	if heads {
		return nil, nil, fmt.Errorf("read licences: line %d: ends after the works", number)
	}
	end()
	return licences, absent, nil
}
