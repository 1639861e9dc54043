//! Every PDF the program makes passes PDF/A-2a and PDF/UA-1, and the gate itself
//! is held against files that must not pass. docs/kepatuhan.md says clause by
//! clause what is checked where.

mod common;

use common::tagged::{follow, structure};
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
    let mut wrong = failures(bytes, ValidationProfile::PdfA2a);
    wrong.extend(failures(bytes, ValidationProfile::PdfUa1));
    wrong.extend(structure(&Document::load_mem(bytes).unwrap()).faults);
    wrong
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

#[test]
fn electronic_and_several_signatures() {
    let second = "[[penandatangan]]\ntempat = \"Pasuruan\"\ntanggal = 2022-01-24\njabatan = [\"WALI KOTA PASURUAN\"]\nnama = \"H. SAIFULLAH YUSUF\"\ncara = \"tte\"\npenanda = \"#\"\n\n[sumber.keragaan]\n";
    let office = sample(&[("[penandatangan]", "[[penandatangan]]\ncara = \"tte\""), ("[sumber.keragaan]\n", second)]);
    let bytes = made(&office);
    assert_conforms("tte", &bytes);
    let file = Document::load_mem(&bytes).unwrap();
    let form = follow(&file, file.catalog().unwrap().get(b"AcroForm").unwrap()).as_dict().unwrap();
    let fields = form.get(b"Fields").unwrap().as_array().unwrap().iter();
    let names: Vec<String> = fields
        .map(|field| follow(&file, field).as_dict().unwrap())
        .map(|field| lopdf::decode_text_string(field.get(b"T").unwrap()).unwrap())
        .collect();
    assert_eq!(names, ["ttd_kepala", "ttd_kepala_2"]);
}

#[test]
fn a_draft() {
    let office = Office::sample();
    let run = iku(&["buat", office.text(), "--draf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let name = office.outputs().into_iter().find(|name| name.ends_with(".pdf")).unwrap();
    assert_conforms("draf", &office.read(&format!("keluaran/2021/{name}")));
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
    let spoils: [(&str, Spoil); 14] = [
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
        assert!(!spoilt(&good, spoil).is_empty(), "{name} must not pass");
    }
}
