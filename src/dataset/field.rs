//! The fields a source knows: its dictionary's and those of `[sumber.….kolom]`.

use super::Jenis;
use super::dictionary::{Entry, KERAGAAN, KERAGAAN_RECAP, OWN, RECAP_NAMES, TAHUN, UMKM, UMKM_RECAP};
use crate::profile::{Dictionary, JenisIsian, Sumber};
use crate::table::{Expect, Wanted};
use crate::text::label::spelt_words;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A field that formulas may name, and how its column is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldInfo {
    pub isian: Arc<str>,
    pub jenis: Jenis,
    /// NIK, phone numbers, birth dates: shown masked.
    pub pribadi: bool,
    /// A count or a volume: below zero it is worth a warning.
    pub hitungan: bool,
    /// Headings that mean it.
    pub aliases: Vec<String>,
    /// `[sumber.….kolom]` names its heading.
    pub declared: bool,
    /// It is, or may stand for, the row's own name.
    pub is_name: bool,
    pub is_key: bool,
}

/// The noun of one row that a dictionary is made for: `koperasi`, `usaha`.
pub fn entity_noun(bentuk: Dictionary) -> Option<&'static str> {
    match bentuk {
        Dictionary::Keragaan => Some("koperasi"),
        Dictionary::Umkm => Some("usaha"),
        Dictionary::None => None,
    }
}

/// What one row of the source is: the profile's `butir`, else the dictionary's own noun.
pub fn butir_of(sumber: &Sumber) -> Option<String> {
    sumber.butir.clone().or_else(|| entity_noun(sumber.bentuk).map(str::to_owned))
}

/// Whether the rows are sums over something else than the dictionary's entity.
pub(crate) fn is_recap(sumber: &Sumber) -> bool {
    match (&sumber.butir, entity_noun(sumber.bentuk)) {
        (Some(butir), Some(noun)) => !butir.trim().eq_ignore_ascii_case(noun),
        _ => false,
    }
}

/// The fields of a source, in the dictionary's order, then those of
/// `[sumber.….kolom]` that it does not know. In a recap (`butir` is not the
/// dictionary's noun) marks like `aktif` are counts.
pub fn fields_of(sumber: &Sumber) -> Vec<FieldInfo> {
    let recap = is_recap(sumber);
    let (plain, recap_fields): (&[Entry], &[Entry]) = match sumber.bentuk {
        Dictionary::Keragaan => (KERAGAAN, KERAGAAN_RECAP),
        Dictionary::Umkm => (UMKM, UMKM_RECAP),
        Dictionary::None => (OWN, &[]),
    };
    let overlay: &[&[Entry]] = if recap { &[recap_fields, RECAP_NAMES] } else { &[] };
    let overridden: BTreeSet<&str> = overlay.iter().flat_map(|entries| entries.iter().map(|entry| entry.isian)).collect();
    let mut fields: Vec<FieldInfo> = plain
        .iter()
        .filter(|entry| !(overridden.contains(entry.isian) || recap && NOT_IN_RECAP.contains(&entry.isian)))
        .chain(overlay.iter().flat_map(|entries| entries.iter()))
        .chain(std::iter::once(&TAHUN))
        .map(from_entry)
        .collect();
    for (isian, spec) in &sumber.kolom {
        let jenis = spec.jenis.map(jenis_of);
        match fields.iter_mut().find(|field| &*field.isian == isian) {
            Some(field) => {
                field.aliases = vec![spec.judul.text.clone()];
                field.declared = true;
                if let Some(jenis) = jenis.filter(|jenis| *jenis != field.jenis) {
                    field.jenis = jenis;
                    field.hitungan = false;
                }
            }
            None => fields.push(FieldInfo {
                isian: isian.as_str().into(),
                jenis: jenis.unwrap_or(Jenis::Teks),
                pribadi: looks_personal(isian),
                hitungan: false,
                aliases: vec![spec.judul.text.clone()],
                declared: true,
                is_name: false,
                is_key: false,
            }),
        }
    }
    // A heading that the profile names means that field alone.
    let declared: BTreeSet<String> = sumber.kolom.values().map(|spec| bare(&spec.judul.text)).collect();
    for field in fields.iter_mut().filter(|field| !field.declared) {
        field.aliases.retain(|alias| !declared.contains(&bare(alias)));
    }
    let keys: BTreeSet<&str> = sumber.kunci.iter().map(|key| key.text.as_str()).collect();
    let names = name_fields(sumber, &fields);
    for field in &mut fields {
        field.is_key = keys.contains(&*field.isian);
        field.is_name = names.iter().any(|name| **name == *field.isian);
    }
    fields
}

