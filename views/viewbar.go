package views

import (
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// viewBar is the bar along the top of a view that stands in the window's place:
// its title, a word on its state, and buttons from the right. status may be nil.
func viewBar(title string, status *kit.Label, buttons ...*kit.Button) *kit.Box {
	back, edge := kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	name := kit.NewLabel(title, kit.LeadBold, kit.RoleInk)
	objects := []fyne.CanvasObject{back, edge, name}
	if status != nil {
		objects = append(objects, status)
	}
	for _, b := range buttons {
		objects = append(objects, b)
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		if !place {
			return barHeight
		}
		n := name.Natural()
		kit.Put(back, 0, 0, width, barHeight)
		kit.Put(edge, 0, barHeight-1, width, 1)
		kit.Put(name, 18, (barHeight-n.Height)/2, n.Width, n.Height)
		if status != nil {
			s := status.Natural()
			kit.Put(status, 18+n.Width+18, (barHeight-s.Height)/2, max(1, s.Width), s.Height)
		}
		right := width - sidePad
		for _, b := range buttons {
			bw := b.Natural().Width
			kit.Put(b, right-bw, 10, bw, 32)
			right -= bw + 10
		}
		return barHeight
	}, objects...)
}

// fieldLeft closes the view that a field stands in at Escape, which the field takes.
func (f *Frame) fieldLeft(committed bool) {
	if !committed {
		f.stage.Clear()
	}
}

// columnView is a view of one page below its bar.
func columnView(bar *kit.Box, page *kit.Page) *fyne.Container {
	return container.New(columnLayout{bar, page}, kit.NewFill(kit.RolePaper), bar, page)
}

type columnLayout struct {
	bar  *kit.Box
	page *kit.Page
}

// MinSize implements fyne.Layout.
func (columnLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minWidth, minHeight) }

// Layout implements fyne.Layout.
func (l columnLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	kit.Put(objects[0], 0, 0, s.Width, s.Height)
	kit.Put(l.bar, 0, 0, s.Width, barHeight)
	kit.Put(l.page, 0, barHeight, s.Width, s.Height-barHeight)
}

// centredColumn is the column of such a page, in its middle.
func centredColumn(column kit.Block) kit.Block { return centredIn(column, 760, 24, 28) }
