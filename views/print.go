package views

import (
	"bytes"
	"context"
	"errors"
	"image"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/safefile"
	"briefline/app/sheet"
	"briefline/views/kit"
	"briefline/views/paper"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// printView shows the pages as they will be printed, with what can be chosen
// about them. It stands in the window's place until it is closed.
type printView struct {
	f       *Frame
	b       *briefing.Briefing
	options sheet.Options
	attach  bool

	doc     *sheet.Document // of the present options; nil while it is laid out
	turn    int             // counts the layouts begun; an old one is thrown away
	waiting bool            // no newer layout has been asked for

	root    *fyne.Container
	pages   *kit.Page
	paper   *kit.Box // the row of sizes
	bar     *kit.Box
	side    *kit.Page
	status  *kit.Label
	message *kit.Text
	buttons []*kit.Button
	poster  *kit.Box // what can be chosen about a poster; hidden while there is none
}

// printSide is how wide the column of options is, in points.
const printSide = 300

// newPrintView returns the print view of a briefing and lays its pages out.
func newPrintView(f *Frame, b *briefing.Briefing) *printView {
	v := &printView{f: f, b: b, attach: true}
	v.bar = v.buildBar()
	v.side = kit.NewPage(kit.Inset(v.buildOptions(), 18, 18, 18, 18))
	v.pages = kit.NewPage(kit.Space(1))
	v.root = container.New(printLayout{v}, kit.NewFill(kit.RolePaper), v.bar, v.pages, v.side)
	v.lay()
	return v
}

func (v *printView) buildBar() *kit.Box {
	w := v.f.words
	closing := kit.NewButton(w.Text("printing.close"), v.f.stage.Clear)
	save := kit.NewButton(w.Text("printing.save"), v.save)
	send := kit.NewButton(w.Text("printing.send"), v.send)
	send.Main = true
	v.buttons = []*kit.Button{send, save, closing}
	v.status = kit.NewLabel("", kit.Body, kit.RoleMuted)
	return viewBar(w.Text("printing.title"), v.status, v.buttons...)
}

func (v *printView) buildOptions() kit.Block {
	w := v.f.words
	head := func(id string) kit.Block {
		return kit.Inset(kit.NewBlock(kit.Plain(strings.ToUpper(w.Text(id)), kit.Caption, kit.RoleMuted)...), 0, 0, 0, 6)
	}
	v.paper = v.choice(&v.options.Paper, sheet.A4, sheet.Letter)
	check := func(id string, on bool, set func(on bool)) kit.Block {
		return kit.NewCheck(w.Text(id), on, func(on bool) {
			set(on)
			v.lay()
		})
	}
	v.message = kit.NewText()
	v.poster = kit.Inset(kit.Stack(8,
		v.choice(&v.options.PosterPaper, sheet.A3, sheet.A2, sheet.A1, sheet.A0),
		check("printing.tile", false, func(on bool) { v.options.Tile = on }),
	), 28, 6, 0, 4)
	v.poster.Hide()
	return kit.Stack(0,
		head("printing.paper"), v.paper, kit.Space(20),
		head("printing.what"),
		check("printing.statements", true, func(on bool) { v.options.NoStatements = !on }),
		check("printing.source", true, func(on bool) { v.options.NoSource = !on }),
		check("printing.poster", false, v.choosePoster),
		v.poster,
		kit.Space(20),
		head("printing.how"),
		check("printing.mono", false, func(on bool) { v.options.Mono = on }),
		check("printing.large", false, func(on bool) { v.options.Large = on }),
		check("printing.attach", true, func(on bool) { v.attach = on }),
		kit.Space(20),
		v.message,
	)
}

// choosePoster prints the timeline alone, or not.
func (v *printView) choosePoster(on bool) {
	v.options.Poster = on
	if on {
		v.poster.Show()
	} else {
		v.poster.Hide()
	}
	v.side.Reflow()
}

// paperNames are the messages for the sizes of paper.
var paperNames = map[sheet.Paper]string{
	sheet.A4: "printing.a4", sheet.Letter: "printing.letter",
	sheet.A3: "printing.a3", sheet.A2: "printing.a2", sheet.A1: "printing.a1", sheet.A0: "printing.a0",
}

// choice is a row of buttons, one for each size of paper; the chosen one goes
// into to, which holds the first at once.
func (v *printView) choice(to *sheet.Paper, sizes ...sheet.Paper) *kit.Box {
	*to = sizes[0]
	var buttons []*kit.Button
	var objects []fyne.CanvasObject
	for _, p := range sizes {
		b := kit.NewButton(v.f.words.Text(paperNames[p]), func() {
			*to = p
			for i, b := range buttons {
				b.Chosen = sizes[i] == p
				b.Refresh()
			}
			v.lay()
		})
		b.Chosen = p == sizes[0]
		buttons, objects = append(buttons, b), append(objects, b)
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		x := float32(0)
		for _, b := range buttons {
			n := b.Natural()
			if place {
				kit.Put(b, x, 0, n.Width, 32)
			}
			x += n.Width + 8
		}
		return 32
	}, objects...)
}

