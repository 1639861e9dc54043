"""A real kabupaten's table, read as it is and as the same table saved in every other format.

It lies beside the project (../shared), never in it: elsewhere these checks are passed over, and say so.
Its figures were worked out apart, from the file's own texts.
"""

import csv
import json
import re
import shutil
from pathlib import Path

from ledger import output_of, tool
from openpyxl import Workbook

TABLE = Path("../shared/data/keragaan-kabupaten.csv")
TOTALS = {"koperasi": 414, "bervolume": 302, "volume_usaha": 589448674478, "aset": 907928406332, "shu": 14903261213}
# What is odd in it, by code: the cells that must be named, in every format alike.
ODD = {
    "aset-tidak-seimbang": ["R383", "R387", "R388"],
    "kunci-ganda-selembar": ["E411"],
    "tidak-aktif-bervolume": ["P94", "P112", "P308"],
    "aktif-tanpa-volume": ["P"],
    # The same volume to the rupiah in two rows one below the other.
    "nilai-seperseribu": ["P376"],
}
ACTIVE_WITHOUT_VOLUME = 34
TYPO = "K402"  # 24//1/2026
NUMBERS = ("idkop", "aktif", "tdkaktif", "Anggt", "rat", "Krywn", "Mngr", "modalsendiri", "modalluar", "volusaha", "shu", "asset")
ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'

PROFILE = """
[instansi]
nama = "Dinas Koperasi"
daerah = "Kabupaten Contoh"
[laporan]
tahun = 2026
[penandatangan]
tempat = "Contoh"
tanggal = 2026-12-31
jabatan = ["KEPALA DINAS KOPERASI"]
nama = "CONTOH"
[sumber.keragaan]
bentuk = "keragaan"
berkas = "data/BERKAS"
tahun = 2026
kunci = ["nomor_bh"]
[ukuran.koperasi]
rumus = "COUNT(keragaan)"
[ukuran.bervolume]
rumus = "COUNT(keragaan WHERE volume_usaha > 0)"
[ukuran.volume_usaha]
rumus = "SUM(keragaan.volume_usaha)"
[ukuran.aset]
rumus = "SUM(keragaan.aset)"
[ukuran.shu]
rumus = "SUM(keragaan.shu)"
[ukuran.rat]
rumus = "COUNT(keragaan WHERE tanggal_rat >= 2026-01-01)"
[[sasaran]]
uraian = "Membaca data yang nyata"
"""


def check_real_table(ledger, iku, folder):
    if not TABLE.exists():
        print(f"skip the real table: {TABLE} is not here")
        return
    forms = folder / "bentuk"
    forms.mkdir()
    shutil.copy(TABLE, forms / "asli.csv")
    rows = list(csv.reader(TABLE.open(encoding="utf-8-sig"), delimiter=";"))
    write_xlsx(rows, forms / "teks.xlsx", as_numbers=False)
    write_xlsx(rows, forms / "angka.xlsx", as_numbers=True)
    for name in ("teks", "angka"):
        for kind in ("xls", "ods"):
            convert(forms / f"{name}.xlsx", kind, folder)
    for form in sorted(forms.iterdir()):
        check_form(ledger, iku, form, folder)
    check_planted_fault(ledger, iku, rows, folder)


def number(text):
    """The number of an accounting text of the table, None of any other."""
    text = text.strip()
    if text == "-":
        return 0
    body = text.strip("()")
    if not re.fullmatch(r"\d{1,3}(\.\d{3})*", body):
        return None
    value = int(body.replace(".", ""))
    return -value if text.startswith("(") else value


def write_xlsx(rows, path, as_numbers):
    book = Workbook()
    sheet = book.active
    sheet.title = "Keragaan"
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if not text:
                continue
            value = number(text) if as_numbers and row > 1 and rows[0][column - 1] in NUMBERS else None
            cell = sheet.cell(row, column, text if value is None else value)
            if value is not None:
                cell.number_format = ACCOUNTING
    book.save(path)


def convert(path, kind, folder):
    profile = (folder / "lo-bentuk").resolve().as_uri()
    output_of("soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", kind, "--outdir", path.parent, path)


def check(iku, form, folder, measures):
    """The record that `iku periksa` gives of a form of the table, and its exit status."""
    office = folder / f"kabupaten {form.name} {len(measures)}"
    (office / "data").mkdir(parents=True)
    shutil.copy(form, office / "data")
    indicators = "".join(f'[[sasaran.indikator]]\nnama = "{name}"\nrumus = "{name}"\n' for name in measures)
    (office / "iku.toml").write_text(PROFILE.replace("BERKAS", form.name) + indicators, encoding="utf-8")
    done = tool(iku, "periksa", office, "--json")
    if not done.stdout.strip():
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout), done.returncode


# What our own bare profile is told of, not the table.
OF_THE_PROFILE = ("formulir-belum-lengkap", "tanggal-tahun-lain", "target-tahun-lain")


def check_form(ledger, iku, form, folder):
    record, status = check(iku, form, folder, TOTALS)
    measures = {entry["nama"]: entry.get("nilai") for entry in record["ukuran"] if entry["tahun"] == 2026}
    wrong = [f"{name}: {measures.get(name)}, not {total}" for name, total in TOTALS.items() if measures.get(name) != str(total)]
    wrong += [f"status {status}"] if status else []
    ledger.check(f"the real table as {form.name}: no galat, and the totals known of it", wrong)

    found = {}
    for one in record["temuan"]:
        if one["kode"] not in OF_THE_PROFILE and (one["tingkat"] != "catatan" or one["kode"] in ODD):
            found.setdefault(one["kode"], []).append(one["sel"])
    wrong = [] if found == ODD else [f"{found}, not {ODD}"]
    words = "".join(one["pesan"] for one in record["temuan"] if one["kode"] == "aktif-tanpa-volume")
    wrong += [] if str(ACTIVE_WITHOUT_VOLUME) in words else [f"{ACTIVE_WITHOUT_VOLUME} not in {words!r}"]
    ledger.check(f"the real table as {form.name}: what is odd in it stands at its cells, and nothing else", wrong)

    record, status = check(iku, form, folder, [*TOTALS, "rat"])
    galat = [(one["kode"], one["sel"]) for one in record["temuan"] if one["tingkat"] == "galat"]
    good = status == 1 and galat == [("bukan-tanggal", TYPO)]
    ledger.check(f"the real table as {form.name}: the mistyped date is refused where a figure rests on it", [] if good else [status, galat])


def check_planted_fault(ledger, iku, rows, folder):
    """A letter in one number is refused at its very cell, in every format alike."""
    planted = folder / "tanam"
    planted.mkdir()
    column = rows[0].index("volusaha")
    spoilt = [list(row) for row in rows]
    spoilt[1][column] = "1.898.3O7.250"
    write_xlsx(spoilt, planted / "tanam.xlsx", as_numbers=True)
    for kind in ("xls", "ods"):
        convert(planted / "tanam.xlsx", kind, folder)
    with (planted / "tanam.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(spoilt)
    for form in sorted(planted.iterdir()):
        record, status = check(iku, form, folder, TOTALS)
        galat = [(one["kode"], one["sel"]) for one in record["temuan"] if one["tingkat"] == "galat"]
        good = status == 1 and galat == [("bukan-angka", "P2")]
        ledger.check(f"the real table as {form.name} with a letter in a number: refused at P2", [] if good else [status, galat])