/// A heading's letters and digits alone; `%rat` is not `rat`.
fn bare(heading: &str) -> String {
    heading.replace('%', "persen").chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Fields of one entity that a recap's headings would only be mistaken for:
/// "Koperasi" is a group heading there, "jenis koperasi" the recap's own name.
const NOT_IN_RECAP: &[&str] = &["nama_koperasi", "nama_usaha", "nama_pemilik", "kelompok_koperasi", "jenis_koperasi", "status"];

/// What names the rows of tables that are of the office's own making.
const USUAL_NAMES: &[&str] = &["kecamatan", "kelurahan", "desa", "wilayah", "kabupaten", "kelompok", "uraian", "jenis", "judul"];

/// The fields that may hold the row's own name, the best first.
pub(crate) fn name_fields(sumber: &Sumber, fields: &[FieldInfo]) -> Vec<Arc<str>> {
    let known = |isian: &str| fields.iter().find(|field| &*field.isian == isian).map(|field| field.isian.clone());
    let is_text = |isian: &Arc<str>| fields.iter().any(|field| field.isian == *isian && field.jenis == Jenis::Teks);
    let key = || sumber.kunci.iter().find_map(|key| known(&key.text));
    if is_recap(sumber) || sumber.bentuk == Dictionary::None {
        let butir = sumber.butir.as_deref().map(|butir| butir.trim().to_lowercase().replace(' ', "_"));
        let own = butir
            .and_then(|butir| known(&butir).or_else(|| known(&format!("nama_{butir}"))).or_else(|| known(recap_name(&butir)?)));
        let declared_name =
            || sumber.kolom.keys().find(|isian| isian.starts_with("nama")).and_then(|isian| known(isian)).filter(&is_text);
        let place = || if sumber.bentuk == Dictionary::None { None } else { known("kecamatan") };
        let is_declared = |isian: &str| sumber.kolom.contains_key(isian);
        let usual = || USUAL_NAMES.iter().filter(|isian| is_declared(isian)).find_map(|isian| known(isian)).filter(&is_text);
        let any_text = || sumber.kolom.keys().filter_map(|isian| known(isian)).find(&is_text);
        // `kab = { judul = "nama_kabupaten_kota" }` in the key names kabupaten, whatever the dictionary calls a region.
        let is_of_butir = |key: &str| {
            let words = |text: &str| spelt_words(&text.replace('_', " "));
            let heading = sumber.kolom.get(key).map(|spec| words(&spec.judul.text)).unwrap_or_default();
            sumber.butir.as_deref().is_some_and(|butir| words(butir).iter().all(|word| heading.contains(word)))
        };
        let by_key = sumber.kunci.iter().filter(|key| is_of_butir(&key.text)).find_map(|key| known(&key.text)).filter(&is_text);
        return by_key
            .or(own)
            .or_else(declared_name)
            .or_else(key)
            .or_else(place)
            .or_else(usual)
            .or_else(any_text)
            .into_iter()
            .collect();
    }
    let names: &[&str] = match sumber.bentuk {
        Dictionary::Keragaan => &["nama_koperasi"],
        _ => &["nama_usaha", "nama_pemilik"],
    };
    names.iter().filter_map(|isian| known(isian)).collect()
}

/// The recap's name column that an office's own word for its rows means.
fn recap_name(butir: &str) -> Option<&'static str> {
    Some(match butir {
        "kabupaten" | "kota" | "kabupaten/kota" | "kabupaten_kota" | "kab/kota" | "kab" | "daerah" | "provinsi" => "wilayah",
        "kec" => "kecamatan",
        "desa" | "kel" | "kelurahan/desa" | "desa/kelurahan" => "kelurahan",
        "jenis" | "jenis_koperasi" | "kelompok_koperasi" => "kelompok",
        "tw" | "bulan" | "periode" | "kuartal" | "semester" => "triwulan",
        _ => return None,
    })
}

