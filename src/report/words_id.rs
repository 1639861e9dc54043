//! The Indonesian words of the pages and sheets that do not stand in a template.

use crate::indicator::TanpaCapaian;
use crate::profile::{CapaianRule, Predikat, TurunRule};
use crate::vocabulary::{in_words, spoken, tampil};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A figure for which there are no data.
pub const NA: &str = "n/a";
pub const TIDAK_DAPAT_DIHITUNG: &str = "tidak dapat dihitung";
/// The labels of the form's head, in its order.
pub const LABELS: [&str; 6] = ["INSTANSI", "VISI", "MISI", "TUJUAN", "TUGAS", "FUNGSI"];
pub const CALCULATION_SHEET: &str = "Perhitungan";
pub const CALCULATION_TITLE: &str = "PERHITUNGAN INDIKATOR KINERJA UTAMA TAHUN";
pub const CALCULATION_HINT: &str = "Angka di kolom Nilai adalah rumus hidup: ubah sel di lembar data, sebuah tetapan, atau sebuah target, dan angka di sini ikut berubah, kecuali yang memakai kolom yang disebut tidak hidup di lembar data.";
pub const CALCULATION_LEGEND: &str = "Sel kuning bertulisan biru: masukan, juga di lembar data. Sel lain dilindungi tanpa kata sandi (Tinjau > Buka Proteksi Lembar). Klik nilai: asalnya; klik tahun: datanya; semua asalnya: kolom Dihitung Dari di kanan.";
pub const CALCULATION_STATIC: &str = "Temuan di lembar Catatan, isi lembar Bacaan, serta pernyataan dan sidik di lembar Pengesahan menurut data saat laporan dibuat, dan tidak ikut berubah.";
pub const CALCULATION_COLUMNS: [&str; 7] = ["Kode", "Uraian", "Tahun", "Nilai", "Satuan", "Rumus", "Sumber dan Arti"];
/// The columns at the right that list what a figure is worked out of.
pub fn operand(at: usize) -> String {
    if at == 0 { "Dihitung Dari".to_owned() } else { format!("Dihitung Dari {}", at + 1) }
}

pub const SECTION_UKURAN: &str = "UKURAN";
pub const SECTION_INDIKATOR: &str = "INDIKATOR";
pub const SECTION_TARGET: &str = "TARGET (boleh diubah untuk mencoba)";
pub const TARGET_ORIGIN: &str = "iku.toml";
/// Behind a figure that findings cast doubt on.
pub const DOUBTFUL: &str = " (?)";
pub const PREDIKAT: &str = "Predikat";
pub const REALISASI_PREDIKAT: &str = "Realisasi berupa predikat";
pub const SECTION_CAPAIAN: &str = "CAPAIAN";
pub const TARGET: &str = "Target";
pub const CAPAIAN: &str = "Capaian";
pub const CAPAIAN_DIBATASI: &str = "Capaian dalam batas";
pub const KEMAJUAN_DIBATASI: &str = "Kemajuan dalam batas";
pub const TARGET_AKHIR: &str = "Target akhir rencana";
pub const KEMAJUAN_HEAD: &str = "Kemajuan";
pub const KEMAJUAN: &str = "Kemajuan menuju target akhir";
/// What the rows over a data sheet's table say, in their order.
pub const CONTROL: [&str; 8] = [
    "Judul kolom di berkas asal",
    "Menurut laporan: baris, jumlah",
    "Di lembar ini: baris, jumlah",
    "Menurut laporan: tanpa nilai",
    "Di lembar ini: tanpa nilai",
    "Di lembar ini: yang tak terbaca",
    "",
    "",
];
pub const CONTROL_SAME: &str = "Sama dengan laporan.";
pub const CONTROL_DIFFERS: &str = "BERBEDA dari laporan";
pub const CONTROL_ROWS: &str = "banyaknya baris";
pub const CONTROL_ENTITIES: &str = "Nomor Entitas";
pub const CONTROL_TWICE: &str = "Nomor Entitas kembar";
pub const CONTROL_NO_FILE: &str = "baris tanpa Berkas Ke yang ada";
/// Where there are more words than a cell holds.
pub const CONTROL_SEE_ROW: &str = "lihat tulisan merah sebaris ini";
/// Where a cell of the sheet holds an error.
pub const CONTROL_ERROR: &str = "ada sel berisi nilai galat; betulkan isinya";
pub const MEANING_ENTITY: &str = "penghubung antartahun (bukan kunci di kolom lain)";
pub const MEANING_CHECK: &str = "isi yang tak terbaca oleh rumus";
/// Beside a number that has more digits than a workbook keeps.
pub fn kept_digits(shown: &str) -> String {
    format!("dalam laporan {shown} (Excel menyimpan 15 angka)")
}

