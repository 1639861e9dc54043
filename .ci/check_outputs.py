#!/usr/bin/env python3
"""Holds what `iku buat` made against other programs: poppler, LibreOffice, openpyxl, and sums done apart.

usage: check_outputs.py IKU OFFICE [--counts FILE]
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import tomllib
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import by_hand
import libreoffice
import pictures
import printed
from catalogue import check_catalogue
from ledger import Ledger, output_of, tool
from real_table import check_real_table
from xlsx_cells import Book, same, with_value

PAGE_MM = (330, 215)  # F4, landscape

class Made:
    """The three files of a run and the profile they come from."""

    def __init__(self, office):
        self.office = office
        self.profile = tomllib.loads((office / "iku.toml").read_text(encoding="utf-8"))
        self.year = self.profile["laporan"]["tahun"]
        self.folder = office / "keluaran" / str(self.year)
        self.pdf, self.xlsx, self.json = (self.folder / f"iku-{self.year}.{kind}" for kind in ("pdf", "xlsx", "json"))
        self.record = json.loads(self.json.read_text(encoding="utf-8"))

    def figures(self):
        """(defined name, record entry) of every figure that is a number, past years included."""
        for entry in self.record["ukuran"]:
            if entry["status"] == "ok":
                yield f"{entry['nama']}_{entry['tahun']}", entry
        for entry in self.record["indikator"]:
            for one in [entry, *entry["lalu"]]:
                if one["status"] == "ok":
                    yield f"iku_{entry['id'].replace('.', '_')}_{one['tahun']}", one

    def measure(self, name, year):
        return next(Fraction(e["nilai"]) for e in self.record["ukuran"] if (e["nama"], e["tahun"], e["status"]) == (name, year, "ok"))


def indonesian(value, places):
    """A figure as the page shows it, rounded half away from zero."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return text.translate(str.maketrans(",.", ".,"))


# --- the PDF ---


def form_phrases(profile):
    """The form's wording in reading order; a list in it may come in any order (fraction and multiplier)."""
    office = profile["instansi"]
    yield profile["laporan"]["judul"]
    for label, key in [("INSTANSI", "nama"), ("VISI", "visi"), ("MISI", "misi"), ("TUJUAN", "tujuan"), ("TUGAS", "tugas")]:
        yield from (label, ":", office[key])
    yield from ("FUNGSI", ":")
    for letter, text in zip("abcdefghij", office["fungsi"]):
        yield from (f"{letter}.", text)
    yield from ["Sasaran Strategis", "Indikator Kinerja Utama", "Penjelasan/Formulasi Perhitungan", "Sumber Data", "Penanggung Jawab"]
    yield from "12345"
    for number, sasaran in enumerate(profile["sasaran"], 1):
        yield from (str(number), sasaran["uraian"])
        for own, indikator in enumerate(sasaran["indikator"], 1):
            printed = indikator["tercetak"]
            yield from (str(own), indikator["nama"], indikator["penjelasan"])
            yield [[printed["pembilang"], printed["penyebut"]], [printed["pengali"]]]
            yield from (indikator["sumber_data"], indikator["penanggung_jawab"])
    signer = profile["penandatangan"]
    yield f"{signer['tempat']}, {by_hand.long_date(signer['tanggal'])}"
    yield from [*signer["jabatan"], signer["nama"], signer["pangkat"], f"NIP. {signer['nip']}"]


def first_phrase_missing(text, phrases):
    """The first phrase that does not follow those before it; line breaks and blanks do not count."""
    squeeze = lambda words: re.sub(r"\s+", "", words)
    text, at = squeeze(text), 0
    for phrase in phrases:
        branches = phrase if isinstance(phrase, list) else [[phrase]]
        ends = []
        for branch in branches:
            end = at
            for words in map(squeeze, branch):
                found = text.find(words, end)
                if found < 0:
                    return f"{words!r} not found after …{text[max(0, end - 60):end]!r}"
                end = found + len(words)
            ends.append(end)
        at = max(ends)
    return None


