//! The figures that lines state, each with the words that say what it is: `Jumlah Anggota | : | 9.999 | orang`,
//! `Volume usaha koperasi tahun 2021 sebesar Rp 7.123.456.789 dari 17 koperasi`.

use super::heading::scale_word;
use super::label::{spelt_words, stated_year};
use super::lexicon::{TOTALS, WHOLE};
use super::{NumberText, is_number_text, read_number};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What words lead to a total and change nothing of what it is of.
const LEADS: &[&str] = &[
    "banyak",
    "banyaknya",
    "totalnya",
    "sebanyak",
    "sebesar",
    "senilai",
    "adalah",
    "ialah",
    "yaitu",
    "mencapai",
    "rp",
    "rupiah",
    "idr",
    "dari",
    "dan",
    "dengan",
    "terdiri",
    "atas",
    "serta",
    "ket",
    "keterangan",
    "catatan",
    "tahun",
    "terdapat",
    "ada",
    "dalam",
];
/// Those of them that say a whole by themselves.
const OF_A_WHOLE: &[&str] =
    &["banyak", "banyaknya", "totalnya", "sebanyak", "sebesar", "senilai", "mencapai", "dari", "terdapat"];
/// What a figure may be of, behind it.
const UNITS: &[&str] =
    &["orang", "org", "jiwa", "unit", "buah", "rupiah", "rp", "koperasi", "umkm", "ukm", "ikm", "usaha", "pelaku"];

/// A figure that is stated.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct StatedFigure {
    /// The words before it that say what it is, without those that lead to a total.
    pub words: BTreeSet<String>,
    /// Its unit's words.
    pub unit: BTreeSet<String>,
    /// Multiplied by the scale that is said behind it.
    pub value: Decimal,
    /// What its last digit is worth: figures are rounded to it. One without a scale.
    pub step: Decimal,
    /// The year that its words name.
    pub year: Option<Year>,
    /// The pieces of its words and of its number.
    pub label: usize,
    pub piece: usize,
    /// Its words say that it is of a whole: `Jumlah`, `sebesar`.
    pub is_led: bool,
    /// So many figures stand for the same words.
    pub alike: usize,
}

/// A piece of a line: a cell.
pub(crate) enum Piece<'t> {
    Text(&'t str),
    Number(Decimal),
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(String),
    Number {
        value: Decimal,
        decimals: u32,
        scale: Option<u64>,
    },
    Year(Year),
    /// The end of a part of the line, or of a cell.
    Break,
    Cell,
}

/// The words of a label or of a field's name without those that lead to a total, and without words of scale.
pub(crate) fn bare_words(text: &str) -> BTreeSet<String> {
    let is_bare = |word: &String| !is_lead(word) && scale_word(word).is_none();
    spelt_words(text).into_iter().filter(is_bare).collect()
}

/// The figures of a line, from left to right.
pub(crate) fn stated_figures(pieces: &[Piece]) -> Vec<StatedFigure> {
    let tokens = tokens(pieces);
    let mut found: Vec<StatedFigure> = Vec::new();
    // What stands behind the last figure and is its own.
    let mut from = 0;
    for (at, (token, piece)) in tokens.iter().enumerate() {
        let Token::Number { value, decimals, scale: own_scale } = token else { continue };
        let Some(Behind { unit, scale, tokens: own }) = behind(&tokens[at + 1..]) else { continue };
        let scale = scale.or(*own_scale);
        let Before { words, year, place: label, is_led } = before(&tokens[from..at]);
        let is_second = tokens[from..at].iter().all(|(token, _)| matches!(token, Token::Cell));
        from = at + 1 + own;
        let factor = Decimal::from(scale.unwrap_or(1));
        // The scale in the number's own cell is in its value already.
        let value = if own_scale.is_some() { Some(*value) } else { value.checked_mul(factor) };
        let Some(value) = value else { continue };
        let step = factor.checked_div(Decimal::from(10_u64.pow((*decimals).min(9)))).unwrap_or(factor);
        if words.is_empty() && unit.is_empty() && label.is_none() {
            // A second figure of the words before the first.
            let is_of_next = matches!(tokens[at + 1..], [(Token::Cell, _), (Token::Word(_), _), ..]);
            if let Some(last) = found.last_mut().filter(|last| is_second && !is_of_next && last.unit.is_empty()) {
                last.alike += 1;
            }
            continue;
        }
        found.push(StatedFigure {
            words,
            unit,
            value,
            step,
            year,
            label: label.unwrap_or(*piece),
            piece: *piece,
            is_led,
            alike: 1,
        });
    }
    found
}

