//! Documents built by hand, after the official form.

use crate::document::*;
use crate::vocabulary::Tanggal;
use std::collections::BTreeMap;

pub fn text(text: &str) -> Text {
    vec![Inline::plain(text)]
}

pub fn paragraph(content: &str) -> Block {
    Block::Paragraph { text: text(content), align: Align::Left, style: Style::default() }
}

pub fn cell(blocks: Vec<Block>) -> TableCell {
    TableCell { columns: 1, rows: 1, blocks, align: Align::Left, header: false, middle: false, lead: None }
}

pub fn cell_of(content: &str) -> TableCell {
    cell(if content.is_empty() { Vec::new() } else { vec![paragraph(content)] })
}

pub fn centred(content: &str) -> TableCell {
    TableCell { align: Align::Center, ..cell_of(content) }
}

pub fn heading_cell(content: &str) -> TableCell {
    TableCell { header: true, align: Align::Center, middle: true, ..cell_of(content) }
}

pub fn row(cells: Vec<TableCell>) -> TableRow {
    TableRow { cells }
}

pub fn signature() -> Signature {
    Signature {
        place_and_date: "Pasuruan, 24 Januari 2022".into(),
        lead: None,
        position: vec!["KEPALA DINAS KOPERASI DAN USAHA MIKRO".into(), "KOTA PASURUAN".into()],
        name: "Drs. H. EDY ANA SETYOWIDODO, MM".into(),
        rank: Some("Pembina Utama Muda".into()),
        nip: Some("19640505 199303 1 012".into()),
        electronic: false,
        tag: None,
        field: (60.0, 25.0),
    }
}

pub fn signatures() -> Block {
    Block::Signatures(SignatureBlock { signatures: vec![signature()] })
}

/// F4 landscape with the profile's default margins.
pub fn f4() -> PageSetup {
    PageSetup::plain(330.0, 215.0)
}

pub fn document(page: PageSetup, parts: Vec<Vec<Block>>) -> Document {
    Document {
        meta: Meta {
            title: "Indikator Kinerja Utama 2021".into(),
            author: "Dinas Koperasi dan Usaha Mikro".into(),
            subject: "Kota Pasuruan".into(),
            date: Tanggal { year: 2022, month: 1, day: 24 },
            program: "iku 0.1.0".into(),
            language: "id-ID".into(),
        },
        page,
        parts: parts
            .into_iter()
            .enumerate()
            .map(|(i, blocks)| PagePart { id: format!("bagian{i}"), name: format!("Bagian {}", i + 1), blocks })
            .collect(),
        sheets: Vec::new(),
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    }
}

pub fn fraction(a: &str, b: &str) -> Fraction {
    Fraction {
        before: None,
        numerator: text(a),
        denominator: text(b),
        after: Some(text("x 100%")),
        alternative: format!("{a} dibagi {b}, kali 100%"),
    }
}

pub fn volume_usaha() -> Fraction {
    fraction(
        "Jumlah volume usaha koperasi tahun n - Jumlah volume usaha koperasi th (n-1)",
        "Jumlah volume usaha koperasi tahun (n-1)",
    )
}

pub fn form_header() -> Vec<TableRow> {
    let names = [
        "",
        "Sasaran Strategis",
        "Indikator Kinerja Utama",
        "Penjelasan/Formulasi Perhitungan",
        "Sumber Data",
        "Penanggung Jawab",
    ];
    let numbers = ["", "1", "2", "3", "4", "5"];
    vec![row(names.map(heading_cell).to_vec()), row(numbers.map(heading_cell).to_vec())]
}

pub fn form_columns() -> Vec<ColumnWidth> {
    vec![
        ColumnWidth::Fixed(9.0),
        ColumnWidth::Share(1.85),
        ColumnWidth::Share(2.0),
        ColumnWidth::Share(3.7),
        ColumnWidth::Share(1.15),
        ColumnWidth::Share(1.15),
    ]
}

