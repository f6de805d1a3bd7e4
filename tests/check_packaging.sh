#!/bin/bash
# The files an installation brings along are valid, the manual knows every option, and the Debian
# package has no fault that lintian calls an error.
#   check_packaging.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
source_dir="$1"
build="$2"
id=io.github.footfall.Footfall
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

for tool in desktop-file-validate appstreamcli lintian; do
  command -v "$tool" >/dev/null || { echo "$tool is missing; packaging/test installs it" >&2; exit 1; }
done
desktop-file-validate "$source_dir/packaging/$id.desktop"
appstreamcli validate --no-net "$build/packaging/$id.metainfo.xml"

# Options are the words that begin with two dashes; in the manual each dash is escaped.
options="$("$build/bin/footfall-cli" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u)"
[ "$(wc -l <<<"$options")" -gt 20 ] || { echo "footfall-cli --help names hardly any options" >&2; exit 1; }
tr -d '\\' <"$build/packaging/man/footfall-cli.1" >"$scratch/manual"
while read -r option; do
  grep -qE -- "$option\b" "$scratch/manual" || { echo "the manual does not know $option" >&2; exit 1; }
done <<<"$options"
for option in $(grep -oE -- '--[a-z][a-z-]*' "$scratch/manual" | sort -u); do
  grep -qxe "$option" <<<"$options" || { echo "the manual invents $option" >&2; exit 1; }
done

# An installation has everything in its place.
DESTDIR="$scratch/root" cmake --install "$build" --prefix /usr >/dev/null
installed() {
  [ -e "$scratch/root/usr/$1" ] || { echo "the installation lacks $1" >&2; exit 1; }
}
installed bin/footfall-cli
installed share/man/man1/footfall-cli.1
installed share/footfall/samples/pageviews.csv
installed share/footfall/guide/user-guide.md
# All of its languages, with the pictures they show.
for guide in "$source_dir"/resources/guide/user-guide*.md; do
  installed "share/footfall/guide/$(basename "$guide")"
  pictures="$(sed -nE 's/^!\[[^]]+\]\(([^)]+)\)$/\1/p' "$guide")"
  [ -n "$pictures" ] || { echo "$guide shows no picture" >&2; exit 1; }
  for picture in $pictures; do installed "share/footfall/guide/$picture"; done
done
installed share/footfall/log-formats/combined
installed share/footfall/bots
if [ -x "$build/bin/footfall" ]; then
  installed bin/footfall
  installed share/man/man1/footfall.1
  installed "share/applications/$id.desktop"
  installed "share/metainfo/$id.metainfo.xml"
  installed "share/icons/hicolor/scalable/apps/$id.svg"
fi
"$scratch/root/usr/bin/footfall-cli" --version

# -B keeps the package out of the build folder.
(cd "$scratch" && cpack --config "$build/CPackConfig.cmake" -B "$scratch/package") >"$scratch/cpack" 2>&1 ||
  { cat "$scratch/cpack" >&2; exit 1; }
lintian --fail-on error "$scratch"/package/*.deb
