//! What became of each office, as a table, and what is to be done where it failed.

use super::came::Told;
use super::words_id as words;
use crate::cli::status::Status;
use std::time::Duration;

/// So many figures of an office stand in the table.
const FIGURES: usize = 4;
/// The columns after the first are at most so wide, in characters.
const WIDEST: usize = 48;

/// The table of all offices, what each that failed asks for, and the whole in one line.
pub fn table(offices: &[Told], took: Duration) -> String {
    let mut rows: Vec<[String; 5]> = vec![words::COLUMNS.map(str::to_owned)];
    rows.extend(offices.iter().map(row));
    let width = |column: usize| {
        let most = if column == 0 { usize::MAX } else { WIDEST };
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).min(most)
    };
    let widths: [usize; 5] = std::array::from_fn(width);
    let mut lines = vec![String::new()];
    for row in &rows {
        let cell = |(text, width): (&String, usize)| format!("{text:width$}");
        lines.push(row.iter().zip(widths).map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned());
    }
    let failed: Vec<&Told> = offices.iter().filter(|told| told.came.status != Status::Done).collect();
    let to_do: Vec<&&Told> = failed.iter().filter(|told| told.came.status != Status::Stopped).collect();
    if !to_do.is_empty() {
        lines.push(String::new());
        lines.push(words::to_do(to_do.len()));
    }
    for told in to_do {
        let reason = told.came.gravest.clone().unwrap_or_else(|| words::first_line(&told.said));
        let more = told.came.temuan.map_or(0, |[galat, ..]| galat.saturating_sub(1));
        lines.push(words::one_to_do(&told.name, &reason, more, &told.folder.display().to_string()));
    }
    lines.push(String::new());
    lines.push(words::whole(offices.len(), failed.len(), took));
    lines.join("\n")
}

fn row(told: &Told) -> [String; 5] {
    let came = &told.came;
    let mut angka: Vec<String> = came.angka.iter().take(FIGURES).map(|(id, shown)| format!("{id} = {shown}")).collect();
    if came.angka.len() > FIGURES {
        angka.push(words::more_figures(came.angka.len() - FIGURES));
    }
    let temuan = came.temuan.map_or_else(|| "-".to_owned(), words::counts);
    [told.name.clone(), came.hasil.clone(), cut(&angka.join("; ")), temuan, words::seconds(told.took)]
}

/// A cell that would push the others off the screen is cut.
fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST {
        return if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    }
    text.chars().take(WIDEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::super::came::Came;
    use super::*;
    use serde_json::Value;

    fn told(name: &str, status: Status, said: &[&str]) -> Told {
        let came =
            Came { angka: vec![("1.1".to_owned(), "8,18 %".to_owned())], temuan: Some([0, 2, 1]), ..Came::nothing(status) };
        let said = said.iter().map(|line| (*line).to_owned()).collect();
        Told {
            folder: name.into(),
            name: name.to_owned(),
            came: Came { json: Value::Null, ..came },
            took: Duration::from_millis(1240),
            said,
        }
    }

    #[test]
    fn a_failed_office_stands_in_the_table_and_among_what_is_to_be_done() {
        let offices = [
            told("kab-a", Status::Done, &[]),
            told("kab-b", Status::Usage, &["iku.toml, baris 3: keliru\n  lagi", "kab-b: perlu"]),
        ];
        let text = table(&offices, Duration::from_secs(75));
        assert!(text.contains("kab-a") && text.contains("1.1 = 8,18 %") && text.contains("1,2 dtk"), "{text}");
        assert!(text.contains("kab-b: iku.toml, baris 3: keliru\n"), "{text}");
        assert!(text.contains("1 menit 15 detik"), "{text}");
        assert_eq!(text.matches("kab-a").count(), 1, "what is done asks for nothing: {text}");
    }

    #[test]
    fn long_cells_are_cut() {
        assert_eq!(cut(&"x".repeat(60)).chars().count(), WIDEST);
        assert_eq!(cut(""), "-");
    }
}