def check_pdf(ledger, made):
    page_one = output_of("pdftotext", "-raw", "-f", 1, "-l", 1, made.pdf, "-")
    missing = first_phrase_missing(page_one, form_phrases(made.profile))
    ledger.check("page 1 holds every phrase of the form, in order", [missing] if missing else [])

    info = output_of("pdfinfo", "-f", 1, "-l", 999, made.pdf)
    pages = int(re.search(r"^Pages:\s+(\d+)", info, re.M)[1])
    ledger.check("four pages or more", [] if pages >= 4 else [f"{pages} pages"])
    sizes = [tuple(map(float, size)) for size in re.findall(r"^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", info, re.M)]
    wanted = tuple(mm * 72 / 25.4 for mm in PAGE_MM)
    odd = [f"page {n}: {size} pt" for n, size in enumerate(sizes, 1) if max(abs(size[i] - wanted[i]) for i in (0, 1)) > 0.5]
    ledger.check("every page is F4, 330 x 215 mm", odd if len(sizes) == pages else [f"{len(sizes)} sizes, {pages} pages"])

    fonts = output_of("pdffonts", made.pdf).splitlines()[2:]
    odd = [line for line in fonts if not re.search(r"\syes\s+yes\s+(yes|no)\s+\d+\s+\d+\s*$", line) or not re.match(r"[A-Z]{6}\+", line)]
    ledger.check("every font is embedded and a subset", odd if fonts else ["no fonts"])


# --- figures ---


def compare_formulas(before, after):
    """Formula cells whose stored result is not what the recalculation gives."""
    problems = []
    for place in before.formula_cells():
        stored, fresh = before.value(place), after.value(place)
        if not same(stored, fresh) or str(fresh).startswith("#"):
            problems.append((place, stored, fresh))
    return problems


def check_workbook(ledger, made, folder):
    original = Book(made.xlsx)
    figures = list(made.figures())
    unnamed = [name for name, _ in figures if original.named(name) is None]
    ledger.check(f"each of the record's {len(figures)} figures has its named cell", unnamed if figures else ["no figures"])
    figures = [(name, entry) for name, entry in figures if name not in unnamed]

    growth_at = original.named(f"iku_1_1_{made.year}")
    planted, changed = folder / "planted.xlsx", folder / "changed.xlsx"
    shutil.copy(made.xlsx, folder / "original.xlsx")
    with_value(made.xlsx, planted, growth_at, "99.5")
    delta, cell = 1_000_000_007, volume_cell(original, made)
    with_value(made.xlsx, changed, cell[:2], cell[2] + delta) if cell else shutil.copy(made.xlsx, changed)
    copies = libreoffice.recalculate([folder / "original.xlsx", planted, changed], folder)
    fresh, planted_fresh, changed_fresh = map(Book, copies)

    wrong = []
    for name, entry in figures:
        place, exact = original.named(name), float(Fraction(entry["nilai"]))
        seen = {"stored": original.value(place), "recalculated": fresh.value(place)}
        wrong += [f"{name} at {place}: {how} {value!r}, record {entry['nilai']}" for how, value in seen.items() if not same(value, exact)]
    ledger.check("the record's figures are the workbook's, as stored and as LibreOffice works them out", wrong)

    cells = original.formula_cells()
    constant = [name for name, _ in figures if original.named(name) not in cells]
    ledger.check("every figure is a live formula", constant)
    wrong = compare_formulas(original, fresh)
    ledger.check(f"all {len(cells)} formulas: stored result = recalculated", wrong if cells else ["no formulas"])

    known = [place for place, _, _ in wrong]
    found = [place for place, _, _ in compare_formulas(Book(planted), planted_fresh) if place not in known]
    ledger.check("the oracle is alive: a planted wrong result is found", [] if found == [growth_at] else [f"planted {growth_at}, found {found}"])

    now, before = made.measure("volume_usaha", made.year) + delta, made.measure("volume_usaha", made.year - 1)
    expected, moved = (now - before) / before * 100, changed_fresh.value(growth_at)
    ledger.check("a changed data cell moves indicator 1.1 as a pocket calculator says", [] if same(moved, float(expected)) else [f"{cell}: {moved!r}, not {float(expected)!r}"])

    words = output_of("pdftotext", "-layout", made.pdf, "-")
    shown = [(entry["nama"] if "nama" in entry else name, entry["tampil"]) for name, entry in figures if "tampil" in entry]
    shown += [(f"capaian {e['id']}", e["capaian"]["tampil"]) for e in made.record["indikator"] if e.get("capaian", {}).get("status") == "ok"]
    shown += [(name, indonesian(Fraction(entry["nilai"]), 0)) for name, entry in figures if "tampil" not in entry]
    absent = [f"{name}: {text}" for name, text in shown if not re.search(rf"(?<![\d.,]){re.escape(text)}(?!\d|[.,]\d*[1-9])", words)]
    ledger.check("every figure stands on the pages as the record shows it", absent)


def volume_cell(book, made):
    """A typed volume on the data sheet of the report year: (sheet, address, value). Its column sums to the measure; None without such a column."""
    total = made.measure("volume_usaha", made.year)
    for sheet, numbers in book.typed_columns():
        for above in range(3):  # numbers above the data: a year, a numbering row
            rows = numbers[above:]
            if sum(Fraction(repr(value)) for _, value in rows) == total:
                address, value = next((address, value) for address, value in rows if value > 0)
                return sheet, address, value
    return None


