#!/usr/bin/env bash
# Tests the release files of target/rilis/ (made by rilis/buat.sh): the Windows build under Wine, held to the
# whole-program tests and to the Linux build's bytes; the static binary; the .deb; the checksums.
#   rilis/uji.sh [--counts FILE]      FILE gets "passed failed"
set -uo pipefail
cd "$(dirname "$0")/.."
[ "${1:-}" = --counts ] && counts=$2 || counts=
root=$PWD
out=$root/target/rilis
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
work=$root/target/uji-rilis
rm -rf "$work" && mkdir -p "$work"
passed=0 failed=0

check() { # check NAME COMMAND…
  if "${@:2}" >"$work/log" 2>&1; then passed=$((passed + 1)); printf 'ok    %s\n' "$1"
  else failed=$((failed + 1)); printf 'FAILED: %s\n' "$1"; tail -25 "$work/log"; fi
}

export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' IKU_JANGAN_BUKA=1
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
mkdir -p "$work/windows" "$work/linux"
python3 -m zipfile -e "$out/iku-$version-windows.zip" "$work/windows"
tar -C "$work/linux" -xzf "$out/iku-$version-linux-x86_64.tar.gz"
exe=$work/windows/iku-$version-windows/iku.exe
linux=$work/linux/iku-$version-linux-x86_64/iku
"$wine" wineboot -i >/dev/null 2>&1
[ -f "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ] ||
  x86_64-w64-mingw32-gcc -shared -O1 -o "$(dirname "$exe")/bcryptprimitives.dll" rilis/prng.c -ladvapi32
# A keeper, so that Wine starts once and not for every call; it ends with this script.
"$wine" cmd /c 'ping -n 3600 127.0.0.1 >NUL' >/dev/null 2>&1 &
keeper=$!
trap 'kill $keeper 2>/dev/null; WINEPREFIX=$WINEPREFIX wineserver -k 2>/dev/null' EXIT
cat >"$work/iku-wine" <<EOF
#!/bin/sh
exec "$wine" "$exe" "\$@"
EOF
chmod +x "$work/iku-wine"
windows=$work/iku-wine

checksums() { (cd "$out" && sha256sum -c SHA256SUMS); }

# Everything that an archive promises is in it.
is_whole() { # is_whole FOLDER FILE…
  local file
  for file in "${@:2}" panduan.html lisensi/LICENSE-MIT lisensi/LICENSE-APACHE lisensi/OFL.txt lisensi/PIHAK-KETIGA.txt contoh-kota-pasuruan/iku.toml; do
    [ -s "$1/$file" ] || { echo "$file is missing"; return 1; }
  done
  grep -q '<img' "$1/panduan.html" && grep -q 'printpdf' "$1/lisensi/PIHAK-KETIGA.txt"
}

is_static() { ! ldd "$1" 2>/dev/null | grep -q '=>'; }

# The same three files, to the byte, from both systems' builds.
same_bytes() { # same_bytes OFFICE
  local name; name=$(basename "$1")
  rm -rf "$work/a" "$work/b" && mkdir -p "$work/a" "$work/b"
  cp -r "$1" "$work/a/$name" && cp -r "$1" "$work/b/$name"
  rm -rf "$work"/[ab]/"$name"/keluaran
  "$linux" buat "$work/a/$name" --draf; "$linux" buat "$work/a/$name"
  "$windows" buat "$work/b/$name" --draf; "$windows" buat "$work/b/$name"
  (cd "$work/a/$name/keluaran" && find . -name 'iku-*' -type f | sort | xargs sha256sum) >"$work/a.sums"
  (cd "$work/b/$name/keluaran" && find . -name 'iku-*' -type f | sort | xargs sha256sum) >"$work/b.sums"
  [ -s "$work/a.sums" ] && diff "$work/a.sums" "$work/b.sums"
}

# Blanks, letters beyond ASCII, and more than 260 characters.
odd_paths() {
  local long base
  long=$(printf 'folder-yang-panjang-sekali-%.0s' 1 2 3 4)
  base="$work/Dinas Koperasi é 東京/$long/$long/$long"
  mkdir -p "$base" && cp -r samples/kota-pasuruan "$base/Kantor Ñ" && rm -rf "$base/Kantor Ñ/keluaran"
  [ ${#base} -gt 260 ] || return 1
  "$windows" buat "$base/Kantor Ñ" && ls "$base/Kantor Ñ/keluaran/2021" && [ -s "$base/Kantor Ñ/keluaran/2021/iku-2021.pdf" ] &&
    "$windows" lihat "$base/Kantor Ñ/data/Data UMKM 2021.xlsx" | grep -q 'Baris data' &&
    cd "$base" && "$windows" periksa 'Kantor Ñ'
}

# What is said is UTF-8, in a pipe as on a console (where Rust's standard library hands Windows UTF-16).
says_utf8() { "$windows" jelaskan bukan-angka | iconv -f utf-8 -t utf-8 >/dev/null && "$windows" panduan | grep -q '…'; }

# An .xls is read by a child; one that takes more memory than it may is refused, and the parent lives.
child_has_limits() {
  local said
  rm -rf "$work/xls" && cp -r samples/salah/tersembunyi-tidak-diketahui "$work/xls"
  "$windows" periksa "$work/xls" || return 1
  python3 -c 'for row in range(65000): print(";".join(str(row * 31 + column) for column in range(30)))' >"$work/lapar.csv"
  soffice --headless --infilter='CSV:59,34,76' --convert-to xls --outdir "$work" "$work/lapar.csv" || return 1
  cp "$work/lapar.xls" "$work/xls/data/Data 2021.xls"
  printf '[batas_baca]\nmemori_mib = 1\nsel = 100000000\n' >>"$work/xls/iku.toml"
  said=$("$windows" periksa "$work/xls" 2>&1)
  echo "$said" && grep -q 'berkas-terlalu-besar' <<<"$said" && grep -q 'memori' <<<"$said"
}

# A person with a mouse: the folder dropped on iku.exe, a new office by its questions.
by_mouse() {
  rm -rf "$work/klik" && mkdir -p "$work/klik" && cp -r "$(dirname "$exe")/contoh-kota-pasuruan" "$work/klik/contoh"
  printf 'k\n' | "$windows" __klik "$work/klik/contoh" && [ -s "$work/klik/contoh/keluaran/2021/iku-2021.pdf" ] || return 1
  printf 'b\n%s\nDinas Koperasi\nKota Contoh\nFulan\nPembina\n19640505 199303 1 012\n2021\nk\n' "$work/klik/baru" | "$windows" __klik
  cp "$work/klik/contoh/data/"* "$work/klik/baru/data/"
  printf 'k\n' | "$windows" __klik "$work/klik/baru" && [ -s "$work/klik/baru/keluaran/2021/iku-2021.pdf" ]
}

deb_is_sound() {
  local deb="$out/iku_${version}_amd64.deb"
  dpkg-deb -I "$deb" && rm -rf "$work/deb" && dpkg-deb -x "$deb" "$work/deb" || return 1
  cmp "$work/deb/usr/bin/iku" "$linux" && "$work/deb/usr/bin/iku" --version || return 1
  zcat "$work/deb/usr/share/man/man1/iku.1.gz" | grep -q '^\.TH iku 1' && [ -s "$work/deb/usr/share/doc/iku/copyright" ] &&
    bash -n "$work/deb/usr/share/bash-completion/completions/iku"
}

whole_program() { # whole_program TEST: the tests of one file, run on the Windows build
  IKU_PROGRAM=$windows cargo test --quiet --test "$1" -- --skip only_here
}

check "checksums" checksums
check "the Windows zip is whole" is_whole "$(dirname "$exe")" iku.exe BACA-SAYA.txt
check "the Linux archive is whole" is_whole "$(dirname "$linux")" iku iku.1 pelengkap/iku.bash
check "the Linux binary is static" is_static "$linux"
check "the .deb is sound" deb_is_sound
for office in samples/kota-pasuruan samples/katalog-iku/04-koperasi-aktif samples/katalog-iku/26-nilai-dan-predikat samples/salah/tersembunyi-tidak-diketahui; do
  check "the same bytes on Windows and Linux: $(basename "$office")" same_bytes "$office"
done
check "paths with blanks, other letters, beyond 260 characters" odd_paths
check "words are UTF-8" says_utf8
check "the reading child has its limits" child_has_limits
check "by mouse alone" by_mouse
for test in program lihat kekeliruan kantor_baru; do
  check "whole-program tests on the Windows build: $test" whole_program "$test"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ -z "$counts" ] || echo "$passed $failed" >"$counts"
[ "$failed" = 0 ]
