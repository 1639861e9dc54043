//! A paper of one page, a signature field and a form; what is appended to it.

use super::super::sha256_hex;
use super::*;

/// Objects as a file says them, with a table of where they stand. `previous`: the table before.
fn section(before: &[u8], objects: &[(u32, String)], trailer: &str) -> Vec<u8> {
    let mut bytes = before.to_vec();
    let mut table = String::from("xref\n");
    for (id, text) in objects {
        table.push_str(&format!("{id} 1\n{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{id} 0 obj\n{text}\nendobj\n").bytes());
    }
    let at = bytes.len();
    bytes.extend(format!("{table}trailer\n<< /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n").bytes());
    bytes
}

fn place_of_table(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap()
}

/// An update of a paper.
fn update(before: &[u8], objects: &[(u32, String)]) -> Vec<u8> {
    section(before, objects, &format!("/Size 40 /Prev {}", place_of_table(before)))
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R /AcroForm << /Fields [ 5 0 R ] /SigFlags 1 >> >>";
const TAGS: &str = "<< /Type /StructTreeRoot /K 2 0 R /ParentTree 8 0 R >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Contents 4 0 R /Annots [ 5 0 R ] >>";

fn field(more: &str) -> String {
    format!("<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /Rect [ 300 100 500 200 ] /F 4 {more} >>")
}

fn stream(text: &str) -> String {
    format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len())
}

