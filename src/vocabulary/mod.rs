//! The words every room speaks: years, places in a workbook, amounts as
//! Indonesians write them, dates, NIP, and the masking of personal data.
//! Nothing here knows a file, a koperasi or a page.

mod abbreviation;
mod address;
mod amount;
mod around;
mod birth;
mod date;
mod digit;
mod digit_groups;
mod identity;
mod mask;
#[cfg(test)]
mod mask_tests;
mod telephone;
mod nip;
mod spelled;
mod spoken;
mod nearest;
mod told_json;
mod trouble;
mod visible;
mod year;

pub use abbreviation::{in_words, titled};
pub use address::{At, CellAddress, Sel};
pub use amount::{exact_text, f64_to_decimal, put_exact, round_half_away, tampil, with_unit};
pub use around::Around;
pub use date::{BULAN, Tanggal};
pub use digit::digit;
pub use identity::is_identity_number;
pub use mask::{mask_digits, mask_in_text, mask_person, mask_quoted};
pub use nearest::{Slips, nearest};
pub use nip::{Nip, NipError};
pub use spoken::{spoken, spoken_fraction};
pub use told_json::{is_figure, told_json};
pub use trouble::{has_gone, io_reason, is_in_use};
pub use visible::{for_page, has_unseen, is_misleading, is_unseen, tidied, visible};
pub use year::Year;
