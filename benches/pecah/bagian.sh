#!/bin/sh
# The share of one of several machines: bagian.sh FOLDER N I [iku buat's options]
# makes the reports of every N-th office folder in FOLDER, from the I-th (counted from 0).
# Exit 0 also where an office has findings or a wrong profile (its own matter: the table and --json name it);
# otherwise as iku ends, so that a scheduler tries again what the program or the machine broke off.
set -eu
folder=$1 parts=$2 own=$3
shift 3
number=0
for office in "$folder"/*/; do
  [ $((number % parts)) -eq "$own" ] && set -- "$@" "$office"
  number=$((number + 1))
done
case "$*" in */*) ;; *) exit 0 ;; esac # fewer offices than shares
status=0
"${IKU:-iku}" buat "$@" || status=$?
[ "$status" -le 2 ] && exit 0
exit "$status"
