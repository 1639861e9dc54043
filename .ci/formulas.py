#!/usr/bin/env python3
"""Stored results of formulas against LibreOffice: python3 .ci/formulas.py IKU [SEEDS] [xlsx ods xls]

For each kind of formula an office is made whose amounts are that formula over random operands. LibreOffice
works the results out and stores them. Then `iku periksa` must call none of them old; and with one stored result
spoilt it must tell that cell, or say that the column cannot be proven. Needs openpyxl and soffice.
"""
import datetime, json, pathlib, random, re, shutil, subprocess, sys, tempfile, zipfile
import openpyxl
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table, TableColumn

# {r}: the row; E, F, G hold amounts, H a word, D the kecamatan. A leading `{` makes an array formula.
KINDS = [
    "=E{r}+F{r}", "=E{r}*2-G{r}/4", "=SUM(E{r}:G{r})", "=SUM(E{r},F{r},100)", "=ROUND(E{r}/7,0)", "=ROUND(E{r}/7,2)",
    "=ROUNDUP(E{r}/1000,0)*1000", "=ROUNDDOWN(E{r}/7,1)", "=INT(E{r}/3)", "=TRUNC(E{r}/3,1)", "=MROUND(E{r},500)",
    "=CEILING(E{r},1000)", "=FLOOR(E{r},1000)", "=MOD(E{r},997)+1", "=ABS(F{r}-E{r})+1", "=E{r}^2/1000", "=-E{r}*-1",
    "=E{r}*(1+10%)", "=IF(E{r}>F{r},E{r},F{r})", "=IF(H{r}=\"baik\",E{r},F{r}+1)", "=IFERROR(E{r}/0,F{r})",
    "=_xlfn.IFS(E{r}>900000,E{r},TRUE,F{r})", "=_xlfn.SWITCH(H{r},\"baik\",E{r},\"cukup\",F{r},G{r})", "=CHOOSE(2,E{r},F{r},G{r})",
    "=MAX(E{r}:G{r})", "=MIN(E{r}:G{r})", "=AVERAGE(E{r}:G{r})", "=COUNT(E{r}:H{r})*1000", "=COUNTA(D{r}:H{r})*1000",
    "=MEDIAN(E{r}:G{r})", "=LARGE(E{r}:G{r},2)", "=SMALL(E{r}:G{r},2)", "=RANK(E{r},E$5:E$16)*1000", "=PRODUCT(E{r},2)",
    "=SUMPRODUCT(E{r}:G{r},E{r}:G{r})/1000", "=SUMPRODUCT((D$5:D$16=D{r})*E$5:E$16)", "=SUMPRODUCT(--(E$5:E$16>=E{r}))*1000",
    "=SUMIF(D$5:D$16,D{r},E$5:E$16)", "=SUMIF(E$5:E$16,\">=\"&500000,E$5:E$16)+E{r}", "=SUMIF(H:H,\"b*\",E:E)+E{r}",
    "=SUMIF(H$5:H$16,\"<>baik\",E$5:E$16)+E{r}", "=SUMIFS(E$5:E$16,D$5:D$16,D{r},E$5:E$16,\">1000\")",
    "=COUNTIFS(D$5:D$16,D{r},H$5:H$16,\"c?kup\")*1000+E{r}", "=COUNTIF(E$5:E$16,\"<\"&700000)*1000+E{r}",
    "=AVERAGEIF(D$5:D$16,D{r},E$5:E$16)", "=AVERAGEIFS(E$5:E$16,D$5:D$16,D{r})", "=_xlfn.MAXIFS(E$5:E$16,D$5:D$16,D{r})",
    "=VLOOKUP(B{r},Sumber!A:C,3,FALSE)", "=VLOOKUP(E{r},Sumber!F$1:G$6,2)+E{r}", "=HLOOKUP(\"Nilai\",Sumber!A$1:C$13,ROW()-3,FALSE)",
    "=INDEX(Sumber!C$2:C$13,MATCH(B{r},Sumber!A$2:A$13,0))", "=MATCH(E{r},Sumber!F$1:F$6)*1000",
    "=LOOKUP(2,1/(Sumber!A$2:A$13=B{r}),Sumber!C$2:C$13)", "=_xlfn.XLOOKUP(B{r},Sumber!A$2:A$13,Sumber!C$2:C$13)",
    "=INDIRECT(\"E\"&ROW())+1", "=INDIRECT(\"Sumber!C\"&ROW()-3)", "=SUM(INDIRECT(\"E\"&ROW()&\":G\"&ROW()))",
    "=OFFSET(E$5,ROW()-5,1)", "=SUM(OFFSET(E{r},0,0,1,3))", "=SUM(INDEX(E$5:G$16,ROW()-4,0))", "=Sumber!C{s}+Sumber!$C$2",
    "=SUM(Sumber!C$2:C{s})", "=SUBTOTAL(9,E$5:E{r})", "=SUBTOTAL(109,E{r}:G{r})", "=_xlfn.AGGREGATE(9,6,E{r}:G{r})",
    "=VALUE(MID(C{r},1,3))*1000", "=LEN(B{r})*1000", "=FIND(\" \",B{r})*1000", "=VALUE(LEFT(C{r},3))+VALUE(RIGHT(C{r},4))",
    "=VALUE(SUBSTITUTE(\"1x\"&G{r},\"x\",\"\"))", "=N(H{r})+E{r}", "=IF(ISNUMBER(E{r}),E{r},0)", "=IF(AND(E{r}>1,F{r}>1),E{r},G{r})",
    "=IF(OR(H{r}=\"baik\",E{r}<0),E{r},F{r})", "=IF(TRIM(H{r}&\" \")=\"baik\",E{r},G{r})", "=IF(EXACT(UPPER(H{r}),\"BAIK\"),E{r},G{r})",
    "=YEAR(I{r})*1000+MONTH(I{r})", "=YEAR(EDATE(I{r},3))*DAY(EOMONTH(I{r},0))", "=(DATE(2021,12,31)-I{r})*10+E{r}",
    "=SUM(Tabel1[Simpan])+E{r}", "=Tabel1[[#This Row],[Simpan]]+Tabel1[[#This Row],[Pinjam]]", "=SUM(Tabel1[[#This Row],[Simpan]:[Lain]])",
    "=SUMIF(Tabel1[Kecamatan],D{r},Tabel1[Simpan])", "=Omset_Awal+E{r}", "=SUM(Daftar)+E{r}",
    "{=SUM(IF(D$5:D$16=D{r},E$5:E$16))", "{=AVERAGE(IF(D$5:D$16=D{r},E$5:E$16))", "{=MAX((D$5:D$16=D{r})*E$5:E$16)",
    "{=INDEX(Sumber!C$2:C$13,MATCH(1,(Sumber!A$2:A$13=B{r})*(Sumber!B$2:B$13>0),0))", "{=SUM(LARGE(E$5:E$16,{1,2,3}))+E{r}",
]
ROWS = range(5, 17)
NAMES = ["Tirta", "Mekar", "Bahari", "Melati", "Artha", "Sumber", "Makmur", "Jaya", "Ikhlas", "Bina", "Karya", "Mandiri"]
PROFILE = """[instansi]
nama = "Dinas Koperasi"
daerah = "Kota Contoh"
[laporan]
tahun = 2021
tampil_tahun = 1
[penandatangan]
tempat = "Contoh"
tanggal = 2022-01-24
jabatan = "KEPALA DINAS"
nama = "Budi"
[sumber.keragaan]
nama = "Keragaan"
bentuk = "keragaan"
berkas = "data/2021.%s"
lembar = "Rekap"
kunci = ["nomor_bh"]
[ukuran.volume]
rumus = "SUM(keragaan.volume_usaha)"
[[sasaran]]
[[sasaran.indikator]]
nama = "Volume"
rumus = "volume"
"""


