#!/usr/bin/env python3
"""A workbook of many rows, worked out again by LibreOffice and Apache POI in bounded time: cached = recalculated.

usage: big.py IKU FOLDER [--rows N] [--counts FILE] [--keep DIR]     FOLDER: where Maven puts POI (kept between runs)

Three years of N rows (5.000) of one source: entities that come, go and stand elsewhere in each year, values that are
compared with the year before under a further condition, thousands of different values that are counted. Formulas whose
work grows as the square of the rows run out of their time here.
"""

import argparse
import csv
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from html import unescape
from pathlib import Path

import libreoffice
from head import head
from judges import evaluator, poi
from ledger import Ledger
from xlsx_cells import same, sheet_part, with_value

YEARS = (2019, 2020, 2021)
HEADINGS = ["No", "Nomor Induk", "Nama Usaha", "Nama Pemilik", "Kecamatan", "Omset per Tahun (Rp)"]
PLACES = ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo"]
# Seconds of processor time for 10.000 rows, about twice what was measured (16 and 49); other numbers in proportion.
LIBREOFFICE, POI = 40, 100

PROFILE = head("Besar", report='lembar_data = "ringkas"\n') + """[sumber.umkm]
nama = "Data UMKM"
butir = "usaha"
berkas = "data/umkm {tahun}.csv"
kunci = ["nomor"]
[sumber.umkm.kolom]
nomor = { judul = "Nomor Induk", jenis = "teks" }
nama_usaha = { judul = "Nama Usaha", jenis = "teks" }
pemilik = { judul = "Nama Pemilik", jenis = "teks" }
kecamatan = { judul = "Kecamatan", jenis = "teks" }
omset = { judul = "Omset per Tahun (Rp)", jenis = "uang" }
[ukuran.naik]
rumus = "COUNT(umkm WHERE omset > omset[n-1])"
sebutan = "Jumlah usaha yang naik"
[ukuran.naik_gadingrejo]
rumus = 'COUNT(umkm WHERE omset > omset[n-1] AND kecamatan = "Gadingrejo")'
sebutan = "Jumlah usaha Gadingrejo yang naik"
[ukuran.pemilik]
rumus = "COUNT_DISTINCT(umkm.pemilik)"
sebutan = "Jumlah pemilik"
[ukuran.pemilik_purworejo]
rumus = 'COUNT_DISTINCT(umkm.pemilik WHERE kecamatan = "Purworejo")'
sebutan = "Jumlah pemilik di Purworejo"
[ukuran.kecamatan]
rumus = "COUNT_DISTINCT(umkm.kecamatan)"
sebutan = "Jumlah kecamatan"
[[sasaran]]
uraian = "Meningkatnya usaha mikro"
[[sasaran.indikator]]
nama = "Pertumbuhan usaha yang naik"
rumus = "(naik[n] - naik[n-1]) / naik[n-1] * 100"
satuan = "%"
[[sasaran.indikator]]
nama = "Bagian Gadingrejo"
rumus = "naik_gadingrejo / naik * 100"
satuan = "%"
[[sasaran.indikator]]
nama = "Usaha tiap pemilik"
rumus = "COUNT(umkm) / pemilik"
satuan = "usaha"
[[sasaran.indikator]]
nama = "Pemilik di Purworejo tiap kecamatan"
rumus = "pemilik_purworejo / kecamatan"
satuan = "orang"
"""


def rows(year, count):
    """A year's rows: one in nine is gone the year after, as many are new; each year in another order."""
    step = (year - YEARS[0]) * (count // 9)
    out = []
    for place in range(count):
        entity = step + (place * 7919 + year) % count
        grown = (entity * 31 + year * 17) % 13 - 5
        owner = f"pemilik {entity % (count * 4 // 5)}"
        out.append([place + 1, f"N-{entity:07}", f"Usaha {entity}", owner, PLACES[entity % 4], 12_000_000 + entity % 977 * 1000 + grown * 100_000])
    return out


def write(folder, count):
    (folder / "data").mkdir(parents=True)
    (folder / "iku.toml").write_text(PROFILE, encoding="utf-8")
    for year in YEARS:
        with (folder / f"data/umkm {year}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEADINGS, *rows(year, count)])


def named(path, name):
    """The cell that a defined name stands for."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("xl/workbook.xml").decode()
    sheet, column, row = re.search(rf'<definedName name="{name}"[^>]*>\'?([^<\'!]+)\'?!\$([A-Z]+)\$(\d+)<', text).groups()
    return sheet, f"{column}{row}"


def processor():
    """Seconds of processor time of the children that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def timed(work):
    before, clock = processor(), time.monotonic()
    result = work()
    return result, processor() - before, time.monotonic() - clock


CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f[^>]*?(?:/>|>[^<]*</f>)(?:<v>([^<]*)</v>)?')


def results(path):
    """{(sheet, address): stored result} of every formula; a reader of whole workbooks takes longer than the judges."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
        for name in names:
            text = archive.read(sheet_part(archive, unescape(name))).decode()
            for address, attributes, value in CELL.findall(text):
                is_number = 't="' not in attributes or 't="n"' in attributes
                found[name, address] = float(value or "nan") if is_number else value
    return found


def otherwise(path, fresh):
    stored, fresh = results(path), results(fresh)
    return len(stored), [f"{place}: {value!r}, not {fresh.get(place)!r}" for place, value in stored.items() if not same(value, fresh.get(place), 1e-12)]


def check(ledger, iku, folder, scratch, count):
    write(scratch / "besar", count)
    done = subprocess.run([iku, "buat", scratch / "besar"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
    original = scratch / "besar/keluaran/2021/iku-2021.xlsx"
    ledger.check(f"three years of {count} rows: a report", [] if done.returncode == 0 else [done.stdout[-800:] + done.stderr[-800:]])
    planted, place = scratch / "besar-tanam.xlsx", named(original, "naik_2021")
    with_value(original, planted, place, "98765.5")

    # Forced to work everything out again, it shows the planted figure right.
    [fresh], spent, clock = timed(lambda: libreoffice.recalculate([planted], scratch))
    formulas, wrong = otherwise(original, fresh)
    ledger.check(f"LibreOffice: {formulas} formulas come to what is stored", wrong if formulas > 20 * count else [*wrong, formulas])
    ledger.check("and the planted result would be seen", [] if len(otherwise(planted, fresh)[1]) == 1 else ["not seen"])
    most = LIBREOFFICE * count / 10_000
    ledger.check(f"in {spent:.1f} s of processor time ({clock:.1f} s), at most {most:.0f}", [] if spent <= most else [spent])

    (wrong, counted), spent, clock = timed(lambda: poi(evaluator(folder), [planted]))
    found = [line[1] for line in wrong]
    sheet, address = place
    ledger.check(f"Apache POI: {counted} formulas, all but the planted one come to what is stored", [] if found == [f"{sheet}!{address}"] and counted == formulas else wrong or [counted])
    most = POI * count / 10_000
    ledger.check(f"in {spent:.1f} s of processor time ({clock:.1f} s), at most {most:.0f}", [] if spent <= most else [spent])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rows", type=int, default=5_000)
    arguments.add_argument("--counts", type=Path)
    arguments.add_argument("--keep", type=Path, help="where the office is made; kept")
    given = arguments.parse_args()
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = given.keep or Path(scratch)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        ledger.group(check, given.iku.resolve(), given.folder.resolve(), scratch.resolve(), given.rows)
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
