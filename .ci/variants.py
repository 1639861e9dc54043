#!/usr/bin/env python3
"""Fourteen offices as different as offices are, made from the sample, and their pages held against committed pictures.

usage: variants.py IKU OFFICE FOLDER [--counts FILE] [--write]     FOLDER: where the offices are made; veraPDF judges them after

The offices are told in tests/data/varian.toml; their layouts and tags are held by `cargo test --test varian`. Each must make its report, look as it looked when a person last approved of it (`.ci/pages/varian/`), and read aloud what
it should. `--write` writes the pictures anew: look at them in the diff.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pictures
from ledger import Ledger, output_of

PICTURES = pictures.PAGES / "varian"
VARIANTS = Path(__file__).resolve().parent.parent / "tests/data/varian.toml"
# The form, and what comes after it; where the parts at the end are the point, all.
MOST_PAGES = 2
WHOLE = ["semua-bagian"]


def goals(text, count):
    """The profile with its first goal alone, and so many of its first indicator."""
    start = text.index("[[sasaran]]")
    head, body = text[:start], text[start:]
    first = body[: body.index("[[sasaran]]", 1)]
    at = first.index("[[sasaran.indikator]]")
    name = re.search(r'nama *= "(.*)"', first[at:])[1]
    many = [first[at:].replace(name, f"{name} ke-{number}", 1) for number in range(1, count + 1)]
    return head + first[:at] + ("".join(many) if count > 1 else first[at:])


def changed(text, change):
    """The text with one change made; one that finds nothing is a mistake here."""
    found, new = change["dari"], change["ke"] * change.get("kali", 1)
    if found not in text:
        raise RuntimeError(f"{found!r} is not in the sample's profile")
    return text.replace(found, new + found if change.get("sebelum") else new, 1)


def profiles(text):
    """Each office's name, profile, and whether it makes a draft."""
    for variant in tomllib.loads(VARIANTS.read_text(encoding="utf-8"))["varian"]:
        own = goals(text, variant["indikator"]) if "indikator" in variant else text
        for change in variant.get("ubah", []):
            own = changed(own, change)
        yield variant["nama"], own, variant.get("draf", False)


# What a reader hears, beyond what all hear.
HEARD = {
    "emoji": "Catatan huruf: [U+1F3EA]",
    "empat-penandatangan": "KEPALA BIDANG USAHA MIKRO",
    "semua-bagian": "PENGESAHAN",
    "draf": "DRAF",
    "enampuluh-indikator": "1.60 Prosentase Pertumbuhan Volume Usaha Koperasi ke-60",
}


def shown(name, pages):
    """The pages that are held."""
    return pages if name in WHOLE else pages[:MOST_PAGES]


def read_aloud(pdf):
    """All text in the structure's order, blanks made one."""
    return re.sub(r"\s+", " ", output_of("pdftotext", pdf, "-"))


def run(ledger, iku, office, folder, write):
    shutil.rmtree(folder, ignore_errors=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    profile = (office / "iku.toml").read_text(encoding="utf-8")
    for name, text, draft in profiles(profile):
        own = folder / name
        shutil.copytree(office, own, ignore=shutil.ignore_patterns("keluaran", "arsip"))
        (own / "iku.toml").write_text(text, encoding="utf-8")
        done = subprocess.run([iku, "buat", *(["--draf"] if draft else []), own], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            ledger.check(f"{name}: a report", [done.stdout + done.stderr])
            continue
        pdf = next((own / "keluaran").glob("*/*.pdf"))
        pages = shown(name, pictures.drawn(pdf))
        kept = [PICTURES / f"{name}-{number}.png" for number in range(1, len(pages) + 1)]
        if write:
            for old in PICTURES.glob(f"{name}-*.png"):
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
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