def check_by_hand(ledger, made):
    measures, indicators = by_hand.figures(made.office)
    wrong = []
    for (name, year), value in measures.items():
        if made.measure(name, year) != value:
            wrong.append(f"{name} {year}: record {made.measure(name, year)}, by hand {value}")
    ledger.check(f"the record's measures equal those worked out apart ({len(measures)})", wrong)
    wrong, entries = [], {entry["id"]: entry for entry in made.record["indikator"]}
    targets = {f"{s}.{i}": one["target"] for s, group in enumerate(made.profile["sasaran"], 1) for i, one in enumerate(group["indikator"], 1)}
    for number, value in indicators.items():
        entry = entries[number]
        target = Fraction(str(targets[number][str(made.year)]).replace(",", "."))
        for what, has, exact in [("nilai", entry, value), ("capaian", entry["capaian"], value / target * 100)]:
            close = abs(Fraction(has["nilai"]) - exact) <= abs(exact) / 10**26
            if not close or has["tampil"] != indonesian(exact, 2):
                wrong.append(f"{number} {what}: record {has['nilai']} {has['tampil']}, by hand {float(exact)} {indonesian(exact, 2)}")
    ledger.check("indicators and capaian too, to 26 digits, and as shown", wrong if set(entries) == set(indicators) else [sorted(entries)])


