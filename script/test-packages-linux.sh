# Sourced by script/test-packages: the Linux packages in a clean Debian.
# shellcheck shell=bash

# What a desktop has beside the program, to open files by their kind.
desktop_set="desktop-file-utils shared-mime-info libglib2.0-bin xdg-utils dbus-x11 libgl1-mesa-dri appstream"

test_linux() {
	local deb archive
	[ "$(id -u)" -eq 0 ] || fail "installing into a clean Debian needs root"
	deb=$(made linux | grep 'deb$')
	archive=$(made linux | grep 'xz$')
	need "a clean Debian" debootstrap debian-archive-keyring
	need "looking at the screen" imagemagick xdotool
	start_screen 1600x1000
	clean_debian
	trap 'leave_debian; stop_screen' EXIT
	metadata
	test_deb "$deb"
	test_archive "$archive"
	leave_debian
	stop_screen
}

# clean_debian unpacks a Debian with a bare desktop into $clean; the second time
# it is taken from a copy.
clean_debian() {
	local base=$work/debian-$suite.tar
	mkdir -p "$work"
	clean=$(mktemp -d "$work/clean.XXXXXX")
	if [ ! -e "$base" ]; then
		say "fetching a clean Debian"
		debootstrap --variant=minbase "$suite" "$clean" "$mirror" >"$work/debootstrap.log" 2>&1 ||
			{ tail -n 20 "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
		enter_debian
		# shellcheck disable=SC2086
		inside apt-get -q -y --no-install-recommends install $desktop_set >>"$work/debootstrap.log" 2>&1 ||
			{ tail -n 20 "$work/debootstrap.log" >&2; fail "the desktop could not be installed"; }
		inside useradd -m -u 1000 reader
		umount_all
		tar -C "$clean" -cf "$base.new" . && mv "$base.new" "$base"
		enter_debian
		return
	fi
	tar -C "$clean" -xf "$base"
	enter_debian
}

enter_debian() {
	cp /etc/resolv.conf "$clean/etc/resolv.conf" 2>/dev/null || true
	chmod 755 "$clean"
	mount -t proc proc "$clean/proc"
	mount --bind /dev "$clean/dev"
	mkdir -p "$clean/tmp/.X11-unix"
	mount --bind /tmp/.X11-unix "$clean/tmp/.X11-unix"
}

umount_all() { umount -l "$clean/tmp/.X11-unix" "$clean/dev" "$clean/proc" 2>/dev/null || true; }

leave_debian() {
	local process
	[ -n "${clean:-}" ] || return 0
	for process in /proc/[0-9]*; do
		case "$(readlink "$process/root" 2>/dev/null)" in "$clean") kill "${process#/proc/}" 2>/dev/null || true ;; esac
	done
	umount_all
	# Never delete through a mount.
	if ! grep -q " $clean/" /proc/mounts; then rm -rf "$clean"; fi
	clean=
}

