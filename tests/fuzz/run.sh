#!/bin/bash
# Runs one fuzz target for a while; ends with an error where it finds something.
#   run.sh BUILD_DIR TARGET SECONDS [libFuzzer option...]
# Seeds are read, never written: what grows out of them lies in BUILD_DIR/fuzz/corpus-TARGET where
# KEEP=yes, else nowhere. Findings are BUILD_DIR/fuzz/TARGET-crash-... and the like.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
build="$1"
target="$2"
seconds="$3"
shift 3

if [ "${KEEP:-no}" = yes ]; then
  corpus="$build/fuzz/corpus-$target"
  mkdir -p "$corpus"
else
  corpus="$(mktemp -d)"
  trap 'rm -rf "$corpus"' EXIT
fi
cp "$here/seeds/$target"/* "$corpus"

# Undefined behaviour ends the run; memory that a decoder asks for in vain is an answer, no fault.
export ASAN_OPTIONS="allocator_may_return_null=1:detect_leaks=1"
export UBSAN_OPTIONS="print_stacktrace=1"
"$build/fuzz/fuzz-$target" "$corpus" -dict="$here/$target.dict" -max_total_time="$seconds" \
  -max_len=2000 -timeout=100 -rss_limit_mb=2000 -artifact_prefix="$build/fuzz/$target-" \
  -print_final_stats=1 -verbosity=1 "$@" 2>&1 | grep -avE '^#[0-9]+\s+(NEW|REDUCE|RELOAD|pulse)'
