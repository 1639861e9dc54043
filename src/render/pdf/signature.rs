//! The signature block: place and date, position, room to sign, name, rank, NIP.

use super::block::{Column, Setter};
use super::error::RenderError;
use super::measure::SIGNING_ROOM;
use super::paragraph::{Line, Look, Setting, lines};
use super::placed::{Ink, Placed, Strip};
use super::structure::{NodeId, Role};
use crate::document::{Align, Inline, Signature, SignatureBlock};

/// A text's lines and the structure element that they belong to.
type Lines<'f> = Vec<(Line<'f>, Option<NodeId>)>;

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
    let mut heads: Vec<Lines<'_>> = Vec::new();
    let mut feet: Vec<Lines<'_>> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for (index, signature) in block.signatures.iter().enumerate() {
        let limit = if count == 1 { column.width / 2.0 } else { column.width / count as f32 - 12.0 };
        let (head, foot) = signatory(setter, signature, look, limit, count > 1, column.node)?;
        places.push(place(index, count, column.width, head.iter().chain(&foot).map(|(line, _)| line.width).fold(0.0, f32::max)));
        heads.push(head);
        feet.push(foot);
    }
    let first = setter.signatures.len();
    setter.signatures.extend(block.signatures.iter().cloned());

    let mut out = rows(&heads, &places);
    let high = SIGNING_ROOM.1 + (SIGNING_ROOM.0 - SIGNING_ROOM.1) * setter.air;
    let mut room = Strip { height: high, before: 0.0, keep: true, items: Vec::new() };
    for (index, (signature, place)) in block.signatures.iter().zip(&places).enumerate() {
        let ink = Ink::SigningRoom { index: first + index };
        let field = signature.electronic.then(|| setter.tree.add(Role::Form, column.node));
        if let Some(field) = field {
            setter.tree.nodes[field].alternative = Some(format!("Tanda tangan elektronik {}", signature.name));
        }
        room.items.push(Placed { x: place.x, y: 0.0, width: place.width, height: high, ink, node: field });
        if let Some(tag) = signature.tag {
            let node = setter.tree.add(Role::Paragraph, column.node);
            for line in lines(&[Inline::plain(tag)], look, place.width, Setting::Filled)? {
                room.items.extend(line.place(place.x, (high - line.height) / 2.0, place.width, Align::Center, Some(node)));
            }
        }
    }
    out.push(room);
    out.extend(rows(&feet, &places));
    if let Some(last) = out.last_mut() {
        last.keep = false;
    }
    Ok(out)
}

/// What stands above and below a signatory's room to sign.
fn signatory<'f>(
    setter: &mut Setter<'f>,
    signature: &Signature,
    look: Look<'f>,
    width: f32,
    several: bool,
    parent: NodeId,
) -> Result<(Lines<'f>, Lines<'f>), RenderError> {
    let mut set = |text: &str, look: Look<'f>| -> Result<Lines<'f>, RenderError> {
        let made = lines(&[Inline::plain(text)], look, width, Setting::Balanced)?;
        let node = (!made.is_empty()).then(|| setter.tree.add(Role::Paragraph, parent));
        Ok(made.into_iter().map(|line| (line, node)).collect())
    };
    let mut head = set(&signature.place_and_date, look)?;
    if head.is_empty() && several {
        // The positions of all signatories begin on one line.
        head.push((Line { width: 0.0, height: look.line_height(), segments: Vec::new(), family: look.family, last: true }, None));
    }
    for line in &signature.position {
        head.extend(set(line, look)?);
    }
    let mut foot = set(&signature.name, Look { bold: true, underline: true, ..look })?;
    if let Some(rank) = &signature.rank {
        foot.extend(set(rank, look)?);
    }
    if let Some(nip) = signature.nip.as_deref().filter(|nip| !nip.is_empty()) {
        foot.extend(set(&format!("NIP. {nip}"), look)?);
    }
    Ok((head, foot))
}

/// A single signatory stands at the right of the page's right half; several
/// share the width.
fn place(index: usize, count: usize, width: f32, natural: f32) -> Place {
    // The narrowest block, and the air beside its longest line.
    const LEAST: f32 = 210.0;
    const AIR: f32 = 36.0;
    if count == 1 {
        let wide = (natural + AIR).max(LEAST).min(width / 2.0);
        return Place { x: width - wide, width: wide };
    }
    let share = width / count as f32;
    let wide = (natural + AIR).max(LEAST).min(share - 12.0);
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
