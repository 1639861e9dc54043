//! What `lihat` and `jelaskan` answer to a program. Keys as on the terminal;
//! amounts are the shown texts, absent things `null`.

use super::bacaan;
use super::look::{Look, Tahun, jenis};
use super::look_words_id as words;
use super::words_id::explain;
use crate::dataset::{Karena, Keputusan, SheetSeen, TableSeen};
use crate::diagnostic::Temuan;
use crate::report::explain::{AggregateExplained, CapaianExplained, Explanation, MeasureExplained, OriginExplained, Step};
use crate::table::Ground;
use crate::vocabulary::{CellAddress, mask_in_text};
use crate::workbook::Visibility;
use serde_json::{Value, json};

/// A finding in short.
pub fn finding(one: &Temuan) -> Value {
    json!({
        "kode": one.kode().text(), "tingkat": one.tingkat().text(), "tempat": one.at.to_string(), "nama": one.nama,
        "ditemukan": one.ditemukan(), "pesan": one.pesan(), "saran": one.saran(),
    })
}

/// A workbook as it was seen: its sheets, their tables and columns; rows count from 1.
pub fn look(look: &Look) -> Value {
    json!({
        "berkas": look.shown, "format": look.format_name(), "temuan": look.temuan().iter().map(finding).collect::<Vec<_>>(),
        "lembar": look.sheets.iter().map(sheet).collect::<Vec<_>>(),
    })
}

fn sheet(sheet: &SheetSeen) -> Value {
    json!({
        "nama": sheet.nama.as_deref(), "tampak": sheet.visibility == Visibility::Visible, "sel": sheet.sel,
        "baris_tersembunyi": sheet.baris_tersembunyi, "kolom_tersembunyi": sheet.kolom_tersembunyi,
        "tabel": sheet.tables.iter().map(table).collect::<Vec<_>>(),
    })
}

fn table(table: &TableSeen) -> Value {
    let columns = table.columns.iter().map(|column| {
        json!({
            "kolom": CellAddress::column_letters(column.column), "judul": column.judul, "isian": column.isian.as_deref(),
            "jenis": jenis(column.jenis), "mirip": column.mirip, "satuan": column.satuan.as_ref().map(|unit| &unit.text),
            "periode": column.periode.as_ref().map(|period| &period.text), "terisi": column.terisi,
        })
    });
    let decisions: Vec<Value> =
        [table.keputusan_tahun(), table.keputusan_baris()].iter().chain(&table.keputusan_satuan()).map(decision).collect();
    let unit = table.columns.iter().filter_map(|column| column.unit.as_ref()?.because.first());
    let unit = unit.into_iter().find(|first| first.ground != Ground::Rule).map(|first| &first.text);
    json!({
        "bentuk": words::dictionary(table.bentuk), "butir": table.butir, "nama": table.nama.as_deref(),
        "baris_judul": [table.judul.0 + 1, table.judul.1 + 1], "kunci": table.kunci.iter().map(|key| &**key).collect::<Vec<_>>(),
        "tahun": words::year(&Tahun::of(table)), "periode": table.periode.as_ref().map(|period| &period.text),
        "satuan": unit, "baris_data": table.baris_data(), "keputusan": decisions, "kolom": columns.collect::<Vec<_>>(),
    })
}

/// A reading decision with its grounds.
fn decision(one: &Keputusan) -> Value {
    let karena = |karena: &Karena| json!({ "tempat": bacaan::place(karena), "teks": mask_in_text(&karena.teks), "kekuatan": karena.kekuatan.text() });
    json!({
        "tentang": one.tentang.text(), "isian": one.isian.as_deref(), "nilai": mask_in_text(&one.nilai),
        "karena": one.karena.iter().map(karena).collect::<Vec<_>>(),
    })
}

/// A figure down to its cells.
pub fn explanation(one: &Explanation) -> Value {
    json!({
        "id": one.id, "nama": one.nama, "tahun": one.tahun, "satuan": one.satuan, "rumus": one.rumus, "dalam_kata": one.dalam_kata,
        "substitusi": one.substitusi, "langkah": steps(&one.langkah), "nilai": one.nilai, "tepat": one.tepat, "tampil": one.tampil, "sebab": one.sebab,
        "capaian": one.capaian.as_ref().map(capaian), "kemajuan": one.kemajuan.as_ref().map(capaian),
        "agregat": one.agregat.iter().map(aggregate).collect::<Vec<_>>(), "ukuran": one.ukuran.iter().map(measure).collect::<Vec<_>>(),
    })
}

fn steps(steps: &[Step]) -> Vec<String> {
    let text = |step: &Step| match step {
        Step::Worked { left, right, rounded } => format!("{left} {} {right}", if *rounded { "\u{2248}" } else { "=" }),
        Step::Condition { text, holds } => {
            format!("{text}: {}", if *holds { explain::TRUE } else { explain::FALSE })
        }
    };
    steps.iter().map(text).collect()
}

fn capaian(one: &CapaianExplained) -> Value {
    let clamped = one.dibatasi.as_ref().map(|(_, _, value)| value);
    json!({
        "tahun": one.tahun, "realisasi": one.realisasi, "target": one.target, "tampil": one.tampil, "sebab": one.sebab,
        "dibatasi": clamped, "predikat": one.predikat,
    })
}

fn measure(one: &MeasureExplained) -> Value {
    let asal = match &one.asal {
        OriginExplained::Data { .. } => None,
        OriginExplained::Tetapan { asal, .. } => Some(asal),
    };
    json!({
        "nama": one.nama, "sebutan": one.sebutan, "tahun": one.tahun, "satuan": one.satuan, "rumus": one.rumus, "tampil": one.tampil,
        "sebab": one.sebab, "tetapan": asal.is_some(), "asal": asal, "langkah": steps(&one.langkah),
        "agregat": one.agregat.iter().map(aggregate).collect::<Vec<_>>(),
    })
}

fn aggregate(one: &AggregateExplained) -> Value {
    let cells = one
        .sel
        .iter()
        .map(|cell| json!({ "tempat": cell.tempat, "nama": cell.nama, "isi": cell.isi, "dibetulkan": cell.dibetulkan }));
    let left_out = one.dilewati.iter().map(|own| json!({ "sebab": own.sebab, "jumlah": own.jumlah }));
    json!({
        "dalam_kata": one.dalam_kata, "sumber": one.sumber, "tahun": one.tahun, "tampil": one.tampil, "sebab": one.sebab,
        "baris": one.baris, "dihitung": one.dihitung, "sel": cells.collect::<Vec<_>>(), "sel_lagi": one.sel_lagi,
        "dilewati": left_out.collect::<Vec<_>>(),
    })
}
