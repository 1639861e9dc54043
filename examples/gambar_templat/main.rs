//! Draws the pictures of docs/templates.md from its own snippets:
//!
//! ```text
//! cargo run --example gambar_templat
//! ```
//!
//! Each `xml` snippet that is followed by `![…](gambar/NAME.png)` is set as the
//! program sets it, turned to pixels by poppler's `pdftoppm`, cut to its ink and
//! written to docs/gambar/NAME.png.

mod png;
mod sheet;

use iku::document::{self, Document, Meta, Orientation, PageSetup, TemplateSet};
use iku::render::pdf;
use iku::vocabulary::Tanggal;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

const MANUAL: &str = "docs/templates.md";

fn main() -> Result<(), Box<dyn Error>> {
    let manual = fs::read_to_string(MANUAL)?;
    let mut drawn = 0;
    for (name, snippet) in snippets(&manual) {
        let pages = sheet::pages(&set(snippet)?)?;
        write(&Path::new("docs").join(name), &png::encode(&sheet::stacked(&pages)))?;
        drawn += 1;
    }
    println!("{drawn} gambar ditulis ke docs/gambar");
    Ok(())
}

/// Each snippet with a picture: the picture's path from docs/, and the markup.
fn snippets(manual: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for part in manual.split("```xml\n").skip(1) {
        let Some((snippet, rest)) = part.split_once("```\n") else { continue };
        let picture = rest.trim_start().strip_prefix("![").and_then(|rest| rest.split_once("](")?.1.split_once(')'));
        found.extend(picture.map(|(name, _)| (name, snippet)));
    }
    found
}

/// The PDF of a snippet on a small sheet.
fn set(snippet: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    // A foot is drawn on a page of its own.
    let (snippet, foot) = if snippet.starts_with("<kaki") { ("<paragraf>…</paragraf>", snippet) } else { (snippet, "<kaki/>") };
    let whole = if snippet.contains("<bagian") {
        snippet.to_owned()
    } else {
        format!("<bagian id=\"contoh\" nama=\"Contoh\">{snippet}</bagian>")
    };
    let bagan: std::sync::Arc<[u8]> = png::encode(&sheet::pattern(240, 120)).into();
    let files = [("contoh.xml".to_owned(), whole), ("kaki.xml".to_owned(), foot.to_owned())].into();
    let set = TemplateSet { files, pictures: [("bagan.png".to_owned(), bagan)].into() };
    let told = |error| format!("{snippet}\n{error}");
    let part = document::render_part(&set, "contoh", &serde_json::json!({})).map_err(told)?;
    let foot = document::render_foot(&set, &serde_json::json!({})).map_err(told)?;
    let page = PageSetup { top: 12.0, bottom: 8.0, left: 6.0, right: 6.0, ..PageSetup::plain(160.0, 120.0) };
    debug_assert!(page.orientation() == Orientation::Landscape);
    let meta = Meta {
        title: "Contoh".to_owned(),
        author: String::new(),
        subject: String::new(),
        date: Tanggal { year: 2022, month: 1, day: 24 },
        program: "iku".to_owned(),
        language: "id-ID".to_owned(),
    };
    let (sheets, figures) = (Vec::new(), BTreeMap::new());
    let document = Document { meta, page, parts: vec![part], foot, sheets, figures, draf: false };
    Ok(pdf::render(&document)?.bytes)
}

#[expect(clippy::disallowed_methods, reason = "a tool for the repository's own pictures")]
fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, bytes)?)
}
