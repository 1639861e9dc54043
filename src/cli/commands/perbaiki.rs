//! `iku periksa --perbaiki`: asks finding by finding, and writes the answers
//! into `iku.toml`.

use crate::cli::ask::Asker;
use crate::cli::jendela::Windows;
use crate::cli::repair_words_id as words;
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::tell;
use crate::cli::trouble::tell_profile;
use crate::cli::words_id;
use crate::dataset::Jenis;
use crate::deliver::{self, Output};
use crate::diagnostic::{Kode, Tempel, Temuan, Terima, Tingkat};
use crate::office::Office;
use crate::profile::{self, AnswerError};
use crate::text::{DateText, MarkText, is_number_text, read_date, read_mark};
use std::path::Path;

/// What came of the questions.
pub struct Repaired {
    pub status: Status,
    /// How many answers stand in the profile now.
    pub written: usize,
}

/// What was answered to one finding.
enum Answer {
    Write(Tempel),
    Skip,
    Stop,
}

/// Asks about each finding that the profile can settle, galat first.
pub fn run(office: &Office, folder: &Path, asker: &mut Asker) -> Repaired {
    let mut open: Vec<&Temuan> = office.temuan.iter().filter(|one| one.tingkat() != Tingkat::Catatan).collect();
    open.sort_by_key(|one| one.tingkat());
    let windows = Windows::of(&office.temuan, |berkas| office.workbook(berkas));
    let mut written = Vec::new();
    let askable: Vec<(&Temuan, Vec<Tempel>)> =
        open.into_iter().map(|one| (one, one.tempel())).filter(|(_, ways)| !ways.is_empty()).collect();
    if askable.is_empty() {
        tell(words::NOTHING_TO_ASK);
    }
    'asking: for (index, (one, ways)) in askable.iter().enumerate() {
        if is_answered(one, ways, &written) {
            continue;
        }
        tell(&words::count(index + 1, askable.len()));
        tell(&temuan::show_alone(one, Shown { catatan: true, windows: Some(&windows) }));
        loop {
            match ask(office, one, ways, asker) {
                Answer::Stop => break 'asking,
                Answer::Skip => break,
                Answer::Write(tempel) => match write(folder, &tempel) {
                    Ok(()) => {
                        tell(&words::written(&tempel));
                        written.push(tempel);
                        break;
                    }
                    // That answer cannot be written: it is asked for again.
                    Err(NotWritten::Answer) => {}
                    Err(NotWritten::Profile(status)) => return Repaired { status, written: written.len() },
                },
            }
        }
    }
    tell(&words::done(written.len()));
    Repaired { status: Status::Done, written: written.len() }
}

/// Whether an answer to another finding answers this one too; of a file that nobody read it is not known any
/// more once `berkas` has changed.
fn is_answered(one: &Temuan, ways: &[Tempel], written: &[Tempel]) -> bool {
    let names_files = |tempel: &Tempel| tempel.baris.iter().any(|line| line.starts_with("berkas = "));
    let is_unread = one.kode() == Kode::BerkasTidakDibaca && written.iter().any(names_files);
    is_unread || ways.iter().any(|way| written.contains(way))
}

/// Which way, and what belongs in its blanks.
fn ask(office: &Office, one: &Temuan, ways: &[Tempel], asker: &mut Asker) -> Answer {
    let question = words::which(ways);
    loop {
        let Some(answer) = asker.ask(&question) else { return Answer::Stop };
        match answer.to_lowercase().as_str() {
            "" | "l" | "lewati" => return Answer::Skip,
            "s" | "selesai" | "k" | "keluar" => return Answer::Stop,
            choice => match choice.parse::<usize>().ok().and_then(|number| ways.get(number.checked_sub(1)?)) {
                Some(way) => match filled(office, one, way, asker) {
                    Some(filled) => return Answer::Write(filled),
                    None => tell(words::NOT_FILLED),
                },
                None => tell(&words::no_choice(&answer)),
            },
        }
    }
}

