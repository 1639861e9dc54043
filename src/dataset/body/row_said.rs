//! What each row below the headings is, and what says so: its label, what stands
//! around it, its figures, or the office's own word.

use crate::dataset::cell::raw_text;
use crate::dataset::keputusan::Karena;
use crate::diagnostic::SkipReason;
use crate::table::{Decided, Evidence, Ground, LayoutRow, RowKind, Strength};
use crate::vocabulary::{CellAddress, mask_person};
use crate::workbook::{Sheet, Value};
use std::collections::BTreeMap;

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Peran {
    Data,
    NomorKolom,
    Contoh,
    Kelompok,
    Subtotal,
    Jumlah,
    JudulUlang,
    Kosong,
    CatatanKaki,
    Bagian,
    /// Of a section that `arti` leaves out.
    Diabaikan,
    /// In doubt: it is told, and does not count.
    DataAtauJumlah,
    TanpaNama,
    DiBawahTabel,
    TidakTerpisah,
}

impl Peran {
    pub fn is_doubtful(self) -> bool {
        matches!(self, Peran::DataAtauJumlah | Peran::TanpaNama | Peran::DiBawahTabel | Peran::TidakTerpisah)
    }

    /// As the record names it.
    fn text(self) -> &'static str {
        match self {
            Peran::Data => "data",
            Peran::Bagian => "bagian dari baris di atasnya",
            Peran::NomorKolom => "nomor kolom",
            Peran::Contoh => "contoh pengisian",
            Peran::Kelompok => "judul kelompok",
            Peran::Subtotal | Peran::Jumlah => "jumlah",
            Peran::JudulUlang => "judul kolom diulang",
            Peran::Kosong => "kosong",
            Peran::CatatanKaki => "catatan dan tanda tangan",
            Peran::Diabaikan => "dilewati menurut arti",
            Peran::DataAtauJumlah | Peran::TanpaNama | Peran::DiBawahTabel | Peran::TidakTerpisah => "meragukan",
        }
    }

    /// Why such rows are skipped; none of those that count or are in doubt.
    pub(crate) fn skipped(self) -> Option<SkipReason> {
        match self {
            Peran::NomorKolom => Some(SkipReason::NomorKolom),
            Peran::Contoh => Some(SkipReason::Contoh),
            Peran::Kelompok => Some(SkipReason::LabelKelompok),
            Peran::Subtotal => Some(SkipReason::Subtotal),
            Peran::Jumlah => Some(SkipReason::Jumlah),
            Peran::JudulUlang => Some(SkipReason::JudulUlang),
            Peran::Kosong => Some(SkipReason::Kosong),
            Peran::CatatanKaki => Some(SkipReason::CatatanKaki),
            Peran::Bagian => Some(SkipReason::Bagian),
            Peran::Diabaikan => Some(SkipReason::Diabaikan),
            _ => None,
        }
    }
}

/// The rows that are not plainly data, by their number.
pub(crate) type RowsSaid = BTreeMap<u32, Decided<Peran>>;

/// What a row is by its words and its place; none where it is data as the others.
pub(crate) fn by_place(sheet: &Sheet, listed: &LayoutRow) -> Option<Decided<Peran>> {
    let row = listed.row;
    let (peran, label, strength) = match listed.kind {
        RowKind::Data => return None,
        RowKind::Part { label, .. } => (Peran::Bagian, Some(label), Strength::Stated),
        RowKind::Subtotal { label, .. } => (Peran::Subtotal, Some(label), Strength::Stated),
        RowKind::SumOver { label, .. } => (Peran::Subtotal, Some(label), Strength::Stated),
        RowKind::Total { label } => (Peran::Jumlah, Some(label), Strength::Stated),
        RowKind::DataOrTotal { label, .. } => (Peran::DataAtauJumlah, Some(label), Strength::Stated),
        RowKind::DataUnlessSum { label, .. } => (Peran::Data, Some(label), Strength::Implied),
        RowKind::GroupLabel(label) => (Peran::Kelompok, Some(label), Strength::Implied),
        RowKind::RepeatedHeading => (Peran::JudulUlang, None, Strength::Stated),
        RowKind::ColumnNumbers => (Peran::NomorKolom, None, Strength::Shape),
        RowKind::Example => (Peran::Contoh, None, Strength::Stated),
        RowKind::Blank => (Peran::Kosong, None, Strength::Shape),
        RowKind::Footer => (Peran::CatatanKaki, None, Strength::Implied),
        RowKind::Unsplit(_) => (Peran::TidakTerpisah, None, Strength::Shape),
        RowKind::Nameless => (Peran::TanpaNama, None, Strength::Shape),
        RowKind::DataBelowEnd => (Peran::DiBawahTabel, None, Strength::Implied),
    };
    let text = label.map(|label| mask_person(label.trim())).unwrap_or_default();
    let cell = match label {
        Some(label) => Some(label_cell(sheet, row, label)),
        None => sheet.row(row).iter().find(|cell| !raw_text(&cell.value).trim().is_empty()).map(|cell| cell.at),
    };
    let ground = cell.map_or(Ground::Row(row), Ground::Cell);
    let because = vec![Evidence::new(peran, ground, text, strength)];
    Some(Decided { value: peran, because, against: Vec::new() })
}