fn paper() -> Vec<u8> {
    let objects = [
        (1, CATALOG.to_owned()),
        (2, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>".to_owned()),
        (3, PAGE.to_owned()),
        (4, stream("(21,78) Tj")),
        (5, field("")),
        (6, "<< /Title (IKU) /ModDate (D:2022) >>".to_owned()),
        (7, TAGS.to_owned()),
        (8, "<< /Nums [ 0 9 0 R 1 4 0 R ] >>".to_owned()),
        (9, "[ 2 0 R 3 0 R ]".to_owned()),
    ];
    section(b"%PDF-1.7\n", &objects, "/Size 10 /Info 6 0 R")
}

const ROOM: Room = Room { page: 1, x: 300.0, y: 600.0, width: 200.0, height: 100.0 };

fn of(bytes: &[u8]) -> State {
    state(Some(bytes), &sha256_hex(&paper()), &[ROOM])
}

fn changes(bytes: &[u8]) -> Vec<Change> {
    let State::Signed(signed) = of(bytes) else { panic!("{:?}", of(bytes)) };
    assert!(signed.ours);
    signed.changes
}

/// The common name `BUDI` of a certificate, then the digest, as a CMS signature has them.
fn cms(digest: &str) -> String {
    format!("0603550403 0c04{}{digest}", "42554449")
}

/// Signed by an update of these objects and the signature's dictionary, object `id`; the value holds the digest.
fn signed(before: &[u8], objects: &[(u32, String)], id: u32, entries: &str) -> Vec<u8> {
    const VALUE: &str = "<@@@@>";
    let long = cms(&"0".repeat(64)).len() + 2;
    let dict = format!("<< /Type /Sig {entries} /ByteRange [{}] /Contents {VALUE}{} >>", "#".repeat(40), " ".repeat(long));
    let mut all = objects.to_vec();
    all.push((id, dict));
    let bytes = String::from_utf8(update(before, &all)).unwrap();
    let (start, end) = (bytes.rfind(VALUE).unwrap(), bytes.rfind(VALUE).unwrap() + long);
    let range = format!("{:<40}", format!("0 {start} {end} {}", bytes.len() - end));
    let bytes = bytes.replacen(&"#".repeat(40), &range, 1);
    let rest = &bytes[start + VALUE.len() + long..];
    // What was reserved for the value and not used is part of what is covered.
    let rest = format!("{}{rest}", " ".repeat(VALUE.len()));
    let digest = sha256_hex(format!("{}{rest}", &bytes[..start]).as_bytes());
    format!("{}<{}>{rest}", &bytes[..start], cms(&digest)).into_bytes()
}

fn once(entries: &str) -> Vec<u8> {
    let shape = "<< /Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ] /Length 0 >>\nstream\n\nendstream".to_owned();
    let catalog = CATALOG.replace("/SigFlags 1", "/SigFlags 3");
    signed(&paper(), &[(1, catalog), (5, field("/V 20 0 R /AP << /N 21 0 R >>")), (21, shape)], 20, entries)
}

#[test]
fn a_signature_appended_is_told_with_its_name_and_time() {
    assert_eq!(of(&paper()), State::Intact);
    assert_eq!(state(None, "", &[]), State::Missing);
    let bytes = once("/M (D:20220125093000+07'00') /Name (EDY \\(Kepala\\))");
    let State::Signed(found) = of(&bytes) else { panic!() };
    assert!(found.is_whole(), "{found:?}");
    let waktu = Some("2022-01-25 09:30:00 +07:00".to_owned());
    assert_eq!(
        found.signatures,
        [Signature { nama: Some("BUDI".to_owned()), tertulis: Some("EDY (Kepala)".to_owned()), waktu, mencakup: true }]
    );
    // What the tool writes is no proof of a name.
    let State::Signed(found) = of(&once("")) else { panic!() };
    assert_eq!((found.signatures[0].nama.as_deref(), &found.signatures[0].tertulis), (Some("BUDI"), &None));
}

#[test]
fn what_is_only_alike_is_not_ours() {
    let mut other = once("");
    other[12] = b'7';
    // Made anew by a signing service: still a signed paper.
    let State::Signed(found) = of(&other) else { panic!() };
    assert!(!found.ours && !found.is_whole());
    let mut other = paper();
    other[12] = b'7';
    assert_eq!(of(&other), State::Touched);
    assert_eq!(of(b"PK"), State::Touched);
}

#[test]
fn a_signature_covers_all_of_the_file_or_is_told() {
    let text = String::from_utf8(once("")).unwrap();
    let part = text.replacen("[0 ", "[9 ", 1);
    let other = text.replacen("ByteRange", "ByteRang#65", 1);
    for (name, bytes) in [("a part", part), ("made for something else", other)] {
        let State::Signed(found) = of(bytes.as_bytes()) else { panic!() };
        assert!(found.signatures.iter().all(|one| !one.mencakup) && !found.is_whole(), "{name}: {found:?}");
    }
}

#[test]
fn what_leaves_the_pages_is_no_change() {
    let once = once("");
    assert_eq!(changes(&once), []);
    // Validation data for later, and the dates of the properties.
    let catalog = CATALOG.replace("/SigFlags 1 >>", "/SigFlags 3 >> /DSS 30 0 R");
    let later = update(&once, &[(1, catalog), (30, "<< /Certs [ 31 0 R ] >>".to_owned()), (31, stream("x"))]);
    let later = update(&later, &[(30, "<< /Certs [ 31 0 R 32 0 R ] >>".to_owned()), (32, stream("y"))]);
    let State::Signed(found) = of(&later) else { panic!() };
    assert!(found.is_whole(), "{found:?}");
    // The tags' list written anew, as iText does.
    let tags = TAGS.replace("8 0 R", "30 0 R /RoleMap << >>");
    let tree = "<< /Kids [ 31 0 R ] >>".to_owned();
    let anew = |list: &str| {
        vec![(7, tags.clone()), (30, tree.clone()), (31, "<< /Nums [ 0 32 0 R 1 4 0 R ] >>".to_owned()), (32, list.to_owned())]
    };
    assert_eq!(changes(&update(&paper(), &anew("[ 2 0 R 3 0 R ]"))), []);
    assert_eq!(changes(&update(&paper(), &anew("[ 3 0 R 2 0 R ]"))), [Change::Document]);
    let dates = section(
        &paper(),
        &[(6, "<< /Title (IKU) /ModDate (D:2023) /Producer (alat) >>".to_owned())],
        &format!("/Size 10 /Info 6 0 R /Prev {}", place_of_table(&paper())),
    );
    assert_eq!(changes(&dates), []);
}

/// A field that the signing tool adds, with this rectangle and flags.
fn own_field(rectangle: &str, flags: u32) -> Vec<u8> {
    let catalog = CATALOG.replace("[ 5 0 R ]", "[ 5 0 R 22 0 R ]");
    let page = PAGE.replace("[ 5 0 R ]", "[ 5 0 R 22 0 R ]");
    let field = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (baru) /Rect {rectangle} /F {flags} /P 3 0 R /V 20 0 R /AP << /N 21 0 R >> >>"
    );
    signed(&paper(), &[(1, catalog), (3, page), (22, field), (21, stream("0 0 1 1 re f"))], 20, "")
}

