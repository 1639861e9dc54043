"""The blank workbooks of `siapkan`, filled in as a new office does: by a program, and typed in LibreOffice; then the figures."""

import re
import shutil
import subprocess
from xml.sax.saxutils import escape

import openpyxl

HEADINGS, EXAMPLE = 3, 4
KOPERASI = ("Nama Koperasi", "NIK Koperasi", "Nomor Badan Hukum", "Aktif", "Volume Usaha (Rp)")
USAHA = ("NIK", "Nama Pemilik", "Nama Usaha", "NIB", "Skala Usaha", "Kecamatan", "Omset per Tahun (Rp)")
# Codes with zeros before them, alike but for those; nil; a value that is not there yet.
ROWS = {
    "Laporan Keragaan Koperasi 2020.xlsx": [("KUD A", "0575010010001", "0012", "v", 10_000_000), ("KSP B", "0575010010002", "012", "v", 20_000_000)],
    "Laporan Keragaan Koperasi 2021.xlsx": [
        ("KUD A", "0575010010001", "0012", "v", 15_000_000),
        ("KSP B", "0575010010002", "012", "v", 20_000_000),
        ("KSP C", "0575010010003", "188.4/1/BH/2009", "-", "-"),
    ],
}
OMSET = {2019: (10_000_000, 10_000_000, 10_000_000), 2020: (20_000_000, 10_000_000, 9_000_000), 2021: (30_000_000, 20_000_000, None)}
for year, amounts in OMSET.items():
    ROWS[f"Data UMKM {year}.xlsx"] = [(f"057501010101000{n}", "Siti", f"Usaha {n}", f"022000123456{n}", "mikro", "Purworejo", amount) for n, amount in enumerate(amounts, 1)]
# Volume usaha 30 to 35 million; one business grew in 2020, two in 2021.
WANTED = {"1.1": "16,67", "2.1": "100,00"}
ANSWERS = ["--nama", "Dinas Koperasi", "--daerah", "Kota Andai", "--penandatangan", "Fulan", "--nip", "196405051993031012"]


def prepared(iku, folder):
    done = subprocess.run([iku, "siapkan", folder, "--tahun", "2021", *ANSWERS], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-800:])
    return folder


def columns(path):
    """{heading: column letter} of a blank workbook."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {cell.value: cell.column_letter for cell in sheet[HEADINGS]}


def entries(path, first):
    """(address, value) of everything that is typed from this row on, running numbers too."""
    letters = columns(path)
    headings = USAHA if "UMKM" in path.name else KOPERASI
    for at, row in enumerate(ROWS[path.name]):
        for heading, value in zip(("No", *headings), (at + 1, *row)):
            if value is not None:
                yield f"{letters[heading]}{first + at}", value


def by_program(folder, first):
    for name in ROWS:
        path = folder / "data" / name
        book = openpyxl.load_workbook(path)
        for address, value in entries(path, first):
            book.worksheets[0][address].value = value
        book.save(path)


MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Ketik" script:language="StarBasic">
Sub Semua
{}
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Ketik"/></library:library>
"""


def typed(folder, first):
    """The same, entered cell by cell as from the keyboard: LibreOffice takes a text for what it looks like."""
    lines = ["Dim hidden(0) As New com.sun.star.beans.PropertyValue", 'hidden(0).Name = "Hidden" : hidden(0).Value = True']
    lines += ["Dim kind(0) As New com.sun.star.beans.PropertyValue", 'kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"']
    for name in ROWS:
        path = folder / "data" / name
        lines.append(f'book = StarDesktop.loadComponentFromURL("{path.resolve().as_uri()}", "_blank", 0, hidden())')
        lines.append("sheet = book.Sheets.getByIndex(0)")
        lines += [f'sheet.getCellRangeByName("{address}").FormulaLocal = "{value}"' for address, value in entries(path, first)]
        lines += [f'book.storeToURL("{path.resolve().as_uri()}", kind())', "book.close(True)"]
    profile = folder.parent / "lo-ketik"
    command = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore"]
    # The first start makes the profile, and would write over a library that stands there already.
    subprocess.run([*command, "--terminate_after_init"], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    library = profile / "user/basic/Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (library / "Ketik.xba").write_text(MODULE.format(escape("\n".join(lines))), encoding="utf-8")
    subprocess.run([*command, "macro:///Standard.Ketik.Semua"], stdin=subprocess.DEVNULL, capture_output=True, timeout=180)


def figures(iku, folder):
    """{id: shown} of the report, what is wrong, and what it says."""
    done = subprocess.run([iku, "buat", folder], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    shown = dict(re.findall(r"^  (\d+\.\d+) .*: (\S+) %$", done.stdout + done.stderr, re.M))
    return shown, done.stdout + done.stderr


def lost_codes(folder):
    """Codes that are not what was typed, in the workbooks as they were saved."""
    for name in ROWS:
        path = folder / "data" / name
        sheet = openpyxl.load_workbook(path).worksheets[0]
        held = [cell.value for row in sheet.iter_rows(min_row=EXAMPLE) for cell in row]
        for row in ROWS[name]:
            for value in row:
                if isinstance(value, str) and value.startswith("0") and value not in held:
                    yield f"{name}: {value!r} is gone"


def check(ledger, iku, scratch):
    """Rows below the example row, then over it; by a program, then typed."""
    for what, fill, first in (
        ("filled in below its example", by_program, EXAMPLE + 1),
        ("filled in over its example", by_program, EXAMPLE),
        ("typed below its example in LibreOffice", typed, EXAMPLE + 1),
        ("typed over its example in LibreOffice", typed, EXAMPLE),
    ):
        folder = prepared(iku, scratch / f"isi-{fill.__name__}-{first}")
        fill(folder, first)
        shown, said = figures(iku, folder)
        wrong = [] if shown == WANTED else [shown, said[-1500:]]
        ledger.check(f"a blank workbook {what}: the figures, and every code's zeros", [*wrong, *lost_codes(folder)])
    # An example that is taken for data would be seen: the row's mark gone, the row is one of the office's.
    folder = prepared(iku, scratch / "isi-tanam")
    by_program(folder, EXAMPLE + 1)
    path = folder / "data/Laporan Keragaan Koperasi 2021.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0][f"A{EXAMPLE}"].value = 9
    book.save(path)
    shown, _ = figures(iku, folder)
    ledger.check("an example without its mark would change the figures", [] if shown and shown != WANTED else [shown])
    shutil.rmtree(folder)
