//! The records of the offices in, all that the summary says out.

use super::gather::{Gathered, Kantor, folded};
use super::matching::{Golongan, Laporan, matched};
use super::model::{Gabungan, IndikatorRekap, KantorRow, Rekap, SCHEMA, UkuranRekap, UkuranTahun};
use super::order::{self, Direction};
use super::{additive, operands, total, words_id as words};
use crate::deliver::{IndikatorRecord, Record};
use crate::formula::Node;
use crate::office::PROGRAM;
use crate::vocabulary::{Tanggal, Year, exact_text, tampil};
use std::collections::BTreeSet;

/// So many earlier years are shown at most.
const YEARS: usize = 2;

/// The summary of these offices; `nama` is what they are together.
pub fn build(gathered: &Gathered, nama: Option<&str>) -> Rekap {
    let names = names(&gathered.kantor);
    let laporan: Vec<Laporan<'_>> = gathered
        .kantor
        .iter()
        .zip(&names)
        .filter_map(|(kantor, name)| Some(Laporan::of(name.clone(), kantor.catatan.as_ref()?)))
        .collect();
    let groups = matched(&laporan);
    let indikator = (0..groups.len()).map(|index| indikator(index, &groups, &laporan, gathered.tahun));
    Rekap {
        schema: SCHEMA,
        program: PROGRAM,
        judul: words::TITLE,
        nama: nama.map(str::to_owned),
        tahun: gathered.tahun.0,
        tanggal: gathered.tanggal.to_string(),
        jumlah_kantor: gathered.kantor.len(),
        jumlah_laporan: laporan.len(),
        indikator: indikator.collect(),
        ukuran: ukuran(&laporan),
        kantor: gathered.kantor.iter().zip(names).enumerate().map(|(index, (kantor, name))| row(index, kantor, name)).collect(),
        luaran: None,
    }
}

/// Each office by its daerah; with its instansi where two share one; by its folder where there is no report.
fn names(kantor: &[Kantor]) -> Vec<String> {
    let daerah = |record: &Record| folded(&record.daerah);
    let shared = |record: &Record| {
        kantor.iter().filter_map(|other| other.catatan.as_ref()).filter(|other| daerah(other) == daerah(record)).count() > 1
    };
    let name = |one: &Kantor| match &one.catatan {
        Some(record) if shared(record) => format!("{} ({})", record.daerah, record.instansi),
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

fn indikator(index: usize, groups: &[Golongan<'_>], laporan: &[Laporan<'_>], tahun: Year) -> IndikatorRekap {
    let group = &groups[index];
    let own: Vec<&IndikatorRecord> = group.members.iter().map(|(_, own)| *own).collect();
    let years: BTreeSet<i32> =
        own.iter().flat_map(|own| &own.lalu).map(|past| past.tahun).filter(|year| *year < tahun.0).collect();
    let tahun_lalu: Vec<i32> = years.into_iter().rev().take(YEARS).rev().collect();
    let decimals = own.iter().map(|own| order::decimals(&own.tampil)).max().unwrap_or(0);
    let direction = order::direction(group);
    let baris = order::rows(group, laporan, &tahun_lalu);
    let satuan = group.first.satuan.clone().unwrap_or_default();
    let has = |place: &usize| group.members.iter().any(|(member, _)| member == place);
    let tanpa = (0..laporan.len()).filter(|place| !has(place)).map(|place| laporan[place].kantor.clone());
    let like = |other: &&Golongan<'_>| {
        !std::ptr::eq(*other, group)
            && (folded(&other.first.nama) == folded(&group.first.nama)
                || folded(&other.first.rumus) == folded(&group.first.rumus))
    };
    let total = |year: i32| -> Gabungan { total::total(group, laporan, Year(year), decimals) };
    IndikatorRekap {
        nomor: index + 1,
        nama: group.first.nama.clone(),
        rumus: group.first.rumus.clone(),
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
        baris,
        gabungan: total(tahun.0),
        gabungan_lalu: tahun_lalu.iter().map(|year| total(*year)).collect(),
        tahun_lalu,
        tanpa: tanpa.collect(),
        mirip: groups
            .iter()
            .filter(like)
            .map(|other| words::like(&other.first.nama, &other.first.rumus, other.members.len()))
            .collect(),
    }
}

/// Every measure that any office has, by name and definition, in the order in which they are met.
fn ukuran(laporan: &[Laporan<'_>]) -> Vec<UkuranRekap> {
    let mut known: Vec<(&str, Option<&Node>, &str)> = Vec::new();
    for one in laporan {
        for own in &one.record.ukuran {
            let key = (own.nama.as_str(), one.formula(&own.nama).map(|formula| &formula.root));
            if !known.iter().any(|(nama, root, _)| (*nama, *root) == key) {
                known.push((key.0, key.1, own.rumus.as_deref().unwrap_or("-")));
            }
        }
    }
    known.into_iter().enumerate().map(|(index, (nama, root, rumus))| one_measure(index, laporan, nama, (root, rumus))).collect()
}

fn one_measure(index: usize, laporan: &[Laporan<'_>], nama: &str, (root, rumus): (Option<&Node>, &str)) -> UkuranRekap {
    let has = |one: &&Laporan<'_>| one.ukuran.contains_key(nama) && one.formula(nama).map(|formula| &formula.root) == root;
    let members: Vec<&Laporan<'_>> = laporan.iter().filter(has).collect();
    let adds_up = members
        .first()
        .is_some_and(|first| first.formula(nama).is_some_and(|formula| additive::adds_up(formula, &|name| first.formula(name))));
    let years: BTreeSet<i32> =
        members.iter().flat_map(|one| &one.record.ukuran).filter(|own| own.nama == nama).map(|own| own.tahun).collect();
    let year = |tahun: i32| {
        let value = |one: &Laporan<'_>| Some(one).filter(|one| has(one)).and_then(|one| operands::value(one, nama, tahun));
        let values: Vec<_> = laporan.iter().map(value).collect();
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
        nama: nama.to_owned(),
        rumus: rumus.to_owned(),
        dijumlah: adds_up,
        tahun: years.into_iter().map(year).collect(),
    }
}
