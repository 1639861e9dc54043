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
[ "$(id -u)" = 0 ] && as_root= || as_root="sudo -n"
mountpoint -q "$work/disk" && $as_root umount "$work/disk"  # of a run that was stopped
rm -rf "$work" && mkdir -p "$work"
passed=0 failed=0

# Wine 8 ends a process by a signal now and then, at its end, whatever program it is. What a program's own end was is
# asked of Wine's server (antar.c), so that this counts for nothing; what failed while Wine failed beside that, in
# antar.exe itself, is tried again, twice at most, and each time it is told; what failed without it never is.
check() { # check NAME COMMAND…
  local try
  for try in 1 2 3; do
    : >"$work/signals"
    if "${@:2}" >"$work/log" 2>&1; then passed=$((passed + 1)); printf 'ok    %s\n' "$1"; return; fi
    [ -s "$work/signals" ] && [ $try -lt 3 ] || break
    printf 'again %s: %s\n' "$1" "$(sort -u "$work/signals" | paste -sd' ')"
  done
  failed=$((failed + 1))
  printf 'FAILED: %s\n' "$1"
  tail -25 "$work/log"
}

export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;bcryptprimitives=n' IKU_JANGAN_BUKA=1
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
mkdir -p "$work/windows" "$work/linux" "$work/alat"
python3 -m zipfile -e "$out/iku-$version-windows.zip" "$work/windows"
tar -C "$work/linux" -xzf "$out/iku-$version-linux-x86_64.tar.gz"
exe=$work/windows/iku-$version-windows/iku.exe
linux=$work/linux/iku-$version-linux-x86_64/iku
# IKU_BANDINGAN: another build of the same sources for this machine, which must give the same bytes too.
native=${IKU_BANDINGAN:+$(realpath "$IKU_BANDINGAN")}
compiler=x86_64-w64-mingw32-gcc
$compiler -shared -O1 -o "$work/alat/bcryptprimitives.dll" rilis/prng.c -ladvapi32
$compiler -O1 -o "$work/alat/palsu.exe" rilis/palsu.c "$work/alat/bcryptprimitives.dll"
$compiler -O1 -o "$work/alat/antar.exe" rilis/antar.c
$compiler -O1 -municode -o "$work/alat/pegang.exe" rilis/pegang.c
cp "$work/alat/antar.exe" "$work/alat/explorer.exe"
cp "$work/alat/bcryptprimitives.dll" "$(dirname "$exe")/"
"$wine" wineboot -i >/dev/null 2>&1
# A keeper, so that Wine starts once and not for every call; it ends with this script.
mkfifo "$work/keeper"
"$wine" cmd /c more <"$work/keeper" >/dev/null 2>&1 &
keeper=$!
exec 8>"$work/keeper"
trap 'exec 8>&-; kill $keeper 2>/dev/null; $as_root umount "$work/disk" 2>/dev/null' EXIT
# A Windows program run by a parent of the given name, with the status that its end was on Windows. What Wine does
# before the program is begun is done again; where Wine fails later, in the parent, this ends by a signal too.
cat >"$work/jalan" <<EOF
#!/bin/sh
parent=\$1
shift
begun=$work/mulai.\$\$
for try in 1 2 3; do
  UJI_MULAI=Z:\$begun setpriv --pdeathsig KILL "$wine" "$work/alat/\$parent" "\$@"
  status=\$?
  [ ! -e "\$begun" ] || break
  echo "Wine did not start: status \$status" >>"$work/signals"
done
rm -f "\$begun"
case \$status in
  99) exit 99 ;;
  1[01][0-9] | 12[0-7]) exit \$((status - 100)) ;;
esac
echo "Wine's own: status \$status" >>"$work/signals"
kill -KILL \$\$
EOF
# The program as tests of whole programs start and kill it; the same with an end to its time; and as Wine starts it.
cat >"$work/iku-wine" <<EOF
#!/bin/sh
exec "$work/jalan" antar.exe "$exe" "\$@"
EOF
cat >"$work/iku-noted" <<EOF
#!/bin/sh
exec timeout --foreground -k 5 300 "$work/jalan" antar.exe "$exe" "\$@"
EOF
cat >"$work/iku-langsung" <<EOF
#!/bin/sh
exec "$wine" "$exe" "\$@"
EOF
chmod +x "$work"/iku-* "$work/jalan"
windows=$work/iku-noted

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

