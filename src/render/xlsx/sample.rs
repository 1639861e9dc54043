//! The official form and a data sheet, for the tests.

use crate::document::*;
use crate::vocabulary::Tanggal;
use serde_json::json;
use std::collections::BTreeMap;

pub fn decimal(text: &str) -> rust_decimal::Decimal {
    text.parse().unwrap()
}

/// `iku.xml` filled with the official form's words.
pub fn form() -> PagePart {
    let context = json!({
        "judul": "INDIKATOR KINERJA UTAMA",
        "revisi": null,
        "label": [
            { "nama": "INSTANSI", "isi": ["Dinas Koperasi dan Usaha Mikro"], "huruf": false },
            { "nama": "VISI", "isi": ["Mewujudkan Koperasi dan Usaha Mikro naik kelas dalam mempercepat pertumbuhan dan ketahanan ekonomi berbasis potensi lokal"], "huruf": false },
            { "nama": "MISI", "isi": ["Memberdayakan Koperasi dan Usaha Mikro sebagai penggerak utama sektor perekonomian"], "huruf": false },
            { "nama": "TUJUAN", "isi": ["Meningkatkan peran koperasi dan usaha mikro dalam perekonomian"], "huruf": false },
            { "nama": "TUGAS", "isi": ["Membantu Walikota dalam melaksanakan urusan pemerintahan daerah di bidang koperasi, usaha kecil dan menengah yang menjadi kewenangan daerah dan tugas pembantuan"], "huruf": false },
            { "nama": "FUNGSI", "isi": ["Perumusan kebijakan teknis bidang koperasi dan usaha mikro", "Penyusunan perencanaan bidang koperasi dan usaha mikro",
                "Pelaksanaan kebijakan bidang koperasi dan usaha mikro",
                "Pembinaan, koordinasi, pengendalian, dan fasilitasi pelaksanaan urusan bidang koperasi dan usaha mikro",
                "Melaksanakan Evaluasi dan pelaporan bidang koperasi dan usaha mikro",
                "Pelaksanaan kegiatan ketatusahaan Dinas Koperasi dan Usaha Mikro"], "huruf": true },
        ],
        "sasaran": [
            { "nomor": "1", "uraian": "Meningkatnya kapasitas pengelolaan dan produktivitas koperasi", "indikator": [
                { "nomor": "1", "nama": "Prosentase Pertumbuhan Volume Usaha Koperasi",
                  "penjelasan": "Volume Usaha : total nilai penjualan atau penerimaan dari barang dan jasa pada suatu periode atau tahun buku yang bersangkutan",
                  "sumber_data": "Lap. Keragaan Koperasi", "penanggung_jawab": "Bidang Koperasi",
                  "rumus": { "pembilang": "Jumlah volume usaha koperasi tahun n - Jumlah volume usaha koperasi th (n-1)",
                    "penyebut": "Jumlah volume usaha koperasi tahun (n-1)", "pengali": "x 100%" } } ] },
            { "nomor": "2", "uraian": "Meningkatnya Pemberdayaan dan Produktivitas Usaha Mikro", "indikator": [
                { "nomor": "1", "nama": "Prosentase Peningkatan Usaha Mikro yang berkembang",
                  "penjelasan": "Usaha Mikro yang berkembang : Usaha Mikro yang sudah meningkat omsetnya",
                  "sumber_data": "Data UMKM", "penanggung_jawab": "Bidang Usaha Mikro",
                  "rumus": { "pembilang": "Jumlah usaha mikro yg berkembang th n - jumlah Usaha mikro yg berkembang th (n-1)",
                    "penyebut": "Jumlah usaha mikro yg berkembang tahun (n-1)", "pengali": "x 100%" } } ] },
        ],
        "penandatangan": [ { "cara": "basah", "penanda": null, "tempat_tanggal": "Pasuruan, 24 Januari 2022",
            "jabatan": ["KEPALA DINAS KOPERASI DAN USAHA MIKRO", "KOTA PASURUAN"], "nama": "Drs. H. EDY ANA SETYOWIDODO, MM",
            "pangkat": "Pembina Utama Muda", "nip": "19640505 199303 1 012" } ],
    });
    render_part(&TemplateSet::builtin("iku").unwrap(), "iku", &context).unwrap_or_else(|error| panic!("{error}"))
}

/// A part written in the markup itself.
pub fn part(inside: &str) -> PagePart {
    let text = format!("<bagian id='uji' nama='Uji'>{inside}</bagian>");
    let set = TemplateSet { files: [("uji.xml".to_owned(), text)].into(), ..TemplateSet::default() };
    render_part(&set, "uji", &json!({})).unwrap_or_else(|error| panic!("{error}"))
}

