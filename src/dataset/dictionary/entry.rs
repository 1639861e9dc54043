//! What a dictionary says of a field.

use crate::dataset::Jenis::{self, Angka, Uang};

/// One field that a dictionary knows.
pub(crate) struct Entry {
    pub isian: &'static str,
    pub jenis: Jenis,
    /// NIK, phone numbers, birth dates: never shown in full.
    pub pribadi: bool,
    /// A count or a volume: never below zero, and `1.234` in it is thousands.
    pub hitungan: bool,
    /// Headings, ` / ` between parent and leaf; case, blanks and punctuation do not matter.
    pub aliases: &'static [&'static str],
}

pub(super) const fn field(isian: &'static str, jenis: Jenis, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis, pribadi: false, hitungan: matches!(jenis, Angka), aliases }
}

/// Money that cannot be below zero (SHU and modal sendiri can).
pub(super) const fn volume(isian: &'static str, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis: Uang, pribadi: false, hitungan: true, aliases }
}

/// A share or another number that is no count.
pub(super) const fn ratio(isian: &'static str, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis: Angka, pribadi: false, hitungan: false, aliases }
}

pub(super) const fn pribadi(isian: &'static str, jenis: Jenis, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis, pribadi: true, hitungan: false, aliases }
}
