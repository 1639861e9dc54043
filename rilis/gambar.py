"""gambar.py IKU: the pictures of docs/panduan.md, drawn from what the program really says.

Needs Pillow and a monospaced face of the system. What a person types stands behind the questions.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

iku = Path(sys.argv[1]).resolve()
root = Path(__file__).resolve().parent.parent
FACE = subprocess.check_output(["fc-match", "-f", "%{file}", "monospace"], text=True)
SIZE, LINE, MARGIN, WIDTH = 15, 21, 16, 118
COLOURS = {"31": (240, 90, 90), "33": (230, 190, 80), "36": (90, 200, 220)}
PLAIN, BOLD, DIM, BACK = (210, 210, 210), (255, 255, 255), (135, 135, 135), (28, 28, 32)


def said(args, typed=""):
    quiet = {"IKU_JANGAN_BUKA": "1", "XDG_STATE_HOME": tempfile.mkdtemp()}
    run = subprocess.run([iku, *args, "--warna", "selalu"], input=typed, text=True, capture_output=True, env={**os.environ, **quiet})
    return run.stderr


def wrapped(line):
    plain = re.sub(r"\x1b\[\d+m", "", line)
    if len(plain) <= WIDTH:
        return [line]
    cut = plain.rfind(" ", 0, WIDTH)
    indent = " " * (len(plain) - len(plain.lstrip()))
    return [plain[:cut], *wrapped(indent + plain[cut + 1 :])]


def draw(text, path):
    lines = [part for line in text.rstrip().split("\n") for part in wrapped(line)]
    face, bold = ImageFont.truetype(FACE, SIZE), ImageFont.truetype(FACE, SIZE)
    wide = face.getlength("m")
    image = Image.new("RGB", (int(WIDTH * wide) + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN), BACK)
    pen = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        x, colour = MARGIN, PLAIN
        for piece in re.split(r"(\x1b\[\d+m)", line):
            if code := re.fullmatch(r"\x1b\[(\d+)m", piece):
                colour = {"0": PLAIN, "1": BOLD, "2": DIM}.get(code[1], COLOURS.get(code[1], colour))
                continue
            pen.text((x, MARGIN + row * LINE), piece, font=bold if colour == BOLD else face, fill=colour)
            x += wide * len(piece)
    image.save(path, optimize=True)


with tempfile.TemporaryDirectory() as scratch:
    office = Path(scratch) / "kantor"
    shutil.copytree(root / "samples/salah/bukan-angka", office)
    draw("> iku periksa kantor\n" + said(["periksa", str(office)]), root / "docs/temuan.png")

with tempfile.TemporaryDirectory() as scratch:
    typed = ["b", "", "Dinas Koperasi dan Usaha Mikro", "Kota Contoh", "Fulan, S.E., M.M.", "Pembina", "19640505 199303 1 012", "2021", "k"]
    own = Path(scratch) / "a" / "iku"
    own.mkdir(parents=True)
    program = own / "iku.exe"
    shutil.copy(iku, program)
    # As the archive has it.
    shutil.copytree(root / "samples/kota-pasuruan", own / "contoh-kota-pasuruan", ignore=shutil.ignore_patterns("keluaran"))
    iku = program
    os.chdir(own)
    text = said(["__klik"], "\n".join(typed) + "\n").replace(str(own), r"C:\Users\Fulan\Documents\iku").replace("/kantor", r"\kantor").replace("/contoh", r"\contoh")
    answers = iter(typed)
    shown = []
    for line in text.split("\n"):
        shown.append(line)
        if re.search(r":$", line) and "Sekarang" not in line and "siap:" not in line:
            shown.append("> " + next(answers, ""))
    draw("\n".join(shown), root / "docs/klik-ganda.png")
