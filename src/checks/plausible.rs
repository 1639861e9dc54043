//! Values such as their field cannot well have: they confirm a heading, or cast doubt on it. None of this refuses.

use super::copied::copied;
use super::in_order::out_of_order;
use super::merged_rows::merged_rows;
use super::misplaced::misplaced;
use super::of_groups::above_its_group;
use super::one_number::one_number;
use super::outliers::{beyond_measure, count_apart, year_among};
use super::own_counts::{below_nothing, own_counts};
use super::parts::parts_of_wholes;
use super::repeated_stock::repeated_stock;
use super::swapped::interchanged;
use super::told::{amounts, amounts_of, tell};
use crate::dataset::accept::Findings;
use crate::dataset::source::Source;
use crate::dataset::surroundings::thousandth::first_apart;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::Banding;
use crate::profile::Dictionary;
use crate::text::label::spelt_words;
use crate::text::lexicon::AMOUNTS;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Fewer rows show nothing.
const FEW: usize = 5;
/// So many amounts in a row, each a rupiah more than the one above, were filled in by Excel.
const COUNTED_ON: usize = 3;
/// Smaller counts may differ as they like.
const GREAT_COUNT: Decimal = Decimal::ONE_THOUSAND;
/// What comes of a year's business is no multiple of it.
const TIMES_VOLUME: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// A loss may be, of a koperasi that hardly does any business, but not so great a one.
const TIMES_VOLUME_LOST: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
const GREAT_LOSS: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);
/// A sheet or file whose usual amount is below 5.000.000 and so many times below that of the others is of another unit.
const SMALL_PART: Decimal = Decimal::from_parts(5_000_000, 0, 0, false, 0);
const TIMES_PART: Decimal = Decimal::ONE_HUNDRED;
/// One whose usual amount is so many times that of the others likewise: usaha menengah are some hundred times usaha mikro.
const TIMES_GREAT_PART: Decimal = Decimal::from_parts(500, 0, 0, false, 0);
/// So few amounts of a sheet show no usual one.
const FEW_OF_PART: usize = 3;
/// No koperasi or usaha of a district has so many rupiah: 10^12.
const IMPOSSIBLE: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

/// What one of those who are aided is given.
const LEAST_AID: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
const MOST_AID: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// Whether a column is of what everybody is given alike (`bantuan`, `nilai_hibah`), and not of their own business beside it
/// (`omset_sebelum_bantuan`).
fn is_aid(isian: &str, judul: &str) -> bool {
    const AID: &[&str] = &["bantuan", "hibah", "bpum", "insentif", "santunan", "subsidi", "stimulan"];
    const BUSINESS: &[&str] = &["sebelum", "sesudah", "setelah", "pasca", "tanpa", "laba", "penghasilan", "untung", "keuntungan"];
    let is_business = |word: &String| {
        let word = word.as_str();
        BUSINESS.contains(&word)
            || word == "omzet"
            || AMOUNTS.contains(&word) && !matches!(word, "nilai" | "modal" | "penerimaan")
    };
    isian.split('_').any(|word| AID.contains(&word))
        && ![isian, judul].iter().any(|text| spelt_words(text).iter().any(is_business))
}

/// Looks at the values of each column that figures rest on.
pub(crate) fn check(source: &Source, table: &mut Table, findings: &mut Findings) {
    own_counts(source, table, findings);
    parts_of_wholes(source, table, findings);
    let rests = |isian: &str| source.field(isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
    let resting: Vec<usize> = (0..table.columns.len()).filter(|at| rests(&table.columns[*at].isian)).collect();
    if source.recap {
        return resting.into_iter().for_each(|column| above_its_group(table, column, findings));
    }
    if source.sumber.bentuk == Dictionary::None {
        for column in resting.into_iter().filter(|at| table.columns[*at].jenis == Jenis::Uang).collect::<Vec<usize>>() {
            beyond_measure(table, column, findings);
            below_nothing(table, column, findings);
        }
        return;
    }
    for column in resting.iter().copied() {
        match table.columns[column].jenis {
            Jenis::Uang => {
                money(table, column, findings);
                copied(table, column, &resting, findings);
                beyond_measure(table, column, findings);
                out_of_order(table, column, findings);
            }
            Jenis::Angka if !table.columns[column].isian.starts_with("tahun") => {
                year_among(table, column, findings);
                count_apart(table, column, findings);
            }
            _ => {}
        }
    }
    one_number(source, table, findings);
    interchanged(table, &resting, findings);
    misplaced(source, table, &resting, findings);
    share_of_volume(source, table, findings);
    members(source, table, findings);
    merged_rows(source, table, findings);
    repeated_stock(source, table, findings);
}

/// Years, days, numbers of people under a heading of money; one amount that was filled down; another column's amounts.
fn money(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column);
    let (Some((first, _)), true) = (own.first().copied(), own.len() >= FEW) else { return };
    if table.columns[column].skala == Decimal::ONE {
        let within = |low: u32, high: u32| {
            let is = |value: &Decimal| value.fract().is_zero() && *value >= low.into() && *value <= high.into();
            own.iter().all(|(_, value)| is(value))
        };
        let impossible = own.iter().filter(|(_, value)| *value >= IMPOSSIBLE).count();
        // Days are counted from 1900: 2000 to 2050.
        if within(1_950, 2_100) || within(36_526, 54_800) || impossible * 2 > own.len() {
            return tell(table, (first, column), Banding::BukanUang, findings);
        }
    }
    if table.parts.len() > 1
        && let Some((row, usual)) = part_apart(table, &own).or_else(|| first_apart(own.iter().copied()))
    {
        return tell(table, (row, column), Banding::SatuanLembarLain(usual), findings);
    }
    // The longest run of one amount.
    let (mut run, mut longest) = ((first, 0usize), (first, 0usize));
    let mut before: Option<(usize, Decimal)> = None;
    for (row, value) in &own {
        let goes_on = before.is_some_and(|(above, other)| other == *value && above + 1 == *row);
        run = if goes_on { (run.0, run.1 + 1) } else { (*row, 1) };
        if run.1 > longest.1 {
            longest = run;
        }
        before = Some((*row, *value));
    }
    // Aid is as much for everybody.
    let (usual, of) = (own[0].1, &table.columns[column]);
    let is_of_all = longest.1 == own.len() && (LEAST_AID..MOST_AID).contains(&usual) && is_aid(&of.isian, &of.judul);
    if longest.1 >= FEW && longest.1 * 3 >= own.len() && !is_of_all {
        return tell(table, (longest.0, column), Banding::SamaSemua(longest.1, table.rows.len()), findings);
    }
    // Excel's fill handle counts on: 37.000.000, 37.000.001, 37.000.002.
    let counts_on = |at: &usize| {
        let run = &own[*at..(*at + COUNTED_ON).min(own.len())];
        run.len() == COUNTED_ON
            && run[0].1 >= GREAT_COUNT
            && run.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0 && pair[0].1 + Decimal::ONE == pair[1].1)
    };
    if let Some(at) = (0..own.len()).find(counts_on) {
        return tell(table, (own[at].0, column), Banding::BertambahSatu, findings);
    }
    let is_same = |other: &usize| {
        *other != column
            && table.columns[*other].jenis == Jenis::Uang
            && table.columns[*other].isian.split('_').next() != table.columns[column].isian.split('_').next()
            && amounts_of(table, *other).eq(own.iter().copied())
    };
    let other = (0..table.columns.len()).filter(|_| are_different(&own)).find(is_same);
    if let Some(other) = other {
        let lain = table.columns[other].isian.to_string();
        tell(table, (first, column), Banding::SepertiKolom(lain), findings);
    }
}

