//! Legends: `Merah = dibubarkan`, `baris kuning belum diverifikasi`. Nothing here sees a colour; what
//! the line says of some rows is told.

use super::label::spelt_words;
use super::lexicon::{COLOURED, COLOURS, MEANS, REMARKS, TAKES_AWAY};
use super::limiting;
use super::partial::partial;
use super::remark::{remark_limits, says_a_part, says_ended, says_gone};
use super::status::is_idle;
use crate::vocabulary::Year;

/// More letters than this are no legend.
const LONGEST: usize = 160;
/// So many words at most stand before the colour where nothing says that one is meant.
const BEFORE: usize = 3;

/// Whether a line gives a look of the cells a meaning by which some figures are not what the others are.
pub(crate) fn legend_limits(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let words = spelt_words(text);
    let is_one_of = |list: &[&str], word: &String| list.contains(&word.as_str());
    let takes = |words: &[String]| words.iter().any(|word| is_one_of(TAKES_AWAY, word));
    if let Some(meaning) = of_a_mark(&words) {
        let rest = meaning.join(" ");
        return takes(meaning) || says_ended(&rest) || remark_limits(&rest, own);
    }
    let Some(at) = words.iter().rposition(|word| is_one_of(COLOURS, word)) else { return false };
    // `yang diarsir tidak aktif`.
    let is_which = at.checked_sub(1).is_some_and(|before| before <= BEFORE && words[before] == "yang");
    let is_said_of = is_which || words[..at].iter().any(|word| is_one_of(COLOURED, word));
    let leads_on = words[at + 1..].iter().take(BEFORE).any(|word| is_one_of(MEANS, word)) || has_mark_behind(text, &words[at]);
    if !is_said_of && (at > BEFORE || !leads_on) {
        return false;
    }
    let rest = words[at + 1..].join(" ");
    let lower = text.to_lowercase();
    let behind = lower.rfind(words[at].as_str()).map_or("", |from| &lower[from + words[at].len()..]);
    let meaning = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    takes(&words)
        || says_ended(text)
        || remark_limits(&rest, own)
        || limiting(&rest).is_some()
        || partial(meaning).is_some()
        || says_a_part(meaning, false)
        || own.is_some_and(|own| words.iter().filter_map(|word| Year::parse(word)).any(|year| year != own))
}

/// What `yang bertanda *` means; none where a line tells how to fill a form in.
fn of_a_mark(words: &[String]) -> Option<&[String]> {
    let is_marked = |two: &[String]| two[0] == "yang" && matches!(two[1].as_str(), "bertanda" | "ditandai");
    let at = words.windows(2).position(is_marked).filter(|at| *at <= BEFORE)?;
    let is_order = words.iter().any(|word| matches!(word.as_str(), "wajib" | "perlu" | "diisi" | "harus" | "boleh"));
    (!is_order && !words[at + 2..].iter().any(|word| COLOURS.contains(&word.as_str()))).then_some(&words[at + 2..])
}

/// `Keterangan :`, `Ket. warna`, and nothing else: what follows may be a legend.
pub(crate) fn leads_a_legend(line: &str) -> bool {
    let words = spelt_words(line);
    let is_beside = |word: &String| COLOURED.contains(&word.as_str()) || word == "legenda";
    let leads = |first: &String| REMARKS.contains(&first.as_str()) || matches!(first.as_str(), "legenda" | "legend");
    words.first().is_some_and(leads) && words[1..].iter().all(is_beside)
}

/// Whether a line of a legend, of a few words and without the name of a colour, says that rows of its look do not count:
/// `Dibubarkan`, `Tidak aktif`, `Data belum masuk`.
pub(crate) fn swatch_limits(line: &str) -> bool {
    let words = spelt_words(line);
    let takes = || words.iter().any(|word| TAKES_AWAY.contains(&word.as_str()));
    (1..=4).contains(&words.len()) && !line.contains(':') && (says_ended(line) || takes())
}

/// Whether a line of a few words says of an end and of nothing else, so that without a heading over it it is a colour's meaning:
/// `Sudah tutup`, `Tidak aktif`.
pub(crate) fn is_bare_swatch(line: &str) -> bool {
    swatch_limits(line) && says_gone(line) || is_idle(line)
}

/// Whether `=`, `:` or a dash stands right behind the colour, brackets and its shade aside.
fn has_mark_behind(text: &str, colour: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(at) = lower.find(colour) else { return false };
    let behind =
        lower[at + colour.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '\''));
    let behind = ["muda", "tua", "abu", "-abu"].iter().find_map(|shade| behind.strip_prefix(shade)).unwrap_or(behind);
    behind.trim_start_matches([' ', ')', ']']).starts_with(['=', ':', '-', '\u{2013}', '\u{2014}', '\u{2192}', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_legend() {
        assert!(["Keterangan :", "Ket. warna", "Legenda"].into_iter().all(leads_a_legend));
        assert!(!["Keterangan: data ODS", "Kepala Dinas"].into_iter().any(leads_a_legend));
        assert!(["Dibubarkan", "Tidak aktif", "Sudah tutup", "Pasif"].into_iter().all(is_bare_swatch));
        assert!(!["Aktif", "Belum RAT", "Kepala Dinas", "Tanpa materai"].into_iter().any(is_bare_swatch));
        assert!(["Dibubarkan", "Tidak aktif", "Data belum masuk", "tdk aktif"].into_iter().all(swatch_limits));
        assert!(!["Aktif", "Koperasi primer", "KUD : tidak ada", "BH = Badan Hukum"].into_iter().any(swatch_limits));
    }

    #[test]
    fn legends_that_take_from_the_figures_and_others() {
        for text in [
            "Merah = dibubarkan",
            "Merah : tidak aktif",
            "Kuning – belum RAT",
            "Keterangan: baris merah = koperasi tidak aktif",
            "Ket : warna kuning = data tahun 2020",
            "(merah) bubar".replace("(merah)", "Warna merah").as_str(),
            "Hijau muda: data sementara",
            "abu-abu berarti sudah bubar",
            "Catatan: yang berwarna merah belum diverifikasi",
            "Sel kuning adalah angka perkiraan",
            "Yang diblok kuning tidak dihitung",
            "cetak miring = estimasi",
            "Merah artinya angka tahun lalu",
            "Biru: target",
            "kuning = s/d Juni",
        ] {
            assert!(legend_limits(text, Some(Year(2021))), "{text}");
        }
        for text in [
            "Hijau = aktif",
            "Kecamatan Tanah Merah",
            "Koperasi Palang Merah Indonesia",
            "Kuning: wajib diisi",
            "Warna merah putih",
            "KUD Bunga Kuning sudah RAT",
            "Biru = data tahun 2021",
        ] {
            assert!(!legend_limits(text, Some(Year(2021))), "{text}");
        }
    }
}