/// The fields as the headings' finder wants them; only the `name` given is marked as the name.
pub(crate) fn wanted(fields: &[FieldInfo], name: Option<&str>) -> Vec<Wanted> {
    fields
        .iter()
        .map(|field| Wanted {
            isian: field.isian.clone(),
            aliases: field.aliases.clone(),
            expect: match field.jenis {
                Jenis::Uang => Expect::Money,
                Jenis::Angka => Expect::Number,
                Jenis::Teks => Expect::Text,
                Jenis::Tanggal => Expect::Date,
                Jenis::Tanda => Expect::Mark,
            },
            declared: field.declared,
            is_name: name == Some(&*field.isian),
            is_key: field.is_key,
        })
        .collect()
}

fn from_entry(entry: &Entry) -> FieldInfo {
    FieldInfo {
        isian: entry.isian.into(),
        jenis: entry.jenis,
        pribadi: entry.pribadi,
        hitungan: entry.hitungan,
        aliases: entry.aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        declared: false,
        is_name: false,
        is_key: false,
    }
}

fn jenis_of(jenis: JenisIsian) -> Jenis {
    match jenis {
        JenisIsian::Uang => Jenis::Uang,
        JenisIsian::Angka => Jenis::Angka,
        JenisIsian::Teks => Jenis::Teks,
        JenisIsian::Tanggal => Jenis::Tanggal,
        JenisIsian::Tanda => Jenis::Tanda,
    }
}

/// An office's own field is personal by its name; NIK koperasi and NIB are not.
fn looks_personal(isian: &str) -> bool {
    let words: Vec<&str> = isian.split('_').collect();
    let has = |word: &str| words.contains(&word);
    let phone = ["telepon", "telp", "hp", "wa", "whatsapp"].into_iter().any(has);
    let identity = (has("nik") && !has("koperasi")) || has("ktp") || has("kk");
    phone || identity || has("lahir")
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Office;
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_heading_means_one_field() {
        for (office, butir) in [
            (Office::keragaan(), None),
            (Office::umkm(), None),
            (Office::keragaan(), Some("kecamatan")),
            (Office::umkm(), Some("wilayah")),
        ] {
            let sumber = office.source(|sumber| sumber.butir = butir.map(str::to_owned)).sumber;
            let mut owner: BTreeMap<String, Arc<str>> = BTreeMap::new();
            for field in fields_of(&sumber) {
                for alias in &field.aliases {
                    let before = owner.insert(bare(alias), field.isian.clone());
                    assert!(before.is_none_or(|other| other == field.isian), "{alias} of {}", field.isian);
                }
            }
        }
    }

    #[test]
    fn a_declared_heading_is_taken_from_the_dictionary() {
        let sumber = Office::keragaan().kolom("status_sehat", "Tingkat Kesehatan", Some(JenisIsian::Teks)).sumber;
        let fields = fields_of(&sumber);
        let find = |isian: &str| fields.iter().find(|field| &*field.isian == isian).unwrap();
        assert!(find("status_sehat").declared);
        assert!(!find("tingkat_kesehatan").aliases.iter().any(|alias| bare(alias) == "tingkatkesehatan"));
        assert!(find("nomor_bh").is_key && find("nama_koperasi").is_name);
    }

    #[test]
    fn what_is_personal_is_told_by_the_field() {
        let sumber = Office::umkm().kolom("no_hp_ketua", "HP", None).kolom("nik_pengurus", "NIK Pengurus", None).sumber;
        let personal: Vec<String> =
            fields_of(&sumber).iter().filter(|field| field.pribadi).map(|field| field.isian.to_string()).collect();
        assert_eq!(personal, ["nik", "no_kk", "tanggal_lahir", "telepon", "nik_pengurus", "no_hp_ketua"]);
        assert!(fields_of(&Office::keragaan().sumber).iter().all(|field| field.pribadi == (&*field.isian == "telepon")));
        assert_eq!(butir_of(&sumber).as_deref(), Some("usaha"));
    }
}
