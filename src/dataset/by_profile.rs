//! What keys of the profile settle against what is written, and the texts that `arti` gives a meaning: each told,
//! so that nobody need read `iku.toml` to know.

use super::Jenis;
use super::body::row_arti::arti_of;
use super::columns::column::Used;
use super::counted::CountedRow;
use super::field::fields_of;
use super::keputusan::{Karena, Keputusan, Tentang};
use super::sheets::unread::is_left_out;
use super::source::Source;
use crate::diagnostic::{KeteranganMembatasi, MenurutProfil, Temuan, Terhadap};
use crate::profile::Arti;
use crate::table::{Decided, Ground, LayoutColumn, Spot, Strength, TableLayout};
use crate::text::heading::Heading;
use crate::text::label::spelt_words;
use crate::text::{MarkText, period_named, read_mark};
use crate::vocabulary::{At, CellAddress, Sel, mask_person};
use crate::workbook::{Sheet, Value, Workbook};
use std::collections::{BTreeMap, BTreeSet};

/// Where the keys stand.
const PROFILE: &str = "iku.toml";

/// As `arti` writes it.
fn word(arti: Arti) -> &'static str {
    match arti {
        Arti::Biasa => "biasa",
        Arti::Lewati => "lewati",
    }
}

/// What a sheet says of a unit and `satuan_uang` overrules.
pub(crate) fn overruled_unit(sheet: &Sheet, decided: &Decided<u64>) -> Vec<Temuan> {
    let Some(key) = decided.because.first().filter(|_| decided.is_by_key()) else { return Vec::new() };
    let told = decided.against.iter().map(|other| {
        let at = match other.ground {
            Ground::Cell(at) => sheet.at_cell(at),
            Ground::Column(column) => sheet.at().with(Sel::Column(column)),
            _ => sheet.at(),
        };
        let terhadap = Terhadap::Tertulis(other.text.clone());
        Temuan::new(at, MenurutProfil { kunci: "satuan_uang".to_owned(), kata: key.text.clone(), terhadap })
    });
    told.collect()
}

/// The column that has the heading of a field for which the profile names another.
pub(crate) fn overruled_heading<'l>(source: &Source, layout: &'l TableLayout, used: &Used) -> Option<&'l LayoutColumn> {
    let field = &source.fields[used.field];
    source.sumber.kolom.get(&*field.isian)?;
    let mut plain = source.sumber.clone();
    plain.kolom.remove(&*field.isian);
    let own = fields_of(&plain).into_iter().find(|own| own.isian == field.isian)?;
    let is_own = |words: &[String]| own.aliases.iter().any(|alias| spelt_words(alias) == words);
    let heads = |column: &&LayoutColumn| column.path.last().is_some_and(|label| is_own(&Heading::read(label).words));
    (0..layout.columns.len()).filter(|index| *index != used.index).map(|index| &layout.columns[index]).find(heads)
}

/// The same, told.
pub(crate) fn passed_heading(source: &Source, (sheet, layout): (&Sheet, &TableLayout), used: &Used) -> Option<Temuan> {
    let field = &source.fields[used.field];
    let spec = source.sumber.kolom.get(&*field.isian)?;
    let passed = overruled_heading(source, layout, used)?;
    let terhadap = Terhadap::Tertulis(passed.path.join(" / "));
    let (kunci, kata) = (format!("kolom.{}", field.isian), spec.judul.text.clone());
    Some(Temuan::new(sheet.at().with(Sel::Column(passed.column)), MenurutProfil { kunci, kata, terhadap }))
}

/// A heading that the profile names and that says up to which month its figures go: `Peserta s/d Juni`.
pub(crate) fn heading_of_part(source: &Source, (sheet, layout): (&Sheet, &TableLayout), used: &Used) -> Option<Temuan> {
    let field = &source.fields[used.field];
    let heading = &layout.columns[used.index];
    let leaf = heading.path.last()?;
    let lower = leaf.to_lowercase();
    let says_until = ["s/d", "s.d", "sampai", "hingga"].iter().any(|word| lower.contains(word));
    let is_part = period_named(leaf).is_some_and(|(period, _)| period.is_part() && period.until.is_some_and(|until| until < 12));
    let is_told = says_until && is_part && source.sumber.kolom.contains_key(&*field.isian) && arti_of(source, leaf).is_none();
    let at = sheet.at().with(Sel::Column(heading.column));
    is_told.then(|| Temuan::new(at, KeteranganMembatasi::of(leaf.clone(), 0)))
}

/// The words of a mark column that `tanda` turns around: they say the other by themselves.
pub(crate) fn turned_marks(source: &Source, of: (&Sheet, &TableLayout), rows: &[CountedRow], used: &Used) -> Vec<Temuan> {
    let (sheet, layout) = of;
    let tanda = &source.sumber.tanda;
    let turns = |words: &[String], by_itself: MarkText| -> Vec<String> {
        words.iter().filter(|word| read_mark(word) == by_itself).map(|word| word.trim().to_lowercase()).collect()
    };
    let turned: Vec<(String, &str)> = turns(&tanda.ya, MarkText::No)
        .into_iter()
        .map(|word| (word, "ya"))
        .chain(turns(&tanda.tidak, MarkText::Yes).into_iter().map(|word| (word, "tidak")))
        .collect();
    if turned.is_empty() || source.fields[used.field].jenis != Jenis::Tanda {
        return Vec::new();
    }
    let column = layout.columns[used.index].column;
    let says = |row: &CountedRow| sheet.cell(CellAddress::new(row.row, column)).map(|cell| super::cell::raw_text(&cell.value));
    let there: BTreeSet<String> = rows.iter().filter_map(says).map(|text| text.trim().to_lowercase()).collect();
    let told = turned.into_iter().filter(|(word, _)| there.contains(word)).map(|(word, side)| {
        let (kunci, terhadap) = (format!("tanda.{side}"), Terhadap::Tertulis(word.clone()));
        Temuan::new(sheet.at().with(Sel::Column(column)), MenurutProfil { kunci, kata: format!("{word} = {side}"), terhadap })
    });
    told.collect()
}

