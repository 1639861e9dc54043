//! What a formula's figure is (rupiah, a count, a quotient) and how many of them one of it stands for, held against the
//! unit printed beside it: full rupiah under `Rp juta` are a million times what the page says.

use super::Plan;
use crate::dataset::{Jenis, fields_of};
use crate::diagnostic::{JenisAngka, SebabJanggal};
use crate::formula::{Aggregate, AggregateFunction, ArithmeticOp, Expr, Node};
use crate::profile::Profile;
use crate::text::label::words;
use rust_decimal::Decimal;

/// A figure's dimension, and what it was multiplied by.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Measured {
    dimension: JenisAngka,
    times: Decimal,
}

/// What part of a formula is.
enum Part {
    Constant(Decimal),
    Measured(Measured),
    Unknown,
}

/// So many noughts too many or too few are those of a unit, or of per cent.
const NOUGHTS: [u32; 6] = [1, 2, 3, 6, 9, 12];

/// Formulas name measures, and these others; beyond so many steps nothing is known.
const DEEPEST: usize = 12;

/// What is wrong between a formula and its unit; none where either is not known.
pub(super) fn mismatch(profile: &Profile, plan: &Plan, formula: &Node, satuan: &str) -> Option<SebabJanggal> {
    let unit = unit_of(satuan)?;
    let Part::Measured(own) = part(profile, plan, formula, DEEPEST) else { return None };
    let times = match (own.dimension, unit) {
        (JenisAngka::Uang, Unit::Money(scale)) => own.times.checked_mul(scale)?,
        (JenisAngka::Cacah, Unit::Thing(scale)) | (JenisAngka::Uang | JenisAngka::Cacah, Unit::Scale(scale)) => {
            own.times.checked_mul(scale)?
        }
        // Nobody counts in hundreds: what is multiplied so is a share of something.
        (JenisAngka::Cacah, Unit::Percent) if own.times != Decimal::ONE => return None,
        // Weights of a hundred, a tenth of it and the like are nobody's slip; a hundred twice is.
        (JenisAngka::Perbandingan, Unit::Percent) if own.times >= Decimal::ONE_THOUSAND => {
            own.times.checked_div(Decimal::ONE_HUNDRED)?
        }
        (JenisAngka::Perbandingan, Unit::Percent | Unit::Thing(_) | Unit::Scale(_)) => return None,
        (dimension, _) => return Some(SebabJanggal::LainSatuan(dimension)),
    };
    // What a year is to a month, or a weight, is no slip of the unit: noughts are.
    let is_slip = NOUGHTS.iter().any(|noughts| {
        let step = Decimal::from(10_u64.pow(*noughts));
        times == step || times.checked_mul(step) == Some(Decimal::ONE)
    });
    is_slip.then(|| SebabJanggal::KaliSatuan(times.normalize()))
}

/// Whether a formula's figure is of money.
pub(super) fn is_money(profile: &Profile, plan: &Plan, formula: &Node) -> bool {
    matches!(part(profile, plan, formula, DEEPEST), Part::Measured(Measured { dimension: JenisAngka::Uang, .. }))
}

/// Whether a formula's figure is a quotient of two like ones that nothing multiplies.
pub(super) fn is_bare_share(profile: &Profile, plan: &Plan, formula: &Node) -> bool {
    let part = part(profile, plan, formula, DEEPEST);
    matches!(part, Part::Measured(Measured { dimension: JenisAngka::Perbandingan, times }) if times == Decimal::ONE)
}

/// The first figures of different kinds that a formula adds up or takes from each other: rupiah and koperasi, or rupiah and
/// a percentage where brackets were forgotten.
pub(super) fn unlike(profile: &Profile, plan: &Plan, formula: &Node) -> Option<SebabJanggal> {
    let mut found = None;
    formula.walk(&mut |node| {
        let Expr::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Subtract, left, right } = &node.expr else { return };
        let sides = [left, right].map(|side| part(profile, plan, side, DEEPEST));
        if let [Part::Measured(one), Part::Measured(other)] = sides
            && one.dimension != other.dimension
        {
            found = found.or(Some(SebabJanggal::TakSejenis(one.dimension, other.dimension)));
        }
    });
    found
}

/// What a unit is of; of money and things how many one of it stands for.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Unit {
    Money(Decimal),
    Thing(Decimal),
    /// `Juta`, of whatever the figure is.
    Scale(Decimal),
    Percent,
}

/// Things that are counted one by one.
const THINGS: &[&str] = &[
    "orang",
    "koperasi",
    "unit",
    "usaha",
    "umkm",
    "ukm",
    "ikm",
    "anggota",
    "buah",
    "lembaga",
    "pelaku",
    "kelompok",
    "kecamatan",
    "kelurahan",
    "desa",
    "jiwa",
    "pengusaha",
];

