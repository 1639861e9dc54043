#!/usr/bin/env python3
"""Pictures of a PDF's pages, held against committed ones with tolerance.

usage: pictures.py PDF [--write]     compares with .ci/pages/, or writes it anew (needs poppler alone)

Small, in 16 greys. A pixel of ink must have ink within one pixel of it in the
other picture, so that another poppler's antialiasing passes and a line moved by
a millimetre (two pixels) does not.
"""

import argparse
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

PAGES = Path(__file__).resolve().parent / "pages"
DPI = 50
INK = 5  # of 15: less is the haze of antialiasing
ALLOWED = 30  # pixels of a page that may be without their like


class Picture:
    """Width, height and a byte of ink (0 white … 15 black) for each pixel."""

    def __init__(self, width, height, ink):
        self.width, self.height, self.ink = width, height, bytes(ink)

    def rows(self):
        return [self.ink[at : at + self.width] for at in range(0, len(self.ink), self.width)]


def drawn(pdf, page=None, dpi=DPI, more=()):
    """The pages as poppler draws them, or one of them."""
    only = [] if page is None else ["-f", str(page), "-l", str(page)]
    command = ["pdftoppm", "-gray", "-r", str(dpi), *only, *more, str(pdf)]
    data = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=300).stdout
    pictures = []
    while data:
        width, height, rest = pgm_head(data)
        grey, data = rest[: width * height], rest[width * height :]
        pictures.append(Picture(width, height, grey.translate(TO_INK)))
    return pictures


TO_INK = bytes((255 - grey) * 15 // 255 for grey in range(256))


def pgm_head(data):
    """Width and height of a PGM, and what comes after its head."""
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    return int(head[1]), int(head[2]), data[head.end() :]


def write_png(path, picture):
    """Four bits of grey a pixel, no row filter."""
    lines = bytearray()
    for row in picture.rows():
        grey = [15 - ink for ink in row] + [15] * (len(row) % 2)
        lines += b"\0" + bytes(high << 4 | low for high, low in zip(grey[::2], grey[1::2]))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 4, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(bytes(lines), 9)), chunk(b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def read_png(path):
    """A picture that `write_png` wrote."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, *rest = struct.unpack(">IIBBBBB", body)
            assert rest == [4, 0, 0, 0, 0], f"{path.name} was not written by pictures.py"
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    lines, stride, ink = zlib.decompress(packed), (width + 1) // 2 + 1, bytearray()
    for start in range(0, len(lines), stride):
        row = [15 - nibble for byte in lines[start + 1 : start + stride] for nibble in (byte >> 4, byte & 15)]
        ink += bytes(row[:width])
    return Picture(width, height, ink)


def spread(picture):
    """Each pixel's most ink within one pixel of it."""
    wide = [bytes(map(max, row, row[1:] + b"\0", b"\0" + row[:-1])) for row in picture.rows()]
    blank = bytes(picture.width)
    return [bytes(map(max, here, above, below)) for here, above, below in zip(wide, [blank, *wide], [*wide[1:], blank])]


def lost(one, other):
    """The (row, column) of ink in one picture without ink near it in the other."""
    near = spread(other)
    return [
        (y, x)
        for y, (row, beside) in enumerate(zip(one.rows(), near))
        for x, (ink, most) in enumerate(zip(row, beside))
        if ink >= INK and most < ink // 2
    ]


def differences(one, other):
    """What a person would see; nothing where the two are the same but for antialiasing."""
    if (one.width, one.height) != (other.width, other.height):
        return [f"{one.width} x {one.height} pixels, not {other.width} x {other.height}"]
    found = []
    for how, places in (("new ink", lost(one, other)), ("ink is gone", lost(other, one))):
        if len(places) > ALLOWED:
            rows, columns = [place[0] for place in places], [place[1] for place in places]
            millimetres = lambda pixels: round(pixels * 25.4 / DPI)
            where = f"{millimetres(min(rows))} to {millimetres(max(rows))} mm from the top, {millimetres(min(columns))} to {millimetres(max(columns))} mm from the left"
            found.append(f"{how}: {len(places)} pixels, {where}")
    return found


def shifted(picture, pixels):
    """The lower half moved down: what a careless change of spacing does."""
    rows, half = picture.rows(), picture.height // 3
    moved = rows[:half] + [bytes(picture.width)] * pixels + rows[half : picture.height - pixels]
    return Picture(picture.width, picture.height, b"".join(moved))


def committed():
    """The committed pictures in the pages' order."""
    return [read_png(path) for path in sorted(PAGES.glob("*.png"), key=lambda path: int(path.stem))]


def compare(pages):
    """What differs from the committed pictures, page by page."""
    wanted = committed()
    problems = [f"{len(pages)} pages, {len(wanted)} pictures"] if len(pages) != len(wanted) else []
    for number, (page, picture) in enumerate(zip(pages, wanted), 1):
        problems += [f"page {number}: {one}" for one in differences(page, picture)]
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--write", action="store_true", help="write the pictures anew")
    options = parser.parse_args()
    pages = drawn(options.pdf)
    if options.write:
        PAGES.mkdir(exist_ok=True)
        for old in PAGES.glob("*.png"):
            old.unlink()
        for number, page in enumerate(pages, 1):
            write_png(PAGES / f"{number}.png", page)
        print(f"{len(pages)} pictures written to {PAGES}")
        return 0
    problems = compare(pages)
    print("\n".join(problems) or f"{len(pages)} pages as they should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
