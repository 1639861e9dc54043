//! Why a document cannot be drawn.

use crate::render::family::FamilyError;
use std::fmt;

/// What stands in the way of a page that is right.
#[derive(Clone, PartialEq, Debug)]
pub enum RenderError {
    /// The face has no glyph for a character: it would print as a blank box.
    MissingGlyph { character: char, context: String },
    /// Paper and margins leave no room for text, or are no sizes at all.
    NoRoom { width: f32, height: f32 },
    /// A row has more cells than the table has columns left for them (row counted from 1).
    TooManyCells { row: usize },
    /// The character by which a signing service finds a signature's place stands
    /// on these pages (from 1) as well: it would sign in the wrong place.
    TagElsewhere { tag: char, pages: Vec<usize> },
    /// A picture is no PNG or JPEG that can be embedded.
    Picture { name: String, reason: &'static str },
    /// The profile's `huruf` cannot be used.
    Face(FamilyError),
    /// A face could not be subset or the file not be put together: the program's own fault.
    Internal { reason: String },
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RenderError::MissingGlyph { character, context } => {
                write!(
                    f,
                    "huruf yang dipilih tidak mempunyai bentuk untuk '{}' (U+{:04X}) dalam \"{context}\"; \
                     ganti tanda itu, atau pilih `huruf` yang memuatnya pada [laporan]",
                    character.escape_debug(),
                    u32::from(*character)
                )
            }
            RenderError::NoRoom { width, height } => {
                write!(f, "kertas dan margin tidak menyisakan ruang yang cukup: {width:.0} x {height:.0} mm")
            }
            RenderError::TooManyCells { row } => write!(f, "tabel: baris {row} berisi lebih banyak sel daripada kolomnya"),
            RenderError::TagElsewhere { tag, pages } => {
                let pages: Vec<String> = pages.iter().map(usize::to_string).collect();
                write!(
                    f,
                    "penanda '{tag}' muncul lebih dari satu kali (halaman {}), sehingga layanan tanda tangan elektronik tidak dapat \
                     mengetahui tempatnya; pilih penanda lain, satu untuk setiap penandatangan",
                    pages.join(", ")
                )
            }
            RenderError::Picture { name, reason } => write!(f, "{name} tidak dapat dipakai: {reason}"),
            RenderError::Face(error) => error.fmt(f),
            RenderError::Internal { reason } => write!(f, "PDF tidak dapat disusun: {reason}"),
        }
    }
}

impl std::error::Error for RenderError {}
