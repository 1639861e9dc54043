//! The signature block: place and date, position, room to sign, name, rank, NIP.

use super::setter::{Column, Setter};
use crate::document::{Align, Inline, Signature, SignatureBlock};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Ink, Placed, Strip};
use crate::render::pdf::structure::{NodeId, Role};
use crate::render::pdf::text::paragraph::{Line, Look, Setting, lines};
use crate::render::pdf::words_id;
use crate::render::style::{AROUND_FIELD, MM, SIGNATURE_AIR, SIGNATURE_LEAST, SIGNING_ROOM};

/// A text's lines and the structure element that they belong to.
type Lines<'f> = Vec<(Line<'f>, Option<NodeId>)>;

/// A signatory's lines, and the structure elements between them, in reading order.
struct Signatory<'f> {
    /// Place and date, what leads to the position, the position.
    head: [Lines<'f>; 3],
    field: Option<NodeId>,
    tag: Option<NodeId>,
    /// Name, rank and NIP.
    foot: Lines<'f>,
}

/// One signatory's share of the page.
struct Place {
    x: f32,
    width: f32,
}

/// The whole block as strips that are kept together.
pub fn strips(setter: &mut Setter<'_>, block: &SignatureBlock, column: Column) -> Result<Vec<Strip>, RenderError> {
    let count = block.signatures.len();
    if count == 0 {
        return Ok(Vec::new());
    }
    let look = setter.look(column);
    let mut signatories: Vec<Signatory<'_>> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for (index, signature) in block.signatures.iter().enumerate() {
        let limit = if count == 1 { column.width / 2.0 } else { column.width / count as f32 - 12.0 };
        let set = signatory(setter, signature, look, limit, column.node)?;
        let widest = set.head.iter().flatten().chain(&set.foot).map(|(line, _)| line.width).fold(0.0, f32::max);
        let field = if signature.electronic { signature.field.0 * MM } else { 0.0 };
        places.push(place(index, count, column.width, (widest, field)));
        signatories.push(set);
    }
    let first = setter.signatures.len();
    setter.signatures.extend(block.signatures.iter().cloned());

    let mut out = rows(&level(&signatories, look), &places);
    // A field keeps its size, however little air there is: services draw into it what must be legible.
    let by_hand = SIGNING_ROOM.1 + (SIGNING_ROOM.0 - SIGNING_ROOM.1) * setter.air;
    let most = setter.strip_limit;
    let field = |signature: &Signature| (signature.field.1 * MM).min(most);
    let fields = block.signatures.iter().filter(|signature| signature.electronic).map(|one| field(one) + 2.0 * AROUND_FIELD);
    let high = fields.fold(by_hand, f32::max);
    let mut room = Strip { height: high, before: 0.0, keep: true, items: Vec::new() };
    for (index, (signature, (set, place))) in block.signatures.iter().zip(signatories.iter().zip(&places)).enumerate() {
        let ink = Ink::SigningRoom { index: first + index };
        let (wide, tall) = match signature.electronic {
            true => ((signature.field.0 * MM).min(place.width), field(signature)),
            false => (place.width, high),
        };
        let (x, y) = (place.x + (place.width - wide) / 2.0, (high - tall) / 2.0);
        room.items.push(Placed { x, y, width: wide, height: tall, ink, node: set.field });
        if let Some(tag) = signature.tag {
            for line in lines(&[Inline::plain(tag)], look, place.width, Setting::Filled)? {
                room.items.extend(line.place(place.x, (high - line.height) / 2.0, place.width, Align::Center, set.tag));
            }
        }
    }
    out.push(room);
    out.extend(rows(&signatories.into_iter().map(|set| set.foot).collect::<Vec<_>>(), &places));
    if let Some(last) = out.last_mut() {
        last.keep = false;
    }
    Ok(out)
}

/// What stands above, in and below a signatory's room to sign.
fn signatory<'f>(
    setter: &mut Setter<'f>,
    signature: &Signature,
    look: Look<'f>,
    width: f32,
    parent: NodeId,
) -> Result<Signatory<'f>, RenderError> {
    let set = |setter: &mut Setter<'f>, text: &str, look: Look<'f>| -> Result<Lines<'f>, RenderError> {
        let made = lines(&[Inline::plain(text)], look, width, Setting::Balanced)?;
        let node = (!made.is_empty()).then(|| setter.tree.add(Role::Paragraph, parent));
        Ok(made.into_iter().map(|line| (line, node)).collect())
    };
    let date = set(setter, &signature.place_and_date, look)?;
    let lead = set(setter, signature.lead.as_deref().unwrap_or_default(), look)?;
    let mut position = Vec::new();
    for line in &signature.position {
        position.extend(set(setter, line, look)?);
    }
    let field = signature.electronic.then(|| setter.tree.add(Role::Form, parent));
    if let Some(field) = field {
        setter.tree.nodes[field].alternative = Some(words_id::field(&signature.name));
    }
    let tag = signature.tag.map(|_| setter.tree.add(Role::Paragraph, parent));
    let mut foot = set(setter, &signature.name, Look { bold: true, underline: true, ..look })?;
    if let Some(rank) = &signature.rank {
        foot.extend(set(setter, rank, look)?);
    }
    if let Some(nip) = signature.nip.as_deref().filter(|nip| !nip.is_empty()) {
        foot.extend(set(setter, &format!("NIP. {nip}"), look)?);
    }
    Ok(Signatory { head: [date, lead, position], field, tag, foot })
}

/// Each signatory's lines in one column: what several have over their positions
/// takes as many lines of each, so that the positions begin on one line.
fn level<'f>(signatories: &[Signatory<'f>], look: Look<'f>) -> Vec<Lines<'f>> {
    let most = [0, 1].map(|step| signatories.iter().map(|set| set.head[step].len()).max().unwrap_or(0));
    let empty = || Line { width: 0.0, height: look.line_height(), segments: Vec::new(), family: look.family, last: true };
    let leveled = signatories.iter().map(|Signatory { head: [date, lead, position], .. }| {
        let mut lines = date.clone();
        lines.resize_with(most[0], || (empty(), None));
        lines.extend_from_slice(lead);
        lines.resize_with(most[0] + most[1], || (empty(), None));
        lines.extend_from_slice(position);
        lines
    });
    leveled.collect()
}

/// A single signatory stands at the right of the page's right half; several
/// share the width.
fn place(index: usize, count: usize, width: f32, (natural, field): (f32, f32)) -> Place {
    if count == 1 {
        let wide = (natural + SIGNATURE_AIR).max(SIGNATURE_LEAST).max(field).min(width / 2.0);
        return Place { x: width - wide, width: wide };
    }
    let share = width / count as f32;
    let wide = (natural + SIGNATURE_AIR).max(SIGNATURE_LEAST).max(field).min(share - 12.0);
    Place { x: share * index as f32 + (share - wide) / 2.0, width: wide }
}

/// The signatories' lines side by side.
fn rows(columns: &[Lines<'_>], places: &[Place]) -> Vec<Strip> {
    let count = columns.iter().map(Vec::len).max().unwrap_or(0);
    (0..count)
        .map(|row| {
            let mut strip = Strip { keep: true, ..Strip::default() };
            for (lines, place) in columns.iter().zip(places) {
                if let Some((line, node)) = lines.get(row) {
                    strip.height = strip.height.max(line.height);
                    strip.items.extend(line.place(place.x, 0.0, place.width, Align::Center, *node));
                }
            }
            strip
        })
        .collect()
}
