//! A quick look at a text before the slow ones: which kinds of words it holds. Most names, numbers and addresses hold
//! none by which anything is said of their rows, and their words need not be written out to know it.

use super::label::SHORT_FORMS;
use super::lexicon::{
    BRANCH_LEADS, BRANCHES, CARRIED, CLOSED_BY, CORRECTED, CREDITS, DOUBLED, ENDED, NEGATED, NO_NAMES, NOBODY,
    NOT_YET_OR_NO_MORE, NOTES, OF_FIGURES, OF_THE_ROW, OWN_UNITS, PART_LEADS, PLANNED, SAMPLES, SIGNERS, STANDS_FOR, TOTALS,
};
use std::sync::LazyLock;

/// Kinds of words, a bit each.
pub(super) mod kind {
    pub const ENDED: u32 = 1;
    pub const NEGATED: u32 = 1 << 1;
    pub const DOUBLED: u32 = 1 << 2;
    /// `sudah`, `telah`.
    pub const DONE: u32 = 1 << 3;
    pub const CARRIED: u32 = 1 << 4;
    /// Nobody, or a sum.
    pub const NOBODY: u32 = 1 << 5;
    /// A page, or the join of two names.
    pub const PAGE: u32 = 1 << 6;
    pub const FORMER: u32 = 1 << 7;
    pub const VERSION: u32 = 1 << 8;
    pub const WHOLE_YEAR: u32 = 1 << 9;
    /// A name that is none may begin so.
    pub const NAMELESS: u32 = 1 << 10;
    pub const SAMPLE: u32 = 1 << 11;
    pub const PLANNED: u32 = 1 << 12;
    pub const OF_FIGURES: u32 = 1 << 13;
    pub const CORRECTED: u32 = 1 << 14;
    /// `sebagian`, `sementara`.
    pub const IN_PART: u32 = 1 << 15;
    /// No period holds such a word.
    pub const NO_PERIOD: u32 = 1 << 16;
    /// What stands below a table may begin so.
    pub const FOOT: u32 = 1 << 17;
    /// A row that is a part of another may begin so.
    pub const PART_LEAD: u32 = 1 << 18;
    /// Or end so.
    pub const PART_TAIL: u32 = 1 << 19;
    pub const OWN_UNIT: u32 = 1 << 20;
    /// `xxx`.
    pub const BLANK: u32 = 1 << 21;
    /// It stands beside another's name where the whole is its branch.
    pub const BRANCH: u32 = 1 << 22;
    /// A branch's name may begin so.
    pub const BRANCH_LEAD: u32 = 1 << 23;
    /// It says that its row does not count.
    pub const OF_THE_ROW: u32 = 1 << 24;
}

/// The words of each kind.
const KINDS: &[(u32, &[&str])] = &[
    (kind::ENDED, ENDED),
    (kind::ENDED, &["nonaktif"]),
    (kind::NEGATED, NEGATED),
    (kind::DOUBLED, DOUBLED),
    (kind::DONE, &["sudah", "telah"]),
    (kind::CARRIED, CARRIED),
    (kind::NOBODY, NOBODY),
    (kind::NOBODY, TOTALS),
    (kind::NOBODY, STANDS_FOR),
    (kind::NOBODY, &["kelompok", "paguyuban", "gabungan", "kumpulan", "sekumpulan", "para", "asosiasi", "se"]),
    (kind::PAGE, &["halaman", "hal", "lembar", "hlm", "dan"]),
    (kind::FORMER, NOT_YET_OR_NO_MORE),
    (kind::VERSION, &["rev", "revisi", "ver", "versi"]),
    (kind::WHOLE_YEAR, &["tahun", "th", "thn", "ta", "tb", "fy", "buku", "anggaran"]),
    (kind::SAMPLE, SAMPLES),
    (kind::PLANNED, PLANNED),
    (kind::OF_FIGURES, OF_FIGURES),
    (kind::CORRECTED, CORRECTED),
    (kind::IN_PART, &["sebagian", "hanya", "khusus", "sementara"]),
    (kind::NO_PERIOD, &["bh", "kwk", "pad", "ahu", "ah", "kop", "koperasi", "jl", "jalan", "jln"]),
    (kind::FOOT, NOTES),
    (kind::FOOT, CREDITS),
    (kind::FOOT, CLOSED_BY),
    (kind::FOOT, SIGNERS),
    (kind::FOOT, &["sumber", "nip", "niy", "nrp", "kepala", "plt", "plh", "pj", "a", "an"]),
    (kind::FOOT, &["demikian", "dicetak", "tembusan", "mohon"]),
    (kind::PART_LEAD, PART_LEADS),
    (kind::PART_LEAD, &["di", "dari", "sebagian", "bagian", "dalam", "sudah", "yang", "antara", "dr"]),
    (kind::PART_LEAD, &["unit", "usaha", "bidang", "divisi", "cabang"]),
    (kind::PART_TAIL, &["atas", "termasuk", "diatas"]),
    (kind::BRANCH, BRANCHES),
    (kind::BRANCH_LEAD, BRANCH_LEADS),
    (kind::BRANCH_LEAD, &["kantor", "pos", "tempat", "unit", "usp", "usps", "waserda", "khusus", "idem", "sda", "of", "which"]),
    (kind::OF_THE_ROW, OF_THE_ROW),
    (kind::OF_THE_ROW, &["jangan", "salah", "perlu", "proses", "akan", "gulung", "dalam"]),
    (kind::OWN_UNIT, OWN_UNITS),
    (kind::OWN_UNIT, &["o", "w"]),
];

