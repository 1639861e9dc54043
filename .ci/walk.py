"""The walk that an inspector makes: from each figure of Capaian by clicks to its column, and from each row there to the cell it was read from."""

import csv
import re
from datetime import date, datetime
from pathlib import Path

import openpyxl

from what_if import table_of

MOST_CLICKS = 3
PLACE = re.compile(r"'((?:[^']|'')+)'!([A-Z]+)(\d+)")
ORIGIN, NAME = "Sel Asal", "Nama"


class Office:
    """The workbooks of an office's folder, each opened once."""

    def __init__(self, folder):
        self.folder, self.opened = folder, {}

    def cell(self, file, sheet, address):
        """The value of a cell; None also where nothing stands; raises KeyError where the file has no such sheet."""
        if file not in self.opened:
            self.opened[file] = self.read(self.folder / file)
        sheets = self.opened[file]
        cells = sheets[sheet] if sheet is not None else next(iter(sheets.values()))
        return cells.get(address)

    @staticmethod
    def read(path):
        if path.suffix == ".csv":
            text = path.read_text(encoding="utf-8-sig")
            delimiter = max(";,\t", key=text.split("\n", 1)[0].count)
            rows = csv.reader(text.splitlines(), delimiter=delimiter)
            return {"": {f"{openpyxl.utils.get_column_letter(c)}{r}": value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1)}}
        book = openpyxl.load_workbook(path, data_only=True)
        return {sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row} for sheet in book.worksheets}


def clicks(book):
    """{sheet: {row: [(column letter, the sheet and row it leads to, that cell)]}} of every link within the workbook."""
    found = {}
    for sheet in book.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                place = cell.hyperlink and PLACE.fullmatch(cell.hyperlink.location or "")
                if place:
                    to = (place[1].replace("''", "'"), int(place[3]), place[2])
                    found.setdefault(sheet.title, {}).setdefault(cell.row, []).append((cell.column_letter, to))
    return found


def columns_behind(cell, leads, data):
    """The columns of data that clicks lead to from a figure: {(sheet, column letter): clicks}. Whoever arrives sees the whole row."""
    first = PLACE.fullmatch(cell.hyperlink.location)
    reached, at = {}, [((first[1].replace("''", "'"), int(first[3]), first[2]), 1)]
    seen = set()
    while at:
        (sheet, row, column), count = at.pop(0)
        if sheet in data:
            reached.setdefault((sheet, column), count)
        elif (sheet, row) not in seen and count < MOST_CLICKS:
            seen.add((sheet, row))
            at += [(to, count + 1) for _, to in leads.get(sheet, {}).get(row, [])]
    return reached


