//! Where the form's parts come to lie, and what is refused.

use super::boxes::*;
use super::sample::*;
use crate::document::*;
use crate::render::family::Family;
use crate::render::pdf::pages::layout::layout;
use crate::render::pdf::placed::{Ink, Placed};
use crate::render::style::MM;

fn rule_at(items: &[Placed], found: impl Fn(&Placed) -> bool) -> Vec<&Placed> {
    items.iter().filter(|item| item.ink == Ink::Rule && found(item)).collect()
}

#[test]
fn the_form_stands_on_one_page() {
    let document = form();
    let layout = laid(&document);
    check_boxes(&document, &layout);
    assert_eq!(layout.pages.len(), 1);
    let items = &layout.pages[0].items;
    // The title is centred between the margins.
    let title = texts(items, "INDIKATOR KINERJA UTAMA")[0];
    assert!((title.x + title.width / 2.0 - (25.0 + 310.0) / 2.0 * MM).abs() < 0.5);
    // Colons stand in one column, values in another.
    let colons: Vec<f32> = items.iter().filter(|i| text_of(i) == Some(":")).map(|i| i.x).collect();
    assert_eq!(colons.len(), 6);
    assert!(colons.iter().all(|x| (x - colons[0]).abs() < 0.01));
    let (first, wrapped) = (texts(items, "Membantu Walikota")[0], texts(items, "pembantuan")[0]);
    assert!((first.x - wrapped.x).abs() < 0.01 && wrapped.y > first.y);
    // The signature stands in the right half.
    assert!(layout.signatures[0].x >= layout.width / 2.0);
    assert!(layout.signatures[0].height >= 40.0);
}

#[test]
fn the_fraction() {
    let layout = laid(&form());
    let items = &layout.pages[0].items;
    let (over, under) =
        (texts(items, "- Jumlah volume usaha koperasi th (n-1)")[0], texts(items, "Jumlah volume usaha koperasi tahun (n-1)")[0]);
    let upper = texts(items, "Jumlah volume usaha koperasi tahun n")[0];
    assert!(upper.y < over.y, "the numerator breaks before its minus");
    let between = |rule: &Placed| {
        rule.y >= over.y + over.height - 1.5 && rule.y <= under.y + 1.5 && rule.x < over.x && rule.x + rule.width > over.x
    };
    let bars: Vec<&Placed> = rule_at(items, |rule| rule.height < 1.0 && rule.width < 400.0 && between(rule));
    assert_eq!(bars.len(), 1);
    let bar = bars[0];
    // As wide as the wider of the two, and a little more on both sides.
    let widest = over.width.max(under.width).max(upper.width);
    assert!(bar.width > widest && bar.width < widest + 8.0, "{} {widest}", bar.width);
    for line in [over, under, upper] {
        assert!((line.x + line.width / 2.0 - bar.x - bar.width / 2.0).abs() < 2.0);
    }
    // The multiplier's digits are as far above as below the bar.
    let times = texts(items, "x 100%")[0];
    let Ink::Text { baseline, size, .. } = times.ink else { panic!() };
    let middle = times.y + baseline - 0.716 * size / 2.0;
    assert!((middle - bar.y - bar.height / 2.0).abs() < 0.5);
    assert!(times.x > bar.x + bar.width && times.x < bar.x + bar.width + 12.0);
}

#[test]
fn the_underline_is_clear_of_the_letters() {
    let layout = laid(&form());
    let items = &layout.pages[0].items;
    let name = texts(items, "Drs. H. EDY")[0];
    let Ink::Text { baseline, size, .. } = name.ink else { panic!() };
    let line = rule_at(items, |rule| (rule.x - name.x).abs() < 0.1 && (rule.width - name.width).abs() < 0.1)[0];
    let below = line.y - name.y - baseline;
    // The comma reaches 0.145 em below the baseline.
    assert!(below > 0.15 * size && below < 0.25 * size, "{below}");
}

