#!/bin/bash
# Every text of the window is in every translation: check_translations.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
cd "$1"
[ -x "$2/bin/footfall" ] || { echo "no window in this build"; exit 0; }
lupdate=$(PATH="/usr/lib/qt6/bin:$PATH" command -v lupdate) || { echo "lupdate of Qt 6 is missing"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
for file in resources/translations/*.ts; do
  copy="$scratch/$(basename "$file")"
  cp "$file" "$copy"
  # English needs none but the forms of "1 row" and "2 rows".
  [[ "$file" = *_en.ts ]] && plural=-pluralonly || plural=
  "$lupdate" ui -I . $plural -ts "$copy" -locations none -no-obsolete >"$scratch/log" 2>&1
  if ! cmp -s "$file" "$copy"; then
    echo "$file does not have the texts of the window as they are now; run lupdate and translate:"
    diff "$file" "$copy" | head -40
    status=1
  fi
  if grep -q '<name></name>' "$copy"; then
    echo "$file has texts without a context, which no tr() finds: an alias stands before ::tr"
    status=1
  fi
  if grep -q 'type="unfinished"' "$copy"; then
    echo "$file has texts that are not translated"
    status=1
  fi
done
exit $status
