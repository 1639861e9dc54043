"""What an analyst changes in the workbook, against what `iku` makes of the same change in the office's own files."""

import csv
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import libreoffice
from xlsx_cells import Book, same, sheet_part, with_part, with_value

PROFILE = """[instansi]
nama = "Dinas Koperasi"
daerah = "Kota Andai"
[laporan]
tahun = 2021
tampil_tahun = 2
[capaian]
batas = [0, 150]
predikat = [["Melampaui", 100], ["Baik", 80], ["Kurang"]]
[penandatangan]
tempat = "Andai"
tanggal = 2022-01-24
jabatan = ["KEPALA DINAS"]
nama = "Fulan"
[sumber.koperasi]
nama = "Lap. Keragaan"
butir = "koperasi"
berkas = "data/koperasi {tahun}.csv"
kunci = ["kode"]
[sumber.koperasi.kolom]
kode = { judul = "Kode", jenis = "teks" }
nama_koperasi = { judul = "Nama Koperasi", jenis = "teks" }
volume = { judul = "Volume Usaha (Rp)", jenis = "uang" }
[ukuran.volume]
rumus = "SUM(koperasi.volume)"
sebutan = "Jumlah volume usaha"
[ukuran.naik]
rumus = "COUNT(koperasi WHERE volume > volume[n-1])"
sebutan = "Jumlah koperasi yang naik"
[[sasaran]]
uraian = "Meningkatnya volume usaha"
[[sasaran.indikator]]
nama = "Pertumbuhan volume usaha"
rumus = "(volume[n] - volume[n-1]) / volume[n-1] * 100"
satuan = "%"
arah = "naik"
target = { 2021 = TARGET }
target_akhir = { 2026 = 40 }
[[sasaran.indikator]]
nama = "Bagian koperasi yang naik"
rumus = "naik / COUNT(koperasi) * 100"
satuan = "%"
arah = "naik"
target = { 2021 = 90 }
"""
HEADINGS = ["Kode", "Nama Koperasi", "Volume Usaha (Rp)"]
BEFORE = [["K-1", "Satu", "1000"], ["K-2", "Dua", "2000"], ["K-3", "Tiga", "3500"], ["K-4", "Empat", "500"]]
NOW = [["K-1", "Satu", "1500"], ["K-2", "Dua", "1900"], ["K-3", "Tiga", "4000"], ["K-4", "Empat", "500"]]


