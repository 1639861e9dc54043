//! The front door, and the last step on the file: what printpdf does not write.

use super::attach::{self, Attachment};
use super::draw::{self, Watermark};
use super::error::RenderError;
use super::fields;
use super::font::{Subset, subsets};
use super::icc;
use super::layout::{Layout, layout};
use super::placed::{Ink, PlacedSignature};
use super::prune::prune;
use super::raster::{Raster, transparency_group};
use super::shape::shape;
use super::structure::NodeId;
use super::tags;
use super::words_id::DRAF;
use super::xmp;
use crate::document::{Document, Meta};
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::vocabulary::Tanggal;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary, text_string};
use printpdf::{CustomPdfConformance, PdfConformance, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, Rect};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A finished file and what its record says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Where the signatures go.
    pub signatures: Vec<PlacedSignature>,
}

/// A document whose places are all known, not yet drawn.
pub struct Composed<'d> {
    document: &'d Document,
    /// The pictures in their order, and the emblem after them.
    rasters: Vec<Raster>,
    family: Letters<'d>,
    layout: Layout,
}

enum Letters<'d> {
    BuiltIn(&'static Family<'static>),
    Own(Box<Family<'d>>),
}

impl Letters<'_> {
    fn family(&self) -> &Family<'_> {
        match self {
            Letters::BuiltIn(family) => family,
            Letters::Own(family) => family,
        }
    }
}

/// Draws a document: the same document gives the same bytes. Fails on a
/// character without glyph, a page without room, a table that does not fit its
/// columns, an emblem that cannot be embedded.
pub fn render(document: &Document) -> Result<Pdf, RenderError> {
    compose(document)?.draw(&[])
}

/// Lays a document out, to be drawn with attachments that say where its
/// signatures stand. Fails as [`render`] does.
pub fn compose(document: &Document) -> Result<Composed<'_>, RenderError> {
    let emblem = match document.page.letterhead.as_ref().and_then(|kop| kop.emblem.as_deref()) {
        Some(bytes) => Some(Raster::read(bytes, EMBLEM_NAME)?),
        None => None,
    };
    let family = match Family::built_in(&document.page.font) {
        Some(family) => Letters::BuiltIn(family),
        None => Letters::Own(Box::new(Family::own(&document.page).map_err(RenderError::Face)?)),
    };
    let layout = layout(document, emblem.as_ref(), family.family())?;
    let mut rasters = layout.pictures.iter().map(|one| Raster::read(&one.bytes, &one.name)).collect::<Result<Vec<_>, _>>()?;
    rasters.extend(emblem);
    Ok(Composed { document, rasters, family, layout })
}

impl Composed<'_> {
    /// Where the signatures go.
    pub fn signatures(&self) -> &[PlacedSignature] {
        &self.layout.signatures
    }

    /// Draws it, the attachments embedded: PDF/A-2a without any, PDF/A-3a with some.
    pub fn draw(self, attachments: &[Attachment<'_>]) -> Result<Pdf, RenderError> {
        let (layout, family) = (&self.layout, self.family.family());
        let watermark = if self.document.draf {
            Some(Watermark { text: DRAF, glyphs: shape(DRAF, 0, family.face(Cut::Bold))?, cut: Cut::Bold })
        } else {
            None
        };
        let also: Vec<_> = watermark.iter().map(|mark| (mark.cut, mark.glyphs.as_slice(), mark.text)).collect();
        let subsets = subsets(&layout.pages, &also, family);
        let (mut file, marked) = drawn(layout, &subsets, watermark.as_ref())?;
        finish(&mut file, &self, &subsets, &marked, attachments)?;
        let bytes = saved(file)?;
        Ok(Pdf { bytes, pages: self.layout.pages.len(), signatures: self.layout.signatures })
    }
}

/// What an error calls the emblem.
const EMBLEM_NAME: &str = "lambang kop";

fn internal(error: impl std::fmt::Display) -> RenderError {
    RenderError::Internal { reason: error.to_string() }
}

/// The pages drawn by printpdf, and the structure element of each marked content of each page.
fn drawn(
    layout: &Layout,
    subsets: &[Subset<'_>],
    watermark: Option<&Watermark>,
) -> Result<(lopdf::Document, Vec<Vec<NodeId>>), RenderError> {
    let mut document = PdfDocument::new("");
    // Without claims of its own: printpdf would add a CMYK profile and its own metadata.
    document.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance::default());
    for subset in subsets {
        document.resources.fonts.map.insert(subset.id.clone(), PdfFont::new(subset.parsed()?));
    }
    let paper =
        || Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(layout.width), height: Pt(layout.height), mode: None, winding_order: None };
    let mut marked = Vec::new();
    for page in &layout.pages {
        let drawn = draw::page(page, layout, subsets, watermark);
        marked.push(drawn.marked);
        document.pages.push(PdfPage { media_box: paper(), trim_box: paper(), crop_box: paper(), ops: drawn.ops });
    }
    let options = PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let file = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(internal(format!("{warning:?}"))),
        None => Ok((file, marked)),
    }
}

