#!/usr/bin/env python3
"""Offices made to hurt, one function an attack, and `iku` run on each within bounds: exit 0, 1 or 2, no panic, at most
SECONDS of processor time and MIB (all its processes together), no escape sequence and no personal datum in what it prints
or writes. Processor time, since the same run takes longer on a busy machine; PATIENCE is for what waits and does nothing.

usage: .ci/hostile.py target/release/iku [NAME…]     --list: the names; --keep DIR: the offices stay there
"""

import json, os, re, resource, shutil, stat, subprocess, sys, tempfile, time, zipfile

SECONDS, MIB, PATIENCE = 10, 1024, 400

# ---------------------------------------------------------------- the plain office

HEAD = """[instansi]
nama   = "Dinas Koperasi dan Usaha Mikro"
daerah = "Kota Contoh"
[laporan]
tahun = 2021
tampil_tahun = 2
%s
[penandatangan]
tempat  = "Contoh"
tanggal = 2022-01-24
jabatan = ["KEPALA DINAS"]
nama    = "Fulan"
"""
SOURCES = """[sumber.keragaan]
nama   = "Lap. Keragaan Koperasi"
bentuk = "keragaan"
berkas = "data/keragaan {tahun}.%s"
kunci  = ["nomor_bh"]
[sumber.umkm]
nama = "Data UMKM"
bentuk = "umkm"
berkas = "data/umkm {tahun}.%s"
kunci = ["nik", "nama_usaha"]
"""
MEASURES = """[ukuran.volume_usaha]
rumus   = "SUM(keragaan.volume_usaha)"
sebutan = "Jumlah volume usaha koperasi"
satuan  = "Rp"
[ukuran.berkembang]
rumus = "COUNT(umkm WHERE omset[n] > omset[n-1])"
sebutan = "Jumlah usaha mikro yg berkembang"
satuan = "usaha"
[ukuran.semua]
rumus = "COUNT(umkm)"
sebutan = "Jumlah usaha mikro"
satuan = "usaha"
"""
INDICATORS = """[[sasaran]]
uraian = "Meningkatnya peran koperasi dan usaha mikro"
[[sasaran.indikator]]
nama   = "Prosentase Pertumbuhan Volume Usaha Koperasi"
rumus  = "(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100"
satuan = "%"
arah   = "naik"
target = { 2021 = 20 }
[[sasaran.indikator]]
nama   = "Usaha mikro berkembang"
rumus  = "berkembang / semua * 100"
satuan = "%"
"""
KERAGAAN = ["No", "Nama Koperasi", "Nomor Badan Hukum", "Kecamatan", "Status", "Jumlah Anggota", "Tanggal RAT", "Volume Usaha (Rp)"]
UMKM = ["No", "Nama Pemilik", "NIK", "Nama Usaha", "Alamat", "Skala Usaha", "Omset (Rp)"]


def keragaan(year, rows=5, name=lambda i: f"KSU Amanah {i}", volume=None, extra=()):
    of = volume or (lambda i: str((i + 1) * 1000000 * (year - 2018)))
    body = [[str(i + 1), name(i), f"BH/{i:05}/KOP", "Purworejo", "Aktif", "10", f"01/03/{year}", of(i), *[e(i) for _, e in extra]] for i in range(rows)]
    return [KERAGAAN + [h for h, _ in extra], *body]


def umkm(year, rows=5, owner=lambda i: f"Siti {i}", name=lambda i: f"Warung {i}", address=lambda i: "Jl. Mawar"):
    body = [[str(i + 1), owner(i), f"35750101018{i:05}", name(i), address(i), "Mikro", str((i + 1) * 100000 * (year - 2018))] for i in range(rows)]
    return [UMKM, *body]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def csv(rows, separator=";"):
    quote = lambda cell: '"' + cell.replace('"', '""') + '"' if any(c in cell for c in separator + '"\n\r') else cell
    return "\n".join(separator.join(quote(cell) for cell in row) for row in rows) + "\n"


def office(d, *, laporan="", sources=None, ending="csv", measures=MEASURES, indicators=INDICATORS, top="", end="", data=True, k=keragaan, u=umkm):
    write(d + "/iku.toml", top + HEAD % laporan + (sources if sources is not None else SOURCES % (ending, ending)) + measures + indicators + end)
    if data:
        for year in (2020, 2021):
            write(f"{d}/data/keragaan {year}.csv", csv(k(year)))
            write(f"{d}/data/umkm {year}.csv", csv(u(year)))


def template(d, text, **more):
    office(d, laporan='templat = "saya"', **more)
    write(d + "/templat/saya/iku.xml", text)


PART = '<bagian id="iku" nama="IKU"><judul tingkat="1">{{ judul }}</judul>%s</bagian>'

# ---------------------------------------------------------------- packages

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def letters(n):
    out = ""
    n += 1
    while n:
        n, r = divmod(n - 1, 26)
        out = chr(65 + r) + out
    return out


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def sheet_rows(rows):
    cell = lambda c, r, v: f'<c r="{letters(c)}{r}" t="inlineStr"><is><t>{escape(v)}</t></is></c>' if not v.isdigit() or len(v) > 12 else f'<c r="{letters(c)}{r}"><v>{v}</v></c>'
    return "".join(f'<row r="{r}">' + "".join(cell(c, r, v) for c, v in enumerate(row) if v) + "</row>" for r, row in enumerate(rows, 1))


def zipped(path, parts):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            with z.open(name, "w", force_zip64=True) as out:
                for piece in [text] if isinstance(text, (str, bytes)) else text:
                    out.write(piece.encode() if isinstance(piece, str) else piece)


def xlsx(path, sheet, *, strings=None, styles="", sheets=None, links="", after="", workbook=""):
    """`sheet`: what stands in <sheetData>, a text or pieces of it."""
    names = sheets or '<sheet name="Data" sheetId="1" r:id="rId1"/>'
    pieces = [sheet] if isinstance(sheet, str) else sheet

    def part():
        yield f"<worksheet {NS}><sheetData>"
        yield from pieces
        yield f"</sheetData>{after}</worksheet>"

    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<workbook {NS}>{workbook}<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rS" Type="{REL}/styles" Target="styles.xml"/><Relationship Id="rT" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet {NS}>{styles or "<cellXfs><xf/></cellXfs>"}</styleSheet>',
        "xl/worksheets/sheet1.xml": part(),
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f"<sst {NS}>{strings}</sst>" if isinstance(strings, str) else strings
    zipped(path, parts)


ODS_NS = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'


def ods(path, rows, before="", tables=None):
    body = tables or ('<table:table table:name="Data">', rows, "</table:table>")

    def content():
        yield f"<office:document-content {ODS_NS}><office:automatic-styles>{before}</office:automatic-styles><office:body><office:spreadsheet>"
        for piece in body:
            yield from [piece] if isinstance(piece, str) else piece
        yield "</office:spreadsheet></office:body></office:document-content>"

    zipped(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content()})


def rows_of_ods(rows):
    cell = lambda v: f'<table:table-cell office:value-type="string"><text:p>{escape(v)}</text:p></table:table-cell>' if not v.isdigit() or len(v) > 12 else f'<table:table-cell office:value-type="float" office:value="{v}"><text:p>{v}</text:p></table:table-cell>'
    return "".join("<table:table-row>" + "".join(cell(v) for v in row) + "</table:table-row>" for row in rows)


