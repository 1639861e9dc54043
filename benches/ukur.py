#!/usr/bin/env python3
"""Measures the rows of docs/kinerja.md: interleaved runs, medians, ratios.

usage: ukur.py [--peers PYTHON] [--putaran N] [--prosesor] [--kerja DIR] [--hanya NAME…] [--json FILE] [--gambar DIR]

Wants `cargo build --release --bins --benches --example make_kantor` done before. PYTHON has benches/peers/requirements.txt
(`python -m venv …; pip install -r benches/peers/requirements.txt`); without it the peers' rows are left out. Each row's runs are taken in turn, ours
and the peer's, so that a busy hour hits both; only ratios are said to hold on another machine. Memory is the peak of the process
with its children, as the system tells it when they end. With --prosesor the seconds are the processor's (user and system together):
where others use the machine the clock tells how busy they were.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
IKU = ROOT / "target/release/iku"
MAKE = ROOT / "target/release/examples/make_kantor"


def run(command):
    """Seconds by the clock, the processor's seconds, and the peak of memory in MiB, of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{command}: {process.returncode}\n{said.decode()}")
    return taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def offices(work, name, *size):
    folder = work / name
    if not folder.exists():
        run([MAKE, folder, *size])
    return folder


def fresh(work):
    out = work / "keluar"
    shutil.rmtree(out, ignore_errors=True)
    return out


# Which seconds are told: 0 the clock's, 1 the processor's.
SECONDS = 0


def in_turn(work, turns, commands):
    """The runs of each command, in turn; the first of each is left out. A command is a function of its output folder."""
    taken = [[] for _ in commands]
    for turn in range(turns + 1):
        for index, command in enumerate(commands):
            figures = [run(one) for one in command(fresh(work))]
            if turn:
                taken[index].append((sum(one[SECONDS] for one in figures), max(one[2] for one in figures)))
    return [(statistics.median(s for s, _ in runs), statistics.median(m for _, m in runs)) for runs in taken]


def against_pandas(work, turns, peers, name, *size):
    office = offices(work, name, *size) / "kantor-000"
    ours = lambda out: [[IKU, "buat", office, "--keluaran", out]]
    theirs = lambda out: [[peers, HERE / "peers/laporan_pandas.py", office, out]]
    found = in_turn(work, turns, [ours, theirs] if peers else [ours])
    row = {"iku": found[0]}
    if peers:
        row |= {"pandas": found[1], "rasio": found[0][0] / found[1][0]}
    return row


def usual(work, turns, peers):
    return against_pandas(work, turns, peers, "biasa")