def write(office, now, target="20"):
    (office / "data").mkdir(parents=True)
    (office / "iku.toml").write_text(PROFILE.replace("TARGET", target), encoding="utf-8")
    for year, rows in ((2020, BEFORE), (2021, now)):
        with (office / f"data/koperasi {year}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])


def made(iku, office):
    done = subprocess.run([iku, "buat", office], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    book = office / "keluaran/2021/iku-2021.xlsx"
    if done.returncode != 0 or not book.exists():
        raise RuntimeError(done.stderr[-800:])
    return book


def with_row(source, target, sheet, values):
    """A copy with a row typed below a table's last one, and what Excel does then: the table grows, its columns' formulas go down."""
    with zipfile.ZipFile(source) as archive:
        part = sheet_part(archive, sheet)
        rels = archive.read(part.replace("worksheets/", "worksheets/_rels/") + ".rels").decode()
        table = "xl/tables/" + re.search(r"tables/(table\d+\.xml)", rels)[1]
        reference = re.search(r' ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', archive.read(table).decode())
    last = int(reference[4])

    def grown(text):
        return text.replace(f":{reference[3]}{last}\"", f":{reference[3]}{last + 1}\"")

    def longer(text):
        row = re.search(rf'<row r="{last}".*?</row>', text, re.DOTALL)[0]
        cells = []
        for cell in re.findall(r"<c [^>]*?/>|<c .*?</c>", row, re.DOTALL):
            column = re.search(r'r="([A-Z]+)', cell)[1]
            style = re.search(r' s="\d+"', cell)
            style = style[0] if style else ""
            formula = re.search(r"<f>(.*?)</f>", cell, re.DOTALL)
            if column in values:
                value = values[column]
                inline = f't="inlineStr"><is><t>{value}</t></is>' if isinstance(value, str) else f"><v>{value}</v>"
                cells.append(f'<c r="{column}{last + 1}"{style} {inline}</c>')
            elif formula:
                down = re.sub(rf"\b([A-Z]{{1,3}}){last}\b", rf"\g<1>{last + 1}", formula[1])
                cells.append(f'<c r="{column}{last + 1}"{style}><f>{down}</f><v>0</v></c>')
        return text.replace(row, row + f'<row r="{last + 1}">{"".join(cells)}</row>')

    between = Path(target).with_suffix(".antara.xlsx")
    with_part(source, between, table, grown)
    with_part(between, target, part, longer)
    between.unlink()


def shown(book):
    """What Capaian's cells and every named cell show."""
    values = {}
    for name in book.formulas.defined_names:
        if place := book.named(name):
            values[name] = book.value(place)
    for row in book.values["Capaian"].iter_rows(max_col=20):
        for cell in row:
            if cell.value is not None:
                values[cell.coordinate] = cell.value
    return values


def differing(changed, wanted):
    """Cells of the changed workbook that do not show what the program made of the change."""
    for name, value in wanted.items():
        found = changed.get(name)
        if not same(found, value, 1e-12):
            yield f"{name}: {found!r}, iku {value!r}"


def control(book, sheet):
    """The verdict over a data sheet's table."""
    column = [cell.value for cell in book.values[sheet]["B"][:12]]
    return next(value for value in column if isinstance(value, str) and "laporan" in value and ("Sama" in value or "BERBEDA" in value))


def column_of(book, sheet, heading):
    """(column letter, first row of data) of a heading on a data sheet."""
    for row in book.values[sheet].iter_rows(max_row=20):
        for cell in row:
            if cell.value == heading:
                return cell.column_letter, cell.row + 1
    raise AssertionError(f"{sheet} has no {heading}")


def check(ledger, iku, folder):
    folder = folder / "andai"
    folder.mkdir()
    write(folder / "asal", NOW)
    original = made(iku, folder / "asal")
    book = Book(original)
    sheet = "koperasi 2021"
    letter, first = column_of(book, sheet, "Volume")
    name = column_of(book, sheet, "Nama")[0]
    cases = {
        "a changed target": (NOW, "10", lambda to: with_value(original, to, book.named("iku_1_1_2021_target"), "10")),
        "a target of nil": (NOW, "0", lambda to: with_value(original, to, book.named("iku_1_1_2021_target"), "0")),
        "a changed data cell": (
            [*NOW[:1], ["K-2", "Dua", "2400"], *NOW[2:]],
            "20",
            lambda to: with_value(original, to, (sheet, f"{letter}{first + 1}"), "2400"),
        ),
        "a row typed below the last": (
            [*NOW, ["K-9", "Baru", "300"]],
            "20",
            lambda to: with_row(original, to, sheet, {name: "Baru", letter: 300}),
        ),
        "a number typed as text": (None, "20", lambda to: with_row(original, to, sheet, {name: "Baru", letter: "3.000"})),
    }
    copies = []
    for number, (_, _, change) in enumerate(cases.values()):
        copies.append(folder / f"andai-{number}.xlsx")
        change(copies[-1])
    fresh = [Book(copy) for copy in libreoffice.recalculate([original, *copies], folder)]
    ledger.check("untouched, its control totals say that they are the report's", [] if control(fresh[0], sheet) == "Sama dengan laporan." else [control(fresh[0], sheet)])
    for number, (what, (rows, target, _)) in enumerate(cases.items()):
        changed = fresh[number + 1]
        if rows is None:
            verdict = control(changed, sheet)
            check_column = column_of(changed, sheet, "Periksa")
            said = changed.values[sheet][f"{check_column[0]}{first + len(NOW)}"].value
            right = "angka berupa teks di Volume" in verdict and said == "teks, bukan angka"
            ledger.check(f"{what} is told over the table and beside the row", [] if right else [verdict, said])
            continue
        office = folder / f"kantor-{number}"
        write(office, rows, target)
        wanted = Book(made(iku, office))
        problems = list(differing(shown(changed), shown(wanted)))
        if shown(wanted) == shown(book):
            problems.append("the change changes nothing")
        verdict = control(changed, sheet)
        if ("BERBEDA" in verdict) != ("target" not in what):
            problems.append(f"control totals: {verdict}")
        ledger.check(f"{what}: every figure of Capaian and Perhitungan is what iku makes of it", problems)
    unseen = dict(shown(book))
    unseen["iku_1_1_2021"] = -1
    ledger.check("and a wrong figure would be seen", [] if list(differing(unseen, shown(book))) else ["nothing"])
    shutil.rmtree(folder)