fn unit_of(satuan: &str) -> Option<Unit> {
    if matches!(satuan.trim(), "%") {
        return Some(Unit::Percent);
    }
    // `Rp (000)`, `Rp 000.000`.
    let noughts = satuan.bytes().filter(|byte| *byte == b'0').count();
    let words = words(satuan);
    let scale_of = |word: &str| match word {
        "ribu" | "ribuan" | "rb" => Some(1_000_u64),
        "juta" | "jutaan" | "jt" => Some(1_000_000),
        "miliar" | "milyar" | "miliaran" | "milyaran" => Some(1_000_000_000),
        "triliun" | "trilyun" => Some(1_000_000_000_000),
        _ => None,
    };
    let said = words.iter().find_map(|word| scale_of(word));
    let scale = said.or((noughts >= 3 && noughts % 3 == 0 && noughts <= 12).then(|| 10_u64.pow(noughts as u32)));
    let is_money = words.iter().any(|word| matches!(word.as_str(), "rp" | "rupiah" | "idr"));
    let is_thing = words.iter().any(|word| THINGS.contains(&word.as_str()));
    let is_percent = matches!(&words[..], [word] if matches!(word.as_str(), "persen" | "prosen" | "persentase" | "prosentase"));
    match (is_money, is_thing, is_percent) {
        (_, _, true) => Some(Unit::Percent),
        (true, ..) => Some(Unit::Money(Decimal::from(scale.unwrap_or(1)))),
        (false, true, _) => Some(Unit::Thing(Decimal::from(scale.unwrap_or(1)))),
        _ => said.filter(|_| words.len() == 1).map(|scale| Unit::Scale(Decimal::from(scale))),
    }
}

fn part(profile: &Profile, plan: &Plan, node: &Node, deep: usize) -> Part {
    let Some(deep) = deep.checked_sub(1) else { return Part::Unknown };
    let of = |node: &Node| part(profile, plan, node, deep);
    match &node.expr {
        Expr::Number(value) => Part::Constant(*value),
        Expr::Negate(inner) | Expr::Abs(inner) => of(inner),
        Expr::Round { value, .. } => of(value),
        Expr::If { then, otherwise, .. } => match (of(then), of(otherwise)) {
            (Part::Measured(one), Part::Constant(_)) | (Part::Constant(_), Part::Measured(one)) => Part::Measured(one),
            (one, other) => same(one, other),
        },
        Expr::Name { sumber: None, name, .. } => {
            let measure = plan.measures.get(name).and_then(|measure| measure.rumus.as_ref());
            measure.map_or(Part::Unknown, |rumus| of(&rumus.root))
        }
        Expr::Aggregate(aggregate) => of_rows(profile, aggregate),
        Expr::Arithmetic { op, left, right } => arithmetic(*op, of(left), of(right)),
        _ => Part::Unknown,
    }
}

fn of_rows(profile: &Profile, aggregate: &Aggregate) -> Part {
    let one = |dimension| Part::Measured(Measured { dimension, times: Decimal::ONE });
    let Some((isian, _)) = &aggregate.isian else { return one(JenisAngka::Cacah) };
    if matches!(aggregate.function, AggregateFunction::Count | AggregateFunction::CountDistinct) {
        return one(JenisAngka::Cacah);
    }
    let fields = profile.sumber.get(&aggregate.sumber).map(fields_of).unwrap_or_default();
    let is_money = fields.iter().any(|field| &*field.isian == isian && field.jenis == Jenis::Uang);
    if is_money { one(JenisAngka::Uang) } else { Part::Unknown }
}

fn same(one: Part, other: Part) -> Part {
    match (one, other) {
        (Part::Measured(one), Part::Measured(other)) if one == other => Part::Measured(one),
        (Part::Constant(one), Part::Constant(other)) if one == other => Part::Constant(one),
        _ => Part::Unknown,
    }
}

