//! A signed paper, beside its report, without its companions, and in another report's place.

use super::{correct, office};
use crate::common::{Office, iku};
use iku::deliver::sha256_hex;
use lopdf::Object;

/// An object as a PDF says it.
fn said(object: &Object) -> String {
    let dict = |dict: &lopdf::Dictionary| {
        let all: Vec<String> =
            dict.iter().map(|(key, value)| format!("/{} {}", String::from_utf8_lossy(key), said(value))).collect();
        format!("<< {} >>", all.join(" "))
    };
    match object {
        Object::Null => "null".to_owned(),
        Object::Boolean(value) => value.to_string(),
        Object::Integer(value) => value.to_string(),
        Object::Real(value) => value.to_string(),
        Object::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
        Object::String(text, _) => format!("<{}>", text.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Object::Array(list) => format!("[ {} ]", list.iter().map(said).collect::<Vec<_>>().join(" ")),
        Object::Dictionary(own) => dict(own),
        Object::Stream(_) => panic!("a stream stands in no other object"),
        Object::Reference((id, _)) => format!("{id} 0 R"),
    }
}

/// The PDF with objects put into it by an incremental update, after those that it has: the first is its catalog, to which
/// `more` is added.
pub fn updated(paper: &[u8], more: &str, objects: &[(u32, String)]) -> Vec<u8> {
    let file = lopdf::Document::load_mem(paper).unwrap();
    let root = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let catalog = said(&Object::Dictionary(file.get_dictionary(root).unwrap().clone()));
    let text = String::from_utf8_lossy(paper);
    let previous = text.rsplit("startxref").next().unwrap().split_whitespace().next().unwrap().to_owned();
    let (mut bytes, mut table) = (paper.to_vec(), "xref\n".to_owned());
    let catalog = (root.0, format!("{} {more} >>", catalog.trim_end_matches(">>")));
    for (id, object) in [&catalog].into_iter().chain(objects) {
        table.push_str(&format!("{id} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{id} 0 obj\n{object}\nendobj\n").bytes());
    }
    let at = bytes.len();
    let trailer = format!("trailer\n<< /Root {} 0 R /Size 99999 /Prev {previous} >>\nstartxref\n{at}\n%%EOF\n", root.0);
    bytes.extend(table.bytes());
    bytes.extend(trailer.bytes());
    bytes
}

/// The PDF signed as signing services do, in a field that nobody sees; the signature holds the digest of what it covers.
pub fn signed(paper: &[u8]) -> Vec<u8> {
    let room = format!("<{}>", "0".repeat(64));
    let head =
        |range: &str| format!("<< /Type /Sig /M (D:20220125093000+07'00') /Name (EDY) /ByteRange [{range:<40}] /Contents ");
    let field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /Rect [ 0 0 0 0 ] /F 132 /V 90001 0 R >>".to_owned();
    let with = |range: &str| {
        let objects = [(90000, field.clone()), (90001, format!("{}{room} >>", head(range)))];
        updated(paper, "/AcroForm << /Fields [ 90000 0 R ] /SigFlags 3 >>", &objects)
    };
    let bytes = with("");
    let start = bytes.windows(room.len()).rposition(|window| window == room.as_bytes()).unwrap();
    let end = start + room.len();
    let mut bytes = with(&format!("0 {start} {end} {}", bytes.len() - end));
    let digest = sha256_hex(&[&bytes[..start], &bytes[end..]].concat());
    bytes[start + 1..end - 1].copy_from_slice(digest.as_bytes());
    bytes
}

#[test]
fn a_signed_paper_survives_any_number_of_runs() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let paper = signed(&office.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    assert!(office.buat().stderr.contains("tidak ada yang berubah"));
    correct(&office, 130);
    for _ in 0..3 {
        let run = office.buat();
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("--alasan"), "{}", run.stderr);
        assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    }
    let run = iku(&["buat", office.text(), "--alasan", "Koreksi A"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == paper);
    for volume in [140, 150, 160] {
        correct(&office, volume);
        assert_eq!(office.buat().status, 0);
        assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == paper);
    }
}

#[test]
fn a_signed_paper_is_safe_also_where_its_companions_are_lost() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let paper = signed(&office.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    std::fs::remove_file(office.path("keluaran/2021/iku-2021.xlsx")).unwrap();
    let run = office.buat();
    assert!(run.stderr.contains("ditulis kembali"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    assert!(office.path("keluaran/2021/iku-2021.xlsx").is_file());
    std::fs::remove_file(office.path("keluaran/2021/iku-2021.json")).unwrap();
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    let run = iku(&["buat", office.text(), "--alasan", "catatan hilang"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == paper);
}

#[test]
fn another_signed_paper_in_the_reports_place_is_told_and_put_aside_where_somebody_says_why() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let own = office.read("keluaran/2021/iku-2021.pdf");
    let other = Office::sample();
    assert_eq!(other.buat().status, 0);
    let paper = signed(&other.read("keluaran/2021/iku-2021.pdf"));
    office.write("keluaran/2021/iku-2021.pdf", &paper);
    let run = office.buat();
    assert!(run.status == 2 && run.stderr.contains("BUKAN yang tercatat"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == paper);
    let run = iku(&["buat", office.text(), "--alasan", "berkas kantor lain"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.pdf") == own);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == paper);
    assert_eq!(office.record()["revisi"], 1);
}
