package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/net/http/httpproxy"
)

// route is how one fetch gets to the addresses of a page: by itself, or through
// the proxy that the system wants asked.
type route struct {
	private bool // links may lead into private networks
	proxyOf func(*url.URL) (*url.URL, error)
	lookUp  func(ctx context.Context, network, host string) ([]netip.Addr, error)

	mu      sync.Mutex
	proxies map[string]bool // addresses of proxies that were chosen, as they are dialled
}

// systemProxy returns which proxy the system wants asked for an address: what the
// environment says (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), else the system's settings
// where they can be read.
func systemProxy() func(*url.URL) (*url.URL, error) {
	config := httpproxy.FromEnvironment()
	if config.HTTPProxy == "" && config.HTTPSProxy == "" {
		if found := settingsProxy(); found != nil {
			config = found
		}
	}
	return config.ProxyFunc()
}

// proxy is http.Transport's. A proxy resolves names itself, so whether they lead
// into the person's own networks is looked at before it is asked.
func (r *route) proxy(req *http.Request) (*url.URL, error) {
	p, err := r.proxyOf(req.URL)
	if p == nil || err != nil {
		return nil, err
	}
	if !r.private && !r.leadsOut(req.Context(), req.URL.Hostname()) {
		return nil, &Error{Reason: Private}
	}
	port := p.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[p.Scheme]
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.proxies == nil {
		r.proxies = map[string]bool{}
	}
	r.proxies[net.JoinHostPort(p.Hostname(), port)] = true
	return p, nil
}

func (r *route) leadsToProxy(address string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.proxies[address]
}

// leadsOut reports whether a host is one of the open internet: no address of
// another network, no name without a domain, and none that this machine knows to
// lead elsewhere. A name that only the proxy can look up is.
func (r *route) leadsOut(ctx context.Context, host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return isOpen(ip)
	}
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	if !strings.Contains(name, ".") {
		return false
	}
	for _, end := range []string{".localhost", ".local", ".internal", ".lan", ".home", ".corp", ".intranet", ".home.arpa"} {
		if strings.HasSuffix(name, end) {
			return false
		}
	}
	found, err := r.lookUp(ctx, "ip", host)
	if err != nil {
		return true
	}
	for _, ip := range found {
		if !isOpen(ip) {
			return false
		}
	}
	return true
}
