//! `iku jelaskan ID`: a figure down to its cells, or what a finding means.

use crate::cli::args::Jelaskan;
use crate::cli::folders::{own_program, read_office, report_folder};
use crate::cli::look_words_id as look_words;
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::cli::words_id as words;
use crate::cli::{bacaan, explanation, manual_page, revision_words_id as revision_words, views_json};
use crate::office::{self, Office, Place};
use crate::vocabulary::Year;

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

/// The office as a revision saw it.
fn published(asked: &Jelaskan, name: &str, revisi: u32) -> Result<Office, Status> {
    let told = |trouble| tell_trouble(name, trouble);
    let tahun = asked.tahun.map_or_else(|| office::report_year(&asked.folder), |tahun| Ok(Year(tahun))).map_err(told)?;
    let report = report_folder(&asked.folder, tahun);
    if !report.is_dir() {
        tell(&revision_words::no_report_yet(name));
        return Err(Status::Usage);
    }
    let opened = office::open_revision(Place { report: &report, tahun }, revisi, own_program()).map_err(told)?;
    if !opened.unlike.is_empty() {
        tell(&revision_words::unlike_record(name, revisi, &opened.unlike, opened.by_own));
    }
    Ok(opened.office)
}

/// `iku jelaskan 1.1`: the figure on standard output, what is doubtful on standard error.
fn figure(asked: &Jelaskan) -> Status {
    let name = shown_name(&asked.folder);
    let office = match asked.revisi {
        Some(revisi) => published(asked, &name, revisi),
        None => read_office(&asked.folder, &name, asked.tahun),
    };
    let office = match office {
        Ok(office) => office,
        Err(status) => return status,
    };
    let report = report_folder(&asked.folder, office.tahun());
    let differs = if asked.revisi.is_none() { office.differs_from_report(&report, asked.id.trim()) } else { None };
    let Some(explanation) = office.explain(asked.id.trim(), asked.semua) else {
        let ids: Vec<&str> = office.figures.indikator.iter().map(|figure| figure.id.as_str()).collect();
        tell(&words::unknown_indicator(asked.id.trim(), &ids));
        return Status::Usage;
    };
    let read = office.bacaan_of(&explanation);
    if asked.json {
        let mut told = views_json::explanation(&explanation);
        told["laporan"] = serde_json::json!(differs);
        print_json(&told);
    } else {
        if let Some(differs) = &differs {
            print(&format!("{}\n\n", revision_words::differs_from_report(asked.id.trim(), differs)));
        }
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
