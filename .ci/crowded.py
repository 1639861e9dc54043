#!/usr/bin/env python3
"""An office as crowded and as odd as one may be, its workbook before the Open XML SDK and LibreOffice, and what-if.

usage: crowded.py IKU FOLDER [--counts FILE]     FOLDER: where npm puts the validator (kept between runs)

60 indicators, 9 sources, sebutan of 200 letters, names with ', [, &, emoji, cells that begin with = + - @; then a
cell of 40.000 letters, which must be told or shortened, never written so that Excel repairs the file.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import libreoffice
from head import LIMITS, head
from judges import VERSIONS, invalid, links, validator
from ledger import Ledger
from openpyxl import Workbook
from what_if import column_of, control, differing, everywhere
from xlsx_cells import Book, same, with_cell, with_formula, with_part, with_row, with_value

SOURCES, INDICATORS, ROWS = 9, 60, 25
# Excel follows no more on one sheet.
MOST_LINKS = 65_530
OFFICE = "Dinas 'Koperasi' [Uji] & Usaha Mikro 🏪"
# Words that spreadsheets take for something else.
ODD = ["=SUM(A1:A9)", "+62 812", "-kosong", "@warung", "'Aneka", "Toko [baru]", "A & B <C>", "Kedai 🏪", "#REF", "{=1+1}", "a~b*?", 'kata "petik"']
HEADINGS = ["Kode", "Nama Usaha", "Jenis", "Omset (Rp)", "Tenaga", "Alamat & Catatan"]


def sebutan(number, word):
    """A sebutan of 200 letters."""
    text = f"Jumlah {word} sumber ke-{number} menurut hasil pendataan, pemutakhiran, verifikasi, dan validasi lapangan di seluruh kecamatan "
    return (text * 3)[:199].strip().ljust(200, "x")


def sheet_name(number):
    return f"Data '{number}' & Usaha 🏪"


def profile(target):
    parts = [head("Padat", office=OFFICE, shown=2, limits=LIMITS)]
    for number in range(1, SOURCES + 1):
        parts.append(f"""[sumber.s{number}]
nama = "Lap. '{number}' [asli] & Usaha 🏪"
butir = "usaha"
berkas = "data/sumber {number} {{tahun}}.xlsx"
kunci = ["kode"]
[sumber.s{number}.kolom]
kode = {{ judul = "Kode", jenis = "teks" }}
nama_usaha = {{ judul = "Nama Usaha", jenis = "teks" }}
jenis = {{ judul = "Jenis", jenis = "teks" }}
omset = {{ judul = "Omset (Rp)", jenis = "uang" }}
tenaga = {{ judul = "Tenaga", jenis = "angka" }}
alamat = {{ judul = "Alamat & Catatan", jenis = "teks" }}
[ukuran.omset_{number}]
rumus = "SUM(s{number}.omset)"
sebutan = "{sebutan(number, 'omset')}"
satuan = "Rp"
[ukuran.naik_{number}]
rumus = "COUNT(s{number} WHERE omset > omset[n-1])"
sebutan = "{sebutan(number, 'usaha yang naik')}"
[ukuran.warung_{number}]
rumus = "SUM(s{number}.tenaga WHERE jenis = \\"=warung\\")"
sebutan = "{sebutan(number, 'tenaga warung')}"
satuan = "orang"
""")
    parts.append('[[sasaran]]\nuraian = "Meningkatnya [segalanya] & lain-lain"\n')
    for number in range(1, INDICATORS + 1):
        own = (number - 1) % SOURCES + 1
        rumus, satuan = [
            (f"(omset_{own}[n] - omset_{own}[n-1]) / omset_{own}[n-1] * 100", "%"),
            (f"naik_{own} / COUNT(s{own}) * 100", "%"),
            (f"warung_{own}", "orang"),
            (f"AVERAGE(s{own}.omset)", "Rp"),
        ][number % 4]
        # Every seventh has no target: its place in the block Target is to be filled in.
        planned = "" if number % 7 == 0 else f"target = {{ 2021 = {target if number == 1 else 10 + number} }}\n"
        parts.append(f'[[sasaran.indikator]]\nnama = "Indikator {number}: {ODD[number % len(ODD)].replace(chr(34), chr(39))}"\nrumus = "{rumus}"\nsatuan = "{satuan}"\narah = "naik"\n{planned}')
    return "".join(parts)


def rows(number, year):
    """A source's rows: code, name, kind, turnover, workers, address."""
    out = []
    for row in range(ROWS):
        odd = ODD[(row + number) % len(ODD)]
        kind = "=warung" if row % 3 == 0 else ODD[row % 4]
        out.append([f"K-{row + 1}", f"{odd} {row + 1}", kind, 1000 * (row + 1) + number * 7 + (row % 5 - 2) * 90 * (year - 2020), row % 4 + number, f"{odd} no. {row}"])
    return out


