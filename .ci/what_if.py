"""What an analyst changes in the workbook, against what `iku` makes of the same change in the office's own files: on every sheet."""

import csv
import re
import shutil
import subprocess

import libreoffice
from head import LIMITS, head
from xlsx_cells import Book, same, with_cell, with_row, with_value, without_formula, without_row

PROFILE = head("Andai", shown=2, limits=LIMITS) + """[sumber.koperasi]
nama = "Lap. Keragaan"
butir = "koperasi"
berkas = "data/koperasi {tahun}.csv"
kunci = ["kode"]
[sumber.koperasi.kolom]
kode = { judul = "Kode", jenis = "teks" }
nama_koperasi = { judul = "Nama Koperasi", jenis = "teks" }
jenis = { judul = "Jenis Koperasi", jenis = "teks" }
volume = { judul = "Volume Usaha (Rp)", jenis = "uang" }
aset = { judul = "Aset (Rp)", jenis = "uang" }
[ukuran.volume]
rumus = "SUM(koperasi.volume)"
sebutan = "Jumlah volume usaha"
[ukuran.naik]
rumus = "COUNT(koperasi WHERE volume > volume[n-1])"
sebutan = "Jumlah koperasi yang naik"
[ukuran.ksp_naik]
rumus = 'COUNT(koperasi WHERE jenis = "KSP" AND volume >= volume[n-1])'
sebutan = "Jumlah KSP yang tidak turun"
[[sasaran]]
uraian = "Meningkatnya volume usaha"
[[sasaran.indikator]]
nama = "Pertumbuhan volume usaha"
rumus = "(volume[n] - volume[n-1]) / volume[n-1] * 100"
satuan = "%"
arah = "naik"
FIRST
target_akhir = { 2026 = 40 }
[[sasaran.indikator]]
nama = "Bagian koperasi yang naik"
rumus = "naik / COUNT(koperasi) * 100"
satuan = "%"
arah = "naik"
target = { 2021 = 90 }
[[sasaran.indikator]]
nama = "KSP yang tidak turun"
rumus = "ksp_naik"
satuan = "koperasi"
arah = "naik"
THIRD
[ukuran.sakip]
sebutan = "Nilai SAKIP"
tetapan = { 2021 = "PREDICATE" }
skor = { AA = 90, A = 80, BB = 70, B = 60 }
asal = "LHE AKIP"
[[sasaran.indikator]]
nama = "Nilai SAKIP"
rumus = "sakip"
arah = "naik"
target = { 2021 = 80 }
[ukuran.pdrb]
sebutan = "PDRB"
satuan = "juta rupiah"
tetapan = { PDRB }
asal = "BPS"
[ukuran.aset]
rumus = "SUM(koperasi.aset)"
sebutan = "Jumlah aset"
tetapan = { ASET }
asal = "LKjIP"
[ukuran.ekspor]
sebutan = "Ekspor"
tetapan = { EKSPOR }
asal = "BPS"
[ukuran.rerata]
rumus = "SUM(koperasi.volume) / COUNT(koperasi)"
sebutan = "Rata-rata volume"
tetapan = { MEAN }
utamakan_tetapan = true
asal = "LKjIP"
[[sasaran.indikator]]
nama = "Volume usaha terhadap PDRB"
rumus = "volume / pdrb * 100"
satuan = "%"
arah = "naik"
target = { 2021 = 30 }
[[sasaran.indikator]]
nama = "Pertumbuhan ekspor"
rumus = "(ekspor[n] - ekspor[n-1]) / ekspor[n-1] * 100"
satuan = "%"
arah = "naik"
[[sasaran.indikator]]
nama = "Aset"
rumus = "aset"
arah = "naik"
target = { 2021 = 100 }
[[sasaran.indikator]]
nama = "Rata-rata volume"
rumus = "rerata"
arah = "turun"
target = { 2021 = 2000 }
"""
HEADINGS = ["Kode", "Nama Koperasi", "Jenis Koperasi", "Volume Usaha (Rp)", "Aset (Rp)"]
BEFORE = [["K-1", "Satu", "KSP", "1000", ""], ["K-2", "Dua", "KSP", "2000", ""], ["K-3", "Tiga", "Konsumen", "3500", "5"], ["K-4", "Empat", "KSP", "500", ""]]
NOW = [["K-1", "Satu", "KSP", "1500", ""], ["K-2", "Dua", "KSP", "1900", ""], ["K-3", "Tiga", "Konsumen", "4000", "90"], ["K-4", "Empat", "KSP", "500", ""]]
# Values from outside: of two years alone, beside the data's, instead of the data's.
PDRB, EXPORTS = {2020: "16000", 2021: "20000"}, {2020: "4", 2021: "5"}
ASSETS, MEAN = {2020: "11", 2021: "80"}, {2020: "1700", 2021: "1900"}


