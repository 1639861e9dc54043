//! The Laporan Keragaan Koperasi of a year, as the office types it: title rows,
//! merged headings of two rows, a numbering row, a JUMLAH row, a signature.
//! The two years differ in column order and wording, as real ones do.

use super::cells::{self, Formats, Typed, money, write_count, write_date, write_typed};
use super::koperasi::{Koperasi, Posisi, YEARS};
use super::random::Random;
use rust_xlsxwriter::{Formula, Workbook, Worksheet, XlsxError, utility::row_col_to_cell};

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Kolom {
    No,
    Nama,
    Nik,
    NomorBh,
    TanggalBh,
    Kelurahan,
    Kecamatan,
    Aktif,
    TidakAktif,
    AnggotaL,
    AnggotaP,
    Anggota,
    Rat,
    TanggalRat,
    Manajer,
    Karyawan,
    ModalSendiri,
    ModalLuar,
    Volume,
    Shu,
    Aset,
    Keterangan,
}

use Kolom::*;

/// Group heading (empty for none), heading, what it holds, width.
type Heading = (&'static str, &'static str, Kolom, f64);

const HEADINGS_2020: &[Heading] = &[
    ("", "No.", No, 5.0),
    ("", "Nama Koperasi", Nama, 32.0),
    ("", "NIK Koperasi", Nik, 15.0),
    ("", "No. Badan Hukum", NomorBh, 32.0),
    ("", "Tgl. Badan Hukum", TanggalBh, 12.0),
    ("", "Kecamatan", Kecamatan, 14.0),
    ("", "Kel/Desa", Kelurahan, 15.0),
    ("Koperasi", "Aktif", Aktif, 7.0),
    ("Koperasi", "Tdk Aktif", TidakAktif, 7.0),
    ("Anggota", "L", AnggotaL, 7.0),
    ("Anggota", "P", AnggotaP, 7.0),
    ("Anggota", "Jml", Anggota, 8.0),
    ("", "RAT", Rat, 6.0),
    ("", "Tanggal RAT", TanggalRat, 12.0),
    ("", "Manajer", Manajer, 8.0),
    ("", "Karyawan", Karyawan, 9.0),
    ("", "Modal Sendiri (Rp)", ModalSendiri, 18.0),
    ("", "Modal Luar (Rp)", ModalLuar, 18.0),
    ("", "Asset (Rp)", Aset, 18.0),
    ("", "Volume Usaha (Rp)", Volume, 18.0),
    ("", "SHU (Rp)", Shu, 16.0),
];

const HEADINGS_2021: &[Heading] = &[
    ("", "No", No, 5.0),
    ("", "Nama Koperasi", Nama, 32.0),
    ("", "NIK\nKoperasi", Nik, 15.0),
    ("", "Nomor\nBadan Hukum", NomorBh, 32.0),
    ("", "Tanggal\nBadan Hukum", TanggalBh, 12.0),
    ("", "Kelurahan", Kelurahan, 15.0),
    ("", "Kecamatan", Kecamatan, 14.0),
    ("Status Koperasi", "Aktif", Aktif, 7.0),
    ("Status Koperasi", "Tidak Aktif", TidakAktif, 7.0),
    ("Anggota (orang)", "L", AnggotaL, 7.0),
    ("Anggota (orang)", "P", AnggotaP, 7.0),
    ("Anggota (orang)", "Jumlah", Anggota, 8.0),
    ("Rapat Anggota Tahunan", "RAT", Rat, 6.0),
    ("Rapat Anggota Tahunan", "Tanggal RAT", TanggalRat, 12.0),
    ("", "Manajer", Manajer, 8.0),
    ("", "Karyawan", Karyawan, 9.0),
    ("Permodalan", "Modal Sendiri (Rp)", ModalSendiri, 18.0),
    ("Permodalan", "Modal Luar (Rp)", ModalLuar, 18.0),
    ("", "Volume Usaha\n(Rp)", Volume, 18.0),
    ("", "SHU\n(Rp)", Shu, 16.0),
    ("", "Aset\n(Rp)", Aset, 18.0),
    ("", "Keterangan", Keterangan, 20.0),
];

