//! One section of a number format code: what it makes of the numbers that it is for.

use super::CellFormat;
use super::literals::{is_altered, is_foreign, named_power};
use crate::text::label::words;
use crate::text::limit::names_a_plan;
use crate::workbook::sheet::OddShow;

/// One section of a code, up to its semicolon.
pub(super) struct Section<'a> {
    /// What it makes of a number above zero, where that is no plain number.
    pub format: Option<CellFormat>,
    /// Digit places or `General` or `@` stand in it.
    pub shows_number: bool,
    /// It is for texts: `@` stands in it.
    pub is_of_text: bool,
    /// Its literals show something.
    pub says_anything: bool,
    /// It tells that its number is below zero: a minus, a parenthesis, red, `rugi`.
    pub is_negative: bool,
    /// Nothing but the sign is odd in it.
    pub is_plain_but_sign: bool,
    /// What stands in brackets as its condition: `<0`, `>=1000`.
    pub condition: Option<&'a str>,
    after: &'a str,
}

impl<'a> Section<'a> {
    /// The sections of a code, in order.
    pub(super) fn all(code: &'a str) -> Vec<Self> {
        let mut sections = vec![Section::read(code)];
        while let Some(after) = sections.last().map(|section| section.after).filter(|after| !after.is_empty()) {
            sections.push(Section::read(after));
        }
        // `#,##0;`: nothing is shown of what is below zero.
        if code.ends_with(';') {
            sections.push(Section::read(""));
        }
        sections
    }

    /// A plain number, where it shows one.
    pub(super) fn plain(&self) -> Option<CellFormat> {
        self.shows_number.then_some(CellFormat::General)
    }

    fn read(code: &'a str) -> Self {
        let mut chars = code.char_indices();
        let (mut format, mut shows_number, mut percent) = (None, false, false);
        let (mut is_of_text, mut condition, mut after) = (false, None, "");
        let (mut scale, mut sign) = (ShownScale::default(), ShownSign::default());
        while let Some((at, char)) = chars.next() {
            scale.sees(char);
            match char {
                // The next character is a literal: escaped, a width, a fill.
                '\\' => {
                    let literal = chars.next().map(|(_, char)| char);
                    if let Some(literal) = literal {
                        sign.sees(literal, shows_number);
                        scale.says(literal, shows_number);
                    }
                }
                '_' | '*' => drop(chars.next()),
                '"' => {
                    let literal: String = chars.by_ref().map(|(_, char)| char).take_while(|char| *char != '"').collect();
                    literal.chars().for_each(|char| sign.sees(char, shows_number));
                    scale.words.push(' ');
                    literal.chars().for_each(|char| scale.says(char, shows_number));
                    scale.words.push(' ');
                }
                '[' => {
                    let inside: String = chars.by_ref().map(|(_, char)| char).take_while(|char| *char != ']').collect();
                    let own = &code[at + 1..at + 1 + inside.len()];
                    condition = condition.or(inside.starts_with(['<', '>', '=']).then_some(own));
                    sign.is_coloured |= is_red(&inside);
                    // `[$Rp-421]`, `[$$-409]`: the currency stands before the dash.
                    scale.words.extend(inside.strip_prefix('$').and_then(|money| money.split('-').next()));
                    let lower = inside.to_ascii_lowercase();
                    let first = lower.chars().next();
                    if matches!(first, Some('h' | 'm' | 's')) && lower.chars().all(|char| Some(char) == first) {
                        format = format.or(Some(CellFormat::Elapsed));
                    }
                }
                ';' => {
                    after = &code[at + 1..];
                    break;
                }
                '(' | ')' | '-' | '$' | '€' => {
                    sign.sees(char, shows_number);
                    scale.words.extend(matches!(char, '$' | '€').then_some(char));
                }
                '~' | '<' | '>' | '=' | '±' | '≈' | '≤' | '≥' => scale.says(char, shows_number),
                '+' if shows_number => scale.says(char, shows_number),
                '%' => percent = true,
                '0' | '#' | '?' => shows_number = true,
                '@' => (shows_number, is_of_text) = (true, true),
                'd' | 'D' | 'm' | 'M' | 'h' | 'H' | 'y' | 'Y' | 's' | 'S' => format = format.or(Some(CellFormat::Date)),
                'a' | 'A' if begins(&code[at..], "am/pm") || begins(&code[at..], "a/p") => {
                    format = format.or(Some(CellFormat::Date))
                }
                'g' | 'G' if begins(&code[at..], "general") => shows_number = true,
                _ => {}
            }
        }
        let scaled = format.or(percent.then_some(CellFormat::Percent)).or(scale.format(shows_number));
        let is_plain_but_sign = scaled.is_none() || scale.says_sign_alone() && scaled == Some(CellFormat::Odd(OddShow::Altered));
        Self {
            format: scaled.or(sign.format(shows_number)),
            shows_number,
            is_of_text,
            says_anything: scale.says_anything(),
            is_negative: sign.is_any() || scale.says_sign(),
            is_plain_but_sign,
            condition,
            after,
        }
    }
}

