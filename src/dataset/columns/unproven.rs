//! A column's stored results that could not be worked out again, told once for each reason.

use crate::dataset::FieldInfo;
use crate::dataset::accept::Findings;
use crate::dataset::columns::recalc::{Book, Doubt};
use crate::diagnostic::{RumusBerkasLain, RumusTidakTeruji, SebabTakTeruji, Temuan};
use crate::vocabulary::{At, mask_digits, mask_person};
use crate::workbook::{Cell, Sheet};
use std::collections::BTreeMap;

/// Why results are unproven: of how many cells, and the first one's formula.
#[derive(Default)]
pub(crate) struct Unproven(BTreeMap<Doubt, (usize, Option<String>)>);

/// So many reasons are told apart in a column.
const MOST: usize = 6;

impl Unproven {
    pub(crate) fn add(&mut self, doubt: Doubt, (sheet, cell): (&Sheet, &Cell), book: &Book) {
        let doubt = if self.0.len() >= MOST && !self.0.contains_key(&doubt) { Doubt::Other } else { doubt };
        self.0.entry(doubt).or_insert_with(|| (0, book.formula(sheet, cell))).0 += 1;
    }

    /// Tells them at the column.
    pub(crate) fn tell(&self, field: &FieldInfo, at: &At, book: &Book, findings: &mut Findings) {
        let calculation = &book.workbook().calculation;
        let isian = field.isian.to_string();
        for (doubt, (jumlah, contoh)) in &self.0 {
            let (isian, jumlah) = (isian.clone(), *jumlah);
            let sebab = match doubt {
                Doubt::OtherFile(asal) => {
                    let fakta = RumusBerkasLain { isian, jumlah, asal: mask_person(asal) };
                    findings.raise(Temuan::new(at.clone(), fakta), None);
                    continue;
                }
                Doubt::Changing(name) => SebabTakTeruji::Berubah(name.to_string()),
                Doubt::Function(name) => SebabTakTeruji::Fungsi(name.to_string()),
                Doubt::Unread => SebabTakTeruji::TakTerbaca,
                Doubt::AsShown => SebabTakTeruji::SepertiTampil,
                Doubt::Other => SebabTakTeruji::Lain,
            };
            let hide = |text: &String| if field.pribadi { mask_digits(text) } else { mask_person(text) };
            // What is read of an old .xls's references to other sheets would mislead.
            let contoh = contoh.as_ref().filter(|_| *doubt != Doubt::Unread).map(hide);
            let manual = calculation.manual;
            findings.raise(Temuan::new(at.clone(), RumusTidakTeruji { isian, jumlah, contoh, sebab, manual }), None);
        }
    }
}
