# Shared by packaging/run and packaging/test; sourced, not run.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/release"
logs="$root/build/logs"
cd "$root"
mkdir -p "$logs"

build_packages=(
  cmake ninja-build g++ pkg-config
  qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n libqcustomplot-dev
  qtkeychain-qt6-dev
  libfmt-dev libabsl-dev libsimdjson-dev zlib1g-dev libzstd-dev liblzma-dev libbz2-dev liblz4-dev
  libarchive-dev libexpat1-dev libxlsxwriter-dev libssl-dev tzdata
  libpq-dev libcurl4-openssl-dev
)
# libisal is made for few processors; elsewhere zlib unpacks gzip.
case "$(dpkg --print-architecture 2>/dev/null)" in
  amd64 | arm64) build_packages+=(libisal-dev) ;;
esac
# The keeper of the style, fonts, validators of the files and of the package, database servers; the
# window itself is tested without a display.
test_packages=(clang-format fonts-dejavu-core desktop-file-utils appstream lintian postgresql-15
  clickhouse-server openssl ca-certificates)
# Clang with its sanitizers and libFuzzer: only what is run for every change needs it. Debian's default
# clang (14) does not take all of C++20 that GCC 12 does.
sanitizer_packages=(clang-19 libclang-rt-19-dev)

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# quietly NAME COMMAND...: says nothing when all is well, else the end of the output.
quietly() {
  local log="$logs/$1.log"
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    die "This failed: $* (all of its output is in ${log#"$root"/})"
  fi
}

is_installed() {
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Installs those of the packages that are missing; asks nothing and needs no network when none is.
install_missing() {
  local package missing=() as_root=()
  command -v dpkg-query >/dev/null || die "This set-up is made for Debian 12; elsewhere install: $*"
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "These packages are missing; install them as root: ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  quietly apt-update "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
  quietly apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install --yes --no-install-recommends "${missing[@]}"
}

# build_release TARGET...: the release preset, into build/release.
build_release() {
  echo "Building in ${build#"$root"/}"
  quietly configure cmake --preset release
  quietly build cmake --build --preset release --parallel "$(nproc)" --target "$@"
}
