#!/usr/bin/env python3
"""The table of `benches/pages.rs` by typst: usage: halaman_typst.py ROWS TURNS; prints the median of the turns in milliseconds."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import typst

ROW = (
    "Meningkatnya kapasitas pengelolaan dan produktivitas koperasi",
    "Prosentase Pertumbuhan Volume Usaha Koperasi",
    "Volume Usaha : total nilai penjualan atau penerimaan dari barang dan jasa pada suatu periode",
    "Lap. Keragaan Koperasi",
)


def source(rows):
    cells = "\n".join(f"[{number}], " + ", ".join(f"[{text}]" for text in ROW) + "," for number in range(1, rows + 1))
    return f"""#set document(title: "IKU")
#set page(width: 330mm, height: 215mm, margin: (x: 25mm, y: 20mm))
#set text(font: "Liberation Sans", size: 11pt, lang: "id")
= INDIKATOR KINERJA UTAMA
#table(columns: (30fr, 174fr, 188fr, 348fr, 107fr), table.header([No.], [Sasaran], [Indikator], [Penjelasan], [Sumber Data]),
{cells}
)
"""


def once(rows):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.typ"
        path.write_text(source(rows))
        start = time.perf_counter()
        typst.compile(str(path), output=str(Path(folder) / "tabel.pdf"), pdf_standards=["ua-1"])
        return (time.perf_counter() - start) * 1000


def main():
    rows, turns = sys.argv[1], sys.argv[2]
    if turns == "once":
        print(f"{once(int(rows)):.1f}")
        return
    # A process of its own each time: typst remembers within one what it laid out before.
    runs = [subprocess.run([sys.executable, __file__, rows, "once"], capture_output=True, check=True, text=True) for _ in range(int(turns))]
    print(f"{statistics.median(float(run.stdout) for run in runs):.1f}")


if __name__ == "__main__":
    main()
