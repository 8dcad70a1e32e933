#!/bin/sh
# Installs Briefline from the folder that this file lies in:
#
#   ./install.sh                 for you alone, into ~/.local
#   sudo ./install.sh --system   for everybody, into /usr/local
#   ./install.sh --prefix DIR    into DIR
#   ./install.sh --uninstall     takes it away again; add --system or --prefix
#                                as when it was installed
#
# Your briefings and settings are left alone by all of these.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${HOME:-}/.local
action=install
while [ $# -gt 0 ]; do
	case $1 in
	--system) prefix=/usr/local ;;
	--user) ;;
	--prefix)
		[ $# -gt 1 ] || { echo "install.sh: --prefix needs a folder" >&2; exit 2; }
		shift
		prefix=$1
		;;
	--uninstall) action=uninstall ;;
	*)
		sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
		[ "$1" = --help ] || exit 2
		exit 0
		;;
	esac
	shift
done
list=$prefix/share/doc/briefline/files

# What was installed is written down, so that a later version can take away the
# files of an earlier one.
remove() {
	[ -f "$list" ] || return 0
	while IFS= read -r file; do
		case $file in */../* | ../*) continue ;; esac
		rm -f "$prefix/$file"
		rmdir -p "$prefix/$(dirname "$file")" 2>/dev/null || true
	done <"$list"
	rm -f "$list"
	rmdir -p "$prefix/share/doc/briefline" 2>/dev/null || true
}

# Desktops look things up in indexes; without the tools they look for themselves.
refresh() {
	[ ! -d "$prefix/share/applications" ] || update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
	[ ! -d "$prefix/share/mime/packages" ] || update-mime-database "$prefix/share/mime" 2>/dev/null || true
	[ ! -d "$prefix/share/icons/hicolor" ] || gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" 2>/dev/null || true
}

if [ "$action" = uninstall ]; then
	[ -f "$list" ] || { echo "install.sh: Briefline is not installed in $prefix" >&2; exit 1; }
	remove
	refresh
	echo "Briefline was removed from $prefix."
	exit 0
fi

[ -f "$here/bin/briefline" ] || { echo "install.sh: the program is not beside this file: unpack the whole archive" >&2; exit 1; }
remove
mkdir -p "$prefix/share/doc/briefline"
cp "$here/install.sh" "$prefix/share/doc/briefline/install.sh"
echo share/doc/briefline/install.sh >"$list"
(cd "$here" && find bin share -type f | LC_ALL=C sort) | while IFS= read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	# Beside and then over it: a running program keeps its file.
	cp "$here/$file" "$prefix/$file.new"
	mv -f "$prefix/$file.new" "$prefix/$file"
	echo "$file" >>"$list"
done
# The entry names the program by its path: ~/.local/bin may not be searched.
entry=$prefix/share/applications/org.briefline.Briefline.desktop
quoted=$(printf '%s' "$prefix/bin/briefline" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|]/\\&/g')
sed "s|^Exec=briefline |Exec=\"$quoted\" |" "$entry" >"$entry.new"
mv -f "$entry.new" "$entry"
refresh
echo "Briefline is installed in $prefix. It is in your menu of applications; the command is $prefix/bin/briefline"
echo "To take it away: $prefix/share/doc/briefline/install.sh --uninstall$([ "$prefix" = "${HOME:-}/.local" ] || printf ' --prefix %s' "$prefix")"
