//! The made-up office: its koperasi and businesses, and the workbooks in which
//! its staff keep them. Nothing comes in but a seed; file names (relative to
//! `samples/`) and their bytes go out. Every name and figure is invented.

mod cells;
mod keragaan;
mod koperasi;
mod names;
mod random;
mod umkm;
mod usaha;

use rust_xlsxwriter::XlsxError;

/// Every generated file: its path below `samples/` and its bytes.
pub fn files() -> Result<Vec<(String, Vec<u8>)>, XlsxError> {
    let koperasi = koperasi::population();
    let usaha = usaha::population();
    let folder = "kota-pasuruan/data";
    let mut files = Vec::new();
    for year in koperasi::YEARS {
        files.push((format!("{folder}/Laporan Keragaan Koperasi {year}.xlsx"), keragaan::workbook(&koperasi, year)?));
    }
    for year in usaha::YEARS {
        files.push((format!("{folder}/Data UMKM {year}.xlsx"), umkm::workbook(&usaha, year)?));
    }
    Ok(files)
}
