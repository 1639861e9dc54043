//! What a file is, told by its content: extensions lie.

use super::failure::{Dibaca, Gagal};
use super::formats::csv;
use super::formats::package::Package;
use super::formats::plain_text;
use super::sheet::Format;
use crate::profile::Limits;
use memchr::memmem;
use std::borrow::Cow;

/// A readable file, opened as far as telling what it is needs.
pub(super) enum Content<'a> {
    /// .xlsx or .xlsm
    Xlsx(Package<'a>, Format),
    Xlsb(Package<'a>),
    Ods(Package<'a>),
    Xls,
    Csv(Cow<'a, str>),
}

impl Content<'_> {
    pub fn format(&self) -> Format {
        match self {
            Content::Xlsx(_, format) => *format,
            Content::Xlsb(_) => Format::Xlsb,
            Content::Ods(_) => Format::Ods,
            Content::Xls => Format::Xls,
            Content::Csv(_) => Format::Csv,
        }
    }
}

/// Tells what the bytes are. `extension` is asked only where a text may or may
/// not be meant as a table.
pub(super) fn sniff<'a>(bytes: &'a [u8], extension: &str, limits: &Limits) -> Dibaca<Content<'a>> {
    if bytes.is_empty() {
        return Err(Gagal::rusak("berkas kosong, 0 bita"));
    }
    if bytes.starts_with(b"PK") && bytes.get(2).is_some_and(|byte| matches!(byte, 3 | 5 | 7)) {
        return zip(Package::open(bytes, limits)?);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return ole(bytes);
    }
    if let Some(name) = other_binary(bytes) {
        return Err(unknown(name));
    }
    match plain_text::decode(bytes)? {
        Some(text) => readable_text(text, extension),
        None if is_workbook_extension(extension) || extension == "csv" => Err(Gagal::rusak("isinya bukan buku kerja")),
        None => Err(Gagal::TidakDikenal(None)),
    }
}

fn unknown(name: &str) -> Gagal {
    Gagal::TidakDikenal(Some(name.to_owned()))
}

/// Extensions of workbooks that are no text.
fn is_workbook_extension(extension: &str) -> bool {
    matches!(extension, "xlsx" | "xlsm" | "xltx" | "xltm" | "xlsb" | "xls" | "xlt" | "ods" | "ots")
}

fn zip(mut package: Package<'_>) -> Dibaca<Content<'_>> {
    if package.has("mimetype") {
        let mime = String::from_utf8_lossy(&package.bytes("mimetype", 1024)?).trim().to_owned();
        return match mime.strip_prefix("application/vnd.oasis.opendocument.") {
            Some(kind) if kind.starts_with("spreadsheet") => Ok(Content::Ods(package)),
            Some(kind) if kind.starts_with("text") => Err(unknown("dokumen teks OpenDocument (.odt)")),
            Some(kind) if kind.starts_with("presentation") => Err(unknown("presentasi OpenDocument (.odp)")),
            _ => Err(unknown("arsip zip")),
        };
    }
    if package.has("[Content_Types].xml") {
        if package.has("xl/workbook.bin") {
            return Ok(Content::Xlsb(package));
        }
        let types = String::from_utf8_lossy(&package.bytes("[Content_Types].xml", 4 << 20)?).into_owned();
        if types.contains("sheet.binary.macroEnabled.main") {
            return Ok(Content::Xlsb(package));
        }
        if types.contains("wordprocessingml") || package.has_under("word/") {
            return Err(unknown("dokumen Word (.docx)"));
        }
        if types.contains("presentationml") || package.has_under("ppt/") {
            return Err(unknown("presentasi PowerPoint (.pptx)"));
        }
        let macros = types.contains("sheet.macroEnabled.main") || types.contains("template.macroEnabled.main");
        if macros || types.contains("spreadsheetml") || package.has("xl/workbook.xml") {
            return Ok(Content::Xlsx(package, if macros { Format::Xlsm } else { Format::Xlsx }));
        }
    }
    if package.has("content.xml") && package.has("META-INF/manifest.xml") {
        return Ok(Content::Ods(package));
    }
    if package.has("xl/workbook.xml") {
        return Ok(Content::Xlsx(package, Format::Xlsx));
    }
    Err(unknown("arsip zip"))
}

/// An OLE file: an old workbook, an encrypted new one, or another program's.
fn ole(bytes: &[u8]) -> Dibaca<Content<'_>> {
    if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        return Ok(Content::Xls);
    }
    if has_stream(bytes, "EncryptedPackage") || has_stream(bytes, "EncryptionInfo") {
        return Err(Gagal::Terkunci);
    }
    if has_stream(bytes, "WordDocument") {
        return Err(unknown("dokumen Word lama (.doc)"));
    }
    if has_stream(bytes, "PowerPoint Document") {
        return Err(unknown("presentasi PowerPoint lama (.ppt)"));
    }
    Err(Gagal::rusak("berkas .xls terpotong atau rusak"))
}

/// Whether a directory entry of this name stands in an OLE file: 128 bytes each, the name
/// in UTF-16 first and its length in bytes (with the closing zero) at 64.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = (wide.len() + 2) as u16;
    memmem::find_iter(bytes, &wide)
        .any(|at| at % 128 == 0 && bytes.get(at + 64..at + 66).is_some_and(|found| found == length.to_le_bytes()))
}

