"""Cells of a workbook file: stored results, names, and single values changed in place."""

import math
import re
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl

# LibreOffice writes the print of whole columns in a way that openpyxl passes over.
warnings.filterwarnings("ignore", message="Print area cannot be set")

NS = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


class Book:
    """A workbook with its formulas and its stored results."""

    def __init__(self, path):
        self.path = path
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def formula_cells(self):
        """(sheet, address) of every formula."""
        return [(sheet.title, cell.coordinate) for sheet in self.formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]

    def value(self, place):
        sheet, address = place
        return self.values[sheet][address].value

    def named(self, name):
        """The single cell a defined name stands for, as (sheet, address); None without such a name."""
        wanted = {key.casefold(): entry for key, entry in self.formulas.defined_names.items()}
        entry = wanted.get(name.casefold())
        if entry is None:
            return None
        [(sheet, address)] = list(entry.destinations)
        return sheet, address.replace("$", "")

    def typed_columns(self):
        """Every column of typed numbers: (sheet, [(address, value)])."""
        for sheet in self.formulas:
            for column in sheet.iter_cols():
                numbers = [(c.coordinate, c.value) for c in column if c.data_type == "n" and isinstance(c.value, (int, float))]
                if len(numbers) > 1:
                    yield sheet.title, numbers


def same(one, other, tolerance=1e-14):
    """Equal texts, or numbers within a relative tolerance; an empty text is no value."""
    numbers = [isinstance(value, (int, float)) and not isinstance(value, bool) for value in (one, other)]
    if all(numbers):
        return math.isclose(one, other, rel_tol=tolerance, abs_tol=0)
    return numbers == [False, False] and (one or "") == (other or "")


def with_part(source, target, part, changed):
    """A copy of a package in which one part's text is what `changed` makes of it."""
    with zipfile.ZipFile(source) as zip_in, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as zip_out:
        for entry in zip_in.infolist():
            data = zip_in.read(entry)
            if entry.filename == part:
                data = changed(data.decode("utf-8")).encode("utf-8")
            zip_out.writestr(entry, data)


def with_value(source, target, place, value):
    """A copy in which one cell's stored value is another; nothing else is touched."""
    sheet, address = place
    with zipfile.ZipFile(source) as archive:
        part = sheet_part(archive, sheet)

    def changed(text):
        pattern = rf'(<c r="{address}"(?:\s[^>]*)?>(?:(?!</c>).)*?<v>)[^<]*(</v>)'
        text, count = re.subn(pattern, rf"\g<1>{value}\g<2>", text, flags=re.DOTALL)
        assert count == 1, f"{place} stands {count} times in {part}"
        return text

    with_part(source, target, part, changed)


def sheet_part(archive, name):
    """The part of the package that holds a sheet."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    rels = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    rel_id = next(sheet.get(f"{{{NS['r']}}}id") for sheet in book.find("m:sheets", NS) if sheet.get("name") == name)
    target = next(rel.get("Target") for rel in rels if rel.get("Id") == rel_id)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def with_cell(source, target, place, value):
    """A copy in which a cell that is no formula holds another text or number, or nothing (None)."""
    _changed_cell(source, target, place, lambda opening, _: _cell(opening, value))


def without_formula(source, target, place):
    """A copy in which a formula is the figure that is stored with it."""
    _changed_cell(source, target, place, lambda opening, inner: f"<c{opening}>{re.sub(r'<f[ >].*?</f>', '', inner, flags=re.DOTALL)}</c>")


def with_formula(source, target, place, formula):
    """A copy in which a cell is a formula."""
    _changed_cell(source, target, place, lambda opening, _: f"<c{re.sub(r' t=.[a-zA-Z]+.', '', opening)}><f>{formula}</f><v>0</v></c>")


def _cell(opening, value):
    opening = re.sub(r' t="\w+"', "", opening)
    if value is None:
        return f"<c{opening}/>"
    return f'<c{opening} t="inlineStr"><is><t>{value}</t></is></c>' if isinstance(value, str) else f"<c{opening}><v>{value}</v></c>"


def _changed_cell(source, target, place, changed):
    sheet, address = place
    with zipfile.ZipFile(source) as archive:
        part = sheet_part(archive, sheet)

    def cell(text):
        pattern = rf'<c( r="{address}"[^>/]*)(?:/>|>(.*?)</c>)'
        text, count = re.subn(pattern, lambda found: changed(found[1], found[2] or ""), text, count=1, flags=re.DOTALL)
        assert count == 1, f"{place} does not stand in {part}"
        return text

    with_part(source, target, part, cell)


def _table(source, sheet):
    """A data sheet's part, its table's part, and the table's (first column, first row, last column, last row)."""
    with zipfile.ZipFile(source) as archive:
        part = sheet_part(archive, sheet)
        rels = archive.read(part.replace("worksheets/", "worksheets/_rels/") + ".rels").decode()
        table = "xl/tables/" + re.search(r"tables/(table\d+\.xml)", rels)[1]
        reference = re.search(r' ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', archive.read(table).decode())
    return part, table, (reference[1], int(reference[2]), reference[3], int(reference[4]))


def _with_rows(source, target, sheet, last, changed):
    """A copy whose table ends at another row and whose sheet's text is changed."""
    part, table, (_, _, column, before) = _table(source, sheet)
    between = target.with_suffix(".antara.xlsx")
    with_part(source, between, table, lambda text: text.replace(f':{column}{before}"', f':{column}{last}"'))
    with_part(between, target, part, changed)
    between.unlink()


def with_row(source, target, sheet, values):
    """A copy with a row typed below a table's last one, and what Excel does then: the table grows, its columns' formulas go down."""
    last = _table(source, sheet)[2][3]

    def longer(text):
        row = re.search(rf'<row r="{last}".*?</row>', text, re.DOTALL)[0]
        cells = []
        for cell in re.findall(r"<c [^>]*?/>|<c .*?</c>", row, re.DOTALL):
            column = re.search(r'r="([A-Z]+)', cell)[1]
            style = re.search(r' s="\d+"', cell)
            opening = f' r="{column}{last + 1}"{style[0] if style else ""}'
            formula = re.search(r"<f>(.*?)</f>", cell, re.DOTALL)
            if column in values:
                cells.append(_cell(opening, values[column]))
            elif formula:
                cells.append(f"<c{opening}><f>{_moved(formula[1], last, last + 1)}</f><v>0</v></c>")
        return text.replace(row, row + f'<row r="{last + 1}">{"".join(cells)}</row>')

    _with_rows(source, target, sheet, last + 1, longer)


def without_row(source, target, sheet, number):
    """A copy in which a table's row is taken out, and what Excel does then: the rows below move up, the table is shorter."""
    last = _table(source, sheet)[2][3]

    def shorter(text):
        def row(found):
            at = int(found[1])
            if at == number:
                return ""
            if at < number:
                return found[0]
            cells = re.sub(rf'(<c r="[A-Z]+){at}"', rf'\g<1>{at - 1}"', found[0])
            cells = re.sub(r"<f>(.*?)</f>", lambda formula: f"<f>{_moved(formula[1], at, at - 1)}</f>", cells, flags=re.DOTALL)
            return cells.replace(f'<row r="{at}"', f'<row r="{at - 1}"', 1)

        return re.sub(r'<row r="(\d+)"[^>]*?(?:/>|>.*?</row>)', row, text, flags=re.DOTALL)

    _with_rows(source, target, sheet, last - 1, shorter)


def _moved(formula, row, to):
    """A formula over its own row's cells, in another row."""
    return re.sub(rf"\b([A-Z]{{1,3}}){row}\b", rf"\g<1>{to}", formula)
