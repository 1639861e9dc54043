//! Yes/no marks: one text alone, and what a column's other signs make of it.

use super::clean::{clean, is_blank};
use crate::profile::Tanda;

/// What a text in a mark column says by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkText {
    Yes,
    No,
    /// `x`: a no beside a sign of yes, else nobody knows.
    Cross,
    /// `Y`, `A`, `T`, `TA`: a letter for a word, sure beside its other half.
    Letter(Half),
    /// A blank cell (or `…`, `n/a`, `t.a.d`, `belum lapor`): nothing is said.
    Missing,
    NotAMark,
}

/// Half of a pair that stands for two words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Half {
    /// `Y`: ya, beside `T` or `N`.
    Y,
    /// `T`: tidak.
    T,
    /// `A`: aktif, beside `TA`.
    A,
    /// `TA`: tidak aktif.
    Ta,
    /// `S`: sudah, beside a whole word for no.
    S,
    /// `B`: belum, beside a whole word.
    B,
}

/// Reads one text: signs (`1`, `v`, `✓`) and words (`ya`, `sudah`, `ada`, `aktif`;
/// `-`, `0`, `tidak`, `belum`, `nihil`). Any other text is refused.
pub fn read_mark(text: &str) -> MarkText {
    let squeezed = squeezed(text);
    match squeezed.as_str() {
        "1" | "v" | "ü" | "þ" | "✓" | "✔" | "√" | "☑" | "✅" | "ya" | "iya" | "aktif" | "ada" | "sudah" | "sdh" | "udah"
        | "telah" | "yes" | "true" => MarkText::Yes,
        "-" | "--" | "0" | "tidak" | "tdk" | "tidakaktif" | "tdkaktif" | "tdk.aktif" | "nonaktif" | "non-aktif" | "tidakada"
        | "pasif" | "tdkada" | "tdk.ada" | "belum" | "blm" | "belumada" | "blmada" | "nihil" | "nol" | "✗" | "✘" | "☐" | "❌"
        | "no" | "false" => MarkText::No,
        // A form's crossed box is a yes as often as not. `ü`, `þ`, `û`, `ý` are the ticks and crosses of Wingdings.
        "x" | "×" | "☒" | "û" | "ý" => MarkText::Cross,
        "y" => MarkText::Letter(Half::Y),
        "t" | "n" => MarkText::Letter(Half::T),
        "a" => MarkText::Letter(Half::A),
        "ta" | "t.a" | "t/a" => MarkText::Letter(Half::Ta),
        "s" => MarkText::Letter(Half::S),
        "b" => MarkText::Letter(Half::B),
        "" | "…" | "..." | "n/a" | "t.a.d" | "belumlapor" => MarkText::Missing,
        other => done(other),
    }
}

/// What was held or done: `Terlaksana`, `sudah dilaksanakan`, `Tidak melaksanakan`; not `terlaksana sebagian`.
fn done(squeezed: &str) -> MarkText {
    const DONE: [&str; 6] =
        ["terlaksana", "dilaksanakan", "melaksanakan", "terselenggara", "diselenggarakan", "menyelenggarakan"];
    match DONE.iter().find_map(|done| squeezed.strip_suffix(done)) {
        Some("" | "sudah" | "sdh" | "telah") => MarkText::Yes,
        Some("belum" | "blm" | "tidak" | "tdk" | "tak") => MarkText::No,
        _ => MarkText::NotAMark,
    }
}

/// A text as marks compare: no blanks, no capitals, without Excel's quote and a dot at its end.
fn squeezed(text: &str) -> String {
    let cleaned = clean(text);
    let unquoted = cleaned.strip_prefix('\'').unwrap_or(&cleaned);
    let squeezed: String = unquoted.chars().filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
    match squeezed.strip_suffix('.') {
        Some(bare) if bare.ends_with(char::is_alphabetic) && !bare.contains('.') => bare.to_owned(),
        _ => squeezed,
    }
}

/// The profile's own word for a text, where it has one.
fn told(words: &Tanda, squeezed_text: &str) -> Option<MarkText> {
    let has = |words: &[String]| words.iter().any(|word| squeezed(word) == squeezed_text);
    if has(&words.ya) {
        Some(MarkText::Yes)
    } else if has(&words.tidak) {
        Some(MarkText::No)
    } else {
        None
    }
}

/// A column's signs, seen before any of them is read for good.
#[derive(Clone, Debug, Default)]
pub struct ColumnMarks {
    words: Tanda,
    /// The field's own word: `RAT` in a column `rat` is a yes, `Belum RAT` a no.
    own: String,
    has_yes: bool,
    has_no_word: bool,
    halves: Vec<Half>,
}

