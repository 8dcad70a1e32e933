# Sourced by script/package and the scripts that test packages: one function for
# each system, and what they share.
# shellcheck shell=bash

dist=$root/dist
work=$root/out/package # what packages are made from
packaging=$root/script/packaging

# The tools that are Go programs, in the versions that this was tested with.
nfpm=github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.44.0
gowinres=github.com/tc-hib/go-winres@v0.3.3
cyclonedx=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
staticcheck=honnef.co/go/tools/cmd/staticcheck@v0.8.2
actionlint=github.com/rhysd/actionlint/cmd/actionlint@v1.7.7

# tool NAME MODULE: builds a tool into bin/ once for each version.
tool() {
	local marker=$root/bin/.$1-${2##*@}
	[ -e "$marker" ] && [ -x "$root/bin/$1$exe" ] && return
	say "building $1"
	CGO_ENABLED=0 GOFLAGS=-buildvcs=false GOBIN="$root/bin" go install "$2" || fail "$1 could not be built"
	: >"$marker"
}

detail() { sed -n "s/^$1 *= *\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" "$root/FyneApp.toml" | head -n 1; }

# facts sets what the packages say of themselves: version, build, commit, epoch,
# date, and site and tag when the sources came from somewhere public.
facts() {
	version=$(detail Version)
	build=$(detail Build)
	commit=${BRIEFLINE_COMMIT:-}
	epoch=${SOURCE_DATE_EPOCH:-}
	site=${BRIEFLINE_SITE:-}
	if git -C "$root" rev-parse HEAD >/dev/null 2>&1; then
		if [ -z "$commit" ]; then
			commit=$(git -C "$root" rev-parse --short=12 HEAD)
			[ -z "$(git -C "$root" status --porcelain --untracked-files=no)" ] || commit=$commit-changed
		fi
		[ -n "$epoch" ] || epoch=$(git -C "$root" log -1 --format=%ct)
	fi
	if [ -z "$site" ] && [ -n "${GITHUB_REPOSITORY:-}" ]; then
		site=${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY
	fi
	# Sources without git: the time of the file that changes with each release.
	[ -n "$epoch" ] || epoch=$(date -r "$root/FyneApp.toml" +%s)
	tag=v$version
	date=$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$epoch" +%Y-%m-%dT%H:%M:%SZ)
	export SOURCE_DATE_EPOCH=$epoch
	# go.sum makes these builds repeatable: never from a folder of the person's own.
	export GOFLAGS=-buildvcs=false
	say "Briefline $version, build $build${commit:+, commit $commit}, of $date"
}

linker_flags() { printf -- '-s -w%s' "${commit:+ -X main.commit=$commit}"; }

# build_release OUT [LINKER FLAGS]: GOOS, GOARCH and CC as the caller set them.
build_release() {
	local tags=$shared_tags
	[ "${GOOS:-$(go env GOOS)}" != linux ] || tags=x11,$shared_tags
	say "building $(basename "$1") (the first time takes some minutes)"
	CGO_ENABLED=1 go_root build -trimpath "$compile_flags" -tags "$tags" -ldflags "$(linker_flags)${2:+ $2}" -o "$1" .
}

# bill OUT PROGRAM: the software bill of materials, in CycloneDX 1.6, of what the
# program itself says it is made of. Its time is left out: it is the program's.
bill() {
	tool cyclonedx-gomod "$cyclonedx"
	"$root/bin/cyclonedx-gomod$exe" bin -json -licenses -std -noserial -notimestamp -version "v$version" -output "$1" "$2" 2>"$work/bill.log" ||
		{
			cat "$work/bill.log" >&2
			fail "the bill of materials could not be written; the output is above"
		}
}

# fill FILE: prints a file with its @names@ replaced. Of a site that is not known
# nothing is said: lines that need it go, and so do the elements around them.
fill() {
	if [ -n "$site" ]; then
		cat "$1"
	else
		sed -e '/<screenshots>/,/<\/screenshots>/d' -e '/@site@/d' "$1"
	fi | sed -e "s|@site@|$site|g" -e "s|@tag@|$tag|g" -e "s|@version@|$version|g" -e "s|@build@|$build|g" \
		-e "s|@date@|${date%T*}|g" -e '/^<!-- script\/package/d'
}

# stamp DIR: one time and plain rights for all files, so that archives of them
# are the same wherever they are made.
stamp() {
	find "$1" -type d -exec chmod 755 {} +
	find "$1" -type f -exec chmod 644 {} +
	find "$1" -type f \( -path '*/bin/*' -o -name '*.sh' \) -exec chmod 755 {} +
	find "$1" -exec touch -h -d "@$epoch" {} +
}

package_linux() {
	mkdir -p "$dist"
	[ "$(uname -s)" = Linux ] || fail "the Linux packages are made on Linux"
	local arch stage tree
	arch=$(go env GOARCH)
	need "building the window" $build_set
	need "packing" xz-utils
	tool nfpm "$nfpm"
	stage=$work/linux-$arch
	tree=$stage/Briefline-$version-linux-$arch
	rm -rf "$stage"
	mkdir -p "$tree/bin"
	unset GOOS GOARCH CC
	build_release "$tree/bin/briefline"
	linux_files "$tree"

	# The archive: a folder with the program and what installs it.
	cp "$packaging/linux/install.sh" "$root/LICENSE" "$tree/"
	stamp "$tree"
	(cd "$stage" && LC_ALL=C tar --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --format=gnu -c "$(basename "$tree")") |
		xz -9e -T1 >"$dist/$(basename "$tree").tar.xz"

	# The Debian package: the same files below /usr, with documents as Debian has them.
	local deb=$stage/deb
	mkdir "$deb"
	cp -R "$tree/bin" "$tree/share" "$deb/"
	gzip -9n "$deb/share/doc/briefline/licences.txt"
	sed -n '/^Permission/,$p' "$root/LICENSE" | sed -e 's/^$/./' -e 's/^/ /' >"$stage/licence"
	sed -e "/@licence@/{r $stage/licence" -e 'd' -e '}' "$packaging/linux/copyright" >"$deb/share/doc/briefline/copyright"
	printf 'briefline (%s-%s) stable; urgency=low\n\n  * Release %s.\n\n -- %s  %s\n' "$version" "$build" "$version" \
		"$(sed -n 's/^maintainer: //p' "$packaging/linux/nfpm.yaml")" "$(date -u -R -d "@$epoch")" |
		gzip -9n >"$deb/share/doc/briefline/changelog.gz"
	gzip -9n "$deb/share/man/man1/briefline.1"
	mv "$deb/share/zsh/site-functions" "$deb/share/zsh/vendor-completions"
	stamp "$deb"
	STAGE=$deb ARCH=$arch VERSION=$version BUILD=$build SITE=$site GLIBC=$(glibc_of "$deb/bin/briefline") \
		"$root/bin/nfpm" package -f "$packaging/linux/nfpm.yaml" -p deb -t "$stage/unpacked.deb" >"$stage/nfpm.log" 2>&1 ||
		{ cat "$stage/nfpm.log" >&2; fail "nfpm failed; its output is above"; }
	# The same archive with its files packed by xz, which does it a fifth better.
	(
		mkdir "$stage/ar" && cd "$stage/ar" && ar x ../unpacked.deb && xz -9e -T1 data.tar
		ar rcD ../packed.deb debian-binary control.tar.gz data.tar.xz
	)
	mv "$stage/packed.deb" "$dist/briefline_${version}_$arch.deb"
	bill "$dist/$(basename "$tree").cdx.json" "$tree/bin/briefline"
}

# linux_files TREE: all that belongs beside the program, in the places of XDG.
linux_files() {
	local share=$1/share id=org.briefline.Briefline size
	mkdir -p "$share/applications" "$share/metainfo" "$share/mime/packages" "$share/man/man1" "$share/doc/briefline" \
		"$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
	cp "$packaging/linux/$id.desktop" "$share/applications/"
	cp "$packaging/linux/$id.xml" "$share/mime/packages/"
	fill "$packaging/linux/$id.metainfo.xml" >"$share/metainfo/$id.metainfo.xml"
	for size in 16 24 32 48 64 96 128 256 512; do
		mkdir -p "$share/icons/hicolor/${size}x$size/apps" "$share/icons/hicolor/${size}x$size/mimetypes"
		cp "$packaging/icons/rendered/briefline-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
		cp "$packaging/icons/rendered/document-$size.png" "$share/icons/hicolor/${size}x$size/mimetypes/application-vnd.briefline.briefing+json.png"
	done
	mkdir -p "$share/icons/hicolor/scalable/apps" "$share/icons/hicolor/scalable/mimetypes"
	cp "$packaging/icons/briefline.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
	cp "$packaging/icons/document.svg" "$share/icons/hicolor/scalable/mimetypes/application-vnd.briefline.briefing+json.svg"
	"$1/bin/briefline" man >"$share/man/man1/briefline.1"
	"$1/bin/briefline" completion bash >"$share/bash-completion/completions/briefline"
	"$1/bin/briefline" completion zsh >"$share/zsh/site-functions/_briefline"
	"$1/bin/briefline" completion fish >"$share/fish/vendor_completions.d/briefline.fish"
	cp "$root/assets/licences.txt" "$share/doc/briefline/licences.txt"
}

# glibc_of PROGRAM: the newest version of the C library that it asks for.
glibc_of() { objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1; }

package_windows() {
	local stage=$work/windows-amd64 tree cc=x86_64-w64-mingw32-gcc
	case "$(uname -s)" in
	Linux)
		need "building for Windows" gcc-mingw-w64-x86-64-posix
		need "making the installer" nsis
		;;
	*)
		cc=gcc
		command -v gcc >/dev/null || fail "building for Windows needs MSYS2's gcc: pacman -S mingw-w64-x86_64-gcc mingw-w64-x86_64-nsis"
		;;
	esac
	tool go-winres "$gowinres"
	tree=$stage/Briefline-$version-windows-amd64
	rm -rf "$stage"
	mkdir -p "$tree"
	# Go links a .syso that lies beside the sources: icon, version and manifest.
	trap 'rm -f "$root"/rsrc_windows_*.syso' EXIT
	(cd "$root" && "bin/go-winres$exe" make --in script/packaging/windows/winres.json --arch amd64 --out rsrc \
		--file-version "$version.$build" --product-version "$version")
	GOOS=windows GOARCH=amd64 CC=$cc build_release "$tree/Briefline.exe" "-H windowsgui"
	rm -f "$root"/rsrc_windows_*.syso
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go_root build -trimpath -ldflags "-s -w" -o "$tree/briefline.com" ./script/console
	sign_windows "$tree/Briefline.exe" "$tree/briefline.com"
	sed 's/$/\r/' "$root/LICENSE" >"$tree/LICENSE.txt"
	sed 's/$/\r/' "$root/assets/licences.txt" >"$tree/Licences of others.txt"
	stamp "$tree"
	go_root run ./script/zip "$dist/$(basename "$tree").zip" "$tree" "$epoch"
	# NSIS changes into the folder of its script.
	local target=
	[ ! -e /usr/share/nsis/Stubs/lzma_solid-amd64-unicode ] || target=-DTARGET=amd64-unicode
	makensis -V2 ${target:+"$target"} "-DVERSION=$version" "-DFILES=$(native "$tree")" "-DOUT=$(native "$dist/Briefline-$version-windows-amd64-setup.exe")" \
		"$(native "$packaging/windows/installer.nsi")" >&2
	sign_windows "$dist/Briefline-$version-windows-amd64-setup.exe"
	chmod +x "$tree/Briefline.exe" # or its contents are not looked at
	bill "$dist/$(basename "$tree").cdx.json" "$tree/Briefline.exe"
}

