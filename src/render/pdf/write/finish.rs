//! The front door, and the last step on the file: what printpdf does not write.

use super::attach::{self, Attachment};
use super::bytes::save::{Written, saved};
use super::draw::{self, Watermark};
use super::font::maps;
use super::font::subset::{Subset, subsets};
use super::icc;
use super::prune::prune;
use super::tags;
use super::xmp;
use super::{fields, info, outline};
use crate::document::Document;
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::render::pdf::error::RenderError;
use crate::render::pdf::pages::layout::{Layout, layout};
use crate::render::pdf::placed::{Ink, PlacedSignature};
use crate::render::pdf::raster::{Raster, transparency_group};
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::text::shape::shape;
use crate::render::pdf::words_id::DRAF;
use crate::threads::in_all;
use lopdf::{Object, ObjectId, Stream, dictionary, text_string};
use printpdf::{
    Codepoint, CustomPdfConformance, Op, PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect,
    TextItem,
};
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

    /// How many pages each part of the document takes, in the parts' order; 0 where it is blank.
    pub fn part_pages(&self) -> &[usize] {
        &self.layout.lengths
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
        let elements = finish(&mut file, &self, &subsets, &marked, attachments)?;
        let bytes = saved(file, &elements)?;
        Ok(Pdf { bytes, pages: self.layout.pages.len(), signatures: self.layout.signatures })
    }
}

/// What an error calls the emblem.
const EMBLEM_NAME: &str = "lambang kop";

/// The pages drawn, in a file that printpdf frames, and the structure element of each marked content of each page.
fn drawn(
    layout: &Layout,
    subsets: &[Subset<'_>],
    watermark: Option<&Watermark>,
) -> Result<(lopdf::Document, Vec<Vec<NodeId>>), RenderError> {
    let mut document = PdfDocument::new("");
    // Without claims of its own: printpdf would add a CMYK profile and its own metadata.
    document.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance::default());
    let mut shown = vec![Op::StartTextSection];
    for subset in subsets {
        document.resources.fonts.map.insert(subset.id.clone(), PdfFont::new(subset.parsed()?));
        // A font that shows nothing would be left out.
        let codes = subset.glyphs().into_iter().map(|(code, _, text)| Codepoint::with_cid(code, 0.0, text.to_owned()));
        shown.push(Op::SetFont { font: PdfFontHandle::External(subset.id.clone()), size: Pt(1.0) });
        shown.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes.collect())] });
    }
    shown.push(Op::EndTextSection);
    let paper =
        || Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(layout.width), height: Pt(layout.height), mode: None, winding_order: None };
    for _ in &layout.pages {
        let ops = std::mem::take(&mut shown);
        document.pages.push(PdfPage { media_box: paper(), trim_box: paper(), crop_box: paper(), ops });
    }
    let options = PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(RenderError::internal(format!("{warning:?}")));
    }
    // printpdf would take each glyph for a string of its own: it frames empty pages, and what stands on them is written here.
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let drawn = in_all(layout.pages.iter().collect(), |page| draw::page(page, layout, subsets, watermark));
    let mut marked = Vec::new();
    for (page, drawn) in pages.into_iter().zip(drawn) {
        let page = file.get_dictionary(page).map_err(RenderError::internal)?;
        let content = page.get(b"Contents").and_then(Object::as_reference).map_err(RenderError::internal)?;
        let content = file.get_object_mut(content).and_then(Object::as_stream_mut).map_err(RenderError::internal)?;
        content.set_plain_content(drawn.content);
        marked.push(drawn.marked);
    }
    Ok((file, marked))
}

fn finish(
    file: &mut lopdf::Document,
    composed: &Composed<'_>,
    subsets: &[Subset<'_>],
    marked: &[Vec<NodeId>],
    attachments: &[Attachment<'_>],
) -> Result<Written, RenderError> {
    let Composed { document, layout, rasters, .. } = composed;
    file.version = "1.7".to_string();
    let pages: Vec<ObjectId> = file.page_iter().collect();
    maps::fonts(file, pages.first().copied(), subsets)?;
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
            let resources = maps::resources(file, id)?;
            let known = resources.get(b"XObject").and_then(Object::as_reference).map_err(RenderError::internal)?;
            file.get_dictionary_mut(known).map_err(RenderError::internal)?.set(name.as_bytes(), reference.clone());
        }
        let shines = shown.keys().any(|raster| images.get(*raster).is_some_and(|(_, shines)| *shines));
        let page = file.get_dictionary_mut(id).map_err(RenderError::internal)?;
        page.remove(b"Annots");
        page.set("Tabs", "S");
        page.set("StructParents", index as i64);
        if shines {
            page.set("Group", transparency_group());
        }
    }
    // From here on nothing is added that nothing leads to: the numbers stay.
    file.trailer.set("Info", Object::Null);
    prune(file);
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let fields = fields::add(file, layout, &pages, pages.len() as i64);
    for (index, &id) in pages.iter().enumerate() {
        let widgets: Vec<Object> = fields.iter().filter(|field| field.page == index).map(|field| field.widget.into()).collect();
        if !widgets.is_empty() {
            file.get_dictionary_mut(id).map_err(RenderError::internal)?.set("Annots", widgets);
        }
    }
    let (structure, elements) = tags::add(file, layout, &pages, marked, &fields);
    let outline = outline::add(file, layout, &pages);
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
    let info = file.add_object(info::information(&document.meta));
    file.trailer.set("Info", info);
    let catalog = file.catalog_mut().map_err(RenderError::internal)?;
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
    Ok(elements)
}
