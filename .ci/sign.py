#!/usr/bin/env python3
"""Signs what `iku buat` made with a throw-away certificate, and holds it against pdfsig and the conformance gate.

usage: sign.py IKU OFFICE [--counts FILE] [--keep FOLDER]

A report with two electronic signatories and attachments is signed into its own fields, one after another. What
must not pass is tried as well: a gate that lets everything through is none.
"""

import argparse
import datetime
import io
import logging
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from asn1crypto import keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from ledger import Ledger, output_of, tool
from PIL import Image, ImageDraw
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

SECOND = """[[penandatangan]]
tempat  = "Pasuruan"
tanggal = 2022-01-24
jabatan = ["WALI KOTA PASURUAN"]
nama    = "H. SAIFULLAH YUSUF"
cara    = "tte"
penanda = "#"

"""


def throw_away_signer():
    """A key and a certificate that no one trusts, made for this run alone."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sertifikat Uji")])
    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)
    certificate = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def nothing():
    """An appearance without ink: the block itself says who signed. (An empty text would still name a font.)"""
    return StaticStampStyle(background=RawContent(b"", box=BoxConstraints(1, 1)), background_opacity=1, border_width=0)


def picture():
    """A picture, as of a QR code, in opaque grey."""
    image = Image.new("L", (58, 58), 255)
    draw = ImageDraw.Draw(image)
    for place in ((2, 2), (40, 2), (2, 40), (22, 22)):
        draw.rectangle((*place, place[0] + 15, place[1] + 15), fill=0)
    return StaticStampStyle(background=PdfImage(image), background_opacity=1, border_width=0)


class Update(IncrementalPdfFileWriter):
    """An incremental update that leaves the metadata as they are, as most signing tools do."""

    def _update_meta(self):
        pass


def signed(pdf, signer, field, style, box=None, writer=Update, **settings):
    """The file signed in an incremental update, into the field or, with a box, into a new one of that name."""
    writer = writer(io.BytesIO(pdf))
    new = fields.SigFieldSpec(field, on_page=0, box=box) if box else None
    about = signers.PdfSignatureMetadata(field_name=field, **settings)
    one = signers.PdfSigner(about, signer, stamp_style=style, new_field_spec=new)
    return one.sign_pdf(writer, existing_fields_only=box is None).getvalue()


def attacked(pdf, change):
    """The file with its first page changed by an incremental update."""
    writer, to = Update(io.BytesIO(pdf)), io.BytesIO()
    change(writer, writer.root["/Pages"]["/Kids"][0])
    writer.write(to)
    return to.getvalue()


def other_content(writer, page):
    content = generic.StreamObject(stream_data=b"1 0 0 rg 0 0 90 90 re f")
    page["/Contents"] = writer.add_object(content)
    writer.update_container(page)


def drawn_over(writer, page):
    over = writer.add_object(generic.StreamObject(stream_data=b"1 0 0 rg 0 0 90 90 re f"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), over])
    writer.update_container(page)


def noted(writer, page):
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 90, 90)))
    note = {"/Type": "/Annot", "/Subtype": "/Square"}
    note = generic.DictionaryObject({key: generic.NameObject(value) for key, value in note.items()})
    note["/Rect"] = box
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def page_twice(writer, _):
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    writer.update_container(pages)


def signatures(path):
    """What pdfsig says of each field, by its name."""
    text = output_of("pdfsig", "-nocert", path)
    blocks = re.split(r"^Signature #\d+:$", text, flags=re.M)[1:]
    return {re.search(r"Signature Field Name: (\S+)", block)[1]: block for block in blocks}


def wrong_with(path):
    """What the conformance gate says of a file (tests/conformance.rs): no lines where it passes."""
    command = ("cargo", "test", "-q", "--test", "conformance", "--", "--ignored", "--exact", "a_given_file")
    done = tool(*command, env={**os.environ, "IKU_PDF": str(path.resolve())})
    if "1 passed" in done.stdout and done.returncode == 0:
        return []
    lines = [line for line in done.stdout.splitlines() if line.startswith(("state ", "(")) or "after the last signature" in line]
    return lines or [done.stdout + done.stderr]


def first_changed_by_second(signer, pdf):
    """What pyHanko's difference analysis holds against the first of two signatures; no lines where it holds nothing."""
    first = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0]
    trust = ValidationContext(trust_roots=[signer.signing_cert], allow_fetching=False)
    status = validate_pdf_signature(first, trust)
    if not (status.intact and status.valid):
        raise RuntimeError("the first signature is broken, not only doubted")
    if status.modification_level <= ModificationLevel.FORM_FILLING:
        return []
    said = " ".join(str(one) for one in getattr(status.diff_result, "args", ()))
    return re.findall(r"PathInRevision\('([^']*)'\)", said) or [said]


