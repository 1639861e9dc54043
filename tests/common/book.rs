//! A report's workbook read back: its named cells, their stored results and formulas.

use super::Office;
use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use std::io::Cursor;

pub struct Book(pub Xlsx<Cursor<Vec<u8>>>);

pub type Place = (String, u32, u32);

impl Book {
    /// The report that the office makes.
    pub fn made(office: &Office) -> Self {
        let run = office.buat();
        assert_eq!(run.status, 0, "{}", run.stderr);
        Self::of(office.read("keluaran/2021/iku-2021.xlsx"))
    }

    pub fn of(bytes: Vec<u8>) -> Self {
        Self(Xlsx::new(Cursor::new(bytes)).unwrap())
    }

    /// The one cell that a defined name stands for.
    pub fn named(&self, name: &str) -> Option<Place> {
        let (_, formula) = self.0.defined_names().iter().find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        let (sheet, cell) = formula.trim_start_matches('=').rsplit_once('!')?;
        let at = iku::vocabulary::CellAddress::parse(&cell.replace('$', ""))?;
        Some((sheet.trim_matches('\'').replace("''", "'"), at.row, at.column))
    }

    pub fn value(&mut self, (sheet, row, column): &Place) -> Data {
        self.0.worksheet_range(sheet).unwrap().get_value((*row, *column)).cloned().unwrap_or(Data::Empty)
    }

    pub fn formula(&mut self, (sheet, row, column): &Place) -> Option<String> {
        let formulas = self.0.worksheet_formula(sheet).unwrap();
        formulas.get_value((*row, *column)).cloned().filter(|formula| !formula.is_empty())
    }

    pub fn formulas(&mut self) -> Vec<(String, String)> {
        let sheets = self.0.sheet_names();
        let mut all = Vec::new();
        for sheet in sheets {
            let formulas = self.0.worksheet_formula(&sheet).unwrap();
            all.extend(formulas.used_cells().filter(|cell| !cell.2.is_empty()).map(|cell| (sheet.clone(), cell.2.clone())));
        }
        all
    }
}

/// Every figure of the record with its defined name: name, status, exact decimal.
pub fn figures(record: &Value) -> Vec<(String, String, Option<String>)> {
    let entry = |name: String, entry: &Value| {
        let nilai = entry["nilai"].as_str().map(str::to_owned);
        (name, entry["status"].as_str().unwrap().to_owned(), nilai)
    };
    let mut all = Vec::new();
    for ukuran in record["ukuran"].as_array().unwrap() {
        all.push(entry(format!("{}_{}", ukuran["nama"].as_str().unwrap(), ukuran["tahun"]), ukuran));
    }
    for indikator in record["indikator"].as_array().unwrap() {
        let id = indikator["id"].as_str().unwrap().replace('.', "_");
        let name = |tahun: &Value| format!("iku_{id}_{tahun}");
        all.push(entry(name(&indikator["tahun"]), indikator));
        all.extend(indikator["lalu"].as_array().into_iter().flatten().map(|lalu| entry(name(&lalu["tahun"]), lalu)));
        let capaian = &indikator["capaian"];
        if capaian["status"] == "ok" {
            let capaian_name = format!("{}_capaian", name(&indikator["tahun"]));
            if let Some(dibatasi) = capaian["dibatasi"].as_str() {
                all.push((format!("{capaian_name}_dibatasi"), "ok".to_owned(), Some(dibatasi.to_owned())));
            }
            all.push(entry(capaian_name, capaian));
        }
        let kemajuan = &indikator["target_akhir"]["kemajuan"];
        if kemajuan["status"] == "ok" {
            let kemajuan_name = format!("{}_kemajuan", name(&indikator["target_akhir"]["tahun"]));
            if let Some(dibatasi) = kemajuan["dibatasi"].as_str() {
                all.push((format!("{kemajuan_name}_dibatasi"), "ok".to_owned(), Some(dibatasi.to_owned())));
            }
            all.push(entry(kemajuan_name, kemajuan));
        }
    }
    all
}
