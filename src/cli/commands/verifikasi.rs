//! `iku verifikasi`: the files against their record, and the figures made again
//! from the revision's snapshot.

use super::riwayat::{files_json, signatures, signatures_json};
use crate::cli::args::Verifikasi;
use crate::cli::folders::own_program;
use crate::cli::many::shown;
use crate::cli::revision_words_id as words;
use crate::cli::revisions::{Report, reports};
use crate::cli::status::Status;
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::deliver::{Standing, State};
use crate::office::{self, Again, Place, Recomputed, Step};
use crate::vocabulary::Year;
use serde_json::{Value, json};

pub fn run(asked: &Verifikasi) -> Status {
    let name = shown_name(&asked.folder);
    let reports = match reports(&asked.folder, asked.keluaran.as_deref(), asked.tahun) {
        Ok(reports) => reports,
        Err(status) => return status,
    };
    let mut all: Vec<Value> = Vec::new();
    let mut sound = true;
    for Report { tahun, folder } in &reports {
        let place = Place { report: folder, tahun: *tahun };
        let standings = match office::revisions(place) {
            Ok(standings) => standings,
            Err(trouble) => return tell_trouble(&name, trouble),
        };
        // A record that says nothing vouches for nothing.
        let broken = match office::broken_records(place) {
            Ok(broken) => broken,
            Err(trouble) => return tell_trouble(&name, trouble),
        };
        let missing = match office::missing(place, &standings, &broken) {
            Ok(missing) => missing,
            Err(trouble) => return tell_trouble(&name, trouble),
        };
        for standing in standings {
            let checked = shown(&name, |watch| {
                watch.begins(Step::Compute);
                Checked::of(place, standing)
            });
            sound &= checked.is_sound();
            if asked.json {
                all.push(checked.json());
            } else {
                print(&checked.text());
                all.push(Value::Null);
            }
        }
        let broken = broken.iter().map(|record| words::broken_record(record));
        for why in broken.chain(missing.into_iter().map(|one| words::missing(tahun.0, one))) {
            sound = false;
            if !asked.json {
                print(&format!("{why}\n"));
            }
            all.push(broken_json(*tahun, &why));
        }
    }
    if asked.json {
        print_json(&json!(all));
    }
    if all.is_empty() {
        tell(&words::no_report_yet(&name));
        return Status::Usage;
    }
    tell(&words::verified(&name, sound));
    if sound { Status::Done } else { Status::Galat }
}

/// What is told of a record that cannot be read, in a revision's shape.
fn broken_json(tahun: Year, why: &str) -> Value {
    json!({
        "tahun": tahun.0,
        "revisi": null,
        "utuh": false,
        "berkas": [],
        "tanda_tangan": [],
        "potret_utuh": null,
        "angka": { "sama": null, "berbeda": [], "sebab": why },
    })
}

/// A revision held against its record.
struct Checked {
    standing: Standing,
    /// Its snapshot's state; none where none was recorded.
    potret: Option<State>,
    again: Again,
}

impl Checked {
    fn of(place: Place<'_>, standing: Standing) -> Self {
        let revisi = standing.record.revisi;
        let kept = |sha256: &str| place.shelf().map_or(State::Missing, |shelf| shelf.snapshot_state(revisi, sha256));
        let potret = standing.record.potret.as_ref().map(|potret| kept(&potret.sha256));
        let again = office::again(place, &standing, own_program());
        Self { standing, potret, again }
    }

    fn is_sound(&self) -> bool {
        let covered = |state: &State| match state {
            State::Signed(signed) => signed.is_whole(),
            _ => true,
        };
        self.standing.is_whole()
            && self.standing.files.iter().all(|(_, state)| covered(state))
            && matches!(self.potret, None | Some(State::Intact))
            && matches!(self.again.angka, Recomputed::Same)
            && self.again.catatan.is_empty()
    }

    fn text(&self) -> String {
        let mut lines = vec![words::revision_head(&self.standing.record)];
        lines.extend(self.standing.files.iter().map(|(name, state)| words::file_state(name, state)));
        lines.extend(signatures(&self.standing).into_iter().map(|signature| format!("  {signature}")));
        lines.extend(self.potret.as_ref().map(words::snapshot_state));
        lines.push(words::recomputed(&self.again.angka, office::is_own(&self.standing.record.program)));
        if !matches!(self.again.angka, Recomputed::Impossible(_)) || !self.again.catatan.is_empty() {
            lines.push(words::record_state(&format!("iku-{}.json", self.standing.record.tahun), &self.again.catatan));
        }
        lines.join("\n") + "\n"
    }

    fn json(&self) -> Value {
        let (sama, berbeda, sebab) = match &self.again.angka {
            Recomputed::Same => (Some(true), Vec::new(), None),
            Recomputed::Differ(which) => (Some(false), which.clone(), None),
            Recomputed::Impossible(why) => (None, Vec::new(), Some(why.clone())),
        };
        json!({
            "tahun": self.standing.record.tahun,
            "revisi": self.standing.record.revisi,
            "utuh": self.is_sound(),
            "berkas": files_json(&self.standing),
            "tanda_tangan": signatures_json(&self.standing),
            // Of what cannot be looked at nobody can say either.
            "potret_utuh": self.potret.as_ref().and_then(|state| match state {
                State::Unreadable(_) => None,
                state => Some(*state == State::Intact),
            }),
            "angka": { "sama": sama, "berbeda": berbeda, "sebab": sebab },
            "catatan_berbeda": self.again.catatan,
        })
    }
}
