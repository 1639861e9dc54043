"""The sample's figures worked out apart from the program, from the workbooks themselves.

Shares nothing with it: openpyxl instead of calamine, its own reading of number
texts, fractions instead of decimals.
"""

import re
from fractions import Fraction

import openpyxl

NIL = {"-", "–", "--", "nihil", "nol"}
MISSING = {"", "…", "...", "n/a", "t.a.d", "x", "belum lapor"}


def number(cell):
    """A cell as a number; None where it holds none."""
    if isinstance(cell, bool):
        raise ValueError(f"not a number: {cell!r}")
    if cell is None or isinstance(cell, (int, float)):
        return None if cell is None else Fraction(repr(cell))
    text = cell.replace("\u00a0", " ").strip().lower()
    if text in NIL or text in MISSING:
        return Fraction(0) if text in NIL else None
    negative = text.startswith("(") and text.endswith(")")
    core = re.sub(r"^rp\.? ?", "", text.strip("()").strip())
    core = re.sub(r",-$", "", core)
    if not re.fullmatch(r"\d{1,3}(\.\d{3})*(,\d+)?", core):
        raise ValueError(f"not a number: {cell!r}")
    value = Fraction(core.replace(".", "").replace(",", "."))
    return -value if negative else value


def entities(path, key_headings, value_heading):
    """{key: value} of every row between the headings and the JUMLAH row."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet = next(sheet for sheet in book.worksheets if sheet.max_row > 20)
    columns, found = {}, {}
    for row in sheet.iter_rows(values_only=True):
        if not (isinstance(row[0], (int, float)) and isinstance(row[1], str)):  # no running number and name: no entity
            labels = {re.sub(r"[^a-z]", "", cell.lower().replace("(rp)", "")): at for at, cell in enumerate(row) if isinstance(cell, str)}
            columns = columns if found else {**columns, **labels}
            continue
        keys = [next(columns[name] for name in names if name in columns) for names in key_headings]
        key = tuple(re.sub(r"\W+", "", str(row[column]).casefold()) for column in keys)
        assert all(key) and key not in found, f"{path}: {key} empty or twice"
        found[key] = number(row[columns[value_heading]])
    return found


def figures(office):
    """{(measure, year): value} and {indicator id: value} of samples/kota-pasuruan for 2021."""
    keragaan = {
        year: entities(office / f"data/Laporan Keragaan Koperasi {year}.xlsx", [["nomorbadanhukum", "nobadanhukum"]], "volumeusaha")
        for year in (2020, 2021)
    }
    umkm = {year: entities(office / f"data/Data UMKM {year}.xlsx", [["nik"], ["namausaha"]], "omsetpertahun") for year in (2019, 2020, 2021)}
    measures = {("volume_usaha", year): sum(value for value in keragaan[year].values() if value is not None) for year in keragaan}
    for year in (2020, 2021):
        both = ((value, umkm[year - 1].get(key)) for key, value in umkm[year].items())
        measures["usaha_berkembang", year] = sum(1 for now, before in both if now is not None and before is not None and now > before)
    growth = lambda name: Fraction(measures[name, 2021] - measures[name, 2020]) / measures[name, 2020] * 100
    return measures, {"1.1": growth("volume_usaha"), "2.1": growth("usaha_berkembang")}


def personal_numbers(office):
    """Every NIK of the UMKM workbooks."""
    return sorted({key[0] for path in sorted(office.glob("data/Data UMKM *.xlsx")) for key in entities(path, [["nik"], ["namausaha"]], "omsetpertahun")})


MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def long_date(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
