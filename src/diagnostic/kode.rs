//! What a finding's code says of all its findings.

use super::finding::Terima;
use super::{Kode, words_id};

impl Kode {
    /// The code of this text.
    pub fn parse(text: &str) -> Option<Kode> {
        Kode::ALL.iter().copied().find(|kode| kode.text() == text)
    }

    /// Whether `[[terima]]` may accept such a finding.
    pub fn boleh_diterima(self) -> bool {
        !matches!(self.terima(), Terima::Tidak(_))
    }

    /// The manual page (Indonesian), which `iku jelaskan KODE` prints and
    /// docs/temuan.md holds: what it means, then head and text of each line.
    pub fn manual(self) -> [(&'static str, String); 5] {
        let (manual, penerimaan) = self.page();
        words_id::manual(manual, words_id::penerimaan(self.terima(), self.tempat(), penerimaan))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_its_own_text_and_a_manual_of_what_and_how() {
        let texts: BTreeSet<_> = Kode::ALL.iter().map(|kode| kode.text()).collect();
        assert_eq!(texts.len(), Kode::ALL.len());
        for kode in Kode::ALL {
            assert_eq!(Kode::parse(kode.text()), Some(*kode));
            assert_eq!(format!("{kode:?}").to_lowercase(), kode.text().replace('-', ""));
            for (head, text) in kode.manual() {
                assert!(text.ends_with('.') && text == text.trim(), "{} {head}: {text}", kode.text());
            }
        }
    }

    #[test]
    fn the_manual_tells_whether_a_finding_may_be_accepted() {
        for kode in Kode::ALL {
            let says_no = kode.manual()[4].1.contains("tidak dapat diterima");
            assert_eq!(!says_no, kode.boleh_diterima(), "{}", kode.text());
        }
    }
}
