//! Pages drawn per second: a report whose one table runs over hundreds of pages.
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use iku::document::{
    Align, Block, Border, ColumnWidth, Document, Inline, Meta, PagePart, PageSetup, Style, Table, TableCell, TableRow,
};
use iku::render::{pdf, xlsx};
use iku::vocabulary::Tanggal;
use std::collections::BTreeMap;
use std::time::Instant;

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Unless the command line says another number: `cargo bench --bench pages -- 1000`.
const ROWS: usize = 6_000;
const TURNS: usize = 5;

fn main() {
    let rows = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(ROWS);
    let document = document(rows);
    let (mut drawn, mut written, mut pages) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TURNS {
        let start = Instant::now();
        pages = pdf::render(&document).expect("a PDF").pages;
        drawn.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        std::hint::black_box(xlsx::render(&document).expect("an XLSX"));
        written.push(start.elapsed().as_secs_f64());
    }
    let (drawn, written) = (median(drawn), median(written));
    println!("pages: {pages} pages, {:.0} a second as PDF", pages as f64 / drawn);
    println!("pages: {rows} rows in {:.1} ms as PDF", drawn * 1000.0);
    println!("pages: the same part as XLSX takes {:.2} times as long", written / drawn);
}

fn document(rows: usize) -> Document {
    let cell = |text: String, header: bool| TableCell {
        columns: 1,
        rows: 1,
        blocks: vec![Block::Paragraph { text: vec![Inline::plain(text)], align: Align::Left, style: Style::default() }],
        align: Align::Left,
        header,
        middle: header,
        lead: None,
    };
    let row = |texts: [String; 5], header: bool| TableRow { cells: texts.map(|text| cell(text, header)).into() };
    let heading = row(["No.", "Sasaran", "Indikator", "Penjelasan", "Sumber Data"].map(str::to_owned), true);
    let body = (1..=rows).map(|number| {
        row(
            [
                number.to_string(),
                "Meningkatnya kapasitas pengelolaan dan produktivitas koperasi".to_owned(),
                "Prosentase Pertumbuhan Volume Usaha Koperasi".to_owned(),
                "Volume Usaha : total nilai penjualan atau penerimaan dari barang dan jasa pada suatu periode".to_owned(),
                "Lap. Keragaan Koperasi".to_owned(),
            ],
            false,
        )
    });
    let table = Table {
        columns: [30.0, 174.0, 188.0, 348.0, 107.0].map(ColumnWidth::Share).into(),
        border: Border::Grid,
        header_rows: 1,
        rows: std::iter::once(heading).chain(body).collect(),
        summary: None,
    };
    let title = Block::Heading { level: 1, text: vec![Inline::plain("INDIKATOR KINERJA UTAMA")] };
    Document {
        meta: Meta {
            title: "IKU".to_owned(),
            author: "Dinas".to_owned(),
            subject: "IKU".to_owned(),
            date: Tanggal::new(2022, 1, 24).expect("a date"),
            program: "iku".to_owned(),
            language: "id-ID".to_owned(),
        },
        page: PageSetup::plain(330.0, 215.0),
        parts: vec![PagePart { id: "iku".to_owned(), name: "IKU".to_owned(), blocks: vec![title, Block::Table(table)] }],
        sheets: vec![iku::document::SheetPlan::Part(0)],
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