/// The foot keeps clear of the body and of the paper's edge, whatever the margin and its own length.
#[test]
fn the_foot_stands_below_the_body() {
    for (bottom, sentence) in [(20.0, 1), (3.0, 1), (0.0, 12), (20.0, 40)] {
        let mut page = f4();
        page.bottom = bottom;
        let mut document = document(page, vec![vec![Block::Table(table(form_columns(), 2, form_header())), paragraph("isi")]]);
        let many: Vec<Block> = (0..60).map(|i| paragraph(&format!("baris {i}"))).collect();
        document.parts[0].blocks.extend(many);
        document.foot =
            vec![paragraph(&"Dokumen ini ditandatangani secara elektronik. ".repeat(sentence)), paragraph("BSrE, BSSN")];
        let layout = laid(&document);
        assert!(layout.pages.len() > 1);
        for page in &layout.pages {
            let lowest = page.items.iter().map(|item| item.y + item.height).fold(0.0, f32::max);
            let highest = page.foot.iter().map(|item| item.y).fold(f32::MAX, f32::min);
            let end = page.foot.iter().map(|item| item.y + item.height).fold(0.0, f32::max);
            assert!(!page.foot.is_empty() && lowest + 6.0 <= highest, "{bottom} {sentence}: {lowest} {highest}");
            assert!(end + 10.0 <= layout.height, "{bottom} {sentence}: {end} of {}", layout.height);
        }
    }
    let mut document = document(f4(), vec![vec![paragraph("isi")]]);
    document.foot = vec![paragraph(&"tidak muat ".repeat(2_000))];
    assert!(matches!(layout(&document, None, Family::sans()), Err(crate::render::pdf::RenderError::NoRoom { .. })));
}

#[test]
fn a_signature_is_never_parted_from_the_last_row() {
    for count in 1..40 {
        let rows: Vec<TableRow> =
            (0..count).map(|i| row(vec![cell_of(&format!("baris {i}")), cell_of("Bidang Koperasi")])).collect();
        let header = row(vec![heading_cell("Uraian"), heading_cell("Bidang")]);
        let all = [vec![header], rows].concat();
        let mut document = document(
            f4(),
            vec![vec![
                Block::Heading { level: 1, text: text("JUDUL") },
                Block::Table(table(vec![ColumnWidth::Share(1.0); 2], 1, all)),
                Block::Space(10.0),
                signatures(),
            ]],
        );
        document.page.height = 160.0;
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let page = layout.signatures[0].page;
        let items = &layout.pages[page - 1].items;
        assert_eq!(texts(items, &format!("baris {}", count - 1)).len(), 1, "{count} rows");
        for part in ["Pasuruan, 24", "KEPALA", "Drs. H.", "NIP."] {
            assert_eq!(texts(items, part).len(), 1, "{count} rows: {part}");
        }
        // The heading row stands on every page with rows.
        for page in &layout.pages {
            assert_eq!(texts(&page.items, "baris").is_empty(), texts(&page.items, "Uraian").is_empty());
            assert!(texts(&page.items, "baris").len() + texts(&page.items, "Uraian").len() != 1, "a heading alone");
        }
    }
}

#[test]
fn a_span_over_a_page_break_says_its_text_again() {
    let mut rows = vec![row(vec![heading_cell("Sasaran"), heading_cell("Indikator")])];
    for i in 0..60 {
        let mut cells = vec![cell_of(&format!("indikator {i}."))];
        if i == 0 {
            cells.insert(0, TableCell { rows: 60, ..cell_of("Meningkatnya produktivitas") });
        }
        rows.push(row(cells));
    }
    let document = document(f4(), vec![vec![Block::Table(table(vec![ColumnWidth::Share(1.0); 2], 1, rows))]]);
    let layout = laid(&document);
    check_boxes(&document, &layout);
    assert!(layout.pages.len() > 1);
    for (number, page) in layout.pages.iter().enumerate() {
        let said = texts(&page.items, "Meningkatnya");
        assert_eq!(said.len(), 1);
        // Only the first belongs to the structure.
        assert_eq!(said[0].node.is_some(), number == 0);
        // The box is closed on all sides: rules at the upper and lower edge over the whole width.
        let wide = rule_at(&page.items, |rule| rule.width > 790.0);
        assert!(wide.len() >= 2, "page {number}: {}", wide.len());
    }
    assert_eq!(words(&layout).matches("Meningkatnya").count(), 1);
}

#[test]
fn a_row_taller_than_a_page_goes_on() {
    let long: String = (0..1200).map(|i| format!("kata{i} ")).collect();
    let rows = vec![
        row(vec![heading_cell("Uraian"), heading_cell("Bidang")]),
        row(vec![cell_of(&long), cell_of("Bidang Koperasi")]),
        row(vec![cell_of("sesudah"), cell_of("nya")]),
    ];
    let document = document(f4(), vec![vec![Block::Table(table(vec![ColumnWidth::Share(1.0); 2], 1, rows)), signatures()]]);
    let layout = laid(&document);
    check_boxes(&document, &layout);
    assert!(
        words(&layout).contains(&squeezed(&long)) || {
            // The second cell's text stands between the two parts on the first page.
            words(&layout).replacen("BidangKoperasi", "", 1).contains(&squeezed(&long))
        }
    );
    for page in &layout.pages {
        assert_eq!(texts(&page.items, "Uraian").len(), 1);
    }
}

