//! What a number format code says of the numbers under it: date, percent or plain.
//!
//! The codes are those of ECMA-376 18.8.30 and 18.8.31; the reading follows
//! calamine's, and sees percent too.

use crate::text::label::words;
use crate::text::{is_unit, money_unit};
use crate::workbook::sheet::{NumberStyle, OddShow};

/// A number format as far as reading needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum CellFormat {
    #[default]
    General,
    Percent,
    Date,
    /// An elapsed time, `[h]:mm`: no day of a calendar.
    Elapsed,
    /// A multiple is shown: see [`NumberStyle::Scaled`].
    Scaled {
        power: i8,
    },
    /// Shown as something else than it is: see [`NumberStyle::Odd`].
    Odd(OddShow),
}

impl CellFormat {
    pub(crate) fn style(self) -> NumberStyle {
        match self {
            CellFormat::General => NumberStyle::General,
            CellFormat::Percent => NumberStyle::Percent,
            CellFormat::Date | CellFormat::Elapsed => NumberStyle::Date,
            CellFormat::Scaled { power } => NumberStyle::Scaled { power },
            CellFormat::Odd(show) => NumberStyle::Odd(show),
        }
    }

    /// The format of a number whose text has the colour of what is behind it.
    pub(crate) fn unless_unseen(self, is_unseen: bool) -> Self {
        if is_unseen && self == CellFormat::General { CellFormat::Odd(OddShow::Unseen) } else { self }
    }

    pub(crate) fn is_date(self) -> bool {
        matches!(self, CellFormat::Date | CellFormat::Elapsed)
    }

    /// Whether the number counts days of the calendar (an elapsed time does not).
    pub(crate) fn is_calendar(self) -> bool {
        self == CellFormat::Date
    }

    /// A format number without a code of its own.
    pub(crate) fn builtin(id: u32) -> Self {
        match id {
            9 | 10 => CellFormat::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => CellFormat::Date,
            46 => CellFormat::Elapsed,
            _ => CellFormat::General,
        }
    }

    /// A format code. The first section that shows a number decides: one of
    /// literals alone (`[=0]"-";dd/mm/yyyy`) says nothing of the rest.
    pub(crate) fn of_code(code: &str) -> Self {
        if code.starts_with(';') {
            return CellFormat::Odd(OddShow::Unseen);
        }
        let mut rest = code;
        let mut says_anything = false;
        loop {
            let section = Section::read(rest);
            if let Some(format) = section.format {
                return format;
            }
            says_anything |= section.says_anything;
            if section.shows_number || section.after.is_empty() {
                // `"ada"`, `"-"`: the same whatever the number is.
                let is_unseen = !section.shows_number && says_anything;
                return if is_unseen { CellFormat::Odd(OddShow::Unseen) } else { CellFormat::General };
            }
            rest = section.after;
        }
    }
}

/// One section of a code, up to its semicolon.
struct Section<'a> {
    format: Option<CellFormat>,
    /// Digit places or `General` or `@` stand in it.
    shows_number: bool,
    /// Its literals show something.
    says_anything: bool,
    after: &'a str,
}

impl<'a> Section<'a> {
    fn read(code: &'a str) -> Self {
        let mut chars = code.char_indices();
        let (mut format, mut shows_number, mut percent) = (None, false, false);
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
                    // `[$Rp-421]`, `[$$-409]`: the currency stands before the dash.
                    scale.words.extend(inside.strip_prefix('$').and_then(|money| money.split('-').next()));
                    let lower = inside.to_ascii_lowercase();
                    let first = lower.chars().next();
                    if matches!(first, Some('h' | 'm' | 's')) && lower.chars().all(|char| Some(char) == first) {
                        format = format.or(Some(CellFormat::Elapsed));
                    }
                }
                ';' => {
                    let format = format.or(percent.then_some(CellFormat::Percent)).or(scale.format(shows_number));
                    let format = format.or(sign.format(shows_number));
                    return Self { format, shows_number, says_anything: scale.says_anything(), after: &code[at + 1..] };
                }
                '(' | ')' | '-' | '$' | '€' => {
                    sign.sees(char, shows_number);
                    scale.words.extend(matches!(char, '$' | '€').then_some(char));
                }
                '~' | '<' | '>' | '=' | '±' | '≈' | '≤' | '≥' => scale.says(char, shows_number),
                '+' if shows_number => scale.says(char, shows_number),
                '%' => percent = true,
                '0' | '#' | '?' | '@' => shows_number = true,
                'd' | 'D' | 'm' | 'M' | 'h' | 'H' | 'y' | 'Y' | 's' | 'S' => format = format.or(Some(CellFormat::Date)),
                'a' | 'A' if begins(&code[at..], "am/pm") || begins(&code[at..], "a/p") => {
                    format = format.or(Some(CellFormat::Date))
                }
                'g' | 'G' if begins(&code[at..], "general") => shows_number = true,
                _ => {}
            }
        }
        let format = format.or(percent.then_some(CellFormat::Percent)).or(scale.format(shows_number));
        let format = format.or(sign.format(shows_number));
        Self { format, shows_number, says_anything: scale.says_anything(), after: "" }
    }
}

