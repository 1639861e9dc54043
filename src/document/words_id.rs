//! The Indonesian words for what is wrong with a template.

use super::page_file::PageFileError;
use super::problem::{Bound, Fault, PictureTrouble, Problem, XmlFault};
use super::{ChartPoint, ChartSeries};
use crate::intake::Refused;
use crate::vocabulary::{io_reason, nearest};

/// Where, the line, what was found and what was expected, in one to four lines.
pub fn problem(problem: &Problem) -> String {
    let place = match problem.line {
        0 => format!("templat {}", problem.file),
        line => format!("templat {}, baris {line}", problem.file),
    };
    let mut text = format!("{place}: {}", fault(&problem.fault));
    if !problem.source.is_empty() {
        text.push_str(&format!("\n    {}", problem.source));
    }
    if let Some((first, length)) = problem.mark {
        text.push_str(&format!("\n    {}{}", " ".repeat(first), "^".repeat(length.max(1))));
    }
    if let Some(rendered) = &problem.rendered {
        text.push_str(&format!("\n    setelah diisi: {rendered}"));
    }
    text
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::UnknownElement { name, nearest } => {
            format!("unsur <{name}> tidak dikenal{}", maksud(nearest.map(|n| format!("<{n}>"))))
        }
        Fault::MisplacedElement { name, parent, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|name| format!("<{name}>")).collect();
            let expected =
                if allowed.is_empty() { "tidak boleh ada unsur".to_owned() } else { format!("boleh: {}", allowed.join(", ")) };
            format!("<{name}> tidak boleh berada di dalam <{parent}>; di sana {expected}")
        }
        Fault::UnknownAttribute { element, name, nearest, allowed } => {
            let known = if allowed.is_empty() {
                "unsur ini tidak beratribut".to_owned()
            } else {
                format!("yang ada: {}", allowed.join(", "))
            };
            format!("atribut {name} pada <{element}> tidak dikenal{}; {known}", maksud(nearest.map(str::to_owned)))
        }
        Fault::MissingAttribute { element, name, expected } => format!("<{element}> harus mempunyai atribut {name} ({expected})"),
        Fault::BadValue { element, attribute, value, expected } => {
            format!("atribut {attribute}=\"{value}\" pada <{element}> tidak terbaca; seharusnya {expected}")
        }
        Fault::MissingElement { parent, name } => format!("<{parent}> harus memuat <{name}>"),
        Fault::RepeatedElement { parent, name } => format!("<{name}> hanya boleh satu kali di dalam <{parent}>"),
        Fault::TooMany { parent, name, most } => format!("<{parent}> memuat paling banyak {most} <{name}>"),
        Fault::TooLong { element, most } => {
            format!("teks pada <{element}> lebih dari {most} huruf; di sana tidak ada tempat untuk itu")
        }
        Fault::StrayText { parent, text } => format!("teks \"{text}\" tidak boleh berada langsung di dalam <{parent}>"),
        Fault::Empty { element } => format!("<{element}> tidak boleh kosong"),
        Fault::UnknownFigure { name, nearest } => {
            format!("angka {name} tidak ada dalam laporan ini{}", maksud(nearest.clone()))
        }
        Fault::AnotherFigure { name, text, shown } => format!(
            "di bawah nama {name} tertulis \"{text}\", padahal laporan ini menampilkan \"{shown}\"; cetak angkanya dari laporan, jangan mengetiknya"
        ),
        Fault::RowWidth { columns, found } => {
            format!(
                "sel-sel baris ini mengisi {found} kolom, padahal tabel mempunyai {columns} kolom (hitung pula gabung-kolom dan gabung-baris)"
            )
        }
        Fault::SpanBeyond { rows, left } => {
            format!("gabung-baris=\"{rows}\" melampaui bagian tabelnya; dari baris ini hanya tersisa {left} baris")
        }
        Fault::TooDeep => "unsur bersarang terlalu dalam".to_owned(),
        Fault::TooLarge => "templat terlalu besar".to_owned(),
        Fault::Beyond(bound) => beyond(*bound).to_owned(),
        Fault::UnknownStatement { name } => {
            format!("{{% {name} %}} tidak dipakai di templat ini; yang ada: for, if, elif, else, set, include, break, continue")
        }
        Fault::Outside => OUTSIDE.to_owned(),
        Fault::FileTooLarge { mebibytes } => format!("berkas lebih besar dari {mebibytes} MiB"),
        Fault::MisspeltFile { meant } => {
            format!("nama berkas ini hampir sama dengan {meant}; ganti namanya menjadi {meant}, atau pakai nama lain")
        }
        Fault::NoPicture { name, nearest, known } => {
            let known =
                if known.is_empty() { "di sana belum ada gambar".to_owned() } else { format!("yang ada: {}", known.join(", ")) };
            format!("gambar {name} tidak ada di folder templat ini{}; {known}", maksud(nearest.clone()))
        }
        Fault::BadPicture { name, trouble } => format!("gambar {name} tidak dapat dipakai: {}", picture(*trouble)),
        Fault::NoAlternative => {
            "<gambar> harus mempunyai alternatif=\"…\" (isi gambar dalam kata-kata, untuk pembaca layar), atau hiasan=\"ya\" bila hanya hiasan".to_owned()
        }
        Fault::Xml(fault) => xml(fault),
        Fault::Tera(message) => tera(message),
        Fault::UndefinedVariable { name, nearest } => format!("variabel {name} tidak ada{}", maksud(nearest.clone())),
        Fault::NoTemplate { known } if known.is_empty() => "berkas ini tidak ada, dan tidak ada templat lain".to_owned(),
        Fault::NoTemplate { known } => format!("berkas ini tidak ada; yang ada: {}", known.join(", ")),
        Fault::Unreadable(why) => format!("tidak dapat dibaca: {why}"),
        Fault::Context(why) => format!("isi laporan tidak dapat diberikan kepada templat: {why}"),
    }
}