/// Letters of a word that is looked at.
const LONGEST: usize = 16;
/// Places for words, a power of two and more than twice as many as there are.
const PLACES: usize = 1 << 11;

/// Words by their letters, each with its kinds; a free place holds none.
struct Known(Vec<(u128, u32)>);

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known(vec![(0, 0); PLACES]);
    for (kind, words) in KINDS {
        words.iter().for_each(|word| known.add(word, *kind));
    }
    // Spelt out or not, in whole or as far as its first word goes.
    for name in NO_NAMES {
        (1..=name.len()).for_each(|end| known.add(&name[..end], kind::NAMELESS));
    }
    (3..=LONGEST).for_each(|length| known.add(&"x".repeat(length), kind::BLANK));
    for (short, long) in SHORT_FORMS {
        let kinds = known.kinds(packed(long));
        known.add(short, kinds);
    }
    known
});

impl Known {
    /// Where a word stands, or would.
    fn place(&self, word: u128) -> usize {
        let folded = (word as u64) ^ (word >> 64) as u64;
        let mut at = (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize;
        while self.0[at].0 != word && self.0[at].0 != 0 {
            at = (at + 1) % PLACES;
        }
        at
    }

    fn kinds(&self, word: u128) -> u32 {
        self.0[self.place(word)].1
    }

    fn add(&mut self, word: &str, kind: u32) {
        // A longer word, or one of other letters, is looked at by the slow way.
        if (1..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let at = self.place(packed(word));
            self.0[at] = (packed(word), self.0[at].1 | kind);
        }
    }
}

fn packed(word: &str) -> u128 {
    word.bytes().fold(0, |word, byte| word << 8 | u128::from(byte))
}

/// What a quick look sees.
#[derive(Clone, Copy)]
pub(super) struct Glance {
    /// The kinds of all its words together.
    pub any: u32,
    /// The kinds that all its words are of.
    pub all: u32,
    /// Those of the first word; none where it is a number.
    pub first: u32,
    /// The first word is of letters.
    pub is_lettered: bool,
    /// And it is a letter or a Roman numeral.
    pub is_listed: bool,
    pub has_digits: bool,
    /// Other marks than points, strokes, dashes and apostrophes within words.
    pub has_marks: bool,
}

impl Glance {
    /// None where its words are not simply its runs of letters and of digits, or one of them is too long.
    pub fn of(text: &str) -> Option<Self> {
        let known = &*KNOWN;
        let mut own =
            Self { any: 0, all: u32::MAX, first: 0, is_lettered: false, is_listed: false, has_digits: false, has_marks: false };
        let (mut word, mut length) = (0u128, 0);
        // How many words there are, and whether the last of them, not the first, is a number.
        let (mut words, mut in_number, mut leads_alone) = (0usize, false, false);
        let mut before = b' ';
        for byte in text.bytes().chain([b' ']) {
            let letter = byte | 0x20;
            if letter.is_ascii_lowercase() && byte < 0x80 {
                if length == LONGEST {
                    return None;
                }
                word = word << 8 | u128::from(letter);
                length += 1;
                in_number = false;
                before = byte;
                continue;
            }
            if length > 0 {
                let kinds = known.kinds(word);
                own.any |= kinds;
                own.all &= kinds;
                if words == 0 {
                    (own.first, own.is_lettered, leads_alone) = (kinds, true, length == 1);
                    let is_roman = || word.to_be_bytes().iter().all(|letter| matches!(letter, 0 | b'i' | b'v' | b'x'));
                    own.is_listed = length == 1 || is_roman();
                } else if words == 1 && leads_alone && length == 1 {
                    // Letters set apart are one word.
                    return None;
                }
                (word, length) = (0, 0);
                words += 1;
            }
            match byte {
                b'0'..=b'9' => {
                    if !in_number {
                        (in_number, own.all) = (true, 0);
                        words += 1;
                    }
                    own.has_digits = true;
                }
                // Set apart, they part a remark from a name.
                b'-' | b'/' => own.has_marks |= before == b' ',
                b'.' => own.has_marks |= before == b'.',
                b' ' | b'\'' => {}
                // A per cent sign is a word.
                b'%' => return None,
                b'!'..=b'~' => own.has_marks = true,
                _ => return None,
            }
            in_number &= byte.is_ascii_digit();
            before = byte;
        }
        (words > 0).then_some(own)
    }

    /// Whether some of its words are of these kinds.
    pub fn holds(&self, kinds: u32) -> bool {
        self.any & kinds != 0
    }
}
