use super::super::entry;
use super::*;
use crate::profile::parse;

const PROFILE: &str = r#"# Profil kami
[instansi]
nama = "Dinas"      # nama resmi
daerah = "Kota"
[laporan]
tahun = 2023
[penandatangan]
tempat = "Kota"
tanggal = 2024-01-24
jabatan = ["KEPALA"]
nama = "A"

# Dari mana datanya
[sumber.koperasi]
bentuk = "keragaan"
berkas = "data/{tahun}.csv"
kunci = ["nomor_bh"]

[ukuran.usaha_mikro]
rumus = "COUNT(koperasi)"

# Sasaran pertama
[[sasaran]]
uraian = "Satu"
[[sasaran.indikator]]
nama = "Lama"
rumus = "usaha_mikro"
[sasaran.indikator.tercetak]
pembilang = "p"

# Sasaran kedua
[[sasaran]]
uraian = "Dua"
[[sasaran.indikator]]
nama = "Lain"
rumus = "usaha_mikro"

[capaian]   # aturan
turun = "T/R"
"#;

#[test]
fn everything_else_stays_to_the_letter() {
    let added = add(PROFILE, &entry("4").unwrap(), 1).unwrap();
    let new = "\n[[sasaran.indikator]]\nnama   = \"Persentase koperasi aktif\"";
    let (before, after) = added.text.split_once(new).expect(&added.text);
    let rest = after.split_once("\n\n# Sasaran kedua").unwrap();
    assert_eq!(format!("{before}\n# Sasaran kedua{}", rest.1), PROFILE);
    // The office's own source is read, whatever it is called.
    assert!(rest.0.contains("COUNT(koperasi WHERE aktif) / COUNT(koperasi) * 100"), "{}", rest.0);
    assert!(!rest.0.contains("target"), "{}", rest.0);
    let profile = parse(&added.text).unwrap();
    assert_eq!(profile.sasaran[0].indikator[1].nama, "Persentase koperasi aktif");
    assert_eq!(profile.sasaran[0].indikator[0].tercetak.as_ref().unwrap().pembilang, "p");
    assert_eq!(added.indikator, ["Persentase koperasi aktif"]);
    assert!(matches!(add(&added.text, &entry("4").unwrap(), 2), Err(AddError::There { .. })));
    assert_eq!(add(PROFILE, &entry("4").unwrap(), 4), Err(AddError::NoSuchGoal { ada: 2 }));
}

#[test]
fn a_measure_of_that_name_is_not_taken_for_another() {
    let added = add(PROFILE, &entry("17").unwrap(), 2).unwrap();
    assert!(added.text.contains("[ukuran.usaha_mikro_2]\n") && added.text.contains("naik_kelas[n] / usaha_mikro_2[n-1]"));
    assert_eq!(added.sumber, ["umkm"]);
    let profile = parse(&added.text).unwrap();
    assert_eq!(profile.ukuran[0].rumus.as_ref().unwrap().text, "COUNT(koperasi)");
    let twice = add(&added.text, &entry("3").unwrap(), 3).unwrap();
    assert!(twice.text.contains("[[sasaran]]\nuraian = \"…\"\n"), "{}", twice.text);
}

#[test]
fn a_recap_by_kecamatan_is_no_list_of_koperasi() {
    let own = PROFILE.replace("sumber.koperasi", "sumber.keragaan").replace("COUNT(koperasi)", "COUNT(keragaan)");
    let added = add(&own, &entry("8").unwrap(), 1).unwrap();
    assert!(added.sumber == ["keragaan_kecamatan"], "{:?}", added.sumber);
    assert!(added.text.contains("SUM(keragaan_kecamatan.kinerja_baik)"), "{}", added.text);
    assert!(added.text.contains("[sumber.keragaan_kecamatan.kolom]"), "{}", added.text);
    let profile = parse(&added.text).unwrap();
    assert_eq!(profile.sumber.len(), 2);
    // A second entry upon the recap finds it.
    let other = PROFILE.replace("bentuk = \"keragaan\"", "bentuk = \"keragaan\"\nbutir = \"kecamatan\"");
    assert!(add(&other, &entry("8").unwrap(), 1).unwrap().sumber.is_empty());
}

#[test]
fn a_measure_upon_measures_names_those_it_came_with() {
    // The office counts its own `wirausaha`: the catalogue's is another's.
    let own = PROFILE.replace("[ukuran.usaha_mikro]", "[ukuran.wirausaha]").replace("\"usaha_mikro\"", "\"wirausaha\"");
    let added = add(&own, &entry("15").unwrap(), 2).unwrap();
    assert!(added.ukuran.contains(&"wirausaha_2".to_owned()), "{:?}", added.ukuran);
    assert!(!added.text.contains("\"wirausaha / "), "{}", added.text);
    assert!(
        added.text.contains("wirausaha_2 / angkatan_kerja") || added.text.contains("wirausaha_2[n] / angkatan_kerja"),
        "{}",
        added.text
    );
}

#[test]
fn no_measure_is_put_in_anothers_place() {
    for first in super::super::entries() {
        for second in super::super::entries() {
            let Ok(once) = add(PROFILE, first, 2) else { continue };
            let Ok(twice) = add(&once.text, second, 2) else { continue };
            let (before, after): (DocumentMut, DocumentMut) = (once.text.parse().unwrap(), twice.text.parse().unwrap());
            for (nama, measure) in before["ukuran"].as_table().unwrap() {
                assert_eq!(after["ukuran"][nama].to_string(), measure.to_string(), "{nama}: {} then {}", first.nama, second.nama);
            }
        }
    }
}

#[test]
fn values_from_outside_are_asked_for_and_moved_to_the_report_year() {
    let added = add(PROFILE, &entry("15").unwrap(), 2).unwrap();
    assert!(added.text.contains("tetapan = { 2022 = \"…\", 2023 = \"…\" }"), "{}", added.text);
    assert!(!added.text.contains("12000") && added.text.contains("asal    = \"…\""), "{}", added.text);
    assert_eq!(added.isi.len(), 2);
    assert!(parse(&added.text).is_err(), "what is asked for is no value yet");
}

#[test]
fn every_entry_goes_into_every_kind_of_profile() {
    for entry in super::super::entries() {
        for text in [PROFILE, &PROFILE.replace('\n', "\r\n"), &format!("\u{feff}{PROFILE}")] {
            let added = add(text, entry, 2).unwrap_or_else(|error| panic!("{}: {error:?}", entry.nama));
            assert_eq!(
                added.text.matches("\r\n").count(),
                if text.contains('\r') { added.text.matches('\n').count() } else { 0 }
            );
            assert_eq!(added.text.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
            let filled = added.text.replace("\"…\"", "\"1\"");
            if let Err(errors) = parse(&filled) {
                let only_scores = errors.iter().all(|error| error.pesan().contains("predikat"));
                assert!(only_scores, "{}: {errors:?}", entry.nama);
            }
        }
    }
}
