"""The XLSX as a printed thing: LibreOffice prints it, and the pages are held against the PDF's.

Neither Excel nor LibreOffice fits the height of merged cells, so a row too low
cuts its text: on the page the lost lines lie over others, or leave no ink.
"""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from html import unescape
from pathlib import Path

import openpyxl

import pictures
from touching import touching
from xlsx_cells import with_part

ROOT = Path(__file__).resolve().parent.parent
INK_DPI = 110
# Of 15: a thin grey `1` between two pixels leaves so much, what lies under a rule or a row nothing.
FAINT = 1

# The program's own faces, which have the metrics of those that the workbook names.
FACES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir><cachedir>{cache}</cachedir>
</fontconfig>
"""


def environment(folder, base):
    """Variables with which LibreOffice finds the faces."""
    conf = folder / "fonts.conf"
    conf.write_text(FACES.format(fonts=ROOT / "fonts", cache=folder / "font-cache"), encoding="utf-8")
    return {**base, "FONTCONFIG_FILE": str(conf)}


def prints(books, folder, env):
    """The workbooks as LibreOffice prints them, in order (one start)."""
    out = folder / "prints"
    command = ["soffice", f"-env:UserInstallation={(folder / 'lo-print').resolve().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, books)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=400, env=env)
    made = [out / f"{Path(book).stem}.pdf" for book in books]
    missing = [path.name for path in made if not path.exists()]
    if missing:
        raise RuntimeError(f"LibreOffice printed no {missing}: {done.stdout}{done.stderr}")
    return made


# --- offices unlike the sample ---

LONG = "Nilai penjualan atau penerimaan dari barang dan jasa pada suatu tahun buku, termasuk pendapatan jasa simpan pinjam, sewa, dan pendapatan lain yang tercatat dalam laporan Rapat Anggota Tahunan yang telah disahkan. "


def many_indicators(office, target):
    """Twelve indicators more, with texts of up to 850 letters."""
    shutil.copytree(office, target, ignore=shutil.ignore_patterns("keluaran"))
    profile = (target / "iku.toml").read_text(encoding="utf-8")
    for number in range(2, 14):
        profile += f"""