const FIRST_HEADING: u32 = 4;
const NUMBERING: u32 = FIRST_HEADING + 2;
const FIRST_DATA: u32 = NUMBERING + 1;

/// The workbook of a year as bytes.
pub fn workbook(population: &[Koperasi], year: u16) -> Result<Vec<u8>, XlsxError> {
    let index = usize::from(year != YEARS[0]);
    let rows: Vec<(&Koperasi, &Posisi)> =
        population.iter().filter_map(|one| one.posisi[index].as_ref().map(|posisi| (one, posisi))).collect();
    let mut workbook = cells::new_workbook((year + 1, 1, 14))?;
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(if index == 0 { "Sheet1" } else { "Rekap" })?;
    let headings = if index == 0 { HEADINGS_2020 } else { HEADINGS_2021 };
    let period = format!("PERIODE 31 DESEMBER {year}");
    let titles = ["REKAPITULASI DATA KERAGAAN KOPERASI", "KOTA PASURUAN", &period];
    cells::write_titles(sheet, &titles, headings.len() as u16, &formats)?;
    write_headings(sheet, headings, &formats)?;
    let mut table = Table { sheet, headings, formats: &formats, random: Random::new(u64::from(year)), sums: Vec::new() };
    table.sums = headings.iter().map(|_| Sum::default()).collect();
    for (number, (koperasi, posisi)) in rows.iter().enumerate() {
        table.write_row(number, koperasi, posisi)?;
    }
    let total = FIRST_DATA + rows.len() as u32;
    table.write_total(total, index == 1)?;
    let below = total + 1;
    sheet.write_string_with_format(below, 1, "Sumber: laporan koperasi, diolah Bidang Koperasi", &formats.plain)?;
    let place_and_date = if index == 0 { "Pasuruan, 15 Januari 2021" } else { "Pasuruan, 14 Januari 2022" };
    let signature =
        [place_and_date, "Kepala Bidang Koperasi", "RATNA WULANSIH ASTUTININGRUM, S.E., M.M.", "NIP. 19700312 199803 2 004"];
    cells::write_signature(sheet, below + 1, headings.len() as u16 - 4, signature, &formats)?;
    finish(sheet);
    if index == 1 {
        add_notes(&mut workbook, &formats)?;
    }
    workbook.save_to_buffer()
}

fn write_headings(sheet: &mut Worksheet, headings: &[Heading], formats: &Formats) -> Result<(), XlsxError> {
    let (top, bottom) = (FIRST_HEADING, FIRST_HEADING + 1);
    let mut column = 0;
    for group in headings.chunk_by(|left, right| !left.0.is_empty() && left.0 == right.0) {
        let last = column + group.len() as u16 - 1;
        if group[0].0.is_empty() {
            sheet.merge_range(top, column, bottom, column, group[0].1, &formats.heading)?;
        } else {
            sheet.merge_range(top, column, top, last, group[0].0, &formats.heading)?;
            for (at, heading) in (column..).zip(group) {
                sheet.write_string_with_format(bottom, at, heading.1, &formats.heading)?;
            }
        }
        column = last + 1;
    }
    for (at, heading) in (0..).zip(headings) {
        sheet.set_column_width(at, heading.3)?;
        sheet.write_number_with_format(NUMBERING, at, f64::from(at + 1), &formats.centre)?;
    }
    sheet.set_row_height(top, 28)?;
    sheet.set_row_height(bottom, 28)?;
    Ok(())
}

/// A column's true sum, and whether Excel's SUM would miss a part of it.
#[derive(Default)]
struct Sum {
    value: i64,
    has_number_text: bool,
}

struct Table<'a> {
    sheet: &'a mut Worksheet,
    headings: &'static [Heading],
    formats: &'a Formats,
    random: Random,
    sums: Vec<Sum>,
}