/// The way with its blanks (`…`) filled in; none where one was left blank that may not be.
fn filled(office: &Office, one: &Temuan, way: &Tempel, asker: &mut Asker) -> Option<Tempel> {
    let mut baris = Vec::new();
    for line in &way.baris {
        let (offered, line) = match line.strip_prefix("# ") {
            Some(line) => (true, line.split("   #").next().unwrap_or(line).trim_end()),
            None => (false, line.as_str()),
        };
        let key = line.split(" = ").next().unwrap_or(line);
        if offered && !line.contains(BLANK) {
            // A line that may be added as it is.
            if asker.ask(&words::add(line, one.kode().terima())).is_some_and(|answer| is_yes(&answer)) {
                baris.push(line.to_owned());
            }
            continue;
        }
        let mut line = line.to_owned();
        while line.contains(BLANK) {
            let question = words::value(key, one.kode().terima(), offered);
            let answer = loop {
                let answer = asker.ask_text(&question);
                match answer.as_deref().and_then(|text| unfit(office, one, key, text)) {
                    Some(why) => tell(&why),
                    None => break answer,
                }
            };
            match answer {
                Some(text) => line = line.replacen(BLANK, &profile::toml_text(&text), 1),
                None if offered => break,
                None => return None,
            }
        }
        if !line.contains(BLANK) {
            baris.push(line);
        }
    }
    Some(Tempel { bagian: way.bagian.clone(), baris })
}

/// Why a text cannot stand there: characters that no profile takes, or in a cell of numbers, marks or dates none of these.
fn unfit(office: &Office, one: &Temuan, key: &str, text: &str) -> Option<String> {
    if text.chars().any(char::is_control) {
        return Some(words::HIDDEN.to_owned());
    }
    let is_content = key == "nilai" && matches!(one.kode().terima(), Terima::Nilai | Terima::Tetap);
    let kind = office.kind_at(&one.at).filter(|_| is_content)?;
    let fits = match kind {
        Jenis::Uang | Jenis::Angka => is_number_text(text),
        Jenis::Tanda => matches!(read_mark(text), MarkText::Yes | MarkText::No),
        Jenis::Tanggal => matches!(read_date(text), DateText::Date(_)),
        Jenis::Teks => true,
    };
    (!fits).then(|| words::not_such(kind, text))
}

/// Why an answer does not stand in the profile.
enum NotWritten {
    /// It cannot be written as it is; told.
    Answer,
    /// The profile cannot be read or written; told.
    Profile(Status),
}

/// What a pasted line leaves to be written.
const BLANK: &str = "\"…\"";

fn is_yes(answer: &str) -> bool {
    ["y", "ya", "yes"].contains(&answer.to_lowercase().as_str())
}

/// Writes the answer into the profile, which must be none the worse for it.
fn write(folder: &Path, tempel: &Tempel) -> Result<(), NotWritten> {
    let _lock = deliver::Lock::wait(folder).ok();
    let text = profile::read_text(folder).map_err(|error| NotWritten::Profile(tell_profile(folder, &[error], "")))?;
    let new = profile::answer(&text, tempel).map_err(|error| {
        tell(&match error {
            AnswerError::Syntax => words::not_toml(tempel),
            AnswerError::Shape { bagian } => words::shape(&bagian),
        });
        NotWritten::Answer
    })?;
    if let Err(errors) = profile::parse_in(&new, folder) {
        tell(words::WOULD_BE_WRONG);
        tell_profile(folder, &errors, &new);
        return Err(NotWritten::Answer);
    }
    deliver::deliver(folder, &[Output { name: profile::FILE_NAME, bytes: new.as_bytes() }]).map(drop).map_err(|error| {
        tell(&words_id::cannot_write(words_id::PROFILE, &error.to_string()));
        NotWritten::Profile(Status::Usage)
    })
}
