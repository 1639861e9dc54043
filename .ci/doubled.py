#!/usr/bin/env python3
"""No work grows faster than its input: each kind of input in three sizes, n, 2n and 4n, and the instructions that `iku`
takes for it, counted by valgrind (so that no clock and no busy machine plays a part). What 2n more cost may be at most
GROWTH times what n more cost: 2 where work grows as its input does, 4 where it grows as the square.

usage: .ci/doubled.py target/release/iku [NAME…]     --list: the names
"""

import os, re, shutil, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile as h

GROWTH = 2.6
# Below so many instructions more, nothing is told by them.
NOISE = 3_000_000


def in_cell(text):
    """A text of one cell in an unused column, so many letters of it."""
    def make(d, n):
        rows = lambda year: h.keragaan(year, extra=[("Catatan lain", lambda i: (text * n)[:n] if i == 1 else "x")])
        h.office(d, k=rows)
    return make, 4000


def in_volume(text):
    def make(d, n):
        h.office(d, k=lambda year: h.keragaan(year, volume=lambda i: (text * n)[:n] if i == 1 else "5"))
    return make, 4000


def heading(text):
    def make(d, n):
        h.office(d, k=lambda year: h.keragaan(year, extra=[((text * n)[:n], lambda i: "x")]))
    return make, 4000


def rows(of):
    def make(d, n):
        h.office(d, k=lambda year: of(year, n))
    return make, 400


def indicators(d, n):
    one = '[[sasaran.indikator]]\nnama = "Indikator %d"\nrumus = "volume_usaha + %d"\nsatuan = "Rp"\n'
    h.office(d, indicators=h.INDICATORS + "".join(one % (i, i) for i in range(n)))


def measures(d, n):
    h.office(d, measures=h.MEASURES + "".join(f'[ukuran.u{i}]\nrumus = "SUM(keragaan.volume_usaha) + {i}"\nsebutan = "Ukuran {i}"\nsatuan = "Rp"\n' for i in range(n)))


def chain(d, n):
    h.office(d, measures=h.MEASURES + '[ukuran.u0]\nrumus = "volume_usaha"\nsebutan = "U"\n' + "".join(f'[ukuran.u{i}]\nrumus = "u{i - 1} + 1"\nsebutan = "U{i}"\n' for i in range(1, n)),
             indicators=h.INDICATORS + f'[[sasaran.indikator]]\nnama = "Rantai"\nrumus = "u{n - 1}"\nsatuan = "x"\n')


def unknown_keys(d, n):
    h.office(d, end="\n[laporan2]\n" + "".join(f"kunci_{i} = {i}\n" for i in range(n)))


def long_name(i):
    return f"nama_{i:05}_" + "abcdefghij" * 8


def unknown_names(d, n):
    """So many names that are not known, and as many that are."""
    known = "".join(f'[ukuran.{long_name(i)}]\nrumus = "1"\nsebutan = "y{i}"\n' for i in range(n))
    h.office(d, measures=h.MEASURES + known, indicators=h.INDICATORS + "".join(f'[[sasaran.indikator]]\nnama = "I{i}"\nrumus = "x{long_name(i)}"\nsatuan = "x"\n' for i in range(n)))


def unknown_predicates(d, n):
    known = ", ".join(f'"{long_name(i)}" = {i % 100}' for i in range(n))
    fixed = ", ".join(f'{1000 + i} = "x{long_name(i)}"' for i in range(n))
    h.office(d, measures=h.MEASURES + f'[ukuran.p]\nsebutan = "p"\nasal = "x"\ntetapan = {{ {fixed} }}\nskor = {{ {known} }}\n')


def accepts(d, n):
    h.office(d, end="".join(f'[[terima]]\nkode = "bukan-angka"\nsel = "data/umkm 2021.csv!F{i + 2}"\nalasan = "x"\n' for i in range(n)))


def formula(d, n):
    h.office(d, measures=h.MEASURES + '[ukuran.panjang]\nrumus = "' + "+".join(["volume_usaha"] * n) + '"\nsebutan = "D"\n', indicators=h.INDICATORS + '[[sasaran.indikator]]\nnama = "P"\nrumus = "panjang"\nsatuan = "x"\n')


def wide(d, n):
    def make(path, rows, kind, year):
        head = "".join(f'<c r="{h.letters(c)}1" t="inlineStr"><is><t>Judul {c}</t></is></c>' for c in range(8, n))
        h.xlsx(path, h.sheet_rows(rows).replace("</row>", head + "</row>", 1))
    h.in_format(d, "xlsx", make)


def heading_rows(d, n):
    h.in_format(d, "xlsx", lambda path, rows, kind, year: h.xlsx(path, h.sheet_rows([h.KERAGAAN, h.UMKM] * n + rows)))


def tables(d, n):
    """One table below the other, each with its headings, rows and total."""
    def make(path, rows, kind, year):
        one = [["Triwulan"], *rows[:3], ["", "JUMLAH", "", "", "", "", "", "3000000"], ["Catatan: sementara"], []]
        h.xlsx(path, h.sheet_rows(one * n))
    h.in_format(d, "xlsx", make)


def sheets(d, n):
    def make(path, rows, kind, year):
        names = "".join(f'<sheet name="S{i}" sheetId="{i + 1}" r:id="rId1"/>' for i in range(n))
        h.xlsx(path, h.sheet_rows(rows), sheets=names)
    h.in_format(d, "xlsx", make)


