//! A picture on lines of its own.

use super::setter::{Column, Setter};
use crate::document::{Align, Picture};
use crate::render::pdf::placed::{Ink, Placed, Strip};
use crate::render::pdf::structure::Role;
use crate::render::style::MM;

/// The picture as one strip, made smaller where the column or the page has less
/// room than it asks for.
pub fn strip(setter: &mut Setter<'_>, picture: &Picture, column: Column) -> Strip {
    let valid = |millimetres: f32| if millimetres.is_finite() { (millimetres * MM).max(1.0) } else { 1.0 };
    let (wide, high) = (valid(picture.width), valid(picture.height));
    // In a cell it must fit beside what else stands in the row.
    let most = if column.nested { setter.strip_limit } else { setter.picture_limit };
    let scale = (column.width / wide).min(most / high).min(1.0);
    let (width, height) = (wide * scale, high * scale);
    let align = if picture.align == Align::Left { column.align } else { picture.align };
    let spare = column.width - width;
    let x = match align {
        Align::Left | Align::Justify => 0.0,
        Align::Center => spare / 2.0,
        Align::Right => spare,
    };
    let node = picture.alternative.as_ref().map(|words| {
        let node = setter.tree.add(Role::Figure, column.node);
        setter.tree.nodes[node].alternative = Some(words.clone());
        node
    });
    let index = setter.pictures.iter().position(|known| known.bytes == picture.bytes).unwrap_or_else(|| {
        setter.pictures.push(picture.clone());
        setter.pictures.len() - 1
    });
    let items = vec![Placed { x, y: 0.0, width, height, ink: Ink::Picture { index }, node }];
    Strip { height, before: 0.0, keep: false, items }
}