/// The same on the sheet of Capaian.
pub const KEPT_DIGITS: &str = "Excel menyimpan 15 angka dari sebuah bilangan: yang lebih panjang lengkap di laporan PDF dan di kolom Sumber dan Arti lembar Perhitungan.";

/// The same over the columns of a data sheet.
pub fn kept_digits_in(kolom: &[String]) -> String {
    format!(
        "Excel menyimpan 15 angka: bilangan yang lebih panjang di kolom {} tidak sama sampai desimal terakhirnya; selengkapnya di berkas asal (Sel Asal).",
        kolom.join(", ")
    )
}

/// Over a data sheet some of whose columns no formula follows.
pub fn decided_columns(kolom: &[String]) -> String {
    format!(
        "Tidak hidup: angka yang memakai kolom {} dihitung oleh program dan tidak ikut berubah; ubahlah di berkas asal, lalu iku buat.",
        kolom.join(", ")
    )
}

/// What stands in the check column.
pub const NOT_A_NUMBER: &str = "teks, bukan angka";
/// Before the entity's number that a row was read with.
pub const ENTITY_WAS: &str = "Nomor Entitas dalam laporan ";
pub const NOT_A_MARK: &str = "isi 1 (ya) atau 0 (tidak)";
pub const ODD_BLANK: &str = "spasi tak putus, ketik ulang";
/// Beside a cell of a column of marks.
pub const FLAG_HELP: &str = "1 bila ya, 0 bila tidak. Belum ada datanya: kosongkan.";

/// A column's heading in its workbook; its numbers stand here multiplied.
pub fn origin_heading(judul: &str, skala: Decimal) -> String {
    if skala == Decimal::ONE { judul.to_owned() } else { format!("{judul} (di sini sudah dikali {})", tampil(skala, 0)) }
}

pub fn control_sum(kolom: &str) -> String {
    format!("jumlah {kolom}")
}

pub fn control_missing(kolom: &str) -> String {
    format!("baris tanpa {kolom}")
}

pub fn control_typed(kolom: &str) -> String {
    format!("angka berupa teks di {kolom}")
}

pub fn control_mark(kolom: &str) -> String {
    format!("bukan 1 atau 0 di {kolom}")
}

pub fn control_blank(kolom: &str) -> String {
    format!("spasi tak putus di {kolom}")
}

/// A row that no figure rests on.
pub fn origin_row(row: u32) -> String {
    format!("baris {row}")
}

/// What stands behind a cell in whose place something else counts, before the number of its finding among the accepted ones.
pub const CORRECTED: &str = " (dikoreksi";

pub fn corrected(number: usize) -> String {
    format!("{CORRECTED}, Catatan: temuan diterima no. {number})")
}

pub const CORRECTED_LEGEND: &str = "Sel biru muda: dikoreksi dengan temuan yang diterima, isinya lain di berkas asal; nomornya di Sel Asal, yang menuju Catatan.";