def book(kind, dice):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rekap"
    sheet["A1"], sheet["A2"] = "DATA KOPERASI", "TAHUN 2021"
    heads = ["No", "Nama Koperasi", "Nomor Badan Hukum", "Kecamatan", "Simpan", "Pinjam", "Lain", "Catatan", "Tanggal", "Volume Usaha"]
    for column, head in enumerate(heads, 1):
        sheet.cell(4, column, head)
    source = book.create_sheet("Sumber")
    source.append(["Nama", "Ada", "Nilai"])
    for number, (row, name) in enumerate(zip(ROWS, NAMES), 1):
        amounts = [dice.randint(2, 2_000) * 500 + dice.choice([0, 0, 0.5]) for _ in range(3)]
        amounts[2] = int(amounts[2])
        day = datetime.date(dice.randint(2000, 2020), dice.randint(1, 12), dice.randint(1, 28))
        values = [number, f"KSP {name}", f"{number + 100}/BH/{2000 + number}", dice.choice(["Utara", "Selatan"]), *amounts, dice.choice(["baik", "cukup", "kurang"]), day]
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        text = kind.replace("{r}", str(row)).replace("{s}", str(row - 3))
        where = f"J{row}"
        sheet[where] = ArrayFormula(where, text[1:]) if text.startswith("{") else text
        source.append([f"KSP {name}", 1, dice.randint(1, 5_000) * 250])
    for row, (step, value) in enumerate([(0, 10), (100_000, 20), (300_000, 30), (500_000, 40), (800_000, 50), (1_500_000, 60)], 1):
        source.cell(row, 6, step), source.cell(row, 7, value)
    if "Tabel1" in kind:
        table = Table(displayName="Tabel1", ref="A4:J16")
        table._initialise_columns()
        for column, head in zip(table.tableColumns, heads):
            column.name = head
        sheet.add_table(table)
    from openpyxl.workbook.defined_name import DefinedName
    book.defined_names["Omset_Awal"] = DefinedName("Omset_Awal", attr_text="Sumber!$C$2")
    book.defined_names["Daftar"] = DefinedName("Daftar", attr_text="Sumber!$C$2:$C$13")
    return book


