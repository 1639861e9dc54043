//! The families of letters: three that are compiled in, and an office's own.

use super::face::{Cut, Face};
use super::words_id;
use crate::document::{FontFile, PageSetup};
use rustybuzz::ttf_parser::{fonts_in_collection, name_id};
use std::fmt;
use std::sync::LazyLock;

/// A family's four cuts and the measures they share, in em.
pub struct Family<'d> {
    faces: [Face<'d>; 4],
    /// Cuts that the family lacks, drawn from another one.
    feigned: [Feigned; 4],
    /// What a line gives above and below its baseline.
    pub ascent: f32,
    pub descent: f32,
    /// The height of capitals.
    pub capitals: f32,
    /// How far an underline's upper edge lies below the baseline.
    pub underline: f32,
}

/// What is done to a face that stands in for a missing cut.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Feigned {
    /// The outlines are thickened.
    pub bold: bool,
    /// The letters are slanted.
    pub italic: bool,
}

/// Why a profile's `huruf` cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FamilyError {
    /// Neither a name that is built in nor a file that was read.
    Unknown { name: String },
    /// No TrueType or OpenType font with outlines.
    NoFont { file: String },
    /// The font's own flags (OS/2 fsType) forbid embedding a subset.
    Forbidden { file: String },
}

impl fmt::Display for FamilyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::family(self))
    }
}

macro_rules! built_in {
    ($($file:literal),+) => {
        LazyLock::new(|| {
            // Proved by the test below: the compiled-in files parse.
            let face = |data: &'static [u8]| Face::parse(data, 0).expect("a compiled-in face parses");
            Family::of([$(face(include_bytes!(concat!("../../fonts/", $file)))),+], [Feigned::default(); 4])
        })
    };
}

static SANS: LazyLock<Family<'static>> = built_in!(
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic.ttf"
);
static SERIF: LazyLock<Family<'static>> = built_in!(
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf"
);
static BOOKMAN: LazyLock<Family<'static>> =
    built_in!("texgyrebonum-regular.otf", "texgyrebonum-bold.otf", "texgyrebonum-italic.otf", "texgyrebonum-bolditalic.otf");

impl Family<'static> {
    /// The face that is built in for a name of the profile: "Arial",
    /// "Times New Roman", "Bookman Old Style".
    pub fn built_in(name: &str) -> Option<&'static Self> {
        match name {
            "Arial" => Some(&SANS),
            "Times New Roman" => Some(&SERIF),
            "Bookman Old Style" => Some(&BOOKMAN),
            _ => None,
        }
    }

    /// The built-in sans face (the metrics of Arial).
    pub fn sans() -> &'static Self {
        &SANS
    }
}

impl<'d> Family<'d> {
    /// The family in an office's own files. The first file is the one that the
    /// profile names; of the others, those of the same family give the cuts it lacks.
    pub fn own(page: &'d PageSetup) -> Result<Self, FamilyError> {
        let unknown = || FamilyError::Unknown { name: page.font.clone() };
        let (named, others) = page.font_files.split_first().ok_or_else(unknown)?;
        let first = Face::parse(&named.bytes, 0).ok_or_else(|| FamilyError::NoFont { file: named.name.clone() })?;
        let family = first.name(name_id::FAMILY);
        let own = cut_of(&first);
        let mut found: [Option<(Face<'d>, &str)>; 4] = [None, None, None, None];
        found[own as usize] = Some((first, &named.name));
        for (file, index) in faces(named).skip(1).chain(others.iter().flat_map(faces)) {
            let Some(face) = Face::parse(&file.bytes, index) else { continue };
            let place = &mut found[cut_of(&face) as usize];
            if place.is_none() && family.is_some() && face.name(name_id::FAMILY) == family {
                *place = Some((face, &file.name));
            }
        }
        if let Some((_, file)) = found.iter().flatten().find(|(face, _)| !may_be_embedded(face)) {
            return Err(FamilyError::Forbidden { file: (*file).to_string() });
        }
        let mut feigned = [Feigned::default(); 4];
        let mut sources = [own; 4];
        for cut in Cut::ALL {
            let nearest = [cut, Cut::of(cut.is_bold(), false), Cut::of(false, cut.is_italic()), own];
            // The last of them was found.
            let source = nearest.into_iter().find(|near| found[*near as usize].is_some()).unwrap_or(own);
            sources[cut as usize] = source;
            feigned[cut as usize] =
                Feigned { bold: cut.is_bold() && !source.is_bold(), italic: cut.is_italic() && !source.is_italic() };
        }
        let face = |cut: Cut| {
            let (face, file) = found[sources[cut as usize] as usize].as_ref().ok_or_else(unknown)?;
            Face::parse(face.data, face.index).ok_or_else(|| FamilyError::NoFont { file: (*file).to_string() })
        };
        let faces = [face(Cut::Regular)?, face(Cut::Bold)?, face(Cut::Italic)?, face(Cut::BoldItalic)?];
        Ok(Self::of(faces, feigned))
    }

    fn of(faces: [Face<'d>; 4], feigned: [Feigned; 4]) -> Self {
        // A line is 1.18 em high, whatever a font asks for: its ink must fit.
        const MOST: f32 = 1.17;
        let shaper = &faces[0].shaper;
        let em = shaper.units_per_em() as f32;
        let measure = |units: i16| f32::from(units) / em;
        let (ascent, descent) = (measure(shaper.ascender()).max(0.5), (-measure(shaper.descender())).max(0.1));
        let scale = (MOST / (ascent + descent)).min(1.0);
        let capitals = shaper
            .capital_height()
            .or_else(|| Some(shaper.glyph_bounding_box(shaper.glyph_index('H')?)?.y_max))
            .map_or(0.7, measure);
        let underline = shaper
            .underline_metrics()
            .map_or(0.1, |line| -measure(line.position) - measure(line.thickness) / 2.0)
            .clamp(0.05, 0.2);
        Self { feigned, ascent: ascent * scale, descent: descent * scale, capitals: capitals.clamp(0.4, 0.9), underline, faces }
    }

    pub fn face(&self, cut: Cut) -> &Face<'d> {
        &self.faces[cut as usize]
    }

    /// What is done to a cut's face, where the family lacks that cut.
    pub fn feigned(&self, cut: Cut) -> Feigned {
        self.feigned[cut as usize]
    }
}

/// Two families are the same where their files are.
impl PartialEq for Family<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.faces.iter().zip(&other.faces).all(|(a, b)| a.index == b.index && (std::ptr::eq(a.data, b.data) || a.data == b.data))
    }
}

