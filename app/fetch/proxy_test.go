package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
)

// Where the environment names a proxy, a page comes through it, though the proxy
// itself stands in a private network; what leads there is not asked of it.
func TestProxy(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<p>Through the proxy.")
	}))
	defer proxy.Close()
	for _, name := range []string{"HTTP_PROXY", "http_proxy"} {
		t.Setenv(name, proxy.URL)
	}
	for _, name := range []string{"NO_PROXY", "no_proxy", "REQUEST_METHOD"} {
		t.Setenv(name, "")
	}
	page, err := Get(t.Context(), "http://8.8.8.8/story", Options{})
	if err != nil || string(page.Data) != "<p>Through the proxy." || len(asked) != 1 || asked[0] != "http://8.8.8.8/story" {
		t.Errorf("got %v, %v, asked %q", page, err, asked)
	}
	for _, link := range []string{"http://10.0.0.1/x", "http://[::1]/x", "http://intranet/x", "http://printer.local/x", "http://[::ffff:192.168.1.1]/"} {
		_, err := Get(t.Context(), link, Options{})
		var e *Error
		if !errors.As(err, &e) || e.Reason != Private {
			t.Errorf("%s: got %v, want private", link, err)
		}
	}
	if len(asked) != 1 {
		t.Errorf("the proxy was asked for %q", asked)
	}
	proxy.Close()
	var e *Error
	if _, err := Get(t.Context(), "http://8.8.8.8/story", Options{}); !errors.As(err, &e) || e.Reason != Proxy {
		t.Errorf("no proxy there: got %v", err)
	}
}

// A name that this machine knows to lead into a private network is not asked of a
// proxy; one that it cannot look up is the proxy's business.
func TestRouteLooksUp(t *testing.T) {
	at, _ := url.Parse("http://proxy.example:3128")
	r := &route{
		proxyOf: func(*url.URL) (*url.URL, error) { return at, nil },
		lookUp: func(_ context.Context, _, host string) ([]netip.Addr, error) {
			switch host {
			case "rebound.example":
				return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
			case "open.example":
				return []netip.Addr{netip.MustParseAddr("8.8.8.8")}, nil
			}
			return nil, errors.New("no such host")
		},
	}
	for host, want := range map[string]bool{"rebound.example": false, "open.example": true, "unknown.example": true} {
		p, err := r.proxy(httptest.NewRequest("GET", "http://"+host+"/", nil))
		if (p != nil) != want {
			t.Errorf("%s: got %v, %v", host, p, err)
		}
	}
	if !r.leadsToProxy("proxy.example:3128") || r.leadsToProxy("proxy.example:80") {
		t.Error("not the proxy's own address")
	}
}

func TestParseSettings(t *testing.T) {
	for _, tt := range []struct{ server, direct, http, https, none string }{
		{"proxy:8080", "*.firm.example;<local>;10.*", "proxy:8080", "proxy:8080", ".firm.example,10.*"},
		{"http=a:1;https=b:2;ftp=c:3", "", "a:1", "b:2", ""},
	} {
		c := parseSettings(tt.server, tt.direct)
		if c == nil || c.HTTPProxy != tt.http || c.HTTPSProxy != tt.https || c.NoProxy != tt.none {
			t.Errorf("%s: got %+v", tt.server, c)
		}
	}
	if c := parseSettings("", ""); c != nil {
		t.Errorf("nothing: got %+v", c)
	}
}