#[test]
fn a_signatures_picture_keeps_to_its_room() {
    assert_eq!(changes(&own_field("[ 310 110 400 190 ]", 4)), []);
    assert_eq!(changes(&own_field("[ 0 0 0 0 ]", 132)), []);
    assert_eq!(changes(&own_field("[ 10 600 400 700 ]", 4)), [Change::Covers(1)]);
    // One that does not shrink with the page covers more than its rectangle.
    assert_eq!(changes(&own_field("[ 310 110 400 190 ]", 12)), [Change::Covers(1)]);
    let moved = field("/V 20 0 R").replace("[ 300 100 500 200 ]", "[ 0 100 500 700 ]");
    assert_eq!(changes(&signed(&paper(), &[(5, moved)], 20, "")), [Change::Field]);
}

#[test]
fn whatever_changes_a_page_is_told() {
    let catalog = |more: &str| CATALOG.replace("/SigFlags 1", "/SigFlags 1 >>").replace(">> >> >>", &format!(">> {more} >>"));
    let page = |from: &str, to: &str| vec![(3, PAGE.replace(from, to))];
    let field_of = |more: &str| vec![(5, field(more))];
    type Objects = Vec<(u32, String)>;
    let attacks: Vec<(&str, Objects, Change)> = vec![
        ("content replaced", vec![(4, stream("(99,99) Tj"))], Change::Page(1)),
        ("other content", [page("4 0 R", "20 0 R"), vec![(20, stream("(99,99) Tj"))]].concat(), Change::Page(1)),
        ("content added", [page("4 0 R", "[ 4 0 R 20 0 R ]"), vec![(20, stream("x"))]].concat(), Change::Page(1)),
        ("the page cut", page("[ 0 0 600 800 ]", "[ 0 0 600 400 ]"), Change::Page(1)),
        ("a resource", page("/MediaBox", "/Resources << >> /MediaBox"), Change::Page(1)),
        ("the list of pages", vec![(2, "<< /Type /Pages /Kids [ 3 0 R 3 0 R ] /Count 2 >>".to_owned())], Change::Other(2)),
        (
            "another list of pages",
            vec![(1, CATALOG.replace("2 0 R", "20 0 R")), (20, "<< /Kids [] >>".to_owned())],
            Change::Document,
        ),
        ("what opens", vec![(1, catalog("/OpenAction 20 0 R"))], Change::Document),
        ("layers", vec![(1, catalog("/OCProperties << >>"))], Change::Document),
        ("names", vec![(1, catalog("/Names << >>"))], Change::Document),
        ("a form over the pages", vec![(1, CATALOG.replace("/SigFlags 1", "/SigFlags 1 /XFA (x)"))], Change::Document),
        (
            "a note",
            [page("[ 5 0 R ]", "[ 5 0 R 20 0 R ]"), vec![(20, "<< /Subtype /FreeText /Rect [ 0 0 600 800 ] >>".to_owned())]]
                .concat(),
            Change::Annotation(1),
        ),
        ("a field taken away", page("/Annots [ 5 0 R ]", "/Annots [ ]"), Change::Annotation(1)),
        (
            "a shadow field",
            [
                page("[ 5 0 R ]", "[ 5 0 R 20 0 R ]"),
                vec![(20, "<< /Subtype /Widget /FT /Tx /T (x) /V (99,99) /Rect [ 0 0 9 9 ] >>".to_owned())],
                vec![(1, CATALOG.replace("[ 5 0 R ]", "[ 5 0 R 20 0 R ]"))],
            ]
            .concat(),
            Change::Document,
        ),
        ("a picture without a signature", [field_of("/AP << /N 21 0 R >>"), vec![(21, stream("x"))]].concat(), Change::Field),
        (
            "an action",
            [field_of("/V 20 0 R /A << /S /JavaScript >>"), vec![(20, "<< /Type /Sig >>".to_owned())]].concat(),
            Change::Field,
        ),
        ("the title", vec![(6, "<< /Title (Lain) /ModDate (D:2022) >>".to_owned())], Change::Document),
        ("the tags", vec![(7, TAGS.replace("2 0 R", "4 0 R"))], Change::Document),
        ("a number that was free", vec![(0, "<< >>".to_owned())], Change::Other(0)),
    ];
    for (name, objects, change) in attacks {
        let alone = update(&paper(), &objects);
        assert!(changes(&alone).contains(&change), "{name}: {:?}", changes(&alone));
        // A signature over it makes it no better.
        let sealed = update(&once(""), &objects);
        assert!(!changes(&sealed).is_empty(), "{name} after a signature");
    }
}

