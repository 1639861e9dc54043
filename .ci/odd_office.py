"""An office whose data are as odd as data may be, and its figures worked out apart from the program.

Names and texts hold what spreadsheets take for something else: wildcards, signs
that begin a formula, digits that are no number, letters that look like others,
texts longer than a search takes. Each figure stands with its formula; the
expectation is plain Python over the same rows, in fractions.
"""

import re
from datetime import date
from fractions import Fraction as F
from statistics import median

from head import head

HEAD = head("Ganjil") + """[sumber.usaha]
nama = "Data Usaha"
butir = "usaha"
berkas = "data/usaha {tahun}.csv"
kunci = ["kode"]
tanda = { ya = ["0", "TRUE"] }
[sumber.usaha.kolom]
kode = { judul = "Kode", jenis = "teks" }
nama_usaha = { judul = "Nama Usaha", jenis = "teks" }
jenis_usaha = { judul = "Jenis", jenis = "teks" }
nomor = { judul = "Nomor Izin", jenis = "teks" }
omset = { judul = "Omset (Rp)", jenis = "uang" }
tenaga = { judul = "Tenaga", jenis = "angka" }
berdiri = { judul = "Berdiri", jenis = "tanggal" }
aktif = { judul = "Aktif", jenis = "tanda" }
"""

LONG = "panjang " * 60 + "a"
COLUMNS = ("kode", "nama_usaha", "jenis_usaha", "nomor", "omset", "tenaga", "berdiri", "aktif")
# omset in hundredths of a rupiah; None is a missing cell.
BEFORE = [
    ("K-1", "Toko *", "gading*rejo", "007", 10_000_00, 3, date(2010, 5, 1), True),
    ("K-2", "Toko ?", "Gadingrejo", "7", 20_000_10, 0, date(1999, 12, 31), False),
    ("K-3", "=SUM(A1)", "ﬁlm", "1e5", -5_000_25, 12, None, True),
    ("K-4", "'Aneka", "film", "1/2", 0, None, date(1900, 1, 1), None),
    ("K-5", "@warung", LONG, "TRUE", None, 1, date(2020, 2, 29), True),
    ("K/6", "a~b", "m²", "12.345", 100_000_00, 7, date(2021, 1, 1), False),
    ("K-8", "lama saja", "m2", "0", 50_00, 2, date(2000, 1, 1), True),
    ("K-9", "tujuh persen", "kecil", "9", 100_00, 1, date(2001, 1, 1), True),
]
NOW = [
    ("K-9", "tujuh persen", "kecil", "9", 107_00, 1, date(2001, 1, 1), True),
    ("k-1", "Toko *", " GADING*REJO ", "007", 10_000_10, 3, date(2010, 5, 1), True),
    ("K-2", "Toko ?", "gadingrejo", "7", 20_000_10, 1, date(1999, 12, 31), True),
    ("K-3", "=SUM(A1)", "film", "1e5", -4_000_00, 15, None, False),
    ("K-4", "'Aneka", "ﬁlm", "1/2", 1, 4, date(1900, 1, 1), True),
    ("K-5", "@warung", LONG + "b", "TRUE", 3_000_33, None, date(2020, 2, 29), False),
    ("K/6", "a~b", "m2", "12.346", None, 7, date(2021, 1, 1), None),
    ("K-7", "bar\"u\", & <x>", "m²", "1E5", 70_000_70, 2, date(2021, 6, 30), True),
    ("K-10", "~*?b", "a?b", "", 5_50, 0, None, None),
]


def told_apart(text):
    """A text as COUNT_DISTINCT tells it from others: no case, blanks or punctuation, and no two runs of digits joined."""
    parts = re.findall(r"[^\W_]+", text.lower())
    return re.sub(r"(?<!\d) | (?!\d)", "", " ".join(parts))


def folded(text):
    return " ".join(text.lower().split()) or None


class Row:
    def __init__(self, values):
        self.__dict__.update(zip(COLUMNS, values))
        self.omset = None if self.omset is None else F(self.omset, 100)
        self.jenis, self.nomor = folded(self.jenis_usaha), folded(self.nomor)
        self.key = "".join(c for c in self.kode.lower() if c.isalnum())


def years():
    before, now = [Row(values) for values in BEFORE], [Row(values) for values in NOW]
    known = {row.key: row for row in before}
    for row in now:
        row.then = known.get(row.key)
    return before, now


def both(test, *values):
    return all(value is not None for value in values) and test(*values)


def counts(rows, test):
    return F(sum(bool(test(row)) for row in rows))


def omset(rows):
    return [row.omset for row in rows if row.omset is not None]


def then(row, field):
    return None if row.then is None else getattr(row.then, field)