#[test]
fn part_of_a_tall_last_row_goes_along_with_the_signature() {
    for count in (20..400).step_by(7) {
        let long: String = (0..count).map(|i| format!("kata{i}, ")).collect();
        let rows = vec![row(vec![heading_cell("Uraian")]), row(vec![cell_of(&long)])];
        let document = document(f4(), vec![vec![Block::Table(table(vec![ColumnWidth::Fixed(60.0)], 1, rows)), signatures()]]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let items = &layout.pages[layout.signatures[0].page - 1].items;
        assert!(!texts(items, &format!("kata{}", count - 1)).is_empty(), "{count}");
        assert!(words(&layout).contains(&squeezed(&long)));
    }
}

#[test]
fn a_heading_is_never_last_on_its_page() {
    for lines in 20..45 {
        let mut blocks: Vec<Block> = (0..lines).map(|i| paragraph(&format!("alinea {i}"))).collect();
        blocks.push(Block::Heading { level: 2, text: text("JUDUL KECIL") });
        blocks.push(paragraph("isi bagian itu"));
        let document = document(f4(), vec![blocks]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let page = layout.pages.iter().find(|page| !texts(&page.items, "JUDUL KECIL").is_empty()).unwrap();
        assert_eq!(texts(&page.items, "isi bagian").len(), 1, "{lines}");
    }
}

#[test]
fn parts_begin_pages_and_pages_are_numbered() {
    let document = document(f4(), vec![form_blocks(), vec![paragraph("kedua")], vec![], vec![paragraph("ketiga")]]);
    let layout = laid(&document);
    assert_eq!(layout.parts.iter().map(|part| part.2).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(layout.pages[0].head.is_empty());
    let number = texts(&layout.pages[2].head, "- 3 -")[0];
    assert!((number.x + number.width / 2.0 - (25.0 + 310.0) / 2.0 * MM).abs() < 0.5);
}

#[test]
fn too_many_cells_are_refused() {
    let rows = vec![row(vec![TableCell { rows: 2, ..cell_of("a") }, cell_of("b")]), row(vec![cell_of("c"), cell_of("d")])];
    let document = document(f4(), vec![vec![Block::Table(table(vec![ColumnWidth::Share(1.0); 2], 0, rows))]]);
    assert_eq!(layout(&document, None, Family::sans()).unwrap_err(), crate::render::pdf::RenderError::TooManyCells { row: 2 });
}

#[test]
fn a_page_without_room_is_refused() {
    for (width, height, top) in
        [(40.0, 215.0, 20.0), (f32::NAN, 215.0, 20.0), (330.0, f32::INFINITY, 20.0), (330.0, 215.0, -1.0), (330.0, 215.0, 190.0)]
    {
        let page = PageSetup { width, height, top, ..f4() };
        let document = document(page, vec![form_blocks()]);
        assert!(matches!(layout(&document, None, Family::sans()), Err(crate::render::pdf::RenderError::NoRoom { .. })));
    }
}

#[test]
fn sizes_beyond_reason_are_not_taken() {
    for size in [f32::NAN, f32::INFINITY, -3.0, 0.0, 5000.0] {
        let style = Style { size: Some(size), ..Style::default() };
        let block = |text: &str| Block::Paragraph { text: sample_text(text, style), align: Align::Left, style };
        let document = document(f4(), vec![vec![block("satu dua tiga"), block(""), block("a\n\nb")]]);
        check_boxes(&document, &laid(&document));
    }
}

fn sample_text(content: &str, style: Style) -> Text {
    vec![Inline::Run { text: content.to_string(), style }]
}

#[test]
fn a_letterhead_that_fills_the_page_is_refused() {
    let mut document = form();
    document.page.letterhead = Some(Letterhead { emblem: None, lines: vec!["BARIS".to_string(); 60] });
    assert!(matches!(layout(&document, None, Family::sans()), Err(crate::render::pdf::RenderError::NoRoom { .. })));
}

#[test]
fn numbers_are_not_broken_in_narrow_columns() {
    let names = ["No", "Indikator", "2019", "2020", "2021", "Realisasi"];
    let values =
        ["1", "Prosentase Pertumbuhan Volume Usaha Koperasi", "589.448.674.478", "484.000.000.000", "1.234.567.890.123", "21,78"];
    let rows = vec![row(names.map(heading_cell).to_vec()), row(values.map(cell_of).to_vec())];
    let page = PageSetup { width: 210.0, height: 297.0, ..f4() };
    let document = document(page, vec![vec![Block::Table(table(vec![ColumnWidth::Share(1.0); 6], 1, rows))]]);
    let layout = laid(&document);
    check_boxes(&document, &layout);
    for value in values {
        if !value.contains(' ') {
            assert_eq!(layout.pages[0].items.iter().filter(|i| text_of(i) == Some(value)).count(), 1, "{value}");
        }
    }
}

/// The columns of *capaian* on A4 upright: every heading's words whole, though some columns are wished too narrow.
#[test]
fn no_word_is_broken_while_other_columns_have_room() {
    let names = [
        "No.",
        "Indikator Kinerja Utama",
        "Satuan",
        "2019",
        "2020",
        "Target",
        "Realisasi",
        "Capaian (%)",
        "Predikat",
        "Target (Tahun)",
    ];
    let shares = [8.0, 30.0, 9.0, 12.0, 12.0, 10.0, 12.0, 14.0, 12.0, 12.0];
    let values = ["1.1", "Prosentase Pertumbuhan", "%", "n/a", "n/a", "7,50", "8,18", "109,05", "Sangat Tinggi", "10,00 (2026)"];
    let rows = vec![row(names.map(heading_cell).to_vec()), row(values.map(cell_of).to_vec())];
    let page = PageSetup { width: 210.0, height: 297.0, ..f4() };
    let document = document(page, vec![vec![Block::Table(table(shares.map(ColumnWidth::Share).to_vec(), 1, rows))]]);
    let layout = laid(&document);
    check_boxes(&document, &layout);
    let shown: Vec<&str> = layout.pages[0].items.iter().filter_map(text_of).flat_map(str::split_whitespace).collect();
    for word in names.iter().chain(&values).flat_map(|text| text.split_whitespace()) {
        assert!(shown.contains(&word), "{word}: {shown:?}");
    }
}

/// Amounts of billions on A4 upright: figures are whole in smaller letters, and words divided between syllables.
#[test]
fn figures_are_whole_where_words_have_to_be_divided() {
    let names = ["No.", "Indikator", "Satuan", "2020", "Target", "Realisasi", "Capaian (%)", "Predikat", "Akhir", "Kemajuan (%)"];
    let shares = [8.0, 30.0, 9.0, 12.0, 12.0, 10.0, 14.0, 12.0, 12.0, 12.0];
    for digits in ["216.842.893.017", "216.842.893.017,25", "9.216.842.893.017,25"] {
        let values = ["1.1", "Jumlah volume usaha", "Rp", digits, digits, digits, "103,26", "Sangat Tinggi", digits, "72,28"];
        let rows = vec![row(names.map(heading_cell).to_vec()), row(values.map(cell_of).to_vec())];
        let page = PageSetup { width: 210.0, height: 297.0, ..f4() };
        let document = document(page, vec![vec![Block::Table(table(shares.map(ColumnWidth::Share).to_vec(), 1, rows))]]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        let shown: Vec<&str> = layout.pages[0].items.iter().filter_map(text_of).flat_map(str::split_whitespace).collect();
        assert_eq!(shown.iter().filter(|word| **word == digits).count(), 4, "{shown:?}");
        for torn in ["Satua", "Kemajua", "Capaia", "Predika"] {
            assert!(!shown.contains(&torn), "{torn}: {shown:?}");
        }
    }
}

/// What stands beside a bar never stands below it, where it would be read with the denominator alone.
#[test]
fn a_fraction_without_room_beside_its_bar_stands_in_a_row() {
    let wanted = fraction("Jumlah usaha mikro yang berkembang", "Jumlah usaha mikro");
    let mut cells = vec![TableCell { blocks: vec![Block::Fraction(wanted)], ..cell_of("") }];
    cells.extend(vec![cell_of("216.842.893.017"); 12]);
    let narrow = PageSetup { width: 120.0, height: 297.0, ..f4() };
    let layout = laid(&document(narrow, vec![vec![Block::Table(table(vec![ColumnWidth::Share(1.0); 13], 0, vec![row(cells)]))]]));
    let said = words_in_order(&layout);
    assert!(said.contains(")/(") && said.contains(")x100%"), "{said}");
}

/// The last row goes over to the next page with the signature: the goal before it is whole on both.
#[test]
fn a_spanning_text_is_not_cut_where_its_last_row_goes_over() {
    let goal = "Meningkatnya akuntabilitas kinerja dan mutu pelayanan publik dinas";
    for lines in 20..40 {
        let mut rows = vec![row(vec![heading_cell("Sasaran"), heading_cell("Indikator")])];
        rows.extend((0..lines).map(|index| row(vec![cell_of("lain"), cell_of(&format!("baris {index}."))])));
        rows.push(row(vec![TableCell { rows: 2, ..cell_of(goal) }, cell_of("satu")]));
        rows.push(row(vec![cell_of("dua")]));
        let columns = vec![ColumnWidth::Fixed(25.0), ColumnWidth::Share(1.0)];
        let document = document(f4(), vec![vec![Block::Table(table(columns, 1, rows)), signatures()]]);
        let layout = laid(&document);
        check_boxes(&document, &layout);
        for page in &layout.pages {
            let said: String = page.items.iter().filter_map(text_of).collect();
            let whole = goal.split(' ').all(|word| said.contains(word));
            assert!(whole || !said.contains("akuntabilitas") && !said.contains("pelayanan"), "{lines}: {said}");
        }
    }
}

/// Two tables of a part with the same columns have them in the same places, whatever stands in them.
#[test]
fn tables_alike_share_their_columns() {
    let content = ColumnWidth::Content { least: 10.0, most: 80.0 };
    let of = |wide: &str| {
        let rows = vec![row(vec![heading_cell("Ukuran"), heading_cell("Nilai")]), row(vec![cell_of("a"), cell_of(wide)])];
        Block::Table(table(vec![ColumnWidth::Share(1.0), content], 1, rows))
    };
    let blocks = vec![of("216.842.893.017.555"), paragraph("antara"), of("29")];
    let laid = laid(&document(f4(), vec![blocks]));
    let place = |wanted: &str| {
        let mut found =
            laid.pages[0].items.iter().filter(|item| matches!(&item.ink, Ink::Text { text, .. } if text.trim() == wanted));
        found.next().unwrap().x
    };
    assert_eq!(place("216.842.893.017.555"), place("29"));
}

/// A long identifier stands whole at the cost of columns with room, and each term of a numerator on its line.
#[test]
fn identifiers_and_terms_are_whole_while_other_columns_have_room() {
    let upright = PageSetup { width: 210.0, height: 297.0, ..f4() };
    let head = row(vec![heading_cell("Ukuran"), heading_cell("Cara Menghitung"), heading_cell("Formulasi")]);
    let cells = row(vec![
        cell_of("Jumlah volume usaha"),
        cell_of("SUM(keragaan.volume_usaha)"),
        cell(vec![Block::Fraction(volume_usaha())]),
    ]);
    let shares = vec![ColumnWidth::Share(3.0), ColumnWidth::Share(2.0), ColumnWidth::Share(3.0)];
    let laid = laid(&document(upright, vec![vec![Block::Table(table(shares, 1, vec![head, cells]))]]));
    let shown: Vec<&str> = laid.pages[0].items.iter().filter_map(text_of).map(str::trim).collect();
    for whole in ["SUM(keragaan.volume_usaha)", "Jumlah volume usaha koperasi tahun n", "- Jumlah volume usaha koperasi th (n-1)"]
    {
        assert!(shown.contains(&whole), "{whole}: {shown:?}");
    }
}

/// Wherever its heading comes to lie, a calculation is on one page with it, and so is the table of its figures.
#[test]
fn a_calculation_stays_together() {
    for before in 0..40 {
        let mut blocks: Vec<Block> = (0..before).map(|i| paragraph(&format!("baris {i}"))).collect();
        blocks.push(Block::Heading { level: 2, text: text("1.1 Pertumbuhan") });
        blocks.push(Block::Fraction(volume_usaha()));
        blocks.push(Block::Fraction(fraction("216 - 200", "200")));
        blocks.push(paragraph("= 8,18 %"));
        blocks.push(Block::Space(4.0));
        let rows = vec![row(vec![heading_cell("Ukuran")]), row(vec![cell_of("baris pertama")])];
        blocks.push(Block::Table(table(vec![ColumnWidth::Share(1.0)], 1, rows)));
        let laid = laid(&document(f4(), vec![blocks]));
        let page_of = |part: &str| laid.pages.iter().position(|page| !texts(&page.items, part).is_empty());
        for part in ["216 - 200", "= 8,18 %", "baris pertama"] {
            assert_eq!(page_of(part), page_of("1.1 Pertumbuhan"), "{before}: {part}");
        }
    }
}
