//! Lines below the rows that say how many these are.

use super::super::base::Base;
use super::super::scanned::Scanned;
use crate::text::label::spelt_words;
use crate::text::stated_count::count_note;

/// Below the last row of data, a line that says how many rows there are is a note
/// where it is true; what says another number stays to be asked about. So is a sentence by itself that begins as a total
/// does and states no amount (`Jumlah koperasi menurut kecamatan terlampir`).
pub(super) fn hear_counts(scanned: &[Scanned], bases: &mut [Base]) {
    let is_data = |base: &Base| matches!(base, Base::Data);
    let Some(last) = bases.iter().rposition(is_data) else { return };
    let rows = bases.iter().filter(|base| is_data(base)).count();
    for (scanned, base) in scanned.iter().zip(bases).skip(last + 1) {
        let Scanned::Row(facts) = scanned else { continue };
        if facts.filled != 1 || facts.texts.len() != 1 {
            continue;
        }
        let stated = count_note(facts.texts[0]);
        let is_total = matches!(base, Base::Total(..) | Base::PerhapsTotal(_) | Base::DataOrTotal(_));
        let says_no_figure = !facts.texts[0].bytes().any(|byte| byte.is_ascii_digit());
        let is_note = || says_no_figure || is_total_sentence(facts.texts[0]);
        if stated == Some(rows as u64) || stated.is_none() && is_total && is_note() {
            *base = Base::Foot;
        }
    }
}

/// Words enough for a sentence, and digits too few for an amount.
fn is_total_sentence(text: &str) -> bool {
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    spelt_words(text).len() >= 5 && text.split_whitespace().all(|word| digits(word) <= 4)
}
