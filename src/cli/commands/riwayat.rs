//! `iku riwayat`: the revisions of a folder, one line each.

use crate::cli::args::Riwayat;
use crate::cli::revision_words_id as words;
use crate::cli::revisions::{Report, reports};
use crate::cli::status::Status;
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::deliver::{Standing, State};
use crate::office::{self, Place};
use serde_json::{Value, json};

pub fn run(asked: &Riwayat) -> Status {
    let name = shown_name(&asked.folder);
    let reports = match reports(&asked.folder, asked.keluaran.as_deref(), asked.tahun) {
        Ok(reports) => reports,
        Err(status) => return status,
    };
    let mut all: Vec<Value> = Vec::new();
    let mut status = Status::Done;
    for Report { tahun, folder } in &reports {
        let place = Place { report: folder, tahun: *tahun };
        let (standings, broken) = match office::revisions(place).and_then(|all| Ok((all, office::broken_records(place)?))) {
            Ok(found) => found,
            Err(trouble) => return tell_trouble(&name, trouble),
        };
        let missing = match office::missing(place, &standings, &broken) {
            Ok(missing) => missing,
            Err(trouble) => return tell_trouble(&name, trouble),
        };
        for standing in standings {
            if asked.json {
                all.push(as_json(&standing));
            } else {
                print(&format!("{}\n", words::revision_line(&standing.record, &signatures(&standing))));
                all.push(Value::Null);
            }
        }
        for record in broken {
            status = Status::Galat;
            let why = words::broken_record(&record);
            tell(&format!("{name}: {why}"));
            all.push(json!({ "tahun": tahun.0, "revisi": null, "catatan": record, "kesalahan": why }));
        }
        for one in missing {
            status = Status::Galat;
            let why = words::missing(tahun.0, one);
            tell(&format!("{name}: {why}"));
            all.push(json!({ "tahun": tahun.0, "revisi": null, "catatan": null, "kesalahan": why }));
        }
    }
    if asked.json {
        print_json(&json!(all));
    } else if all.is_empty() {
        tell(&words::no_report_yet(&name));
    }
    status
}

/// What the papers of a revision bear, as far as they tell.
pub fn signatures(standing: &Standing) -> Vec<String> {
    let mut told = Vec::new();
    for (name, state) in &standing.files {
        if let State::Signed(signed) = state {
            told.extend(signed.signatures.iter().map(|signature| words::signature(signature, signed.ours)));
            match signed.changes.as_slice() {
                [] if signed.signatures.is_empty() => told.push(words::appended(name)),
                [] => {}
                changes => told.push(words::changed_since(name, changes)),
            }
        }
    }
    told
}

fn as_json(standing: &Standing) -> Value {
    let record = &standing.record;
    let indikator = record
        .indikator
        .iter()
        .map(|one| json!({ "id": one.id, "nama": one.nama, "nilai": one.nilai, "tampil": one.tampil, "satuan": one.satuan }));
    json!({
        "tahun": record.tahun,
        "revisi": record.revisi,
        "tanggal": record.tanggal,
        "alasan": record.alasan,
        "program": record.program,
        "folder": standing.folder.display().to_string(),
        "indikator": indikator.collect::<Vec<_>>(),
        "perubahan": record.perubahan.last().filter(|last| last.revisi == record.revisi),
        // Of a print that is signed with a pen it is not known.
        "ditandatangani": if standing.is_signed() || !words::signs_on_paper(record) { Some(standing.is_signed()) } else { None },
        "tanda_tangan": signatures_json(standing),
        "berkas": files_json(standing),
    })
}

pub fn signatures_json(standing: &Standing) -> Value {
    let signed =
        standing.files.iter().filter_map(|(_, state)| if let State::Signed(signed) = state { Some(signed) } else { None });
    let one = |one: &crate::deliver::Signature| {
        let nama = one.nama.as_ref().or(one.tertulis.as_ref());
        json!({ "nama": nama, "nama_tertulis": one.tertulis, "waktu": one.waktu, "mencakup_seluruhnya": one.mencakup })
    };
    json!(signed.flat_map(|signed| signed.signatures.iter().map(one)).collect::<Vec<_>>())
}

pub fn files_json(standing: &Standing) -> Value {
    let one = |(name, state): &(String, State)| {
        let mut told = json!({ "berkas": name, "keadaan": words::state(state) });
        if let State::Signed(signed) = state
            && !signed.changes.is_empty()
        {
            told["perubahan"] = json!(signed.changes.iter().map(words::change).collect::<Vec<_>>());
        }
        told
    };
    json!(standing.files.iter().map(one).collect::<Vec<_>>())
}
