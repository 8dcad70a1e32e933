//go:build !windows

package fetch

import "golang.org/x/net/http/httpproxy"

// settingsProxy returns the proxy of the system's settings; nil where these are
// read from the environment.
func settingsProxy() *httpproxy.Config { return nil }