def figures():
    """(formula, expected); None where there is no figure."""
    before, now = years()
    n = now
    changed = lambda test: counts(n, lambda r: both(test, r.omset, then(r, "omset")))
    text = lambda field, test: counts(n, lambda r: both(test, getattr(r, field)))
    total, base = sum(omset(now)), sum(omset(before))
    return [
        ("SUM(usaha.omset)", total),
        ("SUM(usaha.omset[n-1])", sum(r.then.omset for r in n if r.then and r.then.omset is not None)),
        ("omset[n-1]", base),
        ("(omset[n] - omset[n-1]) / omset[n-1] * 100", (total - base) / base * 100),
        ("AVERAGE(usaha.omset)", total / len(omset(now))),
        ("MEDIAN(usaha.omset)", F(median(omset(now)))),
        ("MIN(usaha.omset) * 3 / 7", min(omset(now)) * 3 / 7),
        ("MAX(usaha.omset WHERE NOT aktif)", max(r.omset for r in n if not r.aktif and r.omset is not None)),
        ("AVERAGE(usaha.omset WHERE tenaga > 100)", None),
        ("SUM(usaha.omset WHERE tenaga > 100)", F(0)),
        ("SUM(usaha.omset WHERE omset IS EMPTY)", None),
        ("COUNT(usaha)", F(len(n))),
        ("COUNT(usaha WHERE omset > omset[n-1])", changed(lambda a, b: a > b)),
        ("COUNT(usaha WHERE NOT omset > omset[n-1])", len(n) - changed(lambda a, b: a > b)),
        ("COUNT(usaha WHERE omset <> omset[n-1])", changed(lambda a, b: a != b)),
        # Differences that doubles get wrong by a hair.
        ("COUNT(usaha WHERE omset - omset[n-1] = 0.1)", changed(lambda a, b: a - b == F(1, 10))),
        ("COUNT(usaha WHERE omset - omset[n-1] > 0.1)", changed(lambda a, b: a - b > F(1, 10))),
        ("COUNT(usaha WHERE omset / omset[n-1] * 100 - 100 > 7)", changed(lambda a, b: b > 0 and a / b * 100 - 100 > 7)),
        ("COUNT(usaha WHERE (omset - omset[n-1]) / omset[n-1] >= 0.07)", changed(lambda a, b: b > 0 and (a - b) / b >= F(7, 100))),
        ('COUNT(usaha WHERE jenis_usaha = "gading*rejo")', text("jenis", lambda t: t == "gading*rejo")),
        ('COUNT(usaha WHERE jenis_usaha = "gading?rejo")', F(0)),
        ('COUNT(usaha WHERE jenis_usaha = "g*")', F(0)),
        ('COUNT(usaha WHERE jenis_usaha = "film")', text("jenis", lambda t: t == "film")),
        ('COUNT(usaha WHERE jenis_usaha = "m2")', text("jenis", lambda t: t == "m2")),
        ('COUNT(usaha WHERE jenis_usaha <> "m2")', text("jenis", lambda t: t != "m2")),
        ('COUNT(usaha WHERE jenis_usaha IN ("a?b", "m²", "film"))', text("jenis", lambda t: t in ("a?b", "m²", "film"))),
        ('COUNT(usaha WHERE nama_usaha = "=sum(a1)")', F(1)),
        ('COUNT(usaha WHERE nama_usaha = "\'aneka" OR nama_usaha = "~*?b" OR nama_usaha = "@Warung")', F(3)),
        ('COUNT(usaha WHERE nama_usaha = "bar""u"", & <x>")', F(1)),
        (f'COUNT(usaha WHERE jenis_usaha = "{LONG}b")', F(1)),
        ("COUNT(usaha WHERE jenis_usaha = jenis_usaha[n-1])", counts(n, lambda r: both(lambda a, b: a == b, r.jenis, then(r, "jenis")))),
        ("COUNT(usaha WHERE jenis_usaha <> jenis_usaha[n-1])", counts(n, lambda r: both(lambda a, b: a != b, r.jenis, then(r, "jenis")))),
        ("COUNT_DISTINCT(usaha.jenis_usaha)", F(len({told_apart(r.jenis) for r in n}))),
        ("COUNT_DISTINCT(usaha.jenis_usaha[n-1])", F(len({told_apart(r.then.jenis) for r in n if r.then}))),
        ("COUNT_DISTINCT(usaha.nama_usaha)", F(len({told_apart(r.nama_usaha) for r in n}))),
        ("COUNT_DISTINCT(usaha.nomor)", F(len({r.nomor for r in n if r.nomor}))),
        ("COUNT_DISTINCT(usaha.nomor WHERE aktif)", F(len({r.nomor for r in n if r.nomor and r.aktif}))),
        ("COUNT_DISTINCT(usaha.omset)", F(len(set(omset(n))))),
        ("COUNT_DISTINCT(usaha.berdiri)", F(len({r.berdiri for r in n if r.berdiri}))),
        ('COUNT(usaha WHERE nomor = "007")', F(1)),
        ('COUNT(usaha WHERE nomor = "7")', F(1)),
        ('COUNT(usaha WHERE nomor = "1e5")', text("nomor", lambda t: t == "1e5")),
        ('COUNT(usaha WHERE nomor = "true")', F(1)),
        ("COUNT(usaha WHERE nomor = nomor[n-1])", counts(n, lambda r: both(lambda a, b: a == b, r.nomor, then(r, "nomor")))),
        ("COUNT(usaha WHERE nomor[n-1] IS EMPTY)", counts(n, lambda r: then(r, "nomor") is None)),
        ("COUNT(usaha WHERE nomor IS NOT EMPTY AND nomor[n-1] <> nomor)", counts(n, lambda r: both(lambda a, b: a != b, r.nomor, then(r, "nomor")))),
        ("COUNT(usaha WHERE aktif)", counts(n, lambda r: r.aktif)),
        ("COUNT(usaha WHERE NOT aktif)", counts(n, lambda r: not r.aktif)),
        ("COUNT(usaha WHERE aktif = 0)", counts(n, lambda r: r.aktif is False)),
        ("COUNT(usaha WHERE aktif <> aktif[n-1])", counts(n, lambda r: both(lambda a, b: a != b, r.aktif, then(r, "aktif")))),
        ("COUNT(usaha WHERE tenaga IS EMPTY OR tenaga = 0)", counts(n, lambda r: not r.tenaga)),
        ("COUNT(usaha WHERE tenaga = 0)", counts(n, lambda r: r.tenaga == 0)),
        ("COUNT(usaha WHERE berdiri >= 2000-01-01)", text("berdiri", lambda d: d >= date(2000, 1, 1))),
        ("COUNT(usaha WHERE berdiri < 1900-02-01)", text("berdiri", lambda d: d < date(1900, 2, 1))),
        ("COUNT(usaha WHERE berdiri = berdiri[n-1] AND tenaga NOT IN (3, 4))", counts(n, lambda r: both(lambda a, b, t: a == b and t not in (3, 4), r.berdiri, then(r, "berdiri"), r.tenaga))),
        ("SUM(usaha.omset WHERE IF(aktif, tenaga, 100) >= 100)", sum((r.omset for r in n if not r.aktif and r.omset is not None), F(0))),
        ("ROUND(SUM(usaha.omset) / 3, 2)", F(round_half(total * 100 / 3), 100)),
        ("ROUND(-SUM(usaha.omset), -3)", F(-round_half(total / 1000) * 1000)),
        ("IF(SUM(usaha.omset) - omset[n] = 0 AND COUNT(usaha) > 3, 1 / COUNT(usaha), 1 / 0)", F(1, len(n))),
        ("IF(COUNT(usaha) > 3, 5, 1 / 0)", F(5)),
        ("ABS(MIN(usaha.omset)) / (COUNT(usaha) - 9)", None),
        # Doubles take 0.1 * 3 for more than 0.3, and 1000.1 - 1000 for more than 0.1.
        ("IF(satu * 1000.1 - 1000 > 0.1, 1, 2)", F(2)),
        ("IF(satu * 0.1 * 3 = 0.3, 1, 2)", F(1)),
        ("rugi[n] / rugi[n-1] - 1", None),
        ("selisih / rugi[n-1]", None),
        ("selisih", F(70)),
        ("besar / 3", F(12345678901234567890, 3)),
    ]


