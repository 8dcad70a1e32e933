package panels

import (
	"image/color"
	"math"

	"briefline/app/timeline"
	"briefline/app/typeset"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// painter keeps the objects of the drawing from frame to frame. A picture that
// only moves costs almost nothing, a new one costs its painting: so labels are
// kept by their words, bars by their event, and what a frame does not use is
// hidden rather than thrown away.
type painter struct {
	stage                   *fyne.Container
	back, bars, front, over *fyne.Container
	axis                    *canvas.Rectangle
	grid, rings, folds      rects
	lines                   map[lineKey]*lineSet
	marks                   map[string]*bar
	frame                   int
	kept                    int // labels in memory
}

type lineKey struct {
	text  string
	style typeset.Style
	ink   kit.Role
	back  kit.Role
	width float32
}

type lineSet struct {
	lines []*kit.Line
	used  int
	frame int
}

// maxKept is how many labels stay in memory before the unused are dropped.
const maxKept = 900

// rects is a pool of rectangles.
type rects struct {
	list []*canvas.Rectangle
	used int
}

func (r *rects) next(c *fyne.Container) *canvas.Rectangle {
	if r.used == len(r.list) {
		n := canvas.NewRectangle(color.Transparent)
		r.list = append(r.list, n)
		c.Objects = append(c.Objects, n)
	}
	n := r.list[r.used]
	r.used++
	n.Show()
	return n
}

func (r *rects) rest() {
	for _, n := range r.list[r.used:] {
		n.Hide()
	}
}

func (p *painter) begin() {
	if p.lines == nil {
		p.back, p.bars = container.NewWithoutLayout(), container.NewWithoutLayout()
		p.front, p.over = container.NewWithoutLayout(), container.NewWithoutLayout()
		p.stage.Objects = []fyne.CanvasObject{p.back, p.bars, p.front, p.over}
		p.axis = canvas.NewRectangle(color.Transparent)
		p.back.Objects = append(p.back.Objects, p.axis)
		p.lines, p.marks = map[lineKey]*lineSet{}, map[string]*bar{}
	}
	p.frame++
	p.grid.used, p.rings.used, p.folds.used = 0, 0, 0
}

// end hides what the frame did not use and has the canvas painted again.
func (p *painter) end() {
	p.grid.rest()
	p.rings.rest()
	p.folds.rest()
	for _, s := range p.lines {
		used := s.used
		if s.frame != p.frame {
			used = 0
		}
		for _, l := range s.lines[used:] {
			l.Hide()
		}
	}
	for _, b := range p.marks {
		if b.frame != p.frame {
			b.raster.Hide()
		}
	}
	if p.kept > maxKept {
		p.drop()
	}
	// Moved and hidden objects do not all ask for a new frame by themselves.
	p.axis.Refresh()
}

// drop forgets the labels and bars that the last frame did not show.
func (p *painter) drop() {
	p.front.Objects, p.bars.Objects, p.kept = nil, nil, 0
	for k, s := range p.lines {
		if s.frame != p.frame {
			delete(p.lines, k)
			continue
		}
		s.lines = s.lines[:s.used]
		for _, l := range s.lines {
			p.front.Objects = append(p.front.Objects, l.Raster)
			p.kept++
		}
	}
	for id, b := range p.marks {
		if b.frame != p.frame {
			delete(p.marks, id)
			continue
		}
		p.bars.Objects = append(p.bars.Objects, b.raster)
	}
}

// restyle paints every picture again, after a change of the theme.
func (p *painter) restyle() {
	for _, s := range p.lines {
		for _, l := range s.lines {
			l.Refresh()
		}
	}
	for _, b := range p.marks {
		b.raster.Refresh()
	}
}

// line shows a label with its top left corner at x, y, no wider than width;
// width 0 does not cut it.
func (p *painter) line(text string, style typeset.Style, ink, back kit.Role, x, y, width float32) *kit.Line {
	k := lineKey{text, style, ink, back, width}
	s := p.lines[k]
	if s == nil {
		s = &lineSet{}
		p.lines[k] = s
	}
	if s.frame != p.frame {
		s.frame, s.used = p.frame, 0
	}
	if s.used == len(s.lines) {
		l := kit.NewLine(text, style, ink, back, width)
		s.lines = append(s.lines, l)
		p.front.Objects = append(p.front.Objects, l.Raster)
		p.kept++
	}
	l := s.lines[s.used]
	s.used++
	l.Show()
	l.Move(fyne.NewPos(x, y))
	return l
}

// rect shows a rectangle of the back layer.
func (p *painter) rect(x, y, w, h float32, fill color.Color) {
	place(p.grid.next(p.back), x, y, w, h, fill)
}

func place(r *canvas.Rectangle, x, y, w, h float32, fill color.Color) {
	kit.Put(r, x, y, w, h)
	if r.FillColor != fill {
		r.FillColor = fill
		r.Refresh()
	}
}

// ring shows a frame around a bar.
func (p *painter) ring(x, y, w, h float32, stroke color.Color, width float32) {
	r := p.rings.next(p.over)
	kit.Put(r, x, y, w, h)
	if r.StrokeColor != stroke || r.StrokeWidth != width {
		r.StrokeColor, r.StrokeWidth, r.CornerRadius = stroke, width, 9
		r.Refresh()
	}
}

// draw shows the present plan.
func (a *Axis) draw() {
	p, plan, pal := &a.paint, a.plan, kit.Current().Palette()
	if plan == nil {
		return
	}
	p.begin()
	dy := a.dy()
	axisY := float32(math.Round(plan.AxisY)) + dy
	place(p.axis, 0, axisY, float32(plan.Width), 1, pal[kit.RoleControl])
	a.drawTicks(axisY, pal)
	for _, g := range plan.Groups {
		if g.ID != "" {
			p.line(a.groupName(g.ID), kit.Caption, kit.RoleMuted, kit.RoleSurface, 0, float32(g.Y)+dy, 0)
		}
	}
	for i := range plan.Marks {
		a.drawMark(&plan.Marks[i], dy, pal)
	}
	for _, c := range plan.Clusters {
		y, w, h := float32(c.Y)+dy, float32(c.X1-c.X0), float32(a.layout.ClusterHeight-a.layout.LaneGap)
		r := p.folds.next(p.back)
		r.CornerRadius, r.StrokeColor, r.StrokeWidth = h/2, pal[kit.RoleOther], 1
		place(r, float32(c.X0), y, w, h, pal[kit.RoleChip])
		text := a.desk.Words.Text("timeline.cluster", "n", c.Count)
		if kit.Current().Fonts.Width(text, kit.Chip)+8 > float64(w) {
			text = a.desk.Words.Count(c.Count)
		}
		n := float32(kit.Current().Fonts.Width(text, kit.Chip))
		p.line(text, kit.Chip, kit.RoleInk, kit.RoleNone, float32(math.Round(float64(float32(c.X0)+(w-n)/2))), y-1, 0)
	}
	p.end()
	if !a.Zoomed() {
		a.hint.Show()
		a.view.Hide()
	} else {
		a.hint.Hide()
		a.view.Show()
		a.view.update()
	}
}

func (a *Axis) drawTicks(axisY float32, pal *kit.Palette) {
	p := &a.paint
	fonts := kit.Current().Fonts
	for _, t := range a.plan.Ticks {
		x := float32(math.Round(t.X))
		p.rect(x, 4, 1, axisY-4, pal[kit.RoleLine])
		if !t.Label {
			continue
		}
		text := a.desk.Words.Tick(t.At, t.Precision)
		w := float32(fonts.Width(text, kit.Small))
		p.line(text, kit.Small, kit.RoleMuted, kit.RoleNone, float32(math.Round(float64(x-w/2))), axisY+5, 0)
	}
	for _, t := range a.plan.Context {
		x := float32(math.Round(t.X))
		if x > 0 {
			strong := kit.Mix(pal[kit.RoleLine], pal[kit.RoleControl], 0.5)
			p.rect(x, 4, 1, axisY-4, strong)
			p.rect(x, axisY+22, 1, 12, strong)
		}
		if t.Label {
			p.line(a.desk.Words.TickContext(t.At, t.Precision), kit.SmallBold, kit.RoleInk, kit.RoleNone, x+4, axisY+20, 0)
		}
	}
}

func (a *Axis) drawMark(m *timeline.Mark, dy float32, pal *kit.Palette) {
	p, y := &a.paint, float32(m.Y)+dy
	p.bar(m, y, a.layout.BarHeight)
	ink := kit.RoleInk
	switch {
	case a.hl.Is(KindEvent, m.ID):
		p.ring(float32(m.X0)-3, y-3, float32(m.X1-m.X0)+6, float32(a.layout.BarHeight)+6, pal[kit.RoleInk], 2)
		ink = kit.RoleAccent
	case a.hl.Has(KindEvent, m.ID):
		p.ring(float32(m.X0)-2, y-2, float32(m.X1-m.X0)+4, float32(a.layout.BarHeight)+4, pal[kit.RoleAccent], 1)
	}
	if m.Title.W > 0 {
		p.line(a.titles[m.ID], titleStyle, ink, kit.RoleSurface, float32(math.Round(m.Title.X)), float32(m.Title.Y)+dy, cut(m.Title.W, a.layout.Title(m.ID)))
	}
	if m.Detail.W > 0 {
		p.line(a.details[m.ID], kit.Small, kit.RoleMuted, kit.RoleSurface, float32(math.Round(m.Detail.X)), float32(m.Detail.Y)+dy+2, cut(m.Detail.W, a.layout.Detail(m.ID)))
	}
}

// cut is the width to cut a label to, 0 when there is room for all of it.
func cut(room, need float64) float32 {
	if room >= need {
		return 0
	}
	return float32(math.Floor(room))
}

func (a *Axis) groupName(id string) string {
	if q := a.index.Briefing.ParticipantByID(id); q != nil {
		return q.Name
	}
	return id
}
