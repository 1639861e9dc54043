#!/usr/bin/env python3
"""Twelve offices as different as offices are, made from the sample, and their pages held against committed pictures.

usage: variants.py IKU OFFICE FOLDER [--counts FILE] [--write]     FOLDER: where the offices are made; veraPDF judges them after

Each must make its report, look as it looked when a person last approved of it (`.ci/pages/varian/`), and read aloud what
it should. `--write` writes the pictures anew: look at them in the diff.
"""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pictures
from ledger import Ledger, output_of

PICTURES = pictures.PAGES / "varian"
# The form, and what comes after it.
MOST_PAGES = 2


def put(text, *changes):
    """The text with each `found` replaced by its `put`; a change that finds nothing is a mistake here."""
    for found, new in changes:
        if found not in text:
            raise RuntimeError(f"{found!r} is not in the sample's profile")
        text = text.replace(found, new, 1)
    return text


def paper(size, way, face):
    return [('kertas    = "F4"', f'kertas    = "{size}"'), ('orientasi = "lanskap"', f'orientasi = "{way}"'), ('huruf     = "Arial"', f'huruf     = "{face}"')]


def signer(position, name, more=""):
    return f'[[penandatangan]]\njabatan = ["{position}"]\nnama    = "{name}"\n{more}\n\n'


DATED = 'tempat  = "Pasuruan"\ntanggal = 2022-01-24'
MAYOR = signer("WALI KOTA PASURUAN", "H. SAIFULLAH YUSUF", f'{DATED}\ncara    = "tte"\npenanda = "#"')
SEEN = signer("SEKRETARIS DAERAH", "RUDIYANTO, AP, M.Si", 'sebagai = "Mengetahui,"')
HEADS = [
    signer("KEPALA BIDANG KOPERASI", "Dra. SITI AMINAH, M.Si", DATED + '\npangkat = "Penata"\nnip     = "19700101 199001 2 001"'),
    signer("KEPALA BIDANG USAHA MIKRO", "BUDI", DATED),
    signer("KEPALA BIDANG PERENCANAAN EVALUASI DAN PELAPORAN", "Ir. R. Ngt. Raden Ayu Kusumaningrum Puspitasari Wijayakusuma, M.Agr., Ph.D.", DATED),
]
OWN = [("[penandatangan]", "[[penandatangan]]")]
KOP = [("[laporan]\n", '[laporan]\nkop = { baris = ["PEMERINTAH KOTA PASURUAN", "DINAS KOPERASI DAN USAHA MIKRO", "Jalan Pahlawan No. 28 Pasuruan"] }\n')]
LONG = "Volume Usaha adalah nilai penjualan barang dan jasa koperasi kepada anggota maupun bukan anggota pada tahun buku. "


