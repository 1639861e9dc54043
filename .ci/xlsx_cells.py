"""Cells of a workbook file: stored results, names, and single values changed in place."""

import math
import re
import zipfile
from xml.etree import ElementTree

import openpyxl

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
