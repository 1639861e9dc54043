//! Checks across the columns of one year's table. None of them refuses.

use crate::dataset::accept::Findings;
use crate::dataset::assemble::correct;
use crate::dataset::cell::{isi_text, text_of};
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::diagnostic::{AktifTanpaVolume, AsetTidakSeimbang, Fakta, IsianSekali, NilaiKosong, Temuan, TidakAktifBervolume};
use crate::text::label::words;
use crate::text::status::is_idle;
use crate::text::{MarkText, read_mark};
use crate::vocabulary::{exact_text, mask_person};
use rust_decimal::Decimal;

/// How many names a finding gives as examples.
pub(super) const EXAMPLES: usize = 5;

pub(crate) fn check(source: &Source, table: &mut Table, findings: &mut Findings) {
    missing_values(source, table, findings);
    typed_once(source, table, findings);
    unbalanced_assets(table, findings);
    status_against_volume(source, table, findings);
}

/// Numbers that are missing where a figure rests on them: how many, and whose.
fn missing_values(source: &Source, table: &mut Table, findings: &mut Findings) {
    for index in 0..table.columns.len() {
        let column = &table.columns[index];
        let isian = column.isian.clone();
        let is_number = matches!(column.jenis, Jenis::Uang | Jenis::Angka) && &*column.isian != "tahun";
        let rests = source.field(&column.isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
        if !is_number || !rests {
            continue;
        }
        for row in 0..table.rows.len() {
            if table.isi(&table.rows[row], index).is_empty() && !table.rows[row].lanjutan {
                let fakta = NilaiKosong { isian: isian.to_string(), jumlah: 1, contoh: Vec::new(), tahun_lalu: None };
                let temuan = Temuan::new(table.at(&table.rows[row], index), fakta).named(&*table.rows[row].nama);
                if let Some(granted) = findings.raise_if_accepted(temuan) {
                    correct(table, row, index, granted.nilai.as_deref());
                }
            }
        }
        for part_number in 0..table.parts.len() {
            // A further product of a business need not have a value of its own.
            let of_part = table.rows.iter().filter(|row| usize::from(row.part) == part_number && !row.lanjutan);
            // A cell that was refused is no empty one: it was told already.
            let mut empty =
                of_part.filter(|row| table.isi(row, index).is_empty() && !findings.stands_at(&table.at(row, index))).peekable();
            let Some(first) = empty.peek() else { continue };
            let at = table.at_column(first, index);
            let (mut jumlah, mut contoh) = (0, Vec::new());
            for row in empty {
                jumlah += 1;
                if contoh.len() < EXAMPLES && !row.nama.is_empty() {
                    contoh.push(mask_person(&row.nama));
                }
            }
            findings.raise(Temuan::new(at, NilaiKosong { isian: isian.to_string(), jumlah, contoh, tahun_lalu: None }), None);
        }
    }
}

/// What rows are grouped by: typed once over a group it leaves the others blank.
const GROUPS: [&str; 9] = [
    "kecamatan",
    "kelurahan",
    "wilayah",
    "kelompok",
    "kelompok_koperasi",
    "jenis_koperasi",
    "jenis_usaha",
    "skala_usaha",
    "triwulan",
];

/// A grouping text that formulas tell rows apart by and that stands on the first
/// row of each group alone: another value each time, blanks in between. Merged
/// down it would hold for all; typed once, a condition sees the first row only.
fn typed_once(source: &Source, table: &Table, findings: &mut Findings) {
    for (index, column) in table.columns.iter().enumerate() {
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        let rests = field.is_some_and(|field| source.rests(field, table.tahun) && !field.is_key);
        if column.jenis != Jenis::Teks || !rests || source.names.contains(&column.isian) {
            continue;
        }
        for part_number in 0..table.parts.len() {
            let rows: Vec<&Row> = table.rows.iter().filter(|row| usize::from(row.part) == part_number).collect();
            let texts = || rows.iter().map(|row| isi_text(&table.isi(row, index))).filter(|text| !text.is_empty());
            let filled = || texts().filter(|text| !is_same_mark(text));
            let (mut all, mut own) = (0, 0);
            for isi in rows.iter().map(|row| table.isi(row, index)) {
                let text = text_of(&isi);
                all += usize::from(!text.is_empty());
                own += usize::from(!text.is_empty() && !is_same_mark(&text));
            }
            let kosong = rows.len() - own;
            let begins = rows.first().is_some_and(|row| !table.isi(row, index).is_empty());
            let is_new_each_time = || {
                let mut last: Option<String> = None;
                filled().map(|text| normal(&text)).all(|text| last.replace(text.clone()).is_none_or(|last| last != text))
            };
            let is_once = GROUPS.contains(&&*column.isian) && kosong >= 2 && kosong >= own && begins && is_new_each_time();
            if !is_once && own == all {
                continue;
            }
            let (Some(first), Some(contoh)) = (rows.first(), filled().next()) else { continue };
            let at = table.at_column(first, index);
            let fakta = IsianSekali { isian: column.isian.to_string(), kosong, contoh: mask_person(&contoh) };
            findings.raise(Temuan::new(at, fakta), None);
        }
    }
}

/// `"`, `-"-`, `//`, `idem`, `sda`, `sama dgn atas`: the same as above. Signs alone
/// that are neither nil nor missing say nothing else.
fn is_same_mark(text: &str) -> bool {
    if !text.chars().any(char::is_alphanumeric) {
        return text.chars().any(|c| {
            !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{2013}' | '\u{2014}' | '…' | '*' | '_' | '✓' | '✔' | '√')
        });
    }
    // Most texts begin with a letter that none of those words begins with.
    let first = text.bytes().next().map_or(0, |byte| byte.to_ascii_lowercase());
    if first.is_ascii_lowercase() && !matches!(first, b's' | b'l' | b'i' | b'd' | b'y' | b'a') {
        return false;
    }
    let words = words(text);
    let is_lead = |word: &String| matches!(word.as_str(), "sama" | "lihat" | "idem" | "id" | "ditto" | "seperti");
    let is_beside = |word: &String| matches!(word.as_str(), "dengan" | "dgn" | "seperti" | "yang" | "di" | "atas" | "diatas");
    matches!(words.concat().as_str(), "sda" | "sdatas" | "do" | "dst" | "sd")
        || words.iter().any(is_lead) && words.iter().all(|word| is_lead(word) || is_beside(word))
}

fn amount(table: &Table, row: usize, column: usize) -> Option<Decimal> {
    match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => Some(value),
        _ => None,
    }
}