def in_format(d, ending, make, **more):
    """An office whose four workbooks are made by `make(path, rows, kind, year)`."""
    office(d, ending=ending, data=False, **more)
    for year in (2020, 2021):
        make(f"{d}/data/keragaan {year}.{ending}", keragaan(year), "keragaan", year)
        make(f"{d}/data/umkm {year}.{ending}", umkm(year), "umkm", year)


# ---------------------------------------------------------------- xlsx

def xlsx_shared_string_everywhere(d):
    """One long shared text in half a million cells."""
    def make(path, rows, kind, year):
        long = "<si><t>" + "x" * 32000 + "</t></si>"
        more = (f'<row r="{r}">' + "".join(f'<c r="{letters(c)}{r}" t="s"><v>0</v></c>' for c in range(50)) + "</row>" for r in range(10, 10010))
        xlsx(path, [sheet_rows(rows), *more] if kind == "umkm" else sheet_rows(rows), strings=long)
    in_format(d, "xlsx", make)


def xlsx_long_cell(d, text="1/2/" * 100000):
    def make(path, rows, kind, year):
        rows[2][4] = text
        xlsx(path, sheet_rows(rows))
    in_format(d, "xlsx", make)


def xlsx_long_number(d):
    xlsx_long_cell(d, "1.234." * 5400)


def xlsx_long_words(d):
    xlsx_long_cell(d, "jan feb mar s.d. triwulan " * 1200)


def xlsx_many_sheets_on_one_part(d):
    def make(path, rows, kind, year):
        sheets = "".join(f'<sheet name="S{i}" sheetId="{i + 1}" r:id="rId1"/>' for i in range(100000))
        xlsx(path, sheet_rows(rows), sheets=sheets)
    in_format(d, "xlsx", make)


def xlsx_many_sheets_and_links(d):
    def make(path, rows, kind, year):
        many = range(60000)
        sheets = "".join(f'<sheet name="S{i}" sheetId="{i + 1}" r:id="r{i}"/>' for i in many)
        links = "".join(f'<Relationship Id="r{i}" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>' for i in many)
        xlsx(path, sheet_rows(rows), sheets=sheets, links=links)
    in_format(d, "xlsx", make)


def xlsx_millions_of_cells(d):
    def make(path, rows, kind, year):
        row = lambda r: f'<row r="{r}">' + "<c><v>1</v></c>" * 1000 + "</row>"
        xlsx(path, (row(r) for r in range(1, 10001)) if kind == "umkm" else sheet_rows(rows))
    in_format(d, "xlsx", make)


def xlsx_styles(d):
    def make(path, rows, kind, year):
        fonts = "<fonts>" + "<font><strike/></font>" * 100000 + "</fonts>"
        xfs = "<cellXfs>" + "".join(f'<xf fontId="{i}" numFmtId="{164 + i}"/>' for i in range(100000)) + "</cellXfs>"
        formats = "<numFmts>" + "".join(f'<numFmt numFmtId="{164 + i}" formatCode="#,##0&quot; {i}&quot;"/>' for i in range(100000)) + "</numFmts>"
        xlsx(path, sheet_rows(rows), styles=formats + fonts + xfs)
    in_format(d, "xlsx", make)


def xlsx_format_code(d):
    def make(path, rows, kind, year):
        code = "[$-421]" * 200000
        xlsx(path, sheet_rows(rows), styles=f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>')
    in_format(d, "xlsx", make)


def xlsx_merges(d):
    def make(path, rows, kind, year):
        merges = "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:C{i + 3}"/>' for i in range(1, 200000)) + "</mergeCells>"
        xlsx(path, sheet_rows(rows), after=merges)
    in_format(d, "xlsx", make)


def xlsx_hidden_rows(d):
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows(rows) + "".join(f'<row r="{r}" hidden="1"/>' for r in range(100, 400000, 2)))
    in_format(d, "xlsx", make)


def xlsx_far_corner(d):
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows(rows) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    in_format(d, "xlsx", make)


def xlsx_wide_headings(d):
    """Sixteen thousand headings, each like a known one."""
    def make(path, rows, kind, year):
        head = "".join(f'<c r="{letters(c)}1" t="inlineStr"><is><t>Volume Usaha {c}</t></is></c>' for c in range(16000))
        body = "".join(f'<row r="{r}">' + "".join(f'<c r="{letters(c)}{r}"><v>{c}</v></c>' for c in range(16000)) + "</row>" for r in range(2, 12))
        xlsx(path, f'<row r="1">{head}</row>{body}')
    in_format(d, "xlsx", make)


def xlsx_many_heading_rows(d):
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows([KERAGAAN, UMKM] * 3000 + rows))
    in_format(d, "xlsx", make)


def xlsx_deep(d):
    def make(path, rows, kind, year):
        xlsx(path, "<a>" * 200000 + "</a>" * 200000)
    in_format(d, "xlsx", make)


def xlsx_attributes(d):
    def make(path, rows, kind, year):
        many = " ".join(f'a{i}="1"' for i in range(500000))
        xlsx(path, f'<row r="1"><c r="A1" {many}><v>1</v></c></row>')
    in_format(d, "xlsx", make)


def xlsx_entities(d):
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows(rows), strings="<si><t>" + "&#120;" * 2000000 + "</t></si>")
    in_format(d, "xlsx", make)


def xlsx_many_strings(d):
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows(rows), strings="<si/>" * 3000000)
    in_format(d, "xlsx", make)


def xlsx_ratio(d):
    def make(path, rows, kind, year):
        xlsx(path, (" " * (1 << 20) for _ in range(1200)) if kind == "umkm" and year == 2021 else sheet_rows(rows))
    in_format(d, "xlsx", make)


def xlsx_formulas(d):
    def make(path, rows, kind, year):
        long = "A1+" * 10000 + "1"
        xlsx(path, sheet_rows(rows) + "".join(f'<row r="{r}"><c r="H{r}"><f>{long}</f><v>1</v></c></row>' for r in range(10, 1010)))
    in_format(d, "xlsx", make)


def xlsx_rows_like_totals(d):
    def make(path, rows, kind, year):
        body = [[str(i), "JUMLAH" if i % 2 else "Sub Total", "", "", "", "", "", str(i)] for i in range(20000)]
        xlsx(path, sheet_rows([KERAGAAN, *body]))
    in_format(d, "xlsx", make)


def xlsx_same_keys(d):
    def make(path, rows, kind, year):
        rows = [KERAGAAN, *[["1", "KSU Sama", "BH/1", "P", "Aktif", "1", "01/03/2021", "5"] for _ in range(30000)]]
        xlsx(path, sheet_rows(rows if kind == "keragaan" else umkm(year)))
    in_format(d, "xlsx", make)


def xlsx_near_names(d):
    """Every entity new, each name near to all others."""
    def make(path, rows, kind, year):
        rows = keragaan(year, 8000, name=lambda i: f"KSU Amanah Sejahtera {i:04}")
        for row in rows[1:]:
            row[2] = f"{row[2]}/{year}"
        xlsx(path, sheet_rows(rows if kind == "keragaan" else umkm(year)))
    in_format(d, "xlsx", make)