def large(work, turns, peers):
    """The peer takes a minute: two turns after the first of each are enough."""
    return against_pandas(work, min(2, max(1, turns // 2)), peers, "besar", "--umkm", "100000")


def sample(work, turns, _):
    found = in_turn(work, turns * 3, [lambda out: [[IKU, "buat", ROOT / "samples/kota-pasuruan", "--keluaran", out]]])
    return {"iku": found[0]}


def many(work, turns, _, count=12):
    folder = offices(work, "banyak", "--kantor", str(count))
    each = sorted(folder.iterdir())
    alone = lambda out: [[IKU, "buat", office, "--pekerjaan", "1", "--keluaran", out / office.name] for office in each]
    together = lambda out: [[IKU, "buat", folder, "--keluaran", out]]
    one, all_ = in_turn(work, max(1, turns // 2), [alone, together])
    return {"satu_satu": one, "bersama": all_, "rasio": all_[0] / one[0], "kantor": count}


def province(work, _turns, _peers, count=514):
    """Usual offices as many as the country has: half of them one by one, all together, then the other half, once."""
    folder = offices(work, f"kantor{count}", "--kantor", str(count))
    each = sorted(folder.iterdir())
    out = fresh(work)
    alone = []
    for office in each[: count // 2]:
        alone.append(run([IKU, "buat", office, "--pekerjaan", "1", "--keluaran", out / office.name]))
    out = fresh(work)
    together = run([IKU, "buat", folder, "--keluaran", out])
    out = fresh(work)
    for office in each[count // 2 :]:
        alone.append(run([IKU, "buat", office, "--pekerjaan", "1", "--keluaran", out / office.name]))
    fresh(work)
    seconds, largest = sum(one[SECONDS] for one in alone), sorted((one[2] for one in alone), reverse=True)[:2]
    row = {"satu_satu": (seconds, largest[0]), "bersama": (together[SECONDS], together[2])}
    return row | {"rasio": together[SECONDS] / seconds, "dua_terbesar_mib": sum(largest), "kantor": count}


def broken(work, _turns, _peers, count=514):
    """As many small offices, three of them spoilt in different ways: how many reports and findings there are, and the summary of all."""
    folder = offices(work, f"rusak{count}", "--kantor", str(count), "--umkm", "60", "--koperasi", "30", "--rusak")
    for old in folder.glob("*/keluaran"):
        shutil.rmtree(old)
    start = time.perf_counter()
    made = subprocess.run([IKU, "buat", folder, "--json"], capture_output=True, text=True)
    seconds = time.perf_counter() - start
    (work / "rusak.json").write_text(made.stdout)
    row = {"detik": seconds, "status": made.returncode, "laporan": len(list(folder.glob("*/keluaran/*/*.pdf")))}
    row["tanpa_laporan"] = sorted(one.name for one in folder.iterdir() if not list(one.glob("keluaran/*/*.pdf")))
    return row | {"rekap": run([IKU, "rekap", folder, "--keluaran", fresh(work)])}


def checked(_work, turns, _peers):
    """`iku periksa` of 10^4 to 10^6 rows beside calamine's iteration, by `cargo bench --bench reading`: always by the clock."""
    points = []
    for count, again in ((10_000, turns), (100_000, turns), (1_000_000, min(2, turns))):
        environment = os.environ | {"IKU_BARIS": str(count), "IKU_PUTARAN": str(again)}
        command = ["cargo", "bench", "-q", "--bench", "reading"]
        said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
        number = lambda before: float(said.split(before)[1].split()[0])
        peak = float(said.split(" MiB at the peak")[0].rsplit(" ", 1)[1])
        point = {"baris": count, "calamine": number("calamine's iteration"), "pembaca": number("iku's reader"), "periksa": number("iku periksa")}
        point |= {"rasio": point["periksa"] / point["calamine"], "mib": peak, "mikrodetik_sebaris": point["periksa"] / count * 1e6}
        points.append(point)
    return {"titik": points, "linear": points[-1]["mikrodetik_sebaris"] / points[0]["mikrodetik_sebaris"] - 1}


def pages(work, turns, peers):
    """Milliseconds in the process, by `cargo bench --bench pages`, beside typst's own."""
    rows = "1000"
    ours, theirs = [], []
    for _ in range(turns):
        command = ["cargo", "bench", "-q", "--bench", "pages", "--", rows]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        ours.append(float(said.split(" ms as PDF")[0].rsplit(" ", 1)[1]))
        if peers:
            command = [peers, HERE / "peers/halaman_typst.py", rows, "1"]
            theirs.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    row = {"iku_ms": statistics.median(ours)}
    if theirs:
        row |= {"typst_ms": statistics.median(theirs), "rasio": statistics.median(ours) / statistics.median(theirs)}
    return row


def by_rows(work, turns, _):
    points = []
    for count in (10_000, 30_000, 100_000, 300_000):
        office = offices(work, f"baris-{count}", "--umkm", str(count), "--koperasi", "10") / "kantor-000"
        found = in_turn(work, max(1, turns // 2), [lambda out, office=office: [[IKU, "buat", office, "--keluaran", out]]])
        points.append((count * 3, *found[0]))
    each = [seconds / rows for rows, seconds, _ in points]
    return {"titik": points, "mikrodetik_sebaris": [one * 1e6 for one in each], "linear": each[-1] / each[0] - 1}


def by_offices(work, turns, _):
    points = []
    folder = offices(work, "kecil", "--kantor", "160", "--umkm", "60", "--koperasi", "30")
    each = sorted(folder.iterdir())
    for count in (10, 40, 80, 160):
        found = in_turn(work, max(1, turns // 2), [lambda out, count=count: [[IKU, "buat", *each[:count], "--keluaran", out]]])
        points.append((count, *found[0]))
    return {"titik": points}


ROWS = {
    "biasa": usual,
    "besar": large,
    "contoh": sample,
    "halaman": pages,
    "periksa": checked,
    "banyak": many,
    "kantor514": province,
    "rusak": broken,
    "baris": by_rows,
    "kantor": by_offices,
}


def plot(points, column, title, across, up):
    """One line of measured points as SVG, both axes from zero."""
    wide, high, left, below = 560, 300, 64, 44
    most_x, most_y = max(point[0] for point in points), max(point[column] for point in points)
    x = lambda value: left + (wide - left - 16) * value / most_x
    y = lambda value: high - below - (high - below - 34) * value / most_y
    text = lambda at, down, words, anchor="middle": f'<text x="{at:.0f}" y="{down:.0f}" text-anchor="{anchor}">{words}</text>'
    number = lambda value: f"{value:,.0f}".replace(",", ".") if value >= 10 else f"{value:.2f}".replace(".", ",")
    line = " ".join(f"{x(point[0]):.1f},{y(point[column]):.1f}" for point in points)
    parts = [text(wide / 2, 18, title), text(wide / 2, high - 6, across), text(8, 30, up, "start")]
    parts.append(f'<polyline points="{x(0):.1f},{y(0):.1f} {wide - 16},{y(0):.1f}" class="axis"/><polyline points="{x(0):.1f},34 {x(0):.1f},{y(0):.1f}" class="axis"/>')
    last = points[-1]
    parts.append(f'<line x1="{x(0):.1f}" y1="{y(0):.1f}" x2="{x(last[0]):.1f}" y2="{y(last[column]):.1f}" class="straight"/>')
    parts.append(f'<polyline points="{line}" class="line"/>')
    for point in points:
        parts.append(f'<circle cx="{x(point[0]):.1f}" cy="{y(point[column]):.1f}" r="3"/>')
        parts.append(text(x(point[0]), high - below + 16, number(point[0])))
        parts.append(text(x(point[0]) - 6, y(point[column]) - 7, number(point[column]), "end"))
    style = "text{font:12px sans-serif}.axis,.line{fill:none;stroke:#333}.line{stroke-width:2}.straight{stroke:#999;stroke-dasharray:4 4}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" aria-label="{title}"><style>{style}</style>{"".join(parts)}</svg>\n'


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--peers", type=Path)
    arguments.add_argument("--putaran", type=int, default=5)
    arguments.add_argument("--prosesor", action="store_true")
    arguments.add_argument("--kerja", type=Path, default=ROOT / "target/ukur")
    arguments.add_argument("--hanya", nargs="*", default=list(ROWS))
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--gambar", type=Path)
    given = arguments.parse_args()
    global SECONDS
    SECONDS = int(given.prosesor)
    given.kerja.mkdir(parents=True, exist_ok=True)
    found = {}
    for name in given.hanya:
        found[name] = ROWS[name](given.kerja, given.putaran, given.peers)
        print(name, json.dumps(found[name]), flush=True)
        if given.json:
            given.json.write_text(json.dumps(found, indent=1) + "\n")
    if given.gambar:
        given.gambar.mkdir(parents=True, exist_ok=True)
        for name, across in (("baris", "baris UMKM yang dibaca (tiga tahun bersama)"), ("kantor", "kantor")):
            if name in found:
                for column, what, up in ((1, "Waktu", "detik prosesor" if SECONDS else "detik"), (2, "Memori puncak", "MiB")):
                    shape = plot(found[name]["titik"], column, f"{what} menurut banyaknya {'baris' if name == 'baris' else 'kantor'}", across, up)
                    (given.gambar / f"{what.split()[0].lower()}-{name}.svg").write_text(shape)


if __name__ == "__main__":
    main()