/// Why a file that the profile names cannot be used.
pub fn page_file(error: &PageFileError) -> String {
    format!("{}: {}", error.file, refused(&error.refused))
}

/// What a template has too much of.
pub fn beyond(bound: Bound) -> &'static str {
    match bound {
        Bound::Steps => "perulangan templat ini terlalu panjang; kurangi {% for %} yang bersarang",
        Bound::Variable => "teks atau daftar yang dibuat templat ini terlalu besar (paling banyak 1 MiB)",
        Bound::Output => "hasil templat ini terlalu besar (paling banyak 8 MiB)",
        Bound::Branches => "{% elif %} dalam satu {% if %} terlalu banyak (paling banyak 100)",
        Bound::Joined => "tanda ~ atau | dalam satu {{ }} atau {% %} terlalu banyak (paling banyak 32)",
        Bound::Lists => "daftar dengan `...` atau `for` di dalamnya tidak dipakai di templat ini; gunakan {% for %}",
        Bound::Includes => "{% include %} bersarang terlalu dalam, atau berputar tanpa akhir",
        Bound::Tags => "templat ini terlalu banyak memuat {{ }} dan {% %}",
        Bound::Files => "folder templat ini terlalu besar (paling banyak 200 berkas dan 32 MiB)",
    }
}

/// A link that is not followed.
const OUTSIDE: &str = "tautan ini menuju ke luar folder; salin berkasnya ke dalam folder, atau tulis `tautan = true` pada `[batas_baca]` di iku.toml";

/// Why a file is not taken in.
pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Folder => "ini folder, bukan berkas".to_owned(),
        Refused::NotRegular => "bukan berkas biasa".to_owned(),
        Refused::TooLarge { most } => format!("berkas lebih besar dari {} MiB", most >> 20),
        Refused::Outside => OUTSIDE.to_owned(),
        Refused::Io(why) => io_reason(why),
    }
}

/// Filters that make a text longer and that no page needs.
pub const FILTER_REFUSED: &str = "filter ini tidak dipakai di templat ini: teks sudah diamankan dan ditata oleh program";

/// The filter `safe` would turn text into markup.
pub const SAFE_REFUSED: &str = "filter `safe` tidak boleh dipakai: teks dari data selalu diamankan";

/// A character that no template may hold.
pub fn character(c: char) -> String {
    format!("tanda U+{:04X} tidak boleh dipakai", u32::from(c))
}

