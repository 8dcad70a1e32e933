//go:build linux && !headless

package realwindow

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/url"
	"testing"
	"time"
)

// peer is another program on the screen: it asks windows to close, drops files
// on them and reads what they copied, none of which xdotool can do. It speaks
// the few words of the X protocol that this takes (X11R7.7, Appendix B).
type peer struct {
	conn  net.Conn
	root  uint32
	own   uint32 // its window, never shown
	atoms map[string]uint32
}

// Codes of the X protocol.
const (
	reqCreateWindow    = 1
	reqInternAtom      = 16
	reqChangeProperty  = 18
	reqGetProperty     = 20
	reqConvertSelect   = 24
	reqSelectionOwner  = 22
	reqSendEvent       = 25
	eventSelectRequest = 30
	eventSelectNotify  = 31
	eventClientMessage = 33
)

var order = binary.LittleEndian

// connect joins the screen. The peer leaves with the test.
func connect(t *testing.T, display string) *peer {
	t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+display[1:])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	p := &peer{conn: conn, atoms: map[string]uint32{}}
	p.write(t, words16('l', 11, 0, 0, 0, 0))
	head := p.read(t, 8)
	body := p.read(t, 4*int(order.Uint16(head[6:])))
	if head[0] != 1 {
		t.Fatalf("connect to %s: refused: %q", display, body)
	}
	base, vendor, formats := order.Uint32(body[4:]), int(order.Uint16(body[16:])), int(body[21])
	p.root = order.Uint32(body[32+(vendor+3)/4*4+8*formats:])
	p.own = base | 1
	const inputOnly = 2 << 16
	p.request(t, reqCreateWindow, 0, words32(p.own, p.root, 0, 1|1<<16, inputOnly, 0, 0))
	return p
}

// close asks a window to close, as its frame's button does (ICCCM 4.2.8).
func (p *peer) close(t *testing.T, window uint32) {
	t.Helper()
	p.message(t, window, "WM_PROTOCOLS", p.atom(t, "WM_DELETE_WINDOW"))
}

// clipboard returns what was copied on the screen, "" for nothing.
func (p *peer) clipboard(t *testing.T) string {
	t.Helper()
	property := p.atom(t, "BRIEFLINE_TEST")
	p.request(t, reqConvertSelect, 0, words32(p.own, p.atom(t, "CLIPBOARD"), p.atom(t, "UTF8_STRING"), property, 0))
	ev := p.event(t, func(ev []byte) bool { return ev[0] == eventSelectNotify })
	if order.Uint32(ev[20:]) == 0 {
		return "" // nobody owns it
	}
	p.request(t, reqGetProperty, 1, words32(p.own, property, 0, 0, 1<<20))
	reply := p.reply(t)
	return string(reply[32 : 32+order.Uint32(reply[16:])])
}

// drop drops a file on a window at x, y of the screen (XDND 5).
func (p *peer) drop(t *testing.T, window uint32, x, y int, path string) {
	t.Helper()
	list, selection := p.atom(t, "text/uri-list"), p.atom(t, "XdndSelection")
	p.request(t, reqSelectionOwner, 0, words32(p.own, selection, 0))
	p.message(t, window, "XdndEnter", p.own, 5<<24, list)
	p.message(t, window, "XdndPosition", p.own, 0, uint32(x)<<16|uint32(y), 0, p.atom(t, "XdndActionCopy"))
	p.answer(t, "XdndStatus")
	p.message(t, window, "XdndDrop", p.own)
	ask := p.event(t, func(ev []byte) bool { return ev[0] == eventSelectRequest })
	to, target, property := order.Uint32(ask[12:]), order.Uint32(ask[20:]), order.Uint32(ask[24:])
	data := []byte((&url.URL{Scheme: "file", Path: path}).String() + "\r\n")
	p.request(t, reqChangeProperty, 0, append(words32(to, property, list, 8, uint32(len(data))), padded(data)...))
	p.send(t, to, words32(eventSelectNotify, 0, to, selection, target, property))
	p.answer(t, "XdndFinished")
}

// message sends a client message of 32-bit values.
func (p *peer) message(t *testing.T, window uint32, kind string, data ...uint32) {
	t.Helper()
	p.send(t, window, words32(append([]uint32{eventClientMessage | 32<<8, window, p.atom(t, kind)}, data...)...))
}

// answer waits for a client message.
func (p *peer) answer(t *testing.T, kind string) {
	t.Helper()
	want := p.atom(t, kind)
	p.event(t, func(ev []byte) bool { return ev[0] == eventClientMessage && order.Uint32(ev[8:]) == want })
}

func (p *peer) send(t *testing.T, window uint32, event []byte) {
	t.Helper()
	p.request(t, reqSendEvent, 0, append(words32(window, 0), append(event, make([]byte, 32-len(event))...)...))
}

func (p *peer) atom(t *testing.T, name string) uint32 {
	t.Helper()
	if a, ok := p.atoms[name]; ok {
		return a
	}
	p.request(t, reqInternAtom, 0, append(words16(uint16(len(name)), 0), padded([]byte(name))...))
	p.atoms[name] = order.Uint32(p.reply(t)[8:])
	return p.atoms[name]
}

func (p *peer) request(t *testing.T, code, detail byte, body []byte) {
	t.Helper()
	head := []byte{code, detail, 0, 0}
	order.PutUint16(head[2:], uint16(1+len(body)/4))
	p.write(t, append(head, body...))
}

// reply waits for the answer to the last request, event for an event. What
// comes between is of no interest.
func (p *peer) reply(t *testing.T) []byte {
	t.Helper()
	return p.event(t, func(ev []byte) bool { return ev[0] == 1 })
}

func (p *peer) event(t *testing.T, wanted func([]byte) bool) []byte {
	t.Helper()
	for {
		ev := p.read(t, 32)
		ev[0] &= 0x7F // the mark of an event that another program sent
		if ev[0] == 0 {
			t.Fatalf("X error %d for request %d", ev[1], ev[10])
		}
		if ev[0] == 1 {
			ev = append(ev, p.read(t, 4*int(order.Uint32(ev[4:])))...)
		}
		if wanted(ev) {
			return ev
		}
	}
}

func (p *peer) write(t *testing.T, b []byte) {
	t.Helper()
	if _, err := p.conn.Write(b); err != nil {
		t.Fatal(fmt.Errorf("write to the screen: %w", err))
	}
}

func (p *peer) read(t *testing.T, n int) []byte {
	t.Helper()
	if err := p.conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(p.conn, b); err != nil {
		t.Fatal(fmt.Errorf("read from the screen: %w", err))
	}
	return b
}

func words32(values ...uint32) (b []byte) {
	for _, v := range values {
		b = order.AppendUint32(b, v)
	}
	return b
}

func words16(values ...uint16) (b []byte) {
	for _, v := range values {
		b = order.AppendUint16(b, v)
	}
	return b
}

// padded fills b up to a multiple of four bytes.
func padded(b []byte) []byte { return append(b, make([]byte, -len(b)&3)...) }
