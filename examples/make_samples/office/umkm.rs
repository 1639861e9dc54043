//! The Data UMKM of a year: 2019 with one heading row, later ones with two.

use super::cells::{self, Formats, Typed, thousands, write_typed};
use super::names::FAMILY_NAMES;
use super::random::Random;
use super::usaha::{Omset, Usaha, YEARS};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Group heading from 2020 on (empty for none), heading, width.
const HEADINGS: [(&str, &str, f64); 12] = [
    ("", "No", 5.0),
    ("Pemilik", "NIK", 19.0),
    ("Pemilik", "Nama Pemilik", 26.0),
    ("Usaha", "Nama Usaha", 32.0),
    ("Usaha", "Jenis Usaha", 22.0),
    ("Tempat Usaha", "Alamat", 34.0),
    ("Tempat Usaha", "Kelurahan", 15.0),
    ("Tempat Usaha", "Kecamatan", 14.0),
    ("", "NIB", 16.0),
    ("", "Omset per Tahun (Rp)", 18.0),
    ("", "Aset (Rp)", 18.0),
    ("", "Tenaga Kerja", 9.0),
];
const OMSET: u16 = 9;
const FIRST_HEADING: u32 = 4;

/// The workbook of a year as bytes.
pub fn workbook(population: &[Usaha], year: u16) -> Result<Vec<u8>, XlsxError> {
    let index = usize::from(year - YEARS[0]);
    let mut workbook = cells::new_workbook((year + 1, 1, 12))?;
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(["Sheet1", "Data UMKM", "Data UMKM 2021"][index])?;
    let title = format!("TAHUN {year}");
    let titles = ["DATA USAHA MIKRO BINAAN", "DINAS KOPERASI DAN USAHA MIKRO KOTA PASURUAN", &title];
    cells::write_titles(sheet, &titles, HEADINGS.len() as u16, &formats)?;
    let mut row = write_headings(sheet, index > 0, &formats)?;
    let mut random = Random::new(u64::from(year) * 7);
    let (mut number, mut sums) = (0, [0, 0, 0]);
    for usaha in population {
        let Some(omset) = usaha.omset[index] else { continue };
        number += 1;
        write_row(sheet, row, number, usaha, omset, index, &mut random, &formats)?;
        if let Omset::Rupiah(value) = omset {
            sums[0] += value;
        }
        sums[1] += usaha.aset;
        sums[2] += usaha.tenaga_kerja;
        row += 1;
    }
    if index > 0 {
        write_total(sheet, row, sums, &formats)?;
        row += 1;
    }
    let place_and_date = ["Pasuruan, 13 Januari 2020", "Pasuruan, 12 Januari 2021", "Pasuruan, 12 Januari 2022"][index];
    let nama = format!("BAMBANG TRI {}, S.Sos.", FAMILY_NAMES[16].to_uppercase());
    let signature = [place_and_date, "Kepala Bidang Usaha Mikro", &nama, "NIP. 19721107 199903 1 006"];
    cells::write_signature(sheet, row + 1, OMSET, signature, &formats)?;
    sheet.set_landscape().set_paper_size(14).set_print_fit_to_pages(1, 0);
    if index == 0 {
        // The empty sheet that old Excel versions put there.
        workbook.add_worksheet().set_name("Sheet2")?;
    }
    workbook.save_to_buffer()
}

/// The row where data begin.
fn write_headings(sheet: &mut Worksheet, two_rows: bool, formats: &Formats) -> Result<u32, XlsxError> {
    let bottom = FIRST_HEADING + u32::from(two_rows);
    let mut column = 0;
    for group in HEADINGS.chunk_by(|left, right| !left.0.is_empty() && left.0 == right.0) {
        let last = column + group.len() as u16 - 1;
        if two_rows && group[0].0.is_empty() {
            sheet.merge_range(FIRST_HEADING, column, bottom, column, group[0].1, &formats.heading)?;
        } else {
            if two_rows {
                sheet.merge_range(FIRST_HEADING, column, FIRST_HEADING, last, group[0].0, &formats.heading)?;
            }
            for (at, heading) in (column..).zip(group) {
                sheet.write_string_with_format(bottom, at, heading.1, &formats.heading)?;
            }
        }
        column = last + 1;
    }
    for (at, heading) in (0..).zip(HEADINGS) {
        sheet.set_column_width(at, heading.2)?;
        if two_rows {
            sheet.write_string_with_format(bottom + 1, at, format!("({})", at + 1), &formats.centre)?;
        }
    }
    Ok(bottom + 1 + u32::from(two_rows))
}

#[expect(clippy::too_many_arguments, reason = "one call site; a struct would only rename them")]
fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    number: i64,
    usaha: &Usaha,
    omset: Omset,
    index: usize,
    random: &mut Random,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, 0, number as f64, &formats.centre)?;
    let nama = typed_name(&usaha.nama, index, random);
    let texts = [&usaha.nik, &usaha.pemilik, &nama, usaha.jenis, &usaha.alamat, usaha.kelurahan, usaha.kecamatan];
    for (column, text) in (1..).zip(texts) {
        sheet.write_string_with_format(row, column, text, &formats.text)?;
    }
    match &usaha.nib {
        Some(nib) => sheet.write_string_with_format(row, 8, nib, &formats.text)?,
        None => sheet.write_blank(row, 8, &formats.text)?,
    };
    write_typed(sheet, row, OMSET, &typed_omset(omset, random), &formats.money)?;
    sheet.write_number_with_format(row, OMSET + 1, usaha.aset as f64, &formats.money)?;
    sheet.write_number_with_format(row, OMSET + 2, usaha.tenaga_kerja as f64, &formats.count)?;
    Ok(())
}

/// Clerks type the same name in other ways in other years; the key must not care.
fn typed_name(nama: &str, index: usize, random: &mut Random) -> String {
    match random.range(1, 100) {
        ..=4 if index == 2 => nama.to_uppercase(),
        5..=6 => nama.replacen(' ', "  ", 1),
        7 => format!("{nama} "),
        _ => nama.to_owned(),
    }
}

fn typed_omset(omset: Omset, random: &mut Random) -> Typed {
    let value = match omset {
        Omset::Belum => return Typed::Text("belum lapor".to_owned()),
        Omset::Rupiah(0) => return Typed::Text("-".to_owned()),
        Omset::Rupiah(value) => value,
    };
    let text = thousands(value);
    match random.range(1, 100) {
        ..=3 => Typed::Text(format!("Rp {text}")),
        4..=6 => Typed::Text(text),
        7 => Typed::Text(format!("Rp. {text},-")),
        8..=9 => Typed::Text(format!(" {text} ")),
        _ => Typed::Number(value),
    }
}

/// Typed, because SUM would pass over the texts.
fn write_total(sheet: &mut Worksheet, row: u32, sums: [i64; 3], formats: &Formats) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, OMSET - 1, "JUMLAH", &formats.total)?;
    for (column, sum) in (OMSET..).zip(sums) {
        sheet.write_number_with_format(row, column, sum as f64, &formats.total_money)?;
    }
    Ok(())
}