# --- the run itself ---


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def snapshot(folder):
    """Every file with its hash and time of writing."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (digest(path), path.stat().st_mtime_ns) for path in files}


def check_record(ledger, made):
    wrong = [f"luaran {one['berkas']}" for one in made.record["luaran"] if digest(made.folder / one["berkas"]) != one["sha256"]]
    wrong += [f"masukan {one['berkas']}" for one in made.record["masukan"] if digest(made.office / one["berkas"]) != one["sha256"]]
    listed = {one["berkas"] for one in made.record["masukan"]}
    ledger.check("the record's hashes are the files'", wrong or ([] if len(listed) == 5 else sorted(listed)))
    galat = [one for one in made.record["temuan"] if one["tingkat"] == "galat"]
    ledger.check("the sample has no galat", galat)
    peringatan = [f"{one['kode']} {one['sel']}: {one['pesan']}" for one in made.record["temuan"] if one["tingkat"] == "peringatan"]
    ledger.check("and at most two peringatan", peringatan if len(peringatan) > 2 else [])


def check_personal_data(ledger, made):
    numbers = by_hand.personal_numbers(made.office)
    texts = {"pdf": output_of("pdftotext", made.pdf, "-"), "json": made.json.read_text(encoding="utf-8")}
    with zipfile.ZipFile(made.xlsx) as archive:
        texts["xlsx"] = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    leaks = [f"{kind}: a NIK ending in {number[-4:]}" for kind, text in texts.items() for number in numbers if number in text]
    ledger.check(f"none of {len(numbers)} NIK stands in any of the files", leaks if numbers else ["no NIK read"])


def check_repeats(ledger, made, iku, folder):
    before = snapshot(made.office / "keluaran")
    again = tool(iku, "buat", made.office)
    after = snapshot(made.office / "keluaran")
    ledger.check("a second run writes nothing", nothing_written(again, before, after))

    elsewhere = folder / "di tempat lain (salinan é)"
    shutil.copytree(made.office, elsewhere, ignore=shutil.ignore_patterns("keluaran"))
    odd_world = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "HOME": str(folder), "COLUMNS": "40"}
    other = tool(iku, "buat", ".", env=odd_world, cwd=elsewhere)
    hashes = lambda office: {path.name: digest(path) for path in (office / "keluaran" / str(made.year)).glob("iku-*")}
    ours, theirs = hashes(made.office), hashes(elsewhere) if other.returncode == 0 else {}
    differing = sorted(name for name in ours | theirs if ours.get(name) != theirs.get(name))
    ledger.check("another folder, time zone and locale give the same bytes", [other.stderr] if other.returncode else differing)

    book = elsewhere / made.record["masukan"][0]["berkas"]
    pack_again(book)
    before = snapshot(elsewhere / "keluaran")
    resaved = tool(iku, "buat", elsewhere)
    after = snapshot(elsewhere / "keluaran")
    ledger.check("a workbook saved again with equal cells is no change", nothing_written(resaved, before, after))


def nothing_written(done, before, after):
    if done.returncode != 0 or not before:
        return [f"status {done.returncode}, {len(before)} files before: {done.stderr}"]
    return sorted(name for name in before | after if before.get(name) != after.get(name))


def pack_again(book):
    """The same parts in a zip of other bytes."""
    with zipfile.ZipFile(book) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts:
            archive.writestr(name, data)


# --- pages as pictures, and the workbook as a printed thing ---


def check_pictures(ledger, made):
    pages = pictures.drawn(made.pdf)
    ledger.check(f"{len(pages)} pages look as their committed pictures do", pictures.compare(pages))
    moved = [number for number, page in enumerate(pictures.committed(), 1) if not pictures.differences(pictures.shifted(page, 2), page)]
    ledger.check("that gate is alive: lines moved by a millimetre are seen on every page", [f"page {number}: not seen" for number in moved])


def check_printed(ledger, made, iku, folder):
    catalog = made.office.resolve().parent / "katalog-iku/22-pertumbuhan-shu-aset-modal"
    offices = {"sample": made.office, "many-indicators": printed.many_indicators(made.office, folder / "many-indicators")}
    offices |= {"upright": printed.upright(made.office, folder / "upright"), "catalogue-22": folder / "catalogue-22"}
    shutil.copytree(catalog, offices["catalogue-22"], ignore=shutil.ignore_patterns("keluaran"))
    books = {}
    for name, office in offices.items():
        if name != "sample":
            output_of(iku, "buat", office)
        books[name] = folder / f"{name}.xlsx"
        shutil.copy(office / "keluaran" / str(made.year) / f"iku-{made.year}.xlsx", books[name])
    lower, other = folder / "lower-row.xlsx", folder / "other-word.xlsx"
    printed.with_lower_row(books["sample"], lower)
    printed.with_other_word(books["sample"], other, "Mewujudkan", "Mewujutkan")
    bare = folder / "bare.xlsx"
    printed.without_repeated_headings(books["sample"], bare)
    tight = folder / "tight.xlsx"
    printed.with_lower_row(books["sample"], tight, "xl/worksheets/sheet3.xml", 0.7)
    higher = folder / "higher-rows.xlsx"
    printed.with_higher_row(books["sample"], higher)
    on_paper = printed.prints([*books.values(), lower, other, bare, tight, higher], folder, printed.environment(folder, os.environ))
    for (name, book), paper in zip(books.items(), on_paper):
        pdf = offices[name] / "keluaran" / str(made.year) / f"iku-{made.year}.pdf"
        for what, wrong in printed.problems(book, paper, pdf):
            ledger.check(f"printed, {name}: {what}", wrong)
        profile = tomllib.loads((offices[name] / "iku.toml").read_text(encoding="utf-8"))
        ledger.check(f"{name}: properties, and words in every picture's stead", printed.about(book, profile))
    plants = [("the highest row made lower", lower, "nothing is cut or printed over"), ("another word", other, "and the pages hold nothing else")]
    plants.append(("headings that stand on the first page alone", bare, "headings are repeated, pages numbered"))
    plants.append(("a row so low that a letter touches its rule", tight, "no letter touches a rule"))
    plants.append(("a form of more pages than the PDF's", higher, "as many pages as the PDF has"))
    for (plant, book, what), paper in zip(plants, on_paper[len(books) :]):
        found = dict(printed.problems(book, paper, made.pdf))
        ledger.check(f"that gate is alive: {plant} is found", [] if found[what] else [f"{what}: nothing found"])
    profile = tomllib.loads((made.office / "iku.toml").read_text(encoding="utf-8"))
    for spoil in (printed.without_title, printed.without_words_for_pictures):
        spoilt = folder / "spoilt.xlsx"
        spoil(books["sample"], spoilt)
        found = printed.about(spoilt, profile)
        ledger.check(f"that gate is alive: a copy {spoil.__name__.replace('_', ' ')} is found", [] if len(found) == 1 else found or ["nothing found"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("iku", type=Path)
    parser.add_argument("office", type=Path)
    parser.add_argument("--counts", type=Path, help="where the two counts are written")
    options = parser.parse_args()
    iku, ledger = options.iku.resolve(), Ledger()
    with tempfile.TemporaryDirectory(prefix="iku-ci-") as scratch:
        folder = Path(scratch)
        try:
            made = Made(options.office)
        except (OSError, ValueError) as error:
            ledger.check("the three files are there", [error])
        else:
            ledger.group(check_record, made)
            ledger.group(check_pdf, made)
            ledger.group(check_workbook, made, folder)
            ledger.group(check_by_hand, made)
            ledger.group(check_personal_data, made)
            ledger.group(check_pictures, made)
            ledger.group(check_printed, made, iku, folder)
            ledger.group(check_repeats, made, iku, folder)
        ledger.group(check_real_table, iku, folder)
        ledger.group(check_catalogue, iku, folder)
    return ledger.close(options.counts)


if __name__ == "__main__":
    sys.exit(main())
