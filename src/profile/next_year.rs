//! The profile of one year made into another's: year and dates move on, targets
//! are asked for, and all else stays to the letter, comments included.

use super::source::Source;
use super::{Profile, ProfileError, SumberTahun, parse};
use crate::vocabulary::{Tanggal, Year};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The new text, and what the office must know of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextYear {
    pub text: String,
    pub notes: Vec<YearNote>,
}

/// What moved on, and what no longer fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum YearNote {
    /// `[laporan] tahun`.
    Tahun { semula: Year },
    /// A signatory's date, by the line of `tanggal`.
    Tanggal { semula: Tanggal, menjadi: Tanggal },
    /// The indicator's target of the new year is to be filled in, where `…` stands.
    Target { nama: String },
    /// Its targets are not written in one line: the new one is to be added by hand.
    TargetByHand { nama: String },
    /// A file, a sheet or a text that names a year of its own, which stays that year's.
    NamesYear { kunci: String, text: String },
    /// A measure without a formula has no value for the new year.
    TanpaTetapan { ukuran: String },
    /// A source read as of one year, whatever its files say.
    FixedYear { sumber: String, tahun: Year },
    /// The plan's final target is of an earlier year.
    FinalTarget { nama: String, tahun: Year },
    /// Acceptances speak of cells in the files of earlier years.
    Terima { count: usize },
}

/// Moves the profile on to `tahun`.
///
/// # Errors
/// The text is no profile, or is of that year already ([`NextYearError`]).
pub fn next_year(text: &str, tahun: Year) -> Result<NextYear, NextYearError> {
    let profile = parse(text).map_err(NextYearError::Profile)?;
    let from = profile.laporan.tahun;
    if from == tahun {
        return Err(NextYearError::SameYear);
    }
    if tahun < from {
        return Err(NextYearError::EarlierYear(from));
    }
    let source = Source::new(text).text;
    let (document, _) = DeTable::parse_recoverable(source);
    let mut moving =
        Moving { source, years: tahun.0 - from.0, tahun, edits: Vec::new(), notes: vec![YearNote::Tahun { semula: from }] };
    moving.laporan(document.get_ref());
    moving.tanggal(document.get_ref());
    moving.targets(document.get_ref());
    moving.stays(&profile);
    Ok(NextYear { text: moving.edited(), notes: moving.notes })
}

/// Why a profile cannot be moved on.
#[derive(Debug)]
pub enum NextYearError {
    Profile(Vec<ProfileError>),
    SameYear,
    /// The profile's own year is a later one.
    EarlierYear(Year),
}

struct Moving<'a> {
    source: &'a str,
    years: i32,
    tahun: Year,
    edits: Vec<(Range<usize>, String)>,
    notes: Vec<YearNote>,
}

impl<'a> Moving<'a> {
    fn laporan(&mut self, root: &DeTable<'a>) {
        if let Some(DeValue::Table(laporan)) = entry(root, "laporan").map(Spanned::get_ref)
            && let Some(tahun) = entry(laporan, "tahun")
        {
            self.edits.push((tahun.span(), self.tahun.to_string()));
        }
    }

    /// Every signatory's date: the same day, as many years later.
    fn tanggal(&mut self, root: &DeTable<'a>) {
        for signatory in tables(entry(root, "penandatangan")) {
            let Some(value) = entry(signatory, "tanggal") else { continue };
            let text = self.source.get(value.span()).unwrap_or_default();
            let quote = if text.starts_with('"') { "\"" } else { "" };
            let Some(semula) = Tanggal::parse_iso(text.trim_matches('"')) else { continue };
            let year = semula.year + self.years;
            // 29 February has no counterpart in most years.
            let menjadi = Tanggal::new(year, semula.month, semula.day).or_else(|| Tanggal::new(year, semula.month, 28));
            let Some(menjadi) = menjadi else { continue };
            self.edits.push((value.span(), format!("{quote}{menjadi}{quote}")));
            self.notes.push(YearNote::Tanggal { semula, menjadi });
        }
    }

