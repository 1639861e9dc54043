//! A unit that is stated and that the column's own amounts speak against: `dalam ribuan rupiah` left over from a template,
//! `(Rp ribu)` over one column of money and none over its sisters. What is stated stands; it is told.

use crate::dataset::Isi;
use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::On;
use crate::diagnostic::Banding;
use crate::profile::Dictionary;
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;

/// Fewer amounts show no usual one.
const FEW: usize = 5;
/// Most koperasi of no district have so much, and most businesses turn over less: PP 7/2021 ends usaha mikro there.
const GREAT_KOPERASI: i64 = 20_000_000_000;
const GREAT_USAHA: i64 = 2_000_000_000;
/// A column without a unit whose usual amount is less is doubted at all.
const SMALL: i64 = 5_000_000;
/// From here on it is a scale.
const SCALE: Decimal = Decimal::ONE_THOUSAND;
/// In plain rupiah beside thousands an amount is at least so many times what stands there; what is left of a year's
/// business, which is a hundredth of it, as many as the business has.
const TIMES: Decimal = Decimal::TEN;

/// Tells columns of money that figures rest on and whose unit is doubtful.
pub(crate) fn check_units(used: &mut [Used], on: &On, findings: &mut Findings) {
    let great = match on.source.sumber.bentuk {
        Dictionary::Keragaan => GREAT_KOPERASI,
        Dictionary::Umkm => GREAT_USAHA,
        Dictionary::None => return,
    };
    let is_money = |own: &Used| on.source.fields[own.field].jenis == Jenis::Uang;
    if on.source.recap || !used.iter().any(|own| is_money(own) && own.reader.skala >= SCALE) {
        return;
    }
    let asked = (0..used.len()).filter(|place| is_money(&used[*place]) && !used[*place].rests.is_empty());
    for place in asked.collect::<Vec<usize>>() {
        let amounts = amounts(&used[place]);
        let (Some(usual), Some(first)) = (usual(amounts.iter().map(|(_, value)| *value)), amounts.first()) else { continue };
        let banding = match used[place].reader.skala >= SCALE {
            true if usual >= Decimal::from(great) && are_full(&used[place], &amounts) => {
                Some(Banding::SkalaRagu { satuan: used[place].reader.skala_text.clone().unwrap_or_default(), lazim: usual })
            }
            false if usual < Decimal::from(SMALL) => sister(used, place, on),
            _ => None,
        };
        if let Some(banding) = banding {
            used[place].doubt(on, first.0, banding, findings);
        }
    }
}

/// A column's amounts other than nil, by their rows.
fn amounts(own: &Used) -> Vec<(usize, Decimal)> {
    let amount = |(index, isi): (usize, Isi)| match isi {
        Isi::Angka(value) if !value.is_zero() => Some((index, value.abs())),
        _ => None,
    };
    own.data.iter().enumerate().filter_map(amount).collect()
}

fn usual(amounts: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut all: Vec<Decimal> = amounts.collect();
    all.sort_unstable();
    (all.len() >= FEW).then(|| all[all.len() / 2])
}

/// Whether amounts as they stand are as rupiah are: most of them to the last digit.
fn are_full(own: &Used, amounts: &[(usize, Decimal)]) -> bool {
    let is_full = |value: &Decimal| {
        let stands = value.checked_div(own.reader.skala);
        stands.is_some_and(|stands| stands.fract().is_zero() && !(stands % Decimal::ONE_THOUSAND).is_zero())
    };
    amounts.iter().filter(|(_, value)| is_full(value)).count() * 2 > amounts.len()
}

/// A column of money of the same table that is in thousands or more, and beside which the amounts of this one, without a
/// unit, are of the same size as they stand.
fn sister(used: &[Used], place: usize, on: &On) -> Option<Banding> {
    let isian = |own: &Used| on.source.fields[own.field].isian.clone();
    let own = amounts(&used[place]);
    let others = used.iter().filter(|other| {
        let is_other = on.source.fields[other.field].jenis == Jenis::Uang && isian(other) != isian(&used[place]);
        is_other && other.reader.skala >= SCALE
    });
    others.into_iter().find_map(|other| {
        let beside = amounts(other);
        let has_both = |index: usize| beside.binary_search_by_key(&index, |(at, _)| *at).is_ok();
        let usual_own = usual(own.iter().filter(|(index, _)| has_both(*index)).map(|(_, value)| *value))?;
        let usual_other = usual(beside.iter().map(|(_, value)| *value))?.checked_div(other.reader.skala)?;
        let times = if &*isian(&used[place]) == "shu" { Decimal::ONE } else { TIMES };
        let heading = &on.layout.columns[other.index];
        let is_near = usual_other.checked_mul(times).is_some_and(|least| usual_own < least);
        is_near.then(|| Banding::SatuanKolomLain {
            kolom: heading.path.join(" / "),
            satuan: other.reader.skala_text.clone().unwrap_or_default(),
        })
    })
}

