//! The parts put together: styles, sheets, their notes, the list, and what names them.

use super::edits::{Edits, escaped};
use super::list::{self, Line};
use super::notes;
use super::package::Package;
use super::sheet_part::{DRAWING_ID, has_notes, marked};
use super::styles::{LocalName, Styles, child};
use crate::diagnostic::{Temuan, Tingkat};
use crate::marking::finding::{MOST_NOTES, is_on, said, target};
use crate::marking::words_id as words;
use crate::render::xlsx::free;
use crate::render::xlsx::number::clean;
use crate::vocabulary::{CellAddress, mask_person};
use crate::workbook::part_name::{relationships_of, resolve};
use crate::workbook::{Sheet, Workbook};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};

const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LIST_PART: &str = "xl/worksheets/sheetIkuTemuan.xml";
const LIST_ID: &str = "rIdIkuTemuan";

/// A true copy of an office's .xlsx or .xlsm with its findings marked: its
/// formulas, formats, widths and hidden state kept. `bytes` are those that
/// `workbook` was read from. None where the package is of a kind that cannot be
/// changed safely; [`super::super::mark`] copies the values then.
pub fn mark_original(bytes: &[u8], workbook: &Workbook, temuan: &[&Temuan]) -> Option<Vec<u8>> {
    let mut package = Package::open(bytes)?;
    // A signature would no longer hold.
    if package.has_under("_xmlsignatures/") || package.has(LIST_PART) {
        return None;
    }
    let book = Book::read(&mut package)?;
    let styles_text = package.text(&book.styles)?;
    let styles_document = document(&styles_text, "styleSheet")?;
    let mut styles = Styles::read(&styles_document)?;
    let mut content = Edits::default();
    let content_text = package.text("[Content_Types].xml")?;
    let types_end = closing(&content_text, "Types")?;
    let mut added_notes = false;
    let mut without_notes: Vec<String> = Vec::new();
    for (number, sheet) in workbook.sheets.iter().enumerate() {
        let own: Vec<&Temuan> = temuan.iter().copied().filter(|one| is_on(one, sheet, workbook)).collect();
        let marks = marks_of(sheet, &own);
        if marks.is_empty() {
            continue;
        }
        let name = sheet.name.as_deref()?;
        let part = book.sheets.iter().find(|(own, _)| own == name).map(|(_, part)| part.clone())?;
        let text = package.text(&part)?;
        let with_notes = !has_notes(&text);
        let levels = marks.iter().map(|(at, mark)| (*at, mark.tingkat)).collect();
        let changed = marked(&text, &levels, &mut styles, with_notes)?;
        package.change(&part, changed);
        if !with_notes {
            without_notes.push(name.to_owned());
            continue;
        }
        let shown: Vec<(CellAddress, String)> =
            marks.into_iter().take(MOST_NOTES).map(|(at, mark)| (at, clean(&mark.text).into_owned())).collect();
        let (comments, drawing) = (format!("xl/commentsIku{number}.xml"), format!("xl/drawings/vmlDrawingIku{number}.vml"));
        relate(&mut package, &part, &[("rIdIkuCatatan", "comments", &comments), (DRAWING_ID, "vmlDrawing", &drawing)])?;
        content.insert(types_end, override_of(&comments, "comments+xml"));
        package.add(&comments, notes::comments(&shown));
        package.add(&drawing, notes::drawing(&shown));
        added_notes = true;
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    book.names.iter().for_each(|name| drop(free(name, &mut taken)));
    let list_name = free(words::LIST, &mut taken);
    let lines = lines_of(workbook, temuan, &mut styles);
    let about = words::about_original(&without_notes);
    package.add(LIST_PART, list::sheet(&workbook.berkas, &about, &lines, styles.list()));
    package.change(&book.styles, styles.write()?);
    relate(&mut package, &book.part, &[(LIST_ID, "worksheet", LIST_PART)])?;
    package.change(&book.part, book.with_sheet(&list_name)?);
    content.insert(types_end, override_of(LIST_PART, "worksheet+xml"));
    if added_notes && !content_text.to_lowercase().contains("extension=\"vml\"") {
        let start = opening_end(&content_text, "Types")?;
        content.insert(
            start,
            "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>",
        );
    }
    package.change("[Content_Types].xml", content.apply(&content_text)?);
    package.write()
}

/// The gravest level and the words of all findings of a cell.
struct Marked {
    tingkat: Tingkat,
    text: String,
}

fn marks_of(sheet: &Sheet, temuan: &[&Temuan]) -> BTreeMap<CellAddress, Marked> {
    let mut marks: BTreeMap<CellAddress, Marked> = BTreeMap::new();
    for one in temuan {
        let Some(place) = target(one, sheet) else { continue };
        let mark = marks.entry(place).or_insert(Marked { tingkat: one.tingkat(), text: String::new() });
        mark.tingkat = mark.tingkat.min(one.tingkat());
        if !mark.text.is_empty() {
            mark.text.push_str("\n\n");
        }
        mark.text.push_str(&said(one));
    }
    for mark in marks.values_mut() {
        mark.text = mark.text.chars().take(8_000).collect();
    }
    marks
}

fn lines_of(workbook: &Workbook, temuan: &[&Temuan], styles: &mut Styles) -> Vec<Line> {
    let text = styles.list().text;
    temuan
        .iter()
        .map(|one| {
            let own = workbook.sheets.iter().find(|sheet| is_on(one, sheet, workbook));
            let own = own.filter(|_| one.at.lembar.is_some() || one.at.sel.is_some());
            let name = own.and_then(|sheet| sheet.name.as_deref());
            let sel = one.at.sel.map(|sel| format!("!{sel}")).unwrap_or_default();
            let cell = own.and_then(|sheet| target(one, sheet)).unwrap_or(CellAddress::new(0, 0));
            let accepted = one.diterima.as_ref().zip(one.akibat());
            let accepted = accepted.map(|(own, akibat)| format!(" {}", words::accepted(&akibat, &own.alasan)));
            Line {
                tempat: name.map_or_else(|| one.at.berkas.to_string(), |name| format!("{name}{sel}")),
                tautan: name.map(|name| format!("'{}'!{cell}", name.replace('\'', "''"))),
                tingkat: one.tingkat().text(),
                style: styles.coloured(text, one.tingkat()),
                kode: one.kode().text(),
                nama: one.nama.as_deref().map(mask_person).unwrap_or_default(),
                ditemukan: one.ditemukan().unwrap_or_default(),
                keterangan: format!("{} {}{}", one.pesan(), one.saran(), accepted.unwrap_or_default()),
            }
        })
        .collect()
}

/// workbook.xml and what it names.
struct Book {
    part: String,
    text: String,
    styles: String,
    /// Every sheet's name (charts too), and the worksheets with their parts.
    names: Vec<String>,
    sheets: Vec<(String, String)>,
    next_id: u32,
}

impl Book {
    fn read(package: &mut Package) -> Option<Self> {
        let part = relationships(package, "")?.into_iter().find(|link| link.kind == "officeDocument")?.target;
        let links = relationships(package, &part)?;
        let styles = links.iter().find(|link| link.kind == "styles")?.target.clone();
        let text = package.text(&part)?;
        let (mut names, mut sheets, mut last_id) = (Vec::new(), Vec::new(), 0);
        {
            let document = document(&text, "workbook")?;
            // The strict dialect names its relationships otherwise.
            if document.root_element().tag_name().namespace()?.starts_with("http://purl.oclc.org/") {
                return None;
            }
            for sheet in child(document.root_element(), "sheets")?.children().filter(|node| node.has_tag_name_local("sheet")) {
                let name = sheet.attribute("name")?.to_owned();
                let id = sheet.attribute((RELATIONSHIP, "id"))?;
                last_id = last_id.max(sheet.attribute("sheetId")?.parse::<u32>().ok()?);
                let link = links.iter().find(|link| link.id == id)?;
                if link.kind == "worksheet" {
                    sheets.push((name.clone(), link.target.clone()));
                }
                names.push(name);
            }
        }
        Some(Self { part, text, styles, names, sheets, next_id: last_id.checked_add(1)? })
    }

    /// workbook.xml with one more sheet, the last.
    fn with_sheet(&self, name: &str) -> Option<String> {
        let mut edits = Edits::default();
        let (name, id) = (escaped(name), self.next_id);
        let sheet = format!("<sheet xmlns:r=\"{RELATIONSHIP}\" name=\"{name}\" sheetId=\"{id}\" r:id=\"{LIST_ID}\"/>");
        edits.insert(closing(&self.text, "sheets")?, sheet);
        edits.apply(&self.text)
    }
}

struct Link {
    id: String,
    kind: String,
    target: String,
}

/// The relationships of a part within the package; none for a part without any.
fn relationships(package: &mut Package, part: &str) -> Option<Vec<Link>> {
    let list = relationships_of(part);
    if !package.has(&list) {
        return Some(Vec::new());
    }
    let text = package.text(&list)?;
    let document = document(&text, "Relationships")?;
    let inside = |node: &Node| node.has_tag_name_local("Relationship") && node.attribute("TargetMode") != Some("External");
    document
        .root_element()
        .children()
        .filter(inside)
        .map(|node| {
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            Some(Link { id: node.attribute("Id")?.to_owned(), kind, target: resolve(part, node.attribute("Target")?) })
        })
        .collect()
}

/// Adds relationships (id, kind, part) to a part.
fn relate(package: &mut Package, part: &str, links: &[(&str, &str, &str)]) -> Option<()> {
    let list = relationships_of(part);
    let new: String = links
        .iter()
        .map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{RELATIONSHIP}/{kind}\" Target=\"/{target}\"/>"))
        .collect();
    if !package.has(&list) {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        package.add(&list, format!("{head}\n<Relationships xmlns=\"{namespace}\">{new}</Relationships>"));
        return Some(());
    }
    let text = package.text(&list)?;
    let changed = match closing(&text, "Relationships") {
        Some(end) => {
            let mut edits = Edits::default();
            edits.insert(end, new);
            edits.apply(&text)?
        }
        // A list of none: `<Relationships …/>`.
        None => {
            let slash = text.rfind("/>")?;
            format!("{}>{new}</Relationships>", &text[..slash])
        }
    };
    package.change(&list, changed);
    Some(())
}

fn override_of(part: &str, kind: &str) -> String {
    format!("<Override PartName=\"/{part}\" ContentType=\"{CONTENT}.{kind}\"/>")
}

/// A small part as a tree, if its root bears this name without a prefix.
fn document<'a>(text: &'a str, root: &str) -> Option<Document<'a>> {
    let document = Document::parse(text).ok()?;
    let named = text[document.root_element().range()].starts_with(&format!("<{root}"));
    named.then_some(document)
}

/// Where an element's last closing tag begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    text.rfind(&format!("</{name}"))
}

/// Behind an element's opening tag.
fn opening_end(text: &str, name: &str) -> Option<usize> {
    let start = text.find(&format!("<{name}"))?;
    Some(start + text[start..].find('>')? + 1)
}
