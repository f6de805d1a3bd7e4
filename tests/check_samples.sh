#!/bin/bash
# The sample files are what the lines in their README make of the generator.
set -eu
samples="$1/resources/samples"
build="$2"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
lines="$(sed -n "s|^bin/|\"$build\"/bin/|p" "$samples/README.md")"
[ "$(printf '%s\n' "$lines" | wc -l)" -eq 5 ]
cd "$scratch"
eval "$lines"
for file in *; do
  cmp "$file" "$samples/$file" || { echo "$file differs from what the generator makes" >&2; exit 1; }
done