pub fn document(parts: Vec<PagePart>) -> Document {
    Document {
        meta: Meta {
            title: "IKU 2021".to_owned(),
            author: "Dinas Koperasi".to_owned(),
            subject: "Indikator Kinerja Utama".to_owned(),
            date: Tanggal::new(2022, 1, 24).unwrap(),
            program: "iku 0.1.0".to_owned(),
            language: "id-ID".to_owned(),
        },
        page: PageSetup::plain(330.0, 215.0),
        sheets: (0..parts.len()).map(SheetPlan::Part).collect(),
        parts,
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    }
}

/// A data sheet `keragaan 2021` with a sum, a growth and a text below its rows.
pub fn keragaan() -> DataSheet {
    let column = |heading: &str, width, quiet| DataColumn { heading: heading.to_owned(), width, quiet, ..DataColumn::default() };
    let number = |text: &str, format| DataCell::Number { value: decimal(text), format };
    let row = |style, cells| DataRow { style, cells };
    let formula = |formula: &str, result, format| DataCell::Formula { formula: formula.to_owned(), result, format };
    let text = |text: &str| DataCell::Text(text.to_owned());
    let result = |value: &str| Calculated::Number(decimal(value));
    let range = |name: &str, row: u32, last: u32, column| NamedRange {
        name: name.to_owned(),
        first_row: row,
        last_row: last,
        first_column: column,
        last_column: column,
    };
    let amount = CellFormat::AsIs;
    DataSheet {
        name: "keragaan 2021".to_owned(),
        title: vec!["Lap. Keragaan Koperasi 2021".to_owned(), "dibaca dari data/keragaan.xlsx".to_owned()],
        columns: vec![
            column("Nama Koperasi", 30.0, false),
            column("Volume Usaha (Rp)", 20.0, false),
            column("Tanggal Badan Hukum", 12.0, false),
            column("Dibaca dari", 14.0, true),
        ],
        rows: vec![
            row(RowStyle::Section, vec![text("Kecamatan A")]),
            row(
                RowStyle::Plain,
                vec![
                    text("=KUD \"A\"\u{1}"),
                    number("5894486744.78", amount),
                    DataCell::Date(Tanggal::new(1998, 5, 17).unwrap()),
                    text("Sheet1!F7"),
                ],
            ),
            row(
                RowStyle::Plain,
                vec![text("1.234"), number("0.1", amount), DataCell::Date(Tanggal::new(1899, 5, 17).unwrap()), text("Sheet1!F8")],
            ),
            row(RowStyle::Total, vec![text("Jumlah"), formula("SUM(B6:B7)", result("5894486744.88"), CellFormat::Decimals(0))]),
            row(
                RowStyle::Plain,
                vec![text("Pertumbuhan"), formula("B8/(B8+1)*100", result("99.99999998303499502"), CellFormat::Decimals(2))],
            ),
            row(
                RowStyle::Plain,
                vec![
                    text("Predikat"),
                    formula("IF(B9>90,\"Sangat Tinggi\",\"\")", Calculated::Text("Sangat Tinggi".to_owned()), CellFormat::Plain),
                ],
            ),
            row(
                RowStyle::Plain,
                vec![text("Kosong"), formula("IF(B9<90,\"x\",\"\")", Calculated::Text(String::new()), CellFormat::Plain)],
            ),
            row(
                RowStyle::Plain,
                vec![text("Angka sebagai teks"), formula("\"1.234\"", Calculated::Text("1.234".to_owned()), CellFormat::Plain)],
            ),
            row(RowStyle::Plain, vec![text("Nol negatif"), formula("-0.001", result("-0.001"), CellFormat::Decimals(2))]),
        ],
        names: vec![
            range("volume", 1, 2, 1),
            range("volume_2021", 3, 3, 1),
            range("iku_1_1_2021", 4, 4, 1),
            range("predikat_1_1", 5, 5, 1),
            range("nol_negatif", 8, 8, 1),
        ],
        frozen_columns: 1,
        filter: true,
        ..DataSheet::default()
    }
}

/// Figures that stand on [`keragaan`], and one that stands nowhere.
pub fn figures() -> BTreeMap<String, FigureValue> {
    let number = |value: &str, format| FigureValue::new(Calculated::Number(decimal(value)), format);
    let text = |value: &str| FigureValue::new(Calculated::Text(value.to_owned()), CellFormat::Plain);
    [
        ("volume_2021", number("5894486744.88", CellFormat::Decimals(0))),
        ("iku_1_1_2021", number("99.99999998303499502", CellFormat::Decimals(2))),
        ("predikat_1_1", text("Sangat Tinggi")),
        ("nol_negatif", number("-0.001", CellFormat::Decimals(2))),
        ("tak_bernama", number("7.25", CellFormat::Decimals(1))),
        ("volume", number("1", CellFormat::Plain)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}
