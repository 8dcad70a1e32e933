# Sourced by the scripts beside it. Bash 3.2 (macOS) is enough.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exe=
case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) exe=.exe ;; esac

# One set of flags for every build: another set means a cold build of the GL
# binding, three minutes of it.
# Without HTTP/2: one page is fetched at a time, and it would be half a megabyte.
shared_tags=no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2
headless_tags=headless,$shared_tags
window_tags=$shared_tags
[ "$(uname -s)" != Linux ] || window_tags=x11,$shared_tags
# As the packages are built, so that both have one cold build. What draws the
# window is not inlined: that is a quarter of a megabyte, and no loop of it is hot.
compile_flags=-gcflags=briefline/views/...=-l
window_flags="-trimpath -tags=$window_tags $compile_flags"
export GOFLAGS="${GOFLAGS:--buildvcs=false}"

say() { printf 'briefline: %s\n' "$*" >&2; }
fail() {
	say "$@"
	exit 1
}

# Debian and Ubuntu package names.
build_set="gcc libc6-dev pkg-config libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev"
run_set="libgl1 libgl1-mesa-dri libx11-6"
screen_set="xvfb xdotool"
pdf_set="qpdf poppler-utils"
pdfcpu=github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.11.0
# A print system without its own start at boot: the tests start a private one.
print_set="cups-daemon cups-client cups-filters cups-ipp-utils dbus poppler-utils"

# need PURPOSE PACKAGE...: installs what is missing on Debian and Ubuntu, says
# what to install elsewhere. Silent when nothing is missing.
need() {
	local purpose=$1 missing
	shift
	if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
		missing=$(apt_missing "$@")
		[ -z "$missing" ] || apt_install "$purpose" "$missing"
		return
	fi
	case "$(uname -s)" in
	Linux | *BSD) need_elsewhere "$purpose" "$@" ;;
	Darwin) command -v cc >/dev/null || fail "$purpose needs the command line tools: xcode-select --install" ;;
	*) command -v gcc >/dev/null || fail "$purpose needs gcc: install MSYS2 (msys2.org), then pacman -S mingw-w64-ucrt-x86_64-gcc, and put its bin folder on PATH" ;;
	esac
}

apt_missing() {
	local installed package missing=
	installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
	for package in "$@"; do
		case "$installed" in *" installed:$package "*) ;; *) missing="$missing $package" ;; esac
	done
	printf '%s' "${missing# }"
}

apt_install() {
	local purpose=$1 packages=$2 log as_root=
	if [ "$(id -u)" -ne 0 ]; then
		if ! command -v sudo >/dev/null || ! { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
			fail "$purpose needs packages that only root can install: apt-get install --no-install-recommends $packages"
		fi
		as_root=sudo
	fi
	say "installing for $purpose: $packages"
	log=$(mktemp)
	# Package lists are fetched only when the install fails without: they may be
	# absent (a bare machine) or name versions that are gone.
	# shellcheck disable=SC2086
	if ! apt_get $as_root install $packages >"$log" 2>&1; then
		apt_get $as_root update >>"$log" 2>&1 || true
		if ! apt_get $as_root install $packages >>"$log" 2>&1; then
			cat "$log" >&2
			rm -f "$log"
			fail "apt-get could not install $packages; its output is above"
		fi
	fi
	rm -f "$log"
}

# apt_get [sudo] SUBCOMMAND [PACKAGE...]
apt_get() {
	local as_root= command
	if [ "$1" = sudo ]; then
		as_root=sudo
		shift
	fi
	command=$1
	shift
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$command" \
		$([ "$command" = update ] || echo --no-install-recommends) "$@"
}

# need_elsewhere PURPOSE PACKAGE...: on Linux without apt, looks for the things
# themselves and names the packages that bring them.
need_elsewhere() {
	local purpose=$1 missing=
	shift
	case " $* " in *" gcc "*)
		command -v cc >/dev/null || command -v gcc >/dev/null || missing="$missing gcc"
		if command -v pkg-config >/dev/null; then
			pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm || missing="$missing X11-and-GL-headers"
		else
			missing="$missing pkg-config"
		fi
		;;
	esac
	case " $* " in *" xvfb "*)
		command -v Xvfb >/dev/null || missing="$missing Xvfb"
		command -v xdotool >/dev/null || missing="$missing xdotool"
		;;
	esac
	case " $* " in *" qpdf "*)
		command -v qpdf >/dev/null || missing="$missing qpdf"
		command -v pdfinfo >/dev/null || missing="$missing poppler-utils"
		;;
	esac
	[ -n "$missing" ] || return 0
	say "$purpose needs what is not here:$missing"
	say "  Fedora: dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel (tests: xorg-x11-server-Xvfb xdotool qpdf poppler-utils)"
	say "  Arch:   pacman -S gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm (tests: xorg-server-xvfb xdotool qpdf poppler)"
	exit 1
}

# need_go finds Go where its installers put it, also when PATH does not know.
need_go() {
	local dir wanted have
	if ! command -v go >/dev/null; then
		for dir in /usr/local/go/bin /usr/lib/go/bin /opt/homebrew/bin "$HOME/go/bin" "$HOME/sdk"/go*/bin; do
			if [ -x "$dir/go$exe" ]; then
				PATH=$dir:$PATH
				break
			fi
		done
	fi
	wanted=$(awk '$1 == "go" { print $2 }' "$root/go.mod")
	command -v go >/dev/null || fail "Go $wanted or later is needed and was not found: https://go.dev/dl/"
	# Since 1.21 Go fetches the version that go.mod names by itself.
	have=$(cd / && go env GOVERSION 2>/dev/null || true)
	case "$have" in
	go1.[0-9] | go1.[0-9].* | go1.1[0-9]* | go1.20*) fail "Go $wanted or later is needed, this is $have: https://go.dev/dl/" ;;
	esac
	# Without certificates Go cannot fetch a module, and says so in its own words.
	if [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null && [ ! -e /etc/ssl/certs/ca-certificates.crt ]; then
		need "fetching Go modules" ca-certificates
	fi
}

go_root() { (cd "$root" && go "$@"); }

# build_window writes bin/briefline, the program with its window.
build_window() {
	need "building the window" $build_set
	[ -e "$root/bin/briefline$exe" ] || say "building (the first time takes some minutes)"
	# shellcheck disable=SC2086
	CGO_ENABLED=1 go_root build $window_flags -o "bin/briefline$exe" .
}

# build_headless writes bin/briefline-headless: static, no C, no display.
build_headless() {
	CGO_ENABLED=0 go_root build -tags "$headless_tags" -o "bin/briefline-headless$exe" .
}

# start_screen WIDTHxHEIGHT opens an X screen that exists in memory only, on the
# first free display, and closes it when the script ends.
start_screen() {
	local number=
	need "a screen in memory" $screen_set $run_set
	screen_dir=$(mktemp -d)
	trap stop_screen EXIT
	mkfifo "$screen_dir/display"
	Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$screen_dir/display" >"$screen_dir/log" 2>&1 &
	screen_pid=$!
	if ! read -r -t 30 number <"$screen_dir/display" || [ -z "$number" ]; then
		cat "$screen_dir/log" >&2
		fail "Xvfb did not start; its output is above"
	fi
	export DISPLAY=":$number"
	unset WAYLAND_DISPLAY
}

stop_screen() {
	if [ -n "${screen_pid:-}" ]; then
		kill "$screen_pid" 2>/dev/null || true
		wait "$screen_pid" 2>/dev/null || true
		screen_pid=
	fi
	[ -z "${screen_dir:-}" ] || rm -rf "$screen_dir"
}