fn finish(
    file: &mut lopdf::Document,
    composed: &Composed<'_>,
    subsets: &[Subset<'_>],
    marked: &[Vec<NodeId>],
    attachments: &[Attachment<'_>],
) -> Result<(), RenderError> {
    let Composed { document, layout, rasters, .. } = composed;
    file.version = "1.7".to_string();
    let pages: Vec<ObjectId> = file.page_iter().collect();
    fonts(file, pages.first().copied(), subsets)?;
    // The pictures in their order, and the emblem after them.
    let images: Vec<(Object, bool)> = rasters.iter().map(|raster| (raster.add(file), raster.is_transparent())).collect();
    let image = |ink: &Ink| match ink {
        Ink::Picture { index } => Some((*index, draw::picture(*index))),
        Ink::Emblem => Some((layout.pictures.len(), draw::EMBLEM.to_string())),
        _ => None,
    };
    for (index, &id) in pages.iter().enumerate() {
        let items = layout.pages.get(index).map_or(&[][..], |page| &page.items);
        let shown: BTreeMap<usize, String> = items.iter().filter_map(|item| image(&item.ink)).collect();
        for (raster, name) in &shown {
            // Each image that a page shows was read: `rasters` holds as many as the layout names.
            let Some((reference, _)) = images.get(*raster) else { continue };
            let resources = resources(file, id)?;
            let known = resources.get(b"XObject").and_then(Object::as_reference).map_err(internal)?;
            file.get_dictionary_mut(known).map_err(internal)?.set(name.as_bytes(), reference.clone());
        }
        let shines = shown.keys().any(|raster| images.get(*raster).is_some_and(|(_, shines)| *shines));
        let page = file.get_dictionary_mut(id).map_err(internal)?;
        page.remove(b"Annots");
        page.set("Tabs", "S");
        page.set("StructParents", index as i64);
        if shines {
            page.set("Group", transparency_group());
        }
    }
    let fields = fields::add(file, layout, &pages, pages.len() as i64);
    for (index, &id) in pages.iter().enumerate() {
        let widgets: Vec<Object> = fields.iter().filter(|field| field.page == index).map(|field| field.widget.into()).collect();
        if !widgets.is_empty() {
            file.get_dictionary_mut(id).map_err(internal)?.set("Annots", widgets);
        }
    }
    let structure = tags::add(file, layout, &pages, marked, &fields);
    let outline = outline(file, layout, &pages);
    let embedded = attach::add(file, attachments, document.meta.date);
    let metadata = {
        // Of PDF/A's parts the third alone lets any file be embedded.
        let packet = xmp::packet(&document.meta, if embedded.is_some() { 3 } else { 2 });
        let mut stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes());
        // Readers that know no PDF look for it in the plain file.
        stream.allows_compression = false;
        file.add_object(stream)
    };
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let info = file.add_object(information(&document.meta));
    file.trailer.set("Info", info);
    let catalog = file.catalog_mut().map_err(internal)?;
    catalog.set("Lang", text_string(&document.meta.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", Object::Array(vec![intent.into()]));
    catalog.set("StructTreeRoot", structure);
    if let Some(form) = fields::form(&fields) {
        catalog.set("AcroForm", form);
    }
    if let Some(embedded) = embedded {
        catalog.set("AF", embedded.associated);
        catalog.set("Names", dictionary! { "EmbeddedFiles" => embedded.names });
    }
    catalog.set("PageMode", "UseNone");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

fn resources(file: &lopdf::Document, page: ObjectId) -> Result<Dictionary, RenderError> {
    let page = file.get_dictionary(page).map_err(internal)?;
    let reference = page.get(b"Resources").and_then(Object::as_reference).map_err(internal)?;
    file.get_dictionary(reference).cloned().map_err(internal)
}

/// Exact widths for printpdf's truncated ones, and plain ToUnicode maps.
fn fonts(file: &mut lopdf::Document, page: Option<ObjectId>, subsets: &[Subset<'_>]) -> Result<(), RenderError> {
    let Some(page) = page else { return Ok(()) };
    let fonts = resources(file, page)?.get(b"Font").and_then(Object::as_reference).map_err(internal)?;
    let fonts = file.get_dictionary(fonts).cloned().map_err(internal)?;
    for subset in subsets {
        let id = fonts.get(subset.id.0.as_bytes()).and_then(Object::as_reference).map_err(internal)?;
        let glyphs = subset.glyphs();
        let first = glyphs.first().map_or(0, |glyph| i64::from(glyph.0));
        // The subset numbers its glyphs without gaps.
        let widths = glyphs.iter().map(|glyph| Object::Real(glyph.1)).collect();
        let map = file.add_object(Stream::new(Dictionary::new(), to_unicode(&glyphs).into_bytes()));
        let font = file.get_dictionary_mut(id).map_err(internal)?;
        font.set("ToUnicode", map);
        let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(internal)?;
        // A Type0 font has exactly one descendant (ISO 32000-1, 9.7.1).
        let descendant = descendants.first_mut().ok_or_else(|| internal("DescendantFonts"))?;
        descendant.as_dict_mut().map_err(internal)?.set("W", vec![Object::Integer(first), Object::Array(widths)]);
    }
    Ok(())
}

/// A ToUnicode CMap (ISO 32000-1, 9.10.3).
fn to_unicode(glyphs: &[(u16, f32, &str)]) -> String {
    let mut map = String::from(concat!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    ));
    let shown: Vec<_> = glyphs.iter().filter(|glyph| !glyph.2.is_empty()).collect();
    for block in shown.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", block.len()));
        for (code, _, text) in block {
            let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            map.push_str(&format!("<{code:04X}> <{units}>\n"));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// A bookmark for each part.
fn outline(file: &mut lopdf::Document, layout: &Layout, pages: &[ObjectId]) -> Option<ObjectId> {
    let targets: Vec<_> = layout.parts.iter().filter_map(|part| Some((&part.0, *pages.get(part.2)?))).collect();
    if targets.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = targets.iter().map(|_| file.new_object_id()).collect();
    for (index, (name, page)) in targets.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text_string(name),
            "Parent" => root,
            "Dest" => vec![(*page).into(), "XYZ".into(), Object::Null, Object::Null, Object::Null],
        };
        if let Some(&previous) = index.checked_sub(1).and_then(|i| ids.get(i)) {
            entry.set("Prev", previous);
        }
        if let Some(&next) = ids.get(index + 1) {
            entry.set("Next", next);
        }
        file.set_object(ids[index], entry);
    }
    let entries =
        dictionary! { "Type" => "Outlines", "First" => ids[0], "Last" => ids[ids.len() - 1], "Count" => ids.len() as i64 };
    file.set_object(root, entries);
    Some(root)
}

/// A day as PDF writes it, its first second in UTC.
pub fn pdf_date(date: Tanggal) -> String {
    format!("D:{:04}{:02}{:02}000000Z", date.year, date.month, date.day)
}

/// The document information, the same as the XMP packet says.
fn information(meta: &Meta) -> Dictionary {
    let date = pdf_date(meta.date);
    let mut info = Dictionary::new();
    for (key, value) in [
        ("Title", &meta.title),
        ("Author", &meta.author),
        ("Subject", &meta.subject),
        ("Creator", &meta.program),
        ("Producer", &meta.program),
    ] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    info
}

/// The file's bytes, its identifier made from its own contents: it is saved with
/// a stand-in, which the hash then replaces.
fn saved(mut file: lopdf::Document) -> Result<Vec<u8>, RenderError> {
    const STAND_IN: [u8; 16] = [0xa5; 16];
    const RIDDLE: &[u8] = b"\r\nendstream";
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>().into_bytes();
    prune(&mut file);
    file.compress();
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.content.ends_with(b"\r")
        {
            // The writer's line feed would make an end of line of it, and of the length a riddle
            // (ISO 19005-2, 6.1.7.1): one stream in 256 stays uncompressed.
            stream.decompress().map_err(internal)?;
        }
    }
    let id = Object::String(STAND_IN.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).map_err(internal)?;
    if bytes.windows(RIDDLE.len()).any(|window| window == RIDDLE) {
        // The same in a stream of the writer's own: a file without those is larger, and as good.
        bytes.clear();
        file.save_to(&mut bytes).map_err(internal)?;
    }
    // An update, such as a signature's, begins on a line of its own (ISO 19005-2, 6.1.9): not all tools see to it.
    bytes.push(b'\n');
    let hash = hex(&Sha256::digest(&bytes)[..16]);
    let stand_in = hex(&STAND_IN);
    // Both stand at the file's end, in the dictionary of its cross-reference stream.
    for _ in 0..2 {
        let at = bytes.windows(stand_in.len()).rposition(|window| window.eq_ignore_ascii_case(&stand_in));
        let at = at.ok_or_else(|| internal("ID"))?;
        bytes[at..at + hash.len()].copy_from_slice(&hash);
    }
    Ok(bytes)
}