# native PATH: as programs of this system write it.
native() { if command -v cygpath >/dev/null; then cygpath -w "$1"; else printf '%s' "$1"; fi; }

# sign_windows FILE...: with the certificate of the person who releases.
sign_windows() {
	if [ -z "${WINDOWS_CERTIFICATE_FILE:-}" ]; then
		say "not signed, no WINDOWS_CERTIFICATE_FILE: $(printf '%s ' "${@##*/}")"
		return
	fi
	local file
	[ "$(uname -s)" != Linux ] || need "signing" osslsigncode
	for file in "$@"; do
		osslsigncode sign -pkcs12 "$WINDOWS_CERTIFICATE_FILE" -readpass <(printf %s "${WINDOWS_CERTIFICATE_PASSWORD:-}") \
			-h sha256 -n Briefline -ts "${WINDOWS_TIMESTAMP:-http://timestamp.digicert.com}" -in "$file" -out "$file.signed" >&2
		mv "$file.signed" "$file"
	done
}

# package_darwin makes one program for both kinds of Mac, the folder that macOS
# shows as an app, and a disk image to drag it out of.
package_darwin() {
	[ "$(uname -s)" = Darwin ] || fail "the macOS package is made on a Mac: Apple's compiler and SDK are not to be had elsewhere"
	local stage=$work/macos app arch image=$dist/Briefline-$version-macos-universal.dmg
	command -v cc >/dev/null || fail "building the window needs the command line tools: xcode-select --install"
	app=$stage/image/Briefline.app
	rm -rf "$stage"
	mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
	for arch in amd64 arm64; do
		CGO_CFLAGS="-O2 -mmacosx-version-min=12.0" CGO_LDFLAGS="-mmacosx-version-min=12.0" \
			GOOS=darwin GOARCH=$arch build_release "$stage/briefline-$arch"
	done
	lipo -create -output "$app/Contents/MacOS/briefline" "$stage/briefline-amd64" "$stage/briefline-arm64"
	fill "$packaging/macos/Info.plist" >"$app/Contents/Info.plist"
	plutil -lint "$app/Contents/Info.plist"
	printf 'APPL????' >"$app/Contents/PkgInfo"
	cp "$packaging/icons/rendered/briefline.icns" "$packaging/icons/rendered/document.icns" "$app/Contents/Resources/"
	cp "$root/LICENSE" "$root/assets/licences.txt" "$app/Contents/Resources/"
	if [ -n "${MACOS_IDENTITY:-}" ]; then
		codesign --force --options runtime --timestamp --sign "$MACOS_IDENTITY" "$app"
	else
		say "not signed for others, no MACOS_IDENTITY: Macs will ask before they open it"
		codesign --force --sign - "$app" # Macs with Apple's processors run nothing unsigned
	fi
	ln -s /Applications "$stage/image/Applications"
	hdiutil create -quiet -volname Briefline -srcfolder "$stage/image" -fs HFS+ -format UDZO -ov "$image"
	if [ -n "${MACOS_IDENTITY:-}" ] && [ -n "${MACOS_NOTARY_PROFILE:-}" ]; then
		codesign --force --timestamp --sign "$MACOS_IDENTITY" "$image"
		xcrun notarytool submit "$image" --keychain-profile "$MACOS_NOTARY_PROFILE" ${MACOS_KEYCHAIN:+--keychain "$MACOS_KEYCHAIN"} --wait
		xcrun stapler staple "$image"
	else
		say "not notarised, no MACOS_NOTARY_PROFILE"
	fi
	bill "$dist/Briefline-$version-macos-universal.cdx.json" "$stage/briefline-arm64"
}

# check_darwin builds what needs no Apple SDK: the program without its window.
check_darwin() {
	local arch
	for arch in amd64 arm64; do
		GOOS=darwin GOARCH=$arch CGO_ENABLED=0 go_root build -trimpath -tags "ci,$headless_tags" -o "$work/check/briefline-macos-$arch" .
	done
	GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 go_root vet -tags "ci,$headless_tags" ./...
	say "checked for macOS: all but the window, which only a Mac can build; no package was made"
}

# sums writes what the files of dist/ must add up to.
sums() {
	(
		cd "$dist" && set -- Briefline-* briefline_*
		local file present=
		rm -f SHA256SUMS
		for file in "$@"; do [ ! -f "$file" ] || present="$present $file"; done
		[ -n "$present" ] || exit 0
		# shellcheck disable=SC2086
		if command -v sha256sum >/dev/null; then sha256sum $present; else shasum -a 256 $present; fi >SHA256SUMS
		# shellcheck disable=SC2086
		ls -l $present SHA256SUMS >&2
	)
}

# no_web says why there is no package for browsers.
no_web() {
	say "no web package: the library keeps briefings in SQLite (modernc.org/sqlite), which does not run in a browser"
}
