//! What a row's columns are to each other, as a finding says it.

use super::words_id::{angka, kutip};
use rust_decimal::Decimal;

/// How an amount comes of other columns of its table; columns by their headings.
#[derive(Clone, PartialEq, Debug)]
pub enum Hubungan {
    /// The sum of columns, of which some are taken away.
    Jumlah(Vec<(bool, String)>),
    /// The product of two.
    Kali(String, String),
    /// So many times another.
    KaliTetap(Decimal, String),
    /// By how much a running total is more than in the row above.
    Kumulatif(String),
    /// A column of shares in per cent, as other rows have it.
    Bagian(String),
}

impl Hubungan {
    /// `Pendapatan` - `Beban`.
    pub(super) fn id(&self) -> String {
        match self {
            Hubungan::Jumlah(columns) => {
                let mut said = String::new();
                for (at, (is_taken_away, column)) in columns.iter().enumerate() {
                    match (at, is_taken_away) {
                        (0, false) => {}
                        (_, true) => said.push_str(" - "),
                        (_, false) => said.push_str(" + "),
                    }
                    said.push_str(&kutip(column));
                }
                said.trim_start().to_owned()
            }
            Hubungan::Kali(one, other) => format!("{} x {}", kutip(one), kutip(other)),
            Hubungan::KaliTetap(kali, column) => format!("{} x {}", angka(*kali), kutip(column)),
            Hubungan::Kumulatif(column) => format!("pertambahan {}", kutip(column)),
            Hubungan::Bagian(column) => format!("nilai menurut {}", kutip(column)),
        }
    }
}
