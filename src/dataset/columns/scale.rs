//! What a money column's numbers are multiplied by to be rupiah, and what says so.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::total::says_percent;
use crate::dataset::field::{fields_of, wanted};
use crate::dataset::matching::year_said::heading_cell;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, SatuanBerselisih, Temuan};
use crate::profile::{SatuanUang, Sumber};
use crate::table::{Decided, Evidence, Ground, LayoutColumn, Strength, TableLayout, UnitStated, names_another, settle};
use crate::text::dateless::dateless;
use crate::text::heading::Heading;
use crate::text::label::spelt_words;
use crate::text::spoken_name::spoken;
use crate::text::{name_unit, plain_unit};
use crate::vocabulary::Sel;
use crate::workbook::Sheet;

/// Where nothing states a unit.
const NO_UNIT: &str = "tidak ada yang menyebut satuan lain";

/// A money column whose unit is asked for.
pub(crate) struct Priced<'a> {
    pub sumber: &'a Sumber,
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    pub column: &'a LayoutColumn,
}

impl Priced<'_> {
    /// What its amounts are multiplied by: the profile's word before the heading's, then
    /// the caption's, then the sheet's and the file's name, else plain rupiah.
    pub(crate) fn decide(&self) -> Decided<u64> {
        let Self { sheet, layout, column, .. } = *self;
        let mut evidence: Vec<Evidence<u64>> = self.by_key().into_iter().collect();
        // `Volume Usaha (orang)`: whatever is in it, it is no money.
        evidence.extend(
            column
                .counted
                .as_ref()
                .map(|counted| Evidence::new(1, heading_cell(sheet, layout, column.column), counted.clone(), Strength::Stated)),
        );
        let said = column.said.iter().find(|unit| unit.factor > 0);
        let own = column.unit.as_ref().or(said).or(layout.unit.as_ref());
        evidence.extend(own.map(by_cell));
        let (scales, plain): (Vec<_>, Vec<_>) = self.named_units().into_iter().partition(|unit| unit.says > 1);
        evidence.extend(scales);
        let is_stated = !evidence.is_empty();
        let others = column.said.iter().filter(|unit| Some(*unit) != own && (unit.factor > 0 || column.unit.is_none()));
        if is_stated {
            evidence.extend(others.map(by_cell));
            evidence.extend(
                [&layout.unit_conflict, &layout.unit].into_iter().flatten().filter(|unit| Some(*unit) != own).map(by_cell),
            );
        }
        // Against a scale `Rupiah` is a unit as any other; beside nothing it says nothing further.
        if evidence.iter().any(|unit| unit.says > 1) {
            evidence.extend(plain);
        }
        settle(evidence).unwrap_or_else(|| {
            let mut decided = Decided::by_rule(1, NO_UNIT);
            // Noted below another table of the sheet: whether it holds here nobody says.
            decided.against.extend(layout.unit_conflict.as_ref().map(by_cell));
            decided
        })
    }

    /// The units that the sheet's and the file's name state, unless of another column: `Rekap (Rp Juta)`, `dalam ribuan`.
    pub(crate) fn named_units(&self) -> Vec<Evidence<u64>> {
        let file = self.sheet.berkas.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let names = [(self.sheet.name.as_deref(), Ground::Sheet), (Some(stem), Ground::File)];
        let is_own = |name: &str| {
            let wanted = wanted(&fields_of(self.sumber), None);
            !names_another(name, self.column, &self.layout.columns, &wanted)
        };
        let said = |(name, ground): (Option<&str>, Ground)| {
            let name = name?;
            let apart = || spoken(name).unwrap_or_else(|| name.to_owned());
            let (factor, text) = name_unit(name)
                .or_else(|| plain_unit(name))
                .or_else(|| name_unit(&apart()).or_else(|| name_unit(&dateless(&apart())?)))
                .filter(|_| is_own(name))?;
            Some(Evidence::new(factor, ground, text, Strength::Stated))
        };
        names.into_iter().filter_map(said).collect()
    }

    fn by_key(&self) -> Option<Evidence<u64>> {
        let (factor, text) = match self.sumber.satuan_uang? {
            SatuanUang::Rupiah => (1, "rupiah"),
            SatuanUang::Ribu => (1_000, "ribu"),
            SatuanUang::Juta => (1_000_000, "juta"),
            SatuanUang::Miliar => (1_000_000_000, "miliar"),
        };
        Some(Evidence::new(factor, Ground::Key(format!("sumber.{}.satuan_uang", self.sumber.id)), text, Strength::Stated))
    }

    /// The finding where something stated speaks against the unit.
    pub(crate) fn contradiction(&self, decided: &Decided<u64>) -> Option<Temuan> {
        if decided.is_by_key() {
            return None;
        }
        let Self { sheet, layout, column, .. } = *self;
        if let Some(counted) = &column.counted {
            let fakta = SatuanBerselisih { pertama: counted.clone(), kedua: RUPIAH.to_owned() };
            return Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta));
        }
        let (own, other) = (decided.because.first()?, decided.against.first()?);
        let pertama = if own.ground == Ground::Rule { RUPIAH.to_owned() } else { own.text.clone() };
        let fakta = SatuanBerselisih { pertama, kedua: other.text.clone() };
        // The heading is what differs from the table's caption, or from a name.
        let is_caption = layout.unit.as_ref().is_some_and(|unit| other.ground == unit.at.ground());
        let place = match (&own.ground, &other.ground) {
            (_, Ground::Cell(at)) if !is_caption => sheet.at_cell(*at),
            (Ground::Cell(at), _) => sheet.at_cell(*at),
            _ => sheet.at(),
        };
        Some(Temuan::new(place, fakta))
    }
}

