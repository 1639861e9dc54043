#!/usr/bin/env bash
# Makes the files that offices install, into target/rilis/: a zip with iku.exe for Windows, a static
# Linux binary, a .deb, and SHA256SUMS. Each holds the licence texts and the manual.
#   rilis/buat.sh            all of them
#   rilis/buat.sh windows    or: linux
#   rilis/buat.sh --ringan   compiled in a third of the time, for tests: slower, and the same reports
# Needs: rustup's targets, mingw-w64, musl-tools, python3, dpkg-deb (rilis/alat.sh installs them on Debian).
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
windows=x86_64-pc-windows-gnu linux=x86_64-unknown-linux-musl
out=target/rilis
what=semua
for word in "$@"; do
  case $word in
    # The programs that compile for this machine are shared with an ordinary release build.
    --ringan) export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 ;;
    windows | linux | semua) what=$word ;;
    *) echo "rilis/buat.sh [windows|linux] [--ringan]" >&2; exit 2 ;;
  esac
done
# The date of everything packed: the same sources give the same archives.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
mkdir -p "$out"

# What goes into every archive: stage FOLDER TARGET
stage() {
  rm -rf "$1" && mkdir -p "$1/lisensi"
  cp LICENSE-MIT LICENSE-APACHE "$1/lisensi/"
  cp fonts/*.txt "$1/lisensi/" 2>/dev/null || true
  python3 rilis/lisensi.py "$2" >"$1/lisensi/PIHAK-KETIGA.txt"
  python3 rilis/halaman.py docs/panduan.md >"$1/panduan.html"
  cp -r samples/kota-pasuruan "$1/contoh-kota-pasuruan"
  rm -rf "$1/contoh-kota-pasuruan/keluaran"
}

# The same bytes whoever packs it, whenever.
packed() { # packed ARCHIVE FOLDER: its files in order, with one date
  find "$2" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

if [ "$what" != linux ]; then
  cargo build --release --locked --target $windows
  name=iku-$version-windows
  stage "$out/$name" $windows
  cp target/$windows/release/iku.exe "$out/$name/"
  sed 's/$/\r/' rilis/BACA-SAYA.txt >"$out/$name/BACA-SAYA.txt"
  packed "$out/$name.zip" "$out/$name"
  rm -f "$out/$name.zip"
  python3 rilis/zip.py "$out/$name.zip" "$out/$name"
fi

if [ "$what" != windows ]; then
  CC_x86_64_unknown_linux_musl=musl-gcc cargo build --release --locked --target $linux
  binary=target/$linux/release/iku
  name=iku-$version-linux-x86_64
  stage "$out/$name" $linux
  cp "$binary" "$out/$name/"
  mkdir -p "$out/$name/pelengkap"
  for shell in bash zsh fish; do "$binary" pelengkap $shell >"$out/$name/pelengkap/iku.$shell"; done
  "$binary" pelengkap man >"$out/$name/iku.1"
  packed "$out/$name.tar.gz" "$out/$name"
  tar --sort=name --owner=0 --group=0 --numeric-owner -C "$out" -cf - "$name" | gzip -9n >"$out/$name.tar.gz"

  deb=$out/deb
  rm -rf "$deb"
  install -Dm755 "$binary" "$deb/usr/bin/iku"
  install -Dm644 "$out/$name/pelengkap/iku.bash" "$deb/usr/share/bash-completion/completions/iku"
  install -Dm644 "$out/$name/pelengkap/iku.zsh" "$deb/usr/share/zsh/vendor-completions/_iku"
  install -Dm644 "$out/$name/pelengkap/iku.fish" "$deb/usr/share/fish/vendor_completions.d/iku.fish"
  mkdir -p "$deb/usr/share/man/man1" "$deb/usr/share/doc/iku" "$deb/DEBIAN"
  gzip -9nc "$out/$name/iku.1" >"$deb/usr/share/man/man1/iku.1.gz"
  cp "$out/$name/panduan.html" "$deb/usr/share/doc/iku/"
  cp -r "$out/$name/contoh-kota-pasuruan" "$deb/usr/share/doc/iku/"
  cat "$out/$name"/lisensi/*.txt "$out/$name"/lisensi/LICENSE-* >"$deb/usr/share/doc/iku/copyright"
  size=$(du -sk --exclude=DEBIAN "$deb" | cut -f1)
  sed -e "s/@VERSI@/$version/" -e "s/@UKURAN@/$size/" rilis/control >"$deb/DEBIAN/control"
  chmod -R u+rwX,go+rX,go-w "$deb"
  packed "" "$deb"
  dpkg-deb --root-owner-group -Zxz --build "$deb" "$out/iku_${version}_amd64.deb" >/dev/null
fi

(cd "$out" && sha256sum -- *.zip *.tar.gz *.deb 2>/dev/null >SHA256SUMS || true)
[ -s "$out/SHA256SUMS" ]
cat "$out/SHA256SUMS"