/// What stands behind a number and is its own, and in how many tokens.
struct Behind {
    unit: BTreeSet<String>,
    scale: Option<u64>,
    tokens: usize,
}

/// The unit's words and the scale behind a number; none where words there make it another thing.
fn behind(after: &[(Token, usize)]) -> Option<Behind> {
    let (mut unit, mut scale) = (BTreeSet::new(), None);
    let (mut cells, mut own) = (0, 0);
    for (at, (token, _)) in after.iter().enumerate() {
        match token {
            Token::Word(word) if scale_word(word).is_some() && unit.is_empty() => {
                scale = scale_word(word);
                own = at + 1;
            }
            Token::Word(word) if UNITS.contains(&word.as_str()) => {
                unit.insert(word.clone());
                own = at + 1;
            }
            // Another cell's words, or those that lead to the next figure.
            Token::Word(_) if cells > 0 => break,
            Token::Word(word) if is_lead(word) => break,
            Token::Word(_) | Token::Year(_) => return None,
            Token::Cell if cells == 0 && unit.is_empty() => cells += 1,
            Token::Number { .. } if cells == 0 => return None,
            _ => break,
        }
    }
    Some(Behind { unit, scale, tokens: own })
}

/// What stands before a number.
struct Before {
    words: BTreeSet<String>,
    year: Option<Year>,
    /// The piece where its words are.
    place: Option<usize>,
    is_led: bool,
}

/// What stands before a number; a cell of `Rp` or `:` alone is passed over.
fn before(tokens: &[(Token, usize)]) -> Before {
    let (mut words, mut year, mut place) = (Vec::new(), None, None);
    let mut says = false;
    for (token, piece) in tokens.iter().rev() {
        match token {
            Token::Word(word) => {
                // `Rp` and `sebesar` say nothing of themselves.
                says |= !is_lead(word) || TOTALS.contains(&word.as_str());
                if says || place.is_some() {
                    place = Some(*piece);
                }
                words.push(word.clone());
            }
            Token::Year(own) if year.is_none() => year = Some(*own),
            Token::Cell if !says => {}
            Token::Year(_) | Token::Break | Token::Cell | Token::Number { .. } => break,
        }
    }
    words.reverse();
    let is_led = words.iter().any(|word| [TOTALS, WHOLE, OF_A_WHOLE].iter().any(|list| list.contains(&word.as_str())));
    Before { words: bare_words(&words.join(" ")), year, place, is_led }
}

fn is_lead(word: &str) -> bool {
    [TOTALS, WHOLE, LEADS].iter().any(|list| list.contains(&word))
}

fn tokens(pieces: &[Piece]) -> Vec<(Token, usize)> {
    let mut tokens = Vec::new();
    for (piece, own) in pieces.iter().enumerate() {
        match own {
            Piece::Number(value) => tokens.push((Token::Number { value: *value, decimals: value.scale(), scale: None }, piece)),
            Piece::Text(text) => match read_number(text) {
                NumberText::Value(read) if !read.percent && is_number_text(text) => {
                    let scale = read.scale;
                    let decimals = if scale.is_some() { decimals_of(text) } else { read.value.scale() };
                    tokens.push((Token::Number { value: read.value, decimals, scale }, piece));
                    // `9.999 orang`.
                    tokens.extend(read.unit.map(|unit| (Token::Word(unit.to_lowercase()), piece)));
                }
                _ => of_text(text, piece, &mut tokens),
            },
        }
        tokens.push((Token::Cell, piece));
    }
    tokens
}