def figures(book):
    """The live figures of Capaian that are numbers or predicates, without the charts' own data."""
    for row in book.formulas["Capaian"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and re.fullmatch(r"=(IF\(ISNUMBER\((iku_[\w.]+)\),\2,\"n/a\"\)|iku_[\w.]+)", cell.value):
                if book.values["Capaian"][cell.coordinate].value not in (None, "n/a"):
                    yield cell


def lost(book):
    """Figures of Capaian from which no three clicks lead to their data, or to what was typed."""
    leads = clicks(book)
    data = {sheet.title for sheet in book.formulas if table_of(list(sheet.iter_rows(max_row=20))) is not None}
    walked = 0
    for cell in figures(book):
        walked += 1
        if cell.hyperlink is None:
            yield f"{book.path.name} Capaian!{cell.coordinate}: no link"
            continue
        reached = columns_behind(cell, leads, data)
        typed = "target" in cell.value or rests_on_typed(book, cell)
        if not reached and not typed:
            yield f"{book.path.name} Capaian!{cell.coordinate} {cell.value}: no column of data within {MOST_CLICKS} clicks"
    if not walked and data:
        yield f"{book.path.name}: no figure to walk from"


def rests_on_typed(book, cell):
    """Whether the figure's formulas end in figures that the profile gives (tetapan), which no cell of data stands behind."""
    at, seen = [cell.value.lstrip("=")], set()
    while at:
        name = at.pop()
        place = book.named(name)
        if name in seen or place is None:
            continue
        seen.add(name)
        formula = book.formulas[place[0]][place[1]].value
        if isinstance(formula, str) and "[" in formula:
            return False
        at += re.findall(r"\b[A-Za-z_]\w*_\d{4}\w*", formula) if isinstance(formula, str) and formula.startswith("=") else []
    return True


def untrue(book, office):
    """Cells of the data sheets that are not what stands at their origin, and how many were compared; (problems, compared)."""
    problems, compared, office = [], 0, Office(office)
    for sheet in book.values:
        rows = list(sheet.iter_rows())
        heading = table_of(rows)
        if heading is None or heading + 1 >= len(rows):
            continue
        names = [cell.value for cell in rows[heading]]
        last = names.index(ORIGIN)
        factors = {}
        for row in rows[heading + 1 :]:
            origin = origin_of(row[last].value)
            if origin is None:
                continue
            file, own, addresses = origin
            if Path(file).suffix not in (".xlsx", ".xlsm", ".csv"):
                continue
            for at, address in zip(range(2, last), addresses):
                value = row[at].value
                try:
                    source = office.cell(file, own, address)
                except KeyError:
                    problems.append(f"{book.path.name} {sheet.title}!{row[last].coordinate}: no {row[last].value}")
                    break
                compared += 1
                if not agrees(value, source, factors.setdefault(names[at], set())):
                    problems.append(f"{book.path.name} {sheet.title}!{row[at].coordinate} {value!r}: {file}, {own}!{address} holds {source!r}")
        problems += [f"{book.path.name} {sheet.title}: {name} in several scales {sorted(scales)}" for name, scales in factors.items() if len(scales) > 1]
    return problems, compared


def origin_of(text):
    """(file, sheet, cells) of a row's `Sel Asal`: `data/a.xlsx, Rekap!S8; T8`."""
    found = re.fullmatch(r"(.+\.\w+), (?:(.+)!)?([A-Z]+\d+(?:; [A-Z]+\d+)*)", str(text))
    return (found[1], found[2], found[3].split("; ")) if found else None


def agrees(value, source, factors):
    """Whether a data sheet shows what its source holds: numbers up to the column's one scale, marks as 1 and 0."""
    if isinstance(source, str):
        source = source.strip() or None
    if value is None or source is None:
        # Nothing, or words for it (`belum lapor`).
        return value is None and not isinstance(source, (int, float)) or value in (0, "0")
    if isinstance(source, (date, datetime)) or isinstance(value, (date, datetime)):
        return True
    number = figure(source)
    if isinstance(value, (int, float)) and number is not None:
        if value == 0 or number == 0:
            return value == number
        factor = value / number
        factors.add(round(factor, 6))
        return any(abs(factor / scale - 1) < 1e-9 for scale in (1, 1e3, 1e6, 1e9))
    if isinstance(value, (int, float)):
        return value in (0, 1)
    digits = re.sub(r"\D", "", str(value))
    # A masked text shows its last digits alone.
    return squeezed(value) == squeezed(source) or "*" in str(value) and str(source).rstrip().endswith(digits)


def squeezed(text):
    return " ".join(str(text).split()).casefold()


def figure(source):
    """A number, or the text of one as it is written here."""
    if isinstance(source, bool):
        return None
    if isinstance(source, (int, float)):
        return source
    text = re.sub(r"^Rp\.?\s*|\s|,-$", "", source)
    if not re.fullmatch(r"-?\d[\d.,]*|\(\d[\d.,]*\)", text):
        return None
    sign = -1 if text[0] in "-(" else 1
    text = text.strip("-()")
    if "," in text and "." in text:
        point = max(text.rfind(","), text.rfind("."))
        text = re.sub(r"[.,]", "", text[:point]) + "." + text[point + 1 :]
    elif re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        text = re.sub(r"[.,]", "", text)
    else:
        text = text.replace(",", ".")
    return sign * float(text) if text.count(".") < 2 else None
