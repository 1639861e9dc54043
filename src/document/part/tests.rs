use super::*;
use crate::document::{Block, Inline};
use serde_json::{Value, json};

/// The office of the official form.
pub fn form() -> Value {
    json!({
        "judul": "INDIKATOR KINERJA UTAMA",
        "revisi": null,
        "label": [
            { "nama": "INSTANSI", "isi": ["Dinas Koperasi dan Usaha Mikro"], "huruf": false },
            { "nama": "FUNGSI", "isi": ["Perumusan", "Penyusunan"], "huruf": true },
        ],
        "sasaran": [
            { "nomor": "1", "uraian": "Meningkatnya kapasitas", "indikator": [
                { "nomor": "1", "nama": "Prosentase Pertumbuhan", "penjelasan": "Volume Usaha : total", "sumber_data": "Lap. Keragaan Koperasi",
                  "penanggung_jawab": "Bidang Koperasi",
                  "rumus": { "sebelum": null, "pembilang": "a - b", "penyebut": "b", "pengali": "x 100%" } },
                { "nomor": "2", "nama": "Lain", "penjelasan": null, "sumber_data": null, "penanggung_jawab": null,
                  "rumus": { "sebelum": null, "pembilang": "a", "penyebut": null, "pengali": null } },
            ] },
        ],
        "penandatangan": [ { "cara": "basah", "penanda": null, "tempat_tanggal": "Pasuruan, 24 Januari 2022",
            "jabatan": ["KEPALA DINAS", "KOTA PASURUAN"], "nama": "Drs. H. EDY", "pangkat": null, "nip": "19640505 199303 1 012" } ],
    })
}

fn set(files: &[(&str, &str)]) -> TemplateSet {
    TemplateSet {
        files: files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
        ..TemplateSet::default()
    }
}

fn one(text: &str, context: Value) -> Result<PagePart, TemplateError> {
    render_part(&set(&[("iku.xml", text)]), "iku", &context)
}

fn problem(text: &str, context: Value) -> Problem {
    one(text, context).unwrap_err().problems.remove(0)
}