    /// `target = { 2021 = 5 }` gets `2022 = "…"`, which no run accepts until it is filled in.
    fn targets(&mut self, root: &DeTable<'a>) {
        let indicators = tables(entry(root, "sasaran")).into_iter().flat_map(|goal| tables(entry(goal, "indikator")));
        for indicator in indicators {
            let Some(target) = entry(indicator, "target") else { continue };
            let DeValue::Table(years) = target.get_ref() else { continue };
            let wanted = self.tahun.to_string();
            if years.iter().next().is_none() || entry(years, &wanted).is_some() {
                continue;
            }
            let nama = match entry(indicator, "nama").map(Spanned::get_ref) {
                Some(DeValue::String(nama)) => nama.to_string(),
                _ => String::new(),
            };
            let span = target.span();
            let inline = self.source.get(span.clone()).is_some_and(|text| text.starts_with('{') && text.ends_with('}'));
            if !inline {
                self.notes.push(YearNote::TargetByHand { nama });
                continue;
            }
            let inside = self.source.get(span.start..span.end - 1).unwrap_or_default();
            let end = span.start + inside.trim_end().len();
            let comma = if inside.trim_end().ends_with(',') { "" } else { "," };
            self.edits.push((end..end, format!("{comma} {wanted} = \"…\"")));
            self.notes.push(YearNote::Target { nama });
        }
    }

    /// What does not move on by itself.
    fn stays(&mut self, profile: &Profile) {
        for sumber in profile.sumber.values() {
            let files = sumber.berkas.iter().map(|berkas| ("berkas", &berkas.text));
            let sheets = sumber.lembar.iter().map(|lembar| ("lembar", &lembar.text));
            for (kunci, text) in files.chain(sheets) {
                if !text.contains("{tahun}") && has_year(text) {
                    self.notes.push(YearNote::NamesYear { kunci: format!("[sumber.{}] {kunci}", sumber.id), text: text.clone() });
                }
            }
            for (isian, spec) in sumber.kolom.iter().filter(|(_, spec)| has_year(&spec.judul.text)) {
                let kunci = format!("[sumber.{}.kolom] {isian}", sumber.id);
                self.notes.push(YearNote::NamesYear { kunci, text: spec.judul.text.clone() });
            }
            if let Some(SumberTahun::Tetap(tahun)) = sumber.tahun.filter(|own| *own != SumberTahun::Tetap(self.tahun)) {
                self.notes.push(YearNote::FixedYear { sumber: sumber.id.clone(), tahun });
            }
        }
        let office = &profile.instansi;
        let texts = [("[laporan] judul", Some(&profile.laporan.judul)), ("[instansi] visi", office.visi.as_ref())];
        for (kunci, text) in texts.into_iter().filter_map(|(kunci, text)| Some((kunci, text?))) {
            if has_year(text) {
                self.notes.push(YearNote::NamesYear { kunci: kunci.to_owned(), text: text.clone() });
            }
        }
        for indikator in profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator) {
            if let Some(tahun) = indikator.target_akhir.keys().next_back().copied().filter(|last| *last < self.tahun) {
                self.notes.push(YearNote::FinalTarget { nama: indikator.nama.clone(), tahun });
            }
        }
        for ukuran in &profile.ukuran {
            if ukuran.rumus.is_none() && !ukuran.tetapan.contains_key(&self.tahun) {
                self.notes.push(YearNote::TanpaTetapan { ukuran: ukuran.nama.text.clone() });
            }
        }
        if !profile.terima.is_empty() {
            self.notes.push(YearNote::Terima { count: profile.terima.len() });
        }
    }

    fn edited(&mut self) -> String {
        self.edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        let mut text = self.source.to_owned();
        for (span, new) in &self.edits {
            text.replace_range(span.clone(), new);
        }
        text
    }
}

fn entry<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t Spanned<DeValue<'a>>> {
    table.iter().find(|(own, _)| own.get_ref().as_ref() == key).map(|(_, value)| value)
}

