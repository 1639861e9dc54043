//! The Indonesian words that the PDF itself says, and why there is none.

use crate::render::pdf::error::RenderError;

/// Across every page of a draft.
pub const DRAF: &str = "DRAF";

/// The note on characters that the face has no shape for, each as it stands on the page.
pub fn lacking(code_points: &[String]) -> String {
    let which = code_points.join(", ");
    format!(
        "Catatan huruf: {which} berdiri di tempat tanda yang tidak ada bentuknya dalam huruf halaman ini; tanda aslinya ada di lampiran XLSX."
    )
}

/// A signature field as a screen reader names it.
pub fn field(name: &str) -> String {
    format!("Tanda tangan elektronik {name}")
}

/// Why a document cannot be drawn, and what to do.
pub fn error(error: &RenderError) -> String {
    match error {
        RenderError::MissingGlyph { character, context } => format!(
            "huruf yang dipilih tidak mempunyai bentuk untuk '{}' (U+{:04X}) dalam \"{context}\"; \
             ganti tanda itu, atau pilih `huruf` yang memuatnya pada [laporan]",
            character.escape_debug(),
            u32::from(*character)
        ),
        RenderError::NoRoom { width, height } => {
            format!("kertas dan margin tidak menyisakan ruang yang cukup: {width:.0} x {height:.0} mm")
        }
        RenderError::TooManyCells { row } => format!("tabel: baris {row} berisi lebih banyak sel daripada kolomnya"),
        RenderError::TagElsewhere { tag, pages } => {
            let pages: Vec<String> = pages.iter().map(usize::to_string).collect();
            format!(
                "penanda '{tag}' muncul lebih dari satu kali (halaman {}), sehingga layanan tanda tangan elektronik tidak dapat \
                 mengetahui tempatnya; pilih penanda lain, satu untuk setiap penandatangan",
                pages.join(", ")
            )
        }
        RenderError::Picture { name, reason } => format!("{name} tidak dapat dipakai: {reason}"),
        RenderError::Face(error) => error.to_string(),
        RenderError::Internal { reason } => format!("PDF tidak dapat disusun: {reason}"),
    }
}

pub const DAMAGED: &str = "berkas gambar rusak";
pub const PIXELS: &str = "ukuran gambar tidak wajar";
pub const INTERLACED: &str = "PNG bersusun (interlaced); simpan ulang tanpa interlace";
pub const CMYK: &str = "JPEG CMYK; simpan ulang sebagai RGB";
