//go:build !windows && !darwin

package printer

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	portalPrint   = "org.freedesktop.portal.Print"
	portalRequest = "org.freedesktop.portal.Request"

	busLimit      = 2 * time.Second  // to connect, and for calls that the bus itself answers
	activateLimit = 30 * time.Second // for a call that may start the portal; the bus gives up at 25
)

// errNoPortal: no dialog was shown and none will be, so another way may be tried.
var errNoPortal = errors.New("no print portal")

// portalThere reports whether the session bus has a print portal or can start
// a portal. It starts none.
func portalThere() bool {
	ctx, cancel := context.WithTimeout(context.Background(), busLimit)
	defer cancel()
	conn, err := connectBus(ctx)
	if err != nil {
		return false
	}
	defer conn.Close()
	var running bool
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, portalName).Store(&running); err != nil {
		return false
	}
	if running {
		var version dbus.Variant
		return conn.Object(portalName, portalPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
			dbus.FlagNoAutoStart, portalPrint, "version").Store(&version) == nil
	}
	var names []string
	err = conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.ListActivatableNames", 0).Store(&names)
	return err == nil && slices.Contains(names, portalName)
}

// connectBus returns a connection of our own to the session bus, which takes
// our requests along when it is closed. It launches no bus.
func connectBus(ctx context.Context) (*dbus.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, busLimit)
	defer cancel()
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	err = conn.Auth(nil)
	if err == nil {
		err = conn.Hello()
	}
	if !stop() && err == nil {
		err = ctx.Err()
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// printByPortal shows the desktop's print dialog and passes the open file on.
func printByPortal(ctx context.Context, j Job, f *os.File) (Result, error) {
	conn, err := connectBus(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return Result{}, ctx.Err()
		}
		return Result{}, fmt.Errorf("%w: %w", errNoPortal, err)
	}
	defer conn.Close()
	if !conn.SupportsUnixFDs() {
		return Result{}, fmt.Errorf("%w: the bus passes no files", errNoPortal)
	}
	p, err := newPortal(ctx, conn)
	if err != nil {
		return Result{}, err
	}

	settings, setup := portalSettings(j)
	code, results, err := p.request(ctx, "PreparePrint", portalOptions(nil), j.Window, j.Title, settings, setup)
	if err == nil && code == 0 {
		token, ok := results["token"].Value().(uint32)
		if !ok {
			return Result{}, fmt.Errorf("print by the portal: %w: no token from the dialog", ErrFailed)
		}
		code, _, err = p.request(ctx, "Print", portalOptions(&token), j.Window, j.Title, dbus.UnixFD(f.Fd()))
		if errors.Is(err, errNoPortal) { // the dialog was answered: no other way may be tried
			err = fmt.Errorf("print by the portal: %w: %s", ErrFailed, err.Error())
		}
	}
	switch {
	case err != nil:
		return Result{}, err
	case code == 0:
		return Result{Means: Portal}, nil
	case code == 1:
		return Result{Means: Portal, Cancelled: true}, nil
	default:
		return Result{}, fmt.Errorf("print by the portal: %w: response %d", ErrFailed, code)
	}
}

// portalSettings returns the dialog's first settings and page setup: GTK's
// names, lengths in millimetres. The margins are in the file.
func portalSettings(j Job) (settings, setup map[string]dbus.Variant) {
	paper := papers[j.Paper]
	millimetres := func(v float64) dbus.Variant { return dbus.MakeVariant(strconv.FormatFloat(v, 'f', -1, 64)) }
	settings = map[string]dbus.Variant{
		"paper-format":    dbus.MakeVariant(paper.name),
		"paper-width":     millimetres(paper.width),
		"paper-height":    millimetres(paper.height),
		"orientation":     dbus.MakeVariant("portrait"),
		"output-basename": dbus.MakeVariant(strings.ReplaceAll(j.Title, "/", "-")),
	}
	setup = map[string]dbus.Variant{
		"Name":         dbus.MakeVariant(paper.name),
		"PPDName":      dbus.MakeVariant(j.Paper),
		"DisplayName":  dbus.MakeVariant(j.Paper),
		"Width":        dbus.MakeVariant(paper.width),
		"Height":       dbus.MakeVariant(paper.height),
		"MarginTop":    dbus.MakeVariant(0.0),
		"MarginBottom": dbus.MakeVariant(0.0),
		"MarginLeft":   dbus.MakeVariant(0.0),
		"MarginRight":  dbus.MakeVariant(0.0),
		"Orientation":  dbus.MakeVariant("portrait"),
	}
	return settings, setup
}

