//! The kop: emblem at the left, centred lines, a thick and a thin rule.

use super::setter::{Column, Setter};
use crate::document::{Align, Inline, Letterhead};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Ink, Placed, Strip};
use crate::render::pdf::raster::Raster;
use crate::render::pdf::structure::Role;
use crate::render::pdf::text::paragraph::{Look, Setting, lines, natural_width};
use crate::render::style::{BESIDE_EMBLEM, EMBLEM, KOP, KOP_AIR, KOP_LEAST, KOP_RULES};

/// The letterhead as one strip.
pub fn strip(
    setter: &mut Setter<'_>,
    letterhead: &Letterhead,
    emblem: Option<&Raster>,
    column: Column,
) -> Result<Strip, RenderError> {
    let mut strip = Strip::default();
    let aside = if emblem.is_some() { EMBLEM + BESIDE_EMBLEM } else { 0.0 };
    let (left, room) = place(setter, letterhead, aside, column.width)?;
    let mut y = 0.0;
    let mut texts = Vec::new();
    for (index, text) in letterhead.lines.iter().enumerate() {
        let look = look(setter, text, index, room)?;
        let made = lines(&[Inline::plain(text)], look, room, Setting::Balanced)?;
        if made.is_empty() {
            continue;
        }
        let node = setter.tree.add(Role::Paragraph, column.node);
        for line in &made {
            texts.extend(line.place(left, y, room, Align::Center, Some(node)));
            y += line.height;
        }
    }
    let mut height = y;
    if let Some(emblem) = emblem {
        let scale = (EMBLEM / emblem.width as f32).min(EMBLEM / emblem.height as f32);
        let (wide, high) = (emblem.width as f32 * scale, emblem.height as f32 * scale);
        height = height.max(high);
        for item in &mut texts {
            item.y += (height - y) / 2.0;
        }
        let (x, y) = ((EMBLEM - wide) / 2.0, (height - high) / 2.0);
        // Decoration beside the name that follows it.
        strip.items.push(Placed { x, y, width: wide, height: high, ink: Ink::Emblem, node: None });
    }
    strip.items.append(&mut texts);
    let ([over, gap, under], [thick, thin]) = (KOP_AIR, KOP_RULES);
    strip.items.push(Placed::rule(0.0, height + over, column.width, thick));
    strip.items.push(Placed::rule(0.0, height + over + thick + gap, column.width, thin));
    strip.height = height + over + thick + gap + thin + under;
    strip.keep = true;
    Ok(strip)
}

/// Where the text stands and how wide it may be: centred on the page, as long as
/// its longest line keeps clear of the emblem, else centred in the room beside it.
fn place(setter: &Setter<'_>, letterhead: &Letterhead, aside: f32, width: f32) -> Result<(f32, f32), RenderError> {
    let mut widest = 0.0f32;
    for (index, text) in letterhead.lines.iter().enumerate() {
        widest = widest.max(natural_width(&[Inline::plain(text)], sized(setter, index, KOP[index.min(2)]))?);
    }
    let clear = (width - 2.0 * aside).max(width / 2.0);
    Ok(if widest <= clear { ((width - clear) / 2.0, clear) } else { (aside, width - aside) })
}

/// The largest look, step by step down, in which a line stands whole.
fn look<'f>(setter: &Setter<'f>, text: &str, index: usize, room: f32) -> Result<Look<'f>, RenderError> {
    let (most, least) = (KOP[index.min(2)], KOP_LEAST[index.min(2)]);
    let natural = natural_width(&[Inline::plain(text)], sized(setter, index, most))?;
    // Widths grow as sizes do; half points are all that an eye tells apart.
    let fitting = if natural > room { ((most * room / natural) * 2.0).floor() / 2.0 } else { most };
    Ok(sized(setter, index, fitting.max(least)))
}

fn sized<'f>(setter: &Setter<'f>, index: usize, size: f32) -> Look<'f> {
    if index < 2 { Look::bold(setter.family, size) } else { Look::plain(setter.family, size) }
}