/// Why a picture cannot be used, and what to do.
pub fn picture(trouble: PictureTrouble) -> &'static str {
    match trouble {
        PictureTrouble::Svg => {
            "SVG belum didukung; buka dengan Inkscape atau peramban, lalu simpan sebagai PNG (lebar 1000 piksel atau lebih)"
        }
        PictureTrouble::Format => "bukan berkas PNG atau JPEG",
        PictureTrouble::Damaged => "berkas gambar rusak",
    }
}

/// Tera's own words are English; its most usual one is said in ours.
fn tera(message: &str) -> String {
    let field = message.strip_prefix("Field `").and_then(|rest| rest.split_once("` is not defined."));
    let Some((name, rest)) = field else { return format!("Tera: {message}") };
    let known = rest.trim().strip_prefix("Available fields: ").unwrap_or_default();
    let near = nearest(name, known.split(", ").filter(|field| !field.is_empty())).map(str::to_owned);
    let known = if known.is_empty() { String::new() } else { format!("; yang ada: {known}") };
    format!("isian {name} tidak ada{}{known}", maksud(near))
}

fn xml(fault: &XmlFault) -> String {
    match fault {
        XmlFault::WrongClosing { expected, found } => format!("unsur <{expected}> belum ditutup; yang ada </{found}>"),
        XmlFault::Unclosed => "ada unsur yang belum ditutup sampai akhir berkas".to_owned(),
        XmlFault::RepeatedAttribute(name) => format!("atribut {name} ditulis dua kali"),
        XmlFault::UnknownEntity(name) => format!("&{name}; tidak dikenal; tanda & ditulis &amp;"),
        XmlFault::Other(why) => format!("markah tidak sah: {why}"),
    }
}

fn maksud(nearest: Option<String>) -> String {
    nearest.map(|name| format!("; maksud Anda {name}?")).unwrap_or_default()
}

/// What an attribute's value should have been.
pub mod expected {
    pub const YA_TIDAK: &str = "ya atau tidak";
    pub const RATA: &str = "kiri, tengah, kanan atau kanan-kiri";
    pub const TEGAK: &str = "atas atau tengah";
    pub const TINGKAT: &str = "1, 2 atau 3";
    pub const GABUNG: &str = "bilangan bulat mulai 1";
    pub const MULAI: &str = "bilangan bulat mulai 1";
    pub const LEBAR: &str = "bagian seperti 3, lebar tetap seperti 20mm, atau isi";
    pub const TINGGI_GAMBAR: &str = "tinggi dalam milimeter, seperti 20mm";
    pub const LEBAR_GAMBAR: &str = "lebar dalam milimeter, seperti 20mm";
    pub const BATAS_LEBAR: &str = "lebar dalam milimeter seperti 20mm, hanya pada lebar=\"isi\"";
    pub const SEMPIT_LEBAR: &str = "tidak lebih dari paling-lebar";
    pub const BERKAS: &str = "nama berkas PNG atau JPEG di folder templat";
    pub const TINGGI: &str = "tinggi dalam poin, 0 sampai 1000";
    pub const UKURAN: &str = "ukuran huruf dalam poin, 4 sampai 72";
    pub const CARA: &str = "basah atau tte";
    pub const PENANDA: &str = "satu huruf atau tanda";
    pub const TEKS: &str = "teks yang tidak kosong";
    pub const NILAI: &str = "bilangan seperti 8,18 atau -3.5, tanpa pemisah ribuan";
    pub const NAMA_ANGKA: &str = "huruf, angka dan garis bawah, diawali huruf";
}

/// A chart as sentences that hold all its figures, for a screen reader.
pub fn chart(title: &str, unit: &str, series: &[ChartSeries]) -> String {
    let unit_of = |point: &ChartPoint| if point.value.is_some() && !unit.is_empty() { format!(" {unit}") } else { String::new() };
    let mut text = format!("Grafik batang {title}.");
    for series in series {
        let figures: Vec<String> =
            series.points.iter().map(|point| format!("tahun {} {}{}", point.label, point.shown, unit_of(point))).collect();
        text.push_str(&format!(" {} {}.", series.name, figures.join(", ")));
    }
    text
}