def write(office, now=NOW, before=BEFORE, first="20", third=None, predicate="A", **outside):
    """An office's folder; `first` and `third` are the indicators' targets."""
    (office / "data").mkdir(parents=True)
    text = PROFILE.replace("PREDICATE", predicate)
    for word, values in ({"PDRB": PDRB, "EKSPOR": EXPORTS, "ASET": ASSETS, "MEAN": MEAN} | outside).items():
        text = text.replace(f"{{ {word} }}", f"{{ {', '.join(f'{year} = {value}' for year, value in values.items())} }}")
    for word, target in (("FIRST", first), ("THIRD", third)):
        text = text.replace(word, f"target = {{ 2021 = {target} }}" if target is not None else "")
    (office / "iku.toml").write_text(text, encoding="utf-8")
    for year, rows in ((2020, before), (2021, now)):
        with (office / f"data/koperasi {year}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEADINGS, *([*row, ""][: len(HEADINGS)] for row in rows)])


def made(iku, office):
    done = subprocess.run([iku, "buat", office], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    book = office / "keluaran/2021/iku-2021.xlsx"
    if done.returncode != 0 or not book.exists():
        raise RuntimeError(done.stdout[-800:] + done.stderr[-800:])
    return book


# What tells the data as they were read, and says so, or is another's where rows were typed: entity numbers, addresses.
STATIC = "tidak ikut berubah"
OWN_COLUMNS = {"Nomor Entitas", "Sel Asal"}
# A row that is typed has no number yet, where the program gives it one.
OWN_LINE = "Nomor Entitas terbesar"
# What the places of charts begin with: an indicator that never had a figure has none on the pages.
CHART = "grafik "


# What the workbook says of its own changes, which iku's own of the changed files does not.
ENTITY_WAS = "Nomor Entitas dalam laporan"
DIFFERS, LISTED, CHANGED = "BERBEDA dari laporan", ("Yang diubah setelah laporan dibuat", "Kalimat di atas lembar ini"), re.compile(r"^DIUBAH, dalam laporan .*?; ")


def everywhere(book):
    """What every sheet shows, {(sheet, place): value}: by the cell, on data sheets by the row's name and the column's heading.

    Left out is what a sheet says of itself that it does not follow: the findings on Catatan, the sheet Bacaan; and what it says
    of having been changed.
    """
    shown = {}
    for sheet in book.values:
        rows = list(sheet.iter_rows())
        data = table_of(rows)
        if data is not None:
            headings = [cell.value for cell in rows[data]]
            for row in rows[data + 1 :]:
                named = dict(zip(headings, (cell.value for cell in row)))
                if named["Nama"] is None:
                    continue
                shown.update({(sheet.title, f"{named['Nama']}: {heading}"): None if str(value).startswith(ENTITY_WAS) else value for heading, value in named.items() if heading not in OWN_COLUMNS})
            continue
        chart = ""
        for row in rows:
            filled = [cell for cell in row if cell.value is not None and not str(cell.value).startswith(DIFFERS)]
            if any(str(cell.value).startswith(LISTED) for cell in filled):
                continue
            if sheet.title != "Perhitungan" and any(isinstance(cell.value, str) and STATIC in cell.value for cell in filled):
                break
            if any(str(cell.value).startswith(OWN_LINE) for cell in filled):
                continue
            if filled and str(filled[0].value).startswith("Grafik"):
                chart = CHART
            # Where columns stand goes by their widths: a place is the row, and the how manieth in it.
            shown.update({(sheet.title, f"{chart}{row[0].row}-{at}"): as_reported(cell.value) for at, cell in enumerate(filled)})
    return shown


def as_reported(value):
    """A text without what it says of a change."""
    return CHANGED.sub("", value) if isinstance(value, str) else value


def unsaid(book):
    """Sheets whose figures follow a change and that do not say that something differs from the report."""
    says = lambda sheet: any(str(cell.value).startswith(DIFFERS) for row in book.values[sheet].iter_rows(max_row=12) for cell in row)
    return [sheet for sheet in ("Capaian", "Perhitungan") if not says(sheet)]


def table_of(rows):
    """The index of a data sheet's heading row."""
    return next((at for at, row in enumerate(rows[:20]) if row and row[0].value == "Nomor Entitas"), None)


def differing(changed, wanted, exempt=()):
    """Places of the changed workbook that do not show what the program made of the change."""
    for place in sorted({*changed, *wanted}):
        # Where a heading's lines end hangs on the size that its sheet is printed in.
        found, value = (" ".join(text.split()) if isinstance(text, str) else text for text in (changed.get(place), wanted.get(place)))
        is_exempt = place in exempt or place[0] in exempt or (place[0], CHART) in exempt and place[1].startswith(CHART)
        if not is_exempt and not same(found, value, 1e-12):
            yield f"{place[0]}!{place[1]}: {found!r}, iku {value!r}"


def control(book, sheet):
    """The verdict over a data sheet's table."""
    column = [cell.value for cell in book.values[sheet]["B"][:12]]
    return next(value for value in column if isinstance(value, str) and "laporan" in value and ("Sama" in value or "BERBEDA" in value))


def column_of(book, sheet, heading):
    """(column letter, first row of data) of a heading on a data sheet."""
    rows = list(book.values[sheet].iter_rows(max_row=20))
    for cell in rows[table_of(rows)]:
        if cell.value == heading:
            return cell.column_letter, cell.row + 1
    raise AssertionError(f"{sheet} has no {heading}")


def in_turn(*changes):
    """Several changes of one workbook, one after the other."""

    def change(source, target):
        at = source
        for number, one in enumerate(changes):
            to = target if number == len(changes) - 1 else target.with_suffix(f".{number}.xlsx")
            one(at, to)
            if at != source:
                at.unlink()
            at = to

    return change


NOW_SHEET, BEFORE_SHEET = "koperasi 2021", "koperasi 2020"


def with_rows(**changed):
    """The rows of the report's year with some of them otherwise; None takes one out."""
    rows = [changed.get(row[0].replace("-", "_"), row) for row in NOW]
    return [row for row in rows if row is not None]


def cases(book):
    """What is changed: {what: (the same in the office's files, the change in the workbook, places that cannot be alike)}."""

    def cell(sheet, heading, row, value):
        letter, first = column_of(book, sheet, heading)
        return lambda source, to: with_cell(source, to, (sheet, f"{letter}{first + row}"), value)

    def typed(**values):
        headings = {column_of(book, NOW_SHEET, heading.capitalize())[0]: value for heading, value in values.items()}
        return lambda source, to: with_row(source, to, NOW_SHEET, headings)

    def target(name, value):
        return lambda source, to: with_cell(source, to, book.named(name), value)

    second = column_of(book, NOW_SHEET, "Volume")[1] + 1
    text = {(NOW_SHEET, f"Baru: {heading}") for heading in ("Volume", "Periksa")}
    return {
        "a changed target": ({"first": 10}, target("iku_1_1_2021_target", 10), ()),
        "a target of nil": ({"first": 0}, target("iku_1_1_2021_target", 0), ()),
        "a target typed where there was none": ({"third": 4}, target("iku_1_3_2021_target", 4), ()),
        "a target taken away": ({"first": None}, target("iku_1_1_2021_target", "n/a"), ()),
        "another predicate": ({"predicate": "BB"}, target("sakip_2021_predikat", "BB"), ()),
        "another value from outside": ({"PDRB": PDRB | {2021: "25000.5"}}, target("pdrb_2021", 25000.5), ()),
        "a value from outside taken away": ({"PDRB": {2021: "20000"}}, target("pdrb_2020", None), {"Perhitungan"}),
        "a value from outside typed where there was none": (
            {"EKSPOR": EXPORTS | {2019: "3.2"}},
            target("ekspor_2019", 3.2),
            {("Capaian", CHART)},
        ),
        "another value from outside that the data stand before": ({"ASET": ASSETS | {2021: "70"}}, target("aset_2021_tetapan", 70), ()),
        # The value from outside comes into play: what the data are read for is no longer counted.
        "no data, where a value from outside stands by": (
            {"now": with_rows(K_3=["K-3", "Tiga", "Konsumen", "4000", ""])},
            cell(NOW_SHEET, "Aset", 2, None),
            {"Perhitungan", "Catatan"},
        ),
        "another value from outside that stands before the data": ({"MEAN": MEAN | {2021: "1850"}}, target("rerata_2021_tetapan", 1850), ()),
        "that value taken away": ({"MEAN": {2020: "1700"}}, target("rerata_2021_tetapan", None), {"Perhitungan", "Catatan"}),
        "a changed data cell": ({"now": with_rows(K_2=["K-2", "Dua", "KSP", "2400"])}, cell(NOW_SHEET, "Volume", 1, 2400), ()),
        "a cell emptied": ({"now": with_rows(K_2=["K-2", "Dua", "KSP", ""])}, cell(NOW_SHEET, "Volume", 1, None), ()),
        "a changed text": ({"now": with_rows(K_1=["K-1", "Satu", "Konsumen", "1500"])}, cell(NOW_SHEET, "Jenis", 0, "Konsumen"), ()),
        "a changed cell of the year before": (
            {"before": [["K-1", "Satu", "KSP", "1800"], *BEFORE[1:]]},
            cell(BEFORE_SHEET, "Volume", 0, 1800),
            (),
        ),
        "a year before of nothing but nil": (
            {"before": [[*row[:3], "0", *row[4:]] for row in BEFORE]},
            in_turn(*(cell(BEFORE_SHEET, "Volume", row, 0) for row in range(len(BEFORE)))),
            {("Capaian", CHART)},
        ),
        "a row typed below the last": ({"now": [*NOW, ["K-9", "Baru", "KSP", "300"]]}, typed(kode="K-9", nama="Baru", jenis="KSP", volume=300), ()),
        "a row taken out": ({"now": with_rows(K_2=None)}, lambda source, to: without_row(source, to, NOW_SHEET, second), ()),
        "a row of the year before taken out": (
            {"before": [BEFORE[0], *BEFORE[2:]]},
            lambda source, to: without_row(source, to, BEFORE_SHEET, second),
            (),
        ),
        "a key that is another's": (
            {"now": with_rows(K_2=["K-8", "Delapan", "KSP", "1900"])},
            in_turn(cell(NOW_SHEET, "Nomor Entitas", 1, 99), cell(NOW_SHEET, "Nama", 1, "Delapan"), cell(NOW_SHEET, "Kode", 1, "K-8")),
            (),
        ),
        "a number typed as text": (
            {"now": [*NOW, ["K-9", "Baru", "KSP", ""]]},
            typed(kode="K-9", nama="Baru", jenis="KSP", volume="3.000"),
            text,
        ),
    }


def check(ledger, iku, folder):
    folder = folder / "andai"
    folder.mkdir()
    write(folder / "asal")
    original = made(iku, folder / "asal")
    book = Book(original)
    changes = cases(book)
    copies = []
    for number, (_, change, _) in enumerate(changes.values()):
        copies.append(folder / f"andai-{number}.xlsx")
        change(original, copies[-1])
    # What a typed row leaves out, or takes from another.
    headings = {heading: column_of(book, NOW_SHEET, heading)[0] for heading in ("Nomor Entitas", "Nama", "Volume")}
    slips = {"Nomor Entitas kembar": 2}
    slipped = []
    for number, entity in enumerate(slips.values()):
        slipped.append(folder / f"andai-keliru-{number}.xlsx")
        values = dict(zip(headings.values(), (entity, "Keliru", 100)))
        with_row(original, slipped[-1], NOW_SHEET, values)
    stale = folder / "andai-basi.xlsx"
    planted = plant(book, copies[list(changes).index("a changed data cell")], stale)
    fresh = [Book(copy) for copy in libreoffice.recalculate([original, *copies, *slipped, stale], folder)]
    untouched = [f"{sheet}: {control(fresh[0], sheet)}" for sheet in (NOW_SHEET, BEFORE_SHEET) if control(fresh[0], sheet) != "Sama dengan laporan."]
    ledger.check("untouched, its control totals say that they are the report's", untouched)
    left_alone = everywhere(book)
    ledger.check("untouched, every sheet shows what is stored", list(differing(everywhere(fresh[0]), left_alone)))
    wanted = {}
    for number, (what, (files, _, exempt)) in enumerate(changes.items()):
        changed, office = fresh[number + 1], folder / f"kantor-{number}"
        write(office, **files)
        wanted[what] = everywhere(Book(made(iku, office)))
        shown = everywhere(changed)
        problems = list(differing(shown, wanted[what], exempt))
        if not list(differing(wanted[what], left_alone)):
            problems.append("the change changes nothing")
        problems += [f"{sheet} does not say that it differs" for sheet in unsaid(changed)]
        told = [sheet for sheet in (NOW_SHEET, BEFORE_SHEET) if "BERBEDA" in control(changed, sheet)]
        touched = None if "target" in what or "predicate" in what or "value" in what and "no data" not in what else BEFORE_SHEET if "before" in what else NOW_SHEET
        if touched not in told if touched else told:
            problems += [f"{sheet}: {control(changed, sheet)}" for sheet in (NOW_SHEET, BEFORE_SHEET)]
        ledger.check(f"{what}: {len(wanted[what])} cells of all sheets are what iku makes of it", problems)
    number = list(changes).index("a number typed as text")
    verdict = control(fresh[number + 1], NOW_SHEET)
    said = everywhere(fresh[number + 1]).get((NOW_SHEET, "Baru: Periksa"))
    right = "angka berupa teks di Volume" in verdict and said == "teks, bukan angka"
    ledger.check("a number typed as text is told over the table and beside the row", [] if right else [verdict, said])
    for number, what in enumerate(slips):
        verdict = control(fresh[1 + len(copies) + number], NOW_SHEET)
        ledger.check(f"a row with a slip is told: {what}", [] if f"{what}; " in verdict else [verdict])
    found = {line.split("!")[0] for line in differing(everywhere(fresh[-1]), wanted["a changed data cell"])}
    unseen = [sheet for sheet in planted if sheet not in found]
    ledger.check(f"and a cell that has gone stale would be seen, on each of {len(planted)} sheets", unseen)
    shutil.rmtree(folder)


def plant(book, source, target):
    """Typed figures where live ones stood: one on each kind of sheet, which the changed data cell should move."""
    standing, first = column_of(book, NOW_SHEET, "Volume Terhadap 2020")
    capaian = next(cell for row in book.formulas["Capaian"].iter_rows() for cell in row if cell.value == "=iku_1_1_2021")
    notes = next(cell for row in book.formulas["Catatan"].iter_rows() for cell in row if cell.value == "=naik_2021_perbandingan")
    places = [
        (NOW_SHEET, f"{standing}{first + 1}"),
        ("Capaian", capaian.coordinate),
        ("Catatan", notes.coordinate),
        book.named("naik_2021_tidak_memenuhi"),
    ]
    in_turn(*(lambda one, to, place=place: without_formula(one, to, place) for place in places))(source, target)
    return [sheet for sheet, _ in places]
