//! A new office's profile: the form's own words, what is known of the office
//! put in, and `…` where it has to write.

use super::text::Edited;
use crate::vocabulary::{Tanggal, Year};
use toml_edit::{Array, DocumentMut, Item, Value};

const TEMPLATE: &str = include_str!("../../../templates/siapkan/iku.toml");

/// What is known of a new office.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fresh {
    pub nama: Option<String>,
    pub daerah: Option<String>,
    pub penandatangan: Option<String>,
    pub jabatan: Option<String>,
    pub pangkat: Option<String>,
    pub nip: Option<String>,
    pub tempat: Option<String>,
    pub tanggal: Option<Tanggal>,
}

/// The profile's text for a report year.
pub fn fresh(known: &Fresh, tahun: Year) -> String {
    // A file of this program's own.
    let Ok(Edited { mut doc, .. }) = Edited::parse(TEMPLATE) else { return TEMPLATE.to_owned() };
    set(&mut doc, "laporan", "tahun", Value::from(i64::from(tahun.0)));
    let tanggal = known.tanggal.unwrap_or(Tanggal { year: tahun.0 + 1, month: 1, day: 31 });
    if let Ok(date) = tanggal.to_string().parse::<Value>() {
        set(&mut doc, "penandatangan", "tanggal", date);
    }
    let daerah = known.daerah.as_deref().map(str::trim);
    let tempat = known.tempat.clone().or_else(|| daerah.map(seat));
    let texts = [
        ("instansi", "nama", known.nama.as_deref()),
        ("instansi", "daerah", daerah),
        ("penandatangan", "tempat", tempat.as_deref()),
        ("penandatangan", "nama", known.penandatangan.as_deref()),
        ("penandatangan", "pangkat", known.pangkat.as_deref()),
        ("penandatangan", "nip", known.nip.as_deref()),
    ];
    for (table, key, text) in texts {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            set(&mut doc, table, key, Value::from(text));
        }
    }
    let head = known.nama.as_deref().map(|nama| format!("KEPALA {}", nama.trim().to_uppercase()));
    let mut jabatan = Array::new();
    jabatan.push(known.jabatan.clone().or(head).unwrap_or_else(|| "KEPALA DINAS KOPERASI DAN USAHA MIKRO".to_owned()));
    jabatan.push(daerah.map_or_else(|| "KOTA …".to_owned(), str::to_uppercase));
    set(&mut doc, "penandatangan", "jabatan", Value::Array(jabatan));
    doc.to_string()
}

/// The town an office writes from: `Kota Pasuruan` and `Kabupaten Pasuruan` are both of Pasuruan.
fn seat(daerah: &str) -> String {
    let is_kind = |word: &str| ["kota", "kabupaten", "kab.", "kab"].contains(&word.to_lowercase().as_str());
    match daerah.split_once(' ') {
        Some((kind, rest)) if is_kind(kind) => rest.trim().to_owned(),
        _ => daerah.to_owned(),
    }
}

/// Another value with the place and the comment of the one that stood there.
fn set(doc: &mut DocumentMut, table: &str, key: &str, mut value: Value) {
    let Some(item) = doc.get_mut(table).and_then(|table| table.get_mut(key)) else { return };
    if let Some(old) = item.as_value() {
        *value.decor_mut() = old.decor().clone();
    }
    *item = Item::Value(value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::parse;

    #[test]
    fn what_is_known_is_written_and_the_rest_is_asked_for() {
        let known = Fresh {
            nama: Some("Dinas Koperasi \"Maju\"".into()),
            daerah: Some("Kabupaten Contoh".into()),
            penandatangan: Some("Fulan, S.E.".into()),
            nip: Some("19640505 199303 1 012".into()),
            ..Fresh::default()
        };
        let text = fresh(&known, Year(2023));
        let profile = parse(&text).unwrap();
        assert_eq!(profile.instansi.nama, "Dinas Koperasi \"Maju\"");
        assert_eq!(profile.penandatangan[0].tempat, "Contoh");
        assert_eq!(profile.penandatangan[0].jabatan, ["KEPALA DINAS KOPERASI \"MAJU\"", "KABUPATEN CONTOH"]);
        assert_eq!(profile.laporan.tahun, Year(2023));
        assert!(
            text.contains("tanggal = 2024-01-31\n") && text.contains("\"…\"                    # misalnya Pembina"),
            "{text}"
        );
        assert!(text.contains("# Apa yang dihitung"), "comments stay");
        // Nothing known: what is printed must be written first.
        let errors = parse(&fresh(&Fresh::default(), Year(2023))).unwrap_err();
        assert!(errors.len() >= 4 && errors.iter().all(|error| error.pesan().contains("belum diisi")), "{errors:?}");
    }
}