impl Table<'_> {
    fn column_of(&self, kolom: Kolom) -> u16 {
        self.headings.iter().position(|heading| heading.2 == kolom).unwrap_or_default() as u16
    }

    fn write_row(&mut self, number: usize, koperasi: &Koperasi, posisi: &Posisi) -> Result<(), XlsxError> {
        let row = FIRST_DATA + number as u32;
        let modal = [money(&mut self.random, posisi.modal_sendiri), money(&mut self.random, posisi.modal_luar)];
        let both_are_numbers = modal.iter().all(|typed| matches!(typed, Typed::Number(_)));
        for (column, heading) in (0..).zip(self.headings) {
            match heading.2 {
                No => self.number(row, column, number as i64 + 1)?,
                Nama => self.text(row, column, &koperasi.nama)?,
                Nik => self.text(row, column, koperasi.nik.as_deref().unwrap_or("-"))?,
                NomorBh => self.text(row, column, &koperasi.nomor_bh)?,
                TanggalBh => self.tanggal_bh(row, column, koperasi)?,
                Kelurahan => self.kelurahan(row, column, koperasi)?,
                Kecamatan => self.text(row, column, koperasi.kecamatan)?,
                Aktif => self.count(row, column, i64::from(posisi.aktif))?,
                TidakAktif => self.count(row, column, i64::from(!posisi.aktif))?,
                AnggotaL => self.count(row, column, posisi.anggota_l)?,
                AnggotaP => self.count(row, column, posisi.anggota_p)?,
                Anggota => self.count(row, column, posisi.anggota_l + posisi.anggota_p)?,
                Rat => self.count(row, column, i64::from(posisi.rat.is_some()))?,
                TanggalRat => self.tanggal_rat(row, column, posisi)?,
                Manajer => self.count(row, column, posisi.manajer)?,
                Karyawan => self.count(row, column, posisi.karyawan)?,
                ModalSendiri => self.typed(row, column, &modal[0], posisi.modal_sendiri)?,
                ModalLuar => self.typed(row, column, &modal[1], posisi.modal_luar)?,
                Volume => self.money(row, column, posisi.volume)?,
                Shu => self.money(row, column, posisi.shu)?,
                Aset => self.aset(row, column, posisi.aset(), both_are_numbers)?,
                Keterangan => self.keterangan(row, column, posisi)?,
            }
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(row, column, text, &self.formats.text)?;
        Ok(())
    }

    fn number(&mut self, row: u32, column: u16, value: i64) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, value as f64, &self.formats.centre)?;
        Ok(())
    }

    fn count(&mut self, row: u32, column: u16, value: i64) -> Result<(), XlsxError> {
        self.sums[usize::from(column)].value += value;
        write_count(self.sheet, row, column, value, self.formats)
    }

    fn money(&mut self, row: u32, column: u16, value: i64) -> Result<(), XlsxError> {
        let typed = money(&mut self.random, value);
        self.typed(row, column, &typed, value)
    }

    fn typed(&mut self, row: u32, column: u16, typed: &Typed, value: i64) -> Result<(), XlsxError> {
        let sum = &mut self.sums[usize::from(column)];
        sum.value += value;
        sum.has_number_text |= value != 0 && matches!(typed, Typed::Text(_));
        write_typed(self.sheet, row, column, typed, &self.formats.money)
    }

    /// Modal sendiri + modal luar: a formula in most rows, typed where an operand is a text.
    fn aset(&mut self, row: u32, column: u16, value: i64, live: bool) -> Result<(), XlsxError> {
        self.sums[usize::from(column)].value += value;
        if live {
            let operands = [ModalSendiri, ModalLuar].map(|kolom| row_col_to_cell(row, self.column_of(kolom)));
            let formula = Formula::new(format!("={}+{}", operands[0], operands[1])).set_result(value.to_string());
            self.sheet.write_formula_with_format(row, column, formula, &self.formats.money)?;
        } else {
            // The accounting format shows a zero as a dash.
            self.sheet.write_number_with_format(row, column, value as f64, &self.formats.money)?;
        }
        Ok(())
    }

    fn tanggal_bh(&mut self, row: u32, column: u16, koperasi: &Koperasi) -> Result<(), XlsxError> {
        let (year, month, day) = koperasi.tanggal_bh;
        if self.random.chance(14) {
            return self.text(row, column, &format!("{day:02}/{month:02}/{year}"));
        }
        write_date(self.sheet, row, column, koperasi.tanggal_bh, &self.formats.date)
    }

    /// No RAT: a dash, or the zero that a date format shows as 00/01/1900.
    fn tanggal_rat(&mut self, row: u32, column: u16, posisi: &Posisi) -> Result<(), XlsxError> {
        match posisi.rat {
            Some(day) => write_date(self.sheet, row, column, day, &self.formats.date)?,
            None if self.random.chance(40) => {
                self.sheet.write_number_with_format(row, column, 0, &self.formats.date)?;
            }
            None => {
                self.sheet.write_string_with_format(row, column, "-", &self.formats.centre)?;
            }
        }
        Ok(())
    }

    fn kelurahan(&mut self, row: u32, column: u16, koperasi: &Koperasi) -> Result<(), XlsxError> {
        let name = koperasi.kelurahan;
        let text = match self.random.range(1, 100) {
            ..=8 => format!("Kel. {name}"),
            9..=11 => name.to_lowercase(),
            _ => name.to_owned(),
        };
        self.text(row, column, &text)
    }

    fn keterangan(&mut self, row: u32, column: u16, posisi: &Posisi) -> Result<(), XlsxError> {
        let text = match (posisi.aktif, self.random.range(1, 100)) {
            (false, ..=60) => "proses pembubaran",
            (true, ..=4) => "kantor pindah",
            (true, 5..=8) => "pengurus baru",
            _ => "",
        };
        match text {
            "" => self.sheet.write_blank(row, column, &self.formats.text)?,
            _ => self.sheet.write_string_with_format(row, column, text, &self.formats.text)?,
        };
        Ok(())
    }

    /// Live sums where Excel's SUM sees every figure, the typed true total elsewhere.
    fn write_total(&mut self, row: u32, merged: bool) -> Result<(), XlsxError> {
        let first = self.column_of(Aktif);
        if merged {
            self.sheet.merge_range(row, 0, row, first - 1, "JUMLAH", &self.formats.total)?;
        } else {
            for column in 0..first {
                self.sheet.write_blank(row, column, &self.formats.total)?;
            }
            self.sheet.write_string_with_format(row, self.column_of(Nama), "JUMLAH", &self.formats.total)?;
        }
        for (column, heading) in (0..).zip(self.headings).skip(usize::from(first)) {
            let format = match heading.2 {
                ModalSendiri | ModalLuar | Volume | Shu | Aset => &self.formats.total_money,
                _ => &self.formats.total,
            };
            let sum = &self.sums[usize::from(column)];
            match heading.2 {
                TanggalRat | Keterangan => self.sheet.write_blank(row, column, format)?,
                _ if sum.has_number_text => self.sheet.write_number_with_format(row, column, sum.value as f64, format)?,
                _ => {
                    let range = [FIRST_DATA, row - 1].map(|row| row_col_to_cell(row, column));
                    let formula = Formula::new(format!("=SUM({}:{})", range[0], range[1])).set_result(sum.value.to_string());
                    self.sheet.write_formula_with_format(row, column, formula, format)?
                }
            };
        }
        Ok(())
    }
}

fn finish(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(14).set_print_fit_to_pages(1, 0);
}

/// A second visible sheet with words alone.
fn add_notes(workbook: &mut Workbook, formats: &Formats) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name("Catatan")?;
    let lines = [
        "Catatan pengisian:",
        "1. Tanda - berarti nihil.",
        "2. Koperasi yang belum melaksanakan RAT memakai laporan keuangan per 31 Desember.",
        "3. Empat koperasi baru berbadan hukum, dua koperasi dibubarkan.",
    ];
    for (row, line) in (0..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, &formats.plain)?;
    }
    Ok(())
}
