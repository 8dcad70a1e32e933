package fetch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"briefline/assets"
)

// site is a server on this machine with one page for each thing that can go wrong.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	page := func(path, kind string, f http.HandlerFunc) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			f(w, r)
		})
	}
	page("/article", "text/html; charset=utf-8", func(w http.ResponseWriter, r *http.Request) {
		for _, h := range []string{"Cookie", "Referer", "Authorization"} {
			if v := r.Header.Get(h); v != "" {
				t.Errorf("%s: got %q, want none", h, v)
			}
		}
		fmt.Fprint(w, "<p>Ministers met.</p>")
	})
	page("/notes.md", "text/plain", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "# Notes") })
	page("/moved", "text/html", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "you"})
		http.Redirect(w, r, "/article#top", http.StatusFound)
	})
	page("/loop", "text/html", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	page("/file", "text/html", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	page("/login", "text/html", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://me:secret@"+r.Host+"/article", http.StatusFound)
	})
	page("/slow", "text/html", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<p>")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	page("/large", "text/html", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, strings.Repeat("a", 2000)) })
	page("/endless", "text/html", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, strings.Repeat("a", 1000)); err != nil {
				return
			}
			w.(http.Flusher).Flush()
		}
	})
	page("/cut", "text/html", func(w http.ResponseWriter, r *http.Request) { // fewer bytes than it says
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "<p>Ministers")
	})
	page("/film", "video/mp4", func(w http.ResponseWriter, r *http.Request) {})
	page("/gone", "text/html", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) })
	page("/paid", "text/html", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusPaymentRequired) })
	page("/broken", "text/html", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestGet(t *testing.T) {
	s := site(t)
	for _, tt := range []struct{ path, address, name, data string }{
		{"/article", "/article", "page.html", "<p>Ministers met.</p>"},
		{"/moved", "/article", "page.html", "<p>Ministers met.</p>"}, // no cookie, no referrer on the way
		{"/notes.md", "/notes.md", "page.md", "# Notes"},
	} {
		p, err := Get(context.Background(), " "+s.URL+tt.path+"\n", Options{AllowPrivate: true})
		if err != nil {
			t.Errorf("%s: %v", tt.path, err)
			continue
		}
		if p.Address != s.URL+tt.address || p.Name != tt.name || string(p.Data) != tt.data {
			t.Errorf("%s: got %s, %s, %q", tt.path, p.Address, p.Name, p.Data)
		}
	}
}

func TestRefused(t *testing.T) {
	s := site(t)
	for _, tt := range []struct {
		link    string
		options Options
		want    Reason
	}{
		{s.URL + "/article", Options{}, Private},
		{strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/article", Options{}, Private}, // a name that leads there
		{strings.Replace(s.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1) + "/article", Options{}, Private},
		{s.URL + "/loop", Options{AllowPrivate: true}, Redirects},
		{s.URL + "/file", Options{AllowPrivate: true}, BadLink},
		{s.URL + "/login", Options{AllowPrivate: true}, Credentials},
		{s.URL + "/slow", Options{AllowPrivate: true, Timeout: 50 * time.Millisecond}, TimedOut},
		{s.URL + "/large", Options{AllowPrivate: true, MaxSize: 1000}, TooLarge},
		{s.URL + "/endless", Options{AllowPrivate: true, MaxSize: 10_000}, TooLarge},
		{s.URL + "/cut", Options{AllowPrivate: true}, BrokenOff},
		{s.URL + "/film", Options{AllowPrivate: true}, NotArticle},
		{s.URL + "/gone", Options{AllowPrivate: true}, NotThere},
		{s.URL + "/paid", Options{AllowPrivate: true}, Refused},
		{s.URL + "/broken", Options{AllowPrivate: true}, ServerFailed},
		{"http://me:secret@example.org/", Options{}, Credentials},
		{"http://me@example.org/", Options{}, Credentials},
		{"ftp://example.org/", Options{}, BadLink},
		{"file:///etc/passwd", Options{}, BadLink},
		{"javascript:alert(1)", Options{}, BadLink},
		{"example.org", Options{}, BadLink},
		{"http://", Options{}, BadLink},
		{"", Options{}, BadLink},
		{"http://127.0.0.1:1/", Options{AllowPrivate: true}, Unreachable},
	} {
		_, err := Get(context.Background(), tt.link, tt.options)
		var e *Error
		if !errors.As(err, &e) || e.Reason != tt.want {
			t.Errorf("%s: got %v, want %s", tt.link, err, tt.want)
			continue
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error has the password: %v", tt.link, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	s := site(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Get(ctx, s.URL+"/slow", Options{AllowPrivate: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestPublic(t *testing.T) {
	for _, tt := range []struct {
		address string
		want    bool
	}{
		{"93.184.216.34:80", true},
		{"[2606:2800:220:1:248:1893:25c8:1946]:443", true},
		{"127.0.0.1:80", false}, {"127.8.8.8:80", false}, {"10.1.2.3:80", false}, {"172.16.0.1:80", false}, {"172.31.255.1:80", false},
		{"192.168.1.1:80", false}, {"169.254.169.254:80", false}, // the metadata of a cloud machine
		{"100.64.0.1:80", false}, {"0.0.0.0:80", false}, {"224.0.0.1:80", false}, {"255.255.255.255:80", false}, {"240.0.0.1:80", false},
		{"[::1]:80", false}, {"[::]:80", false}, {"[fe80::1%eth0]:80", false}, {"[fc00::1]:80", false}, {"[fd12::1]:80", false}, {"[ff02::1]:80", false},
		{"[::ffff:10.0.0.1]:80", false}, {"[::ffff:127.0.0.1]:80", false}, {"[64:ff9b::7f00:1]:80", false}, {"[2002:7f00:1::]:80", false},
		{"[::127.0.0.1]:80", false}, {"[::ffff:0:127.0.0.1]:80", false}, {"[3fff::1]:80", false}, {"[5f00::1]:80", false}, {"192.88.99.1:80", false},
		{"[2606:2800::5efe:10.0.0.1]:80", false}, {"[2606:2800::200:5efe:192.168.1.1]:80", false},
		{"172.32.0.1:80", true}, {"192.169.0.1:80", true}, {"100.128.0.1:80", true}, // just outside
		{"no address", false},
	} {
		if got := public(tt.address); got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.address, got, tt.want)
		}
	}
}

func TestMessages(t *testing.T) {
	data, err := assets.I18n().Open("en.json")
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	var catalog map[string]any
	if err := json.NewDecoder(data).Decode(&catalog); err != nil {
		t.Fatal(err)
	}
	for reason := range messages {
		id := (&Error{Reason: reason}).MessageID()
		if s, _ := catalog[id].(string); s == "" {
			t.Errorf("%s: message %q is not in the catalog", reason, id)
		}
	}
}