/// Whether there are a few different amounts.
fn are_different(own: &[(usize, Decimal)]) -> bool {
    let mut different: BTreeSet<Decimal> = BTreeSet::new();
    own.iter().any(|(_, value)| different.insert(*value) && different.len() >= FEW)
}

/// The first amount of a sheet or file that is of another unit than the others, and the usual one of the others: filled in
/// thousands beside rupiah, or rupiah scaled by a word that was left over from a template.
fn part_apart(table: &Table, own: &[(usize, Decimal)]) -> Option<(usize, Decimal)> {
    let part_of = |at: usize| table.rows[own[at].0].part;
    let usual = |is_of: &dyn Fn(u16) -> bool| {
        let of = (0..own.len()).filter(|at| is_of(part_of(*at)));
        let mut of: Vec<Decimal> = of.map(|at| own[at].1.abs()).collect();
        of.sort_unstable();
        (of.len() >= FEW_OF_PART).then(|| of[of.len() / 2])
    };
    let times = |low: Decimal, times: Decimal, high: Decimal| low.checked_mul(times).is_some_and(|least| least <= high);
    (0..own.len()).filter(|at| *at == 0 || part_of(*at - 1) != part_of(*at)).find_map(|at| {
        let part = part_of(at);
        let (of_part, others) = (usual(&|other| other == part)?, usual(&|other| other != part)?);
        let is_apart = of_part < SMALL_PART && times(of_part, TIMES_PART, others) || times(others, TIMES_GREAT_PART, of_part);
        is_apart.then_some((own[at].0, others))
    })
}

/// What is left of a year's business, many times that business.
fn share_of_volume(source: &Source, table: &mut Table, findings: &mut Findings) {
    let (Some(volume_at), Some(shu_at)) = (table.column("volume_usaha"), table.column("shu")) else { return };
    let rests = |isian: &str| source.field(isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
    if !(rests("volume_usaha") || rests("shu")) {
        return;
    }
    let is_far = |row: &usize| match (table.isi(&table.rows[*row], shu_at), table.isi(&table.rows[*row], volume_at)) {
        (Isi::Angka(shu), Isi::Angka(volume)) if volume > Decimal::ZERO => {
            let is_loss = shu.is_sign_negative();
            let times = if is_loss { TIMES_VOLUME_LOST } else { TIMES_VOLUME };
            let is_great = !is_loss || shu.abs() >= GREAT_LOSS;
            volume.checked_mul(times).is_some_and(|times| is_great && shu.abs() > times).then_some(volume)
        }
        _ => None,
    };
    // One row shows it.
    let first = (0..table.rows.len()).find_map(|row| Some((row, is_far(&row)?)));
    if let Some((row, volume)) = first {
        tell(table, (row, shu_at), Banding::MelebihiVolume(volume), findings);
    }
}

/// Members that are not the women and men among them together.
fn members(source: &Source, table: &mut Table, findings: &mut Findings) {
    let columns = (table.column("anggota"), table.column("anggota_l"), table.column("anggota_p"));
    let (Some(all_at), Some(men_at), Some(women_at)) = columns else { return };
    if !source.field("anggota").is_some_and(|field| source.rests(&source.fields[field], table.tahun)) {
        return;
    }
    let value = |row: usize, at: usize| match table.isi(&table.rows[row], at) {
        Isi::Angka(value) => Some(value),
        _ => None,
    };
    let differs = |row: usize| {
        let sum = value(row, men_at)?.checked_add(value(row, women_at)?)?;
        (!sum.is_zero() && value(row, all_at)? != sum).then_some((row, sum))
    };
    let odd: Vec<(usize, Decimal)> = (0..table.rows.len()).filter_map(differs).collect();
    for (row, sum) in odd {
        tell(table, (row, all_at), Banding::BagianLain(sum), findings);
    }
}