def verified(iku, office, content, whole=True):
    """Problems with what `iku verifikasi` says of a report's PDF with this content: whole and signed, or changed since."""
    path = next((office / "keluaran").glob("*/*.pdf"))
    made = path.read_bytes()
    path.write_bytes(content)
    done = tool(iku, "verifikasi", office)
    path.write_bytes(made)
    wanted = "ditambahi sejak dibuat" if whole else "BERUBAH sesudah dibuat"
    held = done.returncode == (0 if whole else 1) and wanted in done.stdout and "TIDAK mencakup" not in done.stdout
    return [] if held else [done.stdout]


def report(iku, office, folder):
    """An office with two electronic signatories and attachments, and its PDF."""
    shutil.copytree(office, folder, ignore=shutil.ignore_patterns("keluaran"))
    profile = folder / "iku.toml"
    text = profile.read_text(encoding="utf-8")
    for found, put in [
        ("[laporan]\n", "[laporan]\nlampirkan = true\n"),
        ("[penandatangan]\n", '[[penandatangan]]\ncara    = "tte"\n'),
        ("[sumber.keragaan]\n", SECOND + "[sumber.keragaan]\n"),
    ]:
        if found not in text:
            raise RuntimeError(f"{found!r} is not in {profile}")
        text = text.replace(found, put, 1)
    profile.write_text(text, encoding="utf-8")
    output_of(iku, "buat", folder)
    return next((folder / "keluaran").glob("*/*.pdf")).read_bytes()


