//! The blank workbooks of `iku siapkan`: headings that the dictionaries know,
//! columns that lose nothing of what is typed into them, a row that shows how the
//! others are filled in, and a sheet that says what may be typed.

use crate::cli::blank_books_words_id as words;
use crate::document::{
    CellFormat, DataCell, DataColumn, DataRow, DataSheet, Document, Meta, PageSetup, RowStyle, SheetPlan, Typed,
};
use crate::office::PROGRAM;
use crate::render::xlsx::{self, RenderError};
use crate::vocabulary::{Tanggal, Year};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::str::FromStr as _;

/// A column: heading, width in characters, what is typed, an example, and its words.
type Column = (&'static str, f32, Typed, &'static str, &'static str);

/// A workbook: its name before the year, how many years before the report year
/// its indicator looks back or its report shows, and its columns.
pub struct Blank {
    /// Where it is put: all that stands in `data` is read by the profile that goes with it.
    pub folder: &'static str,
    pub name: &'static str,
    pub back: i32,
    /// What one row stands for.
    row: &'static str,
    columns: &'static [Column],
}

const CODE: &str = "Diketik sebagai teks: nol di depan dan semua angkanya tetap utuh.";
const AMOUNT: &str = "Rupiah penuh, tanpa Rp dan tanpa titik. Nihil: -  Belum ada datanya: kosongkan.";
const COUNT: &str = "Angka bulat. Nihil: -  Belum ada datanya: kosongkan.";
const MARK: &str = "v bila ya, - bila tidak.";
const DATE: &str = "Tanggal: hari/bulan/tahun.";
const NAME: &str = "Wajib diisi di setiap baris.";
const PLACE: &str = "Nama saja, tanpa Kec. atau Kel.";

/// For the indicators of the catalogue that rest on tables of another kind: beside the data, since no source reads them yet.
const FOR_CATALOGUE: &str = "katalog";

pub const BLANKS: [Blank; 4] = [
    Blank {
        folder: "data",
        name: "Laporan Keragaan Koperasi",
        back: 1,
        row: "koperasi",
        columns: &[
            ("No", 6.0, Typed::Whole, "1", "Nomor urut."),
            ("Nama Koperasi", 34.0, Typed::Text, "KUD Tirta Contoh", NAME),
            ("NIK Koperasi", 20.0, Typed::Text, "3575010010001", CODE),
            ("Nomor Badan Hukum", 28.0, Typed::Text, "188.4/12/BH/2009", CODE),
            ("Tanggal Badan Hukum", 14.0, Typed::Date, "17/05/2009", DATE),
            ("Kelurahan", 18.0, Typed::Text, "Gadingrejo", PLACE),
            ("Kecamatan", 18.0, Typed::Text, "Gadingrejo", PLACE),
            ("Aktif", 8.0, Typed::Mark, "v", MARK),
            ("Tidak Aktif", 8.0, Typed::Mark, "-", MARK),
            ("Simpan Pinjam", 10.0, Typed::Mark, "v", "v bila KSP, KSPPS, atau memiliki USP; - bila tidak."),
            ("Tingkat Kesehatan", 16.0, Typed::Health, "sehat", "Hasil penilaian kesehatan; kosongkan bila belum dinilai."),
            ("Jumlah Anggota", 10.0, Typed::Whole, "125", COUNT),
            ("RAT", 8.0, Typed::Mark, "v", MARK),
            ("Tanggal RAT", 14.0, Typed::Date, "28/02/2021", DATE),
            ("Diaudit", 9.0, Typed::Mark, "-", MARK),
            ("Diawasi", 9.0, Typed::Mark, "v", MARK),
            ("Manajer", 10.0, Typed::Whole, "1", COUNT),
            ("Karyawan", 10.0, Typed::Whole, "4", COUNT),
            ("Modal Sendiri (Rp)", 20.0, Typed::Amount, "250000000", AMOUNT),
            ("Modal Luar (Rp)", 20.0, Typed::Amount, "100000000", AMOUNT),
            ("Aset (Rp)", 20.0, Typed::Amount, "350000000", "Modal sendiri ditambah modal luar."),
            ("Volume Usaha (Rp)", 20.0, Typed::Amount, "1250000000", AMOUNT),
            ("SHU (Rp)", 20.0, Typed::Amount, "35000000", "Rugi ditulis dengan tanda - di depan angkanya."),
        ],
    },
    Blank {
        folder: "data",
        name: "Data UMKM",
        back: 2,
        row: "usaha",
        columns: &[
            ("No", 6.0, Typed::Whole, "1", "Nomor urut."),
            ("NIK", 20.0, Typed::Nik, "3575************", "16 angka, diketik sebagai teks: angka terakhirnya tetap utuh."),
            ("Nama Pemilik", 28.0, Typed::Text, "Siti Contoh", NAME),
            ("Nama Usaha", 30.0, Typed::Text, "Keripik Contoh", NAME),
            ("NIB", 18.0, Typed::Text, "0220001234567", CODE),
            ("Jenis Usaha", 22.0, Typed::Text, "makanan", "Bidang usahanya."),
            ("Skala Usaha", 12.0, Typed::Scale, "mikro", "mikro, kecil, atau menengah."),
            ("Legalitas", 12.0, Typed::Legality, "formal", "formal bila berizin (NIB), informal bila belum."),
            ("Wirausaha Mapan", 11.0, Typed::Mark, "-", MARK),
            ("Alamat", 32.0, Typed::Text, "Jl. Contoh 1", "Jalan dan nomornya."),
            ("Kelurahan", 18.0, Typed::Text, "Purworejo", PLACE),
            ("Kecamatan", 18.0, Typed::Text, "Purworejo", PLACE),
            (
                "Omset per Tahun (Rp)",
                20.0,
                Typed::Amount,
                "48000000",
                "Setahun penuh, rupiah, tanpa titik. Nihil: -  Belum ada: kosongkan.",
            ),
            ("Aset (Rp)", 20.0, Typed::Amount, "15000000", AMOUNT),
            ("Tenaga Kerja", 10.0, Typed::Whole, "2", COUNT),
        ],
    },
    Blank {
        folder: FOR_CATALOGUE,
        name: "Rekap Koperasi per Kecamatan",
        back: 1,
        row: "kecamatan",
        columns: &[
            ("No", 6.0, Typed::Whole, "1", "Nomor urut."),
            ("Kecamatan", 24.0, Typed::Text, "Contoh", PLACE),
            ("Wilayah", 16.0, Typed::Text, "Contoh", "Bila rekapnya menurut wilayah (katalog nomor 9); selain itu kosongkan."),
            ("Jumlah Koperasi", 14.0, Typed::Whole, "42", COUNT),
            ("Koperasi Aktif", 17.0, Typed::Whole, "36", COUNT),
            (
                "Koperasi RAT",
                17.0,
                Typed::Whole,
                "25",
                "Yang melaksanakan RAT pada tahun itu. Nihil: -  Belum ada datanya: kosongkan.",
            ),
            ("Koperasi Berkinerja Baik", 16.0, Typed::Whole, "5", "Menurut penilaian dinas. Nihil: -  Belum dinilai: kosongkan."),
        ],
    },
    Blank {
        folder: FOR_CATALOGUE,
        name: "Daftar Pengurus Koperasi",
        back: 1,
        row: "pengurus koperasi",
        columns: &[
            ("No", 6.0, Typed::Whole, "1", "Nomor urut."),
            ("Nomor Anggota", 18.0, Typed::Text, "A-01", CODE),
            ("Nama Pengurus", 30.0, Typed::Text, "Siti Contoh", NAME),
            ("Bersertifikat", 14.0, Typed::Mark, "v", "v bila memiliki sertifikat kompetensi, - bila tidak."),
        ],
    },
];

impl Blank {
    /// Whether no source of a new profile reads it, but an indicator of the catalogue does.
    pub fn of_catalogue(&self) -> bool {
        self.folder == FOR_CATALOGUE
    }
}

/// The bytes of a workbook for a year.
pub fn blank(of: &Blank, tahun: Year, date: Tanggal) -> Result<Vec<u8>, RenderError> {
    let column = |(heading, width, typed, _, help): &Column| DataColumn {
        heading: (*heading).to_owned(),
        width: *width,
        typed: Some((*typed, (*help).to_owned())),
        ..DataColumn::default()
    };
    let sheet = DataSheet {
        name: tahun.to_string(),
        title: vec![format!("{} TAHUN {tahun}", of.name.to_uppercase())],
        columns: of.columns.iter().map(column).collect(),
        rows: vec![example(of)],
        frozen_columns: 2,
        ..DataSheet::default()
    };
    let document = Document {
        meta: Meta {
            title: format!("{} {tahun}", of.name),
            author: String::new(),
            subject: String::new(),
            date,
            program: PROGRAM.to_owned(),
            language: "id-ID".to_owned(),
        },
        page: PageSetup::plain(330.0, 215.0),
        parts: Vec::new(),
        sheets: vec![SheetPlan::Data(sheet), SheetPlan::Data(guide(of))],
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    };
    xlsx::render(&document)
}

/// The first row, that shows how the others are filled in: marked as such in the place of
/// its number, by which the program knows that it is none of the data.
fn example(of: &Blank) -> DataRow {
    let cell = |(at, (_, _, typed, isi, _)): (usize, &Column)| match typed {
        _ if at == 0 => DataCell::Text(words::EXAMPLE.to_owned()),
        Typed::Whole | Typed::Amount => Decimal::from_str(isi)
            .map_or(DataCell::Text((*isi).to_owned()), |value| DataCell::Number { value, format: CellFormat::AsIs }),
        Typed::Date => date(isi).map_or(DataCell::Text((*isi).to_owned()), DataCell::Date),
        _ => DataCell::Text((*isi).to_owned()),
    };
    DataRow { style: RowStyle::Example, cells: of.columns.iter().enumerate().map(cell).collect() }
}

/// `17/05/2009`.
fn date(isi: &str) -> Option<Tanggal> {
    let mut parts = isi.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Tanggal::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What may be typed, column by column, each with an example in words.
fn guide(of: &Blank) -> DataSheet {
    let text = |text: &str| DataCell::Text(text.to_owned());
    let row = |(heading, _, typed, example, help): &Column| DataRow {
        style: RowStyle::Plain,
        cells: vec![text(heading), text(words::typed(*typed)), DataCell::Text(words::example(example)), text(help)],
    };
    let column = |(heading, width): &(&str, f32)| DataColumn {
        heading: (*heading).to_owned(),
        width: *width,
        wrap: true,
        ..DataColumn::default()
    };
    DataSheet {
        name: words::GUIDE_SHEET.to_owned(),
        title: words::guide(of.row),
        columns: words::GUIDE_COLUMNS.iter().map(column).collect(),
        rows: of.columns.iter().map(row).collect(),
        ..DataSheet::default()
    }
}