fn arithmetic(op: ArithmeticOp, left: Part, right: Part) -> Part {
    let times = |own: Measured, by: Option<Decimal>| {
        let times = by.filter(|by| !by.is_zero()).map(|by| by.normalize());
        times.map_or(Part::Unknown, |times| Part::Measured(Measured { times, ..own }))
    };
    match (op, left, right) {
        (ArithmeticOp::Add | ArithmeticOp::Subtract, left, right) => same(left, right),
        (ArithmeticOp::Multiply, Part::Measured(own), Part::Constant(by))
        | (ArithmeticOp::Multiply, Part::Constant(by), Part::Measured(own)) => times(own, own.times.checked_mul(by)),
        (ArithmeticOp::Divide, Part::Measured(own), Part::Constant(by)) => times(own, own.times.checked_div(by)),
        (ArithmeticOp::Divide, Part::Measured(own), Part::Measured(over)) => {
            let by = own.times.checked_div(over.times);
            // Money for each row is money.
            let is_each = (own.dimension, over.dimension) == (JenisAngka::Uang, JenisAngka::Cacah);
            let is_quotient = own.dimension == over.dimension;
            let dimension = if is_each { JenisAngka::Uang } else { JenisAngka::Perbandingan };
            if is_each || is_quotient { times(Measured { dimension, ..own }, by) } else { Part::Unknown }
        }
        (ArithmeticOp::Multiply, Part::Constant(one), Part::Constant(other)) => {
            one.checked_mul(other).map_or(Part::Unknown, Part::Constant)
        }
        (ArithmeticOp::Divide, Part::Constant(one), Part::Constant(other)) => {
            one.checked_div(other).map_or(Part::Unknown, Part::Constant)
        }
        _ => Part::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Year;

    /// What is told of an indicator over koperasi by its formula and unit.
    fn told(rumus: &str, satuan: &str) -> Option<SebabJanggal> {
        let text = format!(
            "[instansi]\nnama = 'Dinas'\ndaerah = 'Kota'\n[laporan]\ntahun = 2021\n[penandatangan]\ntempat = 'Kota'\n\
             tanggal = 2022-01-24\njabatan = 'KEPALA'\nnama = 'Nama'\n[sumber.k]\nbentuk = 'keragaan'\nberkas = '{{tahun}}.csv'\n\
             [ukuran.v]\nrumus = 'SUM(k.volume_usaha)'\n[ukuran.j]\nrumus = 'COUNT(k)'\n[ukuran.s]\ntetapan = {{ 2021 = 5 }}\n\
             asal = 'BPS'\n[[sasaran]]\n[[sasaran.indikator]]\nnama = 'I'\nrumus = '{rumus}'\nsatuan = '{satuan}'\n"
        );
        let profile = crate::profile::parse(&text).unwrap_or_else(|errors| panic!("{:?}", errors[0].show("iku.toml", &text)));
        let plan = crate::indicator::plan(&profile, Year(2021)).unwrap();
        let formula = &plan.indikator[0].1.root;
        unlike(&profile, &plan, formula).or_else(|| mismatch(&profile, &plan, formula, satuan))
    }

    #[test]
    fn formulas_and_the_units_printed_beside_them() {
        let times = |number: i64, places: u32| Some(SebabJanggal::KaliSatuan(Decimal::new(number, places)));
        let other = |jenis| Some(SebabJanggal::LainSatuan(jenis));
        for (rumus, satuan, expected) in [
            ("v", "Rp", None),
            ("v", "Rp juta", times(1_000_000, 0)),
            ("v / 1000000", "Rp juta", None),
            ("ROUND(v / 1000000, 2)", "Juta Rupiah", None),
            ("v / 1000000", "Rp", times(1, 6)),
            ("v / 1000", "juta", times(1_000, 0)),
            ("v / j", "Rp/koperasi", None),
            ("v / 12", "Rp", None),
            ("v * 0.5 + v[n-1] * 0.5", "Rp", None),
            ("v", "%", other(JenisAngka::Uang)),
            ("j", "koperasi", None),
            ("j", "%", other(JenisAngka::Cacah)),
            ("j", "Rp", other(JenisAngka::Cacah)),
            ("j / 1000", "ribu koperasi", None),
            ("j / j[n-1] * 100", "%", None),
            ("j / j[n-1] * 100 * 100", "%", times(100, 0)),
            ("(v[n] - v[n-1]) / v[n-1] * 100", "%", None),
            ("(v[n] - v[n-1]) / j[n-1] * 100", "%", other(JenisAngka::Uang)),
            ("v / s", "Rp", None),
            ("s", "%", None),
            ("ROUND(j / j[n-1] * 100, 1) * 0.6 + s * 0.4", "%", None),
            ("v[n] - v[n-1] / v[n-1] * 100", "%", Some(SebabJanggal::TakSejenis(JenisAngka::Uang, JenisAngka::Perbandingan))),
            ("v + j", "Rp", Some(SebabJanggal::TakSejenis(JenisAngka::Uang, JenisAngka::Cacah))),
        ] {
            assert_eq!(told(rumus, satuan), expected, "{rumus} {satuan}");
        }
    }

    #[test]
    fn units_as_they_are_printed() {
        let money = |scale: u64| Some(Unit::Money(Decimal::from(scale)));
        for (satuan, unit) in [
            ("Rp", money(1)),
            ("rupiah", money(1)),
            ("Rp juta", money(1_000_000)),
            ("Juta Rupiah", money(1_000_000)),
            ("(Rp. Juta)", money(1_000_000)),
            ("jt", Some(Unit::Scale(Decimal::from(1_000_000)))),
            ("Milyar", Some(Unit::Scale(Decimal::from(1_000_000_000)))),
            ("Rp (000)", money(1_000)),
            ("ribu rupiah", money(1_000)),
            ("Rp/koperasi", money(1)),
            ("%", Some(Unit::Percent)),
            ("Persen", Some(Unit::Percent)),
            ("orang", Some(Unit::Thing(Decimal::ONE))),
            ("ribu orang", Some(Unit::Thing(Decimal::from(1_000)))),
            ("poin", None),
            ("kali", None),
            ("indeks", None),
        ] {
            assert_eq!(unit_of(satuan), unit, "{satuan}");
        }
    }
}
