//! The Indonesian words of the XLSX: of the cells behind charts, and why there is
//! no workbook.

use crate::document::Typed;
use crate::render::xlsx::error::RenderError;
use crate::vocabulary::tampil;
use rust_decimal::Decimal;

/// Stands over the cells that a chart is drawn from.
pub fn chart_data(title: &str) -> String {
    format!("Data grafik {title}")
}

/// Over zeros that keep a chart's axis at its foot.
pub const CHART_ZERO: &str = "Nol (untuk sumbu)";

pub const CHART_LABELS: &str = "Tahun";

/// Where a chart's figures stand, for those who cannot see it.
pub fn chart_cells(range: &str) -> String {
    format!("Semua angkanya ada pada sel {range}.")
}

/// What a chart shows that follows its cells, and which.
pub fn live_chart(series: &[&str], range: &str) -> String {
    format!("grafik batang {} tiap tahun, mengikuti angka pada sel {range}.", series.join(" dan "))
}

/// What Excel cannot hold, and where.
pub fn error(error: &RenderError) -> String {
    match error {
        RenderError::NoThread => {
            "sistem tidak memberi proses lagi untuk menulis XLSX; tutup program lain, atau naikkan batas proses pengguna ini, lalu ulangi"
                .to_owned()
        }
        RenderError::TextTooLong { sheet, cell } => {
            format!("lembar {sheet}, sel {cell}: teks lebih dari 32.767 huruf tidak muat dalam sel Excel")
        }
        RenderError::FormulaTooLong { sheet, cell } => {
            format!("lembar {sheet}, sel {cell}: rumus lebih dari 8.192 huruf tidak dibaca Excel")
        }
        RenderError::SheetFull { sheet } => format!("lembar {sheet}: baris atau kolomnya melebihi batas Excel"),
        RenderError::TooManyRows { sheet, rows, most } => format!(
            "lembar {sheet}: {} baris, padahal satu lembar Excel hanya memuat {} baris di bawah judul kolomnya; \
             pisahkan datanya menjadi beberapa [sumber] (misalnya menurut kecamatan), lalu jumlahkan ukurannya",
            tampil(Decimal::from(*rows), 0),
            tampil(Decimal::from(*most), 0)
        ),
        RenderError::SheetName { sheet } => format!("nama lembar \"{sheet}\" tidak diterima Excel atau dipakai dua kali"),
        RenderError::DefinedName { name } => format!("nama sel \"{name}\" tidak diterima Excel atau dipakai dua kali"),
        RenderError::Date { sheet } => format!("lembar {sheet}: ada tanggal yang tidak dikenal Excel"),
        RenderError::NoPart { index } => format!("bagian ke-{} tidak ada dalam laporan", index + 1),
        RenderError::Picture { name } => format!("gambar {name} tidak diterima Excel; simpan ulang sebagai PNG atau JPEG biasa"),
        RenderError::Emblem => "lambang pada kop bukan gambar PNG atau JPEG".to_owned(),
        RenderError::Writer(why) => format!("buku kerja tidak dapat ditulis: {why}"),
    }
}

/// Why a workbook is not written.
pub const TOO_LARGE: &str = "lebih dari 4 GiB";

/// Over what a blank sheet's cell does not take.
pub const TYPED_TITLE: &str = "Periksa isinya";

/// Over a target.
pub const TARGET_REFUSED: &str = "Ketik angka dengan pemisah desimal program ini, n/a, atau kosongkan.";

/// Over a predicate.
pub const CHOICE_REFUSED: &str = "Pilih dari daftarnya.";

pub fn typed_refused(typed: Typed) -> &'static str {
    match typed {
        Typed::Nik => "NIK terdiri dari 16 angka.",
        Typed::Date => "Ketik tanggal: hari/bulan/tahun.",
        Typed::Whole => "Ketik angka bulat tanpa titik, - bila nihil, atau kosongkan.",
        Typed::Amount => "Ketik angka tanpa Rp dan tanpa titik, - bila nihil, atau kosongkan.",
        Typed::Mark => "Ketik v bila ya, - bila tidak.",
        Typed::Flag => "Ketik 1 bila ya, 0 bila tidak, atau kosongkan.",
        Typed::Text | Typed::Scale | Typed::Legality | Typed::Health => "Pilih dari daftarnya.",
    }
}
