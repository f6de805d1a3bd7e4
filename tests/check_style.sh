#!/bin/bash
# The style of the C++ files is what clang-format 14, that of Debian 12, makes of .clang-format: it
# leaves every file as it is. Other versions break lines elsewhere, so without this one nothing is said.
#   check_style.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
cd "$1"
format=""
for program in clang-format-14 clang-format; do
  command -v "$program" >/dev/null || continue
  [[ "$("$program" --version)" =~ version\ 14\. ]] && format="$program" && break
done
[ -n "$format" ] || { echo "clang-format 14 is missing; packaging/test installs it" >&2; exit 77; }

files="$(find app model ui tests -name '*.h' -o -name '*.cpp' | sort)"
[ "$(wc -l <<<"$files")" -gt 100 ] || { echo "found hardly any files: is this the source folder?" >&2; exit 1; }
if ! xargs -n 80 -P 2 "$format" --dry-run --Werror <<<"$files"; then
  echo "The style differs; this mends it: $format -i FILE" >&2
  exit 1
fi
echo "$(wc -l <<<"$files") files looked at, all in style"
