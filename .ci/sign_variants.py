#!/usr/bin/env python3
"""The offices of tests/data/varian.toml with every signatory signing electronically, each field signed by pyHanko.

usage: sign_variants.py IKU OFFICE KEEP [--counts FILE]     KEEP: a folder for the files; veraPDF judges them in its own step

KEEP/<office>-kosong.pdf is the report as it was made, KEEP/<office>-ttd.pdf with all fields signed one after another.
"""

import argparse
import logging
import re
import shutil
import sys
from pathlib import Path

from ledger import Ledger, output_of
from sign import nothing, picture, signatures, signed, throw_away_signer
from variants import profiles


def electronic(profile):
    """The profile with every signatory signing electronically, and how many there are."""
    parts = re.split(r"^(?=\[)", profile, flags=re.M)
    own = [at for at, part in enumerate(parts) if re.match(r"\[+penandatangan\]+\n", part)]
    for at in own:
        if not re.search(r"^cara\b", parts[at], re.M):
            parts[at] = re.sub(r"\]\n", ']\ncara = "tte"\n', parts[at], count=1)
    return "".join(parts), len(own)


def wrong_with(path, fields):
    """What pdfsig holds against the file: the last signature covers all of it, the others an earlier state."""
    said = signatures(path)
    if sorted(said) != sorted(fields):
        return [f"fields {sorted(said)}, not {sorted(fields)}"]
    found = [said[field] for field in fields if "Signature is Valid." not in said[field]]
    return found + ([] if "Total document signed" in said[fields[-1]] else [said[fields[-1]]])


def run(ledger, iku, office, keep):
    profile = (office / "iku.toml").read_text(encoding="utf-8")
    signer = throw_away_signer()
    many = 0
    for name, text, draft in profiles(profile):
        if draft:
            # A draft has no fields: it is not to be signed.
            continue
        own = keep / name
        shutil.copytree(office, own, ignore=shutil.ignore_patterns("keluaran", "arsip"))
        text, count = electronic(text)
        (own / "iku.toml").write_text(text, encoding="utf-8")
        output_of(iku, "buat", own)
        path = keep / f"{name}-kosong.pdf"
        shutil.move(next((own / "keluaran").glob("*/*.pdf")), path)
        shutil.rmtree(own)
        fields = list(signatures(path))
        ledger.check(f"{name}: a field for each of {count} who sign", [] if len(fields) == count else [fields])
        pdf, done = path.read_bytes(), []
        for number, field in enumerate(fields):
            before, pdf = pdf, signed(pdf, signer, field, picture() if number % 2 else nothing())
            done.append(field)
            if not pdf.startswith(before):
                ledger.check(f"{name}: {field} leaves what was there", ["the file was written anew"])
        path = keep / f"{name}-ttd.pdf"
        path.write_bytes(pdf)
        ledger.check(f"{name}: signed by all {len(done)}, all valid", wrong_with(path, done))
        many = max(many, len(done))
    ledger.check("one office has four who sign", [] if many == 4 else [f"{many} at most"])
    # A judge that lets everything through is none.
    spoilt = keep / "gagal.pdf"
    content = bytearray(path.read_bytes())
    at = content.index(b"<pdfaid:part>") + len(b"<pdfaid:part>")
    content[at : at + 1] = b"9"
    spoilt.write_bytes(content)
    ledger.check("a changed byte is told", [] if wrong_with(spoilt, fields) else ["it is not"])
    spoilt.unlink()


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("office", type=Path)
    arguments.add_argument("keep", type=Path)
    arguments.add_argument("--counts", type=Path)
    given = arguments.parse_args()
    logging.disable(logging.WARNING)
    shutil.rmtree(given.keep, ignore_errors=True)
    given.keep.mkdir(parents=True)
    ledger = Ledger()
    ledger.group(run, given.iku.resolve(), given.office.resolve(), given.keep.resolve())
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
