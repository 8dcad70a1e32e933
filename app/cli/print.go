package cli

import (
	"context"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"briefline/app/sheet"
	"briefline/app/typeset"
	"briefline/assets"
)

type printCommand struct {
	Files        []string `arg:"" optional:"" name:"file" help:"${help_print_files}"`
	Output       string   `short:"o" placeholder:"PDF|DIR" help:"${help_print_output}"`
	Paper        string   `default:"A4" placeholder:"A4|Letter" help:"${help_print_paper}"`
	NoSource     bool     `help:"${help_print_no_source}"`
	NoStatements bool     `help:"${help_print_no_statements}"`
	Mono         bool     `help:"${help_print_mono}"`
	Large        bool     `help:"${help_print_large}"`
	Author       string   `help:"${help_print_author}" placeholder:"NAME"`
	Poster       string   `placeholder:"A0|A1|A2|A3" help:"${help_print_poster}"`
	Tile         bool     `help:"${help_print_tile}"`
	Attach       bool     `default:"true" negatable:"" help:"${help_print_attach}"`
	Date         string   `placeholder:"DATE" help:"${help_print_date}"`
}

// Run prints the briefings, each whole or not at all. It ends with StatusFaults
// when one of several failed, and the others are printed.
func (p *printCommand) Run(c *call) error {
	options, err := p.options(c)
	if err != nil {
		return err
	}
	epoch, err := sourceDate(c)
	if err != nil {
		return err
	}
	jobs, err := p.jobs(c)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	pr := &printer{crew: crew{call: c}, fonts: typeset.Open(assets.Fonts()), options: options, epoch: epoch, attach: p.Attach}
	if !pr.run(ctx, jobs) {
		return &exit{StatusStopped, c.words.Text("cli.print.stopped")}
	}
	return c.report(jobs, "cli.print.some")
}

// options reads what the pages shall be like.
func (p *printCommand) options(c *call) (o sheet.Options, err error) {
	o = sheet.Options{NoSource: p.NoSource, NoStatements: p.NoStatements, Mono: p.Mono, Large: p.Large, Author: p.Author, Tile: p.Tile}
	var ok bool
	if o.Paper, ok = paperOf(p.Paper, sheet.A4, sheet.Letter); !ok {
		return o, c.fail("cli.print.paper", "paper", p.Paper)
	}
	if p.Poster != "" {
		if o.PosterPaper, ok = paperOf(p.Poster, sheet.A0, sheet.A1, sheet.A2, sheet.A3); !ok {
			return o, c.fail("cli.print.poster", "paper", p.Poster)
		}
		o.Poster = true
	}
	if p.Tile && !o.Poster {
		return o, c.fail("cli.print.tile")
	}
	if p.Date != "" {
		if o.Created, ok = parseDate(p.Date); !ok {
			return o, c.fail("cli.print.date", "date", p.Date)
		}
	}
	return o, nil
}

var paperNames = map[sheet.Paper]string{
	sheet.A4: "A4", sheet.Letter: "Letter", sheet.A3: "A3", sheet.A2: "A2", sheet.A1: "A1", sheet.A0: "A0",
}

// paperOf finds the paper called name, in any case, among those that will do.
func paperOf(name string, among ...sheet.Paper) (sheet.Paper, bool) {
	for _, paper := range among {
		if strings.EqualFold(name, paperNames[paper]) {
			return paper, true
		}
	}
	return 0, false
}

// parseDate reads "2024-05-24" or "2024-05-24T14:30:00Z" (RFC 3339).
func parseDate(s string) (time.Time, bool) {
	for _, form := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// sourceDate reads SOURCE_DATE_EPOCH (reproducible-builds.org), the time of a
// PDF whose briefing has none; zero when it is not set.
func sourceDate(c *call) (time.Time, error) {
	const name = "SOURCE_DATE_EPOCH"
	value := os.Getenv(name)
	if value == "" {
		return time.Time{}, nil
	}
	sec, err := strconv.ParseInt(value, 10, 64)
	const lastYear = 253402300800 // 10000-01-01: PDF has four digits for a year
	if err != nil || sec < 0 || sec >= lastYear {
		return time.Time{}, c.fail("cli.print.epoch", "name", name, "value", value)
	}
	return time.Unix(sec, 0).UTC(), nil
}