/// The row is this, by its figures or by the office's word, whatever its label says.
pub(crate) fn settled(said: Option<Decided<Peran>>, peran: Peran, ground: Ground) -> Decided<Peran> {
    let strength = if matches!(ground, Ground::Key(_)) { Strength::Stated } else { Strength::Shape };
    let own = Evidence::new(peran, ground, String::new(), strength);
    let label = said.into_iter().flat_map(|said| said.because);
    // A label that leaves it open agrees with whichever it is.
    let (agrees, against): (Vec<_>, Vec<_>) =
        label.partition(|one| one.says == peran || one.says == Peran::DataAtauJumlah || one.says == Peran::Data);
    let agrees = agrees.into_iter().map(|one| Evidence { says: peran, ..one });
    Decided { value: peran, because: agrees.chain([own]).collect(), against }
}

/// The cell of a row's label, else its first.
pub(crate) fn label_cell(sheet: &Sheet, row: u32, label: &str) -> CellAddress {
    let cells = sheet.row(row);
    let holds = |cell: &&crate::workbook::Cell| matches!(&cell.value, Value::Text(text) if text.trim() == label.trim());
    cells.iter().find(holds).or_else(|| cells.first()).map_or(CellAddress::new(row, 0), |cell| cell.at)
}

/// How many rows were skipped, and why.
pub(crate) fn skipped(said: &RowsSaid) -> BTreeMap<SkipReason, usize> {
    let mut skipped = BTreeMap::new();
    for reason in said.values().filter_map(|said| said.value.skipped()) {
        *skipped.entry(reason).or_default() += 1;
    }
    skipped
}

/// How many labels of one role are shown.
const LABELS: usize = 3;

/// What the rows are that do not plainly count: a line each role, `jumlah: 5, 9 (`JUMLAH`)`,
/// told at the first of them and as strong as the weakest.
pub(crate) fn shown<'a>(said: impl Iterator<Item = (u32, &'a Decided<Peran>)>) -> Vec<Karena> {
    let mut roles: BTreeMap<&'static str, Vec<(u32, &Evidence<Peran>)>> = BTreeMap::new();
    for (row, decided) in said {
        if let Some(first) = decided.because.first() {
            roles.entry(decided.value.text()).or_default().push((row, first));
        }
    }
    let told = |(role, rows): (&str, Vec<(u32, &Evidence<Peran>)>)| {
        let mut labels: Vec<String> = Vec::new();
        for (_, evidence) in rows.iter().filter(|(_, evidence)| !evidence.text.is_empty()) {
            let label = format!("`{}`", evidence.text);
            if labels.len() < LABELS && !labels.contains(&label) {
                labels.push(label);
            }
        }
        let labels = if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) };
        let teks = format!("{role}: {}{labels}", ranges(rows.iter().map(|(row, _)| *row)));
        let tempat = rows.first().map_or(Ground::Rule, |(_, evidence)| evidence.ground.clone());
        let kekuatan = rows.iter().map(|(_, evidence)| evidence.strength).min().unwrap_or(Strength::Shape);
        Karena { tempat, teks, kekuatan }
    };
    roles.into_iter().map(told).collect()
}

/// `7-12, 15`, counted from 1.
pub(crate) fn ranges(rows: impl Iterator<Item = u32>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let shown = |(first, last): &(u32, u32)| {
        if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) }
    };
    runs.iter().map(shown).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_as_ranges() {
        assert_eq!(ranges([6, 7, 8, 11, 13, 14].into_iter()), "7-9, 12, 14-15");
        assert_eq!(ranges(std::iter::empty()), "");
    }

    #[test]
    fn figures_settle_what_a_label_leaves_open_and_speak_against_what_it_says() {
        let label = |says| {
            let because = vec![Evidence::new(says, Ground::Row(4), "Jumlah Gadingrejo", Strength::Stated)];
            Some(Decided { value: says, because, against: Vec::new() })
        };
        let open = settled(label(Peran::DataAtauJumlah), Peran::Subtotal, Ground::Row(4));
        assert_eq!((open.value, open.because.len(), open.against.len()), (Peran::Subtotal, 2, 0));
        let part = settled(label(Peran::Bagian), Peran::Data, Ground::Row(4));
        assert_eq!((part.value, part.against[0].says), (Peran::Data, Peran::Bagian));
        let shown = shown([(4, &open)].into_iter());
        assert_eq!(shown[0].teks, "jumlah: 5 (`Jumlah Gadingrejo`)");
    }
}