inside() { DEBIAN_FRONTEND=noninteractive chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# as_reader COMMAND...: as a person at the desktop, with a session bus.
as_reader() {
	chroot --userspec=reader:reader "$clean" env -i PATH=/usr/bin:/bin HOME=/home/reader LC_ALL=C.UTF-8 LANG=C.UTF-8 \
		DISPLAY="$DISPLAY" XDG_CURRENT_DESKTOP=GNOME FYNE_THEME=light "$@"
}

# briefline_of prints the process of the program that runs in the clean Debian.
briefline_of() {
	local exe
	for exe in /proc/[0-9]*/exe; do
		if [ "$(readlink "$exe" 2>/dev/null)" = "$clean$1" ]; then
			basename "$(dirname "$exe")"
			return 0
		fi
	done
	return 1
}

# shows NAME PROGRAM COLOUR...: the window comes up and is painted; then the
# program is ended.
shows() {
	local name=$1 program=$2 process
	shift 2
	expect "$name: the window is there" until_true 60 the_window
	expect "$name: the briefing is painted" until_true 60 drawn "$@"
	picture "$name"
	process=$(briefline_of "$program") || fail "FAILED: $name: $program does not run"
	printf '%s\n' "$(tr '\0' ' ' <"/proc/$process/cmdline")" >"$work/$name.cmdline"
	kill "$process"
	until_true 20 test ! -e "/proc/$process" || fail "FAILED: $name: the program did not end"
}

# snapshot_files lists what is on the disk, apart from what the system itself
# writes down about packages and its caches.
snapshot_files() {
	(cd "$clean" && find . -xdev -not -path './proc/*' -not -path './dev/*' -not -path './tmp/*' \
		-not -path './var/lib/dpkg/*' -not -path './var/lib/apt/*' -not -path './var/cache/*' -not -path './var/log/*' \
		-not -path './home/reader/.cache/*' | LC_ALL=C sort)
}

metadata() {
	local share
	share=$work/linux-$(go env GOARCH)/deb/share
	cp -R "$share" "$clean/tmp/share"
	expect "the desktop entry is valid" inside desktop-file-validate /tmp/share/applications/org.briefline.Briefline.desktop
	expect "the metainfo is valid" inside appstreamcli validate --no-net /tmp/share/metainfo/org.briefline.Briefline.metainfo.xml
	rm -rf "$clean/tmp/share"
}

# The colours of the window that tell its parts: the accent and the first sides.
window_colours="0B5C6B 0B6FA4 B5531C"

test_deb() {
	local before after briefing='/home/reader/My briefing Бишкек گزارش.briefing'
	cp "$1" "$clean/tmp/briefline.deb"
	# What it depends on stays when it goes: install that first, and then look.
	inside apt-get -q -y --no-install-recommends install /tmp/briefline.deb >"$work/install.log" 2>&1 ||
		{ tail -n 20 "$work/install.log" >&2; fail "FAILED: the .deb does not install"; }
	inside apt-get -q -y purge briefline >>"$work/install.log" 2>&1
	before=$(snapshot_files)
	expect "the .deb installs" inside dpkg -i /tmp/briefline.deb >"$work/install.log"
	expect "--version says what was built" test "$(as_reader briefline --version)" = "briefline $version (build $build${commit:+, $commit})"
	as_reader briefline print -o /home/reader/page.pdf
	expect "it prints" grep -aq "^%PDF-1" "$clean/home/reader/page.pdf"

	as_reader gio launch /usr/share/applications/org.briefline.Briefline.desktop >"$work/launch.log" 2>&1 &
	# shellcheck disable=SC2086
	shows linux-deb /usr/bin/briefline $window_colours

	sed 's/Kyrgyz minister speaks/Opened by its kind: Kyrgyz minister speaks/' "$root/assets/bishkek.briefing" >"$clean$briefing"
	chown 1000:1000 "$clean$briefing"
	expect "a briefing has a kind of its own" \
		grep -q 'application/vnd.briefline.briefing+json' <(as_reader xdg-mime query filetype "$briefing")
	expect "Briefline opens that kind" \
		grep -qx 'org.briefline.Briefline.desktop' <(as_reader xdg-mime query default application/vnd.briefline.briefing+json)
	as_reader dbus-run-session xdg-open "$briefing" >"$work/open.log" 2>&1 &
	# shellcheck disable=SC2086
	shows linux-xdg-open /usr/bin/briefline $window_colours
	expect "xdg-open handed it the file" grep -q 'My.*briefing.*briefing' "$work/linux-xdg-open.cmdline"

	inside dpkg --purge briefline >>"$work/install.log" 2>&1
	rm -f "$clean$briefing" "$clean/home/reader/page.pdf"
	after=$(snapshot_files)
	left=$(comm -13 <(printf '%s\n' "$before") <(printf '%s\n' "$after") | grep -v '^./home/reader/.config\(/briefline\(/.*\)\?\)\?$\|^./home/reader/\.cache$\|^./home/reader/\.config/fyne\|^./home/reader/\.local\|^./home/reader/\.dbus' || true)
	expect "removing it leaves nothing but the person's own${left:+: $left}" test -z "$left"
}

test_archive() {
	local before after left folder
	cp "$1" "$clean/tmp/"
	folder=/tmp/$(basename "$1" .tar.xz)
	inside apt-get -q -y --no-install-recommends install xz-utils >"$work/install.log" 2>&1
	as_reader tar -C /tmp -xf "/tmp/$(basename "$1")"
	before=$(snapshot_files)
	as_reader "$folder/install.sh" >"$work/install.log"
	expect "the archive installs for one person" grep -q '/home/reader/.local' "$work/install.log"
	as_reader gio launch /home/reader/.local/share/applications/org.briefline.Briefline.desktop >"$work/launch.log" 2>&1 &
	# shellcheck disable=SC2086
	shows linux-archive /home/reader/.local/bin/briefline $window_colours
	as_reader "$folder/install.sh" >/dev/null # over itself, as an update does
	as_reader /home/reader/.local/share/doc/briefline/install.sh --uninstall >>"$work/install.log"
	after=$(snapshot_files)
	left=$(comm -13 <(printf '%s\n' "$before") <(printf '%s\n' "$after") | grep -v '/\.local/share/briefline\|/\.config/\|mimeinfo.cache\|/share/mime/\|/share/mime$\|icon-theme.cache\|/share/applications$\|/share$\|/\.local$' || true)
	expect "removing it leaves nothing but indexes${left:+: $left}" test -z "$left"

	inside "$folder/install.sh" --system >/dev/null
	expect "it installs for everybody" test "$(as_reader /usr/local/bin/briefline --version)" = "briefline $version (build $build${commit:+, $commit})"
	inside /usr/local/share/doc/briefline/install.sh --uninstall --system >/dev/null
	expect "and is taken away again" test ! -e "$clean/usr/local/bin/briefline"
}