/// The sign that a section's literals put on its number: the first section's on
/// positive ones, which have none.
#[derive(Default)]
struct ShownSign {
    is_minus: bool,
    opens: bool,
    closes: bool,
}

impl ShownSign {
    fn sees(&mut self, char: char, after_number: bool) {
        self.is_minus |= matches!(char, '-' | '−') && !after_number;
        self.opens |= char == '(' && !after_number;
        self.closes |= char == ')' && after_number;
    }

    fn format(&self, shows_number: bool) -> Option<CellFormat> {
        let is_negative = self.is_minus || self.opens && self.closes;
        (shows_number && is_negative).then_some(CellFormat::Odd(OddShow::Negative))
    }
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
}

impl ShownScale {
    fn sees(&mut self, char: char) {
        match char {
            '0' | '#' | '?' => (self.commas, self.after_digit) = (0, true),
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

    fn format(&self, shows_number: bool) -> Option<CellFormat> {
        let divides = self.divides.saturating_add(self.commas);
        let named = named_power(&self.words);
        if shows_number && is_foreign(&self.words) {
            return Some(CellFormat::Odd(OddShow::Foreign));
        }
        // `0"0"` shows ten times what is stored.
        let named = named.or((self.said_behind > 0).then_some(self.said_behind));
        if shows_number && (self.said_before || is_altered(&self.words)) {
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

/// The power of ten that literals name: `" juta"`, `"Rp"0" M"`, or typed noughts, `#,##0".000"`.
fn named_power(literals: &str) -> Option<i8> {
    let words = words(literals);
    let is_money = words.iter().any(|word| matches!(word.as_str(), "rp" | "rupiah" | "idr"));
    words.iter().find_map(|word| match word.as_str() {
        "ribu" | "ribuan" | "rb" => Some(3),
        "k" if literals.contains('K') => Some(3),
        "juta" | "jutaan" | "jt" => Some(6),
        "miliar" | "milyar" | "miliaran" | "milyaran" => Some(9),
        "m" if is_money || literals.contains('M') => Some(9),
        "triliun" | "trilyun" | "triliunan" => Some(12),
        "t" if is_money || literals.contains('T') => Some(12),
        _ => {
            let noughts = word.len();
            let is_thousands = word.bytes().all(|byte| byte == b'0') && noughts.is_multiple_of(3) && noughts <= 12;
            is_thousands.then_some(noughts as i8)
        }
    })
}

/// Anything but a currency and a scale: a sign of about, a unit that no money has, any
/// other word: `±`, `#,##0"+"`, `ca.`, `%`, `orang`, `per bulan`.
pub(crate) fn is_altered(literals: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '.' | ',' | '-' | '–' | '(' | ')' | ':');
    literals.chars().any(is_sign) || !words(literals).iter().all(|word| is_of_money(word)) || is_counted(literals)
}

/// A currency, a scale, or noughts: what a literal may say of an amount without altering it.
fn is_of_money(word: &str) -> bool {
    let is_scale = || named_power(word).is_some() || matches!(word, "k" | "m" | "t");
    matches!(word, "rp" | "rupiah" | "idr" | "dalam" | "dlm") || word.bytes().all(|byte| byte == b'0') || is_scale()
}

/// Literals that are nothing but a unit of what is counted, weighed or measured.
fn is_counted(literals: &str) -> bool {
    !words(literals).is_empty() && is_unit(literals) && money_unit(literals).is_none()
}

/// `US$`, `USD`, `$`, `€`: money, and no rupiah.
pub(crate) fn is_foreign(literals: &str) -> bool {
    literals.contains(['$', '€', '£', '¥'])
        || words(literals).iter().any(|word| matches!(word.as_str(), "usd" | "sgd" | "eur" | "myr" | "sar" | "jpy"))
}

/// Whether the text begins with this ASCII word, in any case.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for code in [
            "DD/MM/YY",
            "H:MM:SS;@",
            "m\"M\"d\"D\";@",
            "[$-404]e\"x\"m\"x\"d\"x\"",
            "ha/p\\\\m",
            "*-yyyy-mm-dd",
            "[$-421]dd mmmm yyyy",
            "[$-421]d\\ mmmm\\ yyyy;@",
            "dd\\-mm\\-yyyy",
            "h:mm AM/PM",
            "[=0]\"-\";dd/mm/yyyy",
            "mmm-yy",
            "[Red]dd/mm/yyyy",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        ] {
            assert_eq!(CellFormat::of_code(code), CellFormat::Date, "{code}");
        }
        for code in ["[h]:mm:ss", "[h]", "[ss]", "[s].000", "[mm]", "[Blue]\\+[h]:mm;[Red]\\-[h]:mm", "[>=100][Magenta][s].00"] {
            assert_eq!(CellFormat::of_code(code), CellFormat::Elapsed, "{code}");
        }
    }

    #[test]
    fn numbers() {
        for code in [
            "General",
            "0_ ;[Red]\\-0\\ ",
            "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-",
            "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)",
            "#,##0;-#,##0",
            "#,##0_);(#,##0)",
            "#,##0\"-\"",
            "\"Rp \"#,##0\",-\"",
            "[>=100][Magenta].00",
            "[>=100][Magenta]General",
            "#,##0*y",
            "*-#,##0",
            "\"Rp\"#,##0",
            "_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-;_-\"Rp\"* \"-\"_-;_-@_-",
            "@",
            "",
            "[$Rp-421]#,##0.00",
            "[Hijau]0",
            "\"",
            "[",
            "\\",
        ] {
            assert_eq!(CellFormat::of_code(code), CellFormat::General, "{code}");
        }
    }

    #[test]
    fn multiples_that_are_shown() {
        for (code, power) in [
            ("#,##0,", -3),
            ("#,##0,,", -6),
            ("0.0,,", -6),
            ("#,##0.0\" M\"", 9),
            ("#,##0\" T\"", 12),
            ("#,##0,,\" juta\"", 0),
            ("#,##0,\" ribu\"", 0),
            ("#,##0\" juta\"", 6),
            ("#,##0\\ \\j\\u\\t\\a", 6),
            ("\"Rp \"#,##0.0\" jt\"", 6),
            ("\"Rp\"0\" M\"", 9),
            ("#,##0\".000\"", 3),
            ("#,##0,\" juta\"", 3),
            ("#,##0\"0\"", 1),
            ("0\\0", 1),
            ("#,##0\"00\"", 2),
            ("#,##0\"K\"", 3),
            ("_(* #,##0,_);_(* (#,##0,);_(* \"-\"??_)", -3),
        ] {
            assert_eq!(CellFormat::of_code(code), CellFormat::Scaled { power }, "{code}");
        }
        for code in ["#,##0", "#,##0.00", "\"Rp \"#,##0\",-\"", "#,##0\",00\"", "0\" m\"", "0,000", "#,##0_,"] {
            assert_eq!(CellFormat::of_code(code), CellFormat::General, "{code}");
        }
    }

    #[test]
    fn numbers_shown_as_something_else() {
        for (code, show) in [
            ("(#,##0)", OddShow::Negative),
            ("0\" koperasi\"", OddShow::Altered),
            ("#,##0.00\\ _M\"H\"_);[Red]#,##0.00\\ _M\"S\"_)", OddShow::Altered),
            ("0\"x\"*d", OddShow::Altered),
            ("#,##0\\ [$\\u20bd-46D]", OddShow::Altered),
            ("#,##0\"+\"", OddShow::Altered),
            ("#,##0+", OddShow::Altered),
            ("#,##0\" juta per bulan\"", OddShow::Altered),
            ("\"Y: \"0.00\"m\"", OddShow::Altered),
            ("#,##0\"?\"", OddShow::Altered),
            ("\"target \"#,##0", OddShow::Altered),
            ("\\(#,##0\\)", OddShow::Negative),
            ("\"(\"#,##0\")\"", OddShow::Negative),
            ("-#,##0", OddShow::Negative),
            ("\"-\"#,##0", OddShow::Negative),
            ("\"Rp\"-#,##0", OddShow::Negative),
            (";;;", OddShow::Unseen),
            (";;;@", OddShow::Unseen),
            ("\"ada\"", OddShow::Unseen),
            ("\"v\";\"x\"", OddShow::Unseen),
            ("\"-\"", OddShow::Unseen),
            ("0\\%", OddShow::Altered),
            ("0.0\"%\"", OddShow::Altered),
            ("#,##0\" orang\"", OddShow::Altered),
            ("General\" kg\"", OddShow::Altered),
            ("\"±\"#,##0", OddShow::Altered),
            ("~#,##0", OddShow::Altered),
            ("\"ca. \"#,##0", OddShow::Altered),
            ("\"1\"#,##0", OddShow::Altered),
            ("[$$-409]#,##0.00", OddShow::Foreign),
            ("\"US$\" #,##0", OddShow::Foreign),
            ("\"USD \"#,##0", OddShow::Foreign),
            ("[$€-2] #,##0", OddShow::Foreign),
        ] {
            assert_eq!(CellFormat::of_code(code), CellFormat::Odd(show), "{code}");
        }
    }

    #[test]
    fn percents() {
        for code in ["0%", "0.00%", "0.0%;-0.0%", "_(* 0%_)", "#,##0.00 %", "[Red]0%", "0%;\"-\"", "General%"] {
            assert_eq!(CellFormat::of_code(code), CellFormat::Percent, "{code}");
        }
        assert_eq!(CellFormat::builtin(10), CellFormat::Percent);
        assert_eq!(CellFormat::builtin(14), CellFormat::Date);
        assert_eq!(CellFormat::builtin(46), CellFormat::Elapsed);
        assert_eq!(CellFormat::builtin(44), CellFormat::General);
    }
}
