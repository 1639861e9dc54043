//! The summary's files: rendered, and put in their place together. What stands
//! under their names and is not as this program left it (signed, edited, another's) is kept in `arsip/lain-N/`.

use super::document::document;
use super::model::{Rekap, SCHEMA};
use crate::deliver::{self, Change, Disk, Lock, LuaranRecord, Output, Real, sha256_hex};
use crate::office::Trouble;
use crate::render::{pdf, xlsx};
use crate::vocabulary::{Tanggal, told_json};
use serde::Deserialize;
use std::path::Path;

/// How it ended.
pub enum Done {
    /// The files that stand say the same.
    Unchanged,
    /// Where what stood there is kept now: name and new path.
    Written { kept: Vec<(String, String)> },
}

/// What is read of an earlier summary.
#[derive(Deserialize)]
struct Earlier {
    schema: String,
    #[serde(default)]
    luaran: Vec<LuaranRecord>,
}

/// Renders the summary into `target`; the files bear this date. Gives the summary with its files' hashes.
///
/// # Errors
/// A page that cannot be made, or a file that cannot be written.
pub fn write(mut rekap: Rekap, date: Tanggal, target: &Path) -> Result<(Rekap, Done), Trouble> {
    let document = document(&rekap, date).map_err(|error| Trouble::Template(error.to_string()))?;
    let failed = |error: pdf::RenderError| Trouble::Page(error.to_string());
    let composed = pdf::compose(&document).map_err(failed)?;
    let xlsx = xlsx::fill(&document, composed.part_pages()).and_then(|filled| filled.save(None))?;
    let pdf = composed.draw(&[]).map_err(failed)?.bytes;
    let name = |ending: &str| format!("rekap-{}.{ending}", rekap.tahun);
    let names = [name("pdf"), name("xlsx"), name("json")];
    let luaran = |name: &String, bytes: &[u8]| LuaranRecord { berkas: name.clone(), sha256: sha256_hex(bytes) };
    rekap.luaran = Some(vec![luaran(&names[0], &pdf), luaran(&names[1], &xlsx)]);
    let json = bytes(&rekap)?;
    Real.make_folder(target).map_err(|error| deliver::DeliverError::unwritten(target, error))?;
    let _lock = Lock::wait(target)?;
    deliver::recover(target)?;
    let files: [&[u8]; 3] = [&pdf, &xlsx, &json];
    let stands = |(name, bytes): (&String, &&[u8])| deliver::is_as_recorded(target, &luaran(name, bytes));
    if names.iter().zip(&files).all(stands) {
        return Ok((rekap, Done::Unchanged));
    }
    let earlier = deliver::read_beside(target, &names[2]).and_then(|bytes| serde_json::from_slice::<Earlier>(&bytes).ok());
    let earlier = earlier.filter(|earlier| earlier.schema == SCHEMA);
    let own = |name: &String| match &earlier {
        Some(_) if *name == names[2] => true,
        Some(earlier) => earlier.luaran.iter().any(|file| file.berkas == *name && deliver::is_as_recorded(target, file)),
        None => false,
    };
    let apart = deliver::strangers_folder(target)?;
    let mut kept: Vec<(String, String)> = Vec::new();
    for name in &names {
        if deliver::is_there(target, name)? && !own(name) {
            kept.push((name.clone(), format!("{apart}/{name}")));
        }
    }
    let new = names.iter().zip(files).map(|(name, bytes)| Output { name, bytes }).collect();
    deliver::replace(&Real, target, &Change { new, kept: kept.clone() })?;
    Ok((rekap, Done::Written { kept }))
}

/// The summary as its record holds it: indented JSON with a line feed at its end, personal data masked.
fn bytes(rekap: &Rekap) -> Result<Vec<u8>, Trouble> {
    let text = serde_json::to_string_pretty(rekap).map_err(|error| Trouble::Write(error.to_string()))?;
    Ok((told_json(&text) + "\n").into_bytes())
}