// lay lays the pages out away from the window's thread, and shows them.
func (v *printView) lay() {
	v.turn++
	turn, b, words, fonts, options := v.turn, v.b, v.f.words, v.f.theme.Fonts, v.options
	v.say(v.f.words.Text("printing.laying"))
	v.f.background(func() func() {
		doc, err := sheet.Lay(b, words, fonts, options)
		return func() {
			if turn != v.turn {
				return
			}
			if err != nil {
				v.doc = nil
				v.say("")
				v.tell(faultWords(v.f, err))
				return
			}
			v.show(doc)
		}
	})
}

// faultWords words why a briefing cannot be laid out.
func faultWords(f *Frame, err error) string {
	faults := (*sheet.FaultsError)(nil)
	if !errors.As(err, &faults) {
		log.Print(err)
		return f.words.Text("printing.failed")
	}
	lines := []string{f.words.Text("printing.faults", "n", len(faults.Faults))}
	for i, fault := range faults.Faults {
		if i == 8 {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, fault.Path+": "+fault.Reason)
	}
	return strings.Join(lines, "\n")
}

// show puts the pages of a document into the preview.
func (v *printView) show(doc *sheet.Document) {
	v.doc = doc
	blocks := make([]kit.Block, 0, len(doc.Pages))
	for i, p := range doc.Pages {
		name := v.f.words.Text("printing.page", "page", i+1, "n", len(doc.Pages))
		picture := kit.NewPicture(name, float32(p.H/p.W), func(w, _ int) image.Image { return paper.Paint(p, float64(w)/p.W) })
		blocks = append(blocks, framed(picture, float32(p.W)))
	}
	v.pages = kit.NewPage(kit.Stack(0, blocks...))
	v.root.Objects[2] = v.pages
	v.root.Refresh()
	v.say(v.f.words.Text("printing.pages", "n", len(doc.Pages)))
	message := ""
	if len(doc.Missing) > 0 {
		message = v.f.words.Text("printing.missing", "characters", string(doc.Missing))
	}
	v.tell(message)
}

// framed shows a page in the middle of its column, no larger than it reads
// well, with an edge.
func framed(p *kit.Picture, natural float32) kit.Block {
	edge := kit.NewFrame(kit.RoleSurface, kit.RoleLine, 0)
	return kit.NewBox(func(width float32, place bool) float32 {
		const margin = 24
		w := float32(int(min(width-2*margin, natural*1.5)))
		h := p.HeightFor(w)
		if place {
			x := float32(int((width - w) / 2))
			kit.Put(edge, x-1, margin-1, w+2, h+2)
			kit.Put(p, x, margin, w, h)
		}
		return h + margin
	}, edge, p)
}

// say shows a short state beside the title.
func (v *printView) say(s string) {
	v.status.SetPieces(kit.Plain(s, kit.Body, kit.RoleMuted)...)
	v.bar.Arrange()
}