/// A mark once the column has spoken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettledMark {
    Yes,
    No,
    Missing,
    /// `x` where no sign of yes stands in the column.
    CrossAlone,
    NotAMark,
}

impl ColumnMarks {
    /// Of a field, with the profile's words.
    pub fn new(isian: &str, words: Tanda) -> Self {
        Self { words, own: squeezed(&isian.replace('_', " ")), ..Self::default() }
    }

    fn read(&self, text: &str) -> MarkText {
        let squeezed = squeezed(text);
        if let Some(own) = told(&self.words, &squeezed) {
            return own;
        }
        if self.denies() {
            // `Tidak Aktif` under `Tidak Aktif`; `Sudah` or `Aktif` there is of the other thing.
            if squeezed == self.own {
                return MarkText::Yes;
            }
            if ["sudah", "sdh", "telah", "aktif", "terlaksana", "dilaksanakan", "terselenggara"]
                .iter()
                .any(|word| squeezed.starts_with(word))
            {
                return MarkText::NotAMark;
            }
        }
        match read_mark(text) {
            MarkText::NotAMark if !self.own.is_empty() => match squeezed.strip_suffix(&self.own) {
                Some("") => MarkText::Yes,
                Some(before) => match read_mark(before) {
                    sure @ (MarkText::Yes | MarkText::No) if before.chars().all(char::is_alphabetic) => sure,
                    _ => MarkText::NotAMark,
                },
                None => MarkText::NotAMark,
            },
            read => read,
        }
    }

    /// A field of what is not so: `tidak_aktif`, `belum_rat`.
    fn denies(&self) -> bool {
        self.own.starts_with("tidak") || self.own.starts_with("belum")
    }

    /// Lets a text of a counted row be seen.
    pub fn see(&mut self, text: &str) {
        match self.read(text) {
            MarkText::Yes => self.has_yes = true,
            MarkText::No => self.has_no_word |= squeezed(text).starts_with(char::is_alphabetic),
            MarkText::Letter(half) if !self.halves.contains(&half) => self.halves.push(half),
            _ => {}
        }
    }

    /// A number 1 or a TRUE stands in the column.
    pub fn see_yes(&mut self) {
        self.has_yes = true;
    }

    /// What a text of the column says.
    pub fn settle(&self, text: &str) -> SettledMark {
        match self.read(text) {
            MarkText::Yes => SettledMark::Yes,
            // `Belum` under `Belum RAT`, where nothing else says yes.
            MarkText::No
                if self.denies() && !self.has_yes && self.has_no_word && squeezed(text).starts_with(char::is_alphabetic) =>
            {
                SettledMark::NotAMark
            }
            MarkText::No => SettledMark::No,
            MarkText::Missing => SettledMark::Missing,
            MarkText::NotAMark => SettledMark::NotAMark,
            MarkText::Cross if self.has_yes || self.letter(Half::Y) => SettledMark::No,
            MarkText::Cross => SettledMark::CrossAlone,
            MarkText::Letter(half) => self.settle_letter(half),
        }
    }

    fn letter(&self, half: Half) -> bool {
        self.halves.contains(&half)
    }

