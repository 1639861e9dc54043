"""The catalogue's offices, and one of odd data, recalculated by LibreOffice and held against the record."""

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import libreoffice
import odd_office
from xlsx_cells import Book, same, with_value

CATALOGUE = Path("samples/katalog-iku")
ODD = "ganjil"


def made(iku, folder):
    """A workbook and a record for each office, by its name."""
    offices = folder / "kantor"
    offices.mkdir()
    for office in sorted(CATALOGUE.iterdir()):
        if office.is_dir():
            shutil.copytree(office, offices / office.name, ignore=shutil.ignore_patterns("keluaran"))
    odd_office.write(offices / ODD)

    def make(office):
        done = subprocess.run([iku, "buat", office], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
        [record] = (office / "keluaran").glob("*/iku-*.json") if done.returncode == 0 else [None]
        if record is None:
            return office.name, done.stderr[-500:]
        book = folder / f"{office.name}.xlsx"
        shutil.copy(record.with_suffix(".xlsx"), book)
        return office.name, (book, json.loads(record.read_text(encoding="utf-8")))

    with ThreadPoolExecutor(2) as pool:
        return dict(pool.map(make, sorted(offices.iterdir())))


def named(record):
    """(defined name, entry) of all that the record says of figures."""
    for entry in record["ukuran"]:
        yield f"{entry['nama']}_{entry['tahun']}", entry
    for entry in record["indikator"]:
        base = f"iku_{entry['id'].replace('.', '_')}"
        for one in [entry, *entry["lalu"]]:
            yield f"{base}_{one['tahun']}", one
        quotients = [("capaian", entry["tahun"], entry["capaian"])]
        if akhir := entry.get("target_akhir"):
            quotients.append(("kemajuan", akhir["tahun"], akhir["kemajuan"]))
        for what, year, quotient in quotients:
            if quotient is not None:
                yield f"{base}_{year}_{what}", quotient
                if "dibatasi" in quotient:
                    yield f"{base}_{year}_{what}_dibatasi", {**quotient, "nilai": quotient["dibatasi"]}


def differing(name, book, fresh):
    """Formula cells whose stored result is not what LibreOffice works out."""
    for place in book.formula_cells():
        stored, now = book.value(place), fresh.value(place)
        if not same(stored, now) or str(now).startswith("#"):
            yield f"{name} {place}: stored {stored!r}, worked out {now!r}"


def against_record(name, record, fresh):
    for cell, entry in named(record):
        place = fresh.named(cell)
        value = fresh.value(place) if place else None
        if entry["status"] in ("ok", "teks"):
            if not same(value, float(Fraction(entry["nilai"]))):
                yield f"{name} {cell}: {value!r}, record {entry['nilai']}"
        elif value is not None and value != {"tidak_ada": "n/a"}.get(entry["status"], "tidak dapat dihitung"):
            yield f"{name} {cell}: {value!r}, record {entry['status']}"


def odd_figures(record):
    """The odd office's figures against those worked out apart."""
    for (formula, expected), entry in zip(odd_office.figures(), record["indikator"], strict=True):
        nilai = entry.get("nilai")
        if expected is None:
            right = entry["status"] == "tidak_dapat_dihitung"
        else:
            right = nilai is not None and abs(Fraction(nilai) - expected) <= abs(expected) / 10**26
        if not right:
            yield f"{formula}: {entry['status']} {nilai}, by hand {expected}"


def check_catalogue(ledger, iku, folder):
    folder = folder / "katalog"
    folder.mkdir()
    offices = made(iku, folder)
    failed = [f"{name}: {why}" for name, why in offices.items() if isinstance(why, str)]
    ledger.check(f"the {len(offices) - 1} offices of the catalogue and the odd one make their reports", failed if len(offices) == 27 else [*failed, len(offices)])
    offices = {name: one for name, one in offices.items() if not isinstance(one, str)}

    # The oracle must find a wrong stored result wherever it stands: one in each office's first figure.
    originals = {name: Book(book) for name, (book, _) in offices.items()}
    planted = {}
    for name, (book, record) in offices.items():
        cells = set(originals[name].formula_cells())
        places = (originals[name].named(cell) for cell, entry in named(record) if entry["status"] == "ok")
        if place := next((place for place in places if place in cells), None):
            planted[name] = place
            with_value(book, folder / f"{name}-tanam.xlsx", place, "98765.5")
    books = [book for book, _ in offices.values()] + [folder / f"{name}-tanam.xlsx" for name in planted]
    copies = libreoffice.recalculate(books, folder)

    wrong, untrue, formulas = [], [], 0
    for (name, (_, record)), copy in zip(offices.items(), copies):
        fresh = Book(copy)
        formulas += len(originals[name].formula_cells())
        wrong += differing(name, originals[name], fresh)
        untrue += against_record(name, record, fresh)
    ledger.check(f"all {formulas} formulas of the catalogue: stored result = recalculated", wrong if formulas > 900 else [*wrong, formulas])
    ledger.check("and what LibreOffice works out is the record's", untrue)
    unseen = []
    for name, copy in zip(planted, copies[len(offices):]):
        # The other cells are those of the original, which were compared already.
        stored, now = "98765.5", Book(copy).value(planted[name])
        if same(float(stored), now):
            unseen.append(f"{name} {planted[name]}: still {now!r}")
    ledger.check(f"a wrong result planted in each of {len(planted)} offices is found", unseen if len(planted) >= 20 else [*unseen, len(planted)])
    ledger.check(f"{len(odd_office.figures())} figures of odd data equal those worked out apart", list(odd_figures(offices[ODD][1])) if ODD in offices else ["no report"])