def write(folder, target="30", change=None, long=False):
    (folder / "data").mkdir(parents=True)
    text = profile(target)
    if long:
        text = text.replace('berkas = "data/sumber 1 {tahun}.xlsx"', 'berkas = "data/sumber 1 {tahun}.csv"')
    (folder / "iku.toml").write_text(text, encoding="utf-8")
    for number in range(1, SOURCES + 1):
        for year in (2020, 2021):
            table = rows(number, year)
            if change and year == 2021 and number == 1:
                change(table)
            if long and number == 1:
                # Excel's own cells hold no more than 32.767 letters; a CSV's do.
                table[3][5] = "panjang " * 5_000
                with (folder / f"data/sumber {number} {year}.csv").open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file, delimiter=";").writerows([HEADINGS, *table])
                continue
            book = Workbook()
            sheet = book.active
            sheet.title = sheet_name(number)
            for at, row in enumerate([HEADINGS, *table], 1):
                for column, value in enumerate(row, 1):
                    cell = sheet.cell(at, column)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
            book.save(folder / f"data/sumber {number} {year}.xlsx")


def made(iku, folder):
    done = subprocess.run([iku, "buat", folder], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
    return folder / "keluaran/2021/iku-2021.xlsx", done


def told(book):
    """Texts of the data that have become something else: a formula beyond the program's own, an error."""
    for sheet in book.formulas:
        if not sheet.title.endswith(("2020", "2021")):
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and isinstance(cell.value, str) and any(cell.value.startswith(odd) for odd in ODD if odd.startswith("=")):
                    yield f"{sheet.title}!{cell.coordinate}: {cell.value}"


def unfit(names):
    """Names that Excel takes for no sheet: too long in UTF-16, with its own signs, or twice."""
    found = [name for name in names if len(name.encode("utf-16-le")) > 62 or set(name) & set("[]:*?/\\") or name[:1] == "'" or name[-1:] == "'"]
    return found + [name for at, name in enumerate(names) if name.casefold() in {other.casefold() for other in names[:at]}]


def longest_text(book):
    """The letters of the longest text in a cell."""
    return max((len(cell.value) for sheet in book.formulas for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)), default=0)


def most_links(path):
    """The most links of a sheet, as they stand in the file."""
    with zipfile.ZipFile(path) as archive:
        return max(archive.read(name).count(b"<hyperlink ") for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))


