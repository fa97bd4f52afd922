#!/bin/sh
# Prepares this machine to build and run the program, or with --test to run its
# tests as well. On Debian and Ubuntu it installs what is missing; elsewhere it says
# what to install. It is quick when nothing is missing and may be run any time.
set -eu

usage() {
	cat <<'TEXT'
usage: sh app/setup.sh [--test]

Checks for Go and for the C compiler and headers that the window needs. On Debian and
Ubuntu it installs what is missing (as root, or by sudo); on other systems it prints
what to install.

  --test    also what the tests need: a virtual display and tools that drive a window
  --help    this text
TEXT
}

say() { printf 'setup: %s\n' "$*"; }
fail() {
	printf 'setup: %s\n' "$*" >&2
	exit 1
}

with_tests=no
for argument in "$@"; do
	case $argument in
	--test) with_tests=yes ;;
	-h | --help)
		usage
		exit 0
		;;
	*)
		usage >&2
		printf 'setup: unknown argument "%s"\n' "$argument" >&2
		exit 2
		;;
	esac
done

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# Debian and Ubuntu: what the build needs, and what the real-window tests need.
debian_build='gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev ca-certificates'
debian_test='xvfb xdotool imagemagick libgl1-mesa-dri'

# The same under the names of other systems.
fedora_build='gcc pkgconf-pkg-config libXcursor-devel libXrandr-devel mesa-libGL-devel libXi-devel libXinerama-devel libXxf86vm-devel libxkbcommon-devel wayland-devel'
fedora_test='xorg-x11-server-Xvfb xdotool ImageMagick mesa-dri-drivers'
arch_build='gcc pkgconf xorg-server-devel libxcursor libxrandr libxinerama libxi libglvnd libxkbcommon wayland'
arch_test='xorg-server-xvfb xdotool imagemagick mesa'

# at_least A B: is version A the same as B or newer?
at_least() {
	awk -v a="$1" -v b="$2" 'BEGIN {
		split(a, x, "."); split(b, y, ".")
		for (i = 1; i <= 3; i++) if (x[i] + 0 != y[i] + 0) exit !(x[i] + 0 > y[i] + 0)
		exit 0
	}'
}

check_go() {
	wanted=$(awk '$1 == "go" { print $2; exit }' "$root/go.mod")
	command -v go >/dev/null 2>&1 ||
		fail "Go is not installed, or not on the PATH. Install Go $wanted or newer (the download page of the Go project has it for every system), open a new terminal and run this again."
	# The toolchain that is installed, not one that the go command would fetch.
	found=$(CDPATH='' cd / && GOTOOLCHAIN=local go version | awk '{ print substr($3, 3) }')
	if at_least "$found" "$wanted"; then
		return
	fi
	choice=$(CDPATH='' cd / && go env GOTOOLCHAIN 2>/dev/null) || choice=local
	if at_least "$found" 1.21 && [ "$choice" != local ]; then
		say "Go $found is older than the $wanted of go.mod; the go command will fetch $wanted by itself on first use."
		return
	fi
	fail "Go $found is too old: this program needs $wanted. Install Go $wanted or newer (the download page of the Go project has it for every system), see to it that it comes first on the PATH, and run this again."
}

# debian_missing PACKAGE...: those that are neither installed nor provided by another.
debian_missing() {
	dpkg-query -W -f='${db:Status-Status}|${Package}|${Provides}\n' | awk -F'|' -v wanted="$*" '
		$1 == "installed" {
			have[$2] = 1
			n = split($3, provided, /, */)
			for (i = 1; i <= n; i++) { sub(/ .*/, "", provided[i]); have[provided[i]] = 1 }
		}
		END {
			n = split(wanted, names, " ")
			for (i = 1; i <= n; i++) if (!(names[i] in have)) printf "%s%s", (some++ ? " " : ""), names[i]
		}'
}

setup_debian() {
	wanted=$debian_build
	if [ $with_tests = yes ]; then
		wanted="$wanted $debian_test"
	fi
	# shellcheck disable=SC2086 # the lists are meant to be split into words
	missing=$(debian_missing $wanted)
	if [ -z "$missing" ]; then
		say 'every package is there; nothing to install.'
		return
	fi
	remedy="apt-get update && apt-get install $missing"
	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null 2>&1 ||
			fail "packages are missing, and there is no sudo to install them with. As root, run: $remedy"
		as_root=sudo
		say 'installing needs root rights: sudo may ask for your password.'
	fi
	say "installing: $missing"
	$as_root apt-get update -q -o DPkg::Lock::Timeout=300 ||
		say 'the package lists could not be refreshed; trying with the lists that are there.'
	# shellcheck disable=SC2086
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
		-o DPkg::Lock::Timeout=300 $missing ||
		fail "the packages could not be installed; the lines above say why. Once that is mended, run this again, or as root: $remedy"
	# shellcheck disable=SC2086
	missing=$(debian_missing $wanted)
	[ -z "$missing" ] || fail "still missing after the installation: $missing"
}

