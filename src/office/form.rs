//! Which cells of the official form a profile leaves empty.

use crate::diagnostic::{FormulirBelumLengkap, SelFormulir, Temuan};
use crate::indicator::PROFILE_FILE;
use crate::profile::{Penandatangan, Profile};
use crate::vocabulary::At;

/// One finding of all the empty cells, where there are any.
pub(super) fn incomplete(profile: &Profile) -> Option<Temuan> {
    let mut kosong = Vec::new();
    let has = |text: &Option<String>| text.as_deref().is_some_and(is_word);
    let any = |texts: &[String]| !texts.is_empty() && texts.iter().all(|text| is_word(text));
    let mut wants = |is_there: bool, nama: String, kunci: &str| {
        if !is_there {
            kosong.push(SelFormulir { nama, kunci: kunci.to_owned() });
        }
    };
    let instansi = &profile.instansi;
    wants(has(&instansi.visi), "VISI".to_owned(), "[instansi] visi");
    wants(any(&instansi.misi), "MISI".to_owned(), "[instansi] misi");
    wants(has(&instansi.tujuan), "TUJUAN".to_owned(), "[instansi] tujuan");
    wants(has(&instansi.tugas), "TUGAS".to_owned(), "[instansi] tugas");
    wants(any(&instansi.fungsi), "FUNGSI".to_owned(), "[instansi] fungsi");
    for (number, sasaran) in (1..).zip(&profile.sasaran) {
        wants(is_word(&sasaran.uraian), format!("sasaran {number}"), "[[sasaran]] uraian");
        for indikator in &sasaran.indikator {
            let of = |what: &str| format!("{what} indikator {}", indikator.id);
            wants(has(&indikator.penjelasan), of("penjelasan"), "[[sasaran.indikator]] penjelasan");
            wants(has(&indikator.sumber_data), of("sumber data"), "[[sasaran.indikator]] sumber_data");
            wants(has(&indikator.penanggung_jawab), of("penanggung jawab"), "[[sasaran.indikator]] penanggung_jawab");
            let printed = indikator
                .tercetak
                .as_ref()
                .is_none_or(|printed| is_word(&printed.pembilang) && printed.penyebut.as_deref().is_none_or(is_word));
            wants(printed, of("rumus tercetak"), "[sasaran.indikator.tercetak]");
        }
    }
    for signer in profile.penandatangan.iter().filter(|signer| !is_elected(signer)) {
        let of = |what: &str| format!("{what} {}", signer.nama);
        wants(has(&signer.pangkat), of("pangkat"), "[penandatangan] pangkat");
        wants(signer.nip.is_some(), of("NIP"), "[penandatangan] nip");
    }
    kosong.dedup();
    (!kosong.is_empty()).then(|| Temuan::new(At::file(PROFILE_FILE), FormulirBelumLengkap { kosong }))
}

/// Whether a text says something: the `…` of a new profile does not.
fn is_word(text: &str) -> bool {
    text.chars().any(|c| !matches!(c, '…' | '.') && !c.is_whitespace())
}

/// Heads of a region have neither rank nor NIP.
fn is_elected(signer: &Penandatangan) -> bool {
    let jabatan = signer.jabatan.first().map(|line| line.to_uppercase()).unwrap_or_default();
    ["BUPATI", "WALIKOTA", "WALI KOTA", "WAKIL BUPATI", "WAKIL WALI", "GUBERNUR"].iter().any(|head| jabatan.starts_with(head))
}
