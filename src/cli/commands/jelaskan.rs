//! `iku jelaskan ID`: a figure down to its cells, or what a finding means.

use crate::cli::args::Jelaskan;
use crate::cli::folders::read_office;
use crate::cli::look_words_id as look_words;
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::words_id as words;
use crate::cli::{bacaan, explanation, manual_page, views_json};

pub fn run(asked: &Jelaskan) -> Status {
    if manual_page::is_figure(&asked.id) {
        return figure(asked);
    }
    match manual_page::manual(&asked.id) {
        Ok(page) if asked.json => {
            print_json(&serde_json::json!({ "kode": asked.id.trim().to_lowercase(), "teks": page }));
            Status::Done
        }
        Ok(page) => {
            print(&page);
            Status::Done
        }
        Err(words) => {
            tell(&words);
            Status::Usage
        }
    }
}

/// `iku jelaskan 1.1`: the figure on standard output, what is doubtful on standard error.
fn figure(asked: &Jelaskan) -> Status {
    let name = shown_name(&asked.folder);
    let office = match read_office(&asked.folder, &name, asked.tahun) {
        Ok(office) => office,
        Err(status) => return status,
    };
    let Some(explanation) = office.explain(asked.id.trim(), asked.semua) else {
        let ids: Vec<&str> = office.figures.indikator.iter().map(|figure| figure.id.as_str()).collect();
        tell(&words::unknown_indicator(asked.id.trim(), &ids));
        return Status::Usage;
    };
    let read = office.bacaan_of(&explanation);
    if asked.json {
        print_json(&views_json::explanation(&explanation));
    } else {
        print(&explanation::text(&explanation));
    }
    if !read.is_empty() && !asked.json {
        print(&format!("\n{}\n{}", look_words::bacaan::TITLE, bacaan::text(read)));
    }
    if office.has_galat() {
        tell(&temuan::show(&office.temuan, Shown::default()));
        tell(&words::doubtful(&name, &temuan::tally(&office.temuan)));
        return Status::Galat;
    }
    Status::Done
}
