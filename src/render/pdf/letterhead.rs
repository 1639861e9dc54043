//! The kop: emblem at the left, centred lines, a thick and a thin rule.

use super::block::{Column, Setter};
use super::emblem::Emblem;
use super::error::RenderError;
use super::paragraph::{Look, Setting, lines};
use super::placed::{Ink, Placed, Strip};
use super::structure::Role;
use crate::document::{Align, Inline, Letterhead};

/// The sizes of the first, the second and all further lines.
const SIZES: [f32; 3] = [13.0, 16.0, 9.0];
/// The emblem's greatest height and width.
const EMBLEM: (f32, f32) = (62.0, 62.0);
const THICK: f32 = 2.25;
const THIN: f32 = 0.75;

/// The letterhead as one strip.
pub fn strip(
    setter: &mut Setter<'_>,
    letterhead: &Letterhead,
    emblem: Option<&Emblem>,
    column: Column,
) -> Result<Strip, RenderError> {
    let mut strip = Strip::default();
    // The text keeps clear of the emblem on both sides, so that it stays centred on the page.
    let aside = if emblem.is_some() { EMBLEM.0 + 12.0 } else { 0.0 };
    let room = (column.width - 2.0 * aside).max(column.width / 2.0);
    let left = (column.width - room) / 2.0;
    let mut y = 0.0;
    let mut texts = Vec::new();
    for (index, text) in letterhead.lines.iter().enumerate() {
        let size = SIZES[index.min(2)];
        let look = if index < 2 { Look::bold(setter.family, size) } else { Look::plain(setter.family, size) };
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
        let scale = (EMBLEM.0 / emblem.width as f32).min(EMBLEM.1 / emblem.height as f32);
        let (wide, high) = (emblem.width as f32 * scale, emblem.height as f32 * scale);
        height = height.max(high);
        for item in &mut texts {
            item.y += (height - y) / 2.0;
        }
        let (x, y) = ((EMBLEM.0 - wide) / 2.0, (height - high) / 2.0);
        // Decoration beside the name that follows it.
        strip.items.push(Placed { x, y, width: wide, height: high, ink: Ink::Emblem, node: None });
    }
    strip.items.append(&mut texts);
    strip.items.push(Placed::rule(0.0, height + 4.0, column.width, THICK));
    strip.items.push(Placed::rule(0.0, height + 4.0 + THICK + 1.2, column.width, THIN));
    strip.height = height + 4.0 + THICK + 1.2 + THIN + 14.0;
    strip.keep = true;
    Ok(strip)
}