def profiles(text):
    """Each office's name and profile."""
    goals = text.index("[[sasaran]]")
    head, body = text[:goals], text[goals:]
    first = body[: body.index("[[sasaran]]", 1)]
    one = first[first.index("[[sasaran.indikator]]") :]
    name = "Prosentase Pertumbuhan Volume Usaha Koperasi"
    sixty = "".join(one.replace(name, f"{name} ke-{number}") for number in range(1, 61))
    before = lambda signers: [("[[penandatangan]]", signers + "[[penandatangan]]")]
    return {
        "satu-indikator": head + first,
        "enampuluh-indikator": head + '[[sasaran]]\nuraian = "Meningkatnya kapasitas"\n\n' + sixty,
        "bookman-potret-kop": put(text, *paper("A4", "potret", "Bookman Old Style"), *KOP, *OWN, *before(MAYOR)),
        "empat-penandatangan": put(text, *OWN, *before("".join(HEADS))),
        "times-potret": put(text, *paper("A4", "potret", "Times New Roman")),
        "emoji": put(text, ('nama   = "Dinas Koperasi dan Usaha Mikro"', 'nama   = "Dinas Koperasi dan Usaha Mikro \U0001f3ea"')),
        "uraian-panjang": put(text, ("Volume Usaha : total", LONG * 45 + "Volume Usaha : total")),
        "nama-tanpa-spasi": put(text, (name, "Pertumbuhan" + "VolumeUsahaKoperasi" * 6), ('"Bidang Koperasi"', '"BidangKoperasiUsahaMikroPerindustrianDanPerdagangan"')),
        "alasan-potret": put(text, *paper("A4", "potret", "Arial"), ("[laporan]\n", '[laporan]\ntemplat = "iku-alasan"\n')),
        "definisi": put(text, ("[laporan]\n", '[laporan]\ntemplat = "iku-definisi"\n')),
        "catatan-ringkas": put(text, ("[laporan]\n", '[laporan]\ncatatan = "ringkas"\n'), *OWN, ("[sumber.keragaan]", SEEN + "[sumber.keragaan]")),
        "tanpa-pecahan": put(
            text,
            ('pembilang = "Jumlah volume usaha koperasi tahun n - Jumlah volume usaha koperasi th (n-1)"\npenyebut  = "Jumlah volume usaha koperasi tahun (n-1)"\npengali   = "x 100%"', 'pembilang = "Jumlah volume usaha koperasi tahun n"'),
            ('rumus            = "(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100"\nsatuan           = "%"', 'rumus            = "volume_usaha"\nsatuan           = "Rp"'),
            ('target           = { 2021 = "7,5", 2022 = 8 }\ntarget_akhir     = { 2026 = 10 }', 'target           = { 2021 = 200000000000 }'),
        ),
    }


# What a reader hears, beyond what all hear.
HEARD = {
    "emoji": "Catatan huruf: [U+1F3EA]",
    "empat-penandatangan": "KEPALA BIDANG USAHA MIKRO",
    "enampuluh-indikator": "1.60 Prosentase Pertumbuhan Volume Usaha Koperasi ke-60",
}


def shown(pages):
    """The pages that are held."""
    return pages[:MOST_PAGES]


def read_aloud(pdf):
    """All text in the structure's order, blanks made one."""
    return re.sub(r"\s+", " ", output_of("pdftotext", pdf, "-"))


def run(ledger, iku, office, folder, write):
    shutil.rmtree(folder, ignore_errors=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    profile = (office / "iku.toml").read_text(encoding="utf-8")
    for name, text in profiles(profile).items():
        own = folder / name
        shutil.copytree(office, own, ignore=shutil.ignore_patterns("keluaran", "arsip"))
        (own / "iku.toml").write_text(text, encoding="utf-8")
        done = subprocess.run([iku, "buat", own], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            ledger.check(f"{name}: a report", [done.stdout + done.stderr])
            continue
        pdf = next((own / "keluaran").glob("*/*.pdf"))
        pages = shown(pictures.drawn(pdf))
        kept = [PICTURES / f"{name}-{number}.png" for number in range(1, len(pages) + 1)]
        if write:
            for old in PICTURES.glob(f"{name}-?.png"):
                old.unlink()
            for path, page in zip(kept, pages):
                pictures.write_png(path, page)
        missing = [str(path) for path in kept if not path.exists()]
        found = missing or [f"page {number}: {one}" for number, (path, page) in enumerate(zip(kept, pages), 1) for one in pictures.differences(page, pictures.read_png(path))]
        ledger.check(f"{name}: pages look as they were approved", found)
        wanted = HEARD.get(name, "INDIKATOR KINERJA UTAMA")
        ledger.check(f"{name}: {wanted!r} is read", [] if wanted in read_aloud(pdf) else [f"not in {pdf}"])
    # A judge that lets everything through is none.
    one, other = (pictures.read_png(PICTURES / f"{name}-1.png") for name in ("definisi", "emoji"))
    ledger.check("the pictures of two variants are told apart", [] if pictures.differences(one, other) else ["they are not"])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("office", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--counts", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    ledger = Ledger()
    ledger.group(run, given.iku.resolve(), given.office.resolve(), given.folder.resolve(), given.write)
    print(f"{ledger.passed} passed, {ledger.failed} failed")
    if given.counts:
        given.counts.write_text(f"{ledger.passed} {ledger.failed}\n")
    return 1 if ledger.failed else 0


if __name__ == "__main__":
    sys.exit(main())
