// Package fetch brings the page behind a link that a person pasted, when that
// person asks for it and at no other time. It sends no cookies, no credentials
// and no referrer, follows few redirects, takes only so much and waits only so
// long. It connects to no address of the person's own networks: that is checked
// on the address that is dialled, so a name that leads there is no way in either.
// Where the system has a proxy, that is asked, and the check is made on the name.
package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"
)

// The bounds of a fetch.
const (
	MaxSize      = 32 << 20 // bytes, unpacked
	Timeout      = 30 * time.Second
	MaxRedirects = 5
)

// Reason says why nothing was fetched.
type Reason string

// The reasons. Each has a message in the catalog: see Error.MessageID.
const (
	BadLink      Reason = "badLink"      // no http or https link
	Credentials  Reason = "credentials"  // a user name or password in it
	Private      Reason = "private"      // leads into the person's own networks
	Redirects    Reason = "redirects"    // more than MaxRedirects
	TooLarge     Reason = "tooLarge"     // over MaxSize
	TimedOut     Reason = "timedOut"     // over Timeout
	NotThere     Reason = "notThere"     // the site has no such page (404, 410)
	Refused      Reason = "refused"      // the site wants a login or payment, or shuts programs out (401, 402, 403, 429, 451)
	ServerFailed Reason = "serverFailed" // any other answer but the page
	NotArticle   Reason = "notArticle"   // a kind of file that holds no article
	BrokenOff    Reason = "brokenOff"    // the answer ended before it was whole
	NoSuchSite   Reason = "noSuchSite"   // no site of that name, as far as can be told from here
	Certificate  Reason = "certificate"  // the site cannot show that it is the one
	Proxy        Reason = "proxy"        // the system's proxy cannot be reached
	Unreachable  Reason = "unreachable"  // no connection
)

// Error tells why nothing was fetched.
type Error struct {
	Reason Reason
	Host   string // that was asked last; empty if none was
	Err    error  // the cause, for the log; may be nil
}

// Error is for the log; what the user reads is the message MessageID. It does not
// hold the link, which may hold a secret.
func (e *Error) Error() string {
	s := "fetch"
	if e.Host != "" {
		s += " from " + e.Host
	}
	s += ": " + string(e.Reason)
	if e.Err != nil {
		s += fmt.Sprintf(": %v", e.Err)
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

var messages = map[Reason]string{
	BadLink:      "fetch.badLink",
	Credentials:  "fetch.credentials",
	Private:      "fetch.private",
	Redirects:    "fetch.redirects",
	TooLarge:     "fetch.tooLarge",
	TimedOut:     "fetch.timedOut",
	NotThere:     "fetch.notThere",
	Refused:      "fetch.refused",
	ServerFailed: "fetch.serverFailed",
	NotArticle:   "fetch.notArticle",
	BrokenOff:    "fetch.brokenOff",
	NoSuchSite:   "fetch.noSuchSite",
	Certificate:  "fetch.certificate",
	Proxy:        "fetch.proxy",
	Unreachable:  "fetch.unreachable",
}

// MessageID returns the ID of the message that tells the user what is wrong and
// what to do. The message has {host}.
func (e *Error) MessageID() string { return messages[e.Reason] }

// Options say what the zero value does not do.
type Options struct {
	// AllowPrivate lets links lead into private networks and to this machine.
	AllowPrivate bool
	// Timeout is for the whole of a fetch; 0 is the constant Timeout.
	Timeout time.Duration
	// MaxSize is in bytes; 0 is the constant MaxSize.
	MaxSize int64
}

// Page is what stood behind a link.
type Page struct {
	Address string // where it was in the end
	Name    string // of a file, with the ending that its kind has: "page.html"
	Data    []byte
}

// Get fetches the page behind link. The error is an *Error, or ctx's if ctx ended
// before.
func Get(ctx context.Context, link string, o Options) (*Page, error) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return nil, &Error{Reason: BadLink}
	}
	if err := allowed(u); err != nil {
		return nil, err
	}
	limit, patience := o.MaxSize, o.Timeout
	if limit == 0 {
		limit = MaxSize
	}
	if patience == 0 {
		patience = Timeout
	}
	timed, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	page, err := get(timed, u, o.AllowPrivate, limit)
	if err == nil {
		return page, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var e *Error
	if errors.As(err, &e) {
		return nil, e
	}
	if timed.Err() != nil {
		return nil, &Error{TimedOut, u.Hostname(), nil}
	}
	var uerr *url.Error
	if errors.As(err, &uerr) {
		err = uerr.Err // without the link
	}
	return nil, &Error{noConnection(err), u.Hostname(), err}
}

// noConnection returns why there was none, as far as the cause tells.
func noConnection(err error) Reason {
	var name *net.DNSError
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var other x509.HostnameError
	var verify *tls.CertificateVerificationError
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return NoSuchSite
	case errors.As(err, &unknown), errors.As(err, &invalid), errors.As(err, &other), errors.As(err, &verify):
		return Certificate
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return BrokenOff
	}
	return Unreachable
}

