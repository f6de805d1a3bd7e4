#!/bin/bash
# The direction of includes between the rooms, and what the programs load.
#   check_layering.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
source_dir="$1"
build="$2"
cd "$source_dir"
failures=0
fail() {
  printf '%s\n' "$1" >&2
  failures=$((failures + 1))
}

# Which rooms a room may include, besides itself: never one further along the way of the data.
declare -A allowed=(
  [model/core]=""
  [model/report]="model/core"
  [model/input]="model/core"
  [model/parse]="model/core model/report model/input"
  [model/aggregate]="model/core model/report model/parse"
  [model/export]="model/core model/report"
  [model/pipeline]="model/core model/report model/input model/parse model/aggregate model/export"
  [model/sql]="model/core model/report model/input model/parse"
  [model/session]="model/core model/report model/export model/pipeline model/sql"
  [ui]="model/core model/report model/export model/pipeline model/sql model/session"
  [app]="model/core model/report model/input model/parse model/export model/pipeline model/sql ui"
)

# room_of FILE: sets `room` to the room a file of the project lies in.
room_of() {
  case "$1" in
    model/*/*)
      room="${1#model/}"
      room="model/${room%%/*}"
      ;;
    *) room="${1%%/*}" ;;
  esac
}

includes="$(grep -rHoE '^ *# *include *["<][^">]+[">]' app ui model --include='*.h' --include='*.cpp')"
while IFS=: read -r file line; do
  room_of "$file"
  from="$room"
  [[ "$line" =~ [\"\<]([^\"\>]+)[\"\>] ]]
  header="${BASH_REMATCH[1]}"
  if [ -z "${allowed[$from]+known}" ]; then
    fail "$file: the room $from has no place in the order of rooms"
    continue
  fi
  if [[ "$line" == *\"* ]]; then
    # Written by the build.
    [[ "$header" = app/version.h || "$header" = *.moc ]] && continue
    [ -f "$header" ] || { fail "$file includes \"$header\", which is not rooted at the project"; continue; }
    room_of "$header"
    to="$room"
    [ "$to" = "$from" ] && continue
    [[ " ${allowed[$from]} " == *" $to "* ]] || fail "$file includes \"$header\": $from must not know $to"
  elif [[ "$header" =~ ^(Q[A-Z]|Qt|q[a-z0-9]+\.h$) ]]; then
    case "$from" in
      ui) ;;
      model/session | model/sql)
        [[ "$header" =~ ^(QApplication|QWidget|QtWidgets|QtGui|QGuiApplication|qcustomplot) ]] &&
          fail "$file includes <$header>: no GUI outside ui" ;;
      *) fail "$file includes <$header>: no Qt in $from" ;;
    esac
  fi
done <<<"$includes"
[ "$(wc -l <<<"$includes")" -gt 100 ] || fail "found hardly any include lines: is this the source folder?"

# app/main.cpp opens the window by one entry; the command line knows no window.
window="$(grep -rlE '"ui/' app | grep -v '^app/main\.cpp$' || true)"
[ -z "$window" ] || fail "only app/main.cpp may include the window: $window"

# An input format is named in its own files; others walk the table or visit the type (input_formats.h).
named="$(grep -rnE '\bInputFormat::[a-z]' app ui model --include='*.h' --include='*.cpp' |
  grep -vE '^model/parse/(input_options\.h|[a-z_]+_format\.(h|cpp)):' | grep -v 'InputFormat::detect\b' || true)"
[ -z "$named" ] || fail "an input format is named outside its own files: $named"

# What differs by kind stands in tables with a row a kind (core/kinds.h), which the compiler keeps whole.
switches="$(grep -rnE 'case (ReportKind|EventType|FilterField)::' app model ui --include='*.h' --include='*.cpp' || true)"
[ -z "$switches" ] || fail "a switch over kinds; make it a kind_table: $switches"

# The engine's library uses no Qt, and footfall-cli loads no Qt and no GUI library.
engine="$build/model/libfootfall_engine.a"
symbols="$(nm --demangle --undefined-only "$engine")"
[ "$(wc -l <<<"$symbols")" -gt 100 ] || fail "$engine has hardly any symbols"
qt="$(grep -oE ' U (Q[A-Z][A-Za-z0-9]*(::|\(|<)|Qt::|QtPrivate|qt_|qBad|vtable for Q).*' <<<"$symbols" | head -n 3 || true)"
[ -z "$qt" ] || fail "the engine uses Qt: $qt"
libraries="$(ldd "$build/bin/footfall-cli")"
grep -q "libc\.so" <<<"$libraries" || fail "cannot see what footfall-cli loads"
gui="$(grep -oE 'lib(Qt|qcustomplot|X11|xcb|wayland|GL\b|EGL)[^ ]*' <<<"$libraries" || true)"
[ -z "$gui" ] || fail "footfall-cli loads $gui"

[ "$failures" -eq 0 ] || exit 1
echo "$(wc -l <<<"$includes") includes looked at, all in order"