def checked(iku, folders):
    """The findings of each office's formulas: cells told as old, and whether a column is said to be unproven."""
    told = []
    for start in range(0, len(folders), 50):
        some = folders[start:start + 50]
        run = subprocess.run([iku, "periksa", "--json", *map(str, some)], capture_output=True, text=True)
        records = json.loads(run.stdout)
        records = records if isinstance(records, list) else [records]
        if len(records) != len(some):
            sys.exit(run.stderr)
        for record in records:
            found = record.get("temuan")
            if found is None:
                sys.exit(f"no findings: {record}")
            old = {f["sel"]: f["pesan"] for f in found if f["kode"] == "rumus-tanpa-hasil"}
            other = [f["pesan"] for f in found if f["tingkat"] == "galat" and f["kode"] != "rumus-tanpa-hasil"]
            told.append((old, [f["pesan"] for f in found if f["kode"].startswith(("rumus-tidak", "rumus-berkas"))], other))
    return told


def spoil(path, row):
    """Another stored result in J of that row."""
    if path.suffix == ".xls":
        return False
    inner = zipfile.ZipFile(path)
    parts = {name: inner.read(name) for name in inner.namelist()}
    inner.close()
    if path.suffix == ".xlsx":
        name = "xl/worksheets/sheet1.xml"
        text = parts[name].decode()
        if re.search(rf'<c r="J{row}"[^>]* t="e"', text):
            return False
        new, count = re.subn(rf'(<c r="J{row}"[^>]*>.*?<v>)([^<]*)(</v>)', lambda m: f"{m[1]}{float(m[2]) + 1234}{m[3]}", text, count=1, flags=re.S)
    else:
        name = "content.xml"
        text = parts[name].decode()
        formulas = [m for m in re.finditer(r'<table:table-cell[^>]*table:formula="[^"]*"[^>]*office:value="([^"]*)"', text)]
        if len(formulas) != len(ROWS):
            return False
        m = formulas[row - 5]
        new, count = text[:m.start(1)] + str(float(m[1]) + 1234) + text[m.end(1):], 1
    assert count == 1, path
    parts[name] = new.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return True


def main():
    iku, seeds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    formats = sys.argv[3:] or ["xlsx", "ods", "xls"]
    failed = unproven = proven = 0
    for seed in range(1, seeds + 1):
        dice = random.Random(seed)
        work = pathlib.Path(tempfile.mkdtemp())
        made = work / "made"
        made.mkdir()
        for number, kind in enumerate(KINDS):
            book(kind, dice).save(made / f"{number:03}.xlsx")
        for suffix in formats:
            out = work / suffix
            subprocess.run(["soffice", "--headless", "--convert-to", suffix, "--outdir", out, *sorted(made.glob("*.xlsx"))],
                           check=True, capture_output=True)
            folders = []
            for number in range(len(KINDS)):
                folder = work / f"kantor-{suffix}" / f"{number:03}"
                (folder / "data").mkdir(parents=True)
                (folder / "iku.toml").write_text(PROFILE % suffix)
                shutil.copy(out / f"{number:03}.{suffix}", folder / f"data/2021.{suffix}")
                folders.append(folder)
            fresh = checked(iku, folders)
            rows = [dice.choice(ROWS) for _ in KINDS]
            is_spoilt = [spoil(folder / f"data/2021.{suffix}", row) for folder, row in zip(folders, rows)]
            spoilt = checked(iku, folders)
            for kind, row, (old, doubts, other), is_other, (old_spoilt, doubts_spoilt, _) in zip(KINDS, rows, fresh, is_spoilt, spoilt):
                proven, unproven = proven + (not doubts), unproven + bool(doubts)
                if old:
                    failed += 1
                    print(f"seed {seed} {suffix} {kind}: fresh results called old: {next(iter(old.items()))}")
                if doubts and seed == 1:
                    print(f"     {suffix} {kind}: unproven: {doubts[0]}")
                if other and seed == 1:
                    print(f"     {suffix} {kind}: {other[0]}")
                if is_other and f"J{row}" not in old_spoilt and not doubts_spoilt:
                    failed += 1
                    print(f"seed {seed} {suffix} {kind}: J{row} is spoilt and not told")
        shutil.rmtree(work)
    print(f"{proven} columns proven, {unproven} said to be unproven, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