#[test]
fn the_form_renders() {
    let set = TemplateSet::builtin("iku").unwrap();
    let part = render_part(&set, "iku", &form()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((part.id.as_str(), part.name.as_str()), ("iku", "IKU"));
    let Some(Block::Table(table)) = part.blocks.iter().find(|block| matches!(block, Block::Table(_))) else { panic!() };
    let shown = |row: usize| -> Vec<String> {
        let text = |block: &Block| match block {
            Block::Paragraph { text, .. } | Block::Formula { text, .. } => text.iter().map(Inline::text).collect(),
            Block::Items(items) => items
                .iter()
                .map(|(label, blocks)| {
                    let Some(Block::Paragraph { text, .. }) = blocks.first() else { panic!() };
                    format!("{}|{}", label[0].text(), text[0].text())
                })
                .collect(),
            Block::Fraction(fraction) => format!("/{}", fraction.alternative),
            _ => String::new(),
        };
        table.rows[row].cells.iter().map(|cell| cell.blocks.iter().map(text).collect()).collect()
    };
    assert_eq!(
        shown(0),
        [
            "",
            "Sasaran Strategis",
            "Indikator Kinerja Utama",
            "Penjelasan/Formulasi Perhitungan",
            "Sumber Data",
            "Penanggung Jawab"
        ]
    );
    assert_eq!(shown(1), ["", "1", "2", "3", "4", "5"]);
    assert_eq!(
        shown(2),
        [
            "1",
            "Meningkatnya kapasitas",
            "1|Prosentase Pertumbuhan",
            "Volume Usaha : total/a kurang b, dibagi b, kali 100 persen",
            "Lap. Keragaan Koperasi",
            "Bidang Koperasi"
        ]
    );
    assert_eq!(shown(3), ["2|Lain", "a", "", ""]);
    assert_eq!(table.rows[2].cells[0].rows, 2);
    assert_eq!(table.header_rows, 2);
}

/// What stands before a fraction's bar is printed: `100 - a / b` is not `a / b`.
#[test]
fn the_form_prints_a_formula_whole() {
    let mut form = form();
    form["sasaran"][0]["indikator"][0]["rumus"]["sebelum"] = json!("100 -");
    form["tahun_target"] = json!([]);
    for indikator in form["sasaran"][0]["indikator"].as_array_mut().unwrap() {
        for key in ["definisi_operasional", "alasan", "tipe_penghitungan", "satuan"] {
            indikator[key] = Value::Null;
        }
        indikator["target"] = json!([]);
    }
    for template in ["iku", "iku-definisi", "iku-alasan"] {
        let set = TemplateSet::builtin(template).unwrap();
        let part = render_part(&set, "iku", &form).unwrap_or_else(|error| panic!("{template}: {error}"));
        let tables = part.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let fractions: Vec<String> = cells
            .flat_map(|cell| &cell.blocks)
            .filter_map(|block| if let Block::Fraction(fraction) = block { Some(fraction) } else { None })
            .map(|fraction| {
                let before: String = fraction.before.iter().flatten().map(Inline::text).collect();
                format!("{before} | {}", fraction.alternative)
            })
            .collect();
        assert_eq!(fractions, ["100 - | 100 kurang hasil bagi (a kurang b) dengan b, kali 100 persen"], "{template}");
    }
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let nasty = "<tebal>&\"'</tebal>\u{0}\u{b}\u{f0000}{{ x }}]]> <!-- ";
    let template = "<bagian id=\"a\" nama=\"{{ x }}\"><paragraf>{{ x }}</paragraf></bagian>";
    let part = one(template, json!({ "x": nasty })).unwrap();
    let Block::Paragraph { text, .. } = &part.blocks[0] else { panic!() };
    let shown: String = text.iter().map(Inline::text).collect();
    assert_eq!(shown, "<tebal>&\"'</tebal>\\u{0} \\u{f0000}{{ x }}]]> <!--");
    let refused = problem("<bagian id='a' nama='b'>\n{{ x | safe }}</bagian>", json!({ "x": nasty }));
    assert_eq!(refused.line, 2, "{refused}");
    assert!(refused.to_string().contains("safe"), "{refused}");
}

#[test]
fn errors_name_the_templates_own_line() {
    let template = "<bagian id='a' nama='b'>\n{% for x in xs %}\n<paragraf>\n{{ x }}</paragraf>\n{% endfor %}\n\n<jarak tingi='3'/>\n</bagian>";
    let found = problem(template, json!({ "xs": ["a", "b", "c\nd"] }));
    assert_eq!((found.file.as_str(), found.line, found.source.as_str()), ("iku.xml", 7, "<jarak tingi='3'/>"));
    // In an included file, called from another.
    let set = set(&[
        ("iku.xml", "<bagian id='a' nama='b'>\n{% for x in xs %}{% include \"isi.xml\" %}{% endfor %}</bagian>"),
        ("isi.xml", "\n\n{%- if x -%}\n  <jarak tinggi='{{ x }}'/>{% endif %}"),
    ]);
    let error = render_part(&set, "iku", &json!({ "xs": ["1", "2", "tiga"] })).unwrap_err();
    assert_eq!(error.problems.len(), 1);
    let found = &error.problems[0];
    assert_eq!((found.file.as_str(), found.line), ("isi.xml", 4));
    assert!(found.rendered.as_deref().unwrap().contains("<jarak tinggi='tiga'/>"), "{found}");
    assert!(!found.to_string().chars().any(|c| u32::from(c) >= 0xf0000));
}

#[test]
fn tera_errors_name_their_line() {
    let cases = [
        ("<bagian>\n{% if %}</bagian>", 2),
        ("<bagian>\n\n{{ x | tiada }}</bagian>", 3),
        ("<bagian>\n{{ x.y }}</bagian>", 2),
        ("<bagian>\n{% include \"tiada.xml\" %}</bagian>", 2),
        ("<bagian>{{ x }}\n{{ tiada }}</bagian>", 2),
        ("<bagian>{{ x }}\n{% if tiada %}<jarak/>{% endif %}</bagian>", 2),
        ("<bagian>{{ x }}\n{{ kosong }}</bagian>", 2),
    ];
    for (template, line) in cases {
        let found = problem(template, json!({ "x": "a", "kosong": null }));
        assert_eq!(found.line, line, "{template}: {found}");
        assert!(!found.to_string().chars().any(|c| u32::from(c) >= 0xf0000), "{found}");
    }
    let found = problem("<bagian>{% if vsii %}x{% endif %}</bagian>", json!({ "visi": "a" }));
    assert_eq!(found.fault, Fault::UndefinedVariable { name: "vsii".to_owned(), nearest: Some("visi".to_owned()) });
    // A null is absent: it may be asked for.
    assert!(one("<bagian id='a' nama='b'>{% if kosong %}x{% endif %}</bagian>", json!({ "kosong": null })).is_ok());
}

#[test]
fn trimming_tags_trim_as_without_marks() {
    let part =
        one("<bagian id='a' nama='b'><paragraf>a {{- x -}}\n <tebal>b</tebal></paragraf></bagian>", json!({ "x": "X" })).unwrap();
    let Block::Paragraph { text, .. } = &part.blocks[0] else { panic!() };
    assert_eq!(text.iter().map(Inline::text).collect::<String>(), "aXb");
}

#[test]
fn every_template_has_the_foot_of_an_electronic_signature() {
    let said = |set: &TemplateSet, tte: bool| -> Vec<String> {
        let foot = render_foot(set, &json!({ "tte": tte })).unwrap_or_else(|error| panic!("{error}"));
        let text = |block: &Block| match block {
            Block::Paragraph { text, .. } => text.iter().map(Inline::text).collect(),
            other => panic!("{other:?}"),
        };
        foot.iter().map(text).collect()
    };
    // To the letter.
    let law = "UU ITE No 11 Tahun 2008 Pasal 5 Ayat 1: \"Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.\"";
    let bsre = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), BSSN";
    let mut sets: Vec<TemplateSet> = TemplateSet::builtin_names().map(|name| TemplateSet::builtin(name).unwrap()).collect();
    // An older copy of an office's own.
    sets.push(set(&[("iku.xml", "<bagian id='a' nama='b'/>")]));
    for set in &sets {
        assert_eq!(said(set, true), [law, bsre]);
        assert!(said(set, false).is_empty());
    }
    let own = set(&[("kaki.xml", "<kaki>\n<paragraf>Arsip {{ tte }}</paragraf>\n</kaki>")]);
    assert_eq!(said(&own, false), ["Arsip false"]);
    let broken = set(&[("kaki.xml", "<kaki>\n<paragraf>a</paragraf>\n<tabel/></kaki>")]);
    let problem = render_foot(&broken, &json!({})).unwrap_err().problems.remove(0);
    assert_eq!((problem.file.as_str(), problem.line), ("kaki.xml", 3));
}

