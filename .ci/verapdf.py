#!/usr/bin/env python3
"""Holds PDFs against veraPDF, the reference validator, for the PDF/A part they claim and for PDF/UA-1.

usage: verapdf.py FOLDER PDF… [--counts FILE]     FOLDER: where Maven puts veraPDF (kept between runs)

A file whose name begins with `gagal-` must not pass: a gate that lets everything through is none.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

from ledger import Ledger
from maven import class_path

VERSION = "1.28.2"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def verdicts(classes, flavour, paths):
    """veraPDF's PASS or FAIL for each file."""
    command = ["java", "-cp", classes, MAIN, "-f", flavour, "--format", "text", *paths]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
    return {line.split(" ", 1)[1].rsplit(" ", 1)[0]: line.split(" ", 1)[0] for line in done.stdout.splitlines() if line.startswith(("PASS ", "FAIL "))}


def part_of(path):
    """The PDF/A part that the file claims in its metadata, which stand in plain text."""
    return re.findall(rb"<pdfaid:part>(\d)", path.read_bytes())[-1].decode()


def run(ledger, folder, paths):
    classes = class_path(folder, [f"org.verapdf.apps:greenfield-apps:{VERSION}"])
    for flavour in ("2a", "3a", "ua1"):
        own = [path for path in paths if flavour == "ua1" or f"{part_of(path)}a" == flavour]
        said = verdicts(classes, flavour, own) if own else {}
        for path in own:
            wanted = "FAIL" if path.name.startswith("gagal-") else "PASS"
            found = said.get(str(path), "no verdict")
            ledger.check(f"veraPDF {flavour}: {path.name}", [] if found == wanted else [f"{path}: {found}, not {wanted}"])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("pdf", type=Path, nargs="+")
    arguments.add_argument("--counts", type=Path)
    given = arguments.parse_args()
    ledger = Ledger()
    ledger.group(run, given.folder, [path.resolve() for path in given.pdf])
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