/// Behind a cell that could not be read.
pub const GALAT_CELL: &str = " (galat, lihat Catatan)";
pub const GALAT_LEGEND: &str =
    "Sel merah dengan (galat) di Sel Asal: isinya belum terbaca dan tidak dihitung; klik Sel Asal, yang menuju Catatan.";

pub fn data_title(nama: &str, tahun: crate::vocabulary::Year) -> String {
    format!("{nama} tahun {tahun}")
}

/// One file and sheet that a data sheet was read from.
pub fn data_source(place: &str) -> String {
    format!("Dibaca dari {place}")
}

/// What may be typed on a data sheet.
pub fn data_legend(of_files: bool) -> String {
    let file = if of_files { " Isi pula Berkas Ke." } else { "" };
    format!(
        "Sel kuning bertulisan biru: masukan, boleh diubah. Baris baru: tepat di bawah baris terakhir, Nomor Entitas seperti di tahun lain (kosong bila baru).{file}"
    )
}

pub fn without_capaian(why: TanpaCapaian) -> &'static str {
    match why {
        TanpaCapaian::TanpaTarget => "tidak ada target",
        TanpaCapaian::TargetNol => "targetnya nol",
        TanpaCapaian::TargetNegatif => "targetnya di bawah nol",
        TanpaCapaian::TanpaRealisasi => "realisasinya tidak ada",
        TanpaCapaian::RealisasiNol => "realisasinya nol",
        TanpaCapaian::RealisasiNegatif => "realisasinya di bawah nol",
        TanpaCapaian::Melampaui => "angkanya terlalu besar",
    }
}

/// Why an indicator's cell says n/a, other than for want of data or target.
pub fn without_quotient(what: &str, id: &str, why: TanpaCapaian) -> String {
    format!("{what} indikator {id} tertulis n/a karena {}.", without_capaian(why))
}

/// When the workbook's quotients become n/a though data and target are there.
pub const WHEN_WITHOUT_CAPAIAN: &str =
    "Capaian juga tertulis n/a bila targetnya, atau realisasi yang menjadi pembaginya, tidak di atas nol.";

/// The rule of lower-is-better indicators as the report names it.
pub fn turun_rule(rule: TurunRule) -> &'static str {
    match rule {
        TurunRule::TwiceTargetMinus => "(2 x Target - Realisasi) / Target x 100%",
        TurunRule::TargetOverReal => "Target / Realisasi x 100%",
    }
}

/// The bounds of a capaian.
pub fn limits(low: Decimal, high: Decimal) -> String {
    format!("antara {} dan {}", short(low), short(high))
}

/// The cut points of the predicates.
pub fn cuts(cuts: &[Predikat]) -> String {
    let parts: Vec<String> = cuts
        .iter()
        .map(|predikat| match predikat.above {
            Some(cut) => format!("{} di atas {}", predikat.label, short(cut)),
            None => format!("{} selebihnya", predikat.label),
        })
        .collect();
    parts.join("; ")
}

/// Why a capaian is not quite what the rounded figures beside it give.
pub const UNROUNDED: &str = "Semua dihitung dari angka yang belum dibulatkan.";

pub const NAIK_RULE: &str = "Realisasi / Target x 100%";

/// What a predicate counts for.
pub fn scored(predikat: &str, nilai: Decimal) -> String {
    format!("Predikat {predikat} disetarakan dengan nilai {}.", short(nilai))
}

/// What every predicate of a measure counts for, the best first.
pub fn scale(sebutan: &str, skor: &BTreeMap<String, Decimal>) -> String {
    let mut parts: Vec<(&String, &Decimal)> = skor.iter().collect();
    parts.sort_by_key(|(_, nilai)| std::cmp::Reverse(**nilai));
    let parts: Vec<String> = parts.into_iter().map(|(predikat, nilai)| format!("{predikat} = {}", short(*nilai))).collect();
    format!("{sebutan} dihitung menurut predikatnya: {}.", parts.join("; "))
}

