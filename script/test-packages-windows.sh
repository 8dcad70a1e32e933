# Sourced by script/test-packages: the Windows packages under Wine.
# shellcheck shell=bash

test_windows() {
	need "running Windows programs" wine64 gcc-mingw-w64-x86-64-posix unzip
	need "looking at the screen" imagemagick xdotool
	start_screen 1600x1000
	start_wine
	trap 'stop_wine; stop_screen' EXIT
	test_zip "$(made windows | grep 'zip$')"
	test_setup "$(made windows | grep 'exe$')"
	stop_wine
	stop_screen
}

# start_wine makes an empty Windows in $WINEPREFIX.
start_wine() {
	PATH=/usr/lib/wine:$PATH # where Debian puts them
	export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe=" LC_ALL=C.UTF-8
	WINEPREFIX=$(mktemp -d "$work/wine.XXXXXX")
	say "making an empty Windows"
	wine64 wineboot -i >"$work/wine.log" 2>&1 || { cat "$work/wine.log" >&2; fail "Wine did not start"; }
	wineserver -w
	c=$WINEPREFIX/drive_c
	# Go asks for a library of Windows 7 and later that Wine 8 lacks. It is a name
	# for what another one has.
	if [ ! -e "$c/windows/system32/bcryptprimitives.dll" ]; then
		cat >"$work/bcryptprimitives.c" <<-'C'
			#include <windows.h>
			BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
			__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
		C
		x86_64-w64-mingw32-gcc -shared -o "$c/windows/system32/bcryptprimitives.dll" "$work/bcryptprimitives.c" -ladvapi32
	fi
}

stop_wine() {
	[ -n "${WINEPREFIX:-}" ] || return 0
	wineserver -k 2>/dev/null || true
	wineserver -w 2>/dev/null || true
	rm -rf "$WINEPREFIX"
	WINEPREFIX=
}

# shows_in_wine NAME COMMAND...: the window comes up and is painted; then the
# program is ended.
shows_in_wine() {
	local name=$1
	shift
	FYNE_THEME=light "$@" >"$work/$name.log" 2>&1 &
	local process=$!
	expect "$name: the window is there" until_true 90 the_window
	# shellcheck disable=SC2086
	expect "$name: the briefing is painted" until_true 90 drawn $window_colours
	picture "$name"
	wine64 taskkill /im Briefline.exe /f >/dev/null 2>&1 || true
	until_true 20 no_window || fail "FAILED: $name: the program did not end"
	wait "$process" 2>/dev/null || true
}

no_window() { ! the_window >/dev/null 2>&1; }

test_zip() {
	# A path as people have them.
	local folder="$c/Мои документы گزارش" program
	mkdir -p "$folder"
	unzip -q "$1" -d "$folder"
	program="$folder/$(basename "$1" .zip)/Briefline.exe"
	expect "--version says what was built" \
		test "$(wine64 "$program" --version 2>/dev/null | tr -d '\r')" = "briefline $version (build $build${commit:+, $commit})"
	expect "briefline.com says it too, and waits" \
		test "$(wine64 "${program%/*}/briefline.com" --version 2>/dev/null | tr -d '\r')" = "briefline $version (build $build${commit:+, $commit})"
	# A terminal, and not a file or a pipe: what a program with a window has to ask for.
	expect "it prints to the terminal that it was started from" grep -q "briefline $version" \
		<(cd "${program%/*}" && script -qec "wine64 cmd /c 'Briefline.exe --version & ping -n 2 127.0.0.1'" /dev/null </dev/null)
	expect "and the word briefline is enough there" grep -q "briefline $version" \
		<(cd "${program%/*}" && script -qec "wine64 cmd /c 'briefline --version'" /dev/null </dev/null)
	local status=0
	wine64 "${program%/*}/briefline.com" show 'Z:\no\such.briefing' >/dev/null 2>&1 || status=$?
	expect "briefline.com hands on the exit status" test "$status" = 2

	cp "$root/assets/bishkek.briefing" "$folder/Бишкек گزارش 1.briefing"
	(cd "$folder" && wine64 "$program" print "Бишкек گزارش 1.briefing" -o "Печать گزارش.pdf" >"$work/wine-print.log" 2>&1) ||
		{ cat "$work/wine-print.log" >&2; fail "FAILED: it does not print"; }
	CGO_ENABLED=0 go_root build -trimpath -tags "$headless_tags" -o "bin/briefline-headless" .
	# Both name the version in the PDF, and both are at the same commit.
	"$root/bin/briefline-headless" print "$folder/Бишкек گزارش 1.briefing" -o "$work/linux.pdf" --date "$date"
	(cd "$folder" && wine64 "$program" print "Бишкек گزارش 1.briefing" -o "second.pdf" --date "$date" >/dev/null 2>&1)
	expect "the PDF from Windows is the same bytes as that from Linux" cmp "$work/linux.pdf" "$folder/second.pdf"

	shows_in_wine windows-bundled wine64 "$program"
	sed 's/Kyrgyz minister speaks/Opened as an argument: Kyrgyz minister speaks/' "$root/assets/bishkek.briefing" >"$folder/Бишкек گزارش 1.briefing"
	shows_in_wine windows-argument wine64 "$program" "$(wine64 winepath -w "$folder/Бишкек گزارش 1.briefing" 2>/dev/null | tr -d '\r\n')"
}

test_setup() {
	local programs before after left key
	wineserver -w
	before=$(windows_files)
	wine64 "$1" /S >"$work/setup.log" 2>&1 || { cat "$work/setup.log" >&2; fail "FAILED: the installer"; }
	wineserver -w
	programs=$(find "$c/users" -path '*Programs/Briefline/Briefline.exe')
	expect "the installer installs for one person" test -n "$programs"
	expect "the start menu has it" test -n "$(find "$c" -name Briefline.lnk)"
	sed 's/Kyrgyz minister speaks/Opened by its kind: Kyrgyz minister speaks/' "$root/assets/bishkek.briefing" >"$c/Мой брифинг گزارش.briefing"
	# "start" does what a double click does. Wine 8 looks kinds of files up for all
	# persons only, where Windows joins those of the one: they are lent there.
	for key in .briefing Briefline.Briefing; do
		wine64 reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f >>"$work/setup.log" 2>&1
	done
	shows_in_wine windows-double-click wine64 start /unix "$c/Мой брифинг گزارش.briefing"
	wineserver -w
	rm -f "$c/Мой брифинг گزارش.briefing"
	wine64 "$(dirname "$programs")/Uninstall.exe" /S >"$work/uninstall.log" 2>&1
	# It goes on in a copy of itself.
	until_true 30 test ! -e "$programs" || true
	wineserver -w
	after=$(windows_files)
	left=$(comm -13 <(printf '%s\n' "$before") <(printf '%s\n' "$after") | grep -vi 'AppData/\(Roaming\|Local\)/\(briefline\|fyne\)\|AppData/Local/Programs$' || true)
	expect "uninstalling leaves nothing but the person's own${left:+: $left}" test -z "$left"
	expect "the registry has forgotten it" test -z "$(grep -i briefline "$WINEPREFIX/user.reg" || true)"
}

windows_files() { (cd "$c" && find . -not -path './windows/*' -not -ipath '*/Temp/*' | LC_ALL=C sort); }