def with_parts(path, rows, parts, rels, after=""):
    """A workbook whose sheet has parts of its own; a part may be a text, or what makes its pieces."""
    xlsx(path, sheet_rows(rows), after=after)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as z:
        links = "".join(f'<Relationship Id="{key}" Type="{REL}/{kind}" Target="{target}"/>' for key, kind, target in rels)
        z.writestr("xl/worksheets/_rels/sheet1.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>')
        for name, text in parts.items():
            z.writestr(name, text)


def xlsx_comments(d, cell=lambda i: f"B{2 + i % 5}", count=300000):
    """So many comments on five cells: each is short, together they are not."""
    one = "".join(f'<comment ref="{cell(i)}" authorId="0"><text><r><t>angka salah, belum final {i}</t></r></text></comment>' for i in range(count))
    part = {"xl/comments1.xml": f"<comments {NS}><authors><author>x</author></authors><commentList>{one}</commentList></comments>"}
    in_format(d, "xlsx", lambda path, rows, kind, year: with_parts(path, rows, part, [("rC", "comments", "../comments1.xml")]))


def xlsx_comments_on_many_cells(d):
    xlsx_comments(d, lambda i: f"{letters(i % 16000)}{i // 16000 + 1}")


def xlsx_one_long_comment(d):
    runs = "".join(f"<r><t>target 2019 per bulan {i} </t></r>" for i in range(300000))
    part = {"xl/comments1.xml": f'<comments {NS}><authors><author>x</author></authors><commentList><comment ref="H3" authorId="0"><text>{runs}</text></comment></commentList></comments>'}
    in_format(d, "xlsx", lambda path, rows, kind, year: with_parts(path, rows, part, [("rC", "comments", "../comments1.xml")]))


DRAWN = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def xlsx_text_boxes(d, anchors=None):
    """A hundred thousand text boxes, each heard as a title: four findings of each."""
    box = lambda i: f"<xdr:absoluteAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Target {i} ribu rupiah per bulan tahun {1990 + i % 40}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:absoluteAnchor>"
    part = {"xl/drawings/drawing1.xml": f"<xdr:wsDr {DRAWN}>{anchors or ''.join(map(box, range(100000)))}</xdr:wsDr>"}
    in_format(d, "xlsx", lambda path, rows, kind, year: with_parts(path, rows, part, [("rD", "drawing", "../drawings/drawing1.xml")], '<drawing r:id="rD"/>'))


def xlsx_groups_in_groups(d):
    deep = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>target 2019</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    xlsx_text_boxes(d, "<xdr:absoluteAnchor>" + "<xdr:grpSp>" * 100000 + deep + "</xdr:grpSp>" * 100000 + "</xdr:absoluteAnchor>")


def xlsx_prompts(d):
    one = lambda i: f'<dataValidation type="list" showInputMessage="1" promptTitle="Target {i}" prompt="per bulan {i}" sqref="H{2 + i % 5}:XFD1048576"/>'
    in_format(d, "xlsx", lambda path, rows, kind, year: xlsx(path, sheet_rows(rows), after="<dataValidations>" + "".join(map(one, range(60000))) + "</dataValidations>"))


def xlsx_tables(d):
    many = range(8000)
    parts = {f"xl/tables/t{i}.xml": f'<table {NS} id="{i}" name="T{i}" displayName="T{i}" ref="A1:H{3 + i % 3}" totalsRowCount="1"><tableColumns count="1"><tableColumn id="1" name="No"/></tableColumns></table>' for i in many}
    rels = [(f"rT{i}", "table", f"../tables/t{i}.xml") for i in many]
    after = "<tableParts>" + "".join(f'<tablePart r:id="rT{i}"/>' for i in many) + "</tableParts>"
    in_format(d, "xlsx", lambda path, rows, kind, year: with_parts(path, rows, parts, rels, after))


def computed(d, formula, count):
    """A column of volumes that are all worked out, of row i (from 1) and the number of rows."""
    def make(path, rows, kind, year):
        if kind == "umkm":
            return xlsx(path, sheet_rows(rows))
        head, *body = keragaan(year, count)
        cells = lambda i, row: "".join(f'<c r="{letters(c)}{i}" t="inlineStr"><is><t>{escape(v)}</t></is></c>' for c, v in enumerate(row[:-1]))
        xlsx(path, [sheet_rows([head]), *(f'<row r="{i}">{cells(i, row)}<c r="H{i}"><f>{escape(formula(i, count))}</f><v>{row[-1]}</v></c></row>' for i, row in enumerate(body, 2))])
    in_format(d, "xlsx", make)


def xlsx_running_sums(d):
    computed(d, lambda i, n: f"SUM(J$2:J{i})+0*SUM(K$1:XFD$1048576)", 20000)


def xlsx_sums_of_each_other(d):
    computed(d, lambda i, n: f"SUM(H$2:H${n + 1})-SUM(H$2:H${n + 1})+1", 6000)


def xlsx_formulas_in_circles(d):
    computed(d, lambda i, n: f"H{i * 7919 % n + 2}+H{i * 104729 % n + 2}", 20000)


def xlsx_squares_of_squares(d):
    computed(d, lambda i, n: f"H{i + 1}*H{i + 1}" if i < n else "12345.678", 4000)


def xlsx_lookups(d):
    computed(d, lambda i, n: f'VLOOKUP("x",A$1:H$20000,8,FALSE)+COUNTIF(B$1:B$20000,"*a*a*a*a*a*a*b")+INDEX(A$1:H$20000,MATCH(B{i},B$1:B$20000,0),1)', 10000)


def xlsx_long_results(d):
    computed(d, lambda i, n: 'LEN(REPT("x",32767)&SUBSTITUTE(REPT("x",30000),"x",REPT("z",1000)))', 5000)


def xlsx_nested_ifs(d):
    computed(d, lambda i, n: "IF(1=1," * 2000 + "1" + ",0)" * 2000, 300)


def xlsx_entity_bomb(d):
    bomb = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 20}">' for i in range(12)) + "]>"
    def make(path, rows, kind, year):
        xlsx(path, sheet_rows(rows))
        with zipfile.ZipFile(path) as z:
            parts = {name: z.read(name) for name in z.namelist()}
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
            parts[name] = bomb.encode() + parts[name].replace(b"</", b"&m;</", 1)
        zipped(path, parts)
    in_format(d, "xlsx", make)


def xlsx_many_parts(d):
    in_format(d, "xlsx", lambda path, rows, kind, year: with_parts(path, rows, {f"x/{i}": "" for i in range(65000)}, []))


# ---------------------------------------------------------------- ods, csv, others

def ods_blanks(d):
    def make(path, rows, kind, year):
        more = ("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>" + '<text:s text:c="32767"/>' * 200 + "x</text:p></table:table-cell></table:table-row>" for _ in range(1000))
        ods(path, [rows_of_ods(rows), *more] if kind == "umkm" else rows_of_ods(rows))
    in_format(d, "ods", make)


def ods_repeated_cells(d):
    def make(path, rows, kind, year):
        ods(path, rows_of_ods(rows) + '<table:table-row table:number-rows-repeated="40000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>')
    in_format(d, "ods", make)


def ods_repeated_text(d):
    def make(path, rows, kind, year):
        ods(path, rows_of_ods(rows) + f'<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>{"y" * 30000}</text:p></table:table-cell></table:table-row>')
    in_format(d, "ods", make)


def ods_repeated_formula(d):
    def make(path, rows, kind, year):
        ods(path, rows_of_ods(rows) + f'<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000" table:formula="of:={"A1+" * 5000}1" office:value-type="float" office:value="1"/></table:table-row>')
    in_format(d, "ods", make)