#[test]
fn a_signed_field_is_not_signed_again() {
    let again = signed(&once(""), &[(5, field("/V 24 0 R /AP << /N 21 0 R >>"))], 24, "");
    assert_eq!(changes(&again), [Change::Field]);
    let picture = update(&once(""), &[(21, stream("x"))]);
    assert_eq!(changes(&picture), [Change::Other(21)]);
}

#[test]
fn what_readers_could_take_otherwise_is_no_update() {
    let paper = paper();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let plain = text(&update(&paper, &[(20, "<< >>".to_owned())]));
    assert_eq!(changes(plain.as_bytes()), []);
    let previous = place_of_table(&paper);
    let twice = "20 0 obj\n<< /A 1 /A 2 >>\nendobj\n";
    let spoilt = [
        ("a pasted text", format!("{}/ByteRange [0 10 20 30] /Contents <00>\n%%EOF\n", text(&paper))),
        ("an object that no table lists", format!("{}20 0 obj\n<< >>\nendobj\n", text(&paper))),
        ("an object beside the listed ones", plain.replacen("20 0 obj", "4 0 obj\n<< >>\nendobj\n20 0 obj", 1)),
        ("a table elsewhere", plain.replace(&format!("startxref\n{}", place_of_table(plain.as_bytes())), "startxref\n9")),
        ("a table that leads elsewhere", plain.replace(&format!("/Prev {previous}"), "/Prev 9")),
        ("a second table", plain.replace("/Prev", "/XRefStm 9 /Prev")),
        ("a key said twice", plain.replacen("20 0 obj\n<< >>\nendobj\n", twice, 1)),
        ("a mark in a remark", format!("{plain}%startxref 9\n")),
        ("the page listed at another object", plain.replace("\n20 1\n", "\n4 1\n")),
    ];
    for (name, bytes) in spoilt {
        assert!(changes(bytes.as_bytes()).contains(&Change::NoUpdate), "{name}: {:?}", changes(bytes.as_bytes()));
    }
    let freed = plain.replace("xref\n20 1\n", "xref\n4 1\n0000000000 00001 f \n20 1\n");
    assert_eq!(changes(freed.as_bytes()), [Change::Other(4)]);
}

#[test]
fn objects_in_a_stream_are_looked_at_too() {
    let before = paper();
    let mut bytes = before.clone();
    let inner = "4 0 << /Length 3 >>";
    let holder = bytes.len();
    bytes.extend(
        format!("20 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length {} >>\nstream\n{inner}\nendstream\nendobj\n", inner.len())
            .bytes(),
    );
    let at = bytes.len();
    let mut rows: Vec<u8> = Vec::new();
    for (kind, two, three) in [(2u8, 20u16, 0u8), (1, holder as u16, 0), (1, at as u16, 0)] {
        rows.push(kind);
        rows.extend(two.to_be_bytes());
        rows.push(three);
    }
    let head = format!(
        "21 0 obj\n<< /Type /XRef /Root 1 0 R /Size 22 /W [ 1 2 1 ] /Index [ 4 1 20 2 ] /Prev {} /Length {} >>\nstream\n",
        place_of_table(&before),
        rows.len()
    );
    bytes.extend(head.bytes());
    bytes.extend(rows);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").bytes());
    assert_eq!(changes(&bytes), [Change::Page(1)]);
}