# headers_found: can a C file with the headers of the window be read?
headers_found() {
	compiler=$(go env CC)
	command -v "${compiler%% *}" >/dev/null 2>&1 && command -v pkg-config >/dev/null 2>&1 &&
		pkg-config --exists wayland-client &&
		printf '#include <%s>\n' stdlib.h GL/gl.h EGL/egl.h X11/Xlib.h X11/Xcursor/Xcursor.h \
			X11/extensions/Xrandr.h X11/extensions/Xinerama.h X11/extensions/XInput2.h \
			wayland-client.h xkbcommon/xkbcommon.h |
		$compiler -E -x c - >/dev/null 2>&1
}

# missing_tools: the programs that drive a window in tests and are not installed.
missing_tools() {
	for tool in Xvfb xdotool import; do
		command -v $tool >/dev/null 2>&1 || printf '%s ' $tool
	done
}

# advise SENTENCE: for Linux and BSD without apt, says what to do unless all is there.
advise() {
	lacking=
	headers_found || lacking='a C compiler, pkg-config or headers of OpenGL, X11, Wayland and xkbcommon'
	if [ $with_tests = yes ]; then
		tools=$(missing_tools)
		if [ -n "$tools" ]; then
			lacking="${lacking:+$lacking; }for the tests: $tools"
		fi
	fi
	if [ -z "$lacking" ]; then
		say 'compiler and headers are there; nothing to install.'
		return
	fi
	say "missing: $lacking"
	fail "$1 Then run this again."
}

setup_fedora() {
	if [ $with_tests = yes ]; then fedora_build="$fedora_build $fedora_test"; fi
	advise "Install them with: sudo dnf install $fedora_build."
}

setup_arch() {
	if [ $with_tests = yes ]; then arch_build="$arch_build $arch_test"; fi
	advise "Install them with: sudo pacman -S --needed $arch_build."
}

setup_other() {
	tests=
	if [ $with_tests = yes ]; then tests=', and for the tests Xvfb, xdotool, ImageMagick and the software driver of Mesa'; fi
	advise "This system is not known here. Install with its package manager: a C compiler, pkg-config, and the development files of OpenGL (Mesa), EGL, libX11, libXcursor, libXrandr, libXinerama, libXi, libXxf86vm, wayland-client and libxkbcommon$tests."
}

setup_macos() {
	xcode-select -p >/dev/null 2>&1 ||
		fail 'the command-line tools of Xcode are missing. Install them with: xcode-select --install. Then run this again.'
	say 'the command-line tools of Xcode are there; nothing to install.'
	real_window_note
}

setup_windows() {
	command -v gcc >/dev/null 2>&1 ||
		fail 'no C compiler found. Install MSYS2 and in its shell run: pacman -S --needed mingw-w64-x86_64-toolchain. Put its mingw64/bin on the PATH, then run this again.'
	say 'a C compiler is there; nothing to install.'
	real_window_note
}

real_window_note() {
	if [ $with_tests = yes ]; then
		say 'the tests that drive a real window need Xvfb, which is for Linux; all others run here.'
	fi
}

check_go

system=$(uname -s)
id=
like=
if [ -r /etc/os-release ]; then
	# A subshell each, because the file sets variables of its own choosing.
	id=$(. /etc/os-release && printf '%s' "${ID:-}")
	like=$(. /etc/os-release && printf '%s' "${ID_LIKE:-}")
fi

case $system in
Darwin) setup_macos ;;
MINGW* | MSYS* | CYGWIN*) setup_windows ;;
*)
	if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
		setup_debian
	else
		case " $id $like " in
		*' fedora '* | *' rhel '*) setup_fedora ;;
		*' arch '*) setup_arch ;;
		*) setup_other ;;
		esac
	fi
	;;
esac

if [ "$(CDPATH='' cd -- "$root" && go env CGO_ENABLED)" = 0 ]; then
	say 'note: CGO_ENABLED=0 is set, and the window needs cgo; unset it before "go run ./app".'
fi
say 'ready.'