/// So many digits stand behind a text's last comma.
fn decimals_of(text: &str) -> u32 {
    let behind = text.rsplit_once(',').map_or("", |(_, behind)| behind);
    behind.bytes().take_while(u8::is_ascii_digit).count() as u32
}

fn of_text(text: &str, piece: usize, tokens: &mut Vec<(Token, usize)>) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let length = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
            let number = rest[..length].trim_end_matches(['.', ',']);
            // A comma behind it parts what follows.
            let is_part = rest[number.len()..].starts_with(',');
            tokens.push((number_token(number), piece));
            if is_part {
                tokens.push((Token::Break, piece));
            }
            length
        } else if first.is_alphabetic() {
            let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            tokens.extend(spelt_words(&rest[..length]).into_iter().map(|word| (Token::Word(word), piece)));
            length
        } else {
            match first {
                ',' | ';' | '(' | ')' | '[' | ']' | '|' | '\n' => tokens.push((Token::Break, piece)),
                '%' => tokens.push((Token::Word("persen".to_owned()), piece)),
                _ => {}
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
}

fn number_token(number: &str) -> Token {
    if let Some(year) = stated_year(number) {
        return Token::Year(year);
    }
    match read_number(number) {
        NumberText::Value(read) => Token::Number { value: read.value, decimals: read.value.scale(), scale: None },
        NumberText::TwoWays { id, .. } => Token::Number { value: id.value, decimals: id.value.scale(), scale: None },
        _ => Token::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `words=value` of each figure, units in brackets.
    fn stated(line: &str) -> Vec<String> {
        let pieces = line.split('|').map(str::trim);
        let pieces = pieces.map(|text| text.parse().map_or(Piece::Text(text), Piece::Number)).collect::<Vec<Piece>>();
        let join = |words: &BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join(" ");
        let shown = |own: &StatedFigure| format!("{}={}[{}]", join(&own.words), own.value.normalize(), join(&own.unit));
        stated_figures(&pieces).iter().filter(|own| own.alike == 1).map(shown).collect()
    }

    #[test]
    fn what_a_line_states() {
        for (line, figures) in [
            ("Jumlah Koperasi | : | 17 | unit", &["koperasi=17[unit]"][..]),
            ("2 | Jumlah Anggota | 9999 | orang | 3 | Volume Usaha | 12", &["anggota=9999[orang]", "usaha volume=12[]"]),
            ("Total Volume Usaha | : | Rp 7.394.050.428", &["usaha volume=7394050428[]"]),
            ("Total Volume Usaha | : | Rp | 7394050428", &["usaha volume=7394050428[]"]),
            ("Total Volume Usaha : Rp 7.394.050.428", &["usaha volume=7394050428[]"]),
            ("Jumlah Anggota : 9.999 orang", &["anggota=9999[orang]"]),
            ("Vol. usaha sebesar Rp 7,4 miliar", &["usaha volume=7400000000[]"]),
            (
                "Volume usaha koperasi tahun 2021 sebesar Rp 7.123.456.789 dari 17 koperasi",
                &["koperasi usaha volume=7123456789[]", "=17[koperasi]"],
            ),
            ("Keterangan: jumlah koperasi aktif 12, tidak aktif 5", &["aktif koperasi=12[]", "aktif tidak=5[]"]),
            // A day, a share, an age, several figures of one label.
            ("Volume usaha per 31 Desember 2021", &[]),
            ("Anggota naik 12 %", &[]),
            ("Jumlah Anggota | 2300 | 2459", &[]),
            ("KOPERASI TAHUN 2021", &[]),
        ] {
            assert_eq!(stated(line), figures, "{line}");
        }
    }
}