/// `1.550` that the profile reads as one and a half, in a column whose other texts are whole: thousands after all.
pub(crate) fn check_dots(used: &mut [Used], on: &On, findings: &mut Findings) {
    use crate::profile::Angka;
    for own in used.iter_mut().filter(|own| !own.rests.is_empty() && own.reader.angka == Some(Angka::En)) {
        if !matches!(on.source.fields[own.field].jenis, Jenis::Uang) {
            continue;
        }
        let column = on.layout.columns[own.index].column;
        let text = |index: usize| {
            let cell = on.sheet.cell(CellAddress::new(on.rows[index].row, column))?;
            cell.value.text().map(|_| raw_text(&cell.value).trim().to_owned())
        };
        let texts: Vec<(usize, String)> = (0..on.rows.len()).filter_map(|index| Some((index, text(index)?))).collect();
        let is_dotted = |text: &str| {
            text.split_once('.').is_some_and(|(whole, rest)| {
                let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
                are_digits(whole) && whole.len() <= 3 && are_digits(rest) && rest.len() == 3
            })
        };
        let dotted: Vec<usize> = texts.iter().filter(|(_, text)| is_dotted(text)).map(|(index, _)| *index).collect();
        let is_whole = |text: &str| !text.contains(['.', ',']) && text.bytes().any(|byte| byte.is_ascii_digit());
        let whole = texts.iter().filter(|(_, text)| is_whole(text)).count();
        if dotted.is_empty() || whole < FEW || dotted.len() + whole < texts.len() {
            continue;
        }
        let amounts = amounts(own);
        let Some(lazim) = usual(amounts.iter().map(|(_, value)| *value)) else { continue };
        for index in dotted {
            own.doubt(on, index, Banding::Lazim(lazim), findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Angka, SatuanUang};

    fn some(at: u64, seed: u64) -> u64 {
        31_415_927 + (at * at * 2_718_281 + at * seed * 1_618_033) % 970_531_021
    }

    /// The cells told of eight koperasi, their business and what was left of it, as they stand.
    fn told(head: &str, heads: [&str; 2], [business, left]: [u64; 2], isian: &str, key: Option<SatuanUang>) -> Vec<String> {
        let line = |at: u64| {
            format!("{};Koperasi {at};518/{at:02}/BH/1990;{};{}\n", at + 1, some(at, 3) / business, some(at, 3) / 40 / left)
        };
        let heads = heads.join(";");
        let text = format!("{head}No;Nama Koperasi;No Badan Hukum;{heads}\n{}", (0..8).map(line).collect::<String>());
        let office = Office::keragaan().source(|sumber| sumber.satuan_uang = key).file("2021.csv", &text);
        let read = office.needs(2021, &[isian]).read();
        let told = read.has(Kode::NilaiSeperseribu);
        told.iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn a_scale_over_full_rupiah_is_told() {
        let plain = ["Volume Usaha", "SHU"];
        let title = "dalam ribuan rupiah;;;;\n;;;;\n";
        assert_eq!(told("", plain, [1, 1], "volume_usaha", None), [""; 0]);
        assert_eq!(told(title, plain, [1, 1], "volume_usaha", None), ["D4"]);
        assert_eq!(told(title, plain, [1_000, 1_000], "volume_usaha", None), [""; 0]);
        assert_eq!(told("", plain, [1, 1], "volume_usaha", Some(SatuanUang::Ribu)), ["D2"]);
        assert_eq!(told("", plain, [1_000, 1_000], "volume_usaha", Some(SatuanUang::Ribu)), [""; 0]);
    }

    #[test]
    fn a_column_of_thousands_beside_one_without_a_unit_is_told() {
        let heads = ["Volume Usaha (Rp ribu)", "SHU"];
        assert_eq!(told("", heads, [1_000, 1_000], "shu", None), ["E2"]);
        assert_eq!(told("", heads, [1_000, 1], "shu", None), [""; 0]);
        assert_eq!(told("", ["Volume Usaha (Rp ribu)", "SHU (Rp ribu)"], [1_000, 1_000], "shu", None), [""; 0]);
    }

    #[test]
    fn thousands_that_the_profile_reads_as_decimals_are_told() {
        let told = |amounts: [&str; 7]| {
            let line = |(at, amount): (usize, &&str)| format!("{};Koperasi {at};518/{at:02}/BH/1990;{amount}\n", at + 1);
            let rows: String = amounts.iter().enumerate().map(line).collect();
            let text = format!("No;Nama Koperasi;No Badan Hukum;Volume Usaha (Rp juta)\n{rows}");
            let office = Office::keragaan().source(|sumber| sumber.angka = Some(Angka::En)).file("2021.csv", &text);
            office.needs(2021, &["volume_usaha"]).read().has(Kode::NilaiSeperseribu).len()
        };
        assert_eq!(told(["91", "223", "46", "190", "565", "1.550", "35"]), 1);
        assert_eq!(told(["91", "223", "46", "190", "565", "1550", "35"]), 0);
        assert_eq!(told(["91.125", "223.5", "46", "190.75", "565.125", "1.550", "35"]), 0);
    }
}
