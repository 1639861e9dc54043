//! Layouts as texts: every box of a few documents, compared with what was looked
//! at and found right. `IKU_TULIS_GOLDEN=1` writes them anew; read the difference.

use super::boxes::laid;
use super::sample::*;
use crate::document::*;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::Ink;

/// A line for each item: its box in points from the page's top left, and what stands there.
fn dump(layout: &Layout) -> String {
    let mut out = String::new();
    for (number, page) in layout.pages.iter().enumerate() {
        out.push_str(&format!("halaman {}: {:.1} x {:.1}\n", number + 1, layout.width, layout.height));
        for item in page.all() {
            let what = match &item.ink {
                Ink::Text { text, size, .. } => format!("{size:.1} {}", text.trim_end().replace('\u{ad}', "-")),
                Ink::Rule => "garis".to_owned(),
                Ink::SigningRoom { index } => format!("ruang tanda tangan {index}"),
                other => format!("{other:?}"),
            };
            out.push_str(&format!("  {:6.1} {:6.1} {:6.1} {:6.1}  {what}\n", item.x, item.y, item.width, item.height));
        }
    }
    out
}

#[expect(clippy::disallowed_methods, reason = "goldens are written when asked for")]
fn check(name: &str, document: &Document) {
    let made = dump(&laid(document));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format!("{name}.layout.txt"));
    if std::env::var_os("IKU_TULIS_GOLDEN").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (was, is))) = golden.lines().zip(made.lines()).enumerate().find(|(_, (was, is))| was != is) {
        panic!("{name}, line {}:\n  was {was}\n  is  {is}", line + 1);
    }
    assert_eq!(golden.lines().count(), made.lines().count(), "{name}");
}

#[test]
fn the_form() {
    check("formulir", &form());
}

/// Portrait, a kop, spans over a page's end, two who sign, a paragraph to both edges.
#[test]
fn a_form_of_many_pages() {
    let mut rows = form_header();
    for index in 0..9 {
        let mut cells = vec![
            cell_of(&format!("{}", index % 3 + 1)),
            cell(vec![paragraph("Prosentase koperasi yang berkualitas"), Block::Fraction(volume_usaha())]),
            TableCell { align: Align::Right, ..cell_of("589.448.674.478") },
            cell_of("Bidang Koperasi"),
        ];
        if index % 3 == 0 {
            cells.insert(0, TableCell { rows: 3, ..centred(&format!("{}", index / 3 + 1)) });
            cells.insert(1, TableCell { rows: 3, ..cell_of("Meningkatnya kapasitas pengelolaan dan produktivitas koperasi") });
        }
        rows.push(row(cells));
    }
    let columns = vec![
        ColumnWidth::Fixed(9.0),
        ColumnWidth::Share(2.0),
        ColumnWidth::Fixed(9.0),
        ColumnWidth::Share(4.0),
        ColumnWidth::Content { least: 15.0, most: 40.0 },
        ColumnWidth::Content { least: 15.0, most: 20.0 },
    ];
    let prose = "Membantu Walikota dalam melaksanakan urusan pemerintahan daerah di bidang koperasi, usaha kecil dan menengah yang \
                 menjadi kewenangan daerah dan tugas pembantuan, sebagaimana ditetapkan pada 24 Januari 2022 untuk \
                 mempertanggungjawabkan penyelenggaraan pembinaan dan pengembangannya.";
    let prose = Block::Paragraph { text: text(prose), align: Align::Justify, style: Style { hyphens: true, ..Style::default() } };
    let signers = Block::Signatures(SignatureBlock { signatures: vec![signature(), signature()] });
    let page = PageSetup {
        width: 210.0,
        height: 297.0,
        letterhead: Some(Letterhead {
            emblem: None,
            lines: ["PEMERINTAH KOTA PASURUAN", "DINAS KOPERASI DAN USAHA MIKRO", "Jalan Panglima Sudirman Nomor 78"]
                .map(str::to_owned)
                .to_vec(),
        }),
        ..f4()
    };
    let heading = Block::Heading { level: 1, text: text("INDIKATOR KINERJA UTAMA") };
    check("formulir-panjang", &document(page, vec![vec![heading, prose, Block::Table(table(columns, 2, rows)), signers]]));
}
