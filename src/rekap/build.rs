//! The records of the offices in, all that the summary says out.

use super::bounds::Bound;
use super::formulas::Formulas;
use super::gather::{Gathered, Kantor, Refusal, folded};
use super::matching::{Golongan, Laporan, matched};
use super::model::{Gabungan, IndikatorRekap, KantorRow, Rekap, SCHEMA, UkuranRekap, UkuranTahun};
use super::order::{self, Direction};
use super::{additive, operands, total, words_id as words};
use crate::deliver::{IndikatorRecord, Record, UkuranRecord};
use crate::office::PROGRAM;
use crate::vocabulary::{Tanggal, Year, exact_text, mask_in_text, tampil};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many earlier years are shown at most.
const YEARS: usize = 2;

/// So many offices without an indicator, or indicators that are like it, are named.
const MOST_TOLD: usize = 60;

/// The summary of these offices; `nama` is what they are together.
///
/// # Errors
/// It would hold more than a summary does.
pub fn build(gathered: &Gathered, nama: Option<&str>) -> Result<Rekap, Refusal> {
    let names = names(&gathered.kantor);
    let mut formulas = Formulas::default();
    let laporan: Vec<Laporan<'_>> = gathered
        .kantor
        .iter()
        .zip(&names)
        .filter_map(|(kantor, name)| Some(Laporan::of(name.clone(), kantor.catatan.as_ref()?, &mut formulas)))
        .collect();
    let groups = matched(&laporan, &mut formulas);
    let alike = Alike::of(&groups);
    let measures = measures(&laporan);
    within(&measures, laporan.len())?;
    let indikator: Vec<IndikatorRekap> =
        (0..groups.len()).map(|index| indikator(index, (&groups, &alike), &laporan, gathered.tahun)).collect();
    let ukuran: Vec<UkuranRekap> =
        measures.iter().enumerate().map(|(index, measure)| one_measure(index, &laporan, measure)).collect();
    Ok(Rekap {
        schema: SCHEMA,
        program: PROGRAM,
        judul: words::TITLE,
        nama: nama.map(str::to_owned),
        tahun: gathered.tahun.0,
        tanggal: gathered.tanggal.to_string(),
        jumlah_kantor: gathered.kantor.len(),
        jumlah_laporan: laporan.len(),
        indikator,
        ukuran,
        kantor: gathered.kantor.iter().zip(names).enumerate().map(|(index, (kantor, name))| row(index, kantor, name)).collect(),
        luaran: None,
    })
}

/// Whether the sheet of measures can hold these.
fn within(measures: &[Measure<'_>], offices: usize) -> Result<(), Refusal> {
    let columns: usize = measures.iter().map(|measure| measure.years().len()).sum();
    for (what, found) in [(Bound::Columns, columns), (Bound::Cells, columns * offices)] {
        if found > what.most() {
            return Err(Refusal::TooLarge { what, found, kantor: offices });
        }
    }
    Ok(())
}

/// Each office by its daerah; with its instansi where two share one; by its folder where there is no report.
fn names(kantor: &[Kantor]) -> Vec<String> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for record in kantor.iter().filter_map(|one| one.catatan.as_ref()) {
        *count.entry(folded(&record.daerah)).or_default() += 1;
    }
    let name = |one: &Kantor| match &one.catatan {
        Some(record) if count.get(&folded(&record.daerah)).is_some_and(|count| *count > 1) => {
            format!("{} ({})", record.daerah, record.instansi)
        }
        Some(record) => record.daerah.clone(),
        None => one.folder.clone(),
    };
    kantor.iter().map(name).collect()
}

fn row(index: usize, kantor: &Kantor, name: String) -> KantorRow {
    let record = kantor.catatan.as_ref();
    let dash = || "-".to_owned();
    let tanggal = |record: &Record| Tanggal::parse_iso(&record.tanggal).map_or_else(|| record.tanggal.clone(), Tanggal::panjang);
    KantorRow {
        nomor: index + 1,
        folder: kantor.folder.clone(),
        kantor: name,
        instansi: record.map_or_else(dash, |record| record.instansi.clone()),
        revisi: record.map_or_else(dash, |record| record.revisi.to_string()),
        tanggal: record.map_or_else(dash, tanggal),
        ada: record.is_some(),
        keadaan: kantor.keadaan.iter().map(words::keadaan).collect(),
    }
}

/// The groups that share a nama or a rumus.
struct Alike {
    by_nama: BTreeMap<String, Vec<usize>>,
    by_rumus: BTreeMap<String, Vec<usize>>,
}