/// The rules a report used, one sentence each.
pub fn rules(
    rule: &CapaianRule,
    any_naik: bool,
    any_turun: bool,
    any_predikat: bool,
    any_akhir: bool,
    any_na: bool,
) -> Vec<String> {
    let mut sentences = Vec::new();
    if any_naik {
        sentences.push(format!("Capaian indikator yang makin tinggi makin baik: {NAIK_RULE}."));
    }
    if any_turun {
        sentences.push(format!("Capaian indikator yang makin rendah makin baik: {}.", turun_rule(rule.turun)));
    }
    if any_naik || any_turun {
        sentences.push(UNROUNDED.to_owned());
    }
    if let Some((low, high)) = rule.batas {
        sentences.push(format!("Capaian dibatasi antara {} dan {}.", short(low), short(high)));
    }
    if any_predikat {
        sentences.push(format!("Predikat menurut capaian: {}.", cuts(&rule.predikat)));
    }
    if any_akhir {
        sentences.push("Kemajuan adalah capaian terhadap target akhir rencana dengan aturan yang sama.".to_owned());
    }
    if any_na {
        sentences.push("n/a berarti tidak ada data atau target untuk tahun itu; bukan nol.".to_owned());
    }
    sentences
}

/// A number with as many decimals as it has.
pub fn short(value: Decimal) -> String {
    tampil(value, value.normalize().scale())
}

/// A formula without a bar as it is read aloud.
pub fn formula_sentence(formula: &str, after: Option<&str>) -> String {
    let after = after.map(|after| format!(", {}", spoken(after))).unwrap_or_default();
    format!("{}{after}", spoken(formula))
}

/// What a comparison with another year is of.
pub fn comparison(counts: &crate::formula::GroupCounts) -> String {
    format!("{} {} terhadap {}", in_words(&counts.isian), counts.tahun, counts.tahun_lain)
}

/// The six groups of a comparison, in their order, as a sentence names them.
pub const GROUPS: [&str; 6] = ["naik", "tetap", "turun", "baru", "hilang", "tak terbaca"];

/// `omset 2021 terhadap 2020: naik 290, …`.
pub fn groups(counts: &crate::formula::GroupCounts) -> String {
    let numbers = [counts.naik, counts.tetap, counts.turun, counts.baru, counts.hilang, counts.tak_terbaca];
    let parts: Vec<String> = GROUPS.iter().zip(numbers).map(|(group, count)| format!("{group} {}", whole(count))).collect();
    format!("{}: {}", comparison(counts), parts.join(", "))
}

/// The last blocks of Perhitungan.
pub const SECTION_FILES: &str = "BARIS TIAP BERKAS";
pub const SECTION_COVERAGE: &str = "CAKUPAN TIAP UKURAN";
pub const SECTION_JOINS: &str = "PENGHUBUNG ANTARTAHUN";
pub const MEANING_LARGEST: &str = "entitas bernomor di atas ini tidak ada di tahun itu";

pub fn largest_entity(sumber: &str) -> String {
    format!("Nomor Entitas terbesar: {sumber}")
}

/// What is counted of a measure's rows, in the order of the counts.
pub const COVERAGE: [&str; 4] = ["Baris dihitung", "Tanpa nilai", "Tidak memenuhi syarat", "Tanpa pasangan"];
pub const ROWS: &str = "baris";
/// Of a count that the sheets' own cells cannot give.
pub const NOT_ALIVE: &str = "Menurut program; tidak ikut berubah.";

/// Which of its table's files a file is, as the column of data says it.
pub fn part(number: usize) -> String {
    format!("Berkas Ke {number}")
}

