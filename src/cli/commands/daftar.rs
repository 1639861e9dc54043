//! `iku daftar`: the catalogue of usual indicators.

use crate::cli::args::Daftar;
use crate::cli::catalog_words_id as words;
use crate::cli::status::Status;
use crate::cli::terminal::{print, print_json};
use crate::profile::entries;

pub fn run(asked: &Daftar) -> Status {
    if asked.json {
        let all: Vec<_> =
            entries().iter().map(|entry| serde_json::json!({ "nama": entry.nama, "judul": entry.judul() })).collect();
        print_json(&serde_json::json!(all));
        return Status::Done;
    }
    let width = entries().iter().map(|entry| entry.nama.len()).max().unwrap_or(0);
    for entry in entries() {
        print(&format!("{:width$}  {}\n", entry.nama, entry.judul()));
    }
    print(&format!("\n{}\n", words::HOW_TO_ADD));
    Status::Done
}