impl Alike {
    fn of(groups: &[Golongan<'_>]) -> Self {
        let by = |key: fn(&IndikatorRecord) -> &str| {
            let mut by: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            groups.iter().enumerate().for_each(|(index, group)| by.entry(folded(key(group.first))).or_default().push(index));
            by
        };
        Self { by_nama: by(|one| &one.nama), by_rumus: by(|one| &one.rumus) }
    }

    /// The others that are like a group, each once, in their order.
    fn others(&self, index: usize, group: &Golongan<'_>) -> BTreeSet<usize> {
        let same = [self.by_nama.get(&folded(&group.first.nama)), self.by_rumus.get(&folded(&group.first.rumus))];
        // One more than are told, so that it is known whether there are more.
        same.into_iter()
            .flatten()
            .flat_map(|all| all.iter().copied().filter(|other| *other != index).take(MOST_TOLD + 1))
            .collect()
    }
}

fn indikator(index: usize, (groups, alike): (&[Golongan<'_>], &Alike), laporan: &[Laporan<'_>], tahun: Year) -> IndikatorRekap {
    let group = &groups[index];
    let own: Vec<&IndikatorRecord> = group.members.iter().map(|(_, own)| *own).collect();
    let years: BTreeSet<i32> =
        own.iter().flat_map(|own| &own.lalu).map(|past| past.tahun).filter(|year| *year < tahun.0).collect();
    let tahun_lalu: Vec<i32> = years.into_iter().rev().take(YEARS).rev().collect();
    let decimals = own.iter().map(|own| order::decimals(&own.tampil)).max().unwrap_or(0);
    let direction = order::direction(group);
    let baris = order::rows(group, laporan, &tahun_lalu);
    let [pertama, terakhir] = order::ends(&baris);
    let satuan = group.first.satuan.clone().unwrap_or_default();
    let has: BTreeSet<usize> = group.members.iter().map(|(member, _)| *member).collect();
    let tanpa = (0..laporan.len()).filter(|place| !has.contains(place)).map(|place| laporan[place].kantor.clone());
    let others = alike.others(index, group);
    let mut mirip: Vec<String> = others
        .iter()
        .take(MOST_TOLD)
        .map(|other| words::like(&groups[*other].first.nama, &groups[*other].first.rumus, groups[*other].members.len()))
        .collect();
    mirip.extend((others.len() > MOST_TOLD).then(|| words::AND_OTHERS.to_owned()));
    let total = |year: i32| -> Gabungan { total::total(group, laporan, Year(year), decimals) };
    IndikatorRekap {
        nomor: index + 1,
        nama: group.first.nama.clone(),
        // A record may hold anything under this key: a formula alone is told as it is.
        rumus: mask_in_text(&group.first.rumus),
        grafik: order::chart(&group.first.nama, &satuan, &baris),
        satuan,
        arah: match direction {
            Direction::Up => Some("naik".to_owned()),
            Direction::Down => Some("turun".to_owned()),
            Direction::Unsaid => None,
        },
        urutan: words::ranked_by(direction).to_owned(),
        ada_target: own.iter().any(|own| own.target.is_some()),
        ada_predikat: baris.iter().any(|row| row.predikat != "-"),
        gabungan: total(tahun.0),
        gabungan_lalu: tahun_lalu.iter().map(|year| total(*year)).collect(),
        tahun_lalu,
        jumlah_tanpa: laporan.len() - has.len(),
        tanpa: tanpa.take(MOST_TOLD).collect(),
        pertama,
        terakhir,
        baris,
        mirip,
    }
}

/// A measure of one definition and where it is recorded: office by its place, year, as written.
struct Measure<'r> {
    nama: &'r str,
    rumus: &'r str,
    first: usize,
    recorded: Vec<(usize, &'r UkuranRecord)>,
}

impl Measure<'_> {
    fn years(&self) -> BTreeSet<i32> {
        self.recorded.iter().map(|(_, one)| one.tahun).collect()
    }
}

/// Every measure that any office has, by name and definition, in the order in which they are met.
fn measures<'r>(laporan: &[Laporan<'r>]) -> Vec<Measure<'r>> {
    let mut known: BTreeMap<(&str, Option<usize>), usize> = BTreeMap::new();
    let mut measures: Vec<Measure<'r>> = Vec::new();
    for (place, one) in laporan.iter().enumerate() {
        for own in &one.record.ukuran {
            let index = *known.entry((own.nama.as_str(), one.meaning(&own.nama))).or_insert_with(|| {
                let rumus = own.rumus.as_deref().unwrap_or("-");
                measures.push(Measure { nama: &own.nama, rumus, first: place, recorded: Vec::new() });
                measures.len() - 1
            });
            measures[index].recorded.push((place, own));
        }
    }
    measures
}

fn one_measure(index: usize, laporan: &[Laporan<'_>], measure: &Measure<'_>) -> UkuranRekap {
    let first = &laporan[measure.first];
    let adds_up = first.formula(measure.nama).is_some_and(|formula| additive::adds_up(formula, &|name| first.formula(name)));
    let year = |tahun: i32| {
        let mut values: Vec<Option<Decimal>> = vec![None; laporan.len()];
        for (place, _) in measure.recorded.iter().filter(|(_, own)| own.tahun == tahun) {
            values[*place] = operands::value(&laporan[*place], measure.nama, tahun);
        }
        let kantor = values.iter().flatten().count();
        let sum = if adds_up && kantor > 0 { operands::sum(values.iter().flatten().copied()) } else { None };
        UkuranTahun {
            tahun,
            kantor,
            tampil: sum.map_or_else(|| words::NOT_ADDED.to_owned(), |sum| tampil(sum, sum.normalize().scale())),
            nilai: sum.map(exact_text),
            angka: sum.map(|_| format!("rekap_u{}_{tahun}", index + 1)),
            baris: values.into_iter().map(|value| value.map(exact_text)).collect(),
        }
    };
    UkuranRekap {
        nama: measure.nama.to_owned(),
        rumus: mask_in_text(measure.rumus),
        dijumlah: adds_up,
        tahun: measure.years().into_iter().map(year).collect(),
    }
}
