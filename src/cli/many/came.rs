//! What came of each office.

use super::words_id as words;
use crate::cli::status::Status;
use crate::diagnostic::{Temuan, Tingkat};
use crate::office::Office;
use crate::vocabulary::mask_in_text;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// What came of one office.
pub struct Came {
    pub status: Status,
    /// One of the words of [`super::hasil`].
    pub hasil: String,
    /// What `--json` says of it; null where that was not asked for, or it could not be read.
    pub json: Value,
    /// Each indicator's id and figure as shown; none while there is a galat.
    pub angka: Vec<(String, String)>,
    /// How many findings: galat, peringatan, catatan.
    pub temuan: Option<[usize; 3]>,
    /// Its gravest finding, for the list of what is to be done.
    pub gravest: Option<String>,
}

impl Came {
    /// Nothing: the reason is told already.
    pub fn nothing(status: Status) -> Self {
        let hasil = words::hasil::FAILED.to_owned();
        Self { status, hasil, json: Value::Null, angka: Vec::new(), temuan: None, gravest: None }
    }

    /// An office that was read.
    pub fn of(office: &Office, status: Status, hasil: String, json: Value) -> Self {
        // A figure that rests on a galat is none to hand on.
        let headline = if office.has_galat() { Vec::new() } else { office.headline() };
        let angka = headline.into_iter().map(|(id, _, shown)| (id, shown)).collect();
        Self { status, hasil, json, angka, temuan: Some(counts(&office.temuan)), gravest: gravest(&office.temuan) }
    }
}

/// One office with what was said of it.
pub struct Told {
    pub folder: PathBuf,
    pub name: String,
    pub came: Came,
    pub took: Duration,
    pub said: Vec<String>,
}

impl Told {
    pub fn json(&self, several: bool) -> Value {
        let mut value = match &self.came.json {
            // As every command refuses.
            Value::Null => json!({ "folder": self.name, "kesalahan": self.said }),
            value => value.clone(),
        };
        let Some(own) = value.as_object_mut() else { return value };
        // A record stays a record, of several with whose it is; a summary says how it went, as the table does.
        if own.contains_key("schema") {
            own.extend(several.then(|| ("folder".to_owned(), json!(self.name))));
        } else {
            own.insert("hasil".to_owned(), json!(self.came.hasil));
            own.insert("status".to_owned(), json!(self.came.status.code()));
            own.extend(several.then(|| ("detik".to_owned(), json!((self.took.as_secs_f64() * 100.0).round() / 100.0))));
        }
        value
    }
}

/// How many findings: galat, peringatan, catatan.
pub fn counts(temuan: &[Temuan]) -> [usize; 3] {
    [Tingkat::Galat, Tingkat::Peringatan, Tingkat::Catatan]
        .map(|tingkat| temuan.iter().filter(|one| one.tingkat() == tingkat).count())
}

/// The first galat with its place and what to do.
pub fn gravest(temuan: &[Temuan]) -> Option<String> {
    let galat = temuan.iter().find(|one| one.tingkat() == Tingkat::Galat)?;
    let place = [Some(mask_in_text(&galat.at.berkas)), galat.at.lembar.as_deref().map(mask_in_text)];
    let place: Vec<String> = place.into_iter().flatten().chain(galat.at.sel.as_ref().map(ToString::to_string)).collect();
    Some(format!("galat[{}] {}: {} {}", galat.kode().text(), place.join("!"), galat.pesan(), galat.saran()))
}
