#!/usr/bin/env python3
"""Signs a report with the Java libraries that signing services build on: PDFBox, iText and DSS (Sign.java).

usage: sign_java.py IKU OFFICE FOLDER KEEP [--counts FILE] [--more PDF…]     FOLDER: where Maven puts them; KEEP: a folder for the signed files

Each signs the first electronic signatory's field, then the second's; of `--more` each signs every field. `pdfsig` and DSS judge the signatures; veraPDF judges
the kept files in its own step.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_der_private_key, pkcs12
from ledger import Ledger
from maven import class_path
from sign import report, signatures, throw_away_signer, verified

LIBRARIES = [
    "org.bouncycastle:bcprov-jdk18on:1.80",
    "org.bouncycastle:bcpkix-jdk18on:1.80",
    "org.apache.pdfbox:pdfbox:3.0.5",
    "eu.europa.ec.joinup.sd-dss:dss-pades-pdfbox:6.2",
    "eu.europa.ec.joinup.sd-dss:dss-utils-google-guava:6.2",
    "eu.europa.ec.joinup.sd-dss:dss-validation:6.2",
    "com.itextpdf:sign:9.1.0",
    "com.itextpdf:bouncy-castle-adapter:9.1.0",
]
TOOLS = {"pdfbox": "PDFBox", "itext": "iText", "dss": "DSS"}
PASSWORD = b"uji"


class Java:
    """Sign.java, compiled."""

    def __init__(self, folder):
        libraries, own = class_path(folder, LIBRARIES), folder / "kelas"
        source = Path(__file__).with_name("Sign.java")
        subprocess.run(["javac", "-cp", libraries, "-d", own, source], stdin=subprocess.DEVNULL, check=True, timeout=300)
        self.command = ["java", "-cp", f"{libraries}:{own}", "Sign"]

    def run(self, *arguments):
        done = subprocess.run([*self.command, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout


def key_store(path):
    """A throw-away key as the libraries take it."""
    signer = throw_away_signer()
    key = load_der_private_key(signer.signing_key.dump(), None)
    certificate = x509.load_der_x509_certificate(signer.signing_cert.dump())
    path.write_bytes(pkcs12.serialize_key_and_certificates(PASSWORD, key, certificate, None, BestAvailableEncryption(PASSWORD)))


def sign_all(ledger, java, tool, path, store, keep):
    """Every field of a report signed by one library."""
    fields, name = list(signatures(path)), path.stem.removesuffix("-kosong")
    for number, field in enumerate(fields, 1):
        signed = keep / f"{tool}-{name}-{number}.pdf"
        java.run(tool, path, signed, field, store)
        path = signed
    said = signatures(path)
    found = [said[field] for field in fields if "Signature is Valid." not in said[field]]
    ledger.check(f"{TOOLS[tool]} signs all {len(fields)} of {name}, all valid", found or ([] if fields else ["it has no field"]))
    path.rename(keep / f"{tool}-{name}.pdf")


def run(ledger, iku, office, java, keep, more):
    unsigned = keep / "java-kosong.pdf"
    unsigned.write_bytes(report(iku, office, keep / "kantor-java"))
    store = keep / "kunci.p12"
    key_store(store)
    for tool, name in TOOLS.items():
        before = unsigned
        for number, field in ((1, "ttd_kepala"), (2, "ttd_kepala_2")):
            path = keep / f"{tool}-{number}.pdf"
            java.run(tool, before, path, field, store)
            said = signatures(path)
            found = [said[field]] if "Signature is Valid." not in said[field] or "Total document signed" not in said[field] else []
            if not path.read_bytes().startswith(before.read_bytes()):
                found.append("what was there was written anew")
            ledger.check(f"{name} signs {field}: valid, the total document, nothing before it touched", found)
            ledger.check(f"iku verifikasi: what {name} signed {number} times is whole and signed", verified(iku, keep / "kantor-java", path.read_bytes()))
            before = path
        told = [line.split("\t") for line in java.run("tell", before, store).splitlines() if "\t" in line]
        passed = [field for field, indication, *_ in told if indication == "TOTAL_PASSED"]
        ledger.check(f"DSS on what {name} signed: both signatures pass", [] if passed == ["ttd_kepala", "ttd_kepala_2"] else told)
        # What docs/kepatuhan.md tells of a second signature: undefined changes by way of the structure tree.
        first = dict(entry.split("=") for entry in told[0][3:])
        ledger.check(f"DSS on what {name} signed: of the first it tells undefined changes, as the manual says", [] if int(first["undefined"]) > 0 else [f"{told[0]}: docs/kepatuhan.md should say so"])
    for path in more:
        for tool in TOOLS:
            sign_all(ledger, java, tool, path, store, keep)
    # A gate that lets everything through is none.
    spoilt = keep / "java-diubah.pdf"
    content = bytearray((keep / "dss-1.pdf").read_bytes())
    at = content.index(b"<pdfaid:part>3") + len(b"<pdfaid:part>")
    content[at : at + 1] = b"2"
    spoilt.write_bytes(content)
    told = java.run("tell", spoilt, store)
    ledger.check("DSS: a changed byte makes the signature fail", [] if "TOTAL_FAILED" in told else [told])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("office", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("keep", type=Path)
    arguments.add_argument("--counts", type=Path)
    arguments.add_argument("--more", type=Path, nargs="+", default=[])
    given = arguments.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    ledger = Ledger()
    ledger.group(run, given.iku.resolve(), given.office.resolve(), Java(given.folder), given.keep.resolve(), given.more)
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
