package fetch

import (
	"strings"

	"golang.org/x/net/http/httpproxy"
)

// parseSettings reads what Windows keeps of proxies: "host:port" for all, or
// "http=host:port;https=host:port", and the hosts that are asked directly, parted
// by semicolons, of which <local> is any name without a point.
func parseSettings(server, direct string) *httpproxy.Config {
	c := &httpproxy.Config{}
	for part := range strings.SplitSeq(server, ";") {
		scheme, host, each := strings.Cut(strings.TrimSpace(part), "=")
		switch {
		case !each && scheme != "":
			c.HTTPProxy, c.HTTPSProxy = scheme, scheme
		case scheme == "http":
			c.HTTPProxy = host
		case scheme == "https":
			c.HTTPSProxy = host
		}
	}
	if c.HTTPProxy == "" && c.HTTPSProxy == "" {
		return nil
	}
	var hosts []string
	for host := range strings.SplitSeq(direct, ";") {
		if host = strings.TrimPrefix(strings.TrimSpace(host), "*"); host != "" && host != "<local>" {
			hosts = append(hosts, host)
		}
	}
	c.NoProxy = strings.Join(hosts, ",")
	return c
}