# The same files, to the byte, from every build: report, draft, and a revision with its archive and snapshot.
same_bytes() { # same_bytes OFFICE
  local name program sums; name=$(basename "$1") sums=
  for program in "$linux" "$windows" ${native:+"$native"}; do
    rm -rf "$work/a" && mkdir -p "$work/a" && cp -r "$1" "$work/a/$name" && rm -rf "$work/a/$name/keluaran"
    "$program" buat "$work/a/$name" --draf
    "$program" buat "$work/a/$name"
    sed -i '0,/^tempat *= .*/s//tempat = "Kota Lain"/' "$work/a/$name/iku.toml"
    "$program" buat "$work/a/$name" --alasan 'Tempat salah tulis'
    (cd "$work/a/$name" && find . -type f ! -name '.iku*' -print0 | sort -z | xargs -0 sha256sum) >"$work/own.sums"
    grep -q 'iku-.*pdf' "$work/own.sums" || return 1
    if [ -z "$sums" ]; then sums=$work/first.sums && cp "$work/own.sums" "$sums"; fi
    diff "$sums" "$work/own.sums" || return 1
  done
}

# Blanks, letters beyond ASCII, and more than 260 characters.
odd_paths() {
  local long base
  long=$(printf 'folder-yang-panjang-sekali-%.0s' 1 2 3 4)
  base="$work/Dinas Koperasi é 東京/$long/$long/$long"
  rm -rf "$work/Dinas Koperasi é 東京" && mkdir -p "$base" && cp -r samples/kota-pasuruan "$base/Kantor Ñ" && rm -rf "$base/Kantor Ñ/keluaran"
  [ ${#base} -gt 260 ] || return 1
  "$windows" buat "$base/Kantor Ñ" && ls "$base/Kantor Ñ/keluaran/2021" && [ -s "$base/Kantor Ñ/keluaran/2021/iku-2021.pdf" ] &&
    "$windows" lihat "$base/Kantor Ñ/data/Data UMKM 2021.xlsx" | grep 'Baris data' &&
    # From where it lies; what a program works in has at most 260 characters.
    cp -r samples/kota-pasuruan "$work/Dinas Koperasi é 東京/Kantor Ñ" && (cd "$work/Dinas Koperasi é 東京" && "$windows" periksa 'Kantor Ñ')
}

# What is said is UTF-8, in a pipe as on a console.
says_utf8() {
  "$windows" jelaskan bukan-angka | iconv -f utf-8 -t utf-8 >/dev/null || return 1
  # A reader that goes away is no fault of the program's.
  "$windows" panduan | grep -q '…' || return 1
  LC_ALL=C.UTF-8 script -qec "'$windows' periksa samples/salah/bukan-angka" "$work/console" </dev/null >/dev/null 2>&1
  grep -q '±3jt' "$work/console" && grep -q 'alasan = "…"' "$work/console"
}

# An .xls is read by a child; one that takes more memory than it may is refused, and the parent lives.
child_has_limits() {
  local said
  rm -rf "$work/xls" && cp -r samples/salah/tersembunyi-tidak-diketahui "$work/xls" && rm -rf "$work/xls/keluaran"
  "$windows" periksa "$work/xls" || return 1
  cp "$work/lapar.xls" "$work/xls/data/Data 2021.xls"
  printf '[batas_baca]\nmemori_mib = 1\nsel = 100000000\n' >>"$work/xls/iku.toml"
  said=$("$windows" periksa "$work/xls" 2>&1)
  echo "$said" && grep -q 'berkas-terlalu-besar' <<<"$said" && grep -q 'memori' <<<"$said"
}

# The child of a parent that is stopped, so that nobody takes its answer, and then killed. The child is stopped
# too, so that it cannot watch for that: the system ends it, by the job it is in.
child_ends_with_its_parent() {
  local parent child='' _
  sed -i 's/^memori_mib = 1$/memori_mib = 2000/' "$work/xls/iku.toml"
  "$work/iku-langsung" periksa "$work/xls" >/dev/null 2>&1 &
  parent=$!
  for _ in $(seq 400); do
    child=$(pgrep -f "iku.exe __baca .*uji-rilis" | head -1)
    # Begun, and no longer being started by its parent.
    [ -z "$child" ] || [ "$(find "/proc/$child/task" -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)" -lt 2 ] || break
    sleep 0.05
  done
  [ -n "$child" ] || { echo "no child came"; return 1; }
  sleep 0.3
  kill -STOP $parent && sleep 2
  kill -0 "$child" || { echo "the child did not wait for its answer to be taken"; kill -KILL $parent; return 1; }
  kill -STOP "$child"
  kill -KILL $parent
  for _ in $(seq 200); do kill -0 "$child" 2>/dev/null || return 0; sleep 0.1; done
  echo "the child lives on without its parent"
  kill -KILL "$child"
  return 1
}

# A disk of its own that is full: words, and the report as it was; with room again, the next revision whole.
full_disk() {
  local disk=$work/disk said status=0
  mkdir -p "$disk"
  $as_root umount "$disk" 2>/dev/null
  $as_root mount -t tmpfs -o "size=6m,uid=$(id -u)" none "$disk" || { echo "no mount may be made here"; return 0; }
  cp -r samples/kota-pasuruan "$disk/kantor" && rm -rf "$disk/kantor/keluaran"
  "$windows" buat "$disk/kantor" || return 1
  (cd "$disk/kantor/keluaran" && find . -type f ! -name '.iku*' -exec sha256sum {} + | sort) >"$work/before.sums"
  sed -i '0,/^tempat *= .*/s//tempat = "Kota Lain"/' "$disk/kantor/iku.toml"
  dd if=/dev/zero of="$disk/isi" bs=1k 2>/dev/null
  said=$("$windows" buat "$disk/kantor" 2>&1) || status=$?
  echo "$said"
  [ $status = 2 ] && grep -q 'penuh' <<<"$said" || return 1
  (cd "$disk/kantor/keluaran" && find . -type f ! -name '.iku*' -exec sha256sum {} + | sort) | diff "$work/before.sums" - || return 1
  rm "$disk/isi"
  "$windows" buat "$disk/kantor" && "$windows" verifikasi "$disk/kantor" && [ -s "$disk/kantor/keluaran/2021/arsip/rev-1/iku-2021.pdf" ] || return 1
  $as_root umount "$disk"
}

# 65 000 rows of 30 columns as an old workbook.
hungry_workbook() {
  python3 -c 'for row in range(65000): print(";".join(f"teks {row * 31 + column}" for column in range(30)))' >"$work/lapar.csv"
  soffice "-env:UserInstallation=file://$work/lo" --headless --infilter='CSV:59,34,76' --convert-to xls --outdir "$work" "$work/lapar.csv" && [ -s "$work/lapar.xls" ]
}

# A person with a mouse: the folder dropped on iku.exe, a workbook, nothing; started as Explorer starts it.
explorer=(timeout --foreground -k 5 300 "$work/jalan" explorer.exe "$exe")
by_mouse() {
  rm -rf "$work/klik" && mkdir -p "$work/klik" && cp -r "$(dirname "$exe")/contoh-kota-pasuruan" "$work/klik/contoh kota"
  printf 'k\n' | "${explorer[@]}" "$work/klik/contoh kota" && [ -s "$work/klik/contoh kota/keluaran/2021/iku-2021.pdf" ] || return 1
  # The workbook dropped, and nothing dropped: the office worked on last stands first.
  printf '\n' | "${explorer[@]}" "$work/klik/contoh kota/data/Data UMKM 2021.xlsx" >"$work/said" 2>&1
  grep -q 'Baris data: 609' "$work/said" || { cat "$work/said"; return 1; }
  printf '\nk\n' | "${explorer[@]}" >"$work/said" 2>&1
  grep -q 'tidak ada yang berubah' "$work/said" || { cat "$work/said"; return 1; }
  ! grep -F '\\?\' "$work/said"
}

# Waits until that stands in what was said, half a minute at most.
until_said() {
  local _
  for _ in $(seq 600); do if grep -q "$1" "$work/said"; then return 0; fi; sleep 0.05; done
  echo "not said: $1"; cat "$work/said"
  return 1
}

# What a person does between two steps of docs/panduan.md: the office's own workbooks, by its own names, and the blanks.
fill_in() { # fill_in OFFICE
  local file
  for file in samples/kota-pasuruan/data/*; do
    file=$(basename "$file")
    case $file in
      Laporan*) cp "samples/kota-pasuruan/data/$file" "$1/data/$file" ;;
      *) cp "samples/kota-pasuruan/data/$file" "$1/data/UMKM se-Kota ${file##* }" && rm -f "$1/data/$file" ;;
    esac
  done
  sed -i 's/…/Contoh/g' "$1/iku.toml"
}

# docs/panduan.md by double click alone: from the unpacked archive to the PDF of one's own workbooks in one conversation.
first_hour_by_mouse() {
  local office start=$SECONDS own=$work/rumah/windows
  rm -rf "$work/rumah" && mkdir -p "$own" && (cd "$own" && python3 -m zipfile -e "$out/iku-$version-windows.zip" .) || return 1
  own=$own/iku-$version-windows office=$own/kantor
  cp "$work/alat/bcryptprimitives.dll" "$own/"
  rm -f "$work/mulut" && mkfifo "$work/mulut"
  timeout --foreground -k 5 300 "$work/jalan" explorer.exe "$own/iku.exe" <"$work/mulut" >"$work/said" 2>&1 &
  exec 7>"$work/mulut"
  printf 'b\n\nDinas Koperasi\nKota Contoh\nFulan\nPembina\n19640505 199303 1 012\n2021\n' >&7
  until_said 'Bila keduanya sudah' && fill_in "$office" && printf '\n' >&7 &&
    until_said 'Jawab temuan satu per satu' && printf 'y\n1\n' >&7 &&
    until_said 'laporan ditulis ke' && printf 'k\n' >&7
  exec 7>&-
  wait $! || { cat "$work/said"; return 1; }
  head -c 5 "$office/keluaran/2021/iku-2021.pdf" | grep -q '%PDF-' && grep -q 'UMKM se-Kota {tahun}' "$office/iku.toml" || return 1
  echo "$((SECONDS - start)) seconds" | tee "$work/lama-klik"
}

# Every command of the manual as it stands there, typed at a terminal, in an empty home with nothing but the archive.
manual_typed() {
  local home=$work/rumah/linux line start=$SECONDS
  rm -rf "$home" && mkdir -p "$home" && tar -C "$home" -xzf "$out/iku-$version-linux-x86_64.tar.gz" || return 1
  local own=$home/iku-$version-linux-x86_64
  while IFS= read -r line <&6; do
    case $line in 'iku daftar') cp samples/kota-pasuruan/data/* "$own/kantor/data/" && sed -i 's/…/Contoh/g' "$own/kantor/iku.toml" ;; esac
    case $line in *alasan*) sed -i '0,/^tempat *= .*/s//tempat = "Kota Lain"/' "$own/kantor/iku.toml" ;; esac
    printf '$ %s\n' "$line"
    (cd "$own" && printf '1\n\n' | env -i HOME="$home" PATH="$own:/usr/bin:/bin" TERM=xterm LANG=C.UTF-8 IKU_JANGAN_BUKA=1 script -qec "$line" /dev/null) || { echo "status $?: $line"; return 1; }
    case $line in 'iku buat kantor --buka') [ -s "$own/kantor/keluaran/2021/iku-2021.pdf" ] || return 1 ;; esac
  done 6< <(sed -n '/^## 2\./,/^## 10\./p' docs/panduan.md | awk '/^```sh/ { on = 1; next } /^```/ { on = 0 } on; /^`iku buat kantor --buka`/ { print "iku buat kantor --buka" }')
  [ -s "$own/kantor/keluaran/2021/arsip/rev-1/iku-2021.pdf" ] && grep -q 'tahun *= 2022' "$own/kantor/iku.toml" || return 1
  echo "$((SECONDS - start)) seconds" | tee "$work/lama-terminal"
}

# A PDF open in a reader, a workbook open in Excel: each is told as that, and nothing is lost.
held_by_another() {
  local office=$work/dipegang said status=0 holder
  rm -rf "$office" && cp -r samples/kota-pasuruan "$office" && rm -rf "$office/keluaran" && "$windows" buat "$office" || return 1
  sums() { (cd "$office/keluaran" && find . -type f ! -name '.iku*' -exec sha256sum {} + | sort); }
  hold() { # hold FILE SHARE
    rm -f "$work/mulut" && mkfifo "$work/mulut" && : >"$work/said"
    "$work/jalan" antar.exe "$work/alat/pegang.exe" "$1" "$2" <"$work/mulut" >"$work/said" 2>&1 &
    holder=$!
    exec 7>"$work/mulut"
    until_said dipegang
  }
  released() { exec 7>&-; wait $holder; }
  sums >"$work/before.sums"
  sed -i '0,/^tempat *= .*/s//tempat = "Kota Lain"/' "$office/iku.toml"
  hold "$office/keluaran/2021/iku-2021.pdf" 1 || return 1
  said=$("$windows" buat "$office" 2>&1) || status=$?
  released
  echo "$said"
  [ $status = 2 ] && grep -q 'sedang dibuka program lain' <<<"$said" && sums | diff "$work/before.sums" - || return 1
  "$windows" buat "$office" && "$windows" verifikasi "$office" && [ -s "$office/keluaran/2021/arsip/rev-1/iku-2021.pdf" ] || return 1
  status=0
  hold "$office/data/Data UMKM 2021.xlsx" 0 || return 1
  said=$("$windows" buat "$office" 2>&1) || status=$?
  released
  echo "$said"
  [ $status = 1 ] && grep -q 'berkas-terkunci' <<<"$said" && ! grep -q 'rusak\|os error' <<<"$said"
}

# Elsewhere than under Explorer no arguments give the help, and nobody is asked.
without_arguments() {
  local status=0
  printf 'k\n' | "$windows" >"$work/said" 2>&1 || status=$?
  cat "$work/said"
  [ $status = 2 ] && grep -q 'Pemakaian: iku' "$work/said"
}

# Into a root with nothing else in it.
deb_installs() {
  local clean=$work/akar
  mkdir -p "$clean"/var/lib/dpkg/{info,updates} "$clean/tmp" && : >"$clean/var/lib/dpkg/status"
  $as_root dpkg --root="$clean" --install "$out/iku_${version}_amd64.deb" || return 1
  cp -r "$clean/usr/share/doc/iku/contoh-kota-pasuruan" "$clean/kantor" || return 1
  $as_root chroot "$clean" /usr/bin/iku buat /kantor && [ -s "$clean/kantor/keluaran/2021/iku-2021.pdf" ]
}

deb_is_sound() {
  local deb="$out/iku_${version}_amd64.deb"
  dpkg-deb -I "$deb" && rm -rf "$work/deb" && dpkg-deb -x "$deb" "$work/deb" || return 1
  cmp "$work/deb/usr/bin/iku" "$linux" && "$work/deb/usr/bin/iku" --version || return 1
  zcat "$work/deb/usr/share/man/man1/iku.1.gz" | grep -q '^\.TH iku 1' && [ -s "$work/deb/usr/share/doc/iku/copyright" ] &&
    bash -n "$work/deb/usr/share/bash-completion/completions/iku"
}

# What these tests ask of a process no program under Wine can give: signals, limits of the shell, other users,
# a mount that Wine's server does not see.
cannot=(an_answer_that_cannot_be_given_is_a_fault_that_is_told ctrl_c_finishes what_is_not_permitted where_no_more_can_be_written a_folder_nobody_may_write_to a_disk_that_is_full)

# The tests of one file on the Windows build, or those of it that are named. A test that only tells that the program was
# ended by a signal, which is Wine's own (see above), is tried again as `check` says; a failing assertion fails the file.
whole_program() { # whole_program TEST [NAME…]
  local only=() name status=0
  for name in "${cannot[@]}"; do only+=(--skip "$name"); done
  [ $# = 1 ] || only=(--exact "${@:2}")
  [ ! -s "$work/again" ] || mapfile -t only <"$work/again"
  IKU_PROGRAM=${program:-$work/iku-wine} RUST_BACKTRACE=0 timeout 600 cargo test --quiet --test "$1" -- "${only[@]}" >"$work/tests" 2>&1 || status=$?
  cat "$work/tests"
  if [ $status = 0 ]; then : >"$work/signals"; return 0; fi
  # The message stands below the line that names the place.
  if grep -q ' panicked at ' "$work/tests" && [ "$(grep -c ' panicked at ' "$work/tests")" = "$(grep -A1 ' panicked at ' "$work/tests" | grep -c 'the program ends by itself')" ]; then
    { echo --exact; awk '/^failures:$/ { names = 1; next } /^test result:/ { names = 0 } names && /^    / { print $1 }' "$work/tests"; } >"$work/again"
  else
    : >"$work/signals"
  fi
  return $status
}

# The verdict itself: a status is the program's own; one that is ended after its end has it still; one that is ended
# before it, all said, has none.
verdict_is_sound() {
  local palsu=("$work/jalan" antar.exe "$work/alat/palsu.exe") status=0 one
  "${palsu[@]}" || status=$?
  [ $status = 7 ] || { echo "status $status, and not 7"; return 1; }
  for one in 'UJI_TINGGAL 7' 'UJI_LAMA 99'; do
    killed_while "${one% *}" "${palsu[@]}" || status=$?
    [ $status = "${one#* }" ] || { echo "$one: status $status"; return 1; }
  done
}

killed_while() { # killed_while VARIABLE COMMAND…: its Windows program is killed while it lingers there
  local run pid='' _
  : >"$work/said"
  env "$1=20000" "${@:2}" >"$work/said" 2>&1 &
  run=$!
  for _ in $(seq 200); do [ ! -s "$work/said" ] || break; sleep 0.05; done
  # It has said all; its end, if it does not linger before it, takes no second.
  sleep 1
  pid=$(pgrep -f "^[^ ]*$work/alat/palsu.exe" | head -1)
  [ -n "$pid" ] || { echo "no palsu.exe"; return 1; }
  kill -KILL "$pid"
  wait $run
}

# A wrong status, a wrong file and an early end of the program are no fault of Wine's: each fails its test, and none
# is tried again.
planted_faults_are_found() {
  local fault made=the_sample_makes_its_three_files_and_then_leaves_them_alone
  cat >"$work/iku-salah" <<EOF
#!/bin/sh
"$work/iku-wine" "\$@"
status=\$?
case \$UJI_SALAH in
  status) [ \$status = 0 ] && exit 1 ;;
  berkas) rm -f "\$2/keluaran/2021/iku-2021.xlsx" ;;
  mati) exit 99 ;;