func get(ctx context.Context, u *url.URL, private bool, limit int64) (*Page, error) {
	client := newClient(private)
	defer client.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, &Error{Reason: BadLink}
	}
	req.Header.Set("User-Agent", "Briefline (fetches one page when its user asks)")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5")
	res, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	host := res.Request.URL.Hostname()
	if reason := answer(res.StatusCode); reason != "" {
		return nil, &Error{reason, host, fmt.Errorf("status %d", res.StatusCode)}
	}
	ext, ok := ending(res.Header.Get("Content-Type"), res.Request.URL.Path)
	if !ok {
		return nil, &Error{NotArticle, host, nil}
	}
	if res.ContentLength > limit {
		return nil, &Error{TooLarge, host, nil}
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if err != nil && ctx.Err() == nil {
		return nil, &Error{BrokenOff, host, err}
	}
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, &Error{TooLarge, host, nil}
	}
	final := *res.Request.URL
	final.Fragment = ""
	return &Page{final.String(), "page" + ext, data}, nil
}

// newClient returns a client for one fetch: it keeps nothing, not even a
// connection. It dials by itself, so that it can see where; what the system wants
// to go through a proxy does so, see route.
func newClient(private bool) *http.Client {
	r := &route{private: private, proxyOf: systemProxy(), lookUp: net.DefaultResolver.LookupNetIP}
	dialer := &net.Dialer{
		Timeout: 10 * time.Second,
		Control: func(_, address string, _ syscall.RawConn) error {
			if private || public(address) {
				return nil
			}
			return &Error{Reason: Private}
		},
	}
	return &http.Client{
		Transport: &http.Transport{
			Proxy: r.proxy,
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if !r.leadsToProxy(address) {
					return dialer.DialContext(ctx, network, address)
				}
				c, err := new(net.Dialer).DialContext(ctx, network, address)
				if err != nil {
					return nil, &Error{Reason: Proxy, Host: address, Err: err}
				}
				return c, nil
			},
			TLSHandshakeTimeout:    10 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
			ForceAttemptHTTP2:      true,
			DisableKeepAlives:      true,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			req.Header.Del("Referer")
			if len(via) > MaxRedirects {
				return &Error{Reason: Redirects, Host: req.URL.Hostname()}
			}
			return allowed(req.URL)
		},
	}
}

// allowed checks a link, the first one and each that it redirects to.
func allowed(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "":
		return &Error{Reason: BadLink}
	case u.User != nil:
		return &Error{Reason: Credentials, Host: u.Hostname()}
	}
	return nil
}

// reserved are the networks that netip has no word for and that no public site is
// in (IANA special-purpose address registries).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
	netip.MustParsePrefix("::/96"), netip.MustParsePrefix("::ffff:0:0:0/96"), netip.MustParsePrefix("3fff::/20"), netip.MustParsePrefix("5f00::/16"),
	netip.MustParsePrefix("192.88.99.0/24"),
}

// public reports whether an address, as it is dialled, is one of the open
// internet.
func public(address string) bool {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return false
	}
	return isOpen(ap.Addr())
}

// isOpen reports whether an IP address is one of the open internet.
func isOpen(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	if b := ip.As16(); ip.Is6() && b[8]&0xFD == 0 && b[9] == 0 && b[10] == 0x5E && b[11] == 0xFE { // ISATAP: an address of version 4 behind it
		return isOpen(netip.AddrFrom4([4]byte(b[12:])))
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// answer returns why a status brings no page; "" if it brings one.
func answer(status int) Reason {
	switch status {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		return ""
	case http.StatusNotFound, http.StatusGone:
		return NotThere
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons:
		return Refused
	}
	return ServerFailed
}

// ending returns the ending of a file of that content type. A type that says
// nothing is as the link's path has it.
func ending(contentType, p string) (string, bool) {
	kind, _, _ := mime.ParseMediaType(contentType)
	switch kind {
	case "text/html", "application/xhtml+xml":
		return ".html", true
	case "text/plain":
		if strings.HasSuffix(strings.ToLower(p), ".md") {
			return ".md", true
		}
		return ".txt", true
	case "text/markdown":
		return ".md", true
	case "application/pdf", "application/x-pdf":
		return ".pdf", true
	case "application/rtf", "text/rtf":
		return ".rtf", true
	case "message/rfc822":
		return ".eml", true
	case "multipart/related":
		return ".mhtml", true
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return ".docx", true
	case "application/vnd.oasis.opendocument.text":
		return ".odt", true
	case "application/epub+zip":
		return ".epub", true
	case "", "application/octet-stream", "binary/octet-stream":
		return strings.ToLower(path.Ext(p)), true
	}
	return "", false
}