impl fmt::Debug for Family<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Family({})", self.faces[0].postscript_name())
    }
}

/// Every face in a file.
fn faces(file: &FontFile) -> impl Iterator<Item = (&FontFile, u32)> {
    // A collection of more faces than this is none.
    let count = fonts_in_collection(&file.bytes).unwrap_or(1).min(64);
    (0..count).map(move |index| (file, index))
}

fn cut_of(face: &Face<'_>) -> Cut {
    Cut::of(face.shaper.is_bold(), face.shaper.is_italic())
}

/// OS/2 fsType: neither restricted, nor bitmaps alone, nor whole files alone.
fn may_be_embedded(face: &Face<'_>) -> bool {
    use rustybuzz::ttf_parser::Permissions;
    let Some(os2) = face.shaper.tables().os2 else { return true };
    os2.permissions() != Some(Permissions::Restricted) && os2.is_outline_embedding_allowed() && os2.is_subsetting_allowed()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Advance widths of Arial and Times New Roman, units of 2048 to the em.
    #[test]
    fn families_measure_as_those_they_stand_in_for() {
        let width = |name: &str, cut, letter| Family::built_in(name).unwrap().face(cut).width(letter, 2048.0).unwrap();
        for cut in Cut::ALL {
            assert_eq!(width("Arial", cut, '0'), 1139.0);
            assert_eq!(width("Times New Roman", cut, '0'), 1024.0);
        }
        assert_eq!(width("Times New Roman", Cut::Regular, 'W'), 1933.0);
        // ITC Bookman's digits are 0.62 em wide (light) and 0.66 (demi).
        assert!((width("Bookman Old Style", Cut::Regular, '0') / 2048.0 - 0.62).abs() < 0.001);
        assert!((width("Bookman Old Style", Cut::Bold, '0') / 2048.0 - 0.66).abs() < 0.001);
        assert!(Family::built_in("Calibri").is_none());
    }

    fn page(files: &[(&str, &[u8])]) -> PageSetup {
        let font_files = files.iter().map(|(name, bytes)| FontFile { name: (*name).to_string(), bytes: bytes.to_vec() });
        PageSetup { font: "templat/huruf.ttf".to_string(), font_files: font_files.collect(), ..PageSetup::plain(210.0, 297.0) }
    }

    #[test]
    fn an_office_s_own_files() {
        let regular = Family::built_in("Times New Roman").unwrap().face(Cut::Regular).data;
        let bold = Family::built_in("Times New Roman").unwrap().face(Cut::Bold).data;
        let other = Family::sans().face(Cut::Italic).data;
        let page_of_three = page(&[("a.ttf", regular), ("b.ttf", other), ("c.ttf", bold)]);
        let family = Family::own(&page_of_three).unwrap();
        assert_eq!(family.face(Cut::Bold).postscript_name(), "LiberationSerif-Bold");
        assert_eq!(family.feigned(Cut::Bold), Feigned::default());
        // Another family's italic is not taken: the regular one is slanted.
        assert_eq!(family.face(Cut::Italic).postscript_name(), "LiberationSerif");
        assert_eq!(family.feigned(Cut::Italic), Feigned { bold: false, italic: true });
        assert_eq!(family.face(Cut::BoldItalic).postscript_name(), "LiberationSerif-Bold");
        assert_eq!(family.feigned(Cut::BoldItalic), Feigned { bold: false, italic: true });
    }

    #[test]
    fn what_is_no_font_is_refused() {
        let text = page(&[("templat/huruf.ttf", b"bukan huruf")]);
        assert_eq!(Family::own(&text).unwrap_err(), FamilyError::NoFont { file: "templat/huruf.ttf".into() });
        assert_eq!(Family::own(&page(&[])).unwrap_err(), FamilyError::Unknown { name: "templat/huruf.ttf".into() });
    }

    #[test]
    fn a_font_that_forbids_embedding_is_refused() {
        let mut bytes = Family::sans().face(Cut::Regular).data.to_vec();
        // fsType stands 8 bytes into the table `OS/2`.
        let entry = bytes.windows(4).position(|tag| tag == b"OS/2").unwrap();
        let at = u32::from_be_bytes(bytes[entry + 8..entry + 12].try_into().unwrap()) as usize + 8;
        bytes[at..at + 2].copy_from_slice(&2u16.to_be_bytes());
        let page = page(&[("templat/huruf.ttf", &bytes)]);
        assert_eq!(Family::own(&page).unwrap_err(), FamilyError::Forbidden { file: "templat/huruf.ttf".into() });
    }
}
