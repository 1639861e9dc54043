//! The offices of an indicator in their order, and the chart of it.

use super::matching::{Golongan, Laporan};
use super::model::{BarisKantor, GrafikRekap, TitikRekap};
use super::operands::exact;
use super::words_id as words;
use crate::deliver::{IndikatorRecord, Status};
use crate::report;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A chart holds so many bars; of more offices the first and the last half.
const BARS: usize = 40;

/// What is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Up,
    Down,
    /// The records do not say one and the same: the largest stands first, and that means nothing.
    Unsaid,
}

pub fn direction(group: &Golongan<'_>) -> Direction {
    let said = |arah: &str| group.members.iter().all(|(_, own)| own.arah.as_deref() == Some(arah));
    match () {
        () if said("naik") => Direction::Up,
        () if said("turun") => Direction::Down,
        () => Direction::Unsaid,
    }
}

/// The figure by which an office is ranked.
pub fn figure(own: &IndikatorRecord) -> Option<Decimal> {
    let has_one = matches!(own.status, Status::Ok | Status::Teks);
    // Of an endless quotient the record holds 28 digits: more than any order needs.
    own.nilai.as_deref().filter(|_| has_one).and_then(|nilai| exact(nilai).or_else(|| nilai.parse().ok()))
}

/// The rows in their order; equal figures share a rank, and those without one stand last.
pub fn rows(group: &Golongan<'_>, laporan: &[Laporan<'_>], years: &[i32]) -> Vec<BarisKantor> {
    let direction = direction(group);
    let mut ranked: Vec<(Decimal, usize, &IndikatorRecord)> = Vec::new();
    let mut without = Vec::new();
    for (index, own) in &group.members {
        match figure(own) {
            Some(value) => ranked.push((value, *index, own)),
            None => without.push(row("-".to_owned(), &laporan[*index].kantor, own, years)),
        }
    }
    // Stable: equal ones stay in the offices' order.
    match direction {
        Direction::Down => ranked.sort_by_key(|(value, ..)| *value),
        _ => ranked.sort_by_key(|(value, ..)| Reverse(*value)),
    }
    let mut rank = 0;
    let mut rows = Vec::new();
    for (place, (value, index, own)) in ranked.iter().enumerate() {
        if place == 0 || ranked[place - 1].0 != *value {
            rank = place + 1;
        }
        rows.push(row(rank.to_string(), &laporan[*index].kantor, own, years));
    }
    rows.extend(without);
    rows
}

fn row(peringkat: String, kantor: &str, own: &IndikatorRecord, years: &[i32]) -> BarisKantor {
    let past = |year: &i32| {
        let known = own.lalu.iter().find(|past| past.tahun == *year);
        known.and_then(|past| past.tampil.clone()).unwrap_or_else(|| report::NA.to_owned())
    };
    let capaian = own.capaian.as_ref();
    BarisKantor {
        peringkat,
        kantor: kantor.to_owned(),
        id: own.id.clone(),
        lalu: years.iter().map(past).collect(),
        tampil: own.tampil.clone(),
        nilai: own.nilai.clone(),
        sebab: own.sebab.clone(),
        target: own.target.as_deref().and_then(exact).map_or_else(
            || "-".to_owned(),
            |target| crate::vocabulary::tampil(target, target.normalize().scale().max(decimals(&own.tampil)).min(6)),
        ),
        capaian: capaian.map_or_else(|| "-".to_owned(), |capaian| capaian.tampil.clone()),
        predikat: capaian.and_then(|capaian| capaian.predikat.clone()).unwrap_or_else(|| "-".to_owned()),
    }
}

/// The longest list of names that stands at an end of the order, in characters.
const NAMES: usize = 60;

/// The first and the last ranked figure, each with its office; where several share the rank with all of them.
pub fn ends(rows: &[BarisKantor]) -> [String; 2] {
    let ranked: Vec<&BarisKantor> = rows.iter().filter(|row| row.peringkat != "-").collect();
    let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else { return ["-".to_owned(), "-".to_owned()] };
    if ranked.len() > 1 && first.peringkat == last.peringkat {
        let all = words::of_all(&first.tampil, ranked.len());
        return [all.clone(), all];
    }
    [first, last].map(|end| {
        let names: Vec<&str> =
            ranked.iter().filter(|row| row.peringkat == end.peringkat).map(|row| row.kantor.as_str()).collect();
        let listed = names.join(", ");
        match names.len() {
            2.. if listed.chars().count() > NAMES => words::of_several(&end.tampil, names.len()),
            _ => format!("{} ({listed})", end.tampil),
        }
    })
}

/// How many decimals a shown figure has.
pub fn decimals(tampil: &str) -> u32 {
    let after = tampil.rsplit_once(',').map_or("", |(_, after)| after);
    if after.bytes().all(|byte| byte.is_ascii_digit()) { after.len() as u32 } else { 0 }
}

/// The chart of ranked rows; none where fewer than two have a figure.
pub fn chart(nama: &str, satuan: &str, rows: &[BarisKantor]) -> Option<GrafikRekap> {
    let ranked: Vec<(usize, &BarisKantor, &String)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.peringkat != "-")
        .filter_map(|(place, row)| Some((place + 1, row, row.nilai.as_ref()?)))
        .collect();
    if ranked.len() < 2 {
        return None;
    }
    let shown: Vec<&(usize, &BarisKantor, &String)> = if ranked.len() <= BARS {
        ranked.iter().collect()
    } else {
        ranked[..BARS / 2].iter().chain(&ranked[ranked.len() - BARS / 2..]).collect()
    };
    let all = shown.len() == ranked.len();
    let sentence = |(place, row, _): &&(usize, &BarisKantor, &String)| format!("{place} {}: {}", row.kantor, row.tampil);
    let sentences: Vec<String> = shown.iter().map(sentence).collect();
    let titik = shown.iter().map(|(place, row, nilai)| TitikRekap {
        label: place.to_string(),
        tampil: if row.tampil.chars().count() > words::LONGEST_FIGURE { (*nilai).clone() } else { row.tampil.clone() },
        nilai: (*nilai).clone(),
    });
    Some(GrafikRekap {
        judul: words::chart_title(nama, all, BARS / 2),
        satuan: satuan.to_owned(),
        alternatif: words::chart_alternative(nama, satuan, &sentences),
        titik: titik.collect(),
    })
}