/// Rows that a figure counts although their RAT was held before its year.
pub fn stale(sebutan: &str, tahun: crate::vocabulary::Year, stale: usize, counted: usize, part: Option<Decimal>) -> String {
    let part = part.map(|part| format!(", {}% dari jumlahnya", tampil(part, 1))).unwrap_or_default();
    format!(
        "{sebutan} tahun {tahun}: {} dari {} baris yang dihitung bertanggal RAT sebelum {tahun}{part}; angkanya mungkin dari tahun buku yang lebih lama.",
        whole(stale),
        whole(counted),
    )
}

/// A count as pages show it.
pub fn whole(count: usize) -> String {
    tampil(Decimal::from(count), 0)
}

/// Files and sheets, of which only the first are named.
pub fn more_parts(named: &str, more: usize) -> String {
    format!("{named}; dan {} lembar lagi, lihat kolom Sel Asal", whole(more))
}

/// Ranges of one column, of which only the first are named; where a condition chose among their cells, it says so.
pub fn ranges(ranges: &[String], is_whole: bool, named: usize) -> String {
    let shown = ranges.iter().take(named).cloned().collect::<Vec<_>>().join("; ");
    let more = ranges.len().saturating_sub(named);
    match (is_whole, more) {
        (false, _) => format!("{shown} (hanya baris yang memenuhi syarat)"),
        (true, 0) => shown,
        (true, more) => format!("{shown}; dan {} rentang lagi, lihat kolom Sel Asal", whole(more)),
    }
}

pub fn rows_range(first: u32, last: u32) -> String {
    format!("baris {}-{}", first + 1, last + 1)
}

/// A fixed value's origin.
pub fn fixed(asal: Option<&str>) -> String {
    asal.map_or_else(|| "nilai tetapan".to_owned(), |asal| format!("tetapan: {asal}"))
}

/// A measure's value from outside, where the data may give another.
pub fn from_outside(sebutan: &str) -> String {
    format!("Tetapan: {sebutan}")
}

/// Likewise its figure by the data.
pub fn from_data(sebutan: &str) -> String {
    format!("Menurut data: {sebutan}")
}

/// Which of the two stands.
pub fn chosen(has_data: bool, prefers_fixed: bool) -> &'static str {
    match (has_data, prefers_fixed) {
        (false, _) => "tetapannya, karena datanya tidak ada",
        (true, true) => "tetapannya; bila dikosongkan, menurut data",
        (true, false) => "menurut data; bila data tidak memberi nilai, tetapannya",
    }
}

/// A finding's words as a signed page has them: what the terminal sets in
/// backquotes stands in quotation marks.
pub fn on_paper(words: &str) -> String {
    words.replace('`', "\"")
}

/// Findings of one kind that a list no longer names one by one.
pub fn folded(kode: &str, more: usize) -> String {
    format!("dan {} temuan {kode} lagi; semuanya ada dalam berkas catatan (JSON).", whole(more))
}

/// A cell that holds nothing.
pub const EMPTY_CELL: &str = "kosong";
pub const LEFT_OUT_COUNTED: &str = "lanjutan baris di atasnya, yang sudah dihitung";
pub const LEFT_OUT_CONDITION: &str = "tidak memenuhi syarat";

pub fn left_out_missing(isian: &str, tahun: crate::vocabulary::Year) -> String {
    format!("{} tahun {tahun} kosong", in_words(isian))
}

pub fn left_out_no_counterpart(tahun: crate::vocabulary::Year) -> String {
    format!("tidak ada pasangannya dalam data tahun {tahun}")
}

/// `omset 2020 = 1.000.000`.
pub fn field_value(isian: &str, tahun: crate::vocabulary::Year, isi: &str) -> String {
    format!("{} {tahun} = {isi}", in_words(isian))
}

/// A ROUND of a formula, with its figure.
pub fn rounded(value: &str, digits: i32) -> String {
    format!("pembulatan ({value}; {digits} desimal)")
}

/// The plan's final year, as a chart names it: the axis leaps to it.
pub fn final_year(tahun: crate::vocabulary::Year) -> String {
    format!("{tahun} (akhir)")
}
