#!/usr/bin/env python3
"""Damaged workbooks of every format through the release program, its reading child and the search for tables: no panic,
no hang, nothing but a workbook or a finding. Parts of a package are damaged and packed again, so that the damage gets past
the checksums. A piece is a minute or two; SEED tells the pieces apart.

usage: .ci/mutated.py target/release/iku FILES [SEED]     the files that fail are kept in target/mutasi
"""

import io, os, random, resource, shutil, subprocess, sys, tempfile, time, zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from hostile import memory

SEEDS = [("xlsx", "tests/data/libreoffice.xlsx"), ("xlsx", "samples/salah/baris-dilewati/data/Data 2021.xlsx"), ("ods", "tests/data/libreoffice.ods"),
         ("xlsb", "tests/data/contoh.xlsb"), ("xls", "tests/data/libreoffice.xls"), ("xls", "examples/make_salah/salah/lama.xls"), ("csv", "tests/data/koperasi.csv")]
TOKENS = [b"<row>", b"</row>", b"<c r=\"XFD1048576\">", b"<c t=\"s\"><v>", b"99999999999999999999", b"-1", b"1e309", b"NaN", b"&#0;", b"&#x110000;", b"&lt;", b"]]>",
          b"<!--", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\"\n;", b"\x00", b"\xff\xfe", b"\xef\xbf\xbf", b"Jumlah", b"table:number-columns-repeated=\"1000000000\"", b"t=\"s\"",
          b"_x001B_", b"\xe2\x80\xae", b"1.234,56", b"<si/>", b"r:id=\"rId1\"", b"\x01\x00\xff\xff", b"\x85\x00\x0a\x00", b"\x3c\x00"]
BATCH = 400
SECONDS, MIB = 10, 1024


def damage(data, dice):
    data = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if not data:
            break
        at = dice.randrange(len(data))
        end = min(len(data), at + 1 + dice.randrange(40))
        kind = dice.randrange(7)
        if kind == 0:
            data[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            data[at] = dice.choice(b"\x00\xff<>&\"9")
        elif kind == 2:
            del data[at:end]
        elif kind == 3:
            data[at:at] = data[at:end]
        elif kind == 4 and dice.randrange(4) == 0:
            del data[at:]
        elif kind == 5:
            data[at:at] = dice.choice(TOKENS)
        else:
            token = dice.choice(TOKENS)
            data[at:at + len(token)] = token
    return bytes(data)


def mutated(seed, parts, dice):
    if not parts or dice.randrange(8) == 0:
        return damage(seed, dice)
    which = dice.randrange(len(parts))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as z:
        for index, (name, data) in enumerate(parts):
            z.writestr(zipfile.ZipInfo(name), damage(data, dice) if index == which else data)
    return out.getvalue()


def run(iku, files):
    """The exit, the processor seconds, the most MiB of all processes together, and what was said."""
    with tempfile.TemporaryFile() as out:
        p = subprocess.Popen([iku, "lihat", *files], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30)))
        peak, ended, start = 0, 0, time.time()
        while not ended:
            ended, status, used = os.wait4(p.pid, os.WNOHANG)
            if not ended:
                peak = max(peak, memory(p.pid))
                if time.time() - start > 600:
                    p.kill()
                time.sleep(0.03)
        p.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return p.returncode, used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss // 1024), out.read()


def main():
    iku, count, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    dice, bad, done = random.Random(seed), 0, 0
    slowest, largest = (0, ""), (0, "")
    seeds = []
    for ending, name in SEEDS:
        data = open(os.path.join(root, name), "rb").read()
        try:
            parts = [(entry.filename, z.read(entry)) for z in [zipfile.ZipFile(io.BytesIO(data))] for entry in z.infolist()]
        except zipfile.BadZipFile:
            parts = []
        seeds.append((ending, data, parts))
    while done < count:
        folder = tempfile.mkdtemp(prefix="iku-")
        ending, data, parts = seeds[(done // BATCH) % len(seeds)]
        files = []
        for number in range(BATCH):
            files.append(f"{folder}/{done + number}.{ending}")
            with open(files[-1], "wb") as file:
                file.write(mutated(data, parts, dice))
        code, seconds, peak, said = run(iku, files)
        largest = max(largest, (peak, ending))
        if code not in (0, 1) or b"panicked" in said or seconds > SECONDS or peak > MIB:
            # Which of them it was.
            for file in files:
                code, seconds, peak, said = run(iku, [file])
                slowest = max(slowest, (seconds, ending))
                if code not in (0, 1) or b"panicked" in said or seconds > SECONDS or peak > MIB:
                    bad += 1
                    kept = os.path.join(root, "target/mutasi")
                    os.makedirs(kept, exist_ok=True)
                    shutil.copy(file, f"{kept}/{seed}-{os.path.basename(file)}")
                    print(f"exit {code}, {seconds:.1f} s, {peak} MiB: {kept}/{seed}-{os.path.basename(file)}", flush=True)
        else:
            # No file of a batch can have taken more than the batch.
            slowest = max(slowest, (seconds, f"{BATCH} files of .{ending} together"))
        shutil.rmtree(folder)
        done += BATCH
    print(f"{done} files, seed {seed}: {bad} failed; at most {slowest[0]:.2f} s of processor time ({slowest[1]}), {largest[0]} MiB ({largest[1]})")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