#[test]
fn a_part_without_a_file_names_those_there_are() {
    let error = render_part(&TemplateSet::builtin("iku").unwrap(), "tiada", &form()).unwrap_err();
    assert!(error.to_string().contains("iku.xml"), "{error}");
}

#[test]
fn errors_show_the_line_and_point_at_the_place() {
    let shown = |text: &str, context: Value| one(text, context).unwrap_err().to_string();
    let found = shown("<bagian id='a' nama='b'>\n  <paragraf>x</paragraf><jarak tingi=\"6\"/>\n</bagian>", json!({}));
    let expected = "templat iku.xml, baris 2: atribut tingi pada <jarak> tidak dikenal; maksud Anda tinggi?; yang ada: tinggi
    <paragraf>x</paragraf><jarak tingi=\"6\"/>
                                 ^^^^^^^^^
templat iku.xml, baris 2: <jarak> harus mempunyai atribut tinggi (tinggi dalam poin, 0 sampai 1000)
    <paragraf>x</paragraf><jarak tingi=\"6\"/>
                          ^^^^^^";
    assert_eq!(found, expected);
    let filled = shown("<bagian id='a' nama='b'>\n<jarak tinggi='{{ x }}'/></bagian>", json!({ "x": "tiga" }));
    assert!(
        filled.contains("\n    <jarak tinggi='{{ x }}'/></bagian>\n           ^^^^^^^^^^^^^^^^\n    setelah diisi:"),
        "{filled}"
    );
    let word = shown("<bagian id='a' nama='b'>\n  {% if vsii %}<jarak tinggi='3'/>{% endif %}</bagian>", json!({ "visi": "a" }));
    assert!(word.ends_with("\n    {% if vsii %}<jarak tinggi='3'/>{% endif %}</bagian>\n          ^^^^"), "{word}");
    let tera = shown("<bagian id='a' nama='b'>\n  <tebal>{{ x.y }}</tebal></bagian>", json!({ "x": "a" }));
    assert!(tera.ends_with("\n    <tebal>{{ x.y }}</tebal></bagian>\n                ^"), "{tera}");
    let field = shown("<bagian id='a' nama='b'>{{ s.urian }}</bagian>", json!({ "s": { "nomor": "1", "uraian": "a" } }));
    assert!(field.contains("isian urian tidak ada; maksud Anda uraian?; yang ada: "), "{field}");
    let closing = shown("<bagian id='a' nama='b'>\n<judul tingkat='1'>x</jdul></bagian>", json!({}));
    assert!(closing.contains("\n                        ^^^^^^"), "{closing}");
}

#[test]
fn every_built_in_form_renders() {
    let mut form = form();
    form["tahun_target"] = json!([2021, 2022]);
    for sasaran in form["sasaran"].as_array_mut().unwrap() {
        for indikator in sasaran["indikator"].as_array_mut().unwrap() {
            indikator["target"] = json!(["5,00", "n/a"]);
            indikator["target_nama"] = json!(["", ""]);
            indikator["alasan"] = json!("Menggambarkan usaha koperasi");
        }
    }
    for name in TemplateSet::builtin_names() {
        let set = TemplateSet::builtin(name).unwrap();
        let part = render_part(&set, "iku", &form).unwrap_or_else(|error| panic!("{name}\n{error}"));
        assert_eq!(part.id, "iku");
        assert!(matches!(part.blocks.last(), Some(Block::Signatures(_))), "{name}");
    }
    // Without any target there is no column for one.
    form["tahun_target"] = json!([]);
    for indikator in form["sasaran"][0]["indikator"].as_array_mut().unwrap() {
        indikator["target"] = json!([]);
    }
    let part =
        render_part(&TemplateSet::builtin("iku-definisi").unwrap(), "iku", &form).unwrap_or_else(|error| panic!("{error}"));
    let Some(Block::Table(table)) = part.blocks.iter().find(|block| matches!(block, Block::Table(_))) else { panic!() };
    assert_eq!((table.columns.len(), table.header_rows), (5, 1));
}
