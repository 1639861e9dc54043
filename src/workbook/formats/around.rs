//! The texts around a sheet's cells, gathered line by line, and the codes of page headers.

use crate::vocabulary::Around;
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::sheet::{AroundText, Merge};

/// The texts of one sheet so far.
#[derive(Default)]
pub(crate) struct Gathered {
    pub texts: Vec<AroundText>,
}

impl Gathered {
    /// Adds the lines of a text; one that stands there already, or says nothing, is left out.
    ///
    /// # Errors
    /// More text than may be held.
    pub fn add(&mut self, place: Around, cells: Option<Merge>, text: &str, budget: &mut Budget) -> Dibaca<()> {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            // Odd, even and first pages mostly have the same.
            if self
                .texts
                .iter()
                .rev()
                .take(NEAR)
                .any(|known| known.place == place && known.cells == cells && &*known.text == line)
            {
                continue;
            }
            budget.around(line)?;
            self.texts.push(AroundText { place, cells, text: line.into() });
        }
        Ok(())
    }

    /// Adds what a page header or footer says, without its codes.
    ///
    /// # Errors
    /// More text than may be held.
    pub fn add_page(&mut self, place: Around, coded: &str, budget: &mut Budget) -> Dibaca<()> {
        self.add(place, None, &without_codes(coded), budget)
    }
}

/// Among so many texts before it a line is sought, so that thousands cost no more than they are.
const NEAR: usize = 64;

/// A page header's text without what its codes ask for: page numbers, dates, names of files, fonts;
/// each of its sections is lines of its own (ECMA-376 18.3.1.46).
pub(crate) fn without_codes(coded: &str) -> String {
    let mut text = String::new();
    let mut rest = coded;
    while let Some((before, code)) = rest.split_once('&') {
        text.push_str(before);
        let mut chars = code.chars();
        rest = match chars.next() {
            Some('&') => {
                text.push('&');
                chars.as_str()
            }
            Some('L' | 'C' | 'R' | 'l' | 'c' | 'r') => {
                text.push('\n');
                chars.as_str()
            }
            Some('"') => chars.as_str().split_once('"').map_or("", |(_, behind)| behind),
            // A colour: six digits, or a theme's two with its tint.
            Some('K' | 'k') => skipped(chars.as_str(), 6, |c| c.is_ascii_hexdigit() || matches!(c, '+' | '-')),
            Some(digit) if digit.is_ascii_digit() => skipped(code, 3, |c| c.is_ascii_digit()),
            // `&P+1`: the page after this one.
            Some('P' | 'N' | 'p' | 'n') => {
                let behind = chars.as_str();
                let shifted = behind.strip_prefix(['+', '-']).filter(|more| more.starts_with(|c: char| c.is_ascii_digit()));
                shifted.map_or(behind, |more| more.trim_start_matches(|c: char| c.is_ascii_digit()))
            }
            _ => chars.as_str(),
        };
    }
    text.push_str(rest);
    text
}

/// What stands behind at most so many letters of a kind.
fn skipped(text: &str, most: usize, is_own: impl Fn(char) -> bool) -> &str {
    let own = text.chars().take(most).take_while(|c| is_own(*c)).map(char::len_utf8).sum();
    &text[own..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Limits;

    #[test]
    fn codes_of_a_page_header_are_no_text() {
        for (coded, text) in [
            ("&C(Dalam Jutaan Rupiah)", "\n(Dalam Jutaan Rupiah)"),
            ("&L&\"Arial,Bold\"&12DINAS KOPERASI&C&K01+034TAHUN 2020", "\nDINAS KOPERASI\nTAHUN 2020"),
            ("&R&KFF0000&BTARGET&B", "\nTARGET"),
            ("Halaman &P dari &N", "Halaman  dari "),
            ("&P+1 / &N", " / "),
            ("&D &T &F &A &Z&F", "    "),
            ("Simpan && Pinjam", "Simpan & Pinjam"),
            ("&", ""),
            ("&\"tak ditutup", ""),
            ("&8é", "é"),
        ] {
            assert_eq!(without_codes(coded), text, "{coded}");
        }
    }

    #[test]
    fn more_lines_than_anybody_puts_around_a_table_are_refused() {
        let limits = Limits { teks_sekitar: 100, ..Limits::default() };
        let gather = |lines: usize| {
            let mut budget = Budget::new(&limits, 1000);
            let mut gathered = Gathered::default();
            (0..lines).try_for_each(|line| gathered.add(Around::Shape, None, &format!("Catatan {line}"), &mut budget))
        };
        assert!(gather(100).is_ok());
        let told = gather(101).unwrap_err().into_temuan("a.xlsx");
        assert!(told.pesan().contains("jumlah baris teks di luar sel"), "{}", told.pesan());
        assert!(told.saran().contains("teks_sekitar"), "{}", told.saran());
    }

    #[test]
    fn each_line_is_held_once() {
        let mut budget = Budget::new(&Limits::default(), 1000);
        let mut gathered = Gathered::default();
        for text in ["TAHUN 2020\n\n  Rp juta ", "Rp juta", " \r\n"] {
            gathered.add(Around::Header, None, text, &mut budget).unwrap();
        }
        gathered.add(Around::Footer, None, "Rp juta", &mut budget).unwrap();
        let told: Vec<(Around, &str)> = gathered.texts.iter().map(|line| (line.place, &*line.text)).collect();
        assert_eq!(told, [(Around::Header, "TAHUN 2020"), (Around::Header, "Rp juta"), (Around::Footer, "Rp juta")]);
    }
}