// portalOptions returns the options of a call; token is that of an answered
// dialog, and spares a second one.
func portalOptions(token *uint32) map[string]dbus.Variant {
	options := map[string]dbus.Variant{
		"modal":                         dbus.MakeVariant(true),
		"supported_output_file_formats": dbus.MakeVariant([]string{"pdf"}),
	}
	if token != nil {
		options["token"] = dbus.MakeVariant(*token)
	}
	return options
}

// portal speaks to the print portal over one connection.
type portal struct {
	conn    *dbus.Conn
	signals chan *dbus.Signal
	folder  string // of our requests: the portal builds it from our name on the bus
}

func newPortal(ctx context.Context, conn *dbus.Conn) (*portal, error) {
	ctx, cancel := context.WithTimeout(ctx, busLimit)
	defer cancel()
	err := conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(portalName), dbus.WithMatchInterface(portalRequest), dbus.WithMatchMember("Response"))
	if err == nil {
		err = conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName))
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoPortal, err)
	}
	p := &portal{conn: conn, signals: make(chan *dbus.Signal, 16)}
	conn.Signal(p.signals)
	name := strings.ReplaceAll(strings.TrimPrefix(conn.Names()[0], ":"), ".", "_")
	p.folder = string(portalPath) + "/request/" + name + "/"
	return p, nil
}

// request calls a method of the print portal and waits for the reader's answer:
// 0 done, 1 cancelled, 2 ended in some other way. When ctx ends, the dialog
// closes. The error is errNoPortal when the call itself failed.
func (p *portal) request(ctx context.Context, method string, options map[string]dbus.Variant, args ...any) (code uint32, results map[string]dbus.Variant, err error) {
	token := "briefline" + rand.Text()
	options["handle_token"] = dbus.MakeVariant(token)
	handle := dbus.ObjectPath(p.folder + token)
	defer func() {
		if err != nil { // also after a time limit: no dialog without a listener
			p.conn.Object(portalName, handle).Call(portalRequest+".Close", dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart)
		}
	}()

	limited, cancel := context.WithTimeout(ctx, activateLimit)
	defer cancel()
	call := p.conn.Object(portalName, portalPath).CallWithContext(limited, portalPrint+"."+method, 0, append(args, options)...)
	var got dbus.ObjectPath
	if err := call.Store(&got); err != nil {
		if ctx.Err() != nil {
			return 0, nil, ctx.Err()
		}
		return 0, nil, portalCallError(method, err)
	}
	predicted := handle
	handle = got // before version 0.9 the portal made up its own
	for {
		select {
		case <-ctx.Done():
			return 0, nil, ctx.Err()
		case signal, ok := <-p.signals:
			switch {
			case !ok:
				return 0, nil, fmt.Errorf("print by the portal: %w: the session bus went away", ErrFailed)
			case signal.Name == "org.freedesktop.DBus.NameOwnerChanged":
				var name, before, after string
				if dbus.Store(signal.Body, &name, &before, &after) == nil && before != "" && name == portalName {
					return 0, nil, fmt.Errorf("print by the portal: %w: the portal went away", ErrFailed)
				}
			case signal.Name == portalRequest+".Response" && (signal.Path == handle || signal.Path == predicted):
				if err := dbus.Store(signal.Body, &code, &results); err != nil {
					return 0, nil, fmt.Errorf("print by the portal: %w: %w", ErrFailed, err)
				}
				return code, results, nil
			}
		}
	}
}

// portalCallError tells a desktop without a print portal (errNoPortal) from a
// portal that refuses the call (ErrFailed).
func portalCallError(method string, err error) error {
	var e dbus.Error
	if errors.As(err, &e) {
		const prefix = "org.freedesktop.DBus.Error."
		name, standard := strings.CutPrefix(e.Name, prefix)
		missing := []string{"ServiceUnknown", "NameHasNoOwner", "UnknownMethod", "UnknownInterface", "UnknownObject",
			"NotSupported", "AccessDenied", "NoReply", "TimedOut", "Timeout", "Disconnected"}
		if !standard || !slices.Contains(missing, name) && !strings.HasPrefix(name, "Spawn.") {
			return fmt.Errorf("print by the portal: %w: %s: %s: %s", ErrFailed, method, e.Name, oneLine(e.Error()))
		}
	}
	return fmt.Errorf("%w: %s: %w", errNoPortal, method, err)
}