def check_links(ledger, program, scratch):
    """A sheet of more links than Excel follows, as the program's own test makes one."""
    path = scratch / "tautan.xlsx"
    test = ["cargo", "test", "-q", "--lib", "no_sheet_has_more_links_than_excel_follows"]
    done = subprocess.run(test, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900, env={**os.environ, "IKU_TULIS_TAUTAN": str(path)})
    ledger.check("a sheet that asks for 66.000 links is made", [] if path.exists() else [done.stdout[-800:] + done.stderr[-800:]])
    count = most_links(path)
    ledger.check(f"it has {count} links, no more than Excel follows", [] if 50_000 < count <= MOST_LINKS else [count])
    ledger.check("Open XML SDK: nothing to complain of", [error for version in VERSIONS for error in invalid(program, path, version)])
    with zipfile.ZipFile(path) as archive:
        part = max((name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")), key=lambda name: archive.read(name).count(b"<hyperlink "))
    more = scratch / "tautan-tanam.xlsx"
    with_part(path, more, part, lambda text: text.replace("</hyperlinks>", '<hyperlink ref="A1" location="A1"/>' * 6_000 + "</hyperlinks>"))
    ledger.check("and links beyond that would be seen", [] if most_links(more) > MOST_LINKS else [most_links(more)])


def recalculated_otherwise(book, fresh):
    """Formulas whose stored result is not what LibreOffice works out."""
    return [
        f"{place}: {book.value(place)!r}, LibreOffice {fresh.value(place)!r}"
        for place in book.formula_cells()
        if not same(book.value(place), fresh.value(place), 1e-12)
    ]


def changes(book, original):
    """What an analyst changes: what it is, the same in the office's files (target, rows), and in the workbook."""
    sheet = next(name for name in book.formulas.sheetnames if name.endswith("2021") and "1" in name.removesuffix("2021"))
    letter, first = column_of(book, sheet, "Omset")

    def cell(table):
        table[1][3] = 99_000

    def row(table):
        table.append(["K-99", "Usaha baru", "lain", 4_321, 3, "Jalan baru"])

    new = {"Kode": "K-99", "Nama": "Usaha baru", "Jenis": "lain", "Omset": 4321, "Tenaga": 3, "Alamat": "Jalan baru"}
    typed = {column_of(book, sheet, heading)[0]: value for heading, value in new.items()}
    return sheet, {
        "a changed target": ("40", None, lambda to: with_cell(original, to, book.named("iku_1_1_2021_target"), 40)),
        "a changed data cell": ("30", cell, lambda to: with_cell(original, to, (sheet, f"{letter}{first + 1}"), 99_000)),
        "a row typed below the last": ("30", row, lambda to: with_row(original, to, sheet, typed)),
    }


def check(ledger, iku, folder, scratch):
    write(scratch / "padat")
    original, done = made(iku, scratch / "padat")
    ledger.check("60 indicators of 9 sources with odd names: a report", [] if done.returncode == 0 else [done.stdout[-1500:] + done.stderr[-1500:]])
    book = Book(original)
    ledger.check("every name fits Excel", unfit(book.formulas.sheetnames))
    ledger.check("and names that do not would be seen", [] if len(unfit(["Data", "x" * 32, "🏪" * 16, "a/b", "[a]", "'a", "data"])) == 6 else unfit([]))
    ledger.check("cells that begin with = + - @ stay texts", list(told(book)))
    ledger.check("each link leads to a cell", list(links(book)))
    counted = [sum(1 for row in sheet.iter_rows() for cell in row if cell.hyperlink) for sheet in book.formulas]
    ledger.check(f"links: {sum(counted)}, on no sheet more than Excel follows", [] if max(counted) <= MOST_LINKS and sum(counted) > 200 else [counted])
    program = validator(folder)
    ledger.check("Open XML SDK: nothing to complain of", [error for version in VERSIONS for error in invalid(program, original, version)])

    sheet, cases = changes(book, original)
    copies = []
    for number, (_, _, change) in enumerate(cases.values()):
        copies.append(scratch / f"padat-{number}.xlsx")
        change(copies[-1])
    # Spoilt copies: a stored result that is not the formula's, a text of the data that has become a formula.
    wrong_result, place = scratch / "padat-tanam.xlsx", book.named("iku_1_1_2021")
    with_value(original, wrong_result, place, "98765.5")
    turned = scratch / "padat-rumus.xlsx"
    with_formula(original, turned, (sheet, f"{column_of(book, sheet, 'Jenis')[0]}{column_of(book, sheet, 'Jenis')[1]}"), "SUM(A1:A9)")
    ledger.check("a text that has become a formula would be seen", [] if len(list(told(Book(turned)))) == 1 else list(told(Book(turned))))
    fresh = [Book(copy) for copy in libreoffice.recalculate([original, *copies, wrong_result], scratch)]
    wrong = recalculated_otherwise(book, fresh[0])
    formulas = len(book.formula_cells())
    ledger.check(f"LibreOffice: {formulas} formulas come to what is stored", wrong[:20] if formulas > 1_000 else [*wrong[:20], formulas])
    seen = recalculated_otherwise(Book(wrong_result), fresh[-1])
    ledger.check("and a wrong result would be seen", [] if len(seen) == 1 and seen[0].startswith(str(place)) else seen)
    ledger.check("control totals agree", [] if control(fresh[0], sheet) == "Sama dengan laporan." else [control(fresh[0], sheet)])
    for number, (what, (target, change, _)) in enumerate(cases.items()):
        office = scratch / f"padat-kantor-{number}"
        write(office, target, change)
        path, done = made(iku, office)
        if done.returncode != 0:
            ledger.check(f"{what}: the same change in the office's files", [done.stdout[-800:] + done.stderr[-800:]])
            continue
        wanted, changed = everywhere(Book(path)), everywhere(fresh[number + 1])
        problems = list(differing(changed, wanted))[:20]
        if wanted == everywhere(book):
            problems.append("the change changes nothing")
        ledger.check(f"{what}: {len(wanted)} cells of all sheets are what iku makes of it", problems)

    # A target typed where there was none is counted like any other.
    place = book.named("iku_1_7_2021_target")
    ledger.check("an indicator without a target has a place for one", [] if place and book.value(place) == "n/a" else [place])

    check_links(ledger, program, scratch)
    # The judge of long texts, on a cell that holds more than Excel lets it.
    swollen = scratch / "padat-panjang.xlsx"
    address = f"{column_of(book, sheet, 'Jenis')[0]}{column_of(book, sheet, 'Jenis')[1]}"
    with_cell(original, swollen, (sheet, address), "a" * 40_000)
    # The SDK does not count letters.
    ledger.check("a text that is too long for its cell would be seen", [] if longest_text(Book(swollen)) == 40_000 else [longest_text(Book(swollen))])
    write(scratch / "panjang", long=True)
    path, done = made(iku, scratch / "panjang")
    if done.returncode == 0:
        problems = [error for version in VERSIONS for error in invalid(program, path, version)]
        longest = longest_text(Book(path))
        ledger.check(f"a cell of 40.000 letters is shortened ({longest}) and told", problems if longest <= 32_767 else [*problems, longest])
    else:
        ledger.check(f"a cell of 40.000 letters is told: {done.stderr.strip().splitlines()[-1]}", [] if "32.767" in done.stdout + done.stderr else [done.stdout[-500:] + done.stderr[-500:]])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--counts", type=Path)
    arguments.add_argument("--keep", type=Path, help="where the offices are made; kept")
    given = arguments.parse_args()
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = given.keep or Path(scratch)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        ledger.group(check, given.iku.resolve(), given.folder.resolve(), scratch.resolve())
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