/// `(kg)` over `Omset (Rp)`, `@`: amounts of things, or the price of one.
pub(crate) fn of_things(sheet: &Sheet, heading: &LayoutColumn) -> Option<Temuan> {
    let is_of_things = |label: &&String| {
        let own = Heading::read(label);
        own.words.is_empty() && own.counted.is_some() || label.trim() == "@"
    };
    let (leaf, parents) = heading.path.split_last()?;
    let label = parents.iter().find(is_of_things)?;
    let fakta = SatuanBerselisih { pertama: label.clone(), kedua: leaf.clone() };
    Some(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta))
}

/// Headings of money, in an office's own columns.
const OF_MONEY: &[&str] = &[
    "anggaran",
    "pagu",
    "biaya",
    "dana",
    "modal",
    "omset",
    "nilai",
    "pinjaman",
    "kredit",
    "hibah",
    "bantuan",
    "pembiayaan",
    "aset",
    "shu",
    "penjualan",
    "pendapatan",
    "belanja",
    "investasi",
    "simpanan",
    "rupiah",
    "rp",
];

/// A caption's scale (`dalam juta rupiah`) over a column of money that the profile calls a number: it is multiplied by nothing.
pub(crate) fn unscaled_money(source: &Source, priced: &Priced) -> Option<Temuan> {
    let Priced { sheet, layout, column, .. } = *priced;
    let is_money = column.path.iter().any(|label| spelt_words(label).iter().any(|word| OF_MONEY.contains(&word.as_str())));
    let unit = layout.unit.as_ref().filter(|unit| unit.factor > 1 && column.unit.is_none() && column.counted.is_none())?;
    let is_settled = arti_of(source, &unit.text).is_some() || says_percent(&column.path);
    (is_money && !is_settled).then(|| Temuan::new(unit.at.on(sheet), KeteranganMembatasi::of(unit.text.clone(), 0)))
}

/// How rupiah are written where no cell does.
const RUPIAH: &str = "Rp";

fn by_cell(unit: &UnitStated) -> Evidence<u64> {
    Evidence::new(unit.factor, unit.at.ground(), unit.at.told(&unit.text), Strength::Stated)
}

/// The words of a scale that is not plain rupiah.
pub(crate) fn scale_text(decided: &Decided<u64>) -> Option<String> {
    decided.because.first().filter(|first| first.says != 1).map(|first| first.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_scale_are_those_of_its_strongest_evidence() {
        let says = |factor, text: &str| Evidence::new(factor, Ground::Sheet, text, Strength::Stated);
        let decided = settle(vec![says(1_000, "(Rp ribu)"), says(1_000, "ribuan")]).unwrap();
        assert_eq!(scale_text(&decided).as_deref(), Some("(Rp ribu)"));
        assert_eq!(scale_text(&settle(vec![says(1, "(Rp)")]).unwrap()), None);
        assert_eq!(scale_text(&Decided::by_rule(1, NO_UNIT)), None);
    }
}
