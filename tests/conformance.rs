//! Every PDF the program makes passes PDF/A-2a (with attachments PDF/A-3a) and
//! PDF/UA-1, and the gate itself is held against files that must not pass.
//! docs/kepatuhan.md says clause by clause what is checked where.

mod common;

use common::signed;
use common::tagged::{follow, pieces, structure};
use common::{Office, iku};
use lopdf::{Document, Object};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::path::Path;

/// The rules that a file fails, of one profile.
fn failures(bytes: &[u8], profile: ValidationProfile) -> Vec<String> {
    match validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)) {
        Ok(report) => report.failures.iter().map(|failure| format!("{}: {}", failure.rule_id, failure.message)).collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// All that is wrong with a file: by both standards, and by our own look at the
/// structure, which the validator does not follow to its ends.
fn wrong(bytes: &[u8]) -> Vec<String> {
    let says = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    // As an element, or as the attribute that signing tools make of it.
    let third = says(b"pdfaid:part>3<") || says(b"pdfaid:part=\"3\"");
    let mut wrong = failures(bytes, if third { ValidationProfile::PdfA3a } else { ValidationProfile::PdfA2a });
    wrong.extend(failures(bytes, ValidationProfile::PdfUa1));
    wrong.extend(structure(&Document::load_mem(bytes).unwrap()).faults);
    wrong
}

/// A file that was made elsewhere, such as by signing one of ours (`.ci/sign.py`):
/// every state in which it was signed, with all that is wrong with it.
#[test]
#[ignore = "holds the file that IKU_PDF names: IKU_PDF=… cargo test --test conformance -- --ignored --exact a_given_file"]
fn a_given_file() {
    let bytes = std::fs::read(std::env::var_os("IKU_PDF").expect("IKU_PDF names a PDF")).unwrap();
    let (states, mut found) = signed::states(&bytes);
    for (index, state) in states.into_iter().enumerate() {
        let wrong = wrong(state).into_iter().filter(|wrong| !signed::is_earlier(wrong));
        found.extend(wrong.map(|wrong| format!("state {}: {wrong}", index + 1)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn assert_conforms(name: &str, bytes: &[u8]) {
    assert_eq!(wrong(bytes), Vec::<String>::new(), "{name}");
}

/// The sample office with its profile changed.
fn sample(edits: &[(&str, &str)]) -> Office {
    let office = Office::sample();
    for (from, to) in edits {
        office.edit_profile(from, to);
    }
    office
}

fn made(office: &Office) -> Vec<u8> {
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    office.read("keluaran/2021/iku-2021.pdf")
}

#[test]
fn every_sample_office() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut seen = 0;
    for office in std::fs::read_dir(samples).unwrap().map(|entry| entry.unwrap().path()) {
        if !office.join("iku.toml").is_file() {
            continue;
        }
        let out = tempfile::tempdir().unwrap();
        let run = iku(&["buat", office.to_str().unwrap(), "--keluaran", out.path().to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for file in std::fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|ending| ending == "pdf") {
                assert_conforms(&file.display().to_string(), &std::fs::read(&file).unwrap());
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

const HURUF: &str = r#"huruf     = "Arial""#;

#[test]
fn every_built_in_face() {
    for name in ["Times New Roman", "Bookman Old Style"] {
        let bytes = made(&sample(&[(HURUF, &format!("huruf = \"{name}\""))]));
        assert_conforms(name, &bytes);
        let fonts = base_fonts(&bytes);
        let family = if name.starts_with("Times") { "LiberationSerif" } else { "TeXGyreBonum" };
        assert!(fonts.iter().all(|font| font.contains(family)), "{fonts:?}");
    }
}

/// The names of the fonts that are embedded.
fn base_fonts(bytes: &[u8]) -> Vec<String> {
    let file = Document::load_mem(bytes).unwrap();
    let fonts = file.objects.values().filter_map(|object| object.as_dict().ok());
    let fonts = fonts.filter(|font| font.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Type0"));
    fonts.map(|font| String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).unwrap()).collect()
}

/// One file in an own folder: the cuts that it lacks are feigned, and said to be no other font.
#[test]
fn an_office_s_own_font() {
    let regular = include_bytes!("../fonts/LiberationSerif-Regular.ttf");
    let bold = include_bytes!("../fonts/LiberationSerif-Bold.ttf");
    let compact = include_bytes!("../fonts/texgyrebonum-regular.otf");
    let ttf = sample(&[(HURUF, r#"huruf = "templat/huruf.ttf""#)]);
    ttf.write("templat/huruf.ttf", regular);
    let alone = made(&ttf);
    assert_conforms("ttf", &alone);
    assert!(base_fonts(&alone).iter().all(|font| font.ends_with("+LiberationSerif")));
    let two = sample(&[(HURUF, r#"huruf = "templat/huruf.ttf""#)]);
    two.write("templat/huruf.ttf", regular);
    two.write("templat/tebal.ttf", bold);
    assert!(base_fonts(&made(&two)).iter().any(|font| font.ends_with("+LiberationSerif-Bold")));
    let otf = sample(&[(HURUF, r#"huruf = "templat/huruf.otf""#)]);
    otf.write("templat/huruf.otf", compact);
    assert_conforms("otf", &made(&otf));
}

/// Never another face in its place.
#[test]
fn a_font_that_cannot_be_used_is_an_error() {
    let office = sample(&[(HURUF, r#"huruf = "templat/huruf.ttf""#)]);
    office.write("templat/huruf.ttf", b"bukan huruf");
    let run = office.buat();
    assert_ne!(run.status, 0);
    assert!(run.stderr.contains("templat/huruf.ttf"), "{}", run.stderr);
    assert!(office.outputs().is_empty());
}

#[test]
fn papers_and_letterhead() {
    let office = sample(&[
        (r#"kertas    = "F4""#, r#"kertas = "A4""#),
        (r#"orientasi = "lanskap""#, r#"orientasi = "potret""#),
        (
            "[penandatangan]",
            "[laporan.kop]\nlambang = \"templat/lambang.png\"\nbaris = [\"PEMERINTAH KOTA PASURUAN\", \"DINAS KOPERASI DAN USAHA MIKRO\", \"Jalan Pahlawan No. 1\"]\n[penandatangan]",
        ),
    ]);
    office.write("templat/lambang.png", &emblem());
    assert_conforms("A4, potret, kop", &made(&office));
}

/// Each built-in form, with all that it can be filled with.
#[test]
fn every_built_in_template() {
    for name in ["iku-alasan", "iku-definisi"] {
        let office = sample(&[
            (HURUF, &format!("templat = \"{name}\"")),
            (
                "[[sasaran.indikator]]\n",
                "[[sasaran.indikator]]\nalasan = \"Menggambarkan usaha koperasi\"\ntipe_penghitungan = \"Non Kumulatif\"\ndefinisi_operasional = \"Kenaikan volume usaha seluruh koperasi\"\n",
            ),
        ]);
        let bytes = made(&office);
        assert_conforms(name, &bytes);
        let read = structure(&Document::load_mem(&bytes).unwrap()).read.join(" ");
        let wanted: &[&str] = match name {
            "iku-alasan" => &["Alasan", "Tipe Penghitungan", "Menggambarkan usaha koperasi", "Non Kumulatif"],
            _ => &["Definisi Operasional", "Satuan", "Kenaikan volume usaha seluruh koperasi", "2021", "2026"],
        };
        for words in wanted {
            assert!(read.contains(words), "{name}: {words}");
        }
        // The parts after the form are shared.
        assert!(read.contains("CAPAIAN INDIKATOR KINERJA UTAMA TAHUN 2021"), "{name}");
    }
}

/// An office's own part with pictures and divided words; what the folder lacks is built in.
#[test]
fn pictures_and_hyphens() {
    let office = sample(&[(HURUF, "templat = \"kami\"\nbagian = [\"sampul\", \"iku\"]")]);
    office.write("templat/kami/bagan.png", &emblem());
    let prose =
        "Membantu Walikota dalam melaksanakan penyelenggaraan pembinaan dan mempertanggungjawabkan pengembangannya. ".repeat(12);
    let part = format!(
        "<bagian id=\"sampul\" nama=\"Sampul\"><judul tingkat=\"1\">SAMPUL</judul>
        <gambar berkas=\"bagan.png\" lebar=\"30mm\" rata=\"tengah\" alternatif=\"Kotak merah\"/>
        <gambar berkas=\"bagan.png\" lebar=\"10mm\" hiasan=\"ya\"/>
        <paragraf rata=\"kanan-kiri\">{prose}</paragraf></bagian>"
    );
    office.write("templat/kami/sampul.xml", part.as_bytes());
    let bytes = made(&office);
    assert_conforms("gambar", &bytes);
    let outline = structure(&Document::load_mem(&bytes).unwrap());
    let figures: Vec<&str> = outline.outline.lines().filter(|line| line.contains("Figure")).collect();
    assert!(matches!(figures[..], [one] if one.contains("Kotak merah")), "{figures:?}");
    let read = outline.read.join(" ");
    assert!(read.contains('\u{ad}'), "no word is divided: {read}");
    assert!(read.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ").contains(prose.trim()));
    // A word about it without an alternative is refused, by its line.
    office.write("templat/kami/sampul.xml", part.replace(" alternatif=\"Kotak merah\"", "").as_bytes());
    let run = office.buat();
    assert_ne!(run.status, 0);
    assert!(run.stderr.contains("sampul.xml, baris 2") && run.stderr.contains("alternatif"), "{}", run.stderr);
}

/// A PNG of 8 x 8 red pixels, half of them clear, its data stored uncompressed.
fn emblem() -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..8u8 {
        rows.push(0);
        for _ in 0..8 {
            rows.extend([200, 0, 0, if y < 4 { 255 } else { 90 }]);
        }
    }
    let sum = |bytes: &[u8]| {
        let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), &byte| {
            let a = (a + u32::from(byte)) % 65_521;
            (a, (b + a) % 65_521)
        });
        b << 16 | a
    };
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(!0u32, |crc, &byte| {
            (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        })
    };
    let size = rows.len() as u16;
    let data = [&[0x78, 1, 1][..], &size.to_le_bytes(), &(!size).to_le_bytes(), &rows, &sum(&rows).to_be_bytes()].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&8u32.to_be_bytes()[..], &8u32.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    for (name, body) in [(b"IHDR", header), (b"IDAT", data), (b"IEND", Vec::new())] {
        let chunk = [&name[..], &body].concat();
        png.extend((body.len() as u32).to_be_bytes());
        png.extend(&chunk);
        png.extend(crc(&chunk).to_be_bytes());
    }
    png
}

/// Two who sign electronically, and one who signs by hand between them.
fn three_signatories() -> Office {
    let more = "[[penandatangan]]\ntempat = \"Pasuruan\"\ntanggal = 2022-01-24\njabatan = [\"INSPEKTUR KOTA PASURUAN\"]\nnama = \"FULAN\"\n\n[[penandatangan]]\ntempat = \"Pasuruan\"\ntanggal = 2022-01-24\njabatan = [\"WALI KOTA PASURUAN\"]\nnama = \"H. SAIFULLAH YUSUF\"\ncara = \"tte\"\npenanda = \"#\"\n\n[sumber.keragaan]\n";
    sample(&[("[penandatangan]", "[[penandatangan]]\ncara = \"tte\""), ("[sumber.keragaan]\n", more)])
}

/// A signature field's name and box, from the page's top left, as the record gives them.
fn fields(bytes: &[u8]) -> Vec<(String, [f64; 4])> {
    let file = Document::load_mem(bytes).unwrap();
    let Ok(form) = file.catalog().unwrap().get(b"AcroForm") else { return Vec::new() };
    let list = follow(&file, form).as_dict().unwrap().get(b"Fields").unwrap().as_array().unwrap();
    let field = |field: &Object| {
        let field = follow(&file, field).as_dict().unwrap();
        let page = follow(&file, field.get(b"P").unwrap()).as_dict().unwrap();
        let corners = |object: &Object| -> Vec<f64> {
            object.as_array().unwrap().iter().map(|number| f64::from(number.as_float().unwrap())).collect()
        };
        let (rect, paper) = (corners(field.get(b"Rect").unwrap()), corners(page.get(b"MediaBox").unwrap()));
        let place = [rect[0], paper[3] - rect[3], rect[2] - rect[0], rect[3] - rect[1]];
        (lopdf::decode_text_string(field.get(b"T").unwrap()).unwrap(), place)
    };
    list.iter().map(field).collect()
}

const LEAD: &str = "Ditandatangani secara elektronik oleh:";
/// What stands at the foot of a document that is signed electronically, to the letter.
const FOOT: [&str; 2] = [
    "UU ITE No 11 Tahun 2008 Pasal 5 Ayat 1: \"Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.\"",
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), BSSN",
];

#[test]
fn electronic_and_several_signatures() {
    let office = three_signatories();
    let bytes = made(&office);
    assert_conforms("tte", &bytes);
    let record = office.record();
    let signers = record["tanda_tangan"].as_array().unwrap();
    assert_eq!(signers.iter().map(|one| one["cara"].as_str().unwrap()).collect::<Vec<_>>(), ["tte", "basah", "tte"]);
    assert!(signers[1].get("bidang").is_none());
    let electronic = signers.iter().filter(|one| one["cara"] == "tte");
    let fields = fields(&bytes);
    assert_eq!(fields.iter().map(|field| field.0.as_str()).collect::<Vec<_>>(), ["ttd_kepala", "ttd_kepala_2"]);
    for ((name, place), signer) in fields.iter().zip(electronic) {
        assert_eq!(signer["bidang"], name.as_str());
        for (key, at) in ["x", "y", "lebar", "tinggi"].iter().zip(place) {
            assert!((signer[key].as_f64().unwrap() - at).abs() <= 0.06, "{name} {key}: {signer} {at}");
        }
        assert!(place[2] >= 150.0 && place[3] >= 46.0, "room for a QR code and beside it: {place:?}");
    }
}

/// The foot stands on every page, and is read once: after the signatures.
#[test]
fn the_foot_of_an_electronic_signature() {
    let office = three_signatories();
    // Where one signs by hand, not all that the foot says would be true.
    let text = |bytes: &[u8]| pieces(&Document::load_mem(bytes).unwrap()).into_iter().map(|piece| piece.text).collect::<String>();
    assert!(!text(&made(&office)).contains("BSrE"));
    office.edit_profile("nama = \"FULAN\"", "nama = \"FULAN\"\ncara = \"tte\"");
    let file = Document::load_mem(&made(&office)).unwrap();
    let pages = file.page_iter().count();
    assert!(pages > 2);
    let read = structure(&file).read;
    let (mut before, drawn) = (0, pieces(&file));
    for sentence in FOOT {
        let shown: Vec<_> = drawn.iter().filter(|piece| piece.text.contains(sentence)).collect();
        assert_eq!(shown.iter().map(|piece| piece.page).collect::<Vec<_>>(), (0..pages).collect::<Vec<_>>(), "{sentence}");
        assert_eq!(shown.iter().filter(|piece| piece.mcid.is_some()).count(), 1, "{sentence}");
        let at: Vec<usize> = (0..read.len()).filter(|&at| read[at] == sentence).collect();
        assert_eq!(at.len(), 1, "{sentence}: {read:#?}");
        assert!(at[0] > before);
        before = at[0];
    }
    let name = read.iter().position(|line| line == "H. SAIFULLAH YUSUF").unwrap();
    assert_eq!(&read[name + 1..][..2], FOOT);
    assert_eq!(read.iter().filter(|line| *line == LEAD).count(), 3);
}

/// Never on a paper that is signed by hand, and never on a draft, which is not to be signed at all.
#[test]
fn what_is_not_signed_electronically_does_not_say_so() {
    let by_hand = made(&sample(&[("[penandatangan]", "[penandatangan]\npenanda = \"#\"")]));
    let office = three_signatories();
    assert_eq!(iku(&["buat", office.text(), "--draf"]).status, 0);
    for bytes in [by_hand, office.read("keluaran/2021/iku-2021-draf.pdf")] {
        let file = Document::load_mem(&bytes).unwrap();
        let text: String = pieces(&file).into_iter().map(|piece| piece.text + "\n").collect();
        assert!(text.contains("NIP. 19640505 199303 1 012"));
        for word in ["elektronik", "BSrE", "UU ITE", "#"] {
            assert!(!text.contains(word), "{word}");
        }
        assert_eq!(fields(&bytes), []);
    }
    let record: serde_json::Value = serde_json::from_slice(&office.read("keluaran/2021/iku-2021-draf.json")).unwrap();
    assert!(record["tanda_tangan"].as_array().unwrap().iter().all(|signer| signer.get("bidang").is_none()));
}

/// How the data were read, the sheet that the head of their bidang signs, and a page of notes without the technical
/// ones, which stand on the sheet.
#[test]
fn parts_on_request_and_notes_for_a_head() {
    let parts = "[laporan]\nbagian = [\"iku\", \"catatan\", \"bacaan\", \"pengesahan\"]\ncatatan = \"ringkas\"";
    let office = sample(&[("[laporan]", parts)]);
    let bytes = made(&office);
    assert_conforms("pesanan", &bytes);
    let text: String = pieces(&Document::load_mem(&bytes).unwrap()).into_iter().map(|piece| piece.text + "\n").collect();
    for words in ["BAGAIMANA DATA TAHUN 2021 DIBACA", "PENGESAHAN DATA", "Kepala Bidang Koperasi", "Angka kendali", "(tertulis)"]
    {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("Catatan pembacaan"));
    let xlsx = std::io::Cursor::new(office.read("keluaran/2021/iku-2021.xlsx"));
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(xlsx).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Catatan").unwrap();
    assert!(sheet.used_cells().any(|(_, _, cell)| *cell == "Catatan pembacaan"));
}

/// An emoji in a name stops no report: it stands as its code point.
#[test]
fn a_character_that_no_face_has() {
    let office = sample(&[("Prosentase Pertumbuhan Volume Usaha Koperasi", "Prosentase \u{1F680} Koperasi")]);
    let bytes = made(&office);
    assert_conforms("emoji", &bytes);
    let text: String = pieces(&Document::load_mem(&bytes).unwrap()).into_iter().map(|piece| piece.text).collect();
    assert!(text.contains("Prosentase [U+1F680] Koperasi"));
}

fn with_attachments() -> Office {
    let office = three_signatories();
    office.edit_profile("[laporan]", "[laporan]\nlampirkan = true");
    office
}

/// The embedded files: name, relation, description and bytes.
fn attached(bytes: &[u8]) -> Vec<(String, String, String, Vec<u8>)> {
    let file = Document::load_mem(bytes).unwrap();
    let catalog = file.catalog().unwrap();
    let text = |dictionary: &lopdf::Dictionary, key: &[u8]| lopdf::decode_text_string(dictionary.get(key).unwrap()).unwrap();
    let names = follow(&file, catalog.get(b"Names").unwrap()).as_dict().unwrap();
    let names = follow(&file, names.get(b"EmbeddedFiles").unwrap()).as_dict().unwrap();
    let names = names.get(b"Names").unwrap().as_array().unwrap();
    assert!(names.chunks(2).map(|pair| pair[0].as_str().unwrap()).is_sorted());
    let mut listed: Vec<lopdf::ObjectId> = names.chunks(2).map(|pair| pair[1].as_reference().unwrap()).collect();
    let associated = catalog.get(b"AF").unwrap().as_array().unwrap();
    let associated: Vec<lopdf::ObjectId> = associated.iter().map(|id| id.as_reference().unwrap()).collect();
    let one = |id: &lopdf::ObjectId| {
        let specification = file.get_dictionary(*id).unwrap();
        assert_eq!(text(specification, b"F"), text(specification, b"UF"));
        let stream = specification.get(b"EF").unwrap().as_dict().unwrap().get(b"UF").unwrap();
        let stream = follow(&file, stream).as_stream().unwrap();
        let params = stream.dict.get(b"Params").unwrap().as_dict().unwrap();
        assert_eq!(params.get(b"ModDate").unwrap().as_str().unwrap(), b"D:20220124000000Z");
        let bytes = stream.get_plain_content().unwrap();
        assert_eq!(params.get(b"Size").unwrap().as_i64().unwrap() as usize, bytes.len());
        let relation = String::from_utf8(specification.get(b"AFRelationship").unwrap().as_name().unwrap().to_vec()).unwrap();
        (text(specification, b"UF"), relation, text(specification, b"Desc"), bytes)
    };
    let found = associated.iter().map(one).collect();
    listed.sort();
    let mut associated = associated;
    associated.sort();
    assert_eq!(listed, associated);
    found
}

/// The XLSX goes into the PDF as it is, and the record without the PDF's own hash.
#[test]
fn attachments() {
    let office = with_attachments();
    let bytes = made(&office);
    assert_conforms("lampirkan", &bytes);
    let attached = attached(&bytes);
    let names: Vec<(&str, &str)> = attached.iter().map(|one| (one.0.as_str(), one.1.as_str())).collect();
    assert_eq!(names, [("iku-2021.xlsx", "Data"), ("iku-2021.json", "Supplement")]);
    assert!(attached.iter().all(|one| !one.2.is_empty()));
    assert_eq!(attached[0].3, office.read("keluaran/2021/iku-2021.xlsx"));
    let mut record = office.record();
    assert_eq!(record["luaran"][0]["berkas"], "iku-2021.pdf");
    record["luaran"].as_array_mut().unwrap().remove(0);
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&attached[1].3).unwrap(), record);

    let elsewhere = with_attachments();
    assert_eq!(made(&elsewhere), bytes, "the same bytes in another folder");
    office.edit_profile("lampirkan = true", "lampirkan = false");
    let without = made(&office);
    assert!(without.len() < bytes.len(), "leaving them out is a change");
    assert!(!Document::load_mem(&without).unwrap().catalog().unwrap().has(b"AF"));
}

/// The same gate for PDF/A-3a.
#[test]
fn spoilt_attachments_do_not_pass() {
    let good = made(&with_attachments());
    assert_eq!(spoilt(&good, |_| {}), Vec::<String>::new());
    fn specification(file: &mut Document) -> &mut lopdf::Dictionary {
        let id = first(file, |one| one.has(b"AFRelationship"));
        file.get_dictionary_mut(id).unwrap()
    }
    fn embedded(file: &mut Document) -> &mut lopdf::Stream {
        let is_one = |object: &Object| object.as_stream().is_ok_and(|stream| is(&stream.dict, b"Type", b"EmbeddedFile"));
        file.objects.values_mut().find(|object| is_one(object)).unwrap().as_stream_mut().unwrap()
    }
    type Spoil = (&'static str, &'static str, fn(&mut Document));
    let spoils: [Spoil; 6] = [
        ("files that belong to nothing", "6.8:4", |file| {
            file.catalog_mut().unwrap().remove(b"AF");
        }),
        ("a file without relation", "6.8:3", |file| {
            specification(file).remove(b"AFRelationship");
        }),
        ("a file without Unicode name", "6.8:2", |file| {
            specification(file).remove(b"UF");
        }),
        ("a file without a name", "6.8:2", |file| {
            specification(file).remove(b"F");
        }),
        ("a file of no type", "6.8:1", |file| {
            embedded(file).dict.remove(b"Subtype");
        }),
        ("a claim to be of part 2", "6.8:5", |file| {
            let is_packet = |object: &Object| object.as_stream().is_ok_and(|stream| is(&stream.dict, b"Type", b"Metadata"));
            let packet = file.objects.values_mut().find(|object| is_packet(object)).unwrap().as_stream_mut().unwrap();
            let text = String::from_utf8(packet.content.clone()).unwrap();
            packet.set_content(text.replace("pdfaid:part>3<", "pdfaid:part>2<").into_bytes());
        }),
    ];
    for (name, rule, spoil) in spoils {
        let wrong = spoilt(&good, spoil);
        assert!(wrong.iter().any(|one| one.contains(&format!(":{rule}:"))), "{name}: {wrong:?}");
    }
}

#[test]
fn a_draft() {
    let office = Office::sample();
    let run = iku(&["buat", office.text(), "--draf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let name = office.outputs().into_iter().find(|name| name.ends_with(".pdf")).unwrap();
    assert_conforms("draf", &office.read(&format!("keluaran/2021/{name}")));
}

/// Charts of negative figures, of what cannot be computed, of predicates, of huge sums over ten years.
#[test]
fn charts_of_every_kind() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/katalog-iku");
    for name in ["22-pertumbuhan-shu-aset-modal", "25-rata-rata-modal-dan-kecamatan", "26-nilai-dan-predikat"] {
        let out = tempfile::tempdir().unwrap();
        let run = iku(&["buat", samples.join(name).to_str().unwrap(), "--keluaran", out.path().to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_conforms(name, &std::fs::read(out.path().join("iku-2021.pdf")).unwrap());
    }
    let years = ("[laporan]\ntahun     = 2021", "[laporan]\ntampil_tahun = 10\ntahun     = 2021");
    let more = "[[sasaran.indikator]]\nnama = \"Volume\"\nrumus = \"volume_usaha\"\nsatuan = \"Rp\"\narah = \"naik\"\ntarget = { 2021 = 900000000000, 2019 = 5 }\n\n[[sasaran]]\nuraian = \"Meningkatnya Pemberdayaan";
    assert_conforms("ten years", &made(&sample(&[years, ("[[sasaran]]\nuraian = \"Meningkatnya Pemberdayaan", more)])));
}

/// Many indicators: tables over several pages, headings repeated, cells continued.
#[test]
fn many_pages() {
    let indicator = |i: usize| {
        format!(
            "[[sasaran.indikator]]\nnama = \"Prosentase Pertumbuhan Volume Usaha ke-{i}\"\nrumus = \"(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100\"\nsatuan = \"%\"\npenjelasan = \"{}\"\n",
            "Volume Usaha : total nilai penjualan barang dan jasa. ".repeat(1 + i * 3)
        )
    };
    let more: String = (2..26).map(indicator).collect();
    let office = Office::sample();
    let mut profile = String::from_utf8(office.read("iku.toml")).unwrap();
    profile.push_str(&more);
    office.write("iku.toml", profile.as_bytes());
    let bytes = made(&office);
    assert!(Document::load_mem(&bytes).unwrap().page_iter().count() > 8);
    assert_conforms("many pages", &bytes);
}

/// Changes a good file, and says what is then wrong with it.
fn spoilt(good: &[u8], spoil: impl FnOnce(&mut Document)) -> Vec<String> {
    let mut file = Document::load_mem(good).unwrap();
    spoil(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    wrong(&bytes)
}

fn root(file: &Document) -> lopdf::ObjectId {
    file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap()
}

/// The first dictionary that fits, and its object.
fn first(file: &Document, fits: impl Fn(&lopdf::Dictionary) -> bool) -> lopdf::ObjectId {
    file.objects.iter().find(|(_, object)| object.as_dict().is_ok_and(&fits)).map(|(id, _)| *id).unwrap()
}

fn is(dictionary: &lopdf::Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).ok() == Some(name)
}

/// A gate that lets everything pass is none.
#[test]
fn spoilt_files_do_not_pass() {
    let good = made(&Office::sample());
    let untouched = spoilt(&good, |_| {});
    assert_eq!(untouched, Vec::<String>::new(), "saving again by lopdf spoils nothing");
    type Spoil = fn(&mut Document);
    let spoils: &[(&str, Spoil)] = &[
        ("no language", |file| {
            file.catalog_mut().unwrap().remove(b"Lang");
        }),
        ("not marked", |file| {
            file.catalog_mut().unwrap().remove(b"MarkInfo");
        }),
        ("no metadata", |file| {
            file.catalog_mut().unwrap().remove(b"Metadata");
        }),
        ("no output intent", |file| {
            file.catalog_mut().unwrap().remove(b"OutputIntents");
        }),
        ("title not shown", |file| {
            file.catalog_mut().unwrap().remove(b"ViewerPreferences");
        }),
        ("no parent tree", |file| {
            let root = root(file);
            file.get_dictionary_mut(root).unwrap().remove(b"ParentTree");
        }),
        ("a parent tree that is empty", |file| {
            let root = root(file);
            file.get_dictionary_mut(root).unwrap().set("ParentTree", lopdf::dictionary! { "Nums" => Vec::<Object>::new() });
        }),
        ("a paragraph that claims nothing", |file| {
            let id =
                first(file, |one| is(one, b"S", b"P") && one.get(b"K").and_then(Object::as_array).is_ok_and(|k| !k.is_empty()));
            file.get_dictionary_mut(id).unwrap().set("K", Vec::<Object>::new());
        }),
        ("a paragraph that claims another's text", |file| {
            let id =
                first(file, |one| is(one, b"S", b"P") && one.get(b"K").and_then(Object::as_array).is_ok_and(|k| !k.is_empty()));
            file.get_dictionary_mut(id).unwrap().set("K", vec![Object::Integer(0), Object::Integer(1)]);
        }),
        ("a formula without words", |file| {
            let id = first(file, |one| is(one, b"S", b"Formula"));
            file.get_dictionary_mut(id).unwrap().remove(b"Alt");
        }),
        ("a chart without words", |file| {
            let id = first(file, |one| is(one, b"S", b"Figure"));
            file.get_dictionary_mut(id).unwrap().remove(b"Alt");
        }),
        ("a chart that stands nowhere", |file| {
            let id = first(file, |one| is(one, b"S", b"Figure"));
            file.get_dictionary_mut(id).unwrap().remove(b"A");
        }),
        ("a chart that stands beside the page", |file| {
            let id = first(file, |one| is(one, b"S", b"Figure"));
            let bounds: Vec<Object> = [0.0, 0.0, 2000.0, 10.0].map(Object::Real).to_vec();
            file.get_dictionary_mut(id).unwrap().set("A", lopdf::dictionary! { "O" => "Layout", "BBox" => bounds });
        }),
        ("heading cells that nobody can find", |file| {
            let root = root(file);
            file.get_dictionary_mut(root).unwrap().remove(b"IDTree");
        }),
        ("a font that is not embedded", |file| {
            let id = first(file, |one| one.has(b"FontFile2"));
            file.get_dictionary_mut(id).unwrap().remove(b"FontFile2");
        }),
        ("widths that are not the font's", |file| {
            let id = first(file, |one| is(one, b"Subtype", b"Type0"));
            let fonts = file.get_dictionary_mut(id).unwrap().get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap();
            let widths = vec![Object::Integer(1), Object::Array(vec![Object::Integer(9); 60])];
            fonts[0].as_dict_mut().unwrap().set("W", widths);
        }),
        ("a script", |file| {
            let script = lopdf::dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
            file.catalog_mut().unwrap().set("OpenAction", script);
        }),
    ];
    for (name, spoil) in spoils {
        assert!(!spoilt(&good, *spoil).is_empty(), "{name} must not pass");
    }
}
