#!/usr/bin/env bash
# What rilis/buat.sh and rilis/uji.sh need on Debian; only what is missing is installed.
set -euo pipefail
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
missing=()
command -v x86_64-w64-mingw32-gcc >/dev/null || missing+=(gcc-mingw-w64-x86-64)
command -v musl-gcc >/dev/null || missing+=(musl-tools)
command -v wine64 >/dev/null || [ -x /usr/lib/wine/wine64 ] || missing+=(wine64 wine)
command -v python3 >/dev/null || missing+=(python3)
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get -qq -o Acquire::Retries=3 update
  as_root apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}"
fi
rustup target add x86_64-pc-windows-gnu x86_64-unknown-linux-musl
