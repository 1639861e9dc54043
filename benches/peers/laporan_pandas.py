#!/usr/bin/env python3
"""What a careful person writes in an afternoon: the same office's report by pandas (calamine engine), WeasyPrint and XlsxWriter.

usage: laporan_pandas.py OFFICE OUT

Takes the workbooks of `examples/make_kantor` as they are known to be (heading in the fifth row), joins the businesses over the
years, computes the two indicators, and writes every column of every year as XLSX, the pages as PDF, and a record as JSON.
It checks nothing, follows no figure to its cell, and its XLSX holds values instead of live formulas.
"""

import hashlib
import json
import sys
from pathlib import Path

import pandas as pd
from weasyprint import HTML

YEARS = (2019, 2020, 2021)


def read(path):
    table = pd.read_excel(path, engine="calamine", header=4, dtype={"NIK": str, "NIB": str})
    for column in table.columns:
        if "(Rp)" in column and table[column].dtype == object:
            cleaned = table[column].astype(str).str.replace(r"[^\d,-]", "", regex=True).str.replace(",", ".")
            table[column] = pd.to_numeric(cleaned)
    table["Alamat Sel"] = [f"Sheet1!A{row + 6}" for row in range(len(table))]
    return table


def percent(now, before):
    return (now - before) / before * 100


def grown(now, before):
    key = ["NIK", "kunci"]
    for table in (now, before):
        table["kunci"] = table["Nama Usaha"].str.casefold().str.replace(r"\s+", " ", regex=True).str.strip()
    joined = now.merge(before, on=key, suffixes=("", " lalu"))
    return int((joined["Omset per Tahun (Rp)"] > joined["Omset per Tahun (Rp) lalu"]).sum())


def page(figures, tables, names):
    rows = "".join(f"<tr><td>{number}<td>{name}<td>{was:,.2f}<td>{now:,.2f}</tr>" for number, (name, was, now) in enumerate(figures, 1))
    files = "".join(f"<tr><td>{name}<td>{len(table)}</tr>" for name, table in zip(names, tables, strict=True))
    return f"""<html lang="id"><title>IKU 2021</title><style>
@page {{ size: 330mm 215mm; margin: 20mm 25mm }} body {{ font: 11pt Arial, 'Liberation Sans' }} h1 {{ text-align: center; font-size: 12pt }}
table {{ border-collapse: collapse; width: 100% }} td, th {{ border: 0.5pt solid; padding: 2pt 4pt }} h1 {{ break-before: page }} h1:first-of-type {{ break-before: auto }}
</style><h1>INDIKATOR KINERJA UTAMA</h1><table><tr><th>No.<th>Indikator<th>Penjelasan<th>Sumber</tr>{rows}</table>
<h1>CAPAIAN</h1><table><tr><th>No.<th>Indikator<th>2020<th>2021</tr>{rows}</table>
<h1>PERHITUNGAN</h1><table><tr><th>No.<th>Indikator<th>2020<th>2021</tr>{rows}</table>
<h1>CATATAN</h1><table><tr><th>Berkas<th>Baris</tr>{files}</table></html>"""


def write_sheets(path, figures, tables, names):
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": {"constant_memory": False}}) as writer:
        pd.DataFrame(figures, columns=["Indikator", "2020", "2021"]).to_excel(writer, sheet_name="IKU", index=False)
        for name, table in zip(names, tables, strict=True):
            shown = table.drop(columns=[column for column in ("kunci",) if column in table])
            if "NIK" in shown:
                shown = shown.assign(NIK="************" + shown["NIK"].str[-4:])
            shown.to_excel(writer, sheet_name=name[:31], index=False)


def main():
    office, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    data = office / "data"
    koperasi = {year: read(data / f"Laporan Keragaan Koperasi {year}.xlsx") for year in YEARS[1:]}
    umkm = {year: read(data / f"Data UMKM {year}.xlsx") for year in YEARS}
    volume = {year: table["Volume Usaha (Rp)"].sum() for year, table in koperasi.items()}
    count = {year: grown(umkm[year], umkm[year - 1]) for year in YEARS[1:]}
    figures = [
        ("Prosentase Pertumbuhan Volume Usaha Koperasi", 0.0, percent(volume[2021], volume[2020])),
        ("Prosentase Peningkatan Usaha Mikro yang berkembang", 0.0, percent(count[2021], count[2020])),
    ]
    tables = [*koperasi.values(), *umkm.values()]
    names = [f"Keragaan {year}" for year in koperasi] + [f"UMKM {year}" for year in umkm]
    write_sheets(out / "iku-2021.xlsx", figures, tables, names)
    HTML(string=page(figures, tables, names)).write_pdf(out / "iku-2021.pdf", pdf_variant="pdf/ua-1")
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(data.iterdir())}
    (out / "iku-2021.json").write_text(json.dumps({"indikator": figures, "masukan": sums}, indent=1))


if __name__ == "__main__":
    main()