/// aset = modal sendiri + modal luar; it caught a row whose columns were rotated.
fn unbalanced_assets(table: &mut Table, findings: &mut Findings) {
    let columns = (table.column("aset"), table.column("modal_sendiri"), table.column("modal_luar"));
    let (Some(aset_at), Some(sendiri_at), Some(luar_at)) = columns else { return };
    // Amounts in thousands or millions are rounded each by itself.
    let skala = [aset_at, sendiri_at, luar_at].into_iter().map(|at| table.columns[at].skala).max().unwrap_or(Decimal::ONE);
    let slack = if skala > Decimal::ONE { skala.checked_mul(Decimal::TWO).unwrap_or(skala) } else { Decimal::ZERO };
    for row in 0..table.rows.len() {
        let values = (amount(table, row, aset_at), amount(table, row, sendiri_at), amount(table, row, luar_at));
        let (Some(aset), Some(modal_sendiri), Some(modal_luar)) = values else { continue };
        let far = modal_sendiri.checked_add(modal_luar).and_then(|sum| sum.checked_sub(aset));
        if far.is_some_and(|far| far.abs() <= slack) {
            continue;
        }
        let fakta = AsetTidakSeimbang { aset, modal_sendiri, modal_luar };
        raise_at(table, row, aset_at, fakta, findings);
    }
}

/// A koperasi that is not active, yet has volume; and those that are active and have none.
fn status_against_volume(source: &Source, table: &mut Table, findings: &mut Findings) {
    if source.recap {
        return;
    }
    let Some(volume_at) = table.column("volume_usaha") else { return };
    let mut idle: Vec<usize> = Vec::new();
    for row in 0..table.rows.len() {
        let Some(volume) = amount(table, row, volume_at) else { continue };
        match is_active(table, row) {
            Some(false) if volume > Decimal::ZERO => {
                raise_at(
                    table,
                    row,
                    volume_at,
                    Fakta::TidakAktifBervolume(TidakAktifBervolume { volume, tanpa_tanda: 0 }),
                    findings,
                );
            }
            Some(true) if volume.is_zero() => idle.push(row),
            _ => {}
        }
    }
    let rests = source.field("volume_usaha").is_some_and(|field| source.rests(&source.fields[field], table.tahun));
    if rests {
        note_idle(table, volume_at, &idle, findings);
    }
}

/// Whether a koperasi is active, as far as its row says.
pub(super) fn is_active(table: &Table, row: usize) -> Option<bool> {
    let mark = |isian: &str| match table.column(isian).map(|column| table.isi(&table.rows[row], column)) {
        Some(Isi::Tanda(yes)) => Some(yes),
        _ => None,
    };
    let status = || match table.column("status").map(|column| table.isi(&table.rows[row], column)) {
        Some(Isi::Teks(text)) => match read_mark(&text) {
            MarkText::Yes => Some(true),
            MarkText::No => Some(false),
            _ => is_idle(&text).then_some(false),
        },
        _ => None,
    };
    match (mark("tidak_aktif"), mark("aktif")) {
        (Some(true), _) => Some(false),
        (_, Some(true)) => Some(true),
        (Some(false), _) => None,
        (None, Some(false)) => Some(false),
        (None, None) => status(),
    }
}

/// Active koperasi without volume: how many on each sheet, and whose.
fn note_idle(table: &Table, volume_at: usize, idle: &[usize], findings: &mut Findings) {
    for number in 0..table.parts.len() {
        let own: Vec<usize> = idle.iter().copied().filter(|row| usize::from(table.rows[*row].part) == number).collect();
        let Some(first) = own.first() else { continue };
        let names = own.iter().map(|row| &table.rows[*row].nama).filter(|nama| !nama.is_empty());
        let contoh = names.take(EXAMPLES).map(|nama| mask_person(nama)).collect();
        let at = table.at_column(&table.rows[*first], volume_at);
        findings.add(Temuan::new(at, AktifTanpaVolume { jumlah: own.len(), contoh }));
    }
}

/// A warning at a value; accepted with a `nilai`, that stands in its place.
pub(crate) fn raise_at(table: &mut Table, row: usize, column: usize, fakta: impl Into<Fakta>, findings: &mut Findings) {
    let at = table.at(&table.rows[row], column);
    // As the cell holds it, before its column's scale.
    let found = amount(table, row, column).and_then(|value| value.checked_div(table.columns[column].skala)).map(exact_text);
    let granted = findings.raise(Temuan::new(at, fakta).named(&*table.rows[row].nama), found.as_deref());
    if let Some(granted) = granted {
        correct(table, row, column, granted.nilai.as_deref());
    }
}