def run(ledger, iku, office, work):
    pdf = report(iku, office, work / "kantor")
    signer = throw_away_signer()

    def written(name, content):
        path = work / f"{name}.pdf"
        path.write_bytes(content)
        return path

    def valid(path, total, partly=()):
        """Problems with what pdfsig says: the field `total` covers the whole file, those of `partly` an earlier state."""
        said = signatures(path)
        for field in (total, *partly):
            if "Signature is Valid." not in said[field]:
                yield said[field]
        if not re.search(r"^  - Total document signed$", said[total], re.M):
            yield said[total]

    ledger.check("before signing: two empty fields", [] if list(signatures(written("kosong", pdf))) == ["ttd_kepala", "ttd_kepala_2"] else [signatures(work / "kosong.pdf")])
    ledger.check("before signing: PDF/A-3a and PDF/UA-1", wrong_with(work / "kosong.pdf"))

    once = signed(pdf, signer, "ttd_kepala", nothing())
    path = written("satu", once)
    ledger.check("signed without a picture: the total document, valid", valid(path, "ttd_kepala"))
    ledger.check("signed without a picture: still PDF/A-3a and PDF/UA-1", wrong_with(path))
    ledger.check("signing changes nothing that was there", [] if once.startswith(pdf) else ["the file was written anew"])

    twice = signed(once, signer, "ttd_kepala_2", picture())
    path = written("dua", twice)
    ledger.check("the second, with a picture: the total document, both valid", valid(path, "ttd_kepala_2", ["ttd_kepala"]))
    ledger.check("the second, with a picture: still PDF/A-3a and PDF/UA-1", wrong_with(path))

    certified = signed(pdf, signer, "ttd_kepala", picture(), certify=True, docmdp_permissions=fields.MDPPerm.FILL_FORMS, reason="Pengesahan", location="Pasuruan", subfilter=fields.SigSeedSubFilter.PADES)
    path = written("pengesahan", signed(certified, signer, "ttd_kepala_2", nothing()))
    ledger.check("a certifying PAdES signature, then a second: both valid", valid(path, "ttd_kepala_2", ["ttd_kepala"]))
    ledger.check("a certifying PAdES signature, then a second: still PDF/A-3a and PDF/UA-1", wrong_with(path))

    # PyHanko's own way is to write the XMP anew, in a form of RDF that the validator does not read: nothing else is amiss.
    path = written("xmp", signed(pdf, signer, "ttd_kepala", nothing(), writer=IncrementalPdfFileWriter))
    found = wrong_with(path)
    other = [line for line in found if ":6.6.2.3." not in line]
    ledger.check("with its XMP written anew: valid, and nothing but the XMP's form is complained of", [*valid(path, "ttd_kepala"), *other, *([] if found else ["it passes: docs/kepatuhan.md should say so"])])

    # What pyHanko's own validator says of the first signature once the second stands beside it: docs/kepatuhan.md tells it.
    found = first_changed_by_second(signer, twice)
    ledger.check("the second, by pyHanko's difference analysis: the first is called changed, by way of the structure tree alone", [] if found and all("StructTreeRoot" in line or "Annots" in line or "Fields" in line for line in found) else [f"it says {found}: docs/kepatuhan.md should say so"])

    for name in ("satu", "dua", "pengesahan", "xmp"):
        ledger.check(f"iku verifikasi: {name} is whole and signed", verified(iku, work / "kantor", (work / f"{name}.pdf").read_bytes()))

    # What must not pass.
    path = written("huruf", signed(pdf, signer, "ttd_kepala", None))
    found = wrong_with(path)
    fonts = any(re.search(r"6\.2\.11\.4", line) for line in found)
    ledger.check("a stamp in a font that is not embedded does not pass", [] if fonts else ["it passed", *found])
    path = written("bidang-baru", signed(pdf, signer, "bidang_lain", nothing(), box=(50, 20, 150, 60)))
    found = wrong_with(path)
    untagged = any("7.18" in line for line in found)
    ledger.check("a field that the signing tool adds does not pass", [] if untagged else ["it passed", *found])
    ledger.check("iku verifikasi tells a picture outside the rooms for signatures", verified(iku, work / "kantor", path.read_bytes(), whole=False))
    path = written("sesudah", once + b"\n% sesudah\n")
    ledger.check("a file that was added to after signing does not pass", [] if wrong_with(path) else ["it passed"])
    ledger.check("iku verifikasi tells what was added after signing", verified(iku, work / "kantor", path.read_bytes(), whole=False))
    for name, change in (("a page's content replaced", other_content), ("a page drawn over", drawn_over), ("a note on a page", noted), ("a page twice", page_twice)):
        for before, kind in ((pdf, "unsigned"), (once, "signed")):
            ledger.check(f"iku verifikasi tells {name}, {kind}", verified(iku, work / "kantor", attacked(before, change), whole=False))
        ledger.check(f"iku verifikasi tells {name}, signed over", verified(iku, work / "kantor", signed(attacked(pdf, change), signer, "ttd_kepala", nothing()), whole=False))
    # The metadata alone stand in plain text.
    at = once.index(b"<pdfaid:part>3") + len(b"<pdfaid:part>")
    path = written("diubah", once[:at] + b"2" + once[at + 1 :])
    said = signatures(path)["ttd_kepala"]
    ledger.check("a changed byte makes the signature invalid", [said] if "Signature is Valid" in said else [])


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("iku", type=Path)
    arguments.add_argument("office", type=Path)
    arguments.add_argument("--counts", type=Path)
    arguments.add_argument("--keep", type=Path, help="a new folder that keeps the signed files")
    given = arguments.parse_args()
    logging.disable(logging.WARNING)
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as scratch:
        work = given.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        ledger.group(run, given.iku.resolve(), given.office.resolve(), work)
    return ledger.close(given.counts)


if __name__ == "__main__":
    sys.exit(main())