def ods_many_tables(d):
    def make(path, rows, kind, year):
        ods(path, "", tables=("".join(f'<table:table table:name="T{i}"><table:table-row/></table:table>' for i in range(200000)),))
    in_format(d, "ods", make)


def ods_styles(d):
    def make(path, rows, kind, year):
        ods(path, rows_of_ods(rows), before="".join(f'<style:style style:name="s{i}"><style:table-properties table:display="false"/></style:style>' for i in range(400000)))
    in_format(d, "ods", make)


def csv_wide(d):
    office(d)
    write(d + "/data/umkm 2021.csv", (";".join(["1"] * 16000) + "\n") * 300)


def csv_long_line(d):
    office(d)
    write(d + "/data/umkm 2021.csv", "No;Nama Usaha;Omset\n1;" + "x" * 30000000 + ";5\n")


def csv_open_quote(d):
    office(d)
    write(d + "/data/umkm 2021.csv", csv(umkm(2021)) + '9;"' + "a;b\n" * 3000000)


def csv_blank_lines(d):
    office(d)
    write(d + "/data/umkm 2021.csv", csv(umkm(2021)) + "\n" * 20000000)


def csv_long_digits(d):
    office(d, k=lambda year: keragaan(year, volume=lambda i: "1" * 30000 + "," + "2" * 2000))


def csv_period_texts(d):
    office(d, k=lambda year: keragaan(year, 2000, volume=lambda i: "1/2/" * 1000))


def csv_zeros(d):
    office(d)
    write(d + "/data/umkm 2021.csv", b"\0" * (64 << 20))