    /// A letter counts beside its other half, or beside a word of the other meaning;
    /// where two pairs meet (`T` beside `TA`) nobody knows.
    fn settle_letter(&self, half: Half) -> SettledMark {
        let others = |allowed: [Half; 2]| self.halves.iter().all(|half| allowed.contains(half));
        match half {
            Half::Y if others([Half::Y, Half::T]) => SettledMark::Yes,
            Half::T if others([Half::Y, Half::T]) && (self.letter(Half::Y) || self.has_yes) => SettledMark::No,
            Half::A if others([Half::A, Half::Ta]) && (self.letter(Half::Ta) || self.has_no_word) => SettledMark::Yes,
            Half::Ta if others([Half::A, Half::Ta]) && (self.letter(Half::A) || self.has_yes) => SettledMark::No,
            // Together they may as well be benar and salah.
            Half::S if others([Half::S, Half::B]) && self.has_no_word => SettledMark::Yes,
            Half::B if others([Half::S, Half::B]) && (self.has_yes || self.has_no_word) => SettledMark::No,
            _ => SettledMark::NotAMark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_both_kinds_and_others_refused() {
        for yes in ["1", " 1 ", "v", "V", "✓", "√", "Ya", "AKTIF", "ada", "Sudah", "Sdh.", "sdh"] {
            assert_eq!(read_mark(yes), MarkText::Yes, "{yes}");
        }
        for no in ["-", " - ", "–", "0", "Tidak", "tidak aktif", "Tidak  Aktif", "non aktif", "nihil", "Belum", "Blm.", "tdk"] {
            assert_eq!(read_mark(no), MarkText::No, "{no}");
        }
        for missing in ["", "  ", "\u{a0}", "…", "n/a"] {
            assert_eq!(read_mark(missing), MarkText::Missing, "{missing}");
        }
        for other in ["2", "mungkin", "aktif?", "tidak tahu", "10", "ya/tidak", "proses", "beku"] {
            assert_eq!(read_mark(other), MarkText::NotAMark, "{other}");
        }
        for cross in ["x", "X", "☒"] {
            assert_eq!(read_mark(cross), MarkText::Cross);
        }
    }

    /// What the last text of a column says beside all of them.
    fn last(column: &[&str]) -> SettledMark {
        let mut marks = ColumnMarks::new("rat", Tanda::default());
        column.iter().for_each(|text| marks.see(text));
        marks.settle(column[column.len() - 1])
    }

    #[test]
    fn a_cross_beside_a_sign_of_yes_is_no_and_alone_nobody_knows() {
        for yes in ["v", "1", "ya", "✓", "Sudah", "Y", "Ada"] {
            assert_eq!(last(&[yes, "x"]), SettledMark::No, "{yes}");
        }
        assert_eq!(last(&["☐", "☒"]), SettledMark::CrossAlone);
        for beside in ["-", "0", "", "x", "tidak"] {
            assert_eq!(last(&[beside, "x"]), SettledMark::CrossAlone, "{beside}");
        }
    }

    #[test]
    fn letters_mean_their_words_beside_the_other_half() {
        assert_eq!((last(&["T", "Y"]), last(&["Y", "T"])), (SettledMark::Yes, SettledMark::No));
        assert_eq!((last(&["TA", "A"]), last(&["A", "TA"])), (SettledMark::Yes, SettledMark::No));
        assert_eq!((last(&["Belum", "S"]), last(&["Sudah", "B"])), (SettledMark::Yes, SettledMark::No));
        assert_eq!((last(&["B", "S"]), last(&["S", "B"])), (SettledMark::NotAMark, SettledMark::NotAMark));
        for alone in [&["T"][..], &["A"], &["TA"], &["B", "Y"], &["TA", "T"], &["A", "T"]] {
            assert_eq!(last(alone), SettledMark::NotAMark, "{alone:?}");
        }
    }

    #[test]
    fn a_column_s_own_word_is_a_yes_and_its_negation_a_no() {
        assert_eq!((last(&["RAT"]), last(&["Sudah RAT"])), (SettledMark::Yes, SettledMark::Yes));
        assert_eq!(last(&["Belum RAT"]), SettledMark::No);
        assert_eq!((last(&["Tidak RAT"]), last(&["Proses RAT"])), (SettledMark::No, SettledMark::NotAMark));
    }

    #[test]
    fn the_profile_s_words_come_first() {
        let words = Tanda { ya: vec!["Terbit".into(), "x".into()], tidak: vec!["proses".into()] };
        let marks = ColumnMarks::new("nib", words);
        assert_eq!(marks.settle(" terbit "), SettledMark::Yes);
        assert_eq!(marks.settle("X"), SettledMark::Yes);
        assert_eq!(marks.settle("Proses"), SettledMark::No);
    }

    #[test]
    fn words_under_a_heading_of_what_is_not_so() {
        let settled = |isian: &str, texts: &[&str]| -> Vec<SettledMark> {
            let mut marks = ColumnMarks::new(isian, Tanda::default());
            texts.iter().for_each(|text| marks.see(text));
            texts.iter().map(|text| marks.settle(text)).collect()
        };
        use SettledMark::{Missing, No, NotAMark, Yes};
        assert_eq!(settled("tidak_aktif", &["Tidak Aktif", ""]), [Yes, Missing]);
        assert_eq!(settled("belum_rat", &["Belum", ""]), [NotAMark, Missing]);
        assert_eq!(settled("belum_rat", &["Sudah", "Belum"]), [NotAMark, NotAMark]);
        assert_eq!(settled("tidak_aktif", &["Ya", "Tidak"]), [Yes, No]);
        assert_eq!(settled("belum_rat", &["v", ""]), [Yes, Missing]);
        assert_eq!(settled("aktif", &["Aktif", "Tidak Aktif"]), [Yes, No]);
    }
}
