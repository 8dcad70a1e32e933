package sheet

// Tag is the kind of a node: a standard structure type of PDF 1.7 (ISO
// 32000-1, 14.8.4), written as the file has it.
type Tag string

// The tags in use.
const (
	TagDocument Tag = "Document"
	TagSect     Tag = "Sect"
	TagH1       Tag = "H1"
	TagH2       Tag = "H2"
	TagH3       Tag = "H3"
	TagP        Tag = "P"
	TagL        Tag = "L"
	TagLI       Tag = "LI"
	TagLbl      Tag = "Lbl"
	TagLBody    Tag = "LBody"
	TagFigure   Tag = "Figure"
	TagSpan     Tag = "Span"
	TagLink     Tag = "Link"
	TagNote     Tag = "Note"
	TagTable    Tag = "Table"
	TagTR       Tag = "TR"
	TagTH       Tag = "TH"
	TagTD       Tag = "TD"
)

// Node is an element of the structure tree. Marks point to their node; a node's
// marks may stand on several pages. A node has marks or kids, or, when its Words
// have Nodes, both.
type Node struct {
	Tag        Tag
	Lang       string // BCP 47, where it differs from the parent's
	Alt        string // words for a figure
	ActualText string // the characters that its glyphs stand for, where they differ
	ID         string // unique in the document; empty for most
	Title      string
	Kids       []*Node // in reading order
}

// add makes a kid of n.
func (n *Node) add(tag Tag) *Node {
	kid := &Node{Tag: tag}
	n.Kids = append(n.Kids, kid)
	return kid
}
