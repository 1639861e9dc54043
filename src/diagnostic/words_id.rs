//! The Indonesian words of every finding.

use super::Fakta;

pub(super) fn pesan(fakta: &Fakta) -> String {
    format!("{fakta:?}")
}

pub(super) fn saran(fakta: &Fakta) -> String {
    fakta.kode().manual().last().map_or_else(String::new, |line| line.trim().to_owned())
}
