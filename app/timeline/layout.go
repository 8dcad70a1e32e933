package timeline

import "briefline/app/edtf"

// Layout holds the measures of a timeline, in points, and plans it. Start from
// DefaultLayout.
type Layout struct {
	Width float64
	// MaxHeight is the most that Plan.Height may be; what does not fit folds into
	// clusters. At least one lane is always laid out. 0 is as high as needed.
	MaxHeight float64
	// Title and Detail return the widths of the label above the bar and of the one
	// below it; 0 or a nil func is no label. They are called for each event of each
	// plan: keep the widths at hand. When one changes, lanes are checked again.
	Title, Detail func(id string) float64
	MaxLabel      float64 // a label gets no more room than this; 0 is Width

	TitleHeight, BarHeight, DetailHeight float64
	LaneGap                              float64 // below each lane
	LabelGap                             float64 // least room between neighbours in a lane
	ClusterHeight                        float64 // of the row of clusters below the lanes
	AxisHeight                           float64
	PointSize                            float64 // least width of a Point
	MinBar                               float64 // least width of any other bar

	// TickLabel returns the width of the label of a tick, ContextLabel that of the
	// upper level; nil TickLabel is no labels, nil ContextLabel a guess from
	// TickLabel.
	TickLabel, ContextLabel func(at int64, p edtf.Precision) float64
	TickGap                 float64 // least distance of two ticks

	Group       bool    // one band for each of Item.Groups
	GroupHeight float64 // room above the lanes of a band for its name
}

// DefaultLayout returns the measures of the design: title 15, bar 12, detail 15,
// lane gap 6, axis 24. Width and the label functions are the caller's.
func DefaultLayout() Layout {
	return Layout{
		MaxLabel:    340,
		TitleHeight: 15, BarHeight: 12, DetailHeight: 15, LaneGap: 6, LabelGap: 16,
		ClusterHeight: 18, AxisHeight: 24, PointSize: 12, MinBar: 6,
		TickGap: 80, GroupHeight: 18,
	}
}

// Plan is a timeline laid out for one window. It is not changed once returned,
// except that its memory of lanes moves on to the plan that is made from it.
type Plan struct {
	Scale         Scale
	Width, Height float64
	Ticks         []Tick // lower level, increasing
	// Context is the upper level ("2018" over months), increasing; nil when the
	// lower level says it all. The first may begin left of the window.
	Context  []Tick
	Marks    []Mark // by lane, then from left to right
	Clusters []Cluster
	Groups   []GroupBand // from top to bottom; nil without Layout.Group
	Lanes    int         // rows of marks, all bands together
	AxisY    float64     // of the axis line; its labels are below

	barHeight, clusterHeight float64

	lanes    *lanes // nil once it has moved on
	measures measures
}

// Tick is one boundary of the calendar.
type Tick struct {
	At int64
	// X is where the line stands and the label is centred. For Context it is where
	// the label starts: at the line, or at 0 when the line is left of the window.
	X         float64
	Precision edtf.Precision // for the wording, see i18n.Tick and TickContext
	Label     bool           // false: line only, the label would not fit
}

// Mark is one event. Everything is cut off a little beyond the window; how strong
// the bar is at an x that was cut is told by Strength.
type Mark struct {
	ID     string
	Item   Item
	Lane   int     // row from the top, within its band
	X0, X1 float64 // of the bar, at least Layout.PointSize or MinBar apart
	// Core0 and Core1 bound the certain part, X0 <= Core0 <= Core1 <= X1.
	Core0, Core1 float64
	Y            float64 // top of the bar
	// Title and Detail start at the visible left end of the bar; W 0 is not shown.
	// W is the room there is: less than the label's width where it was capped.
	Title, Detail       Box
	FadeLeft, FadeRight bool // the bar fades from Core0 to X0, from Core1 to X1

	plain bool       // holds its lane without a label
	knots [4]float64 // X0, Core0, Core1, X1 before they were cut
}

// Box is a rectangle; X and Y are its top left corner.
type Box struct{ X, Y, W, H float64 }

// Cluster stands for events that found no room.
type Cluster struct {
	Lane   int     // the row below the last lane
	X0, X1 float64 // clusters of a plan do not overlap
	Y      float64 // top; it is Layout.ClusterHeight high
	Count  int     // at least 1
	Lo, Hi int64   // earliest Lo and latest Hi of the events, half-open
	First  string  // ID of the heaviest event in it
}

// GroupBand is the part of the plan that belongs to one group.
type GroupBand struct {
	ID    string // "" holds what is in no group or in several; it comes first, if there is any
	Y, H  float64
	Lanes int
}

// Target is what a point of the plan belongs to.
type Target struct {
	ID      string // of the event, or the first of the cluster
	Cluster int    // index in Plan.Clusters; -1 for an event
}