[[sasaran.indikator]]
nama = "Persentase Pertumbuhan Volume Usaha Koperasi Sektor Riil dan Simpan Pinjam Binaan Kecamatan {number} yang Melaksanakan Rapat Anggota Tahunan Tepat Waktu"
rumus = "(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * {number}"
satuan = "%"
arah = "naik"
target = {{ 2021 = {number} }}
penjelasan = "{LONG * (1 + number % 4)}"
sumber_data = "Laporan Keragaan Koperasi dan Rapat Anggota Tahunan"
penanggung_jawab = "Bidang Kelembagaan, Pengawasan dan Pemberdayaan Koperasi"
"""
    (target / "iku.toml").write_text(profile, encoding="utf-8")
    return target


def upright(office, target):
    """A4 upright, a letterhead with an emblem, two signatories."""
    shutil.copytree(office, target, ignore=shutil.ignore_patterns("keluaran"))
    (target / "templat").mkdir()
    square = pictures.Picture(24, 24, bytes(15 if (x - 12) ** 2 + (y - 12) ** 2 < 120 else 0 for y in range(24) for x in range(24)))
    pictures.write_png(target / "templat/lambang.png", square)
    profile = (target / "iku.toml").read_text(encoding="utf-8")
    profile = re.sub(r'kertas\s*=\s*"F4"', 'kertas = "A4"', profile)
    profile = re.sub(r'orientasi\s*=\s*"lanskap"', 'orientasi = "potret"', profile)
    kop = '[laporan.kop]\nlambang = "templat/lambang.png"\nbaris = ["PEMERINTAH KOTA PASURUAN", "DINAS KOPERASI DAN USAHA MIKRO", "Jalan Pahlawan No. 1 Telp. (0343) 421234 Pasuruan 67115"]\n'
    second = '[[penandatangan]]\ntempat = "Pasuruan"\ntanggal = 2022-01-24\njabatan = ["SEKRETARIS DAERAH", "KOTA PASURUAN"]\nnama = "Dr. RUDIYANTO, AP., S.H., M.M., M.Si."\npangkat = "Pembina Utama Madya"\n'
    profile = profile.replace("[penandatangan]", f"{kop}{second}[[penandatangan]]")
    (target / "iku.toml").write_text(profile, encoding="utf-8")
    return target


# --- what stands on the pages ---


def on_the_sheet_alone(value):
    return STATIC in value or value.startswith(WHEN_WITHOUT)


# What a program's face may not have, or writes in parts: pictures among letters.
PICTURES = "\U00010000-\U0010ffff\u2600-\u27bf\ufe0f\u200d"


def squeezed(text):
    return re.sub(rf"[\s{PICTURES}]+", "", text)


def page_texts(pdf):
    """Each page's text in the order of drawing, page numbers left out, with the sheet's name beside them; whether it had one."""
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120)
    pages = raw.stdout.decode("utf-8").split("\f")[:-1]
    number = re.compile(r"^\s*-\s*\d+\s*-(?:[ \t]+\S.*)?\s*$", re.M)
    return [(squeezed(number.sub("", page)), bool(number.search(page))) for page in pages]


def by_title(texts, titles):
    """{name: its pages' indices}, each beginning where its title first stands after the one before."""
    starts, at = {}, 0
    for name, title in titles:
        # A title begins its page; a letterhead may stand over the first.
        found = next((n for n in range(at, len(texts)) if squeezed(title) in texts[n][0][: len(squeezed(title)) + 400]), None)
        if found is None:
            return None
        starts[name], at = found, found + 1
    ends = [*list(starts.values())[1:], len(texts)]
    return {name: list(range(start, end)) for (name, start), end in zip(starts.items(), ends)}


def title_of(sheet):
    """The first text of the largest letters near a sheet's top."""
    cells = [cell for row in sheet.iter_rows(max_row=8) for cell in row if isinstance(cell.value, str)]
    return max(cells, key=lambda cell: (cell.font.sz or 0) if cell.font.b else 0).value


class Word:
    def __init__(self, line):
        self.left, self.top, self.right, self.bottom = (float(value) for value in re.findall(r'="([-\d.]+)"', line)[:4])
        self.text = unescape(re.search(r">(.*)</word>", line)[1])


def words(pdf, page):
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"], stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120)
    return [Word(line) for line in out.stdout.decode("utf-8").splitlines() if "<word " in line]


def cut_words(pdf, page):
    """Words that lie over others, or whose upper or lower half leaves no ink."""
    found = []
    all_words = sorted(words(pdf, page), key=lambda word: word.top)
    for at, one in enumerate(all_words):
        for other in all_words[at + 1 :]:
            if other.top > one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            least = min((word.right - word.left) * (word.bottom - word.top) for word in (one, other))
            if across > 0 and down > 0 and across * down > 0.3 * least:
                found.append(f"page {page}: {one.text!r} over {other.text!r}")
    [picture] = pictures.drawn(pdf, page, INK_DPI)
    rows, scale = picture.rows(), INK_DPI / 72
    for word in all_words:
        if not re.search(r"[A-Za-z0-9]", word.text):
            continue
        left, right = int(word.left * scale), int(word.right * scale) + 1
        height = word.bottom - word.top
        for share in (0.25, 0.55):
            band = rows[int((word.top + share * height) * scale) : int((word.top + (share + 0.3) * height) * scale) + 1]
            if not any(ink > FAINT for row in band for ink in row[left:right]):
                found.append(f"page {page}: {word.text!r} is cut or hidden")
                break
    return found


# --- the checks of one workbook ---

PARTS = ("IKU", "Capaian", "Catatan")
# A heading over the indicators' numbers.
HEADED = {"No.", "No"}
STATIC = "tidak ikut berubah"
# When a capaian is n/a, where the page says which are.
WHEN_WITHOUT = "Capaian juga tertulis n/a bila"


def problems(book_path, printed, pdf):
    """What a person holding the two printouts would find wrong; (what is held, problems) each."""
    book = openpyxl.load_workbook(book_path, data_only=True)
    texts, pdf_texts = page_texts(printed), page_texts(pdf)
    sheets = by_title(texts, [(sheet.title, title_of(sheet)) for sheet in book])
    wanted = [(name, title_of(book[name])) for name in ("IKU", "Capaian")]
    wanted += [("Perhitungan", "PERHITUNGAN INDIKATOR KINERJA UTAMA"), ("Catatan", title_of(book["Catatan"]))]
    parts = by_title(pdf_texts, wanted)
    if sheets is None or parts is None:
        return [("every sheet begins a page with its title", ["a title is not found"])]
    joined = lambda pages, of: "".join(of[page][0] for page in pages)

    pages, lost, extra = [], [], []
    for name in PARTS:
        ours, theirs = sheets[name], parts[name]
        # The sheet of notes says more than its pages do.
        most = len(theirs) + (len(theirs) + 1) // 2 if name == "Catatan" and len(theirs) > 1 else len(theirs)
        if len(ours) > most:
            pages.append(f"{name}: {len(ours)} pages, {len(theirs)} in the PDF")
        print_text, pdf_text = joined(ours, texts), joined(theirs, pdf_texts)
        cells = [cell.value for row in book[name].iter_rows(max_col=printed_columns(book[name])) for cell in row if isinstance(cell.value, str)]
        for where, text in (("print", print_text), ("PDF", pdf_text)):
            # What does not follow a change is said on the sheet alone.
            own = [value for value in cells if where == "print" or not on_the_sheet_alone(value)]
            # Lines of one cell stand among those of its neighbours, row by row.
            lost += [f"{name}: {value[:60]!r} is not in the {where}" for value in own if not all(squeezed(line) in text for line in value.split("\n"))]
        if len(ours) == len(theirs) == 1:
            said = Counter("".join(squeezed(value) for value in cells if on_the_sheet_alone(value)))
            more, less = Counter(print_text) - said - Counter(pdf_text), Counter(pdf_text) - Counter(print_text)
            if name == "Capaian":
                # The charts say n/a and predicates by their text in the PDF alone.
                more, less = {letter: count for letter, count in more.items() if letter.isalpha()}, {}
            if more or less:
                extra.append(f"{name}: more {dict(more)}, less {dict(less)}")
    results = [("as many pages as the PDF has", pages), ("every cell's text stands whole in print and PDF", lost), ("and the pages hold nothing else", extra)]

    cut = [f"{name}: {one}" for name, own in sheets.items() for page in own[:3] for one in cut_words(printed, page + 1)]
    cut += [f"page {number}: ###" for number, (text, _) in enumerate(texts, 1) if "###" in text]
    results.append(("nothing is cut or printed over", cut))
    touched = [f"{name}: {one}" for name, own in sheets.items() for page in looked_at(own) for one in touching(printed, page + 1, words(printed, page + 1))]
    results.append(("no letter touches a rule", touched))

    bare = []
    for sheet in book:
        rows = re.findall(r"\d+", sheet.print_title_rows or "")
        pages_of = sheets[sheet.title]
        if len(pages_of) > 1 and not rows and sheet.title not in PARTS:
            bare.append(f"{sheet.title}: {len(pages_of)} pages without repeated headings")
        if rows and len(pages_of) > 1:
            # Further columns are printed in areas of their own: the names' columns alone stand on every page.
            beside = re.findall(r"[A-Z]+", sheet.print_title_cols or "") if "," in str(sheet.print_area) else []
            last = openpyxl.utils.column_index_from_string(beside[-1]) if beside else printed_columns(sheet)
            headings = [cell.value for row in sheet.iter_rows(int(rows[0]), int(rows[-1]), max_col=last) for cell in row if isinstance(cell.value, str)]
            bare += [f"{sheet.title}, page {page + 1}: no heading {value!r}" for page in pages_of for value in headings if squeezed(value) not in texts[page][0]]
    bare += [one for name in PARTS for one in unheaded(book[name])]
    bare += [f"page {number} has no number" for number, (_, numbered) in enumerate(texts[1:], 2) if not numbered]
    results.append(("headings are repeated, pages numbered", bare))
    return results


def unheaded(sheet):
    """Pages of a part's sheet on which its table of indicators goes on without headings: said again by the program that prints, or in rows of their own."""
    if sheet.print_title_rows:
        return
    ends = [*sorted(one.id for one in sheet.row_breaks.brk), sheet.max_row]
    for number, (after, last) in enumerate(zip([0, *ends], ends), 1):
        cells = [cell.value for row in sheet.iter_rows(after + 1, max(last, after + 1)) for cell in row if isinstance(cell.value, str)]
        if any(re.fullmatch(r"\d+\.\d+", value) for value in cells) and not any(value in HEADED for value in cells):
            yield f"{sheet.title}, page {number}: indicators without headings"


def looked_at(pages):
    """Of a sheet's many pages those that differ: the first two, one in the middle, the last."""
    return sorted({*pages[:2], pages[len(pages) // 2], pages[-1]})


def printed_columns(sheet):
    """The last column that is printed, from 1."""
    area = sheet.print_area or sheet.dimensions
    letters = re.findall(r"\$?([A-Z]+)\$?\d+$", area)[0]
    return openpyxl.utils.column_index_from_string(letters)


def about(book_path, profile):
    """What is wrong with the workbook's properties and with the texts in its pictures' stead."""
    wrong = []
    properties, office, signer = openpyxl.load_workbook(book_path).properties, profile["instansi"], profile["penandatangan"]
    signer = signer[0] if isinstance(signer, list) else signer
    judul, year = profile["laporan"].get("judul", "INDIKATOR KINERJA UTAMA"), profile["laporan"]["tahun"]
    wanted = {"title": f"{judul} {office['daerah']} {year}", "creator": f"{office['nama']} {office['daerah']}", "subject": f"{judul} {year}"}
    wrong += [f"{key}: {getattr(properties, key)!r}, not {value!r}" for key, value in wanted.items() if getattr(properties, key) != value]
    if properties.created.date() != signer["tanggal"]:
        wrong.append(f"created {properties.created}, not {signer['tanggal']}")
    with zipfile.ZipFile(book_path) as archive:
        drawings = [archive.read(name).decode("utf-8") for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    seen = 0
    for drawing in drawings:
        for anchor in re.split(r"<xdr:twoCellAnchor|<xdr:oneCellAnchor", drawing)[1:]:
            seen += 1
            if not re.search(r'descr="[^"]+"', anchor) and "decorative" not in anchor:
                wrong.append("a picture without words in its stead")
    return wrong if seen else [*wrong, "no picture in the workbook"]


def with_lower_row(source, target, part="xl/worksheets/sheet1.xml", share=1 / 3):
    """A copy in which the highest row of a sheet, the form's if none is named, has a share of its height."""

    def changed(text):
        heights = {row: float(height) for row, height in re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', text)}
        row = max(heights, key=heights.get)
        return re.sub(rf'(<row r="{row}"[^>]*? ht=")[\d.]+', rf"\g<1>{heights[row] * share}", text)

    with_part(source, target, part, changed)


def with_higher_row(source, target):
    """A copy in which the form's highest row is as high as Excel lets one be, six times: a page more."""

    def changed(text):
        rows = re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', text)
        for row, _ in sorted(rows, key=lambda row: -float(row[1]))[:6]:
            text = re.sub(rf'(<row r="{row}"[^>]*? ht=")[\d.]+', r"\g<1>400", text)
        return text.replace("<pageSetup ", '<pageSetup fitToHeight="0" ')

    with_part(source, target, "xl/worksheets/sheet1.xml", changed)


def with_other_word(source, target, word, other):
    """A copy in which a word of its texts is another."""

    def changed(text):
        assert word in text
        return text.replace(word, other)

    with_part(source, target, "xl/sharedStrings.xml", changed)


def without_repeated_headings(source, target):
    """A copy whose data sheets no longer repeat their headings on further pages."""

    def changed(text):
        return re.sub(r'<definedName name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>', "", text)

    with_part(source, target, "xl/workbook.xml", changed)


def without_title(source, target):
    """A copy whose properties hold no title of the report."""
    with_part(source, target, "docProps/core.xml", lambda text: re.sub(r"<dc:title>[^<]*</dc:title>", "", text))


def without_words_for_pictures(source, target):
    """A copy with a picture that nothing is said in the stead of."""
    with_part(source, target, "xl/drawings/drawing1.xml", lambda text: re.sub(r' descr="[^"]*"', "", text, count=1))