esac
exit \$status
EOF
  chmod +x "$work/iku-salah"
  whole_program program $made >/dev/null || { echo "without a fault it fails"; return 1; }
  for fault in status berkas mati; do
    rm -f "$work/again"
    if UJI_SALAH=$fault program=$work/iku-salah whole_program program $made >/dev/null; then echo "$fault is not found"; return 1; fi
    grep -q 'test result: FAILED. 0 passed; 1 failed' "$work/tests" || { cat "$work/tests"; return 1; }
    [ ! -e "$work/again" ] || { echo "$fault would be tried again"; return 1; }
  done
}

check "checksums" checksums
check "the Windows zip is whole" is_whole "$(dirname "$exe")" iku.exe BACA-SAYA.txt
check "the Linux archive is whole" is_whole "$(dirname "$linux")" iku iku.1 pelengkap/iku.bash
check "the Linux binary is static" is_static "$linux"
check "the .deb is sound" deb_is_sound
check "the .deb installs in an empty root and makes the sample's report there" deb_installs
for office in samples/kota-pasuruan samples/katalog-iku/04-koperasi-aktif samples/katalog-iku/26-nilai-dan-predikat samples/salah/tersembunyi-tidak-diketahui; do
  check "the same bytes on Windows and Linux: $(basename "$office")" same_bytes "$office"
done
check "paths with blanks, other letters, beyond 260 characters" odd_paths
check "words are UTF-8" says_utf8
check "a great .xls" hungry_workbook
check "the reading child has its limits" child_has_limits
check "the reading child ends with its parent" child_ends_with_its_parent
check "a disk that is full" full_disk
check "a PDF open in a reader, a workbook open in Excel" held_by_another
check "by mouse alone" by_mouse
check "the first hour by mouse alone, with the office's own workbooks" first_hour_by_mouse
check "every command of the manual, typed" manual_typed
check "without arguments in a terminal" without_arguments
check "what a program's own end was is told from Wine's" verdict_is_sound
check "planted faults of the program are found" planted_faults_are_found
for test in ${IKU_UJI_PROGRAM-banding banyak explain kantor_baru kekeliruan koreksi lihat program rekap satu_json tandai terima xls}; do
  rm -f "$work/again"
  check "whole-program tests on the Windows build: $test" whole_program "$test"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ -z "$counts" ] || echo "$passed $failed" >"$counts"
[ "$failed" = 0 ]