/// The colour that amounts below zero have.
fn is_red(inside: &str) -> bool {
    let name = inside.to_ascii_lowercase();
    matches!(name.as_str(), "red" | "merah" | "color3" | "color 3" | "warna3" | "warna 3")
}

/// The sign that a section's literals put on its number: the first section's on
/// positive ones, which have none.
#[derive(Default)]
struct ShownSign {
    is_minus: bool,
    opens: bool,
    closes: bool,
    /// A minus right behind the number: `#,##0-`, and no `,-`.
    trails: bool,
    is_behind_comma: bool,
    is_coloured: bool,
}

impl ShownSign {
    fn sees(&mut self, char: char, after_number: bool) {
        self.is_minus |= is_minus(char) && !after_number;
        self.opens |= char == '(' && !after_number;
        self.closes |= char == ')' && after_number;
        self.trails |= is_minus(char) && after_number && !self.is_behind_comma;
        self.is_behind_comma = char == ',';
    }

    /// Whether anything says that the number is below zero.
    fn is_any(&self) -> bool {
        self.is_minus || self.opens || self.closes || self.trails || self.is_coloured
    }

    fn format(&self, shows_number: bool) -> Option<CellFormat> {
        let is_negative = self.is_minus || self.opens && self.closes;
        (shows_number && is_negative).then_some(CellFormat::Odd(OddShow::Negative))
    }
}

/// A minus, as it is typed.
fn is_minus(char: char) -> bool {
    matches!(char, '-' | '−' | '–' | '—' | '‐' | '‑' | '﹣' | '－')
}

/// Arrows that point down.
const DOWNWARDS: [char; 3] = ['▼', '▽', '↓'];

/// A word for an amount below zero.
fn is_loss(word: &str) -> bool {
    matches!(word, "rugi" | "kerugian" | "minus" | "min" | "mines" | "loss" | "defisit" | "negatif" | "turun")
}

/// What a section divides its number by, and the scale its literals name.
#[derive(Default)]
struct ShownScale {
    /// Commas behind the last digit place so far: each divides by a thousand,
    /// unless a further digit place makes a separator of thousands of it.
    commas: i8,
    /// Commas that do divide.
    divides: i8,
    after_digit: bool,
    words: String,
    /// Digits that are said before the number, and right behind it.
    said_before: bool,
    said_behind: i8,
    /// Anything but digits was said behind the number.
    is_behind: bool,
    /// A comma parts its thousands, and a typed dot or comma stands between its digits too: `#,##0\.000`.
    is_grouped: bool,
    has_mark: bool,
    is_marked: bool,
}

impl ShownScale {
    fn sees(&mut self, char: char) {
        match char {
            '0' | '#' | '?' => {
                self.is_grouped |= self.commas > 0;
                self.is_marked |= self.has_mark;
                (self.commas, self.after_digit) = (0, true);
            }
            ',' if self.after_digit => self.commas = self.commas.saturating_add(1),
            _ => {
                self.divides = self.divides.saturating_add(std::mem::take(&mut self.commas));
                self.after_digit = false;
            }
        }
    }

    /// A literal's character, before the number or behind it.
    fn says(&mut self, char: char, after_number: bool) {
        self.words.push(char);
        self.has_mark |= after_number && matches!(char, '.' | ',');
        match (char.is_ascii_digit(), after_number) {
            (true, false) => self.said_before |= char != '0',
            (true, true) if !self.is_behind => self.said_behind = self.said_behind.saturating_add(1),
            (false, true) => self.is_behind = true,
            _ => {}
        }
    }

    fn says_anything(&self) -> bool {
        self.words.chars().any(|char| !char::is_whitespace(char))
    }

    /// `rugi`, `▼`: a word or an arrow of what is below zero, whatever stands beside it.
    fn says_sign(&self) -> bool {
        words(&self.words).iter().any(|word| is_loss(word)) || self.words.contains(DOWNWARDS)
    }

    /// Such a word or arrow, and nothing else but a currency.
    fn says_sign_alone(&self) -> bool {
        let rest: Vec<String> = words(&self.words).into_iter().filter(|word| !is_loss(word)).collect();
        self.says_sign() && !is_altered(&rest.join(" ")) && !is_foreign(&self.words)
    }

    fn format(&self, shows_number: bool) -> Option<CellFormat> {
        let divides = self.divides.saturating_add(self.commas);
        let named = named_power(&self.words);
        if shows_number && is_foreign(&self.words) {
            return Some(CellFormat::Odd(OddShow::Foreign));
        }
        // `0"0"` shows ten times what is stored.
        let named = named.or((self.said_behind > 0).then_some(self.said_behind));
        let is_cut = self.is_grouped && self.is_marked;
        if shows_number && names_a_plan(&self.words) {
            return Some(CellFormat::Odd(OddShow::Planned));
        }
        if shows_number && (self.said_before || is_cut || is_altered(&self.words)) {
            return Some(CellFormat::Odd(OddShow::Altered));
        }
        if !shows_number || divides == 0 && named.is_none() {
            return None;
        }
        // Division alone shows a smaller number, and no word says so.
        let power = named.unwrap_or(0).saturating_sub(divides.saturating_mul(3));
        Some(CellFormat::Scaled { power })
    }
}

/// Whether the text begins with this ASCII word, in any case.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}