/// A table, or the tables of a list.
fn tables<'t, 'a>(value: Option<&'t Spanned<DeValue<'a>>>) -> Vec<&'t DeTable<'a>> {
    match value.map(Spanned::get_ref) {
        Some(DeValue::Table(table)) => vec![table],
        Some(DeValue::Array(array)) => {
            array.iter().filter_map(|item| if let DeValue::Table(table) = item.get_ref() { Some(table) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a name tells a year: four digits by themselves.
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| Year::parse(run).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = r#"# Profil kantor
[instansi]
nama = "Dinas"
daerah = "Kota"
[laporan]
tahun = 2021   # tahun laporan
[penandatangan]
tempat = "Kota"
tanggal = 2022-01-24
jabatan = ["KEPALA"]
nama = "A"
[sumber.s]
bentuk = "keragaan"
berkas = "data/Keragaan 2021.xlsx"
[ukuran.pdrb]
tetapan = { 2021 = "7,5" }
asal = "BPS"
[[sasaran]]
uraian = "S"
[[sasaran.indikator]]
nama = "Satu"
rumus = "pdrb"
arah = "naik"
target = { 2020 = 4, 2021 = 5 } # dari renstra
[[sasaran.indikator]]
nama = "Dua"
rumus = "pdrb"
"#;

    #[test]
    fn only_what_must_move_on_moves_on() {
        let next = next_year(PROFILE, Year(2022)).unwrap();
        let expected = PROFILE
            .replace("tahun = 2021   #", "tahun = 2022   #")
            .replace("2022-01-24", "2023-01-24")
            .replace("2021 = 5 } #", "2021 = 5, 2022 = \"…\" } #");
        assert_eq!(next.text, expected);
        assert!(next.notes.contains(&YearNote::Target { nama: "Satu".into() }));
        assert!(next.notes.contains(&YearNote::TanpaTetapan { ukuran: "pdrb".into() }));
        let file = YearNote::NamesYear { kunci: "[sumber.s] berkas".into(), text: "data/Keragaan 2021.xlsx".into() };
        assert!(next.notes.contains(&file));
        let more = PROFILE
            .replace(
                "berkas = \"data/Keragaan 2021.xlsx\"",
                "berkas = \"data/K {tahun}.xlsx\"\ntahun = 2021\n[sumber.s.kolom]\nvolume_usaha = \"Omset 2021\"",
            )
            .replace("tahun = 2021   #", "judul = \"IKU TAHUN 2021\"\ntahun = 2021   #")
            .replace("# dari renstra", "\ntarget_akhir = { 2021 = 5 }");
        let more = next_year(&more, Year(2022)).unwrap().notes;
        for note in [
            YearNote::FixedYear { sumber: "s".into(), tahun: Year(2021) },
            YearNote::NamesYear { kunci: "[sumber.s.kolom] volume_usaha".into(), text: "Omset 2021".into() },
            YearNote::NamesYear { kunci: "[laporan] judul".into(), text: "IKU TAHUN 2021".into() },
            YearNote::FinalTarget { nama: "Satu".into(), tahun: Year(2021) },
        ] {
            assert!(more.contains(&note), "{note:?} is not among {more:?}");
        }
        // The target that is asked for is no target yet.
        assert!(parse(&next.text).is_err());
        let filled = next.text.replace("\"…\"", "\"5,5\"");
        assert_eq!(parse(&filled).unwrap().laporan.tahun, Year(2022));
        assert!(matches!(next_year(PROFILE, Year(2021)), Err(NextYearError::SameYear)));
    }

    #[test]
    fn targets_in_a_table_of_their_own_are_left_to_the_office() {
        let text = PROFILE.replace("target = { 2020 = 4, 2021 = 5 } # dari renstra", "[sasaran.indikator.target]\n2021 = 5");
        let next = next_year(&text, Year(2022)).unwrap();
        assert!(next.notes.contains(&YearNote::TargetByHand { nama: "Satu".into() }));
        assert_eq!(parse(&next.text).unwrap().laporan.tahun, Year(2022));
    }
}