def styles(d, n):
    def make(path, rows, kind, year):
        formats = "<numFmts>" + "".join(f'<numFmt numFmtId="{164 + i}" formatCode="#,##0&quot; {i}&quot;"/>' for i in range(n)) + "</numFmts>"
        h.xlsx(path, h.sheet_rows(rows), styles=formats + "<cellXfs>" + "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(n)) + "</cellXfs>")
    h.in_format(d, "xlsx", make)


def merges(d, n):
    def make(path, rows, kind, year):
        h.xlsx(path, h.sheet_rows(rows), after="<mergeCells>" + "".join(f'<mergeCell ref="A{i}:C{i}"/>' for i in range(20, 20 + n)) + "</mergeCells>")
    h.in_format(d, "xlsx", make)


def files(d, n):
    h.office(d, sources=(h.SOURCES % ("csv", "csv")).replace("data/umkm {tahun}.csv", "data/umkm/*{tahun}.csv"))
    for i in range(n):
        h.write(f"{d}/data/umkm/{i} 2021.csv", h.csv(h.umkm(2021, 2)))


def template(markup):
    def make(d, n):
        h.template(d, h.PART % markup(n))
    return make, 400


KINDS = {
    "cell_dots": in_cell("1.234."),
    "cell_slashes": in_cell("1/2/"),
    "cell_words": in_cell("jan feb mar s.d. triwulan "),
    "cell_brackets": in_cell("(Rp) "),
    "cell_digits": in_volume("7"),
    "cell_number": in_volume("1.234."),
    "cell_phones": in_cell("0812-3456-7890 "),
    "cell_dates": in_cell("Siti 12-05-1980 "),
    "cell_addresses": in_cell("a@b.co "),
    "heading_words": heading("volume usaha "),
    "heading_years": heading("2021 2020 "),
    "heading_one_word": heading("volumeusaha"),
    "rows_sound": rows(lambda year, n: h.keragaan(year, n)),
    "rows_no_number": rows(lambda year, n: h.keragaan(year, n, volume=lambda i: f"±{i}jt")),
    "rows_two_ways": rows(lambda year, n: h.keragaan(year, n, volume=lambda i: "1.234" if i % 2 else "1,234")),
    "rows_same_key": rows(lambda year, n: [r[:2] + ["BH/1"] + r[3:] if i else r for i, r in enumerate(h.keragaan(year, n))]),
    "rows_one_name": rows(lambda year, n: h.keragaan(year, n, name=lambda i: "KSU Sama", volume=lambda i: "5" if i % 2 else "123456789")),
    "rows_new_names": rows(lambda year, n: [r[:2] + [r[2] + f"/{year}"] + r[3:] if i else r for i, r in enumerate(h.keragaan(year, n, name=lambda i: f"KSU Amanah Sejahtera {i:04}"))]),
    "rows_totals": rows(lambda year, n: [r if i == 0 or i % 2 else ["", "JUMLAH", "", "", "", "", "", r[7]] for i, r in enumerate(h.keragaan(year, n))]),
    "rows_labels": rows(lambda year, n: [r if i == 0 or i % 2 else ["", f"KECAMATAN {i}"] for i, r in enumerate(h.keragaan(year, n))]),
    "rows_nameless": rows(lambda year, n: [r if i == 0 or i % 2 else ["", "", "", "", "", "", "", r[7]] for i, r in enumerate(h.keragaan(year, n))]),
    "indicators": (indicators, 40),
    "measures": (measures, 100),
    "chain_of_measures": (chain, 12),
    "unknown_keys": (unknown_keys, 60),
    "unknown_names": (unknown_names, 240),
    "unknown_predicates": (unknown_predicates, 240),
    "accepts": (accepts, 200),
    "formula": (formula, 200),
    "wide": (wide, 150),
    "heading_rows": (heading_rows, 100),
    "tables": (tables, 60),
    "sheets": (sheets, 60),
    "styles": (styles, 4000),
    "merges": (merges, 4000),
    "files": (files, 60),
    "template_loop": template(lambda n: "{% for a in range(end=" + str(n) + ") %}<paragraf>{{ a }}</paragraf>{% endfor %}"),
    "template_rows": template(lambda n: "<tabel><kolom lebar='1'/>{% for a in range(end=" + str(n) + ") %}<baris><sel>{{ a }}</sel></baris>{% endfor %}</tabel>"),
    # Of more words the attachment breaks its rows, which costs once and not again.
    "template_text": (template(lambda n: "<paragraf>" + "kata " * n + "</paragraf>")[0], 100),
}


def instructions(iku, folder, call):
    run = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", iku, *call, folder],
                         capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if run.returncode not in (0, 1, 2):
        raise SystemExit(f"exit {run.returncode}: {run.stderr[-400:]}")
    return int(re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)[1].replace(",", ""))


def main():
    args = sys.argv[1:]
    if "--list" in args:
        print("\n".join(KINDS))
        return 0
    iku, only = os.path.abspath(args[0]), args[1:]
    bad, worst = 0, (0, "")
    for name, (make, size) in KINDS.items():
        if only and name not in only:
            continue
        call = ["buat", "--draf"] if name.startswith(("template", "indicators", "measures")) else ["periksa", "--json"]
        counts = []
        for n in (size, 2 * size, 4 * size):
            folder = tempfile.mkdtemp(prefix="iku-")
            make(folder, n)
            counts.append(instructions(iku, folder, call))
            shutil.rmtree(folder)
        one, two = counts[1] - counts[0], counts[2] - counts[1]
        growth = two / max(one, NOISE)
        worst = max(worst, (growth, name))
        fault = growth > GROWTH
        bad += fault
        print(f"{'FAILED: ' if fault else ''}{name}: {', '.join(f'{count / 1e6:.0f}' for count in counts)} million instructions for {size}, {2 * size}, {4 * size}; {growth:.2f}", flush=True)
    print(f"{len(only or KINDS) - bad} of {len(only or KINDS)} kinds grow as their input does; the steepest {worst[0]:.2f} ({worst[1]})")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