def xls_garbage(d):
    office(d, ending="xls", data=False)
    for year in (2020, 2021):
        for kind in ("keragaan", "umkm"):
            write(f"{d}/data/{kind} {year}.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(0) + bytes(range(256)) * 4000)


# ---------------------------------------------------------------- the profile

def profile_many_indicators(d):
    one = '[[sasaran.indikator]]\nnama = "Indikator %d"\nrumus = "volume_usaha + %d"\nsatuan = "Rp"\n'
    office(d, indicators=INDICATORS + "".join(one % (i, i) for i in range(10000)))


def profile_many_measures(d):
    office(d, measures=MEASURES + "".join(f'[ukuran.u{i}]\nrumus = "SUM(keragaan.volume_usaha) + {i}"\nsebutan = "Ukuran {i}"\nsatuan = "Rp"\n' for i in range(20000)))


def profile_chain_of_measures(d):
    office(d, measures=MEASURES + '[ukuran.u0]\nrumus = "volume_usaha"\nsebutan = "U"\n' + "".join(f'[ukuran.u{i}]\nrumus = "u{i - 1} + u{i - 1}"\nsebutan = "U{i}"\n' for i in range(1, 3000)), indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "Rantai"\nrumus = "u2999"\nsatuan = "x"\n')


def profile_years_back(d):
    office(d, measures=MEASURES + "".join(f'[ukuran.u{i}]\nrumus = "u{i - 1}[n-1] + u{i - 1}[n-2]"\nsebutan = "U{i}"\n' if i else '[ukuran.u0]\nrumus = "volume_usaha"\nsebutan = "U"\n' for i in range(60)), indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "Mundur"\nrumus = "u59"\nsatuan = "x"\n')


def profile_unknown_keys(d):
    office(d, end="\n[laporan2]\n" + "".join(f"kunci_{i} = {i}\n" for i in range(100000)))


def profile_unknown_keys_on_one_line(d):
    office(d, laporan="margin = { " + ", ".join(f"k{i} = {i}" for i in range(50000)) + " }")


def long_name(i):
    return f"nama_{i:05}_" + "abcdefghij" * 8


def profile_unknown_names(d):
    """Names that are not known, each near to all that are."""
    known = "".join(f'[ukuran.{long_name(i)}]\nrumus = "1"\nsebutan = "y{i}"\n' for i in range(1900))
    office(d, measures=MEASURES + known, indicators=INDICATORS + "".join(f'[[sasaran.indikator]]\nnama = "I{i}"\nrumus = "{" + ".join("x" + long_name(i * 9 + j) for j in range(9))}"\nsatuan = "x"\n' for i in range(900)))


def profile_unknown_predicates(d):
    known = ", ".join(f'"{long_name(i)}" = {i % 100}' for i in range(3000))
    fixed = ", ".join(f'{1000 + i} = "x{long_name(i)}"' for i in range(3000))
    office(d, measures=MEASURES + f'[ukuran.p]\nsebutan = "p"\nasal = "x"\ntetapan = {{ {fixed} }}\nskor = {{ {known} }}\n')


def data_many_missing(d):
    """So many sources without their files, beside so many files of nearly those names."""
    sources = "".join(f'[sumber.s{i}]\nnama = "S{i}"\nbentuk = "umkm"\nberkas = "data/x{long_name(i)} {{tahun}}.csv"\nkunci = ["nik"]\n' for i in range(90))
    measures = "".join(f'[ukuran.u{i}]\nrumus = "COUNT(s{i})"\nsebutan = "u{i}"\n' for i in range(90))
    office(d, sources=SOURCES % ("csv", "csv") + sources, measures=MEASURES + measures, indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "z"\nrumus = "' + " + ".join(f"u{i}" for i in range(90)) + '"\nsatuan = "x"\n')
    for i in range(3000):
        write(f"{d}/data/{long_name(i)} 2021.csv", "a;b\n1;2\n")


def profile_many_words(d):
    """Words that each cell of a column is held against, texts that each sheet is."""
    words = lambda word: ", ".join(f'"{word}{i}"' for i in range(50000))
    arti = ", ".join(f'"Teks {i}" = "biasa"' for i in range(60000))
    office(d, sources=(SOURCES % ("csv", "csv")).replace('bentuk = "umkm"', f'bentuk = "umkm"\ntanda = {{ ya = [{words("ya")}], tidak = [{words("t")}] }}\narti = {{ {arti} }}'))


def profile_many_years(d):
    office(d, measures=MEASURES + '[ukuran.t]\nsebutan = "t"\nasal = "x"\nsatuan = "x"\ntetapan = { ' + ", ".join(f"{i} = {i}" for i in range(1, 60000)) + " }\n")


def profile_squares(d):
    office(d, measures=MEASURES + '[ukuran.u0]\nrumus = "volume_usaha / 7"\nsebutan = "U"\n' + "".join(f'[ukuran.u{i}]\nrumus = "u{i - 1} * u{i - 1}"\nsebutan = "U{i}"\n' for i in range(1, 200)), indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "R"\nrumus = "u199"\nsatuan = "x"\n')


def profile_fractions(d):
    office(d, measures=MEASURES + '[ukuran.u0]\nrumus = "volume_usaha / 7"\nsebutan = "U"\n[ukuran.u1]\nrumus = "volume_usaha / 11"\nsebutan = "U"\n' + "".join(f'[ukuran.u{i}]\nrumus = "u{i - 1} / (u{i - 2} + 1/{i + 3}) + u{i - 1}/{2 * i + 1}"\nsebutan = "U{i}"\n' for i in range(2, 400)), indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "R"\nrumus = "u399"\nsatuan = "x"\n')


def profile_wrong_types(d):
    office(d, end="".join(f'[[terima]]\nkode = {i}\nsel = 5\nalasan = 1\n' for i in range(20000)))


def profile_many_accepts(d):
    office(d, end="".join(f'[[terima]]\nkode = "bukan-angka"\nsel = "data/umkm 2021.csv!F{i + 2}"\nalasan = "x"\n' for i in range(20000)))


def profile_deep_formula(d):
    office(d, measures=MEASURES + '[ukuran.dalam]\nrumus = "' + "(" * 100000 + "1" + ")" * 100000 + '"\nsebutan = "D"\n')


def profile_long_formula(d):
    office(d, measures=MEASURES + '[ukuran.panjang]\nrumus = "' + "+".join(["volume_usaha"] * 20000) + '"\nsebutan = "D"\n', indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "P"\nrumus = "panjang"\nsatuan = "x"\n')


def profile_nested_toml(d):
    office(d, end="x = " + "[" * 100000 + "]" * 100000 + "\n")


def profile_long_name(d):
    office(d, laporan=f'judul = "{"J" * 1000000}"')


def profile_stars(d):
    office(d, sources=(SOURCES % ("csv", "csv")).replace("data/umkm {tahun}.csv", "data/" + "*a" * 60 + "b{tahun}.csv"))
    write(d + "/data/" + "a" * 240 + ".csv", "x")


def profile_many_signatories(d):
    office(d, end="".join(f'[[penandatangan]]\njabatan = ["J{i}"]\nnama = "N{i}"\n' for i in range(5000)).replace("[[", "[[", 1))


def profile_large(d):
    office(d, end="# " + "x" * (64 << 20) + "\n")


def instead(d, name, how):
    """Something else in the place of a file of the office: a pipe, a sparse file of so many GiB, a file without an end."""
    path = f"{d}/{name}"
    if os.path.exists(path) and not isinstance(how, int):
        os.remove(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if how == "pipe":
        os.mkfifo(path)
    elif how == "endless":
        os.symlink("/dev/zero", path)
    else:
        with open(path, "ab") as file:
            file.truncate(how << 30)


def profile_pipe(d):
    office(d)
    instead(d, "iku.toml", "pipe")


def profile_sparse(d):
    office(d)
    instead(d, "iku.toml", 8)


def profile_endless(d):
    office(d)
    instead(d, "iku.toml", "endless")


DATA = "data/umkm 2021.csv"


def data_pipe(d):
    office(d)
    instead(d, DATA, "pipe")


def data_sparse(d):
    office(d)
    instead(d, DATA, 8)


def data_sparse_small(d):
    office(d)
    instead(d, DATA, 1)


def data_endless(d):
    office(d)
    instead(d, DATA, "endless")


def report_pipe(d):
    office(d)
    for name in ("iku-2021.json", "iku-2021-draf.json", "iku-2020.json"):
        instead(d, f"keluaran/{name[4:8]}/{name}", "pipe")
        instead(d, f"keluaran/{name[4:8]}/{name.replace('json', 'pdf')}", "pipe")


def report_endless(d):
    office(d)
    for name in ("iku-2021.json", "iku-2021.pdf", "iku-2020.json", "arsip/rev-1/masukan.zip"):
        instead(d, f"keluaran/{name[4:8] if name[:4] == 'iku-' else 2021}/{name}", "endless")


def report_lock_pipe(d):
    office(d)
    instead(d, "keluaran/2021/.iku-kunci", "pipe")


def report_sparse(d):
    office(d)
    instead(d, "keluaran/2021/iku-2021.json", 8)


def data_link_out(d):
    office(d)
    write(d + "-luar/rahasia.csv", csv(umkm(2021)))
    os.remove(d + "/data/umkm 2021.csv")
    os.symlink(d + "-luar/rahasia.csv", d + "/data/umkm 2021.csv")


def data_link_circle(d):
    office(d, sources=(SOURCES % ("csv", "csv")).replace("data/umkm", "data/" + "*/" * 20 + "umkm"))
    for name in ("a", "b", "c"):
        os.symlink(".", d + "/data/" + name)


def data_many_files(d):
    office(d, sources=(SOURCES % ("csv", "csv")).replace("data/umkm {tahun}.csv", "data/umkm/*{tahun}.csv"))
    for i in range(3000):
        write(f"{d}/data/umkm/{i} 2021.csv", csv(umkm(2021, 2)))


def data_many_great_files(d):
    """Each file within what one may cost, a hundred of them not."""
    office(d, sources=(SOURCES % ("csv", "ods")).replace("data/umkm {tahun}.ods", "data/umkm/*{tahun}.ods"))
    cells = '<table:table-row table:number-rows-repeated="1900"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>'
    for i in range(100):
        ods(f"{d}/data/umkm/{i} 2021.ods", rows_of_ods(umkm(2021)) + cells)


# ---------------------------------------------------------------- templates, pictures, fonts

def tera_nested_for(d):
    template(d, PART % ("{% for a in range(end=1000) %}" * 4 + "{% endfor %}" * 4))


def tera_string_doubling(d):
    template(d, PART % ('{% set s = "xxxxxxxxxxxxxxxx" %}' + "{% set s = s ~ s %}" * 40 + "{{ s }}"))


def tera_list_doubling(d):
    template(d, PART % ("{% set s = [1] %}" + "{% set s = [s, s] %}" * 60 + "{{ s }}"))


def tera_elif(d):
    template(d, PART % ("{% if a %}" + "{% elif judul %}" * 60000 + "{% endif %}"))


def tera_replace(d):
    template(d, PART % ('{% set s = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" %}' + '{% set s = s | replace(from="x", to=s) %}' * 12 + "{{ s }}"))


def tera_join(d):
    template(d, PART % ('{% set s = range(end=90000) | join(sep="' + "y" * 30000 + '") %}{{ s }}'))


def tera_include_circle(d):
    template(d, PART % '{% include "b.xml" %}')
    write(d + "/templat/saya/b.xml", '{% include "b.xml" %}{% include "b.xml" %}')


def tera_include_doubling(d):
    template(d, PART % '{% include "a0.xml" %}')
    for i in range(60):
        write(f"{d}/templat/saya/a{i}.xml", f'{{% include "a{i + 1}.xml" %}}' * 2 if i < 59 else "x")


def tera_output(d):
    template(d, PART % "{% for a in range(end=100000) %}<paragraf>{{ a }} teks teks teks teks teks</paragraf>{% endfor %}")


def tera_blocks(d):
    template(d, "{% block a %}" * 30 + "{% endblock %}" * 30)


def tera_comprehension(d):
    template(d, PART % "{{ [a for a in range(end=100000)] | length }}")


def markup_nested(d):
    template(d, PART % ("<tebal>" * 300000 + "</tebal>" * 300000))


def markup_namespaces(d):
    template(d, PART % "".join(f'<tebal xmlns:x{i}="u">' for i in range(20000)))


def markup_one_line(d):
    template(d, PART % ("<jarak tingi='3'/>" * 50000))


def markup_attributes(d):
    template(d, PART % ("<jarak " + " ".join(f"a{i}='1'" for i in range(90000)) + "/>"))


def markup_wide_table(d):
    template(d, PART % ("<tabel>" + "<kolom lebar='1'/>" * 20000 + "</tabel>"))


def markup_cells(d):
    template(d, PART % "<tabel><kolom lebar='1'/><kolom lebar='1'/>{% for a in range(end=60000) %}<baris><sel>{{ a }}</sel><sel>x</sel></baris>{% endfor %}</tabel>")


def templates_many(d):
    template(d, PART % "")
    for i in range(5000):
        write(f"{d}/templat/saya/x{i}.xml", "x" * 1000)


def template_pipe(d):
    template(d, PART % "")
    instead(d, "templat/saya/kaki.xml", "pipe")


def template_link_out(d):
    template(d, PART % "")
    write(d + "-luar/kaki.xml", "<kaki><paragraf>rahasia</paragraf></kaki>")
    os.symlink(d + "-luar/kaki.xml", d + "/templat/saya/kaki.xml")


def png(width, height, data):
    import struct, zlib
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def emblem(d, data, name="lambang.png"):
    office(d, end=f'[laporan.kop]\nlambang = "templat/{name}"\nbaris = ["DINAS"]\n')
    if data is not None:
        write(f"{d}/templat/{name}", data)


def emblem_huge_pixels(d):
    import zlib
    pack = zlib.compressobj()
    row = b"\0" + b"\xff" * (3 * 30000)
    emblem(d, png(30000, 30000, b"".join(pack.compress(row) for _ in range(30000)) + pack.flush()))


def emblem_lying(d):
    import zlib
    emblem(d, png(65535, 65535, zlib.compress(b"\0" * 100)))


def emblem_bomb(d):
    import zlib
    pack = zlib.compressobj()
    emblem(d, png(10, 10, b"".join(pack.compress(b"\0" * (1 << 20)) for _ in range(2000)) + pack.flush()))


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108ffffffff03012200021101031101")


def emblem_jpeg_cut(d):
    emblem(d, JPEG, "lambang.jpg")


def emblem_jpeg_head(d):
    emblem(d, JPEG + b"\xff\xda\x00\x0c\x03\x01\x00\x02\x11\x03\x11\x00\x3f\x00", "lambang.jpg")


def emblem_pipe(d):
    emblem(d, None)
    instead(d, "templat/lambang.png", "pipe")


def emblem_endless(d):
    emblem(d, None)
    instead(d, "templat/lambang.png", "endless")


def font_sparse(d):
    office(d, laporan='huruf = "templat/huruf.ttf"')
    write(d + "/templat/huruf.ttf", b"\0\1\0\0")
    instead(d, "templat/huruf.ttf", 8)


def font_garbage(d):
    office(d, laporan='huruf = "templat/huruf.ttf"')
    write(d + "/templat/huruf.ttf", b"\0\1\0\0\0\xff\0\0\0\0\0\0" + b"glyf\xff\xff\xff\xff" * 60000)


def font_link_out(d):
    office(d, laporan='huruf = "templat/huruf.ttf"')
    os.makedirs(d + "/templat", exist_ok=True)
    os.symlink("/etc/passwd", d + "/templat/huruf.ttf")


# ---------------------------------------------------------------- terminal

ESCAPES = ["\x1b[2J\x1b[31mHAPUS", "\x1b]0;judul\x07", "\u202egnp.exe", "a\u2028b\u2029c", "x\x7fy\x85z", "a\u200b\u2066b", "\rgalat[palsu]"]


def terminal_names(d):
    office(d, k=lambda year: keragaan(year, 7, name=lambda i: "KSU " + ESCAPES[i] + str(i), volume=lambda i: "±3jt" + ESCAPES[i]))


def terminal_headings(d):
    office(d, k=lambda year: [[h + ESCAPES[c % 7] for c, h in enumerate(KERAGAAN)], *keragaan(year)[1:]])


def terminal_xlsx_names(d):
    def make(path, rows, kind, year):
        for i, row in enumerate(rows[1:]):
            row[1] += ["_x001B_[31m", "\u202e", "_x0007_", "\u2028", "_x0000_"][i % 5]
        xlsx(path, sheet_rows(rows).replace("&amp;", "&"), sheets='<sheet name="Da&#x202e;ta&#x1b;".replace" sheetId="1" r:id="rId1"/>'.replace('.replace"', "").replace("&#x1b;", "_x001B_"))
    in_format(d, "xlsx", make)


def terminal_profile(d):
    office(d, end="\n[\"\\u001b[31mkunci\\u202e\"]\nx = 1\n", laporan='judul = "IKU \\u202e\\u2028"')


def terminal_file_names(d):
    office(d, sources=(SOURCES % ("csv", "csv")).replace("umkm {tahun}", "umkm*{tahun}"))
    os.rename(d + "/data/umkm 2021.csv", d + "/data/umkm\x1b[31m\u202e2021.csv")


# ---------------------------------------------------------------- privacy

NIK = "3575011205800012"


def private_names(d):
    names = ["Toko HP 0812-3456-7890", "Warung +62 812 3456 7891", "Kios (0857) 1234-5678", f"UD {NIK}", "CV siti.aminah@gmail.com"]
    office(d, u=lambda year: umkm(year, name=lambda i: names[i % 5], owner=lambda i: names[(i + 1) % 5]),
           k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_digits(d):
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    arab = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    names = [f"KSU {NIK.translate(wide)}", f"KSU {NIK.translate(arab)}", "KSU 3575 0112 0580 0012", "KSU 35.75.01.120580.0012", "KSU 3575\u200b01120580\u200b0012"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±3"))


def private_births(d):
    names = ["Siti Aminah, 12-05-1980", "Budi (1/2/1975)", "Tono lahir 3 Mei 1981", "TTL Malang, 4 Juni 1990", "Ani 05/06/1988"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_headings(d):
    office(d, k=lambda year: keragaan(year, extra=[("Nama HP 0812-3456-7890", lambda i: "x"), (f"Ket {NIK}", lambda i: "0812 3456 7890")]))


def private_sheet_name(d):
    def make(path, rows, kind, year):
        rows[1][7 if kind == "keragaan" else 6] = "±3"
        xlsx(path, sheet_rows(rows), sheets='<sheet name="HP 0812-3456-7890" sheetId="1" r:id="rId1"/>')
    in_format(d, "xlsx", make)


def private_landlines(d):
    names = ["UD (0343) 421234", "Toko 0343-421235", "Kios +62 343 421236", "Depot 021-5551234", "KSU 0343421237"]
    office(d, u=lambda year: umkm(year, name=lambda i: names[i % 5]), k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_profile(d):
    office(d, end=f'\n["{NIK}"]\nx = 1\n')


def private_profile_keys(d):
    office(d, end=f'\n["Ibu Siti 0812-3456-7890"]\nx = 1\n["(0343) 421234"]\nx = 1\n["siti@mail.id"]\nx = 1\n')


def private_formula(d):
    texts = f'nama_usaha IN ("{NIK}", "Toko 0812-3456-7890", "siti@mail.id")'
    office(d, measures=MEASURES + f"[ukuran.satu]\nrumus = 'COUNT(umkm WHERE {texts})'\nsebutan = \"Usaha Ibu Siti 0812-3456-7890\"\nsatuan = \"usaha\"\n",
           indicators=INDICATORS + '[[sasaran.indikator]]\nnama = "Usaha (0343) 421234"\nrumus = "satu"\nsatuan = "usaha"\n')


def private_revisions(d):
    """A report, a correction with a reason, both told again by riwayat, verifikasi and banding."""
    names = ["Toko HP 0812-3456-7890", f"UD {NIK}", "Siti Aminah, 12-05-1980", "CV siti.aminah@gmail.com", "Kios (0343) 421234"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5]))
    subprocess.run([IKU, "buat", d], capture_output=True)
    write(d + "/data/keragaan 2021.csv", csv(keragaan(2021, name=lambda i: names[i % 5], volume=lambda i: str((i + 1) * 3000000))))
    subprocess.run([IKU, "buat", d, "--alasan", f"Dibetulkan Ibu Siti 0812-3456-7890, NIK {NIK}, siti@mail.id, (0343) 421234"], capture_output=True)
    write(d + "/data/keragaan 2021.csv", csv(keragaan(2021, name=lambda i: names[(i + 1) % 5], volume=lambda i: str((i + 2) * 3000000))))


def private_reasons(d):
    office(d, k=lambda year: keragaan(year, volume=lambda i: "±3jt" if i == 0 else "5"),
           end=f'[[terima]]\nkode = "bukan-angka"\nsel = "data/keragaan 2021.csv!H2"\nditemukan = "±3jt"\nnilai = "3.000.000"\nalasan = "Ditanyakan ke Ibu Siti 0812-3456-7890, NIK {NIK}, siti@mail.id"\n'
               f'[[terima]]\nkode = "bukan-angka"\nsel = "data/keragaan 2020.csv!H2"\nditemukan = "±3jt"\nnilai = "3.000.000"\nalasan = "HP 0812-3456-7890"\n')


def private_file_names(d):
    office(d, sources=(SOURCES % ("csv", "csv")).replace("umkm {tahun}", "umkm*{tahun}"))
    os.rename(d + "/data/umkm 2021.csv", d + "/data/umkm 0812-3456-7890 2021.csv")
    write(d + "/data/umkm 0812-3456-7890 2021.csv", csv(umkm(2021)).replace("300000", "±3"))


def private_file_revisions(d):
    private_file_names(d)
    write(d + "/data/umkm 0812-3456-7890 2021.csv", csv(umkm(2021)))
    subprocess.run([IKU, "buat", d], capture_output=True)



def private_abroad(d):
    names = ["Toko +60 12-345 6789", "UD +65 9123 4567", "CV +966 50 123 4567", "Depot WA 8123456789", "Kios Hp. 812-3456-7890"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_spelled(d):
    names = ["CV siti(at)mail.id", "UD siti [at] mail dot com", "PT SITI {AT} mail.id", "KSU Siti lahir 17 VIII 1980", "Budi lahir 17081980"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_broken_digits(d):
    names = ["NIK: 35.75-01 120580/0012", "UD 3 5 7 5 0 1 1 2 0 5 8 0 0 0 1 2", "KTP 3575-0112 0580 0012", "UD 3575.0112.0580.0012", "NIK 357501 1205800012"]
    office(d, k=lambda year: keragaan(year, name=lambda i: names[i % 5], volume=lambda i: "±" + names[i % 5]))


def private_predikat(d):
    """Texts that stand where figures stand: a predicate, its scores, units, the labels of capaian."""
    text = f"BB 0812-3456-7890 {NIK} siti@mail.id"
    office(d, measures=MEASURES + f'[ukuran.sakip]\ntetapan = {{ 2020 = "{text}", 2021 = "{text}" }}\nskor = {{ "{text}" = 70, "A {text}" = 80 }}\nasal = "LHE {text}"\nsebutan = "Sakip {text}"\nsatuan = "{text}"\n',
           indicators=INDICATORS.replace('satuan = "%"', f'satuan = "% {text}"') + f'[[sasaran.indikator]]\nnama = "Sakip"\nrumus = "sakip"\nsatuan = "{text}"\n',
           end=f'[capaian]\npredikat = [["Tinggi {text}", 90], ["Rendah {text}"]]\n')


def private_names_of_measures(d):
    office(d, measures=MEASURES + f'[ukuran.nik{NIK}]\nrumus = "COUNT(umkm)"\nsebutan = "x"\n[ukuran.hp_081234567890]\nrumus = "COUNT(umkm)"\nsebutan = "y"\n')


def terminal_kop(d):
    lines = ["PEMERINTAH\u200b KOTA\ufe0f", "DINAS \ue000\u3164\uffa0 KOPERASI", "Jalan \u202eX\u2028 \u0007"]
    office(d, laporan="[laporan.kop]\nbaris = [" + ", ".join('"' + "".join(c if " " <= c <= "~" else f"\\u{ord(c):04X}" for c in line) + '"' for line in lines) + "]")


def csv_endless_names(d):
    office(d, k=lambda year: keragaan(year, 2300, name=lambda i: f"KSU Amanah {i} " * 2000))


# ---------------------------------------------------------------- records and snapshots by hand

RECORD = {"schema": "iku-record/1", "program": "iku 0.1.0", "tahun": 2021, "revisi": 1, "tanggal": "2022-01-24", "instansi": "Dinas", "daerah": "Kota"}


def record(d, text, folder="keluaran/2021"):
    write(f"{d}/{folder}/iku-2021.json", text if isinstance(text, (str, bytes)) else json.dumps(text))


def report_snapshot_bomb(d):
    office(d)
    record(d, RECORD | {"potret": {"berkas": "arsip/rev-1/masukan.zip", "sha256": "0" * 64}})
    zipped(d + "/keluaran/2021/arsip/rev-1/masukan.zip", {"iku.toml": open(d + "/iku.toml").read(), "data/keragaan 2021.csv": (b"\0" * (16 << 20) for _ in range(90))})


def report_snapshot_of_many(d):
    office(d)
    record(d, RECORD)
    zipped(d + "/keluaran/2021/arsip/rev-1/masukan.zip", {f"data/{i}.csv": "x" for i in range(100000)})


def report_snapshot_limits(d):
    """A profile in the snapshot that raises every limit."""
    office(d)
    record(d, RECORD)
    profile = open(d + "/iku.toml").read() + "\n[batas_baca]\nukuran_laporan_mib = 1000000\nberkas_mib = 1000000\n"
    zipped(d + "/keluaran/2021/arsip/rev-1/masukan.zip", {"iku.toml": profile, "data/x.csv": (b"\0" * (16 << 20) for _ in range(60))})


def report_broken(d):
    office(d)
    for folder, revision in (("keluaran/2021", 3), ("keluaran/2021/arsip/rev-1", 1), ("keluaran/2021/arsip/rev-2", 2), ("keluaran/2020", 1)):
        record(d, json.dumps(RECORD | {"revisi": revision})[:-30], folder)


def report_items(d):
    office(d)
    record(d, json.dumps(RECORD)[:-1] + ', "temuan": [' + ",".join(["{}"] * 3000000) + "]}")


def report_lists(d):
    office(d)
    record(d, json.dumps(RECORD)[:-1] + ', "ukuran": [' + ",".join(["{}"] * 3000000) + "]}")


def report_nested(d):
    office(d)
    record(d, json.dumps(RECORD)[:-1] + ', "lain": ' + "[" * 200000 + "]" * 200000 + "}")


def report_long_texts(d):
    office(d)
    record(d, RECORD | {"alasan": "x" * 30000000, "bacaan": [{"sumber": "y" * 30000000}]})


def report_keys(d):
    office(d)
    record(d, RECORD | {f"kunci{i}": i for i in range(2000000)})


def province(d, offices, indicators, of=lambda office, i: {}):
    for o in range(offices):
        one = lambda i: {"id": f"1.{i + 1}", "nama": f"Indikator {i}", "rumus": "a[n] / a[n-1]", "tahun": 2021, "status": "ok", "nilai": str(o), "tampil": f"{o},00", "satuan": "%", "lalu": []} | of(o, i)
        measures = [{"nama": "a", "tahun": year, "status": "ok", "nilai": str(o + 1), "rumus": "COUNT(umkm)", "jumlah_sel": 1} for year in (2020, 2021)]
        record(d, RECORD | {"daerah": f"Kota {o}", "ukuran": measures, "indikator": [one(i) for i in range(indicators)]}, f"kota-{o:04}/keluaran/2021")


def rekap_many_indicators(d):
    province(d, 2, 1000)


def rekap_more_than_a_profile(d):
    province(d, 1, 3000)


def rekap_alike(d):
    province(d, 10, 400, lambda o, i: {"nama": "Indikator"})


def rekap_all_different(d):
    province(d, 40, 60, lambda o, i: {"nama": f"Indikator {i} kota {o}"})


def rekap_too_many_folders(d):
    for i in range(2100):
        write(f"{d}/kota-{i}/iku.toml", "")
    province(d, 1, 1)


def rekap_formulas(d):
    province(d, 3, 800, lambda o, i: {"rumus": "(" * 20 + f"a[n] + {i}" + ")" * 20 + " + a" * 500})


def rekap_private(d):
    province(d, 3, 3, lambda o, i: {"nama": f"Siti 0812-3456-7890 {NIK} siti@mail.id", "tampil": f"BB {NIK}", "status": "teks", "satuan": "0812-3456-7890"})

# ---------------------------------------------------------------- running

IKU = ""

ATTACKS = {name: made for name, made in list(globals().items()) if callable(made) and made.__module__ == __name__ and name.split("_")[0] in
           {"xlsx", "ods", "csv", "xls", "profile", "data", "tera", "markup", "template", "templates", "emblem", "font", "report", "terminal", "private", "rekap"} and "_" in name}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
PERSONAL = re.compile(r"(?<![\d.])(?:\+62|62|0)[ .-]?\(?8\d{2}\)?[ .-]?\d{3,4}[ .-]?\d{3,5}(?!\d)|(?<!\d)\d{16}(?!\d)|(?<![\d./-])(?:\(0343\)|\+62[ -]?343|0343|021)[ -]?\d{6,7}(?!\d)|[\w.]+@[\w.]+\.\w+|\+60 12-345|\+65 9123|\+966 50|812-?3456-?7890|8123456789|siti ?[(\[{]at|17 VIII 1980|17081980|35\.75-01|3 5 7 5 0 1 1|3575-0112 0580 0012|3575\.0112\.0580\.0012|357501 1205800012|(?:12-05-1980|1/2/1975|3 Mei 1981|4 Juni 1990|05/06/1988)")


def memory(pid):
    total, todo = 0, [pid]
    while todo:
        p = todo.pop()
        try:
            total += int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{p}/status").read())[1])
            for t in os.listdir(f"/proc/{p}/task"):
                todo += map(int, open(f"/proc/{p}/task/{t}/children").read().split())
        except (OSError, TypeError):
            pass
    return total // 1024


def run(iku, args):
    """What went wrong, and the seconds and MiB it took."""
    with tempfile.TemporaryFile() as out:
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))
        p = subprocess.Popen([iku, *args], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, preexec_fn=limit)
        start, peak, faults, ended = time.time(), 0, [], 0
        while not ended:
            ended, status, used = os.wait4(p.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, memory(p.pid))
            if time.time() - start > PATIENCE or peak > 2 * MIB:
                p.kill()
            time.sleep(0.005)
        p.returncode = os.waitstatus_to_exitcode(status)
        waited, seconds = time.time() - start, used.ru_utime + used.ru_stime
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    if p.returncode not in (0, 1, 2):
        faults.append(f"exit {p.returncode}")
    if "panicked" in text:
        faults.append("panic")
    if seconds > SECONDS or waited > PATIENCE:
        faults.append(f"{seconds:.0f} s, {waited:.0f} s by the clock")
    if peak > MIB:
        faults.append(f"{peak} MiB")
    faults += told(text)
    return faults, seconds, peak


def told(text):
    faults = []
    if unseen := UNSEEN.search(text):
        faults.append(f"control character U+{ord(unseen[0]):04X}")
    # Digits of a hash are nobody's number.
    if personal := PERSONAL.search(re.sub(r"\b[0-9a-f]{64}\b", "", text)):
        faults.append(f"personal datum {personal[0]}")
    return faults


def written(folder):
    """Personal data in the record and the workbook that were written."""
    faults = []
    for base, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(base, name)
            if name.endswith(".json"):
                faults += [f"{name}: {fault}" for fault in told(re.sub(r'"(sha256|isi)": "[0-9a-f]+"', "", open(path, encoding="utf-8").read()))]
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(path) as z:
                    for part in z.namelist():
                        texts = re.findall(r"<t[^>]*>([^<]*)</t>", z.read(part).decode("utf-8", "replace"))
                        faults += [f"{name}/{part}: {fault}" for text in texts for fault in told(text)][:1]
    return faults


def main():
    args = sys.argv[1:]
    if "--list" in args:
        print("\n".join(ATTACKS))
        return 0
    keep = None
    if "--keep" in args:
        at = args.index("--keep")
        keep = args[at + 1]
        del args[at:at + 2]
    global IKU
    IKU = iku = os.path.abspath(args[0])
    only = args[1:]
    bad = runs = 0
    slowest, largest = (0, ""), (0, "")
    for name, make in ATTACKS.items():
        if only and name not in only:
            continue
        base = keep or tempfile.mkdtemp(prefix="iku-")
        d, out = os.path.join(base, name), os.path.join(base, name + "-keluaran")
        make(d)
        looked = sorted(os.listdir(d + "/data"))[-2:] if os.path.isdir(d + "/data") else []
        looked = [f for f in looked if os.path.isfile(f"{d}/data/{f}")]
        told_again = [["buat", d], ["riwayat", d], ["riwayat", d, "--json"], ["verifikasi", d], ["banding", d], ["banding", d, "--json"]]
        again = told_again if name.startswith("report") or name.endswith("revisions") else []
        summary = [["rekap", d, "--json", "--keluaran", out], ["rekap", d, "--keluaran", out]]
        usual = (["periksa", d, "--json"], ["periksa", d, "--catatan"], ["buat", d, "--draf", "--keluaran", out], ["jelaskan", "1.1", d], *(["lihat", f"{d}/data/{f}"] for f in looked), *(["lihat", "--toml", f"{d}/data/{f}"] for f in looked[:1]), *again)
        for call in summary if name.startswith("rekap") else usual:
            faults, seconds, peak = run(iku, call)
            if call[0] in ("buat", "rekap") and os.path.isdir(out):
                faults += written(out)
            runs += 1
            slowest, largest = max(slowest, (seconds, name)), max(largest, (peak, name))
            if faults:
                bad += 1
                print(f"{name}: {call[0]}{' --json' if '--json' in call else ''}: {', '.join(faults)}", flush=True)
        if not keep:
            shutil.rmtree(base, ignore_errors=True)
    print(f"{runs - bad} of {runs} runs within bounds ({len(only) or len(ATTACKS)} attacks); slowest {slowest[0]:.1f} s ({slowest[1]}), largest {largest[0]} MiB ({largest[1]})")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