pub fn form_rows() -> Vec<TableRow> {
    vec![
        row(vec![
            centred("1"),
            cell_of("Meningkatnya kapasitas pengelolaan dan produktivitas koperasi"),
            cell(vec![Block::Items(vec![(text("1"), vec![paragraph("Prosentase Pertumbuhan Volume Usaha Koperasi")])])]),
            cell(vec![
                paragraph(
                    "Volume Usaha : total nilai penjualan atau penerimaan dari barang dan jasa pada suatu periode atau tahun buku yang bersangkutan",
                ),
                Block::Fraction(volume_usaha()),
            ]),
            cell_of("Lap. Keragaan Koperasi"),
            cell_of("Bidang Koperasi"),
        ]),
        row(vec![
            centred("2"),
            cell_of("Meningkatnya Pemberdayaan dan Produktivitas Usaha Mikro"),
            cell(vec![Block::Items(vec![(text("1"), vec![paragraph("Prosentase Peningkatan Usaha Mikro yang berkembang")])])]),
            cell(vec![
                paragraph("Usaha Mikro yang berkembang : Usaha Mikro yang sudah meningkat omsetnya"),
                Block::Fraction(fraction(
                    "Jumlah usaha mikro yg berkembang th n - jumlah Usaha mikro yg berkembang th (n-1)",
                    "Jumlah usaha mikro yg berkembang tahun (n-1)",
                )),
            ]),
            cell_of("Data UMKM"),
            cell_of("Bidang Usaha Mikro"),
        ]),
    ]
}

pub fn table(columns: Vec<ColumnWidth>, header_rows: usize, rows: Vec<TableRow>) -> Table {
    Table { columns, border: Border::Grid, header_rows, rows, summary: None }
}

pub fn form_table() -> Table {
    table(form_columns(), 2, [form_header(), form_rows()].concat())
}

pub fn form_blocks() -> Vec<Block> {
    let label = |name: &str, value: &str| (text(name), vec![paragraph(value)]);
    let fungsi = [
        "Perumusan kebijakan teknis bidang koperasi dan usaha mikro",
        "Penyusunan perencanaan bidang koperasi dan usaha mikro",
        "Pelaksanaan kebijakan bidang koperasi dan usaha mikro",
        "Pembinaan, koordinasi, pengendalian, dan fasilitasi pelaksanaan urusan bidang koperasi dan usaha mikro",
        "Melaksanakan Evaluasi dan pelaporan bidang koperasi dan usaha mikro",
        "Pelaksanaan kegiatan ketatusahaan Dinas Koperasi dan Usaha Mikro",
    ];
    let items = fungsi.iter().zip('a'..).map(|(f, letter)| (text(&format!("{letter}.")), vec![paragraph(f)])).collect();
    vec![
        Block::Heading { level: 1, text: text("INDIKATOR KINERJA UTAMA") },
        Block::LabelList(vec![
            label("INSTANSI", "Dinas Koperasi dan Usaha Mikro"),
            label(
                "VISI",
                "Mewujudkan Koperasi dan Usaha Mikro naik kelas dalam mempercepat pertumbuhan dan ketahanan ekonomi berbasis potensi lokal",
            ),
            label("MISI", "Memberdayakan Koperasi dan Usaha Mikro sebagai penggerak utama sektor perekonomian"),
            label("TUJUAN", "Meningkatkan peran koperasi dan usaha mikro dalam perekonomian"),
            label(
                "TUGAS",
                "Membantu Walikota dalam melaksanakan urusan pemerintahan daerah di bidang koperasi, usaha kecil dan menengah yang menjadi kewenangan daerah dan tugas pembantuan",
            ),
            (text("FUNGSI"), vec![Block::Items(items)]),
        ]),
        Block::Table(form_table()),
        signatures(),
    ]
}

pub fn form() -> Document {
    document(f4(), vec![form_blocks()])
}