fn other_binary(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 14] = [
        (b"%PDF-", "dokumen PDF"),
        (b"{\\rtf", "dokumen RTF"),
        (b"\x89PNG", "gambar PNG"),
        (b"\xFF\xD8\xFF", "gambar JPEG"),
        (b"GIF8", "gambar GIF"),
        (b"Rar!\x1A\x07", "arsip RAR"),
        (b"7z\xBC\xAF\x27\x1C", "arsip 7z"),
        (b"\x1F\x8B", "arsip gzip"),
        (b"SQLite format 3\0", "basis data SQLite"),
        (b"PAR1", "berkas Parquet"),
        (b"\x09\x08\x10\x00\x00\x06", "buku kerja Excel lama tanpa wadah OLE"),
        (b"\x09\x08\x08\x00\x00\x05", "buku kerja Excel 5 (sebelum 1997)"),
        (b"\x09\x04\x06\x00", "lembar kerja Excel 4 (sebelum 1997)"),
        (b"\x09\x02\x06\x00", "lembar kerja Excel 3 (sebelum 1997)"),
    ];
    known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

fn readable_text<'a>(text: Cow<'a, str>, extension: &str) -> Dibaca<Content<'a>> {
    if let Some(name) = other_text(&text) {
        return Err(unknown(name));
    }
    if text.trim().is_empty() {
        return Err(Gagal::rusak("berkas kosong, tanpa isi"));
    }
    let meant_as_table = matches!(extension, "csv" | "txt" | "tsv" | "tab");
    if meant_as_table || csv::is_table(&text) { Ok(Content::Csv(text)) } else { Err(unknown("teks biasa")) }
}

/// A text file that is no CSV.
fn other_text(text: &str) -> Option<&'static str> {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].trim_start().to_ascii_lowercase();
    let html = ["<html", "<table", "<!doctype html", "<head", "<body", "<meta", "<style", "<div", "<tr"];
    if head.starts_with("<?xml") || head.starts_with('<') {
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
            return Some("lembar kerja XML 2003 (SpreadsheetML)");
        }
        if head.contains("urn:oasis:names:tc:opendocument") {
            return Some("OpenDocument datar (.fods)");
        }
        if html.iter().any(|tag| head.contains(tag)) {
            return Some("halaman HTML");
        }
        return Some("berkas XML");
    }
    if head.starts_with("mime-version:") {
        return Some("halaman web tersimpan (MHTML)");
    }
    if head.starts_with("id;pwxl") {
        return Some("berkas SYLK");
    }
    let bare: String = head.chars().filter(|char| !char.is_whitespace()).take(2).collect();
    (bare == "{\"" || bare == "[{" || bare == "[[" || bare == "[\"").then_some("berkas JSON")
}

/// The extensions that a file of a format may bear.
pub(super) fn extensions(format: Format) -> &'static [&'static str] {
    match format {
        Format::Xlsx => &["xlsx", "xltx"],
        Format::Xlsm => &["xlsm", "xltm"],
        Format::Xlsb => &["xlsb"],
        Format::Xls => &["xls", "xlt"],
        Format::Ods => &["ods", "ots"],
        Format::Csv => &["csv", "txt", "tsv", "tab"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8], extension: &str) -> String {
        match sniff(bytes, extension, &Limits::default()) {
            Ok(content) => format!("{:?}", content.format()),
            Err(gagal) => format!("{gagal:?}"),
        }
    }

    #[test]
    fn what_is_no_workbook_is_named() {
        for (bytes, wanted) in [
            (&b"<html><table><tr><td>1"[..], "halaman HTML"),
            (b"\xEF\xBB\xBF  <!DOCTYPE html>", "halaman HTML"),
            (b"<?xml version='1.0'?><html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\"><table>", "halaman HTML"),
            (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "XML 2003"),
            (b"%PDF-1.7\n\xE2", "PDF"),
            (b"{\"a\": 1}", "JSON"),
            (b"MIME-Version: 1.0", "MHTML"),
        ] {
            for extension in ["xls", "xlsx", "csv"] {
                let told = told(bytes, extension);
                assert!(told.starts_with("TidakDikenal") && told.contains(wanted), "{told}");
            }
        }
    }

    #[test]
    fn damage_and_texts() {
        assert!(told(b"", "xlsx").starts_with("Rusak"));
        assert!(told(&[0; 600], "xlsx").starts_with("Rusak"));
        assert!(told(&[0; 600], "dat").starts_with("TidakDikenal"));
        assert!(told(b"PK\x03\x04 terpotong", "xlsx").starts_with("Rusak"));
        assert!(told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "xls").starts_with("Rusak"));
        assert!(told(b"  \r\n ", "csv").starts_with("Rusak"));
        assert_eq!(told(b"a;b\n1;2\n", "xls"), "Csv");
        assert_eq!(told(b"satu kolom\nx\n", "csv"), "Csv");
        assert!(told(b"bukan buku kerja\n", "xlsx").contains("teks biasa"));
    }

    #[test]
    fn an_encrypted_workbook_is_locked() {
        let mut bytes = vec![0; 1024];
        bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[512..512 + name.len()].copy_from_slice(&name);
        bytes[576..578].copy_from_slice(&34u16.to_le_bytes());
        assert_eq!(told(&bytes, "xlsx"), "Terkunci");
    }
}