/// The key that says what a word of a mark column means, where one does.
pub(crate) fn mark_key(source: &Source, text: &str) -> Option<&'static str> {
    let has = |words: &[String]| words.iter().any(|word| word.trim().eq_ignore_ascii_case(text));
    let tanda = &source.sumber.tanda;
    if has(&tanda.ya) { Some("tanda.ya") } else { has(&tanda.tidak).then_some("tanda.tidak") }
}

/// A text of `arti`, where it stands on a sheet.
struct Met {
    arti: Arti,
    text: String,
    spot: Option<Spot>,
    count: usize,
}

/// The texts of `arti` on a sheet: its cells, its name, what stands around its cells.
fn met(source: &Source, sheet: &Sheet) -> BTreeMap<String, Met> {
    let mut found: BTreeMap<String, Met> = BTreeMap::new();
    let arti = &source.sumber.arti;
    let Some(longest) = arti.keys().map(|key| key.chars().count()).max() else { return found };
    let mut hear = |text: &str, spot: Option<Spot>| {
        // Blanks fold away: a cell is no more than a few times as long as what it is folded to.
        let means = Arti::of(arti, text).filter(|_| text.chars().count() <= longest * 4 + 16);
        if let Some(means) = means {
            let own =
                found.entry(Arti::folded(text)).or_insert(Met { arti: means, text: mask_person(text.trim()), spot, count: 0 });
            own.count += 1;
        }
    };
    for cell in sheet.cells.iter() {
        if let Value::Text(text) = &cell.value {
            hear(text, Some(cell.at.into()));
        }
    }
    sheet.around.iter().for_each(|line| hear(&line.text, Some(Spot::Around(line.place))));
    sheet.name.iter().for_each(|name| hear(name, None));
    found
}

/// What `arti` says on a sheet that is read: a finding for each text, and the decision.
pub(crate) fn meanings(source: &Source, sheet: &Sheet) -> Vec<(Temuan, Keputusan)> {
    let told = met(source, sheet).into_values().map(|met| {
        let (kata, key) = (word(met.arti), Ground::Key(format!("sumber.{}.arti", source.sumber.id)));
        let at = met.spot.map_or(sheet.at(), |spot| spot.on(sheet));
        let fakta = MenurutProfil {
            kunci: "arti".to_owned(),
            kata: kata.to_owned(),
            terhadap: Terhadap::Teks(met.text.clone(), met.count),
        };
        let karena = |tempat| Karena { tempat, teks: met.text.clone(), kekuatan: Strength::Stated };
        let stands = met.spot.map_or(Ground::Sheet, |spot| spot.ground());
        let nilai = format!("{} = {kata}", met.text);
        let keputusan = Keputusan::new(Tentang::Arti, None, nilai, vec![karena(key), karena(stands)]);
        (Temuan::new(at, fakta), keputusan)
    });
    told.collect()
}

/// The sheets that `arti` leaves out.
pub(crate) fn left_out_sheets(source: &Source, workbook: &Workbook) -> Vec<Temuan> {
    let sheets = workbook.sheets.iter().filter(|sheet| is_left_out(source, sheet));
    let told = sheets.map(|sheet| {
        let terhadap = Terhadap::Lembar(sheet.name.as_deref().unwrap_or_default().to_owned());
        let fakta = MenurutProfil { kunci: "arti".to_owned(), kata: word(Arti::Lewati).to_owned(), terhadap };
        Temuan::new(sheet.at(), fakta)
    });
    told.collect()
}

/// The texts of `arti` that stand in a workbook, folded: on its sheets, or as a part of the file's name.
pub(crate) fn texts_met(source: &Source, workbook: &Workbook) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = workbook.sheets.iter().flat_map(|sheet| met(source, sheet).into_keys()).collect();
    let name = Arti::folded(&workbook.berkas);
    found.extend(source.sumber.arti.keys().filter(|text| name.contains(text.as_str())).cloned());
    found
}

/// The texts of `arti` that stand in none of the workbooks read.
pub(crate) fn texts_nowhere(source: &Source, met: &BTreeSet<String>) -> Vec<Temuan> {
    // A text may stand there as it is told: personal data masked.
    let masked: BTreeSet<String> = met.iter().map(|text| Arti::folded(&mask_person(text))).collect();
    let missing = source.sumber.arti.iter().filter(|(text, _)| !met.contains(*text) && !masked.contains(*text));
    let told = missing.map(|(text, arti)| {
        let fakta = MenurutProfil {
            kunci: "arti".to_owned(),
            kata: word(*arti).to_owned(),
            terhadap: Terhadap::TidakAda(mask_person(text)),
        };
        Temuan::new(At::file(PROFILE), fakta)
    });
    told.collect()
}