// tell shows a message below the options.
func (v *printView) tell(s string) {
	v.message.SetPieces(kit.Plain(s, kit.Note, kit.RoleWarn)...)
	v.side.Reflow()
}

// bytes writes the document of the present options.
func (v *printView) bytes(doc *sheet.Document, attach bool) ([]byte, error) {
	a := desk.Attach{Name: fileName(v.b) + ".briefing"}
	if attach {
		a.Briefing = v.b
	}
	var out bytes.Buffer
	err := (&desk.Desk{Words: v.f.words, Program: v.f.program}).WritePDF(&out, doc, a)
	return out.Bytes(), err
}

// fileName is a name for the briefing's files, from its title.
func fileName(b *briefing.Briefing) string {
	name := b.Title.Text
	const most = 60
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
		if i := strings.LastIndexByte(name, ' '); i > 0 {
			name = name[:i]
		}
	}
	return safefile.Name(strings.TrimRight(name, " .,;"), "briefing", "")
}

// save asks for a file and writes the PDF there.
func (v *printView) save() {
	doc, attach := v.doc, v.attach
	if doc == nil || v.f.askSave == nil {
		return
	}
	v.f.askSave(fileName(v.b)+".pdf", func(path string) {
		v.f.background(func() func() {
			data, err := v.bytes(doc, attach)
			if err == nil {
				err = safefile.Write(path, 0o644, func(w io.Writer) error {
					_, err := w.Write(data)
					return err
				})
			}
			return func() {
				if err != nil {
					log.Print(err)
					v.tell(v.f.words.Text("printing.unwritten", "file", filepath.Base(path), "reason", reason(err)))
					return
				}
				v.tell(v.f.words.Text("printing.saved", "file", filepath.Base(path)))
				if v.f.openFile != nil {
					v.f.openFile(path)
				}
			}
		})
	})
}

// reason is what the system says of a failed file operation.
func reason(err error) string {
	if path := (*os.PathError)(nil); errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// printTime is how long a print job is watched, the dialog included.
const printTime = 10 * time.Minute

// send hands the PDF to the system's printing.
func (v *printView) send() {
	doc := v.doc
	if doc == nil || v.f.sendJob == nil {
		return
	}
	v.tell(v.f.words.Text("printing.sending"))
	v.f.background(func() func() {
		message, err := v.deliver(doc)
		return func() {
			if err != nil {
				log.Print(err)
				message = v.f.words.Text("printing.refused", "reason", reason(err))
			}
			v.tell(message)
		}
	})
}

// deliver writes the PDF beside the system's other temporary files and prints
// it from there. It returns what to tell the person.
func (v *printView) deliver(doc *sheet.Document) (message string, err error) {
	data, err := v.bytes(doc, false)
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "briefline")
	if err != nil {
		return "", err
	}
	keep := false
	defer func() {
		if !keep {
			os.RemoveAll(dir)
		}
	}()
	path := filepath.Join(dir, "briefing.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return "", err
	}
	size := "A4"
	if v.options.Paper == sheet.Letter {
		size = "Letter"
	}
	ctx, cancel := context.WithTimeout(context.Background(), printTime)
	defer cancel()
	message, keep, err = v.f.sendJob(ctx, path, v.b.Title.Text, size)
	return message, err
}

// printLayout places the parts of the print view.
type printLayout struct{ v *printView }

// MinSize implements fyne.Layout.
func (l printLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minWidth, minHeight) }

// Layout implements fyne.Layout.
func (l printLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	v := l.v
	kit.Put(objects[0], 0, 0, s.Width, s.Height)
	kit.Put(v.bar, 0, 0, s.Width, barHeight)
	kit.Put(v.pages, 0, barHeight, s.Width-printSide, s.Height-barHeight)
	kit.Put(v.side, s.Width-printSide, barHeight, printSide, s.Height-barHeight)
}
