//! Lines over a table that say by what its rows were chosen, as a pivot's page fields and an export's head do:
//! `Status | Tidak Aktif`, `Jenis: KSP`, `Kriteria: Volume > 0`.

use super::label::{spelt_words, words};

/// What rows are chosen by.
const CHOSEN_BY: &[&str] = &[
    "status",
    "status koperasi",
    "status usaha",
    "status keaktifan",
    "keaktifan",
    "aktif",
    "jenis",
    "jenis koperasi",
    "jenis usaha",
    "bentuk koperasi",
    "kelompok koperasi",
    "kelompok usaha",
    "kategori",
    "kategori usaha",
    "sektor",
    "sektor usaha",
    "bidang usaha",
    "skala",
    "skala usaha",
    "klasifikasi",
    "klasifikasi usaha",
    "jenis kelamin",
    "binaan",
    "rat",
];
/// A choice by itself, whatever stands behind it.
const CHOICES: &[&str] = &["filter", "filter by", "difilter", "saringan", "disaring", "kriteria", "syarat"];
/// Values by which nothing is chosen, and those of a document's own status.
const OF_ALL: &[&str] = &[
    "all",
    "semua",
    "seluruh",
    "seluruhnya",
    "semuanya",
    "final",
    "tetap",
    "resmi",
    "valid",
    "selesai",
    "disetujui",
    "terverifikasi",
    "lengkap",
    "terkirim",
    "submit",
    "submitted",
    "koperasi",
    "umkm",
];
/// What a pivot writes where several values are chosen.
const SEVERAL: &[&str] = &["multiple items", "beberapa item", "banyak item", "several items"];

/// The choice that a label and what stands beside it, or behind its colon, say.
pub(crate) fn choice_of(label: &str, value: &str) -> Option<String> {
    let value = value.trim().trim_start_matches([':', '=']).trim();
    let label = label.trim().trim_end_matches([':', '=']).trim();
    if value.is_empty() || value.len() > 60 || label.len() > 40 {
        return None;
    }
    let (name, own) = (spelt_words(label).join(" "), words(value));
    let is_of_all = own.is_empty() || own.iter().any(|word| OF_ALL.contains(&word.as_str()));
    let is_several = SEVERAL.contains(&own.join(" ").as_str());
    let is_choice = is_several || !is_of_all && (CHOSEN_BY.contains(&name.as_str()) || CHOICES.contains(&name.as_str()));
    is_choice.then(|| format!("{label}: {value}"))
}

/// The same of one text, `Status : Tidak Aktif`.
pub(crate) fn choice(text: &str) -> Option<String> {
    let (label, value) = text.split_once([':', '='])?;
    choice_of(label, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_by_which_rows_are_chosen() {
        for text in [
            "Status : Tidak Aktif",
            "Jenis: KSP",
            "Filter: Aktif = Ya",
            "Kriteria : Volume > 0",
            "Skala Usaha: Menengah",
            "Kecamatan: (Multiple Items)",
            "Kecamatan : (Beberapa Item)",
        ] {
            assert!(choice(text).is_some(), "{text}");
        }
        for text in [
            "Status: (All)",
            "Status : (Semua)",
            "Status: Final",
            "Kecamatan : Gadingrejo",
            "Bidang : Koperasi",
            "Jenis Laporan : Keragaan",
            "Sumber : Bidang Koperasi",
            "Jenis Usaha : UMKM",
            "Catatan: RAT paling lambat Maret",
            "Status",
        ] {
            assert_eq!(choice(text), None, "{text}");
        }
    }
}