def round_half(value):
    whole = int(abs(value) + F(1, 2))
    return whole if value >= 0 else -whole


def indonesian(value):
    whole, part = divmod(abs(int(value * 100)), 100)
    return f"{'-' if value < 0 else ''}{whole:,}".replace(",", ".") + f",{part:02}"


def cell(name, value):
    if value is None:
        return ""
    if name == "omset":
        return indonesian(F(value, 100))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return value.strftime("%d/%m/") + str(value.year)
    return '"' + str(value).replace('"', '""') + '"'


HEADINGS = "No;Kode;Nama Usaha;Jenis;Nomor Izin;Omset (Rp);Tenaga;Berdiri;Aktif"


def write(folder):
    (folder / "data").mkdir(parents=True)
    for year, rows in (2020, BEFORE), (2021, NOW):
        lines = [";".join([str(number), *map(cell, COLUMNS, row)]) for number, row in enumerate(rows, 1)]
        (folder / f"data/usaha {year}.csv").write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    measures = """
[ukuran.omset]
rumus = "SUM(usaha.omset)"
[ukuran.satu]
tetapan = { 2021 = 1 }
asal = "uji"
[ukuran.rugi]
tetapan = { 2020 = -20, 2021 = 50 }
asal = "uji"
[ukuran.selisih]
rumus = "rugi[n] - rugi[n-1]"
[ukuran.besar]
tetapan = { 2021 = "12345678901234567890" }
asal = "uji"
[[sasaran]]
uraian = "Ganjil"
"""
    indicators = [f"[[sasaran.indikator]]\nnama = 'Angka {i}'\nrumus = '''{formula}'''\ndesimal = 4\n" for i, (formula, _) in enumerate(figures(), 1)]
    (folder / "iku.toml").write_text(HEAD + measures + "\n".join(indicators), encoding="utf-8")
